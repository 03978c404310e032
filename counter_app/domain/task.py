"""A task: what a customer asked to have done with his pieces; its kinds, states and legal moves (S-10, 2.5 to 2.10).

A pickup is a row of its own kind (`pickup`); everything else that is worked off from the to-do list is one of these.
What only one kind of task knows stands in a class of its own beside this one; `tasks` lists them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import ClassVar


class TaskKind(Enum):
    SCAN = "scan"
    SHIP = "ship"
    CONSOLIDATE = "consolidate"
    SHRED = "shred"
    DISCARD = "discard"
    CHECK_DEPOSIT = "check_deposit"
    PERSONAL_DELIVERY = "personal_delivery"
    FEE = "fee"
    """Money alone: postage due, storage; no piece is worked on."""


class TaskState(Enum):
    REQUESTED = "requested"
    GATHERED = "gathered"
    """Every piece was scanned off its shelf, or noted as missing."""
    CHARGING = "charging"
    """The charge was asked for and not yet answered: shown as "checking", never asked for twice (2.5)."""
    PAID = "paid"
    PAYMENT_DECLINED = "payment_declined"
    AWAITING_CUSTOMER = "awaiting_customer"
    """The price is beyond what the customer has agreed to; he is asked (2.6)."""
    DECLINED = "declined"
    """Given up by the store, with a reason that the customer is told."""
    CANCELLED = "cancelled"
    """Taken back by the customer."""
    OPENED = "opened"
    SCANNED = "scanned"
    COMPLETED = "completed"
    COUNTED = "counted"
    IN_SHRED_PILE = "in_shred_pile"
    SHREDDED = "shredded"
    RESCUED = "rescued"
    """Taken out of the shred pile again; its pieces are on the shelf."""
    DISCARDED = "discarded"
    PREPARED = "prepared"
    """Checks endorsed, slip printed (2.10)."""
    WEIGHED = "weighed"
    PRICED = "priced"
    LABEL_PRINTED = "label_printed"
    VOIDED = "voided"
    HANDED_TO_CARRIER = "handed_to_carrier"
    CONSOLIDATED = "consolidated"
    UNDONE = "undone"
    """A consolidation that a manager took apart again."""
    SEALED = "sealed"
    LABELLED = "labelled"
    DRIVER_ARRIVED = "driver_arrived"
    PHOTO_TAKEN = "photo_taken"
    CODE_MATCHED = "code_matched"
    HANDED_TO_DRIVER = "handed_to_driver"
    DELIVERED = "delivered"
    RETURNED = "returned"


S, K = TaskState, TaskKind
Move = tuple[TaskState, TaskState]


def _way(*states: TaskState) -> frozenset[Move]:
    return frozenset(pairwise(states))


def _given_up(*states: TaskState) -> frozenset[Move]:
    return frozenset((old, new) for old in states for new in (S.DECLINED, S.CANCELLED))


def _charged(before: TaskState) -> frozenset[Move]:
    """Charged from `before`: paid, or declined and tried again; nothing due is paid at once."""
    return frozenset(
        {
            (before, S.CHARGING),
            (before, S.PAID),
            (S.CHARGING, S.PAID),
            (S.CHARGING, S.PAYMENT_DECLINED),
            (S.PAYMENT_DECLINED, before),
            (S.PAYMENT_DECLINED, S.DECLINED),
            (S.PAYMENT_DECLINED, S.CANCELLED),
        }
    )


_PRICE_ASKED = frozenset({(S.PRICED, S.AWAITING_CUSTOMER), (S.AWAITING_CUSTOMER, S.PRICED)})
CHARGED_FROM: dict[TaskKind, TaskState] = {
    K.SCAN: S.SCANNED,
    K.SHIP: S.PRICED,
    K.CONSOLIDATE: S.GATHERED,
    K.SHRED: S.COUNTED,
    K.DISCARD: S.GATHERED,
    K.CHECK_DEPOSIT: S.PRICED,
    K.FEE: S.REQUESTED,
}
"""The state from which the fee of a task is asked for; a delivery is charged by the platform (2.9)."""
MOVES: dict[TaskKind, frozenset[Move]] = {
    # A draft may be scanned anew, and a page that is missing sends it back to the open envelope.
    K.SCAN: _way(S.REQUESTED, S.GATHERED, S.OPENED, S.SCANNED)
    | _charged(S.SCANNED)
    | _way(S.PAID, S.COMPLETED)
    | _given_up(S.REQUESTED, S.GATHERED),
    K.SHIP: _way(S.REQUESTED, S.GATHERED, S.WEIGHED, S.PRICED, S.WEIGHED)
    | _PRICE_ASKED
    | _charged(S.PRICED)
    | _way(S.PAID, S.LABEL_PRINTED, S.HANDED_TO_CARRIER)
    | _way(S.LABEL_PRINTED, S.VOIDED, S.PAID)
    | _way(S.VOIDED, S.DECLINED)
    | _given_up(S.REQUESTED, S.GATHERED, S.WEIGHED, S.PRICED, S.AWAITING_CUSTOMER),
    K.CONSOLIDATE: _way(S.REQUESTED, S.GATHERED)
    | _charged(S.GATHERED)
    | _way(S.PAID, S.CONSOLIDATED, S.UNDONE)
    | _given_up(S.REQUESTED, S.GATHERED),
    K.SHRED: _way(S.REQUESTED, S.GATHERED, S.COUNTED)
    | _charged(S.COUNTED)
    | _way(S.PAID, S.IN_SHRED_PILE, S.SHREDDED)
    | _way(S.IN_SHRED_PILE, S.RESCUED)
    | _given_up(S.REQUESTED, S.GATHERED, S.COUNTED),
    K.DISCARD: _way(S.REQUESTED, S.GATHERED)
    | _charged(S.GATHERED)
    | _way(S.PAID, S.DISCARDED)
    | _given_up(S.REQUESTED, S.GATHERED),
    K.CHECK_DEPOSIT: _way(S.REQUESTED, S.GATHERED, S.PREPARED, S.WEIGHED, S.PRICED, S.WEIGHED)
    | _PRICE_ASKED
    | _charged(S.PRICED)
    | _way(S.PAID, S.LABEL_PRINTED, S.HANDED_TO_CARRIER)
    | _given_up(S.REQUESTED, S.GATHERED, S.PREPARED, S.WEIGHED, S.PRICED, S.AWAITING_CUSTOMER),
    K.PERSONAL_DELIVERY: _way(
        S.REQUESTED,
        S.GATHERED,
        S.SEALED,
        S.LABELLED,
        S.DRIVER_ARRIVED,
        S.PHOTO_TAKEN,
        S.CODE_MATCHED,
        S.HANDED_TO_DRIVER,
        S.DELIVERED,
    )
    | _way(S.HANDED_TO_DRIVER, S.RETURNED)
    | _given_up(S.REQUESTED, S.GATHERED, S.SEALED, S.LABELLED, S.DRIVER_ARRIVED, S.PHOTO_TAKEN, S.CODE_MATCHED)
    # The driver does not come, or leaves: the next one begins with his own photo and code.
    | frozenset({(old, S.LABELLED) for old in (S.DRIVER_ARRIVED, S.PHOTO_TAKEN, S.CODE_MATCHED)}),
    K.FEE: _charged(S.REQUESTED) | _given_up(S.REQUESTED),
}
ENDED: dict[TaskKind, frozenset[TaskState]] = {
    kind: frozenset(new for _, new in moves) - {old for old, _ in moves} for kind, moves in MOVES.items()
}
PAUSED = frozenset({S.PAYMENT_DECLINED, S.AWAITING_CUSTOMER})
"""The clock of S-10 stands still: the store waits for the customer (4.2 cases 12 and 13)."""
OUT_OF_TODO = frozenset(
    {
        S.DECLINED,
        S.CANCELLED,
        S.COMPLETED,
        S.IN_SHRED_PILE,
        S.SHREDDED,
        S.RESCUED,
        S.DISCARDED,
        S.LABEL_PRINTED,
        S.HANDED_TO_CARRIER,
        S.CONSOLIDATED,
        S.UNDONE,
        S.HANDED_TO_DRIVER,
        S.DELIVERED,
        S.RETURNED,
    }
)
"""Nothing of S-10 is owed any more; some of these are watched elsewhere (pile, manifest, deliveries in progress)."""


OPEN = tuple(state for state in S if state not in OUT_OF_TODO)
"""The states of what stands in the to-do list; of a fee, paid is the end."""
DECLINE_REASONS = (
    "piece_missing",
    "piece_wrong",
    "not_possible",
    "not_allowed",
    "address_wrong",
    "payment",
    "customer_wish",
    "duplicate",
    "other",
)
"""Why a store gives a task up; the customer is told, with the clerk's comment (2.5)."""


