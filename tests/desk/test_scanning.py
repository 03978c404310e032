"""Open and scan through the use cases: every gate, the draft, blank sides, incidents, the PDF (2.8, S-04)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from counter_app.desk import scanning, task_work
from counter_app.domain.task import TaskState
from counter_app.domain.task_scan import ScanPage
from counter_app.store import photos
from tests.counter_acts import everything, kinds, one, piece, refusal
from tests.desk.papers import elsewhere, item, page, paid, put_in
from tests.desk.test_tasks import asked, gather, shop, task

__all__ = ["shop"]


@pytest.fixture
def scan(shop: Any) -> Any:
    """A scan of two pieces whose envelopes are open."""
    shop.task = asked(shop, "scan")
    gather(shop, shop.task)
    scanning.open_envelope(shop.desk, shop.ann, shop.task)
    return shop


def test_s04_an_envelope_becomes_a_pdf_and_stays_in_the_store(scan: Any) -> None:
    pages = [page(scan, "front"), page(scan, "back", ink=40), page(scan, "two", turn=90)]
    view = scanning.save(scan.desk, scan.ann, scan.task, pages)
    assert (view.task.state, view.task.counted) == ("scanned", 2)
    paid(scan, scan.task)
    pdf = scan.desk.blobs.keep(b"%PDF-1.4 two pages", "scan")
    view = scanning.complete(scan.desk, scan.ann, scan.task, pdf, 18, resealed=True)
    assert (view.task.state, view.task.pdf, view.task.pdf_pages, view.task.blanks) == ("completed", pdf, 2, 1)
    assert view.task.remarks == ()
    for one_item in scan.items:
        found = item(scan, one_item.id)
        assert (found.state, found.task_id, found.scan, found.final_ms) == ("scanned", "", pdf, 0)
    with scan.desk.db.read() as connection:
        row = photos.named(connection, pdf)
    assert row is not None
    assert (row.kind, row.state, row.size) == ("scan", "captured", 18)
    # What was only a draft is not kept: its pages are in the PDF.
    assert not any(scan.desk.blobs.has(one_page.sha256) for one_page in pages)


def test_a_draft_is_saved_as_often_as_one_likes_and_goes_on_after_a_new_start(scan: Any) -> None:
    first, second = page(scan, "one"), page(scan, "two")
    scanning.save(scan.desk, scan.ann, scan.task, [first, second])
    before = everything(scan.desk)["journal"]
    scanning.save(scan.desk, scan.ann, scan.task, [first, second])
    assert everything(scan.desk)["journal"] == before
    scanning.save(scan.desk, scan.ann, scan.task, [second, first])
    assert task(scan, scan.task).pages == (second, first)
    scanning.save(scan.desk, scan.ann, scan.task, [second])
    assert not scan.desk.blobs.has(first.sha256)
    assert scan.desk.blobs.open_plain(second.sha256).endswith(b"two")


@pytest.mark.parametrize(
    ("pages", "code"),
    [
        ([], "pages.none"),
        ([elsewhere("x")], "pages.gone"),
        ([elsewhere("x")] * 501, "pages.too_many"),
        ([ScanPage("a" * 64, pdf=1, sides=499), ScanPage("b" * 64), ScanPage("c" * 64)], "pages.too_many"),
        ([ScanPage("a" * 64, pdf=1, sides=3), ScanPage("b" * 64)], "pages.pdf_alone"),
    ],
)
def test_pages_that_cannot_be_a_scan_are_refused_and_the_draft_stays(scan: Any, pages: Any, code: str) -> None:
    kept = page(scan)
    scanning.save(scan.desk, scan.ann, scan.task, [kept])
    assert refusal(scanning.save, scan.desk, scan.ann, scan.task, pages).code == code
    assert task(scan, scan.task).pages == (kept,)


def test_three_hundred_pages_are_one_act(scan: Any) -> None:
    pages = [page(scan, str(n)) for n in range(300)]
    view = scanning.save(scan.desk, scan.ann, scan.task, pages)
    assert (view.task.counted, kinds(scan.desk).count("task.scan_saved")) == (300, 1)


def test_a_blank_side_is_neither_charged_nor_sent_unless_it_is_kept(scan: Any) -> None:
    below = scan.desk.settings.blank_ink
    sheets = [page(scan, "text", ink=900), page(scan, "blank", ink=below - 1), page(scan, "thin", ink=below)]
    assert scanning.save(scan.desk, scan.ann, scan.task, sheets).task.counted == 2
    kept = [sheets[0], ScanPage(sheets[1].sha256, ink=below - 1, kept=1), sheets[2]]
    assert scanning.save(scan.desk, scan.ann, scan.task, kept).task.counted == 3


def test_a_page_costs_what_the_store_has_set_beyond_the_free_ones(scan: Any) -> None:
    from dataclasses import replace

    from counter_app.domain.task_fees import TaskPrices

    pages = [page(scan, str(n)) for n in range(5)]
    assert scanning.save(scan.desk, scan.ann, scan.task, pages).due_cents == 0  # no tariff is invented
    scan.desk.settings = replace(scan.desk.settings, task_prices=TaskPrices(scan_page=50, scan_pages_free=3))
    assert task_work.view(scan.desk, scan.ann, scan.task).due_cents == 100


def test_nothing_is_sent_before_it_is_paid_or_while_an_envelope_is_open(scan: Any) -> None:
    pdf = scan.desk.blobs.keep(b"%PDF-1.4", "scan")
    scanning.save(scan.desk, scan.ann, scan.task, [page(scan)])
    assert refusal(scanning.complete, scan.desk, scan.ann, scan.task, pdf, 8, True).code == "task.wrong_step"
    paid(scan, scan.task)
    assert refusal(scanning.complete, scan.desk, scan.ann, scan.task, pdf, 8, False).code == "pages.not_resealed"
    assert refusal(scanning.complete, scan.desk, scan.ann, scan.task, "0" * 64, 8, True).code == "pages.none"
    assert {item(scan, one_item.id).state for one_item in scan.items} == {"in_task"}


def test_another_count_than_was_charged_is_said_and_noted(scan: Any) -> None:
    pages = [page(scan, "one"), page(scan, "two")]
    scanning.save(scan.desk, scan.ann, scan.task, pages)
    paid(scan, scan.task)
    scanning.save(scan.desk, scan.ann, scan.task, [*pages, page(scan, "found later")])
    pdf = scan.desk.blobs.keep(b"%PDF-1.4", "scan")
    error = refusal(scanning.complete, scan.desk, scan.ann, scan.task, pdf, 8, True)
    assert (error.code, error.facts) == ("pages.differ", {"pages": 3, "charged": 2})
    view = scanning.complete(scan.desk, scan.ann, scan.task, pdf, 8, True, differs=True)
    assert [mark.partition(":")[0] for mark in view.task.remarks] == ["pages.differ"]


@pytest.mark.parametrize(
    ("note_kind", "text", "code"),
    [("several_items", " ", "pages.note_wrong"), ("gossip", "x", "pages.note_wrong")],
)
def test_a_note_says_what_was_in_the_envelope(scan: Any, note_kind: str, text: str, code: str) -> None:
    assert refusal(scanning.note, scan.desk, scan.ann, scan.task, note_kind, "", text).code == code
    view = scanning.note(scan.desk, scan.ann, scan.task, "several_items", scan.items[0].id, "A key\u202e too")
    assert [(one_note.kind, one_note.text) for one_note in view.task.notes] == [("several_items", "A key too")]
    assert refusal(scanning.note, scan.desk, scan.ann, scan.task, "unreadable", "nothing").code == (
        "task.piece_not_in_task"
    )


def test_a_wrong_envelope_that_was_opened_stands_in_the_history_of_the_piece(scan: Any) -> None:
    foreign = piece(scan, scan.ann, account="b1", name="Bob Stone")
    report = scanning.report_incident
    assert refusal(report, scan.desk, scan.ann, "M0", "opened_by_mistake", "x").code == "item.unknown"
    assert refusal(report, scan.desk, scan.ann, foreign.mail_id, "eaten", "x").code == "pages.incident_wrong"
    assert refusal(report, scan.desk, scan.ann, foreign.mail_id, "damaged", " ").code == "task.comment_missing"
    after = report(
        scan.desk, scan.ann, foreign.mail_id, "opened_by_mistake", "Closed again at once", b"\xff\xd8\xffp", scan.task
    )
    assert (after.state, after.account_id) == ("received", "b1")
    assert [(i.kind, i.text, bool(i.photo), i.by) for i in after.incidents] == [
        ("opened_by_mistake", "Closed again at once", True, "ann")
    ]
    assert after.history[-1][1] == "item.incident"
    assert one(scan.desk, "SELECT kind FROM photo WHERE sha256 = ?", after.incidents[0].photo) == "piece"


def test_a_missing_piece_goes_back_free_when_the_scan_is_done(shop: Any) -> None:
    task_id = asked(shop, "scan")
    task_work.tick(shop.desk, shop.ann, task_id, shop.items[0].mail_id)
    task_work.missing(shop.desk, shop.ann, task_id, shop.items[1].id)
    scanning.open_envelope(shop.desk, shop.ann, task_id)
    scanning.save(shop.desk, shop.ann, task_id, [page(shop)])
    paid(shop, task_id)
    pdf = shop.desk.blobs.keep(b"%PDF-1.4", "scan")
    scanning.complete(shop.desk, shop.ann, task_id, pdf, 8, True)
    assert [item(shop, one_item.id).state for one_item in shop.items] == ["scanned", "received"]


STEPS: dict[str, tuple[TaskState, ...]] = {
    "open_envelope": (TaskState.GATHERED,),
    "save": (TaskState.OPENED, TaskState.SCANNED, TaskState.PAID),
    "note": (TaskState.OPENED, TaskState.SCANNED, TaskState.PAID),
    "complete": (TaskState.PAID,),
}


def test_every_step_is_refused_in_every_other_state(scan: Any) -> None:
    kept = page(scan)
    pdf = scan.desk.blobs.keep(b"%PDF-1.4", "scan")
    arguments: dict[str, tuple[Any, ...]] = {
        "open_envelope": (),
        "save": ([kept],),
        "note": ("unreadable",),
        "complete": (pdf, 8, True),
    }
    asked_for = [state for pair in pairwise(TaskState) for state in pair]
    for name, allowed in STEPS.items():
        for state in dict.fromkeys(asked_for):
            if state in allowed:
                continue
            put_in(scan, scan.task, state.value, locked_by="ann")
            before = everything(scan.desk)["journal"]
            error = refusal(getattr(scanning, name), scan.desk, scan.ann, scan.task, *arguments[name])
            assert error.code in ("task.wrong_step", "task.not_open"), (name, state)
            assert everything(scan.desk)["journal"] == before
