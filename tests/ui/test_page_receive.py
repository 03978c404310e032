"""The Receive room through the window, by keyboard and scanner; and its gate, which no key goes round (S-09)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.errors import DeviceError
from counter_app.events import WeightArrived
from counter_app.ports import RawScan, Reading
from ui.scroll import Scroll
from ui.widgets import unnamed_controls

UPS = "1Z999AA10123456784"
USPS = "9400111899223197428497"
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


class Hands:
    """A clerk's hands: scanner, keyboard, eyes."""

    def __init__(self, bench: Any, qtbot: Any) -> None:
        self.bench, self.qtbot, self.window = bench, qtbot, bench.window
        self.page = bench.window.pages["receive"]
        self.form = self.page.form
        self.window.go("receive")
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=2_000)

    def scan(self, text: str, source: str = "") -> None:
        self.window.take_scan(RawScan(text.encode(), text, source=source))
        self.bench.settle()

    def key(self, key: Qt.Key, ctrl: bool = False) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
        self.bench.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def at(self, widget: Any) -> bool:
        return QApplication.focusWidget() is widget

    def items(self) -> list[dict[str, Any]]:
        with self.bench.counter.desk.db.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT mailbox, state, tracking, shelf, json_extract(data, '$.name_matched'), "
                "json_extract(data, '$.weight_g'), id FROM item WHERE state <> 'taken_back' ORDER BY received_ms"
            ).all()
        keys = ("mailbox", "state", "tracking", "shelf", "matched", "weight_g", "id")
        return [dict(zip(keys, row, strict=True)) for row in rows]

    def fill(self, number: str = UPS, mailbox: str = "214", name: str = "Amara Okafor") -> None:
        self.scan(number)
        self.scan(mailbox)
        self.form.name.edit.setFocus()
        self.form.name.edit.selectAll()
        self.type(name)
        self.key(KEY.Key_Return)


@pytest.fixture
def hands(bench: Any, qtbot: Any) -> Hands:
    counter = bench.counter
    names = [{"text": "Amara Okafor", "kind": "person"}, {"text": "Okafor Imports LLC", "kind": "business"}]
    counter.account("a1", "214", "Amara Okafor", names=names)
    counter.account("a2", "331", "Wei-Lin Chen")
    counter.account("a3", "108", "Bright Dental Group", state="on_hold")
    bench.sign_in(4)
    return Hands(bench, qtbot)


# ---------------------------------------------------------------- the whole job, hands on scanner and keyboard


def test_a_piece_is_received_without_the_mouse(hands: Hands) -> None:
    form = hands.form
    hands.scan(UPS)
    assert form.chip.text().startswith("UPS")
    assert form.carrier.key() == "ups"
    assert hands.at(form.whom.edit)
    hands.type("214")
    hands.key(KEY.Key_Return)
    assert form.account_id == "a1"
    assert hands.page.card.band.accessibleName().startswith("Yes")
    assert hands.at(form.name.edit)
    hands.key(KEY.Key_1, ctrl=True)
    assert form.name.text() == "Amara Okafor"
    assert form.verdict.kind == "ok"
    assert hands.at(form.shelf.edit)
    hands.scan("A-12")
    hands.bench.doing.hear(WeightArrived(Reading(0, True)))
    hands.bench.doing.hear(WeightArrived(Reading(998, True)))
    hands.bench.settle()
    hands.key(KEY.Key_Return, ctrl=True)

    item = hands.items()[0]
    item.pop("id")
    assert item == {
        "mailbox": "214", "state": "received", "tracking": UPS, "shelf": "A-12", "matched": "Amara Okafor",
        "weight_g": 998,
    }  # fmt: skip
    assert hands.window.heard_sounds[-1] == "taken"
    assert "PMB 214 · label printing" in hands.window.toasts.text()
    assert form.is_empty()
    assert (form.shelf.text(), form.mail_type.key()) == ("A-12", "package")
    assert hands.at(hands.window.scan_box)
    assert hands.page.list.row_count() == 1


def test_undo_takes_the_piece_back_and_brings_the_form_again(hands: Hands) -> None:
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    assert len(hands.items()) == 1
    hands.key(KEY.Key_Z, ctrl=True)
    assert hands.items() == []
    assert (hands.form.tracking.text(), hands.form.account_id, hands.form.name.text()) == (UPS, "a1", "Amara Okafor")


