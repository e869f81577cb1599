"""When an office closes, the nearest open one of the same body is proposed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.incident import Component, ComponentState
from incluinfo_desk.domain.offices import PROVINCES, kilometres, nearest_open
from incluinfo_desk.operations.component_file import component_of

SHIPPED = {
    row["id"]: component_of(row)
    for row in json.loads(resource("incidents", "components.json").read_text("utf-8"))["components"]
}


def nearest(id: str, *closed: str) -> str | None:
    known = [
        replace(c, state=ComponentState.FULL_OUTAGE) if c.id in (id, *closed) else c
        for c in SHIPPED.values()
    ]
    found = nearest_open(SHIPPED[id], known)
    return found.id if found else None


def test_every_province_has_an_office_of_each_body_and_none_claims_to_be_verified() -> None:
    for body in ("caiss", "tgss"):
        found = [c for c in SHIPPED.values() if c.id.startswith(body)]
        assert sorted(c.province for c in found) == sorted(PROVINCES)
        assert not any(c.verified for c in found)
    assert len(PROVINCES) == 52


@pytest.mark.parametrize(
    ("closed", "also", "open"),
    [
        ("caiss-madrid", (), "caiss-guadalajara"),
        ("caiss-madrid", ("caiss-guadalajara",), "caiss-toledo"),
        ("tgss-bilbao", (), "tgss-vitoria-gasteiz"),
        ("caiss-ourense", (), "caiss-pontevedra"),
        # Nobody is sent over the sea.
        ("caiss-palma", (), None),
        ("caiss-ceuta", (), None),
        ("caiss-cadiz", ("caiss-sevilla", "caiss-huelva"), "caiss-malaga"),
        ("sede", (), None),
    ],
)
def test_the_nearest_open_office_is_found(
    closed: str, also: tuple[str, ...], open: str | None
) -> None:
    assert nearest(closed, *also) == open


def test_an_office_in_the_same_province_is_nearer_than_the_next_capital() -> None:
    palma = SHIPPED["caiss-palma"]
    inca = Component("caiss-inca", "CAISS de Inca", "offices", province="07")
    assert nearest_open(palma, [*SHIPPED.values(), inca]) == inca
    assert nearest_open(palma, [*SHIPPED.values(), replace(inca, retired=True)]) is None
    tgss = replace(inca, name="TGSS de Inca")
    assert nearest_open(palma, [tgss]) is None


def test_distances_are_those_of_the_map() -> None:
    """Madrid and Barcelona lie 505 km apart."""
    one, other = PROVINCES["28"], PROVINCES["08"]
    far = kilometres((one.latitude, one.longitude), (other.latitude, other.longitude))
    assert far == pytest.approx(505, rel=0.01)
