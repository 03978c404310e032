"""Tasks are paid for like pickups: a charge says which of the two it is for."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("charge", sa.Column("entity", sa.String(length=16), nullable=False, server_default="pickup"))
