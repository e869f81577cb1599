"""Publishing, deleting, hiding and uploading under X's rules."""

from __future__ import annotations

import aiohttp
import pytest

from incluinfo_desk.simulator import errors
from tests.simulator.scene import OWN, Desk, scene


@scene()
async def test_a_reply_stands_in_its_conversation_with_the_citizen_named(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Cómo pido cita?", handle="ana")
    got = await desk.post("Aquí: https://inss.seg-social.es/cita", asked)
    assert got.status == 201
    # X's answer keeps the old word and an empty history, whatever the dialect.
    assert got.body["data"]["edit_history_tweet_ids"] == [""]
    (reply,) = desk.world.replies_to(asked)
    assert reply.id == got.body["data"]["id"]
    assert reply.text == "@ana Aquí: https://inss.seg-social.es/cita"
    assert reply.conversation_id == asked
    seen = await desk.get(OWN, **{"tweet.fields": "entities"})
    assert seen.body["data"][0]["text"].startswith("@ana Aquí: https://t.co/")
    assert "x-user-limit-24hour-remaining" in got.headers
    assert "x-app-limit-24hour-remaining" in got.headers


@scene()
async def test_unknown_keys_are_refused(desk: Desk) -> None:
    assert (await desk.post("Hola", idempotency_key="1")).status == 400
    asked = desk.world.citizen_posts("¿Hola?")
    body = {"text": "Hola", "reply": {"in_reply_to_tweet_id": asked, "colour": 1}}
    assert (await desk.send("POST", "/2/tweets", json=body)).status == 400
    assert (await desk.send("POST", "/2/tweets", data=b"{")).status == 400
    assert (await desk.post("  ")).status == 400
    assert (await desk.post("Hola", "ana")).status == 400
    assert (await desk.post("Hola", quote_tweet_id="1")).status == 403
    assert desk.world.our_posts == []


@scene()
async def test_length_is_counted_as_x_counts(desk: Desk) -> None:
    assert (await desk.post("ñ" * 280)).status == 201
    long = await desk.post("ñ" * 281)
    assert long.status == 400
    assert "too long" in long.body["detail"]
    assert (await desk.post("€" * 141)).status == 400
    assert (
        await desk.post("a" * 256 + " https://sede.seg-social.gob.es/" + "x" * 80)
    ).status == 201


@scene()
async def test_only_summoned_replies_pass_and_both_wordings_are_seen(desk: Desk) -> None:
    stranger = desk.world.citizen_posts("hablo solo", mention=False)
    first = await desk.post("Hola", stranger)
    assert (first.status, first.body["detail"]) == (403, errors.NOT_SUMMONED[0])
    desk.world.rules.summoned_wording = 1
    second = await desk.post("Hola", stranger)
    assert (second.status, second.body["title"]) == (403, "Authorization Error")
    assert second.body["detail"] == errors.NOT_SUMMONED[1]
    ours = (await desk.post("Aviso")).body["data"]["id"]
    assert (await desk.post("Sigue el aviso", ours)).status == 201
    quoting = desk.world.citizen_posts("mirad esto", mention=False, quotes=ours)
    assert (await desk.post("Gracias por difundirlo", quoting)).status == 201
    desk.world.rules.summoned = False
    assert (await desk.post("Hola", stranger)).status == 201


@scene()
async def test_the_same_words_twice_are_refused(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Hola?", handle="ana")
    other = desk.world.citizen_posts("¿Hola?", handle="luz")
    assert (await desk.post("Buenos días", asked)).status == 201
    again = await desk.post("Buenos días", asked)
    assert (again.status, again.body["detail"]) == (403, errors.DUPLICATE)
    assert (await desk.post("Buenos días", other)).status == 201
    desk.world.rules.duplicates = "account"
    third = desk.world.citizen_posts("¿Hola?", handle="eva")
    assert (await desk.post("Buenos días", third)).status == 403
    desk.hand.seconds += 13 * 3600
    desk.token, _ = desk.simulator.grants.grant()
    assert (await desk.post("Buenos días", third)).status == 201


@scene()
async def test_answering_what_is_gone_fails(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Hola?", handle="ana")
    desk.world.citizen_deletes(asked)
    assert (await desk.post("Hola", asked)).status == 404
    desk.world.rules.gone_status = 403
    got = await desk.post("Hola", asked)
    assert (got.status, "deleted or not visible" in got.body["detail"]) == (403, True)


@scene()
async def test_without_credits_nothing_works(desk: Desk) -> None:
    desk.world.rules.out_of_credits = True
    got = await desk.post("Hola")
    assert got.status == 402
    assert got.body["type"].endswith("/credits-depleted")
    assert (await desk.get("/2/users/me")).status == 402


@scene()
async def test_only_our_own_posts_can_be_deleted(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Hola?")
    ours = desk.world.we_post("Aviso").id
    assert (await desk.send("DELETE", f"/2/tweets/{asked}")).status == 403
    got = await desk.send("DELETE", f"/2/tweets/{ours}")
    assert got.body == {"data": {"deleted": True}}
    assert (await desk.send("DELETE", f"/2/tweets/{ours}")).status == 404
    assert desk.world.our_posts == []


@scene()
async def test_only_replies_below_our_own_posts_can_be_hidden(desk: Desk) -> None:
    ours = desk.world.we_post("Aviso").id
    below = desk.world.citizen_posts("insulto", in_reply_to=ours)
    elsewhere = desk.world.citizen_posts("insulto")
    for hidden in (True, False):
        got = await desk.send("PUT", f"/2/tweets/{below}/hidden", json={"hidden": hidden})
        assert got.body == {"data": {"hidden": hidden}}
        post = desk.world.find(below)
        assert post is not None
        assert post.hidden is hidden
    refused = await desk.send("PUT", f"/2/tweets/{elsewhere}/hidden", json={"hidden": True})
    assert refused.status == 403
    wrong = await desk.send("PUT", f"/2/tweets/{below}/hidden", json={"hidden": "yes"})
    assert wrong.status == 400


async def upload(desk: Desk, kind: str, size: int = 7) -> str:
    category = "tweet_image" if kind.startswith("image/p") else "tweet_gif"
    begun = await desk.send(
        "POST",
        "/2/media/upload/initialize",
        json={"media_type": kind, "total_bytes": size, "media_category": category},
    )
    media = str(begun.body["data"]["id"])
    form = aiohttp.FormData()
    form.add_field("segment_index", "0")
    form.add_field("media", b"x" * size, filename="a", content_type="application/octet-stream")
    added = await desk.send("POST", f"/2/media/upload/{media}/append", data=form)
    assert "expires_at" in added.body["data"]
    return media


@scene()
async def test_a_picture_is_uploaded_described_and_posted(desk: Desk) -> None:
    media = await upload(desk, "image/png")
    assert (await desk.post("Mire", media={"media_ids": [media]})).status == 400
    done = await desk.send("POST", f"/2/media/upload/{media}/finalize")
    assert "processing_info" not in done.body["data"]
    body = {"id": media, "metadata": {"alt_text": {"text": "Captura de la sede"}}}
    described = await desk.send("POST", "/2/media/metadata", json=body)
    assert described.body["data"]["associated_metadata"]["alt_text"]["text"] == "Captura de la sede"
    assert desk.world.media[media].alt_text == "Captura de la sede"
    posted = await desk.post("Mire", media={"media_ids": [media]})
    assert posted.status == 201
    assert desk.world.our_posts[0].media == (media,)


@scene()
async def test_a_gif_is_worked_on_before_it_can_be_posted(desk: Desk) -> None:
    media = await upload(desk, "image/gif")
    done = await desk.send("POST", f"/2/media/upload/{media}/finalize")
    states = [done.body["data"]["processing_info"]["state"]]
    assert (await desk.post("Mire", media={"media_ids": [media]})).status == 400
    while states[-1] != "succeeded":
        got = await desk.get("/2/media/upload", command="STATUS", media_id=media)
        states.append(got.body["data"]["processing_info"]["state"])
    assert states == ["pending", "in_progress", "succeeded"]
    assert (await desk.post("Mire", media={"media_ids": [media]})).status == 201
    desk.world.rules.media_states = ("pending", "failed")
    bad = await upload(desk, "image/gif")
    await desk.send("POST", f"/2/media/upload/{bad}/finalize")
    got = await desk.get("/2/media/upload", command="STATUS", media_id=bad)
    assert got.body["data"]["processing_info"]["error"]["name"] == "InvalidMedia"


@scene()
async def test_uploads_x_would_refuse_are_refused(desk: Desk) -> None:
    begin = "/2/media/upload/initialize"
    for body in (
        {"media_type": "text/html", "total_bytes": 10},
        {"media_type": "image/png", "total_bytes": 6 * 1024 * 1024},
        {"media_type": "image/png", "total_bytes": 0},
    ):
        assert (await desk.send("POST", begin, json=body)).status == 400
    begun = await desk.send("POST", begin, json={"media_type": "image/png", "total_bytes": 9})
    media = begun.body["data"]["id"]
    assert (await desk.send("POST", f"/2/media/upload/{media}/finalize")).status == 400
    long = {"id": media, "metadata": {"alt_text": {"text": "a" * 1001}}}
    assert (await desk.send("POST", "/2/media/metadata", json=long)).status == 400
    assert (await desk.post("Mire", media={"media_ids": ["1", "2", "3", "4", "5"]})).status == 400


@scene()
async def test_a_missing_full_stop_space_becomes_a_link_as_at_x(desk: Desk) -> None:
    await desk.post("Ya está su solicitud.Se la enviamos")
    assert "https://t.co/" in desk.world.our_posts[0].composed.text


@scene()
async def test_the_post_limit_is_a_hundred_in_a_quarter_of_an_hour(desk: Desk) -> None:
    for n in range(100):
        assert (await desk.post(f"Aviso {n}")).status == 201
    got = await desk.post("Aviso de más")
    assert got.status == 429
    assert len(desk.world.our_posts) == 100


@scene()
async def test_unknown_routes_and_foreign_hosts_are_turned_away(desk: Desk) -> None:
    assert (await desk.get("/2/nothing")).status == 404
    got = await desk.send("GET", "/control/state", headers={"Host": "evil.example"})
    assert got.status == 421


@pytest.mark.parametrize("path", ["/2/tweets/1", "/2/tweets/1/hidden"])
def test_writes_to_what_never_was_are_not_found(path: str) -> None:
    @scene()
    async def play(desk: Desk) -> None:
        if path.endswith("hidden"):
            got = await desk.send("PUT", path, json={"hidden": True})
        else:
            got = await desk.send("DELETE", path)
        assert got.status == 404

    play()
