"""Looking at pages, against a real server: what it finds, and what it never does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from incluinfo_desk.channels.links import WebProber
from incluinfo_desk.domain.links import Answer, Fault

from .odd_server import Odd, OddServer


async def page(request: web.Request) -> web.StreamResponse:
    """``/404`` gives 404; ``/no-head`` refuses HEAD; ``/move/301/x`` leads to ``/x``."""
    name = request.match_info["name"]
    parts = name.split("/")
    if parts[0] == "move":
        return web.Response(status=int(parts[1]), headers={"Location": "/" + parts[2]})
    if name == "no-head":
        return web.Response(status=200 if request.method == "GET" else 405)
    if name == "file":
        return web.Response(status=302, headers={"Location": "file:///etc/passwd"})
    if name == "round":
        return web.Response(status=302, headers={"Location": "/round"})
    return web.Response(status=int(name), headers={"Set-Cookie": "a=1"})


@asynccontextmanager
async def pages(seen: list[tuple[str, str, str]]) -> AsyncIterator[str]:
    async def handle(request: web.Request) -> web.StreamResponse:
        seen.append((request.method, request.path, request.headers.get("Cookie", "")))
        return await page(request)

    app = web.Application()
    app.router.add_route("*", "/{name:.*}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_it_tells_there_gone_broken_and_moved_apart() -> None:
    seen: list[tuple[str, str, str]] = []
    prober = WebProber()
    async with pages(seen) as base:

        async def look(path: str) -> Answer:
            return await prober.look(f"{base}/{path}")

        assert await look("200") == Answer(200, f"{base}/200")
        assert seen == [("HEAD", "/200", "")], "a page that is there costs no more than its head"
        assert (await look("404")).status == 404
        assert (await look("503")).status == 503
        assert (await look("no-head")).status == 200
        assert await look("move/301/200") == Answer(200, f"{base}/200", moved_for_good=True)
        assert await look("move/302/200") == Answer(200, f"{base}/200")
        assert (await look("move/301/404")).status == 404
        assert (await look("file")).fault is Fault.REDIRECTS
        assert (await look("round")).fault is Fault.REDIRECTS
        assert (await look("511")).fault is Fault.PROXY
        assert {cookie for _, _, cookie in seen} == {""}
    gone = await prober.look(f"{base}/200")
    assert (gone.status, gone.fault) == (None, Fault.NO_ANSWER)
    await prober.close()


async def test_what_answers_with_something_else_than_http_is_no_answer() -> None:
    prober = WebProber()
    for odd in (Odd.CLOSE, Odd.RESET, b"no es HTTP\r\n\r\n"):
        async with OddServer(odd, odd) as server:
            assert (await prober.look(f"{server.url}/")).fault is Fault.NO_ANSWER
    await prober.close()


async def test_through_the_proxy_of_the_settings_and_its_refusal_is_not_the_pages() -> None:
    seen: list[tuple[str, str, str]] = []
    async with pages(seen) as proxy:
        prober = WebProber(lambda: proxy)
        assert (await prober.look("http://www.seg-social.invalid/200")).status == 200
        assert seen[-1][:2] == ("HEAD", "/200")
        assert (await prober.look("http://www.seg-social.invalid/407")).fault is Fault.PROXY
        assert (await prober.look("https://www.seg-social.invalid/")).status is None
        await prober.close()


async def test_what_greets_in_another_tongue_is_no_page() -> None:
    prober = WebProber()
    async with OddServer(Odd.GREET) as server:
        url = server.url.replace("http://", "https://")
        assert (await prober.look(url)).status is None
    await prober.close()
