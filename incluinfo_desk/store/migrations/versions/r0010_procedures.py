"""Which procedure an answer is about, and that somebody says it rests on no norm."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "faq", sa.Column("no_norm", sa.Boolean(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column(
        "faq", sa.Column("procedure", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
