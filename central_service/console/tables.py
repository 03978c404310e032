"""What the console keeps: operators, their sessions and tries (of no store), and what they did to a store's acts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text

from central_service.tables import journal, metadata

OF_NO_STORE = frozenset({"operator", "operator_session", "operator_try"})
"""The tables whose key does not begin with a store: they belong to the house that runs the service. They are small."""


operator = Table(
    "operator",
    metadata,
    Column("email", String(200), primary_key=True),
    Column("hash", Text, nullable=False),
    Column("active", Integer, nullable=False, default=1),
    Column("made_ms", BigInteger, nullable=False),
)
operator_session = Table(
    "operator_session",
    metadata,
    # SHA-256 of the token in the cookie.
    Column("hash", String(64), primary_key=True),
    Column("email", String(200), nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("seen_ms", BigInteger, nullable=False),
)
operator_try = Table(
    "operator_try",
    metadata,
    Column("account", String(64), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("last_ms", BigInteger, nullable=False),
)
operator_act = Table(
    "operator_act",
    metadata,
    # Only ever written, never changed. "" for what concerns no store, such as a sign-in.
    Column("store_id", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("at_ms", BigInteger, nullable=False),
    Column("operator", String(200), nullable=False),
    Column("what", String(32), nullable=False),
    # The mark of what lies in quarantine, or the id of a contested operation.
    Column("about", String(64), nullable=False),
    Column("code", String(64), nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Index(None, "store_id", "about"),
    Index(None, "at_ms"),
)
station_report = Table(
    "station_report",
    metadata,
    Column("store_id", String(64), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("at_ms", BigInteger, nullable=False),
    Column("version", String(40), nullable=False),
    Column("waiting", BigInteger, nullable=False),
    Column("parked", BigInteger, nullable=False),
    Column("photos", BigInteger, nullable=False),
    Column("last_code", String(80), nullable=False),
)

# Only the few contested lines stand in the first index; in the second each new line comes at the end.
Index(
    "ix_journal_contested",
    journal.c.store_id,
    journal.c.seq,
    sqlite_where=journal.c.status == "contested",
    postgresql_where=journal.c.status == "contested",
)
Index("ix_journal_received_at_ms", journal.c.received_at_ms)
