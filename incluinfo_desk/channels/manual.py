"""The manual way: X's own page with the answer already written, for a person to send."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from incluinfo_desk.domain.post import PostId

INTENT = "https://x.com/intent/post"
"""X's web intent; it needs no API, no credit and no "summons"."""


def intent_url(post_id: PostId | None, text: str) -> str:
    """Address that opens X's editor with ``text``, answering ``post_id`` when given.

    For what the API refuses (``NOT_SUMMONED``) or when it is down. Nothing is published
    until the person presses X's own button.
    """
    query = {"text": text}
    if post_id is not None:
        query["in_reply_to"] = post_id
    return f"{INTENT}?{urlencode(query, quote_via=quote)}"
