"""Find a piece by the last digits of its tracking number, as clerks type them: the number backwards, indexed."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE item ADD COLUMN tracking_reversed TEXT NOT NULL DEFAULT ''")
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT id, tracking FROM item WHERE tracking <> ''").all()
    for item_id, tracking in rows:
        connection.exec_driver_sql("UPDATE item SET tracking_reversed = ? WHERE id = ?", (tracking[::-1], item_id))
    op.execute("CREATE INDEX ix_item_tracking_reversed ON item (tracking_reversed)")
