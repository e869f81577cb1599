"""Text and times come back as they were given."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from incluinfo_desk.domain.post import Author, Link
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.exact import clean, folded, micros, moment
from tests.store.kit import ROSA, asks, conversation, desk, post, reply, run

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
ANY_TIME = st.datetimes(
    min_value=datetime(1, 1, 2),  # noqa: DTZ001
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-11))]),
)


@given(words=ANY_TEXT, name=ANY_TEXT, when=ANY_TIME)
@example("a\0b\ud83d\ude00\udc00", "\ud800", datetime(2026, 11, 23, 9, 0, 0, 123457, UTC))
@example("e\u0301 é\r\n\t\u2028 ﬁ", "  Rosa  ", datetime(1969, 12, 31, 23, 59, 59, 999999, UTC))
def test_a_post_and_an_answer_come_back_exactly(words: str, name: str, when: datetime) -> None:
    async def story(folder: Path) -> None:
        async with desk(folder) as store:
            written = replace(
                post("10", words),
                created_at=when,
                author=replace(ROSA, name=name),
                links=(Link(words, name, "https://t.co/a"),),
            )
            await store.conversations.add([replace(asks("10"), post=written)], None)
            item = reply("o1", "10", words, not_before=when, alt_text=name)
            await store.outbox.queue([item])
        async with desk(folder) as store:
            (stored,) = await store.conversations.thread(conversation("10"))
            assert stored.post == replace(
                written,
                text=clean(words),
                author=Author(ROSA.id, ROSA.handle, clean(name)),
                links=(Link(clean(words), clean(name), "https://t.co/a"),),
            )
            assert stored.post.created_at.tzinfo is UTC
            assert await store.outbox.get("o1") == replace(
                item,
                text=clean(words),
                alt_text=clean(name),
            )
            await store.conversations.page(Filter(text=words))
            await store.conversations.count(Filter(text=name))

    with tempfile.TemporaryDirectory() as folder:
        run(story(Path(folder)))


@given(ANY_TEXT)
def test_only_what_no_database_can_hold_is_changed(words: str) -> None:
    cleaned = clean(words)
    cleaned.encode()
    assert "\0" not in cleaned
    assert clean(cleaned) == cleaned
    try:
        words.encode()
    except UnicodeEncodeError:
        pass
    else:
        assert cleaned == words.replace("\0", "")


def test_half_a_pair_becomes_the_sign_for_it_and_two_halves_become_whole() -> None:
    assert clean("a\ud83db") == "a\ufffdb"
    assert clean("\ud83d\ude00") == "😀"


@given(ANY_TIME)
def test_times_are_whole_microseconds(when: datetime) -> None:
    assert moment(micros(when)) == when


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            naive = datetime(2026, 1, 1)  # noqa: DTZ001
            with pytest.raises(StatementError, match="aware"):
                await store.outbox.queue([reply("o1", "10", not_before=naive)])

    run(story())


def test_folding_is_for_comparing() -> None:
    assert folded("PENSIÓN Ñandú ﬁ ß") == "pension nandu fi ss"
