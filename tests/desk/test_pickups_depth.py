"""Pickups in depth through the use cases: each bad case of 2.4 and 2.5 has its code, and nothing is half done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from counter_app.desk import pickups
from counter_app.domain.employee import Actor
from counter_app.domain.mrz import TravelDocument
from counter_app.domain.pickup import Written
from counter_app.domain.rows import to_plain
from counter_app.domain.task import Task
from counter_app.events import PieceChanged
from counter_app.store import state
from tests.counter_acts import DOT, PNG, charged, everything, kinds, one, piece, ready_to_leave, refusal

DAY = 86_400_000
BEN = Actor("clerk-2", 2)
CLEO = Actor("clerk-3", 3)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee", collectors=[{"name": "Carl Courier", "valid_to": ""}])
    counter.account("b1", "102", "Bob Stone")
    counter.clerk_1 = counter.clerk(level=2)
    return counter


def _refused(shop: Any, work: Any, *arguments: Any, actor: Any = None) -> Any:
    before, told = everything(shop.desk), list(shop.told)
    error = refusal(work, shop.desk, actor or shop.clerk_1, *arguments)
    assert everything(shop.desk) == before
    assert shop.told == told
    return error


def _item(shop: Any, item_id: str) -> Any:
    with shop.desk.db.read() as connection:
        return state.item(connection, item_id)


def _open(shop: Any, *items: Any) -> str:
    return str(pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id for item in items]).pickup.id)


def _change(shop: Any, pickup_id: str, seq: int = 2_000, **changes: Any) -> None:
    """The centre's row after something happened there."""
    with shop.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = position WHERE seq IS NULL")
        row = to_plain(replace(state.pickup(connection, pickup_id), **changes))
        assert state.accept_pulled(connection, "pickup", [(pickup_id, seq, row)]) == []


def _at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York")).timestamp() * 1000)


# ------------------------------------------------------------ papers


def paper(**more: Any) -> Written:
    return replace(Written("Boris Stranger", "101", "2026-11-05", PNG), **more)


def test_s12_a_stranger_with_a_signed_paper_collects_once(shop: Any) -> None:
    item, more = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    desk, clerk = shop.desk, shop.clerk_1
    pickup_id = _open(shop, item)
    assert _refused(shop, pickups.check_id, pickup_id, "Boris Stranger", "passport").code == (
        "pickup.collector_not_authorised"
    )
    visit = pickups.authorise(desk, clerk, pickup_id, paper())
    kept = visit.pickup.papers[0]
    assert (kept.name, kept.until, kept.used_ms) == ("Boris Stranger", "2026-11-05", 0)
    assert kept.until_ms == _at("2026-11-06T00:00") - 1
    assert desk.blobs.open_plain(kept.photo) == PNG
    assert not [file for file in desk.blobs.folder.iterdir() if PNG in file.read_bytes()]
    assert one(desk, "SELECT count(*) FROM photo WHERE sha256 = ? AND kind = 'id'", kept.photo) == 1
    pickups.check_id(desk, clerk, pickup_id, "boris stranger", "passport")
    pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    pickups.charge(desk, clerk, pickup_id)
    charged(shop, pickup_id)
    pickups.sign(desk, clerk, pickup_id, PNG)
    done = pickups.hand_over(desk, clerk, pickup_id).pickup
    assert (done.state, done.collector, done.remarks) == ("handed_over", "Boris Stranger", ())
    assert done.papers[0].used_ms == done.handed_ms
    second = _open(shop, more)
    assert _refused(shop, pickups.check_id, second, "Boris Stranger", "passport").code == (
        "pickup.collector_not_authorised"
    )
    assert _refused(shop, pickups.authorise, second, paper()).code == "pickup.paper_used"


