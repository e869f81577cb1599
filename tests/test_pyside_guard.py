"""PySide6 6.12.0 takes a reference off ``None`` at every call that returns it.

On Python 3.10 and 3.11, where None is not immortal, the process aborts after about 5,000
such calls. ``pyproject.toml`` pins by Python version; this shows that the pin still holds.
"""

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
widget.update()
before = sys.getrefcount(None)
for _ in range(20_000):
    widget.update()
    widget.setToolTip("x")
print(abs(sys.getrefcount(None) - before) < 100)
"""


def test_none_outlives_twenty_thousand_calls() -> None:
    # In a process of its own: the bug would take the whole test run with it.
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr[-500:]
