"""The whole proof by one command: ``python -m tests.faults.full``.

Prints what was tried and what came of it; exit code 1 on any violation. Takes about a
quarter of an hour on two cores. ``--matrix``, ``--clicks`` and ``--drafts`` run a part.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from . import plan, runs


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.full", description=__doc__)
    for part in ("matrix", "clicks", "drafts"):
        parser.add_argument(f"--{part}", action="store_true")
    parser.add_argument("--at-once", type=int, default=3, help="runs at a time")
    chosen = parser.parse_args()
    everything = not (chosen.matrix or chosen.clicks or chosen.drafts)
    bad = 0
    if chosen.matrix or everything:
        bad += matrix(chosen.at_once)
    return 1 if bad else 0


def matrix(at_once: int) -> int:
    """All crash points, all faults; returns how many runs broke a promise."""
    began = time.monotonic()
    tried = plan.full()
    verdicts: list[runs.Verdict] = []
    for verdict in runs.judged(tried, at_once):
        verdicts.append(verdict)
        for violation in verdict.violations:
            _say(f"VIOLATION {verdict.run}: {violation}")
    for column, title in ((1, "dies at"), (2, "fault")):
        _say(f"\n{title:20} runs  died  sent refused asked violations")
        groups: dict[str, list[runs.Verdict]] = {}
        for verdict in verdicts:
            names = verdict.run.split(" · ")[column].split("+")
            groups.setdefault(names[0] if len(set(names)) == 1 else "(several)", []).append(verdict)
        for name, group in groups.items():
            _say(_row(name, group))
    _say(_row("\nall", verdicts))
    states = Counter(" ".join(sorted(set(v.states))) for v in verdicts)
    _say(f"\nended as: {dict(states)}")
    bad = sum(bool(v.violations) for v in verdicts) + len(tried) - len(verdicts)
    kills = sum(v.kills for v in verdicts)
    seconds = time.monotonic() - began
    _say(f"{len(verdicts)} runs, {kills} kills, {bad} violations, {seconds:.0f} s")
    return bad


def _row(name: str, group: list[runs.Verdict]) -> str:
    died = sum(bool(v.kills) for v in group)
    sent = sum(set(v.states) == {"sent"} for v in group)
    refused = sum("refused" in v.states for v in group)
    asked = sum(bool(v.questions) for v in group)
    bad = sum(bool(v.violations) for v in group)
    return f"{name:20}{len(group):5} {died:5} {sent:5} {refused:7} {asked:5} {bad:10}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
