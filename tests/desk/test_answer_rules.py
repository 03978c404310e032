"""What the yes/no screen says by the rules of the trade: verdict, names, tasks, storage, former holders, guesses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.desk import answers, pickups, receiving
from counter_app.desk.answer_parts import VERDICTS
from counter_app.desk.answers import Answer, Line
from counter_app.desk.receiving import Arrival
from counter_app.desk.settings import settings_from
from counter_app.domain.employee import Actor
from counter_app.domain.mailbox import AccountState
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import to_plain
from counter_app.domain.storage import FreeDays, StorageTerms
from counter_app.store import state
from tests.counter_acts import charged, everything, piece, refusal

DAY_MS = 86_400_000
HOUR_MS = 3_600_000


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee", plan="personal")
    counter.clerk_1 = counter.clerk()
    return counter


def _ask(shop: Any, asked: str, actor: Any = None) -> Answer:
    return answers.answer(shop.desk, actor or shop.clerk_1, asked)


def _line(answer: Answer, code: str) -> Line:
    return next(line for line in answer.lines if line.code == code)


def _codes(answer: Answer) -> list[str]:
    return [line.code for line in answer.lines]


def _offers(answer: Answer) -> dict[str, tuple[bool, str]]:
    return {one.action: (one.allowed, one.why) for one in answer.offers}


def _becomes(shop: Any, **change: Any) -> None:
    """The account as the centre sends it after a change."""
    with shop.desk.db.write() as connection:
        account = state.account(connection, "a1")
        assert account is not None
        assert state.accept_pulled(connection, "account", [("a1", 9, to_plain(replace(account, **change)))]) == []


def _asked_for(shop: Any, item_ids: list[str], appointment_ms: int = 0) -> None:
    """A pickup that the customer asked for on the web, as the centre sends it."""
    row = Pickup("p1", "a1", "101", "scheduled", "scheduled", tuple(item_ids), appointment_ms=appointment_ms)
    row = replace(row, requested_ms=shop.desk.now_ms())
    with shop.desk.db.write() as connection:
        assert state.accept_pulled(connection, "pickup", [("p1", 5, to_plain(row))]) == []
        for item_id in item_ids:
            item = state.item(connection, item_id)
            assert item is not None
            kept = to_plain(replace(item, state="in_task", task_id="p1"))
            assert state.accept_pulled(connection, "item", [(item_id, 5, kept)]) == []


# ---------------------------------------------------------------- what to do with a piece for this mailbox


@pytest.mark.parametrize(
    ("account_state", "since", "verdict", "colour"),
    [
        ("active", "", "insert", "ok"),
        ("resubmission_due", "", "insert_and_warn", "warn"),
        ("expired", "", "insert_and_warn", "warn"),
        ("on_hold", "", "notice_and_hold", "bad"),
        ("signed_up", "", "notice_and_return", "bad"),
        ("pending_approval", "", "notice_and_return", "bad"),
        ("inactive", "2026-05-03", "hold_or_remail", "bad"),
        ("inactive", "2026-05-02", "return", "bad"),
        ("released", "2026-10-01", "hold_or_remail", "bad"),
        ("released", "2026-04-01", "return", "bad"),
        ("rejected", "", "return", "bad"),
    ],
)
def test_2_13_each_state_has_its_verdict(
    counter: Any, account_state: str, since: str, verdict: str, colour: str
) -> None:
    counter.account("a1", "101", "Ann Lee", state=account_state, state_since=since)
    answer = answers.answer(counter.desk, counter.clerk(), "101")
    assert (answer.verdict, answer.colour) == (verdict, colour)
    assert answer.main == ("receive" if colour != "bad" else "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    account_state=st.sampled_from(list(AccountState)),
    payment=st.sampled_from(["ok", "declined"]),
    id_until=st.sampled_from(["", "2026-01-01", "2027-01-01"]),
    named=st.booleans(),
    level=st.integers(1, 6),
)
def test_a_no_is_red_a_yes_never_is_and_enter_does_only_what_is_allowed(
    shop: Any, account_state: AccountState, payment: str, id_until: str, named: bool, level: int
) -> None:
    names = [{"text": "Ann Lee"}] if named else []
    row = {"id": "x", "mailbox": "900", "holder": "Ann Lee", "state": account_state.value, "names": names}
    with shop.desk.db.write() as connection:
        state.accept_pulled(connection, "account", [("x", 1, {**row, "payment": payment, "id_expires_on": id_until})])
    answer = _ask(shop, "900", Actor("clerk-1", level))
    receive = _offers(answer)["receive"]
    assert answer.verdict in VERDICTS
    assert receive[0] is (answer.verdict in ("insert", "insert_and_warn"))
    assert (answer.colour == "bad") is not receive[0]
    assert answer.main == "" or _offers(answer)[answer.main][0]
    assert all(why for allowed, why in _offers(answer).values() if not allowed)


def test_s09_without_a_name_on_the_form_nothing_comes_in(counter: Any) -> None:
    names, collectors = [{"text": "Ann Lee", "valid_to": "2026-11-01"}], [{"name": "Courier Carl"}]
    counter.account("a1", "101", "Ann Lee", names=names, collectors=collectors)
    clerk = counter.clerk()
    answer = answers.answer(counter.desk, clerk, "101")
    assert (answer.verdict, answer.colour, _offers(answer)["receive"]) == (
        "no_names",
        "bad",
        (False, "answer.no_names"),
    )
    assert refusal(receiving.receive, counter.desk, clerk, Arrival("a1", "Ann Lee")).code.startswith("name.")


def test_s09_a_name_that_left_the_form_is_no_yes(counter: Any) -> None:
    names = [{"text": "Ann Lee"}, {"text": "Gone Girl", "valid_to": "2026-11-01"}]
    counter.account("a1", "101", "Ann Lee", names=names)
    piece(counter, counter.clerk())
    answer = answers.answer(counter.desk, Actor("clerk-1", 4), "gone girl")
    assert _offers(answer)["hand_over"] == (True, ""), "allowed, but never the next step"
    assert (answer.verdict, answer.colour, answer.main) == ("name_gone", "bad", "")
    assert _line(answer, "answer.name_gone").facts["name"] == "Gone Girl"
    assert answers.answer(counter.desk, Actor("clerk-1", 4), "ann lee").verdict == "insert"


def test_s09_a_collector_gets_no_mail_but_may_collect(counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee", collectors=[{"name": "Courier Carl"}])
    clerk = counter.clerk()
    answer = answers.answer(counter.desk, clerk, "courier carl")
    assert (answer.verdict, answer.colour, answer.main) == ("collects_only", "warn", "")
    piece(counter, clerk)
    assert answers.answer(counter.desk, clerk, "courier carl").main == "hand_over"


# ---------------------------------------------------------------- the names with their form


def test_s09_every_name_stands_there_with_its_form(counter: Any) -> None:
    names = [
        {"text": "Later Lou", "valid_from": "2026-11-03"},
        {"text": "Ann Lee", "valid_from": "2025-01-02"},
        {"text": "Lee LLC", "kind": "business", "valid_to": "2027-01-31"},
        {"text": "Gone Girl", "valid_to": "2026-11-01"},
    ]
    collectors = [{"name": "Carl", "valid_to": "2026-11-02"}, {"name": "Old Olaf", "valid_to": "2026-11-01"}]
    counter.account("a1", "101", "Ann Lee", names=names, collectors=collectors, id_expires_on="2026-11-01")
    answer = answers.answer(counter.desk, counter.clerk(), "101")
    assert [(one.text, one.role, one.standing) for one in answer.names] == [
        ("Ann Lee", "applicant", "now"),
        ("Lee LLC", "business", "now"),
        ("Carl", "collector", "now"),
        ("Later Lou", "person", "not_yet"),
        ("Gone Girl", "person", "no_longer"),
        ("Old Olaf", "collector", "no_longer"),
    ]
    ann, firm = answer.names[:2]
    assert (ann.since, ann.until, ann.id_until, ann.id_expired) == ("2025-01-02", "", "2026-11-01", True)
    assert (firm.since, firm.until, firm.id_until) == ("", "2027-01-31", "")
    assert "answer.id_expired" in _codes(answer)


def test_the_payment_is_said_when_it_is_well_and_when_it_is_not(shop: Any) -> None:
    assert "answer.payment_ok" in _codes(_ask(shop, "101"))
    _becomes(shop, payment="declined")
    answer = _ask(shop, "101")
    assert ("answer.payment_ok" in _codes(answer), _line(answer, "answer.payment_declined").kind) == (False, "warn")


# ---------------------------------------------------------------- open tasks


def test_t3_t4_a_pickup_that_was_asked_for_has_its_due_time_and_its_pieces(shop: Any) -> None:
    one, other = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    _asked_for(shop, [one.id])
    answer = _ask(shop, "101")
    task = answer.tasks[0]
    assert (task.mail_ids, task.late) == ((one.mail_id,), False)
    assert shop.desk.local(task.due_ms).strftime("%H:%M") == "18:00"
    assert _line(answer, "task.scheduled").facts["pieces"] == (one.mail_id,)
    assert _offers(answer)["open_task"] == (True, "")
    assert "hand_over" not in _offers(answer), "S-16: first look for a scheduled one"
    assert _ask(shop, other.mail_id).verdict == "hand_over"
    shop.clock.advance(3 * DAY_MS)
    answer = _ask(shop, "101")
    assert (answer.tasks[0].late, _line(answer, "task.late").kind, answer.colour) == (True, "warn", "warn")


def test_an_appointment_is_when_the_pickup_is_due(shop: Any) -> None:
    at = shop.desk.now_ms() + 5 * DAY_MS
    _asked_for(shop, [piece(shop, shop.clerk_1).id], appointment_ms=at)
    answer = _ask(shop, "101")
    assert (answer.tasks[0].due_ms, _line(answer, "task.appointment").facts["due_ms"]) == (at, at)


def test_2_3_a_piece_in_a_task_says_which_and_goes_there(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    visit = pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id])
    answer = _ask(shop, item.mail_id)
    assert (answer.verdict, answer.main, answer.pickup and answer.pickup.id) == (
        "open_task",
        "open_task",
        visit.pickup.id,
    )
    assert "task.in_progress" in _codes(answer)
    assert _offers(answer)["reassign"] == (False, "piece.task_first")
    pickups.check_id(shop.desk, shop.clerk_1, visit.pickup.id, "Ann Lee", "passport")
    pickups.scan_piece(shop.desk, shop.clerk_1, visit.pickup.id, item.mail_id)
    pickups.charge(shop.desk, shop.clerk_1, visit.pickup.id)
    charged(shop, visit.pickup.id, "declined")
    answer = _ask(shop, item.mail_id)
    assert (answer.verdict, answer.colour, answer.main) == ("unpaid", "bad", "open_task")


def test_2_22_an_inserter_sees_the_task_and_does_not_open_it(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id])
    for asked in ("101", item.mail_id):
        answer = _ask(shop, asked, Actor("clerk-low", 1))
        assert (len(answer.tasks), _offers(answer)["open_task"]) == (1, (False, "rights.level_too_low"))
    assert answer.main == ""


# ---------------------------------------------------------------- storage


@pytest.mark.parametrize(
    ("day", "code"),
    [(24, ""), (25, "storage.soon"), (29, "storage.soon"), (30, "storage.last_day"), (31, "storage.over")],
)
def test_t25_storage_is_warned_of_from_five_days_before(shop: Any, day: int, code: str) -> None:
    item = piece(shop, shop.clerk_1, mail_type="letter")
    shop.clock.advance(day * DAY_MS)
    for asked in ("101", item.mail_id):
        lines = [one for one in _ask(shop, asked).lines if one.code.startswith("storage.")]
        assert [one.code for one in lines] == ([code] if code else [])
        assert [one.facts["days"] for one in lines] == ([30 - day] if code else [])
    assert _ask(shop, item.mail_id).colour == "ok", "a piece that goes out now is not held up by it"
    assert _ask(shop, "101").colour == ("warn" if code else "ok")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(free=st.integers(0, 60), later=st.integers(0, 80))
def test_2_21_the_plan_decides_how_long_is_free(shop: Any, free: int, later: int) -> None:
    terms = StorageTerms(FreeDays(365, 365), {"personal": FreeDays(letters=365, packages=free)})
    shop.desk.settings = replace(shop.desk.settings, storage=terms)
    if not _ask(shop, "101").on_shelf:
        shop.began = shop.clock.wall
        piece(shop, shop.clerk_1)
    shop.clock.wall = shop.began + later * DAY_MS
    lines = [one for one in _ask(shop, "101").lines if one.code.startswith("storage.")]
    assert [one.facts["days"] for one in lines] == ([free - later] if free - later <= 5 else [])


def test_2_21_the_piece_that_ends_first_is_named_and_one_in_a_task_is_not_counted(shop: Any) -> None:
    letter = piece(shop, shop.clerk_1, mail_type="letter")
    shop.clock.advance(24 * DAY_MS)
    package = piece(shop, shop.clerk_1)
    shop.clock.advance(3 * DAY_MS)
    assert _line(_ask(shop, "101"), "storage.soon").facts["mail_id"] == letter.mail_id
    assert _line(_ask(shop, "101"), "storage.soon").facts["count"] == 2
    pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [letter.id])
    assert _line(_ask(shop, "101"), "storage.soon").facts["mail_id"] == package.mail_id
    assert "storage.soon" not in _codes(_ask(shop, letter.mail_id))


def test_the_centre_hands_out_the_free_days_with_the_settings() -> None:
    told = settings_from({"storage": {"letters": 20, "plans": {"business": {"packages": 14}}}}).storage
    assert (told.free_days("", "letter"), told.free_days("", "package")) == (20, 7)
    assert (told.free_days("business", "letter"), told.free_days("business", "package")) == (20, 14)
    assert settings_from({}).storage == StorageTerms()


# ---------------------------------------------------------------- former holders


def test_r17_a_number_that_was_given_on_warns_both_ways(counter: Any) -> None:
    counter.account("old", "101", "Ann Lee")
    clerk = counter.clerk()
    piece(counter, clerk, "old")
    with counter.desk.db.write() as connection:
        account = state.account(connection, "old")
        assert account is not None
        gone = to_plain(replace(account, state="released", state_since="2026-10-01"))
        state.accept_pulled(connection, "account", [("old", 9, gone)])
    counter.account("new", "101", "Bob Stone")
    former = answers.about_mailbox(counter.desk, clerk, "old")
    assert _line(former, "holder.given_on").facts["holder"] == "Bob Stone"
    assert (former.verdict, former.colour) == ("hold_or_remail", "bad")
    today = answers.about_mailbox(counter.desk, clerk, "new")
    assert _line(today, "holder.former_with_pieces").facts["count"] == 1
    assert (today.verdict, today.colour) == ("insert", "warn")
    assert answers.answer(counter.desk, clerk, "ann lee").account == former.account


# ---------------------------------------------------------------- a guess


@pytest.mark.parametrize("typed", ["leee ann", "ann leee", "amn lee"])
def test_a_guess_is_asked_and_never_opened(shop: Any, typed: str) -> None:
    answer = _ask(shop, typed)
    assert (answer.subject, answer.verdict, answer.account, answer.offers) == ("choice", "guess", None, ())
    assert [(one.account and one.account.id, one.guess) for one in answer.found] == [("a1", True)]


def test_a_piece_as_typed_stands_before_a_guess(shop: Any) -> None:
    shop.account("a2", "102", "Bob Stone", phone="5550142")
    item = piece(shop, shop.clerk_1, tracking="1Z999AA10105550143")
    assert _ask(shop, "5550143").item == item


def test_last_digits_of_several_pieces_are_asked(shop: Any) -> None:
    made = [piece(shop, shop.clerk_1, tracking=one) for one in ("1Z999AA10123456784", "9400111899223123456784")]
    answer = _ask(shop, "3456784")
    assert (answer.subject, answer.verdict) == ("choice", "which")
    assert {one.item and one.item.id for one in answer.found} == {one.id for one in made}
    assert answers.about_piece(shop.desk, shop.clerk_1, made[0].id).item == made[0]


# ---------------------------------------------------------------- a piece


def test_a_piece_says_whose_it_is_and_since_when(shop: Any) -> None:
    shop.account("b1", "102", "Stone LLC", names=[{"text": "Bob Stone"}])
    item = piece(shop, shop.clerk_1, "b1", "Bob Stone", shelf="B-2")
    shop.clock.advance(2 * DAY_MS + 16 * HOUR_MS)
    answer = _ask(shop, item.mail_id)
    assert _line(answer, "piece.whose").facts == {"holder": "Stone LLC", "mailbox": "102"}
    assert _line(answer, "piece.since").facts["days"] == 3, "days on the calendar of the store"
    assert (answer.verdict, answer.main) == ("hand_over", "hand_over")


@pytest.mark.parametrize(
    ("change", "verdict", "colour"),
    [
        ({"state": "lost"}, "lost", "warn"),
        ({"state": "shipped"}, "gone", "info"),
        ({"state": "in_task", "task_id": "elsewhere"}, "in_task", "warn"),
        ({"contested": ("picked_up",)}, "contested", "bad"),
    ],
)
def test_2_3_every_state_of_a_piece_has_its_verdict(
    shop: Any, change: dict[str, Any], verdict: str, colour: str
) -> None:
    item = piece(shop, shop.clerk_1)
    with shop.desk.db.write() as connection:
        assert state.accept_pulled(connection, "item", [(item.id, 9, to_plain(replace(item, **change)))]) == []
    answer = _ask(shop, item.mail_id)
    assert (answer.verdict, answer.colour, answer.main) == (verdict, colour, "")
    assert all(why for allowed, why in _offers(answer).values() if not allowed)


def test_a_piece_of_an_expired_mailbox_stays_here(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    _becomes(shop, state="expired")
    answer = _ask(shop, item.mail_id)
    assert (answer.verdict, answer.colour, _offers(answer)["hand_over"]) == ("keep", "bad", (False, "mailbox.expired"))


def test_asking_writes_nothing_whatever_is_there(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    _asked_for(shop, [item.id])
    before = everything(shop.desk)
    for asked in ("101", item.mail_id, "ann leee", "ann"):
        _ask(shop, asked)
    assert everything(shop.desk) == before