def test_a_key_pressed_twice_takes_one_piece(hands: Hands) -> None:
    hands.fill(number="214")  # a piece without a number: no duplicate would be noticed
    hands.page.receive()
    hands.page.receive()
    hands.bench.settle()
    assert len(hands.items()) == 1


def test_names_are_found_as_one_types_and_nobody_is_picked_between_two_of_one_name(hands: Hands) -> None:
    hands.bench.counter.account("twin", "215", "Amara Okafor")
    hands.scan(UPS)
    hands.type("amara")
    hands.qtbot.waitUntil(hands.form.whom_list.is_open, timeout=2_000)
    hands.key(KEY.Key_Return)
    assert hands.form.account_id == ""
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return)
    assert hands.form.account_id == "twin"


def test_r17_a_mailbox_label_with_a_former_holder_asks_who(hands: Hands) -> None:
    hands.bench.counter.account("old", "331", "Omar Hassan", state="released", state_since="2026-01-05")
    hands.scan(UPS)
    hands.scan("331")
    assert hands.form.account_id == ""
    assert hands.form.whom_list.is_open()


# ---------------------------------------------------------------- the gate


def with_key(key: Qt.Key) -> Callable[[Hands], None]:
    return lambda hands: hands.key(key, ctrl=True)


WAYS: list[Callable[[Hands], None]] = [
    with_key(KEY.Key_Return),
    with_key(KEY.Key_Enter),
    lambda hands: hands.form.receive.click(),
    lambda hands: (with_key(KEY.Key_Y)(hands), with_key(KEY.Key_Return)(hands)),
    lambda hands: (hands.scan("214"), with_key(KEY.Key_Return)(hands)),
    lambda hands: (hands.window.go("receive"), with_key(KEY.Key_Return)(hands), with_key(KEY.Key_Return)(hands)),
]


@pytest.mark.parametrize("way", WAYS)
def test_s09_a_name_that_is_not_on_the_form_gets_in_by_no_key_and_no_button(
    hands: Hands, way: Callable[[Hands], None]
) -> None:
    hands.fill(name="Peter Falk")
    way(hands)
    hands.bench.settle()
    assert hands.items() == []
    assert hands.form.verdict.kind == "bad"
    assert "Form 1583" in hands.form.verdict.text()
    assert hands.window.heard_sounds[-1] == "refused"
    assert hands.form.tracking.text() == UPS


def test_s09_a_likely_name_waits_for_the_clerk_to_say_who_it_is(hands: Hands) -> None:
    hands.fill(name="Amara Okafo")
    assert hands.form.verdict.kind == "warn"
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    hands.key(KEY.Key_Y, ctrl=True)
    assert hands.form.verdict.kind == "ok"
    hands.key(KEY.Key_Return, ctrl=True)
    assert [one["matched"] for one in hands.items()] == ["Amara Okafor"]


def test_s09_what_was_confirmed_for_one_name_does_not_hold_for_another(hands: Hands) -> None:
    hands.fill(name="Amara Okafo")
    hands.key(KEY.Key_Y, ctrl=True)
    assert hands.form.confirmed == "Amara Okafor"
    hands.form.name.edit.setFocus()
    hands.form.name.edit.setText("Amar Okafor")
    assert hands.form.confirmed == ""
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []


def test_s09_what_was_confirmed_for_one_mailbox_does_not_hold_for_another(hands: Hands) -> None:
    hands.bench.counter.account("twin", "215", "Amara Okafor")
    hands.fill(name="Amara Okafo")
    hands.key(KEY.Key_Y, ctrl=True)
    hands.scan("215")
    assert (hands.form.account_id, hands.form.confirmed) == ("twin", "")
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []


def test_s09_a_name_taken_off_the_form_meanwhile_is_refused_below_the_screen(hands: Hands) -> None:
    hands.fill()
    assert hands.form.verdict.kind == "ok"
    hands.bench.counter.account("a1", "214", "Amara Okafor", names=[{"text": "Okafor Imports LLC", "kind": "business"}])
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    assert hands.window.heard_sounds[-1] == "refused"


