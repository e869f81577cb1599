"""Whatever bytes come down the line, the desk gets a document or a problem."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.channels.x import failures
from incluinfo_desk.channels.x.failures import Answer, Body
from incluinfo_desk.channels.x.line import parse
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    Limited,
    NoCredits,
    OutcomeUnknown,
    ProxyRefused,
    Refused,
    Unauthorised,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
READ = ProxyRefused | Limited | Unauthorised | NoCredits | ChannelDown | BadAnswer
WRITE = ProxyRefused | Limited | Unauthorised | NoCredits | Refused | OutcomeUnknown

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(
    st.sampled_from(["type", "title", "detail", "errors", "code", "message", "status", "data"]),
    VALUES | st.lists(st.dictionaries(st.sampled_from(["code", "message", "parameters"]), VALUES)),
)
HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "date",
            "retry-after",
            "content-type",
            *(f"x-rate-limit-{part}" for part in ("limit", "remaining", "reset")),
            *(f"x-app-limit-24hour-{part}" for part in ("limit", "remaining", "reset")),
        ],
    ),
    st.text(max_size=20) | st.integers().map(str),
)


@given(st.binary() | st.text().map(str.encode), HEADERS)
def test_any_bytes_are_read(content: bytes, headers: dict[str, str]) -> None:
    answer = parse(200, headers, content)
    assert isinstance(answer.document, dict)
    assert answer.ok is (answer.body is Body.JSON)


@given(st.integers(100, 599), HEADERS, DOCUMENTS, st.sampled_from(Body), st.booleans())
def test_any_answer_has_a_problem_of_the_port_or_none(
    status: int,
    headers: dict[str, str],
    document: dict[str, object],
    body: Body,
    write: bool,
) -> None:
    answer = Answer(status, headers, body, document if body is Body.JSON else {})
    problem = failures.of_answer(answer, write=write, now=NOW)
    assert (problem is None) is answer.ok
    assert problem is None or isinstance(problem, WRITE if write else READ)
    failures.is_about_fields(answer)
    for quota in failures.windows(headers, NOW).values():
        assert quota.resets_at.tzinfo is not None
    if isinstance(problem, Limited) and problem.until is not None:
        assert problem.until > NOW
    if isinstance(problem, Refused):
        assert 400 <= status < 500
        assert body is Body.JSON
        assert problem.detail.isprintable()
