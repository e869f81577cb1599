"""What X lets us publish: summoned replies only, and not the same words twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from incluinfo_desk.simulator import errors
from incluinfo_desk.simulator.model import SimPost
from incluinfo_desk.simulator.text import without_carried

if TYPE_CHECKING:
    from incluinfo_desk.simulator.world import World

DUPLICATE_WITHIN = timedelta(hours=12)
"""X says "recent" and no more; half a day covers a shift of the desk."""


@dataclass(slots=True)
class Rules:
    """The undocumented or changing parts of X, to be set by a test or an instructor."""

    dialect: str = "echo"
    """``echo`` answers in the vocabulary asked in; ``new`` and ``legacy`` insist on one."""
    summoned: bool = True
    """Only posts that mention or quote us may be answered (self-serve, 2026-02-23)."""
    summoned_wording: int = 0
    duplicates: str = "target"
    """``target``: the same words may go to two citizens, as the carried @ differs;
    ``account``: never the same words twice."""
    out_of_credits: bool = False
    gone_status: int = 404
    """What answering a deleted post gives: 404, or X's older 403."""
    mention_depth: int = 800
    media_states: tuple[str, ...] = ("pending", "in_progress", "succeeded")
    """What STATUS says of a video or GIF, one after the other; the last one stays."""


def reply_target(world: World, post_id: str) -> SimPost:
    """The post we may answer; raises :class:`.errors.RefusedError`."""
    target = world.find(post_id)
    if target is None or target.deleted or not world.visible(target):
        if world.rules.gone_status == 403:
            raise errors.forbidden(
                "You attempted to reply to a Tweet that is deleted or not visible to you.",
            )
        raise errors.not_found("tweet", post_id)
    ours = target.author_id == world.OUR_ID
    quoted = world.find(target.quotes) if target.quotes else None
    summoned = world.OUR_ID in target.mentions or (quoted and quoted.author_id == world.OUR_ID)
    if world.rules.summoned and not ours and not summoned:
        raise errors.not_summoned(world.rules.summoned_wording)
    return target


def refuse_duplicate(
    world: World,
    text: str,
    target: SimPost | None,
    media: tuple[str, ...],
) -> None:
    """Raise X's 403 when we said this lately; a picture makes it another post."""
    if media:
        return
    oldest = world.clock.now() - DUPLICATE_WITHIN
    for post in world.timeline(world.OUR_ID):
        if post.created_at < oldest:
            return
        same = without_carried(post.text).strip() == without_carried(text).strip()
        elsewhere = post.in_reply_to != (target.id if target else None)
        if same and not (elsewhere and world.rules.duplicates == "target"):
            raise errors.forbidden(errors.DUPLICATE)
