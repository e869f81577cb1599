"""What sent answers say about the entries of the FAQ."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("outgoing_id", sa.Text(), nullable=False),
        sa.Column("faq_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("post", _NUMBER, nullable=False),
        sa.Column("trace", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_evidence"),
        sa.ForeignKeyConstraint(["post"], ["posts.number"], name="fk_evidence_post_posts"),
    )
    op.create_index("ix_evidence_post", "evidence", ["post"])
    op.create_index("ix_evidence_faq_id", "evidence", ["faq_id"])
    op.create_index("ix_evidence_outgoing_id", "evidence", ["outgoing_id"])
