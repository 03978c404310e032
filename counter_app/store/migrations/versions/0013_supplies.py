"""What the store uses up is a row, and the poly bags used since a day are found quickly."""

from alembic import op

revision = "0013"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE TABLE supply (id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0', "
        "on_hand INTEGER NOT NULL DEFAULT '0', data TEXT NOT NULL DEFAULT '', CONSTRAINT pk_supply PRIMARY KEY (id))"
    )
    op.execute(
        "CREATE INDEX ix_task_sealed_ms ON task (json_extract(data, '$.sealed_ms')) WHERE kind = 'personal_delivery'"
    )
