"""Carrier drops and the cut-off: what was counted is found again, and nothing slips unsaid (2.3, 4.2, S-04, S-09)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import cutoff, drops, receiving, today
from counter_app.desk.intake import NO_DROP
from counter_app.desk.receiving import Arrival
from counter_app.events import IntakeChanged
from tests.counter_acts import everything, kinds, one, piece, refusal

HOUR_MS, MINUTE_MS = 3_600_000, 60_000
CLOSING_MS = 8 * HOUR_MS
"""From the tests' Monday, 10:00, to 18:00."""


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk_1 = counter.clerk(1)
    return counter


def opened(shop: Any, pieces: int = 2, carrier: str = "usps", **more: Any) -> Any:
    return drops.open_drop(shop.desk, shop.clerk_1, carrier, pieces, **more)


def state(shop: Any) -> Any:
    return [(one.inserted, one.waiting, one.accountable) for one in drops.open_drops(shop.desk, shop.clerk_1)]


def unassigned(shop: Any, **more: Any) -> Any:
    return receiving.receive_unassigned(shop.desk, shop.clerk_1, Arrival(name="Jon Doe", **more)).item


# ------------------------------------------------------------ drops


def test_s09_each_piece_belongs_to_the_drop_that_is_open(shop: Any) -> None:
    before = piece(shop, shop.clerk_1)
    drop = opened(shop, 3, accountable=1, driver=" Pat\u202e ")
    assert (drop.pieces, drop.accountable, drop.driver, drop.carrier, drop.opened_by) == (
        3,
        1,
        "Pat",
        "usps",
        "clerk-1",
    )
    assert shop.told[-1] == IntakeChanged(drop.id, "open")
    assert before.intake == ""
    assert piece(shop, shop.clerk_1, flags=("accountable",)).intake == drop.id
    late = unassigned(shop)
    assert late.intake == drop.id
    assert state(shop) == [(1, 1, 1)]  # an upload without a mailbox is not inserted (4.2 case 11)
    receiving.assign(shop.desk, shop.clerk_1, late.id, "a1", "Ann Lee")
    assert state(shop) == [(2, 0, 1)]


def test_a_piece_that_was_taken_back_is_not_counted(shop: Any) -> None:
    opened(shop)
    item = piece(shop, shop.clerk_1)
    receiving.take_back(shop.desk, shop.clerk_1, item.id)
    assert state(shop) == [(0, 0, 0)]


def test_of_two_open_drops_the_clerk_says_which_or_the_carrier_does(shop: Any) -> None:
    usps, ups = opened(shop, 9), opened(shop, 9, "ups")
    assert piece(shop, shop.clerk_1, intake=ups.id).intake == ups.id
    assert piece(shop, shop.clerk_1, carrier="usps").intake == usps.id
    assert piece(shop, shop.clerk_1, carrier="dhl").intake == ""
    assert piece(shop, shop.clerk_1, carrier="usps", intake=NO_DROP).intake == ""


def test_a_squared_drop_takes_no_more_pieces(shop: Any) -> None:
    drop = opened(shop, 1)
    piece(shop, shop.clerk_1)
    done = drops.square(shop.desk, shop.clerk_1, drop.id)
    assert (done.state, done.inserted, done.squared_by) == ("squared", 1, "clerk-1")
    assert state(shop) == []
    before = everything(shop.desk)
    error = refusal(receiving.receive, shop.desk, shop.clerk_1, Arrival("a1", "Ann Lee", intake=drop.id))
    assert error.code == "intake.not_open"
    assert refusal(drops.square, shop.desk, shop.clerk_1, drop.id).code == "intake.not_open"
    assert refusal(drops.square, shop.desk, shop.clerk_1, "nobody").code == "intake.unknown"
    assert everything(shop.desk) == before


@pytest.mark.parametrize(("pieces", "accountable"), [(3, 0), (1, 0), (2, 1)])
def test_a_difference_needs_a_reason(shop: Any, pieces: int, accountable: int) -> None:
    drop = opened(shop, pieces, accountable=accountable)
    piece(shop, shop.clerk_1)
    piece(shop, shop.clerk_1)
    for reason in ("", "  ", "\u200b"):
        error = refusal(drops.square, shop.desk, shop.clerk_1, drop.id, reason)
        assert error.code == "intake.differs"
        assert error.facts == {"pieces": pieces, "recorded": 2, "accountable": accountable, "seen": 0}
    done = drops.square(shop.desk, shop.clerk_1, drop.id, "counted again")
    assert (done.state, done.reason, done.remarks) == ("squared", "counted again", ())


