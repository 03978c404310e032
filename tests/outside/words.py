"""The text of a control in a language, from the same translation files that the program is built from."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from resources import path

LANGUAGES = ("en", "fr")
LOCALES = {"en": "en_US.UTF-8", "fr": "fr_FR.UTF-8"}


def missing(language: str) -> str:
    """Why this language cannot be driven yet; "" when it can."""
    file = path(f"i18n/counter_{language}.qm")
    return "" if file.exists() else f"{file.name} is not made yet"


def said(language: str, source: str, context: str = "") -> str:
    """`source` in this language; of one context where the same English words mean two things. KeyError without it."""
    texts = _texts(language)
    if context:
        return texts[context, source]
    found = {text for (_, one), text in texts.items() if one == source}
    if len(found) != 1:
        raise KeyError(f"{source!r} is said in {len(found)} ways in {language}; name the context")
    return found.pop()


@cache
def _texts(language: str) -> dict[tuple[str, str], str]:
    found = {}
    for context in ElementTree.parse(path(f"i18n/counter_{language}.ts")).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            source, target = message.findtext("source") or "", message.find("translation")
            if target is not None and message.get("numerus") != "yes":
                found[context.findtext("name") or "", source] = target.text or source
    return found
