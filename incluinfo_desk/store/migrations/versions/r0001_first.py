"""The first schema.

Spelled out: what is written here stays what revision 0001 was, whatever tables.py becomes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_LIVE = sa.text(
    "state IN ('answered_elsewhere', 'checking', 'queued', 'sending', 'unconfirmed', 'unknown')",
)


def upgrade() -> None:
    op.create_table(
        "components",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_components"),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("thread_id", sa.Text(), nullable=False),
        sa.Column("citizen_id", sa.Text(), nullable=False),
        sa.Column("citizen_handle", sa.Text(), nullable=False),
        sa.Column("citizen_name", sa.Text(), nullable=False),
        sa.Column("citizen_verified", sa.Boolean(), nullable=False),
        sa.Column("citizen_protected", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("last_post_id", sa.Text(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("waiting_since", sa.BigInteger(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("topic_set", sa.Boolean(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("is_question", sa.Boolean(), nullable=False),
        sa.Column("has_personal_data", sa.Boolean(), nullable=False),
        sa.Column("reopened", sa.Boolean(), nullable=False),
        sa.Column("close_reason", sa.Text(), nullable=True),
        sa.Column("hint_faq_id", sa.Text(), nullable=True),
        sa.Column("hint_incident_id", sa.Text(), nullable=True),
        sa.Column("tied", sa.Boolean(), nullable=False),
        sa.Column("last_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index(
        "ix_conversations_holder",
        "conversations",
        ["holder", "state", "last_at", "id"],
        unique=False,
        sqlite_where=sa.text("holder IS NOT NULL"),
        postgresql_where=sa.text("holder IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_incident",
        "conversations",
        ["hint_incident_id", "state", "last_at", "id"],
        unique=False,
        sqlite_where=sa.text("hint_incident_id IS NOT NULL"),
        postgresql_where=sa.text("hint_incident_id IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_last_at", "conversations", ["last_at", "id", "is_question"], unique=False
    )
    op.create_index(
        "ix_conversations_state",
        "conversations",
        ["state", "last_at", "id", "is_question"],
        unique=False,
    )
    op.create_index(
        "ix_conversations_topic",
        "conversations",
        ["topic", "state", "last_at", "id", "is_question"],
        unique=False,
    )
    op.create_table(
        "faq",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("variants", sa.JSON(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("needs_private_channel", sa.Boolean(), nullable=False),
        sa.Column("review_by", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("verified_by", sa.Text(), nullable=True),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faq"),
    )
    op.create_index("ix_faq_order", "faq", ["topic", "id"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("components", sa.JSON(), nullable=False),
        sa.Column("impact", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("next_update_at", sa.BigInteger(), nullable=True),
        sa.Column("ends_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_index("ix_incidents_started", "incidents", ["started_at", "id"], unique=False)
    op.create_table(
        "notes",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_notes"),
    )
    op.create_table(
        "spending",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("cost", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_spending"),
    )
    op.create_index("ix_spending_at", "spending", ["at"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("faq_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_drafts_conversation_id_conversations",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_drafts"),
    )
    op.create_table(
        "faq_revisions",
        sa.Column("faq_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["faq_id"], ["faq.id"], name="fk_faq_revisions_faq_id_faq"),
        sa.PrimaryKeyConstraint("faq_id", "revision", name="pk_faq_revisions"),
    )
    op.create_table(
        "outbox",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("once", sa.Text(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=True),
        sa.Column("seen_post_id", sa.Text(), nullable=True),
        sa.Column("target_id", sa.Text(), nullable=True),
        sa.Column("after_id", sa.Text(), nullable=True),
        sa.Column("broadcast_id", sa.Text(), nullable=True),
        sa.Column("media", sa.Text(), nullable=True),
        sa.Column("alt_text", sa.Text(), nullable=True),
        sa.Column("faq_id", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("watermark", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("cursor", sa.Integer(), nullable=True),
        sa.Column("text_normal", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["after_id"], ["outbox.id"], name="fk_outbox_after_id_outbox"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_outbox_conversation_id_conversations",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_outbox"),
    )
    op.create_index("ix_outbox_after", "outbox", ["after_id"], unique=False)
    op.create_index("ix_outbox_conversation", "outbox", ["conversation_id"], unique=False)
    op.create_index("ix_outbox_faq", "outbox", ["faq_id", "state"], unique=False)
    op.create_index("ix_outbox_id", "outbox", ["id"], unique=True)
    op.create_index("ix_outbox_once", "outbox", ["once", "state"], unique=False)
    op.create_index("ix_outbox_state", "outbox", ["state", "not_before"], unique=False)
    op.create_index("ix_outbox_text", "outbox", ["text_normal", "created_at"], unique=False)
    op.create_index(
        "uq_outbox_live",
        "outbox",
        ["once"],
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    )
    op.create_table(
        "posts",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("thread_id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ours", sa.Boolean(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("has_personal_data", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("in_reply_to", sa.Text(), nullable=True),
        sa.Column("quotes", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("author_verified", sa.Boolean(), nullable=False),
        sa.Column("author_protected", sa.Boolean(), nullable=False),
        sa.Column("author_handle", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_posts_conversation_id_conversations"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_posts"),
    )
    op.create_index(
        "ix_posts_conversation", "posts", ["conversation_id", "created_at"], unique=False
    )
    op.create_index("ix_posts_created_at", "posts", ["created_at"], unique=False)
    op.create_index("ix_posts_id", "posts", ["id"], unique=True)
    op.create_index(
        "ix_posts_in_reply_to",
        "posts",
        ["in_reply_to"],
        unique=False,
        sqlite_where=sa.text("in_reply_to IS NOT NULL"),
        postgresql_where=sa.text("in_reply_to IS NOT NULL"),
    )
    op.create_index("ix_posts_thread", "posts", ["thread_id", "created_at"], unique=False)
    op.create_table(
        "incident_updates",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("outgoing_id", sa.Text(), nullable=True),
        sa.Column("post_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_incident_updates_incident_id_incidents"
        ),
        sa.ForeignKeyConstraint(
            ["outgoing_id"], ["outbox.id"], name="fk_incident_updates_outgoing_id_outbox"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_incident_updates"),
        sa.UniqueConstraint("id", name="uq_incident_updates_id"),
    )
    op.create_index(
        "ix_incident_updates_incident", "incident_updates", ["incident_id", "at"], unique=False
    )
    op.create_index(
        "ix_incident_updates_outgoing", "incident_updates", ["outgoing_id"], unique=False
    )
    op.create_table(
        "post_versions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("post", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["post"], ["posts.number"], name="fk_post_versions_post_posts"),
        sa.PrimaryKeyConstraint("id", name="pk_post_versions"),
    )
    op.create_index("ix_post_versions_post", "post_versions", ["post"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        for statement in _TEXT_INDEX:
            op.execute(statement)


_TEXT_INDEX = (
    # External content: the text stands once, in posts. columnsize is for ranking by bm25,
    # which is not used: the newest come first.
    """
    CREATE VIRTUAL TABLE post_search USING fts5(
        author_name, author_handle, text,
        content='posts', content_rowid='number', columnsize=0,
        tokenize="unicode61 remove_diacritics 2"
    )
    """,
    """
    CREATE TRIGGER post_search_insert AFTER INSERT ON posts BEGIN
        INSERT INTO post_search(rowid, author_name, author_handle, text)
        VALUES (new.number, new.author_name, new.author_handle, new.text);
    END
    """,
    """
    CREATE TRIGGER post_search_update AFTER UPDATE OF author_name, author_handle, text ON posts
    BEGIN
        INSERT INTO post_search(post_search, rowid, author_name, author_handle, text)
        VALUES ('delete', old.number, old.author_name, old.author_handle, old.text);
        INSERT INTO post_search(rowid, author_name, author_handle, text)
        VALUES (new.number, new.author_name, new.author_handle, new.text);
    END
    """,
    """
    CREATE TRIGGER post_search_delete AFTER DELETE ON posts BEGIN
        INSERT INTO post_search(post_search, rowid, author_name, author_handle, text)
        VALUES ('delete', old.number, old.author_name, old.author_handle, old.text);
    END
    """,
)
