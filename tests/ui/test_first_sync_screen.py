"""While the register arrives the window says how far it is, lets a clerk stop it, and takes pieces in all the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import register
from counter_app.events import FirstSyncMoved, InboxChanged
from counter_app.store import side_file, to_check
from tests.counter_acts import one
from ui.first_sync_line import text_of

CTRL = Qt.KeyboardModifier.ControlModifier


def picture(bench: Any, name: str) -> None:
    """For a look with one's own eyes: only where somebody asks for it."""
    if folder := os.environ.get("COUNTER_PICTURES"):
        bench.window.grab().save(str(Path(folder) / f"{name}.png"))


def arriving(bench: Any, state: str = "arriving", done: int = 43_000, left_s: int | None = 20) -> None:
    with bench.counter.desk.db.write() as connection:
        side_file.note_state(connection, "paused" if state == "paused" else "arriving")
    bench.doing.hear(FirstSyncMoved(state, done, 120_000, left_s))
    bench.settle()


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (
            FirstSyncMoved("arriving", 43_000, 120_000, 20),
            "The register is still arriving: 43,000 of 120,000 rows, about 20 s left.",
        ),
        (
            FirstSyncMoved("arriving", 43_000, 120_000, 600),
            "The register is still arriving: 43,000 of 120,000 rows, about 10 min left.",
        ),
        (FirstSyncMoved("arriving", 1, 120_000), "The register is still arriving: 1 of 120,000 rows."),
        (
            FirstSyncMoved("waiting", 43_000, 120_000),
            "The register is still arriving: 43,000 of 120,000 rows; it goes on when the centre answers.",
        ),
        (FirstSyncMoved("paused", 43_000, 120_000), "The register was stopped at 43,000 of 120,000 rows."),
        (FirstSyncMoved("paused"), "The register was stopped."),
        (FirstSyncMoved("waiting"), "The register is still arriving."),
        (FirstSyncMoved("arranging", 9, 9), "The register is here; it is being made searchable."),
    ],
)
def test_each_state_has_its_sentence(bench: Any, moved: FirstSyncMoved, said: str) -> None:
    assert text_of(moved) == said


def test_the_line_shows_rows_and_time_and_goes_when_the_register_is_here(bench: Any) -> None:
    bench.sign_in()
    line = bench.window.first_sync
    assert not line.isVisible()
    arriving(bench)
    assert line.isVisible()
    assert (line.bar.value(), line.bar.maximum()) == (43_000, 120_000)
    assert line.accessibleName().startswith("The register is still arriving: 43,000 of 120,000 rows")
    picture(bench, "arriving-today-light")
    bench.doing.hear(FirstSyncMoved("arranging", 120_000, 120_000))
    bench.settle()
    assert not line.turn.isVisible()
    bench.doing.hear(FirstSyncMoved("arrived", 120_000, 120_000))
    bench.settle()
    assert not line.isVisible()
    assert line.text() == ""


def test_the_keyboard_stops_it_and_goes_on(bench: Any) -> None:
    bench.sign_in(1)
    arriving(bench)
    turn = bench.window.first_sync.turn
    assert turn.accessibleName() == "Stop fetching the register"
    seen = set()
    for _ in range(60):  # Tab reaches it
        QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(bench.window.focusWidget())
        if turn in seen:
            break
    assert turn in seen
    QTest.keyClick(turn, Qt.Key.Key_Space)
    bench.settle()
    assert register.state(bench.counter.desk) == "paused"
    assert turn.accessibleName() == "Go on fetching the register"
    assert "stopped at 43,000 of 120,000" in bench.window.first_sync.text()
    bench.window.turn_theme()
    picture(bench, "paused-dark")
    bench.window.turn_theme()
    QTest.keyClick(turn, Qt.Key.Key_Space)
    bench.settle()
    assert register.state(bench.counter.desk) == "arriving"
    assert turn.accessibleName() == "Stop fetching the register"


def test_nobody_stops_it_without_signing_in_and_a_new_start_knows_of_it(bench: Any) -> None:
    with bench.counter.desk.db.write() as connection:
        side_file.note_state(connection, "paused")
    bench.window.ready()
    bench.settle()
    assert bench.window.first_sync.text() == "The register was stopped."
    assert not bench.window.first_sync.turn.isVisibleTo(bench.window.first_sync)
    bench.sign_in()
    assert bench.window.first_sync.turn.isVisible()


