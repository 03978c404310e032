"""The tables of a station. Rows of the trade keep their whole content as JSON beside the columns that are searched.

The journal is the outbox: an operation waits in it until the centre has answered. `base_row` keeps the last row that
the centre sent for everything that this station has touched itself, so that operations of its own that the centre has
not covered yet can be laid over it again, and so that the state can be folded anew and compared.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value"))

journal = Table(
    "journal",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("op_id", Text, nullable=False, unique=True),
    Column("incarnation", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("core", LargeBinary, nullable=False),
    Column("op_hash", LargeBinary, nullable=False),
    Column("sig", LargeBinary, nullable=False),
    _text("status"),
    Column("seq", Integer),
    _text("code"),
    _text("args"),
    _number("tries"),
    _number("level"),
    Column("mark", LargeBinary, nullable=False, server_default=""),
    UniqueConstraint("incarnation", "n"),
)
Index(None, journal.c.status, journal.c.position)

disclosure = Table(
    "disclosure",
    metadata,
    Column("op_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    _text("value"),
)

touched = Table(
    "touched",
    metadata,
    Column("op_id", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("id", Text, primary_key=True),
)
Index(None, touched.c.entity, touched.c.id)

base_row = Table(
    "base_row",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _number("seq"),
    Column("data", Text),
)

item = Table(
    "item",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("mail_id"),
    _text("state"),
    _text("account_id"),
    _text("mailbox"),
    _text("tracking"),
    _text("tracking_reversed"),
    _text("shelf"),
    _number("received_ms"),
    _text("task_id"),
    _text("data"),
)
Index(None, item.c.mail_id)
Index(None, item.c.tracking)
Index(None, item.c.tracking_reversed)
Index(None, item.c.account_id, item.c.state)
Index(None, item.c.state, item.c.received_ms)
Index(None, item.c.received_ms)
Index(
    "ix_item_shelf",
    item.c.shelf,
    sqlite_where=text("state IN ('unassigned', 'received', 'in_task', 'scanned')"),
)
Index(
    "ix_item_apart",
    text("json_extract(nullif(data, ''), '$.apart')"),
    sqlite_where=text("json_extract(nullif(data, ''), '$.apart') <> ''"),
    _table=item,
)
Index(
    "ix_item_was_of",
    text("json_array_length(nullif(data, ''), '$.was_of')"),
    sqlite_where=text("json_array_length(nullif(data, ''), '$.was_of') > 0"),
    _table=item,
)

pickup = Table(
    "pickup",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("state"),
    _text("account_id"),
    _text("mailbox"),
    _number("requested_ms"),
    _text("data"),
)
Index(None, pickup.c.state, pickup.c.requested_ms)
Index(None, pickup.c.account_id)
Index(
    "ix_pickup_handed_ms",
    text("json_extract(data, '$.handed_ms')"),
    sqlite_where=text("state = 'handed_over'"),
    _table=pickup,
)

Index(
    "ix_pickup_owed",
    pickup.c.account_id,
    sqlite_where=text("state = 'handed_over' AND json_extract(data, '$.payment') = 'declined'"),
)

account = Table(
    "account",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _number("seq"),
    _text("mailbox"),
    _text("state"),
    _text("holder"),
    _text("data"),
)
Index(None, account.c.mailbox)

employee = Table(
    "employee",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("email"),
    _text("name"),
    _number("level"),
    _number("active"),
    _text("data"),
)

task = Table(
    "task",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("state"),
    _text("kind"),
    _text("account_id"),
    _text("mailbox"),
    _number("requested_ms"),
    _number("wanted_ms"),
    _text("locked_by"),
    _text("data"),
)
Index(None, task.c.state, task.c.requested_ms)
Index(None, task.c.account_id)
Index(
    "ix_task_sealed_ms",
    text("json_extract(data, '$.sealed_ms')"),
    sqlite_where=text("kind = 'personal_delivery'"),
    _table=task,
)

Index("ix_task_charged_ms", text("json_extract(data, '$.charged_ms')"), _table=task)
Index("ix_pickup_charged_ms", text("json_extract(data, '$.charged_ms')"), _table=pickup)

intake = Table(
    "intake",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("state"),
    _text("carrier"),
    _number("opened_ms"),
    _text("data"),
)
Index(None, intake.c.state)

shelf = Table(
    "shelf",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("state"),
    _text("code"),
    _number("turn"),
    _text("data"),
)
Index(None, shelf.c.code)

manifest = Table(
    "manifest",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("state"),
    _text("kind"),
    _text("carrier"),
    _number("opened_ms"),
    _text("data"),
)
Index(None, manifest.c.state, manifest.c.opened_ms)

stocktake = Table(
    "stocktake",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _text("state"),
    _text("shelf"),
    _number("begun_ms"),
    _text("data"),
)
Index(None, stocktake.c.state)

supply = Table(
    "supply",
    metadata,
    Column("id", Text, primary_key=True),
    _number("seq"),
    _number("on_hand"),
    _text("data"),
)

cursor = Table(
    "cursor", metadata, Column("stream", Text, primary_key=True), _text("epoch"), _text("cursor"), _number("high")
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("op_id", Text, nullable=False, unique=True),
    _text("kind"),
    _text("code"),
    _text("facts"),
    _number("at_ms"),
    _text("state"),
)
Index(None, inbox.c.state)

verifier = Table(
    "verifier",
    metadata,
    Column("clerk_id", Text, primary_key=True),
    _text("email"),
    _text("name"),
    _number("level"),
    _text("password_hash"),
    _text("grant"),
    _text("grant_sig"),
    _number("not_after_ms"),
    _number("tries"),
    _text("pin_hash"),
    _number("pin_tries"),
)
Index(None, verifier.c.email)

print_job = Table(
    "print_job",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("kind"),
    _text("payload"),
    _text("printer"),
    Column("copies", Integer, nullable=False, server_default="1"),
    _text("state"),
    _text("code"),
    _number("tries"),
    _text("item_id"),
    _number("created_ms"),
)
Index(None, print_job.c.state, print_job.c.position)

photo = Table(
    "photo",
    metadata,
    Column("sha256", Text, primary_key=True),
    _text("kind"),
    _number("size"),
    _text("state"),
    _number("created_ms"),
)
Index(None, photo.c.state, photo.c.created_ms)
photo_way = Table(
    "photo_way",
    metadata,
    Column("sha256", Text, primary_key=True),
    _text("upload"),
    _text("code"),
    _number("tries"),
    _number("durable_ms"),
    _number("look_ms"),
    _number("purged_ms"),
)
Index(None, photo_way.c.look_ms)
"""How a photo is on its way to the centre. Beside `photo`, whose five columns a rescue knows a row by."""
photo_act = Table(
    "photo_act", metadata, Column("sha256", Text, primary_key=True), Column("op_id", Text, primary_key=True)
)
search_word = Table("search_word", metadata, Column("word", Text, primary_key=True), sqlite_with_rowid=False)
"""The distinct words of names, in which a typing error is looked for (`store.near`)."""
ROW_TABLES = {
    "item": item,
    "pickup": pickup,
    "account": account,
    "employee": employee,
    "task": task,
    "intake": intake,
    "shelf": shelf,
    "manifest": manifest,
    "stocktake": stocktake,
    "supply": supply,
}
SEARCH = "account_search"
"""The FTS5 table (number as rowid, words); FTS5 is made by its migration, SQLAlchemy does not know it."""

receipt = Table(
    "receipt",
    metadata,
    Column("op_id", Text, primary_key=True),
    _text("epoch"),
    _text("hash"),
    _number("seq"),
    _number("position"),
    _number("received_ms"),
    _text("status"),
    Column("sig", LargeBinary, nullable=False),
    # 1 when the centre has shown its leaf in the tree of a checkpoint.
    _number("shown"),
)
Index(None, receipt.c.shown, receipt.c.position)

checkpoint = Table(
    "checkpoint",
    metadata,
    Column("epoch", Text, primary_key=True),
    Column("size", Integer, primary_key=True),
    Column("root", Text, primary_key=True),
    _number("at_ms"),
    Column("sig", LargeBinary, nullable=False),
    # kept, cosigned, or refused: signed by the centre, and not what follows from the one before.
    _text("state"),
)
