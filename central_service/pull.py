"""What a station pulls: the rows of its store that changed since its cursor, in the order of their seq.

The head is read first, then the rows up to it: whatever is committed later has a higher seq and comes with the next
page, so nothing is missed and at worst something is seen twice.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json

import msgspec
from sqlalchemy import Connection, func, select

from central_service import history
from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.devices import Standing
from central_service.messages import Hints, StreamAt, StreamPage
from central_service.refusal import Refusal
from central_service.tables import state_row, stream_head, stream_mark, tombstone
from counter_app.domain.evidence import canonical
from counter_app.domain.rows import ENTITIES
from counter_app.limits import PUSH_MAX_BYTES

PAGE_MAX_BYTES = PUSH_MAX_BYTES
SCHEMA = 1
"""The shape of rows that is sent. It grows by new columns only, which an older station keeps without using them."""
SCHEMA_LEAST = 1
"""A station that understands less is told 426: it pushes on, and pulls after its update."""
HINTS = Hints(poll_s=15, spread_s=3)
"""Ten thousand stores of five stations: 3,333 asks a second (sync.md 6). More spread after an outage."""


def page(centre: Centre, signer: Signer, at: StreamAt, max_rows: int) -> StreamPage:
    """The next page of a stream. All rows of one operation are on one page, so it may exceed `max_rows` by them.

    Refusal 403 for the stream of another store, 409 `sync.cursor_scope` for a cursor that is not of this stream,
    this epoch and this centre; 410 `sync.cursor_expired` for one so old that tombstones behind it are purged; 503
    `server.restored` for one that is ahead of this database, though this centre has signed it.
    """
    if at.id != f"store:{signer.store}":
        raise Refusal(403, "auth.other_store")
    since = _opened(centre, at.id, at.cursor) if at.cursor else 0
    with centre.db.read(signer.store) as connection:
        high = connection.execute(select(stream_head.c.seq).where(stream_head.c.store_id == signer.store)).scalar_one()
        if since > high:
            history.found_restored(centre, "cursor")
            raise history.refusal()
        if since:
            _demand_above_floor(connection, signer.store, since)
        rows = _rows(connection, signer.store, since, high, max_rows)
        more = bool(rows) and rows[-1][1] < high and _may_be_more(rows, max_rows)
        gone = _gone(connection, signer.store, since, rows[-1][1] if more else high) if since else ()
        total = 0 if since else _count(connection, signer.store)
    last = rows[-1][1] if rows else high
    tables: dict[str, list[tuple[str, int, object]]] = {entity: [] for entity in ENTITIES}
    for entity, seq, row_id, text in rows:
        tables[entity].append((row_id, seq, msgspec.Raw(text.encode())))
    reached = last if more else high
    found = {key: tuple(one) for key, one in tables.items()}
    return StreamPage(at.id, high, more, _sealed(centre, at.id, reached), found, gone, total)


def empty_page(centre: Centre, standing: Standing, at: StreamAt) -> StreamPage | None:
    """The page of a station that has everything; None when there may be something to tell, or to refuse."""
    if not at.cursor or at.id != f"store:{standing.signer.store}":
        return None
    since = _opened(centre, at.id, at.cursor)
    if since != standing.head or since < standing.floor:
        return None
    return StreamPage(at.id, standing.head)


def has_moved(centre: Centre, standing: Standing, at: StreamAt) -> bool:
    """Whether a pull at this cursor would bring something. Refusals as those of `page`."""
    if at.id != f"store:{standing.signer.store}":
        raise Refusal(403, "auth.other_store")
    since = _opened(centre, at.id, at.cursor) if at.cursor else 0
    if since > standing.head:
        history.found_restored(centre, "cursor")
        raise history.refusal()
    if since and since < standing.floor:
        raise Refusal(410, "sync.cursor_expired")
    return since < standing.head


def _count(connection: Connection, store: str) -> int:
    """How much a station that begins has before it: for its progress bar, and for how it keeps the rows."""
    found = select(func.count()).select_from(state_row).where(state_row.c.store_id == store)
    return int(connection.execute(found).scalar_one())


def _demand_above_floor(connection: Connection, store: str, since: int) -> None:
    floor = connection.execute(select(stream_mark.c.floor).where(stream_mark.c.store_id == store)).scalar()
    if since < (floor or 0):
        raise Refusal(410, "sync.cursor_expired")


def _gone(connection: Connection, store: str, since: int, until: int) -> tuple[tuple[str, str, int], ...]:
    found = connection.execute(
        select(tombstone.c.entity, tombstone.c.id, tombstone.c.seq)
        .where(tombstone.c.store_id == store, tombstone.c.seq > since, tombstone.c.seq <= until)
        .order_by(tombstone.c.seq)
    )
    return tuple((row.entity, row.id, row.seq) for row in found)


def _may_be_more(rows: list[tuple[str, int, str, str]], max_rows: int) -> bool:
    return len(rows) >= max_rows or sum(len(row[3]) for row in rows) >= PAGE_MAX_BYTES


def _rows(connection: Connection, store: str, since: int, high: int, max_rows: int) -> list[tuple[str, int, str, str]]:
    columns = (state_row.c.entity, state_row.c.seq, state_row.c.id, state_row.c.row)
    mine = select(*columns).where(state_row.c.store_id == store)
    window = mine.where(state_row.c.seq > since, state_row.c.seq <= high)
    found = [tuple(row) for row in connection.execute(window.order_by(state_row.c.seq).limit(max_rows))]
    if len(found) == max_rows:
        # The page may end in the middle of the rows of one operation: take all of them.
        cut = found[-1][1]
        found = [row for row in found if row[1] < cut]
        found += [tuple(row) for row in connection.execute(mine.where(state_row.c.seq == cut))]
    size = 0
    for index, row in enumerate(found):
        if size >= PAGE_MAX_BYTES and row[1] != found[index - 1][1]:
            return found[:index]
        size += len(row[3])
    return found


def _sealed(centre: Centre, stream: str, seq: int) -> str:
    inside = canonical({"epoch": centre.epoch, "seq": seq, "stream": stream})
    return base64.urlsafe_b64encode(inside).decode() + "." + centre.keys.seal("cursor", inside)


def _opened(centre: Centre, stream: str, cursor: str) -> int:
    head, _, seal = cursor.partition(".")
    try:
        inside = base64.b64decode(head.encode(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refusal(409, "sync.cursor_scope") from None
    if not hmac.compare_digest(centre.keys.seal("cursor", inside).encode(), seal.encode()):
        raise Refusal(409, "sync.cursor_scope")
    said = json.loads(inside)
    if said["epoch"] != centre.epoch or said["stream"] != stream:
        raise Refusal(409, "sync.cursor_scope")
    return int(said["seq"])
