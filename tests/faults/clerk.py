"""A clerk in the child: works a real station over its desk thread, and tells what was confirmed, when it was.

`say(begins=...)` before an act that handles something (a piece in the hand), `say(done=..., entity=...)` once the
desk has answered, which is when the window shows it. `say(told=...)` is what the station announced.
"""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from counter_app.config import read_config
from counter_app.demo.platform import CLERKS, PASSWORD
from counter_app.desk import inbox, pickups, receiving, sign_in
from counter_app.desk.receiving import Arrival
from counter_app.domain.mail_item import MailItem
from counter_app.errors import CounterError, RuleViolation
from counter_app.events import PieceChanged, PieceReceived, PrintJobChanged
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store import print_jobs, state
from counter_app.store.keys import KeySource
from printers.addresses import parse_address
from printers.labels import label_from_payload
from tests.counter_acts import PNG

WAIT_S = 40.0
Say = Callable[..., None]


def opened(order: dict[str, Any], hear: Callable[[object], None]) -> Station:
    """The station of the order's home, not yet started."""
    home = Home(Path(order["home"]))
    return Station(home, read_config(home.config), KeySource("keyfile", key_file=home.key_file), hear)


def told(event: object, say: Say) -> None:
    """Report what the station announces of a piece: from now on somebody may have seen it."""
    if isinstance(event, (PieceReceived, PieceChanged)):
        say(told=event.op_id)
    elif isinstance(event, PrintJobChanged) and event.state == "done":
        say(printed=event.job_id)


