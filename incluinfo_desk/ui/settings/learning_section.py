"""What the desk learns from the answers that are sent, and how to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from incluinfo_desk.domain.learning import Learnt
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.settings.section import Section
from incluinfo_desk.ui.theme import look


class LearningSection(Section):
    forget_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._learn = self.add_switch("learn")
        self._learnt: Learnt | None = None
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        self._told = PlainLabel("").wrapped()
        self.forget = Button("", "", on_click=self.forget_wanted.emit)
        row.addWidget(self._told, 1)
        row.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def load(self, settings: Settings) -> None:
        self._learn.setChecked(settings.learn)

    def show_learnt(self, learnt: Learnt) -> None:
        self._learnt = learnt
        self._tell()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Aprendizaje"))
        self.fields["learn"].say(
            self.tr("Aprender de las respuestas que se envían"),
            self.tr(
                "Lo que responden sube cuando llega una pregunta parecida. Nunca ofrece una "
                "respuesta sin verificar. Se guardan huellas de palabras sueltas, sin nombres ni "
                "datos; se borran con el mensaje y no salen de este equipo."
            ),
        )
        self.forget.setText(self.tr("Olvidar lo aprendido"))
        self._tell()

    def _tell(self) -> None:
        learnt = self._learnt or Learnt()
        self.forget.setEnabled(learnt.answers > 0)
        if not learnt.answers:
            self._told.setText(self.tr("Todavía no ha aprendido de ninguna respuesta."))
            return
        answers = self.tr("Ha aprendido de %n respuesta(s) enviada(s)", "", learnt.answers)
        entries = self.tr("sobre %n pregunta(s) de la FAQ.", "", learnt.entries)
        self._told.setText(f"{answers}, {entries}")
