"""What needs an alarm in processor time, or /proc, is not collected where there is none."""

from __future__ import annotations

import sys

collect_ignore = (
    [] if sys.platform == "linux" else ["test_fuzz.py", "test_views.py", "test_canaries.py"]
)
