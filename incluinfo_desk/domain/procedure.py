"""What citizens have done somewhere, and by which way each of them can (INC-39, INC-50).

A procedure has several ways in: online with or without a certificate, by telephone, at an
office, by post, from abroad. Which one is this person's is a table over three questions that
always ends in a way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Way(StrEnum):
    ONLINE_ID = "online_id"
    """Online with a certificate, Cl@ve or a code by SMS."""
    ONLINE_OPEN = "online_open"
    """Online without any: with the document and a selfie, or a code received before."""
    PHONE = "phone"
    OFFICE = "office"
    POST = "post"
    ABROAD = "abroad"
    """At a consulate, a Consejería or the institution of the country of residence."""


class Because(StrEnum):
    """Why this way and no other."""

    HAS_ID = "has_id"
    NO_ID_NEEDED = "no_id_needed"
    CAN_TRAVEL = "can_travel"
    FROM_HOME = "from_home"
    FROM_ABROAD = "from_abroad"
    ONLY_WAY = "only_way"
    """The procedure has no other."""
    SOMEBODY_ELSE = "somebody_else"
    """It asks to be there, and the person cannot: a representative goes."""


@dataclass(frozen=True, slots=True)
class Channel:
    way: Way
    link: str = ""
    """Official page, https."""
    phone: str = ""
    """As it is said, several parted by « o »."""
    note: str = ""
    """A public sentence in Spanish on what is particular here; ends with a full stop."""


@dataclass(frozen=True, slots=True)
class Procedure:
    id: str
    name: str
    """As citizens call it, a noun phrase in Spanish."""
    body: str
    """Competent body, as entries name it."""
    who: str
    """Who may do it, one Spanish sentence."""
    channels: tuple[Channel, ...]
    """At least one; the first of each way counts."""

    @property
    def needs_certificate(self) -> bool:
        """Whether online it asks for a certificate, Cl@ve or SMS."""
        ways = self.ways
        return Way.ONLINE_ID in ways and Way.ONLINE_OPEN not in ways

    @property
    def ways(self) -> Mapping[Way, Channel]:
        return {each.way: each for each in reversed(self.channels)}


@dataclass(frozen=True, slots=True)
class Person:
    """What decides the way of one person."""

    certificate: bool
    """Has a certificate, Cl@ve or a registered mobile for SMS."""
    travels: bool
    """Can go to an office."""
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    channel: Channel
    because: Because


_HERE = (
    (Way.ONLINE_ID, Because.HAS_ID),
    (Way.ONLINE_OPEN, Because.NO_ID_NEEDED),
    (Way.OFFICE, Because.CAN_TRAVEL),
    (Way.PHONE, Because.FROM_HOME),
    (Way.POST, Because.FROM_HOME),
)
"""The first that is open to the person. Online comes first, for it needs no appointment."""


def find(procedure: Procedure, person: Person) -> Finding:
    """The way for this person; total: every procedure and person end in one."""
    ways = procedure.ways
    if len(ways) == 1:
        (channel,) = ways.values()
        stays = channel.way is Way.OFFICE and not person.travels
        return Finding(channel, Because.SOMEBODY_ELSE if stays else Because.ONLY_WAY)
    closed = {
        Way.ONLINE_ID: not person.certificate,
        Way.OFFICE: not person.travels or person.abroad,
    }
    if person.abroad and Way.ABROAD in ways:
        return Finding(ways[Way.ABROAD], Because.FROM_ABROAD)
    for way, because in _HERE:
        if way in ways and not closed.get(way, False):
            return Finding(ways[way], because)
    # What is left asks for a certificate or to be there: somebody else may go.
    kept = ways.get(Way.OFFICE) or next(iter(ways.values()))
    return Finding(kept, Because.SOMEBODY_ELSE)


def sentence(procedure: Procedure, finding: Finding) -> str:
    """What a citizen is told, in Spanish, with address or telephone."""
    channel = finding.channel
    lead = {
        Way.ONLINE_ID: "por internet, con certificado, Cl@ve o SMS",
        Way.ONLINE_OPEN: "por internet, sin certificado",
        Way.PHONE: f"por teléfono, en el {channel.phone}" if channel.phone else "por teléfono",
        Way.OFFICE: "en una oficina",
        Way.POST: "por correo postal",
        Way.ABROAD: "desde el extranjero",
    }[channel.way]
    words = f"{procedure.name[:1].upper()}{procedure.name[1:]}: {lead}."
    if finding.because is Because.SOMEBODY_ELSE:
        words += " Si no puede acudir, puede hacerlo quien le represente."
    if channel.note:
        words += f" {channel.note}"
    return f"{words} {channel.link}".strip()


def read_procedures(json_text: str) -> tuple[Procedure, ...]:
    """The list that ships with the desk. Raises ValueError when the file is damaged."""
    rows = json.loads(json_text)
    return tuple(_procedure(row) for row in rows)


def _procedure(row: Mapping[str, Any]) -> Procedure:
    channels = tuple(
        Channel(Way(c["way"]), c.get("link", ""), c.get("phone", ""), c.get("note", ""))
        for c in row["channels"]
    )
    if not channels:
        raise ValueError(row["id"])
    return Procedure(row["id"], row["name"], row["body"], row["who"], channels)
