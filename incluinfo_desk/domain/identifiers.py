"""What the identifiers of people in Spain look like, and their check digits.

Tables for :mod:`incluinfo_desk.domain.privacy` (reliability-security §4.3). Shapes are
written for folded text: ASCII capitals, digits and signs. Every repetition is bounded, so
that a hostile text costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    DNI = "dni"
    """Also the NIF of people without DNI (K, L, M)."""
    NIE = "nie"
    NAF = "naf"
    """Social Security number (NUSS), and an employer's account code."""
    IBAN = "iban"
    """Also the 20 digits of an account in the old form."""
    CIF = "cif"
    PHONE = "phone"
    EMAIL = "email"
    CASE_NUMBER = "case_number"
    CARD = "card"


# --- check digits: given the bare token, capitals and digits of the right number -----------

_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_CIF_LETTERS = "JABCDEFGHI"
_BANK_WEIGHTS = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)


def is_dni(token: str) -> bool:
    return _LETTERS[int(token[:8]) % 23] == token[8]


def is_nie(token: str) -> bool:
    digits = str("XYZ".index(token[0])) + token[1:-1]
    return _LETTERS[int(digits) % 23] == token[-1]


def is_special_nif(token: str) -> bool:
    return _LETTERS[int(token[1:8]) % 23] == token[8]


def is_naf(digits: str) -> bool:
    """Both readings in use of the 97 rule, and the 11-digit form."""
    province, number, check = digits[:2], digits[2:-2], int(digits[-2:])
    if not (1 <= int(province) <= 53 or province == "66"):
        return False
    short = int(number) < 10_000_000
    ruled = int(province) * 10_000_000 + int(number) if short else int(province + number)
    return check in (ruled % 97, int(province + number) % 97)


def is_bank_account(digits: str) -> bool:
    def check(ten: str) -> int:
        rest = 11 - sum(int(d) * w for d, w in zip(ten, _BANK_WEIGHTS, strict=True)) % 11
        return {10: 1, 11: 0}.get(rest, rest)

    first, second = check("00" + digits[:8]), check(digits[10:])
    return digits[8:10] == f"{first}{second}"


