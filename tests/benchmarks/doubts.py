"""Posts that ask the same, with their label: written from the FAQ's questions, with noise.

    .desk/venv/bin/python -m tests.benchmarks.doubts [--posts 1500]

prints the B³ precision, recall and F1 of ``domain/grouping.py`` on them (M1).
"""

# ruff: noqa: E501 - lists of words read best in lines

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.grouping import Asked, Grouping
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.domain.suggestion.engine import SuggestionIndex

DATA = Path(__file__).with_name("data")
_OPENINGS = (
    "", "", "hola ", "Buenas @incluinfo, ", "una pregunta: ", "a ver si alguien me lo aclara, ",
    "Mi madre quiere saber una cosa. ", "buenos dias, ", "llevo toda la mañana con esto... ",
    "no me aclaro. ", "Perdonad, ", "@incluinfo ",
)  # fmt: skip
_ENDINGS = (
    "", "", " gracias", " por favor contestad", " un saludo", "???", " es urgente", " 🙏",
    " es para mi vecino", " que en la oficina no cogen el telefono", " #duda", " ya no se que hacer",
)  # fmt: skip
_SWAPS = {
    "solicitado": "pedido", "solicitar": "pedir", "solicitud": "peticion", "solicito": "pido",
    "significa": "quiere decir", "contestado": "dicho nada", "puedo": "se puede", "cobrar": "recibir",
    "documentación": "papeles", "documentos": "papeles", "plazo": "tiempo", "cuánto": "q cantidad",
    "trabajador": "currante", "trabajar": "currar", "empresa": "jefe", "hijo": "crio", "hijos": "crios",
    "debo": "tengo que", "necesito": "me hace falta", "dónde": "en que sitio", "obtener": "sacar",
    "presentar": "echar", "consultar": "mirar", "compatible": "se puede juntar", "qué": "q",
    "porque": "xq", "por": "x", "que": "q", "también": "tb", "cómo": "komo", "hago": "ago",
    "cuándo": "para cuando", "tarda": "se demora", "ayuda": "paga", "jubilación": "retiro",
}  # fmt: skip


def noisy(random: Random, question: str) -> str:
    """``question`` as somebody in a hurry would write it."""
    words = []
    for word in question.replace("¿", "").replace("?", "").split():
        bare = word.strip(",.;:").lower()
        if bare in _SWAPS and random.random() < 0.5:
            word = _SWAPS[bare]
        elif len(bare) < 4 and random.random() < 0.2:
            continue
        elif len(bare) > 5 and random.random() < 0.15:
            at = random.randrange(1, len(word) - 1)
            cut = random.random() < 0.5
            word = word[:at] + word[at + 1 :] if cut else word[:at] + word[at] + word[at:]
        words.append(word)
    if len(words) > 7 and random.random() < 0.3:
        del words[random.randrange(len(words))]
    text = " ".join(words)
    if random.random() < 0.6:
        text = text.lower().translate(str.maketrans("áéíóúü", "aeiouu"))
    elif random.random() < 0.1:
        text = text.upper()
    return random.choice(_OPENINGS) + text + random.choice(_ENDINGS)


def generated(entries: Sequence[FaqEntry], posts: int, seed: int = 7) -> list[tuple[str, str]]:
    """(text, id of the question it asks), shuffled; some questions many ask, some few."""
    random = Random(f"doubts/{seed}")
    asked = random.choices(entries, [1 / (1 + n % 12) for n in range(len(entries))], k=posts)
    return [(noisy(random, entry.question), entry.id) for entry in asked]


def told() -> list[tuple[str, str]]:
    """The wordings of other authors that the engine is measured with and never trained on."""
    found = []
    for name in ("eval_dev.jsonl", "eval_heldout.jsonl", "story_wordings.jsonl"):
        for line in (DATA / name).read_text("utf-8").splitlines():
            post = json.loads(line)
            if post.get("gold"):
                found.append((post["text"], post["gold"][0]))
    return found


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over mentions (Bagga and Baldwin 1998)."""
    both = Counter(zip(found, gold, strict=True))
    groups, labels = Counter(found), Counter(gold)
    n = len(found)
    precision = sum(c * c / groups[g] for (g, _), c in both.items()) / n
    recall = sum(c * c / labels[k] for (_, k), c in both.items()) / n
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(index: SuggestionIndex, posts: Sequence[tuple[str, str]]) -> list[str]:
    """The key of each post's group."""
    grouping, keys = Grouping(), []
    for number, (text, _) in enumerate(posts):
        first = next(iter(index.suggest(text, 1).suggestions), None)
        keys.append(
            grouping.add(
                Asked(
                    ConversationId(str(number)),
                    text,
                    first.faq_id if first else None,
                    first.confidence if first else 0.0,
                )
            )
        )
    return keys


def starter() -> tuple[FaqEntry, ...]:
    entries, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
    return tuple(entries)


def main() -> int:
    from incluinfo_desk.operations.suggesting import starter_index

    parser = argparse.ArgumentParser()
    parser.add_argument("--posts", type=int, default=1500)
    entries = starter()
    index = starter_index(entries)
    worst = 1.0
    for name, posts in (
        ("generadas", generated(entries, parser.parse_args().posts)),
        ("de otros autores", told()),
    ):
        begun = time.perf_counter()
        keys = grouped(index, posts)
        each = (time.perf_counter() - begun) * 1000 / len(posts)
        precision, recall, f1 = b_cubed(keys, [label for _, label in posts])
        worst = min(worst, f1)
        sys.stdout.write(
            f"{name}: {len(posts)} menciones, {len(set(keys))} grupos; B³ precisión "
            f"{precision:.3f}, exhaustividad {recall:.3f}, F1 {f1:.3f}; {each:.1f} ms cada una\n"
        )
    return 0 if worst >= 0.8 else 1


if __name__ == "__main__":
    sys.exit(main())
