"""Bad input at the counter, case by case: a sentence with a code, nothing lost, nothing half done.

Cases that another part holds already are named in HELD and not done twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from counter_app.desk import receiving, sign_in
from counter_app.desk.receiving import Arrival
from counter_app.desktop import Starting
from counter_app.domain import evidence
from counter_app.events import ClockJudged, ScanArrived, SyncChanged
from counter_app.ports import RawScan
from counter_app.store import schema
from counter_app.store.db import Database
from tests.conftest import STORE_KEY
from tests.counter_acts import everything, kinds
from tests.security.hostile_strings import LONG, sample
from tests.security.window_walk import settle
from tests.ui.conftest import Bench
from ui.doing import Doing
from ui.notices import Answer, AskBar, ask
from ui.sentences import sentence
from ui.widgets import Label
from ui.window import Window

ROOT = Path(__file__).resolve().parents[2]
UPS, USPS = "1Z999AA10123456784", "9400111899223197428497"
KEY, NO_MODS = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
HELD = (
    # unknown barcode, with a piece in the form
    ("ui/test_page_receive.py", "test_an_unknown_barcode_loses_nothing_and_says_so"),
    # a second number while one is in hand
    ("ui/test_page_receive.py", "test_a_second_tracking_number_does_not_write_over_the_first"),
    # barcode without an end
    ("devices/test_scanner_bytes.py", "test_t12_a_scan_without_an_end_is_dropped_after_two_seconds"),
    # scans faster than the desk
    ("ui/test_page_hand_over.py", "test_s12_scans_faster_than_the_desk_are_not_lost"),
    # name not on the form
    ("ui/test_page_receive.py", "test_s09_a_name_that_is_not_on_the_form_gets_in_by_no_key_and_no_button"),
    # two holders with one name, receiving
    ("ui/test_page_receive.py", "test_names_are_found_as_one_types_and_nobody_is_picked_between_two_of_one_name"),
    # former holder of one number
    ("ui/test_page_receive.py", "test_r17_a_mailbox_label_with_a_former_holder_asks_who"),
    # the same tracking number twice
    ("ui/test_page_receive.py", "test_a_number_that_came_in_before_asks_for_a_reason"),
    # five wrong PINs
    ("ui/test_page_sign_in.py", "test_after_five_wrong_pins_the_password_is_asked_for"),
    # store of a newer version is not touched
    ("store/test_db_transactions.py", "test_the_store_of_a_newer_program_is_left_alone"),
    # a flipped bit is damage
    ("store/test_db_transactions.py", "test_a_flipped_bit_in_a_page_is_damage_and_no_wrong_key"),
)


@pytest.mark.parametrize(("file", "name"), HELD)
def test_a_case_that_is_held_elsewhere_is_held_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")


class Clock:
    """The wedge filter's clock: moves only when a key is pressed."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class AtCounter:
    """The real window with its key filter, a scanner that types, and a clerk who is signed in."""

    def __init__(self, counter: Any, qtbot: Any) -> None:
        self.counter, self.qtbot = counter, qtbot
        self.station = Bench(counter)
        self.doing = Doing()
        counter.desk.announce = self.doing.hear
        self.window = Window(self.doing, wedge=True, all_rooms=False)
        self.clock = Clock()
        self.window.wedge._clock = self.clock
        self.doing.start(self.station)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.ready()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=5_000)

    def sign_in(self, level: int = 4) -> None:
        self.counter.clerk(level)
        clerk = next(one for one in sign_in.clerks(self.counter.desk) if one.id == "clerk-1")
        self.doing.sign_in(clerk)
        settle(self)

    def go(self, room: str) -> Any:
        self.window.go(room)
        settle(self)
        return self.window.pages[room]

    def press(self, text: str, code: Any = None, mods: Any = NO_MODS, gap_ms: float = 10, to: Any = None) -> None:
        self.clock.now += gap_ms
        target = to or QApplication.focusWidget() or self.window
        made = code or (KEY(ord(text.upper())) if text.isascii() else KEY.Key_unknown)
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, made, text, mods)

    def burst(self, text: str, gap_ms: float = 10, enter: bool = True, to: Any = None) -> None:
        for ch in text:
            self.press(ch, gap_ms=gap_ms, to=to)
        if enter:
            self.press("\r", KEY.Key_Return, gap_ms=gap_ms, to=to)

    def silence(self, ms: float = 300) -> None:
        self.clock.now += ms
        self.window.wedge._carry_out(self.window.wedge._machine.tick(self.clock.now))
        settle(self)

    def hear(self, *texts: str) -> None:
        """Scans of a device, one right after the other."""
        for text in texts:
            self.doing.hear(ScanArrived(RawScan(text.encode("utf-8", "surrogatepass"), text, source="scanner")))
        settle(self)

    def said(self) -> str:
        """Everything that can be read on the screen now."""
        labels = [one for one in self.window.findChildren(Label) if one.isVisible()]
        return " | ".join(getattr(one, "whole_text", one.text)() for one in labels)

    def items(self) -> list[Any]:
        with self.counter.desk.db.read() as connection:
            sql = "SELECT tracking, mailbox, state FROM item WHERE state <> 'taken_back' ORDER BY received_ms"
            return [tuple(row) for row in connection.exec_driver_sql(sql)]


