"""What became of a public word on an incident: its erratum, or its deletion and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("corrects", "deletion_id"):
        op.add_column("incident_updates", sa.Column(name, sa.Text(), nullable=True))
    op.add_column(
        "incident_updates",
        sa.Column("deletion_reason", sa.Text(), nullable=False, server_default=sa.text("''")),
    )
