"""The register as a clerk sees it: found, shown by level, with a note that the centre may still reject."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import customers, pickups
from counter_app.domain.employee import Actor
from counter_app.store import state
from tests.counter_acts import everything, kinds, piece, ready_to_leave, refusal


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "007", "Ann Lee", phone="5185550142", email="ann@example.org")
    counter.clerk_1 = counter.clerk()
    return counter


@pytest.mark.parametrize("typed", ["007", "7", " 7 ", "\u200b7"])
def test_a_mailbox_number_is_found_with_and_without_its_zeros(shop: Any, typed: str) -> None:
    assert [one.id for one in customers.by_mailbox(shop.desk, shop.clerk_1, typed)] == ["a1"]


@pytest.mark.parametrize("typed", ["", "0", "77", "7%", "_07", "' OR 1=1 --"])
def test_a_number_is_a_number_and_no_pattern(shop: Any, typed: str) -> None:
    assert customers.by_mailbox(shop.desk, shop.clerk_1, typed) == []


def test_r17_a_former_holder_comes_after_the_present_one(shop: Any) -> None:
    shop.account("old", "101", "Max Former", state="inactive")
    shop.account("new", "101", "Nora Newer")
    shop.account("older", "101", "Olga Oldest", state="released")
    found = [one.id for one in customers.by_mailbox(shop.desk, shop.clerk_1, "101")]
    assert found == ["new", "old", "older"]


@pytest.mark.parametrize("level", range(1, 7))
def test_2_22_phone_and_e_mail_are_for_customer_service_and_above(shop: Any, level: int) -> None:
    actor = Actor("clerk-1", level)
    card = customers.card(shop.desk, actor, "a1")
    shown = [card.account, *customers.find(shop.desk, actor, "ann"), *customers.by_mailbox(shop.desk, actor, "7")]
    assert len(shown) == 3
    expected = ("5185550142", "ann@example.org") if level >= 3 else ("", "")
    assert [(one.phone, one.email) for one in shown] == [expected] * 3
    assert card.may_contact is (level >= 3)


def test_a_card_shows_the_shelf_what_went_before_and_the_open_pickup(shop: Any) -> None:
    gone, here, waiting = (piece(shop, shop.clerk_1) for _ in range(3))
    pickups.hand_over(shop.desk, shop.clerk_1, ready_to_leave(shop, shop.clerk_1, [gone]))
    card = customers.card(shop.desk, shop.clerk_1, "a1")
    assert {one.id for one in card.on_shelf} == {here.id, waiting.id}
    assert [one.id for one in card.earlier] == [gone.id]
    assert card.pickup is None
    visit = pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [waiting.id])
    card = customers.card(shop.desk, shop.clerk_1, "a1")
    assert card.pickup is not None
    assert card.pickup.id == visit.pickup.id
    assert {one.id for one in card.on_shelf} == {here.id, waiting.id}


def test_a_card_of_nobody_is_refused(shop: Any) -> None:
    assert refusal(customers.card, shop.desk, shop.clerk_1, "nobody").code == "mailbox.unknown"


def test_a_note_is_cleaned_and_kept_and_of_nobody_refused(shop: Any) -> None:
    customers.set_note(shop.desk, shop.clerk_1, "a1", "Rings\u202e \x00twice\n")
    with shop.desk.db.read() as connection:
        account = state.account(connection, "a1")
    assert account is not None
    assert account.note == "Rings twice"
    assert kinds(shop.desk)[-1] == "account.note_set"
    before = everything(shop.desk)
    assert refusal(customers.set_note, shop.desk, shop.clerk_1, "nobody", "x").code == "op.account_unknown"
    assert everything(shop.desk) == before


def test_a_note_can_be_taken_away(shop: Any) -> None:
    customers.set_note(shop.desk, shop.clerk_1, "a1", "Rings twice")
    customers.set_note(shop.desk, shop.clerk_1, "a1", "")
    assert customers.card(shop.desk, shop.clerk_1, "a1").account.note == ""