def test_s12_the_name_on_a_paper_is_committed_and_not_written_into_the_chain(shop: Any) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    pickups.authorise(shop.desk, shop.clerk_1, pickup_id, paper())
    core = one(shop.desk, "SELECT core FROM journal WHERE kind = 'pickup.authorised'")
    assert b"Boris" not in core
    assert one(shop.desk, "SELECT value FROM disclosure WHERE value = 'Boris Stranger'") == "Boris Stranger"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": " \u200b"}, "pickup.paper_name_missing"),
        ({"mailbox": "102"}, "pickup.paper_other_mailbox"),
        ({"mailbox": ""}, "pickup.paper_other_mailbox"),
        ({"until": "tomorrow"}, "pickup.paper_until_missing"),
        ({"until": ""}, "pickup.paper_until_missing"),
        ({"until": "2026-11-01"}, "pickup.paper_expired"),
        ({"photo": b""}, "pickup.paper_photo_missing"),
        ({"photo": b"GIF89a"}, "pickup.paper_photo_missing"),
        ({"item_ids": ("nobody",)}, "pickup.piece_not_in_pickup"),
    ],
)
def test_s12_a_paper_that_will_not_do_is_refused(shop: Any, wrong: dict[str, Any], code: str) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    assert _refused(shop, pickups.authorise, pickup_id, paper(**wrong)).code == code


def test_s12_a_paper_is_good_until_the_end_of_its_last_day_at_the_store(shop: Any) -> None:
    desk, clerk = shop.desk, shop.clerk_1
    item = piece(shop, clerk)
    pickup_id = _open(shop, item)
    pickups.authorise(desk, clerk, pickup_id, paper(until="2026-11-02"))
    shop.clock.advance(_at("2026-11-02T23:59") - shop.clock.wall)
    pickups.check_id(desk, clerk, pickup_id, "Boris Stranger", "passport")
    pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    pickups.charge(desk, clerk, pickup_id)
    charged(shop, pickup_id)
    pickups.sign(desk, clerk, pickup_id, PNG)
    shop.clock.advance(60_000)
    # Checked on the day and handed over past it: the gate asks again at the door.
    assert _refused(shop, pickups.hand_over, pickup_id).code == "pickup.paper_expired"
    error = _refused(shop, pickups.check_id, pickup_id, "Boris Stranger", "passport")
    assert (error.code, error.facts["until"]) == ("pickup.paper_expired", "2026-11-02")


def test_s12_a_paper_for_one_piece_lets_one_piece_go(shop: Any) -> None:
    desk, clerk = shop.desk, shop.clerk_1
    named, other = piece(shop, clerk), piece(shop, clerk)
    pickup_id = _open(shop, named, other)
    pickups.authorise(desk, clerk, pickup_id, paper(item_ids=(named.id,)))
    pickups.check_id(desk, clerk, pickup_id, "Boris Stranger", "passport")
    for item in (named, other):
        pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    assert _refused(shop, pickups.charge, pickup_id).code == "pickup.paper_not_for_piece"


# ------------------------------------------------------------ documents


def document(given: str = "ANN", family: str = "LEE", **more: Any) -> TravelDocument:
    known = {"kind": "passport", "issuer": "UTO", "expires_on": date(2030, 1, 1), "truncated": False} | more
    return TravelDocument(family_name=family, given_names=given, **known)


