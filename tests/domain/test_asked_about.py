"""Which open incident a mention asks about: works that are announced, works going on, outages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from incluinfo_desk.domain.incident import (
    ComponentState,
    Incident,
    IncidentState,
    asked_about,
    maintenance_word,
)

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def incident(id: str, planned: bool, state: IncidentState) -> Incident:
    impact = ComponentState.MAINTENANCE if planned else ComponentState.FULL_OUTAGE
    return Incident(id, id, ("sede",), impact, state, AT)


ANNOUNCED = incident("announced", True, IncidentState.SCHEDULED)
GOING_ON = incident("going on", True, IncidentState.IN_PROGRESS)
OUTAGE = incident("outage", False, IncidentState.INVESTIGATING)


@pytest.mark.parametrize(
    ("about", "planned", "open_", "asked"),
    [
        (["sede"], False, [ANNOUNCED], None),
        (["sede"], False, [GOING_ON], "going on"),
        (["sede"], False, [GOING_ON, OUTAGE], "outage"),
        (["sede"], False, [ANNOUNCED, OUTAGE], "outage"),
        (["sede"], True, [OUTAGE, ANNOUNCED], "announced"),
        (["sede"], True, [OUTAGE], "outage"),
        ([], True, [OUTAGE, ANNOUNCED], "announced"),
        ([], True, [GOING_ON, ANNOUNCED], None),
        ([], False, [OUTAGE, GOING_ON], None),
        (["importass"], True, [OUTAGE, GOING_ON], "going on"),
        (["importass"], False, [OUTAGE, GOING_ON], None),
    ],
)
def test_it_is_the_one_that_is_meant(
    about: list[str], planned: bool, open_: list[Incident], asked: str | None
) -> None:
    assert asked_about(about, planned, open_) == asked


def test_planned_work_is_named_by_whole_words() -> None:
    assert maintenance_word("la parada tecnica del sabado") == "parada tecnica"
    assert maintenance_word("el mantenimiento") == "mantenimiento"
    assert maintenance_word("me han parado el pago") is None