class Clerk:
    """One clerk at one station. Every wait has a deadline; a refusal by a rule is an answer like any other."""

    def __init__(self, order: dict[str, Any], say: Say) -> None:
        self.order, self.say = order, say
        self.random = Random(order["seed"])
        self._heard = threading.Condition()
        self.station = opened(order, self._hear)
        with self.station.db.read() as connection:
            # As the last station left them: what prints from now on is not yet on the paper of the order.
            self._jobs = print_jobs.listed(connection, open_only=False, limit=100_000)
        self.actor: Any = None

    def start(self) -> None:
        self.station.start()
        self.sign_in()
        self.answer_doubtful()

    def _hear(self, event: object) -> None:
        told(event, self.say)
        with self._heard:
            self._heard.notify_all()

    def wait(self, fact: Callable[[], Any], what: str) -> Any:
        """Wait for a fact; it is looked at whenever the station announces something."""
        until = time.monotonic() + WAIT_S
        while not (found := fact()):
            if time.monotonic() > until:
                raise AssertionError(f"waited in vain for {what}")
            with self._heard:
                self._heard.wait(0.02)
        return found

    def do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        """Run a use case on the desk thread as the window does; its result, or CounterError."""
        box: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.station.submit(lambda: use_case(self.station.desk, *args), lambda got: box.put((True, got)), box.put)
        answer = box.get(timeout=WAIT_S)
        if isinstance(answer, CounterError):
            raise answer
        return answer[1]

    def act(self, use_case: Callable[..., Any], *args: Any) -> Any:
        return self.do(use_case, self.actor, *args)

    # ------------------------------------------------------------ who works here

    def sign_in(self) -> None:
        email = CLERKS[0][2]
        try:
            clerk = self.do(sign_in.sign_in, email, PASSWORD)
        except RuleViolation as error:
            if error.code != "sign_in.unknown_here" or self.station.central is None:
                raise
            said = self.station.central.log_in(email, PASSWORD)
            clerk = self.do(sign_in.sign_in_online, said, PASSWORD)
        self.actor = sign_in.actor_of(self.station.desk, clerk.id)
        self.say(done="session.signed_in", entity=clerk.id)

    def lock_and_unlock(self) -> None:
        self.act(sign_in.set_pin, "480159")
        self.do(sign_in.switch, self.actor.id, "480159")
        self.say(done="session.signed_in", entity=self.actor.id)

    # ------------------------------------------------------------ paper

    def answer_doubtful(self) -> None:
        """Look at the paper that came out before this start, and answer for each doubtful label truthfully."""
        paper = dict(self.order["paper"])
        for job in self._jobs:
            if job.state == "done" and job.kind != "pickup_receipt":  # each receipt is the only one of its kind
                paper[sheet(job.kind, job.payload)] = paper.get(sheet(job.kind, job.payload), 0) - 1
        for job in self._jobs:
            if job.state not in ("doubtful", "printing"):
                continue
            key = sheet(job.kind, job.payload)
            out = paper.get(key, 0) > 0
            paper[key] = paper.get(key, 0) - 1
            try:
                self.act(inbox.answer_doubtful, job.id, out)
            except RuleViolation as error:
                if error.code != "print.already_answered":
                    raise
            self.say(answered=job.id, out=out)

    # ------------------------------------------------------------ the shelf, as the store has it

    def pieces(self, *states: str) -> list[MailItem]:
        marks = ",".join("?" * len(states))
        with self.station.db.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT id FROM item WHERE state IN ({marks}) ORDER BY received_ms DESC LIMIT 12", states
            ).all()
            return [found for row in rows if (found := state.item(connection, row[0]))]

    def customer(self) -> tuple[str, str]:
        return tuple(self.random.choice(self.order["customers"]))

    # ------------------------------------------------------------ acts

    def receive(self, tracking: str, account: str, name: str) -> None:
        self.say(begins=tracking, account=account, name=name)
        photo = b"\xff\xd8\xff" + tracking.encode() if self.random.random() < 0.3 else b""
        try:
            got = self.act(receiving.receive, Arrival(account_id=account, name=name, tracking=tracking, photo=photo))
        except RuleViolation as error:
            # The piece in the hand of a clerk whose screen went dark: the counter knows it already.
            if error.code != "item.duplicate":
                raise
            self.say(known=tracking)
            return
        self.say(done="item.received", entity=got.item.id, mail_id=got.item.mail_id, tracking=tracking)

    def unassigned(self, tracking: str) -> None:
        got = self.act(receiving.receive_unassigned, Arrival(tracking=tracking))
        self.say(done="item.received", entity=got.item.id, mail_id=got.item.mail_id, tracking=tracking)

    def assign(self) -> None:
        for item in self.pieces("unassigned")[:1]:
            self._on_piece("item.assigned", item, receiving.assign, *self.customer())

    def move(self) -> None:
        for item in self.pieces("received", "scanned")[:1]:
            self._on_piece("item.moved", item, receiving.move, f"A-{self.random.randrange(1, 40)}")

    def reassign(self) -> None:
        for item in self.pieces("received", "scanned")[:1]:
            account, name = self.customer()
            if account != item.account_id:
                self._on_piece("item.reassigned", item, receiving.reassign, account, name, "wrong box")

    def take_back(self) -> None:
        for item in self.pieces("received")[:1]:
            if len(item.history) == 1:
                self._on_piece("item.taken_back", item, receiving.take_back)

    def print_again(self) -> None:
        for item in self.pieces("received", "scanned")[:1]:
            self.act(receiving.print_again, item.id)
            self.say(asked_again=item.mail_id)

    def _on_piece(self, kind: str, item: MailItem, use_case: Callable[..., Any], *args: Any) -> None:
        self.act(use_case, item.id, *args)
        self.say(done=kind, entity=item.id)

    # ------------------------------------------------------------ a hand-over

    def hand_over(self) -> None:
        """Go on with the pickup that is under way, or begin one, as far as its gates let it go."""
        account, name = self._whose_turn()
        if not account:
            return
        visit = self.act(pickups.begin, account)
        pickup_id = visit.pickup.id
        if visit.pickup.state == "in_progress":
            self._step("pickup.id_checked", pickups.check_id, pickup_id, name, "passport")
            for item in visit.items:
                if item.id not in visit.pickup.scanned:
                    self._step("pickup.piece_scanned", pickups.scan_piece, pickup_id, item.mail_id)
            visit = self._step("pickup.charge_asked", pickups.charge, pickup_id)
        if visit.pickup.state == "charging":
            visit = self.wait(lambda: self._moved_on(pickup_id), "the charge")
        if visit.pickup.state == "paid":
            if not visit.pickup.signature:
                self._step("pickup.signed", pickups.sign, pickup_id, PNG + pickup_id.encode())
            self._step("pickup.handed_over", pickups.hand_over, pickup_id)

    def _whose_turn(self) -> tuple[str, str]:
        with self.station.db.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT account_id FROM pickup WHERE state IN ('in_progress', 'charging', 'paid') LIMIT 1"
            ).first()
        waiting = [row[0]] if row else [one.account_id for one in self.pieces("received", "scanned")[-1:]]
        names = dict(map(tuple, self.order["customers"]))
        return (waiting[0], names[waiting[0]]) if waiting else ("", "")

    def _step(self, kind: str, use_case: Callable[..., Any], pickup_id: str, *args: Any) -> Any:
        visit = self.act(use_case, pickup_id, *args)
        self.say(done=kind, entity=pickup_id)
        return visit

    def _moved_on(self, pickup_id: str) -> Any:
        visit = pickups.visit(self.station.desk, pickup_id)
        return visit if visit.pickup.state != "charging" else None

    # ------------------------------------------------------------ the evening

    def finish(self) -> None:
        """Everything sent, everything printed or answered; then closed in order."""
        self.wait(lambda: self.count("journal", "status IN ('waiting', 'deferred')") == 0, "the outbox to be empty")
        self.wait(lambda: self.count("print_job", "state NOT IN ('done', 'failed')") == 0, "the paper to come out")
        self.station.close()

    def count(self, table: str, where: str = "1") -> int:
        """How many rows; the exchange goes on meanwhile."""
        if self.station.worker is not None:
            self.station.worker.kick()
        with self.station.db.read() as connection:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE {where}").scalar_one())


def sheet(kind: str, payload: Any) -> str:
    """What tells a sheet of paper from another: the piece of a label, the very bytes of a receipt."""
    if kind != "pickup_receipt":
        return str(payload["mail_id"])
    data = parse_address("tcp://127.0.0.1?language=escpos").render(label_from_payload(kind, payload))
    return hashlib.sha256(data).hexdigest()
