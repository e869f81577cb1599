"""What an officer writes before it goes out: drafts, slots, greeting, and the last look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from incluinfo_desk.domain import privacy
from incluinfo_desk.domain.blocks import named
from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import (
    EmptyText,
    HoldsPersonalData,
    Problem,
    TooLong,
    UnfilledSlot,
)

DATA_WARNING_FAQ_ID = "canal-datos-personales"
"""The answer of the starter FAQ that asks a citizen to take personal data down and names
the official ways; the desk offers it for a post in which something was masked."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text not yet sent; it belongs to one conversation and never moves to another."""

    conversation_id: ConversationId
    text: str
    cursor: int
    """Position in ``text``, in characters."""
    target_id: PostId
    updated_at: datetime
    faq_id: str | None = None
    """The answer it started from."""


_SLOT = re.compile(r"\{([^\W\d]\w{0,39})\}")


def slots(text: str) -> list[str]:
    """Names of the ``{slot}``s still to fill, each once, in order; then ``{{block}}``s that
    nothing stood for."""
    return list(dict.fromkeys([*_SLOT.findall(text), *named(text)]))


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with the slots that have a value filled; the others stay.

    A value is taken as it is: braces in it open no further slot.
    """
    return _SLOT.sub(lambda slot: values.get(slot.group(1)) or slot.group(), text)


def check_reply(text: str, official: frozenset[str] = privacy.OFFICIAL) -> list[Problem]:
    """Why ``text`` may not be sent as it stands, the gravest first; empty when it may.

    ``official`` are the contacts of the Administration it may name
    (:func:`incluinfo_desk.domain.privacy.official_contacts`).
    """
    if not _has_something_to_see(text):
        return [EmptyText()]
    problems: list[Problem] = [UnfilledSlot(slot) for slot in slots(text)]
    kinds = dict.fromkeys(finding.kind for finding in privacy.find(text, official))
    problems += (HoldsPersonalData(kind.value) for kind in kinds)
    length = weighted_length(text)
    if length > LIMIT:
        problems.append(TooLong(length, LIMIT))
    return problems


def _has_something_to_see(text: str) -> bool:
    return any(unicodedata.category(char)[0] not in "CZM" for char in text)


def data_warning(entries: Iterable[FaqEntry]) -> FaqEntry | None:
    """The answer for a citizen who published personal data, if the FAQ holds it."""
    return next((entry for entry in entries if entry.id == DATA_WARNING_FAQ_ID), None)


# --- greeting --------------------------------------------------------------------------------

_FIRST_NAMES = frozenset(
    """
    aaron abdel abel abril adam adela adelina adolfo adrian adriana africa agata agustin agustina
    ahmed aicha aida ainara ainhoa aitana aitor alba albert alberto alejandra alejandro alexandra
    alexandru alexia alfonso alfredo alicia almudena alvaro amalia amaia amanda amaya amelia amparo
    ana ander andrea andreea andrei andres andreu angel angela angeles angels anna antonia antonio
    araceli ariadna armando arnau arturo asuncion aurelia aurelio aurora ayman azucena barbara
    beatriz begona belen benito bernardo berta bilal blanca borja brahim brais bruno camila
    candela carla carles carlos carlota carme carmen carolina catalina cecilia celia cesar claudia
    clara concepcion concha conchi consuelo cristian cristina cristobal dani daniel daniela david
    denis diana diego dolores domingo eduardo elena elisa eloy elsa elvira emilia emilio emma
    encarnacion enric enrique erika ernesto esperanza esteban ester esther estrella eugenia
    eugenio eva fabian fatima federico felipe felix fermin fernanda fernando fidel francesc
    francisca francisco gabriel gabriela gemma gerardo german gloria gonzalo gregorio guadalupe
    guillermo gustavo hamza hassan hector helena herminia hugo ibrahim ignacio iker ines inmaculada
    inigo ioana ion irene iria iris isaac isabel ismael ivan izan jaime javier jennifer jesica
    jesus joan joaquin joaquina jon jordi jorge josefa josefina jose josep juan juana juanjo julia
    julian julio karim karla khadija kevin laia laura leandro leire leo leonor leticia lidia lluis
    lola lorena lorenzo lourdes lucas lucia luis luisa luz macarena magdalena malika manel manolo
    manuel manuela marc marcela marcelo marcos margarita maria mariam mariana mariano maribel
    marina mario marisa maite marta marti martin martina mateo matias maximo mayte melanie
    mercedes merce mar miguel mikel milagros mireia miren miriam mohamed mohammed monica montse
    montserrat mustafa nadia natalia nerea nicolas nicole nieves noelia nora noa nuria olga oliver
    olivia omar oriol oscar pablo paco paloma paola pascual patricia patricio paula pau pedro
    pepa pepe pere pilar pol rachid rafa rafael raimundo ramiro ramon raquel raul rebeca ricardo
    rita roberto rocio rodrigo roger roman rosa rosalia rosario ruben ruth said salma salvador
    samir samuel sandra santiago santi sara saul sebastian sergi sergio silvia sofia soledad
    sonia soraya susana tamara tania tatiana teodoro teresa tomas toni trinidad unai valentina
    valeria vanesa vanessa vera veronica vicenta vicente victor victoria vicent violeta virginia
    xabier xavier ximena yasmina yolanda youssef zaira zoe
    """.split(),  # noqa: SIM905
)
"""First names frequent in Spain, without accents (general knowledge, not a register).
Whoever is not here is not greeted by name: a wrong name is worse than none."""

_PARTICLES = frozenset(["de", "del", "la", "las", "los", "i", "y", "e", "da", "dos"])

_NOT_PEOPLE = frozenset(
    """
    abogados academia agencia app asesores asesoria asociacion ateneo ayuntamiento banco bar
    blog canal casa centro clinica club colectivo colegio comite consejo cooperativa diario
    digital ediciones editorial empresa equipo escuela federacion foro fundacion gestoria grupo
    hotel iglesia info informa instituto libreria medios ministerio news noticias oficial oficina
    ong online parroquia partido periodico plataforma prensa radio residencia restaurante revista
    servicios sindicato sl sa tienda taller tv union universidad vientos web
    """.split(),  # noqa: SIM905
)


def greeting(name: str) -> str | None:
    """``Hola, Rosa.`` for a display name that surely begins with a first name, else None."""
    words = name.split()
    if not 1 <= len(words) <= 6:
        return None
    for word in words:
        bare = _bare(word)
        if not word.isalpha() or bare in _NOT_PEOPLE:
            return None
        if bare not in _PARTICLES and not (word[0].isupper() and word[1:].islower()):
            return None
    return f"Hola, {words[0]}." if _bare(words[0]) in _FIRST_NAMES else None


def _bare(word: str) -> str:
    split = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))


_HELLO = MappingProxyType({"en": "Hello", "eu": "Kaixo"})
"""Where it isn't "Hola", which Catalan and Galician say too."""
_GREETED = re.compile(
    r"[¡\s]*(?:hola|hello|kaixo|egun on|bon dia|bos días"
    r"|buen[oa]s|estimad[oa]|gracias|enhorabuena|enhorabona|parabéns|zorionak|congratulations)\b",
    re.IGNORECASE,
)


def quick_reply(rendered_reply: str, citizen_name: str, language: str = "es") -> str:
    """The reply with the citizen's first name before it, when that is safe and still fits.

    ``language`` is the reply's own: who is answered in Basque is not greeted in Spanish.
    """
    hello = greeting(citizen_name)
    if hello is None or _GREETED.match(rendered_reply):
        return rendered_reply
    hello = hello.replace("Hola", _HELLO.get(language, "Hola"), 1)
    greeted = f"{hello} {rendered_reply}"
    return greeted if weighted_length(greeted) <= LIMIT else rendered_reply
