"""When a link is dead, and when it is our own line that fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.domain.links import Answer, Fault, LinkRecord, after, is_us

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
URL = "https://www.seg-social.es/imv"
FINE, GONE, BROKEN = Answer(200, URL), Answer(404, URL), Answer(503, URL)
SILENT = Answer(None, URL, Fault.NO_ANSWER)


def looked(*looks: tuple[float, Answer]) -> LinkRecord:
    """Hours after the first look, and what came."""
    record = LinkRecord(URL)
    for hours, answer in looks:
        record = after(record, answer, NOW + timedelta(hours=hours))
    return record


def test_a_page_that_says_it_is_gone_is_believed_the_second_time() -> None:
    assert looked((0, GONE)).dead_since is None
    assert looked((0, GONE), (5, GONE)).dead_since is None
    dead = looked((0, GONE), (6, GONE))
    assert dead.dead_since == NOW + timedelta(hours=6)


def test_a_server_may_have_a_bad_night() -> None:
    assert looked((0, BROKEN), (24, SILENT), (47, BROKEN)).dead_since is None
    assert looked((0, BROKEN), (24, SILENT), (48, BROKEN)).dead_since is not None
    # Pressing the button again and again makes nothing older.
    assert looked(*((n / 60, SILENT) for n in range(40))).dead_since is None


def test_it_lives_as_soon_as_it_answers_and_begins_anew_when_it_fails_again() -> None:
    dead = [(0.0, GONE), (24.0, GONE)]
    alive = looked(*dead, (48, FINE))
    assert (alive.dead_since, alive.failures, alive.failing_since) == (None, 0, None)
    assert looked(*dead, (48, FINE), (72, GONE)).dead_since is None


def test_a_page_that_keeps_programs_out_is_there() -> None:
    for status in (401, 403, 405, 429, 451):
        assert looked(*((n * 24.0, Answer(status, URL)) for n in range(9))).dead_since is None


@given(st.lists(st.tuples(st.floats(0.1, 100), st.sampled_from([FINE, GONE, BROKEN, SILENT]))))
def test_dead_means_failing_now_and_for_hours(looks: list[tuple[float, Answer]]) -> None:
    at, record, hours = NOW, LinkRecord(URL), 0.0
    for gap, answer in looks:
        hours += gap
        at = NOW + timedelta(hours=hours)
        record = after(record, answer, at)
        if record.dead_since is not None:
            assert record.failures >= 2
            assert record.failing_since is not None
            assert record.dead_since - record.failing_since >= timedelta(hours=6)
        if answer is FINE:
            assert record.dead_since is None


def hosts(**answers: Answer) -> dict[str, Answer]:
    """Each host with what came; where an answer names no end of the way, it is the page itself."""
    return {
        (url := f"https://{host}.es/pagina"): replace(answer, final_url=url)
        if answer.final_url == URL
        else answer
        for host, answer in answers.items()
    }


def test_when_nothing_answers_it_is_us() -> None:
    assert is_us(hosts(a=SILENT))
    assert is_us(hosts(a=SILENT, b=SILENT, c=SILENT))
    assert is_us(hosts(a=FINE, b=SILENT, c=SILENT, d=SILENT))
    assert is_us(hosts(a=FINE, b=FINE, c=Answer(None, URL, Fault.PROXY)))
    assert not is_us(hosts(a=Answer(200, "https://a.es/x"), b=SILENT, c=FINE, d=FINE))
    assert not is_us(hosts(a=GONE, b=GONE, c=GONE)), "three pages may well be gone"
    assert not is_us({})


def test_a_sign_in_page_that_takes_all_is_no_answer_of_theirs() -> None:
    portal = Answer(200, "https://wifi.hotel.example/entrar")
    assert is_us(hosts(a=portal, b=portal, c=portal))
    assert not is_us(
        hosts(a=portal, b=Answer(200, "https://b.es/"), c=Answer(200, "https://c.es/"))
    )
