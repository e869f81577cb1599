"""Every row of X's error table (x-platform §5) over HTTP: the state it leads to, and the
sentence that an officer reads on the card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.events import LinkChanged, OutgoingChanged
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.problems import NoCredits, Problem, SignInNeeded, Unauthorised
from incluinfo_desk.simulator.world import World
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.conversation.cards import OutgoingCard
from tests.operations.stage import Stage
from tests.operations.test_over_http import ASKED, play, poll

S = OutgoingState
WAITS, DOUBTED, REFUSED = "En espera", "No sabemos si salió: lo comprobamos", "Rechazado por X"
SEARCHED = "y X no confirmó. Lo buscamos en nuestro perfil"
NO_CREDIT = "crédito"


@dataclass(frozen=True)
class Row:
    """``status`` names the row of the table; ``route`` is what the simulator spoils."""

    status: str
    kind: str
    options: dict[str, Any]
    state: OutgoingState
    card: str
    sentence: str
    times: int = 1
    public: bool = field(default=False)
    """X has the post all the same: it must end SENT without a second request."""


def forbidden(reason: str, sentence: str, kind: str = "forbidden") -> Row:
    return Row(f"403 {reason}", kind, {"reason": reason}, S.REFUSED, REFUSED, sentence)


def doubtful(named: str, kind: str, *, public: bool = False, **options: Any) -> Row:
    options |= {"processed": public}
    return Row(named, kind, options, S.UNKNOWN, DOUBTED, SEARCHED, public=public)


SUMMONED = "X solo deja responder desde el programa a quien nos menciona o nos cita."
NOT_ALLOWED = "X no permite esta publicación."
LIMIT = "X nos pide esperar"

ROWS = (
    Row(
        "400",
        "status",
        {"status": 400, "processed": False},
        S.REFUSED,
        REFUSED,
        "X no ha aceptado el texto.",
    ),
    Row("401", "unauthorized", {}, S.QUEUED, WAITS, "X no reconoce nuestra sesión", times=4),
    *(
        Row(f"402 body {n}", "credits", {"variant": n}, S.QUEUED, WAITS, NO_CREDIT)
        for n in range(3)
    ),
    forbidden("not_summoned", SUMMONED),
    forbidden("not_summoned_2", SUMMONED),
    forbidden("duplicate", "X dice que ya publicamos ese mismo texto."),
    *(
        forbidden(why, NOT_ALLOWED)
        for why in ("not_permitted", "scope", "suspended", "locked", "client")
    ),
    Row("404", "not_found", {}, S.REFUSED, REFUSED, "ya no está en X"),
    doubtful("409", "status", status=409),
    Row("429 with reset", "rate_limited", {"seconds": 700}, S.QUEUED, WAITS, LIMIT),
    Row("429 without", "rate_limited", {"header": False}, S.QUEUED, WAITS, LIMIT),
    Row("429 of the day", "rate_limited", {"day": True}, S.QUEUED, WAITS, LIMIT),
    Row("429 retry-after", "rate_limited", {"retry_after": 90}, S.QUEUED, WAITS, LIMIT),
    doubtful("503 HTML", "unavailable"),
    doubtful("503 HTML, done", "unavailable", public=True),
    doubtful("502 HTML, done", "bad_gateway", public=True),
    doubtful("200 HTML of a portal", "captive"),
    doubtful("201 cut off", "truncated", public=True),
    doubtful("201 empty", "empty", public=True),
    doubtful("200 with a list", "strange", public=True),
)


async def until(s: Stage, item: Outgoing, true: Callable[[Outgoing], bool]) -> Outgoing:
    """The item as soon as it is so, however short that is."""
    seen: list[Outgoing] = []
    advance = s.store.outbox.advance

    async def noted(*what: Any, **how: Any) -> Outgoing | None:
        changed = await advance(*what, **how)
        if changed is not None and true(changed):
            seen.append(changed)
            s.bus.publish(OutgoingChanged(changed.id, changed.conversation_id))
        return changed

    s.store.outbox.advance = noted  # type: ignore[method-assign]
    while not seen:
        await s.until(item, *S)
        await s.clock.sleep(0)
    return seen[0]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.status)
def test_each_row_has_its_state_and_its_sentence(
    app: QApplication, tmp_path: Path, row: Row
) -> None:
    async def act(s: Stage, world: World) -> None:
        asked = world.citizen_posts(ASKED, handle="rosa", name="Rosa Martín")
        await poll(s)
        (conversation,) = (await s.store.conversations.page(Filter())).rows
        item = await s.answering.reply(conversation.id, "Son seis meses.")
        if row.kind == "status":
            world.fault("post", "strange", **row.options, body={"title": "Odd", "detail": "No."})
        else:
            world.fault("post", row.kind, row.times, **row.options)
        s.publish()
        met = await until(
            s,
            item,
            lambda i: i.state is row.state and (row.state is not S.QUEUED or bool(i.reason)),
        )
        card = shown(s, met)
        assert card[0].startswith(row.card)
        assert row.sentence in card[1]
        if row.state is S.REFUSED:
            assert world.replies_to(asked) == []
            return
        # Nobody's answer is lost: it is found, or goes out, or a person is asked.
        ended = await s.until(item, S.SENT, S.UNCONFIRMED)
        assert (ended.state is S.SENT) == (row.public or row.state is S.QUEUED)
        assert len(world.replies_to(asked)) == int(ended.state is S.SENT)
        if ended.state is S.UNCONFIRMED:
            words = shown(s, ended)
            assert words[0] == "No consta publicado"
            assert "no aparece en nuestro perfil tras mirarlo" in words[1]

    play(tmp_path, act)


def shown(s: Stage, item: Outgoing) -> tuple[str, str]:
    """State and evidence, as the card says them."""

    def nothing(_: Any) -> None:
        return None

    card = OutgoingCard(
        item, on_undo=nothing, on_send_now=nothing, on_resend=nothing, on_discard=nothing,
        on_adopt=nothing, on_rewrite=nothing, now=s.clock.now,
    )  # fmt: skip
    words = (card.state.text(), card.evidence.text())
    card.deleteLater()
    return words


ACCOUNT: dict[str, tuple[Mapping[str, Mapping[str, Any]], Problem, str]] = {
    "401 on a read": ({"mentions": {"kind": "unauthorized"}}, Unauthorised(), "nuestra sesión"),
    "402 on a read": ({"mentions": {"kind": "credits"}}, NoCredits(), "crédito"),
    "400 of the token endpoint": (
        {
            "mentions": {"kind": "unauthorized"},
            "token": {"kind": "strange", "status": 400, "body": {"error": "invalid_grant"}},
        },
        SignInNeeded(),
        "iniciar sesión en X",
    ),
}


@pytest.mark.parametrize("row", ACCOUNT)
def test_what_concerns_the_account_is_said_once_on_the_line(
    app: QApplication, tmp_path: Path, row: str
) -> None:
    faults, problem, sentence = ACCOUNT[row]

    async def act(s: Stage, world: World) -> None:
        for route, fault in faults.items():
            world.fault(route, times=4, **fault)
        told = s.link(lambda e: e.problem is not None)
        s.background.start("watch", s.watch.run())
        heard: LinkChanged = await told
        assert heard.problem == problem
        assert sentence in wording.say(problem).sentence

    play(tmp_path, act)
