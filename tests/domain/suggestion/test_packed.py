"""An index kept on disk says the same as one built anew, or is not used at all."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import numpy as np
import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion import packed
from incluinfo_desk.domain.suggestion.engine import Glossary, RejectEntry, SuggestionIndex
from incluinfo_desk.domain.suggestion.features import Vocabulary, document
from incluinfo_desk.domain.suggestion.normalise import ABBREVIATIONS, STOP_WORDS

ASKED = ("m an denegao el minimo", "cuando cobro la paga de junio", "cita en el inss porfa")
NEW = FaqEntry("balneario", "otros", "¿Cómo pido plaza en un balneario?", "-")


@pytest.fixture(scope="module")
def kept(
    entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry]
) -> bytes:  # fmt: skip
    out = io.BytesIO()
    SuggestionIndex(entries, glossary, rejects).write(out)
    return out.getvalue()


def test_what_was_kept_ranks_as_before(
    kept: bytes, index: SuggestionIndex, entries: list[FaqEntry], glossary: Glossary,
    rejects: list[RejectEntry],
) -> None:  # fmt: skip
    again = SuggestionIndex(entries, glossary, rejects, io.BytesIO(kept))
    assert again.as_kept
    assert [again.suggest(t) for t in ASKED] == [index.suggest(t) for t in ASKED]


def test_what_changed_since_is_known(
    kept: bytes, entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry]
) -> None:
    gone, edited = entries[0], replace(entries[1], variants=("aparcar el zepelín",))
    now = [edited, *entries[2:], NEW]
    again = SuggestionIndex(now, glossary, rejects, io.BytesIO(kept))
    assert not again.as_kept
    assert again.suggest("plaza en el balneario").suggestions[0].faq_id == NEW.id
    assert again.suggest("aparcar el zepelin").suggestions[0].faq_id == edited.id
    assert gone.id not in [s.faq_id for s in again.suggest(gone.question).suggestions]
    out = io.BytesIO()
    again.write(out)
    assert SuggestionIndex(now, glossary, rejects, io.BytesIO(out.getvalue())).as_kept


def test_where_most_changed_only_that_is_read_anew(
    kept: bytes, entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry]
) -> None:
    now = [replace(e, variants=(*e.variants, f"zepelín {n}")) for n, e in enumerate(entries)]
    again = SuggestionIndex(now, glossary, rejects, io.BytesIO(kept))
    assert again.edits == 0
    assert again.suggest("zepelin 31").suggestions[0].faq_id == now[31].id


def test_a_damaged_or_foreign_file_is_not_used(
    kept: bytes, entries: list[FaqEntry], rejects: list[RejectEntry], glossary: Glossary
) -> None:
    other = Glossary([("cita", ("hora",))])
    middle = len(kept) // 2
    bad = (b"", b"junk", kept[:-100], kept[:middle] + b"\x00\xff" * 20 + kept[middle + 40 :])
    for stuff in bad:
        made = SuggestionIndex(entries[:3], glossary, (), io.BytesIO(stuff))
        assert not made.as_kept
        assert made.suggest(entries[1].question).suggestions[0].faq_id == entries[1].id
    assert not SuggestionIndex(entries, other, rejects, io.BytesIO(kept)).as_kept


def test_a_change_of_how_texts_are_read_has_a_new_format() -> None:
    """When this fails, raise ``packed.FORMAT`` and write the new digest here: what was kept
    by the desk before would otherwise be compared with posts read in another way."""
    texts = (
        "M an denegao el mínimooo vital y ns k acer!!! #IngresoMinimoVital @nadie https://t.co/a",
        "¿Cuándo me ingresan la pensión de viudedad? I.M.V. 1.200 €", "Noiz kobratuko dut pentsioa",
        "Como podo pedir cita na seguridade social", "Quan cobraré l'ajut? col·lectiu", "kiero xq",
    )  # fmt: skip
    glossary = Glossary(
        [("ingreso mínimo vital", ("imv", "el mínimo")), ("pensión", ("pentsio*",))]
    )
    doc = document("a", "b", texts, ("trabajo",), glossary, Vocabulary())
    field = SuggestionIndex([FaqEntry("a", "b", texts[0], "-", texts[1:])], glossary)._state
    told = hashlib.blake2b(digest_size=8)
    for array in (doc.codes, doc.ends, doc.words, doc.concepts, doc.concept_owner, doc.pairs):
        told.update(np.ascontiguousarray(array).tobytes())
    told.update(np.flatnonzero(field.snapshot.grams.frequency).astype(np.int32).tobytes())
    told.update(field.snapshot.grams.saturation.tobytes())
    told.update(repr((sorted(ABBREVIATIONS.items()), sorted(STOP_WORDS))).encode())
    assert (packed.FORMAT, told.hexdigest()) == (1, "394dc429bf885373")