def is_iban(token: str) -> bool:
    moved = token[4:] + token[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def is_cif(token: str) -> bool:
    digits = [int(d) for d in token[1:8]]
    doubled = (divmod(2 * d, 10) for d in digits[::2])
    total = sum(digits[1::2]) + sum(tens + ones for tens, ones in doubled)
    control = -total % 10
    return token[8] in (str(control), _CIF_LETTERS[control])


def is_card(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and digits[0] in "3456"


# --- shapes ------------------------------------------------------------------------------------


_S = r"[ .\-/_]{0,2}"
_CONTROL = r"(?:[A-Z]|[ .\-/_]{1,2}[A-Z](?![A-Z]))"
"""A control letter: joined to its digits, or alone; not the first letter of a word."""
_NO_DIGIT_BEFORE = r"(?<![0-9])(?<![0-9][.,])"
_NO_DIGIT_AFTER = r"(?![0-9])"


def _digits(count: int) -> str:
    return rf"[0-9](?:{_S}[0-9]){{{count - 1}}}"


CONTEXT: dict[Kind, re.Pattern[str]] = {
    Kind.DNI: re.compile(r"D\.?N\.?I|N\.?I\.?F|\bDOCUMENTO|IDENTIDAD|PASAPORTE"),
    Kind.NIE: re.compile(
        r"N\.?I\.?E|\bT\.?I\.?E\b|D\.?N\.?I|N\.?I\.?F|DOCUMENTO|IDENTIDAD|TARJETA"
    ),
    Kind.NAF: re.compile(
        r"N\.?U\.?S\.?S|\bN\.?A\.?F\b|AFILIAC|SEG(?:URIDAD|\.)? ?SOCIAL|\bS\.?S\b|\bC\.?C\.?C\b",
    ),
    Kind.IBAN: re.compile(r"IBAN|CUENTA|\bC\.?C\.?C\b|\bBANCO|\bBANCARI|INGRES|TRANSFER"),
    Kind.CIF: re.compile(r"C\.?I\.?F|N\.?I\.?F|EMPRESA|SOCIEDAD"),
    Kind.PHONE: re.compile(
        r"TELEF|TELF|\bTF?NO|\bTL?F\b|\bTEL\b|MOVIL|WHATS|WASAP|LLAM|CONTACT|\bMI NUMERO|\+34|0034",
    ),
    Kind.CARD: re.compile(r"TARJETA|VISA|MASTERCARD|\bCREDITO|\bDEBITO|CADUC|\bCVV"),
}
BEFORE, AFTER = 48, 24

DATE = re.compile(
    r"\d{1,2}[ ./\-]\d{1,2}[ ./\-](?:19|20)\d\d|(?:19|20)\d\d[ ./\-]\d\d?[ ./\-]\d\d?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    kind: Kind
    shape: re.Pattern[str]
    valid: Callable[[str], bool]
    """Check digits, given the bare token."""
    telling: re.Pattern[str] | None = None
    """A way of writing it that nothing else has: certain without a word."""
    needs_word: bool = False
    """Not even masked unless a word just before says what it is."""


def _always(_token: str) -> bool:
    return True


RULES: tuple[Rule, ...] = (
    Rule(
        Kind.IBAN,
        re.compile(
            rf"(?<![A-Z0-9])ES{_S}{_digits(22)}{_NO_DIGIT_AFTER}|ES[0-9]{{22}}{_NO_DIGIT_AFTER}"
        ),
        _always,
        re.compile("ES"),
    ),
    Rule(
        Kind.IBAN,
        re.compile(r"\b(?!ES)[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b"),
        lambda token: 15 <= len(token) <= 34 and is_iban(token),
        re.compile("[A-Z]{2}"),
    ),
    Rule(
        Kind.IBAN,
        re.compile(rf"{_NO_DIGIT_BEFORE}{_digits(20)}{_NO_DIGIT_AFTER}"),
        is_bank_account,
    ),
    Rule(
        Kind.CARD,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}(?:[3-6][0-9]{{3}}(?:[ .\-][0-9]{{4}}){{3}}"
            rf"|3[0-9]{{3}}[ .\-][0-9]{{6}}[ .\-][0-9]{{5}}|[3-6][0-9]{{12,18}}"
            rf"|[3-6](?:{_S}[0-9]){{15}}){_NO_DIGIT_AFTER}",
        ),
        is_card,
        re.compile(r"[0-9]{4}([ .\-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}\Z"),
    ),
    Rule(
        Kind.NAF,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}(?:[0-9]{{2}}{_S}[0-9]{{7,8}}{_S}[0-9]{{2}}"
            rf"|[0-9]{{4}}([ .\-])[0-9]{{4}}\1[0-9]{{4}}"
            rf"|[0-9]{{3}}([ .\-])[0-9]{{3}}\2[0-9]{{3}}\2[0-9]{{3}})"
            rf"{_NO_DIGIT_AFTER}",
        ),
        is_naf,
        re.compile(r"[0-9]{2}([/\-])[0-9]{7,8}\1[0-9]{2}\Z"),
    ),
    Rule(
        Kind.NAF,
        re.compile(rf"{_NO_DIGIT_BEFORE}[0-9](?:{_S}[0-9]){{10,11}}{_NO_DIGIT_AFTER}"),
        is_naf,
        needs_word=True,
    ),
    Rule(
        Kind.NIE,
        re.compile(rf"[XYZ]{_S}0?{_digits(7)}{_CONTROL}"),
        is_nie,
        re.compile(r"[XYZ]-?0?[0-9]{7}-?[A-Z]\Z|[XYZ][-. ]?[0-9]\.[0-9]{3}\.[0-9]{3}"),
    ),
    Rule(
        Kind.DNI,
        re.compile(rf"{_NO_DIGIT_BEFORE}{_digits(8)}{_CONTROL}"),
        is_dni,
        re.compile(r"(?:[0-9]{8}|[0-9]{2}\.[0-9]{3}\.[0-9]{3})[ \-]?[A-Z]\Z"),
    ),
    Rule(
        Kind.DNI,
        re.compile(rf"(?<![A-Z0-9])[KLM]{_S}{_digits(7)}{_S}[A-Z](?![A-Z0-9])"),
        is_special_nif,
    ),
    Rule(
        Kind.CIF,
        re.compile(
            rf"(?<![A-Z0-9])(?<!BOE-)[ABCDEFGHJNPQRSUVW][ .\-]?{_digits(7)}{_S}[0-9A-J](?![A-Z0-9])"
        ),
        is_cif,
    ),
    # A number called a DNI or a NUSS is one, mistyped or not.
    Rule(
        Kind.DNI,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}[XYZ]?{_digits(7)}(?:{_S}[0-9])?"
            rf"(?:{_S}[A-Z](?![A-Z0-9]))?(?!{_S}[0-9])",
        ),
        _always,
        needs_word=True,
    ),
    Rule(
        Kind.NAF,
        re.compile(rf"{_NO_DIGIT_BEFORE}[0-9](?:{_S}[0-9]){{10,11}}(?!{_S}[0-9])"),
        _always,
        needs_word=True,
    ),
    Rule(
        Kind.PHONE,
        re.compile(
            rf"(?:(?:\+|(?<![0-9])00)[ ]?34[ .\-]?|{_NO_DIGIT_BEFORE})[6-9](?:[ .\-]?[0-9]){{8}}"
            rf"(?![0-9])(?! ?(?:€|EUR))",
        ),
        lambda token: token[-9:-7] not in ("80", "90") and not token.endswith("000000"),
        re.compile(
            r"(?:\+|00)|(?:[0-9]{3}([ .\-])[0-9]{3}\1[0-9]{3}"
            r"|[0-9]{3}([ .\-])[0-9]{2}\2[0-9]{2}\2[0-9]{2}"
            r"|[0-9]{2}([ .\-])[0-9]{3}\3[0-9]{2}\3[0-9]{2})\Z",
        ),
    ),
    Rule(
        Kind.PHONE,
        re.compile(r"\+(?!34)[1-9][0-9]{0,2}(?:[ .\-]{0,2}[0-9]){7,11}(?![0-9])"),
        _always,
        re.compile(r"\+"),
    ),
)

