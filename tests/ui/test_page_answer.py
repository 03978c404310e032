"""The yes/no screen: a word on its colour, why in words, and offers that do what the desk allows and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.desk import answers, pickups, receiving
from counter_app.desk.answer_parts import VERDICTS
from counter_app.desk.receiving import Arrival
from counter_app.domain.mail_item import ItemState
from counter_app.domain.mailbox import RULES, InsertRule
from counter_app.domain.pickup import OPEN
from counter_app.domain.rows import to_plain
from counter_app.ports import RawScan
from counter_app.store import state
from tests.window_fits import misfits
from ui.sentences import SENTENCES
from ui.widgets import unnamed_controls

UPS = "1Z999AA10123456784"
KEY = Qt.Key


class Eyes:
    """What a clerk asks and sees."""

    def __init__(self, bench: Any, qtbot: Any) -> None:
        self.bench, self.window, self.page = bench, bench.window, bench.window.answer_page
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=2_000)

    def ask(self, text: str) -> None:
        self.window.answer(text)
        self.bench.settle()

    def key(self, key: Qt.Key, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.bench.settle()

    @property
    def word(self) -> str:
        return self.page.band.word.text()


@pytest.fixture
def eyes(bench: Any, qtbot: Any) -> Eyes:
    counter = bench.counter
    counter.account("a1", "214", "Amara Okafor", note="Rings twice")
    counter.account("a2", "215", "Amara Okafor")
    counter.account("a3", "108", "Bright Dental Group", state="on_hold")
    counter.account("a4", "020", "Delgado & Sons", state="expired")
    bench.sign_in(4)
    return Eyes(bench, qtbot)


@pytest.fixture
def item(eyes: Eyes) -> Any:
    counter = eyes.bench.counter
    arrival = Arrival("a1", "Amara Okafor", tracking=UPS, shelf="A-12")
    return receiving.receive(counter.desk, eyes.bench.doing.actor, arrival).item


@pytest.mark.parametrize(
    ("asked", "word", "colour"),
    [
        ("214", "Yes: insert", "ok"),
        ("108", "No: tell and set aside", "bad"),
        ("020", "Yes: insert and warn", "warn"),
        ("amara", "Ask: which one?", "info"),
        ("amaar okafor", "Ask: did you mean …?", "info"),
        ("TBA999999999999", "Ask: a new piece?", "info"),
        ("zzzzqqq", "No: unknown", "bad"),
    ],
)
def test_the_answer_is_a_word_and_not_only_a_colour(eyes: Eyes, asked: str, word: str, colour: str) -> None:
    eyes.ask(asked)
    assert (eyes.word, eyes.page.band.frame.property("tone")) == (word, colour)
    assert eyes.page.band.what.text()


def test_every_code_of_an_answer_has_a_sentence() -> None:
    codes = {f"piece.{state.value}" for state in ItemState} | {f"todo.{rule.value}" for rule in InsertRule}
    codes |= {rule.reason for rule in RULES.values() if rule.reason}
    codes |= {f"verdict.{verdict}" for verdict in VERDICTS} | {f"task.{state.value}" for state in OPEN}
    for source in Path(answers.__file__ or "").parent.glob("answer*.py"):
        words = re.findall(r'f?"([a-z_.]+)"', source.read_text(encoding="utf-8"))
        codes |= {one for one in words if re.match(r"(answer|mailbox|piece|task|storage|holder)\.[a-z]", one)}
    assert len(codes) > 60
    assert sorted(codes - set(SENTENCES)) == ["task.ready"], "a pickup that is ready is said like one that is scheduled"


def test_what_to_do_is_said_for_every_verdict_about_a_mailbox_or_a_piece() -> None:
    asking = {"which", "which_holder", "guess", "new_piece", "unknown", "empty"}
    assert {verdict for verdict in VERDICTS if f"do.{verdict}" not in SENTENCES} == asking


def test_a_refusal_is_shown_with_its_reason_and_its_key_does_nothing(eyes: Eyes) -> None:
    eyes.ask("108")
    button = eyes.page.offers.buttons["receive"]
    assert not button.isEnabled()
    assert "on hold" in eyes.page.offers.reasons["receive"]
    eyes.key(KEY.Key_1, ctrl=True)
    eyes.key(KEY.Key_Return)
    eyes.page._offer_pressed("receive")
    eyes.bench.settle()
    assert eyes.window.page is eyes.page


def test_enter_takes_a_mailbox_to_the_receive_room(eyes: Eyes) -> None:
    eyes.ask("214")
    eyes.key(KEY.Key_Return)
    assert eyes.window.page.key == "receive"
    assert eyes.window.page.form.account_id == "a1"


def test_enter_takes_a_new_number_to_the_receive_room(eyes: Eyes) -> None:
    eyes.ask("TBA999999999999")
    eyes.key(KEY.Key_Return)
    assert eyes.window.page.key == "receive"
    assert eyes.window.page.form.tracking.text() == "TBA999999999999"


def test_enter_in_the_scan_box_asks_and_does_not_press_an_offer(eyes: Eyes) -> None:
    eyes.ask("214")
    eyes.window.focus_scan_box()
    QTest.keyClicks(eyes.window.scan_box, "108")
    eyes.key(KEY.Key_Return)
    assert eyes.window.page is eyes.page
    assert eyes.page.answer.account.id == "a3"


def test_two_holders_of_one_name_are_shown_and_nobody_is_picked(eyes: Eyes) -> None:
    eyes.ask("amara")
    assert eyes.page.choices.rows.rowCount() == 2
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.subject == "choice"
    eyes.window.focus_scan_box()
    eyes.page.choices.setFocus()  # the focus makes the first row current, but nobody has chosen it
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.subject == "choice"
    eyes.ask("amara")
    eyes.key(KEY.Key_Down)
    eyes.key(KEY.Key_Down)
    eyes.key(KEY.Key_Return)
    assert (eyes.page.answer.subject, eyes.page.answer.account.id) == ("mailbox", "a2")


def test_a_further_scan_asks_anew_and_a_late_answer_is_dropped(eyes: Eyes, item: Any) -> None:
    eyes.ask("108")
    old, late = eyes.page.answer, []
    eyes.page._ask(late.append)
    eyes.window.take_scan(RawScan(item.mail_id.encode(), item.mail_id))
    eyes.bench.settle()
    late[0](old)
    assert eyes.page.answer.item.id == item.id
    assert "A-12" in eyes.page.band.what.text()


def test_a_piece_is_moved_by_keys_and_moved_back_by_undo(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    eyes.key(KEY.Key_3, ctrl=True)
    assert QApplication.focusWidget() is eyes.page.inline.edit
    QTest.keyClicks(eyes.page.inline.edit, "b-7")
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.item.shelf == "B-7"
    eyes.key(KEY.Key_Z, ctrl=True)
    assert eyes.page.answer.item.shelf == "A-12"


def test_a_shelf_that_is_none_is_refused_in_its_place(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    eyes.page._offer_pressed("move")
    eyes.page.inline.set_text("?? ??")
    eyes.key(KEY.Key_Return)
    assert "is not a shelf" in eyes.page.inline.error()
    eyes.key(KEY.Key_Escape)
    assert not eyes.page._inline.isVisible()
    assert eyes.window.page is eyes.page


def test_a_note_is_written(eyes: Eyes) -> None:
    eyes.ask("214")
    eyes.page._offer_pressed("note")
    eyes.page.inline.set_text("Deaf in one ear")
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.account.note == "Deaf in one ear"


def test_reassign_goes_to_the_receive_room_with_the_piece(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    eyes.key(KEY.Key_2, ctrl=True)
    page = eyes.window.page
    assert (page.key, page.mode, page.item.id) == ("receive", "reassign", item.id)


def test_the_level_that_is_missing_is_named(eyes: Eyes, item: Any) -> None:
    eyes.bench.sign_in(1)
    eyes.ask(item.mail_id)
    assert not eyes.page.offers.buttons["reassign"].isEnabled()
    assert "level 4; you have level 1" in eyes.page.offers.reasons["reassign"]


def test_the_answer_follows_what_happens_to_the_piece(eyes: Eyes, item: Any) -> None:
    eyes.ask(item.mail_id)
    receiving.move(eyes.bench.counter.desk, eyes.bench.doing.actor, item.id, "C-1")
    eyes.bench.settle()
    assert "C-1" in eyes.page.band.what.text()


def test_escape_goes_back_to_the_room_before(eyes: Eyes) -> None:
    eyes.window.go("receive")
    eyes.ask("214")
    eyes.window.focus_scan_box()
    eyes.key(KEY.Key_Escape)
    assert eyes.window.page.key == "receive"


def test_every_control_of_the_screen_has_a_name(eyes: Eyes, item: Any) -> None:
    for asked in ("214", item.mail_id, "amara", "zzzzqqq"):
        eyes.ask(asked)
        assert unnamed_controls(eyes.page) == []
        assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [eyes.window]


# ---------------------------------------------------------------- by keyboard alone


def _walk(eyes: Eyes, most: int = 40) -> list[Any]:
    """Every widget of the screen that Tab reaches, in its order, until it comes round."""
    eyes.window.focus_scan_box()
    came: list[Any] = []
    for _ in range(most):
        eyes.key(KEY.Key_Tab)
        here = QApplication.focusWidget()
        if here in came or here is eyes.window.scan_box:
            break
        came.append(here)
    return [one for one in came if eyes.page.isAncestorOf(one)]


def test_tab_reaches_every_offer_and_the_reason_of_one_that_is_off(eyes: Eyes) -> None:
    eyes.ask("214")
    reached = _walk(eyes)
    said = [one.accessibleName() for one in reached]
    assert eyes.page.offers.buttons["receive"] in reached
    assert eyes.page.offers.buttons["note"] in reached
    assert [one for one in said if one.startswith("Not possible: Hand over: Nothing is on the shelf")]
    assert [one for one in said if one.startswith("Names on the Form 1583: Amara Okafor")]
    assert [one for one in said if "PMB 214 is active." in one and "Rings twice" in one]
    assert all(said)


def test_a_reason_that_several_offers_share_is_said_once(eyes: Eyes, item: Any) -> None:
    gone = replace(item, state="shipped")
    with eyes.bench.counter.desk.db.write() as connection:
        assert state.accept_pulled(connection, "item", [(item.id, 99, to_plain(gone))]) == []
    eyes.ask(item.mail_id)
    assert eyes.word == "No: not here any more"
    told = [one for one in eyes.page.offers._told if one.isVisible()]
    assert len(told) == 1
    assert told[0].accessibleName().startswith("Not possible: Hand over, Reassign, Move, Print label, Shelf slip:")
    assert eyes.page.offers.first() == ""
    eyes.key(KEY.Key_Return)
    assert eyes.window.page is eyes.page


def test_enter_opens_the_pickup_in_which_a_piece_is(eyes: Eyes, item: Any) -> None:
    visit = pickups.open_walk_in(eyes.bench.counter.desk, eyes.bench.doing.actor, "a1", [item.id])
    eyes.ask(item.mail_id)
    assert eyes.word == "Yes: in its pickup"
    assert any("Pickup in progress" in text for text in eyes.page.lines.texts)
    eyes.key(KEY.Key_Return)
    page = eyes.window.page
    assert (page.key, page.hand_over.pickup_id) == ("pickups", visit.pickup.id)


def test_a_name_that_left_the_form_is_refused_large_and_enter_does_nothing(eyes: Eyes) -> None:
    names = [{"text": "Petra Vogel"}, {"text": "Gone Girl", "valid_to": "2026-10-01"}]
    eyes.bench.counter.account("b1", "300", "Petra Vogel", names=names)
    eyes.ask("gone girl")
    assert (eyes.word, eyes.page.band.frame.property("tone")) == ("No: not for this name", "bad")
    assert eyes.page.mailbox.names.texts() == ["Petra Vogel: Applicant", "Gone Girl: No longer, since Oct 1, 2026"]
    eyes.key(KEY.Key_Return)
    assert eyes.window.page is eyes.page


def test_a_guess_is_opened_only_by_choosing_it(eyes: Eyes) -> None:
    eyes.ask("delgaod")
    assert eyes.page.answer.subject == "choice"
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.subject == "choice"
    eyes.key(KEY.Key_Down)
    eyes.key(KEY.Key_Return)
    assert (eyes.page.answer.subject, eyes.page.answer.account.id) == ("mailbox", "a4")


def test_one_of_several_pieces_is_chosen_by_keys(eyes: Eyes, item: Any) -> None:
    other = Arrival("a1", "Amara Okafor", tracking="9400111899223123456784")
    receiving.receive(eyes.bench.counter.desk, eyes.bench.doing.actor, other)
    eyes.ask("456784")
    assert (eyes.word, eyes.page.choices.rows.rowCount()) == ("Ask: which one?", 2)
    eyes.key(KEY.Key_Down)
    eyes.key(KEY.Key_Return)
    assert eyes.page.answer.subject == "piece"


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_ten_long_names_fit_without_scrolling_and_nothing_is_cut(eyes: Eyes, size: tuple[int, int]) -> None:
    long = [f"Maximiliana Featherstonehaugh-Cholmondeley {n}" for n in range(10)]
    names = [{"text": one, "valid_from": "2025-03-04", "valid_to": "2027-01-31"} for one in long]
    more = {"names": names, "id_expires_on": "2027-05-04", "note": "Rings twice"}
    counter = eyes.bench.counter
    counter.account("b1", "300", long[0], **more)
    receiving.receive(counter.desk, eyes.bench.doing.actor, Arrival("b1", long[0]))
    eyes.ask("300")
    eyes.window.resize(*size)
    eyes.bench.settle()
    assert eyes.page.mailbox.names.bar.maximum() == 0
    assert len(eyes.page.mailbox.names.texts()) == 10
    assert misfits(eyes.window, ("Maximiliana",)) == []


def test_an_answer_that_follows_another_says_nothing_of_it(eyes: Eyes) -> None:
    eyes.bench.counter.account("b1", "300", "P. Vogel", names=[{"text": f"Vogel {n}"} for n in range(7)])
    eyes.ask("300")
    eyes.ask("215")
    assert eyes.page.mailbox.names.texts() == ["Amara Okafor: Applicant"]
    assert "7" not in " ".join(eyes.page.lines.texts)
    eyes.bench.counter.account("b2", "301", "Nobody Yet", names=[])
    eyes.ask("301")
    assert len([one for one in eyes.page.offers._told if one.isVisible()]) == 2
    eyes.ask("108")
    assert len([one for one in eyes.page.offers._told if one.isVisible()]) == 1
