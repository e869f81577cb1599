"""What is tried: where the desk dies, what goes wrong meanwhile, and what may come of it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    REPLY = "reply"
    THREAD = "thread"
    """An answer in three parts; the second one is spoilt."""
    STANDALONE = "standalone"
    """A notice in three parts, queued as it stands; the second one is spoilt."""
    BROADCAST = "broadcast"
    """An incident opened with four parts; each of them is spoilt in its turn."""


TEXTS = {
    Kind.REPLY: ("El plazo es de seis meses: https://www.seg-social.es/imv ¿Le ayuda?",),
    Kind.THREAD: (
        "Parte 1 de 3: el plazo para resolver es de seis meses.",
        "Parte 2 de 3: si pasa, puede entenderla denegada & reclamar.",
        "Parte 3 de 3: consulte el estado en https://www.seg-social.es/imv",
    ),
    Kind.STANDALONE: (
        "Aviso 1 de 3: la sede electrónica no funciona.",
        "Aviso 2 de 3: los plazos que vencen hoy se amplían.",
        "Aviso 3 de 3: la sede electrónica funciona de nuevo.",
    ),
    Kind.BROADCAST: (
        "1/4 La sede electrónica no funciona desde las 9:00.",
        "2/4 Los plazos que vencen hoy se amplían un día.",
        "3/4 Mientras tanto puede llamar al teléfono de atención.",
        "4/4 Volveremos a informar a las 10:30.",
    ),
}

IN_DOUBT = ("sending_committed", "connected", "half_body")
"""Points at which a desk that dies cannot know, and X has nothing: a person is asked."""

CRASHES = (
    "none",
    "pre_draft",
    "draft_saved",
    "intent_uncommitted",
    "intent_committed",
    "checked",
    "sending_uncommitted",
    *IN_DOUBT,
    "fully_written",
    "response_read",
    "sent_uncommitted",
    "sent_committed",
    "unknown_committed",
    "reconcile_start",
    "reconcile_found",
    "unconfirmed_committed",
)
"""The points of reliability-security §1.4, and three more."""

HARMLESS = (
    "none", "refused", "limited_429", "unauthorised_401", "credits_402", "proxy_407",
    "captive_reads", "rst_after", "timeout_after", "html503_after", "truncated_201",
    "reset_201", "empty_201", "errors_after", "late_inside", "timeline_503", "timeline_lag",
    "duplicate_filter", "db_locked", "db_locked_early", "disk_full", "pages_full",
    "clock_forward", "clock_back", "clock_leap", "two_instances",
)  # fmt: skip
"""With these X has the post, or it is proven that it has not: everything ends SENT and
nobody is asked, unless the desk died in doubt."""

DOUBTFUL = (
    "rst_before", "timeout_before", "html503_before", "errors_before", "captive_portal",
    "late_outside", "late_weekend", "timeline_lag_long",
)  # fmt: skip
"""With these a person may be asked; what turns up on X later is recognised all the same."""

REFUSING = ("false_duplicate", "policy_403", "true_duplicate")
"""With these X says no."""

FAULTS = (*HARMLESS, *DOUBTFUL, *REFUSING)


@dataclass(frozen=True, slots=True)
class Run:
    kind: Kind
    crashes: tuple[str, ...]
    """Where the first, the second, the third start dies; after that it lives."""
    fault: str
    careless: bool = False
    """With a desk that sends again from doubt, to see that the count would tell."""
    resends: bool = False
    """A person sends again what was not found in a day."""

    @property
    def texts(self) -> tuple[str, ...]:
        return TEXTS[self.kind]

    @property
    def struck(self) -> int:
        """Which part the crash and the fault strike."""
        if self.kind is Kind.BROADCAST:
            return (CRASHES.index(self.crashes[0]) + FAULTS.index(self.fault)) % 4
        return 0 if self.kind is Kind.REPLY else 1

    def __str__(self) -> str:
        return f"{self.kind} · {'+'.join(self.crashes)} · {self.fault}"


def full() -> list[Run]:
    """Every crash point with every fault for each kind; for a reply also three times at the
    same point; and as many starts again that die three times anywhere. About a broadcast in
    doubt a person decides as well, so that its thread must end complete."""
    once = [
        Run(k, (c,), f, resends=k is Kind.BROADCAST)
        for k, c, f in itertools.product(Kind, CRASHES, FAULTS)
    ]
    thrice = [Run(Kind.REPLY, (c, c, c), f) for c, f in itertools.product(CRASHES[1:], FAULTS)]
    return once + thrice + storms(len(thrice), seed=1)


def storms(count: int, seed: int) -> list[Run]:
    """Three starts that each die somewhere else."""
    rng = random.Random(seed)
    return [
        Run(
            rng.choice(list(Kind)),
            (rng.choice(CRASHES[1:]), rng.choice(CRASHES[1:]), rng.choice(CRASHES[1:])),
            FAULTS[n % len(FAULTS)],
            resends=True,
        )
        for n in range(count)
    ]


def short(count: int, seed: int = 7) -> list[Run]:
    """A cover of ``count`` runs: each crash point and each fault with each kind, then the
    cells of the full table in an order that repeats a row or a column as late as it can."""
    rng = random.Random(seed)
    cells = list(itertools.product(CRASHES, FAULTS))
    rng.shuffle(cells)
    seen: dict[str, int] = dict.fromkeys((*CRASHES, *FAULTS), 0)
    runs = [Run(Kind.REPLY, ("none",), "none"), Run(Kind.THREAD, ("none",), "none")]
    kinds = itertools.cycle(Kind)
    while len(runs) < count and cells:
        crash, fault = min(cells, key=lambda cell: seen[cell[0]] + seen[cell[1]])
        cells.remove((crash, fault))
        seen[crash] += 1
        seen[fault] += 1
        kind = next(kinds)
        runs.append(Run(kind, (crash,), fault, resends=kind is Kind.BROADCAST))
    return runs


def split(runs: Sequence[Run], into: int) -> list[list[Run]]:
    return [list(runs[n::into]) for n in range(into)]