def may_move(kind: TaskKind, old: TaskState, new: TaskState) -> bool:
    """Whether a task of `kind` may go from `old` to `new`; staying is not a move."""
    return (old, new) in MOVES[kind]


def may_end_without_work(kind: TaskKind, state: TaskState) -> bool:
    """Whether a task of `kind` can still be declined from `state`, if need be after a step back."""
    reached, before = {state}, set[TaskState]()
    while reached != before:
        before = set(reached)
        reached |= {new for old, new in MOVES[kind] if old in before}
    return S.DECLINED in reached


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """One line of what a task costs: `quantity` times `unit_cents`; a discount has `sign` -1, everything else 1."""

    key: str
    label: str = ""
    quantity: int = 1
    unit_cents: int = 0
    sign: int = 1

    @property
    def cents(self) -> int:
        return self.sign * self.quantity * self.unit_cents


def total_cents(lines: tuple[ChargeLine, ...]) -> int:
    """What the lines come to, in cents; never below nothing, however large a discount is."""
    return max(0, sum(line.cents for line in lines))


@dataclass(frozen=True, slots=True)
class Task:
    """What every task has, as station and centre keep it. Money in cents, times in UTC milliseconds."""

    TERMS: ClassVar[tuple[str, ...]] = ()
    """The fields of this kind that whoever asks for the task may set."""

    id: str
    kind: str
    account_id: str
    mailbox: str
    state: str
    items: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    requested_ms: int = 0
    wanted_ms: int = 0
    """When the customer wants it, if that is not simply as soon as S-10 says; 0 otherwise."""
    instructions: str = ""
    opened_by: str = ""
    """The clerk who wrote it down for a customer; "" when the customer asked himself."""
    locked_by: str = ""
    locked_ms: int = 0
    extras: tuple[ChargeLine, ...] = ()
    """Other charges and discounts that a clerk has added before it is charged (2.6)."""
    lines: tuple[ChargeLine, ...] = ()
    """What was asked for at the last attempt."""
    amount_cents: int = 0
    agreed_cents: int = 0
    """What the customer has said yes to."""
    attempt: int = 0
    payment: str = ""
    charged_ms: int = 0
    """When the card was charged, as the centre says; 0 while it was not."""
    reason: str = ""
    comment: str = ""
    ended_ms: int = 0
    ended_by: str = ""
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()

    @property
    def at_hand(self) -> tuple[str, ...]:
        """The pieces that are worked on: all but those that were not found on the shelf."""
        return tuple(item for item in self.items if item not in self.missing)

    @property
    def open(self) -> bool:
        """Whether it stands in the to-do list."""
        return TaskState(self.state) not in OUT_OF_TODO | ENDED[TaskKind(self.kind)]

    @property
    def paused(self) -> bool:
        """Whether the store waits for the customer."""
        return TaskState(self.state) in PAUSED
