"""The yes/no screen: whatever is typed or scanned gets one answer, with the reason when it is no."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.desk import answers, pickups, receiving
from counter_app.desk.answers import Answer
from counter_app.desk.receiving import Arrival
from counter_app.domain.employee import Actor
from counter_app.domain.mailbox import AccountState
from counter_app.store import state
from tests.counter_acts import charged, everything, piece, ready_to_leave, refusal

DAY_MS = 86_400_000


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee", phone="5185550142", email="ann@example.org", note="Rings twice")
    counter.account("b1", "102", "Bob Stone")
    counter.clerk_1 = counter.clerk()
    return counter


def _ask(shop: Any, asked: str) -> Answer:
    return answers.answer(shop.desk, shop.clerk_1, asked)


def _offers(answer: Answer) -> dict[str, tuple[bool, str]]:
    return {one.action: (one.allowed, one.why) for one in answer.offers}


def _lines(answer: Answer) -> list[str]:
    return [line.code for line in answer.lines]


@pytest.mark.parametrize("asked", ["101", "PMB 101", "#101", "PMB #101", "ann lee", "5550142", "ann@example.org"])
def test_a_mailbox_is_answered_by_all_that_it_is_known_by(shop: Any, asked: str) -> None:
    answer = _ask(shop, asked)
    assert answer.account is not None
    assert (answer.subject, answer.colour, answer.account.id) == ("mailbox", "ok", "a1")
    assert (_lines(answer)[0], [one.text for one in answer.names]) == ("mailbox.active", ["Ann Lee"])
    assert (answer.verdict, answer.main) == ("insert", "receive")
    assert _offers(answer)["receive"] == (True, "")
    assert _offers(answer)["hand_over"] == (False, "answer.nothing_on_shelf")


@pytest.mark.parametrize("account_state", list(AccountState), ids=lambda one: one.value)
def test_every_state_says_what_to_do_and_what_not(counter: Any, account_state: AccountState) -> None:
    counter.account("a1", "101", "Ann Lee", state=account_state.value)
    answer = answers.answer(counter.desk, counter.clerk(), "101")
    receive = next(one for one in answer.offers if one.action == "receive")
    takes = account_state.value in ("active", "resubmission_due", "expired")
    assert receive.allowed is takes
    assert (receive.why == "") is takes
    assert answer.colour == ("ok" if account_state.value == "active" else "warn" if takes else "bad")
    assert _lines(answer)[0] == ("mailbox.active" if account_state.value == "active" else _reason(account_state))
    walks = account_state.value in ("active", "resubmission_due")
    assert _offers(answer)["hand_over"][1] == ("answer.nothing_on_shelf" if walks else _reason(account_state))


def _reason(account_state: AccountState) -> str:
    names = {"resubmission_due": "form_renewal_due"}
    never = ("signed_up", "docs_submitted", "pre_review", "pending_approval")
    value = account_state.value
    return "mailbox." + ("never_approved" if value in never else names.get(value, value))


def test_the_answer_and_the_gate_never_disagree(counter: Any) -> None:
    clerk = counter.clerk()
    for number, one in enumerate(AccountState):
        counter.account(f"a{number}", f"{200 + number}", "Ann Lee", state=one.value, state_since="2026-10-01")
        offer = answers.answer(counter.desk, clerk, f"{200 + number}").offers[0]
        arrival = Arrival(f"a{number}", "Ann Lee")
        if offer.allowed:
            receiving.receive(counter.desk, clerk, arrival)
        else:
            assert refusal(receiving.receive, counter.desk, clerk, arrival).code == offer.why


def test_what_lies_on_the_shelf_is_counted_and_old_pieces_are_a_warning(shop: Any) -> None:
    piece(shop, shop.clerk_1, mail_type="letter")
    answer = _ask(shop, "101")
    assert (answer.colour, len(answer.on_shelf), _offers(answer)["hand_over"]) == ("ok", 1, (True, ""))
    shop.clock.advance(31 * DAY_MS)
    answer = _ask(shop, "101")
    assert (answer.verdict, answer.colour) == ("insert", "warn")
    assert [line.kind for line in answer.lines if line.code == "storage.over"] == ["warn"]


@pytest.mark.parametrize(
    ("more", "code", "colour"),
    [
        ({"payment": "declined"}, "answer.payment_declined", "warn"),
        ({"id_expires_on": "2026-11-01"}, "answer.id_expired", "warn"),
        ({"id_expires_on": "2026-11-02", "names": [{"text": "A. Lee"}]}, "answer.id_until", "ok"),
        ({"names": []}, "answer.no_names", "bad"),
    ],
)
def test_what_is_wrong_with_an_account_colours_the_answer(
    counter: Any, more: dict[str, Any], code: str, colour: str
) -> None:
    counter.account("a1", "101", "Ann Lee", **more)
    answer = answers.answer(counter.desk, counter.clerk(), "101")
    assert code in _lines(answer)
    assert answer.colour == colour


def test_2_22_contact_data_is_not_for_an_inserter(shop: Any) -> None:
    low = Actor("clerk-low", 1)
    for asked in ("101", "ann lee"):
        answer = answers.answer(shop.desk, low, asked)
        assert "5550142" not in repr(answer)
        assert "ann@example.org" not in repr(answer)
        assert "5185550142" in repr(_ask(shop, asked))
    item = piece(shop, shop.clerk_1)
    assert "5550142" not in repr(answers.answer(shop.desk, low, item.mail_id))


def test_a_clerk_is_offered_only_what_his_level_may_do(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    offers = {one.action: one for one in answers.answer(shop.desk, Actor("clerk-low", 1), item.mail_id).offers}
    assert (offers["hand_over"].why, offers["hand_over"].facts["least_level"]) == ("rights.level_too_low", 2)
    assert (offers["reassign"].why, offers["reassign"].facts["least_level"]) == ("rights.level_too_low", 4)
    assert offers["move"].allowed


def test_two_holders_are_both_shown_and_never_picked_from(counter: Any) -> None:
    counter.account("old", "101", "Ann Lee", state="released", state_since="2026-10-01")
    counter.account("new", "101", "Bob Stone")
    answer = answers.answer(counter.desk, counter.clerk(), "101")
    assert (answer.subject, [one.id for one in answer.accounts]) == ("choice", ["new", "old"])
    assert (_lines(answer), answer.account, answer.offers) == (["answer.former_holder"], None, ())


def test_two_people_of_one_name_are_both_shown(counter: Any) -> None:
    counter.account("one", "101", "Ann Lee")
    counter.account("two", "205", "Ann Lee")
    answer = answers.answer(counter.desk, counter.clerk(), "Ann Lee")
    assert (answer.subject, _lines(answer), len(answer.accounts)) == ("choice", ["answer.several"], 2)


def test_a_piece_is_answered_by_its_label_its_carrier_and_its_last_digits(shop: Any) -> None:
    item = piece(shop, shop.clerk_1, tracking="1Z999AA10123456784", shelf="B-2")
    for asked in (item.mail_id, item.mail_id.lower(), "1Z 999 AA1 01 2345 6784", "456784"):
        answer = _ask(shop, asked)
        assert answer.item is not None
        assert (answer.subject, answer.item.id, answer.colour) == ("piece", item.id, "ok")
        assert answer.lines[0].facts["shelf"] == "B-2"


def test_each_state_of_a_piece_offers_what_can_be_done_with_it(shop: Any) -> None:
    loose = receiving.receive_unassigned(shop.desk, shop.clerk_1, Arrival(name="Ann Lee")).item
    offers = _offers(_ask(shop, loose.mail_id))
    assert (offers["assign"][0], offers["hand_over"][0], "reassign" in offers) == (True, False, False)
    item = piece(shop, shop.clerk_1)
    offers = _offers(_ask(shop, item.mail_id))
    assert ("assign" in offers, offers["hand_over"][0], offers["reassign"][0]) == (False, True, True)
    pickup_id = ready_to_leave(shop, shop.clerk_1, [item])
    answer = _ask(shop, item.mail_id)
    assert answer.pickup is not None
    assert (answer.pickup.id, _offers(answer)["reassign"]) == (pickup_id, (False, "piece.task_first"))
    assert (answer.verdict, answer.main) == ("open_task", "open_task")
    pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)
    answer = _ask(shop, item.mail_id)
    assert _lines(answer)[0] == "piece.picked_up"
    assert not any(allowed for allowed, _ in _offers(answer).values())


def test_a_piece_of_a_mailbox_on_hold_is_not_handed_over(shop: Any) -> None:
    from dataclasses import replace

    from counter_app.domain.rows import to_plain

    item = piece(shop, shop.clerk_1)
    with shop.desk.db.write() as connection:
        account = state.account(connection, "a1")
        assert account is not None
        row = to_plain(replace(account, state="on_hold"))
        state.accept_pulled(connection, "account", [("a1", 9, row)])
    answer = _ask(shop, item.mail_id)
    assert _offers(answer)["hand_over"] == (False, "mailbox.on_hold")
    assert "mailbox.on_hold" in _lines(answer)


def test_a_number_that_was_never_here_is_offered_to_be_received(shop: Any) -> None:
    answer = _ask(shop, "1Z999AA10123456784")
    assert (answer.subject, answer.carrier, answer.tracking) == ("new_piece", "ups", "1Z999AA10123456784")
    assert _offers(answer) == {"receive": (True, "")}


@pytest.mark.parametrize("asked", ["", "   ", "\x00\x1b", "\u200b"])
def test_nothing_typed_is_no_answer(shop: Any, asked: str) -> None:
    assert (_ask(shop, asked).subject, _lines(_ask(shop, asked))) == ("nothing", ["answer.empty"])


@pytest.mark.parametrize("asked", ["***", "zzqx", "no such person", "()"])
def test_what_is_not_known_is_said_to_be_not_known(shop: Any, asked: str) -> None:
    piece(shop, shop.clerk_1)  # has no tracking number and must not be the answer to "***"
    answer = _ask(shop, asked)
    assert (answer.subject, answer.colour, _lines(answer)) == ("nothing", "bad", ["answer.unknown"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.text(max_size=60) | st.text("0123456789M-#PB *", max_size=30))
def test_t4_any_text_gets_an_answer_and_writes_nothing(shop: Any, asked: str) -> None:
    before = everything(shop.desk)
    assert _ask(shop, asked).subject in ("piece", "mailbox", "choice", "new_piece", "nothing")
    assert everything(shop.desk) == before


def test_a_pickup_that_is_going_on_is_part_of_the_answer(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    visit = pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id])
    pickups.check_id(shop.desk, shop.clerk_1, visit.pickup.id, "Ann Lee", "passport")
    pickups.scan_piece(shop.desk, shop.clerk_1, visit.pickup.id, item.mail_id)
    pickups.charge(shop.desk, shop.clerk_1, visit.pickup.id)
    charged(shop, visit.pickup.id, "declined")
    answer = _ask(shop, "101")
    assert answer.pickup is not None
    assert answer.pickup.state == "payment_declined"
