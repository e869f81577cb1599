"""What citizens use: its data, its state, and every state it has been in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.incident import (
    OVER,
    Component,
    ComponentState,
    IncidentState,
    StateChange,
)
from incluinfo_desk.store.exact import clean
from incluinfo_desk.store.tables import component_states, components, incidents

_K, _S, _I = components.c, component_states.c, incidents.c

_GRAVEST = tuple(ComponentState)
"""The enum's order: the later, the graver; planned maintenance says the most."""

_NOT_YET = IncidentState.SCHEDULED


def read_components(session: Session) -> tuple[Component, ...]:
    """In the order they were saved in."""
    statement = select(components).order_by(_K.position, _K.id)
    return tuple(_of(row) for row in session.execute(statement).mappings())


def save_components(session: Session, items: Sequence[Component]) -> None:
    """Store ``items`` in this order; known ones are replaced, others stay behind them.

    The state is the incidents' to change: of one that is known it stays as it is.
    """
    last = session.scalar(select(func.max(_K.position))) or 0
    known = set(session.scalars(select(_K.id)))
    session.execute(
        update(components)
        .where(_K.id.not_in({item.id for item in items}))
        .values(position=_K.position + last + len(items)),
    )
    for position, item in enumerate(items):
        row = {**_data(item), "position": position}
        if item.id in known:
            session.execute(update(components).where(_K.id == item.id).values(row))
        else:
            session.execute(insert(components).values(**row, state=item.state.value))
            known.add(item.id)


def add_components(session: Session, items: Sequence[Component]) -> int:
    """Store those that are not known yet behind the others; how many."""
    last = session.scalar(select(func.max(_K.position))) or 0
    known = set(session.scalars(select(_K.id)))
    new = [item for item in items if item.id not in known]
    for number, item in enumerate(new, 1):
        row = {**_data(item), "position": last + number, "state": item.state.value}
        session.execute(insert(components).values(row))
    return len(new)


def change_component(session: Session, item: Component) -> None:
    """Replace the data of one, at its place; one that is new stands last."""
    if session.scalar(select(_K.id).where(_K.id == item.id)) is None:
        add_components(session, [item])
    else:
        session.execute(update(components).where(_K.id == item.id).values(_data(item)))


def feel_incidents(session: Session, now: datetime, ids: Sequence[str], by: str) -> None:
    """Each component is as bad as the gravest incident that touches it now.

    ``by`` is the incident that changed; a change of state is noted with it.
    """
    open_now = session.execute(
        select(_I.components, _I.impact).where(_I.state.not_in(sorted({*OVER, _NOT_YET}))),
    ).all()
    for id in ids:
        felt = [ComponentState(i.impact) for i in open_now if id in i.components]
        state = max(felt, key=_GRAVEST.index, default=ComponentState.OPERATIONAL)
        done = session.execute(
            update(components)
            .where(_K.id == id, _K.state != state.value)
            .values(state=state.value),
        )
        if done.rowcount:  # type: ignore[attr-defined]
            session.execute(
                insert(component_states).values(
                    component_id=id, state=state.value, at=now, incident_id=by
                ),
            )


def read_history(session: Session, id: str, limit: int) -> tuple[StateChange, ...]:
    """The youngest first."""
    statement = (
        select(component_states)
        .where(_S.component_id == id)
        .order_by(_S.number.desc())
        .limit(limit)
    )
    return tuple(
        StateChange(
            row["component_id"], ComponentState(row["state"]), row["at"], row["incident_id"]
        )
        for row in session.execute(statement).mappings()
    )


def _data(item: Component) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "group": item.group,
        "words": [clean(word) for word in item.words],
        "link": item.link,
        "province": item.province,
        "hours": item.hours,
        "address": item.address,
        "latitude": item.latitude,
        "longitude": item.longitude,
        "verified": item.verified,
        "retired": item.retired,
    }


def _of(row: Any) -> Component:
    return Component(
        id=row["id"],
        name=row["name"],
        group=row["group"],
        words=tuple(row["words"]),
        link=row["link"],
        state=ComponentState(row["state"]),
        province=row["province"],
        hours=row["hours"],
        address=row["address"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        verified=row["verified"],
        retired=row["retired"],
    )
