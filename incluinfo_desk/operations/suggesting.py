"""The suggestion index over the stored FAQ: ranks, says what may be sent by one click."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, TypeVar

from incluinfo_desk.assets import resource
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.agreement import spoken_in
from incluinfo_desk.domain.conversation import NOT_A_HOAX, Conversation, ConversationId, Hint
from incluinfo_desk.domain.events import ConversationsChanged
from incluinfo_desk.domain.faq import FaqEntry, FaqState, NotOfferable
from incluinfo_desk.domain.hoax import Hoax, answer
from incluinfo_desk.domain.hoax_match import HoaxIndex, Lexicon, Match, Ordinary
from incluinfo_desk.domain.incident import Incident
from incluinfo_desk.domain.learning import Evidence
from incluinfo_desk.domain.post import Link, Post
from incluinfo_desk.domain.privacy import OFFICIAL, mask
from incluinfo_desk.domain.reply import data_warning
from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.domain.suggestion.engine import Ranking, SuggestionIndex
from incluinfo_desk.operations.contacts import verified_contacts
from incluinfo_desk.operations.index_file import IndexFile
from incluinfo_desk.operations.kept_redirects import kept_redirects
from incluinfo_desk.operations.offers import KnownHoax, Offer, Reading
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.services import Services
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.store import Store

if TYPE_CHECKING:
    from datetime import date

SHOWN = 3
"""Suggestions beside a conversation (INC-11)."""
_REBUILD_FROM = 100
"""Entries edited at once (an import) from which building the index anew is quicker."""
_AT_ONCE = 50
"""Conversations re-hinted in one transaction."""
_A_TURN = 5
"""Of them, read in one turn: about 20 ms, and a mention that arrives need not wait longer."""

T = TypeVar("T")


def starter_index(entries: Iterable[FaqEntry]) -> SuggestionIndex:
    """The index over ``entries`` with the glossary and the rejects that ship with the desk.

    Reads files and computes for about a second: call it in a thread.
    """
    return IndexFile().make(tuple(entries))


_RECENT = 1_000
"""Rankings kept: a mention is asked about three times within seconds of its arrival, by its
hint, by the surges and by the groups."""


class Suggesting:
    def __init__(
        self,
        *,
        store: Store,
        make_index: Callable[[Sequence[FaqEntry]], SuggestionIndex],
        clock: Clock,
        bus: Bus,
        keep_index: Callable[[SuggestionIndex], None] = lambda _: None,
        officer: Callable[[], str] | None = None,
    ) -> None:
        """``officer`` says whose personal entries are ranked beside the team's; None: all."""
        self._store = store
        self._make_index = make_index
        self._keep_index = keep_index
        self._clock = clock
        self._bus = bus
        self._officer = officer
        self._ranked_for = officer() if officer is not None else ""
        self._index: SuggestionIndex | None = None
        self._entries: dict[str, FaqEntry] = {}
        self.blocks: Mapping[str, str] = {}
        """The shared texts that answers may name; :meth:`follow_blocks` after a change."""
        self._official: frozenset[str] = frozenset()
        self._services = Services()
        self._recent: tuple[tuple[object, object], dict[str, Ranking]] = ((None, None), {})
        self._learnt: tuple[Evidence, ...] = ()
        self._hoaxes: dict[str, Hoax] = {}
        self._hoax_index: HoaxIndex | None = None
        self._hoax_words: tuple[Lexicon, Ordinary] | None = None
        self._loading = asyncio.Lock()
        self._turn = asyncio.Lock()

    async def load(self) -> None:
        """Build the index from the store. Until then every call waits for it."""
        async with self._loading:
            await self._load()

    @property
    def official(self) -> frozenset[str]:
        """Contacts of the Administration, which are nobody's personal data."""
        return OFFICIAL | self._official

    def not_offerable(self, entry: FaqEntry) -> NotOfferable | None:
        """Why ``entry`` is not for one click today; None when it is."""
        return entry.not_offerable(self._today())

    def entry(self, faq_id: str, language: str = "und") -> FaqEntry | None:
        """The entry as it answers whoever writes in ``language`` (M11)."""
        entry = self._entries.get(faq_id)
        return entry and spoken_in(entry, language)

    async def for_text(self, text: str, limit: int = 10) -> Ranking:
        index = await self._ready()
        return await asyncio.to_thread(index.suggest, text, limit)

    async def for_conversation(self, conversation_id: ConversationId, limit: int = SHOWN) -> Offer:
        """The proposal for the citizen's latest post; empty for an unknown conversation."""
        conversation = await self._store.conversations.get(conversation_id)
        text = conversation.last_text if conversation else ""
        index = await self._ready()
        ranking, match = await asyncio.to_thread(
            lambda: (index.suggest(text, limit), self._hoax_match(text))
        )
        entries = {
            s.faq_id: entry
            for s in ranking.suggestions
            if (entry := self.entry(s.faq_id, ranking.language)) is not None
        }
        first = self._first(ranking)
        why_not = first.not_offerable(self._today()) if first is not None else None
        warning = None
        if conversation is not None and conversation.has_personal_data:
            warning = data_warning(self._entries.values())
            if warning is not None:
                entries[warning.id] = warning
        known = self._known_hoax(conversation, match)
        leads = known is not None and bool(known.answer)
        sure = first if why_not is None and not leads else None
        return Offer(ranking, entries, sure, why_not, warning, known)

    def _known_hoax(self, of: Conversation | None, match: Match | None) -> KnownHoax | None:
        if of is None:
            return None
        # What a person said of it comes before what the words look like.
        id = of.hint.hoax_id if of.hint.hoax_id is not None else match and match.hoax_id
        hoax = self._hoaxes.get(id or NOT_A_HOAX)
        if hoax is None:
            return None
        words = match.words if match is not None and match.hoax_id == hoax.id else ()
        return KnownHoax(hoax, words, answer(hoax, of.citizen.name))

    async def analyse(self, post: Post, *, ours: bool = False) -> Incoming:
        """``post`` without personal data, with topic, language and hint: fit to be stored.

        Nothing of ``post`` may reach disk or log except what this returns (INC-40).
        """
        index = await self._ready()
        return await self._in_turn(lambda: self._analysed(index, post, ours))

    async def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """What each of these masked texts is about, in one go off the loop's thread."""
        index = await self._ready()

        def work() -> tuple[Reading, ...]:
            return tuple(self._reading(index, text) for text in texts)

        return await self._in_turn(work)

    async def follow(self, entries: Sequence[FaqEntry]) -> None:
        """Take over entries as edited, so that the next suggestion knows them.

        Retired entries leave the ranking. Call :meth:`rehint` after it, in the background.
        """
        index = await self._ready()
        # A state, a date, a dead link need no index: at once, and thousands of them as well.
        alike = await asyncio.to_thread(lambda: [self._ranks_as_before(e) for e in entries])
        edited = [entry for entry, same in zip(entries, alike, strict=True) if not same]
        for entry in compress(entries, alike):
            known = self._entries.get(entry.id)
            # Another edit may have overtaken this one, or taken the entry out of the ranking.
            if known is not None and known.revision <= entry.revision:
                self._entries[entry.id] = entry
        if len(edited) > _REBUILD_FROM:
            await self.load()
            return
        for entry in edited:
            if not self._ranks(entry):
                self._entries.pop(entry.id, None)
                await asyncio.to_thread(index.remove, entry.id)
            else:
                self._entries[entry.id] = entry
                await asyncio.to_thread(index.replace, entry)
        self._official = await asyncio.to_thread(verified_contacts, tuple(self._entries.values()))
        if index.edits >= index.COMPACT_AFTER:
            await asyncio.to_thread(index.compact)
            await asyncio.to_thread(self._keep_index, index)

    async def follow_blocks(self) -> None:
        """Learn the shared blocks again: what answers say is another text, found as before."""
        self.blocks = await self._store.blocks.all()
        entries = {id: replace(e, blocks=self.blocks) for id, e in self._entries.items()}
        self._entries = entries
        self._official = await asyncio.to_thread(verified_contacts, tuple(entries.values()))

    async def follow_redirect(self, redirect: RejectEntry) -> None:
        """Know another body's matter as officers describe it now."""
        index = await self._ready()
        await asyncio.to_thread(index.replace_reject, redirect)

    async def remember(self, newest_first: Sequence[Evidence]) -> None:
        """Rank by what the desk learnt too, in the place of all it had learnt before.

        It moves what is suggested; what may be sent by one key stays a matter of
        :meth:`FaqEntry.not_offerable` alone.
        """
        index = await self._ready()
        self._learnt = tuple(newest_first)
        await asyncio.to_thread(index.remember, self._learnt)

    async def follow_officer(self) -> None:
        """Somebody else sits down: their personal entries take the place of the others'."""
        if self._index is None or self._officer is None:
            return
        if self._officer() != self._ranked_for:
            await self.load()

    def _ranks(self, entry: FaqEntry) -> bool:
        if entry.state is FaqState.RETIRED:
            return False
        return self._officer is None or entry.is_for(self._ranked_for)

    def _ranks_as_before(self, entry: FaqEntry) -> bool:
        """Whether the index, which reads an entry's wordings alone, has it as it is."""
        old = self._entries.get(entry.id)
        if old is None or not self._ranks(entry):
            return False
        return _wordings(old) == _wordings(entry)

    async def follow_incidents(self) -> None:
        """Learn the open incidents and components again, after either changed."""
        await self._services.follow(self._store)

    async def follow_hoaxes(self) -> None:
        """Learn the register of hoaxes again, after it or what we said changed."""
        known = await self._store.hoaxes.all()
        self._hoax_index = await asyncio.to_thread(self._made, known)
        self._hoaxes = {hoax.id: hoax for hoax in known}

    def _made(self, known: Sequence[Hoax]) -> HoaxIndex:
        if self._hoax_words is None:
            self._hoax_words = (
                Lexicon.from_json(resource("hoaxes", "concepts.json").read_text("utf-8")),
                Ordinary.from_json(resource("hoaxes", "ordinary.json").read_text("utf-8")),
            )
        return HoaxIndex(known, *self._hoax_words)

    async def rehint(self) -> None:
        """Work the hints of all waiting conversations out again, page by page."""
        index = await self._ready()
        after = None
        while True:
            page = await self._store.conversations.waiting(after, _AT_ONCE)
            hints: dict[ConversationId, Hint] = {}
            topics: dict[ConversationId, str | None] = {}
            for start in range(0, len(page.rows), _A_TURN):
                rows = page.rows[start : start + _A_TURN]
                began = time.perf_counter()
                found = await self._in_turn(partial(self._rehinted, index, rows))
                for row, (hint, topic) in zip(rows, found, strict=True):
                    if hint != row.hint:
                        hints[row.id] = hint
                    if row.topic is None and topic is not None:
                        topics[row.id] = topic
                # Half of one core at most: nobody waits for it, and there may be 100,000.
                await asyncio.sleep(time.perf_counter() - began)
            if hints or topics:
                await self._store.conversations.set_hints(hints, topics)
                self._bus.publish(ConversationsChanged(tuple({**hints, **topics})))
            if page.next is None:
                return
            after = page.next

    def _rehinted(
        self, index: SuggestionIndex, rows: Sequence[Conversation]
    ) -> list[tuple[Hint, str | None]]:
        found = []
        for row in rows:
            ranking = index.suggest(row.last_text, 1)
            hint = self._hint(ranking, row.last_text)
            hint = replace(
                hint,
                # Who waits for the end of one incident does not ask about the next.
                incident_id=row.hint.incident_id or hint.incident_id,
                hoax_id=hint.hoax_id if row.hint.hoax_id is None else row.hint.hoax_id,
            )
            found.append((hint, ranking.topic))
        return found

    async def _in_turn(self, work: Callable[[], T]) -> T:
        """``work`` in a thread, one such at a time: each further thread that computes takes
        its share from the window. What an officer waits for does not stand in this line."""
        async with self._turn:
            return await asyncio.to_thread(work)

    async def _ready(self) -> SuggestionIndex:
        if self._index is None:
            async with self._loading:
                if self._index is None:
                    await self._load()
        if self._index is None:
            raise RuntimeError("the index was not built")
        return self._index

    async def _load(self) -> None:
        entries = await self._store.faq.all()
        self.blocks = await self._store.blocks.all()
        self._ranked_for = self._officer() if self._officer is not None else ""
        live = [e for e in entries if self._ranks(e)]
        redirects = await kept_redirects(self._store)
        index = await asyncio.to_thread(self._indexed, live, redirects)
        self._entries = {e.id: e for e in live}
        self._official = await asyncio.to_thread(verified_contacts, live)
        await asyncio.to_thread(index.remember, self._learnt)
        await self.follow_incidents()
        await self.follow_hoaxes()
        self._index = index
        await asyncio.to_thread(self._keep_index, index)

    def _indexed(
        self, live: Sequence[FaqEntry], redirects: Sequence[RejectEntry]
    ) -> SuggestionIndex:
        index = self._make_index(live)
        for each in redirects:
            index.replace_reject(each)
        return index

    def _today(self) -> date:
        """The day on this desk's calendar: expiry dates are the officers' days, not UTC's."""
        return self._clock.now().astimezone().date()

    def _first(self, ranking: Ranking) -> FaqEntry | None:
        """The entry that is sure enough for one click, were it verified and current."""
        if not ranking.offer or not ranking.suggestions:
            return None
        return self.entry(ranking.suggestions[0].faq_id, ranking.language)

    def _hint(self, ranking: Ranking, text: str) -> Hint:
        first = self._first(ranking)
        offered = first is not None and first.not_offerable(self._today()) is None
        return Hint(
            faq_id=first.id if first is not None and offered else None,
            incident_id=self._incident_of(text, ranking),
            hoax_id=self._hoax_of(text),
        )

    def _hoax_of(self, text: str) -> str | None:
        match = self._hoax_match(text)
        return match.hoax_id if match is not None else None

    def _hoax_match(self, text: str) -> Match | None:
        return self._hoax_index.match(text) if self._hoax_index is not None else None

    def _reading(self, index: SuggestionIndex, text: str) -> Reading:
        first = next(iter(self._likeliest(index, text).suggestions), None)
        faq_id, sure = (first.faq_id, first.confidence) if first else (None, 0.0)
        entry = self._entries.get(faq_id) if faq_id else None
        return Reading(faq_id, sure, self._services.about(text, entry, sure))

    def _likeliest(self, index: SuggestionIndex, text: str) -> Ranking:
        """The ranking with its first alone; safe on several threads at once."""
        version = index.version
        recent = self._recent
        if recent[0][0] is not version[0] or recent[0][1] is not version[1]:
            recent = self._recent = (version, {})
        found = recent[1].get(text)
        if found is None:
            found = index.suggest(text, 1)
            if len(recent[1]) >= _RECENT:
                recent[1].clear()
            recent[1][text] = found
        return found

    def why_incident(self, text: str, incident: Incident) -> str | None:
        """The word of ``text`` by which it asks about ``incident``; None if it has none."""
        return self._services.why(text, incident)

    def _incident_of(self, text: str, ranking: Ranking) -> str | None:
        first = ranking.suggestions[0] if ranking.suggestions else None
        entry = self._entries.get(first.faq_id) if first is not None else None
        return self._services.asked(text, entry, first.confidence if first else 0.0)

    def _analysed(self, index: SuggestionIndex, post: Post, ours: bool) -> Incoming:
        plain = self.masked(post, ours=ours)
        if ours:
            return plain
        ranking = self._likeliest(index, plain.post.text)
        return replace(
            plain,
            topic=ranking.topic,
            language=ranking.language if ranking.language != "und" else post.language,
            is_question=ranking.is_question,
            hint=self._hint(ranking, plain.post.text),
        )

    def masked(self, post: Post, *, ours: bool = False) -> Incoming:
        """``post`` without personal data, and nothing else worked out.

        Also the name and where links lead: people write their number anywhere.
        """
        found = False

        def cover(text: str) -> str:
            nonlocal found
            masked = mask(text, self.official)
            found = found or bool(masked.findings)
            return masked.text

        links = tuple(Link(cover(e.shown), cover(e.target), e.short) for e in post.links)
        author = replace(post.author, name=cover(post.author.name))
        clean = replace(post, text=cover(post.text), links=links, author=author)
        return Incoming(
            post=clean,
            ours=ours,
            topic=None,
            language=post.language,
            is_question=not ours,
            has_personal_data=found,
            hint=Hint(),
        )


def _wordings(entry: FaqEntry) -> tuple[object, ...]:
    """All that ``SuggestionIndex`` reads of an entry."""
    return entry.topic, entry.question, entry.variants, entry.keywords
