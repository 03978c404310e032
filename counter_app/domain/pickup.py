"""A pickup: its states, its legal moves, and the gate before a piece leaves the counter (S-12, S-14, S-16)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PickupState(Enum):
    SCHEDULED = "scheduled"
    READY = "ready"
    IN_PROGRESS = "in_progress"
    CHARGING = "charging"
    """The charge was asked for and not yet answered: shown as "checking", never as paid (S-15)."""
    PAID = "paid"
    PAY_LATER = "pay_later"
    """Offline, allowed by the store's setting: the centre charges when the act arrives."""
    PAYMENT_DECLINED = "payment_declined"
    HANDED_OVER = "handed_over"
    DECLINED = "declined"


S = PickupState
MOVES: frozenset[tuple[PickupState, PickupState]] = frozenset(
    {
        (S.SCHEDULED, S.READY),
        (S.SCHEDULED, S.IN_PROGRESS),
        (S.READY, S.IN_PROGRESS),
        (S.IN_PROGRESS, S.READY),
        (S.IN_PROGRESS, S.CHARGING),
        (S.IN_PROGRESS, S.PAID),
        (S.IN_PROGRESS, S.PAY_LATER),
        (S.CHARGING, S.PAID),
        (S.CHARGING, S.PAYMENT_DECLINED),
        (S.CHARGING, S.PAY_LATER),
        (S.PAY_LATER, S.PAYMENT_DECLINED),
        (S.PAYMENT_DECLINED, S.IN_PROGRESS),
        (S.PAYMENT_DECLINED, S.DECLINED),
        (S.PAID, S.HANDED_OVER),
        (S.PAY_LATER, S.HANDED_OVER),
        (S.SCHEDULED, S.DECLINED),
        (S.READY, S.DECLINED),
    }
)
OPEN = frozenset(state for state in S if any(old is state for old, _ in MOVES))
ID_TYPES = ("driver_licence", "state_id", "passport", "military_id", "tribal_id", "other_government_id")
MODES = ("scheduled", "walk_in")
COURTESY = "courtesy"
"""The mode of a pickup that was only marked: the customer had his pieces already, and nothing was charged."""
DECLINE_AFTER_DAYS = 7
"""So many full days at the store must have passed since the appointment before a pickup is given up (T7)."""
DECLINE_LEAST_MS = DECLINE_AFTER_DAYS * 86_400_000 - 3_600_000
"""The least that such days can last, in any zone and over any change of the clocks."""


@dataclass(frozen=True, slots=True)
class Written:
    """A signed paper as a clerk has read it: who may collect, for which mailbox, until which day (ISO), which pieces
    (none named: all of the pickup), and its photo."""

    name: str
    mailbox: str
    until: str
    photo: bytes = b""
    item_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A written authorisation for one pickup: who may collect, which pieces (none named: all), until when.

    `until` is the last day at the store, `until_ms` its end in UTC milliseconds, `photo` the hash of its picture.
    """

    id: str
    name: str
    until: str
    until_ms: int
    items: tuple[str, ...] = ()
    photo: str = ""
    used_ms: int = 0

    def good_at(self, at_ms: int) -> bool:
        """Whether somebody may still collect on it: not used up, not expired."""
        return not self.used_ms and at_ms <= self.until_ms


def may_move(old: PickupState, new: PickupState) -> bool:
    """Whether a pickup may go from `old` to `new`; staying is not a move."""
    return (old, new) in MOVES


@dataclass(frozen=True, slots=True)
class Pickup:
    """A pickup as station and centre keep it. Money in cents, times in UTC milliseconds."""

    id: str
    account_id: str
    mailbox: str
    state: str
    mode: str = "walk_in"
    items: tuple[str, ...] = ()
    scanned: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    requested_ms: int = 0
    appointment_ms: int = 0
    collector: str = ""
    collector_listed: bool = False
    id_type: str = ""
    id_checked_by: str = ""
    signature: str = ""
    amount_cents: int = 0
    attempt: int = 0
    payment: str = ""
    charged_ms: int = 0
    handed_by: str = ""
    handed_ms: int = 0
    reason: str = ""
    fetched: tuple[str, ...] = ()
    """Pieces that lie at the counter already, where the customer is waited for."""
    ready_ms: int = 0
    """When all of them did for the first time: then the customer is told, and never again of this pickup."""
    papers: tuple[Paper, ...] = ()
    paper: str = ""
    """The id of the written authorisation on which the collector is allowed, "" when the form allows him."""
    letters_cents: int = 0
    """What of `amount_cents` is the one charge for flat mail."""
    charge_ms: int = 0
    """When the fee was asked for, last; `charged_ms` is when it was paid."""
    refused_ms: int = 0
    """When somebody refused to sign, last."""
    locked_by: str = ""
    locked_ms: int = 0
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()

    @property
    def to_hand_over(self) -> tuple[str, ...]:
        """The pieces that leave: all but those that were not found on the shelf."""
        return tuple(item for item in self.items if item not in self.missing)

    @property
    def waits_from_ms(self) -> int:
        """From when the days are counted after which it may be given up: the appointment, else the request."""
        return self.appointment_ms or self.requested_ms

    @property
    def asked_for(self) -> bool:
        """Whether it waits for its customer, who has not come yet."""
        return self.mode == "scheduled" and PickupState(self.state) in (S.SCHEDULED, S.READY)

    @property
    def owed(self) -> bool:
        """Whether the pieces are out of the door and their fee was declined (2.5 no. 6)."""
        return PickupState(self.state) is S.HANDED_OVER and self.payment == "declined"

    def paper_of(self, paper_id: str) -> Paper | None:
        return next((one for one in self.papers if one.id == paper_id), None)


def gaps(pickup: Pickup) -> tuple[str, ...]:
    """What still stands between these pieces and the door, in the order of work; empty when nothing does.

    S-12: ID first, every piece scanned and of that mailbox, then paid, signed, and only then handed over.
    """
    found: list[str] = []
    if not pickup.to_hand_over:
        found.append("pickup.no_pieces")
    if not pickup.id_type or not pickup.id_checked_by:
        found.append("pickup.id_not_checked")
    elif not pickup.collector_listed:
        found.append("pickup.collector_not_authorised")
    elif (paper := pickup.paper_of(pickup.paper)) and paper.items and not set(pickup.to_hand_over) <= set(paper.items):
        found.append("pickup.paper_not_for_piece")
    if any(item not in pickup.scanned for item in pickup.to_hand_over):
        found.append("pickup.pieces_not_scanned")
    if PickupState(pickup.state) not in (S.PAID, S.PAY_LATER):
        found.append("pickup.not_paid")
    if not pickup.signature:
        found.append("pickup.not_signed")
    return tuple(found)
