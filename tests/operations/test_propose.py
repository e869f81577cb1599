"""Proposals and tips on a real store: nothing lost, nothing of a citizen, decided once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer
from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.faq_proposal import ProposalState, credit_of
from incluinfo_desk.domain.problems import BrokenRule, NotAllowed, Trouble

from .stage import Stage, play

PLAIN = FaqEntry(id="a", topic="imv", question="¿Y?", reply="Sí.")


def test_a_colleagues_answer_is_taken_with_credit_and_only_once(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.store.faq.add_all([PLAIN], "AB")
        base = await s.store.faq.get("a")
        assert base is not None
        s.officer = "LM"
        made = await s.proposing.propose(replace(base, reply="No."), base, "Cambió la ley.")
        assert (await s.store.faq.get("a")) == base  # nothing of the FAQ changed
        s.officer = "AP"
        (open_,) = await s.proposing.open()
        assert open_ == made
        laid = await s.proposing.laid(open_)
        assert [(c.name, c.after) for c in laid.changes] == [("reply", "No.")]
        saved = await s.proposing.accept(open_.id)
        assert saved is not None
        newest = (await s.store.faq.history("a"))[0]
        assert (newest.entry.reply, credit_of(newest.by)) == ("No.", ("LM", "AP"))
        with pytest.raises(Trouble) as raised:
            await s.proposing.accept(open_.id)
        assert isinstance(raised.value.problem, NotAllowed)
        assert len(await s.store.faq.history("a")) == 2
        assert await s.proposing.open() == ()
        await s.edit_faq.undo()
        undone = await s.store.faq.get("a")
        assert undone is not None
        assert undone.reply == base.reply

    play(tmp_path, act)


def test_two_who_say_yes_at_once_make_one_change(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        made = await s.proposing.propose(replace(PLAIN, id="nueva"), None)
        done = await asyncio.gather(
            *(s.proposing.accept(made.id) for _ in range(4)), return_exceptions=True
        )
        assert sum(isinstance(each, FaqEntry) for each in done) == 1
        assert len(await s.store.faq.history("nueva")) == 1

    play(tmp_path, act)


def test_a_refused_one_is_kept_with_its_reason(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        made = await s.proposing.propose(PLAIN, None)
        await s.proposing.refuse(made.id, "Ya está en otra ficha.")
        kept = await s.store.faq_proposals.get(made.id)
        assert kept is not None
        assert (kept.state, kept.reason, kept.entry) == (
            ProposalState.REFUSED, "Ya está en otra ficha.", PLAIN,
        )  # fmt: skip
        assert await s.store.faq.get("a") is None

    play(tmp_path, act)


def test_both_sides_of_a_conflict_stay_in_the_history_or_the_proposal(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.store.faq.add_all([PLAIN], "AB")
        base = await s.store.faq.get("a")
        assert base is not None
        made = await s.proposing.propose(replace(base, reply="Allí."), base)
        await s.edit_faq.save(replace(base, reply="Aquí."), base.revision)
        laid = await s.proposing.laid(made)
        assert [each.field for each in laid.conflicts] == ["reply"]
        saved = await s.proposing.accept(made.id, Side.THEIRS)
        assert saved is not None
        assert saved.reply == "Allí."
        said = [each.entry.reply for each in await s.store.faq.history("a")]
        assert said == ["Allí.", "Aquí.", "Sí."]

    play(tmp_path, act)


@pytest.mark.parametrize(
    "changes",
    [
        {"reply": "Su DNI 73946251D consta."},
        {"reply": ""},
        {"topic": "nada"},
        {"layer": Layer.PERSONAL, "owner": "MR"},
        {"state": FaqState.VERIFIED, "source": None},
    ],
)
def test_what_may_not_be_stored_may_not_be_proposed(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    async def act(s: Stage) -> None:
        with pytest.raises(Trouble) as raised:
            await s.proposing.propose(replace(PLAIN, **changes), None)  # type: ignore[arg-type]
        assert isinstance(raised.value.problem, BrokenRule)
        assert await s.proposing.open() == ()

    play(tmp_path, act)


def test_a_tip_keeps_how_many_and_nothing_of_anybody(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.store.faq.add_all([PLAIN], "AB")
        tip = await s.proposing.tip(
            "a",
            "@rosa_p dice, como Rosa Pérez, que el enlace pide Cl@ve; su DNI 73946251D y "
            "https://x.com/rosa_p/status/1",
            ("rosa_p", "Rosa Pérez"),
        )
        for secret in ("rosa", "73946251D", "x.com", "Pérez"):
            assert secret.casefold() not in tip.note.casefold()
        assert "el enlace pide Cl@ve" in tip.note
        await s.proposing.said_again(tip.id)
        assert await s.proposing.tips("a") == 2
        lower = await s.proposing.tip(
            "a", "dice rosalinda que falta el plazo", ("r_7", "Rosalinda")
        )
        assert "rosalinda" not in lower.note.casefold()
        assert "falta el plazo" in lower.note
        await s.proposing.refuse(lower.id, "Ya está.")
        with pytest.raises(Trouble):
            await s.proposing.tip("a", "@rosa_p https://x.com/1")
        assert await s.proposing.accept(tip.id) is None
        assert await s.proposing.tips("a") == 0
        with pytest.raises(Trouble):
            await s.proposing.said_again(tip.id)

    play(tmp_path, act)
