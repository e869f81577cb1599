"""The FAQ's files as text: strict where it matters, patient with single bad rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from incluinfo_desk.domain.faq import FaqEntry, Layer, Translation

if TYPE_CHECKING:
    from incluinfo_desk.domain.problems import BadRow


@dataclass(frozen=True, slots=True)
class RejectEntry:
    """What is not a question for us, known by its examples.

    It takes part in the ranking and is never offered; with a reply it is the redirect to
    the competent body (INC-10).
    """

    id: str
    kind: str
    """``redirect``, ``greeting``, ``thanks``, ``insult``, ``spam``, ``politics``, ``joke``."""
    examples: tuple[str, ...]
    reply: str | None = None
    """Public text with ``{enlace}`` where the link stands; None: nothing to say."""
    link: str | None = None
    body: str | None = None
    """Competent body, for people."""
    off: bool = False
    """Officers took it out of use."""

    def rendered(self) -> str | None:
        """The reply with its link in place."""
        if self.reply is None or self.link is None:
            return self.reply
        return self.reply.replace("{enlace}", self.link)


class BadFieldError(ValueError):
    """A field of a row that cannot be used, and the key of the reason."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field
        self.why = why


def _text(row: dict[str, Any], field: str, *, needed: bool = False) -> str | None:
    value = row.get(field)
    if value is None or value == "":
        if needed:
            raise BadFieldError(field, "missing")
        return None
    if not isinstance(value, str):
        raise BadFieldError(field, "type")
    if needed and not value.strip():
        raise BadFieldError(field, "missing")
    return value


def _texts(row: dict[str, Any], field: str) -> tuple[str, ...]:
    value = row.get(field) or []
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise BadFieldError(field, "type")
    return tuple(v for v in value if v.strip())


def _day(row: dict[str, Any], field: str) -> date | None:
    value = _text(row, field)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadFieldError(field, "date") from None


def entry_of(row: object) -> FaqEntry:
    """The entry of one raw row (the starter's format). Raises BadFieldError."""
    if not isinstance(row, dict):
        raise BadFieldError("", "type")
    others = row.get("variants_other") or {}
    if not isinstance(others, dict):
        raise BadFieldError("variants_other", "type")
    variants = _texts(row, "variants")
    for language in others:
        variants += _texts(others, language)
    return FaqEntry(
        id=_text(row, "id", needed=True) or "",
        topic=_text(row, "topic", needed=True) or "",
        question=_text(row, "question", needed=True) or "",
        reply=_text(row, "reply", needed=True) or "",
        variants=variants,
        keywords=_texts(row, "keywords"),
        link=_text(row, "link"),
        body=_text(row, "body") or "",
        legal_basis=_text(row, "legal_basis"),
        source=_text(row, "source"),
        confidence=_text(row, "confidence") or "unverified",
        needs_private_channel=bool(row.get("needs_private_channel", False)),
        review_by=_day(row, "review_by"),
        valid_from=_day(row, "valid_from"),
        language=_text(row, "language") or "es",
        norms=_texts(row, "norms"),
        no_norm=bool(row.get("no_norm", False)),
        procedure=_text(row, "procedure") or "",
        translations=_translations(row),
        layer=_layer(row),
        owner=_text(row, "owner") or "",
        review_reason=_text(row, "review_reason") or "",
    )


def _translations(row: dict[str, Any]) -> tuple[Translation, ...]:
    value = row.get("translations") or {}
    if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
        raise BadFieldError("translations", "type")
    return tuple(
        Translation(language, _text(each, "reply", needed=True) or "", _text(each, "link"))
        for language, each in value.items()
    )


def _layer(row: dict[str, Any]) -> Layer:
    try:
        return Layer(_text(row, "layer") or Layer.TEAM.value)
    except ValueError:
        raise BadFieldError("layer", "value") from None


def _row_lines(text: str, count: int) -> list[int]:
    """Line on which each element of a top-level JSON list begins (1-based)."""
    decoder = json.JSONDecoder()
    lines: list[int] = []
    at = text.index("[") + 1
    line = text.count("\n", 0, at) + 1
    for _ in range(count):
        begin = at
        while text[at] in " \t\r\n,":
            at += 1
        line += text.count("\n", begin, at)
        lines.append(line)
        _, end = decoder.raw_decode(text, at)
        line += text.count("\n", at, end)
        at = end
    return lines


def read_entries(json_text: str) -> tuple[list[FaqEntry], list[BadRow]]:
    """Entries of a FAQ file, and the rows that cannot be used, each named by its line.

    ``variants_other`` (language code to list) joins ``variants``. A file that is no JSON
    list at all gives no entry and one bad row.
    """
    from incluinfo_desk.domain.problems import BadRow  # the engine's import stays light

    try:
        rows = json.loads(json_text)
    except (ValueError, RecursionError) as error:
        return [], [BadRow(getattr(error, "lineno", 1), "", "json")]
    if not isinstance(rows, list):
        return [], [BadRow(1, "", "not_a_list")]
    entries: list[FaqEntry] = []
    bad: list[BadRow] = []
    seen: set[str] = set()
    lines: list[int] | None = None
    for number, row in enumerate(rows):
        try:
            entry = entry_of(row)
            if entry.id in seen:
                raise BadFieldError("id", "duplicate")
        except BadFieldError as error:
            if lines is None:
                lines = _row_lines(json_text, len(rows))
            bad.append(BadRow(lines[number], error.field, error.why))
        else:
            seen.add(entry.id)
            entries.append(entry)
    return entries, bad


def read_rejects(json_text: str) -> list[RejectEntry]:
    """The *not ours* list; raises ValueError when the file is damaged (it ships with us)."""
    rows = json.loads(json_text)
    return [
        RejectEntry(
            id=str(row["id"]),
            kind=str(row["kind"]),
            examples=tuple(str(x) for x in row["examples"]),
            reply=row.get("reply"),
            link=row.get("link"),
            body=row.get("body"),
        )
        for row in rows
    ]
