"""The plain sections of Ajustes: person, desk, look, spend, data."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QWidget

from incluinfo_desk.settings import Settings, Theme
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.settings.presenter import languages, price_names, prices
from incluinfo_desk.ui.settings.section import Section, indent
from incluinfo_desk.ui.theme import look


class PersonSection(Section):
    def __init__(self) -> None:
        super().__init__()
        self._name = self.add_line("officer_name", 100)
        self._initials = self.add_line("officer_initials", 8)

    def load(self, settings: Settings) -> None:
        self._name.setText(settings.officer_name)
        self._initials.setText(settings.officer_initials)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Persona"))
        self.fields["officer_name"].say(self.tr("Su nombre"))
        self.fields["officer_initials"].say(
            self.tr("Sus iniciales"),
            self.tr(
                "Firman lo que usted verifica, toma y envía. Solo constan en este equipo: nunca "
                "se publican."
            ),
        )


class DeskSection(Section):
    def __init__(self) -> None:
        super().__init__()
        self._undo = self.add_figure("undo_seconds", 0, 60)
        self._poll = self.add_figure("poll_seconds", 5, 3600, 5)
        self._links = self.add_figure("link_check_hours", 0, 720, 6)
        self._notify = self.add_switch("notify")
        self._incidents = self.add_switch("second_person_incidents")
        self._hoaxes = self.add_switch("second_person_hoaxes")
        self._disclaimer = self.add_line("disclaimer", 120)
        self._address = self.add_choice("address")

    def load(self, settings: Settings) -> None:
        self._undo.setValue(settings.undo_seconds)
        self._poll.setValue(settings.poll_seconds)
        self._links.setValue(settings.link_check_hours)
        self._notify.setChecked(settings.notify)
        self._incidents.setChecked(settings.second_person_incidents)
        self._hoaxes.setChecked(settings.second_person_hoaxes)
        self._disclaimer.setText(settings.disclaimer)
        self._address.setCurrentIndex(max(0, self._address.findData(settings.address)))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Bandeja y envío"))
        self.fields["undo_seconds"].say(
            self.tr("Tiempo para deshacer un envío"),
            self.tr("De 0 a 60 segundos. Con 0, las respuestas salen al momento."),
        )
        self.fields["poll_seconds"].say(
            self.tr("Consultar X cada"),
            self.tr("De 5 a 3600 segundos. Cada consulta cuenta en el gasto."),
        )
        self.fields["link_check_hours"].say(
            self.tr("Comprobar los enlaces cada"),
            self.tr("De 0 a 720 horas. Con 0, solo cuando usted lo pida."),
        )
        self._links.setSuffix(self.tr(" h"))
        self.fields["notify"].say(
            self.tr("Avisar de las menciones nuevas"),
            self.tr("Con un aviso del sistema, aunque la ventana no esté delante."),
        )
        self.fields["second_person_incidents"].say(
            self.tr("Pedir segunda persona para los avisos de incidencias"),
            self.tr("Nada se publica hasta que otra persona pone sus iniciales y lo aprueba."),
        )
        self.fields["second_person_hoaxes"].say(
            self.tr("Pedir segunda persona para los desmentidos"),
        )
        for box in (self._undo, self._poll):
            box.setSuffix(self.tr(" s"))
        self.fields["disclaimer"].say(
            self.tr("Aviso en la primera respuesta"),
            self.tr(
                "Se añade una vez a cada persona en cada hilo y cuenta en el largo. Por ejemplo: "
                "«Información general, sin valor jurídico». Vacío, no se añade nada."
            ),
        )
        self.fields["address"].say(
            self.tr("Consejos de lenguaje claro"),
            self.tr("Se leen bajo el texto mientras escribe. No cambian nada por usted."),
        )
        self.fill(
            self._address,
            [
                (self.tr("De usted"), "usted"),
                (self.tr("De tú"), "tu"),
                (self.tr("Sin consejos"), "off"),
            ],
        )


class LookSection(Section):
    def __init__(self) -> None:
        super().__init__()
        self._language = self.add_choice("language")
        self._theme = self.add_choice("theme")
        self._scale = self.add_figure("font_scale", 100, 200, 10)
        self._scale.setSuffix(" %")

    def load(self, settings: Settings) -> None:
        self._language.setCurrentIndex(max(0, self._language.findData(settings.language)))
        self._theme.setCurrentIndex(max(0, self._theme.findData(settings.theme.value)))
        self._scale.setMinimum(min(100, settings.font_scale))
        self._scale.setMaximum(max(200, settings.font_scale))
        self._scale.setValue(settings.font_scale)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Aspecto"))
        self.fields["language"].say(self.tr("Idioma de la ventana"))
        self.fields["theme"].say(self.tr("Colores"))
        self.fields["font_scale"].say(
            self.tr("Tamaño del texto"),
            self.tr("De 100 a 200 % del tamaño del sistema. También con Ctrl + y Ctrl −."),
        )
        self.fill(self._language, [(name, code) for code, name in languages().items()])
        self.fill(
            self._theme,
            [
                (self.tr("Como el sistema"), Theme.SYSTEM.value),
                (self.tr("Claros"), Theme.LIGHT.value),
                (self.tr("Oscuros"), Theme.DARK.value),
            ],
        )


class SpendSection(Section):
    priced = Signal(str, object)
    """An operation and its price in US dollars, a Decimal."""

    def __init__(self) -> None:
        super().__init__()
        self._spent = Decimal(0)
        self._spent_words = PlainLabel().wrapped()
        self.body.addWidget(self._spent_words)
        self._budget = _money_box(100_000, 2, 10)
        self._budget.installEventFilter(self)
        self._budget.valueChanged.connect(
            lambda value: self.tell("budget_monthly_usd", value or None)
        )
        self._limit(self._budget, 220)
        self._add("budget_monthly_usd", FormField(self._budget))
        self._heading = PlainLabel("", "strong").wrapped()
        self._hint = PlainLabel("", "meta").wrapped()
        self.body.addWidget(self._heading)
        self.body.addWidget(self._hint)
        self._prices = {name: self._price_box(name) for name in price_names()}
        self._labels = {name: PlainLabel() for name in self._prices}
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, name in enumerate(self._prices):
            label, box = self._labels[name].wrapped(), self._prices[name]
            label.setBuddy(box)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self._grid_holder)

    def load(self, settings: Settings) -> None:
        self._budget.setValue(settings.budget_monthly_usd or 0)
        for name, price in prices(settings).items():
            self._prices[name].setValue(float(price))

    def show_spent(self, spent: Decimal) -> None:
        self._spent = spent
        words = self.tr("Gastado este mes, según lo que cuenta esta mesa: {cuanto}")
        self._spent_words.setText(words.replace("{cuanto}", wording.money(spent)))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Gasto"))
        self.show_spent(self._spent)
        self.fields["budget_monthly_usd"].say(
            self.tr("Presupuesto mensual"),
            self.tr("En dólares de EE. UU., como factura X. El pie lo compara con lo gastado."),
        )
        self._budget.setSpecialValueText(self.tr("Sin presupuesto"))
        self._heading.setText(self.tr("Lo que cuesta cada operación"))
        self._hint.setText(
            self.tr("Los de la lista pública de X. Cámbielos si su contrato dice otra cosa.")
        )
        for name, label in self._labels.items():
            words = self._price_name(name)
            label.setText(words)
            self._prices[name].setAccessibleName(words)

    def _price_box(self, name: str) -> QDoubleSpinBox:
        box = _money_box(100, 4, 0.001)
        box.installEventFilter(self)

        def changed(value: float) -> None:
            if not self._loading:
                self.priced.emit(name, Decimal(str(round(value, 4))))

        box.valueChanged.connect(changed)
        return box

    def fit(self) -> None:
        super().fit()
        self._grid.setHorizontalSpacing(look().px(12))
        self._grid.setVerticalSpacing(look().px(8))
        for box in self._prices.values():
            box.setMinimumWidth(look().px(120))
            indent(box)

    def _price_name(self, name: str) -> str:
        return {
            "read_post": self.tr("Leer un mensaje de otra cuenta"),
            "read_own": self.tr("Leer una mención o un mensaje nuestro"),
            "read_user": self.tr("Leer los datos de una cuenta"),
            "post": self.tr("Publicar un mensaje"),
            "post_with_url": self.tr("Publicar un mensaje con enlace"),
            "summoned_reply": self.tr("Responder a quien nos menciona"),
            "delete": self.tr("Borrar un mensaje nuestro"),
            "hide": self.tr("Ocultar una respuesta"),
        }.get(name, name)


class DataSection(Section):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._folder_title = PlainLabel("", "strong").wrapped()
        self.body.addWidget(self._folder_title)
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        self._path = PlainLabel(str(folder)).wrapped().selectable()
        self._open = Button("", "", on_click=self._open_folder)
        row.addWidget(self._path, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._proxy = self.add_line("proxy", 200)
        self._proxy.setPlaceholderText("http://proxy.example:8080")
        self._days = self.add_figure("retention_days", 1, 365)

    def load(self, settings: Settings) -> None:
        self._days.setValue(settings.retention_days)
        self._proxy.setText(settings.proxy)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Datos"))
        self._folder_title.setText(self.tr("Carpeta de datos"))
        self._path.setAccessibleName(self._folder_title.text())
        self._open.setText(self.tr("Abrir carpeta"))
        self.fields["retention_days"].say(
            self.tr("Conservar los mensajes de los ciudadanos"),
            self.tr(
                "De 1 a 365 días. Después se borran de este equipo; quedan los recuentos y lo que "
                "publicamos. Un plazo más corto vale desde la limpieza diaria siguiente."
            ),
        )
        self._days.setSuffix(self.tr(" días"))
        self.fields["proxy"].say(
            self.tr("Proxy"),
            self.tr("Solo si su red lo exige. Vacío, el del sistema. Vale al volver a abrir."),
        )

    def wrong(self, name: str) -> str:
        return self.tr(
            "Escríbalo como http://servidor:puerto, sin usuario ni contraseña: aquí no se "
            "guardan secretos."
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _money_box(most: float, decimals: int, step: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(0, most)
    box.setSingleStep(step)
    box.setSuffix(" $")
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
