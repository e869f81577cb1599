"""Whether an answer says the same in another language: its figures, dates, links, negations.

A variant that drifts is worse than none, for whoever reads it acts on it (M11). The rules
take the facts out of each text by lists of words for each language and compare what they
are and, among facts of one kind, in which order they stand. They know no meaning, so they
can find a changed fact and never that a translation is good.

What they cannot see: a fact said in words that are in no list ("la quincena"); "un mes" left
out, or the word years; a negation that a list carries on ("ni"); two facts of different kinds
exchanged (a telephone for an hour); two slots, or two negations, exchanged between their
clauses; a "desde" for a "hasta"; any word that is no fact.
What they object to without need: two durations told in the other order because the clauses
were exchanged whole, which cannot be told from exchanged figures; a negation that became a
positive word. Such a text is not used and the Spanish one is: that errs on the safe side.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from incluinfo_desk.domain.agreement_words import HABIL, LANGUAGES, LINKS, Words
from incluinfo_desk.domain.blocks import expand
from incluinfo_desk.domain.faq import FaqEntry, Translation


class Drift(StrEnum):
    """What does not agree between two texts."""

    NUMBER = "number"
    """A figure, an amount, a time, a telephone, or the unit that follows it."""
    DATE = "date"
    """A month or a day of the week."""
    LINK = "link"
    SLOT = "slot"
    NEGATION = "negation"
    ORDER = "order"
    """The same facts, but two of a kind have changed places."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One kind of fact on which a variant and the Spanish text differ.

    A figure is ``6 m``, with its unit d, d+ (working days), w, m, y, h or eur; a date
    ``month 6`` or ``day 1`` (Monday); a negation ``no``.
    """

    kind: Drift
    missing: tuple[str, ...]
    """What the Spanish text says and the variant does not; for ``ORDER`` the Spanish order."""
    extra: tuple[str, ...]
    """What only the variant says; for ``ORDER`` the order in it."""


def disagreements(spanish: str, text: str, language: str) -> tuple[Disagreement, ...]:
    """Where ``text``, in ``language``, does not say what ``spanish`` does; empty: it agrees.

    For a language without rules figures, links and slots are compared.
    """
    one, other = _facts(spanish, "es"), _facts(text, language)
    found: list[Disagreement] = []
    for kind in one.told:
        mine, theirs = one.told[kind], other.told[kind]
        missing, extra = mine - theirs, theirs - mine
        if kind is Drift.NUMBER:
            missing, extra = missing - other.single, extra - one.single
            missing, extra = _without_ages(missing, extra)
        if kind is Drift.DATE and language not in LANGUAGES:
            continue
        if kind is Drift.NEGATION and language not in LANGUAGES:
            continue
        if missing or extra:
            found.append(Disagreement(kind, _listed(missing), _listed(extra)))
    if not found:
        found += _exchanged(one, other, whole=language in _SAME_ORDER)
    return tuple(found)


def drifts(spanish: str, text: str, language: str) -> frozenset[Drift]:
    """The kinds of :func:`disagreements`."""
    return frozenset(each.kind for each in disagreements(spanish, text, language))


def translation_disagreements(
    entry: FaqEntry, translation: Translation
) -> tuple[Disagreement, ...]:
    """:func:`disagreements` of a variant from its entry, and a link to another page.

    Pages in another language differ by a step such as ``/ca/``, and by nothing else.
    """
    said = expand(translation.reply, entry.blocks)
    found = disagreements(entry.spoken, said, translation.language)
    link, own = translation.link, entry.link or ""
    if link is not None and _page(link) != _page(own):
        found = (*found, Disagreement(Drift.LINK, (own,) if own else (), (link,)))
    return found


def translation_drifts(entry: FaqEntry, translation: Translation) -> frozenset[Drift]:
    """The kinds of :func:`translation_disagreements`."""
    return frozenset(each.kind for each in translation_disagreements(entry, translation))


def spoken_in(entry: FaqEntry, language: str) -> FaqEntry:
    """``entry`` as it answers whoever writes in ``language``.

    Its own text stays where there is no variant in it, or one that does not agree.
    """
    variant = entry.translation_in(language) if language != entry.language else None
    if variant is None or not variant.reply.strip() or translation_drifts(entry, variant):
        return entry
    return replace(
        entry, reply=variant.reply, link=variant.link or entry.link, language=variant.language
    )


# --- inside ------------------------------------------------------------------------------------

_SAME_ORDER = frozenset({"ca", "gl"})
"""Languages so near to Spanish that all figures and dates keep one order."""
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_SLOT = re.compile(r"\{[^\W\d]\w*\}")
_DATE = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_PHONE = re.compile(r"\b\d{2,3}(?: \d{2,3}){2,4}(?!\d)")
_AM_PM = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.? ?m\b\.?")
_CLOCK = re.compile(
    r"(?<![\d.,:€])(?<!€ )([1-9]|[01]\d|2[0-3])(?:\.| ?h ?)([0-5]\d)"
    r"(?![\d%€]|[.,:]\d| ?(?:€|%|eur))"
)
"""14.30, 14h30: an hour where no money and no decimal comma stands."""
_EURO_FIRST = re.compile(r"€ ?(\d+(?:[.,]\d+)*)")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|€|[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_SHORT = re.compile(r"n['\u2019]t\b")
_LANGUAGE_STEP = re.compile(r"/(?:es|ca|gl|eu|en|va)(?=/|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DURATIONS = frozenset({"d", HABIL, "w", "m", "y", "h"})


@dataclass(slots=True)
class _Facts:
    told: dict[Drift, Counter[str]] = field(
        default_factory=lambda: {kind: Counter() for kind in Drift if kind is not Drift.ORDER}
    )
    single: Counter[str] = field(default_factory=Counter)
    """Words that may be figures and need not: "un mes" for "1 mes", the Catalan "deu"."""
    order: list[tuple[str, str]] = field(default_factory=list)
    """Class and name of every figure and date, as they stand."""
    links: list[str] = field(default_factory=list)

    def note(self, kind: Drift, group: str, name: str) -> None:
        self.told[kind][name] += 1
        self.order.append((group, name.removesuffix(" y")))  # years may go unsaid


def _exchanged(one: _Facts, other: _Facts, *, whole: bool) -> Iterable[Disagreement]:
    """Facts of one kind in another order; of all kinds together where ``whole``."""
    if one.links != other.links:
        yield Disagreement(Drift.ORDER, tuple(one.links), tuple(other.links))
    here = Counter(name for _, name in one.order)
    there = Counter(name for _, name in other.order)
    both = {name for name in here if here[name] == there[name]}
    for group in [""] if whole else dict.fromkeys(group for group, _ in one.order):
        named = {name for of, name in one.order if whole or of == group} & both
        mine = tuple(name for _, name in one.order if name in named)
        theirs = tuple(name for _, name in other.order if name in named)
        if mine != theirs:
            yield Disagreement(Drift.ORDER, mine, theirs)


def _without_ages(missing: Counter[str], extra: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Years may go unsaid, as in "under 18"; any other unit may not."""
    for name in list(missing | extra):
        bare = name.removesuffix(" y")
        for one, other in ((name, bare), (bare, name)):
            same = min(missing[one], extra[other]) if one != other else 0
            missing, extra = missing - Counter({one: same}), extra - Counter({other: same})
    return missing, extra


