"""How right, how sure and how fast the suggestions are, beside two plain baselines.

    python tests/benchmarks/evaluate_suggestions.py [--full] [--quick] [--fit] [--misses]

Reads ``data/eval_dev.jsonl`` (tuned on) and ``data/eval_heldout.jsonl`` (never tuned on),
whichever exist: one ``{"id", "text", "gold": [faq ids] or [], "kind"}`` a line.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import re
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from incluinfo_desk.domain.faq import FaqEntry  # noqa: E402
from incluinfo_desk.domain.suggestion.content import read_entries, read_rejects  # noqa: E402
from incluinfo_desk.domain.suggestion.engine import (  # noqa: E402
    Glossary,
    RejectEntry,
    SuggestionIndex,
)
from incluinfo_desk.domain.suggestion.normalise import normalise  # noqa: E402

DATA = Path(__file__).parent / "data"
FAQ = ROOT / "resources" / "faq"


@dataclass(frozen=True)
class Case:
    text: str
    gold: frozenset[str]
    kind: str


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")


def read_cases(path: Path) -> list[Case]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Case(r["text"], frozenset(r["gold"]), r.get("kind", "")) for r in rows]


def read_content() -> tuple[list[FaqEntry], Glossary, list[RejectEntry]]:
    entries, bad = read_entries((FAQ / "starter_faq.json").read_text("utf-8"))
    if bad:
        raise SystemExit(f"starter_faq.json has bad rows: {bad}")
    glossary = Glossary.from_json((FAQ / "glossary.json").read_text("utf-8"))
    return entries, glossary, read_rejects((FAQ / "rejects.json").read_text("utf-8"))


# --- baselines ---------------------------------------------------------------------------


def fts5(entries: Sequence[FaqEntry]) -> Callable[[str], list[str]]:
    """SQLite FTS5, unicode61 without diacritics, OR of the words, bm25 order."""
    db = sqlite3.connect(":memory:")
    db.execute(
        "create virtual table faq using fts5(id unindexed, body, "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    db.executemany(
        "insert into faq values (?, ?)",
        [(e.id, " . ".join((e.question, *e.variants, *e.keywords))) for e in entries],
    )

    def search(text: str) -> list[str]:
        words = re.findall(r"\w+", text.lower())
        if not words:
            return []
        query = " OR ".join(f'"{w}"' for w in dict.fromkeys(words))
        rows = db.execute(
            "select id from faq where faq match ? order by bm25(faq) limit 10", (query,)
        )
        return [r[0] for r in rows]

    return search


def token_set(entries: Sequence[FaqEntry]) -> Callable[[str], list[str]]:
    """Token-set ratio (as rapidfuzz defines it) against the best variant."""
    texts = [(e.id, frozenset(normalise(t).split())) for e in entries for t in
             (e.question, *e.variants)]  # fmt: skip

    def ratio(a: str, b: str) -> float:
        return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() if a or b else 0.0

    def search(text: str) -> list[str]:
        words = frozenset(normalise(text).split())
        rough = sorted(
            texts,
            key=lambda item: -len(words & item[1]) / (len(item[1]) + 1),
        )[:60]
        best: dict[str, float] = {}
        for entry, theirs in rough:
            both = " ".join(sorted(words & theirs))
            mine = f"{both} {' '.join(sorted(words - theirs))}".strip()
            other = f"{both} {' '.join(sorted(theirs - words))}".strip()
            score = max(ratio(both, mine), ratio(both, other), ratio(mine, other))
            best[entry] = max(best.get(entry, 0.0), score)
        return sorted(best, key=lambda e: -best[e])[:10]

    return search


# --- figures -------------------------------------------------------------------------------


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    values, hits = np.array(sure), np.array(right, dtype=float)
    total = 0.0
    for low in np.arange(bins) / bins:
        inside = (values >= low) & ((values < low + 1 / bins) | (low + 1 / bins >= 1.0))
        if inside.any():
            total += inside.mean() * abs(values[inside].mean() - hits[inside].mean())
    return float(total)


def recall(found: Sequence[Sequence[str]], cases: Sequence[Case], k: int) -> float:
    asked = [(f, c) for f, c in zip(found, cases, strict=True) if c.gold]
    return 100 * sum(bool(c.gold & set(f[:k])) for f, c in asked) / max(len(asked), 1)


def report(name: str, cases: list[Case], index: SuggestionIndex, entries: list[FaqEntry],
           *, misses: bool) -> None:  # fmt: skip
    ranked = [index.suggest(c.text) for c in cases]
    ids = [[s.faq_id for s in r.suggestions] for r in ranked]
    inside = [i for i, c in enumerate(cases) if c.gold]
    outside = [i for i, c in enumerate(cases) if not c.gold]

    def right(i: int) -> bool:
        return bool(ids[i]) and ids[i][0] in cases[i].gold

    good = [i for i in inside if ranked[i].offer and right(i)]
    wrong = [i for i in inside if ranked[i].offer and not right(i)]
    false = [i for i in outside if ranked[i].offer]
    redirected = [i for i in outside if ranked[i].redirect]
    lost = [i for i in inside if ranked[i].redirect]
    sure = [r.suggestions[0].confidence if r.suggestions else 0.0 for r in ranked]
    say(f"\n{name}: {len(inside)} in scope, {len(outside)} out of scope")
    say(f"  {'':34}  R@1    R@3")
    for label, search in (("SQLite FTS5 bm25", fts5(entries)), ("token-set ratio",
                          token_set(entries))):  # fmt: skip
        found = [search(c.text) for c in cases]
        say(f"  {label:34} {recall(found, cases, 1):5.1f}  {recall(found, cases, 3):5.1f}")
    say(f"  {'incluinfo_desk':34} {recall(ids, cases, 1):5.1f}  {recall(ids, cases, 3):5.1f}")
    offers = len(good) + len(wrong) + len(false)
    say(f"  in scope, offered and right  {100 * len(good) / max(len(inside), 1):5.1f} %")
    say(f"  in scope, offered and wrong  {100 * len(wrong) / max(len(inside), 1):5.1f} %")
    say(f"  out of scope, falsely offered{100 * len(false) / max(len(outside), 1):5.1f} %"
        f"   redirected {100 * len(redirected) / max(len(outside), 1):.1f} %"
        f"   in scope redirected {100 * len(lost) / max(len(inside), 1):.1f} %")  # fmt: skip
    say(f"  precision of offers          {100 * len(good) / max(offers, 1):5.1f} %")
    say(f"  calibration error (10 bins)  "
        f"{calibration_error(sure, [right(i) for i in range(len(cases))]):.3f}")  # fmt: skip
    languages = sorted({c.kind for c in cases})
    say("  R@1 by kind: " + ", ".join(
        f"{k} {recall([ids[i] for i in inside if cases[i].kind == k], [cases[i] for i in inside if cases[i].kind == k], 1):.0f}"  # noqa: E501
        for k in languages if any(cases[i].kind == k for i in inside)))  # fmt: skip
    if misses:
        for i in inside:
            if not right(i):
                say(f"  MISS {sure[i]:.2f} {cases[i].text} | want {','.join(cases[i].gold)} | "
                    f"got {ids[i][:3]} {'OFFER' if ranked[i].offer else ''}"
                    f"{ranked[i].redirect or ''}")  # fmt: skip
        for i in inside:
            if right(i) and ranked[i].redirect:
                say(f"  REDIRECTED {cases[i].text} -> {ranked[i].redirect}")
        for i in outside:
            if ranked[i].offer or (sure[i] > 0.3 and not ranked[i].redirect):
                say(f"  OUT {sure[i]:.2f} {'OFFER' if ranked[i].offer else ''} "
                    f"{cases[i].text} -> {ids[i][:1]} {ranked[i].redirect}")  # fmt: skip


# --- speed and size ------------------------------------------------------------------------

_FILLER = """acta aduana agua ajedrez alfombra almendra anillo antena arena armario arroz avión
balcón baraja barco bicicleta bodega bosque botella brújula caballo cable caja calendario cama
camino campana canción caracol carpeta castillo cerámica cesta chaqueta ciclista cine cocina
colegio concierto cuaderno cuchara danza desierto dibujo enciclopedia escalera escuela espejo
estrella fábrica faro fiesta flauta fuente galería gato guitarra hielo hormiga huerto isla jardín
joyería juguete lámpara laguna lápiz librería linterna llave lluvia madera maleta manzana mapa
mármol mesa molino montaña museo naranja nieve nube océano oveja palmera panadería paraguas
pastel película pincel piscina planta playa plaza poema puente puerta queso reloj río rosa sal
semilla sendero silla sombra taller tambor teatro tela tigre tomate torre tren trigo túnel
universo uva vela ventana viento violín volcán zapato zorro""".split()


def strangers(count: int, own: Sequence[FaqEntry], seed: int = 7) -> list[FaqEntry]:
    """Unrelated entries of about seven texts; half are questions of ours with words swapped."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        texts = []
        for _ in range(7):
            if chance.random() < 0.5:
                words = chance.choice(own).question.split()
                for place in range(len(words)):
                    if chance.random() < 0.5:
                        words[place] = chance.choice(_FILLER) + chance.choice(("", "s", "ito"))
            else:
                words = [chance.choice(_FILLER) for _ in range(chance.randint(5, 11))]
            texts.append(" ".join(words))
        made.append(FaqEntry(f"ajena-{number}", "otros", texts[0], "-", tuple(texts[1:])))
    return made


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def speed(size: int, entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry],
          cases: list[Case]) -> None:  # fmt: skip
    more = strangers(max(0, size - len(entries)), entries)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    index = SuggestionIndex([*entries, *more], glossary, rejects)
    built = time.perf_counter() - begin
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    for case in cases[:20]:
        index.suggest(case.text)
    spent = []
    found = []
    for case in cases:
        begin = time.process_time()
        found.append([s.faq_id for s in index.suggest(case.text).suggestions])
        spent.append((time.process_time() - begin) * 1000)
    edits = []
    for entry in entries[:20]:
        begin = time.perf_counter()
        index.replace(replace(entry, variants=(*entry.variants, "palabra nunca vista")))
        edits.append((time.perf_counter() - begin) * 1000)
    say(f"  {size:7} entries: p50 {percentile(spent, 0.5):5.2f} ms  p95 "
        f"{percentile(spent, 0.95):5.2f} ms  edit {percentile(edits, 0.95):4.1f} ms  build "
        f"{built:5.2f} s  peak memory +{grown:.0f} MB  R@1 {recall(found, cases, 1):.1f}")  # fmt: skip


