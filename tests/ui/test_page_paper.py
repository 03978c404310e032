"""Scan, shred, discard and deposit in the window, by keyboard and scanner (S-04, S-10, 2.8, 2.10)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from counter_app.desk import depositing, receiving, scanning, shredding, task_work
from counter_app.desk.receiving import Arrival
from counter_app.devices.pictures import encode_jpeg
from counter_app.events import PagesArrived
from counter_app.ports import RawScan
from counter_app.store import state
from tests.desk.test_tasks import asked
from ui.sentences import sentence
from ui.widgets import unnamed_controls

DAY = 86_400_000
TERMS = json.dumps({"bank": "First National", "bank_address": "PO Box 12, Austin, TX 78701"})


def sheet(lines: int) -> bytes:
    """A page with so many lines of text as JPEG."""
    import cv2
    import numpy as np

    image = np.full((1100, 850, 3), 250, np.uint8)
    for n in range(lines):
        cv2.putText(
            image, "The quick brown fox jumps", (80, 120 + 40 * n), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 20, 20), 3
        )
    return encode_jpeg(image)


@pytest.fixture
def room(bench: Any) -> Any:
    counter = bench.counter
    counter.account("a1", "214", "Amara Okafor")
    bench.sign_in()
    bench.actor = bench.doing.actor
    bench.desk = counter.desk
    bench.items = [
        receiving.receive(
            counter.desk, bench.actor, Arrival(account_id="a1", name="Amara Okafor", mail_type="letter", shelf=shelf)
        ).item
        for shelf in ("A-12", "A-13")
    ]
    bench.window.go("tasks")
    bench.settle()
    bench.page = bench.window.pages["tasks"]
    return bench


def begin(room: Any, kind: str, **more: Any) -> str:
    """A task of the customer, open in its panel, with every piece scanned."""
    room.task = asked(room.counter, kind, tuple(one.id for one in room.items), **more)
    room.page.work_on(kind, room.task)
    room.settle()
    for one in room.items:
        room.window.take_scan(RawScan(one.mail_id.encode(), one.mail_id, source="scanner"))
    room.settle()
    room.settle()
    room.panel = room.page.panel
    return room.task


def row(room: Any) -> Any:
    with room.desk.db.read() as connection:
        return state.task(connection, room.task)


def until(room: Any, qtbot: Any, true: Any) -> None:
    qtbot.waitUntil(lambda: bool(true()), timeout=5000)
    room.settle()


def press(room: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, modifier)
    room.settle()


CTRL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def test_s04_an_envelope_is_scanned_from_the_folder_and_sent_by_keys(room: Any, qtbot: Any, tmp_path: Any) -> None:
    begin(room, "scan")
    press(room, Qt.Key.Key_O, CTRL)
    assert row(room).state == "opened"
    files = []
    for n, lines in enumerate((12, 0, 8)):
        path = tmp_path / f"{n}.jpg"
        path.write_bytes(sheet(lines))
        files.append(path)
    room.panel.heard(PagesArrived(tuple(files)))
    until(room, qtbot, lambda: len(row(room).pages) == 3 and not room.panel._working)
    assert row(room).counted == 2  # the empty side is neither charged nor sent
    qtbot.waitUntil(lambda: not any(path.exists() for path in files), timeout=5000)
    assert "1 blank side(s) left out" in room.panel.body.sum.text()
    assert unnamed_controls(room.panel) == []
    press(room, Qt.Key.Key_G, CTRL)
    assert row(room).state == "paid"
    assert not room.panel.side.go.isEnabled()
    room.panel.closing.tick.setChecked(True)
    assert room.panel.side.go.isEnabled()
    press(room, Qt.Key.Key_Return, CTRL)
    until(room, qtbot, lambda: row(room).state == "completed")
    done = row(room)
    assert (done.pdf_pages, done.blanks, done.resealed) == (2, 1, 1)
    assert room.desk.blobs.open_plain(done.pdf).count(b"/Type /Page ") == 2
    assert room.page.panel is None


def test_pages_are_turned_moved_kept_and_taken_out_by_keys(room: Any, qtbot: Any, tmp_path: Any) -> None:
    begin(room, "scan")
    press(room, Qt.Key.Key_O, CTRL)
    files = []
    for n, lines in enumerate((12, 0)):
        path = tmp_path / f"{n}.jpg"
        path.write_bytes(sheet(lines))
        files.append(path)
    room.panel._files(files)
    strip = room.panel.body.strip
    until(room, qtbot, lambda: len(strip.pages()) == 2)
    assert all(path.exists() for path in files)  # what was dropped stays where it is
    first, blank = strip.pages()
    strip.setFocus()
    strip.setCurrentRow(1)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    assert strip.pages()[1].kept == 1
    QTest.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [one.sha256 for one in strip.pages()] == [blank.sha256, first.sha256]
    strip.setCurrentRow(1)
    room.panel.body.right.click()
    assert strip.pages()[1].turn == 90
    assert room.panel.unsaved()
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert len(strip.pages()) == 1
    room.window.toasts.undo()
    assert len(strip.pages()) == 2
    press(room, Qt.Key.Key_S, CTRL)
    assert [one.turn for one in row(room).pages] == [0, 90]
    assert not room.panel.unsaved()
    press(room, Qt.Key.Key_Escape)
    assert room.page.panel is None
    room.page.work_on("scan", room.task)  # the draft goes on, its pictures too
    room.settle()
    until(room, qtbot, lambda: not room.page.panel.body.strip.missing_thumbs())
    assert len(room.page.panel.body.strip.pages()) == 2


def drag(strip: Any, data: QMimeData, at: QPoint, drop: bool = True) -> bool:
    """Drag something over the strip and let it fall; whether it was taken."""
    with_button = (Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton)
    events = [QDragEnterEvent(at, *with_button, NO_KEY), QDragMoveEvent(at, *with_button, NO_KEY)]
    events += [QDropEvent(QPointF(at), *with_button, NO_KEY)] if drop else []
    for event in events:
        event.ignore()
        QApplication.sendEvent(strip.viewport(), event)
    return bool(events[-1].isAccepted())


def three_pages(room: Any, qtbot: Any, folder: Any) -> list[str]:
    begin(room, "scan")
    press(room, Qt.Key.Key_O, CTRL)
    files = [folder / f"{n}.jpg" for n in range(3)]
    for n, path in enumerate(files):
        path.write_bytes(sheet(8 + n))
    room.panel._files(files)
    until(room, qtbot, lambda: len(room.panel.body.strip.pages()) == 3)
    return [one.sha256 for one in room.panel.body.strip.pages()]


def before(strip: Any, n: int) -> QPoint:
    """A point in the left half of page `n`."""
    return strip.visualItemRect(strip.item(n)).center() - QPoint(20, 0)


def test_pages_are_moved_by_the_mouse_to_where_the_mark_stands(room: Any, qtbot: Any, tmp_path: Any) -> None:
    a, b, c = three_pages(room, qtbot, tmp_path)
    strip = room.panel.body.strip
    order = lambda: [one.sha256 for one in strip.pages()]  # noqa: E731
    assert strip.mark_box().isNull()
    last = strip.mimeData([strip.item(2)])
    assert drag(strip, last, before(strip, 0), drop=False)
    assert strip.mark_box().center().x() < strip.visualItemRect(strip.item(0)).center().x()
    assert drag(strip, last, before(strip, 0))
    assert (order(), strip.currentRow(), strip.mark_box().isNull()) == ([c, a, b], 0, True)
    far = strip.visualItemRect(strip.item(2)).center() + QPoint(30, 0)
    assert drag(strip, strip.mimeData([strip.item(0), strip.item(1)]), far)
    assert order() == [b, c, a]
    assert [index.row() for index in sorted(strip.selectedIndexes())] == [1, 2]
    assert room.panel.unsaved()
    assert drag(strip, strip.mimeData([strip.item(1)]), before(strip, 1))  # where it lies already
    assert order() == [b, c, a]


def test_a_press_and_a_pull_begin_the_drag_only_where_pages_may_be_changed(
    room: Any, qtbot: Any, tmp_path: Any, monkeypatch: Any
) -> None:
    three_pages(room, qtbot, tmp_path)
    strip, begun = room.panel.body.strip, []
    monkeypatch.setattr(QListWidget, "startDrag", lambda self, actions: begun.append(self.currentRow()))

    def pull() -> None:
        at = strip.visualItemRect(strip.item(1)).center()
        QTest.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
        for x in (4, 20, 40):
            QTest.mouseMove(strip.viewport(), at + QPoint(x, 0))
        QTest.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at + QPoint(40, 0))

    pull()
    assert begun == [1]
    strip.show_pages(strip.pages(), 0, editable=False)
    pull()
    assert begun == [1]


def test_files_that_are_dropped_on_the_strip_are_pages_where_the_mark_stood(
    room: Any, qtbot: Any, tmp_path: Any
) -> None:
    a, b, c = three_pages(room, qtbot, tmp_path)
    strip, path = room.panel.body.strip, tmp_path / "more.jpg"
    path.write_bytes(sheet(20))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert drag(strip, data, before(strip, 1))
    until(room, qtbot, lambda: len(strip.pages()) == 4)
    first, _, *rest = (one.sha256 for one in strip.pages())
    assert (first, rest) == (a, [b, c])
    assert strip.currentRow() == 1
    assert path.exists()


def test_what_is_not_of_this_strip_is_not_taken(room: Any, qtbot: Any, tmp_path: Any) -> None:
    pages = three_pages(room, qtbot, tmp_path)
    strip = room.panel.body.strip
    foreign, text, web = QMimeData(), QMimeData(), QMimeData()
    foreign.setData("application/x-counter-pages", b"another-strip,0,1")
    text.setText("0,1")
    web.setUrls([QUrl("https://example.org/a.jpg")])
    for data in (foreign, text, web):
        assert not drag(strip, data, before(strip, 0))
        assert strip.mark_box().isNull()
    strip.show_pages(strip.pages(), 0, editable=False)
    assert not drag(strip, strip.mimeData([strip.item(2)]), before(strip, 0))
    assert [one.sha256 for one in strip.pages()] == pages


def test_ctrl_f_takes_what_waited_in_the_folder_before_the_task_was_begun(room: Any, qtbot: Any, tmp_path: Any) -> None:
    path = tmp_path / "old.jpg"
    path.write_bytes(sheet(9))
    begin(room, "scan")
    room.panel.heard(PagesArrived((path,)))  # no envelope is open yet
    press(room, Qt.Key.Key_O, CTRL)
    assert room.panel.body.strip.pages() == ()
    assert room.panel.body.folder.isVisible()
    press(room, Qt.Key.Key_F, CTRL)
    until(room, qtbot, lambda: len(row(room).pages) == 1)
    qtbot.waitUntil(lambda: not path.exists(), timeout=5000)
    assert not room.panel.body.folder.isVisible()
    press(room, Qt.Key.Key_F, CTRL)  # there is nothing more
    assert len(room.panel.body.strip.pages()) == 1


def test_a_file_that_is_no_page_says_so_and_the_others_are_kept(room: Any, qtbot: Any, tmp_path: Any) -> None:
    begin(room, "scan")
    press(room, Qt.Key.Key_O, CTRL)
    good, bad = tmp_path / "a.jpg", tmp_path / "b.pdf"
    good.write_bytes(sheet(5))
    bad.write_bytes(b"%PDF-1.7\n1 0 obj <</Encrypt 2 0 R>> endobj\n%%EOF")
    room.panel._files([good, bad])
    until(room, qtbot, lambda: len(room.panel.body.strip.pages()) == 1)
    assert room.panel.note._text.text() == f"b.pdf: {sentence('pages.pdf_locked')}"


def test_a_wrong_envelope_is_reported_from_the_panel(room: Any) -> None:
    begin(room, "scan")
    press(room, Qt.Key.Key_I, CTRL)
    box = room.panel.incident
    assert box.isVisible()
    box.piece.set_text(room.items[0].mail_id)
    box.act()
    room.settle()
    assert box.words.error() == sentence("task.comment_missing")
    box.words.set_text("Opened in error")
    box.act()
    room.settle()
    with room.desk.db.read() as connection:
        assert state.item(connection, room.items[0].id).incidents[0].text == "Opened in error"


def test_s10_pages_are_counted_and_a_wrong_count_says_so_beside_its_field(room: Any) -> None:
    begin(room, "shred")
    panel = room.panel
    panel.count.pages.set_text("12")
    panel.refresh()  # news of another counter: what is being typed stays
    room.settle()
    assert panel.count.pages.text() == "12"
    panel.count.pages.set_text("0")
    panel.count.act()
    room.settle()
    assert panel.count.pages.error() == sentence("shred.no_pages")
    for pages in ("11", "3"):
        panel.count.pages.set_text(pages)
        panel.count.act()
        room.settle()
    assert (row(room).state, panel.view.due_cents) == ("counted", 475)
    assert unnamed_controls(panel) == []


def piled(room: Any) -> None:
    begin(room, "shred")
    for one in room.items:
        shredding.count_pages(room.desk, room.actor, room.task, one.id, 3)
    with room.desk.db.write() as connection:
        from counter_app.domain.rows import to_plain

        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        plain = to_plain(state.task(connection, room.task))  # type: ignore[arg-type]
        state.accept_pulled(connection, "task", [(room.task, 901, {**plain, "state": "paid", "payment": "paid"})])
    room.panel.refresh()
    room.settle()
    press(room, Qt.Key.Key_Return, CTRL)
    assert row(room).state == "in_shred_pile"


def test_the_pile_is_shredded_after_the_count_is_typed_and_not_before(room: Any) -> None:
    piled(room)
    room.page.show_list("shred_pile")
    room.settle()
    pile = room.page.panel
    assert pile.table.rows.rowCount() == 1
    room.window.take_scan(RawScan(room.items[0].mail_id.encode(), room.items[0].mail_id, source="scanner"))
    room.settle()
    assert not pile.go.isEnabled()  # its days are not over
    assert pile.note.isVisible()
    room.counter.clock.advance(8 * DAY)
    pile.refresh()
    room.settle()
    pile.all.click()
    pile.count.set_text("1")
    pile.go.click()
    room.settle()
    assert pile.count.error() == sentence("shred.count_differs", {"pieces": 2})
    assert row(room).state == "in_shred_pile"
    pile.count.set_text("2")
    pile.go.click()
    room.settle()
    assert row(room).state == "shredded"
    assert unnamed_controls(pile) == []
    press(room, Qt.Key.Key_Escape)
    assert room.page.panel is None


def test_a_manager_takes_a_task_off_the_pile(room: Any) -> None:
    piled(room)
    room.page.show_list("shred_pile")
    room.settle()
    pile = room.page.panel
    pile.shelf.set_text("B-1")
    pile.reason.set_text("Customer called")
    pile.rescue.click()
    room.settle()
    assert row(room).state == "rescued"
    room.settle()
    assert pile.empty.isVisible()


def test_a_discard_asks_before_anything_goes_for_good(room: Any) -> None:
    begin(room, "discard")
    press(room, Qt.Key.Key_G, CTRL)
    press(room, Qt.Key.Key_Return, CTRL)
    assert row(room).state == "paid"
    assert room.panel.question.isVisible()
    press(room, Qt.Key.Key_Y, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert row(room).state == "discarded"


def deposit(room: Any) -> None:
    task_id = asked(room.counter, "scan", tuple(one.id for one in room.items))
    for one in room.items:
        task_work.tick(room.desk, room.actor, task_id, one.mail_id)
    scanning.open_envelope(room.desk, room.actor, task_id)
    from counter_app.domain.task_scan import ScanPage

    scanning.save(room.desk, room.actor, task_id, [ScanPage(room.desk.blobs.keep(sheet(3), "scan"))])
    task_work.charge(room.desk, room.actor, task_id)
    scanning.complete(room.desk, room.actor, task_id, room.desk.blobs.keep(b"%PDF-1.4", "scan"), 8, True)
    begin(room, "check_deposit", terms=TERMS)


def write(room: Any, n: int, amount: str = "$1,234.56", payee: str = "Amara Okafor") -> None:
    form = room.panel.checks
    form.piece.set_key(room.items[n].id)
    form.drawn.set_text("Chase")
    form.account.set_text("123456789")
    form.amount.set_text(amount)
    form.dated.set_text(room.desk.today())
    form.payee.set_text(payee)
    form.endorsed.setChecked(True)
    form.add.click()
    room.settle()


def test_s10_a_deposit_is_written_down_priced_and_labelled_in_the_window(room: Any) -> None:
    deposit(room)
    form = room.panel.checks
    write(room, 0, amount="1,234")
    assert form.amount.error() == sentence("money.ambiguous")
    write(room, 0, payee="Bob Stone")
    assert form.payee.error().startswith("The check is for Bob Stone")
    for n in (0, 1, 0, 1, 0):
        write(room, n)
    assert len(row(room).checks) == 5
    write(room, 1)
    assert room.panel.note._text.text() == sentence("deposit.too_many_checks", {"most": 5})
    press(room, Qt.Key.Key_P, CTRL)
    assert row(room).state == "prepared"
    mailing = room.panel.mailing
    assert mailing.rule.isVisible()
    assert mailing.service.key() == "usps_priority"
    mailing.grams.set_text("40")
    mailing.postage.set_text("10,85")
    mailing.save.click()
    room.settle()
    assert (row(room).state, room.panel.view.due_cents) == ("priced", 495 + 1_085)
    assert unnamed_controls(room.panel) == []


def test_deposits_wait_for_the_carrier_in_a_list_of_their_own(room: Any) -> None:
    deposit(room)
    for n in (0, 1):
        write(room, n)
    depositing.prepare(room.desk, room.actor, room.task)
    depositing.pack(room.desk, room.actor, room.task, "letter", 40)
    depositing.price(room.desk, room.actor, room.task, "usps_priority", 1_085)
    with room.desk.db.write() as connection:
        from counter_app.domain.rows import to_plain

        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
        plain = to_plain(state.task(connection, room.task))  # type: ignore[arg-type]
        state.accept_pulled(connection, "task", [(room.task, 901, {**plain, "state": "paid", "payment": "paid"})])
    room.panel.refresh()
    room.settle()
    room.window.take_scan(RawScan(b"9405503699300483071923", "9405503699300483071923", source="scanner"))
    room.settle()
    assert row(room).state == "label_printed"
    room.page.show_list("deposits_out")
    room.settle()
    assert room.page.panel.table.rows.rowCount() == 1
    room.window.take_scan(RawScan(b"9405503699300483071923", "9405503699300483071923", source="scanner"))
    room.settle()
    assert row(room).state == "handed_to_carrier"
    assert room.page.panel.empty.isVisible()
