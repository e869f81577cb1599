"""X's JSON into the desk's own words, whichever vocabulary it speaks.

On 2026-08-07 X renamed ``tweet`` to ``post`` on the wire (spec 2.167) and answers in the
vocabulary of the parameters it is sent. Everything here reads both, takes what it can use
and never trusts a shape: a field may be missing, null, or of another type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from incluinfo_desk.domain.post import AccountId, Author, Link, Post, PostId

Json = Mapping[str, Any]

_USER_FIELDS = "name,protected,username,verified"


class Dialect(Enum):
    """The vocabulary we ask in; its value is the parameters of every read of posts."""

    LEGACY = (
        (
            "tweet.fields",
            "author_id,conversation_id,created_at,edit_history_tweet_ids,entities,"
            "in_reply_to_user_id,lang,note_tweet,referenced_tweets",
        ),
        ("expansions", "author_id"),
        ("user.fields", _USER_FIELDS),
    )
    CURRENT = (
        (
            "post.fields",
            "conversation_id,created_at,edit_history_post_ids,entities,lang,note_post",
        ),
        ("expansions", "author_id,in_reply_to_user_id,referenced_posts"),
        ("user.fields", _USER_FIELDS),
    )

    @property
    def parameters(self) -> dict[str, str]:
        return dict(self.value)

    @property
    def other(self) -> Dialect:
        return Dialect.CURRENT if self is Dialect.LEGACY else Dialect.LEGACY


DIALECT = Dialect.LEGACY
"""What a client begins with. Both work; the new one gives the ids of answered posts only
by expanding those posts, which X's own simulator bills. The client changes over by itself
when X refuses or ignores this one."""

USER_PARAMETERS = {"user.fields": _USER_FIELDS}

_ENTITY = re.compile(r"&(amp|lt|gt|quot|#39|#x27);")
_PLAIN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#39": "'", "#x27": "'"}
_NO_LANGUAGE = {"und", "art", "zxx", "qam", "qct", "qht", "qme", "qst"}
"""X's codes for "unknown", "only hashtags", "only links", and the like."""
_EPOCH_MS = 1_288_834_974_657
"""X's snowflake epoch, 2010-11-04."""


def posts(document: Json) -> list[Post]:
    """The posts of ``data`` in the order given; reposts, which are nobody's words, left out."""
    people = {
        author.id: author
        for user in _dicts(_dict(document.get("includes")).get("users"))
        if (author := _author(user)) is not None
    }
    data = document.get("data")
    found = (_post(raw, people) for raw in _dicts(data if isinstance(data, list) else [data]))
    return [post for post in found if post is not None]


def is_page(document: Json) -> bool:
    """Whether this is a page of posts at all, be it an empty one.

    An empty page is read as "nothing new", and on our own timeline as "not published":
    so silence, an error in place of the data, or posts without ids are no page.
    """
    data = document.get("data")
    if data is None:
        named = {error.get("resource_type") for error in _dicts(document.get("errors"))}
        # A withheld post is named in ``errors`` and leaves its page empty.
        return named <= {"tweet", "post"} and ("meta" in document or bool(named))
    if not isinstance(data, list):
        return False
    return not data or any(_id(raw.get("id")) for raw in _dicts(data))


def author(document: Json) -> Author | None:
    """The account of ``/2/users/me``."""
    return _author(_dict(document.get("data")))


def missing(document: Json, asked: Sequence[PostId], found: Sequence[Post]) -> tuple[PostId, ...]:
    """Which of ``asked`` X does not show: deleted, protected, withheld or suspended.

    Partial errors name them, but an id that is neither there nor named is gone as well.
    """
    there = {post.id for post in found} | {id_ for post in found for id_ in post.versions}
    there |= {id_ for raw in _dicts(document.get("data")) if (id_ := _id(raw.get("id")))}
    return tuple(id_ for id_ in asked if id_ not in there)


def next_token(document: Json) -> str | None:
    token = _dict(document.get("meta")).get("next_token")
    return token if isinstance(token, str) and token else None


def lacks_fields(document: Json) -> bool:
    """Whether X ignored our field parameters: posts came, and none says when it was written."""
    raws = list(_dicts(document.get("data")))
    return bool(raws) and not any(raw.get("created_at") for raw in raws)


def created_id(document: Json) -> PostId | None:
    """The id of a post we made (201)."""
    return _id(_dict(document.get("data")).get("id"))


