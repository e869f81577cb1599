"""The channel finder: every procedure and person end in a way that is open to them (INC-50)."""

from __future__ import annotations

from itertools import product

import pytest

from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.privacy import OFFICIAL
from incluinfo_desk.domain.privacy import find as find_identifiers
from incluinfo_desk.domain.procedure import (
    Because,
    Channel,
    Person,
    Procedure,
    Way,
    find,
    sentence,
)
from incluinfo_desk.operations.procedures import contact_of, contacts, shipped_procedures

EVERYBODY = [Person(*each) for each in product((True, False), repeat=3)]


@pytest.mark.parametrize("procedure", shipped_procedures().values(), ids=lambda each: each.id)
def test_every_combination_ends_in_a_way_that_fits(procedure: Procedure) -> None:
    assert procedure.who.endswith(".")
    for person in EVERYBODY:
        found = find(procedure, person)
        assert found.channel in procedure.channels
        way, because = found.channel.way, found.because
        if way is Way.ONLINE_ID:
            assert person.certificate or len(procedure.ways) == 1
        if way is Way.OFFICE and not person.travels:
            assert because is Because.SOMEBODY_ELSE
        said = sentence(procedure, found)
        assert weighted_length(said) <= LIMIT
        assert not find_identifiers(said, OFFICIAL)
        assert found.channel.link.startswith("https://") or way is Way.PHONE


def test_the_table_asks_in_order() -> None:
    ways = (Way.OFFICE, Way.PHONE, Way.ONLINE_OPEN, Way.ONLINE_ID, Way.POST, Way.ABROAD)
    channels = tuple(Channel(way, "https://x.es") for way in ways)
    whole = Procedure("a", "hacer algo", "INSS", "Cualquiera.", channels)

    def found(without: set[Way], person: Person) -> tuple[Way, Because]:
        kept = tuple(each for each in channels if each.way not in without)
        finding = find(Procedure("a", "b", "c", "d.", kept), person)
        return finding.channel.way, finding.because

    able, unable = Person(True, True), Person(False, False)
    assert found(set(), able) == (Way.ONLINE_ID, Because.HAS_ID)
    assert found(set(), unable) == (Way.ONLINE_OPEN, Because.NO_ID_NEEDED)
    shut = {Way.ONLINE_OPEN}
    assert found(shut, Person(False, True)) == (Way.OFFICE, Because.CAN_TRAVEL)
    assert found(shut, unable) == (Way.PHONE, Because.FROM_HOME)
    assert found({*shut, Way.PHONE}, unable) == (Way.POST, Because.FROM_HOME)
    only_there = {Way.ONLINE_OPEN, Way.PHONE, Way.POST}
    assert found(only_there, unable) == (Way.OFFICE, Because.SOMEBODY_ELSE)
    assert found(set(), Person(False, True, abroad=True)) == (Way.ABROAD, Because.FROM_ABROAD)
    assert found({Way.ABROAD}, Person(True, True, abroad=True)) == (Way.ONLINE_ID, Because.HAS_ID)
    assert not whole.needs_certificate


def test_who_goes_for_another_is_said() -> None:
    asylum = shipped_procedures()["certificado-digital"]
    said = sentence(asylum, find(asylum, Person(False, False)))
    assert "quien le represente" in said


@pytest.mark.parametrize(
    ("body", "key"), [("INSS / ISM", "INSS"), ("Mutua / TGSS", "TGSS"), ("SEM (DG)", "SEM")]
)
def test_the_contact_of_the_first_body_we_know(body: str, key: str) -> None:
    contact = contact_of(body)
    assert contact is not None
    assert contact == contacts()[key]
    assert contact.web.startswith("https://")
    assert contact_of("Ministerio del Interior") is None
