"""Who writes in Catalan is answered in Catalan by one key, when that variant tells the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import Translation
from incluinfo_desk.operations.answer import Shown

from .stage import SILENCE, Stage, play

ASKED = (
    "Bon dia, vaig demanar l'ingrés mínim vital fa set mesos i no em contesten, "
    "el termini de resolució del IMV? silenci administratiu"
)
CATALAN = (
    "El termini per resoldre l'IMV és de sis mesos. Si el supera sense resposta, la llei el "
    "considera desestimat per silenci, però l'INSS continua obligat a resoldre. Pot consultar "
    "l'estat o trucar gratis al 020: {enlace}"
)


@pytest.mark.parametrize("wrong", [False, True])
def test_the_variant_is_offered_and_sent_only_when_it_agrees(tmp_path: Path, wrong: bool) -> None:
    async def act(s: Stage) -> None:
        entry = await s.store.faq.get(SILENCE)
        assert entry is not None
        reply = CATALAN.replace("sis mesos", "nou mesos") if wrong else CATALAN
        spoken = replace(entry, translations=(Translation("ca", reply),))
        # Not through the form, which refuses a wrong one: as an older desk stored it.
        await s.store.faq.save(spoken, by="LB", expect_revision=entry.revision)
        await s.edit_faq.spread([SILENCE])
        cid = await s.asked(ASKED)
        offer = await s.suggesting.for_conversation(cid)
        assert offer.ranking.language == "ca"
        shown = offer.entries[SILENCE]
        assert shown.language == ("es" if wrong else "ca")
        conversation = await s.conversation(cid)
        item = await s.answering.one_click(cid, SILENCE, Shown(conversation, offer))
        sent = entry.rendered() if wrong else CATALAN.replace("{enlace}", entry.link or "")
        assert item.text == f"Hola, Rosa. {sent}" or item.text == sent

    play(tmp_path, act)
