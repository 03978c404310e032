"""A stack of letters by a simulated scanner: what the clerk does for each, and how many letters that is a minute.

Each key and each scan is one act, sent to the real window as a scanner and a keyboard send them. The clerk's time is
reckoned from the acts (Card, Moran and Newell: 0.28 s a key; aiming a scanner and pulling its trigger 1.1 s), the
program's time is measured from the act until the window has answered it. Handling paper is not in it.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.bench import Figure, apart, desk_in
from benchmarks.window import at_work, settle
from counter_app.ports import RawScan
from counter_app.store import state
from ui.window import Window

MAILBOXES, LETTERS_EACH = 12, 5
KEY_S, SCAN_S = 0.28, 1.1
GOAL_A_MINUTE = 40.0


class Clerk:
    """Hands at scanner and keyboard; counts what they do."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.acts = 0
        self.clerk_s = self.program_s = 0.0

    def scan(self, text: str) -> None:
        self._act(SCAN_S, lambda: self._window.take_scan(RawScan(text.encode(), text)))

    def key(self, key: Qt.Key) -> None:
        self._act(KEY_S, lambda: QTest.keyClick(QApplication.focusWidget(), key))

    def insert(self, batch: Any) -> None:
        """Press Enter, and see the letter go in."""

        def work() -> None:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            while batch.unsaved():
                settle(self._window.doing)

        self._act(KEY_S, work)

    def _act(self, seconds: float, work: Any) -> None:
        started = time.perf_counter()
        work()
        settle(self._window.doing)
        self.program_s += time.perf_counter() - started
        self.clerk_s += seconds
        self.acts += 1


def measure(folder: Path, mailboxes: int = MAILBOXES, letters: int = LETTERS_EACH) -> list[Figure]:
    """Acts of the first letter of a mailbox, of each further one, and letters a minute; `letters` of each mailbox."""
    first: list[int] = []
    further: list[int] = []
    minute: list[float] = []
    with desk_in(folder) as desk:
        rows = [
            {
                "id": f"a{n}",
                "mailbox": str(100 + n),
                "state": "active",
                "holder": "Ann Lee",
                "names": [{"text": "Ann Lee"}],
            }
            for n in range(mailboxes)
        ]
        with desk.db.write() as connection:
            state.accept_pulled(connection, "account", [(row["id"], 1, row) for row in rows])
        with at_work(desk) as window:
            window.doing.station.devices = _Camera()
            window.activateWindow()
            window.go("receive")
            receive: Any = window.pages["receive"]
            receive.turn_batch()
            settle(window.doing)
            for n in range(mailboxes):
                clerk = Clerk(window)
                for letter in range(letters):
                    before = clerk.acts
                    if letter == 0:
                        clerk.scan(str(100 + n))
                        clerk.key(Qt.Key.Key_A)
                    clerk.key(Qt.Key.Key_Space)
                    clerk.insert(receive.batch)
                    (first if letter == 0 else further).append(clerk.acts - before)
                minute.append(60 * letters / (clerk.clerk_s + clerk.program_s))
        with desk.db.read() as connection:
            inserted = connection.exec_driver_sql("SELECT count(*) FROM item WHERE state = 'received'").scalar_one()
    if inserted != mailboxes * letters:
        raise RuntimeError(f"{inserted} letters were inserted, not {mailboxes * letters}")
    floor = "none: keys and scans, each one act; the picture is one of them"
    rate = statistics.median(minute)
    told = f"{mailboxes} mailboxes, {letters} letters each, all {inserted} in the store with their pictures"
    reckoned = f"{told}; {KEY_S} s a key and {SCAN_S} s a scan are the clerk's, the rest was measured"
    return [
        Figure("desk_insert_acts_first", max(first), "", 4, max(first) <= 4, floor, told, apart(first)),
        Figure("desk_insert_acts_next", max(further), "", 2, max(further) <= 2, floor, told, apart(further)),
        Figure(
            "desk_insert_letters_minute",
            round(rate, 1),
            "/min",
            GOAL_A_MINUTE,
            rate >= GOAL_A_MINUTE,
            "none: at least so many",
            reckoned,
            apart(minute),
        ),
    ]


class _Camera:
    """A camera with a picture; no other device."""

    def __init__(self) -> None:
        image, buffer = QImage(1280, 960, QImage.Format.Format_RGB32), QBuffer()
        image.fill(0xC8A97E)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPG")  # type: ignore[call-overload]
        self._picture = bytes(buffer.data().data())
        self._n = 0

    def photo(self, name: str, within_s: float = 5.0) -> bytes:
        self._n += 1
        return self._picture + self._n.to_bytes(4, "big")  # no two pictures are the same file

    def close(self) -> None:
        """Nothing runs."""
