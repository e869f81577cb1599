"""What keeps an entry with a variant in another language from being verified."""

from __future__ import annotations

import pytest

from incluinfo_desk.domain.agreement import Disagreement, Drift
from incluinfo_desk.domain.faq import FaqEntry, FaqRule, Translation
from incluinfo_desk.domain.variants import VariantFlaw, variant_flaws, variant_text

ENTRY = FaqEntry(
    id="imv",
    topic="imv",
    question="¿?",
    reply="El plazo es de seis meses. Llame al 020: {enlace}",
    link="https://www.seg-social.es/es/imv",
)
GOOD = "El termini és de sis mesos. Truqui al 020: {enlace}"
FITS = "El termini és de sis mesos. Truqui al 020: {enlace} "


def flaws(reply: str, link: str | None = None) -> list[VariantFlaw]:
    return list(variant_flaws(ENTRY, Translation("ca", reply, link)))


def test_a_good_variant_has_none_and_shows_its_own_page() -> None:
    assert flaws(GOOD) == []
    assert flaws(FITS + "a" * (280 - 43 - 23 - 1)) == []
    own = Translation("ca", GOOD, "https://www.seg-social.es/ca/imv")
    assert variant_text(ENTRY, own) == GOOD.replace("{enlace}", own.link or "")


@pytest.mark.parametrize(
    ("reply", "link", "expected"),
    [
        (" \n", None, VariantFlaw(FaqRule.VARIANT_EMPTY, "ca")),
        (FITS + "a" * 217, None, VariantFlaw(FaqRule.VARIANT_TOO_LONG, "ca", over=4)),
        (f"{GOOD} DNI 12345678Z", None, VariantFlaw(FaqRule.VARIANT_PERSONAL_DATA, "ca")),
        (
            GOOD,
            "http://www.seg-social.es/ca/imv",
            VariantFlaw(FaqRule.VARIANT_LINK, "ca"),
        ),
        (
            GOOD.replace("sis", "set"),
            None,
            VariantFlaw(
                FaqRule.VARIANT_DISAGREES,
                "ca",
                differs=Disagreement(Drift.NUMBER, ("6 m",), ("7 m",)),
            ),
        ),
        (
            GOOD.replace("termini", "termini de {tràmit}"),
            None,
            VariantFlaw(
                FaqRule.VARIANT_DISAGREES, "ca", differs=Disagreement(Drift.SLOT, (), ("{tràmit}",))
            ),
        ),
    ],
)
def test_each_flaw_is_named(reply: str, link: str | None, expected: VariantFlaw) -> None:
    assert expected in flaws(reply, link)