def test_s09_a_mailbox_that_takes_no_mail_says_so_at_once_and_takes_none(hands: Hands) -> None:
    hands.scan(UPS)
    hands.scan("108")
    assert hands.page.card.band.accessibleName().startswith("No")
    assert hands.window.heard_sounds[-1] == "refused"
    hands.key(KEY.Key_1, ctrl=True)
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    assert "on hold" in hands.form.trouble.accessibleName()


def test_s09_what_the_field_says_and_what_is_inserted_is_one_mailbox(hands: Hands) -> None:
    hands.fill()
    hands.form.whom.edit.setFocus()
    hands.key(KEY.Key_Backspace)
    assert hands.form.account_id == ""
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    assert "whose" in hands.form.trouble.accessibleName()


def test_s09_an_unassigned_piece_goes_through_the_same_gate(hands: Hands) -> None:
    hands.scan(UPS)
    hands.key(KEY.Key_U, ctrl=True)
    assert [one["state"] for one in hands.items()] == ["unassigned"]
    hands.scan(USPS)
    hands.page.open(item_id=hands.items()[0]["id"])
    hands.bench.settle()
    hands.scan("214")
    hands.type("Peter Falk")
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items()[0]["state"] == "unassigned"
    hands.key(KEY.Key_1, ctrl=True)
    hands.key(KEY.Key_Return, ctrl=True)
    assert (hands.items()[0]["mailbox"], hands.items()[0]["state"]) == ("214", "received")
    assert hands.form.tracking.text() == USPS, "the piece that was in hand before is in the form again"


# ---------------------------------------------------------------- duplicates, other ends of the job


def test_a_number_that_came_in_before_asks_for_a_reason(hands: Hands) -> None:
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    hands.fill()
    assert hands.form.reason.isVisible()
    hands.key(KEY.Key_Return, ctrl=True)
    assert len(hands.items()) == 1
    assert hands.at(hands.form.reason.edit)
    hands.type("delivered again")
    hands.key(KEY.Key_Return, ctrl=True)
    assert len(hands.items()) == 2
    assert not hands.form.reason.isVisible()


def test_a_returned_piece_leaves_no_trace_and_can_be_brought_back(hands: Hands) -> None:
    hands.fill(name="Peter Falk")
    assert hands.form.drop.label() == "Return it"
    hands.key(KEY.Key_R, ctrl=True)
    assert hands.form.is_empty()
    assert hands.items() == []
    hands.key(KEY.Key_Z, ctrl=True)
    assert (hands.form.tracking.text(), hands.form.name.text(), hands.form.account_id) == (UPS, "Peter Falk", "a1")


def test_reassigning_needs_a_reason(hands: Hands) -> None:
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    hands.page.open(item_id=hands.items()[0]["id"], mode="reassign")
    hands.bench.settle()
    hands.scan("331")
    hands.key(KEY.Key_1, ctrl=True)
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items()[0]["mailbox"] == "214"
    assert hands.at(hands.form.reason.edit)
    hands.type("wrong shelf")
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items()[0]["mailbox"] == "331"


# ---------------------------------------------------------------- scans


def test_an_unknown_barcode_loses_nothing_and_says_so(hands: Hands) -> None:
    hands.fill()
    hands.scan("0123456789104")
    assert hands.window.heard_sounds[-1] == "unknown"
    assert "0123456789104" in hands.form.trouble.accessibleName()
    assert (hands.form.tracking.text(), hands.form.name.text()) == (UPS, "Amara Okafor")


def test_a_second_tracking_number_does_not_write_over_the_first(hands: Hands) -> None:
    hands.fill()
    hands.scan(USPS)
    assert hands.form.tracking.text() == UPS
    assert USPS in hands.form.trouble.accessibleName()


def test_the_label_of_a_piece_that_is_here_is_answered(hands: Hands) -> None:
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    hands.scan(hands.page.list.table.rows.row_at(0)["mail_id"])
    assert hands.window.page is hands.window.answer_page
    assert hands.window.answer_page.answer.item.id == hands.items()[0]["id"]


def test_what_is_not_finished_outlives_leaving_the_room_and_locking(hands: Hands) -> None:
    hands.fill(name="Amara Okafo")
    hands.key(KEY.Key_Y, ctrl=True)
    hands.window.answer("331")
    hands.bench.settle()
    hands.window.lock()
    hands.bench.sign_in(4)
    hands.window.go("receive")
    hands.bench.settle()
    hands.key(KEY.Key_Return, ctrl=True)
    assert [(one["tracking"], one["matched"]) for one in hands.items()] == [(UPS, "Amara Okafor")]


