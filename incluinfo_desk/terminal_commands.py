"""What ``suggest`` and ``faq`` do; ``cli.py`` parses, this composes the parts."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.problems import FileUnreadable, Trouble
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.domain.suggestion.engine import SuggestionIndex
from incluinfo_desk.operations.suggesting import starter_index
from incluinfo_desk.paths import Profile, problem_of
from incluinfo_desk.settings import SettingsFile
from incluinfo_desk.single_instance import ProfileLock, sole_owner
from incluinfo_desk.store.store import Store
from incluinfo_desk.ui.terminal import TerminalWords

T = TypeVar("T")

_SHOWN = 3
_CONTENT = (
    "id", "topic", "question", "variants", "reply", "link", "body", "legal_basis", "source",
    "confidence", "needs_private_channel", "review_by", "valid_from", "language", "keywords",
)  # fmt: skip
"""The fields of a FAQ file; who verified an entry, and when, does not travel."""


def suggest_text(data_dir: Path | None, text: str, words: TerminalWords) -> int:
    """Print the best answers for one post, for people."""
    entries = {entry.id: entry for entry in _entries(data_dir)}
    ranking = starter_index(entries.values()).suggest(text)
    for number, found in enumerate(ranking.suggestions[:_SHOWN], 1):
        _print(words.suggestion(number, entries[found.faq_id], found.confidence))
    if not ranking.suggestions:
        _print(words.no_suggestion())
    else:
        _print(words.offered(ranking.offer))
    return 0


def suggest_lines(data_dir: Path | None, words: TerminalWords) -> int:
    """One JSON object a line in, one out; a line that is none is told by its number."""
    index: SuggestionIndex | None = None
    code = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            identity, text = asked["id"], asked["text"]
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, RecursionError):
            print(words.bad_line(number), file=sys.stderr)  # noqa: T201
            code = 1
            continue
        index = index or starter_index(_entries(data_dir))
        ranking = index.suggest(text)
        answer = {
            "id": identity,
            "suggestions": [
                {"faq_id": each.faq_id, "confidence": round(each.confidence, 4)}
                for each in ranking.suggestions
            ],
            "offer": ranking.offer,
        }
        # ASCII only: no console's encoding can break a line that another program reads.
        _print(json.dumps(answer))
    return code


def import_faq(data_dir: Path | None, path: Path, words: TerminalWords) -> int:
    """Store the usable entries of a file as drafts; name each row that is not usable.

    An entry that is there already and differs becomes a new revision, to be verified again.
    Raises Trouble(ProfileInUse | FileUnreadable | those of the store).
    """
    entries, bad = read_entries(_read(path))
    added, changed = 0, 0
    if entries:
        profile = Profile.at(data_dir)
        settings, _ = SettingsFile(profile.settings).load()
        by = settings.officer_initials or "import"
        with sole_owner(profile.lock):
            added, changed = _with_store(profile, lambda store: _take_in(store, entries, by))
    for row in bad:
        print(words.bad_row(row), file=sys.stderr)  # noqa: T201
    _print(words.imported(added, changed, len(bad)))
    return 1 if bad else 0


def export_faq(data_dir: Path | None, path: Path, words: TerminalWords) -> int:
    """Write every entry into ``path``, readable by :func:`import_faq`."""
    entries = _entries(data_dir, retired=True)
    rows = [_row(entry) for entry in sorted(entries, key=lambda entry: entry.id)]
    _write(path, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    _print(words.exported(len(rows), path))
    return 0


async def _take_in(store: Store, entries: Sequence[FaqEntry], by: str) -> tuple[int, int]:
    stored = {entry.id: entry for entry in await store.faq.all()}
    changed = 0
    for entry in entries:
        old = stored.get(entry.id)
        if old is not None and _row(old) != _row(entry):
            await store.faq.save(
                replace(entry, state=FaqState.DRAFT, revision=old.revision),
                by=by,
                expect_revision=old.revision,
            )
            changed += 1
    return await store.faq.add_all(entries, by), changed


def _entries(data_dir: Path | None, *, retired: bool = False) -> tuple[FaqEntry, ...]:
    """The profile's entries, or the starter FAQ where there are none yet."""
    profile = Profile.at(data_dir, create=False)
    stored: tuple[FaqEntry, ...] = ()
    if profile.database.exists():
        # Reading beside an open window is safe; the lock only keeps a window from opening
        # while an older database is brought up to date.
        lock = ProfileLock(profile.lock)
        ours = lock.take()
        try:
            stored = _with_store(profile, lambda store: store.faq.all())
        finally:
            if ours:
                lock.release()
    if not stored:
        starter, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
        return tuple(starter)
    return tuple(e for e in stored if retired or e.state is not FaqState.RETIRED)


def _with_store(profile: Profile, work: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    async def opened() -> T:
        store = await Store.open(profile.data_dir, lambda: datetime.now(UTC))
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(opened())


def _row(entry: FaqEntry) -> dict[str, Any]:
    """The entry as a FAQ file holds it."""
    row: dict[str, Any] = {}
    for name in _CONTENT:
        value = getattr(entry, name)
        if isinstance(value, tuple):
            value = list(value)
        elif hasattr(value, "isoformat"):
            value = value.isoformat()
        row[name] = value
    return row


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Trouble(FileUnreadable(path, "UTF-8")) from error
    except OSError as error:
        raise Trouble(FileUnreadable(path, error.strerror or "")) from error


def _write(path: Path, text: str) -> None:
    """In one step: a full disk leaves the older file as it was."""
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(".tmp", ".faq-", path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise Trouble(problem_of(error, path)) from error


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201
