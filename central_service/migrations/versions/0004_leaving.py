"""Rows that left a store, and how far a store's stream is known to be kept elsewhere."""

import sqlalchemy as sa
from alembic import op

from central_service.migrations.row_security import protect

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stream_mark",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("durable", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", name="pk_stream_mark"),
    )
    op.create_table(
        "tombstone",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("entity", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("gone_at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "entity", "id", name="pk_tombstone"),
    )
    op.create_index("ix_tombstone_store_id_seq", "tombstone", ["store_id", "seq"], unique=False)
    protect("stream_mark", "tombstone")
