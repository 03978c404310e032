"""Handing over: the gate below the screen, money that only the centre can say is paid, two clerks, what is missing."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from counter_app.desk import pickups, receiving
from counter_app.desk.receiving import Arrival
from counter_app.domain.aamva import IdCard
from counter_app.domain.mail_item import MAIL_TYPES
from counter_app.domain.mailbox import AccountState
from counter_app.domain.rows import to_plain
from counter_app.events import PickupChanged
from counter_app.store import state
from tests.counter_acts import PNG, charged, everything, kinds, one, piece, ready_to_leave, refusal


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee", collectors=[{"name": "Carl Courier", "valid_to": "2026-11-02"}])
    counter.account("b1", "102", "Bob Stone")
    counter.clerk_1 = counter.clerk(level=2)
    return counter


def _refused(shop: Any, work: Any, *arguments: Any) -> Any:
    """The refusal; nothing of it is in the store."""
    before, told = everything(shop.desk), list(shop.told)
    error = refusal(work, shop.desk, shop.clerk_1, *arguments)
    assert everything(shop.desk) == before
    assert shop.told == told
    return error


def _open(shop: Any, *items: Any) -> str:
    return str(pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id for item in items]).pickup.id)


def _item(shop: Any, item_id: str) -> Any:
    with shop.desk.db.read() as connection:
        return state.item(connection, item_id)


def _settle(shop: Any, pickup_id: str, *items: Any, clerk: Any = None) -> None:
    """Who collects and what leaves, which comes before the money."""
    desk, clerk = shop.desk, clerk or shop.clerk_1
    pickups.check_id(desk, clerk, pickup_id, "Ann Lee", "passport")
    for item in items:
        pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)


STEPS = ("id", "scan", "pay", "sign")
GAPS = {
    "id": "pickup.id_not_checked",
    "scan": "pickup.pieces_not_scanned",
    "pay": "pickup.not_paid",
    "sign": "pickup.not_signed",
}


def _do(shop: Any, step: str, pickup_id: str, item: Any) -> None:
    desk, clerk = shop.desk, shop.clerk_1
    if step == "id":
        pickups.check_id(desk, clerk, pickup_id, "Ann Lee", "passport")
    elif step == "scan":
        pickups.scan_piece(desk, clerk, pickup_id, item.mail_id)
    elif step == "pay":
        charged(shop, pickup_id)  # as the centre says it, whatever was asked for here
    else:
        pickups.sign(desk, clerk, pickup_id, PNG)


@pytest.mark.parametrize(
    "done", [one for size in range(5) for one in itertools.combinations(STEPS, size)], ids=lambda one: "+".join(one)
)
def test_s12_nothing_leaves_before_every_step_is_done(shop: Any, done: tuple[str, ...]) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    for step in done:
        _do(shop, step, pickup_id, item)
    expected = tuple(GAPS[step] for step in STEPS if step not in done)
    assert pickups.visit(shop.desk, pickup_id).open_gaps == expected
    if not expected:
        visit = pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)
        assert (visit.pickup.state, visit.items[0].state) == ("handed_over", "picked_up")
        return
    error = _refused(shop, pickups.hand_over, pickup_id)
    assert (error.code, error.facts["gaps"]) == (expected[0], expected)
    assert _item(shop, item.id).state == "in_task"


@pytest.mark.parametrize("order", list(itertools.permutations(STEPS)), ids=lambda one: "-".join(one))
def test_s12_the_steps_may_come_in_any_order(shop: Any, order: tuple[str, ...]) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    for step in order:
        _do(shop, step, pickup_id, item)
    assert pickups.hand_over(shop.desk, shop.clerk_1, pickup_id).pickup.state == "handed_over"


def test_t6_custody_is_recorded_at_the_hand_over_with_its_receipt_in_the_same_transaction(shop: Any) -> None:
    import json

    item = piece(shop, shop.clerk_1, mail_type="letter", carrier="usps")
    pickup_id = ready_to_leave(shop, shop.clerk_1, [item])
    assert one(shop.desk, "SELECT count(*) FROM print_job WHERE printer = 'receipt'") == 0
    visit = pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)
    at_ms = one(shop.desk, "SELECT at_ms FROM journal WHERE kind = 'pickup.handed_over'")
    assert (visit.pickup.handed_by, visit.pickup.handed_ms) == ("clerk-1", at_ms)
    receipt = json.loads(one(shop.desk, "SELECT payload FROM print_job WHERE printer = 'receipt'"))
    assert receipt["pieces"] == [[item.mail_id, "USPS letter"]]
    assert (receipt["total"], receipt["paid"], receipt["collector"]) == ("$1.00", "Paid by card", "Ann Lee")
    assert receipt["when"] == "2026-11-02 10:00 EST"
    digest = one(shop.desk, "SELECT hex(op_hash) FROM journal WHERE kind = 'pickup.handed_over'").lower()
    assert receipt["evidence"].endswith(digest[:10])
    assert shop.told[-1] == PickupChanged(pickup_id, "handed_over")


def test_t6_a_piece_is_handed_over_once(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = ready_to_leave(shop, shop.clerk_1, [item])
    pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)
    assert _refused(shop, pickups.hand_over, pickup_id).code == "pickup.wrong_state"
    assert _refused(shop, pickups.open_walk_in, "a1", [item.id]).code == "item.not_on_shelf"
    assert _refused(shop, pickups.decline, pickup_id, "too late").code == "op.move_not_allowed"


def test_s12_a_foreign_label_stops_the_hand_over_and_says_whose_it_is(shop: Any) -> None:
    mine, foreign = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1, "b1", "Bob Stone")
    pickup_id = _open(shop, mine)
    error = _refused(shop, pickups.scan_piece, pickup_id, foreign.mail_id)
    assert (error.code, error.facts) == ("pickup.foreign_piece", {"mail_id": foreign.mail_id, "mailbox": "102"})
    error = _refused(shop, pickups.open_walk_in, "a1", [foreign.id])
    assert (error.code, error.facts["mailbox"]) == ("pickup.not_of_mailbox", "102")
    assert _refused(shop, pickups.add_pieces, pickup_id, [foreign.id]).code == "pickup.not_of_mailbox"


def test_s12_a_piece_that_went_to_another_mailbox_meanwhile_does_not_leave(shop: Any) -> None:
    from dataclasses import replace

    item = piece(shop, shop.clerk_1)
    pickup_id = ready_to_leave(shop, shop.clerk_1, [item])
    with shop.desk.db.write() as connection:
        now = state.item(connection, item.id)
        moved = to_plain(replace(now, account_id="b1", mailbox="102"))
        state.accept_pulled(connection, "item", [(item.id, 2_000, moved)])
    error = _refused(shop, pickups.hand_over, pickup_id)
    assert (error.code, error.facts["mailbox"]) == ("pickup.foreign_piece", "102")


@pytest.mark.parametrize("scanned", ["***", "---", "", " ", "\x1d", "%%%", "()"])
def test_s12_a_scan_that_says_nothing_ticks_nothing(shop: Any, scanned: str) -> None:
    item = piece(shop, shop.clerk_1)  # has no tracking number
    pickup_id = _open(shop, item)
    assert _refused(shop, pickups.scan_piece, pickup_id, scanned).code == "item.unknown"
    assert pickups.visit(shop.desk, pickup_id).pickup.scanned == ()


@pytest.mark.parametrize(
    ("received_by", "scanned"),
    [
        ("1Z999AA10123456784", "1z 999 aa1 01 2345 6784"),
        ("9400111899223817428490", "420122079400111899223817428490"),
        ("420122079400111899223817428490", "9400111899223817428490"),
        ("420122079400111899223817428490", "420122079400111899223817428490"),
        ("local-77/x", "LOCAL 77X"),
    ],
)
def test_s12_the_carriers_barcode_finds_the_piece_however_it_was_read(
    shop: Any, received_by: str, scanned: str
) -> None:
    item = piece(shop, shop.clerk_1, tracking=received_by)
    piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    assert pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, scanned).pickup.scanned == (item.id,)


def test_s12_a_piece_of_the_mailbox_that_is_not_in_the_pickup_can_be_added(shop: Any) -> None:
    item, more = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    error = _refused(shop, pickups.scan_piece, pickup_id, more.mail_id)
    assert (error.code, error.facts["item_id"]) == ("pickup.piece_not_in_pickup", more.id)
    pickups.add_pieces(shop.desk, shop.clerk_1, pickup_id, [more.id])
    visit = pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, more.mail_id)
    assert visit.pickup.items == (item.id, more.id)


def test_s16_what_the_customer_does_not_take_today_stays_for_another_pickup(shop: Any) -> None:
    goes, stays = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    pickup_id = _open(shop, goes, stays)
    pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, stays.mail_id)
    both = pickups.visit(shop.desk, pickup_id).due.cents
    visit = pickups.leave_pieces(shop.desk, shop.clerk_1, pickup_id, [stays.id])
    assert (visit.pickup.items, visit.pickup.scanned, visit.due.cents) == ((goes.id,), (), both // 2)
    assert [item.id for item in visit.more] == [stays.id]
    with shop.desk.db.read() as connection:
        free = state.item(connection, stays.id)
    assert free is not None
    assert (free.state, free.task_id, free.searched_for) == ("received", "", False)
    assert _refused(shop, pickups.leave_pieces, pickup_id, [goes.id]).code == "pickup.no_pieces"
    assert _refused(shop, pickups.leave_pieces, pickup_id, [stays.id]).code == "pickup.piece_not_in_pickup"
    assert pickups.add_pieces(shop.desk, shop.clerk_1, pickup_id, [stays.id]).pickup.items == (goes.id, stays.id)


def test_s12_scanning_a_piece_twice_writes_once(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    for _ in range(2):
        pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, item.mail_id)
    assert kinds(shop.desk).count("pickup.piece_scanned") == 1


@pytest.mark.parametrize("name", ["Zoe Quill", "Bob Stone", "A Lee", "Anne Leigh"])
def test_s12_who_is_not_on_the_form_collects_nothing(shop: Any, name: str) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    error = _refused(shop, pickups.check_id, pickup_id, name, "passport")
    assert error.code == "pickup.collector_not_authorised"
    assert error.facts["allowed"] == ("Ann Lee", "Carl Courier")


def test_s12_an_individual_of_block_5_collects_until_his_last_day(shop: Any) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    visit = pickups.check_id(shop.desk, shop.clerk_1, pickup_id, "carl courier", "state_id")
    assert visit.pickup.collector == "Carl Courier"
    shop.clock.advance(86_400_000)
    error = _refused(shop, pickups.check_id, pickup_id, "Carl Courier", "state_id")
    assert error.code == "pickup.collector_not_authorised"


@pytest.mark.parametrize(
    ("name", "id_type", "code"),
    [
        ("Ann Lee", "library_card", "pickup.id_type_missing"),
        ("Ann Lee", "", "pickup.id_type_missing"),
        ("", "passport", "pickup.collector_missing"),
        ("\u200b", "passport", "pickup.collector_missing"),
    ],
)
def test_s12_an_id_has_a_kind_and_a_name(shop: Any, name: str, id_type: str, code: str) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    assert _refused(shop, pickups.check_id, pickup_id, name, id_type).code == code


def _card(expires_on: date | None, given: str = "ANN", family: str = "LEE") -> IdCard:
    import inspect

    known: dict[str, Any] = {"family_name": family, "given_names": given, "expires_on": expires_on, "number": "S999"}
    needed = {
        name: known.get(name, () if "truncated" in name else "")
        for name, one in inspect.signature(IdCard).parameters.items()
        if name in known or one.default is inspect.Parameter.empty
    }
    return IdCard(**needed)


def test_s12_an_expired_card_is_refused_on_the_day_after_and_nothing_of_it_is_kept(shop: Any) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    error = _refused(shop, pickups.check_card, pickup_id, _card(date(2026, 11, 1)))
    assert (error.code, error.facts) == ("pickup.id_expired", {"expired_on": "2026-11-01"})
    visit = pickups.check_card(shop.desk, shop.clerk_1, pickup_id, _card(date(2026, 11, 2)))
    assert (visit.pickup.collector, visit.pickup.id_type) == ("Ann Lee", "driver_licence")
    assert "S999" not in str(everything(shop.desk))
    assert pickups.check_card(shop.desk, shop.clerk_1, pickup_id, _card(None)).pickup.collector == "Ann Lee"


def test_s12_a_signature_that_is_no_picture_is_none(shop: Any) -> None:
    pickup_id = _open(shop, piece(shop, shop.clerk_1))
    for picture in (b"", b"\x89PNG", b"\xff\xd8\xff\xe0"):  # the centre takes nothing else as a signature
        assert _refused(shop, pickups.sign, pickup_id, picture).code == "pickup.signature_empty"
    assert list(shop.desk.blobs.folder.iterdir()) == []
    visit = pickups.sign(shop.desk, shop.clerk_1, pickup_id, PNG)
    assert shop.desk.blobs.open_plain(visit.pickup.signature) == PNG


def test_a_missing_piece_stays_behind_and_the_others_leave(shop: Any) -> None:
    here, lost = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    pickup_id = _open(shop, here, lost)
    pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, here.mail_id)
    assert _refused(shop, pickups.piece_missing, pickup_id, here.id).code == "pickup.piece_not_in_pickup"
    visit = pickups.piece_missing(shop.desk, shop.clerk_1, pickup_id, lost.id)
    assert visit.due.cents == 250  # a piece that does not leave is not charged
    pickups.check_id(shop.desk, shop.clerk_1, pickup_id, "Ann Lee", "passport")
    pickups.charge(shop.desk, shop.clerk_1, pickup_id)
    charged(shop, pickup_id)
    pickups.sign(shop.desk, shop.clerk_1, pickup_id, PNG)
    pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)
    after = _item(shop, lost.id)
    assert (_item(shop, here.id).state, after.state, after.task_id) == ("picked_up", "received", "")


def test_a_piece_that_is_found_again_is_scanned_and_leaves_too(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    pickups.piece_missing(shop.desk, shop.clerk_1, pickup_id, item.id)
    assert "pickup.no_pieces" in pickups.visit(shop.desk, pickup_id).open_gaps
    visit = pickups.scan_piece(shop.desk, shop.clerk_1, pickup_id, item.mail_id)
    assert visit.pickup.to_hand_over == (item.id,)


def test_nothing_but_missing_pieces_hands_over_nothing(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    pickups.piece_missing(shop.desk, shop.clerk_1, pickup_id, item.id)
    for step in ("id", "sign"):
        _do(shop, step, pickup_id, item)
    assert _refused(shop, pickups.hand_over, pickup_id).code == "pickup.no_pieces"


@pytest.mark.parametrize(
    ("types", "cents"),
    [
        (["letter"] * 10, 100),
        (["package"], 250),
        (["letter", "package", "package"], 600),
        (["large_envelope", "postcard", "magazine", "letter"], 100),
        (["check"], 100),
        (["check", "letter", "package"], 350),
    ],
)
def test_s14_letters_cost_once_a_visit_and_packages_one_by_one(shop: Any, types: list[str], cents: int) -> None:
    items = [piece(shop, shop.clerk_1, mail_type=one) for one in types]
    assert pickups.visit(shop.desk, _open(shop, *items)).due.cents == cents


@pytest.mark.parametrize("mail_type", MAIL_TYPES)
def test_s16_every_kind_of_piece_that_is_taken_in_can_go_out(shop: Any, mail_type: str) -> None:
    item = piece(shop, shop.clerk_1, mail_type=mail_type)
    pickup_id = ready_to_leave(shop, shop.clerk_1, [item])
    assert pickups.hand_over(shop.desk, shop.clerk_1, pickup_id).items[0].state == "picked_up"


def test_s15_asking_for_the_charge_is_not_being_paid(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    for step in ("id", "scan", "sign"):
        _do(shop, step, pickup_id, item)
    visit = pickups.charge(shop.desk, shop.clerk_1, pickup_id)
    assert (visit.pickup.state, visit.pickup.attempt, visit.pickup.amount_cents) == ("charging", 1, 250)
    shop.clock.advance(86_400_000)
    assert _refused(shop, pickups.hand_over, pickup_id).facts["gaps"] == ("pickup.not_paid",)
    assert _refused(shop, pickups.charge, pickup_id).code == "pickup.wrong_state"
    charged(shop, pickup_id)
    pickups.hand_over(shop.desk, shop.clerk_1, pickup_id)


def test_s15_a_declined_card_goes_back_to_work_with_a_new_attempt(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    _settle(shop, pickup_id, item)
    pickups.charge(shop.desk, shop.clerk_1, pickup_id)
    charged(shop, pickup_id, "declined")
    assert _refused(shop, pickups.charge, pickup_id).code == "pickup.wrong_state"
    assert "pickup.not_paid" in _refused(shop, pickups.hand_over, pickup_id).facts["gaps"]
    pickups.try_again(shop.desk, shop.clerk_1, pickup_id)
    assert _refused(shop, pickups.try_again, pickup_id).code == "pickup.wrong_state"
    assert pickups.charge(shop.desk, shop.clerk_1, pickup_id).pickup.attempt == 2


def test_s15_giving_up_after_a_declined_card_frees_the_pieces(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    _settle(shop, pickup_id, item)
    pickups.charge(shop.desk, shop.clerk_1, pickup_id)
    charged(shop, pickup_id, "declined")
    assert _refused(shop, pickups.decline, pickup_id, " ").code == "pickup.reason_missing"
    pickups.decline(shop.desk, shop.clerk_1, pickup_id, "no card")
    after = _item(shop, item.id)
    assert (after.state, after.task_id) == ("received", "")
    _open(shop, item)


def test_nothing_due_is_paid_at_once(make_counter: Any) -> None:
    counter = make_counter(settings={"pickup_prices": {}})
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    item = piece(counter, clerk)
    visit = pickups.open_walk_in(counter.desk, clerk, "a1", [item.id])
    _settle(counter, visit.pickup.id, item, clerk=clerk)
    after = pickups.charge(counter.desk, clerk, visit.pickup.id)
    assert (after.pickup.state, after.pickup.payment) == ("paid", "nothing_due")


@pytest.mark.parametrize(
    ("settings", "online", "packages", "code"),
    [
        ({}, False, 8, ""),
        ({}, False, 9, "pickup.offline_limit"),
        ({}, True, 1, "pickup.online"),
        ({"offline_handover": "refuse"}, False, 1, "pickup.offline_refused"),
        ({"offline_handover": "sure, why not"}, False, 1, "pickup.offline_refused"),
        ({"offline_limit_cents": 249}, False, 1, "pickup.offline_limit"),
        ({"offline_limit_cents": 250}, False, 1, ""),
    ],
)
def test_s12_without_the_internet_the_stores_own_rule_decides(
    make_counter: Any, settings: dict[str, Any], online: bool, packages: int, code: str
) -> None:
    counter = make_counter(settings=settings)
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    counter.desk.online = online
    items = [piece(counter, clerk) for _ in range(packages)]
    pickup_id = pickups.open_walk_in(counter.desk, clerk, "a1", [item.id for item in items]).pickup.id
    _settle(counter, pickup_id, *items, clerk=clerk)
    if code:
        before = everything(counter.desk)
        assert refusal(pickups.charge_later, counter.desk, clerk, pickup_id).code == code
        assert everything(counter.desk) == before
    else:
        after = pickups.charge_later(counter.desk, clerk, pickup_id)
        assert (after.pickup.state, after.pickup.amount_cents) == ("pay_later", packages * 250)
        assert "pickup.not_paid" not in after.open_gaps


def test_s15_a_charge_that_hangs_is_put_off_under_its_own_key(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    _settle(shop, pickup_id, item)
    pickups.charge(shop.desk, shop.clerk_1, pickup_id)
    after = pickups.charge_later(shop.desk, shop.clerk_1, pickup_id)
    assert (after.pickup.state, after.pickup.attempt) == ("pay_later", 1)
    assert _refused(shop, pickups.charge, pickup_id).code == "pickup.wrong_state"
    assert _refused(shop, pickups.charge_later, pickup_id).code == "pickup.wrong_state"


def test_s16_a_piece_lies_in_one_pickup_only(shop: Any) -> None:
    item, other = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    first = _open(shop, item)
    error = _refused(shop, pickups.open_walk_in, "a1", [item.id])
    facts = {"mail_id": item.mail_id, "item_id": item.id, "task_id": first, "kind": "pickup"}
    assert (error.code, error.facts) == ("item.in_other_task", facts)
    second = _open(shop, other)
    assert _refused(shop, pickups.scan_piece, second, item.mail_id).code == "item.in_other_task"
    assert _refused(shop, pickups.add_pieces, second, [item.id]).code == "item.in_other_task"


@pytest.mark.parametrize(
    ("items", "code"),
    [([], "pickup.no_pieces"), (["nobody"], "item.unknown")],
)
def test_s16_a_walk_in_has_pieces_that_exist(shop: Any, items: list[str], code: str) -> None:
    assert _refused(shop, pickups.open_walk_in, "a1", items).code == code


def test_s16_a_piece_named_twice_is_one_piece(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    assert pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id, item.id]).pickup.items == (item.id,)


def test_s16_an_unassigned_piece_is_in_no_pickup(shop: Any) -> None:
    item = receiving.receive_unassigned(shop.desk, shop.clerk_1, Arrival(name="Ann Lee")).item
    assert _refused(shop, pickups.open_walk_in, "a1", [item.id]).code == "pickup.not_of_mailbox"


@pytest.mark.parametrize("account_state", list(AccountState), ids=lambda one: one.value)
def test_s16_only_some_states_of_a_mailbox_allow_a_walk_in(shop: Any, account_state: AccountState) -> None:
    from dataclasses import replace

    item = piece(shop, shop.clerk_1)
    with shop.desk.db.write() as connection:
        account = state.account(connection, "a1")
        assert account is not None
        row = to_plain(replace(account, state=account_state.value))
        state.accept_pulled(connection, "account", [("a1", 50, row)])
    if account_state.value in ("active", "resubmission_due"):
        _open(shop, item)
    else:
        assert _refused(shop, pickups.open_walk_in, "a1", [item.id]).code.startswith("mailbox.")


def _scheduled(shop: Any, pickup_id: str, items: list[Any], account: str = "a1") -> None:
    """What the centre sends when a customer has asked for a pickup."""
    from dataclasses import replace

    from counter_app.domain.pickup import Pickup

    row = Pickup(pickup_id, account, "101", "scheduled", "scheduled", tuple(item.id for item in items))
    with shop.desk.db.write() as connection:
        state.accept_pulled(connection, "pickup", [(pickup_id, 60, to_plain(row))])
        for item in items:
            now = state.item(connection, item.id)
            assert now is not None
            taken = replace(now, state="in_task", task_id=pickup_id, state_before_task=now.state)
            state.accept_pulled(connection, "item", [(item.id, 61, to_plain(taken))])


def test_s14_a_scheduled_pickup_is_taken_before_a_walk_in_is_made(shop: Any) -> None:
    asked, more = piece(shop, shop.clerk_1), piece(shop, shop.clerk_1)
    _scheduled(shop, "k1", [asked])
    error = _refused(shop, pickups.open_walk_in, "a1", [more.id])
    assert (error.code, error.facts["pickup_id"]) == ("pickup.exists", "k1")
    assert _refused(shop, pickups.scan_piece, "k1", asked.mail_id).code == "pickup.wrong_state"
    visit = pickups.start(shop.desk, shop.clerk_1, "k1")
    assert (visit.pickup.state, visit.pickup.mode) == ("in_progress", "scheduled")
    assert pickups.add_pieces(shop.desk, shop.clerk_1, "k1", [more.id]).pickup.items == (asked.id, more.id)
    assert _refused(shop, pickups.start, "k1").code == "pickup.wrong_state"


def test_s14_a_scheduled_pickup_that_nobody_came_for_is_declined_with_a_reason(shop: Any) -> None:
    asked = piece(shop, shop.clerk_1)
    _scheduled(shop, "k1", [asked])
    assert _refused(shop, pickups.decline, "k1", "").code == "pickup.reason_missing"
    assert pickups.decline(shop.desk, shop.clerk_1, "k1", "a week").pickup.state == "declined"
    assert _item(shop, asked.id).state == "received"


def test_putting_back_forgets_the_id_and_keeps_the_pieces(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    for step in ("id", "scan", "sign"):
        _do(shop, step, pickup_id, item)
    after = pickups.put_back(shop.desk, shop.clerk_1, pickup_id, "forgot the wallet")
    assert (after.pickup.state, after.pickup.scanned, after.pickup.collector) == ("ready", (), "")
    assert after.pickup.signature == ""
    assert _item(shop, item.id).state == "in_task"
    again = pickups.start(shop.desk, shop.clerk_1, pickup_id)
    assert set(again.open_gaps) == set(GAPS.values())


def test_a_pickup_that_is_charged_or_done_is_not_put_back(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    pickup_id = _open(shop, item)
    _settle(shop, pickup_id, item)
    pickups.charge(shop.desk, shop.clerk_1, pickup_id)
    assert _refused(shop, pickups.put_back, pickup_id).code == "pickup.wrong_state"
    charged(shop, pickup_id)
    assert _refused(shop, pickups.put_back, pickup_id).code == "pickup.wrong_state"
    assert _refused(shop, pickups.decline, pickup_id, "why").code == "op.move_not_allowed"


def test_two_clerks_at_one_pickup_see_one_truth(shop: Any) -> None:
    from counter_app.domain.employee import Actor

    item = piece(shop, shop.clerk_1)
    pickup_id = ready_to_leave(shop, shop.clerk_1, [item])
    second = Actor("clerk-2", 2)
    assert refusal(pickups.hand_over, shop.desk, second, pickup_id).code == "pickup.locked"
    pickups.take(shop.desk, second, pickup_id, "lunch")
    pickups.hand_over(shop.desk, second, pickup_id)
    assert _refused(shop, pickups.hand_over, pickup_id).code == "pickup.wrong_state"
    assert _refused(shop, pickups.put_back, pickup_id).code == "pickup.wrong_state"
    assert pickups.visit(shop.desk, pickup_id).pickup.handed_by == "clerk-2"
    assert one(shop.desk, "SELECT count(*) FROM print_job WHERE printer = 'receipt'") == 1


def test_a_pickup_that_nobody_knows_is_refused_by_every_step(shop: Any) -> None:
    for work, more in (
        (pickups.start, ()),
        (pickups.add_pieces, (["x"],)),
        (pickups.leave_pieces, (["x"],)),
        (pickups.check_id, ("Ann Lee", "passport")),
        (pickups.scan_piece, ("M",)),
        (pickups.piece_missing, ("x",)),
        (pickups.charge, ()),
        (pickups.charge_later, ()),
        (pickups.try_again, ()),
        (pickups.hand_over, ()),
        (pickups.put_back, ()),
        (pickups.decline, ("why",)),
    ):
        assert _refused(shop, work, "nobody", *more).code == "pickup.unknown"
