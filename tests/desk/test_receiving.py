"""Receiving: the gate of the name and of the mailbox's state, duplicates, correction, and nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from counter_app.desk import intake, receiving
from counter_app.desk.receiving import Arrival
from counter_app.domain.mailbox import AccountState
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged, PieceReceived
from counter_app.store import state
from tests.counter_acts import everything, kinds, one, piece, refusal

PHOTO = b"\xff\xd8\xff a photo"


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    counter.clerk_1 = counter.clerk()
    return counter


def _refused(shop: Any, **arrival: Any) -> Any:
    """The refusal of a piece; nothing of it may be in the store, and nobody was told."""
    before, told = everything(shop.desk), list(shop.told)
    error = refusal(receiving.receive, shop.desk, shop.clerk_1, Arrival(**{"account_id": "a1", **arrival}))
    assert isinstance(error, RuleViolation)
    assert everything(shop.desk) == before
    assert shop.told == told
    return error


STATES = {
    # state: taken in or the reason of the refusal, and what to do instead (2.1)
    "signed_up": ("mailbox.never_approved", "notice_and_return"),
    "docs_submitted": ("mailbox.never_approved", "notice_and_return"),
    "pre_review": ("mailbox.never_approved", "notice_and_return"),
    "pending_approval": ("mailbox.never_approved", "notice_and_return"),
    "active": ("", ""),
    "resubmission_due": ("", "mailbox.form_renewal_due"),
    "on_hold": ("mailbox.on_hold", "notice_and_hold"),
    "expired": ("", "mailbox.expired"),
    "inactive": ("mailbox.inactive", "hold_or_remail"),
    "rejected": ("mailbox.rejected", "return"),
    "released": ("mailbox.released", "return"),
}


@pytest.mark.parametrize("account_state", list(AccountState), ids=lambda one: one.value)
def test_t2_every_state_of_the_mailbox_has_its_own_answer_to_a_piece(counter: Any, account_state: Any) -> None:
    refused, todo = STATES[account_state.value]
    counter.account("a1", "101", "Ann Lee", state=account_state.value)
    clerk = counter.clerk()
    if refused:
        before = everything(counter.desk)
        error = refusal(receiving.receive, counter.desk, clerk, Arrival(account_id="a1", name="Ann Lee"))
        assert (error.code, error.facts) == (refused, {"mailbox": "101", "todo": todo})
        assert everything(counter.desk) == before
        return
    done = receiving.receive(counter.desk, clerk, Arrival(account_id="a1", name="Ann Lee"))
    assert done.item.state == "received"
    assert done.warnings == ((todo,) if todo else ())


@pytest.mark.parametrize(("since", "todo"), [("2026-05-03", "hold_or_remail"), ("2026-05-02", "return")])
def test_r14_a_mailbox_closed_for_six_months_returns_its_mail(counter: Any, since: str, todo: str) -> None:
    counter.account("a1", "101", "Ann Lee", state="inactive", state_since=since)
    error = refusal(receiving.receive, counter.desk, counter.clerk(), Arrival(account_id="a1", name="Ann Lee"))
    assert (error.code, error.facts["todo"]) == ("mailbox.inactive", todo)


def test_s09_a_piece_is_received_with_all_that_belongs_to_it_in_one_transaction(shop: Any) -> None:
    arrival = Arrival("a1", "ann lee", shelf="b-2", weight_g=700, carrier="UPS", photo=PHOTO, flags=("perishable",))
    done = receiving.receive(shop.desk, shop.clerk_1, arrival)
    item = done.item
    assert (item.state, item.mailbox, item.name_on_piece, item.name_matched) == (
        "received",
        "101",
        "ann lee",
        "Ann Lee",
    )
    assert (item.shelf, item.weight_g, item.carrier, item.verdict) == ("B-2", 700, "ups", "exact")
    assert (item.received_on, item.received_by, item.flags) == ("2026-11-02", "clerk-1", ("perishable",))
    assert shop.desk.blobs.open_plain(item.photo) == PHOTO
    assert one(shop.desk, "SELECT count(*) FROM photo WHERE sha256 = ?", item.photo) == 1
    assert one(shop.desk, "SELECT state FROM print_job WHERE id = ? AND item_id = ?", done.job_id, item.id) == "owed"
    assert kinds(shop.desk)[-1] == "item.received"
    assert shop.told[-1] == PieceReceived(item.id, item.mail_id, "101", one(shop.desk, _LAST_OP))


_LAST_OP = "SELECT op_id FROM journal ORDER BY position DESC LIMIT 1"


@pytest.mark.parametrize("name", ["Bob Stone", "Anna Leeds", "Zoe Quill", "Ann Lee Consulting LLC"])
def test_s09_no_piece_for_a_name_that_does_not_stand_on_the_form(shop: Any, name: str) -> None:
    error = _refused(shop, name=name)
    assert error.code in ("name.not_on_form", "name.confirm")
    error = _refused(shop, name=name, confirmed=name)
    assert error.code in ("name.not_on_form", "name.confirm")


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u202e"])
def test_s09_no_piece_without_a_name(shop: Any, name: str) -> None:
    assert _refused(shop, name=name, confirmed="Ann Lee").code == "name.missing"


def test_s09_a_likeness_opens_only_when_exactly_that_name_is_confirmed(shop: Any) -> None:
    error = _refused(shop, name="A Lee")
    assert (error.code, error.facts["likely"]) == ("name.confirm", "Ann Lee")
    for confirmed in ("A Lee", "ann lee", "Ann  Lee", "Ann Lee ", "Bob Stone", "yes"):
        assert _refused(shop, name="A Lee", confirmed=confirmed).code == "name.confirm"
    item = piece(shop, shop.clerk_1, name="A Lee", confirmed="Ann Lee")
    assert (item.verdict, item.name_on_piece, item.name_matched) == ("likely", "A Lee", "Ann Lee")


def test_s09_a_confirmation_does_not_open_for_a_name_that_is_not_even_likely(shop: Any) -> None:
    assert _refused(shop, name="Zoe Quill", confirmed="Ann Lee").code == "name.not_on_form"


@pytest.mark.parametrize(
    ("dates", "taken"),
    [
        ({"valid_to": "2026-11-01"}, False),
        ({"valid_to": "2026-11-02"}, True),
        ({"valid_from": "2026-11-03"}, False),
        ({"valid_from": "2026-11-02"}, True),
        ({}, True),
    ],
)
def test_s09_former_and_future_names_do_not_count(counter: Any, dates: dict[str, str], taken: bool) -> None:
    names = [{"text": "Ann Lee", "kind": "person"}, {"text": "Max Former", "kind": "person", **dates}]
    counter.account("a1", "101", "Ann Lee", names=names)
    clerk = counter.clerk()
    if taken:
        assert piece(counter, clerk, name="Max Former").verdict == "exact"
    else:
        error = refusal(receiving.receive, counter.desk, clerk, Arrival(account_id="a1", name="Max Former"))
        assert error.code == "name.not_on_form"


def test_s09_a_collector_is_no_recipient(counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee", collectors=[{"name": "Carl Courier"}])
    error = refusal(receiving.receive, counter.desk, counter.clerk(), Arrival(account_id="a1", name="Carl Courier"))
    assert error.code == "name.not_on_form"


def test_s09_a_mailbox_without_a_name_on_its_form_takes_nothing(counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee", names=[])
    error = refusal(receiving.receive, counter.desk, counter.clerk(), Arrival(account_id="a1", name="Ann Lee"))
    assert error.code == "name.not_on_form"


def test_a_mailbox_that_nobody_knows_takes_nothing(shop: Any) -> None:
    assert _refused(shop, account_id="nowhere", name="Ann Lee").code == "mailbox.unknown"


def test_a_tracking_number_that_was_here_needs_a_reason(shop: Any) -> None:
    first = piece(shop, shop.clerk_1, tracking="1Z999AA10123456784")
    error = _refused(shop, name="Ann Lee", tracking="1z 999 aa1 0123456784")
    assert (error.code, error.facts["mail_id"], error.facts["state"]) == ("item.duplicate", first.mail_id, "received")
    again = piece(shop, shop.clerk_1, tracking="1Z999AA10123456784", duplicate_reason="delivered again")
    assert again.mail_id != first.mail_id
    assert again.tracking == first.tracking == "1Z999AA10123456784"


def test_a_number_of_no_known_carrier_is_the_same_however_it_is_typed(shop: Any) -> None:
    piece(shop, shop.clerk_1, tracking="zz-77 / x.5")
    assert _refused(shop, name="Ann Lee", tracking="ZZ77X5").code == "item.duplicate"
    assert _refused(shop, name="Ann Lee", tracking="zz 77-x5").code == "item.duplicate"


def test_a_piece_that_was_taken_back_is_no_duplicate(shop: Any) -> None:
    first = piece(shop, shop.clerk_1, tracking="1Z999AA10123456784")
    receiving.take_back(shop.desk, shop.clerk_1, first.id)
    piece(shop, shop.clerk_1, tracking="1Z999AA10123456784")


def test_an_inserter_may_not_wave_a_duplicate_through(shop: Any) -> None:
    piece(shop, shop.clerk_1, tracking="1Z999AA10123456784")
    low = shop.clerk(level=1, clerk_id="clerk-low")
    arrival = Arrival("a1", "Ann Lee", tracking="1Z999AA10123456784", duplicate_reason="again")
    before = everything(shop.desk)
    assert refusal(receiving.receive, shop.desk, low, arrival).code == "rights.level_too_low"
    assert everything(shop.desk) == before


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"mail_type": "elephant"}, "item.field_wrong"),
        ({"flags": ("nice",)}, "item.field_wrong"),
        ({"weight_g": -1}, "item.field_wrong"),
        ({"weight_g": 500_001}, "item.field_wrong"),
        ({"shelf": "far too long shelf"}, "item.shelf_wrong"),
        ({"shelf": "B 2"}, "item.shelf_wrong"),
        ({"shelf": "Ж-1"}, "item.shelf_wrong"),
    ],
)
def test_values_that_cannot_be_right_are_refused(shop: Any, wrong: dict[str, Any], code: str) -> None:
    assert _refused(shop, name="Ann Lee", **wrong).code == code


def test_no_label_is_owed_when_none_was_asked_for(shop: Any) -> None:
    done = receiving.receive(shop.desk, shop.clerk_1, Arrival("a1", "Ann Lee", label=False))
    assert done.job_id == ""
    assert one(shop.desk, "SELECT count(*) FROM print_job") == 0


def test_the_label_says_what_is_kept(shop: Any) -> None:
    import json

    done = receiving.receive(shop.desk, shop.clerk_1, Arrival("a1", "A Lee", confirmed="Ann Lee", shelf="B-2"))
    label = json.loads(one(shop.desk, "SELECT payload FROM print_job"))
    assert label == {
        "pmb": "101",
        "mail_id": done.item.mail_id,
        "name": "Ann Lee",
        "shelf": "B-2",
        "received_on": "2026-11-02",
        "store": "Northgate Mail",
        "carrier": "",
    }


def test_the_day_of_a_piece_is_the_day_at_the_store(shop: Any) -> None:
    shop.clock.advance(13 * 3_600_000 + 30 * 60_000)  # 23:30 in New York, the next day in UTC
    assert piece(shop, shop.clerk_1).received_on == "2026-11-02"
    shop.clock.advance(3_600_000)
    assert piece(shop, shop.clerk_1).received_on == "2026-11-03"


def test_t2_a_piece_without_a_mailbox_is_kept_and_later_goes_through_the_same_gate(shop: Any) -> None:
    done = receiving.receive_unassigned(shop.desk, shop.clerk_1, Arrival(name="A Lee", photo=PHOTO))
    assert (done.item.state, done.item.account_id, done.item.verdict) == ("unassigned", "", "")
    for account, name, code in (
        ("b1", "A Lee", "name.not_on_form"),
        ("a1", "A Lee", "name.confirm"),
        ("a1", "", "name.missing"),
        ("zz", "Ann Lee", "mailbox.unknown"),
    ):
        before = everything(shop.desk)
        assert refusal(receiving.assign, shop.desk, shop.clerk_1, done.item.id, account, name).code == code
        assert everything(shop.desk) == before
    item = receiving.assign(shop.desk, shop.clerk_1, done.item.id, "a1", "A Lee", "Ann Lee")
    assert (item.state, item.mailbox, item.verdict, item.photo) == ("received", "101", "likely", done.item.photo)
    assert one(shop.desk, "SELECT count(*) FROM print_job WHERE item_id = ?", item.id) == 2
    error = refusal(receiving.assign, shop.desk, shop.clerk_1, item.id, "b1", "Bob Stone")
    assert (error.code, error.facts["mailbox"]) == ("item.not_unassigned", "101")


def test_a_piece_in_the_wrong_mailbox_is_moved_with_a_reason_and_leaves_a_trace(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    for account, name, reason, code in (
        ("b1", "Bob Stone", "  ", "item.reason_missing"),
        ("a1", "Ann Lee", "why not", "item.same_mailbox"),
        ("b1", "Ann Lee", "misread", "name.not_on_form"),
    ):
        before = everything(shop.desk)
        assert refusal(receiving.reassign, shop.desk, shop.clerk_1, item.id, account, name, reason).code == code
        assert everything(shop.desk) == before
    after = receiving.reassign(shop.desk, shop.clerk_1, item.id, "b1", "Bob Stone", "misread")
    assert (after.mailbox, after.account_id, after.state) == ("102", "b1", "received")
    assert [entry[1] for entry in after.history] == ["item.received", "item.reassigned"]


def test_only_a_manager_moves_a_piece_to_another_mailbox(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    for level in (1, 2, 3):
        clerk = shop.clerk(level=level, clerk_id=f"clerk-{level}-low")
        error = refusal(receiving.reassign, shop.desk, clerk, item.id, "b1", "Bob Stone", "misread")
        assert (error.code, error.facts["least_level"]) == ("rights.level_too_low", 4)


def test_an_insert_is_taken_back_only_while_nothing_else_has_happened(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    receiving.take_back(shop.desk, shop.clerk_1, item.id)
    with shop.desk.db.read() as connection:
        row = state.item(connection, item.id)
    assert row is not None
    assert (row.state, [entry[1] for entry in row.history]) == ("taken_back", ["item.received", "item.taken_back"])
    assert one(shop.desk, "SELECT count(*) FROM print_job") == 0
    assert isinstance(shop.told[-1], PieceChanged)
    assert refusal(receiving.take_back, shop.desk, shop.clerk_1, item.id).code == "item.too_late_to_undo"
    moved = piece(shop, shop.clerk_1)
    receiving.move(shop.desk, shop.clerk_1, moved.id, "C-3")
    before = everything(shop.desk)
    assert refusal(receiving.take_back, shop.desk, shop.clerk_1, moved.id).code == "item.too_late_to_undo"
    assert everything(shop.desk) == before


def test_a_label_that_is_on_its_way_to_paper_is_not_taken_from_the_queue(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    with shop.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE print_job SET state = 'printing'")
    receiving.take_back(shop.desk, shop.clerk_1, item.id)
    assert one(shop.desk, "SELECT state FROM print_job") == "printing"


def test_a_piece_moves_on_the_shelf_and_not_after_it_left(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    assert receiving.move(shop.desk, shop.clerk_1, item.id, "c-3").shelf == "C-3"
    receiving.take_back(shop.desk, shop.clerk_1, piece(shop, shop.clerk_1).id)
    gone = one(shop.desk, "SELECT id FROM item WHERE state = 'taken_back'")
    assert refusal(receiving.move, shop.desk, shop.clerk_1, gone, "A").code == "item.not_on_shelf"
    assert refusal(receiving.move, shop.desk, shop.clerk_1, "nobody", "A").code == "item.unknown"


def test_a_label_is_printed_again_only_because_somebody_asked(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    receiving.print_again(shop.desk, shop.clerk_1, item.id)
    assert one(shop.desk, "SELECT count(*) FROM print_job WHERE item_id = ?", item.id) == 2


def test_a_shelf_slip_says_where_and_whose_and_wakes_the_printer(shop: Any) -> None:
    import json

    item = piece(shop, shop.clerk_1)
    shop.told.clear()
    job = receiving.print_shelf_slip(shop.desk, shop.clerk_1, item.id)
    slip = json.loads(one(shop.desk, "SELECT payload FROM print_job WHERE id = ?", job))
    assert (slip["mail_id"], slip["pmb"], slip["shelf"]) == (item.mail_id, item.mailbox, item.shelf)
    assert [(event.job_id, event.kind, event.state) for event in shop.told] == [(job, "shelf_slip", "owed")]
    receiving.take_back(shop.desk, shop.clerk_1, item.id)
    assert refusal(receiving.print_shelf_slip, shop.desk, shop.clerk_1, item.id).code == "item.not_on_shelf"


def test_a_mail_id_that_is_taken_is_not_given_twice(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(["MAAAAAAAAA1", "MAAAAAAAAA1", "MBBBBBBBBB2"])
    monkeypatch.setattr(intake, "new_mail_id", lambda entropy: next(given))
    assert piece(shop, shop.clerk_1).mail_id == "MAAAAAAAAA1"
    assert piece(shop, shop.clerk_1).mail_id == "MBBBBBBBBB2"
    monkeypatch.setattr(intake, "new_mail_id", lambda entropy: "MAAAAAAAAA1")
    assert _refused(shop, name="Ann Lee").code == "item.no_free_mail_id"


class PlugPulledError(Exception):
    """The fault that is injected."""


@contextmanager
def _fault_at(db: Any, number: int) -> Iterator[list[str]]:
    """The `number`-th statement of the store raises; commits count as well."""
    seen: list[str] = []

    def strike(statement: str) -> None:
        seen.append(statement)
        if len(seen) == number:
            raise PlugPulledError

    def on_statement(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        strike(statement)

    def on_commit(connection: Any) -> None:
        strike("COMMIT")

    engines = (db._writer, db._reader)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", on_statement)
        event.listen(engine, "commit", on_commit)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", on_statement)
            event.remove(engine, "commit", on_commit)


def _assert_all_or_nothing(shop: Any, work: Any) -> int:
    """`work` with a fault at every statement in turn, until it runs through; how many statements that took."""
    before = everything(shop.desk)
    for number in range(1, 200):
        told = len(shop.told)
        with _fault_at(shop.desk.db, number) as seen:
            try:
                work()
            except PlugPulledError:
                assert len(shop.told) == told
            else:
                assert len(seen) < number
                assert len(shop.told) > told
                break
        assert everything(shop.desk) == before, seen[-1]
    assert everything(shop.desk) != before
    return number


def test_t2_a_fault_at_any_statement_leaves_nothing_half_received(shop: Any) -> None:
    arrival = Arrival("a1", "Ann Lee", tracking="1Z999AA10123456784", photo=PHOTO, shelf="B-2")
    statements = _assert_all_or_nothing(shop, lambda: receiving.receive(shop.desk, shop.clerk_1, arrival))
    assert statements > 8
    assert one(shop.desk, "SELECT count(*) FROM item") == one(shop.desk, "SELECT count(*) FROM print_job") == 1


def test_t2_a_fault_at_any_statement_leaves_nothing_half_reassigned_or_taken_back(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    _assert_all_or_nothing(
        shop, lambda: receiving.reassign(shop.desk, shop.clerk_1, item.id, "b1", "Bob Stone", "misread")
    )
    other = piece(shop, shop.clerk_1)
    _assert_all_or_nothing(shop, lambda: receiving.take_back(shop.desk, shop.clerk_1, other.id))
