"""Rows that leave a store, and how far its stream is safe: what a pull must tell beside the rows that changed.

A row that leaves (erased, or gone on to another store) writes a tombstone with a seq of its own. Tombstones are kept
for 400 days; a cursor below what was purged could have missed one and is refused (`sync.cursor_expired`).
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select, update

from central_service.book import Book
from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.messages import Nothing
from central_service.platform_messages import Heads, RowGone
from central_service.refusal import Refusal
from central_service.tables import state_row, stream_head, stream_mark, tombstone

TOMBSTONE_LIFE_MS = 400 * 86_400_000


def leave(centre: Centre, asked: RowGone) -> Nothing:
    """The row is no longer in the store, and every station of it will hear so. Refusal 404 `row.unknown`.

    The journal keeps what was done: events are never taken back.
    """

    def work(connection: Connection) -> Nothing:
        book = Book(connection, asked.store, 1, centre.clock())
        of_row = {"store_id": asked.store, "entity": asked.entity, "id": asked.id}
        left = connection.execute(
            delete(state_row)
            .where(*(state_row.c[name] == value for name, value in of_row.items()))
            .returning(state_row.c.id)
        ).first()
        if left is None:
            raise Refusal(404, "row.unknown")
        connection.execute(delete(tombstone).where(*(tombstone.c[name] == value for name, value in of_row.items())))
        connection.execute(insert(tombstone).values(**of_row, seq=book.next_seq(), gone_at_ms=book.now_ms))
        book.close()
        return Nothing()

    return centre.db.transact(work, asked.store)


def purge(centre: Centre, store: str) -> int:
    """Forget the tombstones of `store` that are older than 400 days, and refuse cursors below them; how many."""
    until = centre.clock() - TOMBSTONE_LIFE_MS

    def work(connection: Connection) -> int:
        old = (tombstone.c.store_id == store, tombstone.c.gone_at_ms < until)
        floor = connection.execute(select(func.max(tombstone.c.seq)).where(*old)).scalar()
        if floor is None:
            return 0
        _mark(connection, store, floor=floor)
        return int(connection.execute(delete(tombstone).where(*old)).rowcount)

    return centre.db.transact(work, store)


def purge_everywhere(centre: Centre) -> None:
    """`purge` for every store, one after the other."""
    for store in heads(centre).heads:
        purge(centre, store)


def heads(centre: Centre) -> Heads:
    """How far every stream has come. Whoever makes a backup asks before it begins."""
    with centre.db.read(EVERY_STORE) as connection:
        found = connection.execute(select(stream_head.c.store_id, stream_head.c.seq))
        return Heads(centre.epoch, {row.store_id: row.seq for row in found})


def note_durable(centre: Centre, asked: Heads) -> Nothing:
    """A backup or replica has every stream up to these heads. Refusal 409 when they are of another epoch."""
    if asked.epoch != centre.epoch:
        raise Refusal(409, "sync.epoch_changed", epoch=centre.epoch)

    def work(connection: Connection) -> Nothing:
        for store, seq in sorted(asked.heads.items()):
            if seq > _durable(connection, store, centre.epoch):
                _mark(connection, store, epoch=centre.epoch, durable=seq)
        return Nothing()

    return centre.db.transact(work, EVERY_STORE)


def _durable(connection: Connection, store: str, epoch: str) -> int:
    mine = (stream_mark.c.store_id == store, stream_mark.c.epoch == epoch)
    return connection.execute(select(stream_mark.c.durable).where(*mine)).scalar() or 0


def _mark(connection: Connection, store: str, **values: object) -> None:
    known = connection.execute(
        update(stream_mark).where(stream_mark.c.store_id == store).values(**values).returning(stream_mark.c.store_id)
    ).first()
    if known is None:
        connection.execute(insert(stream_mark).values(store_id=store, **values))
