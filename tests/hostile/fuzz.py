"""Generated inputs for every parser that reads what strangers wrote.

    python -m tests.hostile.fuzz [--count 100000] [--seed 1] [--only privacy]

``test_fuzz.py`` runs the short form. A failure prints parser, seed and number; the same
seed makes the same inputs on every machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any
from urllib.parse import quote

from aiohttp.test_utils import make_mocked_request

from incluinfo_desk.channels.x import failures, translate
from incluinfo_desk.channels.x.line import parse
from incluinfo_desk.channels.x.sign_in import _Listener
from incluinfo_desk.domain import length, privacy
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import Trouble

COUNT = 100_000
HANG = 1.0
"""Seconds of processor time for one input; wall time would blame a busy machine on us."""
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATE = "estado-de-la-sesion"


class HangError(Exception):
    """One input took longer than :data:`HANG`."""


# --- making --------------------------------------------------------------------------------

_PIECES = (
    "12345678Z",
    "12.345.678-Z",
    "X1234567L",
    "281234567840",
    "28/12345678/40",
    "B12345674",
    "ES91 2100 0418 4502 0005 1332",
    "es9121000418450200051332",
    "600 123 456",
    "+34 91 541 25 30",
    "ana.perez@example.es",
    "expediente 2024/123456",
    "exp. IMV-2025-00012345",
    "CSV: GEN-1a2b-3c4d",
    "DNI",
    "NIE:",
    "mi NUSS es ",
    "IBAN",
    "tlf",
    "４５６７８９０１",
    "١٢٣٤٥٦٧٨",
    "1\u200b2\u200b3\u200b4",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200d",
    "\ufe0f",
    "\u0301",
    "a\u0301\u0302\u0303",
    "👨‍👩‍👧‍👦",
    "🏴\U000e0067\U000e0062\U000e007f",
    "🇪🇸",
    "#️⃣",
    "https://",
    "http://t.co/aB3",
    "www.",
    "sede.seg-social.gob.es/x?y=(z)",
    "solicitud.Se",
    "a.b.c.d.es",
    "xn--",
    ".",
    "..",
    "-",
    "_",
    "/",
    "@",
    "@incluinfo ",
    "#IMV",
    "{plazo}",
    "<b>",
    "&amp;lt;",
    "<img src='file:///dev/zero'>",
    "\x1b[31m",
    "\0",
    "\ud800",
    "\udfff",
    "\uffff",
    "\n",
    "\r\n",
    "\t",
    " ",
    " ",
    "ñandú",
    "áéíóú",
    "¿?",
    "¡!",
    "€",
    "…",
    "½",
    "ß",
    "İ",
    "ﬁ",
    "ــ",
    "가",
    "漢字",
    "ＤＮＩ",
    "=1+1",
    "0",
    "1",
    "Z",
    "y",
    "a",
)


def text(random: Random) -> str:
    """Identifiers, links, emoji, controls and markup, joined, repeated and damaged."""
    parts: list[str] = []
    for _ in range(random.randrange(14)):
        piece = random.choice(_PIECES)
        if random.random() < 0.03:
            piece *= random.randrange(2, 400)
        if random.random() < 0.2 and piece:
            at = random.randrange(len(piece))
            piece = piece[:at] + chr(random.choice(_RANGES)(random)) + piece[at + 1 :]
        parts.append(piece)
    return random.choice(("", " ", "", ".", "\u200b")).join(parts)[:5_000]


_RANGES: tuple[Callable[[Random], int], ...] = (
    lambda r: r.randrange(0x20, 0x7F),
    lambda r: r.randrange(0x20, 0x7F),
    lambda r: r.randrange(0x80),
    lambda r: r.randrange(0x3000),
    lambda r: r.randrange(0x110000),
)


def value(random: Random, depth: int = 0) -> Any:
    """Anything JSON can hold."""
    kind = random.randrange(10 if depth < 3 else 7)
    simple: tuple[Any, ...] = (
        None,
        True,
        random.randrange(-5, 1 << 70),
        random.random() * 10 ** random.randrange(-300, 300),
        text(random),
        str(random.randrange(1 << 66)),
        "2026-11-23T12:00:00.000Z",
    )
    if kind < 7:
        return simple[kind]
    if kind == 7:
        return [value(random, depth + 1) for _ in range(random.randrange(4))]
    return {random.choice(_KEYS): value(random, depth + 1) for _ in range(random.randrange(5))}


_KEYS = (
    "data", "includes", "users", "tweets", "posts", "meta", "errors", "next_token", "id", "text",
    "author_id", "created_at", "conversation_id", "entities", "urls", "mentions", "url", "type",
    "expanded_url", "display_url", "username", "name", "verified", "protected", "referenced_tweets",
    "referenced_posts", "note_tweet", "note_post", "edit_history_tweet_ids", "lang", "title",
    "edit_history_post_ids", "detail", "status", "resource_type", "resource_id", "value", "code",
)  # fmt: skip


def page(random: Random) -> dict[str, Any]:
    """A page of posts as X gives it, in either vocabulary."""
    new = random.random() < 0.5
    word = "post" if new else "tweet"
    posts = [
        {
            "id": str(1_990_000_000_000_000_000 + random.randrange(1 << 40)),
            "text": text(random),
            "author_id": str(random.randrange(9)),
            "created_at": "2026-11-23T11:59:00.000Z",
            "conversation_id": "1990000000000000000",
            "lang": random.choice(("es", "und", "x" * 40)),
            f"edit_history_{word}_ids": ["1", "2"],
            f"referenced_{word}s": [{"type": "replied_to", "id": "5"}],
            f"note_{word}": {"text": text(random)},
            "entities": {
                "mentions": [{"id": "7", "username": "incluinfo", "start": 0, "end": 9}],
                "urls": [{"url": "https://t.co/a", "expanded_url": text(random)}],
            },
        }
        for _ in range(random.randrange(4))
    ]
    users = [{"id": str(n), "username": text(random), "name": text(random)} for n in range(3)]
    return {"data": posts, "includes": {"users": users}, "meta": {"next_token": text(random)}}


def document(random: Random) -> bytes:
    """A page with some of it swapped for something else, now and then cut or bent as bytes."""
    made: Any = page(random) if random.random() < 0.8 else value(random)
    for _ in range(random.randrange(4)):
        _damage(made, random)
    content = json.dumps(made).encode()
    fate = random.random()
    if fate < 0.1:
        content = content[: random.randrange(len(content) + 1)]
    elif fate < 0.2 and content:
        bent = bytearray(content)
        for _ in range(random.randrange(1, 6)):
            bent[random.randrange(len(bent))] = random.randrange(256)
        content = bytes(bent)
    elif fate < 0.203:
        opening = random.choice((b"[", b'{"data":', b'{"a":['))
        content = opening * random.randrange(1, 100_000)
    elif fate < 0.23:
        content = b"<!DOCTYPE html><html><body>503</body></html>"
    return content


def _damage(made: Any, random: Random) -> None:
    """Swap, drop or add one thing somewhere inside."""
    while isinstance(made, dict | list) and made:
        keys = list(made) if isinstance(made, dict) else list(range(len(made)))
        key = random.choice(keys)
        inner = made[key]
        if isinstance(inner, dict | list) and inner and random.random() < 0.75:
            made = inner
            continue
        if random.random() < 0.3:
            del made[key]
        else:
            made[key] = value(random)
        return


# --- reading -------------------------------------------------------------------------------


def read_privacy(content: str) -> None:
    masked = privacy.mask(content)
    assert len(masked.text) == len(content)
    assert privacy.mask(masked.text).text == masked.text
    for finding in masked.findings:
        assert 0 <= finding.start < finding.end <= len(content)


def read_length(content: str) -> None:
    weight = length.weighted_length(content)
    assert weight >= 0
    last = 0
    for url in length.find_urls(content):
        assert last <= url.start < url.end <= len(content)
        assert content[url.start : url.end] == url.text
        last = url.end
    length.accidental_links(content)
    if weight < 1_500:
        parts = length.split_thread(content)
        assert all(length.weighted_length(part) <= length.LIMIT for part in parts)


def read_document(content: bytes) -> None:
    for status in (200, 403):
        answer = parse(status, {"content-type": "application/json"}, content)
        found = answer.document
        posts = translate.posts(found)
        assert all(post.created_at.tzinfo is not None for post in posts)
        for post in posts:
            post.text.encode()  # no half of a character reaches the disk
        translate.is_page(found)
        translate.author(found)
        translate.missing(found, [PostId("1"), PostId("2")], posts)
        translate.next_token(found)
        translate.lacks_fields(found)
        translate.created_id(found)
        for write in (False, True):
            failures.of_answer(answer, write=write, now=NOW)


class Callback:
    """The loopback page of signing in, asked with whatever a browser or a stranger sends."""

    def make(self, random: Random) -> tuple[str, str]:
        names = ("state", "code", "error", "error_description", "sta\x00te", "code[]", "x")
        pairs = []
        for _ in range(random.randrange(6)):
            name = random.choice(names)
            word = STATE if name == "state" and random.random() < 0.5 else text(random)[:200]
            raw = quote(word, errors="replace") if random.random() < 0.7 else _printable(word)
            pairs.append(f"{quote(name)}={raw}" if random.random() < 0.9 else raw)
        host = "127.0.0.1:0" if random.random() < 0.7 else _printable(text(random)[:60]) or "x"
        return "/callback?" + random.choice(("&", "&", ";", "&&")).join(pairs), host

    async def read(self, made: tuple[str, str]) -> None:
        path, host = made
        listener = _Listener(STATE)
        try:
            answer = await listener._callback(
                make_mocked_request("GET", path, headers={"Host": host})
            )
            assert answer.status in (200, 400)
            body = answer.text or ""
            assert body.count("<") == body.count(">") == 16, body
            if listener.code.done() and listener.code.exception() is None:
                assert f"state={STATE}" in path
        except Trouble:
            raise AssertionError("the listener raised instead of answering") from None
        finally:
            await listener.close()


def _printable(word: str) -> str:
    return "".join(char for char in word if 0x21 <= ord(char) < 0x7F and char not in "#")


# --- running -------------------------------------------------------------------------------


@dataclass
class Result:
    parser: str
    count: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


@contextmanager
def watchdog() -> Iterator[Callable[[float], None]]:
    """An alarm in processor time; the yielded function winds it, 0 stops it."""

    def hung(_signal: int, _frame: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, hung)
    try:
        yield lambda seconds: signal.setitimer(signal.ITIMER_VIRTUAL, seconds) and None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


Read = Callable[[Any], Awaitable[None] | None]
PARSERS: dict[str, tuple[Callable[[Random], Any], Read]] = {
    "privacy": (text, read_privacy),
    "length": (text, read_length),
    "json": (document, read_document),
    "callback": (Callback().make, Callback().read),
}


def run(parser: str, count: int, seed: int = 1) -> Result:
    """``count`` inputs through one parser."""
    make, read = PARSERS[parser]
    result = Result(parser)
    random = Random(f"{parser}/{seed}")

    async def work() -> None:
        began = time.perf_counter()
        with watchdog() as wind:
            for number in range(count):
                made = make(random)
                start = time.process_time()
                wind(HANG)
                try:
                    pending = read(made)
                    if pending is not None:
                        await pending
                except Exception as error:
                    told = f"{parser} seed {seed} number {number}: {type(error).__name__} {error}"
                    result.failures.append(f"{told}\n  {made!r:.600}")
                finally:
                    wind(0)
                result.slowest = max(result.slowest, time.process_time() - start)
                result.count += 1
        result.seconds = time.perf_counter() - began

    asyncio.run(work())
    return result


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=COUNT)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=sorted(PARSERS))
    chosen = options.parse_args()
    failed = 0
    for parser in [chosen.only] if chosen.only else PARSERS:
        result = run(parser, chosen.count, chosen.seed)
        failed += len(result.failures)
        sys.stdout.write(
            f"{parser}: {result.count} inputs in {result.seconds:.0f} s, slowest "
            f"{result.slowest * 1000:.0f} ms, {len(result.failures)} failures\n"
        )
        for told in result.failures[:3]:
            sys.stdout.write(told.encode("ascii", "backslashreplace").decode() + "\n")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
