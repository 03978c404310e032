"""The lines of the yes/no screen as sentences: moments, pieces and shelves in the clerk's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import words
from ui.figures import when_text
from ui.sentences import sentence

if TYPE_CHECKING:
    from counter_app.desk.context import Desk
    from counter_app.domain.mail_item import MailItem

PIECES_NAMED = 3


def say_line(code: str, facts: Mapping[str, Any], item: MailItem | None, desk: Desk) -> str:
    """The sentence of a line or of a refusal; what its facts leave out comes from the piece in question."""
    told = dict(facts)
    now = desk.local(desk.now_ms())

    def when(at_ms: int) -> str:
        return when_text(desk.local(at_ms), now) if at_ms else "–"

    told["day"] = when(told.get("oldest_ms") or told.get("ms") or 0)
    told["since"] = when(told["since_ms"]) if told.get("since_ms") else told.get("since", "")
    told["due"] = when(told.get("due_ms") or 0)
    told["carrier"] = words.carrier(str(told.get("carrier", "")))
    told["mailbox"] = told.get("mailbox") or (item.mailbox if item is not None else "")
    told["shelf"] = (
        told.get("shelf")
        or (item.shelf if item is not None else "")
        or QCoreApplication.translate("Answer", "no shelf noted")
    )
    if "mail_id" in told:
        told["mail_id"] = _unbroken(told["mail_id"])
    pieces = told.get("pieces")
    if isinstance(pieces, (tuple, list)):
        told["pieces"] = words.listed([_unbroken(one) for one in pieces], PIECES_NAMED)
    return sentence(code, told)


def _unbroken(mail_id: str) -> str:
    """A Mail ID that no line of text parts at its hyphen."""
    return words.mail_id(mail_id).replace("-", "\N{NON-BREAKING HYPHEN}")
