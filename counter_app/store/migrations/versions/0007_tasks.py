"""Tasks, carrier drops, shelves, manifests and stocktakes are rows like pieces and pickups."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ROW = "id TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT '0'"
_TABLES = {
    "task": (
        "state TEXT, kind TEXT, account_id TEXT, mailbox TEXT, requested_ms INTEGER, wanted_ms INTEGER, locked_by TEXT"
    ),
    "intake": "state TEXT, carrier TEXT, opened_ms INTEGER",
    "shelf": "state TEXT, code TEXT, turn INTEGER",
    "manifest": "state TEXT, kind TEXT, carrier TEXT, opened_ms INTEGER",
    "stocktake": "state TEXT, shelf TEXT, begun_ms INTEGER",
}
_DEFAULT = {"TEXT": "TEXT NOT NULL DEFAULT ''", "INTEGER": "INTEGER NOT NULL DEFAULT '0'"}


def upgrade() -> None:
    for table, columns in _TABLES.items():
        pairs = [one.split() for one in columns.split(", ")]
        made = ", ".join(f"{name} {_DEFAULT[kind]}" for name, kind in pairs)
        op.execute(
            f"CREATE TABLE {table} ({_ROW}, {made}, data TEXT NOT NULL DEFAULT '', "
            f"CONSTRAINT pk_{table} PRIMARY KEY (id))"
        )
    op.execute("CREATE INDEX ix_task_state_requested_ms ON task (state, requested_ms)")
    op.execute("CREATE INDEX ix_task_account_id ON task (account_id)")
    op.execute("CREATE INDEX ix_intake_state ON intake (state)")
    op.execute("CREATE INDEX ix_shelf_code ON shelf (code)")
    op.execute("CREATE INDEX ix_manifest_state_opened_ms ON manifest (state, opened_ms)")
    op.execute("CREATE INDEX ix_stocktake_state ON stocktake (state)")
