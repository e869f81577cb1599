"""Signing in and out, and settings that are told to everybody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import Link, LinkChanged, SettingsChanged
from incluinfo_desk.domain.post import Author
from incluinfo_desk.domain.problems import Offline, Trouble
from incluinfo_desk.operations.account import Account
from incluinfo_desk.settings import Theme

from .fake_channel import US
from .stage import Stage, play


@dataclass
class FakeGate:
    """The browser and the keyring."""

    durable: bool = True
    consent: asyncio.Event = field(default_factory=asyncio.Event)
    held: Author | None = None
    opened: list[str] = field(default_factory=list)
    unreachable: bool = False
    given_up: int = 0

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        open_url("https://x.com/i/oauth2/authorize")
        try:
            await self.consent.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        self.held = US
        return US

    async def sign_out(self) -> None:
        self.held = None
        if self.unreachable:
            raise Trouble(Offline())

    async def who(self) -> Author | None:
        return self.held


def account_of(s: Stage, gate: FakeGate, changes: list[str]) -> Account:
    return Account(
        gate=gate, store=s.store, officer=lambda: s.officer, bus=s.bus,
        background=s.background, open_url=gate.opened.append,
        changed=lambda: changes.append("changed"),
    )  # fmt: skip


def test_a_person_signs_in_and_out(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        gate, changes = FakeGate(), list[str]()
        account = account_of(s, gate, changes)
        assert await account.who() is None
        account.start_sign_in()
        gate.consent.set()
        await s.background.settle("sign_in")
        assert (await account.who(), len(gate.opened), changes) == (US, 1, ["changed"])
        gate.unreachable = True
        with pytest.raises(Trouble):
            await account.sign_out()
        assert (await account.who(), len(changes)) == (None, 2)
        assert s.heard(LinkChanged) == [LinkChanged(Link.SIGNED_OUT)]
        records = (await s.store.audit.page(0))[1:]  # after the FAQ of the stage
        assert [(r.act, r.officer, r.subject) for r in records] == [
            (Act.SIGNED_IN, "MR", US.id),
            (Act.SIGNED_OUT, "MR", ""),
        ]

    play(tmp_path, act)


def test_a_sign_in_can_be_given_up_and_never_runs_twice(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        gate, changes = FakeGate(), list[str]()
        account = account_of(s, gate, changes)
        account.start_sign_in()
        await asyncio.sleep(0)
        account.start_sign_in()
        await asyncio.sleep(0)
        account.cancel()
        await s.background.settle("sign_in")
        assert (gate.given_up, gate.held, changes) == (2, None, [])

    play(tmp_path, act)


def test_settings_are_stored_before_they_are_told(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        desk = s.desk
        wanted = replace(desk.settings, undo_seconds=0, theme=Theme.DARK)
        await desk.save_settings(wanted)
        record = (await s.store.audit.page(0))[-1]
        assert record.act == Act.SETTINGS_CHANGED
        assert record.detail == '{"changed":["undo_seconds"],"undo_seconds":0}'
        assert (desk.settings, s.written) == (wanted, [wanted])
        assert s.heard(SettingsChanged) == [SettingsChanged()]
        desk.start()
        await s.link(lambda e: e.link is Link.CONNECTED)
        assert desk.background.running("publish_outbox")

    play(tmp_path, act)
