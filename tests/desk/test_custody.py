"""The story of a piece: every act with who, when, where, sent or not, and its anchor in the journal (security 5)."""

from dataclasses import replace
from typing import Any

import pytest

from counter_app.desk import custody, pickups, searches, shelves
from counter_app.domain.employee import Actor
from counter_app.domain.rows import to_plain
from counter_app.store import journal, state
from tests.counter_acts import kinds, one, piece, ready_to_leave, refusal

CLERK, MANAGER = Actor("clerk-1", 1), Actor("meg", 4)
PHOTO = b"\xff\xd8\xff a photo"


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk()
    shelves.set_up(counter.desk, MANAGER, "B-3", "Back")
    return counter


def test_a_story_has_every_act_with_who_when_where_and_its_anchor(shop: Any) -> None:
    item = piece(shop, CLERK, shelf="A-1", photo=PHOTO)
    shelves.put(shop.desk, CLERK, item.id, "B-3")
    searches.report(shop.desk, MANAGER, item.id)
    searches.found(shop.desk, CLERK, item.id, "B-3")
    story = custody.story(shop.desk, CLERK, item.id)
    assert [(one.kind, one.by, one.where) for one in story.events] == [
        ("item.received", "Jordan Miles", "A-1"),
        ("item.moved", "Jordan Miles", "B-3"),
        ("item.missed", "meg", "B-3"),
        ("item.found", "Jordan Miles", "B-3"),
    ]
    first = story.events[0]
    assert (first.station, first.sent, first.photo) == (shop.desk.identity.device, "kept", item.photo)
    position = one(shop.desk, "SELECT position FROM journal WHERE kind = 'item.received'")
    op_hash = one(shop.desk, "SELECT hex(op_hash) FROM journal WHERE kind = 'item.received'").lower()
    assert first.anchor == f"n {position} · {op_hash[:10]}"
    assert dict(first.facts) == {"shelf": "A-1", "mailbox": "101"}
    assert [one.at_ms for one in story.events] == sorted(one.at_ms for one in story.events)


def test_what_happened_to_it_in_a_pickup_belongs_to_its_story_and_what_happened_to_others_does_not(shop: Any) -> None:
    item, other = piece(shop, CLERK), piece(shop, CLERK)
    pickup_id = ready_to_leave(shop, MANAGER, [item, other])
    pickups.hand_over(shop.desk, MANAGER, pickup_id)
    told = [one.kind for one in custody.story(shop.desk, CLERK, item.id).events]
    assert told == ["item.received", "pickup.opened", "pickup.piece_scanned", "pickup.handed_over"]


def test_each_act_says_whether_the_centre_has_it_and_whether_it_is_contested(shop: Any) -> None:
    item = piece(shop, CLERK)
    for shelf in ("A-1", "A-2", "A-3"):
        shelves.put(shop.desk, CLERK, item.id, shelf, anyway=True)
    with shop.desk.db.write() as connection:
        ops = [row[0] for row in connection.exec_driver_sql("SELECT op_id FROM journal WHERE kind LIKE 'item.%'")]
        answers = [journal.Answer(ops[0], "applied", 1), journal.Answer(ops[1], "contested", 2, "op.contested")]
        journal.record(connection, answers, 1_000)
        journal.park(connection, ops[2], "sync.busy", 2_000)
    sent = [one.sent for one in custody.story(shop.desk, CLERK, item.id).events]
    assert sent == ["sent", "contested", "trouble", "kept"]


def test_the_acts_of_other_counters_come_from_the_history_of_the_row(shop: Any) -> None:
    item = piece(shop, CLERK, shelf="A-1")
    with shop.desk.db.write() as connection:
        row = state.item(connection, item.id)
        there = (*row.history, ("op-far", "item.moved", row.history[-1][2] + 5_000, "bo"))
        far = to_plain(replace(row, shelf="C-9", history=there, contested=("op-far",)))
        assert state.accept_pulled(connection, "item", [(item.id, 50, far)]) == []
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 49")
        state.lay_over(connection, "item", item.id)
    last = custody.story(shop.desk, CLERK, item.id).events[-1]
    assert (last.op_id, last.kind, last.by, last.station, last.sent, last.anchor) == (
        "op-far",
        "item.moved",
        "bo",
        "",
        "contested",
        "",
    )


def test_what_was_erased_stays_out_of_the_story(shop: Any) -> None:
    item = piece(shop, CLERK, shelf="A-1")
    searches.report(shop.desk, CLERK, item.id)
    searches.declare_lost(shop.desk, MANAGER, item.id, "fell behind the boiler")
    assert dict(custody.story(shop.desk, CLERK, item.id).events[-1].facts) == {"reason": "fell behind the boiler"}
    with shop.desk.db.write() as connection:
        connection.exec_driver_sql("DELETE FROM disclosure")
    assert custody.story(shop.desk, CLERK, item.id).events[-1].facts == ()


def test_looking_at_the_photo_is_noted_before_it_is_opened(shop: Any) -> None:
    item = piece(shop, CLERK, photo=PHOTO)
    assert custody.view_photo(shop.desk, MANAGER, item.id, "the customer asks") == item.photo
    last = custody.story(shop.desk, CLERK, item.id).events[-1]
    assert (last.kind, last.by, dict(last.facts)) == ("item.photo_viewed", "meg", {"reason": "the customer asks"})


def test_without_a_photo_nothing_is_noted(shop: Any) -> None:
    item = piece(shop, CLERK)
    assert refusal(custody.view_photo, shop.desk, CLERK, item.id).code == "custody.no_photo"
    assert "item.photo_viewed" not in kinds(shop.desk)
    assert refusal(custody.story, shop.desk, CLERK, "nobody").code == "item.unknown"
    assert refusal(custody.view_photo, shop.desk, CLERK, "nobody").code == "item.unknown"
