"""Hoaxes about what the Ministry manages: what is claimed, how often it came, what is true.

Advice follows the UK government's RESIST 2 toolkit: not all is answered, for an answer also
spreads what it denies; what is answered is answered with the fact first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from incluinfo_desk.domain.plain_text import is_official
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import Flaw, Problem, RebuttalFlawed
from incluinfo_desk.domain.reply import quick_reply

WORDINGS_KEPT = 12
"""Ways of saying it that the register keeps beside the claim: more teach it nothing."""
_NEW_WAVE = timedelta(days=14)
"""Quiet days after which a hoax that is seen again has come back."""


class Scope(StrEnum):
    """Whose matter a hoax is (INC-29)."""

    OURS = "ours"
    OTHER_BODY = "other_body"
    """Forwarded to who is competent, never rebutted by us."""
    UNVERIFIABLE = "unverifiable"
    """Opinion, or nothing official says either: there is nothing to hold it against."""


class Verdict(StrEnum):
    FALSE = "false"
    MISLEADING = "misleading"
    """Something true, told so that it misleads."""
    OUTDATED = "outdated"
    """It was true once."""


class Harm(StrEnum):
    """What happens to somebody who believes it."""

    LOW = "low"
    MEDIUM = "medium"
    """They are frightened, or do without something that is theirs."""
    HIGH = "high"
    """They lose money or give away their data."""


class HoaxState(StrEnum):
    DRAFT = "draft"
    PREPARED = "prepared"
    """Its rebuttal is written and may be published."""
    REBUTTED = "rebutted"
    """Our rebuttal is public."""
    ARCHIVED = "archived"
    """Nobody tells it any more; it is still recognised when it comes back."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something official that the rebuttal rests on."""

    title: str
    url: str
    date: date | None = None
    """Its own date, or the day it was looked at."""

    @property
    def official(self) -> bool:
        return is_official(self.url)


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """What we say, in this order and never another: the fact leads."""

    fact: str = ""
    why_false: str = ""
    source: str = ""
    """How the source is named in the text; its address comes from the first official one."""
    where_to_check: str = ""

    @property
    def complete(self) -> bool:
        return all(part.strip() for part in (self.fact, self.why_false, self.where_to_check))


@dataclass(frozen=True, slots=True)
class Sighting:
    """How many posts told or asked about it on one day. Of nobody in particular (RUL-8)."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Said:
    """One public word of ours on a hoax; frozen once queued."""

    id: str
    text: str
    at: datetime
    author: str
    approved_by: str = ""
    outgoing_id: str | None = None
    first_id: str | None = None
    """The outgoing post that opened it, when it has several parts."""
    post_id: PostId | None = None
    """Of its first part, once it is public: what we link to."""


@dataclass(frozen=True, slots=True)
class Hoax:
    id: str
    claim: str
    """In neutral words of ours."""
    first_seen: date
    wordings: tuple[str, ...] = ()
    """As citizens wrote it: masked, without names."""
    scope: Scope = Scope.OURS
    body: str = ""
    """Who is competent, when it is not us."""
    redirect: str = ""
    """What we tell who asks about another body's hoax."""
    verdict: Verdict = Verdict.FALSE
    harm: Harm = Harm.MEDIUM
    sources: tuple[Source, ...] = ()
    evidence: tuple[str, ...] = ()
    """Where it was seen: addresses of publications, never of a citizen's post."""
    rebuttal: Rebuttal = Rebuttal()
    note: str = ""
    """For officers: what has still to be looked up."""
    state: HoaxState = HoaxState.DRAFT
    revision: int = 0
    updated_at: datetime | None = None
    seen: tuple[Sighting, ...] = ()
    """The oldest first."""
    said: tuple[Said, ...] = ()
    askers: int = 0
    """Conversations in which somebody waits for us to say something about it."""

    @property
    def total(self) -> int:
        return sum(each.count for each in self.seen)

    @property
    def last_seen(self) -> date:
        return max((each.day for each in self.seen), default=self.first_seen)

    @property
    def public_post(self) -> PostId | None:
        """The newest of our public words on it, which an answer links to."""
        return next((each.post_id for each in reversed(self.said) if each.post_id), None)

    def waves(self) -> tuple[Wave, ...]:
        """The times it came, the oldest first; a fortnight of silence ends one."""
        waves: list[Wave] = []
        for each in sorted(self.seen, key=lambda sighting: sighting.day):
            if waves and each.day - waves[-1].until <= _NEW_WAVE:
                last = waves[-1]
                waves[-1] = replace(last, until=each.day, count=last.count + each.count)
            else:
                waves.append(Wave(each.day, each.day, each.count))
        return tuple(waves)

    def earlier_waves(self, today: date) -> tuple[Wave, ...]:
        """Those that were over before the present one."""
        return tuple(wave for wave in self.waves() if today - wave.until > _NEW_WAVE)

    def before(self, today: date) -> Wave | None:
        """All that was seen before the present wave, as one; None when it is new.

        ``until`` is when it was last seen then.
        """
        earlier = self.earlier_waves(today)
        if not earlier:
            return None
        return Wave(earlier[0].since, earlier[-1].until, sum(wave.count for wave in earlier))


