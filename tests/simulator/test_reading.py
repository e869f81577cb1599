"""Timelines, lookups and search as X answers them, in both vocabularies."""

from __future__ import annotations

import pytest

from incluinfo_desk.simulator.query import BadQueryError, parse
from incluinfo_desk.simulator.text import snowflake
from incluinfo_desk.simulator.world import OUR_ID, World
from tests.simulator.scene import MENTIONS, OWN, SEARCH, START, Desk, scene


def ask_many(desk: Desk, count: int) -> list[str]:
    ids = []
    for n in range(count):
        desk.hand.seconds += 1
        ids.append(desk.world.citizen_posts(f"¿Y lo mío? {n}", handle=f"v{n % 7}"))
    return ids


@scene()
async def test_mentions_come_newest_first_in_pages(desk: Desk) -> None:
    ids = ask_many(desk, 12)
    desk.world.citizen_posts("esto no os lo digo a vosotros", mention=False)
    first = await desk.get(MENTIONS, max_results="5")
    assert first.ids == ids[:-6:-1]
    assert first.body["meta"]["newest_id"] == ids[-1]
    second = await desk.get(
        MENTIONS, max_results="5", pagination_token=first.body["meta"]["next_token"]
    )
    third = await desk.get(
        MENTIONS, max_results="5", pagination_token=second.body["meta"]["next_token"]
    )
    assert first.ids + second.ids + third.ids == ids[::-1]
    assert "next_token" not in third.body["meta"]


@scene()
async def test_since_and_until_bound_a_page_and_an_empty_one_has_no_data(desk: Desk) -> None:
    ids = ask_many(desk, 6)
    got = await desk.get(MENTIONS, since_id=ids[1], until_id=ids[4])
    assert got.ids == [ids[3], ids[2]]
    empty = await desk.get(MENTIONS, since_id=ids[-1])
    assert empty.status == 200
    assert empty.body == {"meta": {"result_count": 0}}


@scene()
async def test_mentions_reach_eight_hundred_back(desk: Desk) -> None:
    ids = ask_many(desk, 810)
    found: list[str] = []
    more: dict[str, str] = {}
    while True:
        got = await desk.get(MENTIONS, max_results="100", **more)
        found += got.ids
        if "next_token" not in got.body["meta"]:
            break
        more = {"pagination_token": got.body["meta"]["next_token"]}
    assert found == ids[:9:-1]


@scene()
async def test_a_page_may_not_be_smaller_or_larger_than_x_allows(desk: Desk) -> None:
    for path, size in ((MENTIONS, "4"), (MENTIONS, "101"), (OWN, "4")):
        assert (await desk.get(path, max_results=size)).status == 400
    assert (await desk.get(SEARCH, query="hola", max_results="9")).status == 400
    assert (await desk.get(MENTIONS, pagination_token="???")).status == 400
    got = await desk.get(MENTIONS, colour="red")
    assert got.status == 400
    assert got.body["type"].endswith("/invalid-request")


@scene()
async def test_ids_tell_their_moment(desk: Desk) -> None:
    desk.hand.seconds = 60
    post = desk.world.citizen_posts("¿Hola?")
    assert int(snowflake(START + 60, 0)) >> 22 == int(post) >> 22
    got = await desk.get(MENTIONS, **{"tweet.fields": "created_at"})
    assert got.body["data"][0]["created_at"] == "2026-11-18T11:07:40.000Z"


@scene()
async def test_the_old_words_answer_the_old_question(desk: Desk) -> None:
    ours = desk.world.we_post("Aviso: https://sede.seg-social.gob.es/ no funciona")
    theirs = desk.world.citizen_posts("¿Y ahora?", handle="ana", in_reply_to=ours.id)
    got = await desk.get(
        MENTIONS,
        **{
            "tweet.fields": "created_at,author_id,conversation_id,referenced_tweets,entities",
            "expansions": "author_id,referenced_tweets.id",
            "user.fields": "verified,protected",
        },
    )
    post = got.body["data"][0]
    assert post["text"] == "@incluinfo ¿Y ahora?"
    assert post["edit_history_tweet_ids"] == [theirs]
    assert post["conversation_id"] == ours.id
    assert post["referenced_tweets"] == [{"type": "replied_to", "id": ours.id}]
    assert post["entities"]["mentions"][0]["id"] == OUR_ID
    assert got.body["includes"]["users"][0]["username"] == "ana"
    link = got.body["includes"]["tweets"][0]["entities"]["urls"][0]
    assert link["expanded_url"] == "https://sede.seg-social.gob.es/"
    assert link["url"].startswith("https://t.co/")
    assert link["display_url"] == "sede.seg-social.gob.es"


