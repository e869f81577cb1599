"""How each language says the facts that have to agree: numerals, units, dates, negations.

All words are without accents and in small letters, as ``agreement.py`` compares them. The
lists hold what an answer of 280 characters needs, not the whole language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from incluinfo_desk.domain.faq import EASY_READ

HABIL = "d+"
"""The unit of working days."""
_NOTHING = re.compile(r"(?!)")
_DECLINED = re.compile(r"r?(?:ak|ek|ok|ei|en|ko|tan|etan)$")
"""What may follow a Basque numeral."""


@dataclass(frozen=True, slots=True)
class Words:
    """How one language says what has to agree."""

    numbers: dict[str, int]
    units: dict[str, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday."""
    negations: frozenset[str]
    echoes: frozenset[str]
    """Negative words that only repeat a negation of their clause, and count without one.

    Such are :data:`LINKS` within their whole sentence.
    """
    not_negative: re.Pattern[str]
    """Fixed expressions that hold such a word, or a numeral, and mean neither."""
    working_days: re.Pattern[str] = _NOTHING
    working_day: str = "diahabil"
    """What stands in place of the words that ``working_days`` finds."""
    suffix: str = ""
    """What may follow a month or a day of the week in its declension."""
    singles: frozenset[str] = frozenset()
    """Words for one that are articles too."""
    only_before_units: frozenset[str] = frozenset()
    """Numerals that are common words too: with a unit after them they are figures, and else
    they may be."""
    compound: re.Pattern[str] | None = None
    """A numeral made of two, as "treinta y cinco"."""
    spelt_out: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Expressions and the plainer one that is read in their place."""
    stems: tuple[tuple[str, str], ...] = ()
    """Beginnings of units, for a language that declines them."""
    prepositions: frozenset[str] = frozenset()
    """Before "may" they tell the month from the verb."""

    def unit(self, word: str) -> str:
        """d, d+, w, m, y, h, eur, or "" for what is no unit."""
        if word == self.working_day:
            return HABIL
        if self.stems:
            return next((unit for stem, unit in self.stems if word.startswith(stem)), "")
        return self.units.get(word, "")

    def unit_after(self, tokens: Sequence[str], place: int) -> str:
        """The unit of the figure at ``place``: "30 days", "30 calendar days", "30 €"."""
        for word in tokens[place + 1 : place + 4]:
            if word == "€":
                return "eur"
            if unit := self.unit(word):
                return unit
            if self.stems or len(word) < 4 or self.counted(word) or word in _APART:
                return ""  # in Basque nothing stands between them
        return ""

    def number(self, word: str, unit: str) -> str:
        """The figure that a word of a numeral tells, "" for another word."""
        if word in self.only_before_units and not unit:
            return ""
        if self.stems:
            word = _DECLINED.sub("", word) if word not in self.numbers else word
        return str(self.numbers.get(word, ""))

    def counted(self, word: str) -> bool:
        """Whether a word before a unit says how many."""
        return word[0].isdigit() or word in self.numbers

    def is_single(self, tokens: Sequence[str], place: int) -> bool:
        """Whether "un mes" stands here, or a unit that means one of it."""
        word = tokens[place]
        if self.stems:
            return bool(self.unit(word)) and not (place and self.counted(tokens[place - 1]))
        return (
            word in self.singles and place + 1 < len(tokens) and bool(self.unit(tokens[place + 1]))
        )

    def month(self, tokens: Sequence[str], place: int) -> int:
        """1 to 12, or 0 for another word."""
        word = tokens[place]
        if word == "may" and self.prepositions:
            near = (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2])
            before = tokens[place - 1] if place else ""
            if not (any(each[0].isdigit() for each in near) or before in self.prepositions):
                return 0  # the verb
        return self._place(word, self.months)

    def weekday(self, word: str) -> int:
        """1, Monday, to 7, or 0 for another word."""
        return self._place(word, self.weekdays)

    def _place(self, word: str, names: tuple[str, ...]) -> int:
        for number, name in enumerate(names, 1):
            if word.startswith(name) and re.fullmatch(name + self.suffix, word):
                return number
        return 0


def _numbers(words: str) -> dict[str, int]:
    pairs = (word.split(":") for word in words.split())
    return {word: int(value) for word, value in pairs}


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LINKS = _set("ni nin nor neither")
"""Words that carry a negation on to what is listed: "sin cita ni certificado"."""
_APART = _set(
    "para desde hasta entre sobre cada ante fins dende with from until than over before after "
    "between each every"
)
"""Words after which what follows is another figure's unit, or nobody's; so are short ones."""


def _units(**by_unit: str) -> dict[str, str]:
    return {word: unit for unit, words in by_unit.items() for word in words.split()}


def _compound(numbers: dict[str, int], between: str) -> re.Pattern[str]:
    tens = "|".join(w for w, n in numbers.items() if 20 <= n <= 90 and n % 10 == 0)
    ones = "|".join(w for w, n in numbers.items() if 1 < n < 10)
    return re.compile(rf"\b({tens}){between}({ones})\b")


_ES_NUMBERS = _numbers(
    "dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 "
    "trece:13 catorce:14 quince:15 dieciseis:16 diecisiete:17 dieciocho:18 diecinueve:19 "
    "veinte:20 veintidos:22 veintitres:23 veinticuatro:24 veinticinco:25 treinta:30 "
    "cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100 "
    "quinientos:500 mil:1000"
)
_ES = Words(
    _ES_NUMBERS,
    _units(d="dia dias", m="mes meses", y="ano anos", w="semana semanas", h="hora horas",
           eur="euro euros"),
    _words("enero febrero marzo abril mayo junio "
           "julio agosto septiembre octubre noviembre diciembre"),
    _words("lunes martes miercoles jueves viernes sabado domingo"),
    _set("no sin tampoco salvo excepto contrario carecer carece carecen carezca"),
    _set("nunca jamas nadie nada ningun ninguna ninguno"),
    re.compile(
        r"\bno (?:deseados?|obstante|sol[oa]|solamente|contributiv\w+|mas tarde|despues)\b"
        r"|\bsin (?:embargo|coste|cargo)\b|\b(?:dicho|dicen|dice|diga|decir\w*) que no\b"
    ),
    re.compile(r"\bdias? (?:habil(?:es)?|laborables?)\b"),
    suffix="s?",
    singles=_set("un una"),
    compound=_compound(_ES_NUMBERS, " y "),
)  # fmt: skip
_CA_NUMBERS = _numbers(
    "dos:2 dues:2 tres:3 quatre:4 cinc:5 sis:6 set:7 vuit:8 huit:8 nou:9 deu:10 onze:11 "
    "dotze:12 tretze:13 catorze:14 quinze:15 setze:16 disset:17 divuit:18 dinou:19 vint:20 "
    "trenta:30 quaranta:40 cinquanta:50 seixanta:60 setanta:70 vuitanta:80 noranta:90 "
    "cent:100 cinc-cents:500 mil:1000"
)
_GL_NUMBERS = _numbers(
    "dous:2 duas:2 tres:3 catro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 once:11 doce:12 "
    "trece:13 catorce:14 quince:15 dezaseis:16 dezasete:17 dezaoito:18 dezanove:19 vinte:20 "
    "trinta:30 corenta:40 cincuenta:50 sesenta:60 setenta:70 oitenta:80 noventa:90 cen:100 "
    "cincocentos:500 mil:1000"
)
_EN_NUMBERS = _numbers(
    "two:2 both:2 twice:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 "
    "twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 "
    "nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 "
    "ninety:90 hundred:100 thousand:1000 noon:12 midday:12"
)
_EU_NUMBERS = _numbers(
    "bi:2 hiru:3 lau:4 bost:5 sei:6 zazpi:7 zortzi:8 bederatzi:9 hamar:10 hamaika:11 "
    "hamabi:12 hamahiru:13 hamalau:14 hamabost:15 hamasei:16 hamazazpi:17 hemezortzi:18 "
    "hemeretzi:19 hogei:20 hogeita:20 berrogei:40 berrogeita:40 hirurogei:60 hirurogeita:60 "
    "laurogei:80 laurogeita:80 ehun:100 mila:1000"
)
LANGUAGES: dict[str, Words] = {
    "es": _ES,
    EASY_READ: _ES,
    "ca": Words(
        _CA_NUMBERS,
        _units(d="dia dies", m="mes mesos", y="any anys", w="setmana setmanes", h="hora hores",
               eur="euro euros"),
        _words("gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre"),
        _words("dilluns dimarts dimecres dijous divendres dissabte diumenge"),
        _set("no sense tampoc altrament llevat tret salvo excepte contrari"),
        _set("mai ningu res cap gens"),
        re.compile(
            r"\bno (?:desitjats?|obstant|nomes|sols|contributi[uv]\w*|mes tard|despres)\b"
            r"|\bde nou\b(?! (?:dies|mesos|anys|setmanes|hores|euros))"
            r"|\bsense (?:cost|carrec)\b|\b(?:de|per a) res\b|\bcap (?:a|al|als)\b"
            r"|\b(?:dit|diuen|diu|digui|dir\w*) que no\b"
        ),
        re.compile(r"\b(?:dia|dies) (?:habils?|laborables?|feiners?)\b"),
        suffix="s?",
        singles=_set("un una"),
        only_before_units=_set("nou deu set"),
        compound=_compound(_CA_NUMBERS, "(?:-i-|-| i )"),
    ),
    "gl": Words(
        _GL_NUMBERS,
        _units(d="dia dias", m="mes meses", y="ano anos", w="semana semanas", h="hora horas",
               eur="euro euros"),
        _words("xaneiro febreiro marzo abril maio xuno "
               "xullo agosto setembro outubro novembro decembro"),
        _words("luns martes mercores xoves venres sabado domingo"),
        _set("non sen tampouco salvo excepto agas contrario carecer carece carecen careza"),
        _set("nunca xamais ninguen nada ningun ningunha"),
        re.compile(
            r"\bnon (?:desexados?|obstante|so|soamente|contributiv\w+|mais tarde|despois)\b"
            r"|\bsen (?:embargo|custo|cargo)\b|\b(?:dito|din|di|diga|dicir\w*) que non\b"
        ),
        re.compile(r"\bdias? (?:habil|habiles|habeis|laborable|laborables|laborais)\b"),
        suffix="s?",
        singles=_set("un unha"),
        compound=_compound(_GL_NUMBERS, " e "),
    ),
    "en": Words(
        _EN_NUMBERS,
        _units(d="day days", m="month months", y="year years", w="week weeks", h="hour hours",
               eur="euro euros"),
        _words("january february march april may june "
               "july august september october november december"),
        _words("monday tuesday wednesday thursday friday saturday sunday"),
        _set("no not cannot without otherwise unless except unable unpaid lack lacks lacking"),
        _set("never nobody nothing none"),
        re.compile(
            r"\bnot only\b|\bno (?:later|sooner|earlier) than\b|\bnon[- ]contributory\b"
            r"|\b(?:at no|without) (?:cost|charge)\b|\bno matter\b|\bnot after\b"
            r"|\bboth(?= (?:\w+ ){1,3}and\b)"
        ),
        re.compile(r"\b(?:working|business|work) days?\b|\bworkdays?\b"),
        suffix="s?",
        singles=_set("a an one"),
        compound=_compound(_EN_NUMBERS, "[- ]"),
        spelt_out=((re.compile(r"(?<=\d)(?:st|nd|rd|th)\b"), ""),),
        prepositions=_set("in of until till by since from before after during every"),
    ),
    "eu": Words(
        _EU_NUMBERS,
        {},
        _words("urtarril otsail martxo apiril maiatz ekain uztail abuztu irail urri azaro abendu"),
        _words("astelehen astearte asteazken ostegun ostiral larunbat igande"),
        _set("ez ezin gabe gabeko gaberik bestela ezpada ezean ezta ezik"),
        _set("inoiz inork inor ezer"),
        re.compile(
            r"\bez ezik\b|\bez bakarrik\b|\bkosturik gabe\b|\bkotizazio(?:rik)? gabe\w*"
            r"|\bez[- ]kontributi\w+"
        ),
        re.compile(
            r"\blanegun\w*|\begun (?:baliodun|baliagarri|laneragarri)\w*|\bbaliodun egun\w*"
        ),
        suffix=r"(?:e?k|a|an|e?ra|aren|arte|e?tik|etik|e?ko|ean|etan|eta?)?",
        compound=re.compile(
            r"\b(hogeita|berrogeita|hirurogeita|laurogeita) "
            r"(bi|hiru|lau|bost|sei|zazpi|zortzi|bederatzi|hamar|hamaika|hamabi|hamahiru|"
            r"hamalau|hamabost|hamasei|hamazazpi|hemezortzi|hemeretzi)\b"
        ),
        stems=(("egun", "d"), ("hilabete", "m"), ("urte", "y"), ("aste", "w"), ("ordu", "h"),
               ("euro", "eur")),
    ),
}  # fmt: skip
