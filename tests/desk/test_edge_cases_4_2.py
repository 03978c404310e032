"""The edge cases of 4.2 that a counter meets, by their numbers, through the use cases on a real store.

Those of days and hours alone (3, 5 to 9, 18) stand in tables of their own: `tests/domain/test_service_level.py`,
`test_storage.py`, `test_mailbox_rules.py` and `test_pickup_terms.py`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from counter_app.desk import cutoff, pickups, receiving, shredding, task_work, tasks
from counter_app.desk.receiving import Arrival
from counter_app.domain.rows import to_plain
from counter_app.domain.service_level import federal_holidays
from counter_app.store import state
from tests.counter_acts import PNG, charged, one, piece, refusal
from tests.desk.test_tasks import asked, gather, shop, task
from tests.desk.test_tasks import charged as card_answers

__all__ = ["shop"]
NY = ZoneInfo("America/New_York")
HOURS = {"weekly": {str(day): [540, 1080] for day in range(5)}, "special": {"2026-11-25": [540, 720]}}


def ms(*at: int) -> int:
    return int(datetime(*at, tzinfo=NY).astimezone(UTC).timestamp() * 1000)  # type: ignore[arg-type]


@pytest.fixture
def day(make_counter: Any) -> Any:
    """A store that is open from 9 to 6 and closes at noon before Thanksgiving."""
    made = make_counter(settings={"hours": HOURS})
    made.account("a1", "101", "Ann Lee")
    made.ann = made.clerk(level=4, clerk_id="ann")
    made.items = [piece(made, made.ann), piece(made, made.ann)]
    return made


@pytest.mark.parametrize(
    ("at", "due"),
    [
        pytest.param(ms(2026, 11, 2, 12, 59, 59), ms(2026, 11, 2, 18), id="case 1: before 13:00"),
        pytest.param(ms(2026, 11, 2, 13), ms(2026, 11, 3, 18), id="case 1: 13:00:00 is after"),
        pytest.param(ms(2026, 11, 25, 11), ms(2026, 11, 25, 12), id="case 4: the end of a half day is noon"),
        pytest.param(ms(2026, 11, 25, 12, 30), ms(2026, 11, 26, 18), id="case 5: closed before 13:00"),
    ],
)
def test_4_2_cases_1_4_5_the_list_says_when_a_task_is_due(day: Any, at: int, due: int) -> None:
    asked(day, at_ms=at)
    assert tasks.todo(day.desk, day.ann, "next")[0].due_ms == due


def test_4_2_case_2_the_day_and_the_cut_off_are_the_stores_and_never_the_computers(
    day: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    task_id = asked(day, at_ms=ms(2026, 11, 2, 12, 30))
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert task_work.view(day.desk, day.ann, task_id).due_ms == ms(2026, 11, 2, 18)
        assert day.desk.today() == "2026-11-02"
    monkeypatch.undo()
    time.tzset()


def test_4_2_case_10_a_late_drop_counts_today_and_what_slips_has_its_reason(day: Any) -> None:
    day.clock.advance(ms(2026, 11, 2, 18, 47) - day.clock.wall)
    late = receiving.receive_unassigned(day.desk, day.ann, Arrival()).item
    assert (late.received_on, cutoff.look(day.desk).alarm) == ("2026-11-02", True)
    assert cutoff.explain(day.desk, day.ann, "The truck came after closing") == 1
    assert not cutoff.look(day.desk).alarm


def test_4_2_case_11_what_has_no_mailbox_is_not_inserted(day: Any) -> None:
    before = cutoff.look(day.desk).waiting
    receiving.receive_unassigned(day.desk, day.ann, Arrival())
    assert cutoff.look(day.desk).waiting == before + 1


def test_4_2_case_12_the_clock_stands_while_the_card_is_declined(shop: Any) -> None:
    task_id = counted(shop)
    task_work.charge(shop.desk, shop.ann, task_id)
    card_answers(shop, task_id, "declined")
    assert task_work.view(shop.desk, shop.ann, task_id).due_ms == 0
    assert [one.id for one in tasks.todo(shop.desk, shop.ann, "payment_declined")] == [task_id]
    assert tasks.todo(shop.desk, shop.ann, "next") == ()


def counted(shop: Any) -> str:
    task_id = asked(shop)
    gather(shop, task_id)
    for item in shop.items:
        shredding.count_pages(shop.desk, shop.ann, task_id, item.id, 3)
    return task_id


def ends(shop: Any, account_state: str) -> None:
    """The centre's row of a mailbox that has ended."""
    with shop.desk.db.write() as connection:
        row = to_plain(state.account(connection, "a1")) | {"state": account_state}  # type: ignore[arg-type]
        assert state.accept_pulled(connection, "account", [("a1", 2_000, row)]) == []


