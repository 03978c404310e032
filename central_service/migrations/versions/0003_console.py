"""What the console keeps: operators, sessions, tries, what they did, and what stations report."""

import sqlalchemy as sa
from alembic import op

from central_service.migrations.row_security import protect

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "operator",
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("email", name="pk_operator"),
    )
    op.create_table(
        "operator_act",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("operator", sa.String(length=200), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "id", name="pk_operator_act"),
    )
    op.create_index("ix_operator_act_at_ms", "operator_act", ["at_ms"], unique=False)
    op.create_index("ix_operator_act_store_id_about", "operator_act", ["store_id", "about"], unique=False)
    op.create_table(
        "operator_session",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("seen_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_operator_session"),
    )
    op.create_table(
        "operator_try",
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_operator_try"),
    )
    op.create_table(
        "station_report",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("waiting", sa.BigInteger(), nullable=False),
        sa.Column("parked", sa.BigInteger(), nullable=False),
        sa.Column("photos", sa.BigInteger(), nullable=False),
        sa.Column("last_code", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "device", name="pk_station_report"),
    )
    op.create_index(
        "ix_journal_contested",
        "journal",
        ["store_id", "seq"],
        unique=False,
        sqlite_where=sa.text("status = 'contested'"),
        postgresql_where=sa.text("status = 'contested'"),
    )
    op.create_index("ix_journal_received_at_ms", "journal", ["received_at_ms"], unique=False)
    protect("operator_act", "station_report")
