"""What a clerk reads of shelves, of counting, of fetching, and of a piece that is missing (2.3, 2.11)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHELVES: dict[str, Any] = {
    "shelf.unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no shelf {shelf} yet, and nothing was put there. Set it up, or scan the shelf that you mean.",
    ),
    "shelf.closed": QT_TRANSLATE_NOOP(
        "Sentences", "Shelf {shelf} was closed: nothing is put there any more. Scan another shelf, or open it again."
    ),
    "shelf.full": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} lies on {shelf}. More lies there now than fits ({pieces} of {capacity}): look for room."
    ),
    "shelf.zone_missing": QT_TRANSLATE_NOOP("Sentences", "Say in which zone {shelf} stands, for example Front."),
    "shelf.field_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Turn and capacity of {shelf} are numbers from 0 to 9999. Nothing was changed."
    ),
    "shelf.scan_first": QT_TRANSLATE_NOOP(
        "Sentences", "Scan a shelf first, then its pieces; or one piece, then its shelf."
    ),
    "shelf.not_known": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{asked}” is neither a shelf nor a piece that is known here. Receive the piece first, or scan another code.",
    ),
    "op.shelf_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This shelf was never set up, so it can be neither closed nor opened. Set it up first."
    ),
    "op.stocktake_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This count was never begun here. Scan the shelf and begin again."
    ),
    "stocktake.not_open": QT_TRANSLATE_NOOP(
        "Sentences",
        "Nobody counts {shelf} any more; another counter has ended it. Begin anew if you want to count again.",
    ),
    "stocktake.too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "{most} pieces or more lie on {shelf}; so many cannot be counted at once. Divide the shelf into several first.",
    ),
    "stocktake.other_shelf": QT_TRANSLATE_NOOP(
        "Sentences",
        "{other} is another shelf, and {shelf} is still being counted. End or leave that count first.",
    ),
    "fetch.nothing": QT_TRANSLATE_NOOP("Sentences", "There is nothing to fetch."),
    "fetch.too_many": QT_TRANSLATE_NOOP(
        "Sentences", "{count} pieces do not fit on one fetch list; {most} do. Choose fewer pieces."
    ),
    "fetch.not_in_list": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} is not on this list. Put it back where you took it; it lies on {shelf}."
    ),
    "search.already": QT_TRANSLATE_NOOP("Sentences", "{mail_id} is being searched for already."),
    "search.not_searched": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} is not searched for any more; somebody has found it or handed it over."
    ),
    "search.step_wrong": QT_TRANSLATE_NOOP("Sentences", "This is no step of the search. Nothing was noted."),
    "search.reason_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Write down why {mail_id} is given up; its story keeps it, and the customer is told."
    ),
    "search.last_of_task": QT_TRANSLATE_NOOP(
        "Sentences",
        "{mail_id} is all that is left of a task that is paid. Ask support to give the money back; until then it stays "
        "in the search.",
    ),
    "custody.no_photo": QT_TRANSLATE_NOOP("Sentences", "No photo of {mail_id} was taken."),
    "custody.not_saved": QT_TRANSLATE_NOOP(
        "Sentences", "{file} could not be written ({why}). What was there is as it was: choose another place."
    ),
    "verdict.searching": QT_TRANSLATE_NOOP("Sentences", "Missing: is it in your hand?"),
    "do.searching": QT_TRANSLATE_NOOP(
        "Sentences", "If it is in your hand, scan its label or put it on a shelf: the search is over then."
    ),
    "piece.searched_for": QT_TRANSLATE_NOOP(
        "Sentences", "It is being searched for since {day}; it was thought to be on {last_shelf}."
    ),
}
