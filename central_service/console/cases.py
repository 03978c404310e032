"""Contested and quarantined operations: what each side says, and the one thing an operator does about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from central_service import cashier
from central_service.arrival import Arrival, Envelope, Signer, arrive
from central_service.book import Book
from central_service.centre import Centre
from central_service.console import figures, words
from central_service.console.operators import note
from central_service.journal import fold_again
from central_service.messages import Result
from central_service.refusal import Refusal
from central_service.shapes import ShapeError, read
from central_service.tables import device, journal, quarantine, state_row, store
from counter_app.domain import evidence
from counter_app.domain.employee import Actor
from counter_app.domain.operations import MalformedOperationError, Operation, touches

SIDES_MAX = 12


@dataclass(frozen=True)
class Side:
    """One act on the same thing, as the journal has it. `contested`: it came second and did not fit."""

    op_id: str
    kind: str
    station: str
    actor: str
    at_ms: int
    received_ms: int
    contested: bool
    says: tuple[tuple[str, str], ...] = ()
    """What it did, field by field: only such as name nobody."""


@dataclass(frozen=True)
class Contest:
    """A contested operation and what stands against it: the rows that it touches, each with its acts."""

    op_id: str
    kind: str
    rows: tuple[tuple[str, str, str, bool, tuple[Side, ...]], ...]
    """(entity, id, state now, still contested there, its acts in the order in which the centre took them in)."""


@dataclass(frozen=True)
class Kept:
    """What lies in quarantine. `said` is its envelope where it can be read."""

    line: Any
    said: Envelope | None
    station: str
    store_name: str


def contest(connection: Connection, store_id: str, op_id: str) -> Contest:
    """Both sides of a contested operation; Refusal 404 when the journal has no such line."""
    line = connection.execute(
        select(journal).where(journal.c.store_id == store_id, journal.c.op_id == op_id, figures.CONTESTED)
    ).first()
    if line is None:
        raise Refusal(404, "page.not_found")
    rows = []
    for entity, row_id in _touched(line):
        found = connection.execute(
            select(state_row.c.row).where(
                state_row.c.store_id == store_id, state_row.c.entity == entity, state_row.c.id == row_id
            )
        ).scalar_one_or_none()
        row: dict[str, Any] = json.loads(found) if found else {}
        acts = row.get("history", [])[-SIDES_MAX:]
        against = set(row.get("contested", []))
        rows.append(
            (entity, row_id, str(row.get("state", "")), op_id in against, _sides(connection, store_id, acts, against))
        )
    return Contest(op_id, line.kind, tuple(rows))


def _touched(line: Any) -> list[tuple[str, str]]:
    try:
        said = read(Envelope, evidence.parse(line.core), "core")
        body = {key: tuple(value) if isinstance(value, list) else value for key, value in said.body.items()}
        op = Operation(said.op_id, said.kind, said.entity, Actor(said.actor, 0, said.present, said.grant), 0, body)
        return list(touches(op))[:SIDES_MAX]
    except (ShapeError, ValueError, MalformedOperationError):
        return []


def _sides(connection: Connection, store_id: str, acts: list[Any], against: set[str]) -> tuple[Side, ...]:
    ids = [one[0] for one in acts]
    lines = {
        row.op_id: row
        for row in connection.execute(
            select(journal.c.op_id, journal.c.received_at_ms, journal.c.core, device.c.name)
            .outerjoin(device, (device.c.store_id == journal.c.store_id) & (device.c.id == journal.c.device))
            .where(journal.c.store_id == store_id, journal.c.op_id.in_(ids))
        )
    }
    return tuple(
        Side(
            op_id,
            kind,
            (lines[op_id].name or "") if op_id in lines else "",
            actor,
            at_ms,
            lines[op_id].received_at_ms if op_id in lines else 0,
            op_id in against,
            _says(lines[op_id].core) if op_id in lines else (),
        )
        for op_id, kind, at_ms, actor in acts
    )


def _says(core: bytes) -> tuple[tuple[str, str], ...]:
    try:
        body = read(Envelope, evidence.parse(core), "core").body
    except (ShapeError, ValueError):
        return ()
    return tuple((key, str(body[key])) for key in words.FIELDS if isinstance(body.get(key), (str, int)) and body[key])


def tell_store(centre: Centre, email: str, store_id: str, op_id: str) -> None:
    """Put a contested operation into the Inbox of each station of its store. Refusal 409 when that was done."""

    def work(connection: Connection) -> None:
        if any(one.what == "told" for one in figures.acts_about(connection, store_id, op_id)):
            raise Refusal(409, "case.closed")
        contest(connection, store_id, op_id)
        note(centre, connection, email, "told", store_id, op_id, "op.contested")

    centre.db.transact(work, store_id)


# ---------------------------------------------------------------- quarantine


def kept(connection: Connection, store_id: str, mark: str) -> Kept:
    """What lies in quarantine under this mark; Refusal 404 when nothing does."""
    line = connection.execute(
        select(quarantine).where(quarantine.c.store_id == store_id, quarantine.c.mark == mark)
    ).first()
    if line is None:
        raise Refusal(404, "page.not_found")
    signer, station = _sender(connection, line)
    found = _arrived(signer, line.raw)
    return Kept(line, found.envelope, station, figures.name_of(connection, store_id) or "")


def _sender(connection: Connection, line: Any) -> tuple[Signer, str]:
    row = connection.execute(
        select(store.c.org, device.c.public_key, device.c.name)
        .join(device, device.c.store_id == store.c.store_id)
        .where(store.c.store_id == line.store_id, device.c.id == line.device)
    ).first()
    if row is None:
        raise Refusal(404, "page.not_found")
    return Signer(row.org, line.store_id, line.device, row.public_key), row.name


def _arrived(signer: Signer, raw: bytes) -> Arrival:
    return arrive(json.loads(raw), signer)


def take_in_again(centre: Centre, email: str, store_id: str, mark: str) -> Result:
    """Fold the kept bytes in, with the program as it is today. Refusal 409 when the case is closed.

    "quarantined" when it still does not go: nothing was changed but the note that it was tried. A result that is
    contested is told to the store at once.
    """

    def work(connection: Connection) -> tuple[Result, tuple[str, ...]]:
        book = Book(connection, store_id, 1, centre.clock())  # first: it makes two operators wait for each other
        line = _open_case(connection, store_id, mark)
        signer, _ = _sender(connection, line)
        result = fold_again(book, signer, _arrived(signer, line.raw))
        book.close()
        if result.status == "quarantined":
            note(centre, connection, email, "tried_again", store_id, mark, result.code)
            return result, ()
        note(centre, connection, email, "taken_in", store_id, mark, result.code or f"op.{result.status}")
        if result.status == "contested":
            note(centre, connection, email, "told", store_id, result.op_id, "op.contested")
        return result, tuple(book.charges)

    try:
        result, charges = centre.db.transact(work, store_id)
    except Refusal:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # It raises as it did when it came: rolled back, and it stays where it is.
        centre.log("op_raised", error=type(error).__name__, mark=mark)
        result, charges = Result("", "quarantined", 0, "op.raised"), ()
        centre.db.transact(
            lambda connection: note(centre, connection, email, "tried_again", store_id, mark, "op.raised"),
            store_id,
        )
    cashier.settle_now(centre, store_id, charges)
    return result


def set_aside(centre: Centre, email: str, store_id: str, mark: str, reason: str) -> None:
    """Close the case for good, with a reason; the bytes are kept. Refusal 400 without a reason, 409 when closed."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal(400, "request.field_wrong", field="reason")

    def work(connection: Connection) -> None:
        _open_case(connection, store_id, mark)
        note(centre, connection, email, "set_aside", store_id, mark, "", reason)

    centre.db.transact(work, store_id)


def _open_case(connection: Connection, store_id: str, mark: str) -> Any:
    line = connection.execute(
        select(quarantine).where(quarantine.c.store_id == store_id, quarantine.c.mark == mark)
    ).first()
    if line is None:
        raise Refusal(404, "page.not_found")
    if any(one.what in figures.CLOSING for one in figures.acts_about(connection, store_id, mark)):
        raise Refusal(409, "case.closed")
    return line
