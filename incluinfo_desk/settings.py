"""What an officer may set, kept as one small JSON file with a version.

It is read before the first frame, so only the standard library is imported, and it must
never stop the desk from opening: a bad value falls back to its default, a damaged file is
kept aside. No secret has a place here (PRD-5): those live in the keyring.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from incluinfo_desk.domain.problems import Problem

VERSION = 1
_LARGEST = 1_000_000
"""Bytes; no settings file of ours comes near, so a larger one is not ours."""

Raw = dict[str, Any]

UPGRADES: Mapping[int, Callable[[Raw], Raw]] = MappingProxyType({})
"""From version n to n+1, each a pure function on the file's content."""


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """Change with :func:`dataclasses.replace`, store with :meth:`SettingsFile.save`."""

    version: int = VERSION
    language: str = "es"
    theme: Theme = Theme.SYSTEM
    undo_seconds: int = 8
    """How long an answer waits before it goes to X; 0 sends at once."""
    poll_seconds: int = 30
    notify: bool = True
    """Tell of new mentions in the system's tray."""
    officer_name: str = ""
    officer_initials: str = ""
    """Who signs in the local record; never published."""
    client_id: str = ""
    """Public id of the Ministry's X app (OAuth 2.0 PKCE needs no secret)."""
    enterprise: bool = False
    """The X account has an Enterprise contract: replies need no mention by the citizen."""
    single_keys: bool = True
    """Single-key shortcuts; WCAG 2.1.4 wants an off switch."""
    shortcuts: Mapping[str, str] = field(default_factory=_nothing)
    """Action name to key sequence, only where it differs from ours; "" means no key."""
    font_scale: int = 100
    """Percent of the system's text size, 75 to 300."""
    budget_monthly_usd: float | None = None
    prices: Mapping[str, float] = field(default_factory=_nothing)
    """US dollars per X API operation, only where the contract differs from ours."""
    disclaimer: str = ""
    """What the first answer to a citizen in a thread ends with (INC-41); empty for nothing."""
    address: str = "usted"
    """How the channel speaks to people, for the hints on plain language: ``usted``, ``tu``, or
    ``off`` for no hints at all (INC-44)."""
    retention_days: int = 30
    """How long a citizen's words are kept, 1 to 365; X and the RGPD want it short."""
    link_check_hours: int = 24
    """How often the links of the answers are looked at; 0 never."""
    second_person_incidents: bool = False
    """What is published on an incident needs the yes of somebody who did not write it."""
    second_person_hoaxes: bool = False
    learn: bool = True
    """Let sent answers raise their entries for like questions, on this machine alone."""
    proxy: str = ""
    """``http://host:port``; empty means the system's. Never with a password in it."""
    unknown: Mapping[str, Any] = field(default_factory=_nothing)
    """Keys of a newer version: kept as they are and written back."""

    def second_person(self, kind: str) -> bool:
        """Whether words of ``kind``, a key of ``domain.approval.ApprovalKind``, need one."""
        return self.second_person_incidents if kind == "incident" else self.second_person_hoaxes


class SettingsFile:
    """The file behind :class:`Settings`. Blocking, small: a few milliseconds."""

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self.ignored: tuple[str, ...] = ()
        """Settings whose stored value could not be used, by name; defaults took their place."""
        self._now = now
        self._unread = False

    def load(self) -> tuple[Settings, Problem | None]:
        """The stored settings; a first start has the defaults. Raises nothing."""
        self.ignored, self._unread = (), False
        try:
            raw = _parsed(self.path)
        except FileNotFoundError:
            return Settings(), None
        except (OSError, ValueError, RecursionError):
            return Settings(), self._keep_aside()
        settings, self.ignored = from_raw(upgraded(raw, UPGRADES, VERSION))
        return settings, None

    def save(self, settings: Settings) -> None:
        """Replace the file in one step, so a crash leaves the old or the new one.

        Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
        """
        # Off the first-frame path, like all that only saving needs.
        from incluinfo_desk.domain.problems import FileUnreadable, Trouble
        from incluinfo_desk.paths import write_whole

        if self._unread:
            # It could neither be read nor kept aside: writing would destroy it.
            raise Trouble(FileUnreadable(self.path))
        text = json.dumps(to_raw(settings), ensure_ascii=False, indent=2, sort_keys=True)
        write_whole(self.path, f"{text}\n".encode())

    def _keep_aside(self) -> Problem:
        from incluinfo_desk.domain.problems import SettingsDamaged

        stamp = self._now().strftime("%Y%m%dT%H%M%SZ")
        aside = self.path.with_name(f"{self.path.stem}.damaged-{stamp}{self.path.suffix}")
        number = 2
        while aside.exists():
            name = f"{self.path.stem}.damaged-{stamp}-{number}{self.path.suffix}"
            aside, number = self.path.with_name(name), number + 1
        try:
            self.path.rename(aside)
        except OSError:
            self._unread = True
            aside = self.path
        return SettingsDamaged(self.path, aside)


