"""The same clerk with the whole station in one thread, one step after the other, so that a crash has a number."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from counter_app.demo import people
from counter_app.station import Station
from counter_app.store.db import Database
from printers.tcp import TcpTransport
from tests.faults.clerk import WAIT_S, Clerk, Say

CRASHED = 99


class StillClerk(Clerk):
    """Nothing is started: printing and the exchange are steps that the clerk takes."""

    def __init__(self, order: dict[str, Any], say: Say) -> None:
        super().__init__(order, say)
        self.station.spooler.recover()
        self.sign_in()
        self.answer_doubtful()
        self.exchange()

    def do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        return use_case(self.station.desk, *args)

    def wait(self, fact: Callable[[], Any], what: str) -> Any:
        until = time.monotonic() + WAIT_S
        while not (found := fact()):
            assert time.monotonic() < until, what
            self.exchange()
        return found

    def exchange(self) -> None:
        assert self.station.worker is not None
        self.station.worker._engine.round()

    def print_all(self) -> None:
        for printer in ("label", "receipt"):
            while self.station.spooler.print_next(printer):
                pass

    def small_day(self) -> None:
        """A few acts of every kind that moves a piece, a sheet of paper or money."""
        if self.order["hand"]:
            self.receive(*self.order["hand"])
        tracking = people.number(self.random, "ups")
        self.receive(tracking, *self.customer())
        self.print_all()
        self.move()
        self.hand_over()
        self.exchange()
        self.print_again()
        self.print_all()
        self.exchange()


def crash_at(where: str, number: int) -> None:
    """From now on this process dies at the `number`th commit or announcement, right before or right after it."""
    left = [number]

    def reached(place: str) -> None:
        left[0] -= place == where
        if left[0] == 0 and place == where:
            os._exit(CRASHED)

    real_init, real_announce = Database.__init__, Station.announce

    def init(self: Database, *args: Any, **named: Any) -> None:
        real_init(self, *args, **named)
        dialect = self._writer.dialect
        real_commit = dialect.do_commit

        def commit(connection: Any) -> None:
            reached("before commit")
            real_commit(connection)
            reached("after commit")

        dialect.do_commit = commit  # type: ignore[method-assign]

    def announce(self: Station, event: object) -> None:
        reached("before announce")
        real_announce(self, event)
        reached("after announce")

    Database.__init__ = init  # type: ignore[method-assign]
    Station.announce = announce  # type: ignore[method-assign]


def crash_while_printing(place: str, share: float = 0.0) -> None:
    """From now on this process dies while it prints: before it connects, after a share of the bytes, or later."""
    real_ready, real_send = TcpTransport._ready, TcpTransport.send

    def ready(self: TcpTransport, deadline: float) -> Any:
        if place == "before connect":
            os._exit(CRASHED)
        wire = real_ready(self, deadline)
        if place == "printer asked":
            os._exit(CRASHED)
        return wire

    def send(self: TcpTransport, data: bytes, timeout_s: float) -> None:
        if place == "some bytes":
            wire = real_ready(self, time.monotonic() + timeout_s)
            wire.sendall(data[: round(len(data) * share)])
            os._exit(CRASHED)
        real_send(self, data, timeout_s)
        os._exit(CRASHED)

    TcpTransport._ready = ready  # type: ignore[method-assign]
    TcpTransport.send = send  # type: ignore[method-assign]


def one_label(clerk: StillClerk) -> None:
    """Receive one piece and print its label."""
    clerk.receive(people.number(clerk.random, "ups"), *clerk.customer())
    clerk.say(printing=1)
    clerk.print_all()
