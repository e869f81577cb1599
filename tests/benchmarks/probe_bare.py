"""Child process: a bare window; prints the clock once it is painted.

python probe_bare.py
"""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
print(time.perf_counter_ns())  # noqa: T201
