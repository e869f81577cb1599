"""The instructor's desk: seed, inspect, spoil and wind the simulated day over HTTP.

Everything lives under ``/control`` on the same loopback port and speaks plain JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from incluinfo_desk.simulator.clock import DAY
from incluinfo_desk.simulator.model import SimPost
from incluinfo_desk.simulator.oauth import Grants
from incluinfo_desk.simulator.rules import Rules
from incluinfo_desk.simulator.wire import stamp
from incluinfo_desk.simulator.world import World


class Control:
    """Routes for an instructor or a test in another process."""

    def __init__(self, world: World, grants: Grants, restart: Callable[[], None]) -> None:
        self._world = world
        self._grants = grants
        self._restart = restart

    def mount(self, app: web.Application) -> None:
        add = app.router.add_route
        for method, path, handler in (
            ("GET", "/control/state", self._state),
            ("GET", "/control/posts", self._posts),
            ("POST", "/control/posts", self._write),
            ("GET", "/control/posts/{id}", self._post),
            ("GET", "/control/posts/{id}/replies", self._replies),
            ("POST", "/control/posts/{id}/edit", self._edit),
            ("DELETE", "/control/posts/{id}", self._delete),
            ("POST", "/control/accounts/{handle}/protect", self._protect),
            ("GET", "/control/requests", self._requests),
            ("POST", "/control/time", self._time),
            ("GET", "/control/faults", self._faults),
            ("POST", "/control/faults", self._fault),
            ("DELETE", "/control/faults", self._no_faults),
            ("POST", "/control/rules", self._rules),
            ("POST", "/control/burst", self._burst),
            ("POST", "/control/grant", self._grant),
            ("POST", "/control/revoke", self._revoke),
            ("POST", "/control/reset", self._reset),
        ):
            add(method, path, _plain(handler))

    def _state(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._world.settle()
        clock = self._world.clock
        day, second = divmod(int(clock.story()), DAY)
        return {
            "now": stamp(clock.now()),
            "story": f"{second // 3600:02d}:{second % 3600 // 60:02d}:{second % 60:02d}",
            "day": day,
            "speed": clock.speed,
            "paused": clock.paused,
            "seed": self._world.seed,
            "our_id": self._world.OUR_ID,
            "posts": len(self._world.posts),
            "rules": asdict(self._world.rules),
        }

    def _posts(self, request: web.Request, body: dict[str, Any]) -> Any:
        posts = self._world.posts
        if request.query.get("author") == "us":
            posts = self._world.our_posts
        return {"posts": [self._shown(post) for post in posts]}

    def _write(self, request: web.Request, body: dict[str, Any]) -> Any:
        allowed = {
            "text", "handle", "name", "in_reply_to", "mention", "quotes", "lang",
            "absent_from_mentions",
        }  # fmt: skip
        return {"id": self._world.citizen_posts(**_only(body, allowed))}

    def _post(self, request: web.Request, body: dict[str, Any]) -> Any:
        return self._shown(self._there(request))

    def _replies(self, request: web.Request, body: dict[str, Any]) -> Any:
        replies = self._world.replies_to(self._there(request).id)
        return {"posts": [self._shown(post) for post in replies]}

    def _edit(self, request: web.Request, body: dict[str, Any]) -> Any:
        return {"id": self._world.citizen_edits(self._there(request).id, str(body["text"]))}

    def _delete(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._world.citizen_deletes(self._there(request).id)
        return {"deleted": True}

    def _protect(self, request: web.Request, body: dict[str, Any]) -> Any:
        protected = bool(body.get("protected", True))
        self._world.citizen_protects(request.match_info["handle"], protected)
        return {"protected": protected}

    def _requests(self, request: web.Request, body: dict[str, Any]) -> Any:
        seen = [asdict(r) | {"at": stamp(r.at)} for r in self._world.requests]
        return {"requests": seen}

    def _time(self, request: web.Request, body: dict[str, Any]) -> Any:
        """``advance`` seconds, ``jump`` to "HH:MM" of the story, ``speed``, ``paused``."""
        for name, value in body.items():
            if name == "advance":
                self._world.advance(float(value))
            elif name == "jump":
                self._world.jump(self._story(str(value)))
            elif name == "speed":
                self._world.set_speed(float(value))
            elif name == "paused":
                self._world.pause(bool(value))
            else:
                raise ValueError(f"unknown key: {name}")
        return self._state(request, {})

    def _faults(self, request: web.Request, body: dict[str, Any]) -> Any:
        return {"faults": [asdict(rule) for rule in self._world.faults.rules]}

    def _fault(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._world.fault(**body)
        return self._faults(request, {})

    def _no_faults(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._world.faults.clear()
        return {"faults": []}

    def _rules(self, request: web.Request, body: dict[str, Any]) -> Any:
        known = asdict(Rules())
        for name, value in _only(body, set(known)).items():
            setattr(self._world.rules, name, tuple(value) if isinstance(value, list) else value)
        return asdict(self._world.rules)

    def _burst(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._world.burst(int(body["count"]), float(body["seconds"]))
        return {"count": body["count"]}

    def _grant(self, request: web.Request, body: dict[str, Any]) -> Any:
        access, refresh = self._grants.grant()
        return {"access_token": access, "refresh_token": refresh}

    def _revoke(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._grants.revoke_all()
        return {"revoked": True}

    def _reset(self, request: web.Request, body: dict[str, Any]) -> Any:
        self._restart()
        return self._state(request, {})

    def _there(self, request: web.Request) -> SimPost:
        self._world.settle()
        post = self._world.find(request.match_info["id"])
        if post is None:
            raise KeyError(request.match_info["id"])
        return post

    def _story(self, clock: str) -> float:
        match = re.fullmatch(r"(\d{1,2}):(\d{2})", clock)
        if match is None:
            raise ValueError(f"HH:MM expected, not {clock}")
        second = int(match[1]) * 3600 + int(match[2]) * 60
        day = int(self._world.clock.story() // DAY)
        moment = day * DAY + second
        return float(moment if moment >= self._world.clock.story() else moment + DAY)

    def _shown(self, post: SimPost) -> dict[str, Any]:
        account = self._world.account(post.author_id)
        return {
            "id": post.id,
            "text": post.text,
            "handle": account.handle if account else "",
            "name": account.name if account else "",
            "created_at": stamp(post.created_at),
            "conversation_id": post.conversation_id,
            "in_reply_to": post.in_reply_to,
            "quotes": post.quotes,
            "media": list(post.media),
            "versions": list(post.versions),
            "deleted": post.deleted,
            "hidden": post.hidden,
            "label": asdict(post.label) if post.label else None,
        }


def _plain(
    handler: Callable[[web.Request, dict[str, Any]], Any],
) -> Callable[[web.Request], Any]:
    """JSON in, JSON out; what the caller got wrong comes back as a sentence."""

    async def serve(request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.text() or "{}")
            if not isinstance(body, dict):
                raise TypeError("a JSON object is expected")
            return web.json_response(handler(request, body))
        except KeyError as missing:
            return web.json_response({"error": f"not found: {missing}"}, status=404)
        except (TypeError, ValueError) as wrong:
            return web.json_response({"error": str(wrong)}, status=400)

    return serve


def _only(body: dict[str, Any], allowed: set[str]) -> dict[str, Any]:
    if unknown := set(body) - allowed:
        raise ValueError(f"unknown keys: {', '.join(sorted(unknown))}")
    return body
