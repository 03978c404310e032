"""The translations hold every sentence of the program, and a language said to be complete has them all."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
SPOKEN_IN = ("ui", "counter_app", "printers")
COMPLETE = ("en", "fr", "es")
"""Languages that are offered as complete."""

Sentence = tuple[str, str, str]
"""Context, source, comment."""


def lupdate() -> Path:
    folder = Path(PySide6.__file__).parent
    return next(
        path for path in (folder / "lupdate", folder / "lupdate.exe", folder / "Tools" / "lupdate") if path.exists()
    )


def messages(ts: Path) -> Iterator[tuple[Sentence, ElementTree.Element]]:
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 - our own files
        for message in context.iter("message"):
            texts = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            yield tuple(text or "" for text in texts), message  # type: ignore[misc]


def live_sentences(ts: Path) -> Counter[Sentence]:
    gone = ("vanished", "obsolete")
    return Counter(s for s, m in messages(ts) if (t := m.find("translation")) is None or t.get("type") not in gone)


def sentences_in_code(files: list[Path], into: Path) -> Counter[Sentence]:
    """What lupdate finds in the files; `into` is an empty folder."""
    fresh, listed = into / "fresh_en.ts", into / "files.lst"
    listed.write_text("\n".join(map(str, files)), "utf-8")
    line = [str(lupdate()), "-silent", "-locations", "none", f"@{listed}", "-ts", str(fresh)]
    subprocess.run(line, check=True, capture_output=True, timeout=120)
    return live_sentences(fresh) if fresh.exists() else Counter()


def open_entries(ts: Path) -> list[str]:
    """Sentences that are unfinished, empty or no longer said."""
    found = []
    for sentence, message in messages(ts):
        translation = message.find("translation")
        texts = (
            [] if translation is None else [form.text for form in translation.iter("numerusform")] or [translation.text]
        )
        kind = None if translation is None else translation.get("type")
        if kind or not texts or not all(text and text.strip() for text in texts):
            found.append(f"{ts.name}: {kind or 'empty'}: {sentence[1]}")
    return found


def translations() -> list[Path]:
    files = sorted(FOLDER.glob("*.ts"))
    if not files:
        pytest.skip("resources/i18n holds no .ts file yet")
    return files


def language(ts: Path) -> str:
    return ts.stem.rpartition("_")[2] or ts.stem


def test_every_translation_knows_exactly_the_sentences_of_the_code(tmp_path: Path) -> None:
    files = translations()
    code = sentences_in_code([f for folder in SPOKEN_IN for f in sorted((ROOT / folder).rglob("*.py"))], tmp_path)
    for ts in files:
        kept = live_sentences(ts)
        plural_only = language(ts) == "en" and len(kept) < len(code)  # English may hold only its plurals
        missing = Counter() if plural_only else code - kept
        assert (sorted(missing), sorted(kept - code)) == ([], []), ts.name


def test_complete_languages_have_no_open_entry() -> None:
    files = translations()
    assert [entry for ts in files if language(ts) in COMPLETE for entry in open_entries(ts)] == []
    assert {language(ts) for ts in files} >= set(COMPLETE)


def test_a_sentence_that_the_translation_lacks_is_seen(tmp_path: Path) -> None:
    code = tmp_path / "page.py"
    code.write_text(
        "class Page(QWidget):\n    def f(self):\n        return self.tr('Hand over'), self.tr('%n piece(s)', '', 2)\n"
    )
    found = sentences_in_code([code], tmp_path)
    assert found == Counter([("Page", "Hand over", ""), ("Page", "%n piece(s)", "")])


@pytest.mark.parametrize(
    ("translation", "open_"),
    [
        ("<translation>Remettre</translation>", False),
        ('<translation type="unfinished">Remettre</translation>', True),
        ('<translation type="vanished">Remettre</translation>', True),
        ("<translation></translation>", True),
        ("<translation><numerusform>a</numerusform><numerusform></numerusform></translation>", True),
        ("<translation><numerusform>a</numerusform><numerusform>b</numerusform></translation>", False),
    ],
)
def test_a_planted_open_entry_is_caught(tmp_path: Path, translation: str, open_: bool) -> None:
    ts = tmp_path / "counter_fr.ts"
    ts.write_text(
        '<?xml version="1.0"?><TS version="2.1"><context><name>Page</name>'
        f"<message><source>Hand over</source>{translation}</message></context></TS>",
        "utf-8",
    )
    assert bool(open_entries(ts)) == open_