def test_it_speaks_french(bench: Any) -> None:
    bench.sign_in()
    arriving(bench)
    bench.window.speak("fr")
    bench.settle()
    bench.doing.hear(FirstSyncMoved("arriving", 43_000, 120_000, 20))
    bench.settle()
    text = bench.window.first_sync.text().replace("\u202f", " ").replace("\u00a0", " ")
    assert text == "Le fichier clients arrive encore : 43 000 lignes sur 120 000, encore 20 s environ."
    bench.window.go("receive")
    bench.settle()
    picture(bench, "receive-french")
    bench.window.speak("en")
    bench.settle()


def test_empty_lists_say_that_the_register_is_not_here(bench: Any) -> None:
    bench.sign_in()
    bench.window.go("customers")
    arriving(bench)
    customers = bench.window.pages["customers"]
    assert customers.empty.isVisible()
    assert "about 20 s left" in customers.empty.hint.text()
    picture(bench, "customers-arriving")
    bench.doing.hear(FirstSyncMoved("arrived", 9, 9))
    bench.settle()
    assert "register" not in customers.empty.hint.text()


def received(bench: Any) -> Any:
    bench.window.go("receive")
    bench.settle()
    form = bench.window.pages["receive"].form
    form.whom.set_text("214")
    form.whom.edit.setFocus()
    QTest.keyClick(form.whom.edit, Qt.Key.Key_Return)
    bench.settle()
    assert bench.window.focusWidget() is form.name.edit
    QTest.keyClicks(form.name.edit, "Amara Okafor")
    picture(bench, "receive-arriving")
    QTest.keyClick(form.name.edit, Qt.Key.Key_Return, CTRL)
    bench.settle()
    return form


def test_a_piece_is_taken_in_to_be_checked_by_the_usual_keys(bench: Any) -> None:
    bench.sign_in()
    arriving(bench)
    form = received(bench)
    assert form.is_empty()
    assert bench.window.toasts.text().endswith("is taken in, to be checked · label printing")
    assert one(bench.counter.desk, "SELECT mailbox || state FROM item") == "214unassigned"
    row = bench.window.pages["receive"].list.table.rows.row_at(0)
    assert row["who_note"] == "PMB 214, to be checked"
    picture(bench, "receive-taken")


def _register_comes(bench: Any) -> None:
    with bench.counter.desk.db.write() as connection:
        side_file.tidy(connection)
        to_check.put_in_inbox(connection, bench.counter.clock.wall_ms())
    bench.doing.hear(FirstSyncMoved("arrived", 9, 9))
    bench.doing.hear(InboxChanged(1))
    bench.window.go("inbox")
    bench.settle()


def test_one_key_in_the_inbox_puts_it_into_its_mailbox(bench: Any) -> None:
    bench.sign_in(2)
    arriving(bench)
    received(bench)
    bench.counter.account("acc-1", "214", "Amara Okafor")
    _register_comes(bench)
    shown = bench.window.pages["inbox"]
    assert shown.table.rows.row_at(0)["state"] == "Check"
    assert shown.action.label() == "Put it into PMB 214"
    assert "stands on the Form 1583 of PMB 214" in shown._sentence.text()
    picture(bench, "inbox-check")
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_Return, CTRL)
    bench.settle()
    assert one(bench.counter.desk, "SELECT account_id || state FROM item") == "acc-1received"
    assert bench.window.toasts.text().endswith("belongs to PMB 214 now · label printing")
    assert shown.empty.isVisible()


def test_a_piece_that_fits_nobody_is_opened_where_it_is_assigned(bench: Any) -> None:
    bench.sign_in(2)
    arriving(bench)
    received(bench)
    bench.counter.account("acc-1", "215", "Amara Okafor")
    _register_comes(bench)
    shown = bench.window.pages["inbox"]
    assert shown.action.label() == "Open the piece"
    assert "No mailbox fits “Amara Okafor”" in shown._sentence.text()
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_Return, CTRL)
    bench.settle()
    receive = bench.window.pages["receive"]
    assert receive.isVisible()
    assert receive.form.name.text() == "Amara Okafor"
    assert one(bench.counter.desk, "SELECT state FROM item") == "unassigned"


def test_a_task_that_another_counter_has_done_can_be_put_away(bench: Any) -> None:
    bench.sign_in(2)
    arriving(bench)
    received(bench)
    account = bench.counter.account("acc-1", "214", "Amara Okafor")
    _register_comes(bench)
    from counter_app.desk import receiving

    item = str(one(bench.counter.desk, "SELECT id FROM item"))
    receiving.assign(bench.counter.desk, bench.doing.actor, item, account, "Amara Okafor")
    with bench.counter.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE inbox SET state = 'open'")
    bench.window.go("inbox")
    bench.settle()
    shown = bench.window.pages["inbox"]
    assert shown.action.label() == "Mark as seen"
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_Return, CTRL)
    bench.settle()
    assert shown.empty.isVisible()
