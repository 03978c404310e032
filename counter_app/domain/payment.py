"""Paying for a task: what the centre may answer, and the states of the payment (S-15)."""

from __future__ import annotations

from enum import Enum


class ChargeResult(Enum):
    """The centre's answer to one charge. UNKNOWN is neither: it is asked again under the same key."""

    PAID = "paid"
    DECLINED = "declined"
    UNKNOWN = "unknown"


class PaymentState(Enum):
    OPEN = "open"
    PROCESSING = "processing"
    COMPLETED = "completed"
    PAYMENT_DECLINED = "payment_declined"
    DECLINED = "declined"
    """The task itself was declined by the store; nothing is owed."""


P = PaymentState
MOVES: frozenset[tuple[PaymentState, PaymentState]] = frozenset(
    {
        (P.OPEN, P.PROCESSING),
        (P.PROCESSING, P.COMPLETED),
        (P.PROCESSING, P.PAYMENT_DECLINED),
        (P.PAYMENT_DECLINED, P.OPEN),
        (P.OPEN, P.DECLINED),
    }
)


def may_move(old: PaymentState, new: PaymentState) -> bool:
    """Whether a payment may go from `old` to `new`. A completed task cannot be declined."""
    return (old, new) in MOVES


def after_answer(result: ChargeResult) -> PaymentState:
    """Where a payment in PROCESSING stands after an answer: an unknown result leaves it in PROCESSING."""
    return {
        ChargeResult.PAID: P.COMPLETED,
        ChargeResult.DECLINED: P.PAYMENT_DECLINED,
        ChargeResult.UNKNOWN: P.PROCESSING,
    }[result]


def charge_key(pickup_id: str, attempt: int) -> str:
    """The idempotency key of one attempt to charge one task: the same key is never charged twice (2.5)."""
    return f"{pickup_id}:{attempt}"
