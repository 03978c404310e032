"""The rules of scanning, shredding and depositing: prices, blank sides, banks, what their acts move (2.8, 2.10)."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import fold
from counter_app.domain.fold import Rejected
from counter_app.domain.mail_item import MailItem
from counter_app.domain.operations import MalformedOperationError, Operation, checked_body
from counter_app.domain.rows import from_plain, to_plain
from counter_app.domain.task import TaskState
from counter_app.domain.task_deposit import (
    Check,
    DepositTask,
    deposit_gaps,
    is_po_box,
    is_us_address,
    masked,
    same_bank,
    services_to,
)
from counter_app.domain.task_fees import TaskPrices, lines_for
from counter_app.domain.task_scan import ScanPage, ScanTask, page_from, to_send
from counter_app.domain.task_shred import PageCount, ShredTask
from tests.domain.test_task_states import ANN, legal, of, op

HASH = "a" * 64
PAGE = ScanPage(HASH).written()


@given(
    st.builds(
        ScanPage,
        st.just(HASH),
        st.sampled_from([0, 90, 180, 270]),
        st.integers(0, 10_000),
        st.integers(0, 1),
        st.just(1),
        st.integers(0, 1),
    )
)
def test_a_page_is_read_as_it_was_written(page: ScanPage) -> None:
    assert page_from(page.written()) == page


@given(st.text(max_size=90) | st.from_regex(r"[0-9a-f]{64}(:[0-9]{1,6}){4,6}"))
def test_whatever_a_page_says_it_is_one_or_a_value_error(text: str) -> None:
    try:
        assert page_from(text).sides >= 1
    except ValueError:
        pass


@pytest.mark.parametrize(
    "text",
    [
        f"{HASH}:45:0:0:1:0",
        f"{HASH}:0:0:2:1:0",
        f"{HASH}:0:0:0:0:0",
        f"{HASH}:0:0:0:2:0",
        f"{HASH}:0:0:0:1",
        "x:0:0:0:1:0",
    ],
)
def test_a_page_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no such page"):
        page_from(text)
    with pytest.raises(MalformedOperationError, match="pages"):
        fold.apply("task", of("scan", "opened"), op("task.scan_saved", pages=[text]))


def test_a_side_below_the_limit_is_blank_and_a_pdf_never_is() -> None:
    thin, blank, kept, pdf = (
        ScanPage("1", ink=100),
        ScanPage("2", ink=99),
        ScanPage("3", ink=0, kept=1),
        ScanPage("4", ink=0, sides=7, pdf=1),
    )
    assert to_send((thin, blank, kept, pdf), 100) == (thin, kept, pdf)


@pytest.mark.parametrize(("counts", "cents"), [((1,), 225), ((10,), 225), ((11,), 250), ((10, 11), 475), ((), 0)])
def test_s10_what_shredding_costs(counts: tuple[int, ...], cents: int) -> None:
    items = tuple(f"i{n}" for n in range(len(counts)))
    task = ShredTask("t", "shred", "a", "1", "counted", items=items)
    task = replace(task, counts=tuple(PageCount(one, pages) for one, pages in zip(items, counts, strict=True)))
    assert sum(line.cents for line in lines_for(task, [], TaskPrices())) == cents


def test_what_a_deposit_costs_is_4_95_and_the_postage() -> None:
    task = DepositTask("t", "check_deposit", "a", "1", "priced", service="usps_priority", postage_cents=985)
    assert [line.cents for line in lines_for(task, [], TaskPrices())] == [495, 985]
    assert lines_for(replace(task, service=""), [], TaskPrices()) == ()


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("PO Box 12, Reno, NV 89501", True),
        ("P.O. Box 12", True),
        ("p o box 12", True),
        ("POB 12, Reno, NV 89501", True),
        ("Post Office Box 12", True),
        ("12 Box Elder Rd, Reno, NV 89501", False),
        ("1 Poboxer St", False),
        ("400 Main St", False),
    ],
)
def test_a_po_box_is_known_by_how_it_is_written(address: str, box: bool) -> None:
    assert is_po_box(address) is box
    assert services_to(address) == (("usps_priority",) if box else services_to("400 Main St"))


@pytest.mark.parametrize(
    ("address", "us"),
    [
        ("200 Main St, Austin, TX 78701", True),
        ("200 Main St Austin tx 78701-1234", True),
        ("PO Box 1, San Juan, PR 00901", True),
        ("1 Churchill Place, London E14 5HP", False),
        ("10 rue X, 75001 Paris", False),
        ("200 Bay St, Toronto, ON 12345", False),
    ],
)
def test_an_address_in_the_united_states_has_a_state_and_a_zip_code(address: str, us: bool) -> None:
    assert is_us_address(address) is us


def test_names_of_banks_and_account_numbers() -> None:
    assert same_bank("JP Morgan-Chase", "jp morgan chase.")
    assert not same_bank("Chase", "Citi")
    assert (masked("00012-3456"), masked("••4821"), masked(""), masked("7")) == ("••3456", "••4821", "", "••7")


def test_the_gaps_of_a_deposit_come_in_the_order_of_work() -> None:
    task = DepositTask("t", "check_deposit", "a", "1", "gathered", items=("i1", "i2"))
    assert deposit_gaps(task) == ("deposit.bank_missing", "deposit.no_checks", "deposit.piece_without_check")
    task = replace(task, bank="B", bank_address="X", checks=(Check(1, "i1", "B"),), absent=("i2",))
    assert deposit_gaps(task) == ("deposit.not_endorsed",)
    assert deposit_gaps(replace(task, checks=(Check(1, "i1", "B", endorsed=1),))) == ()


# ------------------------------------------------------------ every act from every state

CHECK = {"number": 1, "item": "i1", "bank": "B", "endorsed": 1}
MOVING: list[tuple[str, str, str, dict[str, Any]]] = [
    ("scan", "task.envelope_opened", "opened", {}),
    ("scan", "task.scan_completed", "completed", {"pdf": HASH, "resealed": 1}),
    ("shred", "task.put_on_pile", "in_shred_pile", {"pile": "P"}),
    ("shred", "task.rescued", "rescued", {"shelf": "A"}),
    ("shred", "task.pile_shredded", "shredded", {}),
    ("discard", "task.discarded", "discarded", {}),
    ("check_deposit", "task.deposit_prepared", "prepared", {}),
    ("check_deposit", "task.deposit_labelled", "label_printed", {"tracking": "1"}),
    ("check_deposit", "task.deposit_sent", "handed_to_carrier", {}),
]
STAYING: list[tuple[str, str, set[str], dict[str, Any]]] = [
    ("scan", "task.scan_noted", {"opened", "scanned", "paid"}, {"note_kind": "unreadable"}),
    ("check_deposit", "task.check_set", {"gathered", "prepared"}, CHECK),
    ("check_deposit", "task.check_removed", {"gathered", "prepared"}, {"number": 1}),
    ("check_deposit", "task.check_absent", {"gathered", "prepared"}, {"item": "i1", "absent": 1}),
]
STATES = [state.value for state in TaskState]


def act(name: str, **body: Any) -> Operation:
    actor = replace(ANN, level=4) if name == "task.rescued" else ANN
    return Operation("o1", name, "t1", actor, 5, checked_body(name, body))


@pytest.mark.parametrize("old", STATES)
@pytest.mark.parametrize(("kind", "name", "new", "body"), MOVING)
def test_the_acts_of_a_kind_make_only_legal_moves(
    kind: str, name: str, new: str, body: dict[str, Any], old: str
) -> None:
    after = fold.apply("task", of(kind, old), act(name, **body))
    may = (old, new) in legal(kind)
    assert (getattr(after, "state"), fold.is_contested(after, act(name, **body))) == (new if may else old, not may)  # noqa: B009


@pytest.mark.parametrize("old", STATES)
@pytest.mark.parametrize(("kind", "name", "allowed", "body"), STAYING)
def test_the_acts_that_move_nothing_have_their_time(
    kind: str, name: str, allowed: set[str], body: dict[str, Any], old: str
) -> None:
    after = fold.apply("task", of(kind, old), act(name, **body))
    assert (getattr(after, "state"), fold.is_contested(after, act(name, **body))) == (old, old not in allowed)  # noqa: B009


@pytest.mark.parametrize("old", STATES)
def test_a_draft_is_saved_from_the_open_envelope_to_the_paid_scan(old: str) -> None:
    after = fold.apply("task", of("scan", old), act("task.scan_saved", pages=[PAGE], blank_below=100))
    new = "scanned" if old == "opened" else old
    assert isinstance(after, ScanTask)
    assert (after.state, bool(after.contested)) == (new, old not in ("opened", "scanned", "paid"))
    assert after.counted == (1 if old in ("opened", "scanned") else 0)  # what was charged stays what it was


@pytest.mark.parametrize(("old", "pages"), list(product(STATES, (0, 1, 10, 11, 2_001))))
def test_pages_are_counted_before_the_charge_and_never_0(old: str, pages: int) -> None:
    row = replace(of("shred", old), items=("i1",), ticked=("i1",))
    after = fold.apply("task", row, act("task.pages_counted", item="i1", pages=pages))
    may = old in ("gathered", "counted") and 1 <= pages <= 2_000
    assert isinstance(after, ShredTask)
    assert (after.state, after.pages_of("i1")) == (("counted", pages) if may else (old, 0))


@pytest.mark.parametrize("old", STATES)
def test_an_envelope_is_weighed_and_priced_in_this_order_and_may_be_again(old: str) -> None:
    packed = fold.apply("task", of("check_deposit", old), act("task.deposit_packed", deposit_packaging="letter"))
    assert getattr(packed, "state") == ("weighed" if old in ("prepared", "priced") else old)  # noqa: B009
    priced = fold.apply("task", of("check_deposit", old), act("task.deposit_priced", deposit_service="ups_ground"))
    assert getattr(priced, "state") == ("priced" if old == "weighed" else old)  # noqa: B009


@pytest.mark.parametrize(("kind", "name", "new", "body"), MOVING)
def test_an_act_of_one_kind_does_nothing_to_a_task_of_another(
    kind: str, name: str, new: str, body: dict[str, Any]
) -> None:
    other = "ship" if kind != "ship" else "fee"
    after = fold.apply("task", of(other, "paid"), act(name, **body))
    assert (getattr(after, "state"), fold.is_contested(after, act(name, **body))) == ("paid", True)  # noqa: B009


def test_gates_that_were_passed_round_are_noted_beside_the_row() -> None:
    def remarks(kind: str, state: str, done: Operation, **more: Any) -> list[str]:
        after = fold.apply("task", replace(of(kind, state), **more), done)
        return [one.partition(":")[0] for one in after.remarks]

    done = act("task.scan_completed", pdf=HASH, pdf_pages=3)
    assert remarks("scan", "paid", done, counted=2) == ["pages.differ", "pages.not_resealed"]
    assert remarks("check_deposit", "gathered", act("task.deposit_prepared"))[0] == "deposit.bank_missing"
    priced = act("task.deposit_priced", deposit_service="ups_ground")
    assert remarks("check_deposit", "weighed", priced, bank_address="PO Box 1") == ["deposit.po_box_priority"]
    assert remarks("discard", "paid", act("task.discarded"), opened_by="ann") == ["discard.not_asked"]
    rescued = Operation("o1", "task.rescued", "t1", ANN, 5, checked_body("task.rescued", {}))
    assert remarks("shred", "in_shred_pile", rescued) == ["rights.level_too_low"]


def test_a_sixth_check_is_contested_and_the_five_stay() -> None:
    row: Any = of("check_deposit", "gathered")
    for number in range(1, 6):
        row = fold.apply("task", row, replace(act("task.check_set", **{**CHECK, "number": number}), op_id=f"o{number}"))
    after = fold.apply("task", row, replace(act("task.check_set", **{**CHECK, "number": 6}), op_id="o6"))
    assert isinstance(after, DepositTask)
    assert (len(after.checks), after.contested) == (5, ("o6",))


# ------------------------------------------------------------ what becomes of the pieces


def piece(**more: Any) -> MailItem:
    base = MailItem("i1", "M1", "in_task", "a1", "12", task_id="t1", state_before_task="received", shelf="A-1")
    return replace(base, **more)


def moved(row: MailItem, name: str, **body: Any) -> MailItem:
    after = fold.apply("item", row, act(name, **{"items": ["i1"], **body}), "i1")
    assert isinstance(after, MailItem)
    return after


def test_a_scanned_piece_is_free_and_knows_its_scan() -> None:
    after = moved(piece(), "task.scan_completed", pdf=HASH)
    assert (after.state, after.task_id, after.scan, after.final_ms) == ("scanned", "", HASH, 0)


def test_a_piece_on_the_pile_lies_there_until_it_is_saved_or_shredded() -> None:
    on_pile = moved(piece(), "task.put_on_pile", pile="SHRED")
    assert (on_pile.state, on_pile.shelf) == ("in_task", "SHRED")
    saved = moved(replace(on_pile, history=()), "task.rescued", shelf="B-2")
    assert (saved.state, saved.shelf, saved.task_id) == ("received", "B-2", "")
    gone = moved(replace(on_pile, history=()), "task.pile_shredded", tasks=["t1", "t2"])
    assert (gone.state, gone.final_ms) == ("shredded", 5)


@pytest.mark.parametrize("name", ["task.scan_completed", "task.put_on_pile", "task.discarded", "task.deposit_sent"])
def test_a_missing_piece_is_free_and_one_of_another_task_is_left_alone(name: str) -> None:
    assert moved(piece(), name, missing=["i1"]).state == "received"
    other = moved(piece(task_id="t9"), name)
    assert (other.state, other.task_id, other.contested) == ("in_task", "t9", ("o1",))


def test_a_piece_of_no_chosen_task_is_not_shredded() -> None:
    assert moved(piece(task_id="t9"), "task.pile_shredded", tasks=["t1", "t2"]).contested == ("o1",)


def test_a_check_that_was_not_scanned_before_leaves_with_a_mark() -> None:
    assert moved(piece(state_before_task="scanned"), "task.deposit_sent").remarks == ()
    assert moved(piece(), "task.deposit_sent").remarks == ("deposit.not_scanned:o1",)


def test_an_incident_stands_in_the_piece_and_moves_nothing() -> None:
    done = Operation(
        "o1", "item.incident", "i1", ANN, 5, checked_body("item.incident", {"incident": "damaged", "text": "torn"})
    )
    after = fold.apply("item", piece(), done)
    assert isinstance(after, MailItem)
    assert (after.state, after.incidents[0].kind, after.incidents[0].text) == ("in_task", "damaged", "torn")
    assert from_plain("item", json.loads(json.dumps(to_plain(after)))) == after


def test_shredding_is_a_fact_and_is_never_refused() -> None:
    try:
        fold.apply("task", None, act("task.pile_shredded", tasks=["t1"]))
    except Rejected:
        pytest.fail("a fact was refused")


def test_one_act_shreds_several_tasks_and_each_row_has_its_own_id() -> None:
    done = act("task.pile_shredded", tasks=["t1", "t2"], items=["i1"])
    assert fold.apply("task", None, done, "t2").id == "t2"
    assert fold.apply("task", replace(of("shred", "in_shred_pile"), id="t2"), done, "t2").state == "shredded"  # type: ignore[union-attr]
