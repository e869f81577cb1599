"""Translations written apart from the rules: none raises an alarm, every exchange is caught."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from incluinfo_desk.domain.agreement import Disagreement, Drift, disagreements, drifts

OFFICE = (
    "La oficina abre de lunes a jueves de 9:00 a 17:30 y los viernes de 9:00 a 14:00. Llame al "
    "900 166 565 o al 91 541 25 30 para pedir cita; sin cita no le atenderán: {enlace}"
)
TERMS = (
    "Tiene 30 días hábiles para reclamar. Si no le contestan en 45 días, tiene dos meses para ir "
    "al Juzgado. No hace falta abogado hasta 2.000,50 €: {enlace}"
)
DATES = (
    "El plazo va del 1 de abril al 30 de junio de 2027. Quien no llegue a tiempo puede pedirlo "
    "desde el 1 de septiembre, pero pierde un mes de pago. Tampoco se cobra en agosto: {enlace}"
)
PARENTS = (
    "Son 19 semanas para cada progenitor: las seis primeras tras el parto, a jornada completa. "
    "Pídalo en 15 días. Nadie más puede pedirlo por usted, salvo con poder: {enlace}"
)
MONEY = (
    "Con un hijo, la renta es de 733,60 € al mes; con dos, de 902,89 €. No sume la pensión no "
    "contributiva. Se revisa cada 12 meses, el 31/12/2027 a más tardar: {enlace}"
)
AGES = (
    "Debe tener al menos 23 años y llevar 1 año en España, o 18 años si viene de un centro de "
    "menores. No solo cuenta la renta: también el patrimonio, sin la vivienda: {enlace}"
)

GOOD = [
    (OFFICE, "ca", "L'oficina obre de dilluns a dijous de 9.00 a 17.30 h i els divendres de 9.00 a "
     "14.00 h. Truqui al 900 166 565 o al 91 541 25 30 per demanar cita; sense cita no l'atendran: "
     "{enlace}"),
    (OFFICE, "gl", "A oficina abre de luns a xoves de 9:00 a 17:30 e os venres de 9:00 a 14:00. "
     "Chame ao 900166565 ou ao 91 541 25 30 para pedir cita; sen cita non o atenderán: {enlace}"),
    (OFFICE, "en", "The office is open Monday to Thursday from 9 a.m. to 5.30 p.m. and on Fridays "
     "from 9 a.m. to 2 p.m. Call 900 166 565 or 91 541 25 30 for an appointment; you cannot be "
     "seen without one: {enlace}"),
    (OFFICE, "eu", "Bulegoa astelehenetik ostegunera 9:00etatik 17:30era zabaltzen da, eta "
     "ostiraletan 9:00etatik 14:00etara. Deitu 900 166 565era edo 91 541 25 30era hitzordua "
     "eskatzeko; hitzordurik gabe ez zaituzte hartuko: {enlace}"),
    (OFFICE, "es-facil", "La oficina abre de lunes a jueves, de 9 a 17:30. El viernes abre de 9 a "
     "14. Pida cita en el 900 166 565 o en el 91 541 25 30. Sin cita no le pueden atender: "
     "{enlace}"),
    (TERMS, "ca", "Té 30 dies hàbils per reclamar. Si no li contesten en 45 dies, té 2 mesos per "
     "anar al Jutjat. No cal advocat fins a 2.000,50 euros: {enlace}"),
    (TERMS, "gl", "Ten trinta días hábiles para reclamar. Se non lle contestan en 45 días, ten "
     "dous meses para ir ao Xulgado. Non fai falta avogado ata 2.000,50 €: {enlace}"),
    (TERMS, "en", "You have 30 working days to appeal. If you don't get an answer in forty-five "
     "days, you have two months to go to court. You do not need a lawyer up to €2,000.50: "
     "{enlace}"),
    (TERMS, "en", "You may appeal within 30 business days. With no answer after 45 days, you have "
     "2 months to go to court. No lawyer is needed up to 2,000.5 euros: {enlace}"),
    (TERMS, "eu", "30 lanegun dituzu erreklamatzeko. 45 egunetan erantzuten ez badute, bi hilabete "
     "dituzu epaitegira joateko. Ez da abokaturik behar 2.000,50 euro arte: {enlace}"),
    (TERMS, "es-facil", "Puede reclamar en 30 días hábiles. ¿No le contestan en 45 días? Entonces "
     "tiene 2 meses para ir al Juzgado. Hasta 2.000,50 euros no necesita abogado: {enlace}"),
    (DATES, "ca", "El termini va de l'1 d'abril al 30 de juny del 2027. Qui no hi arribi a temps "
     "ho pot demanar des de l'1 de setembre, però perd un mes de pagament. Tampoc es cobra a "
     "l'agost: {enlace}"),
    (DATES, "gl", "O prazo vai do 1 de abril ao 30 de xuño de 2027. Quen non chegue a tempo pode "
     "pedilo desde o 1 de setembro, pero perde un mes de pago. Tampouco se cobra en agosto: "
     "{enlace}"),
    (DATES, "en", "You can apply from 1 April to 30 June 2027. If you do not apply in time, you "
     "may do so from 1st September, but you lose one month's payment. Nothing is paid in August "
     "either: {enlace}"),
    (DATES, "en", "The period runs from April 1 to June 30, 2027. Those who can't make it may "
     "apply from September 1 but lose a month of payment. August is not paid: {enlace}"),
    (DATES, "eu", "Epea 2027ko apirilaren 1etik ekainaren 30era da. Garaiz iristen ez denak "
     "irailaren 1etik aurrera eska dezake, baina hilabete bateko ordainketa galtzen du. Abuztuan "
     "ere ez da kobratzen: {enlace}"),
    (PARENTS, "ca", "Són 19 setmanes per a cada progenitor: les sis primeres després del part, a "
     "jornada completa. Demani-ho en quinze dies. Ningú més no ho pot demanar per vostè, llevat "
     "que tingui poder: {enlace}"),
    (PARENTS, "gl", "Son 19 semanas para cada proxenitor: as seis primeiras tras o parto, a "
     "xornada completa. Pídao en 15 días. Ninguén máis pode pedilo por vostede, agás con poder: "
     "{enlace}"),
    (PARENTS, "en", "Each parent has nineteen weeks: the first six after birth, full time. Apply "
     "within 15 days. Nobody else can apply for you, except with a power of attorney: {enlace}"),
    (PARENTS, "eu", "Guraso bakoitzak 19 aste ditu: lehenengo seiak erditu ondoren, lanaldi osoan. "
     "Eskatu 15 eguneko epean. Beste inork ezin du zure ordez eskatu, ahalordearekin izan ezik: "
     "{enlace}"),
    (MONEY, "ca", "Amb un fill, la renda és de 733,60 € al mes; amb dos, de 902,89 €. No hi sumi "
     "la pensió no contributiva. Es revisa cada 12 mesos, el 31 de desembre de 2027 com a màxim: "
     "{enlace}"),
    (MONEY, "gl", "Cun fillo, a renda é de 733,60 euros ao mes; con dous, de 902,89. Non sume a "
     "pensión non contributiva. Revísase cada 12 meses, o 31/12/2027 como moi tarde: {enlace}"
     .replace("902,89", "902,89 €")),
    (MONEY, "en", "With one child the income is €733.60 a month; with two, €902.89. Do not add the "
     "non-contributory pension. It is reviewed every 12 months, no later than 31 December 2027: "
     "{enlace}"),
    (AGES, "ca", "Ha de tenir almenys 23 anys i fer un any que és a Espanya, o 18 anys si ve d'un "
     "centre de menors. No només compta la renda: també el patrimoni, sense l'habitatge: {enlace}"),
    (AGES, "gl", "Debe ter polo menos 23 anos e levar un ano en España, ou 18 anos se vén dun "
     "centro de menores. Non só conta a renda: tamén o patrimonio, sen a vivenda: {enlace}"),
    (AGES, "en", "You must be at least 23 years old and have been in Spain for a year, or be 18 "
     "years old if you come from a centre for minors. Not only income counts: assets do too, "
     "without your home: {enlace}"),
    (AGES, "eu", "Gutxienez 23 urte izan behar dituzu eta urtebete egon Espainian, edo 18 urte "
     "adingabeen zentro batetik bazatoz. Errenta ez ezik ondarea ere kontuan hartzen da, "
     "etxebizitza gabe: {enlace}"),
    (AGES, "es-facil", "Tiene que tener 23 años o más y llevar un año en España. Si viene de un "
     "centro de menores, basta con 18 años. Cuenta el dinero que gana y lo que tiene, sin contar "
     "su casa: {enlace}"),
]  # fmt: skip
_FILE = Path(__file__).with_name("agreement_translations.json")
FREE = [
    (answer["es"], language, text)
    for answer in json.loads(_FILE.read_text("utf-8"))
    for language, text in answer.items()
    if language != "es"
]
"""Answers of the starter FAQ, freely put into other languages before the rules saw them."""
_MONTHS = {
    "es": "abril junio septiembre agosto diciembre", "ca": "abril juny setembre agost desembre",
    "gl": "abril xuño setembro agosto decembro", "en": "April June September August December",
    "eu": "apirilaren ekainaren irailaren",
}  # fmt: skip
_DAYS = {
    "es": "lunes jueves viernes viernes", "ca": "dilluns dijous divendres",
    "gl": "luns xoves venres", "en": "Monday Thursday", "eu": "astelehenetik ostegunera",
}  # fmt: skip
_FIGURE = re.compile(r"(?<!\w)\d+(?:[.:,]\d+)*(?= (?:\d\d ?)*|\b)")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_PHONE = re.compile(r"\b\d{2,3} \d{2,3} \d{2,3}(?: \d\d)?\b")
_UNITS = (
    r"(\d+|sis|seis|six|bi|dos|dous|two)(?= (?:d[ií][ae]s|days|egun|mes|months|hilabete))",
    r"€?\d+[.,]\d\d(?: €| euros?)?",
    r"\d+(?= (?:a[nñ]os|anys|years|urte))",
)


def exchanged(text: str, language: str) -> Iterator[str]:
    """Each two facts of one kind in each other's place."""
    patterns = [_CLOCK, _PHONE, *map(re.compile, _UNITS)]
    for names in (_MONTHS, _DAYS):
        patterns.append(re.compile(rf"\b(?:{'|'.join(names[language.partition('-')[0]].split())})"))
    for pattern in patterns:
        found = list(pattern.finditer(text))
        for one, two in combinations(found, 2):
            if one.group() == two.group():
                continue
            between = text[one.end() : two.start()]
            yield text[: one.start()] + two.group() + between + one.group() + text[two.end() :]


