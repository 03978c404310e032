"""The keyboard page of the guide says each key that the window has, and none that it has not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide" / "keyboard.md"
KEY = r"(?:(?:Ctrl|Alt|Shift)\+)+\w+|F\d{1,2}"
NOT_THE_COUNTER = {"gallery.py", "demo_drawer.py"}
"""The gallery of controls and the drawer of the demo are no part of a clerk's day."""


def usual(key: str) -> str:
    """One writing of a key: Enter is what Qt calls Return."""
    return key.replace("Return", "Enter")


def text_of(node: ast.AST) -> str:
    """A constant, or the beginning of an f-string that ends with a number, such as Ctrl+{n}."""
    if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        begin = str(node.values[0].value)
        return f"{begin}1" if begin in ("Ctrl+", "Alt+") else ""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def label_of(call: ast.Call) -> str:
    """The English text of the first translated argument."""
    for node in call.args:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "translate":
            return text_of(node.args[1])
    return ""


def in_code() -> Iterator[tuple[str, str, str]]:
    """(file, label or "", key) of every key that is written in ui/."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.name in NOT_THE_COUNTER:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for value in (*node.args, *(one.value for one in node.keywords)):
                    if re.fullmatch(KEY, text_of(value)):
                        yield path.name, label_of(node), usual(text_of(value))
            elif isinstance(node, ast.Constant | ast.JoinedStr) and re.fullmatch(KEY, text_of(node)):
                yield path.name, "", usual(text_of(node))


def rows(text: str) -> set[tuple[str, str]]:
    """(label, key) of each row of the tables of the page."""
    found = re.findall(r"^\| `([^`]+)` \| ([^|]+?) \|$", text, re.M)
    return {(label, usual(key)) for key, label in found}


def test_every_button_with_a_key_stands_in_the_keyboard_guide() -> None:
    pairs = {(label, key) for _, label, key in in_code() if label}
    assert len(pairs) > 60
    assert sorted(pairs - rows(GUIDE.read_text("utf-8"))) == []


def test_the_keyboard_guide_says_every_key_of_the_code_and_no_other() -> None:
    said = {usual(key) for key in re.findall(rf"`({KEY})`", GUIDE.read_text("utf-8"))}
    assert said == {key for _, _, key in in_code()}


def test_no_row_of_the_keyboard_guide_is_without_its_button() -> None:
    code = {(label, key) for _, label, key in in_code()}
    keys = {key for label, key in code if not label}
    alone = {one for one in rows(GUIDE.read_text("utf-8")) - code if one[1] not in keys}
    assert alone == set()
