"""What each state of a mailbox allows, row by row (S-02, S-09), and the six months of R-14 to R-17."""

import calendar
import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.mailbox import (
    RULES,
    Account,
    AccountState,
    Collector,
    FormName,
    InsertRule,
    may_move,
    months_between,
    way_to,
)

S, I = AccountState, InsertRule  # noqa: E741 - two letters, so that the table below reads as a table
# state, insert, tasks, walk-in pickup, shown in insert search
TABLE = [
    (S.SIGNED_UP, I.NOTICE_AND_RETURN, False, False, False),
    (S.DOCS_SUBMITTED, I.NOTICE_AND_RETURN, False, False, False),
    (S.PRE_REVIEW, I.NOTICE_AND_RETURN, False, False, False),
    (S.PENDING_APPROVAL, I.NOTICE_AND_RETURN, False, False, False),
    (S.ACTIVE, I.INSERT, True, True, True),
    (S.RESUBMISSION_DUE, I.INSERT_AND_WARN, True, True, True),
    (S.ON_HOLD, I.NOTICE_AND_HOLD, False, False, False),
    (S.EXPIRED, I.INSERT_AND_WARN, False, False, True),
    (S.INACTIVE, I.HOLD_OR_REMAIL, False, False, False),
    (S.REJECTED, I.RETURN, False, False, False),
    (S.RELEASED, I.RETURN, False, False, False),
]


def account(state: AccountState, since: str = "") -> Account:
    return Account(id="a", mailbox="12", state=state.value, holder="Ada Byron", state_since=since)


@pytest.mark.parametrize(("state", "insert", "tasks", "walk_in", "search"), TABLE, ids=lambda x: getattr(x, "name", ""))
def test_s09_what_each_state_allows(
    state: AccountState, insert: InsertRule, tasks: bool, walk_in: bool, search: bool
) -> None:
    rule = account(state).rule
    assert (rule.insert, rule.tasks, rule.walk_in_pickup, rule.shown_in_insert_search) == (
        insert,
        tasks,
        walk_in,
        search,
    )
    assert account(state).insert_rule("2026-03-02") is insert
    assert bool(rule.reason) is (insert is not I.INSERT)


def test_the_table_has_a_row_for_every_state() -> None:
    assert set(RULES) == set(S) == {row[0] for row in TABLE}


@pytest.mark.parametrize("state", [S.INACTIVE, S.RELEASED])
@pytest.mark.parametrize(
    ("closed", "today", "rule"),
    [
        ("2025-08-31", "2026-02-27", I.HOLD_OR_REMAIL),
        ("2025-08-31", "2026-02-28", I.RETURN),
        ("2023-08-31", "2024-02-28", I.HOLD_OR_REMAIL),
        ("2023-08-31", "2024-02-29", I.RETURN),
        ("2026-01-15", "2026-01-15", I.HOLD_OR_REMAIL),
        ("2026-01-15", "2026-04-15", I.HOLD_OR_REMAIL),  # 90 days: the number may be free, the duty is not over
        ("2026-01-15", "2026-07-14", I.HOLD_OR_REMAIL),
        ("2026-01-15", "2026-07-15", I.RETURN),
    ],
)
def test_r14_mail_is_not_returned_within_six_months(
    state: AccountState, closed: str, today: str, rule: InsertRule
) -> None:
    assert account(state, closed).insert_rule(today) is rule


def test_r15_a_closing_without_a_date_never_returns_mail() -> None:
    assert account(S.INACTIVE).insert_rule("2099-01-01") is I.HOLD_OR_REMAIL


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_r14_six_months_are_never_over_before_180_days(closed: date) -> None:
    assert account(S.INACTIVE, closed.isoformat()).insert_rule((closed + timedelta(180)).isoformat()) is not I.RETURN
    assert account(S.INACTIVE, closed.isoformat()).insert_rule((closed + timedelta(184)).isoformat()) is I.RETURN


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-08-31", "2026-02-28", 6),
        ("2025-08-31", "2026-02-27", 5),
        ("2023-08-31", "2024-02-29", 6),
        ("2023-08-30", "2024-02-28", 5),
        ("2025-08-29", "2026-02-28", 6),
        ("2026-01-31", "2026-04-30", 3),
        ("2026-01-30", "2026-01-31", 0),
        ("2026-01-31", "2026-01-30", -1),
        ("2025-12-31", "2026-01-31", 1),
        ("1999-08-31", "2000-02-29", 6),
        ("2099-08-31", "2100-02-28", 6),
    ],
)
def test_months_between(start: str, end: str, months: int) -> None:
    assert months_between(start, end) == months


@given(st.dates(date(1990, 1, 1), date(2110, 1, 1)), st.integers(0, 60))
def test_n_months_are_complete_on_the_clamped_day_and_not_before(start: date, n: int) -> None:
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    due = date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    assert months_between(start.isoformat(), due.isoformat()) == n
    assert months_between(start.isoformat(), (due - timedelta(1)).isoformat()) == n - 1


def test_s09_a_name_counts_only_on_its_days() -> None:
    name = FormName("Ada Byron", valid_from="2026-01-10", valid_to="2026-02-10")
    assert [name.valid_on(day) for day in ("2026-01-09", "2026-01-10", "2026-02-10", "2026-02-11")] == [
        False,
        True,
        True,
        False,
    ]
    assert FormName("Ada Byron").valid_on("1900-01-01")


def test_may_collect_lists_valid_names_and_collectors_once() -> None:
    one = Account(
        id="a",
        mailbox="12",
        state="active",
        holder="Ada Byron",
        names=(FormName("Ada Byron"), FormName("Old Name", valid_to="2025-12-31"), FormName("Byron Ltd", "business")),
        collectors=(Collector("Carl Courier", "2026-03-01"), Collector("Ada Byron"), Collector("Gone", "2026-02-28")),
    )
    assert one.may_collect("2026-03-01") == ("Ada Byron", "Carl Courier")
    assert one.may_collect("2026-03-02") == ("Ada Byron",)
    assert "Old Name" in one.may_collect("2025-12-31")


def test_s12_a_firm_on_the_form_shows_no_photo_id() -> None:
    firm = Account(id="a", mailbox="12", state="active", holder="Byron Ltd", names=(FormName("Byron Ltd", "business"),))
    assert firm.may_collect("2026-03-01") == ()


@pytest.mark.parametrize("state", list(AccountState))
def test_every_state_is_reached_from_sign_up_by_legal_moves(state: AccountState) -> None:
    way = (AccountState.SIGNED_UP, *way_to(state))
    assert way[-1] is state
    assert all(may_move(old, new) for old, new in itertools.pairwise(way))
