"""Known hoaxes as citizens bring them again, and ordinary posts that must stay ordinary.

``claims.json`` was written before the matcher: each claim as the register would hold it, one
wording seen, and five tellings by hand. Each telling comes a second time as a telephone
would send it on: with mistakes, in capitals, shortened, or behind a chain's first words.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.hoax import Hoax
from incluinfo_desk.domain.hoax_match import HoaxIndex, Lexicon, Ordinary

HERE = Path(__file__).parent
EVAL = HERE.parents[1] / "benchmarks" / "data"

_CHAIN = (
    "REENVIADO MUCHAS VECES: ", "Pásalo!! ", "Buenos días, ", "Oye @incluinfo ",
    "A ver si me aclaráis esto: ", "Me lo manda mi hermana: ", "⚠️⚠️ ", "Hola, una duda, ",
)  # fmt: skip
_TAIL = ("", " 😡", " #pensiones", " gracias", " Por favor difundid", " https://t.co/x1Y2z3")
_CHAT = {"que": "q", "porque": "pq", "por": "x", "para": "pa", "también": "tb", "de": "d"}


@dataclass(frozen=True)
class Told:
    hoax: str
    text: str


@cache
def register() -> tuple[Hoax, ...]:
    return tuple(
        Hoax(each["id"], each["claim"], date(2025, 9, 1), tuple(each["seen"])) for each in _claims()
    )


def index(hoaxes: tuple[Hoax, ...] | None = None) -> HoaxIndex:
    """As the desk makes it."""
    shipped = Ordinary.from_json(resource("hoaxes", "ordinary.json").read_text("utf-8"))
    return HoaxIndex(register() if hoaxes is None else hoaxes, lexicon(), shipped)


@cache
def lexicon() -> Lexicon:
    return Lexicon.from_json(resource("hoaxes", "concepts.json").read_text("utf-8"))


def counted() -> Ordinary:
    """What ``ordinary.json`` has to hold: the starter FAQ's questions, but for those that ask
    after hoaxes themselves. ``python -m tests.domain.hoax.mutations`` writes it."""
    read = json.loads(resource("faq", "starter_faq.json").read_text("utf-8"))
    texts = [(e["question"], *e["variants"]) for e in read if e["topic"] != "bulos"]
    return Ordinary.of([text for some in texts for text in some], lexicon())


def tellings(seed: int = 7) -> Iterator[Told]:
    """Ten of each claim: five by hand, and each of them once more as it is sent on."""
    random = Random(f"bulos/{seed}")
    for each in _claims():
        for text in each["told"]:
            yield Told(each["id"], text)
            yield Told(each["id"], sent_on(text, random))


def ordinary() -> tuple[str, ...]:
    """A thousand and more questions about the same matters that tell no hoax: the posts of
    the suggestions' evaluation, the FAQ's own questions, and those of the demonstration."""
    texts = []
    for name in ("eval_dev.jsonl", "eval_heldout.jsonl"):
        for line in (EVAL / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            if not any(gold.startswith("bulo-") for gold in row["gold"]):
                texts.append(row["text"])
    for entry in json.loads(resource("faq", "starter_faq.json").read_text("utf-8")):
        if entry["topic"] != "bulos":
            texts += [entry["question"], *entry["variants"][:3]]
    for entry in json.loads(resource("demo", "questions.json").read_text("utf-8")):
        if entry.get("topic") != "bulos":
            texts.append(entry["text"])
    return tuple(dict.fromkeys(texts))


def sent_on(text: str, random: Random) -> str:
    way = random.randrange(5)
    if way == 0:
        text = text.upper()
    elif way == 1:
        text = _bare(text).lower()
    elif way == 2:
        text = " ".join(_CHAT.get(word, word) for word in text.split())
    elif way == 3:
        text = " ".join(_mistyped(word, random) for word in text.split())
    return random.choice(_CHAIN) + text + random.choice(_TAIL)


def _bare(text: str) -> str:
    marks = unicodedata.normalize("NFD", text)
    return "".join(c for c in marks if not unicodedata.combining(c))


def _mistyped(word: str, random: Random) -> str:
    """One word in four with two letters changed over or one left out."""
    if len(word) < 5 or random.random() > 0.25:
        return word
    at = random.randrange(1, len(word) - 2)
    if random.random() < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


@cache
def _claims() -> list[dict[str, str]]:
    return json.loads((HERE / "claims.json").read_text("utf-8"))  # type: ignore[no-any-return]


if __name__ == "__main__":
    made = counted()
    words = json.dumps({"count": made.count, "often": made.often}, ensure_ascii=False)
    resource("hoaxes", "ordinary.json").write_text(words + "\n", "utf-8")
