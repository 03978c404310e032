"""The tables of e-mail to customers: what is to be sent, and how far each store was looked through for it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text

from central_service.tables import metadata

mail = Table(
    "mail",
    metadata,
    Column("store_id", String(64), primary_key=True, nullable=False),
    # Template and row: one e-mail for one event, however often it is looked at.
    Column("id", String(96), primary_key=True, nullable=False),
    Column("account", String(64), nullable=False),
    Column("facts", Text, nullable=False),
    # queued, sending (handed to the server, no answer yet), sent, doubtful, given_up.
    Column("state", String(16), nullable=False),
    Column("claim", String(32), nullable=False, default=""),
    Column("tries", Integer, nullable=False, default=0),
    # When to look at it (again); -1 when it is done with.
    Column("next_try_ms", BigInteger, nullable=False),
    Column("code", String(64), nullable=False, default=""),
    Column("queued_ms", BigInteger, nullable=False),
    Index(None, "next_try_ms"),
)
mail_seen = Table(
    "mail_seen",
    metadata,
    Column("store_id", String(64), primary_key=True, nullable=False),
    Column("seq", BigInteger, nullable=False),
    # The day (ISO, the store's own) on which the shelves were last looked through.
    Column("day", String(10), nullable=False, default=""),
)