WORD_DISTANCE = 24
"""How near before a number its name must stand when its shape alone says nothing."""

IN_LINKS = frozenset([Kind.DNI, Kind.NIE, Kind.IBAN])
"""What a link may carry; ids of posts and pages look like everything else."""

URL = re.compile(r"HTTPS?://[^ \n]{1,4096}")

CASE = re.compile(
    r"(?:EXPEDIENTES?|\bEXPTE|\bEXP\b|\bSOLICITUD(?:ES)?|\bREGISTRO|\bCSV\b|\bREFERENCIA|\bREF\b"
    r"|\bRESGUARDO|\bVERIFICACION|\bRECLAMACION|\bREGAGE)"
    r"(?:[ .:,;#º°ª()\-\"'«“]|\bNUMERO\b|\bNUM\b|\bNRO\b|\b[NOA]\b|\bNO\b|\bDEL?\b"
    r"|\bES\b|\bEL\b|\bLA\b|\bMI\b"
    r"|\bCON\b|\bIMV\b|\bASILO\b|\bCODIGO\b|\bREGISTRO\b|\bSOLICITUD\b|\bEXPEDIENTE\b"
    r"|\bREFERENCIA\b|\bELECTRONICO\b){0,12}?"
    r"(?P<token>(?=[A-Z/.\-]{0,8}[0-9])[A-Z0-9](?:[/.\-]{0,2}[A-Z0-9]|[ ][0-9]){3,40})",
)
NOT_A_CASE = re.compile(
    r"[0-9]{1,4}/(?:19|20)[0-9]{2}|[0-9]{1,3}(?:\.[0-9]{3})+"
    r"|(?:19|20)[0-9]{2}[ /\-](?:19|20)?[0-9]{2}",
)
MONEY = re.compile(r"(?:,[0-9]{1,2})? ?(?:€|EUR|%)|,[0-9]")

EMAIL_LOCAL = re.compile(r"[A-Z0-9._%+\-]{1,64}\Z")
EMAIL_DOMAIN = re.compile(r"[A-Z0-9](?:[A-Z0-9\-]{0,62}\.){1,8}[A-Z]{2,24}")
