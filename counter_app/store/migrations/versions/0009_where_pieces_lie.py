"""What lies on a shelf, without reading every piece that ever was."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE INDEX ix_item_shelf ON item (shelf) WHERE state IN ('unassigned', 'received', 'in_task', 'scanned')"
    )
