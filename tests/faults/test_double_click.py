"""A key pressed twice, in two windows at once, is one intention."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .runs import ROOT

COUNT = 1000


@pytest.mark.timeout(300)
def test_a_thousand_double_clicks_in_two_windows_are_a_thousand_intents() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.clicks", str(COUNT)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    heard = json.loads(done.stdout)
    assert (heard["rows"], heard["targets"], heard["queued"]) == (COUNT, COUNT, COUNT)
    assert heard["AlreadyQueued"] > COUNT  # two windows press at least once each
    refused = {name for name in heard if name[0].isupper()}
    assert refused == {"AlreadyQueued"}
    assert not heard["damaged"]
