"""A desk without its station, for programs below the shim: one encrypted store, one clerk, use cases by name."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Callable
from contextlib import suppress
from inspect import signature
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.clocks import os_entropy
from counter_app.config import Config, config_text, with_choice, write_config
from counter_app.desk import inbox, pickups, receiving
from counter_app.desk.context import Desk
from counter_app.desk.receiving import Arrival
from counter_app.desk.settings import settings_from
from counter_app.domain.employee import Actor
from counter_app.domain.rows import to_plain
from counter_app.enrolling import enrol_home
from counter_app.errors import Offline, StoreError
from counter_app.events import PieceChanged, PieceReceived
from counter_app.paths import Home
from counter_app.store import journal, keys, schema, state
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.journal import Identity
from counter_app.store.keys import KeySource
from counter_app.store.print_jobs import StoredJobs
from counter_app.sync.engine import Engine
from tests.conftest import SETTINGS, STORE_KEY, Entropy, FakeClock
from tests.counter_acts import PNG

CLERK = Actor("clerk-1", 4, "password", "")
KEY = Ed25519PrivateKey.from_private_bytes(b"\x05" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
BLOB_KEY = b"\x08" * 32
META = {"org": "org-1", "store": "store-1", "device_id": "device-1", "incarnation": "inc-1", "epoch": "epoch-1"}
LANGUAGES = ("system", "en", "fr")
JOB_RANKS = ("owed", "printing", "done")
Note = Callable[..., None]


def found(folder: Path) -> None:
    """An empty store with one mailbox."""
    (folder / "blobs").mkdir(parents=True)
    (folder / "stick").mkdir()
    (folder / "fresh").mkdir()
    db = Database(folder / "store.db", STORE_KEY)
    schema.upgrade(db)
    row = {"id": "a1", "mailbox": "101", "state": "active", "holder": "Ann Lee"}
    with db.write() as connection:
        values = {**META, "settings": json.dumps(SETTINGS), "public_key": PUBLIC.hex()}
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?)", list(values.items()))
        names = [{"text": "Ann Lee", "kind": "person"}]
        assert state.accept_pulled(connection, "account", [("a1", 1, {**row, "names": names})]) == []
    db.close()


def opened(folder: Path, announce: Callable[[object], None]) -> Desk:
    """The desk of that store."""
    identity = Identity("org-1", "store-1", "device-1", "inc-1", PUBLIC, KEY.sign, "boot-1")
    more = {"high_water": folder / "high-water"} if "high_water" in signature(Database).parameters else {}
    return Desk(
        db=Database(folder / "store.db", STORE_KEY, **more),
        blobs=Blobs(folder / "blobs", BLOB_KEY),
        identity=identity,
        settings=settings_from(SETTINGS),
        clock=FakeClock(),
        entropy=Entropy(),
        announce=announce,
        pepper=b"\x09" * 32,
    )


class Disk:
    """The shim as the program below it sees it; without the shim, nothing happens."""

    def __init__(self) -> None:
        self._lib = ctypes.CDLL(None)
        self.there = hasattr(self._lib, "faults_note")

    def note(self, **said: Any) -> None:
        """Say something that must be true after a power cut from now on."""
        if self.there:
            self._lib.faults_note(json.dumps(said).encode())

    def room(self, count: int) -> None:
        """The disk takes that many bytes more; -1 is no limit."""
        self._lib.faults_room(ctypes.c_long(count))

    def bad_sync(self, nth: int) -> None:
        """The `nth` fsync from now on fails with EIO, and the one after it does not."""
        self._lib.faults_bad_sync(ctypes.c_long(nth))

    def written(self) -> int:
        return int(self._lib.faults_written())

    def syncs(self) -> int:
        return int(self._lib.faults_syncs())


class Counted:
    """A desk whose every announcement and every return is noted as said done."""

    def __init__(self, folder: Path, note: Note) -> None:
        self.folder, self._note = folder, note
        self.desk = opened(folder, self._announced)
        self._number = 0

    def _announced(self, event: object) -> None:
        if isinstance(event, (PieceReceived, PieceChanged)):
            self._note(op_id=event.op_id)

    def did(self, use_case: Callable[..., Any], *args: Any) -> Any:
        """An act whose end the clerk sees: its place in the journal is noted."""
        got = use_case(self.desk, CLERK, *args)
        with self.desk.db.read() as connection:
            n, digest = journal.head(connection, self.desk.identity)
        self._note(n=n, digest=digest.hex())
        return got

    def piece(self, photo: bytes = b"") -> Any:
        self._number += 1
        arrival = Arrival(account_id="a1", name="Ann Lee", tracking=f"NUMBER{self._number:06d}", photo=photo)
        item = self.did(receiving.receive, arrival).item
        if photo:
            self._note(photo=item.photo)
        return item


# ---------------------------------------------------------------- use cases


def pieces(at: Counted) -> None:
    """Pieces come in with photos, are moved, taken back; the log is moved into the store in between."""
    for number in range(4):
        item = at.piece(b"\xff\xd8\xff" + bytes([number]) * 3_000)
        at.did(receiving.move, item.id, f"A-{number}")
        if number == 1:
            at.desk.db.checkpoint()
    at.did(receiving.take_back, at.piece().id)


def hand_over(at: Counted) -> None:
    """A customer takes two pieces: ID, scans, charge, signature, custody."""
    items = [at.piece(), at.piece()]
    visit = at.did(pickups.begin, "a1")
    pickup_id = visit.pickup.id
    at.did(pickups.check_id, pickup_id, "Ann Lee", "passport")
    for item in items:
        at.did(pickups.scan_piece, pickup_id, item.mail_id)
    at.did(pickups.charge, pickup_id)
    with at.desk.db.write(background=True) as connection:
        row = state.pickup(connection, pickup_id)
        plain = to_plain(row)
        by_centre = [*plain["history"], ["centre-1", "pickup.charged", 0, "centre"]]
        paid = {**plain, "state": "paid", "payment": "paid", "history": by_centre}
        assert state.accept_pulled(connection, "pickup", [(pickup_id, 1_000, paid)]) == []
    at.desk.db.checkpoint()
    visit = at.did(pickups.sign, pickup_id, PNG)
    at._note(photo=visit.pickup.signature)
    at.did(pickups.hand_over, pickup_id)


def paper(at: Counted) -> None:
    """Labels on their way to paper: a job is on the disk as printing before its first byte leaves."""
    jobs = StoredJobs(at.desk.db)
    for number in range(4):
        at.piece()
        job = jobs.next_owed("label")
        assert job is not None
        for rank, name in enumerate(JOB_RANKS[1:], 1):
            jobs.mark(job.id, name)
            at._note(job=job.id, rank=rank)
        if number == 2:
            at.desk.db.checkpoint()
    item = at.piece()
    job_id = receiving.print_again(at.desk, CLERK, item.id)
    at._note(job=job_id, rank=0)
    for name in ("printing", "doubtful"):
        jobs.mark(job_id, name)
    inbox.answer_doubtful(at.desk, CLERK, job_id, True)
    at._note(job=job_id, rank=2)


class Yes:
    """A centre that applies whatever comes, and has a page of rows for whoever asks first."""

    def __init__(self) -> None:
        self.seq = 0

    def push(self, body: dict[str, Any]) -> dict[str, Any]:
        results = []
        for one in body["ops"]:
            self.seq += 1
            results.append({"op_id": _op_id(one), "status": "applied", "seq": self.seq, "code": "", "args": {}})
        return {"results": results, "server_time_ms": 0}

    def pull(self, body: dict[str, Any]) -> dict[str, Any]:
        stream = body["streams"][0]
        at = int(stream["cursor"] or 0)
        rows = [
            [f"b{at}-{n}", 10 + n, {"id": f"b{at}-{n}", "mailbox": f"{at}{n:03d}", "state": "active", "holder": "Bo"}]
            for n in range(8)
        ]
        page = {"id": stream["id"], "tables": {"account": rows}, "next": str(at + 1), "more": at < 2, "high": 99}
        return {"streams": [page], "epoch": "epoch-1", "server_time_ms": 0}


def _op_id(one: dict[str, Any]) -> str:
    import base64

    return str(json.loads(base64.b64decode(one["core"]))["op_id"])


def exchange(at: Counted) -> None:
    """Acts are sent, answers kept, rows pulled: no cursor covers a row that is not here (P4)."""
    engine = Engine(at.desk.db, Yes(), at.desk.identity, at.desk.clock, lambda event: None)  # type: ignore[arg-type]
    for _ in range(3):
        at.piece()
        at.piece()
        while engine.push_once():
            pass
        with at.desk.db.read() as connection:
            at._note(answered=journal.head(connection, at.desk.identity)[0])
        engine.pull_once()
        with at.desk.db.read() as connection:
            cursor = connection.exec_driver_sql("SELECT cursor FROM cursor").scalar()
        at._note(cursor=int(cursor))
    at.desk.db.checkpoint()


DESK_CASES: dict[str, Callable[[Counted], None]] = {
    "pieces": pieces,
    "hand_over": hand_over,
    "paper": paper,
    "exchange": exchange,
}


class Registers:
    """A centre that knows whoever asks; `tired` makes it lose its first answers, after it has heard them."""

    def __init__(self, tired: int = 0) -> None:
        self.tired = tired
        self.keys: list[bytes] = []

    def register(self, code: str, public_key: bytes, name: str) -> dict[str, Any]:
        self.keys.append(public_key)
        if len(self.keys) <= self.tired:
            raise Offline
        return {**META, "centre_key": "00" * 32, "settings": SETTINGS}


def enrolled_in(folder: Path, centre: Registers) -> None:
    """A station is enrolled in `folder`; its key file lies in another folder, as on a stick."""
    source = KeySource("keyfile", key_file=folder / "stick" / "key")
    home = Home(folder / "fresh")
    enrol_home(home, source, centre, "https://centre", "CODE", "One", os_entropy)  # type: ignore[arg-type]


def new_home(folder: Path, note: Note) -> None:
    enrolled_in(folder, Registers())
    note(enrolled=1)


def new_home_again(folder: Path, note: Note) -> None:
    """The centre's answer is lost, then something stops the program before the last step, then it comes about."""
    centre, in_the_way = Registers(tired=1), folder / "stick" / "key"
    with suppress(Offline):
        enrolled_in(folder, centre)
    in_the_way.mkdir()
    with suppress(StoreError):
        enrolled_in(folder, centre)
    in_the_way.rmdir()
    enrolled_in(folder, centre)
    if len(centre.keys) != 3 or len(set(centre.keys)) != 1:
        raise AssertionError("another key was made, for which the code is spent")
    note(enrolled=1)


