"""Shared blocks on a real store: one text in many answers, and nobody answers for what changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.faq import FaqEntry, FaqRule, FaqState, Layer, Translation
from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.problems import (
    BlockFlaw,
    BlockRefused,
    NotAllowed,
    Trouble,
    UnfilledSlot,
)
from incluinfo_desk.operations.faq_exchange import SHARED, Decision
from incluinfo_desk.operations.faq_file import ENDINGS

from .stage import Stage, play

PHONE = "Llame gratis al 020."


def entry(id: str, reply: str, **more: object) -> FaqEntry:
    made = FaqEntry(
        id, "imv", f"¿Qué es {id}?", reply, source="https://www.boe.es", review_by=date(2027, 6, 1)
    )
    return replace(made, **more)  # type: ignore[arg-type]


def verified(s: Stage, id: str, reply: str) -> FaqEntry:
    at = s.clock.now()
    return entry(id, reply, state=FaqState.VERIFIED, verified_by="AB", verified_at=at)


async def stored(s: Stage, id: str) -> FaqEntry:
    found = await s.store.faq.get(id)
    assert found is not None
    return found


async def flaw(s: Stage, name: str, text: str) -> BlockFlaw:
    with pytest.raises(Trouble) as raised:
        await s.edit_blocks.save(name, text, was=None)
    assert isinstance(raised.value.problem, BlockRefused)
    return raised.value.problem.block_flaw


def test_a_changed_block_changes_every_answer_and_takes_it_off_the_one_key(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        made = [verified(s, "a", "Sí. {{tel}}"), verified(s, "b", "No."), entry("c", "{{tel}}")]
        await s.store.faq.add_all(made, "AB")
        await s.suggesting.load()
        assert (await stored(s, "a")).rendered() == f"Sí. {PHONE}"
        (block,) = await s.edit_blocks.all()
        assert (block.name, block.used) == ("tel", 2)

        effect = await s.edit_blocks.look("tel", "Llame al 900.")
        assert (effect.used, effect.verified, effect.broken) == (2, 1, 0)
        await s.edit_blocks.save("tel", "Llame al 900.", was=PHONE)
        now = await stored(s, "a")
        assert (now.state, now.review_reason) == (FaqState.UNDER_REVIEW, "block:tel")
        assert now.rendered() == "Sí. Llame al 900."
        suggested = s.suggesting.entry("a")
        assert suggested is not None
        assert suggested.rendered() == "Sí. Llame al 900."
        assert suggested.not_offerable(date(2026, 11, 24)) is not None
        assert (await stored(s, "b")).state is FaqState.VERIFIED

        with pytest.raises(Trouble) as raised:
            await s.edit_blocks.save("tel", "Otra.", was=PHONE)
        assert isinstance(raised.value.problem, NotAllowed)

    play(tmp_path, act)


def test_who_signs_verifies_what_may_be_and_the_rest_goes_under_review(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        long = "x" * 250 + " {{tel}}"
        await s.store.faq.add_all([verified(s, "a", "Sí. {{tel}}"), verified(s, "b", long)], "AB")
        await s.suggesting.load()
        longer = PHONE + " De lunes a viernes."
        effect = await s.edit_blocks.look("tel", longer)
        assert (effect.verified, effect.broken) == (2, 1)
        await s.edit_blocks.save("tel", longer, was=PHONE, verify=True)
        a, b = await stored(s, "a"), await stored(s, "b")
        assert (a.state, a.verified_by) == (FaqState.VERIFIED, "MR")
        assert b.state is FaqState.UNDER_REVIEW

    play(tmp_path, act)


def test_a_new_name_follows_everywhere_and_what_is_in_use_stays(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        await s.edit_blocks.save("fin", "{{tel}} Gracias.", was=None)
        spoken = entry("a", "{{fin}}", translations=(Translation("ca", "{{tel}}"),))
        await s.store.faq.add_all([spoken], "AB")
        await s.suggesting.load()
        await s.edit_blocks.rename("tel", "fono")
        now = await stored(s, "a")
        assert now.translations == (Translation("ca", "{{fono}}"),)
        assert now.rendered() == f"{PHONE} Gracias."
        for name in ("fono", "fin"):
            with pytest.raises(Trouble) as raised:
                await s.edit_blocks.remove(name)
            assert raised.value.problem == BlockRefused(BlockFlaw.USED, name)
        await s.edit_blocks.save("solo", "Nadie lo dice.", was=None)
        await s.edit_blocks.remove("solo")
        assert [block.name for block in await s.edit_blocks.all()] == ["fin", "fono"]

    play(tmp_path, act)


def test_what_no_block_may_be_is_refused_and_an_unknown_one_stops_entry_and_answer(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        await s.suggesting.load()
        assert await flaw(s, "mal nombre", "x") is BlockFlaw.NAME
        assert await flaw(s, "a", "  ") is BlockFlaw.EMPTY
        assert await flaw(s, "a", "{{a}}") is BlockFlaw.ROUND
        assert await flaw(s, "a", "{{b}}") is BlockFlaw.UNKNOWN
        assert await flaw(s, "a", "Mi DNI es 12345678Z") is BlockFlaw.PERSONAL_DATA
        broken = s.edit_faq.check(entry("e", "Sí. {{nadie}}"))
        assert [each.rule for each in broken] == [FaqRule.BLOCK_UNKNOWN.value]
        cid = await s.asked()
        for name in ("nadie", "plazo-imv"):
            with pytest.raises(Trouble) as raised:
                await s.answering.reply(cid, f"Sí. {{{{{name}}}}}")
            assert raised.value.problem == UnfilledSlot(name)

    play(tmp_path, act)


def test_undoing_brings_back_no_text_that_nobody_answers_for(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        await s.store.faq.add_all([verified(s, "a", "Sí. {{tel}}")], "AB")
        await s.suggesting.load()
        now = await stored(s, "a")
        await s.edit_faq.save(replace(now, reply="Otra cosa."), now.revision)
        await s.edit_blocks.save("tel", "Llame al 091.", was=PHONE)
        await s.edit_faq.undo()
        back = await stored(s, "a")
        assert (back.reply, back.state) == ("Sí. {{tel}}", FaqState.UNDER_REVIEW)
        await s.edit_faq.redo()
        again = await stored(s, "a")
        assert (again.reply, again.state) == ("Otra cosa.", FaqState.VERIFIED)
        await s.edit_blocks.remove("tel")
        await s.edit_faq.undo()
        assert (await stored(s, "a")).state is FaqState.UNDER_REVIEW

    play(tmp_path, act)


def test_a_verified_row_says_here_what_our_blocks_say_and_waits_for_somebody(
    tmp_path: Path,
) -> None:
    file = tmp_path / "faq.json"

    async def there(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        await s.store.faq.add_all([verified(s, "a", "Sí. {{tel}}"), entry("b", "No.")], "AB")
        await s.faq_exchange.export_file(file)
        again = await s.faq_exchange.preview(file)
        assert (again.changes, again.bad_rows) == ((), ())
        rows = json.loads(file.read_text("utf-8"))  # by hand, or from an older desk
        file.write_text(json.dumps([r for r in rows if r["id"] != "{{tel}}"]), "utf-8")

    async def here(s: Stage) -> None:
        found = await s.faq_exchange.preview(file)
        assert [(row.field, row.rule) for row in found.bad_rows] == [("a", FaqRule.BLOCK_UNKNOWN)]
        await s.suggesting.load()
        await s.edit_blocks.save("tel", "Llame al 012.", was=None)
        await s.faq_exchange.take(await s.faq_exchange.preview(file))
        now = await stored(s, "a")
        assert (now.state, now.review_reason) == (FaqState.UNDER_REVIEW, "block:tel")

    for folder in ("there", "here"):
        (tmp_path / folder).mkdir()
    play(tmp_path / "there", there)
    play(tmp_path / "here", here)


def test_what_is_somebodys_own_is_neither_shown_nor_written_over_nor_signed(
    tmp_path: Path,
) -> None:
    file = tmp_path / "faq.json"

    async def there(s: Stage) -> None:
        await s.store.faq.add_all([entry("wifi", "Del equipo.")], "AB")
        await s.faq_exchange.export_file(file)

    async def here(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        own = verified(s, "wifi", "Clave de AB {{tel}}")
        await s.store.faq.add_all([replace(own, layer=Layer.PERSONAL, owner="AB")], "AB")
        await s.suggesting.load()
        s.officer = "CD"
        found = await s.faq_exchange.preview(file)
        assert [(row.field, row.rule) for row in found.bad_rows] == [("wifi", FaqRule.TAKEN)]
        assert found.changes == ()
        assert (await s.edit_blocks.look("tel", "Llame al 091.")).used == 0
        await s.edit_blocks.save("tel", "Llame al 091.", was=PHONE, verify=True)
        assert (await stored(s, "wifi")).verified_by == "AB"

    for folder in ("there", "here"):
        (tmp_path / folder).mkdir()
    play(tmp_path / "there", there)
    play(tmp_path / "here", here)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_takes_the_blocks_along_and_what_was_verified_with_them_stays_so(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"faq{ending}"

    async def here(s: Stage) -> None:
        await s.edit_blocks.save("tel", PHONE, was=None)
        await s.edit_blocks.save("cita", "Pida cita.\n=1+1 {{tel}}", was=None)
        await s.store.faq.add_all([verified(s, "a", "Sí. {{cita}}")], "AB")
        await s.faq_exchange.export_file(path)

    async def elsewhere(s: Stage) -> None:
        await s.suggesting.load()
        found = await s.faq_exchange.preview(path)
        assert (found.bad_rows, [each.name for each in found.shared]) == ((), ["cita", "tel"])
        assert (await s.faq_exchange.take(found)).shared == 2
        came = await stored(s, "a")
        said = f"Sí. Pida cita.\n=1+1 {PHONE}"
        assert (came.rendered(), came.state) == (said, FaqState.VERIFIED)
        again = await s.faq_exchange.preview(path)
        assert (again.entries, again.changes, again.shared) == ((), (), ())

    play(tmp_path / "uno", here)
    play(tmp_path / "dos", elsewhere)


def test_a_block_that_says_something_else_here_is_asked_and_neither_is_lost(
    tmp_path: Path,
) -> None:
    path = tmp_path / "faq.json"

    async def here(s: Stage) -> None:
        await s.edit_blocks.save("tel", "Llame al 060.", was=None)
        await s.store.faq.add_all([verified(s, "a", "Sí. {{tel}}")], "AB")
        await s.faq_exchange.export_file(path)

    async def elsewhere(s: Stage) -> None:
        await s.suggesting.load()
        await s.edit_blocks.save("tel", PHONE, was=None)
        await s.store.faq.add_all([verified(s, "b", "No. {{tel}}")], "CD")
        found = await s.faq_exchange.preview(path)
        (block,) = found.shared
        assert (block.ours, block.text) == (PHONE, "Llame al 060.")
        (came,) = found.entries
        assert (came.state, came.review_reason) == (FaqState.UNDER_REVIEW, "block:tel")

        await s.faq_exchange.take(found)
        assert (await stored(s, "b")).rendered() == f"No. {PHONE}"
        assert (await stored(s, "b")).state is FaqState.VERIFIED

        found = await s.faq_exchange.preview(path)
        await s.faq_exchange.take(found, Decision({block.key: {SHARED: Side.THEIRS}}))
        changed = await stored(s, "b")
        assert (changed.rendered(), changed.state) == ("No. Llame al 060.", FaqState.UNDER_REVIEW)
        told = [r for r in await s.store.audit.page(0, 50) if r.act == Act.BLOCK_CHANGED]
        assert any(PHONE in str(record.detail) for record in told)

    play(tmp_path / "uno", here)
    play(tmp_path / "dos", elsewhere)


def test_a_file_with_a_block_that_may_not_be_changes_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "faq.json"
    path.write_text(
        '[{"id": "{{a}}", "reply": "Vea {{a}}"},\n'
        '{"id": "{{b}}", "reply": "Su DNI 73946251D consta."},\n{"id": "{{c}}"}]',
        "utf-8",
    )

    async def act(s: Stage) -> None:
        await s.suggesting.load()
        found = await s.faq_exchange.preview(path)
        assert [(row.line, row.field, row.rule) for row in found.bad_rows] == [
            (1, "{{a}}", "block_round"),
            (2, "{{b}}", "block_personal_data"),
            (3, "reply", "missing"),
        ]
        await s.faq_exchange.take(found)
        assert await s.store.blocks.all() == {}

    play(tmp_path / "profile", act)