@pytest.fixture
def at(counter: Any, qtbot: Any) -> Iterator[AtCounter]:
    counter.account("a1", "214", "Amara Okafor")
    counter.account("a2", "331", "Wei-Lin Chen")
    made = AtCounter(counter, qtbot)
    yield made
    made.window.wedge.remove()
    made.station.thread.close()


ROOMS = ("today", "receive", "pickups", "customers", "inbox", "print")


# ---------------------------------------------------------------- codes that make no sense


@pytest.mark.parametrize("room", ROOMS)
def test_an_unknown_barcode(at: AtCounter, room: str) -> None:
    at.sign_in()
    at.go(room)
    before = everything(at.counter.desk)
    at.hear("0123456789104")
    assert "0123456789104" in at.said()
    known = sentence("receive.unknown_code", {"code": "0123456789104"})
    assert known in at.said() or sentence("answer.unknown", {"asked": "0123456789104"}) in at.said()
    assert everything(at.counter.desk) == before


@pytest.mark.parametrize("room", ["today", "receive"])
def test_a_barcode_of_ten_thousand_characters_typed_by_a_scanner(at: AtCounter, room: str) -> None:
    at.sign_in()
    page = at.go(room)
    before = everything(at.counter.desk)
    at.burst("7" * 10_000, gap_ms=1)
    at.silence()
    assert at.window.toasts.text() == sentence("scan.too_long")
    assert at.window.page is page
    assert at.window.scan_box.text() == ""
    assert everything(at.counter.desk) == before
    at.burst("214")
    at.silence()
    assert "Amara Okafor" in at.said(), "the next scan works"


@pytest.mark.parametrize("room", ["today", "receive", "pickups"])
def test_a_barcode_of_ten_thousand_characters_from_a_device(at: AtCounter, room: str) -> None:
    at.sign_in()
    at.go(room)
    before = everything(at.counter.desk)
    at.hear("W9" * 5_000)
    assert "W9W9W9W9W9" in at.said()
    assert (at.window.width(), at.window.height()) == (1366, 768)
    assert everything(at.counter.desk) == before


@pytest.mark.parametrize("text", ["\0", "\x1d\x1d", "\x1b\x07\r\n\t", "\u202e\u200b", "   "], ids=ascii)
@pytest.mark.parametrize("room", ["today", "receive"])
def test_a_barcode_of_control_characters(at: AtCounter, room: str, text: str) -> None:
    at.sign_in()
    page = at.go(room)
    at.hear(text)
    assert at.window.toasts.text() == sentence("scan.empty")
    assert at.window.page is page
    assert at.window.heard_sounds[-1] == "refused"


# ---------------------------------------------------------------- codes that are commands


COMMANDS = {
    "Alt+F4": (KEY.Key_F4, ALT), "Ctrl+W": (KEY.Key_W, CTRL), "Ctrl+Q": (KEY.Key_Q, CTRL), "Meta+R": (KEY.Key_R, META),
    "F1": (KEY.Key_F1, NO_MODS), "F2": (KEY.Key_F2, NO_MODS), "F4": (KEY.Key_F4, NO_MODS), "F7": (KEY.Key_F7, NO_MODS),
    "F9": (KEY.Key_F9, NO_MODS), "Ctrl+Return": (KEY.Key_Return, CTRL), "Ctrl+U": (KEY.Key_U, CTRL),
    "Ctrl+Z": (KEY.Key_Z, CTRL), "Ctrl+R": (KEY.Key_R, CTRL), "Ctrl+1": (KEY.Key_1, CTRL),
}  # fmt: skip


