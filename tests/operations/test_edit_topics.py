"""Topics on a real store: merged with all their counts, and undone exactly (INC-17, INC-38)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.problems import BrokenRule, NotAllowed, Trouble
from incluinfo_desk.operations.edit_topics import EditTopics
from incluinfo_desk.store.faq import FaqFilter

from .stage import Stage, play

PLAIN = FaqEntry(id="a", topic="bulos", question="¿Y?", reply="Sí.")


async def figures(s: Stage) -> dict[str, tuple[int, int]]:
    counts = await s.edit_topics.counts()
    return {each.topic: (sum(each.standings.values()), each.asked) for each in counts}


def test_merging_keeps_every_count_and_undo_gives_back_what_was(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.store.faq.add_all(
            [PLAIN, replace(PLAIN, id="b", topic="canal"), replace(PLAIN, id="c", topic="canal")],
            "AB",
        )
        before = await figures(s)
        topics = s.edit_topics.topics
        await s.edit_topics.merge("bulos", "canal")
        merged = await figures(s)
        assert "bulos" not in merged
        pairs = zip(before["bulos"], before["canal"], strict=True)
        assert merged["canal"] == tuple(map(sum, pairs))
        family = s.edit_topics.topics.family("canal")
        assert await s.store.faq.count(FaqFilter(topics=family)) == merged["canal"][0]
        stored = await s.store.faq.get("a")
        assert stored is not None
        assert (stored.topic, stored.revision) == ("bulos", 1)  # nothing was rewritten
        assert s.edit_faq.check(stored) == []

        assert await s.edit_topics.undo()
        assert (await figures(s), s.edit_topics.topics) == (before, topics)
        assert not await s.edit_topics.undo()

    play(tmp_path, act)


def test_topics_outlive_the_desk_and_one_that_ships_since_joins_them(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        key = await s.edit_topics.add("Vivienda", "MIVAU")
        await s.edit_topics.retire("canal")
        rows = await s.store.notes.get("faq.topics")
        await s.store.notes.set("faq.topics", [row for row in rows if row["key"] != "imv"])
        again = EditTopics(store=s.store, bus=s.bus, clock=s.clock, officer=lambda: "AB")
        await again.load()
        living = [each.key for each in again.topics.living]
        assert key in living
        assert "imv" in living
        assert "canal" not in living
        assert s.edit_faq.check(replace(PLAIN, topic=key)) == []
        assert s.edit_faq.check(replace(PLAIN, topic="canal")) == []

    play(tmp_path, act)


def test_a_retired_topic_takes_nothing_new_and_keeps_what_it_has(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        old = await s.edit_faq.save(PLAIN, None)
        await s.edit_topics.retire("bulos")
        assert (await s.edit_faq.save(replace(old, reply="No."), old.revision)).reply == "No."
        with pytest.raises(Trouble) as raised:
            await s.edit_faq.save(replace(PLAIN, id="b"), None)
        assert raised.value.problem == BrokenRule("topic_retired")
        assert await s.store.faq.get("b") is None
        await s.edit_topics.undo()
        await s.edit_faq.save(replace(PLAIN, id="b"), None)

    play(tmp_path, act)


def test_what_somebody_else_changed_since_is_not_undone(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.edit_topics.add("Vivienda")
        other = EditTopics(store=s.store, bus=s.bus, clock=s.clock, officer=lambda: "CD")
        await other.load()
        await other.rename("vivienda", "Alquiler", "")
        for change in (s.edit_topics.undo, lambda: s.edit_topics.retire("canal")):
            with pytest.raises(Trouble) as raised:
                await change()
            assert isinstance(raised.value.problem, NotAllowed)
            # What the other left is shown now, and nothing of it was written over.
            assert s.edit_topics.topics == other.topics
            await other.rename("vivienda", "Casa", "")
        await s.edit_topics.load()
        await s.edit_topics.retire("canal")
        assert s.edit_topics.topics.all[-1].label == "Casa"
        told = [r for r in await s.store.audit.all() if r.act == "topics_changed"]
        assert [r.officer for r in told] == [s.officer, "CD", "CD", s.officer]

    play(tmp_path, act)


def test_every_topic_in_use_has_its_line_in_the_coverage(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        key = await s.edit_topics.add("Vivienda")
        coverage = await s.upkeep.gaps.coverage()
        living = [each.key for each in s.edit_topics.topics.living]
        assert [each.topic for each in coverage][: len(living)] == living
        assert next(each for each in coverage if each.topic == key).lacks

    play(tmp_path, act)
