"""The FAQ in and out of files: a look first, a merge that loses nothing."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Translation
from incluinfo_desk.domain.faq_merge import Own, Side
from incluinfo_desk.domain.problems import (
    BadRow,
    BrokenRule,
    FileUnreadable,
    NotAllowed,
    Trouble,
)
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.faq_exchange import Decision, Imported, ImportPreview
from incluinfo_desk.operations.faq_rows import Exported

from .stage import SILENCE, Stage, play, stage

BIRDS = "Me han dado una beca ornitológica @incluinfo, ¿pierdo el IMV?"
SPANISH_ONLY = "imv-requisitos"
"""An entry of the starter without variants."""
PLAIN = FaqEntry(id="nada", topic="imv", question="¿Y?", reply="Sí.")


async def take(s: Stage, path: Path, decision: Decision | None = None) -> Imported:
    return await s.faq_exchange.take(await s.faq_exchange.preview(path), decision)


async def entry(s: Stage, faq_id: str) -> FaqEntry:
    found = await s.store.faq.get(faq_id)
    assert found is not None
    return found


ROWS = """[
 {"id": "uno", "topic": "imv", "question": "¿Uno?", "reply": "Uno."},
 {"id": "dos", "topic": "imv",
  "question": "¿Dos?"},
 {"id": "tres", "topic": "futbol", "question": "¿Tres?", "reply": "Tres."},

 {"id": "cuatro", "topic": "imv", "question": "¿Cuatro?", "reply": "Cuatro.",
  "state": "perfecta"},
 {"id": "uno", "topic": "imv", "question": "¿Otra?", "reply": "Otra."},
 "nada",
 {"id": "cinco", "topic": "imv", "question": "¿Cinco?", "reply": "Cinco.",
  "source": "https://www.boe.es", "state": "verified", "verified_by": "ZZ",
  "verified_at": "2026-11-01T10:00:00+00:00"}
]
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_with_broken_rows_names_their_lines_and_gives_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path / "faq.json", "\ufeff" + ROWS)

    async def act(s: Stage) -> None:
        preview = await s.faq_exchange.preview(path)
        assert [e.id for e in preview.entries] == ["uno", "cinco"]
        assert preview.bad_rows == (
            BadRow(3, "reply", "missing"),
            BadRow(5, "tres", "topic_unknown"),
            BadRow(7, "state", "value", "perfecta"),
            BadRow(9, "id", "duplicate"),
            BadRow(10, "", "type"),
        )
        assert await s.store.faq.get("uno") is None
        done = await take(s, path)
        assert (done.added, done.replaced, done.left) == (2, 0, 0)
        assert (await entry(s, "uno")).state is FaqState.DRAFT
        assert (await entry(s, "cinco")).verified_by == "ZZ"

    play(tmp_path / "profile", act)


