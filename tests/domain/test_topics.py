"""Topics that are added, renamed, merged and retired, and lose nothing of what bears them."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from incluinfo_desk.domain.faq_life import Standing
from incluinfo_desk.domain.gaps import TopicCoverage, by_home
from incluinfo_desk.domain.problems import TopicFlaw, TopicRefused, Trouble
from incluinfo_desk.domain.topics import Topic, Topics

THREE = Topics([Topic("imv", name="Ingreso mínimo vital"), Topic("bulos"), Topic("canal")])


def flaw(change: Callable[[], Topics]) -> TopicFlaw:
    with pytest.raises(Trouble) as raised:
        change()
    assert isinstance(raised.value.problem, TopicRefused)
    return raised.value.problem.topic_flaw


def test_a_new_topic_has_a_key_of_its_own_for_good() -> None:
    more = THREE.added("  Vivienda   y alquiler ", "MIVAU")
    assert more.all[-1] == Topic(
        "vivienda-y-alquiler", "Vivienda y alquiler", "Vivienda y alquiler", "MIVAU"
    )
    again = more.renamed("vivienda-y-alquiler", "Alquiler", "")
    assert again.all[-1].key == "vivienda-y-alquiler"


def test_a_topic_that_ships_keeps_its_name_until_somebody_gives_it_another() -> None:
    same = THREE.renamed("imv", "", "INSS")
    assert same.all[0] == Topic("imv", "", "Ingreso mínimo vital", "INSS")
    assert same.renamed("imv", "Renta mínima", "INSS").all[0].name == "Renta mínima"


def test_merged_topics_are_one_and_parted_they_are_what_they_were() -> None:
    merged = THREE.merged("bulos", "canal")
    assert merged.home("bulos") == "canal"
    assert merged.family("canal") == merged.family("bulos") == {"bulos", "canal"}
    assert [each.key for each in merged.living] == ["imv", "canal"]
    further = merged.merged("canal", "imv")
    assert further.family("imv") == {"imv", "bulos", "canal"}
    assert further.parted("canal").parted("bulos") == THREE


def test_the_figures_of_merged_topics_are_added_up() -> None:
    rows = [
        TopicCoverage("bulos", {Standing.VERIFIED: 2, Standing.DRAFT: 1}, 10, 4),
        TopicCoverage("canal", {Standing.VERIFIED: 3}, 5, 5),
        TopicCoverage("", {}, 7, 0),
    ]
    found = by_home(rows, THREE.merged("bulos", "canal").home)
    assert found == (
        TopicCoverage("canal", {Standing.VERIFIED: 5, Standing.DRAFT: 1}, 15, 9),
        TopicCoverage("", {}, 7, 0),
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda: THREE.added(" "), TopicFlaw.NAME),
        (lambda: THREE.added("¿?"), TopicFlaw.NAME),
        (lambda: THREE.added("x" * 61), TopicFlaw.NAME),
        (lambda: THREE.added("Bulos"), TopicFlaw.TAKEN),
        (lambda: THREE.added("ingreso MINIMO vital"), TopicFlaw.TAKEN),
        (lambda: THREE.renamed("canal", "Bulos", ""), TopicFlaw.TAKEN),
        (lambda: THREE.renamed("nada", "Otro", ""), TopicFlaw.GONE),
        (lambda: THREE.merged("imv", "imv"), TopicFlaw.INTO),
        (lambda: THREE.retired("imv").merged("bulos", "imv"), TopicFlaw.INTO),
        (lambda: THREE.merged("bulos", "imv").merged("imv", "bulos"), TopicFlaw.GONE),
        (lambda: THREE.merged("bulos", "imv").retired("bulos"), TopicFlaw.GONE),
        (lambda: THREE.parted("imv"), TopicFlaw.GONE),
        (lambda: THREE.retired("imv").retired("bulos").retired("canal"), TopicFlaw.LAST),
    ],
)
def test_what_may_not_be(change: Callable[[], Topics], why: TopicFlaw) -> None:
    assert flaw(change) is why


def _changed(topics: Topics, chance: random.Random, number: int) -> Topics:
    keys = [each.key for each in topics.all]
    key, other = chance.choice(keys), chance.choice(keys)
    match chance.randrange(4):
        case 0:
            return topics.added(f"Tema {number}")
        case 1:
            return topics.merged(key, other)
        case 2:
            return topics.parted(key)
        case _:
            return topics.retired(key, retired=chance.random() < 0.5)


def test_no_chain_of_changes_loses_a_key_or_turns_round() -> None:
    chance = random.Random(5)
    topics, done = THREE, 0
    for number in range(400):
        before = {each.key for each in topics.all}
        try:
            topics = _changed(topics, chance, number)
        except Trouble:
            continue
        done += 1
        assert before <= {each.key for each in topics.all}
        assert {topics.home(each) for each in before} <= {each.key for each in topics.shown}
        assert sum(len(topics.family(each.key)) for each in topics.shown) == len(topics.all)
    assert done > 100
