"""The end of a hand-over in the real window: "Accept" below the signature, then "Hand over", each until it is recorded.

Recorded means committed to the encrypted store, FULL, with its journal line, its rows and its receipt; the clock stops
where the commit is told, before anything is painted. Whoever signs, and the network, are left out.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.bench import Figure, desk_in, p99
from benchmarks.window import at_work, settle
from counter_app.desk import pickups, receiving
from counter_app.desk.context import Desk
from counter_app.domain.employee import Actor
from counter_app.domain.fees import PickupPrices
from counter_app.domain.values import Money
from counter_app.events import PickupChanged
from counter_app.store import state
from ui.pages.hand_over import HandOver

ROUNDS = 120
PIECES = 3
SHELF = 1_000
GOAL_MS = 100.0
CLERK = Actor("clerk-1", 4, "password")
STROKES = [
    [(30.0 + n, 60.0 + 25 * ((n // 12) % 2 * 2 - 1) * (n % 12) / 12) for n in range(180)],
    [(60.0 + n, 90.0 - n / 6) for n in range(120)],
]


def measure(folder: Path, rounds: int = ROUNDS, shelf: int = SHELF) -> list[Figure]:
    """The 99th percentile of both presses together, over `rounds` customers with three pieces each."""
    with desk_in(folder) as desk:
        desk.settings = replace(
            desk.settings,
            prices=PickupPrices(Money(100), Money(250)),
            offline_handover="charge_later",
            offline_limit_cents=10_000,
        )
        ready = [_ready(desk, n) for n in range(rounds)]
        _others(desk, shelf)
        with at_work(desk) as window:
            told: list[float] = []
            hear = desk.announce

            def announce(event: object) -> None:
                if isinstance(event, PickupChanged):
                    told.append(time.perf_counter())
                hear(event)

            desk.announce = announce
            window.go("pickups")
            settle(window.doing)
            panel: HandOver = window.pages["pickups"].hand_over
            seconds = [_round(panel, told, pickup_id) for pickup_id in ready]
    floor = f"the press in the window to its commit, twice; {PIECES} pieces, {shelf} others on the shelf, FULL"
    return [p99("hand_over_p99", seconds, GOAL_MS, floor)]


def _ready(desk: Desk, number: int) -> str:
    """A pickup of which only signature and hand-over are missing."""
    account = f"a{number}"
    name = f"Ann{number} Lee"
    row = {"id": account, "mailbox": str(101 + number), "state": "active", "holder": name, "names": [{"text": name}]}
    with desk.db.write() as connection:
        state.accept_pulled(connection, "account", [(account, 1, row)])
    items = [
        receiving.receive(desk, CLERK, receiving.Arrival(account_id=account, name=name, shelf="A-1")).item
        for _ in range(PIECES)
    ]
    pickup_id = pickups.open_walk_in(desk, CLERK, account, [one.id for one in items]).pickup.id
    pickups.check_id(desk, CLERK, pickup_id, name, "passport")
    for one in items:
        pickups.scan_piece(desk, CLERK, pickup_id, one.mail_id)
    pickups.charge_later(desk, CLERK, pickup_id)
    return pickup_id


def _others(desk: Desk, count: int) -> None:
    row = {"id": "z", "mailbox": "9", "state": "active", "holder": "Zoe Quill", "names": [{"text": "Zoe Quill"}]}
    with desk.db.write() as connection:
        state.accept_pulled(connection, "account", [("z", 1, row)])
    for _ in range(count):
        receiving.receive(desk, CLERK, receiving.Arrival(account_id="z", name="Zoe Quill", shelf="B-1"))


def _round(panel: HandOver, told: list[float], pickup_id: str) -> float:
    page = panel.page
    page.open(pickup_id=pickup_id)
    _wait(lambda: panel.pickup_id == pickup_id and not panel.busy)
    panel.sign.pad.draw_strokes(STROKES)
    signed = _press(panel.sign.ok.click, told)
    _wait(lambda: panel.side.give.isEnabled() and not panel.busy)
    gone = _press(panel.side.give.click, told)
    _wait(lambda: not panel.open_now)
    return signed + gone


def _press(click: Callable[[], None], told: list[float]) -> float:
    """Seconds from the press until its commit was told."""
    told.clear()
    started = time.perf_counter()
    click()
    _wait(lambda: bool(told))
    return told[0] - started


def _wait(there: Callable[[], bool], seconds: float = 30.0) -> None:
    app, end = QApplication.instance(), time.monotonic() + seconds
    while not there():
        if app is None or time.monotonic() > end:
            raise RuntimeError("the window did not get there")
        app.processEvents()
        time.sleep(0.0005)  # the desk thread has work to do
