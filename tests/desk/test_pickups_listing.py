"""The list of the pickups room: who has pieces waiting, in which order, under which filter."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import pickups, receiving
from counter_app.desk.receiving import Arrival

DAY_MS = 86_400_000
CARDS = {"1": "1Z999AA10123456784", "2": "1Z999AA10123456793"}


def piece(counter: Any, actor: Any, account: str, name: str, **more: Any) -> str:
    """A piece on the shelf; its id."""
    done = receiving.receive(counter.desk, actor, Arrival(account_id=account, name=name, **more))
    return str(done.item.id)


@pytest.fixture
def shop(counter: Any) -> Any:
    """Two customers with three pieces; Okafor's first piece has waited eight days."""
    counter.account("a-1", "214", "Amara Okafor")
    counter.account("a-2", "331", "Wei-Lin Chen")
    counter.account("a-3", "412", "Nobody Waiting")
    actor = counter.clerk()
    piece(counter, actor, "a-1", "Amara Okafor", shelf="A-11")
    counter.clock.advance(8 * DAY_MS)
    piece(counter, actor, "a-1", "Amara Okafor", tracking=CARDS["1"], carrier="ups", shelf="A-12")
    piece(counter, actor, "a-2", "Wei-Lin Chen", shelf="C-07")
    return counter


def test_each_customer_is_one_row_with_the_facts_of_the_newest_piece(shop: Any) -> None:
    rows = pickups.listing(shop.desk, "all", 0, 50)
    assert [(row.holder, row.mailbox, row.pieces) for row in rows] == [
        ("Amara Okafor", "214", 2),
        ("Wei-Lin Chen", "331", 1),
    ]
    assert (rows[0].tracking, rows[0].carrier, rows[0].shelf) == (CARDS["1"], "ups", "A-12")
    assert shop.desk.now_ms() - rows[0].oldest_ms >= 8 * DAY_MS
    assert rows[0].account_state == "active"
    assert rows[0].pickup_state == ""


def test_counts_agree_with_the_listing_under_every_filter(shop: Any) -> None:
    pickups.begin(shop.desk, shop.clerk(), account_id="a-2")
    found = pickups.counts(shop.desk)
    for name in pickups.Counts.__dataclass_fields__:
        if name not in ("pieces", "oldest_ms"):
            assert getattr(found, name) == len(pickups.listing(shop.desk, name, 0, 200)), name
    assert (found.all, found.pieces, found.in_progress, found.waiting_long) == (2, 3, 1, 1)


def test_a_pickup_under_way_stands_above_the_longest_wait(shop: Any) -> None:
    visit = pickups.begin(shop.desk, shop.clerk(), account_id="a-2")
    rows = pickups.listing(shop.desk, "all", 0, 50)
    assert [row.account_id for row in rows] == ["a-2", "a-1"]
    assert (rows[0].pickup_id, rows[0].pickup_state) == (visit.pickup.id, "in_progress")


def test_a_window_of_the_listing_and_the_place_of_a_customer_agree(shop: Any) -> None:
    whole = pickups.listing(shop.desk, "all", 0, 50)
    for n, row in enumerate(whole):
        assert pickups.listing(shop.desk, "all", n, 1) == (row,)
        assert pickups.place(shop.desk, "all", row.account_id) == n
    assert pickups.place(shop.desk, "all", "a-3") == -1
    assert pickups.listing(shop.desk, "all", 2, 50) == ()


def test_a_window_is_never_larger_than_a_page(shop: Any) -> None:
    with pytest.raises(ValueError, match="no such filter"):
        pickups.listing(shop.desk, "all; DROP TABLE item", 0, 1)
    assert len(pickups.listing(shop.desk, "all", -5, 10**9)) == 2


def test_a_pickup_put_back_is_found_under_scheduled_and_gone_when_handed_over(shop: Any) -> None:
    actor = shop.clerk()
    visit = pickups.begin(shop.desk, actor, account_id="a-2")
    pickups.put_back(shop.desk, actor, visit.pickup.id)
    assert [row.account_id for row in pickups.listing(shop.desk, "scheduled", 0, 9)] == ["a-2"]
    pickups.decline(shop.desk, actor, visit.pickup.id, "changed his mind")
    assert pickups.listing(shop.desk, "scheduled", 0, 9) == ()
    assert pickups.counts(shop.desk).all == 2
