"""Who did what stays as it was written, and whoever changes it is found out."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from incluinfo_desk.domain.audit import CLOCKWORK, Act, Flaw, Record, Verdict
from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.outgoing import Kind, OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import AlreadyQueued
from incluinfo_desk.paths import Profile
from incluinfo_desk.store.store import Store
from tests.store.freeze import sample
from tests.store.kit import US, answers, asks, conversation, desk, post, problem, reply, run

COLUMNS = ("seq", "at", "officer", "act", "subject", "detail", "previous", "hash")
_ENTRY = FaqEntry(id="imv-plazo", topic="imv", question="¿Cuánto tarda?", reply="Seis meses.")


async def _acts(store: Store) -> list[Act]:
    return [Act(str(record.act)) for record in await store.audit.page(0)]


async def _publish(store: Store, id: str, kind: Kind = Kind.REPLY, text: str = "Hola") -> None:
    await store.outbox.queue([reply(id, "10", text, kind=kind)])
    steps = (OutgoingState.QUEUED, OutgoingState.CHECKING, OutgoingState.SENDING)
    for before, after in pairwise(steps):
        await store.outbox.advance(id, expect=before, to=after)
    own = post(f"9{id[1:]}", text, by=US, thread="10", reply_to="10")
    await store.outbox.sent(id, expect=OutgoingState.SENDING, post=own, post_id=own.id)


def test_each_act_leaves_its_record_and_none_holds_a_citizens_words(tmp_path: Path) -> None:
    async def story() -> tuple[Record, ...]:
        async with desk(tmp_path) as store:
            await sample(store)
            await store.conversations.move(conversation("10"), State.TAKEN, "CD")
            await store.conversations.move(conversation("10"), State.ANSWERED, "CD")
            await _publish(store, "o2")
            await _publish(store, "o3", Kind.HIDE, "insults")
            await store.faq.save(_ENTRY, by="AB", expect_revision=2)
            await store.faq.set_state([_ENTRY.id], FaqState.RETIRED, "AB")
            assert await store.conversations.forget_posts([PostId("11")])
            assert not await store.conversations.forget_posts([PostId("11")])
            await store.audit.note(Act.EXPORTED, "AB", detail={"entries": 1})
            assert (await store.audit.verify()).flaw is None
            return await store.audit.page(0)

    records = run(story())
    assert [(r.act, r.officer) for r in records] == [
        (Act.FAQ_IMPORTED, "AB"),
        (Act.FAQ_VERIFIED, "AB"),
        (Act.INCIDENT_PUBLISHED, "AB"),
        (Act.TAKEN_OVER, "CD"),
        (Act.ANSWERED_BY_HAND, "CD"),
        (Act.SENT, "RP"),
        (Act.HIDDEN, "RP"),
        (Act.FAQ_SAVED, "AB"),
        (Act.FAQ_RETIRED, "AB"),
        (Act.POSTS_FORGOTTEN, CLOCKWORK),
        (Act.EXPORTED, "AB"),
    ]
    assert records[9].detail == '{"posts":["12"]}'
    told = " ".join(f"{r.subject} {r.detail}" for r in records)
    for word in ("pensi", "rosa", "Rosa", "pablo", "Hola", "10.7"):
        assert word not in told


def test_what_is_rolled_back_leaves_no_record(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.faq.save(_ENTRY, by="AB", expect_revision=None)
            await problem(store.faq.save(_ENTRY, by="AB", expect_revision=7))
            await _publish(store, "o1")
            before = await store.audit.verify()
            assert await problem(store.outbox.queue([reply("o9", "10")])) == AlreadyQueued()
            assert await store.audit.verify() == before
            assert await _acts(store) == [Act.FAQ_SAVED, Act.SENT]

    run(story())


def test_what_was_said_can_be_held_to_the_record(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10"), answers("11", "10")], None)
            await _publish(store, "o1", text="Seis meses.")
            (record,) = await store.audit.page(0)
            assert await store.audit.pseudonym("Seis meses.") in str(record.detail)
            assert await store.audit.pseudonym("Siete meses.") not in str(record.detail)

    run(story())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET officer = 'ZZ' WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 3",
        "INSERT OR REPLACE INTO audit SELECT seq, at, 'ZZ', act, subject, detail, previous, hash"
        " FROM audit WHERE seq = 2",
        "INSERT INTO audit SELECT seq + 9, at, officer, act, subject, detail, previous, hash"
        " FROM audit WHERE seq = 3",
    ],
)
def test_the_database_itself_refuses_a_change(written: Path, statement: str) -> None:
    connection = sqlite3.connect(written)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


# --- what somebody with the file in hand may do ---------------------------------------------


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")

    async def story() -> None:
        async with desk(folder) as store:
            for number in range(3):
                detail: dict[str, object] = {"entries": number}
                await store.audit.note(Act.EXPORTED, "AÑ", f"id-{number}", detail)

    run(story())
    return Profile(folder).database


@pytest.fixture
def written(original: Path, tmp_path: Path) -> Path:
    file = Profile(tmp_path).database
    shutil.copyfile(original, file)
    return file


def _verdict(file: Path) -> Verdict:
    async def story() -> Verdict:
        async with desk(file.parent) as store:
            return await store.audit.verify()

    return run(story())


def _flipped(value: int | str) -> Iterator[int | bytes]:
    """``value`` with one bit changed, each bit in its turn."""
    if isinstance(value, int):
        yield from (value ^ (1 << bit) for bit in range(63))
        return
    raw = value.encode()
    for byte in range(len(raw)):
        for bit in range(8):
            yield raw[:byte] + bytes([raw[byte] ^ (1 << bit)]) + raw[byte + 1 :]


def test_any_bit_of_any_column_of_any_record_is_found_and_named(written: Path) -> None:
    """On the rows themselves, through the reading that the command does."""
    raw = sqlite3.connect(written, isolation_level=None)
    for trigger in ("no_update", "no_delete", "only_next"):
        raw.execute(f"DROP TRIGGER audit_{trigger}")
    rows = raw.execute(f"SELECT {', '.join(COLUMNS)} FROM audit").fetchall()  # noqa: S608

    async def story() -> int:
        tried = 0
        async with desk(written.parent) as store:
            assert (await store.audit.verify()).flaw is None
            for row in rows:
                for column, value in zip(COLUMNS, row, strict=True):
                    # The wide columns by every seventh bit: 8 is no multiple of it.
                    step = 7 if isinstance(value, str) and len(value) > 20 else 1
                    for change in [*_flipped(value)][::step]:
                        if column == "seq" and (change in (1, 2, 3) or change == 0):
                            continue  # taken, or before the first: told below
                        as_text = "CAST(? AS TEXT)" if isinstance(change, bytes) else "?"
                        sql = f"UPDATE audit SET {column} = {as_text} WHERE seq = ?"  # noqa: S608
                        raw.execute(sql, (change, row[0]))
                        verdict = await store.audit.verify()
                        assert verdict.flaw is not None, (row[0], column, change)
                        assert verdict.seq == row[0], (row[0], column, change, verdict)
                        now = change if column == "seq" else row[0]
                        raw.execute(f"UPDATE audit SET {column} = ? WHERE seq = ?", (value, now))  # noqa: S608
                        tried += 1
            assert (await store.audit.verify()).flaw is None
        return tried

    assert run(story()) > 600
    raw.close()


@pytest.mark.parametrize(
    "change", ["CAST(subject AS BLOB)", "subject || char(0)", "subject || ' '"]
)
def test_a_value_of_another_kind_is_no_longer_the_same(written: Path, change: str) -> None:
    raw = sqlite3.connect(written)
    raw.execute("DROP TRIGGER audit_no_update")
    raw.execute(f"UPDATE audit SET subject = {change} WHERE seq = 2")  # noqa: S608
    raw.commit()
    raw.close()
    verdict = _verdict(written)
    assert (verdict.flaw, verdict.seq) == (Flaw.ALTERED, 2)


def test_bits_changed_in_the_file_itself_are_found(original: Path, tmp_path: Path) -> None:
    """Not through SQL: where the record lies on the disk."""
    content = original.read_bytes()
    begin = content.index(b"exportedid-1")
    length = len(b"exportedid-1") + len(b'{"entries":1}') + 128
    for number, place in enumerate(range(begin, begin + length, 5)):
        folder = tmp_path / str(number)
        folder.mkdir()
        file = Profile(folder).database
        bit = 1 << (number % 8)
        changed = bytes([content[place] ^ bit])
        file.write_bytes(content[:place] + changed + content[place + 1 :])
        verdict = _verdict(file)
        assert (verdict.flaw, verdict.seq) == (Flaw.ALTERED, 2), (place, bit)


@pytest.mark.parametrize(
    ("statement", "flaw", "seq"),
    [
        ("DELETE FROM audit WHERE seq = 3", Flaw.MISSING, 3),
        ("DELETE FROM audit", Flaw.MISSING, 1),
        ("DELETE FROM audit WHERE seq = 1", Flaw.MISSING, 1),
        ("DELETE FROM audit WHERE seq = 2", Flaw.MISSING, 2),
        ("DELETE FROM notes WHERE key = 'audit.head'", Flaw.HEAD, 3),
        ("UPDATE notes SET value = '{' WHERE key = 'audit.head'", Flaw.HEAD, 3),
        ("UPDATE notes SET value = replace(value, '3', '2')", Flaw.HEAD, 3),
        ("UPDATE audit SET seq = 0 WHERE seq = 1", Flaw.MISSING, 1),
    ],
)
def test_what_is_cut_off_is_missed(written: Path, statement: str, flaw: Flaw, seq: int) -> None:
    raw = sqlite3.connect(written)
    for trigger in ("no_update", "no_delete"):
        raw.execute(f"DROP TRIGGER audit_{trigger}")
    raw.execute(statement)
    raw.commit()
    raw.close()
    verdict = _verdict(written)
    assert (verdict.flaw, verdict.seq) == (flaw, seq)


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("DELETE FROM notes WHERE key = 'audit.head'", 4),
        ("UPDATE notes SET value = '{' WHERE key = 'audit.head'", 4),
        ("UPDATE audit SET hash = 'x' WHERE seq = 3", 3),
    ],
)
def test_a_broken_chain_goes_on_and_still_shows_where(
    written: Path, statement: str, seq: int
) -> None:
    raw = sqlite3.connect(written)
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    ours = [(name, sql) for name, sql in triggers if name.startswith("audit_")]
    for name, _ in ours:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(statement)
    for _, sql in ours:
        raw.execute(sql)
    raw.commit()
    raw.close()

    async def story() -> Verdict:
        async with desk(written.parent) as store:
            await store.conversations.add([asks("10")], None)
            await _publish(store, "o1")
            await store.audit.note(Act.SIGNED_OUT, "AB")
            return await store.audit.verify()

    verdict = run(story())
    assert (verdict.flaw, verdict.seq) == (Flaw.ALTERED, seq)


def test_the_seal_of_the_end_is_the_same_wherever_it_is_read(written: Path) -> None:
    verdict = _verdict(written)
    assert verdict.count == 3
    assert verdict == _verdict(written)
    assert len(verdict.hash) == 64