# --- fitting -------------------------------------------------------------------------------


def fit(cases: list[Case], entries: list[FaqEntry], glossary: Glossary,
        rejects: list[RejectEntry]) -> None:  # fmt: skip
    """Print weights for ``ranking.py``; see its docstring."""
    import fit_suggestions  # type: ignore[import-not-found]

    fit_suggestions.run(cases, entries, glossary, rejects)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("--full", action="store_true", help="speed at 100,000 entries too")
    ask.add_argument("--quick", action="store_true", help="no speed figures")
    ask.add_argument("--misses", action="store_true", help="list what went wrong")
    chosen = ask.parse_args()
    entries, glossary, rejects = read_content()
    variants = sum(len(e.variants) for e in entries)
    say(f"{len(entries)} entries, {variants} variants, {len(glossary)} concepts, "
        f"{len(rejects)} reject entries")  # fmt: skip
    index = SuggestionIndex(entries, glossary, rejects)
    sets = {}
    for name in ("dev", "heldout"):
        path = DATA / f"eval_{name}.jsonl"
        if path.exists():
            sets[name] = read_cases(path)
            report(name, sets[name], index, entries, misses=chosen.misses)
    if chosen.quick:
        return
    cases = sets.get("heldout") or sets["dev"]
    say("\nspeed, CPU of one core")
    for size in (len(entries), 10_000, *((100_000,) if chosen.full else ())):
        speed(size, entries, glossary, rejects, cases)


if __name__ == "__main__":
    main()
