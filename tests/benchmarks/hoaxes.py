"""How well known hoaxes are recognised.

    .desk/venv/bin/python tests/benchmarks/hoaxes.py

prints the recall over the twenty claims in ten tellings each, the ordinary questions wrongly
flagged, and apart the recall over ``UNSEEN``: claims the lexicon was not made from. Nothing
is to be tuned to ``UNSEEN``: once it is, it says nothing any more.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from incluinfo_desk.domain.hoax import Hoax
from tests.domain.hoax.mutations import index, ordinary, register, tellings

UNSEEN = {
    "Quien tenga coche a su nombre pierde el ingreso mínimo vital": (
        "me dicen que por tener coche te quitan el IMV, ¿es cierto?",
        "que si el coche está a mi nombre adiós al ingreso mínimo",
    ),
    "Van a cerrar todas las oficinas de la Seguridad Social en enero": (
        "¿es verdad que en enero cierran las oficinas de la seguridad social?",
        "que ya no se podrá ir en persona, que chapan todas las oficinas a primeros de año",
    ),
    "Los autónomos pagarán una cuota única de 500 euros al mes": (
        "dicen que la cuota de autónomos será de 500 euros para todos",
        "¿nos van a cobrar 500 al mes a cada autónomo, ganemos lo que ganemos?",
    ),
    "La pensión de viudedad se pierde al cumplir 75 años": (
        "me han dicho que a los 75 dejas de cobrar la viudedad",
        "mi madre es viuda y cumple 75, ¿le retiran la paga como dice el audio?",
    ),
    "Hay que pagar por pedir cita previa": (
        "¿ahora cobran por la cita previa?",
        "circula que coger turno en la oficina va a costar dinero",
    ),
}


def main() -> None:
    known, told, posts = index(), list(tellings()), ordinary()
    found = sum((m := known.match(t.text)) is not None and m.hoax_id == t.hoax for t in told)
    false = sum(known.match(text) is not None for text in posts)
    unseen = tuple(Hoax(claim, claim, date(2025, 9, 1)) for claim in UNSEEN)
    apart = index((*register(), *unseen))
    asked = [(claim, text) for claim, texts in UNSEEN.items() for text in texts]
    right = sum((m := apart.match(text)) is not None and m.hoax_id == id for id, text in asked)
    other = sum((m := apart.match(text)) is not None and m.hoax_id != id for id, text in asked)
    lines = (
        f"{len(register())} claims: {found} of {len(told)} tellings ({found / len(told):.1%})",
        f"ordinary questions flagged: {false} of {len(posts)} ({false / len(posts):.2%})",
        f"not tuned on: {right} of {len(asked)} known, {other} taken for another hoax",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
