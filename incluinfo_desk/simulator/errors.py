"""X's refusals: problem+json bodies and the wordings seen in the field (x-platform §5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PROBLEMS = "https://api.x.com/2/problems/"

NOT_SUMMONED = (
    "Reply to this conversation is not allowed because you have not been mentioned or "
    "otherwise engaged by the author of the post you are replying to.",
    "You can only reply to or quote posts where you are mentioned or are the author.",
)
"""Both wordings of the summoned-replies rule; the second has its own title and type."""

DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
NOT_PERMITTED = "You are not permitted to perform this action."
INVALID_TOKEN = "Value passed for the token was invalid."
INVALID_CODE = "Value passed for the authorization code was invalid."

CREDITS: tuple[dict[str, Any], ...] = (
    {
        "type": f"{PROBLEMS}credits-depleted",
        "title": "Payment Required",
        "detail": "credits depleted",
        "status": 402,
    },
    {
        "type": f"{PROBLEMS}credits",
        "title": "CreditsDepleted",
        "detail": "Your enrolled account does not have any credits",
        "status": 402,
    },
    {
        "type": "https://api.twitter.com/2/problems/credits",
        "title": "CreditsDepleted",
        "detail": "Your enrolled account [000000] does not have any credits to fulfill this "
        "request.",
        "account_id": 0,
    },
)
"""Three bodies of a 402 seen by field projects."""


class RefusedError(Exception):
    """Ends a request with this status and body."""

    def __init__(
        self,
        status: int,
        body: dict[str, Any],
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status}")
        self.status = status
        self.body = body
        self.headers = dict(headers or {})


def problem(
    status: int, title: str, detail: str, kind: str | None = None, **more: Any
) -> RefusedError:
    """RFC 7807 as X writes it; ``kind`` is the last segment of ``type``."""
    body = {
        "title": title,
        "type": f"{PROBLEMS}{kind}" if kind else "about:blank",
        "status": status,
        "detail": detail,
        **more,
    }
    return RefusedError(status, body)


def unauthorized() -> RefusedError:
    return problem(401, "Unauthorized", "Unauthorized")


def forbidden(detail: str) -> RefusedError:
    return problem(403, "Forbidden", detail)


def not_summoned(wording: int) -> RefusedError:
    detail = NOT_SUMMONED[wording % 2]
    if wording % 2 == 0:
        return forbidden(detail)
    return problem(403, "Authorization Error", detail, "not-authorized-for-resource")


def scope_missing(scope: str) -> RefusedError:
    return forbidden(
        f"Your client app is not configured with the appropriate oauth2 scope: {scope}",
    )


def credits_depleted(variant: int = 0) -> RefusedError:
    return RefusedError(402, dict(CREDITS[variant % len(CREDITS)]))


def invalid(parameter: str, value: str, message: str) -> RefusedError:
    """400 with the parameter named, as X validates a request."""
    return RefusedError(
        400,
        {
            "errors": [{"parameters": {parameter: [value]}, "message": message}],
            "title": "Invalid Request",
            "detail": "One or more parameters to your request was invalid.",
            "type": f"{PROBLEMS}invalid-request",
        },
    )


def not_found(kind: str, value: str) -> RefusedError:
    return RefusedError(404, {**missing(kind, value, "id"), "status": 404})


def oauth(error: str, description: str, status: int = 400) -> RefusedError:
    """The token endpoint speaks OAuth, not problem+json."""
    return RefusedError(status, {"error": error, "error_description": description})


def missing(kind: str, value: str, parameter: str = "ids") -> dict[str, Any]:
    """A partial error inside a 200: the resource is gone."""
    return {
        "value": value,
        "detail": f"Could not find {kind} with {parameter}: [{value}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": value,
        "type": f"{PROBLEMS}resource-not-found",
    }


def unseen(kind: str, value: str, parameter: str = "ids") -> dict[str, Any]:
    """A partial error inside a 200: there, but its author is protected."""
    return {
        "value": value,
        "detail": f"Sorry, you are not authorized to see the {kind} with {parameter}: [{value}].",
        "title": "Authorization Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": value,
        "type": f"{PROBLEMS}not-authorized-for-resource",
    }