def _parsed(path: Path) -> Raw:
    if path.stat().st_size > _LARGEST:
        raise ValueError("too large")
    raw = json.loads(path.read_text(encoding="utf-8-sig"))  # Notepad may add a BOM
    if not isinstance(raw, dict):
        raise ValueError("not an object")
    return raw


def upgraded(raw: Raw, upgrades: Mapping[int, Callable[[Raw], Raw]], version: int) -> Raw:
    """``raw`` as ``version`` writes it; a newer file is taken as it is."""
    found = raw.get("version")
    # Written by hand: a number that never was, or none, means the first version.
    at = found if isinstance(found, int) and not isinstance(found, bool) and found >= 1 else 1
    for step in range(at, version):
        raw = upgrades[step](dict(raw))
    return {**raw, "version": max(at, version)}


def from_raw(raw: Raw) -> tuple[Settings, tuple[str, ...]]:
    """Settings from the file's content, and the names of those that could not be used."""
    known: Raw = {}
    ignored: list[str] = []
    for name, value in raw.items():
        if name in _CHECKS:
            try:
                known[name] = _CHECKS[name](value)
            except ValueError:
                ignored.append(name)
    unknown = {name: value for name, value in raw.items() if name not in _CHECKS}
    return Settings(**known, unknown=MappingProxyType(unknown)), tuple(sorted(ignored))


def to_raw(settings: Settings) -> Raw:
    """What :func:`from_raw` reads back."""
    raw: Raw = dict(settings.unknown)
    for each in fields(settings):
        if each.name != "unknown":
            value = getattr(settings, each.name)
            raw[each.name] = dict(value) if isinstance(value, Mapping) else value
    return raw


# --- what may stand in the file: each check returns the value or raises ValueError ---------


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _whole(least: int, most: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(value)
        return value

    return check


def _amount(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(value)
    if not math.isfinite(value) or value < 0:
        raise ValueError(value)
    return float(value)


def _amount_or_none(value: object) -> float | None:
    return None if value is None else _amount(value)


def _line(longest: int) -> Callable[[object], str]:
    def check(value: object) -> str:
        if not isinstance(value, str) or len(value) > longest or not value.isprintable():
            raise ValueError(value)
        return value.strip()

    return check


def _matching(pattern: str) -> Callable[[object], str]:
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError(value)
        return value

    return check


def _table(check: Callable[[object], Any]) -> Callable[[object], Mapping[str, Any]]:
    def check_all(value: object) -> Mapping[str, Any]:
        if not isinstance(value, dict) or len(value) > 500:
            raise ValueError(value)
        return MappingProxyType({str(key): check(each) for key, each in value.items()})

    return check_all


def _theme(value: object) -> Theme:
    if not isinstance(value, str):
        raise ValueError(value)
    return Theme(value)


_CHECKS: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {
        "version": _whole(1, 10_000),
        "language": _matching(r"[a-z]{2,3}"),
        "theme": _theme,
        "undo_seconds": _whole(0, 60),
        # X counts requests by quarters of an hour; under 5 s the window would not last.
        "poll_seconds": _whole(5, 3600),
        "notify": _flag,
        "officer_name": _line(100),
        "officer_initials": _line(8),
        "client_id": _matching(r"[\w.~:=-]{0,200}"),
        "enterprise": _flag,
        "single_keys": _flag,
        "shortcuts": _table(_line(60)),
        "font_scale": _whole(75, 300),
        "budget_monthly_usd": _amount_or_none,
        "prices": _table(_amount),
        "disclaimer": _line(120),
        "address": _matching(r"usted|tu|off"),
        "retention_days": _whole(1, 365),
        "learn": _flag,
        "link_check_hours": _whole(0, 720),
        "second_person_incidents": _flag,
        "second_person_hoaxes": _flag,
        # No "user:password@": a secret outside the keyring.
        "proxy": _matching(r"(https?://(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?/?)?"),
    }
)
