"""The short form of ``python -m tests.hostile.fuzz``: no crash, and nothing takes a second."""

from __future__ import annotations

import time
from random import Random

import pytest

from tests.hostile import fuzz

SHORT = 2_000


@pytest.mark.parametrize("parser", fuzz.PARSERS)
def test_no_input_crashes_or_holds_up(parser: str) -> None:
    result = fuzz.run(parser, SHORT)
    assert result.failures == []
    assert result.count == SHORT


def test_the_watchdog_bites(monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(_: object) -> None:
        while True:
            time.process_time()

    monkeypatch.setattr(fuzz, "HANG", 0.02)
    monkeypatch.setitem(fuzz.PARSERS, "privacy", (fuzz.text, hold))
    assert len(fuzz.run("privacy", 2).failures) == 2


def test_the_same_seed_makes_the_same_inputs() -> None:
    for make, _ in fuzz.PARSERS.values():
        assert [make(Random("x")) for _ in range(3)] == [make(Random("x")) for _ in range(3)]