def _listed(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts.elements()))


def _page(link: str) -> str:
    return _LANGUAGE_STEP.sub("", link.strip()).rstrip("/")


@lru_cache(maxsize=4096)
def _facts(text: str, language: str) -> _Facts:
    facts = _Facts()
    facts.links = [_page(url.rstrip(".,;:)")) for url in _URL.findall(text)]
    facts.told[Drift.LINK].update(facts.links)
    text = _URL.sub(" ", text.replace("\u00a0", " ").replace("\u202f", " "))
    facts.told[Drift.SLOT].update(_SLOT.findall(text))
    words = LANGUAGES.get(language)
    plain = _plain(_bare(_SLOT.sub(" ", text)), words)
    if words is None:
        found = (_value(token) for token in _TOKEN.findall(plain) if token[0].isdigit())
        facts.told[Drift.NUMBER].update(found)
        return facts
    for sentence in re.split(r"[.;:!?](?!\d)", plain):
        denied = sum(_read(clause, words, facts) for clause in re.split(r"[,()](?!\d)", sentence))
        linked = not LINKS.isdisjoint(_TOKEN.findall(sentence))
        facts.told[Drift.NEGATION]["no"] += denied or linked
    return facts


def _plain(text: str, words: Words | None) -> str:
    """The text with every figure and date spelt in one way."""
    if words is not None:
        for pattern, instead in words.spelt_out:
            text = pattern.sub(instead, text)
        text = words.working_days.sub(f" {words.working_day} ", text)
        text = words.not_negative.sub(" ", text)
        if words.compound is not None:
            text = words.compound.sub(lambda found: str(_sum(found, words)), text)
    text = _NOT_SHORT.sub(" not ", text)
    text = _DATE.sub(lambda found: _spelt_date(found, words), text)
    text = _PHONE.sub(lambda found: found.group().replace(" ", ""), text)
    text = _AM_PM.sub(_twenty_four_hours, text)
    text = _CLOCK.sub(r"\1:\2", text)
    return _EURO_FIRST.sub(r"\1 €", text)


