"""Open and scan: the envelope is opened, its pages are saved as a draft, charged, and sent as one PDF (2.8, S-04).

The pieces stay in the store: a scan is not the end of them. Pages lie here encrypted while they are a draft, and go as
soon as the PDF is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.held import hold
from counter_app.desk.pieces import find_piece
from counter_app.desk.task_work import TaskView, done, working
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import TaskState
from counter_app.domain.task_scan import (
    INCIDENTS,
    NOTES,
    PAGES_MOST,
    ScanPage,
    ScanTask,
    count_of,
    to_send,
)
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import PieceChanged
from counter_app.store import blobs, photos, state

if TYPE_CHECKING:
    from sqlalchemy import Connection

S = TaskState


def open_envelope(desk: Desk, actor: Actor, task_id: str) -> TaskView:
    """The pieces are gathered and their envelopes opened. RuleViolation: task.wrong_step before that."""
    with desk.act(actor, "task.process") as act:
        _scan(act, task_id, S.GATHERED)
        act.write("task.envelope_opened", task_id)
        return done(act, task_id)


def save(desk: Desk, actor: Actor, task_id: str, pages: Sequence[ScanPage]) -> TaskView:
    """Save the pages as they are now, as a draft that another clerk or another day can go on with.

    RuleViolation: pages.none, pages.too_many, pages.pdf_alone (a finished PDF is a scan by itself), pages.gone (a page
    is not on this computer), task.wrong_step.
    """
    demand(actor, "task.process")
    left: set[str] = set()
    with desk.act(actor, "task.process") as act:
        task = _scan(act, task_id, S.OPENED, S.SCANNED, S.PAID)
        if not pages:
            raise RuleViolation("pages.none")
        if count_of(pages) > PAGES_MOST:
            raise RuleViolation("pages.too_many", most=PAGES_MOST)
        if len(pages) > 1 and any(page.pdf for page in pages):
            raise RuleViolation("pages.pdf_alone")
        known = {page.sha256 for page in task.pages}
        if any(page.sha256 not in known and not desk.blobs.has(page.sha256) for page in pages):
            raise RuleViolation("pages.gone")
        below = desk.settings.blank_ink
        if list(pages) != list(task.pages) or below != task.blank_below:
            act.write("task.scan_saved", task_id, pages=[page.written() for page in pages], blank_below=below)
        left = _without_rows(act.connection, known - {page.sha256 for page in pages})
        view = done(act, task_id)
    _forget(desk, left)
    return view


def note(desk: Desk, actor: Actor, task_id: str, note_kind: str, item_id: str = "", text: str = "") -> TaskView:
    """Note what was found in an envelope: a card or a key beside the letter, a letter for somebody else, a bad page.

    RuleViolation: pages.note_wrong, task.piece_not_in_task, task.wrong_step.
    """
    with desk.act(actor, "task.process") as act:
        task = _scan(act, task_id, S.OPENED, S.SCANNED, S.PAID)
        said = clean(text).text
        if note_kind not in NOTES or (note_kind == "several_items" and not said):
            raise RuleViolation("pages.note_wrong")
        if item_id and item_id not in task.items:
            raise RuleViolation("task.piece_not_in_task", mail_id="")
        act.write("task.scan_noted", task_id, note_kind=note_kind, item=item_id, text=said)
        return done(act, task_id)


def complete(
    desk: Desk, actor: Actor, task_id: str, pdf: str, size: int, resealed: bool, differs: bool = False
) -> TaskView:
    """The envelopes are closed again and the PDF `pdf` (a kept file of `size` bytes) goes to the customer.

    `differs`: the clerk has said that he knows that fewer or more pages were charged. RuleViolation:
    pages.not_resealed, pages.differ (`pages`, `charged`), pages.none, task.wrong_step while it is not paid.
    """
    left: set[str] = set()
    with desk.act(actor, "task.process") as act:
        task = _scan(act, task_id, S.PAID)
        pages = count_of(to_send(task.pages, task.blank_below))
        if not pages or not desk.blobs.has(pdf):
            raise RuleViolation("pages.none")
        if not resealed:
            raise RuleViolation("pages.not_resealed")
        if pages != task.counted and not differs:
            raise RuleViolation("pages.differ", pages=pages, charged=task.counted)
        hold(act, task, task.at_hand)
        wrote = act.write(
            "task.scan_completed",
            task_id,
            pdf=pdf,
            pdf_pages=pages,
            resealed=1,
            items=task.items,
            missing=task.missing,
        )
        blobs.note(act.connection, pdf, "scan", size, desk.now_ms(), wrote.op.op_id)
        for item_id in task.items:
            act.tell(PieceChanged(item_id, "task.scan_completed", wrote.op.op_id))
        left = _without_rows(act.connection, {page.sha256 for page in task.pages})
        view = done(act, task_id)
    _forget(desk, left)
    return view


def report_incident(
    desk: Desk, actor: Actor, scanned: str, incident: str, text: str, photo: bytes = b"", task_id: str = ""
) -> MailItem:
    """Something went wrong with a piece, such as one that was opened by mistake: it stands in the piece's history and
    the customer is written to. RuleViolation: item.unknown, pages.incident_wrong, task.comment_missing.
    """
    demand(actor, "task.process")
    kept = desk.keep_photo(photo)
    with desk.act(actor, "task.process") as act:
        item = state.item(act.connection, scanned) or find_piece(act.connection, scanned)
        if item is None:
            raise RuleViolation("item.unknown", scanned=clean(scanned).text[:40])
        said = clean(text).text
        if incident not in INCIDENTS:
            raise RuleViolation("pages.incident_wrong")
        if not said:
            raise RuleViolation("task.comment_missing")
        wrote = act.write("item.incident", item.id, incident=incident, text=said, photo=kept, task=task_id)
        if kept:
            blobs.note(act.connection, kept, "piece", len(photo), desk.now_ms(), wrote.op.op_id)
        act.tell(PieceChanged(item.id, "item.incident", wrote.op.op_id))
        after = state.item(act.connection, item.id)
        assert after is not None  # noqa: S101 - it was read above, in this transaction
        return after


def _scan(act: Act, task_id: str, *states: TaskState) -> ScanTask:
    task = working(act, task_id, *states)
    if not isinstance(task, ScanTask):
        raise RuleViolation("task.wrong_step", state=task.state)
    return task


def _without_rows(connection: Connection, names: Iterable[str]) -> set[str]:
    """Those that are pages of a draft and nothing else."""
    return {name for name in names if photos.named(connection, name) is None}


def _forget(desk: Desk, names: set[str]) -> None:
    for name in names:
        desk.blobs.purge(name)
