"""Which of the desk's languages a post is written in: es, ca, gl, eu, en or ``und``."""

from __future__ import annotations

import re
import unicodedata

from incluinfo_desk.domain.suggestion.normalise import plain, without_noise

_MARKS: dict[str, str] = {
    "es": """
        el los las una del al lo y o que por de se como para con sin pero cuando donde quien
        cual es son esta estan esto eso hay muy mas ya mi mis su sus me le les nos ha han he
        hemos hola buenas gracias tengo tiene puedo puede quiero necesito hace hacer si no ni
        desde hasta porque tambien alguien saber cobrar pedir dia dias mes meses años ahora
        mañana ustedes usted yo ellos ella estoy fue sido ser estar cita pension trabajo ayuda q
        k xq tb ns pa mucho todo nada bien kiero vida laboral xfa porfa jubilacion tiempo voy
        vamos sigo dan doy da dado pido piden saco saca cobran cuota alta baja cerrar empleo
        empresa hijos niño niña marido mujer viuda viudedad incapacidad certificado riesgo
        seguro reclamar recurrir renovar prestaciones prestacion autonomos autonomo plazo
        prorroga ayudas funciona fuera unico impugnar tarda tardan queda existe este esos otra
        otro muchas año paga cobro sale llega vosotros vuestra tarjeta entrar vez hijo hija
    """,
    "ca": """
        de se com els amb per pero aixo aquest aquesta aquests són es una uns unes dels als meu
        meva meus teu seu seva jo ell nosaltres vosaltres em et ens us hi ho puc pots pot podem
        vull voldria soc ets som esteu estic tinc te tenim fer faig fet dir saber quan qui quin
        quina quant quants on perque tambe molt mes res tot bon dia bona tarda gracies si plau
        sisplau treball feina cobrar pensio jubilacio ajut ajuts cita previa demanar sol licitud
        seguretat mesos anys any avui dema encara ja no he ha han hem heu va vaig mai sense fins
        des doncs llavors nomes cap algu alguna necessito demano rebut baixa fill filla
    """,
    "gl": """
        de se como o os as un unha uns unhas do da dos das no na nos nas ao aos pola polo polos
        e ou pero que eu ti el ela meu miña meus miñas seu sua teño ten temos teñen podo pode
        podemos quero queria estou esta estamos son non si moi mais tamen cando onde quen cal
        canto cantos canta cantas porque coidado ata desde sen con facer fago feito dicir saber
        ola bos dias boas grazas por favor traballo traballar xubilacion xubilarme pension axuda
        axudas cita meses anos ano hoxe maña aínda ainda xa nin nada algo alguen fun foi vou vai
        hai vivir fenda xenero viuvez incapacidade solicitude prazo seguridade baixa fillo filla
        preciso chega ninguen colle collen pensions sodes vos podedes miralo papeis tesouraria
        idade
    """,
    "eu": """
        eta edo baina da dira naiz zara gara dut duzu du dugu dute zait zaizkit dit nuen nintzen
        zen ziren bai ez zer nor non noiz nola zenbat zein nire zure gure hau hori hura hemen
        kaixo egun on arratsalde eskerrik asko mesedez behar nahi dezaket daiteke daitezke egin
        egiten jaso eskatu eskatzeko lan lana pentsioa pentsio erretiroa gizarte segurantza
        laguntza hilabete urte urteak orain oraindik jada dago daude badut badago bada gabe arte
        ordua hitzordua galdera jakin kobratu kobratzen autonomo semea alaba baja zenbaki
    """,
    "en": """
        the an of to in on for is are was were be been i my me we you your it its and or but do
        does did can could would should will have has had how what when where which who why if
        not with at from this that there hi hello thanks please get got need want apply
        appointment pension work working job money months years still yet about than more any am
        im dont cant spain spanish social security help know where's anyone someone paid pay
    """,
}
_WORDS = {lang: frozenset(plain(words).split()) for lang, words in _MARKS.items()}
_PIECES: dict[str, re.Pattern[str]] = {
    "es": re.compile(r"cion\b|ñ|¿|ue[nl]t|ie[nr]t|dad\b|ado\b|ados\b|ando\b|iendo\b|aje\b"),
    "ca": re.compile(
        r"l·l|ny|\b[ldnsm]['’]|['’][ldnsm]\b|cio\b|tat\b|\w+eix|tx|ç|ts\b|tge|tz|[aeio]u\b|ig\b"
    ),
    "gl": re.compile(
        r"\bx[aeiou]|dade\b|cions\b|ions\b|eir[ao]s?\b|[^ct]ou\b|lles?\b|aix|ment[oe]s\b|nme\b"
    ),
    "eu": re.compile(
        r"tz|tx|ts[aeiou]|k\b|[aeo]ren\b|rako\b|tzeko\b|tzen\b|agatik\b|arekin\b|entzat|zk|rr?ik\b"
    ),
    "en": re.compile(r"th|wh|sh|ing\b|['’](?:s|t|m|ve|re|ll|d)\b|ght|oo|ee|ck|tion"),
}
_PIECE_WEIGHT = {"es": 0.35, "ca": 0.6, "gl": 0.6, "eu": 0.7, "en": 0.5}
_GALICIAN_IS = re.compile(r"(?:^|\s)[éá](?=\s)")
_CATALAN_AND = re.compile(r"(?:\s)i(?=\s)|\bés\b|\bsóc\b|[àèò]")
_TOKEN = re.compile(r"[a-zñ·'’]+")
ENOUGH = 0.9
"""Evidence below which the language stays ``und``."""
ENOUGH_SPANISH = 0.3
"""The same for Spanish: a title of two words is most likely in it."""


def detect(text: str) -> str:
    """Language of a post; Spanish wins ties, for it is what most citizens write."""
    raw = unicodedata.normalize("NFC", without_noise(text)).lower()
    low = plain(raw)
    tokens = _TOKEN.findall(low)
    if not tokens:
        return "und"
    shared = [[lang for lang, words in _WORDS.items() if t.strip("'’") in words] for t in tokens]
    scores = dict.fromkeys(_WORDS, 0.0)
    for langs in shared:
        for lang in langs:
            # A word of one language alone says more than one that four share.
            scores[lang] += 1.0 / len(langs)
    pieces = " ".join(tokens) + (" ¿" if "¿" in raw else "")
    for lang, pattern in _PIECES.items():
        scores[lang] += _PIECE_WEIGHT[lang] * len(pattern.findall(pieces))
    if "ç" in raw:
        scores["ca"] += 1.5
    # Accents of little words tell what their letters alone do not.
    scores["gl"] += 1.0 * len(_GALICIAN_IS.findall(raw))
    scores["ca"] += 0.8 * len(_CATALAN_AND.findall(raw))
    if "ñ" in pieces:
        scores["ca"] -= 1.0
        scores["en"] -= 1.0
        scores["eu"] -= 0.3
    best = max(scores, key=lambda lang: scores[lang] + (0.15 if lang == "es" else 0.0))
    enough = ENOUGH_SPANISH if best == "es" else ENOUGH
    return best if scores[best] >= enough else "und"
