"""The Inbox: each entry says what happened and has one action, by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import inbox, receiving
from counter_app.store import journal


def entries(bench: Any) -> list[str]:
    """Two acts in the Inbox: one contested, and on top one that was parked."""
    bench.counter.account("acc-1", "214", "Amara Okafor")
    arrival = receiving.Arrival(account_id="acc-1", name="Amara Okafor")
    for _ in range(2):
        receiving.receive(bench.counter.desk, bench.doing.actor, arrival)
    with bench.counter.desk.db.write() as connection:
        ops = [
            row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal WHERE kind = 'item.received'").all()
        ]
        journal.record(connection, [journal.Answer(ops[0], "contested", 3, "op.contested")], 1_000)
        journal.park(connection, ops[1], "sync.busy", 2_000)
    return ops


def page(bench: Any) -> Any:
    bench.window.go("inbox")
    bench.settle()
    return bench.window.pages["inbox"]


def test_an_empty_inbox_says_that_all_is_well(bench: Any) -> None:
    bench.sign_in()
    assert page(bench).empty.isVisible()


def test_an_entry_names_act_mailbox_and_reason(bench: Any) -> None:
    bench.sign_in()
    entries(bench)
    shown = page(bench)
    first, second = (shown.table.rows.row_at(n) for n in (0, 1))
    assert (first["what"], first["state"]) == ("Piece received · PMB 214", "Try again")
    assert second["state"] == "Look"
    assert "Another counter did something else with this piece" in second["what_note"]
    assert shown.action.label() == "Try again"


def test_ctrl_enter_sends_a_parked_act_again(bench: Any) -> None:
    bench.sign_in()
    ops = entries(bench)
    shown = page(bench)
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    with bench.counter.desk.db.read() as connection:
        status = connection.exec_driver_sql("SELECT status FROM journal WHERE op_id = ?", (ops[1],)).scalar()
    assert status == "waiting"
    assert shown.table.rows.rowCount() == 1
    assert shown.action.label() == "Mark as seen"
    assert bench.window.toasts.text() == "It is sent again."


def test_enter_in_the_list_marks_as_seen_and_the_last_one_leaves_it_empty(bench: Any) -> None:
    bench.sign_in()
    entries(bench)
    shown = page(bench)
    shown.table.setFocus()
    for _ in range(2):
        QTest.keyClick(shown.table, Qt.Key.Key_Return)
        bench.settle()
    assert inbox.entries(bench.counter.desk) == []
    assert shown.empty.isVisible()


def test_an_entry_that_a_colleague_has_dealt_with_is_said_and_goes(bench: Any) -> None:
    bench.sign_in()
    ops = entries(bench)
    shown = page(bench)
    inbox.resolve(bench.counter.desk, bench.doing.actor, ops[1])
    shown.act()
    bench.settle()
    assert shown.table.rows.rowCount() == 1
    assert bench.window.heard_sounds[-1] == "refused"


def test_who_may_not_resolve_reads_why_and_the_entry_stays(bench: Any) -> None:
    bench.sign_in(level=1)
    entries(bench)
    shown = page(bench)
    shown.act()
    bench.settle()
    assert "access level" in shown._error.text()
    assert len(inbox.entries(bench.counter.desk)) == 2


def test_a_page_opens_the_entry_that_it_was_asked_for(bench: Any) -> None:
    bench.sign_in()
    ops = entries(bench)
    bench.window.go("inbox", op_id=ops[0])
    bench.settle()
    assert bench.window.page.table.current_row()["id"] == ops[0]
