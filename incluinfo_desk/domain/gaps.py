"""What the FAQ lacks: questions without a good answer put together, and what is covered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.faq_life import Standing
from incluinfo_desk.domain.suggestion.normalise import normalise

ALIKE = 0.5
"""Share of the smaller question's telling words that the other must hold as well."""
_OF_LONGER = 0.25
"""And of the longer one's: a story that touches on everything is not each short question."""
_ROOT = 5
"""Letters of a word that count: "denegado", "denegada" and "denegaron" ask the same."""
_SMALL = frozenset(
    [
        "a", "al", "algo", "alguien", "ante", "aqui", "asi", "aun", "bien", "buenas", "buenos",
        "como", "con", "cual", "cuando", "cuanto", "de", "del", "desde", "dias", "donde", "el",
        "ella", "ellos", "en", "entonces", "era", "eres", "es", "esa", "ese", "eso", "esta",
        "este", "esto", "estoy", "favor", "gracias", "ha", "hace", "hacer", "hago", "han",
        "hasta", "hay", "he", "hola", "incluinfo", "la", "las", "le", "les", "lo", "los", "mas",
        "me", "mi", "mis", "muy", "nada", "ni", "no", "nos", "o", "os", "otra", "otro", "para",
        "pero", "poco", "podeis", "podria", "por", "porque", "pues", "puede", "puedo", "que",
        "quien", "quiero", "saber", "se", "ser", "si", "sin", "sobre", "solo", "son", "soy", "su",
        "sus", "tal", "tambien", "tan", "tanto", "tardes", "te", "tengo", "tiene", "todo", "tu",
        "un", "una", "uno", "usted", "va", "voy", "y", "ya", "yo",
    ],
)  # fmt: skip
"""Words that tell nothing of what is asked, without accents."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A citizen's question as it is stored: without personal data."""

    conversation: ConversationId
    text: str
    topic: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """The same question asked by several, with nothing good to answer."""

    example: Asked
    """The one that says most of what the others say."""
    count: int
    topic: str | None
    last_at: datetime


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """One line of the coverage matrix."""

    topic: str
    standings: Mapping[Standing, int]
    asked: int = 0
    """Questions of the period."""
    covered: int = 0
    """Those of them with a verified answer: offered by the desk, or sent from the FAQ."""

    @property
    def lacks(self) -> bool:
        """Nothing verified and in date stands for this topic (INC-38)."""
        return not self.standings.get(Standing.VERIFIED, 0)


def grouped(questions: Sequence[Asked]) -> tuple[Gap, ...]:
    """Questions that ask the same, the most asked first, then the youngest.

    One pass: a question joins the group that shares most of its telling words, when it shares
    enough; else it begins its own. Words that half of all questions hold tell nothing.
    """
    told = [_telling(each.text) for each in questions]
    often = Counter(word for words in told for word in words)
    common = {w for w, n in often.items() if len(questions) >= 8 and n * 2 > len(questions)}
    groups: list[list[int]] = []
    words_of: list[Counter[str]] = []
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for place, every in enumerate(told):
        words = every - common or every
        best = _nearest(words, words_of, groups, holding)
        if best is None:
            best = len(groups)
            groups.append([])
            words_of.append(Counter())
        groups[best].append(place)
        words_of[best].update(words)
        for word in words:
            holding[word].add(best)
    gaps = [
        _gap([questions[p] for p in places], [told[p] for p in places], words)
        for places, words in zip(groups, words_of, strict=True)
    ]
    return tuple(sorted(gaps, key=lambda g: (-g.count, -g.last_at.timestamp())))


def _nearest(
    words: frozenset[str],
    words_of: Sequence[Counter[str]],
    groups: Sequence[Sequence[int]],
    holding: Mapping[str, set[int]],
) -> int | None:
    shared: Counter[int] = Counter(g for word in words for g in holding.get(word, ()))
    best, best_share = None, 0.0
    for group, _ in shared.most_common(20):
        size = len(groups[group])
        # Words at least a third of the group says: one long story must not take in all.
        core = {w for w, n in words_of[group].items() if n * 3 >= size}
        both = len(words & core)
        least, most = sorted((len(words), len(core)))
        share = both / least if least else 0.0
        enough = both >= min(2, least) and share >= ALIKE and both >= most * _OF_LONGER
        if enough and share > best_share:
            best, best_share = group, share
    return best


def _gap(asked: Sequence[Asked], told: Sequence[frozenset[str]], words: Counter[str]) -> Gap:
    weight = [sum(words[w] for w in each) / (len(each) + 2) for each in told]
    example = asked[max(range(len(asked)), key=lambda n: (weight[n], -n))]
    topics = Counter(each.topic for each in asked if each.topic)
    return Gap(
        example=example,
        count=len(asked),
        topic=topics.most_common(1)[0][0] if topics else None,
        last_at=max(each.at for each in asked),
    )


def _telling(text: str) -> frozenset[str]:
    words = (word for word in normalise(text).split() if word not in _SMALL and len(word) > 1)
    return frozenset(word[:_ROOT] for word in words)


def by_home(rows: Iterable[TopicCoverage], home: Callable[[str], str]) -> tuple[TopicCoverage, ...]:
    """The lines of topics that mean the same added up; ``home`` says which do."""
    found: dict[str, TopicCoverage] = {}
    for row in rows:
        key = home(row.topic)
        total = found.get(key, TopicCoverage(key, {}))
        standings = Counter(total.standings) + Counter(row.standings)
        found[key] = TopicCoverage(
            key, dict(standings), total.asked + row.asked, total.covered + row.covered
        )
    return tuple(found.values())


def share(rows: Iterable[TopicCoverage]) -> tuple[int, int]:
    """Covered and asked over all topics (INC-22)."""
    lines = tuple(rows)
    return sum(each.covered for each in lines), sum(each.asked for each in lines)
