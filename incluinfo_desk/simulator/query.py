"""X's search language, as far as the desk speaks it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from incluinfo_desk.simulator.model import SimPost
from incluinfo_desk.simulator.text import HASHTAG, mentioned
from incluinfo_desk.simulator.world import World

MAX_QUERY = 512
"""Characters of a self-serve query."""

TOKEN = re.compile(r"-?\w+:\"[^\"]*\"|-?\"[^\"]*\"|-\(|\(|\)|[^\s()]+")

Matches = Callable[[SimPost], bool]


class BadQueryError(ValueError):
    """X answers 400 with this sentence."""


def parse(query: str, world: World) -> Matches:
    """A predicate for ``query``; raises :class:`BadQueryError`.

    Words and operators side by side are ANDed, which binds closer than OR.
    """
    if not query.strip():
        raise BadQueryError("query can not be empty")
    if len(query) > MAX_QUERY:
        raise BadQueryError(f"query length must be at most {MAX_QUERY} characters")
    tokens = TOKEN.findall(query)
    if all(token.startswith("-") or token in {"OR", ")"} for token in tokens):
        raise BadQueryError("query must hold at least one standalone operator")
    reader = _Reader(tokens, world)
    matches = reader.either()
    if reader.rest():
        raise BadQueryError(f"there is something left over at '{reader.rest()}'")
    return matches


class _Reader:
    def __init__(self, tokens: list[str], world: World) -> None:
        self._tokens = tokens
        self._at = 0
        self._world = world

    def rest(self) -> str:
        return " ".join(self._tokens[self._at :])

    def either(self) -> Matches:
        ways = [self._all()]
        while self._peek() == "OR":
            self._at += 1
            ways.append(self._all())
        return ways[0] if len(ways) == 1 else lambda post: any(way(post) for way in ways)

    def _all(self) -> Matches:
        parts: list[Matches] = []
        while (token := self._peek()) is not None and token not in {"OR", ")"}:
            parts.append(self._one())
        if not parts:
            raise BadQueryError("an operand is missing")
        return lambda post: all(part(post) for part in parts)

    def _one(self) -> Matches:
        token = self._tokens[self._at]
        self._at += 1
        if token in {"(", "-("}:
            inner = self.either()
            if self._peek() != ")":
                raise BadQueryError("a parenthesis is not closed")
            self._at += 1
            return inner if token == "(" else lambda post: not inner(post)
        if token.startswith("-") and len(token) > 1:
            positive = self._operator(token[1:])
            return lambda post: not positive(post)
        return self._operator(token)

    def _peek(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _operator(self, token: str) -> Matches:
        name, colon, value = token.partition(":")
        if colon and not token.startswith('"'):
            return self._named(name.lower(), value.strip('"'))
        if token.startswith("@"):
            handle = token[1:].lower()
            return lambda post: handle in mentioned(post.text)
        if token.startswith("#"):
            tag = token[1:].lower()
            return lambda post: tag in (t.lower() for t in HASHTAG.findall(post.text))
        phrase = re.compile(rf"(?<!\w){re.escape(token.strip(chr(34)))}(?!\w)", re.IGNORECASE)
        return lambda post: phrase.search(post.text) is not None

    def _named(self, name: str, value: str) -> Matches:
        if name in {"from", "to"}:
            account = self._world.account(value) or self._world.by_handle(value.lstrip("@"))
            wanted = account.id if account else None
            if name == "from":
                return lambda post: post.author_id == wanted
            return lambda post: wanted is not None and post.in_reply_to_user == wanted
        if name == "conversation_id":
            return lambda post: post.conversation_id == value
        if name in {"in_reply_to_tweet_id", "in_reply_to_status_id"}:
            return lambda post: post.in_reply_to == value
        if name == "quotes_of_tweet_id":
            return lambda post: post.quotes == value
        if name == "lang":
            return lambda post: post.lang == value
        if name == "url":
            part = unquote(value).lower()
            return lambda post: _links_to(post, part)
        if name == "is":
            return _is(value)
        if name == "has" and value == "links":
            return lambda post: "urls" in post.composed.entities
        raise BadQueryError(f"reference to invalid operator '{name}'")


def _is(value: str) -> Matches:
    if value == "reply":
        return lambda post: post.in_reply_to is not None
    if value == "quote":
        return lambda post: post.quotes is not None
    if value == "retweet":
        # Search returns no retweets since May 2026, and nobody here makes any.
        return lambda post: False
    raise BadQueryError(f"reference to invalid operator 'is:{value}'")


def _links_to(post: SimPost, part: str) -> bool:
    urls = post.composed.entities.get("urls", [])
    return any(part in str(url["expanded_url"]).lower() for url in urls)
