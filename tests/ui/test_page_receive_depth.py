"""Receive in depth by keyboard and scanner: drops, stacks of letters, mail received, returns, shelves (S-04, S-09)."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.errors import CounterError, DeviceError
from counter_app.ports import RawScan
from tests.ui.test_page_receive import UPS, Hands

KEY = Qt.Key


def photo() -> bytes:
    image, buffer = QImage(64, 40, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0xC8A97E)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def hands(bench: Any, qtbot: Any) -> Hands:
    counter = bench.counter
    names = [{"text": "Amara Okafor", "kind": "person"}, {"text": "Okafor Imports LLC", "kind": "business"}]
    counter.account("a1", "214", "Amara Okafor", names=names)
    counter.account("a2", "331", "Wei-Lin Chen")
    counter.account("hold", "108", "Bright Dental Group", state="on_hold")
    counter.account("new", "119", "Rosa Delgado", state="pending_approval")
    counter.account("gone", "120", "Olu Adeyemi", state="inactive", state_since="2026-09-01")
    bench.station.devices.picture = photo()
    bench.sign_in(4)
    return Hands(bench, qtbot)


def rows(hands: Hands, *fields: str) -> list[Any]:
    with hands.bench.counter.desk.db.read() as connection:
        said = ", ".join(f"json_extract(data, '$.{one}')" for one in fields)
        sql = f"SELECT {said} FROM item WHERE state <> 'taken_back' ORDER BY received_ms"
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


# ---------------------------------------------------------------- drops


def test_s09_a_drop_is_opened_by_keyboard_and_each_piece_counts(hands: Hands) -> None:
    card = hands.page.drop_card
    hands.key(KEY.Key_D, ctrl=True)
    assert hands.at(card.pieces.edit)
    hands.type("2")
    hands.key(KEY.Key_Return)
    assert card.said.text() == "0 of 2 inserted"
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    assert card.said.text() == "1 of 2 inserted"
    assert rows(hands, "intake") == [(card.at_hand,)]
    hands.key(KEY.Key_Q, ctrl=True)
    assert "2 pieces were counted and 1 are recorded" in card.difference.text()
    assert hands.at(card.reason.edit)
    hands.type("torn, given back")
    hands.key(KEY.Key_Return)
    assert card.said.text() == "No drop is open"
    assert "is squared: 1 of 2" in hands.window.toasts.text()


@pytest.mark.parametrize(("typed", "says"), [("", "1 to 2000"), ("forty", "1 to 2000"), ("-3", "1 to 2000")])
def test_a_count_that_is_none_says_so_and_nothing_is_opened(hands: Hands, typed: str, says: str) -> None:
    card = hands.page.drop_card
    hands.key(KEY.Key_D, ctrl=True)
    hands.type(typed)
    hands.key(KEY.Key_Return)
    assert says in card.trouble.text().replace(",", "")
    assert card.drops == ()
    assert hands.page.escape()
    assert not card.is_open()


def test_of_two_drops_the_one_at_hand_is_chosen(hands: Hands) -> None:
    rooms, desk, actor = hands.bench.station.rooms, hands.bench.counter.desk, hands.bench.doing.actor
    first = rooms.drops.open_drop(desk, actor, "usps", 9)
    hands.page.list_again()
    hands.bench.settle()
    second = rooms.drops.open_drop(desk, actor, "ups", 9)
    hands.page.list_again()
    hands.bench.settle()
    card = hands.page.drop_card
    assert (card.choose.isVisible(), card.at_hand) == (True, first.id)  # what lies there stays at hand
    card.choose.set_key(second.id)
    hands.fill()
    hands.key(KEY.Key_Return, ctrl=True)
    card.choose.set_key("-")
    hands.fill(number=USPS_2)
    hands.key(KEY.Key_Return, ctrl=True)
    assert rows(hands, "intake") == [(second.id,), ("",)]


USPS_2 = "9400111899223197428497"

# ---------------------------------------------------------------- a stack of letters


class Clerk:
    """Counts what the clerk does: each key and each scan is one act."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.acts = hands, 0

    def scan(self, text: str) -> None:
        self.acts += 1
        self.hands.scan(text)

    def key(self, key: Qt.Key) -> None:
        self.acts += 1
        QTest.keyClick(QApplication.focusWidget(), key)
        self.hands.bench.settle()


