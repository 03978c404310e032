"""The first centre: stores, stations, sign-in, journal, rows of the trade, quarantine, charges.

A migration never imports the program's own tables: they change underneath it, and this file must not.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "centre",
        sa.Column("schema_version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("schema_version", name="pk_centre"),
    )
    op.create_table(
        "charge",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.Column("pickup", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("attempt", sa.BigInteger(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.String(length=16), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("next_try_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "key", name="pk_charge"),
    )
    op.create_index("ix_charge_next_try_ms", "charge", ["next_try_ms"], unique=False)
    op.create_table(
        "device",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "id", name="pk_device"),
    )
    op.create_index("ix_device_id", "device", ["id"], unique=False)
    op.create_table(
        "disclosure",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "op_id", "field", name="pk_disclosure"),
    )
    op.create_table(
        "employee_secret",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("employee", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "employee", name="pk_employee_secret"),
        sa.UniqueConstraint("store_id", "email", name="uq_employee_secret_store_id_email"),
    )
    op.create_table(
        "enrolment",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("label", sa.String(length=4), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "label", name="pk_enrolment"),
    )
    op.create_index("ix_enrolment_label", "enrolment", ["label"], unique=False)
    op.create_table(
        "incarnation",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "device", "id", name="pk_incarnation"),
    )
    op.create_table(
        "journal",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("incarnation", sa.String(length=64), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("core", sa.LargeBinary(), nullable=False),
        sa.Column("core_hash", sa.String(length=64), nullable=False),
        sa.Column("sig", sa.String(length=256), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("args", sa.Text(), nullable=False),
        sa.Column("received_at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "op_id", name="pk_journal"),
        sa.UniqueConstraint("store_id", "device", "incarnation", "n", name="uq_journal_store_id_device_incarnation_n"),
        sa.UniqueConstraint("store_id", "seq", name="uq_journal_store_id_seq"),
    )
    op.create_table(
        "login_try",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "account", name="pk_login_try"),
    )
    op.create_table(
        "quarantine",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("received_at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "mark", name="pk_quarantine"),
    )
    op.create_table(
        "state_row",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("entity", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "entity", "id", name="pk_state_row"),
    )
    op.create_index(
        "ix_state_row_store_id_entity_account", "state_row", ["store_id", "entity", "account"], unique=False
    )
    op.create_index("ix_state_row_store_id_seq", "state_row", ["store_id", "seq"], unique=False)
    op.create_table(
        "store",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("org", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", name="pk_store"),
    )
    op.create_table(
        "stream_head",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", name="pk_stream_head"),
    )
    op.create_table(
        "token",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("challenge", sa.String(length=64), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "hash", name="pk_token"),
        sa.UniqueConstraint("store_id", "challenge", name="uq_token_store_id_challenge"),
    )
    op.create_index("ix_token_hash", "token", ["hash"], unique=False)
    op.create_index("ix_token_store_id_device", "token", ["store_id", "device"], unique=False)
