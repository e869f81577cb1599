"""Which answers fit a citizen's post, how surely, and why.

Importing this module loads neither numpy nor the stemmer; the first
:class:`SuggestionIndex` does. No network, no disk, no clock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from incluinfo_desk import __version__
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.domain.suggestion.glossary import Glossary
from incluinfo_desk.domain.suggestion.language import detect
from incluinfo_desk.domain.suggestion.normalise import normalise, word_key
from incluinfo_desk.domain.suggestion.questions import is_question, parts

if TYPE_CHECKING:
    from incluinfo_desk.domain.learning import Evidence
    from incluinfo_desk.domain.suggestion.features import Ids
    from incluinfo_desk.domain.suggestion.index import Snapshot
    from incluinfo_desk.domain.suggestion.ranking import Scored, Weigher
    from incluinfo_desk.domain.suggestion.recollection import Recollection

__all__ = ["Glossary", "Ranking", "RejectEntry", "Suggestion", "SuggestionIndex"]

OFFER_FROM = 0.90
"""Confidence from which the first suggestion is offered for one click. By cross-validation
(``tests/benchmarks/evaluate_suggestions.py --fit``) it kept 98 % of the offers right over the
development posts, the stories and the wordings of another author, and offered nothing on any
reject example left out of the index; 97 % is what we promise."""
TOPIC_FROM = 0.15
"""Confidence from which the first suggestion's topic is proposed as the post's."""
MOST_PARTS = 4
"""Questions of one post that are ranked on their own."""
_REJECT = "reject:"


@dataclass(frozen=True, slots=True)
class Suggestion:
    faq_id: str
    confidence: float
    """Probability, 0..1, that this entry answers the post."""
    matched: tuple[str, ...]
    """Words of the post that the entry knows, the most telling first, at most five."""
    variant: int | None
    """Which of the entry's variants is nearest, counted from 1; None: its question."""
    part: str | None
    """The part of the post it answers, when the post asks several things."""


@dataclass(frozen=True, slots=True)
class Ranking:
    suggestions: tuple[Suggestion, ...]
    """At most ten, best first."""
    offer: bool
    """Whether the first is sure enough for one click, were it verified and current."""
    topic: str | None
    language: str
    """es, ca, gl, eu, en or ``und``."""
    is_question: bool
    redirect: str | None
    """Id of the reject entry when the matter is another body's and there is a reply."""


