"""Signing in at the window: offline first, the centre when it must be, the PIN for a clerk of the day."""

from __future__ import annotations

import base64
import json
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.desk import sign_in
from counter_app.errors import CounterError, Offline, SignInNeeded
from ui.sentences import sentence

PASSWORD = "correct horse"


class Centre:
    """Answers a sign-in as the centre does, or raises what a test puts there."""

    def __init__(self, error: CounterError | None = None) -> None:
        self.error = error
        self.asked: list[str] = []

    def log_in(self, email: str, password: str) -> dict[str, Any]:
        self.asked.append(email)
        if self.error is not None:
            raise self.error
        grant = base64.b64encode(json.dumps({"not_after": 1_900_000_000_000}).encode()).decode()
        clerk = {"id": "c-9", "name": "Ana Ruiz", "email": email, "level": 2}
        return {"clerk": clerk, "grant": grant, "grant_sig": "00"}


def learn(counter: Any, clerk_id: str = "c-1", name: str = "Jordan Miles") -> None:
    said = {"id": clerk_id, "name": name, "email": f"{clerk_id}@example.org", "level": 4}
    sign_in.learn(counter.desk, said, "", "", counter.clock.wall + 10**9, PASSWORD)


def fresh(bench: Any) -> Any:
    page = bench.window.sign_in_page
    page.shown()
    bench.settle()
    return page


def test_the_first_clerk_types_e_mail_and_password(bench: Any) -> None:
    page = fresh(bench)
    assert page.email.isVisible()
    assert page.password.isVisible()
    assert not page.clerks.isVisible()
    assert page.email.edit.hasFocus() or not bench.window.isActiveWindow()


def test_a_clerk_of_this_counter_signs_in_without_the_internet(bench: Any) -> None:
    learn(bench.counter)
    page = fresh(bench)
    assert not page.email.isVisible()
    page.password.set_text(PASSWORD)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    bench.settle()
    assert bench.doing.clerk.id == "c-1"
    assert bench.window.rail.isVisible()
    assert page.password.text() == ""


def test_a_wrong_password_is_said_under_the_field_and_empties_it(bench: Any) -> None:
    learn(bench.counter)
    page = fresh(bench)
    page.password.set_text("wrong")
    page.submit()
    bench.settle()
    assert page.password.error() == sentence("sign_in.wrong", {"left": 9})
    assert (page.password.text(), bench.doing.clerk) == ("", None)
    assert bench.window.heard_sounds == ["refused"]


def test_an_unknown_clerk_is_asked_for_at_the_centre_and_kept(bench: Any, qtbot: Any) -> None:
    bench.station.central = Centre()
    page = fresh(bench)
    page.email.set_text("ana@example.org")
    page.password.set_text(PASSWORD)
    page.submit()
    qtbot.waitUntil(lambda: bench.doing.clerk is not None, timeout=5_000)
    assert bench.doing.clerk.name == "Ana Ruiz"
    assert sign_in.sign_in(bench.counter.desk, "ana@example.org", PASSWORD).id == "c-9"


def test_a_known_clerk_is_never_asked_for_at_the_centre(bench: Any) -> None:
    learn(bench.counter)
    bench.station.central = Centre()
    page = fresh(bench)
    page.password.set_text(PASSWORD)
    page.submit()
    bench.settle()
    assert (bench.doing.clerk.id, bench.station.central.asked) == ("c-1", [])


def test_without_the_internet_an_unknown_clerk_reads_why(bench: Any, qtbot: Any) -> None:
    page = fresh(bench)
    for centre, code in (
        (None, "sign_in.unknown_here"),
        (Centre(Offline()), "sync.offline"),
        (Centre(SignInNeeded("clerk.wrong_password", status=403)), "clerk.wrong_password"),
    ):
        bench.station.central = centre
        page.email.set_text("ana@example.org")
        page.password.set_text(PASSWORD)
        page.submit()
        qtbot.waitUntil(lambda: bool(page.password.error()), timeout=5_000)
        assert page.password.error() == sentence(code)
        assert page.go_in.isEnabled()


