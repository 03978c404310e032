"""The tables of the central service: portable SQL, every primary key begins with the store (the later shard key).

Made by the revisions in `migrations/`; a test holds those against these tables on both databases. A table with
`store_id` is also put behind row-level security there. No triggers, no sequences, no dialect types.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

SCHEMA_VERSION = 1

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, String(64), primary_key=key, nullable=False)


def _ms(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, default=0)


centre = Table(
    "centre",
    metadata,
    Column("schema_version", Integer, primary_key=True, autoincrement=False),
    Column("epoch", String(64), nullable=False),
    Column("public_key", String(64), nullable=False),
)
store = Table(
    "store",
    metadata,
    _id("store_id", key=True),
    _id("org"),
    Column("name", Text, nullable=False),
    Column("settings", Text, nullable=False),
)
stream_head = Table("stream_head", metadata, _id("store_id", key=True), Column("seq", BigInteger, nullable=False))
stream_mark = Table(
    "stream_mark",
    metadata,
    _id("store_id", key=True),
    # Up to where a backup or a replica has the stream; said for one epoch only.
    Column("epoch", String(64), nullable=False, default=""),
    Column("durable", BigInteger, nullable=False, default=0),
    # A cursor below this one may have missed a tombstone that is purged.
    Column("floor", BigInteger, nullable=False, default=0),
)
tombstone = Table(
    "tombstone",
    metadata,
    _id("store_id", key=True),
    Column("entity", String(16), primary_key=True),
    _id("id", key=True),
    Column("seq", BigInteger, nullable=False),
    _ms("gone_at_ms"),
    Index(None, "store_id", "seq"),
)
device = Table(
    "device",
    metadata,
    _id("store_id", key=True),
    _id("id", key=True),
    Column("name", Text, nullable=False),
    Column("public_key", String(64), nullable=False),
    Column("revoked", Integer, nullable=False, default=0),
    Index(None, "id"),
)
incarnation = Table(
    "incarnation",
    metadata,
    _id("store_id", key=True),
    _id("device", key=True),
    _id("id", key=True),
    Column("n", BigInteger, nullable=False),
    # Hash of the newest operation; "" when that one could not be read.
    Column("hash", String(64), nullable=False),
)
enrolment = Table(
    "enrolment",
    metadata,
    _id("store_id", key=True),
    Column("label", String(4), primary_key=True),
    Column("secret", String(64), nullable=False),
    _ms("expires_ms"),
    Column("tries", Integer, nullable=False, default=0),
    Column("used", Integer, nullable=False, default=0),
    Index(None, "label"),
)
employee_secret = Table(
    "employee_secret",
    metadata,
    _id("store_id", key=True),
    _id("employee", key=True),
    Column("email", String(200), nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("store_id", "email"),
)
login_try = Table(
    "login_try",
    metadata,
    _id("store_id", key=True),
    Column("account", String(64), primary_key=True),
    Column("tries", Integer, nullable=False),
    _ms("last_ms"),
)
token = Table(
    "token",
    metadata,
    _id("store_id", key=True),
    Column("hash", String(64), primary_key=True),
    _id("device"),
    Column("challenge", String(64), nullable=False),
    _ms("expires_ms"),
    Index(None, "hash"),
    Index(None, "store_id", "device"),
    UniqueConstraint("store_id", "challenge"),
)
journal = Table(
    "journal",
    metadata,
    _id("store_id", key=True),
    _id("op_id", key=True),
    Column("seq", BigInteger, nullable=False),
    _id("device"),
    _id("incarnation"),
    Column("n", BigInteger, nullable=False),
    Column("kind", String(64), nullable=False),
    # The exact bytes that were hashed and signed; nobody re-encodes them.
    Column("core", LargeBinary, nullable=False),
    Column("core_hash", String(64), nullable=False),
    Column("sig", String(256), nullable=False),
    Column("status", String(16), nullable=False),
    Column("code", String(64), nullable=False),
    Column("args", Text, nullable=False),
    _ms("received_at_ms"),
    UniqueConstraint("store_id", "seq"),
    UniqueConstraint("store_id", "device", "incarnation", "n"),
)
disclosure = Table(
    "disclosure",
    metadata,
    _id("store_id", key=True),
    _id("op_id", key=True),
    _id("field", key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("value", Text, nullable=False),
)
state_row = Table(
    "state_row",
    metadata,
    _id("store_id", key=True),
    Column("entity", String(16), primary_key=True),
    _id("id", key=True),
    Column("seq", BigInteger, nullable=False),
    # The account that a piece or a pickup belongs to, so that the platform finds it.
    Column("account", String(64), nullable=False, default=""),
    Column("row", Text, nullable=False),
    Index(None, "store_id", "seq"),
    Index(None, "store_id", "entity", "account"),
)
quarantine = Table(
    "quarantine",
    metadata,
    _id("store_id", key=True),
    # SHA-256 of the raw bytes: the same bytes get the same answer.
    Column("mark", String(64), primary_key=True),
    Column("op_id", String(64), nullable=False),
    _id("device"),
    Column("seq", BigInteger, nullable=False),
    Column("code", String(64), nullable=False),
    Column("raw", LargeBinary, nullable=False),
    _ms("received_at_ms"),
)
charge = Table(
    "charge",
    metadata,
    _id("store_id", key=True),
    Column("key", String(96), primary_key=True),
    # The pickup or task that is paid for; its id.
    Column("entity", String(16), nullable=False, default="pickup", server_default="pickup"),
    _id("pickup"),
    _id("account"),
    Column("attempt", BigInteger, nullable=False),
    Column("amount_cents", BigInteger, nullable=False),
    # "" not asked yet, then paid, declined or unknown.
    Column("result", String(16), nullable=False, default=""),
    Column("asked", Integer, nullable=False, default=0),
    # When to ask (again); -1 when it is settled or given up.
    _ms("next_try_ms"),
    Index(None, "next_try_ms"),
)
