"""The texts of the program and their translations: `python -m ui.texts` after a sentence was written or changed.

Texts are read from the source by their syntax tree: Qt's `lupdate` (6.11) leaves out a call whose number is an
expression, and does not see that `QCoreApplication.translate(..., n)` has plurals. The files are Qt Linguist's own;
people translate them there. English needs only its plurals: `%n piece(s)` becomes "%n piece" and "%n pieces".
"""

from __future__ import annotations

import ast
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
SPOKEN_IN = ("ui", "counter_app", "printers")
Text = tuple[str, str]
"""Context and source text."""


def texts_in(source: str) -> Iterator[Text]:
    """Every text that a file gives to Qt's translation: `translate("Context", "text", ...)` and QT_TRANSLATE_NOOP."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in ("translate", "QT_TRANSLATE_NOOP"):
            continue
        context, text = node.args[:2]
        if all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in (context, text)):
            yield str(context.value), str(text.value)  # type: ignore[attr-defined]


def all_texts(root: Path = ROOT) -> list[Text]:
    """Every text of the program, sorted, once."""
    files = [path for part in SPOKEN_IN for path in (root / part).rglob("*.py")]
    return sorted({text for path in files for text in texts_in(path.read_text(encoding="utf-8"))})


def plural_forms(source: str) -> list[str]:
    """English singular and plural: what stands in brackets after a word belongs to the plural only."""
    return [re.sub(r"(?<=\w)\((\w+)\)", ending, source) for ending in ("", r"\1")]


def translations_in(ts: Path) -> dict[Text, list[str]]:
    """What a file of Qt Linguist holds; an unfinished entry is left out."""
    found: dict[Text, list[str]] = {}
    if not ts.exists():
        return found
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            entry = message.find("translation")
            if entry is None or entry.get("type"):
                continue
            texts = [form.text or "" for form in entry.iter("numerusform")] or [entry.text or ""]
            if all(texts):
                found[context.findtext("name") or "", message.findtext("source") or ""] = texts
    return found


def write(ts: Path, language: str, texts: list[Text]) -> None:
    """Bring a file up to date: old translations stay, new texts are unfinished (or English), gone ones go."""
    known = translations_in(ts)  # what people wrote is never dropped while its text stands
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context_of: dict[str, ElementTree.Element] = {}
    for context, source in texts:
        if context not in context_of:
            context_of[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context_of[context], "name").text = context
        message = ElementTree.SubElement(context_of[context], "message")
        ElementTree.SubElement(message, "source").text = source
        entry = ElementTree.SubElement(message, "translation")
        plural = "%n" in source
        if plural:
            message.set("numerus", "yes")
        forms = known.get((context, source), [])
        if language == "en":
            forms = plural_forms(source) if plural else [source]
        if not forms:
            entry.set("type", "unfinished")
        elif plural:
            for form in forms:
                ElementTree.SubElement(entry, "numerusform").text = form
        else:
            entry.text = forms[0]
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_into(ts: Path, qm: Path) -> None:
    """Run Qt's `lrelease`, which PySide6 ships."""
    folder = Path(PySide6.__file__).parent
    places = [base / name for base in (folder, folder / "Qt" / "libexec") for name in ("lrelease", "lrelease.exe")]
    tool = next(path for path in places if path.exists())
    subprocess.run([str(tool), "-silent", str(ts), "-qm", str(qm)], check=True, timeout=60)  # noqa: S603 - Qt's own


def open_in(language: str, texts: list[Text]) -> list[Text]:
    """The texts that `language` does not have yet."""
    known = translations_in(FOLDER / f"counter_{language}.ts")
    return [text for text in texts if text not in known]


def main() -> None:
    """Bring every language up to date and compile it; say what goes, and what nobody has translated yet."""
    FOLDER.mkdir(exist_ok=True)
    texts = all_texts()
    for language in sorted({"en", *(ts.stem.rpartition("_")[2] for ts in FOLDER.glob("counter_*.ts"))}):
        ts = FOLDER / f"counter_{language}.ts"
        for (context, source), forms in sorted(translations_in(ts).items()):
            if (context, source) not in texts and language != "en":
                print(f"no longer used ({language}) {context}: {source} = {' | '.join(forms)}")
        write(ts, language, texts)
        compile_into(ts, ts.with_suffix(".qm"))
        for context, source in open_in(language, texts):
            print(f"not translated ({language}) {context}: {source}")


if __name__ == "__main__":
    main()
