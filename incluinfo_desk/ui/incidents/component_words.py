"""Services and offices in words: groups, fields, and why a row cannot be used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.problems import BadRow


def group(key: str) -> str:
    names = {
        "web": QCoreApplication.translate("Components", "Páginas web"),
        "sede": QCoreApplication.translate("Components", "Sede electrónica"),
        "apps": QCoreApplication.translate("Components", "Aplicaciones"),
        "phones": QCoreApplication.translate("Components", "Teléfonos"),
        "offices": QCoreApplication.translate("Components", "Oficinas"),
    }
    return names.get(key, key)


def field(key: str) -> str:
    names = {
        "id": QCoreApplication.translate("Components", "Identificador"),
        "name": QCoreApplication.translate("Components", "Nombre"),
        "group": QCoreApplication.translate("Components", "Grupo"),
        "words": QCoreApplication.translate("Components", "Cómo lo llama la gente"),
        "link": QCoreApplication.translate("Components", "Enlace"),
        "province": QCoreApplication.translate("Components", "Provincia"),
        "hours": QCoreApplication.translate("Components", "Horario"),
        "address": QCoreApplication.translate("Components", "Dirección"),
        "latitude": QCoreApplication.translate("Components", "Latitud"),
        "longitude": QCoreApplication.translate("Components", "Longitud"),
        "verified": QCoreApplication.translate("Components", "Datos comprobados"),
        "retired": QCoreApplication.translate("Components", "Ya no existe"),
    }
    return names.get(key, key)


def rule(key: str) -> str:
    """Why a value cannot be used; ``key`` is a rule of ``operations/component_file.py``."""
    sentences = {
        "missing": QCoreApplication.translate("Components", "Falta."),
        "id": QCoreApplication.translate(
            "Components", "Solo minúsculas sin tilde, cifras y guiones."
        ),
        "twice": QCoreApplication.translate("Components", "Está repetido."),
        "group": QCoreApplication.translate(
            "Components", "Debe ser web, sede, apps, phones u offices."
        ),
        "text": QCoreApplication.translate("Components", "No es un texto de una línea."),
        "long": QCoreApplication.translate("Components", "Es demasiado largo."),
        "https": QCoreApplication.translate("Components", "Debe empezar por https://."),
        "province": QCoreApplication.translate(
            "Components", "Debe ser el código de la provincia, de 01 a 52."
        ),
        "degrees": QCoreApplication.translate("Components", "Debe ser un número de grados."),
        "yes or no": QCoreApplication.translate("Components", "Debe ser sí o no."),
        "column": QCoreApplication.translate("Components", "Esa columna no se conoce."),
        "half": QCoreApplication.translate(
            "Components", "La fila no tiene todas las columnas o sus comillas no se cierran."
        ),
        "json": QCoreApplication.translate("Components", "Aquí el fichero no es JSON."),
        "nothing": QCoreApplication.translate("Components", "El fichero no tiene datos."),
    }
    return sentences.get(key, key)


def bad_row(bad: BadRow) -> str:
    """``Línea 4 · Enlace: Debe empezar por https://. (http://a.es)``."""
    words = QCoreApplication.translate("Components", "Línea {linea}").replace(
        "{linea}", str(bad.line)
    )
    if bad.field:
        words += f" · {field(bad.field)}"
    words += f": {rule(bad.rule)}"
    return f"{words} ({bad.value})" if bad.value else words
