"""What an answer rests on, its other languages, whose it is, and why it waits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("norms", "translations"):
        op.add_column(
            "faq", sa.Column(name, sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
        )
    for name, default in (("layer", "team"), ("owner", ""), ("review_reason", "")):
        op.add_column(
            "faq",
            sa.Column(name, sa.Text(), nullable=False, server_default=sa.text(f"'{default}'")),
        )
    op.add_column("faq", sa.Column("link_dead_since", sa.Date(), nullable=True))
