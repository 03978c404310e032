"""Why a name on a piece is only like one on the form, in words; the codes are those of `domain.names.NameMatch`."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def why_likely(reasons: Iterable[str]) -> str:
    """One short sentence for the reason that a clerk should look at first, "" when none is known."""
    said = _sentences()
    known = set(reasons)
    return next((text for code, text in said.items() if code in known), "")


def _sentences() -> dict[str, str]:
    """Code -> sentence, the gravest first."""
    return {
        "mixed_script": QCoreApplication.translate("Name", "Some letters only look like Latin letters."),
        "other_script": QCoreApplication.translate("Name", "It is written in another alphabet."),
        "ambiguous": QCoreApplication.translate("Name", "More than one name on the form is as near."),
        "joint": QCoreApplication.translate("Name", "It names several people, and not all of them are on the form."),
        "suffix": QCoreApplication.translate("Name", "Jr, Sr, II or the kind of firm differs."),
        "dba": QCoreApplication.translate("Name", "It stands beside another name that is not on the form."),
        "misread": QCoreApplication.translate("Name", "Letters may be misread, such as 0 for O or rn for m."),
        "cut": QCoreApplication.translate("Name", "Letters seem to be cut off at the edge."),
        "typo": QCoreApplication.translate("Name", "It is spelled differently."),
        "initial": QCoreApplication.translate("Name", "An initial stands for a name."),
        "middle": QCoreApplication.translate("Name", "The middle name differs."),
        "partial": QCoreApplication.translate("Name", "Only a part of the name stands there."),
        "order": QCoreApplication.translate("Name", "The words stand in another order."),
        "spacing": QCoreApplication.translate("Name", "The blanks stand elsewhere."),
        "accent": QCoreApplication.translate("Name", "Only accents differ."),
    }
