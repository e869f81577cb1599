"""Planned maintenance under clocks that jump: no step is skipped, none is taken twice."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incluinfo_desk.domain.announcement import Announcement, forbidden, told
from incluinfo_desk.domain.incident import (
    MOVES,
    VERIFY_FOR,
    ComponentState,
    Incident,
    IncidentState,
    due_step,
)

S = IncidentState
ORDER = [S.SCHEDULED, S.IN_PROGRESS, S.VERIFYING, S.COMPLETED]
DAY = timedelta(days=1)


def planned(start: datetime, length: timedelta) -> Incident:
    return Incident(
        id="m",
        title="Mantenimiento",
        components=("sede",),
        impact=ComponentState.MAINTENANCE,
        state=S.SCHEDULED,
        started_at=start,
        ends_at=start + length,
    )


def look(incident: Incident, now: datetime) -> list[IncidentState]:
    """The steps that one look at the clock takes."""
    taken: list[IncidentState] = []
    while (step := due_step(incident, now)) is not None:
        assert step in MOVES[incident.state]
        incident = replace(incident, state=step)
        taken.append(step)
    return taken


@pytest.mark.parametrize("zone", ["Europe/Madrid", "Atlantic/Canary"])
@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_clock_does_the_steps_come_once_and_in_order(zone: str, seed: int) -> None:
    """1,000 windows a seed, planned on the wall clock around both changes of the hour."""
    rng = random.Random(f"{zone}{seed}")
    for _ in range(1_000):
        day = rng.choice([(2026, 3, 29), (2026, 10, 25), (2027, 6, 1)])
        # Arithmetic on an aware time of one zone is the wall clock's.
        wall = datetime(*day, tzinfo=ZoneInfo(zone)) + timedelta(minutes=rng.randrange(-1440, 1440))
        # fold: in October the hour from two to three comes twice.
        start = wall.replace(fold=rng.randrange(2)).astimezone(UTC)
        incident = planned(start, timedelta(minutes=rng.randrange(1, 600)))
        assert incident.ends_at is not None
        end: datetime = incident.ends_at
        now, seen, furthest = start - 2 * DAY, [S.SCHEDULED], start - 2 * DAY
        for _ in range(40):
            now += rng.choice(
                [
                    timedelta(seconds=30),
                    timedelta(minutes=rng.randrange(1, 300)),
                    timedelta(hours=1),
                    -timedelta(hours=1),
                    DAY,
                    -DAY,
                ]
            )
            furthest = max(furthest, now)
            for step in look(incident, now):
                incident = replace(incident, state=step)
                seen.append(step)
            assert seen == ORDER[: len(seen)]
            # As far as the latest time ever seen, and no further.
            due = sum(furthest >= at for at in (start, end, end + VERIFY_FOR))
            assert len(seen) == 1 + due
        look_after = look(incident, end + 3 * DAY)
        assert [*seen, *look_after] == ORDER


def test_an_outage_never_moves_by_the_clock() -> None:
    outage = replace(
        planned(datetime(2026, 3, 1, tzinfo=UTC), DAY),
        impact=ComponentState.FULL_OUTAGE,
        state=S.INVESTIGATING,
    )
    assert look(outage, datetime(2027, 1, 1, tzinfo=UTC)) == []


def word(of: Incident, state: IncidentState, **more: object) -> Announcement:
    values: dict[str, object] = {
        "title": of.title, "components": of.components, "impact": of.impact, "state": state,
        "text": "Texto.", "started_at": of.started_at, "incident_id": of.id,
        "ends_at": of.ends_at, **more,
    }  # fmt: skip
    return Announcement(**values)  # type: ignore[arg-type]


def test_dates_move_only_before_it_begins_and_never_end_before_the_start() -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    before = planned(now + DAY, timedelta(hours=4))
    later = word(before, S.SCHEDULED, started_at=now + 2 * DAY, ends_at=now + 3 * DAY)
    moved = told(later, before, now, "x")
    assert (moved.started_at, moved.ends_at) == (now + 2 * DAY, now + 3 * DAY)
    begun = replace(before, state=S.IN_PROGRESS)
    assert told(replace(later, state=S.IN_PROGRESS), begun, now, "x").started_at == now + DAY
    problem = forbidden(replace(later, ends_at=now + 2 * DAY), before)
    assert problem is not None
    assert problem.what == "incident dates"


def test_every_move_is_allowed_or_named_as_what_it_is() -> None:
    base = planned(datetime(2026, 11, 23, tzinfo=UTC), DAY)
    for old in S:
        for new in S:
            problem = forbidden(word(base, new), replace(base, state=old))
            if new in MOVES[old] or (new is old and replace(base, state=old).open):
                assert problem is None
            else:
                assert problem is not None
                assert (problem.what, problem.old, problem.new) == ("incident", old, new)


def test_an_erratum_changes_nothing_of_what_is_over() -> None:
    over = replace(planned(datetime(2026, 11, 23, tzinfo=UTC), DAY), state=S.COMPLETED)
    erratum = word(over, S.COMPLETED, corrects="u1", next_update_at=over.started_at)
    assert forbidden(erratum, over) is None
    assert told(erratum, over, over.started_at, "x") == over
