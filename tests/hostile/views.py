"""The real window with a hostile string in every field: ``python -m tests.hostile.views``.

Run by ``test_views.py`` in a process of its own, because an audit hook stays for good and
what Qt opens is seen by the kernel only. Writes what it found as JSON to the standard output.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QTextEdit,
    QToolTip,
    QWidget,
)

from incluinfo_desk import app
from incluinfo_desk.domain import events, problems
from incluinfo_desk.domain.agreement import Disagreement, Drift
from incluinfo_desk.domain.approval import ApprovalKind, Proposal, ProposalState
from incluinfo_desk.domain.closing import Excuse, Loop, LoopState
from incluinfo_desk.domain.conversation import Hint, conversation_id
from incluinfo_desk.domain.faq import FaqEntry, FaqRule, NotOfferable, Translation
from incluinfo_desk.domain.faq_diff import changes
from incluinfo_desk.domain.faq_merge import Conflict, merge
from incluinfo_desk.domain.faq_proposal import FaqProposal
from incluinfo_desk.domain.gaps import Asked, Gap, TopicCoverage
from incluinfo_desk.domain.grouping import Group
from incluinfo_desk.domain.hoax import Hoax, Rebuttal, Said, Source
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Update,
)
from incluinfo_desk.domain.links import Fault, LinkRecord
from incluinfo_desk.domain.norms import Norm, NormChange, NormId
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Link, Post, PostId
from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.domain.topics import Topic, Topics
from incluinfo_desk.domain.variants import VariantFlaw
from incluinfo_desk.operations.check_links import LinkLine
from incluinfo_desk.operations.component_file import Found
from incluinfo_desk.operations.edit_blocks import Block
from incluinfo_desk.operations.edit_components import Record
from incluinfo_desk.operations.edit_redirects import Redirect
from incluinfo_desk.operations.faq_exchange import Change, ImportPreview
from incluinfo_desk.operations.find_gaps import Missing
from incluinfo_desk.operations.propose import Laid
from incluinfo_desk.operations.watch_norms import BoeReport, NormLine
from incluinfo_desk.options import WindowOptions
from incluinfo_desk.session import Session
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.faq import Revision
from incluinfo_desk.store.store import Store
from incluinfo_desk.ui.approval.pane import ApprovalDialog
from incluinfo_desk.ui.conversation.links import open_link
from incluinfo_desk.ui.crash_report import show_crash
from incluinfo_desk.ui.faq.blocks_dialog import BlocksDialog
from incluinfo_desk.ui.faq.history import HistoryDialog
from incluinfo_desk.ui.faq.import_dialog import ImportDialog
from incluinfo_desk.ui.faq.norms import BoeDialog
from incluinfo_desk.ui.faq.proposals_dialog import ProposalsDialog
from incluinfo_desk.ui.faq.topics_dialog import TopicsDialog
from incluinfo_desk.ui.faq.upkeep import UpkeepDialog, View
from incluinfo_desk.ui.groups.dialog import GroupsDialog
from incluinfo_desk.ui.groups.presenter import Doubt
from incluinfo_desk.ui.incidents.components_dialog import ComponentsDialog
from incluinfo_desk.ui.loops.dialog import LoopsDialog
from incluinfo_desk.ui.settings.presenter import AccountState
from incluinfo_desk.ui.tip_dialog import TipDialog
from tests.hostile.corpus import corpus
from tests.ui import samples

NOW = datetime.now(UTC)
IN_OPEN = 0x20
"""inotify's word for "opened"."""


# --- what must not happen ------------------------------------------------------------------


