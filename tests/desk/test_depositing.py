"""Check deposit through the use cases: five checks of one bank, endorsed, on a slip, by followed mail (2.10)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from counter_app.desk import depositing, scanning, task_work
from counter_app.desk.depositing import CheckEntry
from counter_app.domain.task import TaskState
from printers.labels import label_from_payload
from tests.counter_acts import everything, one, refusal
from tests.desk.papers import item, page, paid, put_in
from tests.desk.test_tasks import asked, gather, shop, task

__all__ = ["shop"]
TERMS = json.dumps(
    {
        "bank": "First National",
        "bank_address": "200 Main St, Austin, TX 78701",
        "bank_account": "••4821",
        "agreed_cents": 0,
    }
)
GOOD = CheckEntry("", "Chase Bank", "000123456789", 12_345, "2026-02-20", "Ann Lee", endorsed=True)


def scanned(shop: Any) -> None:
    task_id = asked(shop, "scan")
    gather(shop, task_id)
    scanning.open_envelope(shop.desk, shop.ann, task_id)
    scanning.save(shop.desk, shop.ann, task_id, [page(shop)])
    paid(shop, task_id)
    pdf = shop.desk.blobs.keep(b"%PDF-1.4", "scan")
    scanning.complete(shop.desk, shop.ann, task_id, pdf, 8, True)


@pytest.fixture
def deposit(shop: Any) -> Any:
    """A deposit of two scanned pieces, gathered."""
    scanned(shop)
    shop.task = asked(shop, "check_deposit", terms=TERMS)
    gather(shop, shop.task)
    return shop


def entry(shop: Any, n: int = 0, **more: Any) -> CheckEntry:
    return replace(GOOD, item_id=shop.items[n].id, **more)


def prepared(shop: Any) -> None:
    for n in (0, 1):
        depositing.set_check(shop.desk, shop.ann, shop.task, entry(shop, n))
    depositing.prepare(shop.desk, shop.ann, shop.task)


def labelled(shop: Any) -> None:
    prepared(shop)
    depositing.pack(shop.desk, shop.ann, shop.task, "letter", 40)
    depositing.price(shop.desk, shop.ann, shop.task, "usps_priority", 1_085)
    paid(shop, shop.task)
    depositing.label(shop.desk, shop.ann, shop.task, "9405 5036 9930 0483 0719 23")


def test_s10_a_deposit_from_the_check_to_the_carrier(deposit: Any) -> None:
    labelled(deposit)
    row = task(deposit, deposit.task)
    assert (row.state, row.amount_cents, row.tracking) == ("label_printed", 495 + 1_085, "9405503699300483071923")
    assert [one_task.id for one_task in depositing.waiting(deposit.desk, deposit.ann)] == [deposit.task]
    assert refusal(depositing.hand_over, deposit.desk, deposit.ann, "9400111899223197428490").code == (
        "deposit.label_unknown"
    )
    view = depositing.hand_over(deposit.desk, deposit.ann, "420787019405503699300483071923")
    assert (view.task.state, view.task.remarks) == ("handed_to_carrier", ())
    assert {one_item.state for one_item in view.items} == {"deposited"}
    assert depositing.waiting(deposit.desk, deposit.ann) == ()


def test_five_checks_are_taken_and_the_sixth_is_refused(deposit: Any) -> None:
    for n in range(5):
        view = depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit, n % 2, cents=100 + n))
    assert (len(view.task.checks), view.task.total) == (5, 510)
    error = refusal(depositing.set_check, deposit.desk, deposit.ann, deposit.task, entry(deposit))
    assert (error.code, error.facts["most"]) == ("deposit.too_many_checks", 5)
    again = depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit, cents=999), number=3)
    assert [check.cents for check in again.task.checks] == [100, 101, 999, 103, 104]
    depositing.remove_check(deposit.desk, deposit.ann, deposit.task, 1)
    view = depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit))
    assert [check.number for check in view.task.checks] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"payee": "Bob Stone"}, "deposit.payee_not_on_account"),
        ({"payee": ""}, "deposit.payee_not_on_account"),
        ({"payee": "Anne Lee"}, "deposit.payee_confirm"),
        ({"cents": 0}, "deposit.amount_wrong"),
        ({"cents": 100_000_001}, "deposit.amount_wrong"),
        ({"dated": "yesterday"}, "deposit.date_wrong"),
        ({"dated": "2026-02-30"}, "deposit.date_wrong"),
        ({"dated": "20260220"}, "deposit.date_wrong"),
        ({"dated": "2026-12-24"}, "deposit.date_to_come"),
        ({"bank": " "}, "deposit.bank_on_check_missing"),
        ({"item_id": "nothing"}, "task.piece_not_in_task"),
    ],
)
def test_a_check_that_no_bank_would_take_is_refused(deposit: Any, change: Any, code: str) -> None:
    before = everything(deposit.desk)["journal"]
    wrong = replace(entry(deposit), **change)
    assert refusal(depositing.set_check, deposit.desk, deposit.ann, deposit.task, wrong).code == code
    assert everything(deposit.desk)["journal"] == before


def test_a_likely_payee_is_confirmed_by_name(deposit: Any) -> None:
    likely = refusal(
        depositing.set_check, deposit.desk, deposit.ann, deposit.task, entry(deposit, payee="Anne Lee")
    ).facts["likely"]
    confirmed = entry(deposit, payee="Anne Lee", confirmed=likely)
    view = depositing.set_check(deposit.desk, deposit.ann, deposit.task, confirmed)
    assert view.task.checks[0].verdict == "likely"


def test_checks_of_two_banks_are_two_deposits(deposit: Any) -> None:
    depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit))
    depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit, 1, bank="CHASE  bank."))
    other = entry(deposit, 1, bank="Wells Fargo")
    assert refusal(depositing.set_check, deposit.desk, deposit.ann, deposit.task, other).code == "deposit.other_bank"


def test_a_check_that_the_customer_has_not_seen_is_not_deposited(shop: Any) -> None:
    shop.task = asked(shop, "check_deposit", terms=TERMS)
    gather(shop, shop.task)
    error = refusal(depositing.set_check, shop.desk, shop.ann, shop.task, entry(shop))
    assert (error.code, error.facts["mail_id"]) == ("deposit.not_scanned", shop.items[0].mail_id)


@pytest.mark.parametrize(("days", "old"), [(180, ()), (181, (1,))])
def test_a_check_older_than_180_days_is_taken_with_a_warning(deposit: Any, days: int, old: Any) -> None:
    dated = (date.fromisoformat(deposit.desk.today()) - timedelta(days=days)).isoformat()
    view = depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit, dated=dated))
    assert depositing.stale(view.task, deposit.desk.today()) == old


def test_account_numbers_are_kept_by_their_last_four_digits_only(deposit: Any) -> None:
    view = depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit))
    assert view.task.checks[0].account == "••6789"
    depositing.set_bank(deposit.desk, deposit.ann, deposit.task, "Chase", "1 Main St, Austin, TX 78701", "9876543210")
    told = json.dumps([[str(cell) for cell in row] for rows in everything(deposit.desk).values() for row in rows])
    assert "000123456789" not in told
    assert "9876543210" not in told


def test_the_slip_waits_until_every_check_is_endorsed_and_every_piece_has_one(deposit: Any) -> None:
    prepare = depositing.prepare
    assert refusal(prepare, deposit.desk, deposit.ann, deposit.task).code == "deposit.no_checks"
    depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit, endorsed=False))
    assert refusal(prepare, deposit.desk, deposit.ann, deposit.task).code == "deposit.piece_without_check"
    assert refusal(depositing.no_check, deposit.desk, deposit.ann, deposit.task, deposit.items[0].id).code == (
        "deposit.check_there"
    )
    depositing.no_check(deposit.desk, deposit.ann, deposit.task, deposit.items[1].id)
    assert refusal(prepare, deposit.desk, deposit.ann, deposit.task).code == "deposit.not_endorsed"
    depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit), number=1)
    assert prepare(deposit.desk, deposit.ann, deposit.task).task.state == "prepared"
    kind, printer, payload, copies = (
        one(deposit.desk, f"SELECT {column} FROM print_job WHERE kind = 'deposit_slip'")
        for column in ("kind", "printer", "payload", "copies")
    )
    assert (kind, printer, copies) == ("deposit_slip", "receipt", 1)
    slip = label_from_payload("deposit_slip", json.loads(payload))
    assert (slip.total, slip.holder, slip.checks) == ("$123.45", "Ann Lee", (("1  Chase Bank ••6789", "$123.45"),))
    assert one(deposit.desk, "SELECT count(*) FROM print_job WHERE kind = 'deposit_slip'") == 1


def test_a_piece_without_a_check_goes_back_to_its_shelf(deposit: Any) -> None:
    depositing.set_check(deposit.desk, deposit.ann, deposit.task, entry(deposit))
    depositing.no_check(deposit.desk, deposit.ann, deposit.task, deposit.items[1].id)
    depositing.prepare(deposit.desk, deposit.ann, deposit.task)
    depositing.pack(deposit.desk, deposit.ann, deposit.task, "letter", 40)
    depositing.price(deposit.desk, deposit.ann, deposit.task, "usps_priority", 1_085)
    paid(deposit, deposit.task)
    depositing.label(deposit.desk, deposit.ann, deposit.task, "9405503699300483071923", own_label=True)
    depositing.hand_over(deposit.desk, deposit.ann, "9405503699300483071923")
    assert [item(deposit, one_item.id).state for one_item in deposit.items] == ["deposited", "scanned"]


@pytest.mark.parametrize(
    ("bank", "address", "code"),
    [
        ("", "200 Main St, Austin, TX 78701", "deposit.bank_missing"),
        ("Chase", "", "deposit.bank_missing"),
        ("Barclays", "1 Churchill Place, London E14 5HP", "deposit.foreign_bank"),
        ("RBC", "200 Bay St, Toronto, ON M5J 2J5", "deposit.foreign_bank"),
    ],
)
def test_only_a_bank_in_the_united_states_takes_a_deposit(deposit: Any, bank: str, address: str, code: str) -> None:
    set_bank = depositing.set_bank
    assert refusal(set_bank, deposit.desk, deposit.ann, deposit.task, bank, address, "1").code == code


@pytest.mark.parametrize("address", ["PO Box 17, Austin, TX 78701", "P.O. BOX 9 Austin TX 78701-0009"])
def test_priority_mail_is_the_only_way_to_a_po_box(deposit: Any, address: str) -> None:
    depositing.set_bank(deposit.desk, deposit.ann, deposit.task, "Chase", address, "1")
    prepared(deposit)
    depositing.pack(deposit.desk, deposit.ann, deposit.task, "letter", 40)
    price = depositing.price
    for service in ("ups_ground", "usps_ground_advantage"):
        assert refusal(price, deposit.desk, deposit.ann, deposit.task, service, 900).code == "deposit.po_box_priority"
    assert price(deposit.desk, deposit.ann, deposit.task, "usps_priority", 900).task.service == "usps_priority"


def test_what_cannot_be_followed_or_weighed_is_refused(deposit: Any) -> None:
    prepared(deposit)
    pack, price = depositing.pack, depositing.price
    for packaging, grams in (("parcel", 40), ("letter", 0), ("letter", 2_001)):
        error = refusal(pack, deposit.desk, deposit.ann, deposit.task, packaging, grams)
        assert error.code == "deposit.packaging_wrong"
    pack(deposit.desk, deposit.ann, deposit.task, "large_envelope", 60)
    assert refusal(price, deposit.desk, deposit.ann, deposit.task, "stamp", 78).code == "deposit.not_trackable"
    for cents in (0, -1, 20_001):
        error = refusal(price, deposit.desk, deposit.ann, deposit.task, "ups_ground", cents)
        assert error.code == "deposit.postage_wrong"


def test_a_price_beyond_what_was_agreed_needs_the_customer(deposit: Any) -> None:
    put_in(deposit, deposit.task, "gathered", agreed_cents=1_400)
    prepared(deposit)
    depositing.pack(deposit.desk, deposit.ann, deposit.task, "letter", 40)
    depositing.price(deposit.desk, deposit.ann, deposit.task, "usps_priority", 1_085)
    error = refusal(task_work.charge, deposit.desk, deposit.ann, deposit.task)
    assert (error.code, error.facts["due_cents"]) == ("task.customer_must_agree", 1_580)
    assert task_work.ask_customer(deposit.desk, deposit.ann, deposit.task).task.state == "awaiting_customer"


def test_a_label_has_a_number(deposit: Any) -> None:
    prepared(deposit)
    depositing.pack(deposit.desk, deposit.ann, deposit.task, "letter", 40)
    depositing.price(deposit.desk, deposit.ann, deposit.task, "usps_priority", 1_085)
    assert refusal(depositing.label, deposit.desk, deposit.ann, deposit.task, "9405503699300483071923").code == (
        "task.wrong_step"
    )
    paid(deposit, deposit.task)
    assert refusal(depositing.label, deposit.desk, deposit.ann, deposit.task, " - ").code == "deposit.tracking_missing"
    assert refusal(depositing.label, deposit.desk, deposit.ann, deposit.task, "123").code == "deposit.tracking_wrong"


def test_every_step_of_a_deposit_is_refused_in_every_other_state(deposit: Any) -> None:
    s = TaskState
    steps: dict[str, tuple[tuple[Any, ...], set[TaskState]]] = {
        "set_bank": (("B", "1 Main St, Austin, TX 78701", "1"), {s.REQUESTED, s.GATHERED, s.PREPARED, s.WEIGHED}),
        "set_check": ((entry(deposit),), {s.GATHERED, s.PREPARED}),
        "remove_check": ((1,), {s.GATHERED, s.PREPARED}),
        "no_check": ((deposit.items[1].id,), {s.GATHERED, s.PREPARED}),
        "prepare": ((), {s.GATHERED}),
        "pack": (("letter", 40), {s.PREPARED, s.PRICED}),
        "price": (("ups_ground", 900), {s.WEIGHED}),
        "label": (("9405503699300483071923",), {s.PAID}),
    }
    for name, (arguments, allowed) in steps.items():
        for state in set(s) - allowed:
            put_in(deposit, deposit.task, state.value, locked_by="")
            before = everything(deposit.desk)["journal"]
            error = refusal(getattr(depositing, name), deposit.desk, deposit.ann, deposit.task, *arguments)
            assert error.code in ("task.wrong_step", "task.not_open"), (name, state)
            assert everything(deposit.desk)["journal"] == before
