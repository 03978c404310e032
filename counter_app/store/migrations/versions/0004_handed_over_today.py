"""Count what was handed over today without reading every pickup that ever was."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE INDEX ix_pickup_handed_ms ON pickup (json_extract(data, '$.handed_ms')) WHERE state = 'handed_over'"
    )
