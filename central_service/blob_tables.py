"""The tables of photos and signatures at the centre: what is kept, and what is still on its way (tus 1.0)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table

from central_service.tables import metadata


def _text(name: str, length: int, *, key: bool = False) -> Column[str]:
    return Column(name, String(length), primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, BigInteger, primary_key=key, autoincrement=False, nullable=False, default=0)


blob = Table(
    "blob",
    metadata,
    _text("store_id", 64, key=True),
    _text("sha256", 64, key=True),
    _text("kind", 16),
    _number("size"),
    # stored, durable, or lost when the file is gone that this row speaks of.
    _text("state", 16),
    _text("device", 64),
    _number("stored_ms"),
)
blob_upload = Table(
    "blob_upload",
    metadata,
    _text("store_id", 64, key=True),
    _text("id", 32, key=True),
    _text("device", 64),
    _text("sha256", 64),
    _text("kind", 16),
    _number("size"),
    # How much is here; it moves only from the value that a chunk was sent for, so no two chunks take one place.
    _number("received"),
    _number("touched_ms"),
    Index(None, "store_id", "device", "sha256"),
    Index(None, "store_id", "touched_ms"),
)
blob_part = Table(
    "blob_part",
    metadata,
    _text("store_id", 64, key=True),
    _text("upload", 32, key=True),
    _number("start", key=True),
    Column("size", Integer, nullable=False),
    _text("name", 32),
)
