"""What other bodies deal with, and what we say then: ships with the desk, officers change it.

INC-10: a question on unemployment benefit or taxes gets the competent body's address and no
answer of ours. Only what differs from what ships is kept, so that a later edition of the rest
reaches everybody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import RedirectsChanged
from incluinfo_desk.domain.faq import LINK_SLOT, FaqRule
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.problems import BrokenRule, Trouble
from incluinfo_desk.domain.slug import free, slug
from incluinfo_desk.domain.suggestion.content import RejectEntry, read_rejects
from incluinfo_desk.domain.variants import is_https, is_private
from incluinfo_desk.operations.kept_redirects import REDIRECTS_NOTE, kept_redirects
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.audit import Entry
from incluinfo_desk.store.store import Store

KIND = "redirect"


@dataclass(frozen=True, slots=True)
class Redirect:
    entry: RejectEntry
    changed: bool
    """Officers say something else than what ships."""


class EditRedirects:
    def __init__(
        self,
        *,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        background: Background,
        officer: Callable[[], str],
    ) -> None:
        self._store, self._suggesting = store, suggesting
        self._bus, self._background = bus, background
        self._officer = officer
        self._shipped: dict[str, RejectEntry] | None = None

    async def all(self) -> tuple[Redirect, ...]:
        """Those that ship, as officers changed them, then those that officers added."""
        shipped, kept = await self._both()
        whole = {**shipped, **kept}
        return tuple(Redirect(each, id in shipped and id in kept) for id, each in whole.items())

    async def of(self, id: str) -> RejectEntry | None:
        """The redirect in use under ``id``."""
        shipped, kept = await self._both()
        found = kept.get(id) or shipped.get(id)
        return None if found is None or found.off else found

    async def save(self, redirect: RejectEntry) -> str:
        """Write one, ``id`` empty for a new one; its id. Suggestions follow at once.

        Raises Trouble(BrokenRule), or Trouble(NotAllowed) when another desk changed any meanwhile.
        """
        redirect = _tidy(redirect)
        for rule in self.broken(redirect):
            raise Trouble(BrokenRule(rule.value))
        shipped, kept = await self._both()
        if not redirect.id:
            wanted = slug(redirect.body or "") or "organismo"
            redirect = replace(redirect, id=free(wanted, {**shipped, **kept}))
        now = {**kept, redirect.id: redirect}
        if shipped.get(redirect.id) == redirect:
            del now[redirect.id]
        await self._keep(kept, now, redirect)
        return redirect.id

    async def restore(self, id: str) -> None:
        """As it ships; one that officers added goes out of use."""
        shipped, kept = await self._both()
        if id in kept:
            now = {key: each for key, each in kept.items() if key != id}
            redirect = shipped.get(id) or replace(kept[id], off=True)
            if id not in shipped:
                now[id] = redirect
            await self._keep(kept, now, redirect)

    def broken(self, redirect: RejectEntry) -> list[FaqRule]:
        """Why it may not be stored so, in the order of the form."""
        said = redirect.rendered() or ""
        words = "\n".join((said, *redirect.examples))
        rules = (
            (FaqRule.BODY_EMPTY, not (redirect.body or "").strip()),
            (FaqRule.QUESTION_EMPTY, not redirect.examples),
            (FaqRule.REPLY_EMPTY, not said.strip()),
            (FaqRule.LINK_NOT_HTTPS, bool(redirect.link) and not is_https(redirect.link or "")),
            (
                FaqRule.LINK_SLOT_WITHOUT_LINK,
                LINK_SLOT in (redirect.reply or "") and not redirect.link,
            ),
            (FaqRule.TOO_LONG, weighted_length(said) > LIMIT),
            (FaqRule.PERSONAL_DATA, is_private(words, self._suggesting.official)),
        )
        return [rule for rule, broken in rules if broken]

    # --- inside ----------------------------------------------------------------------------

    async def _both(self) -> tuple[dict[str, RejectEntry], dict[str, RejectEntry]]:
        if self._shipped is None:
            self._shipped = await asyncio.to_thread(_shipped)
        return self._shipped, {each.id: each for each in await kept_redirects(self._store)}

    async def _keep(
        self,
        was: Mapping[str, RejectEntry],
        kept: Mapping[str, RejectEntry],
        changed: RejectEntry,
    ) -> None:
        told = {"body": changed.body, "off": changed.off, "link": changed.link}
        record = Entry(Act.REDIRECT_CHANGED, self._officer(), changed.id, told)
        await self._store.notes.change(REDIRECTS_NOTE, _rows(was), _rows(kept), record)
        await self._suggesting.follow_redirect(changed)
        self._bus.publish(RedirectsChanged())
        self._background.start("rehint", self._suggesting.rehint(), replace=True)


def _shipped() -> dict[str, RejectEntry]:
    text = resource("faq", "rejects.json").read_text("utf-8")
    return {each.id: each for each in read_rejects(text) if each.kind == KIND}


def _rows(redirects: Mapping[str, RejectEntry]) -> list[dict[str, Any]]:
    return [{**asdict(each), "examples": list(each.examples)} for each in redirects.values()]


def _tidy(redirect: RejectEntry) -> RejectEntry:
    examples = (" ".join(each.split()) for each in redirect.examples)
    return replace(
        redirect,
        kind=KIND,
        body=(redirect.body or "").strip() or None,
        reply=(redirect.reply or "").strip() or None,
        link=(redirect.link or "").strip() or None,
        examples=tuple(dict.fromkeys(each for each in examples if each)),
    )