@pytest.mark.parametrize(
    ("on_form", "shown"),
    [
        ("Ann Lee", {}),
        ("Thomas Müller", {"given": "THOMAS", "family": "MUELLER"}),
        ("Thomas Müller", {"given": "THOMAS", "family": "MULLER"}),
        ("Søren Østergård", {"given": "SOEREN", "family": "OESTERGAARD"}),
        ("Anna Eriksson", {"given": "ANNA MARIA", "family": "ERIKSSON"}),
        ("Maria García López", {"given": "MARIA", "family": "GARCIA LOPEZ"}),
        ("Anna Maria Eriksson", {"given": "ANNA MAR", "family": "ERIKSSON", "truncated": True}),
    ],
)
def test_s12_a_passport_is_held_against_the_form_as_it_spells_names(counter: Any, on_form: str, shown: Any) -> None:
    counter.account("a1", "101", on_form)
    clerk = counter.clerk(level=2)
    item = piece(counter, clerk, name=on_form)
    pickup_id = pickups.open_walk_in(counter.desk, clerk, "a1", [item.id]).pickup.id
    after = pickups.check_document(counter.desk, clerk, pickup_id, document(**shown)).pickup
    assert (after.collector, after.id_type, after.collector_listed) == (on_form, "passport", True)


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ({"given": "BORIS"}, "pickup.collector_not_authorised"),
        ({"given": "ANNA MAR", "family": "LEE"}, "pickup.collector_not_authorised"),
        ({"given": "AN", "truncated": True}, "pickup.collector_not_authorised"),
        ({"expires_on": date(2026, 11, 1)}, "pickup.id_expired"),
        ({"expires_on": date(2026, 11, 2)}, ""),
        ({"expires_on": None}, ""),
    ],
)
def test_s12_a_document_of_somebody_else_or_past_its_end_checks_nothing(shop: Any, shown: Any, code: str) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    if code:
        assert _refused(shop, pickups.check_document, pickup_id, document(**shown)).code == code
    else:
        pickups.check_document(shop.desk, shop.clerk_1, pickup_id, document(**shown))


# ------------------------------------------------------------ the signature


def test_s12_a_signature_of_one_dot_is_refused(shop: Any) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    assert _refused(shop, pickups.sign, pickup_id, DOT).code == "pickup.signature_too_small"
    assert list(shop.desk.blobs.folder.iterdir()) == []


@pytest.mark.parametrize("paid", [False, True])
def test_s12_who_refuses_to_sign_gets_nothing_and_the_act_is_kept(shop: Any, paid: bool) -> None:
    desk, clerk = shop.desk, shop.clerk_1
    item = piece(shop, clerk)
    pickup_id = _open(shop, item)
    pickups.check_id(desk, clerk, pickup_id, "Ann Lee", "passport")
    pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    if paid:
        pickups.charge(desk, clerk, pickup_id)
        charged(shop, pickup_id)
    after = pickups.refuse_to_sign(desk, clerk, pickup_id, "wants to call home first").pickup
    assert kinds(desk)[-1] == "pickup.signature_refused"
    assert (after.state, after.collector, after.locked_by) == ("paid" if paid else "ready", "", "")
    assert after.refused_ms > 0
    assert _item(shop, item.id).state == "in_task"
    assert refusal(pickups.hand_over, desk, clerk, pickup_id).code in ("pickup.id_not_checked", "pickup.wrong_state")
    if not paid:
        pickups.start(desk, clerk, pickup_id)
    # Whoever signs later pays nothing again.
    pickups.check_id(desk, clerk, pickup_id, "Ann Lee", "passport")
    pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    if not paid:
        pickups.charge(desk, clerk, pickup_id)
        charged(shop, pickup_id, seq=3_000)
    pickups.sign(desk, clerk, pickup_id, PNG)
    pickups.hand_over(desk, clerk, pickup_id)
    assert kinds(desk).count("pickup.charge_asked") == 1


# ------------------------------------------------------------ two clerks


def test_s14_two_clerks_at_one_pickup_every_step_is_refused_to_the_second(shop: Any) -> None:
    item, more = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    for work, arguments in (
        (pickups.add_pieces, ([more.id],)),
        (pickups.leave_pieces, ([item.id],)),
        (pickups.check_id, ("Ann Lee", "passport")),
        (pickups.scan_piece, (item.mail_id,)),
        (pickups.piece_missing, (item.id,)),
        (pickups.charge, ()),
        (pickups.charge_later, ()),
        (pickups.sign, (PNG,)),
        (pickups.refuse_to_sign, ()),
        (pickups.hand_over, ()),
        (pickups.put_back, ()),
        (pickups.decline, ("why",)),
        (pickups.let_go, ()),
    ):
        error = refusal(work, shop.desk, BEN, pickup_id, *arguments)
        assert (error.code, error.facts["by"]) == ("pickup.locked", "Jordan Miles"), work.__name__
    assert _refused(shop, pickups.take, pickup_id, " ", actor=BEN).code == "pickup.takeover_reason_missing"
    assert pickups.take(shop.desk, BEN, pickup_id, "shift change").pickup.locked_by == "clerk-2"
    assert one(shop.desk, "SELECT value FROM disclosure WHERE field = 'takeover_reason'") == "shift change"
    assert _refused(shop, pickups.scan_piece, pickup_id, item.mail_id).code == "pickup.locked"
    pickups.scan_piece(shop.desk, BEN, pickup_id, item.mail_id)


