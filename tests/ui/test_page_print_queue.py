"""The print queue: only the clerk's eyes end a doubt, and only a failed label is tried again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from counter_app.desk import inbox, receiving
from counter_app.errors import CounterError


def job(bench: Any, state: str, code: str = "") -> str:
    bench.counter.account("acc-1", "214", "Amara Okafor")
    arrival = receiving.Arrival(account_id="acc-1", name="Amara Okafor")
    job_id = receiving.receive(bench.counter.desk, bench.doing.actor, arrival).job_id
    with bench.counter.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE print_job SET state = ?, code = ? WHERE id = ?", (state, code, job_id))
    return job_id


def page(bench: Any) -> Any:
    bench.window.go("print")
    bench.settle()
    return bench.window.pages["print"]


def states(bench: Any) -> list[str]:
    return [one.state for one in inbox.print_queue(bench.counter.desk)]


def test_an_empty_queue_says_so(bench: Any) -> None:
    bench.sign_in()
    assert page(bench).empty.isVisible()


def test_a_doubtful_label_asks_and_yes_ends_it(bench: Any) -> None:
    bench.sign_in()
    job(bench, "doubtful", "printer.not_confirmed")
    shown = page(bench)
    assert shown._why.text().startswith("Did it come out?")
    assert shown.came_out.isVisible()
    assert shown.print_again.isVisible()
    assert not shown.retry.isVisible()
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert states(bench) == []
    assert shown.empty.isVisible()


def test_no_owes_a_doubtful_label_again(bench: Any) -> None:
    bench.sign_in()
    job(bench, "doubtful")
    page(bench)
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert states(bench) == ["owed"]


def test_enter_alone_answers_no_doubt(bench: Any) -> None:
    bench.sign_in()
    job(bench, "doubtful")
    shown = page(bench)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    bench.settle()
    assert states(bench) == ["doubtful"]


def test_a_failed_label_says_why_and_is_tried_again(bench: Any) -> None:
    bench.sign_in()
    job(bench, "failed", "printer.cannot_draw")
    shown = page(bench)
    assert "could not be drawn" in shown._why.text()
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    bench.settle()
    assert states(bench) == ["owed"]


def test_an_owed_label_has_nothing_to_answer(bench: Any) -> None:
    bench.sign_in()
    job(bench, "owed")
    shown = page(bench)
    assert not any(one.isVisible() for one in (shown.came_out, shown.print_again, shown.retry))
    shown.answer(True)
    shown.try_again()
    bench.settle()
    assert states(bench) == ["owed"]


def test_an_answer_that_a_colleague_gave_first_prints_nothing_twice(bench: Any) -> None:
    bench.sign_in()
    job_id = job(bench, "doubtful")
    shown = page(bench)
    inbox.answer_doubtful(bench.counter.desk, bench.doing.actor, job_id, True)
    shown.answer(False)
    bench.settle()
    assert states(bench) == []


def test_the_picture_of_a_label_is_asked_aside_and_shown(bench: Any, qtbot: Any) -> None:
    bench.sign_in()
    job(bench, "owed")
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    png = bytes(buffer.data())
    bench.station.preview = lambda job: png
    shown = page(bench)
    qtbot.waitUntil(lambda: shown.picture._image.width() == 40, timeout=5_000)


def test_a_label_without_a_picture_says_so(bench: Any, qtbot: Any) -> None:
    def preview(job: Any) -> bytes:
        raise CounterError("printer.unreadable")

    bench.sign_in()
    job(bench, "owed")
    bench.station.preview = preview
    shown = page(bench)
    qtbot.waitUntil(lambda: shown.picture._empty != "", timeout=5_000)
    assert shown.picture._image.isNull()
