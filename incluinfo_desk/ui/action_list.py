"""Every action the desk knows, in menu order, with our keys. Keys are unique per place."""

# ruff: noqa: E501 - a table reads best with one action a line

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Menu(StrEnum):
    FILE = "file"
    CONVERSATION = "conversation"
    REPLY = "reply"
    VIEW = "view"
    FAQ = "faq"
    INCIDENTS = "incidents"
    HOAXES = "hoaxes"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action as it is known before anyone offers it."""

    id: str
    menu: Menu
    text: str
    keys: str = ""
    """Ours; an officer may choose others in Settings."""
    place: str | None = None
    """Where its key acts; None everywhere."""
    group: int = 0
    """Groups of a menu are set apart by a line."""

    @property
    def single(self) -> bool:
        """Whether its key is a bare letter, figure or sign."""
        return is_single(self.keys)


def is_single(keys: str) -> bool:
    """Whether ``keys`` is one printable key without Ctrl, Alt or Meta."""
    return len(keys) == 1 or (keys.startswith("Shift+") and len(keys) == 7)


def menu_title(menu: Menu) -> str:
    match menu:
        case Menu.FILE:
            return QCoreApplication.translate("Actions", "&Archivo")
        case Menu.CONVERSATION:
            return QCoreApplication.translate("Actions", "&Conversación")
        case Menu.REPLY:
            return QCoreApplication.translate("Actions", "&Respuesta")
        case Menu.VIEW:
            return QCoreApplication.translate("Actions", "&Ver")
        case Menu.FAQ:
            return QCoreApplication.translate("Actions", "&FAQ")
        case Menu.INCIDENTS:
            return QCoreApplication.translate("Actions", "&Incidencias")
        case Menu.HOAXES:
            return QCoreApplication.translate("Actions", "&Bulos")
        case Menu.HELP:
            return QCoreApplication.translate("Actions", "A&yuda")


def known_actions() -> tuple[Spec, ...]:
    """Every action in menu order, in the language in force."""
    # fmt: off
    return (
        Spec("desk.poll", Menu.FILE, QCoreApplication.translate("Actions", "Consultar X ahora"), "F5"),
        Spec("desk.pause", Menu.FILE, QCoreApplication.translate("Actions", "Pausar o reanudar la escucha"), "Ctrl+Shift+P"),
        Spec("desk.queue", Menu.FILE, QCoreApplication.translate("Actions", "Cola de envíos"), "Ctrl+Shift+E"),
        Spec("desk.approvals", Menu.FILE, QCoreApplication.translate("Actions", "Textos por aprobar"), "Ctrl+Shift+A"),
        Spec("desk.spend", Menu.FILE, QCoreApplication.translate("Actions", "Gasto en X este mes")),
        Spec("account.sign_in", Menu.FILE, QCoreApplication.translate("Actions", "Iniciar sesión en X…"), place="settings", group=1),
        Spec("account.sign_out", Menu.FILE, QCoreApplication.translate("Actions", "Cerrar la sesión de X…"), place="settings", group=1),
        Spec("desk.quit", Menu.FILE, QCoreApplication.translate("Actions", "Salir"), "Ctrl+Q", group=2),
        Spec("list.next", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Conversación siguiente"), "J", "inbox"),
        Spec("list.previous", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Conversación anterior"), "K", "inbox"),
        Spec("list.news", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Mostrar las menciones nuevas"), "U", "inbox"),
        Spec("list.search", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Buscar conversaciones"), "/", "inbox"),
        Spec("list.only_questions", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Solo preguntas"), "Q", "inbox"),
        Spec("surge.open", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Abrir la incidencia propuesta"), "A", "inbox"),
        Spec("surge.dismiss", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Descartar la incidencia propuesta"), "D", "inbox"),
        Spec("list.groups", Menu.CONVERSATION, QCoreApplication.translate("Actions", "La misma duda, muchas personas"), "G", "inbox"),
        Spec("conversation.take", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Tomar o soltar la conversación"), "C", "inbox", 1),
        Spec("conversation.consult", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Consultar al organismo"), "E", "inbox", 1),
        Spec("conversation.hide", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Ocultar en X según las normas…"), "H", "inbox", 1),
        Spec("conversation.close", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Cerrar la conversación…"), "S", "inbox", 1),
        Spec("conversation.reopen", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Volver a abrir la conversación"), "", "inbox", 1),
        Spec("conversation.topic", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Cambiar el tema…"), "T", "inbox", 1),
        Spec("conversation.tie", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Unir a la incidencia abierta o soltarla"), "X", "inbox", 1),
        Spec("conversation.channels", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Por dónde y con quién…"), "O", "inbox", 2),
        Spec("conversation.new_entry", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Crear borrador de FAQ con esta pregunta y su respuesta"), "N", "inbox", 2),
        Spec("conversation.tip", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Mejora que aporta esta persona…"), "M", "inbox", 2),
        Spec("conversation.hoax", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Abrir o anotar el bulo que cuenta"), "B", "inbox", 2),
        Spec("conversation.not_hoax", Menu.CONVERSATION, QCoreApplication.translate("Actions", "No cuenta ningún bulo"), "Shift+B", "inbox", 2),
        Spec("conversation.open_in_x", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Ver en X"), "V", "inbox", 2),
        Spec("conversation.forget_person", Menu.CONVERSATION, QCoreApplication.translate("Actions", "Borrar todo lo de esta persona…"), "", "inbox", 3),
        Spec("reply.one_click", Menu.REPLY, QCoreApplication.translate("Actions", "Enviar ya la respuesta verificada"), "R", "inbox"),
        Spec("reply.insert_1", Menu.REPLY, QCoreApplication.translate("Actions", "Insertar la sugerencia 1"), "1", "inbox"),
        Spec("reply.insert_2", Menu.REPLY, QCoreApplication.translate("Actions", "Insertar la sugerencia 2"), "2", "inbox"),
        Spec("reply.insert_3", Menu.REPLY, QCoreApplication.translate("Actions", "Insertar la sugerencia 3"), "3", "inbox"),
        Spec("reply.write", Menu.REPLY, QCoreApplication.translate("Actions", "Escribir la respuesta"), "W", "inbox", 1),
        Spec("reply.next_slot", Menu.REPLY, QCoreApplication.translate("Actions", "Ir al hueco siguiente"), "Ctrl+J", "inbox", 1),
        Spec("reply.preview", Menu.REPLY, QCoreApplication.translate("Actions", "Vista previa de lo que será público"), "Ctrl+P", "inbox", 1),
        Spec("reply.send", Menu.REPLY, QCoreApplication.translate("Actions", "Enviar la respuesta"), "Ctrl+Return", "inbox", 1),
        Spec("reply.manual", Menu.REPLY, QCoreApplication.translate("Actions", "Responder a mano en X"), "Ctrl+Shift+Return", "inbox", 1),
        Spec("reply.mark_sent", Menu.REPLY, QCoreApplication.translate("Actions", "Marcar como respondida a mano"), "Ctrl+M", "inbox", 1),
        Spec("reply.undo", Menu.REPLY, QCoreApplication.translate("Actions", "Deshacer el envío"), "Z", None, 2),
        Spec("reply.incident", Menu.REPLY, QCoreApplication.translate("Actions", "Responder con la incidencia abierta"), "I", "inbox", 2),
        Spec("go.inbox", Menu.VIEW, QCoreApplication.translate("Actions", "Bandeja"), "Ctrl+1"),
        Spec("go.faq", Menu.VIEW, QCoreApplication.translate("Actions", "FAQ"), "Ctrl+2"),
        Spec("go.incidents", Menu.VIEW, QCoreApplication.translate("Actions", "Incidencias"), "Ctrl+3"),
        Spec("go.hoaxes", Menu.VIEW, QCoreApplication.translate("Actions", "Bulos"), "Ctrl+4"),
        Spec("go.settings", Menu.VIEW, QCoreApplication.translate("Actions", "Ajustes"), "Ctrl+,"),
        Spec("view.larger", Menu.VIEW, QCoreApplication.translate("Actions", "Texto más grande"), "Ctrl++", group=1),
        Spec("view.smaller", Menu.VIEW, QCoreApplication.translate("Actions", "Texto más pequeño"), "Ctrl+-", group=1),
        Spec("view.normal", Menu.VIEW, QCoreApplication.translate("Actions", "Tamaño normal del texto"), "Ctrl+0", group=1),
        Spec("faq.new", Menu.FAQ, QCoreApplication.translate("Actions", "Ficha nueva"), "Ctrl+N", "faq"),
        Spec("faq.search", Menu.FAQ, QCoreApplication.translate("Actions", "Buscar en la FAQ"), "/", "faq"),
        Spec("faq.save", Menu.FAQ, QCoreApplication.translate("Actions", "Guardar la ficha"), "Ctrl+S", "faq"),
        Spec("faq.revert", Menu.FAQ, QCoreApplication.translate("Actions", "Deshacer los cambios de la ficha"), "", "faq"),
        Spec("faq.history", Menu.FAQ, QCoreApplication.translate("Actions", "Historial de la ficha…"), "H", "faq"),
        Spec("faq.verify", Menu.FAQ, QCoreApplication.translate("Actions", "Verificar las fichas elegidas"), "V", "faq", 1),
        Spec("faq.anticipate", Menu.FAQ, QCoreApplication.translate("Actions", "Anticipar las fichas elegidas"), "", "faq", 1),
        Spec("faq.review", Menu.FAQ, QCoreApplication.translate("Actions", "Poner en revisión las fichas elegidas"), "", "faq", 1),
        Spec("faq.retire", Menu.FAQ, QCoreApplication.translate("Actions", "Retirar las fichas elegidas"), "", "faq", 1),
        Spec("faq.undo", Menu.FAQ, QCoreApplication.translate("Actions", "Deshacer lo último hecho en la FAQ"), "Ctrl+Z", "faq", 1),
        Spec("faq.redo", Menu.FAQ, QCoreApplication.translate("Actions", "Rehacer lo deshecho en la FAQ"), "Ctrl+Y", "faq", 1),
        Spec("faq.import", Menu.FAQ, QCoreApplication.translate("Actions", "Importar un fichero…"), "", "faq", 2),
        Spec("faq.export", Menu.FAQ, QCoreApplication.translate("Actions", "Exportar a un fichero…"), "", "faq", 2),
        Spec("faq.book", Menu.FAQ, QCoreApplication.translate("Actions", "Libro para teléfono y oficinas…"), "", "faq", 2),
        Spec("faq.blocks", Menu.FAQ, QCoreApplication.translate("Actions", "Bloques compartidos…"), "Ctrl+B", "faq", 3),
        Spec("faq.propose", Menu.FAQ, QCoreApplication.translate("Actions", "Proponer lo escrito a quien edita"), "P", "faq", 1),
        Spec("faq.proposals", Menu.FAQ, QCoreApplication.translate("Actions", "Propuestas para la FAQ…"), "R", "faq", 3),
        Spec("faq.intake", Menu.FAQ, QCoreApplication.translate("Actions", "Preguntas de otros canales…"), "I", "faq", 3),
        Spec("faq.topics", Menu.FAQ, QCoreApplication.translate("Actions", "Temas del canal…"), "T", "faq", 3),
        Spec("faq.channels", Menu.FAQ, QCoreApplication.translate("Actions", "Por dónde y con quién…"), "O", "faq", 3),
        Spec("faq.gaps", Menu.FAQ, QCoreApplication.translate("Actions", "Qué falta en la FAQ"), "Q", "faq", 3),
        Spec("faq.coverage", Menu.FAQ, QCoreApplication.translate("Actions", "Cobertura de los temas"), "", "faq", 3),
        Spec("faq.norms", Menu.FAQ, QCoreApplication.translate("Actions", "Normas y sus cambios"), "B", "faq", 3),
        Spec("faq.links", Menu.FAQ, QCoreApplication.translate("Actions", "Enlaces de las respuestas"), "L", "faq", 3),
        Spec("incident.new", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Abrir una incidencia"), "Ctrl+I", "incidents"),
        Spec("incident.update", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Publicar una novedad"), "U", "incidents"),
        Spec("incident.resolve", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Dar por resuelta"), "", "incidents"),
        Spec("incident.components", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Servicios y oficinas…"), "Ctrl+Shift+O", "incidents", 1),
        Spec("incident.export", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Texto para otros canales…"), "", "incidents", 1),
        Spec("incident.loops", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Avisar a quienes preguntaron"), "C", "incidents"),
        Spec("incident.publish", Menu.INCIDENTS, QCoreApplication.translate("Actions", "Publicar el aviso"), "Ctrl+Return", "incidents"),
        Spec("hoax.new", Menu.HOAXES, QCoreApplication.translate("Actions", "Anotar un bulo"), "Ctrl+N", "hoaxes"),
        Spec("hoax.save", Menu.HOAXES, QCoreApplication.translate("Actions", "Guardar la ficha del bulo"), "Ctrl+S", "hoaxes"),
        Spec("hoax.publish", Menu.HOAXES, QCoreApplication.translate("Actions", "Publicar el desmentido"), "Ctrl+Return", "hoaxes"),
        Spec("help.palette", Menu.HELP, QCoreApplication.translate("Actions", "Buscar una acción…"), "Ctrl+K"),
        Spec("help.keys", Menu.HELP, QCoreApplication.translate("Actions", "Teclas"), "F1"),
        Spec("help.guide", Menu.HELP, QCoreApplication.translate("Actions", "Guía de la mesa"), "Shift+F1"),
        Spec("help.about", Menu.HELP, QCoreApplication.translate("Actions", "Acerca de…"), group=1),
    )
    # fmt: on
