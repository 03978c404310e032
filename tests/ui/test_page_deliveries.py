"""The Deliveries room: six steps by keyboard and scanner, no way round a gate, bad cases in words (S-17, S-18)."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from counter_app.desk import deliveries, supplies, task_work
from counter_app.errors import DeviceError
from counter_app.ports import RawScan
from tests.counter_acts import piece
from tests.delivering import CODE, asked, task, work
from ui.sentences import sentence

HOUR = 3_600_000
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (64, 48), (120, 150, 180)).save(made, "JPEG")
    return made.getvalue()


class Room:
    """The room with one delivery of two pieces, worked at as a clerk does."""

    def __init__(self, bench: Any, qtbot: Any, level: int = 4) -> None:
        self.bench, self.qtbot, self.counter, self.desk = bench, qtbot, bench.counter, bench.counter.desk
        self.counter.account("a1", "101", "Ann Lee")
        bench.sign_in(level)
        self.actor = bench.doing.actor
        self.items = [piece(self.counter, self.actor), piece(self.counter, self.actor, mail_type="letter")]
        self.id = asked(self.counter, self.items)
        bench.station.devices.picture = picture()
        self.page = bench.window.pages["deliveries"]
        self.panel = self.page.panel
        bench.window.go("deliveries")
        bench.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.bench.window, key, modifier)
        self.bench.settle()

    def scan(self, text: str, source: str = "scanner") -> None:
        self.bench.window.take_scan(RawScan(text.encode(), text, source=source))
        self.bench.settle()

    def photograph(self) -> None:
        self.key(Qt.Key.Key_F10)
        self.qtbot.waitUntil(lambda: self.task.photo != "", timeout=5_000)
        self.bench.settle()

    def show(self, chosen: str) -> None:
        self.page.filters.set_key(chosen)
        self.page.reload(top=True)
        self.bench.settle()

    def ready_for_the_driver(self) -> None:
        work(self.counter, self.actor, self.id, until="seal")
        self.page.work_on(self.id)
        self.bench.settle()

    @property
    def task(self) -> Any:
        return task(self.counter, self.id)

    @property
    def sounds(self) -> list[str]:
        return list(self.bench.window.heard_sounds)


@pytest.fixture
def room(bench: Any, qtbot: Any) -> Room:
    return Room(bench, qtbot)


def test_s18_the_whole_delivery_by_keyboard_and_scanner(room: Room) -> None:
    room.key(Qt.Key.Key_Return, CONTROL)
    assert room.panel.task_id == room.id
    give = room.panel.side.go
    for item in room.items:
        assert not give.isEnabled()
        room.scan(item.mail_id)
    assert room.panel.bags.count.value() == 1  # a letter goes into a bag
    room.key(Qt.Key.Key_F9)
    assert (room.task.state, room.task.bags) == ("labelled", 1)
    room.photograph()
    assert room.task.state == "photo_taken"
    room.scan(CODE, source="typed")
    assert room.task.state == "code_matched"
    assert not give.isEnabled()
    room.key(Qt.Key.Key_Return, CONTROL)
    assert room.task.state == "code_matched"  # the tick is missing
    room.key(Qt.Key.Key_T, CONTROL)
    assert give.isEnabled()
    assert [step.head.state for step in room.panel.steps.values()] == ["done"] * 6
    room.key(Qt.Key.Key_Return, CONTROL)
    assert (room.task.state, room.task.remarks) == ("handed_to_driver", ())
    assert not room.page.at_work
    room.show("in_progress")
    assert room.page.table.current_row()["id"] == room.id


def test_s18_no_key_and_no_button_goes_round_an_open_gate(room: Room) -> None:
    room.ready_for_the_driver()
    for _ in range(2):
        room.key(Qt.Key.Key_T, CONTROL)
        room.key(Qt.Key.Key_Return, CONTROL)
        room.panel.side.go.click()
        room.panel.finish()
        room.bench.settle()
    assert room.task.state == "labelled"
    assert room.panel.note.isVisible()


def test_s18_a_wrong_code_says_what_is_left_and_the_third_one_locks(room: Room) -> None:
    room.ready_for_the_driver()
    room.photograph()
    for left in (2, 1):
        room.scan("wrong", source="typed")
        assert room.panel.code.code.error() == sentence("delivery.code_wrong", {"left": left})
        assert room.sounds[-1] == "refused"
    room.scan("wrong", source="typed")
    assert room.panel.code.state.text() == sentence("delivery.code_locked")
    assert not room.panel.code.code.isEnabled()
    room.key(Qt.Key.Key_U, CONTROL)
    room.panel.code.reason.act()
    assert room.panel.code.reason.reason.error()
    room.panel.code.reason.reason.set_text("Support: the driver misread it")
    room.panel.code.reason.act()
    room.bench.settle()
    assert room.task.tries == 0
    room.panel.code.code.set_text(CODE)
    room.panel.code.act()
    room.bench.settle()
    assert room.task.state == "code_matched"
    assert room.panel.code.code.text() == ""


def test_s18_a_clerk_without_the_right_reads_who_has_it(bench: Any, qtbot: Any) -> None:
    room = Room(bench, qtbot, level=2)
    room.ready_for_the_driver()
    room.photograph()
    for _ in range(3):
        room.scan("wrong", source="typed")
    room.panel._release("please")
    room.bench.settle()
    assert room.task.tries == 3
    assert room.panel.code.reason.reason.error()


def test_s18_a_driver_who_refuses_the_photo_leaves_without_the_pieces(room: Room) -> None:
    room.ready_for_the_driver()
    room.key(Qt.Key.Key_R, CONTROL)
    assert room.panel.question.isVisible()
    room.key(Qt.Key.Key_1, CONTROL)
    assert (room.task.state, room.task.gone) == ("labelled", "refused_photo")
    assert room.panel.photo.why.isVisible()


def test_s18_without_a_camera_it_says_so_and_keeps_the_pieces(room: Room) -> None:
    room.ready_for_the_driver()
    room.bench.station.devices.trouble = DeviceError("device.gone")
    room.key(Qt.Key.Key_F10)
    room.qtbot.waitUntil(room.panel.note.isVisible, timeout=5_000)
    assert room.task.state == "labelled"
    room.bench.station.devices.trouble = None
    room.bench.station.devices.picture = b"no picture"
    room.panel.note.hide()
    room.key(Qt.Key.Key_F10)
    room.qtbot.waitUntil(room.panel.note.isVisible, timeout=5_000)
    assert room.task.state == "labelled"


def test_s18_the_photo_is_not_shown_again_when_the_delivery_is_opened_anew(room: Room) -> None:
    room.ready_for_the_driver()
    room.photograph()
    assert room.panel.photo._shown
    room.key(Qt.Key.Key_Escape)
    assert not room.page.at_work
    room.page.work_on(room.id)
    room.bench.settle()
    assert not room.panel.photo._shown


def test_s18_a_lost_label_and_a_piece_that_cannot_go(room: Room) -> None:
    room.ready_for_the_driver()
    room.panel._open_step("labels")
    room.key(Qt.Key.Key_G, CONTROL)
    with room.desk.db.read() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM print_job WHERE kind = 'delivery_label'").scalar()
    assert count == 3
    room.key(Qt.Key.Key_D, CONTROL)
    assert len(room.task.labelled) == 1
    assert room.panel.labels.table.current_row()["label"] == "1 of 1"


def test_s17_no_show_is_put_back_with_one_key(room: Room) -> None:
    work(room.counter, room.actor, room.id, until="seal")
    task_work.let_go(room.desk, room.actor, room.id)
    room.page.reload(top=True)
    room.bench.settle()
    assert not room.page.card.put_back.isVisible()
    room.counter.clock.advance(7 * HOUR + HOUR // 2)
    room.page.reload()
    room.bench.settle()
    assert room.page.card.put_back.isVisible()
    room.key(Qt.Key.Key_B, CONTROL)
    assert (room.task.state, room.task.reason) == ("declined", "no_show")
    assert "Ann Lee" in room.bench.window.toasts.text()


def test_s17_putting_back_earlier_asks_why(room: Room) -> None:
    room.ready_for_the_driver()
    room.panel._open_step("photo")
    room.key(Qt.Key.Key_B, CONTROL)
    assert room.task.state == "labelled"
    room.key(Qt.Key.Key_2, CONTROL)
    assert (room.task.state, room.task.gone) == ("declined", "other")


def test_s18_a_return_is_scanned_back_piece_by_piece(room: Room) -> None:
    work(room.counter, room.actor, room.id)
    deliveries.hand_over(room.desk, room.actor, room.id, True)
    room.show("in_progress")
    room.scan(room.items[0].mail_id)
    assert room.task.returned == (room.items[0].id,)
    assert room.page.card.not_back.isVisible()
    room.key(Qt.Key.Key_M, CONTROL)
    assert (room.task.state, room.task.not_returned) == ("returned", (room.items[1].id,))
    assert room.page.filters.key() == "returned"
    assert room.page.table.current_row()["state_kind"] == "bad"


def test_s18_delivered_by_hand_asks_how_it_is_known(room: Room) -> None:
    work(room.counter, room.actor, room.id)
    deliveries.hand_over(room.desk, room.actor, room.id, True)
    room.show("in_progress")
    room.key(Qt.Key.Key_Y, CONTROL)
    room.page.card.how.act()
    assert room.page.card.how.reason.error()
    room.page.card.how.reason.set_text("The customer called")
    room.page.card.how.act()
    room.bench.settle()
    assert (room.task.state, room.task.reason) == ("delivered", "The customer called")


def test_s18_the_drivers_photo_needs_a_reason_and_is_shown_for_a_while(room: Room) -> None:
    work(room.counter, room.actor, room.id, until="driver")
    deliveries.photograph(room.desk, room.actor, room.id, picture())
    room.page.reload(top=True)
    room.bench.settle()
    card = room.page.card
    card.look.click()
    card.why.act()
    assert not card.photo.isVisible()
    card.why.reason.set_text("The police asks")
    card.why.act()
    room.qtbot.waitUntil(card.photo.isVisible, timeout=5_000)
    assert room.task.history[-1][1] == "task.driver_photo_viewed"
    room.bench.window.go("today")
    assert not card.photo.isVisible()
    card._photo_over.timeout.emit()


def test_s17_poly_bags_by_keyboard_and_the_warning_at_the_level(room: Room) -> None:
    room.key(Qt.Key.Key_P, CONTROL)
    assert room.page.bags.isVisible()
    room.page.bags.amount.setValue(20)
    room.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert supplies.poly_bags(room.desk, room.actor).left == 20
    assert room.page.low.isVisible()
    room.key(Qt.Key.Key_P, CONTROL)
    room.page.bags.amount.setValue(100)
    room.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert supplies.poly_bags(room.desk, room.actor).left == 120
    assert not room.page.low.isVisible()
    room.key(Qt.Key.Key_P, CONTROL)
    room.key(Qt.Key.Key_Escape)
    assert not room.page.bags.isVisible()


def test_s17_a_late_request_is_flagged_and_a_scheduled_one_stands_under_its_day(room: Room) -> None:
    now = room.desk.now_ms()
    late = asked(room.counter, [piece(room.counter, room.actor)], at_ms=now + 7 * HOUR + HOUR // 2)
    start = now + 48 * HOUR
    asked(room.counter, [piece(room.counter, room.actor)], window_from_ms=start, window_to_ms=start + HOUR)
    room.page.reload(task_id=late)
    room.bench.settle()
    assert "late request" in room.page.table.current_row()["customer_note"]
    assert room.page.card.hint.isVisible()
    room.show("scheduled")
    assert room.page.table.rows.rowCount() == 1
    assert room.page.table.current_row()["when"].startswith("Nov 4")


def test_a_scan_in_the_list_opens_the_delivery_of_the_piece(room: Room) -> None:
    room.scan(room.items[0].mail_id)
    assert room.panel.task_id == room.id
    room.key(Qt.Key.Key_Escape)
    free = piece(room.counter, room.actor)
    room.scan(free.mail_id)
    assert not room.page.at_work


def test_today_leads_to_the_delivery_and_to_the_bags(room: Room) -> None:
    supplies.count_bags(room.desk, room.actor, 3)
    window = room.bench.window
    window.go("today")
    room.bench.settle()
    page = window.pages["today"]
    assert {step.kind for step in page._steps.values()} == {"delivery", "bags"}
    page._open(room.id)
    room.bench.settle()
    assert room.panel.task_id == room.id
    room.key(Qt.Key.Key_Escape)
    window.go("today")
    room.bench.settle()
    page._open("")
    room.bench.settle()
    assert room.page.bags.isVisible()


def test_the_tasks_room_opens_the_same_panel(room: Room) -> None:
    room.bench.window.go("tasks", task_id=room.id, kind="personal_delivery")
    room.bench.settle()
    page = room.bench.window.pages["tasks"]
    assert type(page.panel).__name__ == "DeliveryPanel"
    for item in room.items:
        room.scan(item.mail_id)
    assert room.task.state == "gathered"
