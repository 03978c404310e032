"""The Money room: the day's sums as the store says them, storage and a word to the customer, by keyboard (S-15)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import receiving, task_work
from counter_app.desk.receiving import Arrival
from counter_app.desk.settings import settings_from
from counter_app.store import print_jobs, state
from tests.conftest import SETTINGS
from tests.desk.test_money import RATES
from tests.desk.test_tasks import charged
from ui.widgets import unnamed_controls

DAY = 86_400_000


@pytest.fixture
def room(bench: Any) -> Any:
    """One letter of Okafor that costs storage since three days, and a paid fee of $2.50."""
    counter = bench.counter
    counter.desk.settings = settings_from({**SETTINGS, "storage": RATES})
    counter.account("a-1", "214", "Amara Okafor")
    bench.sign_in()
    bench.actor = bench.doing.actor
    bench.letter = receiving.receive(
        counter.desk, bench.actor, Arrival(account_id="a-1", name="Amara Okafor", mail_type="letter", shelf="A-12")
    ).item
    counter.clock.advance(33 * DAY)
    bench.fee = task_work.open_at_counter(counter.desk, bench.actor, "fee", "a-1", []).task.id
    task_work.set_extra(counter.desk, bench.actor, bench.fee, "x", "Copies", 250)
    task_work.charge(counter.desk, bench.actor, bench.fee)
    charged(counter, bench.fee, "paid")
    bench.window.go("money")
    bench.settle()
    bench.page = bench.window.pages["money"]
    return bench


def press(room: Any, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, modifier)
    room.settle()


def test_2_21_a_piece_that_costs_says_since_when_and_how_much(room: Any) -> None:
    view = room.page.storage
    assert view.table.rows.row_at(0)["owed"] == "$0.15"
    assert view.facts.value("days") == "3"
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel = room.window.pages["tasks"].panel
    assert (panel.view.due_cents, panel.view.task.kind) == (15, "fee")


def test_the_customer_is_told_by_one_key_and_the_card_says_so(room: Any) -> None:
    press(room, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    with room.counter.desk.db.read() as connection:
        item = state.item(connection, room.letter.id)
    assert item is not None
    assert item.storage_noted_ms
    assert room.page.storage.told.isVisible()


def test_s15_the_day_end_is_the_sum_of_its_payments_and_goes_to_paper(room: Any) -> None:
    room.window.go("money", view="day")
    room.settle()
    view = room.page.day
    assert (view.total.text(), view.table.rows.rowCount()) == ("$2.50", 1)
    assert view.kinds.lines == [("1 × Fee", "$2.50")]
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with room.counter.desk.db.read() as connection:
        slips = [job for job in print_jobs.listed(connection) if job.kind == "money_slip"]
    assert [job.payload["total"] for job in slips] == ["$2.50"]
    press(room, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.total.text() == "$0.00"
    press(room, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.total.text() == "$2.50"
    assert not view.after.isEnabled()


def test_who_may_not_see_the_sums_is_told_and_shown_nothing(bench: Any) -> None:
    bench.sign_in(level=2)
    bench.window.go("money", view="day")
    bench.settle()
    view = bench.window.pages["money"].day
    assert view.total.text() == ""
    assert view.empty.isVisible()


def test_every_control_of_the_room_has_its_name(room: Any) -> None:
    assert unnamed_controls(room.page) == []
