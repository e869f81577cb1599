"""The local FAQ: what the Ministry answers, who stands behind it, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from incluinfo_desk.domain.blocks import expand

LINK_SLOT = "{enlace}"


class FaqState(StrEnum):
    DRAFT = "draft"
    VERIFIED = "verified"
    UNDER_REVIEW = "under_review"
    ANTICIPATED = "anticipated"
    RETIRED = "retired"


class NotOfferable(StrEnum):
    """Why an entry may not be offered for one click."""

    NOT_VERIFIED = "not_verified"
    NO_SOURCE = "no_source"
    UNDER_REVIEW = "under_review"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    RETIRED = "retired"
    LINK_DEAD = "link_dead"
    """Its address no longer answers (the link checker says so)."""
    PERSONAL = "personal"
    """One officer's own text, which nobody else answers for."""
    REJECT = "reject"
    """An entry that exists to recognise what is not a question for us."""


class Layer(StrEnum):
    """Whose an entry is: personal texts are seen and edited by their owner alone."""

    TEAM = "team"
    PERSONAL = "personal"


EASY_READ = "es-facil"
"""Language code of the easy-read variant of a Spanish answer (CTC-05)."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The answer in another language, or easy to read; the entry's own is Spanish."""

    language: str
    """``ca``, ``gl``, ``eu``, ``en`` or :data:`EASY_READ`."""
    reply: str
    """Public text with the slots of the entry's reply."""
    link: str | None = None
    """None: the entry's own link."""


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """One answer with every way citizens ask for it.

    Field meanings follow ``resources/faq/starter_faq.json``.
    """

    id: str
    topic: str
    question: str
    reply: str
    """Public text, up to 240 characters before ``{enlace}``."""
    variants: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    link: str | None = None
    body: str = ""
    """Competent body: INSS, TGSS, ISM, IMSERSO, ..."""
    legal_basis: str | None = None
    source: str | None = None
    confidence: str = "unverified"
    """``sourced`` when the fact stands in the official source, else ``unverified``."""
    needs_private_channel: bool = False
    review_by: date | None = None
    """Last day on which the answer may be offered without a new review."""
    valid_from: date | None = None
    """First day of an anticipated answer (INC-21)."""
    language: str = "es"
    state: FaqState = FaqState.DRAFT
    verified_by: str | None = None
    verified_at: datetime | None = None
    revision: int = 1
    updated_at: datetime | None = field(default=None, compare=False)
    norms: tuple[str, ...] = ()
    """BOE ids of the norms it rests on, such as ``BOE-A-2021-21007``; a change of one puts
    the entry under review (INC-36)."""
    no_norm: bool = False
    """Somebody says that it rests on no norm; without norms and this nobody has looked (INC-42)."""
    procedure: str = ""
    """Id of the procedure it is about (:mod:`~.procedure`); empty for none (INC-39)."""
    translations: tuple[Translation, ...] = ()
    layer: Layer = Layer.TEAM
    owner: str = ""
    """Initials of the officer whose personal entry it is."""
    review_reason: str = ""
    """Why it is under review: ``norm:<BOE id>``, or an officer's words."""
    link_dead_since: date | None = None
    """Since when its link does not answer; this desk's finding, never in a file."""
    blocks: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The desk's shared texts, which the answer may name (:mod:`~.blocks`); not of the entry."""

    def not_offerable(self, today: date) -> NotOfferable | None:
        """Why this entry is not for one click today; None when it is."""
        if self.state is FaqState.RETIRED:
            return NotOfferable.RETIRED
        if self.layer is Layer.PERSONAL:
            return NotOfferable.PERSONAL
        if self.state is FaqState.UNDER_REVIEW:
            return NotOfferable.UNDER_REVIEW
        if self.state is FaqState.ANTICIPATED:
            if self.valid_from is None or today < self.valid_from:
                return NotOfferable.NOT_YET
        elif self.state is not FaqState.VERIFIED:
            return NotOfferable.NOT_VERIFIED
        if not self.source:
            return NotOfferable.NO_SOURCE
        if self.verified_by is None:
            return NotOfferable.NOT_VERIFIED
        if self.valid_from is not None and today < self.valid_from:
            return NotOfferable.NOT_YET
        if self.review_by is not None and today > self.review_by:
            return NotOfferable.EXPIRED
        if self.link_dead_since is not None:
            return NotOfferable.LINK_DEAD
        return None

    def is_for(self, officer: str) -> bool:
        """Whether whoever signs as ``officer`` sees it: the team's, and one's own."""
        return self.layer is Layer.TEAM or (bool(officer) and self.owner == officer)

    def translation_in(self, language: str) -> Translation | None:
        """The answer in a citizen's language; None when it is its own, or there is none."""
        return next((t for t in self.translations if t.language == language), None)

    def lacks(self, language: str) -> bool:
        """Whether a citizen who writes in ``language`` would be answered in another one."""
        known = language not in {"und", self.language}
        return known and self.translation_in(language) is None

    @property
    def spoken(self) -> str:
        """The reply with what its blocks say."""
        return expand(self.reply, self.blocks)

    def rendered(self) -> str:
        """What is said, with its link in place; other slots stay for the officer to fill."""
        return self.spoken.replace(LINK_SLOT, self.link) if self.link else self.spoken


class FaqRule(StrEnum):
    """What a stored entry must keep; each has its sentence in ``ui/wording.py``."""

    ID = "id"
    QUESTION_EMPTY = "question_empty"
    REPLY_EMPTY = "reply_empty"
    TOPIC_UNKNOWN = "topic_unknown"
    TOPIC_RETIRED = "topic_retired"
    """New, and of a topic that is out of use: what has it keeps it."""
    BODY_EMPTY = "body_empty"
    """A matter of another body that does not say whose."""
    NOTE_EMPTY = "note_empty"
    """What a citizen taught us, with nothing left once nobody is named in it."""
    PERSONAL_LAYER = "personal_layer"
    """Somebody's own entry, where only the team's may be."""
    LINK_NOT_HTTPS = "link_not_https"
    LINK_SLOT_WITHOUT_LINK = "link_slot_without_link"
    TOO_LONG = "too_long"
    SOURCE_MISSING = "source_missing"
    VERIFIER_MISSING = "verifier_missing"
    PERSONAL_DATA = "personal_data"
    NORM_ID = "norm_id"
    """A norm is named by something that is no BOE id."""
    REVIEW_PAST = "review_past"
    """Whoever verifies it says until when: the day that is there is over."""
    START_MISSING = "start_missing"
    """Anticipated, and neither a day nor a norm that would begin it."""
    VARIANT_EMPTY = "variant_empty"
    VARIANT_TOO_LONG = "variant_too_long"
    VARIANT_PERSONAL_DATA = "variant_personal_data"
    VARIANT_LINK = "variant_link"
    VARIANT_DISAGREES = "variant_disagrees"
    """A variant in another language does not tell the same facts (``domain/agreement.py``)."""
    TAKEN = "taken"
    """Its id is that of a personal entry of somebody else."""
    BLOCK_UNKNOWN = "block_unknown"
    """It names a shared block that is not there."""
    MOVE = "move"
    """From its state it cannot go there (``domain/faq_life.py``)."""


def editable_fields() -> Iterable[str]:
    """The fields an officer edits, in the order of the form."""
    return (
        "topic",
        "question",
        "variants",
        "reply",
        "translations",
        "link",
        "body",
        "legal_basis",
        "norms",
        "no_norm",
        "procedure",
        "source",
        "review_by",
        "valid_from",
        "needs_private_channel",
        "keywords",
    )
