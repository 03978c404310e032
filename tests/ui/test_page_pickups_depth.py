"""Pickups in depth in the window, by keyboard and scanner: papers, passports, refusals, appointments, what is owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from counter_app.desk import pickups
from counter_app.domain.employee import Actor
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import to_plain
from counter_app.ports import RawScan
from counter_app.store import state
from tests.counter_acts import PNG
from tests.domain.test_mrz import passport
from tests.ui.test_page_hand_over import STROKE, Gate
from ui.sentences import sentence
from ui.widgets import unnamed_controls

CONTROL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


class Keys(Gate):
    """The hand-over of Amara Okafor, by keys alone."""

    def __init__(self, bench: Any, qtbot: Any) -> None:
        super().__init__(bench)
        self.qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.bench.window, key, modifier)
        self.bench.settle()

    def type_into(self, field: Any, text: str) -> None:
        self.qtbot.keyClicks(field.edit, text)

    def to_list(self, chosen: str = "all", account_id: str = "") -> None:
        if self.panel.open_now:
            self.panel._leave()
        self.page.filters.set_key(chosen)
        self.page.reload(account_id=account_id, top=not account_id)
        self.bench.settle()

    def read(self) -> str:
        return " ".join(one.text() for one in self.page.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def at(bench: Any, qtbot: Any) -> Keys:
    return Keys(bench, qtbot)


# ------------------------------------------------------------ a stranger with a paper


def test_s12_a_stranger_with_a_paper_collects_by_keys_and_camera(at: Keys) -> None:
    at.bench.station.devices.picture = PNG
    at.press(Qt.Key.Key_7, ALT)
    box = at.panel.papers.box
    assert box.isVisible()
    assert box.name.edit.hasFocus()
    assert not at.panel.id.buttons[0].isVisible()
    at.type_into(box.name, "Boris Stranger")
    at.type_into(box.mailbox, "331")
    at.type_into(box.until, "2026-12-31")
    at.press(Qt.Key.Key_K, CONTROL)
    assert box.problem.text() == sentence("pickup.paper_photo_missing")
    at.press(Qt.Key.Key_F10)
    at.press(Qt.Key.Key_K, CONTROL)
    assert box.problem.text() == sentence("pickup.paper_other_mailbox", {"written": "331", "mailbox": "214"})
    box.mailbox.clear()
    at.type_into(box.mailbox, "214")
    at.press(Qt.Key.Key_K, CONTROL)
    assert not box.isVisible()
    assert [one.name for one in at.pickup.papers] == ["Boris Stranger"]
    at.press(Qt.Key.Key_3, ALT)
    at.press(Qt.Key.Key_1, CONTROL)
    assert (at.pickup.collector, at.pickup.collector_listed) == ("Boris Stranger", True)
    assert "written authorisation" in at.panel.steps[0].head.note


def test_s12_a_paper_that_names_pieces_is_told_by_scanning_them(at: Keys) -> None:
    at.bench.station.devices.picture = PNG
    at.press(Qt.Key.Key_7, ALT)
    box = at.panel.papers.box
    at.scan(at.one.mail_id)
    assert at.pickup.scanned == ()  # it is named on the paper, and not ticked
    for field, text in ((box.name, "Boris Stranger"), (box.mailbox, "214"), (box.until, "2026-12-31")):
        at.type_into(field, text)
    at.press(Qt.Key.Key_F10)
    at.press(Qt.Key.Key_K, CONTROL)
    assert at.pickup.papers[0].items == (at.one.id,)
    at.press(Qt.Key.Key_3, ALT)
    at.press(Qt.Key.Key_1, CONTROL)
    at.scan_all()
    assert "pickup.paper_not_for_piece" in at.panel.visit.open_gaps
    assert not at.panel.fee.charge.isVisible()


def test_a_camera_that_is_gone_is_said_in_the_place_of_the_photo(at: Keys) -> None:
    from counter_app.errors import DeviceError

    at.bench.station.devices.trouble = DeviceError("device.gone")
    at.press(Qt.Key.Key_7, ALT)
    at.press(Qt.Key.Key_F10)
    assert at.panel.papers.box.view._empty.startswith("Camera")
    assert at.bench.window.heard_sounds[-1] == "refused"


# ------------------------------------------------------------ passports


@pytest.mark.parametrize("by", ["one scan", "two scans", "typed"])
def test_s12_a_passport_checks_the_id_however_its_lines_come(at: Keys, by: str) -> None:
    lines = passport("OKAFOR<<AMARA").split("\n")
    if by == "one scan":
        at.scan("".join(lines))
    elif by == "two scans":
        at.scan(lines[0])
        assert at.panel.note.isVisible()
        assert sentence("mrz.next_line") in at.read()
        at.scan(lines[1])
    else:
        for line in lines:
            at.type_into(at.panel.id.name, line)
            at.qtbot.keyClick(at.panel.id.name.edit, Qt.Key.Key_Return)
            at.bench.settle()
    assert (at.pickup.collector, at.pickup.id_type) == ("Amara Okafor", "passport")
    assert not [text for text in at.texts() if "L898902" in text or "740812" in text]
    assert "L898902" not in at.bench.window.scan_box.text() + at.panel.id.name.text()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (passport("STRANGER<<BORIS"), "pickup.collector_not_authorised"),
        (passport("OKAFOR<<AMARA", expires="200101"), "pickup.id_expired"),
        (passport("OKAFOR<<AMARA")[:-1] + "X", "mrz.misread"),
    ],
)
def test_s12_a_passport_that_will_not_do_checks_nothing(at: Keys, text: str, code: str) -> None:
    for line in text.split("\n"):
        at.scan(line)
    assert at.pickup.id_type == ""
    assert at.panel.id.problem.isVisible()
    start = sentence(code).split("…")
    assert all(part in at.panel.id.problem.text() for part in start if len(part) > 8)


def test_s12_a_passport_in_the_list_is_not_looked_up_as_a_piece(at: Keys) -> None:
    at.to_list()
    at.scan(passport("OKAFOR<<AMARA").split("\n")[0])
    assert at.bench.window.heard_sounds[-1] == "refused"
    assert at.bench.window.toasts.text() == sentence("pickup.open_it_first")


# ------------------------------------------------------------ the signature


def test_s12_one_dot_on_the_pad_is_refused_and_said(at: Keys) -> None:
    for step in ("check_id", "scan_all", "pay"):
        getattr(at, step)()
    at.panel.sign.pad.draw_strokes([[(50, 50)]])
    at.press(Qt.Key.Key_G, CONTROL)
    assert at.pickup.signature == ""
    assert sentence("pickup.signature_too_small") in at.read()
    at.press(Qt.Key.Key_R, CONTROL)
    at.panel.sign.pad.draw_strokes(STROKE)
    at.press(Qt.Key.Key_G, CONTROL)
    assert at.pickup.signature


def test_s12_who_refuses_to_sign_gets_nothing_and_the_clerk_reads_what_is_next(at: Keys) -> None:
    for step in ("check_id", "scan_all", "pay"):
        getattr(at, step)()
    at.press(Qt.Key.Key_J, CONTROL)
    assert at.panel.question.isVisible()
    assert at.pickup.refused_ms == 0
    at.press(Qt.Key.Key_Y, CONTROL)
    assert at.pickup.refused_ms > 0
    assert (at.pickup.state, at.pickup.collector) == ("paid", "")
    assert not at.panel.open_now
    assert at.page.said.isVisible()
    assert sentence("pickup.signature_refused_paid") in at.read()
    at.begin()
    assert not at.page.said.isVisible()


# ------------------------------------------------------------ two clerks


def test_s14_a_pickup_of_another_clerk_is_taken_over_with_a_reason(at: Keys) -> None:
    pickups.take(at.desk, Actor("clerk-9", 2), at.id, "was here first")
    at.begin()
    take_over = at.panel.take_over
    assert take_over.isVisible()
    assert sentence("pickup.locked", {"by": "clerk-9"}) in at.read()
    at.scan(at.one.mail_id)
    assert at.pickup.scanned == ()
    at.press(Qt.Key.Key_T, CONTROL)
    assert at.pickup.locked_by == "clerk-9"
    at.type_into(take_over.reason, "she went home")
    at.press(Qt.Key.Key_T, CONTROL)
    assert at.pickup.locked_by == "clerk-1"
    assert not take_over.isVisible()
    at.scan(at.one.mail_id)
    assert at.pickup.scanned == (at.one.id,)


# ------------------------------------------------------------ another task


def test_s16_a_piece_in_another_pickup_says_which_and_can_be_freed(at: Keys) -> None:
    pickups.put_back(at.desk, at.actor, at.id)
    at.panel._leave()
    more = at.piece("a-1", "Amara Okafor")
    with at.desk.db.write() as connection:
        taken = replace(more, state="in_task", task_id="k9", state_before_task="received")
        row = Pickup("k9", "a-1", "214", "payment_declined", "walk_in", (more.id,))
        state.accept_pulled(connection, "pickup", [("k9", 60, to_plain(row))])
        state.accept_pulled(connection, "item", [(more.id, 61, to_plain(taken))])
    at.bench.window.go("pickups", pickup_id=at.id)
    at.bench.settle()
    at.scan(more.mail_id)
    other = at.page.other
    assert other.isVisible()
    assert "PMB 214" in at.read()
    assert "pickup" in at.read()
    at.press(Qt.Key.Key_D, CONTROL)
    at.type_into(other.reason.reason, "customer takes it now")
    at.qtbot.keyClick(other.reason.reason.edit, Qt.Key.Key_Return)
    at.bench.settle()
    assert pickups.other_task(at.desk, "k9").state == "declined"
    assert not other.isVisible()
    at.scan(more.mail_id)
    at.press(Qt.Key.Key_Y, CONTROL)
    assert more.id in at.pickup.scanned


def test_s12_a_scanned_piece_to_which_another_counter_was_first_stops_the_charge_and_says_where(at: Keys) -> None:
    pickups.check_id(at.desk, at.actor, at.id, "Amara Okafor", "passport")
    at.scan_all()
    with at.desk.db.write() as connection:
        row = Pickup("k9", "a-1", "214", "payment_declined", "walk_in", (at.one.id,))
        plain = to_plain(state.item(connection, at.one.id)) | {"task_id": "k9"}
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 50 WHERE status = 'waiting'")
        state.accept_pulled(connection, "pickup", [("k9", 60, to_plain(row))])
        state.accept_pulled(connection, "item", [(at.one.id, 61, plain)])
    at.panel.act(at.panel.pickups.charge)
    at.bench.settle()
    assert at.page.other.isVisible()
    assert at.pickup.state == "in_progress"


# ------------------------------------------------------------ the list


def _tomorrow(at: Keys) -> tuple[str, datetime]:
    local = at.desk.local(at.desk.now_ms()) + timedelta(days=1)
    return local.strftime("%Y-%m-%d"), local.replace(hour=15, minute=0, second=0, microsecond=0)


def test_s16_a_time_is_agreed_by_keys_and_shown_with_the_stores_zone(at: Keys) -> None:
    at.to_list(account_id="a-2")
    at.press(Qt.Key.Key_T, CONTROL)
    box = at.page.card.when
    assert box.day.edit.hasFocus()
    at.type_into(box.day, "soon")
    at.qtbot.keyClick(box.day.edit, Qt.Key.Key_Return)
    assert sentence("pickup.time_unreadable") in at.read()
    box.day.clear()
    day, when = _tomorrow(at)
    at.type_into(box.day, at.desk.today())
    at.type_into(box.time, "17:00")
    at.qtbot.keyClick(box.time.edit, Qt.Key.Key_Return)
    at.bench.settle()
    assert "09:00 EST" in at.read()
    box.day.clear()
    box.time.clear()
    at.type_into(box.day, day)
    at.type_into(box.time, "15:00")
    at.qtbot.keyClick(box.time.edit, Qt.Key.Key_Return)
    at.bench.settle()
    with at.desk.db.read() as connection:
        row = connection.exec_driver_sql("SELECT id FROM pickup WHERE account_id = 'a-2'").scalar()
        found = state.pickup(connection, row)
    assert (found.state, found.appointment_ms) == ("scheduled", int(when.timestamp() * 1000))
    at.to_list("scheduled")
    row = at.page.table.current_row()
    assert row["status"] == "Nov 3, 3:00\u202fPM EST"
    assert at.page.card.chip.text() == "Expected Nov 3, 3:00\u202fPM EST"
    at.bench.counter.clock.advance(2 * 86_400_000)
    at.to_list("scheduled")
    row = at.page.table.current_row()
    assert (row["status_kind"], row["status"].startswith("Late")) == ("bad", True)


def test_s14_scanning_among_the_scheduled_brings_pieces_to_the_counter(at: Keys) -> None:
    pickup_id = pickups.plan(at.desk, at.actor, "a-2", [at.foreign.id]).pickup.id
    at.to_list("all")
    at.scan(at.foreign.mail_id)
    assert pickups.visit(at.desk, pickup_id).pickup.state == "scheduled"  # elsewhere a scan only looks
    at.to_list("scheduled")
    at.scan(at.foreign.mail_id)
    assert pickups.visit(at.desk, pickup_id).pickup.state == "ready"
    assert "the customer is told" in at.bench.window.toasts.text()
    assert at.page.table.current_row()["status"] == "At the counter"


def test_t7_decline_waits_for_the_week_unless_a_manager_does_it(bench: Any, qtbot: Any) -> None:
    at = Keys(bench, qtbot)
    pickups.plan(at.desk, at.actor, "a-2", [at.foreign.id])
    at.to_list("scheduled")
    assert at.page.card.decline.isEnabled()  # level 4
    at.panel._leave()
    bench.sign_in(level=2)
    at.to_list("scheduled")
    card = at.page.card
    assert not card.decline.isEnabled()
    assert "Nov" in card.decline.toolTip()
    bench.counter.clock.advance(9 * 86_400_000)
    at.to_list("scheduled")
    assert card.decline.isEnabled()


def test_s14_a_pickup_is_left_to_the_others_and_taken_back_by_keys(at: Keys) -> None:
    at.scan_all()
    at.press(Qt.Key.Key_Escape)
    at.press(Qt.Key.Key_I, CONTROL)
    at.to_list(account_id="a-1")
    card = at.page.card
    assert card.let_go.isVisible()
    assert not card.mark.isVisible()
    at.press(Qt.Key.Key_O, CONTROL)
    left = pickups.visit(at.desk, at.id).pickup
    assert (left.state, left.locked_by) == ("in_progress", "")
    assert len(left.scanned) == 2
    assert not card.let_go.isVisible()
    assert "Pickup of Amara Okafor left to the others" in at.bench.window.toasts.text()
    at.press(Qt.Key.Key_Z, CONTROL)
    assert pickups.visit(at.desk, at.id).pickup.locked_by == at.actor.id
    assert card.let_go.isVisible()


def test_s14_what_another_clerk_is_at_is_not_this_ones_to_leave(at: Keys) -> None:
    pickups.take(at.desk, Actor("clerk-9", 2), at.id, "shift change")
    at.to_list(account_id="a-1")
    assert at.page.card.hand_over.isVisible()
    assert not at.page.card.let_go.isVisible()


def test_s16_pieces_that_are_gone_are_marked_with_a_reason(at: Keys) -> None:
    at.to_list(account_id="a-2")
    at.press(Qt.Key.Key_E, CONTROL)
    box = at.page.card.courtesy
    assert box.reason.edit.hasFocus()
    at.page.reload()  # something came in meanwhile: what is asked for stays in the place of the other buttons
    at.bench.settle()
    assert (box.isHidden(), at.page.card.ways.isHidden()) == (False, True)
    at.qtbot.keyClick(box.reason.edit, Qt.Key.Key_Return)
    assert sentence("pickup.courtesy_reason_missing") in at.read()
    at.type_into(box.reason, "taken home on Friday")
    at.qtbot.keyClick(box.reason.edit, Qt.Key.Key_Return)
    at.bench.settle()
    with at.desk.db.read() as connection:
        assert state.item(connection, at.foreign.id).state == "picked_up"
    assert "without a fee" in at.bench.window.toasts.text()


def test_s16_a_courtesy_for_pieces_of_an_open_pickup_names_it_first(at: Keys) -> None:
    pickups.put_back(at.desk, at.actor, at.id)
    at.to_list(account_id="a-1")
    at.press(Qt.Key.Key_E, CONTROL)
    at.type_into(at.page.card.courtesy.reason, "has them")
    at.qtbot.keyClick(at.page.card.courtesy.reason.edit, Qt.Key.Key_Return)
    at.bench.settle()
    assert at.page.other.isVisible()
    assert at.pickup.state == "ready"


def _owe(at: Keys) -> None:
    at.check_id()
    at.scan_all()
    at.desk.online = False
    pickups.charge_later(at.desk, at.actor, at.id)
    pickups.sign(at.desk, at.actor, at.id, PNG)
    pickups.hand_over(at.desk, at.actor, at.id)
    at.centre_says(payment="declined")
    at.desk.online = True


@pytest.mark.parametrize("way", ["again", "give up"])
def test_s15_what_is_owed_has_its_filter_and_two_ways(at: Keys, way: str) -> None:
    _owe(at)
    at.to_list("owed")
    card = at.page.card
    assert (at.page.table.current_row()["customer"], at.page.table.current_row()["status"]) == ("Amara Okafor", "Owed")
    assert "$5.00" in card.owed_text.text()
    if way == "again":
        at.press(Qt.Key.Key_F9)
        assert (at.pickup.payment, at.pickup.attempt) == ("asked", 2)
    else:
        card.give_up.click()
        at.qtbot.keyClick(card.lost.reason.edit, Qt.Key.Key_Return)
        assert sentence("pickup.give_up_reason_missing") in at.read()
        at.type_into(card.lost.reason, "moved away")
        at.qtbot.keyClick(card.lost.reason.edit, Qt.Key.Key_Return)
        at.bench.settle()
        assert (at.pickup.payment, at.pickup.reason) == ("given_up", "moved away")
    assert at.page.empty.isVisible()


def test_every_control_of_the_new_forms_has_a_name(at: Keys) -> None:
    at.press(Qt.Key.Key_7, ALT)
    pickups.take(at.desk, Actor("clerk-9", 2), at.id, "x")
    at.panel.refresh()
    at.bench.settle()
    assert unnamed_controls(at.page) == []
    at.to_list(account_id="a-2")
    for box in (at.page.card.courtesy, at.page.card.lost):
        at.page.card._open(box)
        assert unnamed_controls(at.page) == []
    at.page.card._ask_time()
    assert unnamed_controls(at.page) == []
    assert at.page.escape()
    assert at.page.card.when.isHidden()


def test_today_says_when_a_customer_is_expected(at: Keys) -> None:
    _, when = _tomorrow(at)
    pickups.plan(at.desk, at.actor, "a-2", [at.foreign.id], int(when.timestamp() * 1000))
    at.bench.counter.clock.advance(86_400_000)
    at.bench.window.go("today")
    at.bench.settle()
    model = at.bench.window.pages["today"].steps.rows
    rows = [model.row_at(n) for n in range(model.rowCount())]
    row = next(one for one in rows if "Wei-Lin" in one["what"])
    assert row["what_note"].endswith("expected 3:00\u202fPM EST")
    assert row["state"] == "by 3:00\u202fPM"


def test_a_scan_of_a_licence_is_still_a_licence(at: Keys) -> None:
    at.bench.window.take_scan(RawScan(b"", "@\nANSI 636001", source="scanner"))
    at.bench.settle()
    assert at.pickup.id_type == ""
