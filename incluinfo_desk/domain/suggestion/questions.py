"""Does a post ask something, and how many things (INC-04)."""

from __future__ import annotations

import re

from incluinfo_desk.domain.suggestion.normalise import MAX_CHARS, STOP_WORDS, normalise

_ASKS = re.compile(
    r"""\b(?:
    como\ (?:se|lo|la|puedo|podria|hago|hacer|va|van|pido|saco|solicito|es\ posible|consigo|
        me|te|cobro|tramito|entro|debo|tengo|anda|funciona|sabe|era|hay|demuestro|recurro)
    |donde|adonde|cuando\ (?:se|me|cobr|pag|ingres|lleg|abr|tengo|puedo|sale|va|es|empieza|hay)
    |cuant[oa]s?|cual(?:es)?\ (?:es|son|seria)|quien\ (?:puede|me|lleva|paga|se|tiene|es)
    |que\ (?:hago|hay\ que|tengo\ que|necesito|pasa|puedo|requisitos|plazo|ayudas?|papeles|
        documentos|significa|es|debo|hacemos|tramites?|me\ corresponde|edad|dia|derechos?)
    |por\ que|porque\ no|alguien\ (?:sabe|me|puede|que)|sabeis|saben|sabe\ usted|sabrias?
    |me\ (?:podeis|podrias?|pueden|puede|podria|ayudais|ayudan|dicen|decis|explicais|informais|
        interesa|gustaria|orientais|confirmais|corresponde|tocara?|deja)
    |podeis|podrian?|podriais|pueden|necesit[oa](?:mos)?|quisiera|queria|quiero|querria
    |no\ (?:me\ )?(?:deja|funciona|consigo|puedo|encuentro|se\ (?:como|que|si|donde|nada)|
        llega|carga|entiendo|aparece|sale|contestan|responden|cogen|pagan|han|ha|recibo|tengo)
    |tengo\ (?:derecho|que|una\ (?:duda|pregunta|consulta))|hay\ (?:que|alguna?|plazo)
    |se\ puede|puedo|es\ (?:verdad|cierto|legal|normal|obligatorio|compatible|posible)|hace\ falta
    |duda|consulta|pregunta|ayuda(?:dme|rme)|socorro|da\ error|sigo\ sin|llevo\ (?:\w+\ ){0,3}
        (?:meses|semanas|dias|años|esperando)|sin\ respuesta|a\ ver\ si|que\ hacer|expliquen
    |explicadme
    |denegad[oa]|denegaron|rechazad[oa]|suspendid[oa]|no\ se\ (?:que|si|como)
    |com\ (?:puc|es|ho|faig|demano|va)|quan|on\ (?:puc|es|he)|puc|quants?|necessito|voldria|vull
    |he\ de|tinc\ dret|cal|teniu|algu|com\ ho|que\ he|onde|canto|podo|preciso|quero|teño\ que
    |teño\ dereito|cando|que\ teño|poden|hai\ que
    |nola|noiz|non|zenbat|zer|nor|behar|nahi|dezaket|daiteke|eskubide|al\ (?:dut|da|naiz)
    |how|what|when|where|which|who|can\ (?:i|you|we|someone)|do\ i|is\ (?:it|there)|am\ i|should\ i
    |need|could\ you|does|help|i\ want|will\ i|any\ (?:way|idea)
    )\b""",
    re.VERBOSE,
)
_CHATTER = re.compile(
    r"""^(?:(?:muy|muchas?|muchisimas?|mil|buen[oa]s?|hola|gracias|dias|tardes|noches|saludos|feliz|
    ok|vale|perfecto|genial|de\ nada|por|todo|vuestra?|su|la|el|informacion|ayuda|atencion|un|
    saludo|abrazo|a|todos|equipo|responder|respuesta|contestar|rapido|tan|solucionado|listo|
    excelente|trabajo|domingo|lunes|viernes|fin|de|semana|que|tengais|tengan|dia|desde|ya|
    que\ tal|moltes|gracies|bon|grazas|moitas|moi|eskerrik|asko|egun|on|thanks?|thank|you|very|much|
    hello|good|morning|for|the|help|reply|estamos|muy|me|habeis|ayudado|mucho|agradecido)\ ?)+$""",
    re.VERBOSE,
)
_SCORN = re.compile(
    r"""\b(?:sinverguenzas?|ladrones|ladron|chorizos?|inutiles|inutil|incompetentes|payas[oa]s?|
    mierda|asco|verguenza|hijos?\ de|putas?|puta|idiotas?|imbeciles|gilipollas|mamarrachos?|
    parasitos|vagos|dimision|dimita|vot[aeo]\w*|elecciones|pp|psoe|vox|sumar|podemos|sanchez|feijoo|
    abascal|corruptos?|corrupcion|gobierno|mafia|chiringuitos?|bitcoin|cripto\w*|invierte|gana|
    sigueme|promocion|jajaja\w*|jaja\w*|xd)\b""",
    re.VERBOSE,
)
_STRONG = re.compile(
    r"""\b(?:como\ (?:puedo|se|hago|pido|reclamo|solicito)|que\ hago|donde\ (?:puedo|se|pido)|
    tengo\ derecho|cuando\ (?:cobro|se\ cobra|me)|me\ podeis|necesito|alguien\ sabe|hay\ plazo|
    cuanto\ tarda)\b""",
    re.VERBOSE,
)


def is_question(text: str) -> bool:
    """Whether the post asks for something or reports a problem one could answer.

    Spanish first, with the commonest openings of the co-official languages and English.
    Scorn with a rhetorical question mark is not a question.
    """
    normal = normalise(text)
    if not normal or _CHATTER.match(normal):
        return False
    marks = "?" in text or "¿" in text
    asks = bool(_ASKS.search(normal))
    if _SCORN.search(normal):
        return bool(_STRONG.search(normal))
    return marks or asks


_BREAK = re.compile(r"(?<=[?;])\s*|(?<=[.!])\s+|\n+")
_TURN = re.compile(
    r"(?:^|\s)(?:\d[.)º\-]+|[ab]\))\s+|"
    r"\s(?=(?:y (?:otra|además|ademas|también|tambien|por otro lado|una (?:cosa|pregunta) más)|"
    r"por otro lado|otra (?:cosa|duda|pregunta)|aparte)\b)",
    re.IGNORECASE,
)
"""Where a writer turns to another matter: list numbers and "y además"."""
LEAST_WORDS = 2
"""Words with meaning below which a part leans on the one before it."""


def parts(text: str) -> list[str]:
    """The questions of a post, each with the sentences that lead to it.

    Statements join the question that follows; what follows the last question joins it. One
    part means one question.
    """
    text = text[:MAX_CHARS]
    found: list[str] = []
    waiting = ""
    for turn in _TURN.split(text):
        for piece in _BREAK.split(turn):
            waiting = f"{waiting} {piece.strip()}".strip()
            if piece.rstrip().endswith("?") and _meaning(waiting) >= LEAST_WORDS:
                found.append(waiting)
                waiting = ""
        if _meaning(waiting) >= LEAST_WORDS and is_question(waiting):
            found.append(waiting)
            waiting = ""
    if waiting and found:
        found[-1] = f"{found[-1]} {waiting}"
    elif waiting:
        found.append(waiting)
    return found or [text]


def _meaning(text: str) -> int:
    return sum(1 for w in normalise(text).split() if w not in STOP_WORDS and len(w) > 2)