def test_what_was_verified_here_is_overwritten_only_with_consent(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        row = {"id": SILENCE, "topic": "imv", "question": "¿?", "reply": "Otra cosa."}
        path = write(tmp_path / "faq.json", json.dumps([row]))
        before = await entry(s, SILENCE)
        preview = await s.faq_exchange.preview(path)
        assert [c.ours.id for c in preview.changes] == [SILENCE]
        done = await take(s, path)
        assert (done.added, done.replaced, done.left) == (0, 0, 1)
        assert await entry(s, SILENCE) == before
        done = await take(s, path, Decision(everything=Side.THEIRS))
        assert (done.replaced, done.left) == (1, 0)
        after = await entry(s, SILENCE)
        assert (after.reply, after.state, after.revision) == (
            "Otra cosa.", FaqState.UNDER_REVIEW, before.revision + 2,
        )  # fmt: skip

    play(tmp_path / "profile", act)


def test_what_is_exported_comes_back_the_same(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        path = tmp_path / "faq.json"
        count = await s.faq_exchange.export_file(path)
        assert count == len(await s.store.faq.all())
        assert await s.faq_exchange.preview(path) == ImportPreview(same=count)
        assert names(tmp_path) == {"faq.json", "profile"}

    play(tmp_path / "profile", act)


def names(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir()}


def unreadable(folder: Path) -> Iterable[Path]:
    yield folder / "missing.json"
    (folder / "latin1.json").write_bytes(b'["\xf1"]')
    yield folder / "latin1.json"


def test_a_file_that_is_no_text_is_said_to_be_unreadable(tmp_path: Path) -> None:
    paths = list(unreadable(tmp_path))

    async def act(s: Stage) -> None:
        for path in paths:
            with pytest.raises(Trouble) as raised:
                await s.faq_exchange.preview(path)
            assert isinstance(raised.value.problem, FileUnreadable)
        with pytest.raises(Trouble):
            await s.faq_exchange.export_file(tmp_path / "missing" / "faq.json")

    play(tmp_path / "profile", act)


def test_a_large_import_is_suggested_at_once(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        rows = [
            {"id": f"n-{n}", "topic": "imv", "question": f"¿Y {n}?", "reply": "Sí."}
            for n in range(150)
        ]
        rows.append({"id": "aves", "topic": "imv", "question": BIRDS, "reply": "No la pierde."})
        path = write(tmp_path / "faq.json", json.dumps(rows))
        assert (await take(s, path)).added == 151
        ranking = await s.suggesting.for_text(BIRDS)
        assert ranking.suggestions[0].faq_id == "aves"

    play(tmp_path / "profile", act)


@pytest.mark.parametrize("text", ["", "<html>", "{}", "[{]"])
def test_a_file_that_is_no_list_has_one_bad_row(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "faq.json", text)

    async def act(s: Stage) -> None:
        preview = await s.faq_exchange.preview(path)
        assert (preview.entries, len(preview.bad_rows)) == ((), 1)

    play(tmp_path / "profile", act)


def test_giving_up_the_look_ends_the_reading_too(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        path = tmp_path / "faq.json"
        faq_file.save(path, [Exported(replace(PLAIN, id=f"n-{n}")) for n in range(5_000)])
        look = asyncio.ensure_future(s.faq_exchange.preview(path))
        await asyncio.sleep(0)
        look.cancel()
        with pytest.raises(asyncio.CancelledError):
            await look

    play(tmp_path / "profile", act)


def test_a_hundred_entries_edited_on_two_desks_meet_with_every_conflict_shown(
    tmp_path: Path,
) -> None:
    """Each desk edits all of a hundred, 40 of them in the same field; the file goes one way."""
    ids = [f"n-{n:03}" for n in range(100)]
    first, back = tmp_path / "uno.xlsx", tmp_path / "dos.csv"
    same = set(random.Random(3).sample(ids, 40))

    async def begin(s: Stage) -> None:
        await s.store.faq.add_all([replace(PLAIN, id=id) for id in ids], "AB")
        await s.faq_exchange.export_file(first)
        for id in ids:
            await s.store.faq.change([id], "AB", lambda e: replace(e, reply=f"Aquí {e.id}"))

    async def elsewhere(s: Stage) -> None:
        assert (await take(s, first)).bad_rows == ()

        def edit(e: FaqEntry) -> FaqEntry:
            there = f"Allí {e.id}"
            return replace(e, reply=there) if e.id in same else replace(e, body=there)

        assert await s.store.faq.change(ids, "CD", edit) == 100
        await s.faq_exchange.export_file(back)

    async def meet(s: Stage) -> None:
        found = await s.faq_exchange.preview(back)
        assert {c.ours.id for c in found.changes if c.merged.conflicts} == same
        assert {c.field for each in found.changes for c in each.merged.conflicts} == {"reply"}
        choose = sorted(same)[:10]
        chosen = {id: {"reply": Side.THEIRS} for id in choose}
        done = await s.faq_exchange.take(found, Decision(chosen))
        assert (done.replaced, done.left) == (70, 30)
        for id in ids:
            now = await entry(s, id)
            assert now.reply == (f"Allí {id}" if id in choose else f"Aquí {id}")
            assert now.body == ("" if id in same else f"Allí {id}")
        # What nobody has decided is asked again, and nothing else.
        again = await s.faq_exchange.preview(back)
        assert {c.ours.id for c in again.changes} == same - set(choose)

    play(tmp_path / "a", begin)
    play(tmp_path / "b", elsewhere)

    async def reopened() -> None:
        async with stage(tmp_path / "a") as s:
            await meet(s)

    asyncio.run(reopened())


def test_a_text_that_was_mixed_keeps_both_in_the_history(tmp_path: Path) -> None:
    """Three revisions come of it: ours before, the file's own, and the mixed one."""

    async def act(s: Stage) -> None:
        path = tmp_path / "faq.json"
        await s.faq_exchange.export_file(path)
        rows = json.loads(path.read_text("utf-8"))
        row = next(r for r in rows if r["id"] == SPANISH_ONLY)
        row["reply"], row["body"] = "En el fichero.", "ISM"
        path.write_text(json.dumps(rows), "utf-8")
        mine = await entry(s, SPANISH_ONLY)
        await s.edit_faq.save(replace(mine, reply="Aquí."), mine.revision)
        found = await s.faq_exchange.preview(path)
        await s.faq_exchange.take(found, Decision({SPANISH_ONLY: {"reply": Side.OURS}}))
        history = [(r.entry.reply, r.entry.body) for r in await s.store.faq.history(SPANISH_ONLY)]
        assert history[:3] == [("Aquí.", "ISM"), ("En el fichero.", "ISM"), ("Aquí.", mine.body)]
        # Nobody has read the mixed text: it waits.
        assert (await entry(s, SPANISH_ONLY)).state is FaqState.UNDER_REVIEW

    play(tmp_path / "profile", act)


def test_what_a_person_writes_in_place_of_both_is_stored_and_both_stay_in_the_history(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        row = {"id": SPANISH_ONLY, "topic": "imv", "question": "¿?", "reply": "En el fichero."}
        path = write(tmp_path / "faq.json", json.dumps([row]))
        before = await entry(s, SPANISH_ONLY)
        found = await s.faq_exchange.preview(path)

        def decision(reply: str) -> Decision:
            return Decision({SPANISH_ONLY: {"reply": Own(reply)}}, everything=Side.OURS)

        for wrong, rule in (("Su DNI es 12345678Z.", "personal_data"), ("x" * 300, "too_long")):
            with pytest.raises(Trouble) as raised:
                await s.faq_exchange.take(found, decision(wrong))
            assert raised.value.problem == BrokenRule(rule)
        assert await entry(s, SPANISH_ONLY) == before
        await s.faq_exchange.take(found, decision("Ni una ni otra."))
        history = [each.entry.reply for each in await s.store.faq.history(SPANISH_ONLY)]
        assert history[:3] == ["Ni una ni otra.", "En el fichero.", before.reply]

    play(tmp_path / "profile", act)


def test_an_entry_edited_after_the_look_is_not_overwritten(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        row = {"id": SPANISH_ONLY, "topic": "imv", "question": "¿?", "reply": "Otra."}
        path = write(tmp_path / "faq.json", json.dumps([row]))
        found = await s.faq_exchange.preview(path)
        mine = await entry(s, SPANISH_ONLY)
        await s.edit_faq.save(replace(mine, reply="Entretanto."), mine.revision)
        with pytest.raises(Trouble) as raised:
            await s.faq_exchange.take(found, Decision(everything=Side.THEIRS))
        assert isinstance(raised.value.problem, NotAllowed)
        assert (await entry(s, SPANISH_ONLY)).reply == "Entretanto."

    play(tmp_path / "profile", act)


def test_a_verified_answer_that_went_stale_on_its_way_comes_in_and_a_wrong_variant_not(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        before = await s.store.faq.get(SILENCE)
        assert before is not None
        old = replace(before, review_by=date(2026, 1, 1))
        wrong = replace(
            old, id="imv-otra", translations=(Translation("ca", "Són set mesos: {enlace}"),)
        )
        path = tmp_path / "viejas.json"
        faq_file.save(path, [Exported(replace(e, question=f"{e.id}?")) for e in (old, wrong)])
        found = await s.faq_exchange.preview(path)
        assert [change.theirs.id for change in found.changes] == [SILENCE]
        assert [(bad.rule, bad.value) for bad in found.bad_rows] == [("variant_disagrees", "ca")]

    play(tmp_path, act)
