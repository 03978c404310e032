"""The Inbox: what the centre could not simply apply, and what paper is in doubt; one action each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from counter_app.desk.context import Desk, demand
from counter_app.domain.employee import Actor
from counter_app.domain.print_job import Job
from counter_app.errors import RuleViolation
from counter_app.events import InboxChanged, PrintJobChanged
from counter_app.store import journal, photos, print_jobs, pulled


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look at: which act, what the centre said, when."""

    op_id: str
    kind: str
    code: str
    facts: dict[str, Any]
    at_ms: int
    done_ms: int = 0
    """When the act itself happened at this counter."""
    mail_id: str = ""
    mailbox: str = ""


def entries(desk: Desk, limit: int = 200) -> list[Entry]:
    """Open entries, newest first."""
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT n.op_id, n.kind, n.code, n.facts, n.at_ms, j.at_ms, i.mail_id, coalesce(i.mailbox, p.mailbox) "
            "FROM inbox n LEFT JOIN journal j ON j.op_id = n.op_id LEFT JOIN item i ON i.id = j.entity "
            "LEFT JOIN pickup p ON p.id = j.entity WHERE n.state = 'open' ORDER BY n.at_ms DESC, n.id DESC LIMIT ?",
            (limit,),
        ).all()
    return [_entry(*row) for row in rows]


def _entry(op_id: str, kind: str, code: str, text: str, at_ms: int, done_ms: Any, mail_id: Any, mailbox: Any) -> Entry:
    # An act of another counter is not in this journal; what is known of it came with the row.
    facts = json.loads(text or "{}")
    return Entry(
        op_id,
        kind,
        code,
        facts,
        at_ms,
        done_ms or facts.get("done_ms", 0),
        mail_id or facts.get("mail_id", ""),
        mailbox or facts.get("mailbox", ""),
    )


def resolve(desk: Desk, actor: Actor, op_id: str) -> None:
    """Close an entry that was looked at; a parked operation is put back into the queue instead.

    A contested act is a task at every counter of the store: closing it is an act of its own, which every counter
    hears of, and takes the right to settle custody.
    """
    demand(actor, "inbox.resolve")
    with desk.db.read() as connection:
        contested = connection.exec_driver_sql(
            "SELECT facts FROM inbox WHERE op_id = ? AND state = 'open' AND code = 'op.contested'", (op_id,)
        ).scalar()
    facts = json.loads(contested or "{}")
    if facts.get("rows"):
        _settle(desk, actor, op_id, facts["rows"])
        return
    with desk.db.write() as connection:
        found = connection.exec_driver_sql(
            "SELECT code FROM inbox WHERE op_id = ? AND state = 'open'", (op_id,)
        ).first()
        if found is None:
            raise RuleViolation("inbox.gone")
        if found[0] == "op.parked":
            journal.try_again(connection, op_id)
        elif op_id == pulled.STOPPED:
            pulled.allow_anew(connection)
        elif found[0] == "photo.refused":
            photos.try_again(connection, op_id)
        connection.exec_driver_sql("UPDATE inbox SET state = 'done' WHERE op_id = ?", (op_id,))
        count = connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'open'").scalar_one()
    desk.announce(InboxChanged(int(count)))


def _settle(desk: Desk, actor: Actor, op_id: str, rows: list[list[str]]) -> None:
    with desk.act(actor, "custody.settle") as act:
        closed = act.connection.exec_driver_sql(
            "UPDATE inbox SET state = 'done' WHERE op_id = ? AND state = 'open'", (op_id,)
        )
        if not closed.rowcount:
            raise RuleViolation("inbox.gone")
        for entity, row_id in rows:
            act.write(f"{entity}.settled", row_id, acts=[op_id])
        count = act.connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'open'").scalar_one()
        act.tell(InboxChanged(int(count)))


def print_queue(desk: Desk) -> list[Job]:
    """What paper is owed, failed or in doubt."""
    with desk.db.read() as connection:
        return print_jobs.listed(connection)


def answer_doubtful(desk: Desk, actor: Actor, job_id: str, printed: bool) -> None:
    """The clerk looked: the label came out, or it did not and is owed again. Never decided by the program."""
    _move_job(desk, actor, job_id, ("doubtful",), "done" if printed else "owed")


def retry_job(desk: Desk, actor: Actor, job_id: str) -> None:
    """Owe a failed job again."""
    _move_job(desk, actor, job_id, ("failed",), "owed")


def test_label(desk: Desk, actor: Actor, printer: str) -> str:
    """Owe a test label to `printer` (label, receipt); returns the job's id. It is no act of the journal."""
    payload = {"store": desk.settings.name, "printer": printer, "when": f"{desk.local(desk.now_ms()):%Y-%m-%d %H:%M}"}
    with desk.act(actor, "print.answer") as act:
        job_id = act.owe("test_label", payload, printer=printer)
        act.tell(PrintJobChanged(job_id, "test_label", "owed"))
    return job_id


def _move_job(desk: Desk, actor: Actor, job_id: str, expected: tuple[str, ...], new: str) -> None:
    demand(actor, "print.answer")
    with desk.db.write() as connection:
        row = connection.exec_driver_sql("SELECT state, kind FROM print_job WHERE id = ?", (job_id,)).first()
        if row is None or row[0] not in expected:
            raise RuleViolation("print.already_answered")
        connection.exec_driver_sql("UPDATE print_job SET state = ?, code = '' WHERE id = ?", (new, job_id))
    desk.announce(PrintJobChanged(job_id, row[1], new))