def test_s04_a_letter_takes_four_acts_and_each_further_one_of_the_mailbox_two(hands: Hands) -> None:
    hands.key(KEY.Key_B, ctrl=True)
    clerk = Clerk(hands)
    clerk.scan("214")
    clerk.key(KEY.Key_A)
    clerk.key(KEY.Key_Space)
    clerk.key(KEY.Key_Return)
    assert (clerk.acts, len(hands.items())) == (4, 1)
    for n in range(2, 11):
        clerk.acts = 0
        clerk.key(KEY.Key_Space)
        clerk.key(KEY.Key_Return)
        assert (clerk.acts, len(hands.items())) == (2, n)
    assert set(rows(hands, "mailbox", "name_matched", "mail_type")) == {("214", "Amara Okafor", "letter")}
    assert all(len(one[0]) == 64 for one in rows(hands, "photo"))
    assert hands.page.batch.count.text() == "10 letter(s) in this stack"


def test_s04_enter_before_the_picture_is_there_inserts_with_it(hands: Hands) -> None:
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    hands.key(KEY.Key_A)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    hands.qtbot.waitUntil(lambda: len(hands.items()) == 1, timeout=3_000)
    assert len(rows(hands, "photo")[0][0]) == 64


class SlowCamera:
    """Takes a picture once `develop` is called, of as many letters as were put under it."""

    def __init__(self, hands: Hands) -> None:
        self._devices, self._light = hands.bench.station.devices, threading.Semaphore(0)
        self._photo, self._devices.photo = self._devices.photo, self._take

    def _take(self, name: str, within_s: float = 5.0) -> bytes:
        assert self._light.acquire(timeout=10)
        return self._photo(name, within_s)

    def develop(self, count: int) -> None:
        self._light.release(count)


