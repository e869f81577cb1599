"""The words prepared for incidents, as shipped: components, templates, replies, ways round."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.incident import Component, ComponentState, IncidentState, Template
from incluinfo_desk.domain.offices import nearest_open
from incluinfo_desk.domain.reply import fill
from incluinfo_desk.domain.spanish_time import spoken
from incluinfo_desk.operations.component_file import component_of


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
            )
            for row in words["templates"]
        )
        self._replies = {IncidentState(state): text for state, text in words["replies"].items()}
        self._alternatives: dict[str, str] = dict(words["alternatives"])

    def templates(self, state: IncidentState, impact: ComponentState) -> tuple[Template, ...]:
        """Those for this impact first, then those that serve any."""
        found = [t for t in self._templates if t.state is state and t.impact in (impact, None)]
        return tuple(sorted(found, key=lambda t: t.impact is None))

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