@pytest.mark.parametrize(
    ("carrier", "pieces", "accountable", "code"),
    [
        ("", 4, 0, "intake.carrier_missing"),
        ("usps", 0, 0, "intake.count_wrong"),
        ("usps", -1, 0, "intake.count_wrong"),
        ("usps", 2_001, 0, "intake.count_wrong"),
        ("usps", 4, 5, "intake.accountable_wrong"),
        ("usps", 4, -1, "intake.accountable_wrong"),
    ],
)
def test_a_count_that_cannot_be_is_refused(shop: Any, carrier: str, pieces: int, accountable: int, code: str) -> None:
    before = everything(shop.desk)
    assert refusal(drops.open_drop, shop.desk, shop.clerk_1, carrier, pieces, accountable).code == code
    assert everything(shop.desk) == before


# ------------------------------------------------------------ the cut-off


def test_s04_the_alarm_comes_30_minutes_before_closing_and_not_before(shop: Any) -> None:
    unassigned(shop)
    shop.clock.advance(CLOSING_MS - 31 * MINUTE_MS)
    assert not cutoff.look(shop.desk).alarm
    shop.clock.advance(2 * MINUTE_MS)
    found = cutoff.look(shop.desk)
    assert (found.alarm, found.pieces, found.drops, found.slipped) == (True, 1, 0, 0)


def test_s04_a_drop_that_is_not_squared_is_in_the_alarm(shop: Any) -> None:
    drop = opened(shop, 1)
    shop.clock.advance(CLOSING_MS - 29 * MINUTE_MS)
    assert cutoff.look(shop.desk).alarm
    piece(shop, shop.clerk_1)
    drops.square(shop.desk, shop.clerk_1, drop.id)
    assert not cutoff.look(shop.desk).alarm


def test_s09_a_late_drop_after_closing_counts_as_today(shop: Any) -> None:
    shop.clock.advance(CLOSING_MS + 47 * MINUTE_MS)
    item = unassigned(shop)
    assert item.received_on == "2026-11-02"
    found = cutoff.look(shop.desk)
    assert (found.alarm, found.slipped) == (True, 0)
    assert shop.desk.local(int(found.closes_at.timestamp() * 1000)).isoformat()[:16] == "2026-11-03T00:00"


def test_s04_a_piece_that_slips_to_tomorrow_has_its_reason_in_the_journal(shop: Any) -> None:
    item, drop = unassigned(shop), opened(shop, 5)
    shop.clock.advance(CLOSING_MS - 10 * MINUTE_MS)
    assert refusal(cutoff.explain, shop.desk, shop.clerk_1, " ").code == "cutoff.reason_missing"
    assert cutoff.explain(shop.desk, shop.clerk_1, "truck came late") == 2
    assert kinds(shop.desk)[-2:] == ["item.slipped", "intake.slipped"]
    assert receiving.piece(shop.desk, shop.clerk_1, item.id).slip_reason == "truck came late"
    assert drops.open_drops(shop.desk, shop.clerk_1)[0].intake.slip_reason == "truck came late"
    assert not cutoff.look(shop.desk).alarm
    assert refusal(cutoff.explain, shop.desk, shop.clerk_1, "again").code == "cutoff.nothing_waits"
    assert drop.id
    shop.clock.advance(24 * HOUR_MS)  # tomorrow, the same hour: it is due again
    assert cutoff.look(shop.desk).waiting == 2


def test_s04_what_slipped_without_a_reason_is_asked_for_from_the_morning_on(shop: Any) -> None:
    unassigned(shop)
    shop.clock.advance(23 * HOUR_MS)
    found = cutoff.look(shop.desk)
    assert (found.alarm, found.slipped) == (True, 1)


def test_s04_a_store_that_never_opens_has_no_alarm(make_counter: Any) -> None:
    shop = make_counter(settings={"hours": {"weekly": {"0": None}}})
    receiving.receive_unassigned(shop.desk, shop.clerk(1), Arrival(name="Jon Doe"))
    found = cutoff.look(shop.desk)
    assert (found.pieces, found.alarm) == (1, False)


def test_what_is_kept_apart_is_no_work_that_waits(shop: Any) -> None:
    from counter_app.desk import returns

    shop.account("h1", "108", "Bright Dental", state="on_hold")
    returns.mail_received(shop.desk, shop.clerk_1, Arrival("h1", "Bright Dental"))
    assert today.day(shop.desk).unassigned == 0
    assert today.next_steps(shop.desk) == ()
    assert receiving.unassigned(shop.desk, shop.clerk_1) == []
    assert cutoff.look(shop.desk).waiting == 0
    assert one(shop.desk, "SELECT count(*) FROM item WHERE state = 'unassigned'") == 1
