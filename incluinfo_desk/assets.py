"""Where the files that travel with the program are: pictures, style, starter FAQ, languages.

The same call answers in a checkout, in an installed wheel (``incluinfo_desk/_data``, laid
there by ``pyproject.toml``) and in a frozen build (``packaging/incluinfo_desk.spec`` lays
the same folder).
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class MissingAssetError(FileNotFoundError):
    """The installation is incomplete: a file that ships with the program is not there."""

    def __init__(self, wanted: str, looked_in: Path) -> None:
        super().__init__(f"{wanted} is not in {looked_in}")
        self.wanted = wanted
        self.looked_in = looked_in


def resource(*parts: str) -> Path:
    """The file or folder ``resources/<parts>``. Raises :class:`MissingAssetError`."""
    return _existing("resources", *parts)


def translations() -> Path:
    """The folder of the ``.ts`` and ``.qm`` files. Raises :class:`MissingAssetError`."""
    return _existing("i18n")


def _existing(*parts: str) -> Path:
    path = _root().joinpath(*parts)
    if not path.exists():
        raise MissingAssetError("/".join(parts), _root())
    return path


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    inside = (Path(frozen) / _PACKAGE.name if frozen else _PACKAGE) / "_data"
    if frozen or inside.is_dir():
        return inside
    checkout = _PACKAGE.parent
    # An incomplete wheel must not pick up some other package's ``resources`` beside it.
    return checkout if (checkout / "pyproject.toml").is_file() else inside
