"""Who may be answered through the API, and for how much."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from incluinfo_desk.domain.eligibility import Prices, cost, may_reply
from incluinfo_desk.domain.outgoing import Kind
from incluinfo_desk.domain.post import AccountId, Author, Post, PostId

US = AccountId("1")


def post(author: str = "2", mentions: tuple[str, ...] = (), quotes: str | None = None) -> Post:
    return Post(
        id=PostId("10"),
        author=Author(AccountId(author), "ana", "Ana"),
        text="hola",
        created_at=datetime(2026, 11, 23, tzinfo=UTC),
        thread_id=PostId("10"),
        mentions=tuple(AccountId(m) for m in mentions),
        quotes=PostId(quotes) if quotes else None,
    )


def test_a_summons_opens_the_reply() -> None:
    assert may_reply(post(mentions=("3", "1")), US)
    assert may_reply(post(author="1"), US)
    assert may_reply(post(quotes="7"), US, our_posts=frozenset([PostId("7")]))


def test_without_a_summons_only_enterprise_may() -> None:
    assert not may_reply(post(mentions=("3",)), US)
    assert not may_reply(post(quotes="7"), US, our_posts=frozenset([PostId("8")]))
    assert may_reply(post(), US, enterprise=True)


@pytest.mark.parametrize(
    ("kind", "has_url", "price"),
    [
        (Kind.REPLY, False, "0.010"),
        (Kind.REPLY, True, "0.200"),
        (Kind.STANDALONE, False, "0.015"),
        (Kind.THREAD_PART, True, "0.200"),
        (Kind.DELETION, False, "0.010"),
        (Kind.HIDE, False, "0.005"),
        (Kind.UNHIDE, False, "0.005"),
    ],
)
def test_cost_follows_the_price_list(kind: Kind, has_url: bool, price: str) -> None:
    assert cost(kind, has_url) == Decimal(price)


def test_prices_can_be_set() -> None:
    assert cost(Kind.REPLY, False, Prices(summoned_reply=Decimal(0))) == 0
