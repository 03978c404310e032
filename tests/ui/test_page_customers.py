"""The Customers room: find, look, note; both holders of one number; what a clerk of a low level does not see."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from counter_app.desk import receiving
from counter_app.desk.receiving import Arrival
from counter_app.ports import RawScan
from ui.sentences import sentence
from ui.widgets import unnamed_controls

NAMES = [
    {"text": "Amara Okafor", "kind": "person"},
    {"text": "Chidi Okafor", "kind": "person", "valid_to": "2030-01-01"},
    {"text": "Ngozi Eze", "kind": "person", "valid_to": "2020-01-01"},
]


@pytest.fixture
def room(bench: Any) -> Any:
    counter = bench.counter
    counter.account(
        "new",
        "214",
        "Amara Okafor",
        names=NAMES,
        collectors=[{"name": "Mei Chen"}],
        phone="+15185550142",
        email="amara@example.org",
        id_expires_on="2020-05-05",
    )
    counter.account("old", "214", "Bruno Keller", state="released", state_since="2026-06-01")
    counter.account("late", "331", "Wei-Lin Chen", state="expired")
    bench.sign_in()
    bench.item = receiving.receive(
        counter.desk, bench.doing.actor, Arrival(account_id="new", name="Amara Okafor", shelf="A-12")
    ).item
    bench.window.go("customers")
    bench.settle()
    bench.page = bench.window.pages["customers"]
    return bench


def shown(page: Any) -> list[str]:
    return [page.table.rows.row_at(n)["customer"] for n in range(page.table.rows.rowCount())]


def look(room: Any, account_id: str) -> Any:
    room.window.go("customers", account_id=account_id)
    room.settle()
    return room.page.card


def test_r17_former_and_current_holder_are_both_shown_and_marked(room: Any) -> None:
    assert shown(room.page) == ["Amara Okafor", "Bruno Keller", "Wei-Lin Chen"]
    notes = [room.page.table.rows.row_at(n)["customer_note"] for n in range(3)]
    assert notes[1] == "Former holder of PMB 214"
    assert notes[0]
    assert not notes[2]
    assert look(room, "old").former.isVisible()
    assert "another holder before" in look(room, "new").former.text()
    assert not look(room, "late").former.isVisible()


def test_the_card_says_who_stands_on_the_form_until_when_and_who_may_collect(room: Any) -> None:
    card = look(room, "new")
    assert card.names.texts() == [
        "Amara Okafor",
        "Chidi Okafor · until Jan 1, 2030",
        "Ngozi Eze · no longer, since Jan 1, 2020",
    ]
    assert card.collect.texts() == ["Amara Okafor", "Chidi Okafor", "Mei Chen"]
    assert card.facts.value("id") == "May 5, 2020, expired"
    assert card.shelf.texts()[0].startswith("A-12")
    assert card.hand_over.isEnabled()


def test_contact_data_is_not_shown_below_customer_service(room: Any) -> None:
    assert look(room, "new").contact.isVisible()
    room.sign_in(level=2)
    card = look(room, "new")
    assert not card.contact.isVisible()
    everything = [one.text() for one in room.page.findChildren(QLabel)]
    assert not [text for text in everything if "5550142" in text or "amara@" in text]


def test_a_state_that_lets_nothing_out_is_said_and_holds_the_button(room: Any) -> None:
    card = look(room, "late")
    assert card.state.text() == sentence("mailbox.expired", {"mailbox": "331"})
    assert not card.hand_over.isEnabled()


def test_a_search_finds_with_a_typing_error_and_says_when_nobody_is_found(room: Any) -> None:
    room.page.search.set_text("Okafro")
    room.page.search.entered.emit("Okafro")
    room.settle()
    assert shown(room.page) == ["Amara Okafor"]
    room.page.search.set_text("zzzzzz")
    room.page.search.entered.emit("zzzzzz")
    room.settle()
    assert room.page.empty.isVisible()
    assert not room.page.card.isVisible()
    assert room.page.escape()
    room.page._wait.timeout.emit()
    room.settle()
    assert len(shown(room.page)) == 3


def test_a_filter_keeps_to_its_states(room: Any) -> None:
    room.page.filters._chips["closed"].click()
    room.settle()
    assert shown(room.page) == ["Bruno Keller"]


def test_a_note_is_kept_and_an_unsaved_one_does_not_follow_to_another_customer(room: Any) -> None:
    card = look(room, "new")
    card.note.setPlainText("rings twice")
    card.keep.click()
    room.settle()
    assert room.window.toasts.text() == sentence("customer.note_saved")
    card.note.setPlainText("half a thought")
    assert look(room, "late").note.text() == ""
    assert look(room, "new").note.text() == "rings twice"


def test_undo_puts_the_note_back_that_was_there_before(room: Any) -> None:
    card = look(room, "new")
    for text in ("rings twice", "moved away"):
        card.note.setPlainText(text)
        card.keep.click()
        room.settle()
    room.window.toasts.undo()
    room.settle()
    room.settle()
    assert look(room, "new").note.text() == "rings twice"


def test_a_note_that_is_being_written_survives_a_change_elsewhere(room: Any) -> None:
    card = look(room, "new")
    card.note.textCursor().insertText("half a thought")
    receiving.receive(room.counter.desk, room.doing.actor, Arrival(account_id="new", name="Amara Okafor"))
    room.settle()
    assert card.note.text() == "half a thought"
    assert card.keep.isEnabled()


def test_hand_over_goes_to_the_pickups_room_with_this_customer(room: Any) -> None:
    look(room, "new").hand_over.click()
    room.settle()
    assert room.window.page is room.window.pages["pickups"]
    assert room.window.page.hand_over.visit.account.id == "new"


def test_a_licence_finds_its_holder_and_is_never_shown(room: Any) -> None:
    text = "@\n\x1e\rANSI 636001100002DL00410278ZN03190008DLDAQS12345678\nDCSOKAFOR\nDACAMARA\nDBA01312030\nDAJNY\n"
    room.window.take_scan(RawScan(text.encode(), text, "pdf417"))
    room.page._wait.timeout.emit()
    room.settle()
    assert room.window.page is room.page
    assert shown(room.page) == ["Amara Okafor"]
    assert not [one for one in room.window.findChildren(QLabel) if "S12345678" in one.text()]


def test_every_control_has_a_name(room: Any) -> None:
    look(room, "new")
    assert unnamed_controls(room.page) == []