@pytest.mark.parametrize("chord", COMMANDS)
def test_t13_a_barcode_that_types_commands(at: AtCounter, chord: str) -> None:
    at.sign_in()
    page = at.go("customers" if chord in ("F1", "F2", "F4") else "today")
    before = everything(at.counter.desk)
    code, mods = COMMANDS[chord]
    for rest in ("10123456784", ""):  # in the middle of the code, and at its end
        at.window.scan_box.setFocus()
        at.clock.now += 1_000
        at.burst("1Z999AA", enter=False)
        at.press("", code, mods)
        at.burst(rest)
        at.silence()
    assert at.window.isVisible()
    assert at.window.page in (page, at.window.answer_page), "no command turned a page"
    assert everything(at.counter.desk) == before
    assert at.doing.clerk is not None


def test_t13_a_barcode_of_nothing_but_commands(at: AtCounter) -> None:
    at.sign_in()
    page = at.go("today")
    at.burst("999", enter=False)
    for code, mods in COMMANDS.values():
        at.press("", code, mods)
    at.silence()
    assert at.window.isVisible()
    assert at.window.page is page


# ---------------------------------------------------------------- scans at the wrong time


def test_a_scan_while_a_question_stands_in_the_page(at: AtCounter) -> None:
    at.sign_in()
    page = at.go("today")
    answered: list[str] = []
    ask(page, "Really?", (Answer("yes", "Yes"), Answer("no", "No")), answered.append)
    settle(at)
    at.burst("214")
    at.silence()
    assert answered == [], "a scan answers no question"
    assert "Amara Okafor" in at.said()
    at.go("today")
    bar = page.findChild(AskBar)
    assert bar is not None
    assert bar.isVisible(), "and the question still stands"


def test_a_scan_while_a_dialog_is_open(at: AtCounter) -> None:
    at.sign_in()
    item = receiving.receive(at.counter.desk, at.doing.actor, Arrival("a1", "Amara Okafor", tracking=UPS)).item
    page = at.go("customers")
    page.export.customers()
    settle(at)
    dialog = page.export.dialog
    assert dialog is not None
    assert dialog.isVisible()
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setFocus()
    before = name.text()
    at.burst(item.mail_id, to=name)
    at.silence()
    assert dialog.isVisible(), "the scanner's Enter saved nothing"
    assert name.text() == before, "and its letters became no file name"
    assert at.window.answer_page.answer.item.id == item.id, "the scan was taken"
    dialog.reject()


def test_a_scan_while_a_dialog_of_another_kind_is_open(at: AtCounter) -> None:
    at.sign_in()
    at.go("receive")
    dialog = QDialog(at.window)
    at.qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.open()
    at.hear(UPS)
    assert at.window.pages["receive"].form.tracking.text() == UPS
    dialog.reject()


def test_a_scan_while_the_counter_is_locked(at: AtCounter) -> None:
    at.sign_in()
    at.window.lock()
    settle(at)
    at.hear("214")
    assert sentence("scan.locked") in at.said()
    assert "Amara" not in at.said(), "and nobody's name is shown"
    at.burst("331")
    at.silence()
    assert at.window.heard_sounds[-2:] == ["refused", "refused"]


# ---------------------------------------------------------------- two scans at once


def test_two_scans_within_twenty_milliseconds_of_a_device(at: AtCounter) -> None:
    at.sign_in()
    form = at.go("receive").form
    at.hear(UPS, "214", "A-12")
    assert (form.tracking.text(), form.account_id, form.shelf.text()) == (UPS, "a1", "A-12")


@pytest.mark.parametrize("gap_ms", [1, 10, 20])
def test_two_scans_within_twenty_milliseconds_typed_by_a_scanner(at: AtCounter, gap_ms: float) -> None:
    at.sign_in()
    form = at.go("receive").form
    scans: list[str] = []
    at.window.wedge.scanned.connect(lambda scan: scans.append(scan.text))
    at.clock.now += 1_000
    at.burst(UPS, gap_ms=1)
    at.clock.now += gap_ms
    at.burst("214", gap_ms=1)
    at.silence()
    assert scans == [UPS, "214"], "both, in order, not one of two"
    assert (form.tracking.text(), form.account_id) == (UPS, "a1")


