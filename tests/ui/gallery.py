"""Pictures of the Bandeja with invented rows: ``python -m tests.ui.gallery [FOLDER]``.

No network, no store: the panes are given their rows directly. Look at the pictures after
every change of style; a test can measure contrast, not beauty.
"""

from __future__ import annotations

import os
import sys
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.conversation import Conversation
from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.faq import EASY_READ, Translation
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import Link as PostLink
from incluinfo_desk.domain.problems import MayNotReply, Offline, Problem, UnfilledSlot
from incluinfo_desk.domain.suggestion.engine import Ranking, Suggestion
from incluinfo_desk.operations.offers import Offer
from incluinfo_desk.settings import Settings
from incluinfo_desk.store.conversations import StoredPost
from incluinfo_desk.ui.conversation.presenter import Shown
from incluinfo_desk.ui.editor.presenter import Check
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.inbox.presenter import OpenIncident, Pile
from incluinfo_desk.ui.status_presenter import Status
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.ui import samples

TEXT = (
    "Hola, Rosa. Puede presentar reclamación previa ante el INSS en 30 días hábiles desde la "
    "notificación, con sus motivos y documentos. Si no contestan en 45 días o la desestiman, "
    "cabe acudir al Juzgado de lo Social. Se presenta aquí: tramites.seg-social.es"
)


def offer() -> Offer:
    easy = "Tiene 30 días hábiles desde que recibe la carta. Pídalo aquí: {enlace}"
    first = samples.entry(translations=(Translation(EASY_READ, easy),))
    second = samples.entry(
        "imv-plazo",
        question="Plazo del IMV y silencio administrativo",
        reply="El plazo para resolver el IMV es de seis meses…",
        legal_basis="Ley 19/2021, art. 28.3",
    )
    third = samples.entry(
        "cita",
        question="Pedir cita con el INSS",
        reply="Puede pedir cita por internet o en el 91 541 25 30.",
        link=None,
        verified_by=None,
    )
    ranking = Ranking(
        (
            Suggestion(first.id, 0.97, ("denegado", "IMV", "reclamo"), 3, None),
            Suggestion(second.id, 0.6, ("IMV",), None, None),
            Suggestion(third.id, 0.2, ("decir como",), None, None),
        ),
        True,
        "imv",
        "es",
        True,
        None,
    )
    return Offer(ranking, {e.id: e for e in (first, second, third)}, first, None)


def dress(place: InboxPlace, window: Window) -> Conversation:
    rows = samples.conversations()
    rosa = rows[0]
    counts = {Pile.NEW: 12, Pile.MINE: 3, Pile.IN_CONSULTATION: 2, Pile.ANSWERED: 4251}
    place.list.show_counts({**counts, Pile.CLOSED: 50, Pile.ALL: 4318})
    place.list.show_rows(rows, False, keep=rosa.id)
    place.list.show_incidents([OpenIncident(samples.incident(), "Sede electrónica")])
    place.list.show_news(3)
    show(place, rosa)
    window.set_count("inbox", 12, "12 nuevas")
    window.set_count("incidents", 1, "1 abierta")
    window.show_status(
        Status(
            Link.CONNECTED,
            "incluinfo",
            None,
            samples.NOW.replace(second=12),
            1,
            0,
            6,
            "o",
            samples.NOW,
            Decimal("41.20"),
            Decimal(300),
        ),
        samples.NOW,
    )
    return rosa


def show(
    place: InboxPlace,
    of: Conversation,
    outgoing: tuple[OutgoingState, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> None:
    posts = (StoredPost(samples.post(of), False, False, False),)
    items = tuple(
        samples.outgoing(of, state, reason="duplicate", sent_at=samples.NOW, looks=7)
        for state in outgoing
    )
    place.conversation.show_conversation(Shown(of, posts, items, "AB"))
    place.editor.show_conversation(of)
    text = "" if outgoing else TEXT + (" {plazo}" if problems else "")
    place.editor.show_text(text, len(text))
    by_hand = any(isinstance(each, MayNotReply) for each in problems)
    place.editor.show_check(Check(254, problems, by_hand, Decimal("0.01"), 92, not text))
    place.suggestions.show_offer(offer(), of)


def thread(place: InboxPlace) -> None:
    """A longer thread, with every state of ours, links and masked data."""
    of = samples.conversations()[5]
    posts = (
        StoredPost(samples.post(of, minutes=300, id="1"), False, True, False),
        StoredPost(
            samples.post(
                of,
                "Consulte su expediente aquí: https://t.co/x",
                minutes=200,
                id="2",
                by=samples.OURS,
                links=(
                    PostLink(
                        "sede.seg-social.gob.es", "https://sede.seg-social.gob.es", "https://t.co/x"
                    ),
                ),
            ),
            True,
            False,
            False,
        ),
        StoredPost(samples.post(of, "…", minutes=100, id="3"), False, False, True),
        StoredPost(samples.post(of, minutes=3), False, True, False),
    )
    states = (
        OutgoingState.QUEUED,
        OutgoingState.REFUSED,
        OutgoingState.UNCONFIRMED,
        OutgoingState.ANSWERED_ELSEWHERE,
    )
    items = tuple(
        samples.outgoing(of, s, reason="duplicate", sent_at=samples.NOW, looks=7) for s in states
    )
    place.conversation.show_conversation(Shown(of, posts, items, "AB"))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setApplicationDisplayName("incluinfo_desk")
    QLocale.setDefault(QLocale("es_ES"))
    app.setFont(QFont("Inter", 9))
    for name, theme, percent, width, height in (
        ("light", "light", 100, 1440, 900),
        ("dark", "dark", 100, 1440, 900),
        ("light-200", "light", 200, 1920, 1200),
        ("narrow", "light", 100, 1000, 860),
    ):
        look().follow(app, theme, percent)
        window = Window(Settings())
        place = InboxPlace(window)
        place.list.model._now = samples.now
        place.conversation._now = samples.now
        window.adopt("inbox", place)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(width, height)
        window.show()
        dress(place, window)
        _grab(app, window, folder / f"inbox-{name}.png")
        if name in {"light", "dark"}:
            thread(place)
            place.editor.show_closed()
            _grab(app, window, folder / f"thread-{name}.png")
            rows = samples.conversations()
            show(place, rows[4], (), (MayNotReply(),))
            place.suggestions.show_offer(
                Offer(Ranking((), False, None, "es", True, None), {}, None, None),
                rows[4],
            )
            place.list.show_link(Link.BROKEN, Offline())
            place.list.show_rows((), False, keep=None)
            window.say_problem(Offline())
            _grab(app, window, folder / f"trouble-{name}.png")
            show(place, rows[0], (), (UnfilledSlot("plazo"),))
            place.conversation.show_nothing()
            place.list.show_link(Link.CONNECTED, None)
            window.say("Respuesta en espera. Puede deshacerla con Z.")
            _grab(app, window, folder / f"empty-{name}.png")
        window.close()
        window.deleteLater()


def _grab(app: QApplication, window: Window, path: Path) -> None:
    for _ in range(5):
        app.processEvents()
    window.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/gallery"))  # noqa: S108
