"""The list of accounts: in the order of the numbers, by group, with every holder of one number (R-17)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import customers, receiving
from counter_app.desk.receiving import Arrival


@pytest.fixture
def register(counter: Any) -> Any:
    counter.account("old", "214", "Bruno Keller", state="released", state_since="2026-06-01")
    counter.account("new", "214", "Amara Okafor", id_expires_on="2028-01-31")
    counter.account("held", "108", "Bright Dental Group", state="on_hold")
    counter.account("late", "331", "Wei-Lin Chen", state="expired")
    receiving.receive(counter.desk, counter.clerk(), Arrival(account_id="new", name="Amara Okafor"))
    return counter


def test_r17_former_and_current_holder_stand_side_by_side_the_current_first(register: Any) -> None:
    rows = customers.listing(register.desk, register.clerk(), "all", 0, 50)
    assert [row.account_id for row in rows] == ["held", "new", "old", "late"]
    assert [row.same_number for row in rows] == [0, 1, 1, 0]
    assert (rows[1].pieces, rows[1].id_expires_on) == (1, "2028-01-31")


def test_groups_count_what_they_list(register: Any) -> None:
    actor = register.clerk()
    assert {one: customers.count(register.desk, actor, one) for one in customers.GROUPS} == {
        one: len(customers.listing(register.desk, actor, one, 0, 200)) for one in customers.GROUPS
    }
    assert customers.count(register.desk, actor, "closed") == 1
    assert [row.account_id for row in customers.listing(register.desk, actor, "all", 1, 2)] == ["new", "old"]


def test_a_search_finds_both_holders_of_a_number_and_keeps_to_the_group(register: Any) -> None:
    actor = register.clerk()
    assert {row.account_id for row in customers.search_listing(register.desk, actor, "214", "all")} == {"old", "new"}
    assert [row.account_id for row in customers.search_listing(register.desk, actor, "214", "closed")] == ["old"]
    assert customers.search_listing(register.desk, actor, "nobody", "all") == ()


def test_the_card_shows_an_old_piece_on_the_shelf_behind_any_number_of_newer_ones(register: Any) -> None:
    actor = register.clerk()
    for _ in range(customers.CARD_ITEMS + 1):
        gone = receiving.receive(register.desk, actor, Arrival(account_id="new", name="Amara Okafor"))
        receiving.take_back(register.desk, actor, gone.item.id)
    card = customers.card(register.desk, actor, "new")
    assert len(card.on_shelf) == 1
    assert len(card.earlier) == customers.CARD_ITEMS
