"""A draft from a conversation holds the matter and nothing of the person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.domain import privacy
from incluinfo_desk.domain.faq_candidate import candidate

NAMES = ("rosa_perez82", "Rosa Pérez Núñez")


def test_the_reply_becomes_an_answer_for_everybody() -> None:
    made = candidate(
        "Hola @incluinfo soy Rosa, DNI 12345678Z, ¿me toca el bono? https://t.co/abc",
        "Hola, Rosa. Sí, le corresponde: lo explica https://www.seg-social.es/bono. "
        "Un saludo, Rosa Pérez.",
        NAMES,
    )
    assert made.question == "Soy, DNI, ¿me toca el bono?"
    assert made.reply == "Sí, le corresponde: lo explica {enlace}. Un saludo,."
    assert made.link == "https://www.seg-social.es/bono"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Buenos días, Rosa: puede pedirlo.", "Puede pedirlo."),
        ("Buenas tardes. Puede pedirlo.", "Puede pedirlo."),
        ("@rosa_perez82 Puede pedirlo.", "Puede pedirlo."),
        ("Hola María José, puede pedirlo.", "Puede pedirlo."),
        ("Puede pedirlo en la sala rosa.", "Puede pedirlo en la sala rosa."),
        ("Llame al 915412530.", "Llame al 915412530."),
        ("Llame al 612 345 678.", "Llame al."),
        ("hola tengo el paro, puedo pedirlo", "Tengo el paro, puedo pedirlo"),
        ("", ""),
    ],
)
def test_greeting_name_and_data_go_and_the_rest_stays(said: str, kept: str) -> None:
    assert candidate("", said, NAMES).reply == kept


@given(
    st.lists(
        st.sampled_from(
            ["@rosa_perez82", "Rosa", "ROSA", "Pérez", "12345678Z", "X1234567L", "612345678",
             "rosa@correo.es", "ES9121000418450200051332", "el plazo", "es de", "30 días", "\n"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_whatever_was_written_no_handle_name_or_datum_is_left(words: list[str]) -> None:
    text = " ".join(words)
    for left in (candidate(text, "", NAMES).question, candidate("", text, NAMES).reply):
        assert privacy.is_clean(left)
        assert "@" not in left
        assert not {"Rosa", "ROSA", "Pérez"} & set(left.split())