@pytest.mark.parametrize(("spanish", "language", "text"), GOOD)
def test_a_fresh_good_translation_raises_no_alarm(spanish: str, language: str, text: str) -> None:
    assert disagreements(spanish, text, language) == ()


def test_of_84_free_translations_two_raise_an_alarm() -> None:
    """They say with a negation what the Spanish says without one, and the other way round."""
    alarms = [text for spanish, language, text in FREE if disagreements(spanish, text, language)]
    assert len(FREE) == 84
    assert [text[:30] for text in alarms] == [
        "Apply to your mutua by the las",
        "Non-contributory retirement an",
    ]


def test_two_facts_exchanged_are_caught_every_time() -> None:
    made = [
        (spanish, language, wrong)
        for spanish, language, text in [*GOOD, *FREE]
        for wrong in exchanged(text, language)
    ]
    assert len(made) > 150
    assert [each for each in made if not drifts(each[0], each[2], each[1])] == []


def test_what_differs_is_told() -> None:
    catalan = GOOD[5][2]
    wrong = catalan.replace("2 mesos", "3 mesos").replace("No cal", "Cal")
    assert disagreements(TERMS, wrong, "ca") == (
        Disagreement(Drift.NUMBER, ("2 m",), ("3 m",)),
        Disagreement(Drift.NEGATION, ("no",), ()),
    )
    swapped = catalan.replace("30", "x").replace("45", "30").replace("x", "45")
    assert {each.kind for each in disagreements(TERMS, swapped, "ca")} == {Drift.NUMBER}
    hours = GOOD[0][2].replace("17.30", "x").replace("14.00", "17.30").replace("x", "14.00")
    (order,) = disagreements(OFFICE, hours, "ca")
    assert order.kind is Drift.ORDER
    assert order.missing != order.extra
    assert sorted(order.missing) == sorted(order.extra)


def test_a_language_without_rules_is_compared_in_what_needs_none() -> None:
    assert disagreements(OFFICE, OFFICE.replace("lunes", "Montag"), "de") == ()
    assert drifts(OFFICE, OFFICE.replace("17:30", "18:30"), "de") == {Drift.NUMBER}
