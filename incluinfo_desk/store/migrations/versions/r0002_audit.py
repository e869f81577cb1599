"""The audit record, what remains of purged conversations, and when X last showed a post."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_THEIRS = sa.text("NOT ours AND NOT deleted")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", _NUMBER, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_table(
        "daily_counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "topic", "state", name="pk_daily_counts"),
    )
    op.add_column(
        "posts",
        sa.Column("checked_at", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
    )
    op.execute("UPDATE posts SET checked_at = created_at")
    op.create_index(
        "ix_posts_checked_at",
        "posts",
        ["checked_at"],
        sqlite_where=_THEIRS,
        postgresql_where=_THEIRS,
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in _APPEND_ONLY:
            op.execute(statement)


_APPEND_ONLY = (
    """
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit record is append-only');
    END
    """,
    """
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit record is append-only');
    END
    """,
    # INSERT OR REPLACE deletes without the trigger above.
    """
    CREATE TRIGGER audit_only_next BEFORE INSERT ON audit
    WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN
        SELECT RAISE(ABORT, 'the audit record is append-only');
    END
    """,
)
