"""Whether X's API lets us answer a post, and what a request costs.

Rule and prices: x-platform §1 and §2 (X documents of 2026-08-22).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from incluinfo_desk.domain.outgoing import Kind
from incluinfo_desk.domain.post import AccountId, Post, PostId


def may_reply(
    post: Post,
    our_id: AccountId,
    enterprise: bool = False,
    our_posts: frozenset[PostId] = frozenset(),
) -> bool:
    """Whether a reply to ``post`` through the API will be accepted.

    Since 2026-02-23 the author must have summoned us (an @mention, or a quote of a post of
    ours, named in ``our_posts``) or be us; an Enterprise contract is exempt. Otherwise a
    person answers on X itself.
    """
    if enterprise or post.author.id == our_id or our_id in post.mentions:
        return True
    return post.quotes is not None and post.quotes in our_posts


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars a request; the defaults are X's list of 2026-08 (x-platform §1)."""

    read_post: Decimal = Decimal("0.005")
    read_own: Decimal = Decimal("0.001")
    """A post or mention of the account that owns the app."""
    read_user: Decimal = Decimal("0.010")
    post: Decimal = Decimal("0.015")
    post_with_url: Decimal = Decimal("0.200")
    summoned_reply: Decimal = Decimal("0.010")
    delete: Decimal = Decimal("0.010")
    hide: Decimal = Decimal("0.005")

    @classmethod
    def of(cls, own: Mapping[str, float]) -> Prices:
        """The list with an officer's own figures in place; unknown names are ignored."""
        known = {each.name for each in fields(cls)}
        return cls(**{k: Decimal(str(v)) for k, v in own.items() if k in known})


def cost(kind: Kind, has_url: bool, prices: Prices | None = None) -> Decimal:
    """Estimated price of one request in US dollars.

    X does not say whether a summoned reply that holds a URL costs 0.010 or 0.200: the
    dearer one is taken, so that a budget never runs out by surprise.
    """
    prices = prices or Prices()
    match kind:
        case Kind.DELETION:
            return prices.delete
        case Kind.HIDE | Kind.UNHIDE:
            return prices.hide
        case Kind.REPLY:
            return prices.post_with_url if has_url else prices.summoned_reply
        case Kind.STANDALONE | Kind.THREAD_PART:
            return prices.post_with_url if has_url else prices.post
