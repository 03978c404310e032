"""What the processes of a drill do: serve as the centre, or work at a station until they are killed."""

from __future__ import annotations

import json
import os
import queue
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from counter_app import main as program
from counter_app.config import read_config
from counter_app.demo import people
from counter_app.desk import inbox, pickups, receiving
from counter_app.desk.receiving import Arrival
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.errors import CounterError, Offline
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store import journal, state
from counter_app.store.keys import KeySource
from counter_app.sync.engine import Engine
from tests.counter_acts import PNG
from tests.sync.mutants import MUTANTS

WAIT_S = 60.0
CLERK = Actor("clerk-jordan", 4, "password", "")


def centre(order: dict[str, Any]) -> int:
    """`counter central`, until it is killed or told to end."""
    os.environ.update(order["environment"])
    return program.main(["central", "--demo", "--database", order["database"], "--port", str(order["port"])])


def station(order: dict[str, Any]) -> int:
    """Work at a real station. SIGUSR1: no new acts, only what is left to send; SIGTERM: closed in order."""
    with ExitStack() as stack:
        if order["bug"]:
            stack.enter_context(BUGS[order["bug"]]())
        return _worked(order)


def _worked(order: dict[str, Any]) -> int:
    # Waited for and never handled: a handler that sets an event while this thread waits for it stands still for ever.
    told = {signal.SIGUSR1, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, told)
    hand = Hand(order)
    hand.station.start()
    hand.note(ready=1)
    heard = None
    while heard is None:
        hand.act()
        heard = signal.sigtimedwait(told, hand.random.random() * order["pause_s"])
    until = time.monotonic() + WAIT_S
    while heard is None or heard.si_signo != signal.SIGTERM:
        heard = signal.sigtimedwait(told, 0.1)
        hand.allow()
        if hand.station.worker is not None:
            hand.station.worker.kick()
        if time.monotonic() > until:
            return 71
    hand.station.close()
    return 0