def passphrase(folder: Path, note: Note) -> None:
    """Wrong passphrases are counted on the disk before anybody is told that they were wrong."""
    path = folder / "keys.json"
    source = KeySource("passphrase", passphrase="the right one")
    keys.create(path, source, "home-1", Entropy())
    note(tries=0)
    for tries in (1, 2, 3):
        try:
            keys.open_keys(path, KeySource("passphrase", passphrase="a wrong one"))
        except Exception:
            note(tries=tries)
    keys.open_keys(path, source)
    note(tries=0)


def choices(folder: Path, note: Note) -> None:
    """A clerk changes the language, again and again."""
    file = folder / "config.toml"
    write_config(file, config_text(Config(central="https://centre")))
    for number in range(1, 9):
        note(choice=number - 1)
        write_config(file, with_choice(file.read_text(encoding="utf-8"), "language", LANGUAGES[number % 3]))
    note(choice=8)


FOLDER_CASES = {"choices": choices, "new_home": new_home, "new_home_again": new_home_again, "passphrase": passphrase}


def run_case(name: str, folder: Path, note: Note) -> None:
    """Do one use case in `folder`, a copy of what `found` has made."""
    if name in FOLDER_CASES:
        FOLDER_CASES[name](folder, note)
        return
    at = Counted(folder, note)
    try:
        DESK_CASES[name](at)
    finally:
        at.desk.db.close()
