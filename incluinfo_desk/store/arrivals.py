"""Taking posts in: what a new post, a follow-up, an edit or an answer does to a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import bindparam, func, insert, or_, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.conversation import NOT_A_HOAX, WAITING, Hint, State, conversation_id
from incluinfo_desk.domain.post import Post, id_order
from incluinfo_desk.store.rows import post_values
from incluinfo_desk.store.sightings import seen
from incluinfo_desk.store.tables import conversations, post_versions, posts

T = TypeVar("T")

_EDITED = ("id", "text", "links", "mentions", "has_personal_data", "language", "checked_at")
_AT_ONCE = 500
"""Ids per question: well under SQLite's oldest limit of 999 parameters."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A post as the channel gave it and the engine read it. Its text is already masked."""

    post: Post
    ours: bool
    topic: str | None
    language: str | None
    is_question: bool
    has_personal_data: bool
    hint: Hint


def chunks(items: Sequence[T], size: int = _AT_ONCE) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


class Arrivals:
    """One transaction's worth of arriving posts; :meth:`take` them, then read the outcome."""

    def __init__(self, session: Session, now: datetime | None = None) -> None:
        """``now``: when X showed what arrives; without it, when each was written."""
        self._session, self._now = session, now
        self.touched: dict[str, None] = {}
        """Conversations that changed, in the order they did."""
        self.woken: set[str] = set()
        """Conversations in which a citizen waits who did not before."""
        self._known: dict[str, dict[str, Any]] = {}
        self._new_conversations: set[str] = set()
        self._changed: set[str] = set()
        self._new_posts: list[dict[str, Any]] = []
        self._versions: list[tuple[str, str]] = []

    def take(self, incoming: Iterable[Incoming]) -> None:
        """Oldest first, whatever order they come in, so that answers follow questions."""
        ordered = sorted(incoming, key=lambda i: (i.post.created_at, id_order(i.post.id)))
        for chunk in chunks(ordered):
            self._take_chunk(chunk)

    def _take_chunk(self, chunk: Sequence[Incoming]) -> None:
        known = self._seen([v for i in chunk for v in (i.post.id, *i.post.versions)])
        targets = self._targets([i.post.in_reply_to for i in chunk if i.ours])
        answers = self._answers([i.post.id for i in chunk if not i.ours])
        wanted = {conversation_id(i.post.thread_id, i.post.author.id) for i in chunk if not i.ours}
        self._load(wanted | {c for c in targets.values() if c is not None})
        for each in chunk:
            post = each.post
            ids = {post.id, *post.versions}
            if ids <= known:
                continue  # an edit always has an id of its own
            if known & ids:
                self._flush()
                self._edit(each)
            elif each.ours:
                self._ours(each, targets)
            else:
                self._citizens(each, answers.get(post.id))
                targets[post.id] = conversation_id(post.thread_id, post.author.id)
            known |= ids
        self._flush()

    def knows(self, id: str) -> bool:
        """Whether this post, or an earlier or later version of it, is stored."""
        return bool(self._seen([id]))

    # --- what one post does ------------------------------------------------------------------

    def _citizens(self, each: Incoming, answered_at: datetime | None) -> None:
        post = each.post
        key = conversation_id(post.thread_id, post.author.id)
        row = self._known.get(key)
        if row is None:
            row = self._known[key] = _new_conversation(key, each)
            self._new_conversations.add(key)
            self._wake(row, post.created_at)
        elif post.created_at >= row["last_at"]:
            self._follow_up(row, each)
        elif row["waiting_since"] is not None:
            row["waiting_since"] = min(row["waiting_since"], post.created_at)
        if answered_at is not None:
            self._answered(row, post.id, answered_at)
        self._touch(key)
        self._store(each, key)

    def _follow_up(self, row: dict[str, Any], each: Incoming) -> None:
        waits = row["state"] in WAITING
        if not waits:
            row.update(reopened=True, close_reason=None, holder=None)
        # While earlier posts wait, a later "thanks" must not hide that they were a question.
        old = waits and row["is_question"] and not each.is_question
        _show(row, each, keep_reading=old)
        row["has_personal_data"] = each.has_personal_data or (waits and row["has_personal_data"])
        if not waits:
            self._wake(row, each.post.created_at)

    def _wake(self, row: dict[str, Any], since: datetime) -> None:
        row.update(state=State.NEW.value, waiting_since=since)
        self.woken.add(row["id"])

    def _ours(self, each: Incoming, targets: dict[str, str | None]) -> None:
        post = each.post
        key = targets.get(post.in_reply_to) if post.in_reply_to else None
        if key is not None and post.in_reply_to is not None:
            self._answered(self._known[key], post.in_reply_to, post.created_at)
            self._touch(key)
        self._store(each, key)

    def _answered(self, row: dict[str, Any], target: str, at: datetime) -> None:
        """Somebody answered from elsewhere: nobody must answer again."""
        if row["state"] not in WAITING:
            return
        if target == row["last_post_id"] or at >= row["last_at"]:
            row.update(state=State.ANSWERED.value, waiting_since=None, reopened=False)
            self.woken.discard(row["id"])
        else:  # a later post of the citizen still waits
            row["waiting_since"] = row["last_at"]

    def _edit(self, each: Incoming) -> None:
        """A post seen before: nothing, unless its author has edited it since."""
        post = each.post
        ids = list(dict.fromkeys((*post.versions, post.id)))
        found = self._session.execute(_of_any(ids)).mappings().all()
        # Versions that once came without their history stand apart: the newest goes on.
        stored = max(found, key=lambda row: id_order(row["id"]))
        number = stored["number"]
        chain = sorted({*stored["versions"], stored["id"], *ids}, key=lambda i: (len(i), i))
        newer = id_order(post.id) > id_order(stored["id"])
        changes: dict[str, Any] = {"versions": chain}
        if each.hint.hoax_id is not None and stored["hoax_id"] is None and not each.ours:
            changes["hoax_id"] = each.hint.hoax_id
            seen(self._session, each.hint.hoax_id, stored["created_at"])
        if newer and not stored["deleted"]:
            fresh = self._values(each)
            for name in _EDITED:
                changes[name] = fresh[name]
        self._session.execute(update(posts).where(posts.c.number == number).values(changes))
        known = set(
            self._session.scalars(
                select(post_versions.c.id).where(post_versions.c.id.in_(chain)),
            ),
        )
        if fresh_ids := [i for i in chain if i not in known]:
            self._session.execute(
                insert(post_versions),
                [{"id": i, "post": number} for i in fresh_ids],
            )
        if "text" in changes and stored["conversation_id"] is not None and not stored["ours"]:
            self._edited(stored["conversation_id"], stored["id"], each)

    def _edited(self, key: str, old_id: str, each: Incoming) -> None:
        self._load({key})
        row = self._known[key]
        if row["last_post_id"] == old_id:
            written = row["last_at"]
            _show(row, each, keep_reading=False)
            if not row["tied"]:  # other words may ask about something else
                row["hint_incident_id"] = each.hint.incident_id
            row["last_at"] = written
            row["has_personal_data"] = row["has_personal_data"] or each.has_personal_data
        self._touch(key)
        self._flush()

    # --- reading and writing in bulk ---------------------------------------------------------

    def _seen(self, ids: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for part in chunks(ids):
            found.update(self._session.scalars(select(posts.c.id).where(posts.c.id.in_(part))))
            known = select(post_versions.c.id).where(post_versions.c.id.in_(part))
            found.update(self._session.scalars(known))
        return found

    def _targets(self, ids: Sequence[str | None]) -> dict[str, str | None]:
        """The conversation of each post that ours answer."""
        wanted = [i for i in ids if i is not None]
        if not wanted:
            return {}
        found = self._session.execute(
            select(posts.c.id, posts.c.conversation_id).where(
                posts.c.id.in_(wanted),
                posts.c.ours.is_(False),
            ),
        )
        targets: dict[str, str | None] = {i: key for i, key in found}  # noqa: C416
        older = self._session.execute(
            select(post_versions.c.id, posts.c.conversation_id)
            .join(posts, posts.c.number == post_versions.c.post)
            .where(post_versions.c.id.in_(wanted), posts.c.ours.is_(False)),
        )
        targets.update({i: key for i, key in older})  # noqa: C416
        return targets

    def _answers(self, ids: Sequence[str]) -> dict[str, datetime]:
        """When posts of ours, already stored, answered any of ``ids``."""
        found = self._session.execute(
            select(posts.c.in_reply_to, func.max(posts.c.created_at))
            .where(posts.c.in_reply_to.in_(ids), posts.c.ours.is_(True))
            .group_by(posts.c.in_reply_to),
        )
        return {str(target): at for target, at in found}

    def _load(self, keys: Iterable[str]) -> None:
        missing = [key for key in keys if key not in self._known]
        for part in chunks(missing):
            found = select(conversations).where(conversations.c.id.in_(part))
            for row in self._session.execute(found).mappings():
                self._known[row["id"]] = dict(row)

    def _touch(self, key: str) -> None:
        self.touched[key] = None
        if key not in self._new_conversations:
            self._changed.add(key)

    def _store(self, each: Incoming, key: str | None) -> None:
        row = self._values(each)
        row["conversation_id"] = key
        if not each.ours and each.hint.hoax_id is not None:
            row["hoax_id"] = each.hint.hoax_id
            seen(self._session, each.hint.hoax_id, each.post.created_at)
        self._new_posts.append(row)
        versions = each.post.versions
        if len(versions) > 1 or (versions and versions[0] != each.post.id):
            self._versions += [(i, each.post.id) for i in {*versions, each.post.id}]

    def _values(self, each: Incoming) -> dict[str, Any]:
        return post_values(
            each.post,
            ours=each.ours,
            has_personal_data=each.has_personal_data,
            seen_at=self._now,
        )

    def _flush(self) -> None:
        if self._new_conversations:
            rows = [self._known[key] for key in self._new_conversations]
            self._session.execute(insert(conversations), rows)
        if self._changed:
            rows = [{**self._known[key], "key": key} for key in self._changed]
            self._session.connection().execute(_CHANGE, rows)
        if self._new_posts:
            self._session.execute(insert(posts), self._new_posts)
        for version, post in self._versions:
            self._session.execute(
                insert(post_versions).values(
                    id=version,
                    post=select(posts.c.number).where(posts.c.id == post).scalar_subquery(),
                ),
            )
        self._new_conversations, self._changed = set(), set()
        self._new_posts, self._versions = [], []


def _of_any(ids: Sequence[str]) -> Any:
    by_version = select(post_versions.c.post).where(post_versions.c.id.in_(ids))
    return select(posts).where(
        or_(posts.c.id.in_(ids), posts.c.number.in_(by_version)),
    )


_CHANGE = (
    update(conversations)
    .where(conversations.c.id == bindparam("key"))
    .values({c.name: bindparam(c.name) for c in conversations.c if c.name != "id"})
)


def _new_conversation(key: str, each: Incoming) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(column.name for column in conversations.c)
    row.update(
        id=key,
        thread_id=each.post.thread_id,
        topic_set=False,
        tied=False,
        reopened=False,
        has_personal_data=each.has_personal_data,
    )
    _show(row, each, keep_reading=False)
    return row


def _show(row: dict[str, Any], each: Incoming, *, keep_reading: bool) -> None:
    """Put the citizen's latest post on the card, and what the engine read in it."""
    post, author = each.post, each.post.author
    row.update(
        citizen_id=author.id,
        citizen_handle=author.handle,
        citizen_name=author.name,
        citizen_verified=author.verified,
        citizen_protected=author.protected,
        last_post_id=post.id,
        last_text=post.text,
        last_at=post.created_at,
    )
    if keep_reading:
        return
    row["is_question"] = each.is_question
    row["language"] = each.language or row["language"]
    row["hint_faq_id"] = each.hint.faq_id
    if row["hint_hoax_id"] != NOT_A_HOAX:
        row["hint_hoax_id"] = each.hint.hoax_id or row["hint_hoax_id"]
    if not row["tied"]:
        # A "thanks" asks about nothing, and is still of who is to hear how it ended.
        row["hint_incident_id"] = each.hint.incident_id or row["hint_incident_id"]
    if not row["topic_set"]:
        row["topic"] = each.topic or row["topic"]
