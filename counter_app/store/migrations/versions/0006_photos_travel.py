"""Photos travel to the centre: how far each is, and to which acts it belongs. `local` is now `captured` (3.11)."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """CREATE TABLE photo_way (
        sha256 TEXT NOT NULL, upload TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '',
        tries INTEGER NOT NULL DEFAULT '0', durable_ms INTEGER NOT NULL DEFAULT '0',
        look_ms INTEGER NOT NULL DEFAULT '0', purged_ms INTEGER NOT NULL DEFAULT '0',
        CONSTRAINT pk_photo_way PRIMARY KEY (sha256))"""
    )
    op.execute(
        """CREATE TABLE photo_act (
        sha256 TEXT NOT NULL, op_id TEXT NOT NULL, CONSTRAINT pk_photo_act PRIMARY KEY (sha256, op_id))"""
    )
    op.execute("CREATE INDEX ix_photo_way_look_ms ON photo_way (look_ms)")
    op.execute("CREATE INDEX ix_photo_state_created_ms ON photo (state, created_ms)")
    op.execute("UPDATE photo SET state = 'captured' WHERE state = 'local'")
