"""Noisy citizens' text made comparable: what two ways of writing one thing agree on.

The same steps run over the FAQ and over the post, so that both sides meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

MAX_CHARS = 4_000
"""Longest text looked at; X's long posts hold 25,000 but the question stands early."""

_URL = re.compile(r"(?:https?://|www\.)\S+|\bt\.co/\S+", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w@])@\w{1,30}")
_HASHTAG = re.compile(r"#(\w+)")
_CAMEL = re.compile(r"(?<=[a-zñáéíóúü])(?=[A-ZÑÁÉÍÓÚ])|(?<=\D)(?=\d)")
_AT_WORDS = (("cl@ve", "clave"), ("import@ss", "importass"), ("impor@ss", "importass"))
_ELONGATED = re.compile(r"([^\W\d_])\1{2,}")
_ACRONYM = re.compile(r"\b(?:[a-z]\.){2,}(?![a-z])|\b(?:[a-z]\.){2,}[a-z]\b")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_NOT_WORD = re.compile(r"[^a-z0-9ñ]+")
_LAZY_PARTICIPLE = re.compile(r"(?<=[a-zñ]{3})a(os?)$")

ABBREVIATIONS: dict[str, str] = {
    "q": "que", "k": "que", "qe": "que", "ke": "que", "qué": "que", "x": "por", "xa": "para",
    "pa": "para", "xq": "porque", "xk": "porque", "pq": "porque", "pk": "porque",
    "porq": "porque", "xque": "porque", "tb": "tambien", "tbn": "tambien", "tmb": "tambien",
    "tmbn": "tambien", "d": "de", "dl": "del", "n": "en", "cn": "con", "sn": "sin", "s": "es",
    "m": "me", "t": "te", "l": "el", "ns": "no se", "nc": "no se", "nose": "no se",
    "nosé": "no se", "aver": "a ver", "haber": "haber", "bn": "bien", "mñn": "mañana",
    "dnd": "donde", "dnde": "donde", "adnd": "adonde", "cdo": "cuando", "cnd": "cuando",
    "cuand": "cuando", "qnd": "cuando", "kuando": "cuando", "qndo": "cuando", "cto": "cuanto",
    "cm": "como", "cmo": "como", "komo": "como", "qien": "quien", "kien": "quien",
    "qn": "quien", "qiero": "quiero", "kiero": "quiero", "toy": "estoy", "tngo": "tengo",
    "tgo": "tengo", "tng": "tengo", "tnia": "tenia", "ncsito": "necesito", "nesecito": "necesito",
    "nesesito": "necesito", "pf": "por favor", "pfv": "por favor", "porfa": "por favor",
    "xfa": "por favor", "xfavor": "por favor", "plis": "por favor", "pls": "por favor",
    "porfavor": "por favor", "grax": "gracias", "gcs": "gracias", "grcs": "gracias",
    "salu2": "saludos", "hla": "hola", "wenas": "buenas", "msj": "mensaje", "msjs": "mensajes",
    "tlf": "telefono", "tfno": "telefono", "telf": "telefono", "tel": "telefono",
    "tfn": "telefono", "tlfn": "telefono", "tlfno": "telefono", "movil": "movil",
    "ss": "seguridad social", "segsocial": "seguridad social", "segursocial": "seguridad social",
    "seguridadsocial": "seguridad social", "seg": "seguridad", "soc": "social",
    "trab": "trabajo", "trabj": "trabajo", "doc": "documentacion", "docu": "documentacion",
    "docs": "documentos", "info": "informacion", "cert": "certificado", "exp": "expediente",
    "admin": "administracion", "ofi": "oficina", "dias": "dias", "hs": "horas", "min": "minimo",
    "sms": "sms", "wasap": "whatsapp", "wsp": "whatsapp", "wasapp": "whatsapp",
    "guasap": "whatsapp", "wapp": "whatsapp", "insta": "instagram", "fb": "facebook",
    "mes": "mes", "tw": "twitter", "nªss": "numero seguridad social",
    "nss": "numero seguridad social", "pens": "pension", "jub": "jubilacion",
    "jubi": "jubilacion", "auton": "autonomo", "vidalaboral": "vida laboral",
    "citaprevia": "cita previa", "sinpapeles": "sin papeles", "tarifaplana": "tarifa plana",
    "fedevida": "fe de vida", "tarjetaroja": "tarjeta roja", "certificadodigital":
    "certificado digital", "ingresominimovital": "ingreso minimo vital",
    "ingresominimo": "ingreso minimo", "minimovital": "minimo vital", "ay": "hay",
    "aver si": "a ver si", "asta": "hasta", "acer": "hacer", "ago": "hago", "ise": "hice",
    "echo": "hecho", "e": "he", "an": "han", "abeis": "habeis", "teneis": "teneis",
    "alguin": "alguien", "algien": "alguien", "ayuda": "ayuda", "ola": "hola", "deve": "debe",
    "pueo": "puedo", "pueden": "pueden", "to": "todo", "na": "nada", "ta": "esta", "mu": "muy",
    "dsd": "desde", "dsde": "desde", "hst": "hasta", "hsta": "hasta", "mxo": "mucho",
    "mxas": "muchas", "tp": "tampoco", "fmto": "fomento", "finde": "fin de semana",
    "xo": "pero", "xro": "pero", "anyos": "años", "anys": "anys", "ano": "año", "anos": "años",
    "espana": "españa", "nino": "niño", "ninos": "niños", "nina": "niña", "manana": "mañana",
}  # fmt: skip
"""Chat forms, joined words and letters lost, as whole words after accents are gone."""

