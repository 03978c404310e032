"""One piece of mail: its states, its legal moves, and what is known about it (S-04, S-09)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ItemState(Enum):
    UNASSIGNED = "unassigned"
    RECEIVED = "received"
    IN_TASK = "in_task"
    SCANNED = "scanned"
    INCLUDED_IN_CONSOLIDATION = "included_in_consolidation"
    SHIPPED = "shipped"
    PICKED_UP = "picked_up"
    SHREDDED = "shredded"
    DISCARDED = "discarded"
    DEPOSITED = "deposited"
    HANDED_TO_DRIVER = "handed_to_driver"
    DELIVERED = "delivered"
    RETURNED_TO_SENDER = "returned_to_sender"
    LOST = "lost"
    TAKEN_BACK = "taken_back"
    """Inserted by mistake and taken back by the clerk before anything else happened to it."""


S = ItemState
MOVES: frozenset[tuple[ItemState, ItemState]] = frozenset(
    {
        (S.UNASSIGNED, S.RECEIVED),
        (S.RECEIVED, S.IN_TASK),
        (S.SCANNED, S.IN_TASK),
        (S.IN_TASK, S.RECEIVED),
        (S.RECEIVED, S.SCANNED),
        (S.IN_TASK, S.SCANNED),
        (S.RECEIVED, S.INCLUDED_IN_CONSOLIDATION),
        (S.SCANNED, S.INCLUDED_IN_CONSOLIDATION),
        (S.IN_TASK, S.INCLUDED_IN_CONSOLIDATION),
        (S.INCLUDED_IN_CONSOLIDATION, S.RECEIVED),
        (S.INCLUDED_IN_CONSOLIDATION, S.SCANNED),
        (S.IN_TASK, S.SHIPPED),
        (S.IN_TASK, S.PICKED_UP),
        (S.IN_TASK, S.SHREDDED),
        (S.IN_TASK, S.DISCARDED),
        (S.IN_TASK, S.DEPOSITED),
        (S.IN_TASK, S.HANDED_TO_DRIVER),
        (S.HANDED_TO_DRIVER, S.DELIVERED),
        (S.HANDED_TO_DRIVER, S.RECEIVED),
        (S.RECEIVED, S.PICKED_UP),
        (S.SCANNED, S.PICKED_UP),
        (S.UNASSIGNED, S.RETURNED_TO_SENDER),
        (S.RECEIVED, S.RETURNED_TO_SENDER),
        (S.UNASSIGNED, S.LOST),
        (S.RECEIVED, S.LOST),
        (S.SCANNED, S.LOST),
        (S.IN_TASK, S.LOST),
        (S.LOST, S.UNASSIGNED),
        (S.LOST, S.RECEIVED),
        (S.LOST, S.SCANNED),
        (S.UNASSIGNED, S.TAKEN_BACK),
        (S.RECEIVED, S.TAKEN_BACK),
    }
)
FINAL = frozenset(state for state in S if not any(old is state for old, _ in MOVES)) | {S.INCLUDED_IN_CONSOLIDATION}
"""From here a piece goes nowhere; out of a bundle it comes back only when a manager undoes that (2.7)."""
ON_THE_SHELF = frozenset({S.UNASSIGNED, S.RECEIVED, S.IN_TASK, S.SCANNED})
MAIL_TYPES = ("letter", "large_envelope", "postcard", "magazine", "package", "check")
SEARCH_STEPS = ("neighbours", "boxes", "returns", "outgoing", "other_shelves", "colleagues")
"""Where a piece that is not found is looked for, in this order (2.11)."""
FLAGS = (
    "accountable",
    "perishable",
    "damaged",
    "postage_due",
    "looks_like_check",
    "to_be_checked",
    "registered",
    "restricted",
)


def may_move(old: ItemState, new: ItemState) -> bool:
    """Whether a piece may go from `old` to `new`; staying is not a move."""
    return (old, new) in MOVES


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that went wrong with a piece (2.8): what kind, in whose words, with which picture, by which act."""

    op_id: str
    kind: str
    text: str = ""
    photo: str = ""
    at_ms: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class MailItem:
    """A piece as station and centre keep it. Weight in grams, sides in millimetres, money in cents, times in UTC
    milliseconds, dates ISO."""

    id: str
    mail_id: str
    state: str
    account_id: str = ""
    mailbox: str = ""
    name_on_piece: str = ""
    name_matched: str = ""
    verdict: str = ""
    mail_type: str = "package"
    carrier: str = ""
    tracking: str = ""
    weight_g: int = 0
    shelf: str = ""
    photo: str = ""
    flags: tuple[str, ...] = ()
    received_on: str = ""
    received_ms: int = 0
    received_by: str = ""
    task_id: str = ""
    state_before_task: str = ""
    scan: str = ""
    """The PDF of what was in it, once it was opened and scanned."""
    incidents: tuple[Incident, ...] = ()
    final_ms: int = 0
    storage_noted_ms: int = 0
    """When the customer was told that storage is about to cost, and until when it is free (`storage_until`, ISO)."""
    storage_until: str = ""
    searching_ms: int = 0
    """Since when it is searched for: it was not where it should be. 0: it lies where `shelf` says. No storage is
    charged from here on (2.11)."""
    searching_by: str = ""
    last_shelf: str = ""
    """Where it was thought to be when it was missed."""
    looked: tuple[str, ...] = ()
    """The steps of the search that were done (SEARCH_STEPS)."""
    paused_ms: int = 0
    """How long earlier searches took, for which no storage is charged."""
    seen_ms: int = 0
    """When it was last seen where it lies, by a count or by fetching; `seen_shelf` is where."""
    seen_shelf: str = ""
    was_of: tuple[str, ...] = ()
    """Accounts in which it lay by mistake: their histories keep a trace of it. `moved_why`: the last reason."""
    moved_why: str = ""
    intake: str = ""
    """The carrier's drop that it came with."""
    sender: str = ""
    custom_type: str = ""
    """What the store calls it; it is charged as its `mail_type`."""
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    postage_due_cents: int = 0
    slipped_on: str = ""
    """The day on which it should have been inserted and was not, with the reason (4.2 case 10)."""
    slip_reason: str = ""
    notice: str = ""
    """`Mail received` was told to `notice_for`: return, hold, or "" (2.3)."""
    notice_for: str = ""
    notice_mailbox: str = ""
    apart: str = ""
    """Why it lies on no mailbox's shelf: return (to its sender), hold (until there is an instruction), or ""."""
    apart_ms: int = 0
    apart_by: str = ""
    return_reason: str = ""
    return_note: str = ""
    return_photo: str = ""
    return_due_ms: int = 0
    manifest: str = ""
    parent_id: str = ""
    """The consolidated piece in which it lies."""
    parts: tuple[str, ...] = ()
    """Of a consolidated piece: what was bound together."""
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()

    @property
    def on_the_shelf(self) -> bool:
        return ItemState(self.state) in ON_THE_SHELF

    @property
    def searched_for(self) -> bool:
        """Whether it should lie here, and nobody knows where."""
        return self.searching_ms > 0 and self.on_the_shelf
