"""Who moves the money: the gateway that the centre asks, and the two that exist so far."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from counter_app.domain.payment import ChargeResult


@dataclass(frozen=True)
class ChargeOrder:
    """Money to be moved. `key` is the idempotency key: the gateway moves money for one key at most once."""

    key: str
    account: str
    amount_cents: int


class Gateway(Protocol):
    """Moves money. UNKNOWN, or any exception, means: nobody knows; ask again under the same key."""

    def charge(self, order: ChargeOrder, timeout_s: float) -> ChargeResult: ...


class NoGateway:
    """A store without card payments: nothing is ever known, so nothing is ever shown as paid."""

    def charge(self, order: ChargeOrder, timeout_s: float) -> ChargeResult:
        return ChargeResult.UNKNOWN


class CardSimulator:
    """Behaves like a card gateway, without money: answers as told for each account, else paid.

    Like a real one it remembers what it decided for a key and says so again; `moved` is the money that moved.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[str, deque[ChargeResult]] = defaultdict(deque)
        self._decided: dict[str, ChargeResult] = {}
        self.moved: list[ChargeOrder] = []

    def answer_next(self, account: str, answers: Iterable[str]) -> None:
        """What the coming charges of `account` are answered, in order; replaces what was left."""
        with self._lock:
            self._next[account] = deque(ChargeResult(one) for one in answers)

    def charge(self, order: ChargeOrder, timeout_s: float) -> ChargeResult:
        with self._lock:
            if order.key in self._decided:
                return self._decided[order.key]
            waiting = self._next[order.account]
            result = waiting.popleft() if waiting else ChargeResult.PAID
            if result is not ChargeResult.UNKNOWN:
                self._decided[order.key] = result
            if result is ChargeResult.PAID:
                self.moved.append(order)
            return result
