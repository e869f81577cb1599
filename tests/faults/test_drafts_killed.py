"""What was typed survives the death of the desk, but for the moment nobody had saved yet."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.editor.presenter import EditorPresenter
from tests.operations.fake_channel import PACO, ROSA
from tests.operations.stage import Stage
from tests.ui.desk import Recorder, play

from .runs import ROOT

KILLED = 20


@pytest.mark.timeout(300)
def test_a_kill_while_typing_costs_at_most_what_the_cadence_allows() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.drafts", str(KILLED), "1"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    losses = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(losses) == KILLED
    assert [loss for loss in losses if loss["violations"]] == []
    assert sum(loss["typed"] for loss in losses) > 50 * KILLED
    assert sum(loss["lost"] for loss in losses) * 5 < sum(loss["typed"] for loss in losses)


def test_a_text_left_for_a_moment_stands_there_as_it_was_left(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        rosa = await at.asked(author=ROSA)
        paco = await at.asked(author=PACO)
        view = Recorder()
        presenter = EditorPresenter(desk, view)
        presenter.open(rosa)
        await view.until(lambda shown: "show_text" in shown)
        for n in range(30):
            presenter.write(f"Son {n} meses", 5)
            view.shown.clear()
            presenter.open(paco)
            presenter.open(rosa)
            await view.until(lambda shown: "show_text" in shown)
            assert view.shown["show_text"] == (f"Son {n} meses", 5)

    play(tmp_path, act)
