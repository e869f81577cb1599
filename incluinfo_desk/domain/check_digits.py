"""Check digits of the identifiers citizens let slip (reliability-security §4.3).

Each function is given the bare token: digits and capitals of the right number, nothing
between them.
"""

from __future__ import annotations

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
