"""What a conversation is closed, hidden or filed as: menus beside their buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from incluinfo_desk.domain.conversation import CloseReason
from incluinfo_desk.ui import wording

Choices = Mapping[str, Callable[[], object]]


def reasons(then: Callable[[CloseReason], object]) -> Choices:
    each = (CloseReason.DONE, CloseReason.NO_QUESTION, CloseReason.SPAM)
    return {wording.close_reason(reason): partial(then, reason) for reason in each}


def rules(then: Callable[[str], object]) -> Choices:
    """Why a reply is hidden on X: the rules of the channel."""
    words = {
        QCoreApplication.translate("ConversationPane", "Insultos o faltas de respeto"): "insults",
        QCoreApplication.translate("ConversationPane", "Publicidad o mensajes en masa"): "spam",
        QCoreApplication.translate(
            "ConversationPane", "Datos personales de alguien"
        ): "personal_data",
        QCoreApplication.translate("ConversationPane", "Odio o discriminación"): "hate",
    }
    return {said: partial(then, rule) for said, rule in words.items()}


def topics(then: Callable[[str], object]) -> Choices:
    return {wording.topic(key): partial(then, key) for key in wording.topics()}


def choose(parent: QWidget, button: QWidget, choices: Choices) -> None:
    """A menu beside ``button``; figures choose, as everywhere."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, (words, do) in enumerate(choices.items(), 1):
        label = f"&{number}  {words}" if number < 10 else f"    {words}"
        action = QAction(label, menu)
        action.triggered.connect(lambda _=False, do=do: do())
        menu.addAction(action)
    seen = button.isVisible()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()) if seen else QCursor.pos())
    menu.setActiveAction(menu.actions()[0])