class Hand:
    """A clerk's hand at one station; what the desk has confirmed goes into a plain file, and to the disk with it."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.random = Random(order["seed"])
        self._customers = [tuple(one) for one in order["customers"]]
        home = Home(Path(order["home"]))
        self.station = Station(home, read_config(home.config), KeySource("keyfile", key_file=home.key_file), _deaf)
        self._paper = os.open(order["confirmed"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._seen = self._end()

    def note(self, **said: Any) -> None:
        os.write(self._paper, json.dumps(said).encode() + b"\n")
        os.fsync(self._paper)

    def _end(self) -> int:
        with self.station.db.read() as connection:
            return int(connection.exec_driver_sql("SELECT coalesce(max(position), 0) FROM journal").scalar_one())

    def _do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        """One use case on the desk thread, as the window does it; then its acts are noted as confirmed."""
        box: queue.SimpleQueue[Any] = queue.SimpleQueue()
        desk = self.station.desk
        self.station.submit(lambda: use_case(desk, CLERK, *args), lambda got: box.put((True, got)), box.put)
        answer = box.get(timeout=WAIT_S)
        if isinstance(answer, CounterError):
            raise answer
        with self.station.db.read() as connection:
            sql = "SELECT position, op_id, kind, entity FROM journal WHERE position > ? ORDER BY position"
            new = connection.exec_driver_sql(sql, (self._seen,)).all()
        for position, op_id, kind, entity in new:
            self.note(op_id=op_id, kind=kind, entity=entity)
            self._seen = position
        return answer[1]

    def act(self) -> None:
        """One of the things that clerks do; a rule's refusal is an answer like any other."""
        works = [self._receive] * 4 + [self._unassigned, self._assign, self._move, self._reassign, self._take_back]
        try:
            self.random.choice([*works, *[self._hand_over] * 3])()
        except CounterError as error:
            if error.code.startswith("store."):
                raise

    def allow(self) -> None:
        """What a manager does in the evening: the entries of the Inbox that something waits for are closed."""
        with self.station.db.read() as connection:
            sql = "SELECT op_id FROM inbox WHERE state = 'open' AND code = 'sync.resync_stopped'"
            waiting = [row[0] for row in connection.exec_driver_sql(sql)]
        for op_id in waiting:
            self._do(inbox.resolve, op_id)

    def _pieces(self, *states: str) -> list[MailItem]:
        marks = ",".join("?" * len(states))
        with self.station.db.read() as connection:
            sql = f"SELECT id FROM item WHERE state IN ({marks}) ORDER BY received_ms DESC LIMIT 40"
            rows = connection.exec_driver_sql(sql, states).all()
            found = [item for row in rows if (item := state.item(connection, row[0]))]
        self.random.shuffle(found)
        return found

    def _receive(self) -> None:
        account, name = self.random.choice(self._customers)
        number = people.number(self.random, self.random.choice(("ups", "usps", "fedex", "dhl")))
        self._do(receiving.receive, Arrival(account_id=account, name=name, tracking=number))

    def _unassigned(self) -> None:
        self._do(receiving.receive_unassigned, Arrival(tracking=people.number(self.random, "ups")))

    def _assign(self) -> None:
        for item in self._pieces("unassigned")[:1]:
            self._do(receiving.assign, item.id, *self.random.choice(self._customers))

    def _move(self) -> None:
        for item in self._pieces("received", "scanned")[:1]:
            self._do(receiving.move, item.id, f"A-{self.random.randrange(1, 40)}")

    def _reassign(self) -> None:
        for item in self._pieces("received", "scanned")[:1]:
            self._do(receiving.reassign, item.id, *self.random.choice(self._customers), "wrong box")

    def _take_back(self) -> None:
        for item in self._pieces("received")[:1]:
            self._do(receiving.take_back, item.id)

    def _hand_over(self) -> None:
        """Go on with a pickup as far as it goes now, whichever station began it; else begin one."""
        with self.station.db.read() as connection:
            sql = "SELECT id FROM pickup WHERE state IN ('in_progress', 'paid', 'payment_declined') LIMIT 20"
            open_ones = [row[0] for row in connection.exec_driver_sql(sql)]
        if open_ones:
            visit = pickups.visit(self.station.desk, self.random.choice(open_ones))
        else:
            waiting = self._pieces("received", "scanned")
            if not waiting:
                return
            visit = self._do(pickups.begin, waiting[0].account_id)
        pickup = visit.pickup
        if pickup.state == "in_progress":
            if not pickup.collector:
                self._do(pickups.check_id, pickup.id, dict(self._customers)[pickup.account_id], "passport")
            for item in visit.items:
                if item.id not in pickup.scanned:
                    self._do(pickups.scan_piece, pickup.id, item.mail_id)
            self._do(pickups.charge, pickup.id)
        elif pickup.state == "payment_declined":
            self._do(pickups.put_back, pickup.id, "declined")
        else:
            if not pickup.signature:
                self._do(pickups.sign, pickup.id, PNG + pickup.id.encode())
            self._do(pickups.hand_over, pickup.id)


def _deaf(event: object) -> None:
    """No window listens here."""


def _forgets_at_a_lost_answer() -> Any:
    """What was sent counts as done, although no answer came."""
    real = Engine._failed

    def failed(self: Engine, waiting: Any, error: Any) -> None:
        real(self, waiting, error)
        if isinstance(error, Offline):
            done = [journal.Answer(op.op_id, "applied", 0, "", "{}") for op in waiting]
            with self.db.write(background=True) as connection:
                journal.record(connection, done, 0)

    return patch.object(Engine, "_failed", failed)


BUGS: dict[str, Callable[[], Any]] = {
    "forgets_at_a_lost_answer": _forgets_at_a_lost_answer,
    "new_op_id_at_each_try": MUTANTS["new_op_id_at_each_try"],
}
"""Planted in the stations only, in memory: the drill must see each."""
