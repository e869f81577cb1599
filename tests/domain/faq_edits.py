"""Pairs of concurrent edits of one answer, and what their merge may not lose.

    python -m tests.domain.faq_edits [COUNT] [SEED]

prints how many of COUNT (100,000) random pairs lost an edit in silence: none may.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer, Translation
from incluinfo_desk.domain.faq_merge import LISTS, SCALARS, Side, merge

_WORDS = ("plazo", "sede", "IMV", "pensión", "cuota", "cita", "aval", "año", "ñu", "")


def _entry(draw: random.Random) -> FaqEntry:
    entry = FaqEntry(id="x", topic="imv", question="q", reply="r")
    for _ in range(draw.randint(0, 8)):
        entry = _edited(entry, draw)
    return entry


def _edited(entry: FaqEntry, draw: random.Random) -> FaqEntry:
    """One edit of one field, as an officer makes it."""
    field = draw.choice((*SCALARS, *LISTS, *LISTS, "translations", "translations", "state"))
    word = f"{draw.choice(_WORDS)} {draw.randint(0, 9)}"
    if field in LISTS:
        items = list(getattr(entry, field))
        what = draw.random()
        if items and what < 0.3:
            items.pop(draw.randrange(len(items)))
        elif items and what < 0.5:
            items[draw.randrange(len(items))] = word
        else:
            items.insert(draw.randint(0, len(items)), word)
        return replace(entry, **{field: tuple(dict.fromkeys(items))})  # type: ignore[arg-type]
    if field == "translations":
        kept = {t.language: t for t in entry.translations}
        language = draw.choice(("ca", "gl", "eu", "en", "es-facil"))
        if language in kept and draw.random() < 0.3:
            del kept[language]
        else:
            kept[language] = Translation(language, word, draw.choice((None, "https://x.es")))
        return replace(entry, translations=tuple(kept.values()))
    if field == "state":
        state = draw.choice(tuple(FaqState))
        when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=draw.randint(0, 10**6))
        by = draw.choice(("AB", "CD"))
        return replace(entry, state=state, verified_by=by, verified_at=when)
    value: object = word
    if field in {"review_by", "valid_from"}:
        value = date(2027, 1, 1) + timedelta(days=draw.randint(0, 300))
    elif field == "needs_private_channel":
        value = not entry.needs_private_channel
    elif field == "layer":
        value = draw.choice(tuple(Layer))
    return replace(entry, **{field: value})  # type: ignore[arg-type]


def pairs(count: int, seed: int) -> Iterator[tuple[FaqEntry, FaqEntry, FaqEntry]]:
    """Base, ours and theirs; each side edited up to six times."""
    draw = random.Random(seed)
    for _ in range(count):
        base = _entry(draw)
        sides = []
        for _ in range(2):
            side = base
            for _ in range(draw.randint(0, 6)):
                side = _edited(side, draw)
            sides.append(side)
        yield base, sides[0], sides[1]


def check_pair(base: FaqEntry, ours: FaqEntry, theirs: FaqEntry) -> list[str]:
    """What the merge lost without listing it: said by the definition, not by the algorithm."""
    lost: list[str] = []
    found = merge(base, ours, theirs)
    listed = {c.field for c in found.conflicts}
    for name in SCALARS:
        was, mine, other = (getattr(e, name) for e in (base, ours, theirs))
        now = getattr(found.entry, name)
        for side, value in (("ours", mine), ("theirs", other)):
            if value != was and now != value and name not in listed:
                lost.append(f"{name}: the change of {side}")
        if name in listed and not (mine != other and was not in (mine, other)):
            lost.append(f"{name}: asked without need")
    for name in LISTS:
        was, mine, other, now = (set(getattr(e, name)) for e in (base, ours, theirs, found.entry))
        if not (mine - was) | (other - was) <= now:
            lost.append(f"{name}: an addition")
        if (was - mine | was - other) & now:
            lost.append(f"{name}: a removal")
        if was & mine & other - now:
            lost.append(f"{name}: what nobody touched")
    before, here, there, after = (
        {t.language: t for t in e.translations} for e in (base, ours, theirs, found.entry)
    )
    for language in {*before, *here, *there}:
        key = f"translations:{language}"
        for those in (here, there):
            changed = those.get(language) != before.get(language)
            if changed and after.get(language) != those.get(language) and key not in listed:
                lost.append(key)
    if FaqState.RETIRED in (ours.state, theirs.state) and ours.state is not theirs.state:
        retired_by = ours if ours.state is FaqState.RETIRED else theirs
        meant = retired_by.state is not base.state
        if meant and found.entry.state is not FaqState.RETIRED and "state" not in listed:
            lost.append("state: retired")
    all_theirs = merge(base, ours, theirs, dict.fromkeys(listed, Side.THEIRS))
    for conflict in found.conflicts:
        if conflict.field in SCALARS and getattr(all_theirs.entry, conflict.field) != (
            conflict.theirs
        ):
            lost.append(f"{conflict.field}: the choice")
    return lost


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    conflicts = lost = 0
    for base, ours, theirs in pairs(count, seed):
        wrong = check_pair(base, ours, theirs)
        lost += bool(wrong)
        conflicts += bool(merge(base, ours, theirs).conflicts)
        if wrong and lost <= 5:
            sys.stdout.write(f"{wrong}\n  {base}\n  {ours}\n  {theirs}\n")
    sys.stdout.write(f"{count} pairs, {conflicts} with conflicts, {lost} lost something\n")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
