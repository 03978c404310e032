"""Photos and signatures: what is kept, and what is still on its way."""

import sqlalchemy as sa
from alembic import op

from central_service.migrations.row_security import protect

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("stored_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("store_id", "sha256", name="pk_blob"),
    )
    op.create_table(
        "blob_part",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("upload", sa.String(length=32), nullable=False),
        sa.Column("start", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "upload", "start", name="pk_blob_part"),
    )
    op.create_table(
        "blob_upload",
        sa.Column("store_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("received", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("touched_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("store_id", "id", name="pk_blob_upload"),
    )
    op.create_index(
        "ix_blob_upload_store_id_device_sha256", "blob_upload", ["store_id", "device", "sha256"], unique=False
    )
    op.create_index("ix_blob_upload_store_id_touched_ms", "blob_upload", ["store_id", "touched_ms"], unique=False)
    protect("blob", "blob_part", "blob_upload")
