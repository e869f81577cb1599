"""Has every place name the topics as the desk has them, as soon as they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from incluinfo_desk.domain.events import TopicsChanged
from incluinfo_desk.ui import wording

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


def follow_topics(desk: Desk, places: Callable[[], Iterable[QWidget]]) -> None:
    """``places`` are those that were built so far."""

    def follow() -> None:
        wording.follow_topics(desk.edit_topics.topics)
        for place in places():
            retranslate = getattr(place, "retranslate", None)
            if retranslate is not None:
                retranslate()
            place.update()

    wording.follow_topics(desk.edit_topics.topics)
    desk.bus.subscribe(TopicsChanged, lambda _: follow())
