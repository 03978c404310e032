"""Find what is still owed for pieces that are gone without reading every pickup that ever was."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE INDEX ix_pickup_owed ON pickup (account_id) "
        "WHERE state = 'handed_over' AND json_extract(data, '$.payment') = 'declined'"
    )
