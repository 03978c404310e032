"""The tables of receipts and checkpoints: the tree of each store over its journal, and who has signed it too."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text

from central_service.tables import metadata

tree = Table(
    "tree",
    metadata,
    Column("store_id", String(64), primary_key=True, nullable=False),
    Column("size", BigInteger, nullable=False),
    # The whole subtrees that make up the tree, largest first, as hex: at most 63 of them.
    Column("peaks", Text, nullable=False),
)
tree_tile = Table(
    "tree_tile",
    metadata,
    Column("store_id", String(64), primary_key=True, nullable=False),
    # 8, 16, 24 ...: one row for each 256 of the level below; what lies between is made again from those.
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
    # The seq of its last leaf, by which an operation's place is found.
    Column("last_seq", BigInteger, nullable=False),
)
cosignature = Table(
    "cosignature",
    metadata,
    Column("store_id", String(64), primary_key=True, nullable=False),
    Column("device", String(64), primary_key=True, nullable=False),
    Column("epoch", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("root", String(64), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("sig", String(256), nullable=False),
)
