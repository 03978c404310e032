"""What a day took in is found without reading every task and pickup that ever was."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ix_task_charged_ms ON task (json_extract(data, '$.charged_ms'))")
    op.execute("CREATE INDEX ix_pickup_charged_ms ON pickup (json_extract(data, '$.charged_ms'))")
