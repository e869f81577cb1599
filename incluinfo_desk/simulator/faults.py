"""What goes wrong on purpose: rules by route, each with a count or a probability."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from incluinfo_desk.simulator import errors
from incluinfo_desk.simulator.errors import RefusedError

REFUSALS = frozenset(
    {"unauthorized", "revoked", "credits", "rate_limited", "forbidden", "not_found"},
)
"""Answered by X before anything is done."""

BODIES = frozenset({"unavailable", "bad_gateway", "captive", "empty", "truncated", "strange"})
"""The answer is not the JSON that was expected."""

CUTS = frozenset({"dropped", "lost", "reset"})
"""The line is cut: before the work, after it, or in the middle of the answer."""

DELAYS = frozenset({"delay_before", "delay_after"})
DATA = frozenset({"duplicate", "out_of_order", "missing", "dialect", "skew"})
KINDS = REFUSALS | BODIES | CUTS | DELAYS | DATA | {"late"}

PROCESSED = {"lost", "reset", "empty", "truncated", "strange"}
"""Kinds whose request takes effect although the answer is spoilt; ``processed=`` overrides."""

FORBIDDEN = {
    "not_summoned": lambda: errors.not_summoned(0),
    "not_summoned_2": lambda: errors.not_summoned(1),
    "duplicate": lambda: errors.forbidden(errors.DUPLICATE),
    "not_permitted": lambda: errors.forbidden(errors.NOT_PERMITTED),
    "suspended": lambda: errors.forbidden(
        "Your account is suspended and is not permitted to access this feature.",
    ),
    "locked": lambda: errors.forbidden(
        "To protect our users from spam and other malicious activity, this account is "
        "temporarily locked. Please log in to https://x.com to unlock your account.",
    ),
    "scope": lambda: errors.scope_missing("tweet.write"),
    "client": lambda: errors.problem(
        403,
        "Client Forbidden",
        "This request must be made using an approved developer account that is enrolled in "
        "the requested endpoint.",
        "client-forbidden",
        reason="client-not-enrolled",
    ),
}
"""Every 403 of x-platform §5, chosen with ``reason=``."""

HTML_503 = (
    "<!DOCTYPE html><html><head><title>X / Error</title></head>"
    "<body><h1>503 Service Unavailable</h1><p>Over capacity</p></body></html>"
)
HTML_502 = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n"
HTML_PORTAL = (
    "<!DOCTYPE html><html lang='es'><head><title>Acceso a la red</title></head><body>"
    "<form action='/login'><h1>Identifíquese para navegar</h1></form></body></html>"
)


@dataclass(slots=True)
class FaultRule:
    """``times`` None means until it is cleared; ``after`` lets that many requests pass first."""

    route: str
    kind: str
    times: int | None = 1
    probability: float = 1.0
    after: int = 0
    opts: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; one of {', '.join(sorted(KINDS))}")
        reason = self.opts.get("reason")
        if self.kind == "forbidden" and reason is not None and reason not in FORBIDDEN:
            raise ValueError(f"no such reason: {reason}; one of {', '.join(FORBIDDEN)}")

    @property
    def processed(self) -> bool:
        """Whether the request takes effect."""
        if self.kind in REFUSALS or self.kind in {"dropped", "late"}:
            return False
        if self.kind in DELAYS or self.kind in DATA:
            return True
        return bool(self.opts.get("processed", self.kind in PROCESSED))


class Faults:
    """The rules in force; deterministic for one seed and one order of requests."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._random = Random(f"faults/{seed}")
        self.rules: list[FaultRule] = []

    def add(self, rule: FaultRule) -> None:
        self.rules.append(rule)

    def clear(self) -> None:
        self.rules.clear()
        self._random = Random(f"faults/{self._seed}")

    def take(self, route: str) -> list[FaultRule]:
        """The faults that strike this request; of those that answer, only the first one."""
        struck: list[FaultRule] = []
        answered = False
        for rule in tuple(self.rules):
            if rule.route not in {route, "*"}:
                continue
            spoils = rule.kind not in DELAYS and rule.kind not in DATA
            if spoils and answered:
                continue
            if rule.after > 0:
                rule.after -= 1
                continue
            if rule.probability < 1 and self._random.random() >= rule.probability:
                continue
            if rule.times is not None:
                rule.times -= 1
                if rule.times <= 0:
                    self.rules.remove(rule)
            answered = answered or spoils
            struck.append(rule)
        return struck


def refusal(rule: FaultRule, wall: float) -> RefusedError:
    """The answer of a fault out of :data:`REFUSALS`."""
    opts = rule.opts
    if rule.kind in {"unauthorized", "revoked"}:
        return errors.unauthorized()
    if rule.kind == "credits":
        return errors.credits_depleted(int(opts.get("variant", 0)))
    if rule.kind == "not_found":
        return errors.not_found("tweet", str(opts.get("value", "")))
    if rule.kind == "forbidden":
        return FORBIDDEN[str(opts.get("reason", "not_permitted"))]()
    refused = errors.problem(429, "Too Many Requests", "Too Many Requests")
    reset = int(wall + float(opts.get("seconds", 900)))
    if opts.get("header", True):
        refused.headers |= {
            "x-rate-limit-limit": str(opts.get("limit", 300)),
            "x-rate-limit-remaining": "0",
            "x-rate-limit-reset": str(reset),
        }
    if opts.get("day"):
        day = str(int(wall + float(opts.get("day_seconds", 86_400))))
        for who in ("user", "app"):
            refused.headers |= {
                f"x-{who}-limit-24hour-limit": "10000",
                f"x-{who}-limit-24hour-remaining": "0",
                f"x-{who}-limit-24hour-reset": day,
            }
    if "retry_after" in opts:
        refused.headers["retry-after"] = str(opts["retry_after"])
    return refused
