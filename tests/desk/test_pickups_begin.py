"""How a hand-over begins: what is under way goes on, what was asked for is started, else a walk-in (S-14, S-16)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import pickups, receiving
from counter_app.desk.receiving import Arrival
from counter_app.errors import RuleViolation


def piece(counter: Any, account: str, name: str, **more: Any) -> Any:
    return receiving.receive(counter.desk, counter.actor, Arrival(account_id=account, name=name, **more)).item


@pytest.fixture
def amara(counter: Any) -> Any:
    counter.account("a-1", "214", "Amara Okafor")
    counter.actor = counter.clerk()
    return counter


def test_s16_a_walk_in_takes_every_piece_that_may_go(amara: Any) -> None:
    pieces = [piece(amara, "a-1", "Amara Okafor") for _ in range(3)]
    visit = pickups.begin(amara.desk, amara.actor, account_id="a-1")
    assert visit.pickup.state == "in_progress"
    assert set(visit.pickup.items) == {one.id for one in pieces}
    assert pickups.pickable(amara.desk, "a-1") == ()


def test_s16_a_customer_who_asked_gets_the_pickup_he_asked_for(amara: Any) -> None:
    piece(amara, "a-1", "Amara Okafor")
    asked = pickups.begin(amara.desk, amara.actor, account_id="a-1").pickup.id
    pickups.put_back(amara.desk, amara.actor, asked)
    later = piece(amara, "a-1", "Amara Okafor")
    visit = pickups.begin(amara.desk, amara.actor, account_id="a-1")
    assert (visit.pickup.id, visit.pickup.state) == (asked, "in_progress")
    assert [one.id for one in pickups.pickable(amara.desk, "a-1")] == [later.id]


def test_s14_a_pickup_under_way_is_found_where_it_was(amara: Any) -> None:
    item = piece(amara, "a-1", "Amara Okafor")
    first = pickups.begin(amara.desk, amara.actor, account_id="a-1")
    pickups.check_id(amara.desk, amara.actor, first.pickup.id, "Amara Okafor", "passport")
    for how in ({"account_id": "a-1"}, {"item_id": item.id}, {"pickup_id": first.pickup.id}):
        again = pickups.begin(amara.desk, amara.actor, **how)
        assert again.pickup.id == first.pickup.id
        assert again.pickup.id_type == "passport"


def test_nothing_on_the_shelf_begins_nothing(amara: Any) -> None:
    with pytest.raises(RuleViolation) as refused:
        pickups.begin(amara.desk, amara.actor, account_id="a-1")
    assert refused.value.code == "pickup.no_pieces"


def test_a_piece_is_found_by_the_carriers_barcode_with_the_zip_in_front(amara: Any) -> None:
    item = piece(amara, "a-1", "Amara Okafor", tracking="9400111899223197428490", carrier="usps")
    assert pickups.find_waiting(amara.desk, "420122079400111899223197428490") == item
    assert pickups.find_waiting(amara.desk, item.mail_id) == item
    assert pickups.find_waiting(amara.desk, "1Z999AA10123456784") is None


def test_s12_a_check_costs_what_flat_mail_costs(amara: Any) -> None:
    piece(amara, "a-1", "Amara Okafor", mail_type="check")
    visit = pickups.begin(amara.desk, amara.actor, account_id="a-1")
    assert [(line.kind, line.amount.cents) for line in visit.fee_lines] == [("pickup.letters", 100)]