def test_s14_a_pickup_that_was_left_to_the_others_goes_on_without_a_reason(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, item.mail_id)
    after = pickups.let_go(shop.desk, shop.clerk_1, pickup_id).pickup
    assert (after.state, after.locked_by, after.scanned) == ("in_progress", "", (item.id,))
    assert pickups.let_go(shop.desk, shop.clerk_1, pickup_id).pickup == after  # nothing more to let go of
    assert pickups.take(shop.desk, BEN, pickup_id).pickup.locked_by == "clerk-2"
    assert one(shop.desk, "SELECT count(*) FROM journal WHERE kind = 'pickup.let_go'") == 1
    assert refusal(pickups.let_go, shop.desk, shop.clerk_1, pickup_id).code == "pickup.locked"


def test_only_a_pickup_whose_customer_is_here_can_be_left_to_others(shop: Any) -> None:
    kept = pickups.plan(shop.desk, shop.clerk_1, "a1", [piece(shop, shop.clerk_1).id]).pickup.id
    assert refusal(pickups.let_go, shop.desk, shop.clerk_1, kept).code == "pickup.wrong_state"
    assert refusal(pickups.let_go, shop.desk, shop.clerk_1, "nobody").code == "pickup.unknown"


# ------------------------------------------------------------ missing pieces


def test_2_11_a_missing_piece_leaves_who_when_and_where_it_was_seen_last(shop: Any) -> None:
    here, lost = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1, shelf="B-7")
    pickup_id = _open(shop, here, lost)
    pickups.piece_missing(shop.desk, shop.clerk_1, pickup_id, lost.id)
    after = _item(shop, lost.id)
    assert [entry[1] for entry in after.history[-2:]] == ["pickup.piece_missing", "item.missed"]
    assert (after.history[-1][3], after.searching_by, after.last_shelf) == ("clerk-1", "clerk-1", "B-7")
    core = one(shop.desk, "SELECT core FROM journal WHERE kind = 'pickup.piece_missing'")
    assert b'"shelf":"B-7"' in core


# ------------------------------------------------------------ courtesy


def test_s16_pieces_that_are_gone_already_are_marked_in_one_act_without_a_fee(shop: Any) -> None:
    two = [piece(shop, shop.clerk_1), piece(shop, shop.clerk_1, mail_type="letter")]
    before = len(kinds(shop.desk))
    visit = pickups.mark_picked_up(shop.desk, CLEO, "a1", [item.id for item in two], "taken by mistake in June")
    assert kinds(shop.desk)[before:] == ["pickup.courtesy_marked"]
    assert (visit.pickup.mode, visit.pickup.amount_cents, visit.pickup.reason) == (
        "courtesy",
        0,
        "taken by mistake in June",
    )
    for item in two:
        after = _item(shop, item.id)
        assert (after.state, after.history[-1][1]) == ("picked_up", "pickup.courtesy_marked")
    assert [event.item_id for event in shop.told if isinstance(event, PieceChanged)] == [item.id for item in two]
    assert one(shop.desk, "SELECT count(*) FROM print_job WHERE printer = 'receipt'") == 0


