"""Plausible posts by the hundred thousand, for benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from incluinfo_desk.domain.post import AccountId, Author, Post, PostId
from incluinfo_desk.simulator.day import scenario
from incluinfo_desk.simulator.people import person
from incluinfo_desk.simulator.text import snowflake
from incluinfo_desk.simulator.world import OUR_HANDLE, OUR_ID

NEWEST = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
EVERY = timedelta(seconds=20)
"""Mean gap between two posts."""

OPENINGS = ("", "", "Hola, ", "Buenas, ", "Buenos días. ", "Perdón, ", "Una duda: ", "Por favor, ")
ENDINGS = ("", "", " Gracias", " Es urgente", " Un saludo", " Desde {place}", " Llevo {n} semanas")
PLACES = ("Cádiz", "Lugo", "Teruel", "Vitoria", "Badalona", "Murcia", "Las Palmas", "Melilla")


def generate_posts(n: int, seed: int = 1, *, newest: datetime = NEWEST) -> Iterator[Post]:
    """``n`` different mentions, oldest first; the last one is as old as ``newest``.

    The same arguments give the same posts. About one in eight answers an earlier one.
    """
    random = Random(f"bulk/{seed}")
    questions = [(entry["text"], entry["lang"]) for entry in scenario("questions.json")]
    authors = _authors(random, max(1, min(n // 4, 20_000)))
    us = (AccountId(OUR_ID),)
    at = newest - EVERY * (n - 1)
    recent: list[tuple[PostId, PostId]] = []
    for number in range(n):
        text, lang = random.choice(questions)
        ending = random.choice(ENDINGS).format(place=random.choice(PLACES), n=number % 90 + 2)
        body = f"{random.choice(OPENINGS)}{text}{ending}"
        if f"@{OUR_HANDLE}" not in body:
            body = f"@{OUR_HANDLE} {body}"
        post_id = PostId(snowflake(at.timestamp(), number))
        thread_id, target = post_id, None
        if recent and random.random() < 0.125:
            thread_id, target = random.choice(recent)
        yield Post(
            id=post_id,
            author=random.choice(authors),
            text=body,
            created_at=at,
            thread_id=thread_id,
            in_reply_to=target,
            mentions=us,
            language=lang,
            versions=(post_id,),
        )
        recent.append((thread_id, post_id))
        if len(recent) > 50:
            del recent[0]
        at += EVERY


def _authors(random: Random, count: int) -> list[Author]:
    names = scenario("citizens.json")
    taken: set[str] = set()
    people = (
        person(random, names["first"], names["last"], names["nicknames"], taken)
        for _ in range(count)
    )
    base = 1_600_000_000_000_000_000
    return [Author(AccountId(str(base + i)), one.handle, one.name) for i, one in enumerate(people)]
