"""Identifiers are masked whatever their dress, and clean posts raise no alarm."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.assets import resource
from incluinfo_desk.domain import identifiers
from incluinfo_desk.domain.identifiers import Kind
from incluinfo_desk.domain.privacy import (
    MASK,
    OFFICIAL,
    find,
    is_clean,
    mask,
    official_contacts,
)

LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"

# --- made-up identifiers ------------------------------------------------------------------


def dni(rnd: random.Random) -> str:
    number = rnd.randrange(10_000, 99_999_999)
    return f"{number:08}{LETTERS[number % 23]}"


def nie(rnd: random.Random) -> str:
    first, number = rnd.randrange(3), rnd.randrange(10_000_000)
    return f"{'XYZ'[first]}{number:07}{LETTERS[(first * 10_000_000 + number) % 23]}"


def naf(rnd: random.Random) -> str:
    province, number = rnd.randrange(1, 54), rnd.randrange(1_000, 99_999_999)
    base = province * 10_000_000 + number if number < 10_000_000 else int(f"{province}{number:08}")
    return f"{province:02}{number:08}{base % 97:02}"


def iban(rnd: random.Random) -> str:
    def check(ten: str) -> int:
        weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
        rest = 11 - sum(int(d) * w for d, w in zip(ten, weights, strict=True)) % 11
        return {10: 1, 11: 0}.get(rest, rest)

    bank, account = f"{rnd.randrange(10**8):08}", f"{rnd.randrange(10**10):010}"
    body = f"{bank}{check('00' + bank)}{check(account)}{account}"
    return f"ES{98 - int(body + '142800') % 97:02}{body}"


def cif(rnd: random.Random) -> str:
    letter, number = rnd.choice("ABCDEFGHJNPQRSUVW"), f"{rnd.randrange(10**7):07}"
    odd = sum(sum(divmod(2 * int(d), 10)) for d in number[::2])
    control = (10 - (odd + sum(map(int, number[1::2]))) % 10) % 10
    return f"{letter}{number}{'JABCDEFGHI'[control] if letter in 'PQRSNW' else control}"


def phone(rnd: random.Random) -> str:
    while True:
        number = f"{rnd.choice('6789')}{rnd.randrange(1, 9)}{rnd.randrange(1, 10**7):07}"
        if number[:2] != "80" and number not in OFFICIAL and not number.endswith("000000"):
            return number


def card(rnd: random.Random) -> str:
    body = f"{rnd.choice('45')}{rnd.randrange(10**14):014}"
    doubled = sum(sum(divmod(2 * int(d), 10)) for d in body[::2])
    return f"{body}{-(doubled + sum(map(int, body[1::2]))) % 10}"


def email(rnd: random.Random) -> str:
    name = rnd.choice(["ana.ruiz", "JLopez_77", "m-sanz", "x", "rosa+imv", "pepe.garcia.1980"])
    return f"{name}@{rnd.choice(['gmail.com', 'correo.example.es', 'hotmail.es', 'uni-x.edu'])}"


def case_number(rnd: random.Random) -> str:
    return rnd.choice(
        [
            f"{rnd.randrange(1, 53):02}/{rnd.randrange(2020, 2027)}/{rnd.randrange(10**6):06}",
            f"{rnd.randrange(10**9, 10**15)}",
            f"IMV-{rnd.randrange(10**7):07}",
            f"REGAGE24e{rnd.randrange(10**11):011}",
        ],
    )


MAKERS: dict[Kind, Callable[[random.Random], str]] = {
    Kind.DNI: dni,
    Kind.NIE: nie,
    Kind.NAF: naf,
    Kind.IBAN: iban,
    Kind.CIF: cif,
    Kind.PHONE: phone,
    Kind.CARD: card,
    Kind.EMAIL: email,
    Kind.CASE_NUMBER: case_number,
}

GROUPS: dict[Kind, list[list[int]]] = {
    Kind.DNI: [[8, 1], [2, 3, 3, 1], [2, 2, 2, 2, 1], [1] * 9],
    Kind.NIE: [[1, 7, 1], [1, 1, 3, 3, 1], [1, 7, 1]],
    Kind.NAF: [[2, 8, 2], [2, 7, 3], [4, 4, 4], [3, 3, 3, 3]],
    Kind.IBAN: [[4] * 6, [4, 4, 4, 2, 10], [2, 2, 4, 4, 2, 10]],
    Kind.CIF: [[1, 8], [1, 7, 1], [1, 2, 3, 3]],
    Kind.PHONE: [[3, 3, 3], [3, 2, 2, 2], [2, 3, 2, 2]],
    Kind.CARD: [[4, 4, 4, 4]],
}

WORD = {
    Kind.DNI: "mi DNI es",
    Kind.NIE: "NIE",
    Kind.NAF: "número de la seguridad social:",
    Kind.IBAN: "ingresen en la cuenta",
    Kind.CIF: "el CIF de la empresa",
    Kind.PHONE: "llámenme al",
    Kind.CARD: "mi tarjeta",
    Kind.EMAIL: "mi correo es",
    Kind.CASE_NUMBER: "",
}
CASE_WORDS = ["expediente", "mi solicitud n.º", "nº de registro", "CSV:", "exp.", "Expediente núm."]


def grouped(rnd: random.Random, kind: Kind, token: str) -> str:
    sizes = rnd.choice(GROUPS[kind])
    if kind is Kind.NAF and sizes == [2, 7, 3]:
        sizes = [2, 8, 2]
    parts, at = [], 0
    for size in sizes:
        parts.append(token[at : at + size])
        at += size
    assert at == len(token)
    return rnd.choice([" ", ".", "-"]).join(parts)


def dressed(rnd: random.Random, token: str) -> str:
    style = rnd.randrange(8)
    if style == 0:
        return "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in token)
    if style == 1:
        return "".join(chr(0x0660 + int(c)) if c.isdigit() else c for c in token)
    if style == 2:
        cut = rnd.randrange(1, len(token))
        return token[:cut] + rnd.choice("\u200b\u2060\ufeff\u00ad\u202e") + token[cut:]
    if style == 3:
        return token.lower()
    if style == 4:
        return token.replace(" ", "\u00a0").replace("-", "–")
    return token


def leaky_post(rnd: random.Random) -> tuple[Kind, str, int, int]:
    """A post with one identifier: its kind, the text, and where it stands."""
    kind = rnd.choice(list(MAKERS))
    token = MAKERS[kind](rnd)
    if kind in GROUPS and rnd.random() < 0.5:
        token = grouped(rnd, kind, token)
    if kind is Kind.PHONE and rnd.random() < 0.2:
        token = rnd.choice(["+34 ", "+34", "0034 "]) + token
    if kind is not Kind.EMAIL:
        token = dressed(rnd, token)
    before = rnd.choice(["@incluinfo ", "Hola, ", "Buenos días @incluinfo. Sigo esperando, "])
    after = rnd.choice([" gracias", ". ¿Qué hago?", "", ", llevo 6 meses", "\nun saludo"])
    if kind is Kind.CASE_NUMBER:
        before += rnd.choice(CASE_WORDS) + " "
    elif kind in (Kind.DNI, Kind.NIE, Kind.PHONE) and token.isalnum() and rnd.random() < 0.15:
        # Inside a word.
        before, after = before + "midatoes", "gracias"
    elif rnd.random() < 0.5:
        before += WORD[kind] + " "
    return kind, before + token + after, len(before), len(before) + len(token)


# --- clean posts ----------------------------------------------------------------------------

TOPICS = [
    "el ingreso mínimo vital", "la jubilación", "mi vida laboral", "la cita previa", "el asilo",
    "la tarjeta sanitaria europea", "la cuota de autónomos", "el permiso de nacimiento",
]  # fmt: skip
CLEAN = [
    "@incluinfo llevo desde el {date} esperando {topic}, ¿cuándo contestan?",
    "¿Es verdad que {topic} sube un {pct} % en {year}?",
    "Me han pagado {money} € y el mes pasado {money} euros por {topic}",
    "Según la Ley {law} y el RD {law}, art. {n}.{m}, me corresponde {topic}",
    "Llamo al 91 542 11 76 y al 020 y nadie contesta sobre {topic} 😡",
    "La sede https://sede.seg-social.gob.es/wps/portal/{big} da error {n} desde las {hour}",
    "Mirad https://t.co/{slug} y https://x.com/user{n}/status/{snow}",
    "@user{big} tiene {n} años y cotizó {m} meses, ¿puede pedir {topic}?",
    "Presenté {topic} el {date} a las {hour} y la resolución llegó el {date}",
    "RT @persona{n}: {n} de cada {big} solicitudes de {topic} se deniegan #IMV{year}",
    "BOE-A-{year}-{big}: ¿afecta a {topic}? Entra en vigor el {date}",
    "Vivo en {cp} y la oficina abre de 9 a 14:30, ¿cita para {topic}?",
    "Somos {n} en casa, ingresos {money} €, alquiler {money}€. ¿Tengo derecho a {topic}?",
    "El modelo TA.{n} no carga, versión {n}.{m}.{n}, pantalla 1920x1080. ¿{topic}?",
    "Gracias por la respuesta sobre {topic} 👏👏 {n}/10",
    "Cl@ve no funciona, cl@ve.gob.es da error {big} desde {year}. Soy @ana_{year}",
    "En {year}-{year2} cobré {money} y {money}, total {money} y en {date} {money}",
    "Mi abuela cobra 1.080 € con {n} años, la ley 27/2011 decía 65 y 38 años y 6 meses",
    "Hay {thousands} personas esperando {topic} y {thousands} sin cita. Del {date} al {date}",
    "El teléfono 060, el 012 o el 112: ¿a cuál llamo para {topic}? Son las {hour} del {date}",
    "Mi solicitud del {date} por {money} € sigue igual y el expediente desde {year}",
]


def clean_post(rnd: random.Random) -> str:
    def money() -> str:
        cents = f"{rnd.randrange(100):02}"
        thousands = f"{rnd.randrange(1, 9)}.{rnd.randrange(1000):03},{cents}"
        return rnd.choice(
            [thousands, f"{rnd.randrange(100, 2000)}", f"{rnd.randrange(900)},{cents}"]
        )

    def date() -> str:
        sep = rnd.choice("/-. ")
        return sep.join(
            [
                f"{rnd.randrange(1, 29):02}",
                f"{rnd.randrange(1, 13):02}",
                f"20{rnd.randrange(10, 27)}",
            ]
        )

    text = rnd.choice(CLEAN)
    fields: dict[str, Callable[[], str]] = {
        "{date}": date,
        "{money}": money,
        "{topic}": lambda: rnd.choice(TOPICS),
        "{pct}": lambda: f"{rnd.randrange(1, 10)},{rnd.randrange(10)}",
        "{year}": lambda: str(rnd.randrange(1990, 2028)),
        "{year2}": lambda: str(rnd.randrange(1990, 2028)),
        "{law}": lambda: f"{rnd.randrange(1, 1500)}/{rnd.randrange(1990, 2027)}",
        "{n}": lambda: str(rnd.randrange(1, 100)),
        "{m}": lambda: str(rnd.randrange(1, 13)),
        "{big}": lambda: str(rnd.randrange(100, 99_999)),
        "{hour}": lambda: f"{rnd.randrange(24)}:{rnd.randrange(60):02}",
        "{slug}": lambda: "".join(rnd.choices("abcdefghXYZ0123456789", k=10)),
        "{snow}": lambda: str(rnd.randrange(10**18, 2 * 10**18)),
        "{cp}": lambda: f"{rnd.randrange(1, 53):02}{rnd.randrange(1000):03}",
        "{thousands}": lambda: f"{rnd.randrange(1, 999)}.{rnd.randrange(1000):03}",
    }
    for name, make in fields.items():
        while name in text:
            text = text.replace(name, make(), 1)
    return text


# --- figures ------------------------------------------------------------------------------------


def leaks(text: str, start: int, end: int) -> bool:
    """Whether a digit of the identifier can still be read."""
    return any(char.isdigit() for char in mask(text).text[start:end])


def test_recall_on_5000_identifiers_is_at_least_995_per_mille() -> None:
    rnd = random.Random(20261123)
    posts = [leaky_post(rnd) for _ in range(5_000)]
    missed = [
        (kind, text)
        for kind, text, start, end in posts
        if leaks(text, start, end) or (kind is Kind.EMAIL and "@" in mask(text).text[start:end])
    ]
    assert len(missed) <= 25, missed[:40]


def test_false_alerts_on_10000_clean_posts_are_at_most_1_per_cent() -> None:
    rnd = random.Random(3)
    posts = [clean_post(rnd) for _ in range(10_000)]
    alerts = [p for p in posts if any(f.certain for f in find(p))]
    assert len(alerts) <= 100, alerts[:20]


def test_clean_posts_are_hardly_ever_masked() -> None:
    rnd = random.Random(4)
    posts = [clean_post(rnd) for _ in range(3_000)]
    masked = [mask(p).text for p in posts if not is_clean(p)]
    assert len(masked) <= 30, masked[:20]


def test_an_identifier_with_its_name_is_certain() -> None:
    rnd = random.Random(5)
    for kind, make in MAKERS.items():
        if kind is Kind.CASE_NUMBER:
            continue
        for _ in range(50):
            text = f"Hola, {WORD[kind]} {make(rnd)}, gracias"
            assert any(f.certain for f in find(text)), text


# --- the FAQ ------------------------------------------------------------------------------------


def test_every_answer_of_the_starter_faq_is_clean() -> None:
    entries = json.loads(resource("faq", "starter_faq.json").read_text(encoding="utf-8"))
    assert entries
    for entry in entries:
        for text in (entry["reply"], entry["question"], entry["link"] or "", *entry["variants"]):
            assert is_clean(text), text


def test_official_contacts_come_from_our_own_answers() -> None:
    contacts = official_contacts(["Llame al 928 49 89 90 o escriba a buzon@seg-social.es"])
    assert {"928498990", "buzon@seg-social.es"} <= contacts
    assert is_clean("Le atienden en el +34 928 498 990 y en buzon@seg-social.es", contacts)
    assert not is_clean("Le atienden en el 928 498 990")


# --- single cases ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("DNI 12345678Z", [Kind.DNI]),
        ("12.345.678-Z", [Kind.DNI]),
        ("mi dni es 12345678", [Kind.DNI]),
        ("DNI 12345678A, con la letra mal", [Kind.DNI]),
        ("NIF K1234567L", [Kind.DNI]),
        ("X-1234567-L", [Kind.NIE]),
        ("NAF 28/1234567/42", [Kind.NAF]),
        ("ES91 2100 0418 4502 0005 1332", [Kind.IBAN]),
        ("cuenta 2100 0418 45 0200051332", [Kind.IBAN]),
        ("cobro en FR14 2004 1010 0505 0001 3M02 606", [Kind.IBAN]),
        ("4111 1111 1111 1111", [Kind.CARD]),
        ("+212 612 345 678", [Kind.PHONE]),
        ("expediente 28/2024/0012345", [Kind.CASE_NUMBER]),
        ("ana.ruiz@gmail.com", [Kind.EMAIL]),
        ("12345678Z y 600123456", [Kind.DNI, Kind.PHONE]),
        ("1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣Z", [Kind.DNI]),
        ("𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝐙", [Kind.DNI]),
    ],
)
def test_found(text: str, kinds: list[Kind]) -> None:
    assert [f.kind for f in find(text)] == kinds
    assert mask(text).text.count(MASK)


@pytest.mark.parametrize(
    "text",
    [
        "020, 060, 012, 010, 091, 112 y 016",
        "900 123 456 y 901 16 65 65",
        "Ley 39/2015, RD 1155/2024 y Orden ISM/12/2026",
        "1.234,56 € y 150.000 euros y 600.000.000 de presupuesto",
        "el 22-11-2026 a las 9:00",
        "@user12345678 y @ana@mastodon.social",
        "https://x.com/incluinfo/status/1234567890123456789",
        "https://medium.com/@pepe/nota-2026",
        "cl@ve.gob.es",
        "BOE-A-2021-21007",
        "En 2011-2014 cobré menos y en 2015-2016 nada",
        "la solicitud del 12/03/2026",
        "expedientes de 2024-2025",
    ],
)
def test_left_alone(text: str) -> None:
    assert mask(text).text == text


def test_the_mask_takes_the_place_of_what_it_hides() -> None:
    masked = mask("Soy Ana, DNI １２３４\u200b５６７８Ｚ; gracias")
    assert masked.text == "Soy Ana, DNI " + MASK * 10 + "; gracias"
    assert [(f.start, f.end) for f in masked.findings] == [(13, 23)]


def test_bare_check_digits_are_masked_without_an_alert() -> None:
    (finding,) = find("281234567840")
    assert (finding.kind, finding.certain) == (Kind.NAF, False)


def test_check_digits() -> None:
    assert identifiers.is_naf("28123456742")
    assert identifiers.is_cif("A58818501")
    assert not identifiers.is_cif("A58818502")
    assert identifiers.is_bank_account("21000418450200051332")
    assert not identifiers.is_card("4111111111111112")


# --- laws ---------------------------------------------------------------------------------------

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["12345678Z", "X1234567L", "600123456", "ES9121000418450200051332", "a@b.es", " ", ".",
             "-", "/", "DNI ", "expediente ", "\u200b", "４", "٤", "▮", "é", "1", "28", "+34 ", "@",
             "4111 1111 1111 1111", "28/1234567/42", "ﬃ", "ß", "\ud800", "\u0301"],
        ),
        st.text(max_size=6),
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES)
def test_masking_keeps_the_length_and_everything_else(text: str) -> None:
    masked = mask(text)
    assert len(masked.text) == len(text)
    ends = 0
    for finding in masked.findings:
        assert ends <= finding.start < finding.end
        assert masked.text[ends : finding.start] == text[ends : finding.start]
        assert set(masked.text[finding.start : finding.end]) == {MASK}
        ends = finding.end
    assert masked.text[ends:] == text[ends:]


@given(PIECES)
def test_nothing_is_left_to_find_after_masking(text: str) -> None:
    masked = mask(text).text
    assert is_clean(masked)
    assert mask(masked).text == masked


@pytest.mark.parametrize(
    "unit",
    ["1 ", "1.", "12345678 ", "A1-", "@", "a@", "a.", "expediente ", "expediente n ", "DNI ",
     "ES", "+", "6" * 9, "-", "600123456", "12345678Z", "https://", "1\u200b", ".600123456"],
)  # fmt: skip
def test_hostile_repetitions_end(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert len(mask(text).text) == len(text)
