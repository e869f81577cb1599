"""The simulator as a server on loopback: X's API, its consent page and the control port."""

from __future__ import annotations

from aiohttp import web

from incluinfo_desk.simulator import api, errors, media, oauth
from incluinfo_desk.simulator.citizens import Citizens
from incluinfo_desk.simulator.clock import SimClock
from incluinfo_desk.simulator.control import Control
from incluinfo_desk.simulator.errors import RefusedError
from incluinfo_desk.simulator.front import Answer, Call, Front, Route, only_local, unknown
from incluinfo_desk.simulator.oauth import Grants
from incluinfo_desk.simulator.world import World

HOST = "127.0.0.1"
MAX_BODY = 6 * 1024 * 1024


class Simulator:
    """X on loopback. ``day`` peoples it; ``auto_consent`` spares the consent page's click.

    ``world`` and ``grants`` may be used directly, but only from the loop that started it.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        speed: float = 1.0,
        port: int = 0,
        day: bool = True,
        auto_consent: bool = True,
        clock: SimClock | None = None,
    ) -> None:
        self.world = World(seed, clock or SimClock(speed))
        self.grants = Grants(self.world)
        self.auto_consent = auto_consent
        self._port = port
        self._citizens = Citizens(self.world) if day else None
        self._runner: web.AppRunner | None = None
        if self._citizens:
            self._citizens.begin()

    @property
    def base_url(self) -> str:
        """Where ``--api-url`` points; known once started."""
        return f"http://{HOST}:{self._port}"

    @property
    def control_url(self) -> str:
        return f"{self.base_url}/control"

    async def start(self) -> None:
        """Listen; raises OSError when the port is taken."""
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, HOST, self._port)
        try:
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._port = int(runner.addresses[0][1])

    async def stop(self) -> None:
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    def restart(self) -> None:
        """Empty the world and, with ``day``, let the same day begin again."""
        self.world.reset()
        self.grants.clear()
        if self._citizens:
            self._citizens.begin()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[only_local], client_max_size=MAX_BODY)
        front = Front(self.world, self.grants)
        front.mount(app, api.ROUTES)
        front.mount(app, media.ROUTES)
        front.mount(
            app,
            [
                Route("POST", "/2/oauth2/token", "token", self._token, public=True),
                Route("POST", "/2/oauth2/revoke", "revoke", self._revoke, public=True),
            ],
        )
        app.router.add_route("GET", "/i/oauth2/authorize", self._authorize)
        app.router.add_route("POST", "/i/oauth2/authorize", self._decide)
        Control(self.world, self.grants, self.restart).mount(app)
        app.router.add_route("*", "/{rest:.*}", unknown)
        return app

    def _token(self, call: Call) -> Answer:
        return Answer(self.grants.token(call.form))

    def _revoke(self, call: Call) -> Answer:
        return Answer(self.grants.revoke(call.form))

    async def _authorize(self, request: web.Request) -> web.StreamResponse:
        """The consent page; ``auto=1`` in the query redirects at once, ``auto=0`` never."""
        try:
            asked = self.grants.asked(request.query)
        except RefusedError as refused:
            return _html(oauth.error_page(refused), 400)
        auto = request.query.get("auto")
        if auto == "1" or (self.auto_consent and auto != "0"):
            raise web.HTTPFound(self.grants.consent(asked))
        return _html(oauth.page(asked, request.path_qs))

    async def _decide(self, request: web.Request) -> web.StreamResponse:
        try:
            asked = self.grants.asked(request.query)
        except RefusedError as refused:
            return _html(oauth.error_page(refused), 400)
        decision = (await request.post()).get("decision")
        if decision == "allow":
            raise web.HTTPFound(self.grants.consent(asked))
        if decision == "deny":
            raise web.HTTPFound(self.grants.refusal(asked))
        return _html(oauth.error_page(errors.oauth("invalid_request", "decision")), 400)


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        text=text,
        content_type="text/html",
        headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"},
    )
