"""Pieces that are kept apart, and pieces that lay in another mailbox by mistake, are found without reading all."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE INDEX ix_item_apart ON item (json_extract(nullif(data, ''), '$.apart')) "
        "WHERE json_extract(nullif(data, ''), '$.apart') <> ''"
    )
    op.execute(
        "CREATE INDEX ix_item_was_of ON item (json_array_length(nullif(data, ''), '$.was_of')) "
        "WHERE json_array_length(nullif(data, ''), '$.was_of') > 0"
    )