@dataclass(frozen=True, slots=True)
class Wave:
    since: date
    until: date
    count: int


# --- what to do about it ---------------------------------------------------------------------


class Step(StrEnum):
    """The ladder."""

    IGNORE = "ignore"
    """An answer would carry it further than it goes by itself. Go on counting."""
    PREPARE = "prepare"
    REBUT = "rebut"
    FORWARD = "forward"
    """Another body's: tell them, and tell who asks where to look."""


class Why(StrEnum):
    NOT_OURS = "not_ours"
    UNVERIFIABLE = "unverifiable"
    MANY_ASK = "many_ask"
    SOME_ASK = "some_ask"
    FEW_ASK = "few_ask"
    FAST = "fast"
    HARMS = "harms"
    RETURNS = "returns"


@dataclass(frozen=True, slots=True)
class Reason:
    why: Why
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reach:
    """How far it has come, as far as we can see."""

    askers: int = 0
    """Different people in the last 24 hours."""
    last_hour: int = 0
    """Posts in the last hour."""
    waves_before: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    step: Step
    reasons: tuple[Reason, ...]


MANY, SOME, FAST = 10, 3, 5
"""Askers a day that call for a rebuttal, for a text at hand; posts an hour that are fast.
Of our own judgement, for a channel of fifty questions a day: no toolkit names figures."""


def advise(scope: Scope, harm: Harm, reach: Reach) -> Advice:
    """The step of the ladder, with every reason for it; the officer decides."""
    if scope is Scope.OTHER_BODY:
        return Advice(Step.FORWARD, (Reason(Why.NOT_OURS),))
    reasons = []
    if reach.askers >= MANY:
        reasons.append(Reason(Why.MANY_ASK, reach.askers))
    elif reach.askers >= SOME:
        reasons.append(Reason(Why.SOME_ASK, reach.askers))
    else:
        reasons.append(Reason(Why.FEW_ASK, reach.askers))
    if reach.last_hour >= FAST:
        reasons.append(Reason(Why.FAST, reach.last_hour))
    if harm is Harm.HIGH:
        reasons.append(Reason(Why.HARMS))
    if reach.waves_before:
        reasons.append(Reason(Why.RETURNS, reach.waves_before))
    heard = reach.askers >= SOME
    wide = reach.askers >= MANY or reach.last_hour >= FAST
    if scope is Scope.UNVERIFIABLE:
        reasons.insert(0, Reason(Why.UNVERIFIABLE))
        return Advice(Step.PREPARE if wide else Step.IGNORE, tuple(reasons))
    if wide or (heard and (harm is Harm.HIGH or reach.waves_before)):
        return Advice(Step.REBUT, tuple(reasons))
    if heard or harm is Harm.HIGH or reach.waves_before:
        return Advice(Step.PREPARE, tuple(reasons))
    return Advice(Step.IGNORE, tuple(reasons))


# --- the rebuttal ----------------------------------------------------------------------------


def answer(hoax: Hoax, name: str, handle: str = "incluinfo") -> str:
    """What to tell somebody who asks, greeting them by name where it fits: the fact of our
    public words, as they were approved, and where they stand. "" while nothing is public;
    for another body's hoax, where to ask.
    """
    if hoax.scope is Scope.OTHER_BODY:
        return quick_reply(hoax.redirect, name) if hoax.redirect.strip() else ""
    public = next((said for said in reversed(hoax.said) if said.post_id), None)
    if public is None:
        return ""
    fact = public.text.split("\n\n", 1)[0]
    link = f"https://x.com/{handle}/status/{public.post_id}"
    return quick_reply(f"{fact}\n\nLo explicamos aquí: {link}", name)


def official_source(hoax: Hoax) -> Source | None:
    return next((source for source in hoax.sources if source.official), None)


