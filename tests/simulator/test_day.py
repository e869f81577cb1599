"""The seeded day: the same for the same seed, complete, alive, and answering back."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.simulator.bulk import generate_posts
from incluinfo_desk.simulator.citizens import Citizens
from incluinfo_desk.simulator.clock import MAX_SPEED, STORY_OPENS, SimClock
from incluinfo_desk.simulator.day import closes, opens, scenario, seconds, tell
from incluinfo_desk.simulator.main import DEMO_SPEED
from incluinfo_desk.simulator.people import DNI_LETTERS, personal_data
from incluinfo_desk.simulator.world import World
from tests.simulator.scene import MENTIONS, START, Desk, Hand, scene

TOPICS = {
    "imv", "pensiones", "prestaciones", "autonomos", "afiliacion-cotizacion",
    "asilo-migraciones", "espanoles-exterior", "cita-previa-y-tramites", "incidencias",
    "bulos", "canal",
}  # fmt: skip


def peopled(seed: int = 1, speed: float = 1.0) -> tuple[World, Hand]:
    hand = Hand()
    world = World(seed, SimClock(speed, epoch=lambda: START, monotonic=hand))
    Citizens(world).begin()
    return world, hand


def shown(world: World) -> list[tuple[str, str, str, datetime]]:
    return [(p.id, p.text, p.author_id, p.created_at) for p in world.posts]


def test_the_same_seed_is_the_same_day_and_another_is_not() -> None:
    assert tell(7) == tell(7)
    assert tell(7) != tell(8)
    assert tell(7, 1) != tell(7, 0)
    days = []
    for stride in (600, 7_000):
        world, hand = peopled(seed=7)
        while hand.seconds < 21_000:
            hand.seconds += stride
            world.settle()
        days.append(shown(world))
    # However often the desk looks, everything happened at the same moments.
    assert [d[1:] for d in days[0]] == [d[1:] for d in days[1]]


def test_a_person_keeps_the_same_id_in_every_run() -> None:
    first, _ = peopled(seed=2)
    second, _ = peopled(seed=2)
    second.citizen_posts("algo distinto", handle="otra")
    for world in (first, second):
        world.jump(seconds("09:00"))
    ids = {p.author_id for p in first.posts}
    assert ids < {p.author_id for p in second.posts}


def test_the_night_left_a_queue_before_the_desk_opens() -> None:
    world, _ = peopled()
    night = world.posts
    assert len(night) == 25
    assert all(p.created_at.timestamp() < START for p in night)
    assert [p.id for p in night] == sorted((p.id for p in night), key=int)
    assert len(world.mentions()) == 25


def test_the_day_holds_everything_the_desk_must_meet() -> None:
    events = tell(1)
    kinds = Counter(e.label.kind for e in events if e.label and e.action == "post")
    assert set(kinds) >= {
        "question", "outage", "maintenance", "hoax", "insult", "personal_data", "spam",
        "other_body", "greeting", "long",
    }  # fmt: skip
    assert {e.action for e in events} == {"post", "edit", "delete"}
    assert {e.lang for e in events} >= {"es", "ca", "gl", "eu", "en"}
    surge = [e.at for e in events if e.label and e.label.kind == "outage"]
    assert len(surge) >= 40
    assert seconds("10:22") <= min(surge)
    assert max(surge) <= seconds("11:40")
    posts = [e for e in events if e.action == "post"]
    texts = [e.text for e in posts]
    assert len(texts) == len(set(texts))
    opened = [e.at for e in posts if e.at > 0]
    assert opens() <= min(opened)
    assert max(opened) <= closes()
    # At the demonstration's pace nobody waits long for the next post.
    gaps = [(after - before) / DEMO_SPEED for before, after in pairwise(opened)]
    assert 8 <= sum(gaps) / len(gaps) <= 20
    assert max(gaps) < 60


@pytest.mark.parametrize("seed", range(1, 6))
def test_changes_and_answers_follow_what_they_are_about(seed: int) -> None:
    posted: dict[int, Any] = {}
    for event in tell(seed):
        if event.about is not None:
            assert event.about in posted
        if event.action in {"edit", "delete"}:
            assert event.person == posted[event.about or 0].person
        posted[event.key] = event


def test_every_topic_has_questions_of_its_own_and_every_label_is_an_entry() -> None:
    faq = json.loads(resource("faq", "starter_faq.json").read_text(encoding="utf-8"))
    topics = {entry["id"]: entry["topic"] for entry in faq}
    known = {v.lower() for e in faq for v in (e["question"], *e["variants"])}
    questions = scenario("questions.json")
    per_topic = Counter(q["topic"] for q in questions)
    assert set(per_topic) == TOPICS
    assert min(per_topic.values()) >= 3
    for question in questions:
        assert topics[question["faq_id"]] == question["topic"]
        assert question["text"].lower() not in known
        assert weighted_length(f"@incluinfo {question['text']}") <= 280
    for event in tell(1):
        if event.label and event.label.faq_id:
            assert topics[event.label.faq_id] == event.label.topic, event.text


def test_handles_are_x_handles() -> None:
    for event in tell(3):
        assert re.fullmatch(r"[A-Za-z0-9_]{1,15}", event.person.handle)


def test_personal_data_in_posts_is_false_but_well_formed() -> None:
    texts = [e.text for e in tell(1) if e.label and e.label.kind == "personal_data"]
    assert len(texts) >= 10
    assert not any("{" in text for text in texts)
    for n in range(50):
        data = personal_data(Random(n))
        assert DNI_LETTERS[int(data["dni"][:-1]) % 23] == data["dni"][-1]
        nie = data["nie"]
        assert DNI_LETTERS[int(f"{'XYZ'.index(nie[0])}{nie[1:-1]}") % 23] == nie[-1]
        assert int(data["naf"][:10]) % 97 == int(data["naf"][10:])
        iban = data["iban"]
        assert int(f"{iban[4:]}1428{iban[2:4]}") % 97 == 1


def test_the_story_runs_at_its_speed_and_posts_look_like_now() -> None:
    world, hand = peopled(speed=10)
    hand.seconds = 600
    assert world.clock.story() == STORY_OPENS + 6_000
    for post in world.posts:
        assert post.created_at.timestamp() <= START + 600
    assert world.posts[-1].created_at.timestamp() > START + 500


def test_pause_jump_and_advance() -> None:
    world, hand = peopled()
    world.pause()
    hand.seconds = 3_600
    assert len(world.posts) == 25
    world.pause(False)
    world.jump(seconds("10:22"))
    before = len(world.posts)
    assert before > 60
    assert world.posts[-1].created_at.timestamp() == START + 3_600
    world.advance(1_800)
    outage = [p for p in world.posts if p.label and p.label.kind == "outage"]
    assert len(outage) > 10
    assert world.clock.now().timestamp() == START + 5_400
    with pytest.raises(ValueError, match="forward"):
        world.advance(-1)
    for wrong in (0, -1, MAX_SPEED + 1):
        with pytest.raises(ValueError, match="speed"):
            world.set_speed(wrong)


def test_the_next_morning_follows_the_evening_at_once() -> None:
    world, hand = peopled(speed=60)
    hand.seconds = (closes() - opens()) / 60 + 1
    first = len(world.posts)
    hand.seconds += 300
    assert len(world.posts) > first + 50
    assert opens() == STORY_OPENS


@scene(day=True, speed=10)
async def test_citizens_thank_ask_again_or_stay_silent(desk: Desk) -> None:
    night = (await desk.get(MENTIONS, max_results="100")).ids
    for n, post_id in enumerate(night):
        assert (await desk.post(f"Respuesta {n}", post_id)).status == 201
    ours = {post.id for post in desk.world.our_posts}
    desk.hand.seconds = 26
    back = [p for p in desk.world.posts if p.in_reply_to in ours]
    kinds = Counter(p.label.kind for p in back if p.label)
    assert kinds["thanks"] >= 5
    assert kinds["follow_up"] >= 3
    assert len(back) < len(night)
    for post in back:
        assert "@incluinfo" in post.text
        assert post.id in (await desk.get(MENTIONS, max_results="100")).ids
        assert post.conversation_id in night


@scene(day=True, speed=10)
async def test_a_broadcast_is_answered_below_it(desk: Desk) -> None:
    head = (await desk.post("La sede no funciona. Lo estamos arreglando.")).body["data"]["id"]
    desk.hand.seconds = 26
    assert len(desk.world.replies_to(head)) == 3


def test_an_edit_in_the_day_replaces_and_a_deletion_removes() -> None:
    world, _ = peopled()
    world.jump(closes() - 1)
    changes = scenario("changes.json")
    texts = [post.text for post in world.posts]
    for edit in changes["edits"]:
        assert any(edit["becomes"] in text for text in texts)
        assert not any(text.endswith(edit["text"]) for text in texts)
    for deletion in changes["deletions"]:
        assert not any(deletion["text"] in text for text in texts)


def test_posts_for_benchmarks_are_many_different_and_the_same_again() -> None:
    posts = list(generate_posts(3_000, seed=4))
    assert posts == list(generate_posts(3_000, seed=4))
    assert posts != list(generate_posts(3_000, seed=5))
    assert len({p.id for p in posts}) == 3_000
    assert all(a.created_at < b.created_at for a, b in pairwise(posts))
    assert all("@incluinfo" in p.text and p.mentions for p in posts)
    ids = {p.id for p in posts}
    replies = [p for p in posts if p.in_reply_to]
    assert 200 < len(replies) < 600
    assert all(p.in_reply_to in ids and p.thread_id in ids for p in replies)
    assert len({p.text for p in posts}) > 1_500
