"""The whole core through a bad day at DEBUG: ``python -m tests.hostile.leaks FOLDER``.

Run by ``test_canaries.py``, which then looks for every secret and identifier in whatever
was left behind. Writes the secrets of the day as JSON to the standard output.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from incluinfo_desk import logs
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.channels.x.channel import XChannel
from incluinfo_desk.channels.x.line import Timeouts
from incluinfo_desk.channels.x.sign_in import XGate
from incluinfo_desk.channels.x.tokens import Tokens
from incluinfo_desk.clock import SystemClock
from incluinfo_desk.crash import CrashReporter
from incluinfo_desk.credentials import MemoryVault
from incluinfo_desk.domain.events import Link, LinkChanged
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import Author
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.knowledge import Knowledge
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.operations.spending import MeteredChannel, Spending
from incluinfo_desk.operations.suggesting import Suggesting, starter_index
from incluinfo_desk.operations.watch_mentions import MentionsWatch
from incluinfo_desk.paths import Profile
from incluinfo_desk.simulator.thread import SimulatorThread
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.store import Store

IDENTIFIERS = {
    "dni": "73946251D",
    "nie": "X8271936D",
    "naf": "281234567840",
    "iban": "ES9121000418450200051332",
    "phone": "687315942",
    "email": "canario.privado@correo.example",
    "case": "2025/CANARIO-7731946",
}
"""Nobody's; the check digits are right."""
POSTS = (
    "Mi DNI es 73946251D, ¿cuándo cobro el IMV?",
    "NIE X8271936D y NUSS 28 1234567840, no me contestan",
    "Ingresen en ES91 2100 0418 4502 0005 1332 por favor, IBAN mío",
    "Llámenme al 687 31 59 42 o a canario.privado@correo.example",
    "expediente 2025/CANARIO-7731946 sin resolver, ＤＮＩ ７３９４６２５１Ｄ",
)
FAULTS = ("unavailable", "captive", "bad_gateway", "truncated", "strange", "empty", "reset")


def _consent(url: str) -> None:
    """The browser, in a thread of its own."""

    def visit() -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with suppress(OSError), opener.open(url, timeout=10) as page:
            page.read()

    threading.Thread(target=visit, daemon=True).start()


