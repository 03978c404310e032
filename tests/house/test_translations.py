"""The translations hold every sentence of the program, and a language said to be complete has them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui import texts

COMPLETE = ("en", "fr")
"""Languages that are offered as complete."""


def files() -> list[Path]:
    return sorted(texts.FOLDER.glob("counter_*.ts"))


def listed(ts: Path) -> set[texts.Text]:
    import xml.etree.ElementTree as ElementTree

    contexts = ElementTree.parse(ts).getroot().iter("context")  # noqa: S314 - our own file
    return {(c.findtext("name") or "", m.findtext("source") or "") for c in contexts for m in c.iter("message")}


@pytest.mark.parametrize("ts", files(), ids=lambda ts: ts.stem)
def test_every_language_knows_exactly_the_texts_of_the_code(ts: Path) -> None:
    code = set(texts.all_texts())
    assert (sorted(code - listed(ts)), sorted(listed(ts) - code)) == ([], []), "run: python -m ui.texts"


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_has_no_open_entry(language: str) -> None:
    known = texts.translations_in(texts.FOLDER / f"counter_{language}.ts")
    assert [text for text in texts.all_texts() if text not in known] == []


@pytest.mark.parametrize("language", COMPLETE)
def test_a_translation_has_the_places_of_its_text_and_every_plural(language: str) -> None:
    wrong = []
    for (context, source), forms in texts.translations_in(texts.FOLDER / f"counter_{language}.ts").items():
        if len(forms) != (2 if "%n" in source else 1):
            wrong.append((context, source, "plural forms"))
        for form in forms:
            if places(form) != places(source):
                wrong.append((context, source, form))
            if "  " in form or form != form.strip():
                wrong.append((context, source, "spaces"))
    assert wrong == []


def test_french_is_set_as_french_is_set() -> None:
    """A narrow no-break space before ; : ! ? and inside « », the typographic apostrophe, never two English quotes."""
    french = texts.translations_in(texts.FOLDER / "counter_fr.ts")
    plain = re.compile(r"[ \u00a0][;:!?»]|« |[“”'\"]|\w[;!?]")
    assert [form for forms in french.values() for form in forms if plain.search(form)] == []


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}|%n", text))


@pytest.mark.parametrize("ts", files(), ids=lambda ts: ts.stem)
def test_the_compiled_file_is_the_one_of_its_source(ts: Path, tmp_path: Path) -> None:
    texts.compile_into(ts, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == ts.with_suffix(".qm").read_bytes(), "run: python -m ui.texts"


def test_texts_are_found_by_syntax_also_where_the_number_is_an_expression() -> None:
    source = 'x = QCoreApplication.translate("Page", "%n piece(s)", "", len(rows))\ny = QT_TRANSLATE_NOOP("S", "No.")\n'
    assert list(texts.texts_in(source)) == [("Page", "%n piece(s)"), ("S", "No.")]


def test_a_new_text_is_open_in_every_language_but_english(tmp_path: Path) -> None:
    french, english = tmp_path / "counter_fr.ts", tmp_path / "counter_en.ts"
    texts.write(french, "fr", [("Page", "Hand over")])
    texts.write(english, "en", [("Page", "%n piece(s)")])
    assert texts.translations_in(french) == {}
    assert texts.translations_in(english) == {("Page", "%n piece(s)"): ["%n piece", "%n pieces"]}


def test_what_people_translated_stays_when_texts_are_collected_again(tmp_path: Path) -> None:
    french = tmp_path / "counter_fr.ts"
    texts.write(french, "fr", [("Page", "Hand over")])
    french.write_text(
        french.read_text().replace('<translation type="unfinished" />', "<translation>Remettre</translation>")
    )
    texts.write(french, "fr", [("Page", "Hand over"), ("Page", "Weigh")])
    assert texts.translations_in(french) == {("Page", "Hand over"): ["Remettre"]}
