"""Whose account the desk speaks for, how to sign in and out, and where the session is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import ClientIdMissing, Problem, Refused
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import announce, tell
from incluinfo_desk.ui.settings.presenter import AccountState
from incluinfo_desk.ui.settings.section import Section
from incluinfo_desk.ui.theme import look


class AccountSection(Section):
    sign_in_wanted = Signal()
    cancel_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = look().px
        self._account: AccountState | None = None
        self._who = PlainLabel("", "reading").wrapped()
        self._kept = PlainLabel("", "meta").wrapped()
        self._trouble = PlainLabel("", "").wrapped()
        self._trouble.set_tone("danger")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(px(4))
        self._progress.setMaximumWidth(px(320))
        for each in (self._who, self._kept, self._progress, self._trouble):
            self.body.addWidget(each)
        buttons = QWidget()
        row = FlowLayout(px(8), buttons)
        self._sign_in = Button("", "primary", on_click=self.sign_in_wanted.emit)
        self._cancel = Button("", "", on_click=self.cancel_wanted.emit)
        self._sign_out = Button("", "", on_click=self.ask_sign_out)
        for button in (self._sign_in, self._cancel, self._sign_out):
            row.addWidget(button)
        self.body.addWidget(buttons)
        self._client = self.add_line("client_id", 200)

    def show_account(self, state: AccountState) -> None:
        before, self._account = self._account, state
        self._show()
        if before is not None and before != state:
            if isinstance(state.problem, ClientIdMissing):
                self._client.setFocus()
            announce(self._who, self._trouble.text() or self._who.text())

    def load(self, settings: Settings) -> None:
        self._client.setText(settings.client_id)

    def ask_sign_out(self) -> None:
        """Ask, then sign out."""
        tell(
            self,
            self.tr("¿Cerrar la sesión de X?"),
            self.tr("La mesa deja de leer y de enviar. Sus datos y borradores se quedan aquí."),
            choices=(self.tr("Cancelar"), self.tr("Cerrar la sesión")),
            then=lambda choice: self.sign_out_wanted.emit() if choice == 1 else None,
        )

    def retranslate(self) -> None:
        self.title.setText(self.tr("Cuenta"))
        self._sign_in.setText(self.tr("Iniciar sesión en X…"))
        self._cancel.setText(self.tr("Cancelar"))
        self._sign_out.setText(self.tr("Cerrar la sesión…"))
        self._progress.setAccessibleName(self.tr("Esperando al navegador"))
        self.fields["client_id"].say(
            self.tr("Identificador de cliente"),
            self.tr("Lo da el portal de desarrolladores de X. Es público: no es una contraseña."),
        )
        self._show()

    def wrong(self, name: str) -> str:
        return self.tr("Solo puede llevar letras, cifras y los signos . ~ : = - _")

    def _trouble_words(self, problem: Problem) -> str:
        if isinstance(problem, Refused):
            # The general words are of a post that X refused; here it is the consent.
            return self.tr("No se ha dado el permiso en X. Puede volver a intentarlo.")
        return wording.say(problem).sentence

    def _show(self) -> None:
        state = self._account
        busy = state is not None and state.busy
        signed_in = state is not None and state.who is not None
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)
        self._sign_in.setVisible(state is not None and not busy and not signed_in)
        self._sign_out.setVisible(signed_in and not busy)
        self._kept.setVisible(signed_in)
        self._trouble.setVisible(state is not None and state.problem is not None)
        if state is None:
            self._who.setText(self.tr("Mirando quién ha iniciado sesión…"))
            return
        if state.problem is not None:
            self._trouble.setText(f"▲ {self._trouble_words(state.problem)}")
        else:
            self._trouble.setText("")
        if busy:
            self._who.setText(
                self.tr("Se ha abierto X en su navegador. Dé allí su permiso y vuelva aquí.")
            )
        elif state.who is not None:
            words = self.tr("● @{usuario} · {nombre}")
            self._who.setText(
                words.replace("{usuario}", displayable(state.who.handle)).replace(
                    "{nombre}", displayable(state.who.name)
                )
            )
            self._kept.setText(
                self.tr("La sesión se guarda en el almacén de claves de este equipo.")
                if state.durable
                else self.tr(
                    "▲ La sesión no se guarda en un almacén de claves: dura hasta que cierre "
                    "el programa."
                )
            )
            self._kept.set_tone("" if state.durable else "warning")
        else:
            self._who.setText(self.tr("○ Nadie ha iniciado sesión. Puede leer lo ya recibido."))
        self._who.set_tone("ok" if signed_in and not busy else "")
