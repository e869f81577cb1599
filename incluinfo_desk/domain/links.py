"""When a link of an answer counts as dead, and when a failure is our own.

The rule (INC-49). A page that says it is gone (404, 410) is believed when it says so twice,
six hours apart or more. Anything else that fails (no name, no answer, a broken certificate,
5xx) has to fail three times in a row over two days: servers have bad nights. "You may not"
(401, 403, 405, 429 and their kin) is an answer: the page is there and only keeps programs out.

A whole round is thrown away when it speaks of us and not of them: nothing answered at all, or
half of several hosts and more failed together, or links of several hosts all lead to one
foreign host (the sign-in page of a hotel or of a proxy).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

GONE = frozenset({404, 410})
GONE_TIMES, GONE_SPAN = 2, timedelta(hours=6)
FAILED_TIMES, FAILED_SPAN = 3, timedelta(hours=48)
FEW = 3
"""Below so many hosts in a round nothing is concluded from how many of them fail."""


class Fault(StrEnum):
    """Why no status came."""

    NONE = ""
    NO_NAME = "no_name"
    NO_ANSWER = "no_answer"
    CERTIFICATE = "certificate"
    PROXY = "proxy"
    """Something between us and the page answered in its place: never the page's fault."""
    REDIRECTS = "redirects"
    """It leads round in circles, or to where a browser must not go."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one look at an address."""

    status: int | None
    final_url: str = ""
    """Where redirects led; the address itself when there were none."""
    fault: Fault = Fault.NONE
    moved_for_good: bool = False
    """Every redirect on the way was permanent (301, 308): the link should be rewritten."""


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """What is known of one address over time."""

    url: str
    checked_at: datetime | None = None
    status: int | None = None
    fault: Fault = Fault.NONE
    final_url: str = ""
    moved_for_good: bool = False
    failures: int = 0
    """Failed looks in a row."""
    failing_since: datetime | None = None
    dead_since: datetime | None = None
    """When it was found dead; None while it counts as alive."""

    @property
    def redirected(self) -> bool:
        return bool(self.final_url) and self.final_url != self.url


def works(answer: Answer) -> bool:
    """Whether the page is there, whatever it thinks of programs."""
    if answer.status is None:
        return False
    return answer.status not in GONE and answer.status < 500


def after(record: LinkRecord, answer: Answer, now: datetime) -> LinkRecord:
    """What is known once ``answer`` came at ``now``."""
    seen = replace(
        record,
        checked_at=now,
        status=answer.status,
        fault=answer.fault,
        final_url=answer.final_url,
        moved_for_good=answer.moved_for_good,
    )
    if works(answer):
        return replace(seen, failures=0, failing_since=None, dead_since=None)
    since = record.failing_since or now
    seen = replace(seen, failures=record.failures + 1, failing_since=since)
    times, span = (GONE_TIMES, GONE_SPAN) if answer.status in GONE else (FAILED_TIMES, FAILED_SPAN)
    dead = record.dead_since is not None or (seen.failures >= times and now - since >= span)
    return replace(seen, dead_since=(record.dead_since or now) if dead else None)


def is_us(round_: Mapping[str, Answer]) -> bool:
    """Whether a round of looks tells of our own line, so that nothing of it may be kept."""
    if not round_:
        return False
    if any(answer.fault is Fault.PROXY for answer in round_.values()):
        return True
    if all(answer.status is None for answer in round_.values()):
        return True
    answers_of: defaultdict[str, list[Answer]] = defaultdict(list)
    for url, answer in round_.items():
        answers_of[host_of(url)].append(answer)
    many = len(answers_of)
    if many < FEW:
        return False
    silent = sum(all(a.status is None for a in answers) for answers in answers_of.values())
    if silent * 2 >= many:
        return True
    led = Counter[str]()
    for answers in answers_of.values():
        led.update({host_of(answer.final_url) for answer in answers})
    return any(host not in answers_of and times * 2 >= many for host, times in led.items())


def host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return ""


def address(link: str) -> str:
    """What is asked for: the link without the place inside the page."""
    return link.partition("#")[0].strip()
