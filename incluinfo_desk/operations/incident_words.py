"""The words prepared for incidents, as shipped: components, templates, replies, ways round."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.incident import Component, ComponentState, IncidentState, Kind, Template
from incluinfo_desk.domain.offices import nearest_open
from incluinfo_desk.domain.reply import fill
from incluinfo_desk.domain.spanish_time import spoken
from incluinfo_desk.operations.component_file import component_of

SPANISH = "es"
"""The language that every template has."""


class IncidentWords:
    """Reads two small files of resources when it is made: make it in a thread."""

    def __init__(self) -> None:
        seeds = json.loads(resource("incidents", "components.json").read_text("utf-8"))
        words = json.loads(resource("incidents", "templates.json").read_text("utf-8"))
        self.components = tuple(component_of(row) for row in seeds["components"])
        self._templates = tuple(
            Template(
                id=row["id"],
                state=IncidentState(row["state"]),
                impact=ComponentState(row["impact"]) if row.get("impact") else None,
                text=row["text"],
                kind=Kind(row.get("kind", "state")),
                language=row.get("language", SPANISH),
            )
            for row in words["templates"]
        )
        self._replies = {IncidentState(state): text for state, text in words["replies"].items()}
        self.closings: tuple[str, ...] = tuple(words["closings"])
        self._alternatives: dict[str, str] = dict(words["alternatives"])

    def templates(
        self,
        state: IncidentState,
        impact: ComponentState,
        kind: Kind = Kind.STATE,
        language: str = SPANISH,
    ) -> tuple[Template, ...]:
        """Those for this impact first, then those that serve any.

        In Spanish where ``language`` has none. An erratum serves every state.
        """
        found = [
            t
            for t in self._templates
            if t.kind is kind
            and (t.state is state or kind is Kind.ERRATUM)
            and t.impact in (impact, None)
        ]
        spoken_there = [t for t in found if t.language == language]
        chosen = spoken_there or [t for t in found if t.language == SPANISH]
        return tuple(sorted(chosen, key=lambda t: t.impact is None))

    def reply(self, state: IncidentState) -> Template:
        """What to answer someone who asks about an incident in ``state``."""
        return Template("", state, None, self._replies.get(state, ""))

    def filled(
        self,
        template: Template,
        components: Sequence[Component],
        now: datetime,
        *,
        started_at: datetime,
        next_update_at: datetime | None = None,
        ends_at: datetime | None = None,
        before: datetime | None = None,
        known: Sequence[Component] = (),
    ) -> str:
        """The template with every slot that is known; the others stay for the officer.

        ``known`` are all components: where an office closes, the nearest open one of the
        same body is proposed.
        """
        provinces = {c.province for c in components}
        values = {"servicio": ", ".join(c.name for c in components)}
        values["desde"] = spoken(started_at, now, provinces)
        if next_update_at is not None:
            values["proximo"] = spoken(next_update_at, now, provinces)
        if ends_at is not None:
            values["hasta"] = spoken(ends_at, now, provinces)
        if before is not None:
            values["antes"] = spoken(before, now, provinces)
        if components:
            other = nearest_open(components[0], known)
            if other is not None:
                values["alternativa"] = f"acudir a la oficina {other.name}"
            else:
                values["alternativa"] = self._alternatives.get(components[0].group, "")
        link = next((c.link for c in components if c.link), None)
        if link is not None:
            values["enlace"] = link
        return fill(template.text, values)
