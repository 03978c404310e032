"""Keep what the centre signs: receipts of operations and checkpoints of the store's journal."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE TABLE receipt (op_id TEXT NOT NULL, epoch TEXT DEFAULT '' NOT NULL, hash TEXT DEFAULT '' NOT NULL, "
        "seq INTEGER DEFAULT '0' NOT NULL, position INTEGER DEFAULT '0' NOT NULL, "
        "received_ms INTEGER DEFAULT '0' NOT NULL, status TEXT DEFAULT '' NOT NULL, sig BLOB NOT NULL, "
        "shown INTEGER DEFAULT '0' NOT NULL, CONSTRAINT pk_receipt PRIMARY KEY (op_id))"
    )
    op.execute("CREATE INDEX ix_receipt_shown_position ON receipt (shown, position)")
    op.execute(
        "CREATE TABLE checkpoint (epoch TEXT NOT NULL, size INTEGER NOT NULL, root TEXT NOT NULL, "
        "at_ms INTEGER DEFAULT '0' NOT NULL, sig BLOB NOT NULL, state TEXT DEFAULT '' NOT NULL, "
        "CONSTRAINT pk_checkpoint PRIMARY KEY (epoch, size, root))"
    )