class SuggestionIndex:
    """Ranks FAQ entries for a post.

    Safe for reading on many threads while one edits: an edit builds a new immutable state
    and swaps it in with one assignment; a reader takes the state once at its start and
    never sees half an edit. Writers take turns by a lock that readers never touch.

    Edits live in an overlay that costs about 30 µs each per suggestion; :meth:`compact`
    folds them into the base and is for a background thread (:attr:`edits` says when).
    """

    COMPACT_AFTER = 64
    """Edits after which :meth:`compact` is due."""

    def __init__(
        self,
        entries: Iterable[FaqEntry],
        glossary: Glossary | None = None,
        rejects: Iterable[RejectEntry] = (),
        kept: IO[bytes] | None = None,
    ) -> None:
        """Read the entries; those that ``kept`` (see :meth:`write`) holds unchanged are not."""
        from incluinfo_desk.domain.suggestion import packed
        from incluinfo_desk.domain.suggestion.ranking import Weigher

        self._glossary = glossary
        self._rejects = {_REJECT + r.id: r for r in rejects}
        self._lock = threading.Lock()
        self._key = f"{__version__} {glossary.digest() if glossary else ''}"
        texts = [_texts(entry) for entry in entries]
        texts += [(i, None, r.examples, ()) for i, r in self._rejects.items()]
        old = packed.read(kept, self._key) if kept is not None else None
        snapshot = self._read(texts) if old is None else self._brought_up(old, texts)
        self._learnt: Recollection | None = None
        self.as_kept = snapshot is old
        """Whether ``kept`` held all of it already."""
        self._state: Weigher = Weigher(snapshot)

    def _read(self, texts: Sequence[_Texts], old: Snapshot | None = None) -> Snapshot:
        """Invert these entries, taking from ``old`` what it holds."""
        from incluinfo_desk.domain.suggestion.features import Repair, Vocabulary, document, mark_of
        from incluinfo_desk.domain.suggestion.index import build

        vocabulary = Vocabulary(self._glossary.vocabulary() if self._glossary else ())
        held: dict[bytes, int] = {}
        if old is not None:
            surfaces, keys = old.repair.known()
            vocabulary.surfaces |= surfaces
            vocabulary.keys |= keys
            held = {mark: number for number, mark in enumerate(old.documents.marks)}
        documents = []
        for each in texts:
            number = held.get(mark_of(*each)) if old is not None else None
            if old is not None and number is not None:
                documents.append(old.documents[number])
            else:
                documents.append(document(*each, self._glossary, vocabulary))
        return build(documents, Repair(vocabulary))

    def _brought_up(self, old: Snapshot, texts: Sequence[_Texts]) -> Snapshot:
        """``old`` with what changed since; itself when nothing did."""
        from incluinfo_desk.domain.suggestion.features import Vocabulary, document, mark_of

        if self._glossary is not None:
            self._glossary.vocabulary()
        word_key("pension")  # the stemmer too is loaded now, not by the first post or edit
        held = dict(zip(old.documents.ids, old.documents.marks, strict=True))
        changed = [each for each in texts if held.get(each[0]) != mark_of(*each)]
        gone = held.keys() - {each[0] for each in texts}
        if len(changed) + len(gone) > self.COMPACT_AFTER:
            return self._read(texts, old)
        snapshot = old
        for each in changed:
            vocabulary = Vocabulary()
            snapshot = snapshot.with_document(
                document(*each, self._glossary, vocabulary), vocabulary
            )
        for doc_id in gone:
            snapshot = snapshot.without(doc_id)
        return snapshot

    def write(self, out: IO[bytes]) -> None:
        """Write all of it, edits folded in, for the next start's ``kept``. Blocking."""
        from incluinfo_desk.domain.suggestion import packed

        if self.edits:
            self.compact()
        snapshot = self._state.snapshot
        if not snapshot.fresh and not snapshot.gone:  # else an edit came in between
            packed.write(snapshot, self._key, out)

    def __len__(self) -> int:
        """Entries of the FAQ, reject entries not counted."""
        return self._state.snapshot.size - len(self._rejects)

    @property
    def edits(self) -> int:
        """Edits since the index was built or compacted."""
        snapshot = self._state.snapshot
        return len(snapshot.fresh) + len(snapshot.gone)

    @property
    def version(self) -> tuple[object, object]:
        """What a ranking depends on: another one after every edit and everything learnt."""
        return self._state, self._learnt

    def replace(self, entry: FaqEntry) -> None:
        """Add an entry, or put it in the place of the one with its id."""
        self._put(*_texts(entry))

    def remove(self, faq_id: str) -> None:
        """Forget an entry; an unknown id changes nothing."""
        from incluinfo_desk.domain.suggestion.ranking import Weigher

        with self._lock:
            snapshot = self._state.snapshot.without(faq_id)
            if snapshot is not self._state.snapshot:
                self._state = Weigher(snapshot)

    def replace_reject(self, reject: RejectEntry) -> None:
        """Add what is not ours, or put it in the place of the one with its id; off, forget it."""
        key = _REJECT + reject.id
        if reject.off:
            self.remove(key)
            with self._lock:
                self._rejects = {i: each for i, each in self._rejects.items() if i != key}
            return
        # Known before it can be found.
        with self._lock:
            self._rejects = {**self._rejects, key: reject}
        self._put(key, None, reject.examples, ())

    def _put(
        self, key: str, topic: str | None, texts: Sequence[str], keywords: Sequence[str]
    ) -> None:
        from incluinfo_desk.domain.suggestion.features import Vocabulary, document
        from incluinfo_desk.domain.suggestion.ranking import Weigher

        vocabulary = Vocabulary()
        doc = document(key, topic, texts, keywords, self._glossary, vocabulary)
        with self._lock:
            self._state = Weigher(self._state.snapshot.with_document(doc, vocabulary))

    def remember(self, newest_first: Iterable[Evidence]) -> None:
        """Take what the desk learnt, in the place of all it had; nothing forgets it."""
        from incluinfo_desk.domain.suggestion.recollection import Recollection

        learnt = Recollection(newest_first)
        self._learnt = learnt if len(learnt) else None

    def compact(self) -> None:
        """Fold the edits into the base. Writers wait, readers do not."""
        from incluinfo_desk.domain.suggestion.index import build
        from incluinfo_desk.domain.suggestion.ranking import Weigher

        with self._lock:
            old = self._state.snapshot
            self._state = Weigher(build(old.live(), old.repair))

    def suggest(self, text: str, limit: int = 10) -> Ranking:
        """Rank the answers for a post; any text is fine, even empty or hostile."""
        state, memory = self._state, self._learnt
        language = detect(text)
        asks = is_question(text)
        limit = max(0, min(limit, 10))
        whole = self._ranked(state, memory, text, asks=asks)
        if whole is None:
            return Ranking((), False, None, language, asks, None)
        found = whole.suggestions
        pieces = parts(text)
        if 1 < len(pieces) <= MOST_PARTS:
            found = self._by_parts(state, memory, whole, pieces)
        found = found[:limit]
        sure = found[0].confidence if found else 0.0
        redirect = whole.redirect
        return Ranking(
            suggestions=found,
            offer=bool(found) and sure >= OFFER_FROM and whole.ours and redirect is None,
            topic=whole.topic if sure >= TOPIC_FROM else None,
            language=language,
            is_question=asks,
            redirect=redirect,
        )

    def _ranked(
        self,
        state: Weigher,
        memory: Recollection | None,
        text: str,
        *,
        asks: bool,
        within: Ids | None = None,
    ) -> _Ranked | None:
        """All that fits a post; for a part of one, only the first of ``within``."""
        from incluinfo_desk.domain.suggestion.explain import Telling
        from incluinfo_desk.domain.suggestion.features import word_grams, words_of
        from incluinfo_desk.domain.suggestion.ranking import (
            confidence,
            confidence_inputs,
            query_of,
            rest_confidence,
        )
        from incluinfo_desk.domain.suggestion.recollection import meaningful

        snapshot: Snapshot = state.snapshot
        normal = normalise(text)
        if not normal:
            return None
        words = words_of(normal, self._glossary, snapshot.repair)
        learnt = None
        if memory is not None:
            learnt = memory.of(word_grams(meaningful(normal)), state.gram_weights())
        scored = state.rank(query_of(snapshot, words), within, learnt)
        if scored is None:
            return None
        ours = [i for i, d in enumerate(scored.documents) if d.topic is not None]
        ours = ours[: 10 if within is None else 1]
        if not ours:
            return _Ranked((), None, False, self._redirect(scored, 0.0), scored.numbers)
        first = confidence(confidence_inputs(scored, asks=asks))
        telling = Telling(snapshot, words)
        found = []
        for place, i in enumerate(ours):
            doc = scored.documents[i]
            sure = first if place == 0 else rest_confidence(scored, ours[0], i, first)
            variant = scored.variants[i]
            found.append(
                Suggestion(
                    doc.id,
                    sure,
                    telling.matched(doc, closely=place < 3),
                    variant or None,
                    None,
                )
            )
        return _Ranked(
            tuple(found),
            scored.documents[ours[0]].topic,
            ours[0] == 0,
            self._redirect(scored, first) if ours[0] != 0 else None,
            scored.numbers,
        )

    def _redirect(self, scored: Scored, ours: float) -> str | None:
        """The redirect that stands first, unless our own answer is sure."""
        from incluinfo_desk.domain.suggestion.ranking import BEST_COSINE

        reject = self._rejects.get(scored.documents[0].id)
        if reject is None or reject.reply is None or ours >= OFFER_FROM:
            return None
        share = float(scored.features[0][BEST_COSINE])
        return reject.id if share >= REDIRECT_COSINE else None

    def _by_parts(
        self, state: Weigher, memory: Recollection | None, whole: _Ranked, pieces: list[str]
    ) -> tuple[Suggestion, ...]:
        """One answer for each question, then what fits the whole."""
        best: dict[str, Suggestion] = {}
        for piece in pieces:
            ranked = self._ranked(
                state, memory, piece, asks=is_question(piece), within=whole.numbers
            )
            if ranked is None or not ranked.suggestions or not ranked.ours:
                continue
            top = ranked.suggestions[0]
            if top.confidence < PART_FROM:
                continue
            held = best.get(top.faq_id)
            if held is None or top.confidence > held.confidence:
                best[top.faq_id] = Suggestion(
                    top.faq_id, top.confidence, top.matched, top.variant, piece
                )
        if not best:
            return whole.suggestions
        merged: list[Suggestion] = []
        by_id = {s.faq_id: s for s in whole.suggestions}
        for s in whole.suggestions[:1]:
            own = best.pop(s.faq_id, None)
            if own is None:
                merged.append(s)
            else:
                merged.append(
                    Suggestion(
                        s.faq_id, max(s.confidence, own.confidence), s.matched, s.variant,
                        own.part,
                    )
                )  # fmt: skip
        merged += sorted(best.values(), key=lambda s: -s.confidence)
        seen = {s.faq_id for s in merged}
        merged += [s for s in by_id.values() if s.faq_id not in seen]
        return tuple(merged)


PART_FROM = 0.4
"""Confidence from which a part of a post counts as a question of its own."""
REDIRECT_COSINE = 0.18
"""Least likeness to an example of a redirect; below it the post is simply unknown."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    suggestions: tuple[Suggestion, ...]
    topic: str | None
    ours: bool
    """Whether an entry of ours stands before every reject entry."""
    redirect: str | None
    numbers: Ids
    """The candidates; those of a part of the post are among them."""


_Texts = tuple[str, str | None, Sequence[str], Sequence[str]]
"""(id, topic, texts, keywords) of an entry; a reject entry has no topic."""


def _texts(entry: FaqEntry) -> _Texts:
    return entry.id, entry.topic, (entry.question, *entry.variants), entry.keywords
