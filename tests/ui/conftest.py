"""For all tests of the window: the theme is on, and a warning of Qt fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from counter_app.collecting import Collecting
from counter_app.errors import CounterError
from counter_app.ports import DeviceStatus, Reading
from ui.language import language
from ui.theme import apply_theme, look

HARMLESS = "propagateSizeHints"
"""The offscreen platform says so at each window."""


@pytest.fixture(autouse=True)
def no_qt_warnings(qapp: QApplication, qtlog: Any) -> Iterator[None]:
    # What the test before put away: outside of an event loop nobody deletes it, and a switch of the theme draws it too.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.fall_silent(qapp)  # whatever a test elsewhere left spoken
    collecting = Collecting()  # as in the program: no other thread takes a window apart
    collecting.begin()
    collecting.look()
    if look.mode != "light" or not qapp.styleSheet():
        apply_theme(qapp, "light")
    yield
    qapp.processEvents()
    collecting.end()
    told = [record.message for record in qtlog.records if HARMLESS not in record.message]
    assert told == []


class BenchDevices:
    """Devices of a bench: they weigh and photograph what a test puts there."""

    def __init__(self) -> None:
        self.grams = 0
        self.picture = b""
        self.trouble: CounterError | None = None

    def weigh(self, name: str, within_s: float = 3.0) -> Reading:
        if self.trouble is not None:
            raise self.trouble
        return Reading(self.grams, stable=True)

    def photo(self, name: str, within_s: float = 5.0) -> bytes:
        if self.trouble is not None:
            raise self.trouble
        return self.picture

    def statuses(self) -> tuple[DeviceStatus, ...]:
        return (DeviceStatus("scale", "scale", "ready"), DeviceStatus("scanner", "scanner", "gone", "device.gone"))


class Bench:
    """A station for the window's tests: a real desk on a real store and the real desk thread; no network."""

    def __init__(self, counter: Any) -> None:
        from counter_app.config import Config
        from counter_app.desk_thread import DeskThread
        from counter_app.scan_room import ScanRoom
        from counter_app.station import Rooms

        self.counter = counter
        self.desk = counter.desk
        self.rooms = Rooms()
        self.devices = BenchDevices()
        self.scans = ScanRoom(counter.desk.blobs, lambda event: counter.desk.announce(event))
        self.config = Config(name="Counter 2")
        self.central = None
        self.worker = None
        self.spooler = None
        self.thread = DeskThread()
        self.thread.start()

    def submit(self, work: Any, done: Any, failed: Any) -> None:
        self.thread.submit(work, done, failed)

    def keep_choice(self, key: str, value: str) -> None:
        from dataclasses import replace

        self.config = replace(self.config, **{key: value})

    def see_photo(self, name: str) -> bytes:
        from counter_app.sync.blobs import see

        return see(self.desk.db, self.desk.blobs, None, name)
        return bytes(self.desk.blobs.open_plain(name))

    def device_statuses(self) -> tuple[DeviceStatus, ...]:
        return self.devices.statuses()


@pytest.fixture
def bench(counter: Any, qtbot: Any) -> Iterator[Any]:
    """The window at work on a real desk: `bench.window`, `bench.counter`, `bench.sign_in(level)`, `bench.settle()`."""
    from ui.doing import Doing
    from ui.window import Window

    station = Bench(counter)
    doing = Doing()
    counter.desk.announce = doing.hear
    window = Window(doing, wedge=False, all_rooms=False)
    doing.start(station)
    qtbot.addWidget(window)
    window.show()
    window.ready()

    class AtWork:
        def __init__(self) -> None:
            self.window, self.counter, self.station, self.doing = window, counter, station, doing

        def sign_in(self, level: int = 4) -> None:
            counter.clerk(level)
            clerk = next(one for one in station.rooms.sign_in.clerks(counter.desk) if one.id == "clerk-1")
            doing.sign_in(clerk)
            self.settle()

        def settle(self) -> None:
            """Wait until the desk thread and the queued answers are through, twice for answers that ask again."""
            for _ in range(4):
                seen: list[bool] = []
                doing._submit(lambda: True, seen.append, None)
                qtbot.waitUntil(lambda seen=seen: bool(seen), timeout=5000)

    yield AtWork()
    station.thread.close()
