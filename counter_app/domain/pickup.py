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
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()

    @property
    def to_hand_over(self) -> tuple[str, ...]:
        """The pieces that leave: all but those that were not found on the shelf."""
        return tuple(item for item in self.items if item not in self.missing)


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
    if any(item not in pickup.scanned for item in pickup.to_hand_over):
        found.append("pickup.pieces_not_scanned")
    if PickupState(pickup.state) not in (S.PAID, S.PAY_LATER):
        found.append("pickup.not_paid")
    if not pickup.signature:
        found.append("pickup.not_signed")
    return tuple(found)
