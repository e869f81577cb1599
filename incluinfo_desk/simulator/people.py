"""Invented people: names, handles, and personal data that is false but well formed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from random import Random

DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
"""Letter of a DNI by its number modulo 23 (RD 1553/2005)."""

HANDLE_MAX = 15


@dataclass(frozen=True, slots=True)
class Person:
    handle: str
    name: str


def person(
    random: Random,
    first: list[str],
    last: list[str],
    nicknames: list[str],
    taken: set[str],
) -> Person:
    """Somebody whose handle is in none of ``taken``, which grows by it."""
    while True:
        name = f"{random.choice(first)} {random.choice(last)}"
        if random.random() < 0.25:
            name = random.choice(nicknames)
        elif random.random() < 0.3:
            name = name.split()[0]
        base = re.sub(r"[^a-z0-9]+", "_", _ascii(name).lower()).strip("_") or "vecino"
        handle = f"{base[: HANDLE_MAX - 4]}{random.randrange(10, 10_000)}"
        if handle not in taken:
            taken.add(handle)
            return Person(handle, name)


def personal_data(random: Random) -> dict[str, str]:
    """One value for each slot of ``personal_data.json``, with valid check digits."""
    dni = _dni(random)
    iban = _iban(random)
    naf = _naf(random)
    return {
        "dni": dni,
        "dni_spaced": f"{dni[:2]}.{dni[2:5]}.{dni[5:8]} {dni[8]}",
        "nie": _nie(random),
        "naf": naf,
        "naf_slashed": f"{naf[:2]}/{naf[2:10]}/{naf[10:]}",
        "iban": iban,
        "iban_spaced": " ".join(iban[i : i + 4] for i in range(0, len(iban), 4)),
        "phone": f"6{random.randrange(10**8):08d}",
        "email": f"vecino{random.randrange(1000)}@example.com",
    }


def _dni(random: Random) -> str:
    number = random.randrange(10_000_000, 99_999_999)
    return f"{number}{DNI_LETTERS[number % 23]}"


def _nie(random: Random) -> str:
    prefix, number = random.randrange(3), random.randrange(10_000_000)
    return f"{'XYZ'[prefix]}{number:07d}{DNI_LETTERS[(prefix * 10_000_000 + number) % 23]}"


def _naf(random: Random) -> str:
    """Province, eight digits and the remainder of both together by 97."""
    body = f"{random.randrange(1, 53):02d}{random.randrange(10_000_000, 99_999_999)}"
    return f"{body}{int(body) % 97:02d}"


def _iban(random: Random) -> str:
    """A Spanish account: two check digits for the bank's part, one pair for the IBAN."""
    bank, account = f"{random.randrange(10**8):08d}", f"{random.randrange(10**10):010d}"
    bban = f"{bank}{_ccc(f'00{bank}')}{_ccc(account)}{account}"
    # ES is 1428 and the pair under calculation counts as 00 (ISO 13616).
    return f"ES{98 - int(f'{bban}142800') % 97:02d}{bban}"


def _ccc(digits: str) -> int:
    weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
    check = 11 - sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
    return {10: 1, 11: 0}.get(check, check)


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