def compose(hoax: Hoax) -> str:
    """The public text: fact, why it is false, source, where to check."""
    words, source = hoax.rebuttal, official_source(hoax)
    named = words.source.strip() or (source.title.strip() if source is not None else "")
    link = source.url if source is not None else ""
    lines = [words.fact.strip(), words.why_false.strip()]
    if named or link:
        lines.append("Fuente: " + " ".join(part for part in (named, link) if part))
    if words.where_to_check.strip():
        lines.append("Dónde comprobarlo: " + words.where_to_check.strip())
    return "\n\n".join(line for line in lines if line)


def flaws(hoax: Hoax) -> list[Problem]:
    """Why its rebuttal may not be published as it stands; empty when it may.

    What any public text must hold to (length, slots, personal data) is checked beside it.
    """
    found: list[Flaw] = []
    if hoax.scope is Scope.OTHER_BODY:
        found.append(Flaw.OTHER_BODY)
    elif hoax.scope is Scope.UNVERIFIABLE:
        found.append(Flaw.UNVERIFIABLE)
    if not hoax.claim.strip():
        found.append(Flaw.NO_CLAIM)
    if official_source(hoax) is None:
        found.append(Flaw.NO_SOURCE)
    if not hoax.rebuttal.complete:
        found.append(Flaw.INCOMPLETE)
    found += lint(hoax)
    return [RebuttalFlawed(flaw) for flaw in found]


_POST_LINK = re.compile(
    r"(?:twitter\.com|(?<![\w.])x\.com)/(?!incluinfo/|inclusiongob/|info_tgss/)\w+/status", re.I
)
_WORD = re.compile(r"\w+")
_DENIES = re.compile(
    r"\b(?:no|nunca|ning[uú]n\w*|nadie|falso|falsa|bulo|mentira|sin|tampoco|desmentimos)\b", re.I
)
_RUN = 7
"""Words in a row that are a quotation and no coincidence."""
_ECHO = 0.75
"""Share of the claim's words in one sentence that repeats it."""


def lint(hoax: Hoax) -> list[Flaw]:
    """Whether the text quotes the hoax, or leads with it instead of the fact."""
    found = []
    text = compose(hoax)
    said = _words(text)
    quoted = any(_shares_run(said, _words(wording)) for wording in hoax.wordings)
    if quoted or _POST_LINK.search(text):
        found.append(Flaw.QUOTES)
    head = re.split(r"(?<=[.!?])\s|\n", hoax.rebuttal.fact.strip(), maxsplit=1)[0]
    claim = {word for word in _words(hoax.claim) if len(word) > 3}
    echoed = claim & set(_words(head))
    affirmed = _DENIES.search(head) is None
    if claim and len(echoed) / len(claim) >= (_ECHO if affirmed else 0.95):
        found.append(Flaw.REPEATS)
    elif re.match(r"\W*(?:¿|es (?:un )?(?:bulo|falso)\b|bulo\b|falso\b|desmentimos\b)", head, re.I):
        found.append(Flaw.NOT_FACT_FIRST)
    return found


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _shares_run(said: Sequence[str], wording: Sequence[str]) -> bool:
    runs = {tuple(wording[i : i + _RUN]) for i in range(len(wording) - _RUN + 1)}
    return any(tuple(said[i : i + _RUN]) in runs for i in range(len(said) - _RUN + 1))


def neutral(wording: str) -> str:
    """A citizen's masked words as the register keeps them: no @names, no links, one line."""
    text = re.sub(r"https?://\S+|(?<!\w)@\w+", " ", wording)
    return " ".join(text.split())[:280]


def with_wording(hoax: Hoax, wording: str) -> Hoax:
    """Remember one more way of saying it."""
    said = neutral(wording)
    known = {each.casefold() for each in hoax.wordings}
    if not said or said.casefold() in known or len(hoax.wordings) >= WORDINGS_KEPT:
        return hoax
    return replace(hoax, wordings=(*hoax.wordings, said))


def state_after(hoax: Hoax) -> HoaxState:
    """Where an edited hoax stands: prepared as soon as nothing hinders its rebuttal."""
    if hoax.state in (HoaxState.REBUTTED, HoaxState.ARCHIVED):
        return hoax.state
    return HoaxState.DRAFT if flaws(hoax) else HoaxState.PREPARED


def in_order(hoaxes: Iterable[Hoax]) -> list[Hoax]:
    """As officers need them: those people ask about, then the last seen; archived ones last."""
    return sorted(
        hoaxes,
        key=lambda h: (h.state is HoaxState.ARCHIVED, -h.askers, -h.last_seen.toordinal(), h.claim),
    )