def test_the_same_piece_scanned_twice_at_once_is_one_piece(at: AtCounter) -> None:
    at.sign_in()
    page = at.go("receive")
    at.hear(UPS, UPS, "214", "214")
    page.form.name.set_text("Amara Okafor")
    page.receive()
    page.receive()
    settle(at)
    assert at.items() == [(UPS, "214", "received")]
    assert kinds(at.counter.desk).count("item.received") == 1


# ---------------------------------------------------------------- customers


@pytest.mark.parametrize("room", ["today", "customers", "pickups"])
def test_two_holders_with_one_name_are_never_picked_from(at: AtCounter, room: str) -> None:
    at.counter.account("twin", "215", "Amara Okafor")
    at.sign_in()
    at.go(room)
    at.window.answer("Amara Okafor")
    settle(at)
    assert at.window.answer_page.answer.subject == "choice"
    assert sentence("answer.several") in at.said()
    assert at.window.answer_page.answer.offers == (), "nothing may be done before somebody has chosen"


STATES = {
    "on_hold": "mailbox.on_hold",
    "inactive": "mailbox.inactive",
    "pending_approval": "mailbox.never_approved",
    "rejected": "mailbox.rejected",
    "released": "mailbox.released",
}


@pytest.mark.parametrize("state", STATES)
def test_a_mailbox_that_takes_no_mail(at: AtCounter, state: str) -> None:
    at.counter.account("x1", "108", "Bright Dental", state=state, state_since="2026-10-01")
    at.sign_in()
    page = at.go("receive")
    at.hear(UPS, "108")
    page.form.name.set_text("Bright Dental")
    page.receive()
    settle(at)
    assert at.items() == []
    assert page.form.trouble.isVisible()
    assert page.form.tracking.text() == UPS, "the piece in hand is still in the form"
    assert at.window.heard_sounds[-1] == "refused"
    at.window.answer("108")
    settle(at)
    assert sentence(STATES[state], {"mailbox": "108"}) in at.said()


def test_an_expired_mailbox_takes_mail_with_a_warning_and_gives_none_out(at: AtCounter) -> None:
    at.counter.account("x1", "108", "Bright Dental", state="expired", state_since="2026-10-01")
    at.sign_in()
    page = at.go("receive")
    at.hear(UPS, "108")
    page.form.name.set_text("Bright Dental")
    page.receive()
    settle(at)
    assert at.items() == [(UPS, "108", "received")]
    at.window.answer("108")
    settle(at)
    assert sentence("mailbox.expired", {"mailbox": "108"}) in at.said()
    offers = {one.action: one.allowed for one in at.window.answer_page.answer.offers}
    assert offers["hand_over"] is False


# ---------------------------------------------------------------- signing in


def wrong(page: Any, at: Any) -> str:
    page.password.set_text("not it")
    page.submit()
    settle(at)
    return str(page.password.error())


def test_a_wrong_password_five_times_and_a_restart_between(at: AtCounter, qtbot: Any) -> None:
    at.sign_in()
    at.window.lock()
    settle(at)
    page = at.window.sign_in_page
    for left in (9, 8, 7, 6, 5):
        assert wrong(page, at) == sentence("sign_in.wrong", {"left": left})
        assert page.password.text() == ""
    at.station.thread.close()
    desk = at.counter.desk
    again = Database(desk.db.path, STORE_KEY)  # the program is started anew: only the file remembers
    try:
        restarted = replace(at.counter, desk=replace(desk, db=again, on_station={}))
        later = AtCounter(restarted, qtbot)
        settle(later)
        assert wrong(later.window.sign_in_page, later) == sentence("sign_in.wrong", {"left": 4})
        for left in (3, 2, 1, 0):
            assert wrong(later.window.sign_in_page, later) == sentence("sign_in.wrong", {"left": left})
        assert wrong(later.window.sign_in_page, later) == sentence("sign_in.locked")
        assert later.doing.clerk is None
        later.window.wedge.remove()
        later.station.thread.close()
    finally:
        again.close()


# ---------------------------------------------------------------- the computer


