"""Posts and accounts as X writes them, in either vocabulary (x-platform §0.2).

Since 2026-08-07 X says ``post`` where it said ``tweet``, and answers in the words of the
parameter it was asked with. Asked with both, it drops the fields of the older one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from incluinfo_desk.simulator import errors
from incluinfo_desk.simulator.model import Account, SimPost
from incluinfo_desk.simulator.world import World

EDIT_WINDOW = timedelta(hours=1)

POST_FIELDS = frozenset(
    {
        "attachments", "author_id", "conversation_id", "created_at", "edit_controls",
        "entities", "in_reply_to_user_id", "lang", "possibly_sensitive", "public_metrics",
        "referenced_tweets", "reply_settings", "source", "note_tweet", "note_post", "id",
        "text", "edit_history_tweet_ids", "edit_history_post_ids", "context_annotations",
        "geo", "withheld", "display_text_range",
    },
)  # fmt: skip
ONLY_BY_EXPANSION = frozenset({"author_id", "in_reply_to_user_id", "referenced_posts"})
"""Fields that the new vocabulary took out of ``post.fields``."""

LEGACY_EXPANSIONS = frozenset({"referenced_tweets.id", "referenced_tweets.id.author_id"})
EXPANSIONS = LEGACY_EXPANSIONS | {
    "author_id", "referenced_posts", "in_reply_to_user_id", "entities.mentions.username",
    "attachments.media_keys", "attachments.poll_ids", "geo.place_id", "edit_history_tweet_ids",
    "edit_history_post_ids", "pinned_tweet_id", "pinned_post_id",
}  # fmt: skip

AVATAR = "https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png"


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


class Wire:
    """Writes answers for one request: its dialect, its fields, its expansions."""

    def __init__(self, world: World, query: Mapping[str, str], *, flip: bool = False) -> None:
        self._world = world
        asked_new = "post.fields" in query
        self.new = asked_new
        if world.rules.dialect != "echo":
            self.new = world.rules.dialect == "new"
        if flip:
            self.new = not self.new
        fields = query.get("post.fields" if asked_new else "tweet.fields", "")
        self._fields = set(filter(None, fields.split(",")))
        unknown = self._fields - POST_FIELDS - ONLY_BY_EXPANSION
        if unknown:
            name = "post.fields" if asked_new else "tweet.fields"
            raise errors.invalid(name, sorted(unknown)[0], f"The `{name}` value is not valid")
        self._expansions = set(filter(None, query.get("expansions", "").split(",")))
        if self._expansions - EXPANSIONS:
            value = sorted(self._expansions - EXPANSIONS)[0]
            raise errors.invalid("expansions", value, "The `expansions` value is not valid")
        self._expansions -= LEGACY_EXPANSIONS if asked_new else {"referenced_posts"}
        if asked_new:
            self._fields -= ONLY_BY_EXPANSION
            self._fields |= self._expansions & ONLY_BY_EXPANSION
        elif self._expansions & {"author_id", "in_reply_to_user_id"}:
            # X adds the field that an expansion leans on.
            self._fields |= self._expansions & {"author_id", "in_reply_to_user_id"}
        self._user_fields = set(filter(None, query.get("user.fields", "").split(",")))

    def post(self, post: SimPost) -> dict[str, Any]:
        history = "edit_history_post_ids" if self.new else "edit_history_tweet_ids"
        out: dict[str, Any] = {
            "id": post.id,
            "text": post.composed.text,
            history: list(post.versions),
        }
        optional: dict[str, Any] = {
            "author_id": post.author_id,
            "conversation_id": post.conversation_id,
            "created_at": stamp(post.created_at),
            "in_reply_to_user_id": post.in_reply_to_user,
            "lang": post.lang,
            "possibly_sensitive": False,
            "reply_settings": "everyone",
            "entities": post.composed.entities or None,
            "attachments": {"media_keys": [f"3_{m}" for m in post.media]} if post.media else None,
            "edit_controls": {
                "edits_remaining": 6 - len(post.versions),
                "is_edit_eligible": post.in_reply_to is None,
                "editable_until": stamp(post.created_at + EDIT_WINDOW),
            },
            "public_metrics": self._metrics(post),
        }
        out |= {k: v for k, v in optional.items() if k in self._fields and v is not None}
        if self._fields & {"note_tweet", "note_post"} and post.composed.note_text:
            note: dict[str, Any] = {"text": post.composed.note_text}
            if post.composed.note_entities:
                note["entities"] = post.composed.note_entities
            out["note_post" if self.new else "note_tweet"] = note
        if self._fields & {"referenced_tweets", "referenced_posts"} and (refs := _refs(post)):
            out["referenced_posts" if self.new else "referenced_tweets"] = refs
        return out

    def user(self, account: Account) -> dict[str, Any]:
        out: dict[str, Any] = {
            "id": account.id,
            "name": account.name,
            "username": account.handle,
        }
        optional: dict[str, Any] = {
            "created_at": stamp(account.created_at) if account.created_at else None,
            "description": "",
            "protected": account.protected,
            "verified": account.id == self._world.OUR_ID,
            "verified_type": "government" if account.id == self._world.OUR_ID else "none",
            "profile_image_url": AVATAR,
            # Users keep ``tweet_count`` in both vocabularies (seen in September 2026).
            "public_metrics": {
                "followers_count": 12,
                "following_count": 30,
                "tweet_count": sum(1 for _ in self._world.timeline(account.id)),
                "listed_count": 0,
            },
        }
        return out | {k: v for k, v in optional.items() if k in self._user_fields and v is not None}

    def includes(self, posts: Iterable[SimPost]) -> dict[str, Any]:
        posts = list(posts)
        people: dict[str, None] = {}
        others: dict[str, SimPost] = {}
        wanted = self._expansions
        with_posts = wanted & {
            "referenced_tweets.id", "referenced_tweets.id.author_id", "referenced_posts",
        }  # fmt: skip
        with_their_authors = "referenced_tweets.id.author_id" in wanted or (
            {"referenced_posts", "author_id"} <= wanted
        )
        for post in posts:
            if "author_id" in wanted:
                people[post.author_id] = None
            if "in_reply_to_user_id" in wanted and post.in_reply_to_user:
                people[post.in_reply_to_user] = None
            if "entities.mentions.username" in wanted:
                people |= dict.fromkeys(post.mentions)
            if with_posts:
                for ref in _refs(post):
                    other = self._world.find(ref["id"])
                    if other and not other.deleted and self._world.visible(other):
                        others[other.id] = other
        if with_their_authors:
            people |= dict.fromkeys(other.author_id for other in others.values())
        out: dict[str, Any] = {}
        accounts = [self._world.account(i) for i in people]
        if users := [self.user(a) for a in accounts if a]:
            out["users"] = users
        if others:
            name = "posts" if self.new else "tweets"
            out[name] = [self.post(other) for other in others.values()]
        return out

    def answer(
        self,
        posts: list[SimPost],
        *,
        partial: list[dict[str, Any]] | None = None,
        meta: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """A list answer. An empty one has no ``data``, as at X."""
        body: dict[str, Any] = {}
        if posts:
            body["data"] = [self.post(post) for post in posts]
        if includes := self.includes(posts):
            body["includes"] = includes
        if partial:
            body["errors"] = partial
        if meta is not None:
            if posts:
                meta = {"newest_id": posts[0].id, "oldest_id": posts[-1].id, **meta}
            body["meta"] = {"result_count": len(posts), **meta}
        return body

    def _metrics(self, post: SimPost) -> dict[str, int]:
        return {
            "repost_count" if self.new else "retweet_count": 0,
            "reply_count": 0,
            "like_count": 0,
            "quote_count": 0,
            "bookmark_count": 0,
            "impression_count": 0,
        }


def _refs(post: SimPost) -> list[dict[str, str]]:
    refs = []
    if post.in_reply_to:
        refs.append({"type": "replied_to", "id": post.in_reply_to})
    if post.quotes:
        refs.append({"type": "quoted", "id": post.quotes})
    return refs
