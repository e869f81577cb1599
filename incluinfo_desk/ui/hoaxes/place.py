"""Bulos: the pane with its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.ui.hoaxes.pane import HoaxesPane
from incluinfo_desk.ui.hoaxes.presenter import HoaxesPresenter

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.ui.window import Window


class LivingHoaxes(HoaxesPane):
    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window.actions_)
        self.said.connect(lambda words, tone: window.say(words, tone))
        self.problem_raised.connect(window.say_problem)
        self.recovered.connect(self._offer_discard)
        self._window = window
        self.dragged = window.state.restore(self.columns, "hoaxes")
        window.state.follow(self.columns, lambda: "hoaxes")
        self.presenter = HoaxesPresenter(desk, self)
        self.presenter.start()

    async def flush(self) -> None:
        """Note what is unsaved, so that the next start brings it back."""
        if self.presenter is not None:
            await self.presenter.flush()

    def _offer_discard(self, words: str, label: str, hoax_id: str) -> None:
        def discard() -> None:
            if self.presenter is not None:
                self.presenter.discard(hoax_id)

        self._window.say(words, "ok", label, discard)

    def arrive(self) -> None:
        self.view.setFocus()

    def start_from(self, conversation_id: str) -> None:
        """The hoax a mention tells: the known one, or a new entry that begins with it."""
        if self.presenter is not None:
            self.presenter.open_from(ConversationId(conversation_id))

    def take_up(self, proposal: Proposal) -> None:
        if self.presenter is not None:
            self.presenter.take_up(proposal)


def make(window: Window, desk: Desk) -> QWidget:
    return LivingHoaxes(window, desk)
