"""The register of hoaxes: what is claimed, how often it was seen, what we said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "hoaxes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_hoaxes"),
    )
    op.create_table(
        "hoax_revisions",
        sa.Column("hoax_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hoax_id"], ["hoaxes.id"], name="fk_hoax_revisions_hoax_id_hoaxes"
        ),
        sa.PrimaryKeyConstraint("hoax_id", "revision", name="pk_hoax_revisions"),
    )
    op.create_table(
        "hoax_days",
        sa.Column("hoax_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hoax_id"], ["hoaxes.id"], name="fk_hoax_days_hoax_id_hoaxes"),
        sa.PrimaryKeyConstraint("hoax_id", "day", name="pk_hoax_days"),
    )
    op.create_table(
        "hoax_said",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("hoax_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("first_id", sa.Text(), nullable=False),
        sa.Column("outgoing_id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["hoax_id"], ["hoaxes.id"], name="fk_hoax_said_hoax_id_hoaxes"),
        sa.ForeignKeyConstraint(["first_id"], ["outbox.id"], name="fk_hoax_said_first_id_outbox"),
        sa.ForeignKeyConstraint(
            ["outgoing_id"], ["outbox.id"], name="fk_hoax_said_outgoing_id_outbox"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_hoax_said"),
        sa.UniqueConstraint("id", name="uq_hoax_said_id"),
    )
    op.create_index("ix_hoax_said_hoax", "hoax_said", ["hoax_id", "number"])
    op.create_index("ix_hoax_said_first", "hoax_said", ["first_id"])
    op.add_column("posts", sa.Column("hoax_id", sa.Text(), nullable=True))
    op.add_column("conversations", sa.Column("hint_hoax_id", sa.Text(), nullable=True))
    op.create_index(
        "ix_posts_hoax",
        "posts",
        ["hoax_id", "created_at"],
        sqlite_where=sa.text("hoax_id IS NOT NULL"),
        postgresql_where=sa.text("hoax_id IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_hoax",
        "conversations",
        ["hint_hoax_id", "state"],
        sqlite_where=sa.text("hint_hoax_id IS NOT NULL"),
        postgresql_where=sa.text("hint_hoax_id IS NOT NULL"),
    )
