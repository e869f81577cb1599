"""Whether an answer says the same in another language: its figures, dates, links, negations.

A variant that drifts is worse than none, for whoever reads it acts on it (M11). The rules
take the facts out of each text by lists of words for each language and compare them; they
know no meaning, so they can find a changed fact and never that a translation is good. Where
a negation is put in other words they may object to a good text: it is then not used, and
the Spanish one is, which errs on the safe side.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from incluinfo_desk.domain.faq import EASY_READ, FaqEntry, Translation


class Drift(StrEnum):
    """What does not agree between two texts."""

    NUMBER = "number"
    """A figure, an amount, a time, a telephone, or the unit that follows it."""
    DATE = "date"
    """A month or a day of the week."""
    LINK = "link"
    SLOT = "slot"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language says what has to agree; all without accents and in small letters."""

    numbers: dict[str, int]
    units: dict[str, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday."""
    negations: frozenset[str]
    echoes: frozenset[str]
    """Negative words that only repeat a negation of their clause, and count without one."""
    not_negative: re.Pattern[str]
    """Fixed expressions that hold such a word, or a numeral, and mean neither."""
    suffix: str = ""
    """What may follow a month or a day of the week in its declension."""


def _numbers(words: str) -> dict[str, int]:
    pairs = (word.split(":") for word in words.split())
    return {word: int(value) for word, value in pairs}


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _units(**by_unit: str) -> dict[str, str]:
    return {word: unit for unit, words in by_unit.items() for word in words.split()}


_ES = _Words(
    _numbers(
        "dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 "
        "trece:13 catorce:14 quince:15 dieciseis:16 dieciocho:18 veinte:20 veinticuatro:24 "
        "treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 "
        "cien:100 mil:1000"
    ),
    _units(d="dia dias", m="mes meses", y="ano anos", w="semana semanas", h="hora horas",
           eur="euro euros"),
    _words("enero febrero marzo abril mayo junio "
           "julio agosto septiembre octubre noviembre diciembre"),
    _words("lunes martes miercoles jueves viernes sabado domingo"),
    _set("no ni sin tampoco"),
    _set("nunca jamas nadie nada ningun ninguna ninguno"),
    re.compile(r"\bno (?:deseados?|obstante)\b|\bsin embargo\b"),
)  # fmt: skip
_LANGUAGES: dict[str, _Words] = {
    "es": _ES,
    EASY_READ: _ES,
    "ca": _Words(
        _numbers(
            "dos:2 dues:2 tres:3 quatre:4 cinc:5 sis:6 set:7 vuit:8 huit:8 nou:9 deu:10 onze:11 "
            "dotze:12 tretze:13 catorze:14 quinze:15 setze:16 divuit:18 vint:20 vint-i-quatre:24 "
            "trenta:30 quaranta:40 cinquanta:50 seixanta:60 setanta:70 vuitanta:80 noranta:90 "
            "cent:100 mil:1000"
        ),
        _units(d="dia dies", m="mes mesos", y="any anys", w="setmana setmanes", h="hora hores",
               eur="euro euros"),
        _words("gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre"),
        _words("dilluns dimarts dimecres dijous divendres dissabte diumenge"),
        _set("no ni sense tampoc altrament"),
        _set("mai ningu res cap"),
        re.compile(
            r"\bno (?:desitjats?|obstant)\b|\bde nou\b|\b(?:de|per a) res\b|\bcap (?:a|al|als)\b"
        ),
    ),
    "gl": _Words(
        _numbers(
            "dous:2 duas:2 tres:3 catro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 once:11 "
            "doce:12 trece:13 catorce:14 quince:15 dezaseis:16 dezaoito:18 vinte:20 trinta:30 "
            "corenta:40 cincuenta:50 sesenta:60 setenta:70 oitenta:80 noventa:90 cen:100 mil:1000"
        ),
        _units(d="dia dias", m="mes meses", y="ano anos", w="semana semanas", h="hora horas",
               eur="euro euros"),
        _words("xaneiro febreiro marzo abril maio xuno "
               "xullo agosto setembro outubro novembro decembro"),
        _words("luns martes mercores xoves venres sabado domingo"),
        _set("non nin sen tampouco"),
        _set("nunca xamais ninguen nada ningun ningunha"),
        re.compile(r"\bnon (?:desexados?|obstante)\b|\bsen embargo\b"),
    ),
    "en": _Words(
        _numbers(
            "two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 "
            "thirteen:13 fourteen:14 fifteen:15 sixteen:16 eighteen:18 twenty:20 twenty-four:24 "
            "thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 hundred:100 "
            "thousand:1000"
        ),
        _units(d="day days", m="month months", y="year years", w="week weeks", h="hour hours",
               eur="euro euros"),
        _words("january february march april may june "
               "july august september october november december"),
        _words("monday tuesday wednesday thursday friday saturday sunday"),
        _set("no not cannot without nor neither otherwise unless"),
        _set("never nobody nothing none"),
        re.compile(r"\bnot only\b"),
    ),
    "eu": _Words(
        _numbers(
            "bi:2 hiru:3 lau:4 bost:5 sei:6 zazpi:7 zortzi:8 bederatzi:9 hamar:10 hamaika:11 "
            "hamabi:12 hamahiru:13 hamalau:14 hamabost:15 hamasei:16 hemezortzi:18 hogei:20 "
            "hogeita:20 hirurogei:60 berrogei:40 laurogei:80 ehun:100 mila:1000"
        ),
        {},
        _words("urtarril otsail martxo apiril maiatz ekain uztail abuztu irail urri azaro abendu"),
        _words("astelehen astearte asteazken ostegun ostiral larunbat igande"),
        _set("ez ezin gabe bestela ezpada"),
        _set("inoiz inork inor ezer"),
        re.compile(r"\bez ezik\b"),
        suffix=r"(?:e?k|a|an|e?ra|aren|arte|e?tik|etik|e?ko|ean|etan|eta?)?",
    ),
}  # fmt: skip
_EU_UNIT = (("lanegun", "d+"), ("egun", "d"), ("hilabete", "m"), ("urte", "y"), ("aste", "w"),
            ("ordu", "h"), ("euro", "eur"))  # fmt: skip
_WORKING = re.compile(r"\b(?:habil(?:es|s)?|working|business|balio\w*|laborab\w+)\b")
_WORKING_DAY = re.compile(r"\b(?:working|business) (?=days?\b)")

_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_SLOT = re.compile(r"\{[^\W\d]\w*\}")
_DATE = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_PHONE = re.compile(r"\b\d{2,3}(?: \d{2,3}){2,4}\b")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b\.?")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|€|[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_SHORT = re.compile(r"n['\u2019]t\b")
_LANGUAGE_STEP = re.compile(r"/(?:es|ca|gl|eu|en|va)(?=/|$)")


def drifts(spanish: str, text: str, language: str) -> frozenset[Drift]:
    """What ``text``, in ``language``, does not say as ``spanish`` does; empty when it agrees.

    For a language without rules everything but words is compared. Not where they stand.
    """
    one, other = _facts(spanish, "es"), _facts(text, language)
    return frozenset(kind for kind in Drift if one[kind] != other[kind])


def translation_drifts(entry: FaqEntry, translation: Translation) -> frozenset[Drift]:
    """:func:`drifts` of a variant from its entry, and a link to another page.

    Pages in another language differ by a step such as ``/ca/``, and by nothing else.
    """
    found = drifts(entry.reply, translation.reply, translation.language)
    if translation.link is not None and _page(translation.link) != _page(entry.link or ""):
        return found | {Drift.LINK}
    return found


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


def _page(link: str) -> str:
    return _LANGUAGE_STEP.sub("", link.strip()).rstrip("/")


@lru_cache(maxsize=4096)
def _facts(text: str, language: str) -> dict[Drift, Counter[str]]:
    facts: dict[Drift, Counter[str]] = {kind: Counter() for kind in Drift}
    facts[Drift.LINK].update(_page(url.rstrip(".,;:)")) for url in _URL.findall(text))
    text = _URL.sub(" ", text)
    facts[Drift.SLOT].update(_SLOT.findall(text))
    words = _LANGUAGES.get(language)
    plain = _bare(_SLOT.sub(" ", text))
    if words is not None:
        plain = words.not_negative.sub(" ", plain)
    plain = _NOT_SHORT.sub(" not ", plain)
    for day, month, year in _DATE.findall(plain):
        facts[Drift.NUMBER].update((str(int(day)), year))
        facts[Drift.DATE][f"month {int(month)}"] += 1
    plain = _PHONE.sub(lambda found: found.group().replace(" ", ""), _DATE.sub(" ", plain))
    if language == "en":
        plain = _WORKING_DAY.sub("", _CLOCK.sub(_twenty_four_hours, plain)) + (
            " working" * len(_WORKING_DAY.findall(plain))
        )
    facts[Drift.NUMBER]["working days"] = len(_WORKING.findall(plain))
    if words is None:
        facts[Drift.NUMBER].update(_value(n) for n in _TOKEN.findall(plain) if n[0].isdigit())
        return facts
    for clause in re.split(r"[.;:!?,](?!\d)", plain):
        _read(clause, words, language, facts)
    return facts


def _read(clause: str, words: _Words, language: str, facts: dict[Drift, Counter[str]]) -> None:
    tokens = _TOKEN.findall(clause)
    denied = 0
    echoed = 0
    for place, word in enumerate(tokens):
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        before = tokens[place - 1] if place else ""
        value = _value(word) if word[0].isdigit() else str(words.numbers.get(word, ""))
        if value:
            facts[Drift.NUMBER][f"{value} {_unit(after, words, language)}".strip()] += 1
        denied += word in words.negations
        echoed += word in words.echoes
        if word == "may" and not (before.isdigit() or after.isdigit()):
            continue  # the verb
        for kind, names in (("month", words.months), ("day", words.weekdays)):
            for number, name in enumerate(names, 1):
                if re.fullmatch(name + words.suffix, word):
                    facts[Drift.DATE][f"{kind} {number}"] += 1
    # "No ... nunca" is one negation in Spanish and "never" is one in English.
    facts[Drift.NEGATION]["no"] += denied or min(echoed, 1)


def _unit(word: str, words: _Words, language: str) -> str:
    if word == "€":
        return "eur"
    if language == "eu":
        return next((unit for stem, unit in _EU_UNIT if word.startswith(stem)), "")
    return words.units.get(word, "")


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
    return f"{hour}:{found.group(2) or '00'}"


def _bare(text: str) -> str:
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))
