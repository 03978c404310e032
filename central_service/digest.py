"""What the rows of a store come to, and the rows of one bucket: how a station finds and mends what differs (3.8)."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.messages import Bucket, Digest
from central_service.refusal import Refusal
from central_service.tables import state_row, stream_head
from counter_app.domain.digest import bucket_of, buckets_of, total
from counter_app.domain.rows import ENTITIES

IN_LIST_MAX = 500


def digest(centre: Centre, signer: Signer, stream: str) -> Digest:
    """Count and sum of every row of the caller's store, of one moment. Refusal 403 for another store's stream."""
    _demand_own(signer, stream)
    with centre.db.read(signer.store) as connection:
        high = _head(connection, signer.store)
        buckets = buckets_of(_named(connection, signer.store))
    return Digest(centre.epoch, high, *total(buckets), buckets)


def bucket(centre: Centre, signer: Signer, stream: str, number: int) -> Bucket:
    """Every row of one bucket, of one moment. Refusal 403 for another store's stream."""
    _demand_own(signer, stream)
    tables: dict[str, list[tuple[str, int, object]]] = {entity: [] for entity in ENTITIES}
    with centre.db.read(signer.store) as connection:
        high = _head(connection, signer.store)
        inside = [
            (kind, row_id) for kind, row_id, _ in _named(connection, signer.store) if bucket_of(kind, row_id) == number
        ]
        for entity, found in tables.items():
            ids = [row_id for kind, row_id in inside if kind == entity]
            for start in range(0, len(ids), IN_LIST_MAX):
                rows = connection.execute(
                    select(state_row.c.id, state_row.c.seq, state_row.c.row).where(
                        state_row.c.store_id == signer.store,
                        state_row.c.entity == entity,
                        state_row.c.id.in_(ids[start : start + IN_LIST_MAX]),
                    )
                )
                found += [(row.id, row.seq, msgspec.Raw(row.row.encode())) for row in rows]
    return Bucket(centre.epoch, high, number, {key: tuple(found) for key, found in tables.items()})


def _demand_own(signer: Signer, stream: str) -> None:
    if stream != f"store:{signer.store}":
        raise Refusal(403, "auth.other_store")


def _head(connection: Connection, store: str) -> int:
    # Read first: a row that is written meanwhile has a higher seq, and the station compares only at its own head.
    found = select(stream_head.c.seq).where(stream_head.c.store_id == store)
    return int(connection.execute(found).scalar_one())


def _named(connection: Connection, store: str) -> list[tuple[str, str, int]]:
    columns = (state_row.c.entity, state_row.c.id, state_row.c.seq)
    return [tuple(row) for row in connection.execute(select(*columns).where(state_row.c.store_id == store))]
