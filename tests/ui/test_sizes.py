"""Every state of the window fits on every screen that it is made for, in every language: nothing cut, nothing over.

A screen of 1920x1080 at 150 %, or of 2560x1440 at 200 %, is 1280x720 to the layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.desk import pickups
from tests.counter_acts import piece
from tests.window_fits import misfits
from ui import gallery
from ui.frame import ScanBox
from ui.language import LANGUAGES, language

SCREENS = ((900, 520), (1100, 620), (1280, 720), (1366, 768), (1707, 960), (1920, 1080), (2560, 1440))
PEOPLE = ("Ann Lee", "Bob Stone", "Chidi Okafor", "jordan", "Clerk")


@pytest.fixture(params=sorted(LANGUAGES))
def spoken(request: Any, qapp: QApplication) -> Iterator[str]:
    language.speak(qapp, request.param)
    yield request.param
    language.fall_silent(qapp)


def room(name: str) -> Callable[[Any], None]:
    return lambda bench: bench.window.go(name)


def answer(text: str) -> Callable[[Any], None]:
    return lambda bench: bench.window.answer(text)


def answer_piece(bench: Any) -> None:
    bench.window.answer(piece(bench.counter, bench.doing.actor, shelf="A-12").mail_id)


def answer_in_task(bench: Any) -> None:
    item = piece(bench.counter, bench.doing.actor, shelf="A-12")
    pickups.open_walk_in(bench.counter.desk, bench.doing.actor, "a1", [item.id])
    bench.window.answer(item.mail_id)


def answer_full(bench: Any) -> None:
    """Everything at once: ten names, a former holder, a declined payment, an ID that has expired, storage, a task."""
    names = [{"text": f"Ann Lee {n}", "valid_from": "2025-03-04", "valid_to": "2027-01-31"} for n in range(10)]
    more = {"payment": "declined", "id_expires_on": "2026-10-01", "note": "Ann Lee rings twice", "names": names}
    bench.counter.account("f1", "400", "Ann Lee 0", **more)
    bench.counter.account("f2", "400", "Bob Stone", state="released", state_since="2026-09-01")
    items = [piece(bench.counter, bench.doing.actor, "f1", "Ann Lee 1") for _ in range(4)]
    pickups.open_walk_in(bench.counter.desk, bench.doing.actor, "f1", [items[0].id])
    bench.window.open_account("f1")


def filled(bench: Any) -> None:
    bench.window.go("receive")
    page = bench.window.pages["receive"]
    page.form.tracking.set_text("1Z999AA10123456784")
    page.destination.ask("a1", focus=True)
    bench.settle()
    page.form.name.set_text("Somebody Else")
    page.receive()


def shown_twice(bench: Any) -> None:
    filled(bench)
    page = bench.window.pages["receive"]
    page._show_duplicate("M2SA5G6ZXF0", "214")


def hand_over(bench: Any) -> None:
    clerk = bench.doing.actor
    items = [piece(bench.counter, clerk).id for _ in range(3)]
    pickups.open_walk_in(bench.counter.desk, clerk, "a1", items)
    bench.window.go("pickups", account_id="a1")


def stopped(bench: Any) -> None:
    hand_over(bench)
    bench.settle()
    other = piece(bench.counter, bench.doing.actor, "a2", "Bob Stone")
    page = bench.window.pages["pickups"]
    page.hand_over.scans.scan(other.mail_id)


def told(bench: Any) -> None:
    bench.window.go("pickups")
    bench.window.toasts.show_toast("M2SA5-G6ZXF0 · PMB 214", lambda: None)


STATES: dict[str, Callable[[Any], None]] = {
    **{
        f"room-{name}": room(name) for name in ("today", "receive", "pickups", "customers", "inbox", "print", "devices")
    },
    "answer-mailbox": answer("214"),
    "answer-on-hold": answer("108"),
    "answer-unknown": answer("zzzzqqqq"),
    "answer-guess": answer("bob stoen"),
    "answer-new": answer("1Z999AA10123456784"),
    "answer-piece": answer_piece,
    "answer-in-task": answer_in_task,
    "answer-full": answer_full,
    "receive-refused": filled,
    "receive-again": shown_twice,
    "hand-over": hand_over,
    "hand-over-stop": stopped,
    "toast": told,
}


@pytest.fixture
def town(bench: Any) -> Any:
    """A store with mailboxes of every colour."""
    bench.counter.account("a1", "214", "Ann Lee", names=[{"text": one, "kind": "person"} for one in PEOPLE[:3]])
    bench.counter.account("a2", "331", "Bob Stone")
    bench.counter.account("a3", "108", "Chidi Okafor", state="on_hold")
    bench.sign_in(4)
    return bench


@pytest.mark.parametrize("state", STATES)
def test_a_state_fits_on_every_screen(spoken: str, state: str, town: Any) -> None:
    bench = town
    STATES[state](bench)
    bench.settle()
    for key in ("inbox", "print", "pickups"):
        bench.window.rail.set_count(key, 38)
    found = []
    for size in SCREENS:
        bench.window.resize(*size)
        bench.settle()
        found += [f"{size[0]}: {one}" for one in misfits(bench.window, PEOPLE)]
    assert not found, "\n".join(found)


def test_the_sign_in_page_fits_on_every_screen(spoken: str, bench: Any) -> None:
    bench.sign_in(4)
    bench.window.lock()
    bench.settle()
    found = []
    for size in SCREENS:
        bench.window.resize(*size)
        bench.settle()
        found += [f"{size[0]}: {one}" for one in misfits(bench.window, PEOPLE)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("make", [gallery.pickups, gallery.blocks, gallery.states], ids=lambda make: make.__name__)
def test_the_building_blocks_fit(make: Any, qtbot: Any) -> None:
    root, _ = make()
    qtbot.addWidget(root)
    root.show()
    found = []
    for size in SCREENS[3:]:
        root.resize(*size)
        QApplication.processEvents()
        found += [f"{size[0]}: {one}" for one in misfits(root, (root.findChild(ScanBox).placeholderText(),))]
    assert not found, "\n".join(found)
