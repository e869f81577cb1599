"""The FAQ: rules, verification, files with broken rows, and suggestions that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from incluinfo_desk.domain.agreement import Disagreement, Drift
from incluinfo_desk.domain.events import ConversationsChanged, FaqChanged
from incluinfo_desk.domain.faq import FaqEntry, FaqRule, FaqState, Translation
from incluinfo_desk.domain.problems import (
    BrokenRule,
    NotAllowed,
    Trouble,
)
from incluinfo_desk.ui import wording

from .stage import QUESTION, SILENCE, Stage, play

ENTRY = FaqEntry(
    id="imv-nuevo",
    topic="imv",
    question="¿Puedo cobrar el IMV con una beca ornitológica?",
    reply="Sí, son compatibles. Más información: {enlace}",
    variants=("Tengo una beca ornitológica, ¿pierdo el IMV?",),
    link="https://www.seg-social.es/becas",
    source="https://www.boe.es",
)
BIRDS = "Me han dado una beca ornitológica @incluinfo, ¿pierdo el IMV?"


async def entry(s: Stage, faq_id: str) -> FaqEntry:
    found = await s.store.faq.get(faq_id)
    assert found is not None
    return found


def test_a_new_entry_is_suggested_at_once_and_hints_follow(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked(BIRDS)
        assert (await s.conversation(cid)).hint.faq_id is None
        saved = await s.edit_faq.save(replace(ENTRY, state=FaqState.VERIFIED), None)
        assert (saved.revision, saved.verified_by, saved.verified_at) == (
            1, "MR", s.clock.now(),
        )  # fmt: skip
        offer = await s.suggesting.for_conversation(cid)
        assert offer.one_click == saved
        await s.background.settle("rehint")
        assert (await s.conversation(cid)).hint.faq_id == ENTRY.id
        assert s.heard(FaqChanged) == [FaqChanged((ENTRY.id,))]
        assert s.heard(ConversationsChanged)[-1].conversations == (cid,)

    play(tmp_path, act)


def test_a_retired_entry_is_suggested_no_more(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked(QUESTION)
        assert (await s.conversation(cid)).hint.faq_id == SILENCE
        await s.edit_faq.set_state([SILENCE], FaqState.RETIRED)
        ranking = await s.suggesting.for_text(QUESTION)
        assert SILENCE not in [r.faq_id for r in ranking.suggestions]
        await s.background.settle("rehint")
        assert (await s.conversation(cid)).hint.faq_id != SILENCE

    play(tmp_path, act)


def test_two_editors_do_not_overwrite_each_other(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        before = replace(await entry(s, SILENCE), translations=())
        await s.edit_faq.save(replace(before, reply="Seis meses."), before.revision)
        with pytest.raises(Trouble) as raised:
            await s.edit_faq.save(replace(before, reply="Siete."), before.revision)
        assert isinstance(raised.value.problem, NotAllowed)
        assert (await entry(s, SILENCE)).reply == "Seis meses."

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"id": "Con Espacios"}, FaqRule.ID),
        ({"question": " "}, FaqRule.QUESTION_EMPTY),
        ({"reply": ""}, FaqRule.REPLY_EMPTY),
        ({"topic": "fútbol"}, FaqRule.TOPIC_UNKNOWN),
        ({"link": "http://www.seg-social.es"}, FaqRule.LINK_NOT_HTTPS),
        ({"link": "https://"}, FaqRule.LINK_NOT_HTTPS),
        ({"link": None}, FaqRule.LINK_SLOT_WITHOUT_LINK),
        ({"reply": "a" * 258 + " {enlace}"}, FaqRule.TOO_LONG),
        ({"reply": "Escriba a su gestor, DNI 12345678Z."}, FaqRule.PERSONAL_DATA),
        ({"state": FaqState.VERIFIED, "verified_by": "MR", "source": ""}, FaqRule.SOURCE_MISSING),
        ({"state": FaqState.VERIFIED}, FaqRule.VERIFIER_MISSING),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, changes: dict[str, object], rule: FaqRule) -> None:
    async def act(s: Stage) -> None:
        broken = replace(ENTRY, **changes)  # type: ignore[arg-type]
        assert s.edit_faq.check(broken) == [BrokenRule(rule.value)]
        if rule is FaqRule.VERIFIER_MISSING:
            s.officer = ""
        with pytest.raises(Trouble) as raised:
            await s.edit_faq.save(broken, None)
        assert raised.value.problem == BrokenRule(rule.value)
        assert await s.store.faq.get(broken.id) is None

    play(tmp_path, act)


def test_an_answer_as_long_as_x_allows_with_its_link_is_fine(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        # 256 + a space + 23 for the link, whatever its own length.
        long = replace(ENTRY, reply="a" * 256 + " {enlace}", link=f"https://x.es/{'b' * 90}")
        assert s.edit_faq.check(long) == []
        named = replace(ENTRY, reply="Llame a la oficina, teléfono 954 12 34 56.")
        assert s.edit_faq.check(named) == []

    play(tmp_path, act)


def test_many_are_verified_at_once_and_the_broken_named(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.edit_faq.save(ENTRY, None)
        await s.edit_faq.save(replace(ENTRY, id="sin-fuente", source=None), None)
        done = await s.edit_faq.verify([ENTRY.id, "sin-fuente", "no-existe"])
        assert done.done == 1
        assert done.refused == {"sin-fuente": BrokenRule("source_missing")}
        assert (await entry(s, ENTRY.id)).verified_by == "MR"
        assert (await entry(s, "sin-fuente")).state is FaqState.DRAFT

    play(tmp_path, act)


def test_moves_keep_to_the_rules_of_an_answers_life(tmp_path: Path) -> None:
    """Illegal moves are refused by name, a review keeps its reason until somebody verifies,
    nobody verifies for a day that is over, and what is anticipated names its start."""

    async def act(s: Stage) -> None:
        await s.edit_faq.set_state([SILENCE], FaqState.RETIRED)
        refused = await s.edit_faq.verify([SILENCE])
        assert (refused.done, refused.refused) == (0, {SILENCE: BrokenRule(FaqRule.MOVE.value)})
        assert (await entry(s, SILENCE)).state is FaqState.RETIRED
        assert (await s.edit_faq.set_state([SILENCE], FaqState.DRAFT)).done == 1
        await s.edit_faq.set_state([SILENCE], FaqState.UNDER_REVIEW, "lo lee el INSS")
        assert (await entry(s, SILENCE)).review_reason == "lo lee el INSS"
        await s.edit_faq.verify([SILENCE])
        assert (await entry(s, SILENCE)).review_reason == ""
        old = replace(await entry(s, SILENCE), review_by=date(2026, 11, 22))
        stored = await s.store.faq.save(old, by="AB", expect_revision=old.revision)
        rule = BrokenRule(FaqRule.REVIEW_PAST.value)
        assert (await s.edit_faq.verify([SILENCE])).refused == {SILENCE: rule}
        with pytest.raises(Trouble) as raised:
            await s.edit_faq.save(stored, stored.revision)
        assert raised.value.problem == rule
        renewed = replace(stored, review_by=date(2027, 11, 22))
        assert (await s.edit_faq.save(renewed, stored.revision)).verified_by == "MR"
        await s.edit_faq.save(ENTRY, None)
        rule = BrokenRule(FaqRule.START_MISSING.value)
        anticipated = await s.edit_faq.set_state([ENTRY.id], FaqState.ANTICIPATED)
        assert anticipated.refused == {ENTRY.id: rule}
        waiting = replace(await entry(s, ENTRY.id), norms=("BOE-A-2015-11724",))
        await s.edit_faq.save(waiting, 1)
        assert (await s.edit_faq.set_state([ENTRY.id], FaqState.ANTICIPATED)).done == 1
        now = await entry(s, ENTRY.id)
        assert (now.state, now.verified_by) == (FaqState.ANTICIPATED, "MR")

    play(tmp_path, act)


def test_nobody_verifies_an_answer_whose_variant_says_something_else(tmp_path: Path) -> None:
    """A draft may hold what is still to be worked on; a data leak it may not."""

    async def act(s: Stage) -> None:
        before = await entry(s, SILENCE)
        galician = Translation("gl", "O prazo é de sete meses. Chame ao 020: {enlace}")
        spanish = "El plazo es de seis meses. Llame al 020: {enlace}"
        draft = replace(
            before, reply=spanish, state=FaqState.DRAFT, translations=(galician,), review_by=None
        )
        stored = await s.edit_faq.save(draft, before.revision)
        (refused,) = (await s.edit_faq.verify([SILENCE])).refused.values()
        assert (refused.rule, refused.variant and refused.variant.language) == (
            FaqRule.VARIANT_DISAGREES.value,
            "gl",
        )
        assert refused.variant is not None
        assert refused.variant.differs == Disagreement(Drift.NUMBER, ("6 m",), ("7 m",))
        said = wording.say(refused).sentence
        assert said == "galego: Cifras: falta «6 meses», sobra «7 meses»."
        leak = Translation("gl", "O prazo é de seis meses, DNI 12345678Z. Chame ao 020: {enlace}")
        with pytest.raises(Trouble) as raised:
            await s.edit_faq.save(replace(stored, translations=(leak,)), stored.revision)
        assert isinstance(raised.value.problem, BrokenRule)
        assert raised.value.problem.rule == FaqRule.VARIANT_PERSONAL_DATA.value
        right = replace(galician, reply=galician.reply.replace("sete", "seis"))
        await s.edit_faq.save(replace(stored, translations=(right,)), stored.revision)
        assert (await s.edit_faq.verify([SILENCE])).done == 1

    play(tmp_path, act)