async def day(profile: Profile, simulator: SimulatorThread, address: str) -> dict[str, str]:
    clock, errors = SystemClock(), CrashReporter(profile.crash_dir)

    def report(error: BaseException) -> None:
        errors.report(error)

    background, bus = Background(report), Bus(report)
    asyncio.get_running_loop().set_exception_handler(errors.on_loop_error)
    vault = MemoryVault()
    tokens = Tokens(
        vault, client_id="escritorio", lock=profile.data_dir / "tokens.lock", now=clock.now,
        base_url=address,
    )  # fmt: skip
    store = await Store.open(profile.data_dir, clock.now)
    spending = Spending(store=store, clock=clock)
    short = Timeouts(connect=1, read=2, write=2)
    channel = MeteredChannel(
        XChannel(base_url=address, tokens=tokens, now=clock.now, timeouts=short), spending
    )
    suggesting = Suggesting(store=store, make_index=starter_index, clock=clock, bus=bus)
    watch = MentionsWatch(
        channel=channel, store=store, suggesting=suggesting, bus=bus, clock=clock,
        poll_seconds=lambda: 1,
    )  # fmt: skip
    us: list[Author] = []
    answering = Answering(
        store=store, suggesting=suggesting, bus=bus, clock=clock, undo_seconds=lambda: 0,
        officer=lambda: "AP", our_id=lambda: us[0].id,
    )  # fmt: skip
    publisher = Publisher(
        channel=channel, store=store, bus=bus, clock=clock, account=lambda: us[0],
        data_dir=profile.data_dir,
    )  # fmt: skip
    knowledge = Knowledge.joined(
        store=store, suggesting=suggesting, bus=bus, background=background, clock=clock,
        officer=lambda: "AP",
    )  # fmt: skip
    gate = XGate(tokens=tokens, ports=(0,))
    us.append(await gate.sign_in(_consent))
    secrets = {f"first {n}": vault.get(n) or "" for n in ("access_token", "refresh_token")}
    await tokens.renew(secrets["first access_token"])
    secrets |= {f"second {n}": vault.get(n) or "" for n in ("access_token", "refresh_token")}

    polled = asyncio.Event()
    seen: list[Link] = []

    def heard(event: LinkChanged) -> None:
        seen.append(event.link)
        if event.link is Link.CONNECTED:
            polled.set()

    bus.subscribe(LinkChanged, heard)
    ids = [simulator.call(lambda w, t=t, n=n: w.citizen_posts(t, handle=f"v{n}", name=f"V {n}"))  # type: ignore[misc]
           for n, t in enumerate(POSTS)]  # fmt: skip
    background.start("watch", watch.run())
    await polled.wait()
    page = await store.conversations.page(Filter())
    assert len(page.rows) == len(ids)
    background.start("publisher", publisher.run())

    for conversation, fault in zip(page.rows, FAULTS, strict=False):
        for identifier in IDENTIFIERS.values():
            text = f"Su dato, expediente {identifier}, consta."
            await answering.save_draft(
                Draft(conversation.id, text, 3, conversation.last_post_id, clock.now())
            )
            with suppress(Trouble):
                await answering.reply(conversation.id, text)
        simulator.call(lambda w, f=fault: w.fault("post", f))  # type: ignore[misc]
        simulator.call(lambda w, f=fault: w.fault("mentions", f))  # type: ignore[misc]
        item = await answering.reply(conversation.id, f"Son seis meses. Saludos {fault}.")
        publisher.wake()
        watch.poll_now()
        for _ in range(80):
            found = await store.outbox.get(item.id)
            assert found is not None
            if found.state in {OutgoingState.SENT, OutgoingState.UNKNOWN, OutgoingState.REFUSED}:
                break
            await asyncio.sleep(0.05)
    await answering.mark_sent_by_hand(page.rows[0].id, "Su DNI 73946251D consta.")
    bugs(errors, secrets)
    await knowledge.edit_faq.first_run(verified=True)
    for ending in faq_file.ENDINGS:
        await knowledge.faq_exchange.export_file(profile.data_dir / f"faq-exportada{ending}")
    await store.conversations.page(Filter(text="73946251D"))
    await background.close()
    await gate.sign_out()
    await channel.close()
    await store.close()
    secrets["links"] = ",".join(sorted(set(seen)))
    return secrets


def bugs(errors: CrashReporter, secrets: dict[str, str]) -> None:
    """What careless code would log and raise, libraries' included."""
    log = logging.getLogger("incluinfo_desk.tests")
    token, dni = secrets["second access_token"], IDENTIFIERS["dni"]
    log.debug("Authorization: Bearer %s", token)
    log.warning("refresh_token=%s DNI %s", secrets["second refresh_token"], dni)
    for library in ("tweepy", "aiohttp", "urllib3", "sqlalchemy.engine", "oauthlib"):
        logging.getLogger(library).debug("headers {'Authorization': 'Bearer %s'}", token)

    def raises(kind: Callable[[str], Exception]) -> None:
        try:
            held = {"token": token, "post": POSTS[0]}
            raise kind(f"{held} Bearer {token} IBAN {IDENTIFIERS['iban']}")
        except Exception as error:
            log.exception("failed with %s", error)
            errors.report(error, "a test")

    for kind in (ValueError, RuntimeError, KeyError, OSError, TypeError):
        raises(kind)


def main() -> None:
    profile = Profile.at(Path(sys.argv[1]))
    logs.start(profile.log_dir, verbose=True)
    simulator = SimulatorThread(day=False)
    address = simulator.start()
    try:
        told = asyncio.run(day(profile, simulator, address))
    finally:
        simulator.stop()
    logs.stop()
    told["argv"] = Path("/proc/self/cmdline").read_bytes().decode()
    told["environ"] = Path("/proc/self/environ").read_bytes().decode()
    sys.stdout.write("\n" + json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
