"""Counted words. lupdate finds a plural only where ``self`` asks for it, so they stand here."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Plurals(QObject):
    """Plurals of sentences that belong to no widget, or to one that has heirs: asked for by an
    heir, PySide takes the figure put in for a translation and looks no further."""

    def wait_for_second_person(self, count: int) -> str:
        return self.tr("%n texto(s) esperan a una segunda persona.", "", count)

    def came_back(self, count: int) -> str:
        return self.tr("%n texto(s) han vuelto a quien los escribió.", "", count)

    def files_written(self, count: int) -> str:
        return self.tr("%n fichero(s) escritos.", "", count)

    def days(self, count: int) -> str:
        return self.tr("%n día(s)", "", count)

    def used(self, count: int) -> str:
        return self.tr("Usada %Ln vez(veces)", "", count)

    def characters_over(self, count: int) -> str:
        """With {limite} for what fits."""
        return self.tr("Sobran %n carácter(es): caben {limite}.", "", count)

    def kept_in_hold(self, count: int) -> str:
        return self.tr(
            "%n envío(s) en espera: quedan guardados y saldrán cuando vuelva a abrir el programa.",
            "",
            count,
        )

    def kept_in_doubt(self, count: int) -> str:
        return self.tr(
            "%n envío(s) sin confirmar: al abrir el programa los buscaremos otra vez en X.",
            "",
            count,
        )

    def said_often(self, count: int) -> str:
        return self.tr(
            "Este mismo texto ha salido %n vez(veces) en 24 horas y X puede tomarlo por "
            "repetido: cambie alguna palabra.",
            "",
            count,
        )
