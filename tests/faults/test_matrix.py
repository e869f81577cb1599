"""Never twice, never lost: the desk is killed at every step, with every fault (§1.4).

A cover of the table; ``python -m tests.faults.full`` runs all of it.
"""

from __future__ import annotations

import pytest

from . import runs
from .plan import CRASHES, FAULTS, Kind, Run, short, split, storms

CHUNKS = 6
COVER = 290


@pytest.mark.timeout(300)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_killed_desk_neither_doubles_nor_loses_a_post(chunk: int) -> None:
    tried = split(short(COVER) + storms(8, seed=3), CHUNKS)[chunk]
    verdicts = list(runs.judged(tried, at_once=2))
    assert len(verdicts) == len(tried)
    assert [v for v in verdicts if v.violations] == []
    assert sum(v.kills for v in verdicts) > len(tried) // 4  # it did die


def test_the_cover_leaves_no_point_and_no_fault_out() -> None:
    cover = short(COVER)
    assert {run.crashes[0] for run in cover} == set(CRASHES)
    assert {run.fault for run in cover} == set(FAULTS)
    assert {run.kind for run in cover} == set(Kind)


@pytest.mark.timeout(300)
def test_a_desk_that_sends_again_from_doubt_would_be_found_out() -> None:
    careless = [
        Run(Kind.REPLY, (crash,), fault, careless=True)
        for crash, fault in (
            ("none", "rst_after"),
            ("none", "html503_after"),
            ("fully_written", "none"),
            ("response_read", "none"),
        )
    ]
    careless.append(Run(Kind.BROADCAST, ("fully_written",), "none", careless=True))
    for verdict in runs.judged(careless, at_once=2):
        assert any(each.startswith("double post of part") for each in verdict.violations)
