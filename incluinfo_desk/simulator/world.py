"""The simulated X and its people: every post, every rule, nothing of HTTP."""

from __future__ import annotations

import hashlib
import heapq
from bisect import insort
from collections import deque
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from incluinfo_desk.simulator import rules
from incluinfo_desk.simulator.clock import SimClock, stamp
from incluinfo_desk.simulator.faults import FaultRule, Faults
from incluinfo_desk.simulator.limits import Buckets
from incluinfo_desk.simulator.model import Account, Label, Media, RequestSeen, SimPost
from incluinfo_desk.simulator.rules import Rules
from incluinfo_desk.simulator.text import compose, mentioned, snowflake

OUR_ID = "1318200041986527234"
OUR_HANDLE = "incluinfo"
OUR_NAME = "Inclusión, Seg. Social y Migraciones – INFO"


class World:
    """One X account's surroundings. Not thread-safe: it belongs to the simulator's loop.

    Nothing runs by itself: whatever is due happens in :meth:`settle`, which every read
    and every request calls first.
    """

    OUR_ID = OUR_ID

    def __init__(self, seed: int = 1, clock: SimClock | None = None) -> None:
        self.seed = seed
        self.clock = clock or SimClock()
        self.on_our_post: list[Callable[[SimPost], None]] = []
        """Who reads what we publish: the citizens' reactions."""
        self.reset()

    def reset(self) -> None:
        """Forget posts, people, faults, limits and agenda; the story starts over."""
        self.clock.rewind()
        self.rules = Rules()
        self.faults = Faults(self.seed)
        self.buckets = Buckets()
        self.requests: deque[RequestSeen] = deque(maxlen=10_000)
        self._accounts: dict[str, Account] = {}
        self._handles: dict[str, str] = {}
        self._posts: dict[str, SimPost] = {}
        self._order: list[int] = []
        self._mentions: list[int] = []
        self._by_author: dict[str, list[int]] = {}
        self._serial = 0
        self.media: dict[str, Media] = {}
        self._agenda: list[tuple[float, int, Callable[[float], object]]] = []
        self._late: list[tuple[float, int, Callable[[float], object]]] = []
        self._settled = self.clock.wall()
        self._add_account(Account(OUR_ID, OUR_HANDLE, OUR_NAME, created_at=stamp(1_603_065_600)))

    # --- time ---------------------------------------------------------------------------

    def settle(self) -> None:
        """Let everything happen that is due by now, stamped with the moment it was due."""
        wall, story = self.clock.wall(), self.clock.story()
        while self._late and self._late[0][0] <= wall:
            at, _, act = heapq.heappop(self._late)
            act(max(at, self._settled))
        while self._agenda and self._agenda[0][0] <= story:
            due, _, act = heapq.heappop(self._agenda)
            act(max(wall - (story - due) / self.clock.speed, self._settled))
        self._settled = wall

    def at_story(self, story: float, act: Callable[[float], object]) -> None:
        """Do ``act`` when the story gets there; it is told the wall time."""
        heapq.heappush(self._agenda, (story, self._next(), act))

    def later(self, seconds: float, act: Callable[[float], object]) -> None:
        """Do ``act`` after that many seconds of the wall."""
        heapq.heappush(self._late, (self.clock.wall() + seconds, self._next(), act))

    def advance(self, seconds: float) -> None:
        self.settle()
        self.clock.advance(seconds)
        self.settle()

    def jump(self, story: float) -> None:
        """Take the day forward to a second of it; what lay between happens now."""
        self.settle()
        self.clock.jump(story)
        self.settle()

    def set_speed(self, speed: float) -> None:
        self.settle()
        self.clock.set_speed(speed)

    def pause(self, paused: bool = True) -> None:
        self.settle()
        self.clock.pause(paused)

    # --- what tests and instructors do and see ------------------------------------------

    def fault(
        self,
        route: str,
        kind: str,
        times: int | None = 1,
        *,
        probability: float = 1.0,
        after: int = 0,
        **opts: Any,
    ) -> None:
        """Spoil the next ``times`` requests of ``route`` (``*``: any); see ``faults.KINDS``."""
        self.faults.add(FaultRule(route, kind, times, probability, after, opts))

    @property
    def posts(self) -> list[SimPost]:
        """Posts that are there now, oldest first, latest versions only."""
        self.settle()
        return [post for post in self._all() if post.current]

    @property
    def our_posts(self) -> list[SimPost]:
        return [post for post in self.posts if post.author_id == OUR_ID]

    def replies_to(self, post_id: str) -> list[SimPost]:
        """Living direct replies, oldest first."""
        return [post for post in self.posts if post.in_reply_to == post_id]

    def find(self, post_id: str) -> SimPost | None:
        """The post, deleted and replaced ones too."""
        return self._posts.get(post_id)

    def account(self, account_id: str) -> Account | None:
        return self._accounts.get(account_id)

    def by_handle(self, handle: str) -> Account | None:
        return self._accounts.get(self._handles.get(handle.lower(), ""))

    def citizen_posts(
        self,
        text: str,
        *,
        handle: str = "ciudadana",
        name: str = "Ciudadana",
        in_reply_to: str | None = None,
        mention: bool = True,
        quotes: str | None = None,
        lang: str = "es",
        label: Label | None = None,
        absent_from_mentions: bool = False,
        at: float | None = None,
    ) -> str:
        """A citizen writes; returns the post's id.

        With ``mention`` the text carries @incluinfo, by its own words or in front of them.
        ``at`` (epoch seconds) is for posts of the past.
        """
        if at is None:
            self.settle()
        author = self._citizen(handle, name)
        target = self._posts.get(in_reply_to) if in_reply_to else None
        carried = self._carried(target, author.id) if target else []
        if mention and OUR_HANDLE not in mentioned(text) and OUR_HANDLE not in carried:
            carried.insert(0, OUR_HANDLE)
        if not mention:
            carried = [handle for handle in carried if handle != OUR_HANDLE]
        post = self.add(author.id, self._lead(text, carried), target, at, quotes, lang=lang)
        post.label = label
        post.absent_from_mentions = absent_from_mentions
        return post.id

    def citizen_edits(self, post_id: str, text: str, *, at: float | None = None) -> str:
        """A new version with a new id; the old one stays readable by its id (x-platform §4)."""
        if at is None:
            self.settle()
        old = self._posts[post_id]
        if OUR_ID in old.mentions and OUR_HANDLE not in mentioned(text):
            text = self._lead(text, [OUR_HANDLE])
        target = self._posts.get(old.in_reply_to) if old.in_reply_to else None
        new = self.add(old.author_id, text, target, at, old.quotes, lang=old.lang)
        if target is None:
            new.conversation_id = old.conversation_id
        new.label = old.label
        old.versions.append(new.id)
        new.versions = old.versions
        return new.id

    def citizen_deletes(self, post_id: str) -> None:
        for version in self._posts[post_id].versions:
            self._posts[version].deleted = True

    def citizen_protects(self, handle: str, protected: bool = True) -> None:
        """The account becomes private: its posts can no longer be read by us."""
        account = self.by_handle(handle)
        if account is None:
            raise KeyError(handle)
        account.protected = protected

    def burst(self, count: int, seconds: float) -> None:
        """``count`` ordinary questions spread over the next ``seconds`` of the wall."""
        for n in range(count):
            text = f"Buenos días, ¿cómo va la tramitación de mi prestación? Llevo {n + 2} semanas"
            who = f"vecino_{self._next() % 100_000:05d}"

            def ask(at: float, text: str = text, who: str = who) -> None:
                self.citizen_posts(text, handle=who, name=who.title(), at=at)

            self.later(seconds * (n + 1) / count, ask)

    # --- X's own view --------------------------------------------------------------------

    def timeline(self, author_id: str) -> Iterator[SimPost]:
        """An account's posts, newest first."""
        return self._newest(self._by_author.get(author_id, []))

    def mentions(self) -> list[SimPost]:
        """What /mentions knows, newest first: 800 deep, without protected authors."""
        found: list[SimPost] = []
        for number in reversed(self._mentions):
            post = self._posts[str(number)]
            if post.absent_from_mentions or not post.current or not self.visible(post):
                continue
            found.append(post)
            if len(found) == self.rules.mention_depth:
                break
        return found

    def newest(self) -> Iterator[SimPost]:
        """Everything we may read, newest first."""
        return self._newest(self._order)

    def visible(self, post: SimPost) -> bool:
        author = self._accounts[post.author_id]
        return not (author.protected or author.suspended)

    def we_post(
        self,
        text: str,
        in_reply_to: str | None = None,
        media: tuple[str, ...] = (),
        quotes: str | None = None,
        at: float | None = None,
    ) -> SimPost:
        """Publish for @incluinfo under X's rules; raises :class:`.errors.RefusedError`."""
        target = rules.reply_target(self, in_reply_to) if in_reply_to else None
        carried = self._carried(target, OUR_ID) if target else []
        rules.refuse_duplicate(self, text, target, media)
        post = self.add(OUR_ID, self._lead(text, carried), target, at, quotes, media)
        for listener in self.on_our_post:
            listener(post)
        return post

    def add(
        self,
        author_id: str,
        text: str,
        target: SimPost | None,
        at: float | None,
        quotes: str | None = None,
        media: tuple[str, ...] = (),
        lang: str = "es",
    ) -> SimPost:
        """Put a post into the world, without any of X's rules."""
        wall = self.clock.wall() if at is None else at
        post_id = snowflake(wall, self._next())
        names = [self._handles[h] for h in mentioned(text) if h in self._handles]
        post = SimPost(
            id=post_id,
            author_id=author_id,
            text=text,
            created_at=stamp(int(wall * 1000) / 1000),
            conversation_id=target.conversation_id if target else post_id,
            composed=compose(text, post_id, self._handles.get),
            in_reply_to=target.id if target else None,
            in_reply_to_user=target.author_id if target else None,
            quotes=quotes,
            mentions=tuple(names),
            media=media,
            lang=lang,
            versions=[post_id],
        )
        self._posts[post_id] = post
        insort(self._order, int(post_id))
        insort(self._by_author.setdefault(author_id, []), int(post_id))
        if author_id != OUR_ID and OUR_ID in names:
            insort(self._mentions, int(post_id))
        return post

    # --- media -----------------------------------------------------------------------------

    def new_media_id(self) -> str:
        return snowflake(self.clock.wall(), self._next())

    def media_state(self, media: Media) -> str:
        states = self.rules.media_states
        return states[min(media.looks, len(states) - 1)]

    def media_ready(self, media_id: str) -> bool:
        media = self.media.get(media_id)
        if media is None or not media.finalized:
            return False
        return not media.processed or self.media_state(media) == "succeeded"

    # --- inside --------------------------------------------------------------------------

    def _all(self) -> Iterator[SimPost]:
        return (self._posts[str(number)] for number in self._order)

    def _newest(self, numbers: list[int]) -> Iterator[SimPost]:
        for number in reversed(numbers):
            post = self._posts[str(number)]
            if post.current and self.visible(post):
                yield post

    def _next(self) -> int:
        self._serial += 1
        return self._serial

    def _add_account(self, account: Account) -> Account:
        self._accounts[account.id] = account
        self._handles[account.handle.lower()] = account.id
        return account

    def _citizen(self, handle: str, name: str) -> Account:
        known = self.by_handle(handle)
        if known is not None:
            return known
        # The same person has the same id in every run: a desk may keep its database.
        digest = hashlib.sha256(handle.lower().encode()).digest()
        number = str(1_000_000_000_000_000_000 + int.from_bytes(digest[:7], "big"))
        born = self.clock.now() - timedelta(days=400)
        return self._add_account(Account(number, handle, name, created_at=born))

    def _carried(self, target: SimPost, writer: str) -> list[str]:
        """The @s X puts before a reply: the author's, then everyone the post named."""
        ids = dict.fromkeys((target.author_id, *target.mentions))
        return [self._accounts[i].handle for i in ids if i != writer]

    @staticmethod
    def _lead(text: str, carried: list[str]) -> str:
        named = set(mentioned(text))
        missing = [f"@{handle}" for handle in carried if handle.lower() not in named]
        return " ".join([*missing, text])
