"""The window's start: all that its first frame needs, and nothing else.

What comes after the frame is in ``session.py``, imported once the window is painted. Each
module named at the top of this file, or of those it names, delays the first frame
(``desk.py bench`` measures it): what only a failure needs is imported where it fails.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from incluinfo_desk import memory
from incluinfo_desk.assets import translations
from incluinfo_desk.crash import CrashReporter
from incluinfo_desk.options import WindowOptions
from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import SettingsFile
from incluinfo_desk.single_instance import ProfileLock
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window

if TYPE_CHECKING:
    from incluinfo_desk.session import Beside
    from incluinfo_desk.session import Session as Session

DEMO_OFFICER = ("Demostración", "DEM")


def run(options: WindowOptions, beside: Beside | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Raises Trouble: ProfileInUse when another window of this profile is open (it was
    brought to the front), ReadOnly or DiskFull when the profile cannot be made.
    """
    with ExitStack() as ends:
        memory.take_over(ends)
        profile = Profile.at(_folder(options, ends))
        app = _application()
        _own(profile, ends)
        reporter = CrashReporter(profile.crash_dir)
        last_crash = reporter.install()
        ends.callback(reporter.close)
        settings_file = SettingsFile(profile.settings)
        settings, damaged = settings_file.load()
        if options.language:
            settings = replace(settings, language=options.language)
        if options.demo and not settings.officer_initials:
            settings = replace(
                settings, officer_name=DEMO_OFFICER[0], officer_initials=DEMO_OFFICER[1]
            )
        tongue = Tongue(app)
        tongue.speak(settings.language)
        ends.callback(tongue.fall_silent)
        look().follow(app, settings.theme.value, settings.font_scale)
        window = Window(settings, profile.window_state, furnished=False)
        window.show()
        app.processEvents()  # the first frame; from here on, what takes time

        # Painted once, with the list: Session shows it as soon as that was read.
        window.setUpdatesEnabled(False)
        window.furnish()
        from incluinfo_desk import logs
        from incluinfo_desk.session import Session, live
        from incluinfo_desk.ui.labels import TooltipFilter

        unlogged = logs.start(profile.log_dir)
        ends.callback(logs.stop)
        tips = TooltipFilter(app)
        app.installEventFilter(tips)
        ends.callback(tips.deleteLater)
        ends.callback(app.removeEventFilter, tips)
        return live(
            Session(
                options=options,
                profile=profile,
                settings=settings,
                settings_file=settings_file,
                app=app,
                window=window,
                tongue=tongue,
                reporter=reporter,
                told=tuple(note for note in (unlogged, damaged) if note is not None),
                last_crash=last_crash,
            ),
            beside,
        )


def _folder(options: WindowOptions, ends: ExitStack) -> Path | None:
    """The data folder; the demonstration's citizens start anew each time, and so does it."""
    if not options.demo or options.data_dir is not None:
        return options.data_dir
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="incluinfo-demo-"))
    ends.callback(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _own(profile: Profile, ends: ExitStack) -> None:
    lock = ProfileLock(profile.lock)
    if lock.take():
        ends.callback(lock.release)
        return
    from incluinfo_desk.domain.problems import ProfileInUse, Trouble
    from incluinfo_desk.single_instance import show_first_window

    show_first_window(profile.lock)
    raise Trouble(ProfileInUse(profile.data_dir))


def _application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("incluinfo_desk")
    app.setApplicationDisplayName("incluinfo_desk")
    app.setDesktopFileName("incluinfo-desk")
    app.setQuitOnLastWindowClosed(False)  # closing runs through Session.stop
    return app


class Tongue:
    """The translations in force: ours and Qt's own, switched while the window is open."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[tuple[QTranslator, bytes]] = []
        self.language = ""

    def speak(self, language: str) -> None:
        """Change every text of the window to ``language``; unknown ones leave Spanish."""
        self.fall_silent()
        self.language = language
        QLocale.setDefault(QLocale(language))
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (
            of_qt / f"qtbase_{language}.qm",
            translations() / f"incluinfo_desk_{language}.qm",
        ):
            if not path.is_file():
                continue
            # By its path Qt maps the file, and an update that replaces it under an open window
            # would end the process; the bytes must outlive the translator, which only points.
            translator, words = QTranslator(), path.read_bytes()
            if translator.load(words):
                self._app.installTranslator(translator)
                self._installed.append((translator, words))

    def fall_silent(self) -> None:
        """Leave the words of the program's source."""
        for translator, _ in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()