@scene()
async def test_the_new_words_answer_the_new_question(desk: Desk) -> None:
    ours = desk.world.we_post("Aviso")
    desk.world.citizen_posts("¿Y ahora?", handle="ana", in_reply_to=ours.id)
    got = await desk.get(
        MENTIONS,
        **{
            "post.fields": "created_at,author_id,conversation_id,public_metrics",
            "expansions": "author_id,referenced_posts",
        },
    )
    post = got.body["data"][0]
    assert "edit_history_tweet_ids" not in post
    assert post["edit_history_post_ids"] == [post["id"]]
    assert post["referenced_posts"] == [{"type": "replied_to", "id": ours.id}]
    assert post["author_id"]
    assert "repost_count" in post["public_metrics"]
    assert got.body["includes"]["posts"][0]["id"] == ours.id
    # ``author_id`` left the fields: without its expansion it is silently dropped.
    bare = await desk.get(MENTIONS, **{"post.fields": "author_id"})
    assert "author_id" not in bare.body["data"][0]


@scene()
async def test_x_may_insist_on_one_vocabulary(desk: Desk) -> None:
    desk.world.citizen_posts("¿Hola?")
    desk.world.rules.dialect = "new"
    assert "edit_history_post_ids" in (await desk.get(MENTIONS)).body["data"][0]
    desk.world.rules.dialect = "legacy"
    got = await desk.get(MENTIONS, **{"post.fields": "lang"})
    assert "edit_history_tweet_ids" in got.body["data"][0]
    desk.world.fault("mentions", "dialect")
    assert "edit_history_post_ids" in (await desk.get(MENTIONS)).body["data"][0]
    assert "edit_history_tweet_ids" in (await desk.get(MENTIONS)).body["data"][0]


@scene()
async def test_text_is_escaped_and_long_posts_are_cut_with_the_whole_in_a_note(desk: Desk) -> None:
    desk.world.citizen_posts("<b>gastos & pagos</b>")
    desk.world.citizen_posts("Ay " * 200)
    got = await desk.get(MENTIONS, **{"tweet.fields": "note_tweet,entities"})
    long, short = got.body["data"]
    assert short["text"] == "@incluinfo &lt;b&gt;gastos &amp; pagos&lt;/b&gt;"
    assert len(long["text"]) <= 280
    assert "https://t.co/" in long["text"]
    assert long["note_tweet"]["text"].count("Ay") == 200
    new = await desk.get(MENTIONS, **{"post.fields": "note_post"})
    assert "note_post" in new.body["data"][0]


@scene()
async def test_deleted_and_protected_posts_are_partial_errors(desk: Desk) -> None:
    stays = desk.world.citizen_posts("me quedo", handle="ana")
    goes = desk.world.citizen_posts("me voy", handle="ana")
    hides = desk.world.citizen_posts("me escondo", handle="luz")
    desk.world.citizen_deletes(goes)
    desk.world.citizen_protects("luz")
    got = await desk.get("/2/tweets", ids=f"{stays},{goes},{hides}")
    assert got.status == 200
    assert got.ids == [stays]
    kinds = {e["resource_id"]: e["type"].rpartition("/")[2] for e in got.body["errors"]}
    assert kinds == {goes: "resource-not-found", hides: "not-authorized-for-resource"}
    only_missing = await desk.get("/2/tweets", ids=goes)
    assert only_missing.status == 200
    assert "data" not in only_missing.body
    single = await desk.get(f"/2/tweets/{stays}")
    assert single.body["data"]["id"] == stays
    assert "errors" in (await desk.get(f"/2/tweets/{hides}")).body
    assert (await desk.get(MENTIONS)).ids == [stays]


@scene()
async def test_an_edit_is_a_new_id_and_the_old_one_stays_readable(desk: Desk) -> None:
    old = desk.world.citizen_posts("mi jubliacion", handle="ana")
    desk.hand.seconds += 5
    new = desk.world.citizen_edits(old, "mi jubilación")
    got = await desk.get(MENTIONS)
    assert got.ids == [new]
    assert got.body["data"][0]["edit_history_tweet_ids"] == [old, new]
    before = await desk.get(f"/2/tweets/{old}")
    assert before.body["data"]["text"] == "@incluinfo mi jubliacion"
    assert before.body["data"]["edit_history_tweet_ids"] == [old, new]