def at_once(*keys: Qt.Key) -> None:
    """As fast as a hand that does not look."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def test_s04_a_hand_that_is_faster_than_the_camera_loses_no_letter(hands: Hands) -> None:
    camera = SlowCamera(hands)
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    at_once(KEY.Key_A, *(KEY.Key_Space, KEY.Key_Return) * 3)
    hands.window.take_scan(RawScan(b"331", "331"))
    at_once(KEY.Key_A, KEY.Key_Space, KEY.Key_Return)
    at_once(KEY.Key_2, KEY.Key_1, KEY.Key_5, KEY.Key_Backspace, KEY.Key_4, KEY.Key_Return)
    at_once(KEY.Key_B, KEY.Key_Space, KEY.Key_Return, KEY.Key_Space, KEY.Key_U)
    assert hands.items() == []
    camera.develop(6)
    hands.qtbot.waitUntil(lambda: len(hands.items()) == 6, timeout=10_000)
    hands.bench.settle()
    said = rows(hands, "mailbox", "name_matched")
    assert sorted(said) == sorted(
        [*[("214", "Amara Okafor")] * 3, ("331", "Wei-Lin Chen"), ("214", "Okafor Imports LLC"), ("", "")]
    )
    assert all(len(one[0]) == 64 for one in rows(hands, "photo"))
    assert not hands.page.batch.unsaved()


def test_s04_after_a_camera_that_failed_nothing_pressed_before_goes_on(hands: Hands) -> None:
    camera = SlowCamera(hands)
    hands.bench.station.devices.trouble = CounterError("device.gone")
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    at_once(KEY.Key_A, KEY.Key_Space, KEY.Key_Return, KEY.Key_Space, KEY.Key_Return)
    camera.develop(9)
    hands.qtbot.waitUntil(lambda: not hands.page.batch._taking, timeout=3_000)
    hands.bench.settle()
    assert hands.items() == []
    hands.bench.station.devices.trouble = None
    hands.key(KEY.Key_Space)
    hands.key(KEY.Key_Return)
    assert len(hands.items()) == 1


def test_s04_what_is_no_picture_lets_the_letter_be_taken_again(hands: Hands) -> None:
    good, hands.bench.station.devices.picture = hands.bench.station.devices.picture, b"torn"
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    at_once(KEY.Key_A, KEY.Key_Space, KEY.Key_Return)
    hands.qtbot.waitUntil(lambda: not hands.page.batch._taking, timeout=3_000)
    assert hands.items() == []
    hands.bench.station.devices.picture = good
    hands.key(KEY.Key_Space)
    hands.key(KEY.Key_Return)
    assert len(hands.items()) == 1


def test_s09_no_letter_goes_in_without_a_name_of_the_form(hands: Hands) -> None:
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    for key in (KEY.Key_Space, KEY.Key_Return, KEY.Key_Return, KEY.Key_C, KEY.Key_Z, KEY.Key_Return):
        hands.key(key)
    assert hands.items() == []
    hands.key(KEY.Key_B)
    assert hands.page.batch.name == "Okafor Imports LLC"
    hands.scan("331")  # another mailbox begins without a name
    hands.key(KEY.Key_Return)
    assert (hands.page.batch.name, hands.items()) == ("", [])


@pytest.mark.parametrize("mailbox", ["108", "119", "120"])
def test_s09_a_mailbox_that_takes_no_mail_takes_none_from_a_stack(hands: Hands, mailbox: str) -> None:
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan(mailbox)
    for key in (KEY.Key_A, KEY.Key_Space, KEY.Key_Return):
        hands.key(key)
    assert hands.items() == []
    assert hands.page.batch.trouble.isVisible()


def test_r17_a_stack_for_a_number_with_a_former_holder_asks_who(hands: Hands) -> None:
    hands.bench.counter.account("old", "331", "Omar Hassan", state="released", state_since="2026-01-05")
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("331")
    assert hands.page.batch.place is None
    hands.key(KEY.Key_A)
    assert hands.page.batch.place.account.id == "a2"


def test_s04_the_last_letter_is_taken_back_and_then_the_one_before(hands: Hands) -> None:
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    for key in (KEY.Key_A, KEY.Key_Space, KEY.Key_Return, KEY.Key_B, KEY.Key_Space, KEY.Key_Return):
        hands.key(key)
    assert [one[0] for one in rows(hands, "name_matched")] == ["Amara Okafor", "Okafor Imports LLC"]
    hands.key(KEY.Key_Z, ctrl=True)
    assert [one[0] for one in rows(hands, "name_matched")] == ["Amara Okafor"]
    hands.key(KEY.Key_Z, ctrl=True)
    assert hands.items() == []


def test_s04_digits_begin_the_next_mailbox_and_u_keeps_a_letter_unassigned(hands: Hands) -> None:
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    hands.key(KEY.Key_3)
    assert hands.at(hands.page.batch.number.edit)
    hands.type("31")
    hands.key(KEY.Key_Return)
    assert hands.page.batch.place.account.id == "a2"
    hands.key(KEY.Key_Space)
    hands.key(KEY.Key_U)
    assert rows(hands, "state", "mailbox") == [("unassigned", "")]
    hands.key(KEY.Key_B, ctrl=True)
    assert not hands.page.batch_on


def test_without_a_camera_a_second_enter_inserts_the_letter(hands: Hands) -> None:
    hands.bench.station.devices.trouble = DeviceError("device.gone")
    hands.key(KEY.Key_B, ctrl=True)
    hands.scan("214")
    for key in (KEY.Key_A, KEY.Key_Space, KEY.Key_Return):
        hands.key(key)
    assert hands.items() == []
    assert "no picture yet" in hands.page.batch.trouble.accessibleName()
    hands.key(KEY.Key_Return)
    assert len(hands.items()) == 1


# ---------------------------------------------------------------- what may not be inserted


def in_hand(hands: Hands, mailbox: str, name: str, number: str = UPS) -> None:
    hands.fill(number=number, mailbox=mailbox, name=name)


def test_s09_mail_received_for_a_mailbox_on_hold_by_one_key(hands: Hands) -> None:
    in_hand(hands, "108", "Bright Dental Group")
    assert hands.form.notice.isVisible()
    hands.key(KEY.Key_M, ctrl=True)
    assert rows(hands, "state", "apart", "notice_for") == [("unassigned", "hold", "hold")]
    assert "is kept apart, the customer is told" in hands.window.toasts.text()
    assert hands.form.is_empty()


def test_s09_mail_received_for_an_unapproved_mailbox_needs_a_picture_and_goes_back(hands: Hands) -> None:
    in_hand(hands, "119", "Rosa Delgado")
    hands.key(KEY.Key_M, ctrl=True)
    assert hands.items() == []
    assert "Take a photo first" in hands.form.trouble.accessibleName()
    hands.key(KEY.Key_F10)
    hands.qtbot.waitUntil(lambda: bool(hands.form.photo.data), timeout=3_000)
    hands.key(KEY.Key_M, ctrl=True)
    assert rows(hands, "apart", "return_reason") == [("return", "not_approved")]


def test_s09_mail_received_is_not_offered_where_it_is_not_needed(hands: Hands) -> None:
    in_hand(hands, "214", "Amara Okafor")
    hands.key(KEY.Key_M, ctrl=True)
    assert (hands.form.notice.isVisible(), hands.items()) == (False, [])


def test_r18_a_name_that_is_not_on_the_form_goes_back_by_keyboard(hands: Hands) -> None:
    in_hand(hands, "214", "Peter Falk")
    hands.key(KEY.Key_F10)
    hands.qtbot.waitUntil(lambda: bool(hands.form.photo.data), timeout=3_000)
    hands.key(KEY.Key_T, ctrl=True)
    card = hands.page.set_aside.card
    assert card.reason.key() == "name_not_on_form"
    hands.key(KEY.Key_Return, ctrl=True)
    assert rows(hands, "state", "apart", "return_reason") == [("unassigned", "return", "name_not_on_form")]
    hands.key(KEY.Key_Z, ctrl=True)
    assert rows(hands, "apart") == [("",)]


def test_r14_inside_six_months_only_a_carriers_mistake_is_offered(hands: Hands) -> None:
    in_hand(hands, "120", "Olu Adeyemi")
    hands.key(KEY.Key_T, ctrl=True)
    card = hands.page.set_aside.card
    assert [card.reason.box.itemData(n) for n in range(card.reason.box.count())] == ["misdelivered"]
    assert "less than six months ago" in card.trouble.accessibleName()
    assert hands.page.escape()
    assert hands.items() == []


def test_r20_registered_mail_says_what_to_do(hands: Hands) -> None:
    hands.form.flags["registered"].setChecked(True)
    in_hand(hands, "214", "Amara Okafor")
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    assert "post office" in hands.form.trouble.accessibleName()


# ---------------------------------------------------------------- what is said of a piece


def test_s04_sender_size_and_postage_are_typed_and_kept(hands: Hands) -> None:
    in_hand(hands, "214", "Amara Okafor")
    for entry, text in (
        (hands.form.details.sender, "First Bank"),
        (hands.form.details.size, "12,5 x 9 x 4"),
        (hands.form.details.due, "$1,35"),
    ):
        entry.edit.setFocus()
        hands.type(text)
    hands.key(KEY.Key_Return, ctrl=True)
    assert rows(hands, "sender", "length_mm", "width_mm", "height_mm", "postage_due_cents") == [
        ("First Bank", 318, 229, 102, 135)
    ]
    in_hand(hands, "214", "Amara Okafor", number=USPS_2)
    assert hands.form.details.offered() == ["First Bank"]


@pytest.mark.parametrize(
    ("size", "due", "says"),
    [
        ("12 x 9", "", "three numbers"),
        ("-12 x 9 x 4", "", "nothing or less"),
        ("9999 x 9 x 4", "", "3 meters"),
        ("1 x 1 x 1 ft", "", "inches"),
        ("", "1.2.3", "That is no amount"),
        ("", "1,350", "read in two ways"),
        ("", "-1", "below nothing"),
        ("", "5000", "no postage due"),
    ],
)
def test_a_size_or_postage_that_cannot_be_says_why_and_nothing_is_lost(
    hands: Hands, size: str, due: str, says: str
) -> None:
    in_hand(hands, "214", "Amara Okafor")
    hands.form.details.size.set_text(size)
    hands.form.details.due.set_text(due)
    hands.key(KEY.Key_Return, ctrl=True)
    assert hands.items() == []
    assert says in hands.form.trouble.accessibleName()
    assert (hands.form.tracking.text(), hands.form.details.size.text()) == (UPS, size)
    hands.page.drop()
    hands.window.toasts.undo()
    assert (hands.form.details.size.text(), hands.form.details.due.text()) == (size, due)


# ---------------------------------------------------------------- shelves by scan


def test_s04_pieces_are_put_on_a_shelf_by_scanning_shelf_and_pieces(hands: Hands) -> None:
    in_hand(hands, "214", "Amara Okafor")
    hands.key(KEY.Key_Return, ctrl=True)
    mail_id = rows(hands, "mail_id")[0][0]
    hands.scan("B-7")
    hands.scan(mail_id)
    assert rows(hands, "shelf") == [("B-7",)]
    assert hands.window.page.key == "receive"
    hands.scan(UPS)  # the carrier's number of the same piece, on another shelf
    hands.key(KEY.Key_Escape)
    hands.scan(mail_id)
    assert hands.window.page.key == "answer"


def test_s04_a_photo_first_and_whose_it_is_later(hands: Hands) -> None:
    for _ in range(2):
        hands.key(KEY.Key_F10)
        hands.qtbot.waitUntil(lambda: bool(hands.form.photo.data), timeout=3_000)
        hands.key(KEY.Key_U, ctrl=True)
    assert rows(hands, "state") == [("unassigned",)] * 2
    hands.key(KEY.Key_F6)
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return)
    assert hands.page.mode == "assign"
    hands.scan("214")
    hands.key(KEY.Key_1, ctrl=True)
    hands.key(KEY.Key_Return, ctrl=True)
    assert sorted(rows(hands, "state", "mailbox")) == [("received", "214"), ("unassigned", "")]
