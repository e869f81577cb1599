"""Pages, overlaps, dialects and lookups, as they go over the wire."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from incluinfo_desk.channels.manual import intent_url
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    Offline,
    OutcomeUnknown,
    Refusal,
    Refused,
)
from incluinfo_desk.operations.ports import Quota

from .odd_server import Odd, OddServer, Seen, http
from .parts import NOW, US, Time, channel, problem_of, vault

FIRST, SECOND, THIRD = "1990000000000000001", "1990000000000000002", "1990000000000000003"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 2_000_000


def post(post_id: str, **more: Any) -> dict[str, Any]:
    return {
        "id": post_id,
        "text": "Hola",
        "author_id": "7",
        "created_at": "2026-11-22T10:00:00Z",
        **more,
    }


def page(*ids: str, next_token: str | None = None) -> bytes:
    meta: dict[str, Any] = {"result_count": len(ids)}
    if next_token:
        meta["next_token"] = next_token
    return http(200, {"data": [post(id_) for id_ in ids], "meta": meta})


def query(seen: Seen) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(seen.path).query).items()}


NOTHING = http(200, {"meta": {"result_count": 0}})


async def test_all_pages_since_an_id_come_oldest_first_and_once(tmp_path: Path) -> None:
    pages = (page(THIRD, SECOND, next_token="n2"), page(SECOND, FIRST))
    async with OddServer(*pages) as server, channel(server.url, tmp_path) as x:
        found = await x.mentions(PostId("1980000000000000000"))
        assert [p.id for p in found] == [FIRST, SECOND, THIRD]
        first, second = map(query, server.seen)
        assert server.seen[0].path.startswith(f"/2/users/{US}/mentions?")
        assert first["since_id"] == second["since_id"] == "1980000000000000000"
        assert first["max_results"] == "100"
        assert "pagination_token" not in first
        assert second["pagination_token"] == "n2"


async def test_a_first_start_reads_the_newest_page_only(tmp_path: Path) -> None:
    async with OddServer(page(THIRD, next_token="n2")) as server:
        async with channel(server.url, tmp_path) as x:
            assert len(await x.mentions(None)) == 1
            assert len(await x.search_mentions(None)) == 1
        assert len(server.seen) == 2


async def test_a_page_that_fails_fails_them_all(tmp_path: Path) -> None:
    replies = (page(THIRD, next_token="n2"), http(503, b"<html>", kind="text/html"))
    async with OddServer(*replies) as server, channel(server.url, tmp_path) as x:
        assert await problem_of(x.mentions(PostId(FIRST))) == ChannelDown()


async def test_pages_that_never_end_are_left(tmp_path: Path) -> None:
    async with OddServer(page(THIRD, next_token="same")) as server:
        async with channel(server.url, tmp_path) as x:
            await x.mentions(PostId(FIRST))
        assert len(server.seen) == 2


async def test_the_sweep_asks_for_what_mentions_miss(tmp_path: Path) -> None:
    time, held = Time(), vault(expires_at=NOW + timedelta(days=30))
    async with (
        OddServer(NOTHING) as server,
        channel(server.url, tmp_path, now=time, held=held) as x,
    ):
        recent = PostId(str((int(NOW.timestamp() * 1000) - 1_288_834_974_657) << 22))
        await x.search_mentions(recent)
        asked = query(server.seen[0])
        assert asked["query"] == (
            '(@incluinfo OR to:incluinfo OR url:"x.com/incluinfo") -from:incluinfo -is:retweet'
        )
        assert asked["since_id"] == recent
        # X refuses a since_id from before its seven days: then it is left out.
        time.pass_(days=8)
        await x.search_mentions(recent)
        assert "since_id" not in query(server.seen[1])


async def test_a_thread_begins_with_the_post_that_opened_it(tmp_path: Path) -> None:
    async with OddServer(page(THIRD, SECOND), page(FIRST)) as server:
        async with channel(server.url, tmp_path) as x:
            found = await x.thread(PostId(FIRST))
        assert [p.id for p in found] == [FIRST, SECOND, THIRD]
        assert query(server.seen[0])["query"] == f"conversation_id:{FIRST}"
        assert query(server.seen[1])["ids"] == FIRST


async def test_of_a_long_thread_the_newest_pages_are_read(tmp_path: Path) -> None:
    pages = [page(str(10**18 + n), next_token=f"n{n}") for n in range(9)]
    async with OddServer(*pages[:5], page(FIRST)) as server:
        async with channel(server.url, tmp_path) as x:
            assert len(await x.thread(PostId(FIRST))) == 6
        assert len(server.seen) == 6


async def test_a_withheld_post_leaves_its_page_empty(tmp_path: Path) -> None:
    withheld = http(200, {"errors": [{"resource_type": "tweet", "resource_id": FIRST}]})
    async with OddServer(withheld) as server, channel(server.url, tmp_path) as x:
        assert await x.mentions(None) == []


async def test_lookups_go_by_the_hundred(tmp_path: Path) -> None:
    ids = [PostId(str(10**18 + n)) for n in range(150)]
    gone = http(200, {"errors": [{"resource_id": ids[120], "title": "Not Found Error"}]})
    async with OddServer(page(*ids[:99]), gone) as server:
        async with channel(server.url, tmp_path) as x:
            found = await x.lookup(ids)
        assert [len(query(seen)["ids"].split(",")) for seen in server.seen] == [100, 50]
    assert [p.id for p in found.posts] == ids[:99]
    assert list(found.missing) == [ids[99], *ids[100:]]


async def test_silence_is_no_proof_of_deletion(tmp_path: Path) -> None:
    async with OddServer(http(200, {})) as server, channel(server.url, tmp_path) as x:
        assert await problem_of(x.lookup([PostId(FIRST)])) == BadAnswer()


async def test_our_own_posts_come_newest_first(tmp_path: Path) -> None:
    async with OddServer(page(SECOND, THIRD)) as server, channel(server.url, tmp_path) as x:
        assert [p.id for p in await x.own_posts(PostId(FIRST))] == [THIRD, SECOND]
        assert query(server.seen[0])["since_id"] == FIRST


REFUSES_OLD = http(
    400,
    {
        "errors": [
            {
                "parameters": {"tweet.fields": ["lang"]},
                "message": "The query parameter [tweet.fields] is not one of [post.fields]",
            },
        ],
        "title": "Invalid Request",
        "type": "https://api.x.com/2/problems/invalid-request",
    },
)
IGNORES_OLD = http(200, {"data": [{"id": FIRST, "text": "Hola"}], "meta": {"result_count": 1}})


@pytest.mark.parametrize("reply", [REFUSES_OLD, IGNORES_OLD], ids=["refused", "ignored"])
async def test_the_other_vocabulary_is_tried_and_kept(reply: bytes, tmp_path: Path) -> None:
    async with OddServer(reply, page(FIRST)) as server, channel(server.url, tmp_path) as x:
        [found] = await x.mentions(None)
        assert found.author.id == "7"
        await x.mentions(None)
        asked = [sorted(key for key in query(s) if key.endswith(".fields")) for s in server.seen]
    assert asked == [
        ["tweet.fields", "user.fields"],
        ["post.fields", "user.fields"],
        ["post.fields", "user.fields"],
    ]


async def test_a_server_that_gives_bare_posts_in_either_is_believed(tmp_path: Path) -> None:
    async with OddServer(IGNORES_OLD) as server, channel(server.url, tmp_path) as x:
        [found] = await x.mentions(None)
        assert found.id == FIRST
        assert len(server.seen) == 2


async def test_both_vocabularies_refused_is_a_bad_answer(tmp_path: Path) -> None:
    async with OddServer(REFUSES_OLD) as server, channel(server.url, tmp_path) as x:
        assert await problem_of(x.mentions(None)) == BadAnswer()
        assert len(server.seen) == 2


async def test_without_a_kept_account_x_is_asked_who_we_are(tmp_path: Path) -> None:
    held = vault(account=False)
    me = http(200, {"data": {"id": US, "username": "incluinfo", "name": "Inclusión"}})
    async with OddServer(me, NOTHING) as server:
        async with channel(server.url, tmp_path, held=held) as x:
            assert await x.mentions(None) == []
            await x.mentions(None)
        assert [urlsplit(seen.path).path for seen in server.seen] == [
            "/2/users/me",
            f"/2/users/{US}/mentions",
            f"/2/users/{US}/mentions",
        ]
        assert json.loads(held.get("account") or "")["handle"] == "incluinfo"


async def test_quotas_are_told_by_what_they_limit(tmp_path: Path) -> None:
    reply = http(
        200,
        {"meta": {"result_count": 0}},
        x_rate_limit_limit="300",
        x_rate_limit_remaining="299",
        x_rate_limit_reset=str(int(NOW.timestamp()) + 900),
    )
    async with OddServer(reply) as server, channel(server.url, tmp_path) as x:
        await x.mentions(None)
        await x.search_mentions(None)
        assert set(x.quotas) == {"mentions", "search"}
        assert x.quotas["search"] == Quota(300, 299, NOW + timedelta(minutes=15))


# --- writing ------------------------------------------------------------------------------


async def test_a_reply_carries_its_text_and_target_and_nothing_else(tmp_path: Path) -> None:
    made = http(201, {"data": {"id": THIRD, "edit_history_tweet_ids": [""]}})
    async with OddServer(made) as server, channel(server.url, tmp_path) as x:
        assert await x.post("¿Qué tal? — ñ 😀", PostId(FIRST), ["5"]) == THIRD
        assert await x.post("Aviso") == THIRD
        first, second = (seen.json for seen in server.seen)
    assert first == {
        "text": "¿Qué tal? — ñ 😀",
        "reply": {"in_reply_to_tweet_id": FIRST},
        "media": {"media_ids": ["5"]},
    }
    assert second == {"text": "Aviso"}


async def test_delete_and_hide_believe_only_a_clear_yes(tmp_path: Path) -> None:
    replies = (
        http(200, {"data": {"deleted": True}}),
        http(200, {"data": {"deleted": False}}),
        http(200, {"data": {"hidden": True}}),
        http(200, {"data": {"hidden": False}}),
        http(200, {"data": {"hidden": True}}),
        http(200, {}),
    )
    async with OddServer(*replies) as server, channel(server.url, tmp_path) as x:
        await x.delete(PostId(FIRST))
        assert await problem_of(x.delete(PostId(FIRST))) == OutcomeUnknown()
        await x.hide(PostId(FIRST), True)
        await x.hide(PostId(FIRST), False)
        assert await problem_of(x.hide(PostId(FIRST), False)) == OutcomeUnknown()
        assert await problem_of(x.hide(PostId(FIRST), True)) == OutcomeUnknown()
        assert [(seen.method, seen.path) for seen in server.seen[1:3]] == [
            ("DELETE", f"/2/tweets/{FIRST}"),
            ("PUT", f"/2/tweets/{FIRST}/hidden"),
        ]


async def test_an_image_goes_up_in_segments_with_its_words(tmp_path: Path) -> None:
    image = tmp_path / "aviso.png"
    image.write_bytes(PNG)
    pending = {"state": "pending", "check_after_secs": 0}
    replies = (
        http(200, {"data": {"id": "55", "media_key": "3_55"}}),
        http(200, {"data": {}}),
        http(200, {"data": {}}),
        http(200, {"data": {"id": "55", "processing_info": pending}}),
        http(200, {"data": {"id": "55", "processing_info": {"state": "succeeded"}}}),
        http(200, {"data": {"id": "55"}}),
    )
    async with OddServer(*replies) as server, channel(server.url, tmp_path) as x:
        assert await x.upload_image(image, "Aviso de corte") == "55"
        start, *segments, _finalize, status, words = server.seen
    assert start.json == {
        "media_type": "image/png",
        "total_bytes": len(PNG),
        "media_category": "tweet_image",
    }
    assert [b'name="segment_index"' in seen.body for seen in segments[:2]] == [True, True]
    assert sum(seen.body.count(b"\0") for seen in segments) == 2_000_000
    assert query(status) == {"command": "STATUS", "media_id": "55"}
    assert words.json == {"id": "55", "metadata": {"alt_text": {"text": "Aviso de corte"}}}


async def test_an_upload_is_never_in_doubt(tmp_path: Path) -> None:
    """Nothing is public before a post names it, so it may simply be tried again."""
    image = tmp_path / "aviso.png"
    image.write_bytes(PNG[:100])
    failed = {"data": {"id": "5", "processing_info": {"state": "failed"}}}
    rows = (
        ((Odd.CLOSE,), Offline()),
        ((http(200, {}),), Offline()),
        ((http(503, b""),), Offline()),
        ((http(200, failed),), Refused(Refusal.INVALID)),
    )
    for replies, expected in rows:
        async with OddServer(*replies) as server, channel(server.url, tmp_path) as x:
            assert await problem_of(x.upload_image(image, "")) == expected


@pytest.mark.parametrize("content", [b"", b"<svg/>", PNG + b"\0" * 5_000_000, None])
async def test_what_is_no_image_for_x_stays_here(content: bytes | None, tmp_path: Path) -> None:
    image = tmp_path / "aviso.png"
    if content is not None:
        image.write_bytes(content)
    async with OddServer(NOTHING) as server, channel(server.url, tmp_path) as x:
        found = await problem_of(x.upload_image(image, ""))
        assert isinstance(found, Refused)
        assert server.seen == []


def test_the_manual_way_keeps_every_character() -> None:
    url = intent_url(PostId(FIRST), "¿Sí? 50 % & #IMV + «ñ»\nAdiós")
    parts = urlsplit(url)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "x.com", "/intent/post")
    assert parse_qs(parts.query) == {
        "text": ["¿Sí? 50 % & #IMV + «ñ»\nAdiós"],
        "in_reply_to": [FIRST],
    }
    assert "+" not in parts.query
