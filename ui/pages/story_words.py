"""The acts of a piece's story in words: what was said, and where the act stands with the centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.figures import weight_text
from ui.pages import shelf_words

if TYPE_CHECKING:
    from counter_app.desk.custody import Happened


def sent_words(sent: str) -> tuple[str, str]:
    """(words, kind) of where an act stands with the centre, for a pill."""
    return {
        "sent": (QCoreApplication.translate("Story", "Sent"), "ok"),
        "kept": (QCoreApplication.translate("Story", "Kept here"), "info"),
        "contested": (QCoreApplication.translate("Story", "Contested"), "bad"),
        "refused": (QCoreApplication.translate("Story", "Refused"), "bad"),
    }.get(sent, (QCoreApplication.translate("Story", "See Inbox"), "bad"))


def told(one: Happened) -> str:
    """What the act said, in one line; "" when it said nothing that is kept in clear."""
    facts = dict(one.facts)
    parts = []
    if "mailbox" in facts:
        parts.append(f"PMB {facts['mailbox']}")
    if "shelf" in facts:
        parts.append(QCoreApplication.translate("Story", "shelf {shelf}").format(shelf=facts["shelf"]))
    if facts.get("weight_g", "").isdigit():
        parts.append(weight_text(int(facts["weight_g"])))
    if "step" in facts:
        parts.append(dict(shelf_words.steps()).get(facts["step"], facts["step"]))
    if "collector" in facts:
        parts.append(facts["collector"])
    if "reason" in facts:
        parts.append(QCoreApplication.translate("Story", "“{reason}”").format(reason=facts["reason"]))
    return " · ".join(parts)