class Watch:
    """Opens of the probe by anybody, and what Python opens while texts are shown."""

    def __init__(self, probe: Path) -> None:
        self.seen: list[str] = []
        self._probe = str(probe)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._handle, os.fsencode(probe), IN_OPEN) > 0
        sys.addaudithook(self._hook)

    def _hook(self, event: str, args: tuple[Any, ...]) -> None:
        if event in {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"}:
            self.seen.append(f"{event} {args[1:]!r:.200}")
        elif event == "open" and self._probe in str(args[0]):
            self.seen.append(f"open {args[0]}")

    def opened(self) -> bool:
        """Whether the probe was opened since the last call, be it by Qt itself."""
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False


def rich(found: set[str]) -> None:
    """Note every widget that draws more than the characters it was given."""
    for widget in QApplication.allWidgets():
        name = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        if isinstance(widget, QLabel) and widget.metaObject().className() != "QTipLabel":
            words = QLabel.text(widget)
            if widget.textFormat() is not Qt.TextFormat.PlainText and (
                "<" in words or "&" in words
            ):
                found.add(f"{name}: {words!r:.80}")
        elif isinstance(widget, QMessageBox):
            if widget.textFormat() is not Qt.TextFormat.PlainText:
                found.add(f"{name}: a box that guesses")
        elif isinstance(widget, QTextEdit):
            formats = widget.document().allFormats()
            if any(f.isImageFormat() or f.isTableFormat() or f.isListFormat() for f in formats):
                found.add(f"{name}: {widget.toPlainText()!r:.80}")
        tip = widget.toolTip()
        if tip and "<" in tip and widget.isVisible():
            _hover(widget, QPoint(2, 2), name, found)
        if isinstance(widget, QAbstractItemView) and widget.isVisible() and widget.model():
            for row in range(min(60, widget.model().rowCount())):
                index = widget.model().index(row, 0)
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                if isinstance(tip, str) and "<" in tip:
                    at = widget.visualRect(index).center()
                    _hover(widget.viewport(), at, name, found)


def _hover(widget: QWidget, at: QPoint, name: str, found: set[str]) -> None:
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    shown = QToolTip.text()
    # As ``widgets.plain_tooltip`` makes it: one paragraph with nothing but characters in it.
    if shown and (not shown.startswith("<p>") or "<" in shown[3:-4]):
        found.add(f"tooltip of {name}: {shown!r:.80}")
    QToolTip.hideText()


# --- the profile ---------------------------------------------------------------------------


def post(number: int, text: str) -> Post:
    return Post(
        id=PostId(str(1_990_000_000_000_000_000 + number)),
        author=Author(AccountId(str(7_000 + number)), text, text, verified=True),
        text=text,
        created_at=NOW - timedelta(minutes=number + 1),
        thread_id=PostId(str(1_990_000_000_000_000_000 + number)),
        mentions=(AccountId("1"),),
        links=(Link(text or "x", text or "x", text),),
    )


def entry(number: int, text: str) -> FaqEntry:
    return FaqEntry(
        id=f"hostil-{number}", topic="imv", question=text, reply=text, variants=(text,),
        keywords=(text,), link=text, body=text, legal_basis=text, source=text,
        translations=(Translation("ca", text, text), Translation(text, text)),
    )  # fmt: skip


def incident(number: int, text: str) -> tuple[Incident, Update]:
    made = Incident(
        id=f"i{number}", title=text, components=("sede",), impact=ComponentState.FULL_OUTAGE,
        state=IncidentState.INVESTIGATING, started_at=NOW - timedelta(hours=1),
    )  # fmt: skip
    return made, Update(f"u{number}", made.id, made.state, text, NOW, text)


async def fill(folder: Path, texts: tuple[str, ...]) -> None:
    store = await Store.open(folder, lambda: NOW)
    for number, text in enumerate(texts):
        seen = Incoming(
            post=post(number, text), ours=False, topic="imv", language="es", is_question=True,
            has_personal_data=False, hint=Hint(),
        )  # fmt: skip
        await store.conversations.add([seen], None)
    await store.faq.add_all([entry(n, text) for n, text in enumerate(texts)], "AP")
    for number, text in enumerate(texts):
        await store.incidents.add(*incident(number, text))
        asked = post(number, text)
        queued = Outgoing(
            id=f"o{number}", kind=Kind.REPLY, text=text, state=OutgoingState.QUEUED,
            created_at=NOW, not_before=NOW + timedelta(days=1), changed_at=NOW,
            conversation_id=conversation_id(asked.thread_id, asked.author.id),
            target_id=asked.id, author=text,
        )  # fmt: skip
        await store.outbox.queue([queued])
    await store.close()


def every_problem(text: str) -> list[problems.Problem]:
    """Each class of problem with ``text`` wherever it holds words."""
    values: dict[str, Any] = {
        "until": NOW, "length": 300, "limit": 280, "times": 3, "place": 1, "ports": (1,),
        "spent": Decimal(1), "budget": Decimal(1), "path": Path(f"./{text}".replace("\0", "")),
        "variant": VariantFlaw(
            FaqRule.VARIANT_DISAGREES, text, differs=Disagreement(Drift.LINK, (text,), (text,))
        ),
        "kept_as": Path("x"), "reason": problems.Refusal.FORBIDDEN, "flaw": problems.Flaw.CHANGED,
        "block_flaw": problems.BlockFlaw.USED, "topic_flaw": problems.TopicFlaw.GONE,
    }  # fmt: skip
    return [
        kind(**{f.name: values.get(f.name, text) for f in fields(kind)})
        for kind in vars(problems).values()
        if isinstance(kind, type)
        and issubclass(kind, problems.Problem)
        and kind is not problems.Problem
    ]


# --- the visit -----------------------------------------------------------------------------


class Visit:
    def __init__(self, session: Session, texts: tuple[str, ...], watch: Watch) -> None:
        self.window = session.window
        self.desk: Any = session.desk
        self.texts = texts
        self.watch = watch
        self.rich: set[str] = set()
        self.views: dict[str, int] = {}
        self.seconds: dict[str, float] = {}

    async def until(self, seen: Callable[[], Any]) -> None:
        for _ in range(1_500):
            if seen():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("the view never came")

    async def look(self, view: str, part: QWidget | None = None) -> None:
        """Draw ``part`` or what opened, look at everything, close what opened."""
        await asyncio.sleep(0)
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        opened: list[QWidget] = [each for each in shown if isinstance(each, QDialog)]
        for each in opened or [part or self.window]:
            each.grab()
        rich(self.rich)
        self.views[view] = self.views.get(view, 0) + 1
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.reject()
        await asyncio.sleep(0)

    async def all(self) -> None:
        await self.until(lambda: self.window.pane("inbox"))
        await self.until(lambda: not self.desk.background.running("begin"))
        for view in (self._inbox, self._faq, self._incidents, self._hoaxes, self._rest):
            began = time.monotonic()
            await view()
            self.seconds[view.__name__] = round(time.monotonic() - began, 1)

    async def _inbox(self) -> None:
        place: Any = self.window.pane("inbox")
        await self.until(lambda: place.editor.presenter)
        await self.look("list")
        for number, text in enumerate(self.texts):
            one = post(number, text)
            id = conversation_id(one.thread_id, one.author.id)
            place.list.chosen.emit(id)
            await self.until(partial(_shows, place, id))
            place.editor.insert(text)
            await self.look("conversation", place._middle)
            self.window.actions_.trigger("reply.preview")
            await self.look("preview")
            open_link(place, text, lambda _: None)
            await self.look("link")
            place.editor.edit.clear()
        self.window.actions_.trigger("desk.queue")
        await self.until(lambda: not self.desk.background.running("outbox"))
        await self.look("queue")

    async def _faq(self) -> None:
        place: Any = self.window.open_place("faq")
        for number in range(len(self.texts)):
            place.list.chosen.emit(f"hostil-{number}")
            await self.until(partial(_edits, place, f"hostil-{number}"))
            await self.look("faq", place.form)
        await self._blocks(place)
        await self._proposals(place)
        entries = tuple(entry(number, text) for number, text in enumerate(self.texts))
        changes = tuple(
            Change(1, None, each, other, merge(None, each, other))
            for each in entries
            for other in (replace(each, reply=f"{each.reply}x", variants=(each.reply, "x")),)
        )
        rows = tuple(problems.BadRow(1, text, text, text) for text in self.texts)
        revisions = [
            Revision(NOW, text, each) for each, text in zip(entries, self.texts, strict=True)
        ]
        HistoryDialog(place, revisions, lambda _: None, lambda *_: None).open()
        await self.look("history")
        upkeep = UpkeepDialog(place, self.desk, View.NORMS)
        upkeep.open()
        self._fill_upkeep(upkeep, entries)
        for tab in range(upkeep.tabs.count()):
            upkeep.tabs.setCurrentIndex(tab)
            upkeep.grab()
        await self.look("upkeep")
        amended = tuple(
            NormChange(NormId(text), text, NOW.date(), text, text) for text in self.texts
        )
        BoeDialog(place, Path("boe"), BoeReport(1, amended, 1), lambda _: None).open()
        await self.look("boe")
        for text in self.texts[:3]:
            found = ImportPreview(entries, changes, 1, rows, ("cp1252",))
            file = Path("x" + text.replace("\0", ""))
            decide = self.desk.faq_exchange.decided
            dialog = ImportDialog(place, file, found, lambda _: None, decide)
            dialog.open()
            await self.look("import")

    def _fill_upkeep(self, upkeep: UpkeepDialog, entries: tuple[FaqEntry, ...]) -> None:
        texts = self.texts
        gaps = [
            Missing(Gap(Asked(conversation_id(PostId("1"), AccountId("1")), t, t, NOW), 2, t, NOW),
                    each, NotOfferable.UNDER_REVIEW)
            for t, each in zip(texts, entries, strict=True)
        ]  # fmt: skip
        upkeep.gaps.fill(gaps, [TopicCoverage(t, {}, 3, 1) for t in texts])
        upkeep.coverage.fill([TopicCoverage(t, {}, 3, 1) for t in texts])
        upkeep.norms.fill(
            [
                NormLine(Norm(NormId(t), t, t), 3, 1, NormChange(NormId(t), t, NOW.date(), t, t))
                for t in texts
            ]
        )
        upkeep.links.fill(
            [
                LinkLine(LinkRecord(t, NOW, 404, Fault.NONE, t, True, 2, NOW, NOW), (t,))
                for t in texts
            ]
        )

    async def _blocks(self, place: QWidget) -> None:
        shared = BlocksDialog(place)
        shared.open()
        shared.show_blocks([Block(f"b{n}", text, n) for n, text in enumerate(self.texts)])
        for n in range(0, len(self.texts), 5):
            shared.list.setCurrentRow(n)
            shared.grab()
        await self.look("blocks")
        topics = Topics(
            Topic(f"t{n}", text, text, text, retired=n % 3 == 0, into="t1" if n % 5 == 4 else "")
            for n, text in enumerate(self.texts)
        )
        lines = [
            Redirect(RejectEntry(f"r{n}", "redirect", (t,), t, t, t), n % 2 == 0)
            for n, t in enumerate(self.texts)
        ]
        for tab in (0, 1):
            named = TopicsDialog(place)
            named.open()
            named.show_topics(topics, {}, can_undo=True)
            named.show_bodies(tuple(self.texts))
            named.say_done("merged", "t1")
            named.redirects.show_redirects(lines)
            named.say_problem(problems.TopicRefused(problems.TopicFlaw.TAKEN, self.texts[0]))
            named.tabs.setCurrentIndex(tab)
            await self.look("topics")

    async def _proposals(self, place: QWidget) -> None:
        waiting = ProposalsDialog(place)
        waiting.open()
        entries = [entry(number, text) for number, text in enumerate(self.texts)]
        offered = [
            FaqProposal(f"p{n}", each.id, text, NOW, each if n % 2 else None, each, text, n)
            for n, (each, text) in enumerate(zip(entries, self.texts, strict=True))
        ]
        waiting.show_proposals(offered)
        pairs = list(enumerate(zip(offered, entries, strict=True)))
        for number, (proposal, each) in pairs[::4]:
            waiting.list.setCurrentRow(number)
            other = replace(each, reply=f"{each.reply}x", variants=("x",))
            conflict = Conflict(each.id, "reply", None, each.reply, "x")
            waiting.show_laid(Laid(proposal, each, tuple(changes(each, other)), (conflict,)))
            waiting.grab()
        await self.look("proposals")
        for text in self.texts[:2]:
            tip = TipDialog(place, text, lambda _: None)
            tip.open()
            await self.look("tip")

    async def _incidents(self) -> None:
        place: Any = self.window.open_place("incidents")
        for number, _ in enumerate(self.texts):
            place.presenter.select(f"i{number}")
            await self.until(partial(_selects, place, f"i{number}"))
            await asyncio.sleep(0.02)
            await self.look("incidents", place)
        await self._people(place)
        approvals = ApprovalDialog(place)
        states = (ProposalState.WAITING, ProposalState.REJECTED)
        approvals.show_proposals(
            [
                Proposal(f"p{n}", ApprovalKind.INCIDENT, "", t, (t,), {"image": t, "alt_text": t},
                         t, NOW, states[n % 2], decided_by=t, reason=t)
                for n, t in enumerate(self.texts)
            ]
        )  # fmt: skip
        approvals.open()
        await self.look("approvals")
        services = ComponentsDialog(place)
        services.open()
        known = [Component(f"c{n}", t, "offices", (t,), t) for n, t in enumerate(self.texts)]
        services.show_components(known)
        for each in known[:12]:
            services.form.show_record(
                Record(replace(each, hours=each.name, address=each.name), (), (), each)
            )
            services.grab()
        rows = tuple(problems.BadRow(1, text, text, text) for text in self.texts)
        services.show_preview(Found(bad=rows))
        await self.look("services")

    async def _hoaxes(self) -> None:
        place: Any = self.window.open_place("hoaxes")
        for text in self.texts[::2]:  # the same labels and fields as elsewhere
            hoax = Hoax(
                f"h-{len(text)}",
                text,
                NOW.date(),
                wordings=(text,),
                body=text,
                redirect=text,
                sources=(Source(text, text),),
                evidence=(text,),
                rebuttal=Rebuttal(text, text, text, text),
                note=text,
                revision=1,
                said=(Said("s", text, NOW, text, text),),
            )
            place.show_hoaxes([hoax], NOW.date())
            place.show_hoax(hoax, None)
            await self.look("hoaxes", place)

    async def _people(self, place: QWidget) -> None:
        """Those who asked, those with the same doubt, and the proposal of an incident."""
        rows = [
            replace(samples.conversation(n + 1, text=t), citizen=Author(AccountId(str(n)), t, t))
            for n, t in enumerate(self.texts)
        ]
        excuses = (None, *Excuse)
        loops = [
            Loop(row, LoopState.EXCUSED if excuses[n % 4] else LoopState.WAITING, excuses[n % 4])
            for n, row in enumerate(rows)
        ]
        told = LoopsDialog(self.texts[0], place)
        told.open()
        told.pane.show_loops(loops)
        groups = GroupsDialog(place)
        groups.open()
        groups.show_doubts(
            [Doubt(Group(f"post:{n}", None, (rows[n].id,)), t, t) for n, t in enumerate(self.texts)]
        )
        for text in self.texts:
            told.pane.show_text(rows[0].id, text, None)
            told.pane.grab()
        await self.look("people")

    async def _rest(self) -> None:
        place: Any = self.window.open_place("settings")
        await asyncio.sleep(0.05)
        for text in self.texts:
            who = Author(AccountId("1"), text, text)
            place.show_account(AccountState(who, True))
            await self.look("settings", place.account)
            place.show_account(
                AccountState(None, True, problem=problems.NotAllowed("holder", text, text))
            )
            self.window.say(text, "warning", text)
            await self.look("message", self.window.messages)
            show_crash(self.window, text, Path("informe"))
            await self.look("crash")
            self.window.strip.show_link(events.Link.CONNECTED, text, None)
        for text in self.texts[:4]:
            for problem in every_problem(text):
                self.window.say_problem(problem)
            rich(self.rich)
        for action in ("help.palette", "help.keys", "help.about"):
            self.window.actions_.trigger(action)
            await self.look(action)


def _shows(place: Any, id: str) -> bool:
    seen, written = place.conversation.presenter.shown, place.editor.presenter
    return bool(
        seen
        and seen.conversation.id == id
        and written.conversation
        and written.conversation.id == id
        and written.offer
    )


def _edits(place: Any, id: str) -> bool:
    entry = place.form.presenter.entry
    return entry is not None and entry.id == id


def _selects(place: Any, id: str) -> bool:
    return bool(place.presenter.selected == id)


def sensitivity(watch: Watch, texts: tuple[str, ...]) -> dict[str, bool]:
    """The same looks on a label that does interpret: what they must notice."""
    watch.opened()
    label = QLabel(texts[0])
    label.show()
    label.grab()
    found: set[str] = set()
    rich(found)
    label.deleteLater()
    return {"label": bool(found), "file": watch.opened()}


def main() -> None:
    folder, probe, address = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    texts = corpus(probe, address)
    asyncio.run(fill(folder, texts))
    watch = Watch(probe)
    told: dict[str, Any] = {"texts": len(texts)}

    async def beside(session: Session) -> None:
        visit = Visit(session, texts, watch)
        before = len(watch.seen)
        try:
            await visit.all()
        except BaseException as error:
            told["error"] = traceback.format_exc()
            if not isinstance(error, Exception):
                raise
        told["rich"] = sorted(visit.rich)
        told["views"] = visit.views
        told["seconds"] = visit.seconds
        told["seen"] = watch.seen[before:]
        told["probe"] = watch.opened()
        told["sensitive"] = sensitivity(watch, texts)

    told["exit"] = app.run(
        WindowOptions(data_dir=folder, api_url="http://127.0.0.1:9", language="es"), beside
    )
    told["crashes"] = [p.read_text("utf-8") for p in sorted((folder / "crashes").glob("*"))]
    sys.stdout.write("\n" + json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
