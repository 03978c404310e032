"""The tree of a store over its journal: how it grows with each push, and the nodes that its proofs are made from.

It grows in the transaction that writes the journal: two hashes for each operation and one small row, whatever its
size. Nothing is kept for a leaf, because the journal has what it says; whole subtrees of 256 leaves are kept, and a
proof makes the rest again from at most 256 nodes of each of a few tiles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from central_service.proof_tables import tree, tree_tile
from central_service.tables import journal
from counter_app.domain import merkle
from counter_app.domain.receipts import leaf_of

TILE = 8
"""Levels between two kept ones: 2^8 nodes in a tile."""
READ_AT_ONCE = 5_000
LEAF = (journal.c.core_hash, journal.c.seq, journal.c.received_at_ms, journal.c.status)
"""What a leaf is made of."""


class Leaf(NamedTuple):
    """A line of the journal and its place in the tree."""

    op_id: str
    hash: str
    seq: int
    received_ms: int
    status: str
    position: int


def grow(connection: Connection, store: str, lines: Sequence[Mapping[str, Any]]) -> list[Leaf]:
    """Add lines that are about to be written to the journal of `store`, in the order of their seq; their places.

    The caller holds the head of the store, so that nobody else lets the same tree grow.
    """
    if not lines:
        return []
    known = connection.execute(select(tree.c.size, tree.c.peaks).where(tree.c.store_id == store)).one_or_none()
    # A journal that is older than its tree is read once.
    now = merkle.Peaks.read(known.size, known.peaks) if known else _built(connection, store)
    tiles: list[dict[str, Any]] = []
    added: list[Leaf] = []
    for line in lines:
        said = (line["core_hash"], line["seq"], line["received_at_ms"], line["status"])
        added.append(Leaf(line["op_id"], *said, now.size))
        _add(now, store, tiles, said)
    if tiles:
        connection.execute(insert(tree_tile), tiles)
    values = {"size": now.size, "peaks": now.text()}
    if known is None:
        connection.execute(insert(tree).values(store_id=store, **values))
    else:
        connection.execute(update(tree).where(tree.c.store_id == store).values(**values))
    return added


def _add(now: merkle.Peaks, store: str, tiles: list[dict[str, Any]], leaf: tuple[str, int, int, str]) -> None:
    def whole(level: int, number: int, found: bytes) -> None:
        if level % TILE == 0:
            tiles.append(
                {"store_id": store, "level": level, "number": number, "hash": found.hex(), "last_seq": leaf[1]}
            )

    now.append(leaf_of(*leaf), whole)


def _built(connection: Connection, store: str) -> merkle.Peaks:
    now, last = merkle.Peaks(0, []), 0
    while rows := _leaves(connection, store, last, READ_AT_ONCE):
        tiles: list[dict[str, Any]] = []
        for row in rows:
            _add(now, store, tiles, row)
        if tiles:
            connection.execute(insert(tree_tile), tiles)
        last = rows[-1][1]
    return now


def _leaves(connection: Connection, store: str, after: int, most: int) -> list[tuple[str, int, int, str]]:
    wanted = select(*LEAF).where(journal.c.store_id == store, journal.c.seq > after).order_by(journal.c.seq)
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(wanted.limit(most))]


def peaks(connection: Connection, store: str) -> merkle.Peaks:
    """The tree of `store` as it is now."""
    known = connection.execute(select(tree.c.size, tree.c.peaks).where(tree.c.store_id == store)).one_or_none()
    return merkle.Peaks.read(known.size, known.peaks) if known else merkle.Peaks(0, [])


def positions(connection: Connection, store: str, seqs: Sequence[int]) -> dict[int, int]:
    """seq -> place in the tree, for sorted seqs. Reads one tile for all the seqs in it."""
    places: dict[int, int] = {}
    bottom = (tree_tile.c.store_id == store, tree_tile.c.level == TILE)
    for seq in seqs:
        if seq in places:
            continue
        before = connection.execute(
            select(tree_tile.c.number, tree_tile.c.last_seq)
            .where(*bottom, tree_tile.c.last_seq < seq)
            .order_by(tree_tile.c.number.desc())
            .limit(1)
        ).one_or_none()
        first, after = ((before.number + 1) << TILE, before.last_seq) if before else (0, 0)
        inside = select(journal.c.seq).where(journal.c.store_id == store, journal.c.seq > after)
        rows = connection.execute(inside.order_by(journal.c.seq).limit(1 << TILE))
        places |= {row.seq: first + offset for offset, row in enumerate(rows)}
    return places


def nodes(connection: Connection, store: str) -> Callable[[int, int], bytes]:
    """Whole subtrees of what is stored; within a tile made again from the journal or from the tiles below."""
    tiles: dict[tuple[int, int], list[bytes]] = {}

    def row_of(base: int, number: int) -> list[bytes]:
        """The up to 256 nodes of level `base` below node `number` of level `base + 8`."""
        if (base, number) not in tiles:
            tiles[base, number] = _tile(connection, store, base, number)
        return tiles[base, number]

    def whole(level: int, number: int) -> bytes:
        base = level - level % TILE
        count, start = 1 << (level - base), number << (level - base)
        below = row_of(base, start >> TILE)
        at = start & ((1 << TILE) - 1)
        made = merkle.Peaks(0, [])
        for node in below[at : at + count]:
            made.append(node)
        return made.root()

    return whole


def _tile(connection: Connection, store: str, base: int, number: int) -> list[bytes]:
    if base == 0:
        after = connection.execute(
            select(tree_tile.c.last_seq).where(
                tree_tile.c.store_id == store, tree_tile.c.level == TILE, tree_tile.c.number == number - 1
            )
        ).scalar_one_or_none()
        return [leaf_of(*row) for row in _leaves(connection, store, after or 0, 1 << TILE)]
    rows = connection.execute(
        select(tree_tile.c.hash)
        .where(
            tree_tile.c.store_id == store,
            tree_tile.c.level == base,
            tree_tile.c.number >= number << TILE,
            tree_tile.c.number < (number + 1) << TILE,
        )
        .order_by(tree_tile.c.number)
    )
    return [bytes.fromhex(row.hash) for row in rows]
