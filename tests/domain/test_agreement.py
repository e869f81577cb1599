"""A variant in another language says what the Spanish answer says, or it is not used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from incluinfo_desk.domain.agreement import Drift, drifts, spoken_in, translation_drifts
from incluinfo_desk.domain.faq import FaqEntry, Translation

SILENCE = (
    "El plazo para resolver el IMV es de seis meses. Si no contestan, puede reclamar en 30 días "
    "hábiles. Llame gratis al 020: {enlace}"
)
HOURS = (
    "No necesita cita. Le informan en el 91 542 11 76, de lunes a viernes, de 9:00 a 14:30, "
    "hasta el 30 de junio de 2027. Sin certificado, use su DNI: {enlace}"
)
MONEY = "Son 1.234,50 € al mes y no tributan; pídalo antes del 15/03/2027 en {trámite}: {enlace}"

GOOD = {
    (SILENCE, "ca"): "El termini per resoldre l'IMV és de sis mesos. Si no contesten, pot reclamar "
    "en 30 dies hàbils. Truqui gratis al 020: {enlace}",
    (SILENCE, "gl"): "O prazo para resolver o IMV é de seis meses. Se non contestan, pode reclamar "
    "en 30 días hábiles. Chame gratis ao 020: {enlace}",
    (SILENCE, "eu"): "DBE ebazteko epea sei hilabetekoa da. Erantzuten ez badute, 30 egun "
    "baliodunetan erreklamatu dezakezu. Deitu doan 020 telefonora: {enlace}",
    (SILENCE, "en"): "The deadline to decide on the IMV is six months. If they don't answer, you "
    "may appeal within 30 working days. Call 020 free of charge: {enlace}",
    (SILENCE, "es-facil"): "Tienen 6 meses para decidir sobre su IMV. Si no le contestan, tiene "
    "30 días hábiles para reclamar. El 020 es gratis: {enlace}",
    (HOURS, "ca"): "No necessita cita. L'informen al 91 542 11 76, de dilluns a divendres, de 9.00 "
    "a 14:30, fins al 30 de juny de 2027. Sense certificat, faci servir el DNI: {enlace}",
    (HOURS, "gl"): "Non precisa cita. Infórmano no 91 542 11 76, de luns a venres, de 9:00 a "
    "14:30, ata o 30 de xuño de 2027. Sen certificado, use o seu DNI: {enlace}",
    (HOURS, "eu"): "Ez duzu hitzordurik behar. Informazioa 91 542 11 76 telefonoan, astelehenetik "
    "ostiralera, 9:00etatik 14:30era, 2027ko ekainaren 30era arte. Ziurtagiririk gabe, erabili "
    "NANa: {enlace}",
    (HOURS, "en"): "You do not need an appointment. Call 91 542 11 76, Monday to Friday, from "
    "9 a.m. to 2:30 p.m., until 30 June 2027. Without a certificate, use your DNI: {enlace}",
    (MONEY, "ca"): "Són 1.234,50 € al mes i no tributen; demani-ho abans del 15/03/2027 a "
    "{trámite}: {enlace}",
    (MONEY, "en"): "It is 1,234.50 € a month and is not taxed; apply before 15 March 2027 in "
    "{trámite}: {enlace}",
    (MONEY, "gl"): "Son 1.234,5 euros ao mes e non tributan; pídao antes do 15 de marzo de 2027 "
    "en {trámite}: {enlace}",
}
_FIGURES = {
    "ca": {"sis": "set"}, "gl": {"seis": "sete"}, "eu": {"sei": "zazpi"}, "en": {"six": "seven"},
    "es-facil": {},
}  # fmt: skip
_DATES = {
    "ca": {"juny": "juliol", "dilluns": "dimarts", "divendres": "dissabte"},
    "gl": {"xuño": "xullo", "luns": "martes", "venres": "sábado", "marzo": "abril"},
    "eu": {"ekainaren": "uztailaren", "astelehenetik": "asteartetik", "ostiralera": "larunbatera"},
    "en": {"June": "July", "Monday": "Tuesday", "Friday": "Saturday", "March": "May"},
    "es-facil": {},
}
_UNITS = {
    "ca": {"mesos": "anys", "dies": "setmanes", "hàbils": ""},
    "gl": {"meses": "anos", "días": "semanas", "hábiles": ""},
    "eu": {"hilabetekoa": "urtekoa", "egun": "aste", "baliodunetan": "barruan"},
    "en": {"months": "years", "days": "weeks", "working": ""},
    "es-facil": {"meses": "años", "días": "semanas", "hábiles": ""},
}
_NEGATIONS = {
    "ca": r"\b(?:no|sense)\b", "gl": r"\b(?:non|sen)\b", "eu": r"\b(?:ez|gabe)\b",
    "en": r"\b(?:not|without)\b|n't\b", "es-facil": r"\bno\b",
}  # fmt: skip


def mutants(text: str, language: str) -> Iterator[str]:
    """One fact changed at a time: each digit, numeral, unit, date, negation, slot, link."""
    for digit in re.finditer(r"\d", text):
        other = str((int(digit.group()) + 1) % 10)
        yield text[: digit.start()] + other + text[digit.end() :]
    for words in (_FIGURES, _DATES, _UNITS):
        for word, other in words[language].items():
            if re.search(rf"\b{word}\b", text):
                yield re.sub(rf"\b{word}\b", other, text, count=1)
    for negation in re.finditer(_NEGATIONS[language], text, re.IGNORECASE):
        yield text[: negation.start()] + text[negation.end() :]
    no = {"ca": "no", "gl": "non", "eu": "ez", "en": "not", "es-facil": "no"}[language]
    for space in list(re.finditer(" ", text)):
        yield f"{text[: space.start()]} {no}{text[space.start() :]}"
    yield text.replace("{enlace}", "")
    yield text.replace("{enlace}", "{plazo}")
    yield text.replace("{enlace}", "https://estafa.example/imv")


@pytest.mark.parametrize(("spanish", "language"), GOOD)
def test_a_good_translation_raises_no_alarm(spanish: str, language: str) -> None:
    assert drifts(spanish, GOOD[spanish, language], language) == frozenset()


def test_of_the_changed_facts_at_least_98_in_100_are_caught() -> None:
    made = [
        (spanish, language, mutant)
        for (spanish, language), text in GOOD.items()
        for mutant in mutants(text, language)
    ]
    missed = [each for each in made if not drifts(*(each[0], each[2], each[1]))]
    assert len(made) > 400
    assert len(missed) <= 0.02 * len(made), missed


ENTRY = FaqEntry(
    id="imv",
    topic="imv",
    question="¿?",
    reply=SILENCE,
    link="https://www.seg-social.es/es/imv",
    translations=(
        Translation("ca", GOOD[SILENCE, "ca"], "https://www.seg-social.es/ca/imv"),
        Translation("gl", GOOD[SILENCE, "gl"].replace("seis", "sete")),
        Translation("en", GOOD[SILENCE, "en"], "https://www.seg-social.es/en/otra"),
        Translation("eu", GOOD[SILENCE, "eu"]),
    ),
)


def test_who_writes_in_a_language_is_answered_in_it_when_the_variant_agrees() -> None:
    catalan = spoken_in(ENTRY, "ca")
    assert (catalan.language, catalan.rendered()) == (
        "ca",
        GOOD[SILENCE, "ca"].replace("{enlace}", "https://www.seg-social.es/ca/imv"),
    )
    assert spoken_in(ENTRY, "eu").link == ENTRY.link, "its own page where there is no other"


@pytest.mark.parametrize("language", ["gl", "en", "es", "und", "fr"])
def test_else_the_spanish_text_stays(language: str) -> None:
    assert spoken_in(ENTRY, language) is ENTRY


def test_a_page_in_another_language_is_the_same_and_another_page_is_not() -> None:
    ca, _, en, _ = ENTRY.translations
    assert translation_drifts(ENTRY, ca) == frozenset()
    assert translation_drifts(ENTRY, en) == {Drift.LINK}
    assert translation_drifts(ENTRY, replace(ca, link="https://x.example/ca/imv")) == {Drift.LINK}