_DROPPED: dict[int, str] = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0), " "
)
_JOINING = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F)
_DROPPED.update(dict.fromkeys(_JOINING, ""))


def without_noise(text: str) -> str:
    """Addresses, @names and invisible signs out, hashtags opened; case and marks stay."""
    text = text[:MAX_CHARS].translate(_DROPPED)
    if "/" in text or "www." in text:
        text = _URL.sub(" ", text)
    if "@" in text:
        for odd, plain in _AT_WORDS:
            text = re.sub(odd, plain, text, flags=re.IGNORECASE)
        text = _MENTION.sub(" ", text)
    if "#" in text:
        text = _HASHTAG.sub(lambda m: " " + _CAMEL.sub(" ", m.group(1)) + " ", text)
    return text


_ACCENTS = str.maketrans("áéíóúàèìòùâêîôûäëïöüçãõ", "aeiouaeiouaeiouaeioucao")


def plain(text: str) -> str:
    """Lower case, accents off (ñ stays), punctuation kept."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text).lower().translate(_ACCENTS)
    text = text.replace("ñ", "\x01").replace("l·l", "ll")
    if text.isascii():
        return text.replace("\x01", "ñ")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.replace("\x01", "ñ").lower()


def normalise(text: str) -> str:
    """The text as the index sees it: words of a-z, ñ and digits, one space between."""
    low = plain(without_noise(text))
    low = _ELONGATED.sub(r"\1", low)
    if "." in low or "," in low:
        low = _ACRONYM.sub(lambda m: m.group().replace(".", "") + " ", low)
        low = _THOUSANDS.sub("", low)
    tokens = _NOT_WORD.sub(" ", low).split()
    return " ".join([ABBREVIATIONS.get(t, t) for t in tokens])


_STOP_ES = """
a al algo alguien alguna algunas alguno algunos ante antes aqui aquel aquella asi aun aunque cada
como con contra cual cuales cualquier de del desde donde dos e el ella ellas ellos en entonces
entre era eran eres es esa esas ese eso esos esta estan estas estais este esto estos estoy fue
fueron ha habeis haber habia hace hago hacer han has hasta hay haya he hemos hola buenas buenos
dias tardes noches gracias favor por saludos jo la las le les lo los mas me mi mis mia mio mucho
muchas muchos muy nada ni no nos nosotros o os otra otras otro otros para pero poco por porque
pues que quien quienes se sea ser si sido siempre sin sobre solo son soy su sus tal tambien
tampoco tan tanto te tener tengo ti tiene tienen todo todos toda todas tu tus un una unas uno unos
usted ustedes va vais vamos van voy vosotros vuestra vuestro y ya yo ver saber sabe sabeis alguien
ahora luego despues dice dicen decir digo dicho podeis puede pueden puedo podria poder quiero
queria quisiera quiere necesito vale bueno verdad asi estaba estado sera seria tenia tuve q
cosa cosas duda pregunta ayuda ayudar ayudarme explicar decirme decidme ver mira oye oiga eh ah
"""
_STOP_OTHER = """
els les una uns unes amb per pero que com si no es son ser esta hi ho em et ens us meu meva meus
teu seu molt gracies hola bon dia bona tarda puc pot vull i o dels als aquest aquesta
os as um uma unha uns unhas co coa cos coas do da dos das no na nos nas ao aos e ou non eu meu miña
meus ten teño podo pode moi grazas ola bos onde cando
eta edo da dut dira dago naiz ez bai zer nola non noiz nik nire kaixo egun on eskerrik asko mesedez
dute du zait ditut dezaket behar nahi
the a an of to in on for is are was were be been i my me we you your it its and or do does did can
could would should will have has had how what when where which who why if not with at from this
that there hi hello thanks please get am so but about
"""
STOP_WORDS = frozenset(plain(_STOP_ES).split()) | frozenset(plain(_STOP_OTHER).split())
"""Left out of the word field only: n-grams need them."""

_stemmer: Any = None


@lru_cache(maxsize=60_000)
def word_key(word: str) -> str:
    """Stem of a normalised word, spelled by its sound (b/v, h, ll/y, s/z, k/qu, g/j)."""
    global _stemmer  # made once, on first use: the import must stay light
    if _stemmer is None:
        import snowballstemmer

        _stemmer = snowballstemmer.stemmer("spanish")
    if word.isdigit():
        return word
    stem: str = _stemmer.stemWord(_LAZY_PARTICIPLE.sub(r"ad\1", word))
    return sound(stem)


_SOUNDS = (
    (re.compile(r"qu(?=[ei])|q|k"), "c"),
    (re.compile(r"c(?=[ei])|z"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"ll"), "y"),
    (re.compile(r"v|w"), "b"),
    (re.compile(r"ñ|ny|nh"), "n"),
    (re.compile(r"x"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"n(?=[bp])"), "m"),
)


def sound(word: str) -> str:
    """One spelling for letters that Spanish speakers confuse."""
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return word
