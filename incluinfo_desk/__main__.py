"""``python -m incluinfo_desk`` and the ``incluinfo-desk`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Exit code: 0 done, 1 could not be done, 2 not understood."""
    from incluinfo_desk.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
