"""A small store that survives its station: the centre, two printers, and the station's process, which is killed."""

from __future__ import annotations

import hashlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from central_service.server import EmbeddedCentre
from counter_app import verify
from counter_app.clocks import os_entropy
from counter_app.config import Config, config_text
from counter_app.demo import people
from counter_app.demo.platform import Platform, account_id
from counter_app.domain.values import parse_mail_id
from counter_app.errors import StoreError
from counter_app.paths import Home
from counter_app.store import keys
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol
from printers.readers import unhex, zpl_commands
from printers.simulators import SimulatedReceiptPrinter, SimulatedZplPrinter
from tests.faults.clerk import sheet

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_S = 120.0


class Zygote:
    """The process that forks stations; ended by its own number, and its children with it."""

    def __init__(self, log: Path, **environment: str) -> None:
        self._log = log.open("ab")
        self._rest = b""
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.faults.zygote"],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "QT_QPA_PLATFORM": "offscreen",
                "LC_ALL": "C.UTF-8",  # the clerk at the window reads English
                **environment,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        self.expect("ready")

    def order(self, do: str, **order: Any) -> None:
        self._send({"do": do, **order})

    def kill(self) -> None:
        """SIGKILL for the child that runs; nothing when there is none any more."""
        self._send({"kill": 1})

    def next(self, until: float) -> dict[str, Any] | None:
        """The next report of the child, None when none came before `until` (monotonic)."""
        out = self._process.stdout
        assert out is not None
        while b"\n" not in self._rest:
            ready, _, _ = select.select([out], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return None
            part = os.read(out.fileno(), 65_536)
            assert part, "the zygote is gone; its log: " + str(self._log.name)
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line)  # type: ignore[no-any-return]

    def expect(self, key: str) -> list[dict[str, Any]]:
        """Reports until one has `key`, that one too."""
        until, found = time.monotonic() + DEADLINE_S, []
        while not found or key not in found[-1]:
            report = self.next(until)
            assert report is not None, f"no {key} within {DEADLINE_S:.0f} s, but {found[-3:]}"
            found.append(report)
            assert "fault" not in report, report
            assert key == "ended" or "ended" not in report, found[-3:]
        return found

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(DEADLINE_S)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(DEADLINE_S)
        self._process.stdout.close()
        self._log.close()

    def _send(self, order: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()


class Shop:
    """The centre with a few customers, the printers, and the home of the station."""

    def __init__(self, folder: Path, stack: ExitStack, seed: int = 1583) -> None:
        self.random = Random(seed)
        centre = EmbeddedCentre(folder / "central.db", demo=True)
        stack.callback(centre.stop)
        self.platform = Platform(centre.start(), centre.platform_token)
        stack.callback(self.platform.close)
        customers = people.customers(self.random, count=12, names=14)
        self.platform.found(customers)
        self.customers = [(account_id(one), one.holder) for one in customers if one.names[0][1] == "person"]
        self.labels = SimulatedZplPrinter()
        stack.callback(self.labels.close)
        self.receipts = SimulatedReceiptPrinter()
        stack.callback(self.receipts.close)
        self.home = Home(folder / "home")
        self.home.make()
        self.source = KeySource("keyfile", key_file=self.home.key_file)
        central = Central(centre.base_url)
        stack.callback(central.close)
        enrol(self.home.store, self.home.keys, self.source, central, self.platform.enrolment_code(), "One", os_entropy)
        config = Config(
            central=centre.base_url,
            key_mode="keyfile",
            printers={
                "label": f"tcp://127.0.0.1:{self.labels.port}?language=zpl&media=4x2@203",
                "receipt": f"tcp://127.0.0.1:{self.receipts.port}?language=escpos",
            },
        )
        self.home.config.write_text(config_text(config), encoding="utf-8")

    def paper(self) -> dict[str, int]:
        """Every sheet that came out, by what stands on it: a label's Mail ID, the bytes of a receipt.

        Called while no station runs; what such a one has sent before it died is on paper then.
        """
        for printer in (self.labels, self.receipts):
            # They serve one after the other: who is let go was preceded by all that a dead station has sent.
            with socket.create_connection(("127.0.0.1", printer.port), DEADLINE_S) as line:
                line.shutdown(socket.SHUT_WR)
                assert line.recv(1) == b""
        with self.labels.changed:
            labels = list(self.labels.labels)
        with self.receipts.changed:
            receipts = list(self.receipts.receipts)
        found = Counter(_mail_id(label) for label in labels)
        found.update(hashlib.sha256(strip).hexdigest() for strip in receipts)
        return dict(found)

    def order(self, **more: Any) -> dict[str, Any]:
        """What every child is told."""
        return {
            "home": str(self.home.root),
            "seed": self.random.randrange(2**32),
            "customers": self.customers,
            "paper": self.paper(),
            "hand": None,
            "acts": 1_000,
            **more,
        }

    def opened(self) -> Database:
        """The station's store, read-only, while no station runs."""
        return Database(self.home.store, keys.open_keys(self.home.keys, self.source).store_key, read_only=True)

    def photo_opens(self, name: str) -> bool:
        """Whether the file of a photo's row is there and whole."""
        blobs = Blobs(self.home.blobs, keys.open_keys(self.home.keys, self.source).subkey("blob"))
        try:
            return bool(blobs.open_plain(name))
        except StoreError:
            return False

    def verdict(self) -> verify.Verdict:
        """What `./counter verify` says of the home."""
        opened = keys.open_keys(self.home.keys, self.source)
        db = Database(self.home.store, opened.store_key, read_only=True)
        try:
            return verify.verify(db, opened.public_key, int(time.time() * 1000))
        finally:
            db.close()


def _mail_id(label: bytes) -> str:
    texts = (unhex(command.text) for command in zpl_commands(label) if command.name == "FD")
    return next(found for text in texts if (found := parse_mail_id(text)))


class Ledger:
    """What children reported, over all rounds; the truth that station, centre and paper are held against."""

    def __init__(self) -> None:
        self.done: Counter[tuple[str, str]] = Counter()
        self.pieces: dict[str, str] = {}
        self.told: set[str] = set()
        self.acts = 0
        self.hand: list[str] | None = None
        self.seen: Counter[str] = Counter()

    def note(self, report: dict[str, Any]) -> None:
        """Take one report in."""
        self.seen.update(key for key in report if key in ("begins", "known", "answered", "asked_again", "printed"))
        if "begins" in report:
            self.hand = [report["begins"], report["account"], report["name"]]
        if "known" in report or report.get("done") == "item.received":
            self.hand = None
        if "told" in report:
            self.told.add(report["told"])
        if "mail_id" in report:
            self.pieces[report["mail_id"]] = report["tracking"]
        if "done" in report:
            self.acts += 1
            if "entity" in report:
                self.done[report["done"], report["entity"]] += 1

    def held_against(self, shop: Shop) -> dict[str, list[Any]]:
        """What is wrong, by kind; {} when all is well. No station runs, everything was sent and printed."""
        db = shop.opened()
        try:
            with db.read() as connection:
                sql = connection.exec_driver_sql
                journal = sql("SELECT op_id, kind, entity, status FROM journal ORDER BY position").all()
                items = sql("SELECT id, mail_id, tracking, state FROM item").all()
                jobs = sql("SELECT kind, payload FROM print_job WHERE state = 'done'").all()
                photos = sql("SELECT sha256 FROM photo").scalars().all()
                device = sql("SELECT value FROM meta WHERE key = 'device_id'").scalar()
                check = sql("PRAGMA quick_check").scalar()
        finally:
            db.close()
        own = Counter(line[0] for line in journal)
        there = Counter(line["op_id"] for line in shop.platform.journal() if line["device"] == device)
        kinds = Counter((line[1], line[2]) for line in journal)
        numbers = Counter(item[2] for item in items if item[3] != "taken_back")
        rows = {row["id"]: row for row in shop.platform.get("items", store="northgate")}
        paper, wanted = shop.paper(), Counter(sheet(kind, json.loads(payload)) for kind, payload in jobs)
        verdict = shop.verdict()
        wrong: dict[str, list[Any]] = {
            "a piece shown as received": [one for one in self.pieces.items() if _count(items, *one) != 1],
            "an act shown as done": [one for one, count in self.done.items() if kinds[one] < count],
            "an act that was announced": [one for one in self.told if own[one] != 1],
            "not once at the centre": [one for one in own if there[one] != 1],
            "only at the centre": [one for one in there if one not in own],
            "a number twice on the shelf": [one for one, count in numbers.items() if count > 1],
            "an act twice": [one for one, count in kinds.items() if one[0] in _ONCE and count > 1],
            "rows that differ": [item for item in items if _there(rows, item[0]) != (item[2], item[3])],
            "answers of the centre": [line for line in journal if line[3] not in ("applied", "contested")],
            "paper": [
                (one, paper.get(one, 0), wanted[one]) for one in {*paper, *wanted} if paper.get(one, 0) != wanted[one]
            ],
            "photos": [name for name in photos if not shop.photo_opens(name)],
            "verify": verdict.lines() if verdict.exit_code else [],
            "quick_check": [] if check == "ok" else [check],
            "charged twice": [line for line in shop.platform.get("charges", store="northgate") if line["asked"] != 1],
        }
        return {what: found for what, found in wrong.items() if found}


_ONCE = ("item.received", "pickup.handed_over", "pickup.opened")


def _count(items: Any, mail_id: str, number: str) -> int:
    return sum(item[1] == mail_id and item[2] == number for item in items)


def _there(rows: dict[str, Any], item_id: str) -> tuple[str, str]:
    row = rows.get(item_id, {})
    return row.get("tracking", ""), row.get("state", "gone")