@pytest.mark.parametrize(("ended", "code"), [("expired", "mailbox.expired"), ("on_hold", "mailbox.on_hold")])
def test_4_2_case_14_a_task_of_a_mailbox_that_has_ended_is_declined_and_not_charged(
    shop: Any, ended: str, code: str
) -> None:
    task_id = counted(shop)
    ends(shop, ended)
    assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == code
    assert task(shop, task_id).state == "counted"
    task_work.decline(shop.desk, shop.ann, task_id, "payment")
    assert task(shop, task_id).state == "declined"


def test_4_2_case_14_what_is_paid_already_is_finished(shop: Any) -> None:
    task_id = counted(shop)
    task_work.charge(shop.desk, shop.ann, task_id)
    card_answers(shop, task_id, "paid")
    ends(shop, "expired")
    shredding.put_on_pile(shop.desk, shop.ann, task_id)
    assert task(shop, task_id).state == "in_shred_pile"


@pytest.mark.parametrize("ask", [pickups.charge, pickups.charge_later])
def test_4_2_case_14_a_pickup_of_a_mailbox_that_has_ended_gives_out_only_what_is_paid(shop: Any, ask: Any) -> None:
    visit = at_the_fee(shop)
    ends(shop, "expired")
    assert refusal(ask, shop.desk, shop.ann, visit).code == "mailbox.expired"
    ends_again = 2_001
    with shop.desk.db.write() as connection:
        row = to_plain(state.account(connection, "a1")) | {"state": "active"}  # type: ignore[arg-type]
        assert state.accept_pulled(connection, "account", [("a1", ends_again, row)]) == []
    pickups.charge(shop.desk, shop.ann, visit)
    charged(shop, visit)
    with shop.desk.db.write() as connection:
        row = to_plain(state.account(connection, "a1")) | {"state": "expired"}  # type: ignore[arg-type]
        assert state.accept_pulled(connection, "account", [("a1", ends_again + 1, row)]) == []
    pickups.sign(shop.desk, shop.ann, visit, PNG)
    assert pickups.hand_over(shop.desk, shop.ann, visit).pickup.state == "handed_over"


def at_the_fee(shop: Any) -> str:
    visit = pickups.open_walk_in(shop.desk, shop.ann, "a1", [item.id for item in shop.items]).pickup.id
    pickups.check_id(shop.desk, shop.ann, visit, "Ann Lee", "passport")
    for item in shop.items:
        pickups.scan_piece(shop.desk, shop.ann, visit, item.mail_id)
    return str(visit)


def test_4_2_case_15_an_active_mailbox_takes_mail_whatever_day_its_papers_end(shop: Any) -> None:
    shop.account("c1", "103", "Cara Wells", id_expires_on="2026-11-03")
    assert receiving.receive(shop.desk, shop.ann, Arrival(account_id="c1", name="Cara Wells")).item.state == "received"


def test_4_2_case_21_a_receipt_says_the_stores_zone(shop: Any) -> None:
    visit = at_the_fee(shop)
    pickups.charge_later(shop.desk, shop.ann, visit)
    pickups.sign(shop.desk, shop.ann, visit, PNG)
    pickups.hand_over(shop.desk, shop.ann, visit)
    receipt = json.loads(one(shop.desk, "SELECT payload FROM print_job WHERE kind = 'pickup_receipt'"))
    assert receipt["when"].endswith(" EST")


def test_4_2_case_22_a_federal_holiday_closes_no_store_by_itself(day: Any) -> None:
    veterans_day = datetime(2026, 11, 11, tzinfo=NY).date()
    assert veterans_day in federal_holidays(2026)
    asked(day, at_ms=ms(2026, 11, 11, 10))
    assert tasks.todo(day.desk, day.ann, "next")[0].due_ms == ms(2026, 11, 11, 18)


def test_4_2_case_23_a_clock_that_goes_back_changes_no_order(shop: Any) -> None:
    task_id = asked(shop)
    task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id)
    shop.clock.wall -= 3 * 86_400_000
    shop.clock.mono += 60_000
    assert shop.desk.watch.judged().suspect
    task_work.tick(shop.desk, shop.ann, task_id, shop.items[1].mail_id)
    with shop.desk.db.read() as connection:
        rows = connection.exec_driver_sql("SELECT n, kind FROM journal ORDER BY position").all()
    assert [n for n, _ in rows] == sorted(n for n, _ in rows)
    assert [kind for _, kind in rows][-1] == "task.piece_ticked"
    assert task(shop, task_id).state == "gathered"
