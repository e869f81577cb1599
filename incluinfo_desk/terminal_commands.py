"""What ``suggest``, ``faq`` and ``audit`` do; ``cli.py`` parses, this composes the parts."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.clock import SystemClock
from incluinfo_desk.crash import CrashReporter
from incluinfo_desk.domain.audit import GENESIS, Act, Record, Verdict
from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer
from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.domain.suggestion.engine import SuggestionIndex
from incluinfo_desk.operations import audit_file, faq_file
from incluinfo_desk.operations.faq_exchange import Decision, FaqExchange, Imported, exported
from incluinfo_desk.operations.knowledge import Knowledge
from incluinfo_desk.operations.suggesting import Suggesting, starter_index
from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import SettingsFile
from incluinfo_desk.single_instance import ProfileLock, sole_owner
from incluinfo_desk.store.store import Store
from incluinfo_desk.ui.terminal import TerminalWords

T = TypeVar("T")

_SHOWN = 3


def suggest_text(data_dir: Path | None, text: str, words: TerminalWords) -> int:
    """Print the best answers for one post, for people."""
    entries = {entry.id: entry for entry in _team(data_dir)}
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
        index = index or starter_index(_team(data_dir))
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


def import_faq(
    data_dir: Path | None, path: Path, words: TerminalWords, *, overwrite: bool = False
) -> int:
    """Store the usable entries of a file; name each row that is not usable.

    What changed in the file alone since it was exported is taken. What is here with other
    words stays as it is without ``overwrite``: somebody answers for it.

    Raises Trouble(ProfileInUse | FileUnreadable | those of the store).
    """
    faq_file.load(path)  # a file that cannot be read makes no profile
    profile = Profile.at(data_dir)
    with sole_owner(profile.lock):
        decision = Decision(everything=Side.THEIRS if overwrite else None)
        done = _with_faq(profile, lambda faq: _take(faq, path, decision))
    for row in done.bad_rows:
        print(words.bad_row(row), file=sys.stderr)  # noqa: T201
    _print(words.imported(done.added, done.replaced, len(done.bad_rows)))
    if done.left:
        _print(words.left(done.left))
    return 1 if done.bad_rows else 0


def export_faq(data_dir: Path | None, path: Path, words: TerminalWords) -> int:
    """Write every entry into ``path``, readable by :func:`import_faq`."""
    # By id: two exports differ only where the entries do.
    entries = sorted(_entries(data_dir, retired=True), key=lambda entry: entry.id)
    team = [entry for entry in entries if entry.layer is Layer.TEAM]
    none: dict[str, tuple[FaqEntry, ...]] = {}
    lineages = _read(data_dir, lambda store: store.faq.lineages(), none)
    _record_export(data_dir, "faq", {"entries": len(team)})
    blocks: Mapping[str, str] = _read(data_dir, lambda store: store.blocks.all(), {})
    count = faq_file.save(path, exported(team, lineages), blocks)
    _print(words.exported(count, path))
    return 0


def verify_audit(data_dir: Path | None, words: TerminalWords) -> int:
    """Say whether the record of what was done is whole, or which part of it is not."""
    verdict = _read(data_dir, lambda store: store.audit.verify(), Verdict(0, GENESIS))
    if verdict.flaw is None:
        _print(words.whole(verdict))
        return 0
    print(words.flaw(verdict), file=sys.stderr)  # noqa: T201
    return 1


def export_audit(data_dir: Path | None, path: Path, words: TerminalWords) -> int:
    """Write the record into ``path``, as it is: an altered one is evidence too."""
    none: tuple[Record, ...] = ()
    records = _read(data_dir, lambda store: store.audit.all(), none)
    _record_export(data_dir, "audit", {"records": len(records)})
    _print(words.records_written(audit_file.save(path, records), path))
    return 0


def _entries(data_dir: Path | None, *, retired: bool = False) -> tuple[FaqEntry, ...]:
    """The profile's entries, or the starter FAQ where there are none yet."""
    none: tuple[FaqEntry, ...] = ()
    stored = _read(data_dir, lambda store: store.faq.all(), none)
    if not stored:
        starter, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
        return tuple(starter)
    return tuple(e for e in stored if retired or e.state is not FaqState.RETIRED)


def _team(data_dir: Path | None) -> tuple[FaqEntry, ...]:
    """What answers anybody: nobody's personal entries."""
    return tuple(entry for entry in _entries(data_dir) if entry.layer is Layer.TEAM)


def _read(data_dir: Path | None, work: Callable[[Store], Coroutine[Any, Any, T]], without: T) -> T:
    """What ``work`` reads in the profile's store; ``without`` where there is none yet."""
    profile = Profile.at(data_dir, create=False)
    if not profile.database.exists():
        return without
    # Reading beside an open window is safe; the lock only keeps a window from opening
    # while an older database is brought up to date.
    lock = ProfileLock(profile.lock)
    ours = lock.take()
    try:
        return _with_store(profile, work)
    finally:
        if ours:
            lock.release()


def _record_export(data_dir: Path | None, what: str, told: dict[str, object]) -> None:
    """Put an export into the record, unless a window is open: then only it may write."""
    profile = Profile.at(data_dir, create=False)
    lock = ProfileLock(profile.lock)
    if not profile.database.exists() or not lock.take():
        return
    settings, _ = SettingsFile(profile.settings).load()
    officer = settings.officer_initials
    try:
        _with_store(profile, lambda store: store.audit.note(Act.EXPORTED, officer, what, told))
    finally:
        lock.release()


async def _take(faq: FaqExchange, path: Path, decision: Decision) -> Imported:
    return await faq.take(await faq.preview(path), decision)


def _with_faq(profile: Profile, work: Callable[[FaqExchange], Coroutine[Any, Any, T]]) -> T:
    """The FAQ as the window edits it, with nobody listening and no index to follow."""
    settings, _ = SettingsFile(profile.settings).load()
    reporter = CrashReporter(profile.crash_dir)

    def told(error: BaseException) -> None:
        reporter.report(error, "faq")

    def officer() -> str:
        return settings.officer_initials

    async def composed(store: Store) -> T:
        bus, background, clock = Bus(told), Background(told), SystemClock()
        suggesting = Suggesting(store=store, make_index=SuggestionIndex, clock=clock, bus=bus)
        knowledge = Knowledge.joined(
            store=store,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            officer=officer,
        )
        try:
            await knowledge.edit_topics.load()
            return await work(knowledge.faq_exchange)
        finally:
            await background.close()

    return _with_store(profile, composed)


def _with_store(profile: Profile, work: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    async def opened() -> T:
        store = await Store.open(profile.data_dir, SystemClock().now)
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(opened())


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201
