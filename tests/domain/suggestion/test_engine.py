"""What the desk suggests: right, sure only when sure, explained, and current at once."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.engine import Glossary, RejectEntry, SuggestionIndex

PARAPHRASES: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "paraphrases.json").read_text("utf-8")
)


def top(index: SuggestionIndex, text: str) -> str | None:
    found = index.suggest(text).suggestions
    return found[0].faq_id if found else None


@pytest.mark.parametrize("number", range(14))
def test_each_question_of_the_launch_note_has_its_answer_on_top(
    number: int, index: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    assert top(index, entries[number].question) == entries[number].id


def test_the_launch_questions_are_found_in_citizens_words(
    index: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    assert set(PARAPHRASES) == {e.id for e in entries[:14]}
    assert all(len(texts) >= 8 for texts in PARAPHRASES.values())
    asked = [(entry, text) for entry, texts in PARAPHRASES.items() for text in texts]
    missed = [(entry, text) for entry, text in asked if top(index, text) != entry]
    assert len(missed) <= 0.15 * len(asked), missed


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("necesito una constancia de que cobro una pensión", "pension-certificado"),
        ("me quiero retirar, ¿a qué edad puedo?", "jubilacion-edad"),
        ("m an denegao el minimo y ns k acer", "imv-denegado-reclamacion-previa"),
        ("A quina edat em puc jubilar?", "jubilacion-edad"),
        ("Non consigo cita para pedir asilo, que fago?", "asilo-cita"),
        ("Nola lor dezaket lan-bizitzaren txostena?", "vida-laboral"),
        ("How can I register as self-employed?", "autonomos-alta"),
        ("NECESITO LA VIDALABORAL YAAAA #Importass", "vida-laboral"),
    ],
)
def test_other_words_spellings_and_languages(text: str, entry: str, index: SuggestionIndex) -> None:
    assert top(index, text) == entry


@pytest.mark.parametrize(
    "text",
    [
        "Hola", "Buenos días", "muchas gracias por todo!!", "Sois unos inútiles", "ladrones",
        "Sánchez dimisión", "jajajaja", "gana dinero desde casa con bitcoin", "👍", "ok",
        "eskerrik asko", "hoy hace mucho calor en Madrid", "",
    ],
)  # fmt: skip
def test_chatter_is_never_offered_an_answer(text: str, index: SuggestionIndex) -> None:
    ranking = index.suggest(text)
    assert not ranking.offer
    assert ranking.redirect is None


@pytest.mark.parametrize(
    ("text", "redirect"),
    [
        ("¿Cómo renuevo el carnet de conducir en tráfico?", "dgt"),
        ("¿Cuándo me devuelve Hacienda la renta?", "agencia-tributaria"),
        ("quiero cita para renovar el DNI y el pasaporte", "dni-pasaporte"),
        ("¿cuándo valoran la dependencia de mi abuela?", "dependencia"),
        ("no me da cita el médico de familia del centro de salud", "sanidad"),
        ("ayuda para el alquiler de un piso, bono alquiler", "vivienda"),
    ],
)
def test_another_bodys_matter_gets_the_way_there_and_no_answer(
    text: str, redirect: str, index: SuggestionIndex
) -> None:
    ranking = index.suggest(text)
    assert not ranking.offer
    assert ranking.redirect == redirect


def test_two_questions_get_an_answer_each(index: SuggestionIndex) -> None:
    text = "¿Cómo pido la Tarjeta Sanitaria Europea? ¿Y dónde descargo mi vida laboral?"
    first, second = index.suggest(text).suggestions[:2]
    assert {first.faq_id, second.faq_id} == {"tse-solicitar", "vida-laboral"}
    parts = {s.faq_id: s.part for s in (first, second)}
    assert parts["tse-solicitar"] == "¿Cómo pido la Tarjeta Sanitaria Europea?"
    assert parts["vida-laboral"] == "¿Y dónde descargo mi vida laboral?"


def test_a_suggestion_says_why(index: SuggestionIndex, entries: list[FaqEntry]) -> None:
    first = index.suggest("me han denegado el IMV, cómo reclamo").suggestions[0]
    assert 1 <= len(first.matched) <= 5
    assert set(first.matched) & {"denegado", "reclamo", "imv"}
    entry = next(e for e in entries if e.id == first.faq_id)
    assert first.variant is None or 1 <= first.variant <= len(entry.variants)


def test_the_variant_named_is_the_one_that_matches(
    index: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    entry = next(e for e in entries if e.id == "vida-laboral")
    found = index.suggest(entry.variants[2]).suggestions[0]
    assert (found.faq_id, found.variant) == (entry.id, 3)
    assert index.suggest(entry.question).suggestions[0].variant is None


def test_misspelt_words_are_named_when_nothing_else_matches(glossary: Glossary) -> None:
    entry = FaqEntry("sellos", "canal", "coleccionistas filatelia", "-")
    found = SuggestionIndex([entry], glossary).suggest("filatelica kolexionista").suggestions
    assert found[0].matched


def test_confidence_falls_with_rank_and_stays_a_probability(index: SuggestionIndex) -> None:
    found = index.suggest("cuándo cobro la pensión").suggestions
    sure = [s.confidence for s in found]
    assert len(found) == 10
    assert sure == sorted(sure, reverse=True)
    assert all(0.0 <= c <= 1.0 for c in sure)


def test_the_limit_is_kept_between_none_and_ten(index: SuggestionIndex) -> None:
    assert len(index.suggest("pensión", limit=3).suggestions) == 3
    assert len(index.suggest("pensión", limit=99).suggestions) == 10
    assert index.suggest("pensión", limit=0).suggestions == ()


def test_topic_and_language_come_with_the_ranking(index: SuggestionIndex) -> None:
    ranking = index.suggest("¿Quién puede pedir la tarifa plana de autónomos?")
    assert (ranking.topic, ranking.language, ranking.is_question) == ("autonomos", "es", True)
    assert ranking.offer


NEW = FaqEntry(
    id="balneario-termal",
    topic="canal",
    question="¿Cómo reservo plaza en el balneario termal?",
    reply="-",
    variants=("quiero ir a las termas del balneario",),
)


@pytest.fixture
def small(entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry]) -> (
    SuggestionIndex
):  # fmt: skip
    return SuggestionIndex(entries[:40], glossary, rejects)


def test_an_added_entry_is_found_at_once(small: SuggestionIndex) -> None:
    size = len(small)
    assert top(small, "plaza en el balneario termal") != NEW.id
    small.replace(NEW)
    assert len(small) == size + 1
    assert top(small, "plaza en el balneario termal") == NEW.id


def test_an_edited_entry_answers_by_its_new_words_only(small: SuggestionIndex) -> None:
    small.replace(NEW)
    small.replace(replace(NEW, question="¿Dónde aparco el zepelín?", variants=()))
    assert top(small, "aparcar un zepelín") == NEW.id
    assert top(small, "plaza en el balneario termal") != NEW.id


def test_a_removed_entry_is_gone_and_an_unknown_one_harmless(
    small: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    gone = entries[0]
    small.remove(gone.id)
    small.remove("no-existe")
    assert len(small) == 39
    assert gone.id not in [s.faq_id for s in small.suggest(gone.question).suggestions]


def test_an_entry_edited_back_and_forth_ranks_as_before(
    small: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    texts = [e.question for e in entries[:20]]
    before = [small.suggest(t) for t in texts]
    small.replace(replace(entries[3], variants=()))
    small.replace(entries[3])
    small.compact()
    assert [small.suggest(t) for t in texts] == before


def test_compaction_changes_no_answer(small: SuggestionIndex, entries: list[FaqEntry]) -> None:
    small.replace(NEW)
    small.remove(entries[5].id)
    before = [top(small, e.question) for e in entries[:40]]
    assert small.edits > 0
    small.compact()
    assert small.edits == 0
    assert [top(small, e.question) for e in entries[:40]] == before


def test_two_indexes_of_the_same_content_agree(
    index: SuggestionIndex, entries: list[FaqEntry], glossary: Glossary,
    rejects: list[RejectEntry],
) -> None:  # fmt: skip
    other = SuggestionIndex(entries, glossary, rejects)
    texts = [t for texts in PARAPHRASES.values() for t in texts[:2]]
    assert [other.suggest(t) for t in texts] == [index.suggest(t) for t in texts]


def test_readers_on_other_threads_never_see_half_an_edit(
    small: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    known = {e.id for e in entries[:40]} | {NEW.id}
    problems: list[BaseException] = []
    stop = threading.Event()

    def read() -> None:
        try:
            while not stop.is_set():
                found = small.suggest("cita previa para el balneario").suggestions
                assert {s.faq_id for s in found} <= known
                assert len({s.faq_id for s in found}) == len(found)
        except BaseException as error:
            problems.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(10):
        small.replace(NEW)
        small.remove(NEW.id)
        small.replace(entries[2])
    small.compact()
    stop.set()
    for reader in readers:
        reader.join()
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\x00", "😀" * 50, "?" * 500, "a" * 10_000, "cita previa " * 900,
        "‮abc‬ ⁦cita⁩", "<script>alert(1)</script>", "ñ" * 100,
        "漢字かな交じり文", "مرحبا كيف", "'; drop table faq; --", "\ud800", "e\u0301" * 300,
        "@" * 300, "#" * 300, "https://" + "x" * 3000, "\n" * 100, "9" * 400,
    ],
)  # fmt: skip
def test_hostile_text_is_ranked_like_any_other(text: str, index: SuggestionIndex) -> None:
    ranking = index.suggest(text)
    assert len(ranking.suggestions) <= 10
    assert not ranking.offer or "cita" in text


def test_an_empty_index_suggests_nothing() -> None:
    ranking = SuggestionIndex([]).suggest("cita previa")
    assert ranking.suggestions == ()
    assert not ranking.offer


def test_it_starts_empty_and_grows(glossary: Glossary) -> None:
    index = SuggestionIndex([], glossary)
    index.replace(NEW)
    assert top(index, "balneario") == NEW.id


def test_importing_the_engine_loads_neither_numpy_nor_the_stemmer() -> None:
    code = (
        "import sys; import incluinfo_desk.domain.suggestion.engine;"
        "print([m for m in ('numpy', 'snowballstemmer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_word_spelled_by_its_sound_is_compared_as_the_faq_writes_it(
    index: SuggestionIndex,
) -> None:
    assert top(index, "sacar bida lavoral") == "vida-laboral"
    as_written = index.suggest("kiero sita prebia en el inss").suggestions[0]
    assert as_written.faq_id == "cita-previa-inss"
    assert "sita" in as_written.matched
