"""Grouping: the same doubt in many words is one group, and every member says why."""

from __future__ import annotations

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.grouping import Asked, Grouping, Why, likeness
from incluinfo_desk.operations.suggesting import starter_index
from tests.benchmarks.doubts import b_cubed, generated, grouped, starter


def _asked(name: str, text: str, faq: str | None = None, sure: float = 0.0) -> Asked:
    return Asked(ConversationId(name), text, faq, sure)


def test_a_thousand_noisy_posts_are_grouped_by_what_they_ask() -> None:
    entries = starter()
    posts = generated(entries, 1000)
    assert not {text for text, _ in posts} & {v for e in entries for v in (e.question, *e.variants)}
    keys = grouped(starter_index(entries), posts)
    precision, recall, f1 = b_cubed(keys, [label for _, label in posts])
    assert f1 >= 0.80, (precision, recall, f1)


def test_what_the_engine_does_not_know_is_grouped_by_its_words() -> None:
    grouping = Grouping()
    grouping.add(_asked("a", "¿Cuándo abre la oficina nueva de Villaverde?"))
    grouping.add(_asked("b", "cuando abren la oficina nueva de villaberde??"))
    grouping.add(_asked("c", "Se me ha roto la lavadora"))
    [group] = grouping.groups()
    assert group.members == ("a", "b")
    assert group.faq_id is None
    assert grouping.why(ConversationId("b")).like == "a"


def test_a_sure_entry_ties_and_an_unsure_one_does_not() -> None:
    grouping = Grouping()
    grouping.add(_asked("a", "lo del mínimo no me llega", "imv", 0.8))
    grouping.add(_asked("b", "siete meses esperando la ayuda", "imv", 0.7))
    grouping.add(_asked("c", "siento mucho lo de ayer", "imv", 0.05))
    [group] = grouping.groups()
    assert (group.members, group.faq_id) == (("a", "b"), "imv")
    assert grouping.why(ConversationId("b")) == Why(faq_id="imv", degree=0.7)


def test_a_mention_leaves_moves_and_comes_back_without_a_trace() -> None:
    grouping = Grouping()
    first = _asked("a", "¿Cuándo abre la oficina nueva de Villaverde?")
    grouping.add(first)
    grouping.add(_asked("b", "cuando abre la oficina nueva de Villaverde"))
    grouping.discard(first.id)
    assert grouping.groups() == ()
    assert grouping.groups(least=1)[0].members == ("b",)
    key = grouping.add(first)
    assert grouping.group(key) == grouping.groups()[0]
    grouping.add(_asked("b", "muchas gracias por todo"))
    assert grouping.groups() == ()
    grouping.keep_only([])
    assert len(grouping) == 0


def test_likeness_is_of_the_words_that_carry_meaning() -> None:
    assert likeness("la sede no funciona", "¿No funciona la Sede?") == 1.0
    assert likeness("la sede no funciona", "cita para jubilarme") < 0.1
    assert likeness("", "la sede") == 0.0


def test_only_the_youngest_are_kept_and_what_they_were_with_forgets_the_others() -> None:
    grouping = Grouping()
    for number in range(5):
        grouping.add(_asked(str(number), "¿Cuándo abre la oficina nueva de Villaverde?"))
    grouping.keep_youngest(3)
    [group] = grouping.groups()
    assert (group.members, len(grouping)) == (("2", "3", "4"), 3)
