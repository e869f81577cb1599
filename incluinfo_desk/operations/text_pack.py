"""A text for everyone who speaks to citizens: the web team, 060 and 020 agents, offices.

Of an incident (:func:`incident_pack`) or, made by who writes it, of a rebuttal: a
:class:`Pack` holds the words, and :func:`save` writes it as text, HTML and JSON. Only what
we publish stands in it: no citizen, no officer, nobody who waits.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from incluinfo_desk.domain.incident import Component, Incident
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.domain.slug import slug
from incluinfo_desk.domain.spanish_time import CANARY_PROVINCES, canary, madrid
from incluinfo_desk.paths import write_whole

VERSION = 1
"""Of the JSON; readers of ours ask for it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One public text of ours."""

    text: str
    at: datetime | None = None
    status: str = ""
    """In words: "Causa localizada"."""
    url: str = ""
    """The public post, once there is one."""


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    kind: str
    """``incident`` or ``rebuttal``."""
    title: str
    said: tuple[Said, ...]
    """The newest first: it is what an agent reads out."""
    made_at: datetime
    status: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Name and words of what is known besides: since when, until when, where else to go."""
    sources: tuple[Source, ...] = ()
    language: str = "es"


def incident_pack(
    incident: Incident,
    components: Sequence[Component],
    made_at: datetime,
    status: Mapping[str, str],
    handle: str = "incluinfo",
) -> Pack:
    """What we have said about an incident. ``status`` names states in words, by their key."""
    touched = [c for c in components if c.id in incident.components]
    provinces = {c.province for c in touched}
    facts = [
        ("Servicios", ", ".join(c.name for c in touched) or incident.title),
        ("Desde", moment_words(incident.started_at, provinces)),
    ]
    if incident.ends_at is not None:
        facts.append(("Hasta", moment_words(incident.ends_at, provinces)))
    if incident.next_update_at is not None:
        facts.append(("Próximo aviso antes de", moment_words(incident.next_update_at, provinces)))
    said = tuple(
        Said(
            update.text,
            update.at,
            status.get(update.state.value, update.state.value),
            f"https://x.com/{handle}/status/{update.post_id}" if update.post_id else "",
        )
        for update in reversed(incident.updates)
        if update.text
    )
    return Pack(
        kind="incident",
        title=incident.title,
        said=said,
        made_at=made_at,
        status=status.get(incident.state.value, incident.state.value),
        facts=tuple(facts),
        sources=tuple(Source(c.name, c.link) for c in touched if c.link),
    )


def moment_words(at: datetime, provinces: set[str] | frozenset[str] = frozenset()) -> str:
    """``23/11/2026, 10:22 (hora peninsular)``, with the islands' time where they are meant."""
    local = madrid(at)
    words = f"{local:%d/%m/%Y, %H:%M} (hora peninsular"
    if not CANARY_PROVINCES.isdisjoint(provinces):
        words += f"; {canary(at):%H:%M} en Canarias"
    return words + ")"


_HEADINGS = {"incident": "Aviso de incidencia", "rebuttal": "Aclaración"}
_SAYS = "Qué decir"
_BEFORE = "Lo dicho antes"
_SOURCES = "Fuentes"
_MADE = "Texto preparado el"


