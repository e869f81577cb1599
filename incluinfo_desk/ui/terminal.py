"""The sentences of the command line; those of problems are ``ui/wording.py``'s."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from incluinfo_desk.assets import MissingAssetError, translations
from incluinfo_desk.domain.audit import Flaw, Verdict
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.problems import BadRow, Problem
from incluinfo_desk.domain.suggestion.engine import OFFER_FROM
from incluinfo_desk.ui import wording

_LIKELY = 0.5
_MAYBE = 0.2


class TerminalWords:
    """Speaks one language, Spanish where that one has no translation."""

    def __init__(self, language: str | None = None) -> None:
        # Translators hang on an application; the window's own may be there already.
        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._translator = QTranslator()
        QLocale.setDefault(QLocale(language or "es"))
        try:
            folder = translations()
        except MissingAssetError:
            return  # Spanish is in the sources; ``self-test`` is what names it missing.
        if self._translator.load(f"incluinfo_desk_{language or 'es'}.qm", str(folder)):
            QCoreApplication.installTranslator(self._translator)

    def usage(self) -> str:
        lines = (
            ("incluinfo-desk [--data-dir DIR] [--api-url URL] [--lang CODE] [--demo]", ""),
            ("", self.tr("Abre la mesa de atención.")),
            ("", self.tr("--data-dir DIR  carpeta de datos que se usa")),
            ("", self.tr("--api-url URL   servidor que habla la API de X")),
            ("", self.tr("--lang CODE     idioma: es, en…")),
            ("", self.tr("--demo          con el canal de demostración")),
            ("incluinfo-desk simulate [--port N] [--seed N] [--speed X]", ""),
            ("", self.tr("Sirve el simulador de X en este equipo.")),
            ("incluinfo-desk suggest TEXT | --jsonl", ""),
            ("", self.tr("Dice qué respuestas propone la mesa para una consulta.")),
            ("incluinfo-desk faq import|export FILE [--overwrite]", ""),
            ("", self.tr("Lee o escribe las preguntas frecuentes.")),
            ("incluinfo-desk audit verify | export FILE", ""),
            ("", self.tr("Comprueba o copia el registro de lo hecho.")),
            ("incluinfo-desk self-test", ""),
            ("", self.tr("Comprueba que la instalación está completa.")),
            ("incluinfo-desk --version", ""),
        )
        return "\n".join(command or f"    {what}" for command, what in lines)

    def misused(self, why: str) -> str:
        """What argparse found wrong, in our words."""
        hint = self.tr("Vea las órdenes con incluinfo-desk --help.")
        if found := re.match(r"unrecognized arguments: (.*)", why, re.DOTALL):
            sentence = self.tr("No se entiende: {0}.").format(found[1])
        elif found := re.match(r"the following arguments are required: (.*)", why):
            sentence = self.tr("Falta indicar: {0}.").format(found[1])
        elif found := re.match(r"argument (\S+): invalid .*?'(.*)'", why, re.DOTALL):
            sentence = self.tr("El valor «{1}» no vale para {0}.").format(found[1], found[2])
        elif found := re.match(r"argument (\S+): expected", why):
            sentence = self.tr("Falta el valor de {0}.").format(found[1])
        else:
            sentence = self.tr("La orden no está bien escrita.")
        return f"{sentence} {hint}"

    def problem(self, problem: Problem) -> str:
        return wording.say(problem).sentence

    def already_open(self) -> str:
        return self.tr("La mesa ya estaba abierta: se muestra su ventana.")

    def unexpected(self, report: Path | None) -> str:
        if report is None:
            return self.tr("Ha ocurrido un error inesperado.")
        return self.tr(
            "Ha ocurrido un error inesperado. El informe, sin datos personales, está en {0}"
        ).format(report)

    def complete(self) -> str:
        return self.tr("La instalación está completa.")

    def incomplete(self, names: Sequence[str]) -> str:
        missing = "".join(f"\n  {name}" for name in names)
        return self.tr("Falta o no funciona:{0}").format(missing)

    def suggestion(self, number: int, entry: FaqEntry, confidence: float) -> str:
        if confidence >= OFFER_FROM:
            sure = self.tr("segura")
        elif confidence >= _LIKELY:
            sure = self.tr("probable")
        elif confidence >= _MAYBE:
            sure = self.tr("dudosa")
        else:
            sure = self.tr("poco probable")
        lines = [f"{number}. {entry.question} [{sure}]", f"   {entry.rendered()}"]
        owner = " · ".join(part for part in (entry.id, entry.body) if part)
        if entry.review_by is not None:
            until = wording.day(entry.review_by)
            owner += " · " + self.tr("revisar antes del {0}").format(until)
        return "\n".join([*lines, f"   {owner}"])

    def no_suggestion(self) -> str:
        return self.tr("La mesa no conoce una respuesta para esta consulta.")

    def offered(self, offer: bool) -> str:
        if offer:
            return self.tr("La primera se ofrecería con un clic.")
        return self.tr("Ninguna es tan segura como para ofrecerla con un clic.")

    def bad_line(self, line: int) -> str:
        return self.tr("Línea {0}: debe ser un objeto JSON con «id» y «text».").format(line)

    def bad_row(self, row: BadRow) -> str:
        from incluinfo_desk.ui.faq import row_words

        return row_words.line(row)

    def imported(self, added: int, changed: int, unusable: int) -> str:
        return self.tr("Entradas nuevas: {0}. Cambiadas: {1}. No utilizables: {2}.").format(
            added, changed, unusable
        )

    def left(self, count: int) -> str:
        return self.tr(
            "Ya existían con otro texto y se dejan como estaban: {0}. "
            "Para cambiarlas, añada --overwrite."
        ).format(count)

    def exported(self, count: int, path: Path) -> str:
        return self.tr("Entradas escritas en {1}: {0}.").format(count, path)

    def whole(self, verdict: Verdict) -> str:
        sentence = self.tr("{0} registros, cadena íntegra.").format(verdict.count)
        seal = self.tr("Sello del final: {0}").format(verdict.hash)
        return f"{sentence}\n{seal}"

    def flaw(self, verdict: Verdict) -> str:
        match verdict.flaw:
            case Flaw.MISSING:
                sentence = self.tr("Falta el registro {0} o los que le siguen.")
            case Flaw.HEAD:
                sentence = self.tr("El final de la cadena, tras el registro {0}, no coincide.")
            case _:
                sentence = self.tr("El registro {0} está alterado.")
        before = self.tr("Registros íntegros hasta ahí: {0}.").format(verdict.count)
        return f"{sentence.format(verdict.seq)} {before}"

    def records_written(self, count: int, path: Path) -> str:
        return self.tr("Registros escritos en {1}: {0}.").format(count, path)

    @staticmethod
    def tr(text: str) -> str:
        return QCoreApplication.translate("TerminalWords", text)
