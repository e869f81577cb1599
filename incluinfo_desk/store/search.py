"""Full-text search over posts, newest first. The other database gets its own adapter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select, table, text
from sqlalchemy.sql.expression import TextClause

from incluinfo_desk.store.cards import CARD
from incluinfo_desk.store.exact import clean
from incluinfo_desk.store.tables import conversations, posts

PREFIX_FROM = 4
"""Letters from which the last word also finds longer ones; shorter prefixes are slow
(3 letters: p95 0.4 s at 100,000 texts, 4 to 5 letters: 0.05 s)."""

MOST_WORDS = 32
"""Of a query, say a whole text pasted into the search box; more make it no narrower."""


def expression(query: str) -> str | None:
    """What FTS5 is asked for; None when nothing in ``query`` could ever be found.

    Every word is quoted, so no sign of the query is an operator. A word that starts with @
    looks among handles only.
    """
    words = [word for word in clean(query).split() if _tokens(word)][:MOST_WORDS]
    terms = []
    for number, word in enumerate(words, 1):
        handle = word.startswith("@")
        term = '"{}"'.format(word.replace('"', " "))
        tokens = _tokens(word)
        # A handle is one word to people, though _ parts it for the index.
        typed = "".join(tokens) if handle else tokens[-1]
        if number == len(words) and len(typed) >= PREFIX_FROM:
            term += "*"
        terms.append(f"author_handle : {term}" if handle else term)
    return " AND ".join(terms) or None


def _tokens(word: str) -> list[str]:
    """The parts of ``word`` that the tokenizer unicode61 keeps: letters, digits, private use."""
    kept = "".join(
        sign
        if unicodedata.category(sign)[0] in "LNM" or unicodedata.category(sign) == "Co"
        else " "
        for sign in word
    )
    return [t for t in kept.split() if any(unicodedata.category(s)[0] != "M" for s in t)]


_SEARCH = table("post_search")
_NUMBER: ColumnElement[int] = literal_column("post_search.rowid")


def _match(found: str) -> TextClause:
    return text("post_search MATCH :found").bindparams(found=found)


def newest(
    found: str,
    conditions: Sequence[ColumnElement[bool]],
    before: int | None,
    limit: int,
) -> Select[Any]:
    """Rows ``number``, then a conversation's: one per post that matches, newest first."""
    statement = (
        select(_NUMBER.label("number"), *CARD)
        .select_from(_SEARCH)
        .join(posts, posts.c.number == _NUMBER)
        .join(conversations, conversations.c.id == posts.c.conversation_id)
        .where(_match(found), *conditions)
        .order_by(_NUMBER.desc())
        .limit(limit)
    )
    return statement if before is None else statement.where(before > _NUMBER)


def how_many(found: str, conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """How many conversations have a post that matches."""
    return (
        select(func.count(posts.c.conversation_id.distinct()))
        .select_from(_SEARCH)
        .join(posts, posts.c.number == _NUMBER)
        .join(conversations, conversations.c.id == posts.c.conversation_id)
        .where(_match(found), *conditions)
    )
