"""The guide names what the program has: its texts, its keys and its pictures, one for each item of the brief."""

from __future__ import annotations

import ast
import re
import struct
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest

from counter_app.demo import docs_pictures
from tests.house.test_keyboard_guide import in_code, text_of, usual

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
ITEMS = ("s04", "s09", "s10", "s11", "s12", "s14", "s15", "s16", "s17", "s18")
"""What of the brief a clerk does at the counter."""
NO_COUNTER = {"backups.md", "console.md"}
"""Pages for the owner and for the operators: their windows are others."""
PAGES = tuple(sorted(path.name for path in GUIDE.glob("*.md") if path.name not in NO_COUNTER))
NO_TEXT = {
    "For Deposit Only": "written on a check by hand",
}
"""What stands in quotes and is no text of the window."""
WILD = "…"


@cache
def texts() -> tuple[tuple[str, ...], ...]:
    """Every text that the program can say, as words; what is filled in is a WILD."""
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / "counter_fr.ts")  # noqa: S314 - our own file
    found = {source.text or "" for source in tree.iter("source")}
    return tuple(sorted({words(re.sub(r"\{\w+\}|%n", f" {WILD} ", one)) for one in found}))


def words(text: str) -> tuple[str, ...]:
    """The words and the signs of a text; a plural is one with its singular."""
    plain = re.sub(r"[“”\"]", "", text.replace("(s)", "s"))
    return tuple(re.findall(rf"[\w'’-]+|{WILD}|[^\w\s]", plain))


def same(said: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether both can be one text when a WILD stands for any words, or none."""

    @cache
    def rest(i: int, j: int) -> bool:
        if i == len(said) and j == len(text):
            return True
        if i < len(said) and said[i] == WILD:
            return rest(i + 1, j) or (j < len(text) and rest(i, j + 1))
        if j < len(text) and text[j] == WILD:
            return rest(i, j + 1) or (i < len(said) and rest(i + 1, j))
        return i < len(said) and j < len(text) and said[i] == text[j] and rest(i + 1, j + 1)

    return rest(0, 0)


def known(quoted: str) -> bool:
    said = words(quoted)
    own = {one for one in said if one != WILD and one[0].isalpha()}
    close = (text for text in texts() if len(own & set(text)) * 2 >= len(own))
    return any(same(said, text) for text in close)


def quoted(page: str) -> list[str]:
    """What the page has in quotes and, as the names of buttons are written, in bold."""
    text = re.sub(r"\s+", " ", (GUIDE / page).read_text("utf-8"))
    bold = [one for one in re.findall(r"\*\*([^*]+)\*\*", text) if not re.search(r"[.:]$", one) and "(" not in one]
    return re.findall(r"“([^”]+)”", text) + bold


@pytest.mark.parametrize("page", PAGES)
def test_what_the_guide_quotes_is_a_text_of_the_program(page: str) -> None:
    assert [one for one in quoted(page) if one not in NO_TEXT and not known(one)] == []


def test_each_exception_is_still_needed() -> None:
    said = {one for page in PAGES for one in quoted(page)}
    assert sorted(set(NO_TEXT) - said) == []
    assert [one for one in NO_TEXT if known(one)] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_guide_names_no_key_that_the_window_has_not(page: str) -> None:
    text = (GUIDE / page).read_text("utf-8")
    keys = {usual(key) for key in re.findall(r"`((?:(?:Ctrl|Alt|Shift)\+)+\w+|F\d{1,2})`", text)}
    first = {re.sub(r"\d$", "1", key) if re.match(r"(Ctrl|Alt)\+\d$", key) else key for key in keys}
    code = {key for _, _, key in in_code()}
    assert sorted(first - code - {re.sub(r"\d$", "1", key) for key in code}) == []


def last_buttons() -> set[tuple[str, str]]:
    """What the last button of a task says, which has one key whatever the kind."""
    found = set()
    for path in (ROOT / "ui" / "pages").glob("task_*.py"):
        for one in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(one, ast.FunctionDef) and one.name == "action":
                calls = (node for node in ast.walk(one) if isinstance(node, ast.Call))
                found |= {(text_of(node.args[1]), "Ctrl+Enter") for node in calls if len(node.args) > 1}
    return found


def test_each_key_beside_a_name_is_the_key_of_that_button() -> None:
    code = {(label, key) for _, label, key in in_code() if label} | last_buttons()
    key = r"`((?:(?:Ctrl|Alt|Shift)\+)*\w+)`"
    found = {
        (name, usual(pressed), page)
        for page in PAGES
        for one in [re.sub(r"\s+", " ", (GUIDE / page).read_text("utf-8"))]
        for pressed, name in [
            *re.findall(rf"{key}, \*\*([^*]+)\*\*", one),
            *((second, first) for first, second in re.findall(rf"\*\*([^*]+)\*\* \({key}", one)),
        ]
    }
    assert len(found) > 30
    assert [one for one in sorted(found) if one[:2] not in code] == []


def test_a_text_that_was_changed_is_seen() -> None:
    assert known("Process")
    assert known("That is not the code of this delivery. Ask the driver again; tries left: 2.")
    assert not known("Processed")
    assert not known("That is not the number of this delivery. Ask the driver again; tries left: 2.")


def named() -> dict[str, str]:
    """Picture -> the page that shows it."""
    return {
        picture: page.name
        for page in sorted(GUIDE.glob("*.md"))
        for picture in re.findall(r"\]\(pictures/([\w-]+)\.png\)", page.read_text("utf-8"))
    }


def test_each_picture_of_the_guide_exists_and_is_shown() -> None:
    assert {path.stem for path in PICTURES.glob("*.png")} == set(named())


def test_each_picture_of_the_documents_is_made_by_the_headless_day() -> None:
    assert set(docs_pictures.GUIDE) == set(named())
    own = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png") if not path.stem.startswith("console-")}
    assert own == set(docs_pictures.FRONT)
    taken: set[str] = set()
    for path in (ROOT / "counter_app" / "demo").glob("day_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                taken.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                taken.add(str(node.values[0].value))  # the evening takes one of each room
    wanted = {re.sub(r"-en-1366-(light|dark)$", "", one) for one in docs_pictures.FRONT.values()}
    wanted |= set(docs_pictures.GUIDE.values())
    assert [one for one in sorted(wanted) if one not in taken and f"{one.split('-')[0]}-" not in taken] == []


def test_a_picture_of_the_guide_shows_the_whole_window() -> None:
    sizes = {path.stem: struct.unpack(">II", path.read_bytes()[16:24]) for path in PICTURES.glob("*.png")}
    assert {name: size for name, size in sizes.items() if size != (1366, 768)} == {}


@pytest.mark.parametrize("item", ITEMS)
def test_each_item_of_the_brief_has_its_picture_and_its_test_of_the_window(item: str) -> None:
    assert [one for one in named() if one.startswith(f"{item}-")] != []
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests" / "ui").glob("test_*.py"))
    assert re.search(rf"^def test_{item}_", tests, re.MULTILINE)
