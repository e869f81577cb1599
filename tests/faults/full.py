"""The whole proof by one command: ``python -m tests.faults.full``.

Prints what was tried and what came of it; exit code 1 on any violation. Takes about a
quarter of an hour on two idle cores (the matrix of 3,922 runs took 27 minutes on two that
others used too). ``--matrix``, ``--clicks`` and ``--drafts`` run a part;
``--minutes`` ends the matrix early, which tries its runs in an order that mixes them.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing

from . import plan, runs

CLICKS = 10_000
KILLED = 200


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.full", description=__doc__)
    for part in ("matrix", "clicks", "drafts"):
        parser.add_argument(f"--{part}", action="store_true")
    parser.add_argument("--at-once", type=int, default=3, help="runs at a time")
    parser.add_argument("--minutes", type=float, default=24 * 60.0, help="of the matrix at most")
    chosen = parser.parse_args()
    everything = not (chosen.matrix or chosen.clicks or chosen.drafts)
    bad = 0
    if chosen.matrix or everything:
        bad += matrix(chosen.at_once, chosen.minutes)
    if chosen.clicks or everything:
        bad += double_clicks()
    if chosen.drafts or everything:
        bad += killed_drafts()
    return 1 if bad else 0


def double_clicks() -> int:
    """Ten thousand double-clicks in two windows."""
    heard = json.loads(_output("clicks", str(CLICKS)))
    _say(f"\n{CLICKS} double-clicks: {heard}")
    return int(heard["rows"] != CLICKS or heard["targets"] != CLICKS or heard["damaged"])


def killed_drafts() -> int:
    """Two hundred officers killed while they type."""
    losses = [json.loads(line) for line in _output("drafts", str(KILLED), "1").splitlines()]
    worst = max(loss["seconds"] for loss in losses)
    typed, lost = (sum(loss[key] for loss in losses) for key in ("typed", "lost"))
    bad = [loss for loss in losses if loss["violations"]]
    for loss in bad:
        _say(f"VIOLATION draft {loss['seed']}: {loss['violations']}")
    _say(
        f"\n{len(losses)} kills while typing: {lost} of {typed} keys lost, the oldest {worst:.2f} s"
    )
    return len(bad) + KILLED - len(losses)


def _output(module: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", f"tests.faults.{module}", *arguments],
        cwd=runs.ROOT, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip


def matrix(at_once: int, minutes: float) -> int:
    """All crash points, all faults; returns how many runs broke a promise."""
    began = time.monotonic()
    tried = plan.full()
    random.Random(1).shuffle(tried)
    verdicts: list[runs.Verdict] = []
    with closing(runs.judged(tried, at_once)) as coming:
        for verdict in coming:
            verdicts.append(verdict)
            for violation in verdict.violations:
                _say(f"VIOLATION {verdict.run}: {violation}")
            if time.monotonic() - began > minutes * 60:
                _say(f"ended early: {len(verdicts)} of {len(tried)} runs")
                break
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
    bad = sum(bool(v.violations) for v in verdicts)
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
