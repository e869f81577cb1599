"""What a hoax is, what is advised about it, and what a rebuttal may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from incluinfo_desk.domain.hoax import (
    Harm,
    Hoax,
    HoaxState,
    Reach,
    Rebuttal,
    Scope,
    Sighting,
    Source,
    Step,
    Wave,
    Why,
    advise,
    compose,
    flaws,
    in_order,
    lint,
    neutral,
    state_after,
    with_wording,
)
from incluinfo_desk.domain.problems import Flaw, RebuttalFlawed

LAW = Source("Ley General de la Seguridad Social", "https://www.boe.es/buscar/act.php?id=X")
LETTER = Hoax(
    id="carta",
    claim="La Seguridad Social envía una carta y quien no la conteste en 15 días pierde la pensión",
    first_seen=date(2025, 9, 1),
    wordings=("Si recibes esta carta en septiembre, tienes 15 días o te quedas sin nada",),
    sources=(LAW,),
    rebuttal=Rebuttal(
        fact="Su pensión se sigue pagando: ninguna norma obliga a rellenar un formulario.",
        why_false="No se ha enviado ninguna carta masiva que condicione el cobro.",
        source="Ley General de la Seguridad Social",
        where_to_check="www.seg-social.es o su oficina, con cita previa.",
    ),
)


def kinds(hoax: Hoax) -> set[Flaw]:
    return {each.flaw for each in flaws(hoax) if isinstance(each, RebuttalFlawed)}


def test_the_fact_leads_and_the_source_is_named_with_its_address() -> None:
    text = compose(LETTER)
    assert text.startswith("Su pensión se sigue pagando")
    assert "Fuente: Ley General de la Seguridad Social https://www.boe.es/" in text
    assert text.index("Fuente:") < text.index("Dónde comprobarlo:")
    assert flaws(LETTER) == []
    assert state_after(LETTER) is HoaxState.PREPARED


@pytest.mark.parametrize(
    ("changed", "flaw"),
    [
        ({"sources": ()}, Flaw.NO_SOURCE),
        ({"sources": (Source("Un diario", "https://www.hoy.es/x"),)}, Flaw.NO_SOURCE),
        ({"sources": (Source("Parece", "https://seg-social.es.example.com"),)}, Flaw.NO_SOURCE),
        ({"scope": Scope.OTHER_BODY, "body": "Agencia Tributaria"}, Flaw.OTHER_BODY),
        ({"scope": Scope.UNVERIFIABLE}, Flaw.UNVERIFIABLE),
        ({"claim": " "}, Flaw.NO_CLAIM),
        ({"rebuttal": replace(LETTER.rebuttal, why_false="")}, Flaw.INCOMPLETE),
    ],
)
def test_without_these_nothing_is_published(changed: dict[str, object], flaw: Flaw) -> None:
    hoax = replace(LETTER, **changed)  # type: ignore[arg-type]
    assert flaw in kinds(hoax)
    assert state_after(hoax) is HoaxState.DRAFT


@pytest.mark.parametrize(
    ("fact", "flaw"),
    [
        (LETTER.claim + ".", Flaw.REPEATS),
        ("¿Una carta de 15 días? No existe.", Flaw.NOT_FACT_FIRST),
        ("Es un bulo: no hay ninguna carta.", Flaw.NOT_FACT_FIRST),
        ("No es verdad: «recibes esta carta en septiembre, tienes 15 días o».", Flaw.QUOTES),
        ("Lo dicen aquí: https://x.com/alguien/status/1 y no es así.", Flaw.QUOTES),
    ],
)
def test_a_rebuttal_neither_quotes_nor_leads_with_the_claim(fact: str, flaw: Flaw) -> None:
    assert flaw in lint(replace(LETTER, rebuttal=replace(LETTER.rebuttal, fact=fact)))


def test_our_own_earlier_rebuttal_may_be_linked() -> None:
    where = "https://x.com/incluinfo/status/1"
    hoax = replace(LETTER, rebuttal=replace(LETTER.rebuttal, where_to_check=where))
    assert lint(hoax) == []


@pytest.mark.parametrize(
    ("scope", "harm", "reach", "step", "why"),
    [
        (Scope.OTHER_BODY, Harm.HIGH, Reach(500, 80, 3), Step.FORWARD, Why.NOT_OURS),
        (Scope.OURS, Harm.LOW, Reach(1), Step.IGNORE, Why.FEW_ASK),
        (Scope.OURS, Harm.LOW, Reach(4), Step.PREPARE, Why.SOME_ASK),
        (Scope.OURS, Harm.LOW, Reach(10), Step.REBUT, Why.MANY_ASK),
        (Scope.OURS, Harm.LOW, Reach(2, 5), Step.REBUT, Why.FAST),
        (Scope.OURS, Harm.HIGH, Reach(1), Step.PREPARE, Why.HARMS),
        (Scope.OURS, Harm.HIGH, Reach(3), Step.REBUT, Why.HARMS),
        (Scope.OURS, Harm.MEDIUM, Reach(0, 0, 1), Step.PREPARE, Why.RETURNS),
        (Scope.OURS, Harm.MEDIUM, Reach(3, 0, 1), Step.REBUT, Why.RETURNS),
        (Scope.UNVERIFIABLE, Harm.LOW, Reach(4), Step.IGNORE, Why.UNVERIFIABLE),
        (Scope.UNVERIFIABLE, Harm.LOW, Reach(40), Step.PREPARE, Why.UNVERIFIABLE),
    ],
)
def test_the_ladder_says_its_step_and_why(
    scope: Scope, harm: Harm, reach: Reach, step: Step, why: Why
) -> None:
    advice = advise(scope, harm, reach)
    assert advice.step is step
    assert why in {reason.why for reason in advice.reasons}


def test_it_remembers_when_it_was_seen_before_the_present_wave() -> None:
    hoax = replace(
        LETTER,
        seen=(
            Sighting(date(2025, 9, 1), 1),
            Sighting(date(2025, 9, 6), 2),
            Sighting(date(2026, 11, 24), 4),
        ),
    )
    today = date(2026, 11, 25)
    assert hoax.waves() == (
        Wave(date(2025, 9, 1), date(2025, 9, 6), 3),
        Wave(date(2026, 11, 24), date(2026, 11, 24), 4),
    )
    assert hoax.before(today) == Wave(date(2025, 9, 1), date(2025, 9, 6), 3)
    assert hoax.total == 7
    assert replace(hoax, seen=hoax.seen[2:]).before(today) is None


def test_a_wording_is_kept_without_names_and_once() -> None:
    kept = with_wording(LETTER, "@incluinfo @ana_r  ¿lo de la carta?? https://t.co/x")
    assert kept.wordings[-1] == "¿lo de la carta??"
    assert with_wording(kept, "@otro ¿Lo de la carta??") is kept
    assert neutral("@a") == ""


def test_those_people_ask_about_come_first_and_archived_ones_last() -> None:
    asked = replace(LETTER, id="a", askers=3)
    late = replace(LETTER, id="l", seen=(Sighting(date(2026, 11, 1), 1),))
    shelved = replace(asked, id="s", state=HoaxState.ARCHIVED)
    assert [h.id for h in in_order([shelved, LETTER, late, asked])] == ["a", "l", "carta", "s"]