@pytest.mark.parametrize(
    ("offset_ms", "code"), [(-3_600_000, "clock.wrong"), (3_600_000, "clock.wrong"), (-90_000, "")], ids=str
)
def test_the_computer_clock_is_off(at: AtCounter, offset_ms: int, code: str) -> None:
    at.sign_in()
    desk = at.counter.desk

    def centre_says(offset_ms: int) -> None:
        # As a station does after an exchange.
        desk.offset_ms, desk.offset_at_mono_ms = offset_ms, at.counter.clock.mono
        desk.watch.told(at.counter.clock.wall + offset_ms)
        judged = desk.watch.judged()
        at.doing.hear(ClockJudged(judged.off_by_ms, judged.proven))
        at.doing.hear(SyncChanged("online", 0, at.counter.clock.wall))

    centre_says(offset_ms)
    page = at.go("today")
    said = sentence(code, {"by": "1 h"}) if code else ""
    assert page.clock.isVisible() == bool(code)
    if code:
        assert said == page.clock.accessibleName()
        assert "1 h" in said
        assert at.window.status.chip("clock").accessibleName() == said
    item = receiving.receive(desk, at.doing.actor, Arrival("a1", "Amara Okafor")).item
    with desk.db.read() as connection:
        (core,) = connection.exec_driver_sql("SELECT core FROM journal WHERE entity = ?", (item.id,)).one()
    assert evidence.parse(core)["offset_ms"] == offset_ms, (
        "the time of the act is marked with what is known of the clock"
    )
    at.counter.clock.wall += offset_ms
    centre_says(0)
    assert not at.go("today").clock.isVisible()
    with pytest.raises(KeyError):
        at.window.status.chip("clock")


def start_with(path: Path, qtbot: Any) -> Any:
    """What the window shows when the station's store is this file; opened on the thread that opens it."""

    def work() -> None:
        db = Database(path, STORE_KEY)
        try:
            schema.upgrade(db)
            with db.read() as connection:
                connection.exec_driver_sql("SELECT * FROM meta").all()
                connection.exec_driver_sql("SELECT count(*), max(data) FROM account").all()
        finally:
            db.close()

    window = Window(Doing(), wedge=False)
    qtbot.addWidget(window)
    window.show()
    starting = Starting()
    failures: list[Any] = []
    starting.failed.connect(failures.append, Qt.ConnectionType.QueuedConnection)
    starting.failed.connect(window.cannot_start, Qt.ConnectionType.QueuedConnection)
    starting.begin(work)
    qtbot.waitUntil(lambda: bool(failures), timeout=10_000)
    starting.thread_.join(10)
    shown = [one.text() for one in window._outer.currentWidget().findChildren(Label)]
    return failures[0], shown


def test_a_store_made_by_a_newer_version(counter: Any, qtbot: Any) -> None:
    db = counter.desk.db
    with db.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    error, shown = start_with(db.path, qtbot)
    assert error.code == "store.too_new"
    assert sentence("store.too_new") in shown


def test_a_damaged_store_file(counter: Any, qtbot: Any) -> None:
    db = counter.desk.db
    for n in range(200):
        counter.account(f"d{n}", f"{n}", f"Damaged {n}", note="x" * 400)
    db.checkpoint()
    db.close()
    data = bytearray(db.path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    db.path.write_bytes(data)
    for more in ("-wal", "-shm"):
        db.path.with_name(db.path.name + more).unlink(missing_ok=True)
    error, shown = start_with(db.path, qtbot)
    assert error.code in ("store.damaged", "store.disk_error")
    assert sentence(error.code) in shown


# ---------------------------------------------------------------- hostile strings as key bursts


def test_t13_t14_hostile_strings_typed_by_a_scanner(at: AtCounter, tally: Any) -> None:
    at.sign_in()
    tally.path("scan: wedge keys at the window")
    at.window.make_rooms()
    rooms = tuple(at.window.pages)
    for n, (kind, text) in enumerate(sample(20)[:: 1 if LONG else 4]):
        at.go(rooms[n % len(rooms)])
        at.clock.now += 1_000
        target = QApplication.focusWidget() or at.window
        for ch in text[:200]:
            at.clock.now += 10
            event = QKeyEvent(QEvent.Type.KeyPress, ord(ch.upper()) if len(ch.upper()) == 1 else 0, NO_MODS, ch)
            QApplication.sendEvent(target, event)
        at.press("\r", KEY.Key_Return)
        at.silence()
        assert at.window.isVisible()
        assert at.window.toasts.text() != sentence("program.fault"), text
        tally.add(kind)
