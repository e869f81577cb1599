"""Known hoaxes are found again in other words; ordinary questions stay ordinary."""

from __future__ import annotations

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.hoax_match import HoaxIndex, Ordinary
from incluinfo_desk.operations.rebut_hoax import shipped
from tests.domain.hoax import mutations
from tests.domain.hoax.mutations import index, ordinary, register, tellings


def test_twenty_hoaxes_are_known_again_in_ten_tellings_each() -> None:
    known, told = index(), list(tellings())
    found = [(m := known.match(t.text)) is not None and m.hoax_id == t.hoax for t in told]
    assert len(register()) >= 20
    assert len(told) >= 200
    assert sum(found) / len(found) >= 0.85


def test_hardly_an_ordinary_question_is_taken_for_one() -> None:
    known, posts = index(), ordinary()
    assert len(posts) >= 1_000
    assert sum(known.match(text) is not None for text in posts) / len(posts) <= 0.01


def test_nor_for_one_of_those_that_ship() -> None:
    known = index(shipped())
    posts = ordinary()
    assert sum(known.match(text) is not None for text in posts) / len(posts) <= 0.01


def test_it_says_which_words_agree() -> None:
    match = index().match("¿Os consta lo del escrito? Si no respondo en dos semanas, adiós paga")
    assert match is not None
    assert match.hoax_id == "carta-15-dias"
    assert {"escrito", "dos semanas", "adios", "paga"} <= set(match.words)


def test_the_two_ends_of_a_long_post_do_not_make_one_hoax() -> None:
    filler = " ".join(f"asunto{n} tramite{n}" for n in range(60))
    apart = f"me llegó una carta, hay que contestar {filler} a los quince días pierdo la pensión"
    together = "me llegó una carta: hay que contestar, y a los quince días pierdo la pensión"
    assert index().match(apart) is None
    assert index().match(together) is not None


def test_the_weights_that_ship_are_about_those_of_the_faq_and_the_lexicon_that_ship() -> None:
    """A few edits of the FAQ move them by nothing that matters; a changed lexicon does."""
    stored = Ordinary.from_json(resource("hoaxes", "ordinary.json").read_text("utf-8"))
    made = mutations.counted()
    things = {*stored.often, *made.often}
    apart = sum(abs(stored.often.get(t, 0) - made.often.get(t, 0)) for t in things)
    assert apart <= 0.1 * sum(made.often.values()), "python -m tests.domain.hoax.mutations"


def test_an_empty_register_finds_nothing() -> None:
    empty: HoaxIndex = index(())
    assert empty.match("¿es verdad lo de la carta?") is None
    assert mutations.index(()).match("") is None
