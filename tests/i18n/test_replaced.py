"""An update may replace the catalogues under an open window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from incluinfo_desk import assets

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from incluinfo_desk import app

folder = Path(sys.argv[1])
app.translations = lambda: folder
tongue = app.Tongue(QApplication([]))
tongue.speak("en")
for catalogue in folder.iterdir():
    catalogue.write_bytes(b"")
print(QCoreApplication.translate("Preview", "Vista previa"))
"""


def test_emptied_catalogues_neither_end_the_process_nor_silence_it(tmp_path: Path) -> None:
    for catalogue in assets.translations().glob("*.qm"):
        shutil.copy(catalogue, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "Preview")
