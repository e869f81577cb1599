"""Typed publish and subscribe inside one thread (the loop's)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from incluinfo_desk.domain.events import Event

E = TypeVar("E", bound=Event)


class Bus:
    """Delivers each event at once, in order of subscription, to those who asked for its type.

    A listener that fails must not silence the others: its error goes to ``on_error``.
    """

    def __init__(self, on_error: Callable[[BaseException], None]) -> None:
        self._listeners: dict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)
        self._on_error = on_error

    def subscribe(self, kind: type[E], listener: Callable[[E], None]) -> Callable[[], None]:
        """Call ``listener`` on every ``kind``; returns what ends the subscription."""
        self._listeners[kind].append(listener)

        def end() -> None:
            if listener in self._listeners[kind]:
                self._listeners[kind].remove(listener)

        return end

    def publish(self, event: Event) -> None:
        for listener in tuple(self._listeners[type(event)]):
            try:
                listener(event)
            except Exception as error:
                self._on_error(error)
