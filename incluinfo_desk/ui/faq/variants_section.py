"""The answer in other languages and easy to read: one at a time, with what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from incluinfo_desk.domain.faq import FaqEntry, Translation
from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import variant_words, wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.variants_presenter import VariantLine, languages, with_variant
from incluinfo_desk.ui.form_field import FormField, TextBox
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.pills import Pills
from incluinfo_desk.ui.theme import look


class VariantsSection(FormField):
    """A pill for each language, its text, its own link, and how far it agrees.

    ``edited`` is given all variants whenever one of them changes.
    """

    def __init__(self, edited: Callable[[tuple[Translation, ...]], object]) -> None:
        self.text = TextBox(4)
        super().__init__(self.text)
        self._edited = edited
        self._translations: tuple[Translation, ...] = ()
        self._lines: dict[str, VariantLine] = {}
        self.pills: Pills[str] = Pills()
        self.pills.chosen.connect(self._open)
        self._address = QLineEdit()
        self.link = FormField(self._address)
        self._told = PlainLabel("", "meta").wrapped()
        self._counter = PlainLabel("", "meta")
        below = QHBoxLayout()
        below.setSpacing(look().px(8))
        below.addWidget(self._told, 1)
        below.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignTop)
        column = self.column
        column.insertWidget(0, self.pills)
        column.insertSpacing(1, look().px(4))
        column.insertLayout(column.indexOf(self.text) + 1, below)
        column.addSpacing(look().px(6))
        column.addWidget(self.link)
        self._drop = Button("", "small", on_click=self._drop_flawed)
        column.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.text.textChanged.connect(self._typed)
        self._address.textChanged.connect(self._typed)
        self._offer()

    @property
    def language(self) -> str:
        """Code of the one that is shown."""
        return self.pills.value("")

    def load(self, entry: FaqEntry) -> None:
        """The variants of an entry; the language that is shown stays."""
        self._translations = entry.translations
        self._offer()
        self._fill()

    def show_lines(self, lines: Sequence[VariantLine], *, broken: bool) -> None:
        """Tell of each language what is wrong; ``broken``: so the entry cannot be stored."""
        self._lines = {line.language: line for line in lines}
        self._say_pills()
        self._say_line(broken=broken)
        elsewhere = [
            flaw for line in lines if line.language != self.language for flaw in line.flaws
        ]
        told = variant_words.named(elsewhere[0]) if broken and elsewhere else ""
        self.complain(told)
        self._drop.setVisible(any(line.flaws for line in lines))

    def point(self) -> None:
        """Show the first language in which something is wrong."""
        if not self._lines.get(self.language, VariantLine("")).flaws:
            wrong = next((code for code, line in self._lines.items() if line.flaws), "")
            self.pills.choose(wrong)
            self._open()
        super().point()

    def retranslate(self) -> None:
        self._say_pills()
        self._name()
        self._say_line(broken=False)
        self._drop.setText(
            QCoreApplication.translate("FaqVariants", "Quitar las que tienen avisos")
        )

    # --- inside ----------------------------------------------------------------------------

    def _offer(self) -> None:
        self.pills.offer({code: code for code in languages(self._translations)})
        self._say_pills()

    def _say_pills(self) -> None:
        for code, button in self.pills.buttons.items():
            line = self._lines.get(code, VariantLine(code))
            name = displayable(wording.language(code))
            sign = "▲" if line.flaws else "✓" if line.written else ""
            button.setText(f"{name} {sign}".strip())
            button.setAccessibleName(f"{name}, {_state(line)}")

    def _name(self) -> None:
        name = displayable(wording.language(self.language))
        self.say(
            QCoreApplication.translate("FaqVariants", "Respuesta en {lengua}").replace(
                "{lengua}", name
            ),
        )
        self.link.say(
            QCoreApplication.translate("FaqVariants", "Enlace en {lengua}").replace(
                "{lengua}", name
            )
        )
        self._address.setPlaceholderText(
            QCoreApplication.translate("FaqVariants", "El mismo de la ficha")
        )

    def _say_line(self, *, broken: bool) -> None:
        line = self._lines.get(self.language, VariantLine(self.language))
        said = [f"▲ {variant_words.sentence(flaw)}" for flaw in line.flaws]
        tone = ("danger" if broken else "warning") if said else ""
        if not said and line.written:
            said = [
                "✓ "
                + QCoreApplication.translate(
                    "FaqVariants", "Sus cifras, fechas, enlaces y negaciones son las del español."
                )
            ]
            tone = "ok"
        elif not said:
            said = [
                QCoreApplication.translate(
                    "FaqVariants",
                    "Vacía: se responde en español. Escríbala con sus mismas cifras, fechas, "
                    "enlaces y negaciones.",
                )
            ]
        self._told.setText("\n".join(said))
        self._told.set_tone(tone)
        self.text.setAccessibleDescription("\n".join(said))
        self._counter.setText(f"{line.length} / {LIMIT}")
        self._counter.set_tone("danger" if line.length > LIMIT else "")

    def _open(self) -> None:
        """Show the language that was chosen."""
        self._name()
        self._fill()
        self.show_lines(tuple(self._lines.values()), broken=bool(self.complaint))

    def _fill(self) -> None:
        of = next((each for each in self._translations if each.language == self.language), None)
        reply, link = (of.reply, of.link or "") if of is not None else ("", "")
        with QSignalBlocker(self.text), QSignalBlocker(self._address):
            if self.text.toPlainText() != reply:
                self.text.setPlainText(reply)
            if self._address.text() != link:
                self._address.setText(link)
                self._address.setCursorPosition(0)

    def _drop_flawed(self) -> None:
        """Take away what does not agree: whoever mends the Spanish need not speak them all.

        The history keeps them.
        """
        wrong = {code for code, line in self._lines.items() if line.flaws}
        self._translations = tuple(
            each for each in self._translations if each.language not in wrong
        )
        self._fill()
        self._edited(self._translations)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._translations = with_variant(
            self._translations,
            self.language,
            reply=self.text.toPlainText().replace("\u2029", "\n"),
            link=self._address.text(),
        )
        self._edited(self._translations)


def _state(line: VariantLine) -> str:
    if line.flaws:
        return QCoreApplication.translate("FaqVariants", "con avisos")
    if line.written:
        return QCoreApplication.translate("FaqVariants", "escrita")
    return QCoreApplication.translate("FaqVariants", "vacía")