def snowflake_time(post_id: PostId) -> datetime | None:
    """When X gave out this id; None for an id that is no snowflake."""
    number = int(post_id) if post_id.isascii() and post_id.isdigit() else 0
    if number < 1 << 22:
        return None
    try:
        return datetime.fromtimestamp(((number >> 22) + _EPOCH_MS) / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def plain(text: str) -> str:
    """X's five entities turned back, each once: ``&amp;lt;`` was written ``&lt;``.

    What no database stores, NUL and halves of surrogate pairs, becomes U+FFFD.
    """
    text = _ENTITY.sub(lambda match: _PLAIN[match[1]], text)
    return (
        text.encode("utf-16", "surrogatepass")
        .decode("utf-16", "replace")
        .replace("\0", "\N{REPLACEMENT CHARACTER}")
    )


def _post(raw: Json, people: Mapping[AccountId, Author]) -> Post | None:
    post_id = _id(raw.get("id"))
    if post_id is None:
        return None
    references = dict(_references(raw))
    if "retweeted" in references or "reposted" in references:
        return None
    note = _dict(_either(raw, "note_tweet", "note_post"))
    text = note.get("text") or raw.get("text")
    entities = [_dict(raw.get("entities")), _dict(note.get("entities"))]
    author_id = AccountId(_id(raw.get("author_id")) or "")
    names = {person.handle.lower(): person.id for person in people.values()}
    versions = tuple(
        id_
        for value in _list(_either(raw, "edit_history_tweet_ids", "edit_history_post_ids"))
        if (id_ := _id(value))
    )
    return Post(
        id=post_id,
        author=people.get(author_id) or Author(author_id, "", ""),
        text=plain(text) if isinstance(text, str) else "",
        created_at=_time(raw.get("created_at"))
        or snowflake_time(post_id)
        or datetime.fromtimestamp(0, UTC),
        thread_id=_id(raw.get("conversation_id")) or references.get("replied_to") or post_id,
        in_reply_to=references.get("replied_to"),
        quotes=references.get("quoted"),
        mentions=_mentions(entities, names),
        links=_links(entities),
        language=_language(raw.get("lang")),
        versions=versions if len(versions) > 1 else (),
    )


def _references(raw: Json) -> Iterator[tuple[str, PostId]]:
    for reference in _dicts(_either(raw, "referenced_tweets", "referenced_posts")):
        kind, id_ = reference.get("type"), _id(reference.get("id"))
        if isinstance(kind, str) and id_ is not None:
            yield kind, id_


def _mentions(entities: Sequence[Json], names: Mapping[str, AccountId]) -> tuple[AccountId, ...]:
    found: dict[AccountId, None] = {}
    for entity in entities:
        for mention in _dicts(entity.get("mentions")):
            id_ = _id(mention.get("id"))
            handle = mention.get("username")
            if id_ is None and isinstance(handle, str):
                id_ = names.get(handle.lower())  # type: ignore[assignment]
            if id_ is not None:
                found[AccountId(id_)] = None
    return tuple(found)


def _links(entities: Sequence[Json]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for entity in entities:
        for url in _dicts(entity.get("urls")):
            short, target, shown = (
                plain(value) if isinstance(value := url.get(key), str) else ""
                for key in ("url", "expanded_url", "display_url")
            )
            target = target or short
            if target:
                found[short or target] = Link(shown or target, target, short)
    return tuple(found.values())


def _author(raw: Json) -> Author | None:
    id_ = _id(raw.get("id"))
    if id_ is None:
        return None
    handle, name = raw.get("username"), raw.get("name")
    handle = plain(handle).lstrip("@") if isinstance(handle, str) else ""
    return Author(
        AccountId(id_),
        handle,
        plain(name) if isinstance(name, str) and name else handle,
        verified=raw.get("verified") is True,
        protected=raw.get("protected") is True,
    )


def _id(value: Any) -> PostId | None:
    """Ids are decimal text; a server may send them as numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,20}", value):
        return PostId(value)
    return None


def _time(value: Any) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value)
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _language(value: Any) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        return None if value in _NO_LANGUAGE else value
    return None


def _either(raw: Json, *keys: str) -> Any:
    return next((raw[key] for key in keys if raw.get(key) is not None), None)


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> Iterator[Json]:
    return (item for item in _list(value) if isinstance(item, dict))
