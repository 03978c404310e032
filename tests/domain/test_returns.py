"""For which reasons a piece may go back: every state of a mailbox, and the six months (R-14 to R-18, 2.12)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from counter_app.domain import returns
from counter_app.domain.mailbox import Account, AccountState
from counter_app.domain.service_level import StoreHours, return_due_at

ACTIVE = ("customer_request", "refused", "unclaimed", "misdelivered")
HOURS = StoreHours("America/New_York", dict.fromkeys(range(5), (540, 1020)), closed=frozenset({date(2026, 11, 26)}))


def account(state: str, since: str = "") -> Account:
    return Account("a1", "101", state, "Ann Lee", state_since=since)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("signed_up", ("not_approved", "misdelivered")),
        ("docs_submitted", ("not_approved", "misdelivered")),
        ("pre_review", ("not_approved", "misdelivered")),
        ("pending_approval", ("not_approved", "misdelivered")),
        ("active", ACTIVE),
        ("resubmission_due", ACTIVE),
        ("expired", ACTIVE),
        ("on_hold", ("customer_request", "misdelivered")),
        ("inactive", ("misdelivered",)),
        ("rejected", ("rejected", "misdelivered")),
        ("released", ("inactive_6_months", "misdelivered")),
    ],
)
def test_r15_each_state_of_a_mailbox_has_its_own_reasons(state: str, expected: tuple[str, ...]) -> None:
    assert returns.reasons_for(account(state), True, "2026-11-02") == expected
    assert set(expected) <= set(returns.REASONS)
    assert AccountState(state)


@pytest.mark.parametrize("state", ["inactive", "released"])
@pytest.mark.parametrize(("since", "may"), [("2026-05-02", True), ("2026-05-03", False)])
def test_r14_a_former_holders_mail_is_not_sent_back_inside_six_months(state: str, since: str, may: bool) -> None:
    found = returns.reasons_for(account(state, since), True, "2026-11-02")
    assert found == (("inactive_6_months", "misdelivered") if may else ("misdelivered",))


@pytest.mark.parametrize("state", [one.value for one in AccountState])
def test_r17_a_name_that_never_stood_there_is_not_protected_by_the_number(state: str) -> None:
    found = returns.reasons_for(account(state, "2026-10-30"), False, "2026-11-02")
    assert found == ("name_not_on_form", "misdelivered", "unknown")


def test_r18_without_any_mailbox_nobody_knows_the_addressee() -> None:
    assert returns.reasons_for(None, False, "2026-11-02") == ("unknown", "misdelivered", "refused")


@pytest.mark.parametrize("reason", returns.REASONS)
def test_r18_every_reason_has_words_for_the_carrier(reason: str) -> None:
    words = returns.endorsement(reason)
    assert words
    if reason in ("not_approved", "name_not_on_form", "inactive_6_months", "rejected", "unknown"):
        assert words == (
            "Undeliverable, Commercial Mail Receiving Agency, No Authorization to Receive Mail for this Addressee"
        )


@pytest.mark.parametrize(
    ("marked", "due"),
    [
        ("2026-11-02T15:00", "2026-11-03T22:00"),  # Monday -> Tuesday's closing
        ("2026-11-06T15:00", "2026-11-09T22:00"),  # Friday -> Monday
        ("2026-11-07T15:00", "2026-11-09T22:00"),  # Saturday, closed -> Monday
        ("2026-11-25T15:00", "2026-11-27T22:00"),  # the day before Thanksgiving
        ("2026-11-03T04:30", "2026-11-03T22:00"),  # still Monday evening at the store
    ],
)
def test_r18_a_return_is_due_at_the_end_of_the_next_business_day(marked: str, due: str) -> None:
    at = datetime.fromisoformat(marked).replace(tzinfo=UTC)
    assert return_due_at(at, HOURS) == datetime.fromisoformat(due).replace(tzinfo=UTC)
