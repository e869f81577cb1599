"""A data folder that may not be written is told, and left as it is."""

from __future__ import annotations

import os
import subprocess
import sys

from incluinfo_desk.paths import Profile
from tests.journeys.conftest import Scene


def test_data_that_cannot_be_written_is_told(scene: Scene) -> None:
    scene.use_once()
    database = Profile(scene.folder).database
    before = database.read_bytes()
    database.chmod(0o400)
    # Root may write anywhere; without that power it is held to the modes like anyone.
    powerless = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [
            *powerless,
            *(sys.executable, "-m", "tests.journeys.child", "read_only"),
            *(str(scene.folder), scene.base_url),
        ],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    assert database.read_bytes() == before