# ---------------------------------------------------------------- scale and camera


def weigh(hands: Hands, *readings: Reading | str) -> None:
    for one in readings:
        event = WeightArrived(None, one) if isinstance(one, str) else WeightArrived(one)
        hands.bench.doing.hear(event)
    hands.bench.settle()


def test_a_moving_or_broken_scale_is_words_and_never_a_weight(hands: Hands) -> None:
    hands.scan(UPS)
    weigh(hands, Reading(0, True), Reading(700, False))
    assert (hands.form.weight.grams(), hands.form.weight.live.text()) == (0, "Scale: moving")
    weigh(hands, "scale.over_limit")
    assert (hands.form.weight.grams(), hands.form.weight.live.whole_text()) == (0, "Scale: overloaded")
    hands.bench.station.devices.trouble = DeviceError("device.gone")
    hands.key(KEY.Key_F9)
    hands.qtbot.waitUntil(lambda: "not connected" in hands.form.weight.live.whole_text(), timeout=2_000)
    assert hands.form.weight.is_empty()


def test_the_weight_of_the_last_piece_is_not_taken_for_the_next(hands: Hands) -> None:
    weigh(hands, Reading(0, True), Reading(998, True))
    assert hands.form.weight.grams() == 998
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    weigh(hands, Reading(999, False), Reading(998, True))
    assert hands.form.weight.grams() == 0
    weigh(hands, Reading(0, True), Reading(250, True))
    assert hands.form.weight.grams() == 250


def test_a_typed_weight_is_not_written_over_and_nonsense_is_refused(hands: Hands) -> None:
    hands.fill()
    hands.form.weight.pounds.edit.setFocus()
    hands.type("1")
    weigh(hands, Reading(0, True), Reading(250, True))
    assert hands.form.weight.grams() == 454
    hands.type("x")
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    assert "no weight" in hands.form.trouble.accessibleName()


def test_f9_takes_what_the_scale_shows(hands: Hands) -> None:
    hands.bench.station.devices.grams = 1_234
    hands.key(KEY.Key_F9)
    hands.qtbot.waitUntil(lambda: hands.form.weight.grams() == 1_234, timeout=2_000)


def jpeg() -> bytes:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")
    return bytes(buffer.data().data())


def test_a_photo_is_kept_and_its_barcode_fills_the_form(hands: Hands) -> None:
    hands.bench.station.devices.picture = jpeg()
    hands.bench.station.read_barcodes = lambda _data: [RawScan(b"junk", "junk"), RawScan(UPS.encode(), UPS)]
    hands.key(KEY.Key_F10)
    hands.qtbot.waitUntil(lambda: hands.form.tracking.text() == UPS, timeout=2_000)
    assert hands.form.photo.data == hands.bench.station.devices.picture


def test_a_photo_of_the_last_piece_does_not_get_to_the_next(hands: Hands) -> None:
    last = hands.page.piece
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    hands.page.devices.photographed(last, jpeg())
    hands.page.devices.weighed(last, Reading(500, True))
    assert hands.form.photo.data == b""
    assert hands.form.weight.is_empty()


def test_a_camera_that_is_gone_says_so_in_words(hands: Hands) -> None:
    hands.bench.station.devices.trouble = DeviceError("device.gone")
    hands.key(KEY.Key_F10)
    hands.qtbot.waitUntil(lambda: hands.form.photo.view._empty == "Camera: not connected", timeout=2_000)
    assert hands.form.photo.data == b""


def test_what_is_no_photo_is_not_kept(hands: Hands) -> None:
    for data in (b"", b"GIF89a", b"<svg/>"):
        hands.page.devices.photographed(hands.page.piece, data)
        assert hands.form.photo.data == b""


def test_every_control_of_the_room_has_a_name(hands: Hands) -> None:
    assert unnamed_controls(hands.page) == []


def test_at_1366_x_768_a_filled_form_does_not_scroll(hands: Hands) -> None:
    hands.bench.window.resize(1366, 768)
    hands.bench.settle()
    hands.fill()
    hands.bench.settle()
    form = hands.page.form
    assert form.verdict.isVisible()
    assert [one.bar.isVisible() for one in form.findChildren(Scroll)] == [False]
