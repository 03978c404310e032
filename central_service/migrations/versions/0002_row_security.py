"""The second wall between the stores."""

from central_service.migrations.row_security import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    protect(
        *("store", "stream_head", "device", "incarnation", "enrolment", "employee_secret", "login_try", "token"),
        *("journal", "disclosure", "state_row", "quarantine", "charge"),
    )
