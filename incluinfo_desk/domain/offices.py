"""Offices by province, and which open one is nearest when one closes (INC-25).

The table holds the 50 provinces, Ceuta and Melilla by their INE codes, with their capital
and where it lies, to a hundredth of a degree: enough to tell which city is nearer, not to
find a door.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from incluinfo_desk.domain.incident import Component, ComponentState

OFFICES = "offices"
"""The group of components that are offices."""


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str
    capital: str
    latitude: float
    longitude: float


PROVINCES: dict[str, Province] = {
    row[0]: Province(*row)
    for row in (
        ("01", "Álava", "Vitoria-Gasteiz", 42.85, -2.67),
        ("02", "Albacete", "Albacete", 38.99, -1.86),
        ("03", "Alicante", "Alicante", 38.35, -0.48),
        ("04", "Almería", "Almería", 36.84, -2.46),
        ("05", "Ávila", "Ávila", 40.66, -4.70),
        ("06", "Badajoz", "Badajoz", 38.88, -6.97),
        ("07", "Illes Balears", "Palma", 39.57, 2.65),
        ("08", "Barcelona", "Barcelona", 41.39, 2.17),
        ("09", "Burgos", "Burgos", 42.34, -3.70),
        ("10", "Cáceres", "Cáceres", 39.48, -6.37),
        ("11", "Cádiz", "Cádiz", 36.53, -6.29),
        ("12", "Castellón", "Castelló de la Plana", 39.99, -0.04),
        ("13", "Ciudad Real", "Ciudad Real", 38.99, -3.93),
        ("14", "Córdoba", "Córdoba", 37.89, -4.78),
        ("15", "A Coruña", "A Coruña", 43.36, -8.41),
        ("16", "Cuenca", "Cuenca", 40.07, -2.14),
        ("17", "Girona", "Girona", 41.98, 2.82),
        ("18", "Granada", "Granada", 37.18, -3.60),
        ("19", "Guadalajara", "Guadalajara", 40.63, -3.17),
        ("20", "Gipuzkoa", "Donostia-San Sebastián", 43.32, -1.98),
        ("21", "Huelva", "Huelva", 37.26, -6.95),
        ("22", "Huesca", "Huesca", 42.14, -0.41),
        ("23", "Jaén", "Jaén", 37.77, -3.79),
        ("24", "León", "León", 42.60, -5.57),
        ("25", "Lleida", "Lleida", 41.62, 0.62),
        ("26", "La Rioja", "Logroño", 42.47, -2.45),
        ("27", "Lugo", "Lugo", 43.01, -7.56),
        ("28", "Madrid", "Madrid", 40.42, -3.70),
        ("29", "Málaga", "Málaga", 36.72, -4.42),
        ("30", "Murcia", "Murcia", 37.99, -1.13),
        ("31", "Navarra", "Pamplona", 42.82, -1.64),
        ("32", "Ourense", "Ourense", 42.34, -7.86),
        ("33", "Asturias", "Oviedo", 43.36, -5.85),
        ("34", "Palencia", "Palencia", 42.01, -4.53),
        ("35", "Las Palmas", "Las Palmas de Gran Canaria", 28.12, -15.43),
        ("36", "Pontevedra", "Pontevedra", 42.43, -8.64),
        ("37", "Salamanca", "Salamanca", 40.97, -5.66),
        ("38", "Santa Cruz de Tenerife", "Santa Cruz de Tenerife", 28.47, -16.25),
        ("39", "Cantabria", "Santander", 43.46, -3.81),
        ("40", "Segovia", "Segovia", 40.95, -4.12),
        ("41", "Sevilla", "Sevilla", 37.39, -5.98),
        ("42", "Soria", "Soria", 41.76, -2.47),
        ("43", "Tarragona", "Tarragona", 41.12, 1.25),
        ("44", "Teruel", "Teruel", 40.34, -1.11),
        ("45", "Toledo", "Toledo", 39.86, -4.02),
        ("46", "Valencia", "València", 39.47, -0.38),
        ("47", "Valladolid", "Valladolid", 41.65, -4.72),
        ("48", "Bizkaia", "Bilbao", 43.26, -2.93),
        ("49", "Zamora", "Zamora", 41.50, -5.74),
        ("50", "Zaragoza", "Zaragoza", 41.65, -0.89),
        ("51", "Ceuta", "Ceuta", 35.89, -5.32),
        ("52", "Melilla", "Melilla", 35.29, -2.94),
    )
}

_OVER_THE_SEA = frozenset({"07", "35", "38", "51", "52"})
"""From these no other province is reached by road: nobody is sent over the sea."""


def nearest_open(closed: Component, known: Iterable[Component]) -> Component | None:
    """The nearest open office of the same body; None when there is none within reach.

    By the great circle between the offices or, where only the province is known, its
    capital. An INSS office does not do what one of the TGSS does, so the body stays.
    """
    here = place(closed)
    if closed.group != OFFICES or here is None:
        return None
    found = [
        (kilometres(here, there), each.name, each)
        for each in known
        if each.id != closed.id
        and each.group == OFFICES
        and not each.retired
        and each.state is ComponentState.OPERATIONAL
        and _body(each) == _body(closed)
        and _by_road(closed.province, each.province)
        and (there := place(each)) is not None
    ]
    return min(found, default=(0.0, "", None))[2] if found else None


def place(office: Component) -> tuple[float, float] | None:
    """Latitude and longitude of it, or of its province's capital; None when nobody knows."""
    if office.latitude is not None and office.longitude is not None:
        return office.latitude, office.longitude
    province = PROVINCES.get(office.province)
    return (province.latitude, province.longitude) if province else None


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great circle between two places, on a sphere of 6371 km."""
    (lat1, lon1), (lat2, lon2) = (map(radians, each) for each in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def _body(office: Component) -> str:
    """INSS and TGSS name their offices by different words: the first one tells them apart."""
    return office.name.split(maxsplit=1)[0].casefold() if office.name.strip() else ""


def _by_road(one: str, other: str) -> bool:
    return one == other or _OVER_THE_SEA.isdisjoint({one, other})
