"""Runs as processes: X's side, the desk and its deaths, and the verdict over both.

``python -m tests.faults.runs`` is a fork server: it imports everything and lives one quiet
run once, so that what is made at first use (SQLAlchemy's mappers, late imports, compiled
expressions) is made for all; then it reads runs from standard input and writes a verdict for
each. It has no thread and no loop when it forks, so that its forks are clean.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from incluinfo_desk.paths import Profile
from incluinfo_desk.store.store import Store

from . import desk_core, x_side
from .desk_core import IN_USE, SIGN_IN, Hello
from .plan import DOUBTFUL, HARMLESS, IN_DOUBT, REFUSING, Kind, Run
from .shared import START, Shared

ROOT = Path(__file__).resolve().parents[2]
STARTS = 9
PATIENCE = 60
"""Real seconds after which a start of the desk is taken for hanging."""
OPEN_STATES = {"checking", "sending", "unknown"}


@dataclass
class Verdict:
    run: str
    kills: int = 0
    starts: int = 0
    states: list[str] = field(default_factory=list)
    public: int = 0
    questions: int = 0
    writes: int = 0
    violations: list[str] = field(default_factory=list)


def judged(runs: Sequence[Run], at_once: int = 3) -> Generator[Verdict, None, None]:
    """Run them all in a fork server, a few at a time; the verdicts as they come."""
    asked = "".join(json.dumps(asdict(run)) + "\n" for run in runs)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.runs", str(at_once)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert server.stdin is not None
    assert server.stdout is not None
    with server:
        server.stdin.write(asked)
        server.stdin.close()
        try:
            for line in server.stdout:
                yield Verdict(**json.loads(line))
        except GeneratorExit:
            server.terminate()  # the caller has seen enough
            raise
    assert server.returncode == 0


def main() -> None:
    at_once = int(sys.argv[1])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    home = Path(tempfile.mkdtemp(prefix="incluinfo-faults-", dir=_memory()))
    running: set[int] = set()
    try:
        template = home / "template"
        _make_template(template)
        _warm(home / "warm", template)
        gc.collect()
        gc.freeze()  # what a fork does not touch it need not copy
        for number, line in enumerate(list(sys.stdin)):  # all of it, or both sides wait
            run = _run_of(json.loads(line))
            folder = home / str(number)
            running.add(_fork(partial(_tell, run, folder, template)))
            if len(running) >= at_once:
                running.discard(_reaped())
        while running:
            running.discard(_reaped())
    finally:
        for pid in running:  # ended early: what runs still needs its folder
            os.waitpid(pid, 0)
        shutil.rmtree(home, ignore_errors=True)


def _memory() -> str | None:
    """A folder in memory where there is one. What a killed process wrote is in the system's
    hands there as on a disk, and nobody waits for a disk that others use."""
    shm = "/dev/shm"  # noqa: S108 - only looked for; mkdtemp makes the name
    return shm if os.access(shm, os.W_OK) else None


def _run_of(asked: dict[str, Any]) -> Run:
    crashes = tuple(asked["crashes"])
    how = {name: asked[name] for name in ("careless", "resends")}
    return Run(Kind(asked["kind"]), crashes, asked["fault"], **how)


def _make_template(folder: Path) -> int:
    """A profile whose database is made and migrated already."""

    async def make() -> None:
        await (await Store.open(folder, lambda: START)).close()

    asyncio.run(make())
    return 0


def _warm(folder: Path, template: Path) -> None:
    """Live one quiet run in this very process."""
    run, shared = Run(Kind.BROADCAST, ("none",), "none"), Shared()
    shutil.copytree(template, folder)
    ready, over, report = os.pipe(), os.pipe(), os.pipe()
    x = _fork(lambda: _x_side(run, shared, ready[1], over[0], report[1]))
    os.close(report[1])
    desk_core.live(run, shared, Hello(**json.loads(_line(ready[0]))), folder)
    os.write(over[1], b".")
    _line(report[0])
    _child_done(x)
    for pipe in (ready[1], over[0], over[1]):
        os.close(pipe)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    shutil.rmtree(folder)


def _tell(run: Run, folder: Path, template: Path) -> int:
    shutil.copytree(template, folder)
    verdict = play(run, folder)
    shutil.rmtree(folder)
    with suppress(BrokenPipeError):  # nobody wants to know any more
        os.write(1, json.dumps(asdict(verdict)).encode() + b"\n")
    return 0


def play(run: Run, folder: Path) -> Verdict:
    """One run: the desk lives, dies, lives again; then both sides are counted."""
    shared = Shared()
    ready, over, report = os.pipe(), os.pipe(), os.pipe()
    x = _fork(lambda: _x_side(run, shared, ready[1], over[0], report[1]))
    os.close(report[1])
    hello = Hello(**json.loads(_line(ready[0])))
    verdict = Verdict(str(run))
    for start in range(STARTS):
        instances = 2 if run.fault == "two_instances" else 1
        desks = [
            _fork(lambda: desk_core.live(run, shared, hello, folder), folder / "broken.txt")
            for _ in range(instances)
        ]
        verdict.starts = start + 1
        ends = [os.waitpid(desk, 0)[1] for desk in desks]
        if all(os.WIFEXITED(e) and os.WEXITSTATUS(e) in (0, IN_USE) for e in ends):
            break
        for end in ends:
            if os.WIFEXITED(end) and os.WEXITSTATUS(end) not in (0, IN_USE, SIGN_IN):
                verdict.violations.append("the desk broke: " + _broken(folder))
            elif os.WIFSIGNALED(end) and os.WTERMSIG(end) != signal.SIGKILL:
                verdict.violations.append(f"the desk hung: signal {os.WTERMSIG(end)}")
        if verdict.violations:
            break
        if run.fault == "late_weekend":
            shared.seconds += 3 * 86_400  # the desk is opened again on Monday
    else:
        verdict.violations.append("the desk never came to rest")
    os.write(over[1], b".")
    told = json.loads(_line(report[0]))
    _child_done(x)
    verdict.kills, verdict.questions = int(shared.kills), int(shared.questions)
    verdict.writes = told["writes"]
    _judge(run, shared, folder, hello, told["posts"], verdict)
    return verdict


def _judge(
    run: Run,
    shared: Shared,
    folder: Path,
    hello: Hello,
    public: list[dict[str, Any]],
    verdict: Verdict,
) -> None:
    with closing(sqlite3.connect(Profile(folder).database)) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute("SELECT * FROM outbox ORDER BY number").fetchall()
        drafts = [row["text"] for row in database.execute("SELECT text FROM drafts")]
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        states = [row["state"] for row in database.execute("SELECT state FROM conversations")]
    wrong = verdict.violations.append
    verdict.states, verdict.public = [row["state"] for row in rows], len(public)
    if whole != "ok":
        wrong(f"damaged database: {whole}")
    if shared.wrong_drafts:
        wrong("lost or changed draft")
    if drafts and rows:
        wrong("the draft is still there beside the intent")
    for number, text in enumerate(run.texts):
        mine = [row for row in rows if row["text"] == text]
        seen = [post for post in public if _shows(post["text"], text)]
        if len(mine) > 1:
            wrong(f"double intent of part {number + 1}")
        if len(seen) > 1:
            wrong(f"double post of part {number + 1}")
        if not mine and not any(text in draft for draft in drafts):
            wrong(f"lost text of part {number + 1}")
        state = mine[0]["state"] if mine else "none"
        if state == "sent" and [post["id"] for post in seen] != [mine[0]["post_id"]]:
            wrong(f"part {number + 1} is 'sent' and not public as that")
        if seen and state != "sent":
            wrong(f"part {number + 1} is public and {state}")
        if state in OPEN_STATES:
            wrong(f"part {number + 1} was left {state}")
        if state == "queued" and not any(r["state"] not in ("sent", "queued") for r in rows):
            wrong(f"part {number + 1} waits for nothing")
        if state == "refused" and run.fault not in REFUSING:
            wrong(f"part {number + 1} refused: {mine[0]['reason']}")
        _judge_place(run, number, hello, public, seen, wrong)
    if len(public) > len(run.texts):
        wrong(f"{len(public)} posts in public")
    if not rows:
        wrong("the officer never came to send it")
    _judge_end(run, verdict)
    if run.kind is Kind.REPLY and verdict.states == ["sent"] and states != ["answered"]:
        wrong(f"the citizen is answered and the conversation {states}")


def _judge_place(
    run: Run,
    number: int,
    hello: Hello,
    public: list[dict[str, Any]],
    seen: list[dict[str, Any]],
    wrong: Callable[[str], None],
) -> None:
    """Each part hangs below the one before, the first below the citizen's post."""
    above: str | None = hello.target if run.kind in (Kind.REPLY, Kind.THREAD) else None
    if number:
        before = [p["id"] for p in public if _shows(p["text"], run.texts[number - 1])]
        above = before[0] if before else "nothing"
    for post in seen:
        if post["to"] != above:
            wrong(f"part {number + 1} stands below another post")


