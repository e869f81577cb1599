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
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from incluinfo_desk.domain.faq import FaqEntry  # noqa: E402
from incluinfo_desk.domain.learning import Evidence, Verdict  # noqa: E402
from incluinfo_desk.domain.suggestion import ranking  # noqa: E402
from incluinfo_desk.domain.suggestion.content import read_entries, read_rejects  # noqa: E402
from incluinfo_desk.domain.suggestion.engine import (  # noqa: E402
    Glossary,
    RejectEntry,
    SuggestionIndex,
)
from incluinfo_desk.domain.suggestion.features import words_of  # noqa: E402
from incluinfo_desk.domain.suggestion.normalise import normalise  # noqa: E402
from incluinfo_desk.domain.suggestion.questions import is_question  # noqa: E402
from incluinfo_desk.domain.suggestion.recollection import trace  # noqa: E402

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
    shares = []
    for kind in sorted({cases[i].kind for i in inside}):
        of_kind = [i for i in inside if cases[i].kind == kind]
        share = recall([ids[i] for i in of_kind], [cases[i] for i in of_kind], 1)
        shares.append(f"{kind} {share:.0f}")
    say("  R@1 by kind: " + ", ".join(shares))
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


# --- learning on the desk ------------------------------------------------------------------


def learning(index: SuggestionIndex, cases: list[Case]) -> None:
    """Twenty answers are accepted; their rewordings, and every other figure, before and after."""
    rows = [json.loads(line) for line in (DATA / "corrections.jsonl").read_text("utf-8").split("\n")
            if line]  # fmt: skip
    asked = [Case(text, frozenset({r["gold"]}), "") for r in rows for text in r["reworded"]]

    def figures() -> list[float]:
        reworded = [[s.faq_id for s in index.suggest(c.text).suggestions] for c in asked]
        ranked = [index.suggest(c.text) for c in cases]
        ids = [[s.faq_id for s in r.suggestions] for r in ranked]
        offers = [
            (bool(c.gold), i[0] in c.gold)
            for c, r, i in zip(cases, ranked, ids, strict=True)
            if r.offer
        ]
        inside = sum(bool(c.gold) for c in cases)
        right = 100 * sum(ok for _, ok in offers) / inside
        wrong = 100 * sum(ours and not ok for ours, ok in offers) / inside
        false = 100 * sum(not ours for ours, _ in offers) / max(len(cases) - inside, 1)
        return [
            recall(reworded, asked, 1), recall(reworded, asked, 3), recall(ids, cases, 1),
            recall(ids, cases, 3), right, wrong, false,
        ]  # fmt: skip

    before = figures()
    index.remember(Evidence(r["gold"], Verdict.ACCEPTED, trace(r["text"])) for r in rows)
    after = figures()
    index.remember(())
    say(f"\nafter {len(rows)} accepted answers (corrections.jsonl), before -> after:")
    names = (
        f"R@1 of {len(asked)} rewordings", "R@3 of them", "R@1 of the set above", "R@3",
        "offered and right", "offered and wrong", "falsely offered",
    )  # fmt: skip
    for name, was, now in zip(names, before, after, strict=True):
        say(f"  {name:24} {was:5.1f} -> {now:5.1f}")
    same = figures() == before
    say(f"  forgotten again: {'all as before' if same else 'NOT AS BEFORE'}")


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
universo uva vela ventana viento violín volcán zapato zorro"""


def strangers(count: int, own: Sequence[FaqEntry], seed: int = 7) -> list[FaqEntry]:
    """Unrelated entries, seven texts each. Half of the texts are random everyday words; half are
    a question of ours in which about half of the words became such words, so that they keep
    its "¿Cómo puedo…", and some of its terms: harder than anything truly unrelated."""
    chance = random.Random(seed)
    filler = _FILLER.split()
    made = []
    for number in range(count):
        texts = []
        for _ in range(7):
            if chance.random() < 0.5:
                words = chance.choice(own).question.split()
                for place in range(len(words)):
                    if chance.random() < 0.5:
                        words[place] = chance.choice(filler) + chance.choice(("", "s", "ito"))
            else:
                words = [chance.choice(filler) for _ in range(chance.randint(5, 11))]
            texts.append(" ".join(words))
        made.append(FaqEntry(f"ajena-{number}", "otros", texts[0], "-", tuple(texts[1:])))
    return made


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def speed(sizes: Sequence[int]) -> None:
    from tests.benchmarks import suggestions

    say("\nspeed and size (CPU of one core; the goals of proposal 3 are 2, 5 and 15 ms)")
    say(f"  engine import {suggestions.import_ms():.0f} ms (must {suggestions.IMPORT_MS:g})")
    alone = None
    for size in sizes:
        cost = suggestions.measure(size)
        alone = alone if alone is not None else cost.recall
        say(f"  {cost.entries:7,} entries: p50 {cost.p50:.1f} ms  p95 {cost.p95:.1f} ms"
            f" (must {suggestions.MUST[size]:g}; FTS5 {cost.fts5_p95:.1f})"
            f"  edit found {cost.edit_p95:.1f} ms  built {cost.build_s:.1f} s"
            f"  from file {cost.ready_s:.2f} s, {cost.file_mb:.0f} MB"
            f"  memory +{cost.memory_mb:.0f} MB (built anew +{cost.built_mb:.0f})"
            f"  R@1 {cost.recall:.1f} ({cost.recall - alone:+.1f})")  # fmt: skip


# --- fitting -------------------------------------------------------------------------------

Sample = tuple[str, str, frozenset[str], ranking.Scored]
"""(source, text, accepted ids, candidates)."""


def samples(cases: list[Case], entries: list[FaqEntry], glossary: Glossary,
            rejects: list[RejectEntry]) -> list[Sample]:  # fmt: skip
    """Posts with their candidates: the development set; the wordings the FAQ came with against
    an index that lacks them (another author's words); stories against an index that lacks
    them (they became variants later); reject examples against an index that
    lacks them, or the whole of their kind."""
    rows = json.loads((DATA / "starter_wordings.json").read_text("utf-8"))
    first = {r["id"]: r["texts"] for r in rows}
    made: list[Sample] = []

    def add(source: str, weigher: ranking.Weigher, text: str, gold: frozenset[str]) -> None:
        normal = normalise(text)
        words = words_of(normal, glossary, weigher.snapshot.repair)
        scored = weigher.rank(ranking.query_of(weigher.snapshot, words))
        if scored is not None and any(d.topic is not None for d in scored.documents):
            made.append((source, text, gold, scored))

    stories = read_cases(DATA / "story_wordings.jsonl")
    told = {s.text for s in stories}
    plain = [replace(e, variants=tuple(v for v in e.variants if v not in told)) for e in entries]
    bare = SuggestionIndex(plain, glossary, rejects)._state
    for story in stories:
        add("story", bare, story.text, story.gold)
    whole = SuggestionIndex(entries, glossary, rejects)._state
    for case in cases:
        add("dev", whole, case.text, case.gold)
    ours = []
    for entry in entries:
        later = [v for v in entry.variants if v not in first[entry.id]]
        ours.append(replace(entry, question=later[0], variants=tuple(later[1:])))
    without = SuggestionIndex(ours, glossary, rejects)._state
    for entry in entries:
        for text in first[entry.id]:
            add("cross", without, text, frozenset({entry.id}))
    for reject in rejects:
        kept = replace(reject, examples=reject.examples[1::2])
        index = SuggestionIndex(entries, glossary, [kept if r is reject else r for r in rejects])
        lacks = ranking.Weigher(index._state.snapshot.without(f"reject:{reject.id}"))
        for text in reject.examples[::2]:
            add("reject", index._state, text, frozenset())
            add("unknown", lacks, text, frozenset())
    return made


def adam(gradient: Callable[[Any], Any], start: Any, steps: int, rate: float) -> Any:
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= rate * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def fit_score(found: list[Sample]) -> Any:
    """Softmax over the candidates."""
    width = ranking.CANDIDATES
    rows = []
    for source, _, gold, scored in found:
        good = [d.id in gold if gold else d.topic is None for d in scored.documents]
        if any(good) and source != "unknown":
            rows.append((scored.features, np.array(good)))
    inputs = np.zeros((len(rows), width, len(ranking.FEATURES)))
    absent = np.full((len(rows), width), -1e9)
    right = np.zeros((len(rows), width))
    for i, (features, hits) in enumerate(rows):
        inputs[i, : len(hits)], absent[i, : len(hits)], right[i, : len(hits)] = features, 0, hits

    def gradient(weights: Any) -> Any:
        z = inputs @ weights + absent
        odds = np.exp(z - z.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        wanted = odds * right
        wanted /= np.maximum(wanted.sum(1, keepdims=True), 1e-12)
        slope = ((odds - wanted)[:, :, None] * inputs).sum((0, 1)) / len(rows)
        return slope + 0.002 * weights

    return adam(gradient, np.full(len(ranking.FEATURES), 2.0), 900, 0.05)


def fit_confidence(inputs: Any, right: Any, weight: Any) -> Any:
    """Logistic curve, on standardised inputs."""
    middle, spread = inputs[:, 1:].mean(0), inputs[:, 1:].std(0) + 1e-9
    scaled = np.hstack([inputs[:, :1], (inputs[:, 1:] - middle) / spread])

    def gradient(weights: Any) -> Any:
        missed = 1 / (1 + np.exp(-scaled @ weights)) - right
        slope = (scaled * (missed * weight)[:, None]).sum(0) / weight.sum()
        slope[1:] += 0.02 * weights[1:]
        return slope

    fitted = adam(gradient, np.zeros(scaled.shape[1]), 2_000, 0.02)
    out = fitted.copy()
    out[1:] = fitted[1:] / spread
    out[0] = fitted[0] - (fitted[1:] * middle / spread).sum()
    return out


def fit(cases: list[Case], entries: list[FaqEntry], glossary: Glossary,
        rejects: list[RejectEntry]) -> None:  # fmt: skip
    """Print weights for ``ranking.py`` and what thresholds would have kept, cross-validated."""
    found = samples(cases, entries, glossary, rejects)
    weights = fit_score(found)
    say(f"WEIGHTS {np.round(weights, 2).tolist()}")
    inputs: list[Any] = []
    right: list[bool] = []
    ours: list[bool] = []
    for _, text, gold, scored in found:
        order = np.argsort(-(scored.features @ weights), kind="stable")
        again = ranking.Scored(
            scored.query, tuple(scored.documents[i] for i in order),
            (scored.features @ weights)[order], scored.features[order],
            tuple(scored.variants[i] for i in order), scored.numbers,
            (scored.features @ weights)[order],
        )  # fmt: skip
        inputs.append(ranking.confidence_inputs(again, asks=is_question(text)))
        right.append(next(d.id for d in again.documents if d.topic is not None) in gold)
        ours.append(again.documents[0].topic is not None)
    x, y = np.array(inputs), np.array(right, dtype=float)
    first: Any = np.array(ours)
    source = np.array([s for s, *_ in found])
    weight = np.where((source == "dev") | (source == "story"), 1.0, 0.4)
    fold = np.random.default_rng(3).integers(0, 5, len(y))
    sure = np.zeros(len(y))
    for part in range(5):
        learn = fold != part
        fitted = fit_confidence(x[learn], y[learn], weight[learn])
        sure[~learn] = 1 / (1 + np.exp(-x[~learn] @ fitted))
    for name in ("dev", "story", "cross", "reject", "unknown"):
        here = source == name
        say(f"{name}: {here.sum()} posts, first right {100 * y[here].mean():.1f} %, "
            f"ECE {calibration_error(list(sure[here]), list(y[here] > 0)):.3f}")  # fmt: skip
        for threshold in (0.5, 0.6, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95):
            offered = here & first & (sure >= threshold)
            say(f"  from {threshold:.2f}: {offered.sum()} offered, {int(y[offered].sum())} right")
    say(f"CONFIDENCE_WEIGHTS {np.round(fit_confidence(x, y, weight), 3).tolist()}")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("--full", action="store_true", help="speed at 100,000 entries too")
    ask.add_argument("--quick", action="store_true", help="no speed figures")
    ask.add_argument("--fit", action="store_true", help="fit the weights of ranking.py instead")
    ask.add_argument("--misses", action="store_true", help="list what went wrong")
    chosen = ask.parse_args()
    entries, glossary, rejects = read_content()
    variants = sum(len(e.variants) for e in entries)
    say(f"{len(entries)} entries, {variants} variants, {len(glossary)} concepts, "
        f"{len(rejects)} reject entries")  # fmt: skip
    if chosen.fit:
        fit(read_cases(DATA / "eval_dev.jsonl"), entries, glossary, rejects)
        return
    index = SuggestionIndex(entries, glossary, rejects)
    sets = {}
    for name in ("dev", "heldout"):
        path = DATA / f"eval_{name}.jsonl"
        if path.exists():
            sets[name] = read_cases(path)
            report(name, sets[name], index, entries, misses=chosen.misses)
    learning(index, sets.get("heldout") or sets["dev"])
    if chosen.quick:
        return
    speed((140, 10_000, *((100_000,) if chosen.full else ())))


if __name__ == "__main__":
    main()
