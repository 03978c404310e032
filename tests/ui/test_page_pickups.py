"""The Pickups room: the list, what a scan does there, and how one comes to a hand-over."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from counter_app.desk import pickups, receiving
from counter_app.desk.receiving import Arrival
from counter_app.ports import RawScan
from ui.sentences import sentence
from ui.widgets import unnamed_controls

DAY_MS = 86_400_000
LICENCE = "@\n\x1e\rANSI 636001100002DL00410278ZN03190008DLDAQS12345678\nDCSOKAFOR\nDACAMARA\nDBA01312030\nDAJNY\n"


def scan(text: str, source: str = "scanner") -> RawScan:
    return RawScan(text.encode(), text, source=source)


@pytest.fixture
def room(bench: Any) -> Any:
    """Three customers: Okafor with two pieces, Chen with one of eight days, García on hold."""
    counter = bench.counter
    counter.account("a-1", "214", "Amara Okafor")
    counter.account("a-2", "331", "Wei-Lin Chen")
    counter.account("a-3", "155", "Lucía García")
    bench.sign_in()
    actor = bench.doing.actor

    def piece(account: str, name: str, **more: Any) -> Any:
        return receiving.receive(counter.desk, actor, Arrival(account_id=account, name=name, **more)).item

    bench.old = piece("a-2", "Wei-Lin Chen", tracking="771234567890", carrier="fedex", shelf="C-07")
    counter.clock.advance(8 * DAY_MS)
    bench.first = piece("a-1", "Amara Okafor", shelf="A-12")
    bench.second = piece("a-1", "Amara Okafor", shelf="A-13")
    bench.held = piece("a-3", "Lucía García")
    counter.account("a-3", "155", "Lucía García", state="on_hold")
    bench.window.go("pickups")
    bench.settle()
    bench.page = bench.window.pages["pickups"]
    bench.actor = actor
    return bench


def shown(page: Any) -> list[str]:
    model = page.table.rows
    return [model.row_at(n)["customer"] for n in range(model.rowCount())]


def chosen(page: Any) -> str:
    return str(page.table.current_row().get("customer"))


def test_the_list_says_who_waits_how_long_and_what_stands_in_the_way(room: Any) -> None:
    model = room.page.table.rows
    assert shown(room.page) == ["Wei-Lin Chen", "Amara Okafor", "Lucía García"]
    assert model.row_at(0)["waiting"] == "8 d"
    assert model.row_at(1)["customer_note"].startswith("PMB 214 · 2")
    assert [model.row_at(n)["status"] for n in range(3)] == ["Ready", "Ready", "On hold"]
    assert room.page.card.name.text() == "Wei-Lin Chen"


def test_a_filter_shows_what_its_count_says(room: Any) -> None:
    pickups.begin(room.counter.desk, room.actor, account_id="a-1")
    room.settle()
    for key, names in (("in_progress", ["Amara Okafor"]), ("waiting_long", ["Wei-Lin Chen"]), ("payment_declined", [])):
        room.page.filters._chips[key].click()
        room.settle()
        assert shown(room.page) == names
        assert room.page.filters._chips[key].label().endswith(f"  {len(names)}")
    assert room.page.empty.isVisible()


def test_the_scan_of_a_piece_chooses_its_customer(room: Any) -> None:
    room.window.take_scan(scan(room.first.mail_id))
    room.settle()
    assert chosen(room.page) == "Amara Okafor"
    room.window.take_scan(scan("771234567890"))
    room.settle()
    assert chosen(room.page) == "Wei-Lin Chen"
    assert room.window.heard_sounds[-2:] == ["taken", "taken"]
    assert not room.page.hand_over.open_now


@pytest.mark.parametrize("text", ["okafor", "214", "1Z999AA10123456784"])
def test_what_is_no_piece_on_the_shelf_goes_to_the_yes_no_screen(room: Any, text: str) -> None:
    room.window.take_scan(scan(text, "typed"))
    room.settle()
    assert room.window.page is room.window.answer_page


def test_s12_a_licence_outside_a_hand_over_is_never_shown(room: Any) -> None:
    room.window.take_scan(RawScan(LICENCE.encode(), LICENCE, "pdf417"))
    room.settle()
    assert room.window.page is room.page
    assert room.window.toasts.text() == sentence("pickup.open_it_first")
    assert not [one for one in room.window.findChildren(QLabel) if "S12345678" in one.text()]


def test_s16_open_begins_a_walk_in_with_every_piece_that_may_go(room: Any) -> None:
    room.window.go("pickups", account_id="a-1")
    room.settle()
    visit = room.page.hand_over.visit
    assert set(visit.pickup.items) == {room.first.id, room.second.id}
    assert room.page.stack.currentWidget() is room.page.hand_over


def test_s16_open_starts_the_pickup_that_the_customer_asked_for(room: Any) -> None:
    desk = room.counter.desk
    asked = pickups.begin(desk, room.actor, account_id="a-2").pickup.id
    pickups.put_back(desk, room.actor, asked)
    room.window.go("pickups", item_id=room.old.id)
    room.settle()
    assert room.page.hand_over.visit.pickup.id == asked
    assert room.page.hand_over.visit.pickup.state == "in_progress"


def test_s14_a_hand_over_is_found_again_after_another_room_and_after_the_lock(room: Any) -> None:
    room.window.go("pickups", account_id="a-1")
    room.settle()
    pickup_id = room.page.hand_over.pickup_id
    pickups.check_id(room.counter.desk, room.actor, pickup_id, "Amara Okafor", "passport")
    room.window.go("customers")
    room.window.lock()
    room.sign_in()
    room.window.go("pickups")
    room.settle()
    assert room.page.stack.currentWidget() is room.page.hand_over
    assert room.page.hand_over.pickup_id == pickup_id
    assert room.page.hand_over.steps[0].head.state == "done"


def test_a_mailbox_on_hold_says_why_nothing_goes_out(room: Any) -> None:
    room.page.reload(account_id="a-3")
    room.settle()
    assert not room.page.card.hand_over.isEnabled()
    assert room.page.card.why.text() == sentence("mailbox.on_hold", {"mailbox": "155"})
    room.window.go("pickups", account_id="a-3")
    room.settle()
    assert not room.page.hand_over.open_now


def test_a_pickup_is_declined_only_with_a_reason(room: Any) -> None:
    desk = room.counter.desk
    asked = pickups.begin(desk, room.actor, account_id="a-1").pickup.id
    pickups.put_back(desk, room.actor, asked)
    room.page.reload(account_id="a-1")
    room.settle()
    card = room.page.card
    card.decline.click()
    card.reason.go.click()
    room.settle()
    assert card.reason.reason.error() == sentence("pickup.reason_missing")
    assert pickups.visit(desk, asked).pickup.state == "ready"
    card.reason.reason.set_text("did not come")
    card.reason.go.click()
    room.settle()
    assert pickups.visit(desk, asked).pickup.state == "declined"
    assert room.window.scan_box.hasFocus() or not room.window.isActiveWindow()


def test_a_change_elsewhere_shows_in_the_list_and_keeps_the_choice(room: Any) -> None:
    room.page.reload(account_id="a-1")
    room.settle()
    pickups.begin(room.counter.desk, room.actor, account_id="a-2")
    room.settle()
    assert room.page.table.rows.row_at(0)["status"] == "In progress"
    assert chosen(room.page) == "Amara Okafor"


def test_a_clerk_without_the_right_is_told_the_level(room: Any) -> None:
    room.sign_in(level=1)
    room.window.go("pickups", account_id="a-1")
    room.settle()
    assert not room.page.hand_over.open_now
    assert "access level" in room.window.toasts.text()


def test_hostile_names_are_plain_and_every_control_has_a_name(room: Any) -> None:
    room.counter.account("a-1", "214", "<b>A</b> & Co", names=[{"text": "<b>A</b> & Co", "kind": "company"}])
    room.window.go("pickups", account_id="a-1")
    room.settle()
    assert room.page.hand_over.side.name.text() == "<b>A</b> & Co"
    labels = room.page.findChildren(QLabel)
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)
    assert unnamed_controls(room.page) == []