def test_a_password_that_was_changed_elsewhere_can_be_asked_for_at_the_centre(bench: Any, qtbot: Any) -> None:
    learn(bench.counter, "c-9")
    bench.station.central = Centre()
    page = fresh(bench)
    page.password.set_text("the new one")
    page.submit()
    bench.settle()
    assert page.online.isVisible()
    page.password.set_text("the new one")
    page.online.click()
    qtbot.waitUntil(lambda: bench.doing.clerk is not None, timeout=5_000)
    assert sign_in.sign_in(bench.counter.desk, "c-9@example.org", "the new one").id == "c-9"


def locked_with_pin(bench: Any) -> Any:
    bench.sign_in()
    sign_in.set_pin(bench.counter.desk, bench.doing.actor, "135790")
    learn(bench.counter, "a-first", "Aaron First")
    bench.window.lock()
    bench.settle()
    return bench.window.sign_in_page


def test_after_the_lock_the_last_clerk_is_chosen_and_six_digits_are_enough(bench: Any) -> None:
    page = locked_with_pin(bench)
    assert page.clerks.clerk().id == "clerk-1"
    assert page.pin.isVisible()
    assert not page.password.isVisible()
    QTest.keyClicks(page.pin.edit, "135790")
    bench.settle()
    assert bench.doing.clerk.id == "clerk-1"
    assert bench.doing.actor.present == "pin"


def test_after_five_wrong_pins_the_password_is_asked_for(bench: Any) -> None:
    page = locked_with_pin(bench)
    for left in (4, 3, 2, 1, 0):
        QTest.keyClicks(page.pin.edit, "111222")
        bench.settle()
        assert page.pin.error() == sentence("sign_in.wrong", {"left": left})
    QTest.keyClicks(page.pin.edit, "135790")
    bench.settle()
    assert bench.doing.clerk is None
    assert page.password.isVisible()
    assert page.password.error() == sentence("sign_in.pin_off")


def test_the_arrow_keys_choose_another_clerk_from_the_field(bench: Any) -> None:
    page = locked_with_pin(bench)
    QTest.keyClick(page.pin.edit, Qt.Key.Key_Up)
    assert page.clerks.clerk().id == "a-first"
    assert page.password.isVisible()
    QTest.keyClick(page.password.edit, Qt.Key.Key_Down)
    QTest.keyClick(page.pin.edit, Qt.Key.Key_Down)
    assert page.clerks.clerk() is None
    assert page.email.isVisible()


def test_what_was_typed_does_not_stay_for_the_next_clerk(bench: Any) -> None:
    page = locked_with_pin(bench)
    QTest.keyClick(page.pin.edit, Qt.Key.Key_Up)
    page.password.set_text("half a passw")
    QTest.keyClick(page.password.edit, Qt.Key.Key_Down)
    QTest.keyClick(page.pin.edit, Qt.Key.Key_Up)
    assert page.password.text() == ""


def test_caps_lock_is_told_from_a_letter_in_the_wrong_case(bench: Any) -> None:
    learn(bench.counter)
    page = fresh(bench)
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for text, held, shown in (
        ("a", none, False),
        ("A", shift, False),
        ("A", none, True),
        ("1", none, True),  # a digit tells nothing
        ("a", shift, True),
        ("a", none, False),
    ):
        key = QKeyEvent(QEvent.Type.KeyPress, ord(text.upper()), held, text)
        QApplication.sendEvent(page.password.edit, key)
        assert page.caps.isVisible() == shown, (text, held)


def test_the_hint_of_the_demo_shows_as_plain_text(bench: Any) -> None:
    bench.window.sign_in_page.set_hint("Demo: <b>jordan</b>")
    assert bench.window.sign_in_page.hint.text() == "Demo: <b>jordan</b>"
    assert bench.window.sign_in_page.hint.textFormat() == Qt.TextFormat.PlainText