def _read(clause: str, words: Words, facts: _Facts) -> int:
    """Note the facts of a clause; how many negations it holds."""
    tokens = _TOKEN.findall(clause)
    months = [words.month(tokens, place) for place in range(len(tokens))]
    denied = 0
    echoed = 0
    for place, word in enumerate(tokens):
        unit = words.unit_after(tokens, place)
        if value := _value(word) if word[0].isdigit() else words.number(word, unit):
            near = months[max(0, place - 2) : place + 3]
            facts.note(Drift.NUMBER, _group(value, unit, any(near)), f"{value} {unit}".strip())
        elif words.is_single(tokens, place):
            facts.single[f"1 {words.unit(word) or unit}"] += 1
        elif word in words.only_before_units:
            facts.single[str(words.numbers[word])] += 1
        if word == words.working_day and not (place and words.counted(tokens[place - 1])):
            facts.told[Drift.NUMBER][HABIL] += 1
        denied += word in words.negations
        echoed += word in words.echoes
        if months[place]:
            facts.note(Drift.DATE, "month", f"month {months[place]}")
        elif day := words.weekday(word):
            facts.note(Drift.DATE, "weekday", f"day {day}")
    # "No ... nunca" is one negation in Spanish and "never" is one in English.
    return denied or min(echoed, 1)


def _group(value: str, unit: str, dated: bool) -> str:
    """What a figure may be taken for: only such are looked at for having changed places."""
    if unit:
        return "duration" if unit in _DURATIONS else unit
    if _YEAR.fullmatch(value):
        return "year"
    if dated:
        return "day of a month"
    return "long" if len(value) > 2 and ":" not in value else "short"


def _spelt_date(found: re.Match[str], words: Words | None) -> str:
    day, month, year = int(found.group(1)), int(found.group(2)), found.group(3)
    if words is None or not 1 <= month <= 12:
        return f"{day} {year}"
    return f"{day} {words.months[month - 1]} {year}"


def _sum(found: re.Match[str], words: Words) -> int:
    return words.numbers[found.group(1)] + words.numbers[found.group(2)]


def _value(digits: str) -> str:
    """One spelling for 1.234,50 and 1,234.5; of 9:00 and 9; telephones keep their zero."""
    if ":" in digits:
        return digits.removesuffix(":00").lstrip("0") or "0"
    parts = re.split(r"[.,]", digits)
    if len(parts) == 1:
        return digits
    if len(parts[-1]) == 3:
        return "".join(parts)
    fraction = parts[-1].rstrip("0")
    return "".join(parts[:-1]) + (f".{fraction}" if fraction else "")


def _twenty_four_hours(found: re.Match[str]) -> str:
    hour = int(found.group(1)) % 12 + (12 if found.group(3) == "p" else 0)
    return f"{hour}:{found.group(2) or '00'} "


def _bare(text: str) -> str:
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))
