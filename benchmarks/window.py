"""The real window on a real desk, without a screen, for the figures that a clerk sees."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from counter_app import desktop
from counter_app.clocks import SystemClock
from counter_app.config import Config
from counter_app.desk import sign_in
from counter_app.desk.context import Desk
from counter_app.desk_thread import DeskThread
from counter_app.devices.supervisor import Supervisor
from counter_app.station import Rooms
from ui.doing import Doing
from ui.window import Window

PASSWORD = "correct horse battery"  # noqa: S105 - of an invented clerk in a scratch store
DEADLINE_S = 30.0


class AtTheDesk:
    """What the window needs of a station: the desk, its rooms and the desk thread; no network, no devices."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.rooms = Rooms()
        self.devices = Supervisor(lambda event: None, SystemClock())
        self.config = Config(name="Counter 1")
        self.central = self.worker = self.spooler = None
        self.thread = DeskThread()
        self.thread.start()

    def submit(self, work: Any, done: Any, failed: Any) -> None:
        self.thread.submit(work, done, failed)

    def device_statuses(self) -> tuple[Any, ...]:
        return ()


@contextmanager
def at_work(desk: Desk) -> Iterator[Window]:
    """The window with a clerk signed in, on the first room."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = desktop.application()
    station, doing = AtTheDesk(desk), Doing()
    desk.announce = doing.hear
    window = Window(doing, wedge=False)
    try:
        window.show()
        doing.start(station)
        window.ready()
        signed_in(desk, doing)
        settle(doing)
        desktop.at_rest()
        yield window
    finally:
        station.thread.close()
        station.devices.close()
        window.close()
        app.processEvents()


def signed_in(desk: Desk, doing: Doing) -> None:
    """A clerk of the store has signed in with a password."""
    said = {"id": "clerk-1", "name": "Jordan Miles", "email": "j@example.org", "level": 4}
    sign_in.learn(desk, said, "", "", desk.now_ms() + 10**9, PASSWORD)
    doing.sign_in(sign_in.sign_in(desk, "j@example.org", PASSWORD))


def settle(doing: Doing) -> None:
    """Wait until the desk thread and its queued answers are through."""
    for _ in range(4):
        wait_for(lambda told: doing._submit(lambda: True, lambda _done: told(), None))


def wait_for(begin: Callable[[Callable[[], None]], None], seconds: float = DEADLINE_S) -> None:
    """Call `begin(told)` and run the event loop until `told()` was called; RuntimeError when it is not in time.

    The loop sleeps in Qt and not in Python, which would take its turn away from the desk thread.
    """
    loop = QEventLoop()
    late = QTimer(singleShot=True, interval=int(seconds * 1000))
    late.timeout.connect(lambda: loop.exit(1))
    late.start()
    begin(loop.quit)
    if loop.exec():
        raise RuntimeError("the window did not get there")
