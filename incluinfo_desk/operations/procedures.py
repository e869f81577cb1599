"""The procedures that ship with the desk, how to reach each body, and the offices abroad."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.abroad import OfficeAbroad, read_offices
from incluinfo_desk.domain.procedure import Procedure, read_procedures


@dataclass(frozen=True, slots=True)
class Contact:
    """How citizens reach a body (INC-46)."""

    key: str
    """INSS, TGSS, …, as topics and entries begin their body."""
    name: str
    web: str = ""
    phones: str = ""
    """As they are said; empty where there is none."""
    hours: str = ""
    appointment: str = ""
    """Where an appointment is made, by telephone."""


@cache
def shipped_procedures() -> Mapping[str, Procedure]:
    """By id, in the order of the file. Reads a file once."""
    found = read_procedures(resource("faq", "procedures.json").read_text("utf-8"))
    return {each.id: each for each in found}


@cache
def offices_abroad() -> Mapping[str, OfficeAbroad]:
    """By country, in the order of the file. Reads a file once."""
    found = read_offices(resource("faq", "offices_abroad.json").read_text("utf-8"))
    return {each.country: each for each in found}


@cache
def contacts() -> Mapping[str, Contact]:
    """By key. Reads a file once."""
    content = json.loads(resource("faq", "topics.json").read_text("utf-8"))
    return {
        row["key"]: Contact(
            row["key"],
            row["name"],
            row.get("web") or "",
            " o ".join(row.get("phones", ())),
            row.get("hours", ""),
            " o ".join(row.get("appointment_phones", ())),
        )
        for row in content["bodies"]
    }


def read_ahead() -> None:
    """Read the files before a form or a window asks for them. Blocking."""
    shipped_procedures()
    offices_abroad()
    contacts()


def contact_of(body: str) -> Contact | None:
    """The first body of « INSS / ISM » that we know how to reach."""
    known = contacts()
    return next((known[part] for part in body.replace("/", " ").split() if part in known), None)
