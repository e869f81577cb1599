"""The same question in many words is one gap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.gaps import Asked, Gap, TopicCoverage, grouped, share

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def groups(*texts: str) -> list[tuple[str, int]]:
    asked = [
        Asked(ConversationId(str(n)), text, "imv", NOW + timedelta(minutes=n))
        for n, text in enumerate(texts)
    ]
    return [(gap.example.text, gap.count) for gap in grouped(asked)]


def test_the_same_doubt_is_counted_once_whatever_its_spelling() -> None:
    found = groups(
        "¿El bono térmico cuenta como renta para el IMV?",
        "hola @incluinfo, el bono termico cuenta de renta??",
        "Me han dado el bono térmico, ¿cuenta como rentas?",
        "¿Puedo pagar las cuotas con Bizum?",
        "se pueden pagar cuotas por bizum",
        "¿Dónde presento la autorización de regreso?",
    )
    assert [count for _, count in found] == [3, 2, 1]
    assert "bono" in found[0][0]


def test_a_long_story_does_not_take_every_question_in() -> None:
    story = (
        "Cobraba el paro y trabajé en Francia, después cuidé de mi madre, pagué cuotas de "
        "autónomo, pedí el IMV y la jubilación y ahora no sé si me toca el paro o la viudedad"
    )
    found = groups(story, "¿Cuánto es la cuota de autónomo?", "¿Trabajar en Francia cotiza aquí?")
    assert max(count for _, count in found) <= 2


def test_nothing_asked_is_no_gap_and_empty_words_do_not_fall_together_with_all() -> None:
    assert grouped(()) == ()
    assert [count for _, count in groups("???", "¿El bono térmico cuenta?")] == [1, 1]


def test_thousands_are_grouped_without_comparing_each_with_each() -> None:
    asked = [
        Asked(ConversationId(str(n)), f"¿Cómo pido la ayuda número{n % 300} del plan?", None, NOW)
        for n in range(3_000)
    ]
    gaps: tuple[Gap, ...] = grouped(asked)
    assert sum(gap.count for gap in gaps) == 3_000


def test_the_share_of_covered_questions_is_of_all_that_were_asked() -> None:
    rows = (TopicCoverage("imv", {}, 10, 7), TopicCoverage("", {}, 5, 0))
    assert share(rows) == (7, 15)
    assert all(row.lacks for row in rows)
