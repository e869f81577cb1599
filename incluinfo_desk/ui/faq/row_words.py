"""Why a row of a file cannot be used, in words, for the window and for the command line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import BadRow, BlockFlaw, BlockRefused
from incluinfo_desk.ui import problem_words, wording
from incluinfo_desk.ui.faq.change_words import field_name


def line(row: BadRow) -> str:
    """``Línea 4 · Tema: Falta este dato.``"""
    return f"{place(row)}: {why(row)}"


def place(row: BadRow) -> str:
    number = QCoreApplication.translate("ImportDialog", "Línea {numero}").replace(
        "{numero}", wording.number(row.line)
    )
    return f"{number} · {displayable(field(row.field))}" if row.field else number


def field(name: str) -> str:
    """``Respuesta · Catalán`` for ``reply:ca``."""
    field, _, language = name.partition(":")
    return f"{field_name(field)} · {wording.language(language)}" if language else field_name(field)


def why(row: BadRow) -> str:
    """One sentence, with the value that is wrong where there is one."""
    words = _of_files(row.rule) or _of_blocks(row) or _of_entries(row.rule)
    return f"{words} ({displayable(row.value)})" if row.value else words


def _of_files(rule: str) -> str:
    return {
        "missing": QCoreApplication.translate("ImportDialog", "Falta este dato."),
        "type": QCoreApplication.translate(
            "ImportDialog", "El dato no es de la clase que debe ser."
        ),
        "date": QCoreApplication.translate(
            "ImportDialog", "La fecha debe escribirse como 2027-06-30."
        ),
        "duplicate": QCoreApplication.translate(
            "ImportDialog", "Otra fila lleva el mismo identificador."
        ),
        "value": QCoreApplication.translate(
            "ImportDialog", "El valor no es ninguno de los posibles."
        ),
        "json": QCoreApplication.translate(
            "ImportDialog", "El fichero no es JSON: está cortado o mal escrito en esta línea."
        ),
        "not_a_list": QCoreApplication.translate(
            "ImportDialog", "El fichero no contiene una lista de fichas."
        ),
        "half": QCoreApplication.translate(
            "ImportDialog", "La fila está a medias: no tiene las columnas del encabezado."
        ),
        "formula": QCoreApplication.translate(
            "ImportDialog", "La celda es una fórmula: escriba el texto."
        ),
        "too_long_value": QCoreApplication.translate(
            "ImportDialog", "El texto es demasiado largo."
        ),
        "too_many": QCoreApplication.translate(
            "ImportDialog", "El fichero tiene más fichas de las que se admiten."
        ),
        "unknown_field": QCoreApplication.translate(
            "ImportDialog", "Ninguna ficha tiene este campo."
        ),
        "stray": QCoreApplication.translate(
            "ImportDialog", "Este texto no pertenece a ningún campo."
        ),
    }.get(rule, "")


def _of_blocks(row: BadRow) -> str:
    _, is_block, flaw = row.rule.partition("block_")
    try:
        refused = BlockRefused(BlockFlaw(flaw), row.field.strip("{}"))
    except ValueError:
        return ""
    return problem_words.say(refused).sentence if is_block else ""


def _of_entries(rule: str) -> str:
    try:
        return wording.faq_rule(FaqRule(rule))
    except ValueError:
        return rule
