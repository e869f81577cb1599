"""The FAQ as a book for who answers by telephone (060, 020) and at the counter (CTC-13).

The same answer as on X, to be read aloud (``faq_voices.py``). Its own words are Spanish
whatever the language of the desk; the answers may be in another, where they have it. By
default only what somebody answers for on the day of the book stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from incluinfo_desk.domain.faq import EASY_READ, FaqEntry, FaqState, Layer, Translation
from incluinfo_desk.domain.faq_voices import SPANISH, heard_in, spoken
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.variants import variant_flaws

TITLE = "Libro de respuestas de Inclusión, Seguridad Social y Migraciones"
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
_STATES = {
    FaqState.DRAFT: "borrador sin verificar",
    FaqState.UNDER_REVIEW: "en revisión",
    FaqState.ANTICIPATED: "aún no en vigor",
    FaqState.RETIRED: "retirada",
}


_NAMES = {
    "ca": "catalán",
    "gl": "gallego",
    "eu": "euskera",
    "en": "inglés",
    EASY_READ: "lectura fácil",
}


@dataclass(frozen=True, slots=True)
class Answer:
    id: str
    question: str
    spoken: str
    """The reply as it is read aloud."""
    link: str | None
    """The whole address, to send or to open."""
    facts: tuple[tuple[str, str], ...]
    """Label and text: competent body, legal basis, source, until when it holds."""
    warning: str = ""
    """Why it may not be said as it is; empty for what is verified and current."""
    language: str = SPANISH
    """Of :attr:`spoken`, for whoever has it read aloud by a machine."""
    translated: bool = False
    """Whether it is in the language of the book, where that is not Spanish."""


@dataclass(frozen=True, slots=True)
class Chapter:
    key: str
    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Book:
    day: date
    """The day whose state it shows; after it, look at the desk."""
    chapters: tuple[Chapter, ...]
    language: str = SPANISH
    """In which it was asked for; an answer that has no such version is in Spanish."""

    @property
    def translated(self) -> int:
        """Answers that are in the language that was asked for."""
        answers = (answer for chapter in self.chapters for answer in chapter.answers)
        return sum(answer.translated for answer in answers)

    @property
    def count(self) -> int:
        return sum(len(chapter.answers) for chapter in self.chapters)

    @property
    def stand(self) -> str:
        """What stands on every page."""
        return f"Estado a {long_day(self.day)}"


def bound(
    entries: Iterable[FaqEntry],
    topics: Mapping[str, str],
    day: date,
    *,
    language: str = SPANISH,
    everything: bool = False,
) -> Book:
    """The book of ``entries`` on ``day``; ``topics`` are names by key in the order of chapters.

    Answers are in ``language`` where they have a version in it that says the same. With
    ``everything`` also what may not be offered that day, each with its warning; retired
    and personal entries never.
    """
    by_topic: dict[str, list[Answer]] = {key: [] for key in topics}
    for entry in sorted(entries, key=lambda e: (e.question.casefold(), e.id)):
        if entry.state is FaqState.RETIRED or entry.layer is Layer.PERSONAL:
            continue
        held = entry.not_offerable(day)
        if held is None or everything:
            by_topic.setdefault(entry.topic, []).append(
                _answer(entry, day, language, current=held is None)
            )
    return Book(
        day,
        tuple(
            Chapter(key, displayable(topics.get(key, key)), tuple(answers))
            for key, answers in by_topic.items()
            if answers
        ),
        language,
    )


def long_day(day: date) -> str:
    """``25 de noviembre de 2026``."""
    return f"{day.day} de {_MONTHS[day.month - 1]} de {day.year}"


def html(book: Book) -> Iterator[str]:
    """A page of its own, with no scripts and nothing from elsewhere, in parts.

    Headings in order, a table of contents of links, and a link past it, so that a screen
    reader finds its way (EN 301 549 §9.1.3, §9.2.4); prints on A4.
    """
    yield (
        '<!DOCTYPE html>\n<html lang="es">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}. {book.stand}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#respuestas">Ir a las respuestas</a>\n<header>\n'
        f"<h1>{TITLE}</h1>\n<p>{_preface(book)}</p>\n</header>\n"
        '<nav aria-labelledby="indice">\n<h2 id="indice">Índice</h2>\n<ol>\n'
    )
    for chapter in book.chapters:
        rows = "".join(
            f'<li><a href="#{escape(a.id)}">{escape(a.question)}</a></li>\n'
            for a in chapter.answers
        )
        key, title = escape(chapter.key), escape(chapter.title)
        yield f'<li><a href="#tema-{key}">{title}</a>\n<ol>\n{rows}</ol></li>\n'
    yield '</ol>\n</nav>\n<main id="respuestas" tabindex="-1">\n'
    if not book.chapters:
        yield f"<p>{NOTHING}</p>\n"
    for chapter in book.chapters:
        key, title = escape(chapter.key), escape(chapter.title)
        yield f'<section aria-labelledby="tema-{key}">\n<h2 id="tema-{key}">{title}</h2>\n'
        for answer in chapter.answers:
            yield f'<article aria-labelledby="{escape(answer.id)}">\n'
            yield f'<h3 id="{escape(answer.id)}">{escape(answer.question)}</h3>\n'
            yield f"{_article(answer)}</article>\n"
        yield "</section>\n"
    yield f"</main>\n<footer><p>{book.stand}.</p></footer>\n</body>\n</html>\n"


def _article(answer: Answer) -> str:
    parts = []
    if answer.warning:
        parts.append(f'<p class="aviso"><strong>{escape(answer.warning)}</strong></p>\n')
    said = escape(answer.spoken).replace("\n", "<br>\n")
    spoken_in = f' lang="{escape(answer.language)}"' if answer.language != SPANISH else ""
    parts.append(f'<p class="dicho"{spoken_in}>{said}</p>\n<dl>\n')
    if answer.link:
        link = escape(answer.link)
        # An entry of a file that nobody checked must not make a link that runs something.
        shown = f'<a href="{link}">{link}</a>' if answer.link.startswith("https://") else link
        parts.append(f"<div><dt>Dirección</dt><dd>{shown}</dd></div>\n")
    parts += [
        f"<div><dt>{label}</dt><dd>{escape(text)}</dd></div>\n" for label, text in answer.facts
    ]
    return "".join(parts) + "</dl>\n"


NOTHING = "Ninguna respuesta está hoy verificada y en vigor."


def _preface(book: Book) -> str:
    count = f"{book.count} respuestas" if book.count != 1 else "1 respuesta"
    versions = ""
    if book.language != SPANISH:
        name = _NAMES.get(book.language, book.language)
        versions = f"{book.translated} en {name}; las demás, en español. "
    return (
        f"{book.stand}. {count} para la atención telefónica y presencial. {versions}"
        "No contiene datos de ciudadanos."
    )


def preface(book: Book) -> str:
    """What stands below the title."""
    return _preface(book)


def _version(entry: FaqEntry, language: str) -> Translation | None:
    """The version that may be said: one that disagrees with the Spanish text is none."""
    variant = entry.translation_in(language)
    return variant if variant is not None and not variant_flaws(entry, variant) else None


def _answer(entry: FaqEntry, day: date, language: str, *, current: bool) -> Answer:
    until = long_day(entry.review_by) if entry.review_by else ""
    facts = (
        ("Organismo", entry.body),
        ("Base legal", entry.legal_basis or ""),
        ("Fuente", entry.source or ""),
        ("Válida hasta", until),
    )
    warning = ""
    if not current:
        why = _STATES.get(entry.state, "sin fuente, caducada o con el enlace roto")
        warning = f"No la dé por buena: {why}."
    variant = _version(entry, language)
    link = variant.link or entry.link if variant is not None else entry.link
    return Answer(
        entry.id,
        displayable(entry.question),
        spoken(entry, variant),
        displayable(link) if link else None,
        tuple((label, displayable(text)) for label, text in facts if text),
        warning,
        heard_in(variant),
        variant is not None,
    )


_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.4rem; margin-top: 2.5rem; }
h3 { font-size: 1.1rem; margin: 0 0 .4rem; }
article { border-top: 1px solid #8a8a8a; padding: 1rem 0; break-inside: avoid; }
.dicho { font-size: 1.1rem; margin: .4rem 0 .8rem; }
dl { margin: 0; } dl div { display: flex; gap: .75rem; } dd { margin: 0; overflow-wrap: anywhere; }
dt { flex: 0 0 7rem; font-weight: 600; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; }
@page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print { nav { break-after: page; } a { color: inherit; text-decoration: none; } }
"""