def _judge_end(run: Run, verdict: Verdict) -> None:
    """Nobody is asked in vain, and what need not be doubted goes out."""
    all_sent = bool(verdict.states) and set(verdict.states) == {"sent"}
    died_in_doubt = any(crash in IN_DOUBT for crash in run.crashes[: verdict.kills])
    # Dying while the refusal of a proxy or of a limit is read leaves no proof of it.
    lost_the_proof = run.fault in _NOT_TAKEN and any(
        crash == "fully_written" for crash in run.crashes[: verdict.kills]
    )
    if run.fault in HARMLESS and not died_in_doubt and not lost_the_proof:
        if not all_sent:
            verdict.violations.append(f"ended as {verdict.states}")
        if verdict.questions:
            verdict.violations.append("a person was asked in vain")
    if run.resends and run.fault not in REFUSING and not all_sent:
        verdict.violations.append(f"sent again and ended as {verdict.states}")
    if run.fault in DOUBTFUL and not all_sent and not verdict.questions:
        verdict.violations.append("not sent, and nobody was asked")


_NOT_TAKEN = ("limited_429", "unauthorised_401", "credits_402", "proxy_407")


def _shows(public: str, text: str) -> bool:
    return public == text or public.endswith(" " + text)


# --- processes ------------------------------------------------------------------------------


def _x_side(run: Run, shared: Shared, ready: int, over: int, report: int) -> int:
    x_side.serve(run, shared, ready, over, report)
    return 0


def _fork(act: Callable[[], int], broken: Path | None = None) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        # Who waits for the desk is more patient than the desk.
        signal.alarm(PATIENCE if broken else PATIENCE * (STARTS + 1))
        code = act()
    except BaseException as error:
        desk_core.note(error, broken or Path(os.devnull))
        if broken is None:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        os._exit(code)


def _reaped() -> int:
    pid, status = os.wait()
    if status:
        raise RuntimeError(f"a run ended with {status}")
    return pid


def _child_done(pid: int) -> None:
    _, status = os.waitpid(pid, 0)
    if status:
        raise RuntimeError(f"a child ended with {status}")


def _line(pipe: int) -> str:
    with os.fdopen(pipe) as stream:
        return stream.readline()


def _broken(folder: Path) -> str:
    path = folder / "broken.txt"
    return path.read_text() if path.exists() else "no traceback"


if __name__ == "__main__":
    main()
