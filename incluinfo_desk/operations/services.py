"""Which service a mention names, and which open incident it therefore asks about."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.incident import Component, Incident, asked_about, maintenance_word
from incluinfo_desk.domain.suggestion.normalise import normalise
from incluinfo_desk.store.store import Store

_ABOUT_FROM = 0.35
"""Confidence from which the likeliest entry says what a mention is about."""
_INCIDENTS_TOPIC = "incidencias"


class Services:
    """The components by the words people have for them, and the incidents that are open."""

    def __init__(self) -> None:
        self._spoken: tuple[tuple[str, str, str], ...] = ()
        """Of each word of each component: its component, the word, and how it is looked for."""
        self._open: tuple[Incident, ...] = ()

    async def follow(self, store: Store) -> None:
        """Learn both again, after either changed."""
        self._spoken = await asyncio.to_thread(_spoken, await store.incidents.components())
        self._open = tuple(await store.incidents.all(open_only=True))

    def about(self, text: str, entry: FaqEntry | None, sure: float) -> tuple[str, ...]:
        """Ids of the components it names; else of what ``entry``, the likeliest, names, when
        the engine is ``sure`` enough of it and it is one on incidents."""
        named = self._named(text)
        if named or entry is None or sure < _ABOUT_FROM or entry.topic != _INCIDENTS_TOPIC:
            return tuple(named)
        return tuple(self._named(entry.question))[:1]

    def asked(self, text: str, entry: FaqEntry | None, sure: float) -> str | None:
        """Id of the open incident it asks about (:func:`~.incident.asked_about`)."""
        if not self._open:
            return None
        planned = maintenance_word(normalise(text)) is not None
        return asked_about(self.about(text, entry, sure), planned, self._open)

    def why(self, text: str, incident: Incident) -> str | None:
        """The word by which it asks about ``incident``; None if it has none."""
        named = self._named(text)
        word = next((named[id] for id in incident.components if id in named), None)
        return word or (maintenance_word(normalise(text)) if incident.planned else None)

    def _named(self, text: str) -> dict[str, str]:
        """The components named in ``text``, each with the word that names it."""
        said = f" {normalise(text)} "
        found: dict[str, str] = {}
        for component_id, word, plain in self._spoken:
            if plain in said and component_id not in found:
                found[component_id] = word
        return found


def _spoken(components: Sequence[Component]) -> tuple[tuple[str, str, str], ...]:
    """A hundred services and offices have hundreds of words: normalised once, not per mention."""
    return tuple(
        (component.id, word, f" {plain} ")
        for component in components
        for word in (component.name, *component.words)
        if (plain := normalise(word))
    )