@scene()
async def test_own_posts_can_leave_out_replies(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Hola?")
    head = desk.world.we_post("Aviso").id
    reply = desk.world.we_post("Buenos días", asked).id
    assert (await desk.get(OWN)).ids == [reply, head]
    assert (await desk.get(OWN, exclude="replies,retweets")).ids == [head]


@scene()
async def test_users_are_found_by_id_and_name_and_missing_ones_said(desk: Desk) -> None:
    desk.world.citizen_posts("hola", handle="ana", name="Ana Ruiz")
    ana = (await desk.get("/2/users/by/username/Ana")).body["data"]
    assert ana["name"] == "Ana Ruiz"
    got = await desk.get("/2/users", ids=f"{ana['id']},7")
    assert [u["username"] for u in got.body["data"]] == ["ana"]
    assert got.body["errors"][0]["resource_id"] == "7"
    by = await desk.get("/2/users/by", usernames="ana,nadie")
    assert by.body["errors"][0]["value"] == "nadie"
    assert (await desk.get(f"/2/users/{OUR_ID}")).body["data"]["username"] == "incluinfo"


@scene()
async def test_search_finds_the_thread_and_the_sweep(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Cómo pido cita?", handle="ana")
    ours = desk.world.we_post("En la web", asked).id
    after = desk.world.citizen_posts("Gracias", handle="ana", in_reply_to=ours)
    linked = desk.world.citizen_posts("mirad https://x.com/incluinfo/status/1", mention=False)
    desk.world.citizen_posts("nada que ver", mention=False)
    thread = await desk.get(SEARCH, query=f"conversation_id:{asked}")
    assert thread.ids == [after, ours, asked]
    sweep = '(@incluinfo OR to:incluinfo OR url:"x.com/incluinfo") -from:incluinfo'
    assert (await desk.get(SEARCH, query=sweep)).ids == [linked, after, asked]
    assert (await desk.get(SEARCH, query="from:incluinfo")).ids == [ours]
    assert (await desk.get(SEARCH, query=f"in_reply_to_tweet_id:{ours}")).ids == [after]


@scene()
async def test_search_forgets_after_seven_days(desk: Desk) -> None:
    old = desk.world.citizen_posts("hace mucho")
    desk.hand.seconds += 8 * 86_400
    desk.token, _ = desk.simulator.grants.grant()
    fresh = desk.world.citizen_posts("ahora")
    assert (await desk.get(SEARCH, query="@incluinfo")).ids == [fresh]
    assert (await desk.get(SEARCH, query="@incluinfo", since_id=old)).status == 400
    assert (await desk.get(MENTIONS)).ids == [fresh, old]


@pytest.mark.parametrize(
    "query",
    ["", " ", "a" * 513, "-from:incluinfo", "(hola", "hola)", "OR hola", "colour:red", "is:happy"],
)
def test_a_query_x_would_refuse_is_refused(query: str) -> None:
    with pytest.raises(BadQueryError):
        parse(query, World())


def test_words_bind_closer_than_or_and_minus_reaches_a_group() -> None:
    world = World()

    def find(query: str) -> list[str]:
        matches = parse(query, world)
        return [p.text for p in world.posts if matches(p)]

    for text in ("pan y vino", "pan", "queso #Sede", '"otra"'):
        world.citizen_posts(text, mention=False)
    assert find("pan vino OR queso") == ["pan y vino", "queso #Sede"]
    assert find("pan -vino") == ["pan"]
    assert find("is:reply OR (pan -(vino))") == ["pan"]
    assert find("#sede") == ["queso #Sede"]
    assert find('"pan y"') == ["pan y vino"]


@scene()
async def test_without_a_token_nothing_is_read(desk: Desk) -> None:
    desk.token = "nothing"
    got = await desk.get(MENTIONS)
    assert got.status == 401
    assert got.headers["content-type"].startswith("application/problem+json")


@scene()
async def test_every_answer_carries_its_window_and_the_window_ends(desk: Desk) -> None:
    desk.world.buckets.limits["mentions"] = 2
    first = await desk.get(MENTIONS)
    assert first.headers["x-rate-limit-limit"] == "2"
    assert first.headers["x-rate-limit-remaining"] == "1"
    assert first.headers["x-rate-limit-reset"] == str(int(START) + 900)
    second = await desk.get(MENTIONS)
    assert second.headers["x-transaction-id"] != first.headers["x-transaction-id"]
    third = await desk.get(MENTIONS)
    assert third.status == 429
    assert third.headers["x-rate-limit-remaining"] == "0"
    assert (await desk.get("/2/users/me")).status == 200
    desk.hand.seconds += 900
    assert (await desk.get(MENTIONS)).status == 200
