"""One field of many, and the way back from whatever was done to the FAQ in this session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from incluinfo_desk.domain.faq import FaqEntry, FaqRule, FaqState
from incluinfo_desk.operations.edit_faq import Field

from .stage import Stage, play


def entry(id: str, **more: object) -> FaqEntry:
    made = FaqEntry(
        id, "imv", f"¿Qué es {id}?", "Una ayuda.", body="INSS", source="https://www.boe.es"
    )
    return replace(made, **more)  # type: ignore[arg-type]


async def stored(s: Stage, id: str) -> FaqEntry:
    found = await s.store.faq.get(id)
    assert found is not None
    return found


def test_one_field_is_given_to_many_in_one_step_and_taken_back(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.store.faq.add_all([entry("a"), entry("b", topic="pensiones"), entry("c")], "AB")
        ids, field = ["a", "b", "c"], Field("topic", "pensiones")
        look = await s.edit_faq.look_at_field(ids, field)
        assert (look.changes, look.same, look.refused) == (2, 1, {})
        assert (await s.edit_faq.set_field(ids, field)).done == 2
        assert {(await stored(s, id)).topic for id in ids} == {"pensiones"}
        assert (await stored(s, "b")).revision == 1

        # Somebody else changes one: it is left as it is.
        await s.store.faq.change(["c"], "CD", lambda e: replace(e, body="TGSS"))
        walked = await s.edit_faq.undo()
        assert walked is not None
        assert (walked.ids, walked.left) == (("a",), 1)
        assert (await stored(s, "a")).topic == "imv"
        assert (await stored(s, "c")).topic == "pensiones"
        assert [r.entry.topic for r in await s.store.faq.history("a")] == [
            "imv", "pensiones", "imv",
        ]  # fmt: skip
        again = await s.edit_faq.redo()
        assert again is not None
        assert again.ids == ("a",)
        assert (await stored(s, "a")).topic == "pensiones"
        assert await s.edit_faq.redo() is None

    play(tmp_path, act)


def test_each_step_of_the_session_has_its_way_back(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        first = await s.edit_faq.save(entry("nueva"), None)
        verified = await s.edit_faq.verify(["nueva"])
        assert verified.done == 1
        now = await stored(s, "nueva")
        await s.edit_faq.save(replace(now, reply="Otra cosa."), now.revision)
        for expected in (
            ("Una ayuda.", FaqState.VERIFIED, "MR"),
            ("Una ayuda.", FaqState.DRAFT, None),
            ("Una ayuda.", FaqState.RETIRED, None),
        ):
            assert await s.edit_faq.undo() is not None
            at = await stored(s, "nueva")
            assert (at.reply, at.state, at.verified_by) == expected
        assert await s.edit_faq.undo() is None
        for _ in range(3):
            assert await s.edit_faq.redo() is not None
        last = await stored(s, "nueva")
        assert (last.reply, last.state) == ("Otra cosa.", FaqState.VERIFIED)
        # A new step ends what could be done again.
        await s.edit_faq.undo()
        await s.edit_faq.set_field(["nueva"], Field("body", "TGSS"))
        assert await s.edit_faq.redo() is None
        assert first.revision == 1

    play(tmp_path, act)


def test_who_sets_the_review_of_a_verified_answer_answers_for_it(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        today = s.clock.now().astimezone().date()
        known = entry("v", state=FaqState.VERIFIED, verified_by="AB", verified_at=s.clock.now())
        await s.store.faq.add_all([known, entry("d")], "AB")
        past = await s.edit_faq.set_field(["v", "d"], Field("review_by", today - timedelta(days=1)))
        assert {id: broken.rule for id, broken in past.refused.items()} == {
            "v": FaqRule.REVIEW_PAST.value
        }
        day = date(2027, 5, 1)
        assert (await s.edit_faq.set_field(["v", "d"], Field("review_by", day))).done == 2
        at = await stored(s, "v")
        assert (at.review_by, at.verified_by, at.state) == (day, "MR", FaqState.VERIFIED)
        assert (await stored(s, "d")).verified_by is None

    play(tmp_path, act)
