"""Hints for plain language, in the officer's words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.plain_language import Hint, HintKind

SHOWN = 3
"""Hints on the line; all of them stand in its tooltip."""


def line(hints: Sequence[Hint]) -> str:
    """The first of them in one line; "" for none."""
    words = [say(hint) for hint in hints[:SHOWN]]
    more = len(hints) - SHOWN
    if more > 0:
        rest = QCoreApplication.translate("PlainLanguage", "y {cuantos} más")
        words.append(rest.replace("{cuantos}", str(more)))
    return " · ".join(words)


def whole(hints: Sequence[Hint]) -> str:
    """All of them, a line each."""
    return "\n".join(say(hint) for hint in hints)


def say(hint: Hint) -> str:
    """ "«subsanar»: mejor «corregir»"."""
    words = {
        HintKind.LONG_SENTENCE: QCoreApplication.translate(
            "PlainLanguage", "frase de {dicho} palabras: pártala"
        ),
        HintKind.JARGON: QCoreApplication.translate("PlainLanguage", "«{dicho}»: mejor «{mejor}»"),
        HintKind.ACRONYM: QCoreApplication.translate(
            "PlainLanguage", "{dicho} sin explicar: {mejor}"
        ),
        HintKind.ADDRESS: QCoreApplication.translate(
            "PlainLanguage", "«{dicho}» no es el trato de este canal"
        ),
        HintKind.HARD: QCoreApplication.translate(
            "PlainLanguage", "difícil de leer: {dicho} de 100 (desde 55, normal)"
        ),
        HintKind.CAPITALS: QCoreApplication.translate(
            "PlainLanguage", "«{dicho}» en mayúsculas: parece un grito"
        ),
    }[hint.kind]
    return words.replace("{dicho}", hint.found).replace("{mejor}", hint.instead)