def test_s16_a_courtesy_needs_a_reason_a_level_and_pieces_that_are_free(shop: Any) -> None:
    item, foreign = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1, "b1", "Bob Stone")
    mark = pickups.mark_picked_up
    assert _refused(shop, mark, "a1", [item.id], "why").code == "rights.level_too_low"
    assert _refused(shop, mark, "a1", [item.id], " ", actor=CLEO).code == "pickup.courtesy_reason_missing"
    assert _refused(shop, mark, "a1", [], "why", actor=CLEO).code == "pickup.no_pieces"
    assert _refused(shop, mark, "a1", [foreign.id], "why", actor=CLEO).code == "pickup.not_of_mailbox"
    pickup_id = _open(shop, item)
    error = _refused(shop, mark, "a1", [item.id], "why", actor=CLEO)
    assert (error.code, error.facts["task_id"]) == ("item.in_other_task", pickup_id)


def test_s16_the_task_that_holds_a_piece_is_named_and_declined_first(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    pickups.put_back(shop.desk, shop.clerk_1, pickup_id)
    found = pickups.other_task(shop.desk, pickup_id)
    assert found is not None
    assert (found.kind, found.mailbox, found.open) == ("pickup", "101", True)
    pickups.decline_other(shop.desk, CLEO, pickup_id, "has it already")
    pickups.mark_picked_up(shop.desk, CLEO, "a1", [item.id], "has it already")
    assert _item(shop, item.id).state == "picked_up"
    assert pickups.other_task(shop.desk, "nobody") is None
    assert _refused(shop, pickups.decline_other, "nobody", "why").code == "task.unknown"


def test_2_4_a_piece_in_a_task_of_another_kind_is_freed_with_that_tasks_own_act(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    task = Task("t1", "shred", "a1", "101", "requested", (item.id,), locked_by="clerk-9")
    with shop.desk.db.write() as connection:
        state.accept_pulled(connection, "task", [("t1", 70, to_plain(task))])
        taken = replace(item, state="in_task", task_id="t1", state_before_task="received")
        state.accept_pulled(connection, "item", [(item.id, 71, to_plain(taken))])
    found = pickups.other_task(shop.desk, "t1")
    assert found is not None
    assert (found.kind, found.open) == ("shred", True)
    assert _refused(shop, pickups.decline_other, "t1", " ").code == "pickup.reason_missing"
    assert _refused(shop, pickups.decline_other, "t1", "customer is here").code == "task.locked"
    with shop.desk.db.write() as connection:
        state.accept_pulled(connection, "task", [("t1", 72, to_plain(replace(task, locked_by="")))])
    pickups.decline_other(shop.desk, shop.clerk_1, "t1", "customer is here")
    assert kinds(shop.desk)[-1] == "task.declined"
    assert _item(shop, item.id).state == "received"
    assert _refused(shop, pickups.decline_other, "t1", "again").code == "task.not_open"


# ------------------------------------------------------------ appointments


def test_s16_a_pickup_is_written_down_for_later_with_a_time(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    at_ms = _at("2026-11-03T15:00")
    visit = pickups.plan(shop.desk, shop.clerk_1, "a1", [item.id], at_ms)
    assert (visit.pickup.state, visit.pickup.mode, visit.pickup.appointment_ms) == ("scheduled", "scheduled", at_ms)
    assert _refused(shop, pickups.open_walk_in, "a1", [item.id]).code == "pickup.exists"
    error = _refused(shop, pickups.appoint, visit.pickup.id, _at("2026-11-02T15:00"))
    assert (error.code, error.facts["earliest"]) == ("pickup.too_soon", "2026-11-03 09:00 EST")
    assert _refused(shop, pickups.appoint, visit.pickup.id, _at("2026-11-07T15:00")).code == "pickup.store_closed"
    later = pickups.appoint(shop.desk, shop.clerk_1, visit.pickup.id, _at("2026-11-04T10:00"))
    assert later.pickup.appointment_ms == _at("2026-11-04T10:00")
    assert pickups.appoint(shop.desk, shop.clerk_1, visit.pickup.id, 0).pickup.appointment_ms == 0
    pickups.start(shop.desk, shop.clerk_1, visit.pickup.id)
    assert _refused(shop, pickups.appoint, visit.pickup.id, at_ms).code == "pickup.wrong_state"


def test_s14_a_store_that_hands_out_by_appointment_asks_for_one(make_counter: Any) -> None:
    counter = make_counter(settings={"pickups": {"offered": "by_appointment", "lead_days": 2, "shelf": "FRONT"}})
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk(level=2)
    item = piece(counter, clerk)
    assert refusal(pickups.plan, counter.desk, clerk, "a1", [item.id]).code == "pickup.appointment_missing"
    error = refusal(pickups.plan, counter.desk, clerk, "a1", [item.id], _at("2026-11-03T15:00"))
    assert (error.code, error.facts["earliest"]) == ("pickup.too_soon", "2026-11-04 09:00 EST")


def test_s14_the_last_piece_at_the_counter_makes_it_ready_once(shop: Any) -> None:
    items = [piece(shop, shop.clerk_1, shelf=f"B-{n}") for n in range(3)]
    foreign, loose = piece(shop, shop.clerk_1, "b1", "Bob Stone"), piece(shop, shop.clerk_1)
    pickup_id = pickups.plan(shop.desk, shop.clerk_1, "a1", [item.id for item in items]).pickup.id
    assert _refused(shop, pickups.fetch_piece, pickup_id, foreign.mail_id).code == "pickup.foreign_piece"
    assert _refused(shop, pickups.fetch_piece, pickup_id, loose.mail_id).code == "pickup.piece_not_in_pickup"
    assert _refused(shop, pickups.fetch_piece, pickup_id, "nothing").code == "item.unknown"
    states = []
    for item in (*items, items[0]):
        states.append(pickups.fetch_piece(shop.desk, shop.clerk_1, pickup_id, item.mail_id).pickup.state)
        assert _item(shop, item.id).shelf == "COUNTER"
    assert states == ["scheduled", "scheduled", "ready", "ready"]
    assert kinds(shop.desk).count("pickup.piece_fetched") == 3
    pickups.start(shop.desk, shop.clerk_1, pickup_id)
    assert _refused(shop, pickups.fetch_piece, pickup_id, items[0].mail_id).code == "pickup.wrong_state"


def test_s14_appointments_stand_in_the_order_of_the_clock(shop: Any) -> None:
    made = []
    for n, at in enumerate(["2026-11-04T10:00", "", "2026-11-03T15:00"]):
        shop.account(f"c{n}", f"20{n}", f"Cora Vale {n}")
        item = piece(shop, shop.clerk_1, f"c{n}", f"Cora Vale {n}")
        pickups.plan(shop.desk, shop.clerk_1, f"c{n}", [item.id], _at(at) if at else 0)
        made.append(f"c{n}")
    found = pickups.listing(shop.desk, "scheduled", 0, 10)
    assert [one.account_id for one in found] == ["c2", "c0", "c1"]
    assert found[0].appointment_ms == _at("2026-11-03T15:00")
    assert [pickups.place(shop.desk, "scheduled", f"c{n}") for n in range(3)] == [1, 2, 0]


# ------------------------------------------------------------ T7


def _asked(shop: Any, *items: Any, appointment_ms: int = 0) -> str:
    return str(pickups.plan(shop.desk, shop.clerk_1, "a1", [one.id for one in items], appointment_ms).pickup.id)


@pytest.mark.parametrize(("appointment", "first_day"), [("", "2026-11-10"), ("2026-11-04T15:00", "2026-11-12")])
def test_t7_declined_after_seven_full_days_and_before_that_by_a_manager(
    shop: Any, appointment: str, first_day: str
) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _asked(shop, item, appointment_ms=_at(appointment) if appointment else 0)
    assert pickups.declinable_from(shop.desk, pickups.visit(shop.desk, pickup_id).pickup) == first_day
    shop.clock.advance(_at(f"{first_day}T00:00") - 60_000 - shop.clock.wall)
    error = _refused(shop, pickups.decline, pickup_id, "never came")
    assert (error.code, error.facts["from_day"]) == ("pickup.too_early", first_day)
    assert pickups.visit(shop.desk, pickup_id).pickup.state == "scheduled"  # and nothing declines by itself
    shop.clock.advance(120_000)
    assert pickups.decline(shop.desk, shop.clerk_1, pickup_id, "never came").pickup.state == "declined"
    assert (_item(shop, item.id).state, _item(shop, item.id).task_id) == ("received", "")


def test_t7_a_manager_may_decline_at_once_with_a_reason(shop: Any) -> None:
    pickup_id = _asked(shop, piece(shop, shop.clerk_1))
    manager = Actor("clerk-4", 4)
    assert _refused(shop, pickups.decline, pickup_id, "", actor=manager).code == "pickup.reason_missing"
    assert pickups.decline(shop.desk, manager, pickup_id, "customer called").pickup.state == "declined"


# ------------------------------------------------------------ one visit


def _visit_for(shop: Any, *mail_types: str, collector: str = "Ann Lee") -> Any:
    """A pickup up to the moment before its charge."""
    desk, clerk = shop.desk, shop.clerk_1
    items = [piece(shop, clerk, mail_type=one) for one in mail_types]
    pickup_id = _open(shop, *items)
    pickups.check_id(desk, clerk, pickup_id, collector, "passport")
    for item in items:
        pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    return pickups.visit(desk, pickup_id)


def _hand_out(shop: Any, visit: Any, seq: int = 1_000) -> None:
    after = pickups.charge(shop.desk, shop.clerk_1, visit.pickup.id)
    if after.pickup.state == "charging":
        charged(shop, visit.pickup.id, seq=seq)
    pickups.sign(shop.desk, shop.clerk_1, visit.pickup.id, PNG)
    pickups.hand_over(shop.desk, shop.clerk_1, visit.pickup.id)


@pytest.mark.parametrize(
    ("minutes", "collector", "letters", "cents"),
    [
        (59, "Ann Lee", "visit", 250),
        (61, "Ann Lee", "visit", 350),
        (10, "Carl Courier", "visit", 350),
        (10, "Ann Lee", "pickup", 350),
    ],
)
def test_s14_two_pickups_of_one_visit_pay_for_letters_once(
    make_counter: Any, minutes: int, collector: str, letters: str, cents: int
) -> None:
    shop = make_counter(settings={"pickups": {"letters_per": letters}})
    shop.account("a1", "101", "Ann Lee", collectors=[{"name": "Carl Courier", "valid_to": ""}])
    shop.clerk_1 = shop.clerk(level=2)
    first = _visit_for(shop, "letter", "large_envelope", "check")
    assert first.due.cents == 100
    _hand_out(shop, first)
    shop.clock.advance(minutes * 60_000)
    second = _visit_for(shop, "letter", "package", collector=collector)
    assert second.due.cents == cents
    _hand_out(shop, second)
    done = pickups.visit(shop.desk, second.pickup.id)
    assert (done.pickup.amount_cents, sum(line.amount.cents for line in done.fee_lines)) == (cents, cents)


def test_s14_a_visit_does_not_go_past_midnight(shop: Any) -> None:
    shop.clock.advance(_at("2026-11-02T23:50") - shop.clock.wall)
    _hand_out(shop, _visit_for(shop, "letter"))
    shop.clock.advance(20 * 60_000)
    assert _visit_for(shop, "letter").due.cents == 100


def test_s15_letters_that_were_declined_were_not_paid(shop: Any) -> None:
    first = _visit_for(shop, "letter")
    pickups.charge(shop.desk, shop.clerk_1, first.pickup.id)
    charged(shop, first.pickup.id, "declined")
    assert _visit_for(shop, "letter").due.cents == 100


def test_s14_letters_only_in_one_visit_are_nothing_due_the_second_time(shop: Any) -> None:
    _hand_out(shop, _visit_for(shop, "letter"))
    second = _visit_for(shop, "postcard")
    _hand_out(shop, second)
    after = pickups.visit(shop.desk, second.pickup.id).pickup
    assert (after.payment, after.amount_cents, after.attempt) == ("nothing_due", 0, 0)


# ------------------------------------------------------------ owed


def _owed(shop: Any) -> str:
    shop.desk.online = False
    visit = _visit_for(shop, "letter")
    pickups.charge_later(shop.desk, shop.clerk_1, visit.pickup.id)
    pickups.sign(shop.desk, shop.clerk_1, visit.pickup.id, PNG)
    pickups.hand_over(shop.desk, shop.clerk_1, visit.pickup.id)
    assert pickups.owed(shop.desk, "a1") == ()
    _change(shop, visit.pickup.id, payment="declined")
    shop.desk.online = True
    return str(visit.pickup.id)


def test_s15_what_was_handed_over_and_then_declined_is_owed(shop: Any) -> None:
    pickup_id = _owed(shop)
    assert [one.id for one in pickups.owed(shop.desk, "a1")] == [pickup_id]
    found = pickups.listing(shop.desk, "owed", 0, 10)
    assert [(one.account_id, one.holder, one.owed_cents, one.pieces) for one in found] == [("a1", "Ann Lee", 100, 0)]
    assert (pickups.counts(shop.desk).owed, pickups.counts(shop.desk).all) == (1, 0)
    assert pickups.place(shop.desk, "owed", "a1") == 0


def test_s15_an_owed_fee_is_tried_again_under_its_own_key_and_once(shop: Any) -> None:
    pickup_id = _owed(shop)
    after = pickups.charge_owed(shop.desk, shop.clerk_1, pickup_id).pickup
    assert (after.state, after.payment, after.attempt, after.amount_cents) == ("handed_over", "asked", 2, 100)
    assert _refused(shop, pickups.charge_owed, pickup_id).code == "pickup.not_owed"
    assert pickups.counts(shop.desk).owed == 0
    _change(shop, pickup_id, seq=3_000, payment="declined")
    assert pickups.charge_owed(shop.desk, shop.clerk_1, pickup_id).pickup.attempt == 3


def test_s15_an_owed_fee_is_given_up_with_a_reason_by_customer_service(shop: Any) -> None:
    pickup_id = _owed(shop)
    assert _refused(shop, pickups.give_up_owed, pickup_id, "old").code == "rights.level_too_low"
    assert _refused(shop, pickups.give_up_owed, pickup_id, "", actor=CLEO).code == "pickup.give_up_reason_missing"
    after = pickups.give_up_owed(shop.desk, CLEO, pickup_id, "moved away").pickup
    assert (after.payment, after.reason, after.state) == ("given_up", "moved away", "handed_over")
    assert _refused(shop, pickups.give_up_owed, pickup_id, "again", actor=CLEO).code == "pickup.not_owed"


def test_s15_the_line_is_lost_between_the_charge_and_the_hand_over(shop: Any) -> None:
    """Section 9: power or line cut between charge and hand-over; the answer is awaited and nothing is asked twice."""
    visit = _visit_for(shop, "package")
    pickups.charge(shop.desk, shop.clerk_1, visit.pickup.id)
    pickups.sign(shop.desk, shop.clerk_1, visit.pickup.id, PNG)
    shop.desk.online = False
    assert _refused(shop, pickups.hand_over, visit.pickup.id).facts["gaps"] == ("pickup.not_paid",)
    assert _refused(shop, pickups.charge, visit.pickup.id).code == "pickup.wrong_state"
    charged(shop, visit.pickup.id)
    assert pickups.hand_over(shop.desk, shop.clerk_1, visit.pickup.id).pickup.state == "handed_over"
    assert kinds(shop.desk).count("pickup.charge_asked") == 1


def test_s12_a_partial_pickup_charges_and_hands_over_what_is_there(shop: Any) -> None:
    here, lost = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    pickup_id = ready_to_leave(shop, shop.clerk_1, [here])
    assert lost.id not in pickups.visit(shop.desk, pickup_id).pickup.items
    pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)
    assert (_item(shop, here.id).state, _item(shop, lost.id).state) == ("picked_up", "received")
