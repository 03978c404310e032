"""Shelves in words: their kinds, how full they are, the steps of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import words
from ui.figures import when_text

if TYPE_CHECKING:
    from counter_app.desk.places import Place


def kinds() -> list[tuple[str, str]]:
    """The kinds of places, for a choice."""
    return [
        ("folder", QCoreApplication.translate("Shelves", "Folder")),
        ("shelf", QCoreApplication.translate("Shelves", "Shelf")),
        ("bin", QCoreApplication.translate("Shelves", "Bin")),
        ("floor", QCoreApplication.translate("Shelves", "Floor")),
        ("shred_pile", QCoreApplication.translate("Shelves", "Shred pile")),
        ("returns", QCoreApplication.translate("Shelves", "Returns")),
    ]


def kind(code: str) -> str:
    return dict(kinds()).get(code, code)


def steps() -> list[tuple[str, str]]:
    """Where one looks for a piece that is missing, in this order (2.11)."""
    return [
        ("neighbours", QCoreApplication.translate("Shelves", "Beside it")),
        ("boxes", QCoreApplication.translate("Shelves", "Physical boxes")),
        ("returns", QCoreApplication.translate("Shelves", "Returns")),
        ("outgoing", QCoreApplication.translate("Shelves", "Outgoing mail")),
        ("other_shelves", QCoreApplication.translate("Shelves", "Other shelves")),
        ("colleagues", QCoreApplication.translate("Shelves", "Colleagues asked")),
    ]


def shelf_of(code: str) -> str:
    """A shelf as it is written; the words for none."""
    return code or QCoreApplication.translate("Shelves", "No shelf")


def fullness(place: Place) -> tuple[str, str]:
    """(words, kind) of how full a place is, for a pill."""
    if place.shelf is None:
        return QCoreApplication.translate("Shelves", "Not set up"), "warn"
    if not place.shelf.in_use:
        return QCoreApplication.translate("Shelves", "Closed"), ""
    if not place.shelf.capacity:
        return QCoreApplication.translate("Shelves", "Room"), "ok"
    if place.full:
        return QCoreApplication.translate("Shelves", "Full"), "bad"
    rest = place.shelf.capacity - place.pieces
    return QCoreApplication.translate("Shelves", "Room for %n", "", rest), "warn" if rest * 5 < place.pieces else "ok"


def pieces(count: int) -> str:
    return QCoreApplication.translate("Shelves", "%n piece(s)", "", count)


def piece_row(item: Any, desk: Any) -> dict[str, Any]:
    """A piece in a list in front of the shelves."""
    said, how = words.piece_state(item)
    kind_of_mail = f"{words.carrier(item.carrier)} {words.mail_type(item.mail_type)}".strip()
    return {
        "id": item.id,
        "mail_id": item.mail_id,
        "piece": words.mail_id(item.mail_id),
        "piece_note": kind_of_mail,
        "who": item.name_matched or item.name_on_piece,
        "who_note": words.pmb(item.mailbox),
        "shelf": shelf_of(item.last_shelf if item.searched_for else item.shelf),
        "state": said,
        "state_kind": how,
        "when": when_text(desk.local(item.received_ms), desk.local(desk.now_ms())),
    }
