"""The routes of X API v2 that the desk uses: reading, publishing, deleting, hiding."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.simulator import errors
from incluinfo_desk.simulator.front import Answer, Call, Route
from incluinfo_desk.simulator.model import Account, SimPost
from incluinfo_desk.simulator.query import BadQueryError, parse
from incluinfo_desk.simulator.text import LIMIT, snowflake
from incluinfo_desk.simulator.wire import Wire
from incluinfo_desk.simulator.world import OUR_ID

SEARCH_DAYS = timedelta(days=7)
MAX_IDS = 100

FIELDS = {
    "tweet.fields", "post.fields", "user.fields", "media.fields", "poll.fields",
    "place.fields", "expansions",
}  # fmt: skip
RANGE = {"max_results", "since_id", "until_id", "start_time", "end_time", "pagination_token"}

BODY_KEYS = frozenset(
    {
        "text", "reply", "quote_tweet_id", "media", "poll", "reply_settings", "edit_options",
        "made_with_ai", "paid_partnership", "community_id", "share_with_followers",
        "for_super_followers_only", "nullcast", "geo", "card_uri", "direct_message_deep_link",
    },
)  # fmt: skip
"""CreatePostsRequest; ``additionalProperties`` is false (x-platform §4)."""
REPLY_KEYS = frozenset(
    {"in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata"},
)


def me(call: Call) -> Answer:
    _known(call, FIELDS)
    account = call.world.account(OUR_ID)
    return Answer({"data": Wire(call.world, call.query).user(account)} if account else {})


def mentions(call: Call) -> Answer:
    _known(call, FIELDS | RANGE)
    if call.path["id"] != OUR_ID:
        raise errors.not_found("user", call.path["id"])
    return _page(call, call.world.mentions(), 5, "mentions")


def own_posts(call: Call) -> Answer:
    _known(call, FIELDS | RANGE | {"exclude"})
    account = call.world.account(call.path["id"])
    if account is None:
        raise errors.not_found("user", call.path["id"])
    posts = call.world.timeline(account.id)
    if "replies" in call.query.get("exclude", "").split(","):
        posts = (post for post in posts if post.in_reply_to is None)
    return _page(call, posts, 5, "posts")


def search(call: Call) -> Answer:
    _known(call, FIELDS | RANGE | {"query", "next_token", "sort_order"})
    query = call.query
    if "since_id" in query and "start_time" in query:
        raise errors.invalid("since_id", query["since_id"], "use since_id or start_time")
    oldest = call.world.clock.now() - SEARCH_DAYS
    since = query.get("since_id", "")
    if since.isdecimal() and int(since) < int(snowflake(oldest.timestamp(), 0)):
        raise errors.invalid(
            "since_id",
            since,
            f"'since_id' must be a tweet id created after {oldest:%Y-%m-%dT%H:%MZ}",
        )
    try:
        matches = parse(query.get("query", ""), call.world)
    except BadQueryError as bad:
        raise errors.invalid("query", query.get("query", ""), str(bad)) from bad
    found = (p for p in call.world.newest() if p.created_at >= oldest and matches(p))
    return _page(call, found, 10, "search")


def lookup(call: Call) -> Answer:
    _known(call, FIELDS | {"ids"})
    ids = _ids(call, "ids")
    posts, partial = _found(call, ids, "ids")
    wire = Wire(call.world, call.query, flip=call.fault("dialect") is not None)
    return Answer(wire.answer(_spoil(call, posts), partial=partial))


def post_by_id(call: Call) -> Answer:
    _known(call, FIELDS)
    posts, partial = _found(call, [call.path["id"]], "id")
    wire = Wire(call.world, call.query, flip=call.fault("dialect") is not None)
    body = wire.answer(posts, partial=partial)
    if posts:
        body["data"] = body["data"][0]
    return Answer(body)


def users(call: Call) -> Answer:
    _known(call, FIELDS | {"ids"})
    return _users(call, "ids", {i: call.world.account(i) for i in _ids(call, "ids")})


def usernames(call: Call) -> Answer:
    _known(call, FIELDS | {"usernames"})
    names = [n for n in call.query.get("usernames", "").split(",") if n]
    if not 1 <= len(names) <= MAX_IDS:
        raise errors.invalid("usernames", str(len(names)), "between 1 and 100 are allowed")
    return _users(call, "usernames", {n: call.world.by_handle(n) for n in names})


def user(call: Call) -> Answer:
    _known(call, FIELDS)
    return _user(call, call.path["id"], call.world.account(call.path["id"]), "id")


def username(call: Call) -> Answer:
    _known(call, FIELDS)
    name = call.path["username"]
    return _user(call, name, call.world.by_handle(name), "username")


def create(call: Call) -> Answer:
    body = _object(call)
    for unknown in sorted(set(body) - BODY_KEYS):
        raise errors.invalid(unknown, str(body[unknown]), f"$.{unknown}: is not defined")
    text = body.get("text", "")
    reply = body.get("reply") or {}
    media = (body.get("media") or {}).get("media_ids", [])
    if not isinstance(text, str) or not (text.strip() or media):
        raise errors.invalid("text", str(text), "$.text: a post needs text or media")
    for unknown in sorted(set(reply) - REPLY_KEYS):
        raise errors.invalid(f"reply.{unknown}", "", f"$.reply.{unknown}: is not defined")
    target = reply.get("in_reply_to_tweet_id")
    if reply and not (isinstance(target, str) and target.isdecimal()):
        raise errors.invalid("reply.in_reply_to_tweet_id", str(target), "must match ^[0-9]{1,19}$")
    if "quote_tweet_id" in body:
        # Quote posts left self-serve in April 2026 (x-platform §1).
        raise errors.forbidden(errors.NOT_PERMITTED)
    if weighted_length(text) > LIMIT:
        raise errors.problem(
            400,
            "Invalid Request",
            "Your Tweet text is too long. For more information on how Twitter determines text "
            "length see https://github.com/twitter/twitter-text.",
            "invalid-request",
        )
    if not isinstance(media, list) or len(media) > 4 or not _uploaded(call, media):
        raise errors.invalid("media.media_ids", str(media), "Your media IDs are invalid.")
    post = call.world.we_post(text, target, tuple(media), at=call.at)
    # X answers this one in the old words, and with an empty history (x-platform §0.2).
    data = {"id": post.id, "text": post.composed.text, "edit_history_tweet_ids": [""]}
    return Answer({"data": data}, 201)


def delete(call: Call) -> Answer:
    post = call.world.find(call.path["id"])
    if post is None or post.deleted:
        raise errors.not_found("tweet", call.path["id"])
    if post.author_id != OUR_ID:
        raise errors.forbidden("You are not authorized to delete this Tweet.")
    call.world.citizen_deletes(post.id)
    return Answer({"data": {"deleted": True}})


def hide(call: Call) -> Answer:
    body = _object(call)
    hidden = body.get("hidden")
    if not isinstance(hidden, bool) or set(body) != {"hidden"}:
        raise errors.invalid("hidden", str(hidden), "$.hidden: a boolean is required")
    post = call.world.find(call.path["id"])
    if post is None or not post.current:
        raise errors.not_found("tweet", call.path["id"])
    head = call.world.find(post.conversation_id)
    if post.in_reply_to is None or head is None or head.author_id != OUR_ID:
        raise errors.forbidden("You are not allowed to hide this reply.")
    post.hidden = hidden
    return Answer({"data": {"hidden": hidden}})


ROUTES = [
    Route("GET", "/2/users/me", "me", me, "users.read"),
    Route("GET", "/2/users/by", "users", usernames, "users.read"),
    Route("GET", "/2/users/by/username/{username}", "username", username, "users.read"),
    Route("GET", "/2/users", "users", users, "users.read"),
    Route("GET", "/2/users/{id:[0-9]+}/mentions", "mentions", mentions, "tweet.read"),
    Route("GET", "/2/users/{id:[0-9]+}/tweets", "own_posts", own_posts, "tweet.read"),
    Route("GET", "/2/users/{id:[0-9]+}", "user", user, "users.read"),
    Route("GET", "/2/tweets/search/recent", "search", search, "tweet.read"),
    Route("GET", "/2/tweets", "lookup", lookup, "tweet.read"),
    Route("GET", "/2/tweets/{id:[0-9]+}", "post_by_id", post_by_id, "tweet.read"),
    Route("POST", "/2/tweets", "post", create, "tweet.write"),
    Route("DELETE", "/2/tweets/{id:[0-9]+}", "delete", delete, "tweet.write"),
    Route("PUT", "/2/tweets/{id:[0-9]+}/hidden", "hide", hide, "tweet.moderate.write"),
]


def _page(call: Call, newest_first: Iterable[SimPost], least: int, kind: str) -> Answer:
    """One page, newest first, within the range asked for."""
    query = call.query
    size = _number(query.get("max_results", "10"), "max_results")
    if not least <= size <= 100:
        message = f"The `max_results` query parameter value [{size}] is not between {least} and 100"
        raise errors.invalid("max_results", str(size), message)
    since = _number(query.get("since_id", "0"), "since_id")
    until = _number(query.get("until_id", str(2**63)), "until_id")
    token = query.get("pagination_token") or query.get("next_token")
    if token:
        until = min(until, _open_token(token, kind))
    start, end = _moment(query, "start_time"), _moment(query, "end_time")
    posts: list[SimPost] = []
    more = False
    for post in newest_first:
        if int(post.id) <= since or (start and post.created_at < start):
            break
        if int(post.id) >= until or (end and post.created_at >= end):
            continue
        if len(posts) == size:
            more = True
            break
        posts.append(post)
    meta = {"next_token": _token(posts[-1].id, kind)} if more else {}
    wire = Wire(call.world, query, flip=call.fault("dialect") is not None)
    return Answer(wire.answer(_spoil(call, posts, since), meta=meta))


def _spoil(call: Call, posts: list[SimPost], since: int = 0) -> list[SimPost]:
    if call.fault("missing") and posts:
        posts[0].absent_from_mentions = True
        posts = posts[1:]
    if call.fault("duplicate"):
        again = call.world.find(str(since))
        posts = [p for post in posts for p in (post, post)] + ([again] if again else [])
    if call.fault("out_of_order"):
        posts = posts[1::2] + posts[::2]
    return posts


def _found(
    call: Call,
    ids: list[str],
    parameter: str,
) -> tuple[list[SimPost], list[dict[str, Any]]]:
    posts: list[SimPost] = []
    partial: list[dict[str, Any]] = []
    for post_id in ids:
        post = call.world.find(post_id)
        if post is None or post.deleted:
            partial.append(errors.missing("tweet", post_id, parameter))
        elif not call.world.visible(post):
            partial.append(errors.unseen("tweet", post_id, parameter))
        else:
            posts.append(post)
    return posts, partial


def _users(call: Call, parameter: str, accounts: dict[str, Account | None]) -> Answer:
    wire = Wire(call.world, call.query)
    body: dict[str, Any] = {}
    if data := [wire.user(a) for a in accounts.values() if a is not None]:
        body["data"] = data
    gone = [value for value, account in accounts.items() if account is None]
    if gone:
        body["errors"] = [errors.missing("user", value, parameter) for value in gone]
    return Answer(body)


def _user(call: Call, value: str, account: Account | None, parameter: str) -> Answer:
    if account is None:
        return Answer({"errors": [errors.missing("user", value, parameter)]})
    return Answer({"data": Wire(call.world, call.query).user(account)})


def _uploaded(call: Call, media: list[Any]) -> bool:
    return all(isinstance(m, str) and call.world.media_ready(m) for m in media)


def _known(call: Call, allowed: set[str]) -> None:
    for name, value in call.query.items():
        if name not in allowed:
            message = f"The query parameter [{name}] is not one of {sorted(allowed)}"
            raise errors.invalid(name, value, message)


def _object(call: Call) -> dict[str, Any]:
    if not isinstance(call.body, dict):
        raise errors.invalid("body", "", "The request body is not a JSON object")
    return call.body


def _ids(call: Call, name: str) -> list[str]:
    ids = [i for i in call.query.get(name, "").split(",") if i]
    if not 1 <= len(ids) <= MAX_IDS or not all(i.isdecimal() for i in ids):
        raise errors.invalid(name, call.query.get(name, ""), "between 1 and 100 ids are allowed")
    return ids


def _number(value: str, name: str) -> int:
    if not value.isdecimal():
        raise errors.invalid(name, value, f"The `{name}` query parameter value is not a number")
    return int(value)


def _moment(query: dict[str, str], name: str) -> datetime | None:
    if name not in query:
        return None
    try:
        return datetime.fromisoformat(query[name]).astimezone(UTC)
    except ValueError:
        raise errors.invalid(name, query[name], f"The `{name}` is not RFC 3339") from None


def _token(post_id: str, kind: str) -> str:
    return base64.urlsafe_b64encode(f"{kind}/{post_id}".encode()).decode().rstrip("=")


def _open_token(token: str, kind: str) -> int:
    try:
        padded = token + "=" * (-len(token) % 4)
        name, _, number = base64.urlsafe_b64decode(padded).decode().partition("/")
    except (binascii.Error, UnicodeDecodeError):
        name, number = "", ""
    if name != kind or not number.isdecimal():
        raise errors.invalid("pagination_token", token, "The `pagination_token` is not valid")
    return int(number)