def to_text(pack: Pack) -> str:
    """Plain text, to be read out or pasted."""
    lines = [f"{_HEADINGS.get(pack.kind, '')}: {pack.title}".removeprefix(": ")]
    lines += [pack.status] if pack.status else []
    lines += ["", *(f"{name}: {words}" for name, words in pack.facts)]
    for number, said in enumerate(pack.said):
        if number < 2:
            lines += ["", (_SAYS if number == 0 else _BEFORE).upper()]
        head = " · ".join(
            part for part in (moment_words(said.at) if said.at else "", said.status) if part
        )
        lines += [head] if head else []
        lines += [said.text]
        lines += [said.url] if said.url else []
        lines += [""] if number else []
    if pack.sources:
        lines += ["", _SOURCES.upper()]
        lines += [f"{s.title}: {s.url}" if s.url else s.title for s in pack.sources]
    lines += ["", f"{_MADE} {moment_words(pack.made_at)}", ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def to_html(pack: Pack) -> str:
    """One page without scripts or anything from elsewhere; every text is escaped."""
    made = html.escape(moment_words(pack.made_at))
    title = html.escape(pack.title)
    heading = html.escape(_HEADINGS.get(pack.kind, ""))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{html.escape(pack.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<p>{heading}</p>" if heading else "",
        f"<h1>{title}</h1>",
        f"<p><strong>{html.escape(pack.status)}</strong></p>" if pack.status else "",
    ]
    if pack.facts:
        rows = (f"<dt>{html.escape(n)}</dt><dd>{html.escape(w)}</dd>" for n, w in pack.facts)
        parts += ["<dl>", *rows, "</dl>"]
    for number, said in enumerate(pack.said):
        if number < 2:
            parts.append(f"<h2>{_SAYS if number == 0 else _BEFORE}</h2>")
        parts += _article(said)
    if pack.sources:
        parts += [f"<h2>{_SOURCES}</h2>", "<ul>"]
        parts += [f"<li>{_linked(s.title, s.url)}</li>" for s in pack.sources]
        parts.append("</ul>")
    parts += [f"<p><small>{_MADE} {made}</small></p>", "</main>", "</body>", "</html>", ""]
    return "\n".join(part for part in parts if part)


def to_json(pack: Pack) -> str:
    """For machines: times in UTC, ISO 8601."""
    return (
        json.dumps(
            {
                "version": VERSION,
                "kind": pack.kind,
                "language": pack.language,
                "title": pack.title,
                "status": pack.status,
                "facts": [{"name": name, "text": words} for name, words in pack.facts],
                "said": [
                    {
                        "text": said.text,
                        "at": _iso(said.at) if said.at else None,
                        "status": said.status,
                        "url": said.url or None,
                    }
                    for said in pack.said
                ],
                "sources": [{"title": s.title, "url": s.url or None} for s in pack.sources],
                "made_at": _iso(pack.made_at),
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def save(pack: Pack, folder: Path) -> tuple[Path, ...]:
    """Write the three files into ``folder``; nothing that is there is replaced. Blocking.

    Raises Trouble(ReadOnly | DiskFull | FileUnreadable); then none of the three is left.
    """
    stem = _free(folder, f"{slug(pack.title)[:60] or 'aviso'}-{madrid(pack.made_at):%Y%m%d-%H%M}")
    written: list[Path] = []
    try:
        for suffix, text in (
            (".txt", to_text(pack)),
            (".html", to_html(pack)),
            (".json", to_json(pack)),
        ):
            written.append(_write(folder / (stem + suffix), text))
    except Trouble:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return tuple(written)


def _write(path: Path, text: str) -> Path:
    # With a mark of its encoding: Windows' editors take a text without one for another.
    encoding = "utf-8-sig" if path.suffix == ".txt" else "utf-8"
    write_whole(path, text.encode(encoding), mode=0o644)
    return path


def _free(folder: Path, stem: str) -> str:
    number, found = 2, stem
    while any((folder / (found + suffix)).exists() for suffix in (".txt", ".html", ".json")):
        found, number = f"{stem}-{number}", number + 1
    return found


def _article(said: Said) -> list[str]:
    parts = ["<article>"]
    head = []
    if said.at is not None:
        words = html.escape(moment_words(said.at))
        head.append(f'<time datetime="{_iso(said.at)}">{words}</time>')
    if said.status:
        head.append(html.escape(said.status))
    if head:
        parts.append(f"<p><small>{' · '.join(head)}</small></p>")
    lines = html.escape(said.text).split("\n")
    parts.append(f"<p>{'<br>'.join(lines)}</p>")
    if said.url:
        parts.append(f"<p>{_linked(said.url, said.url)}</p>")
    return [*parts, "</article>"]


def _linked(title: str, url: str) -> str:
    words = html.escape(title)
    if not url.startswith("https://"):
        return words if not url else f"{words}: {html.escape(url)}"
    return f'<a href="{html.escape(url, quote=True)}" rel="noopener">{words}</a>'


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}"
    "main{max-width:44rem;margin:0 auto;padding:1.5rem}article{border-left:.25rem solid;"
    "padding-left:1rem;margin:1rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem}"
)
