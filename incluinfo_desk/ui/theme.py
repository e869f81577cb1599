"""The look of the desk: colour roles, sizes and one style sheet, following the system.

The roles and their contrast are those of the design: every text on its background has at
least 4.5:1, every control and focus ring 3:1 (``tests/ui/shell/test_theme.py`` measures
them). With the system's high contrast on, the system's own colours are taken.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from incluinfo_desk.assets import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

Group = QPalette.ColorGroup
Part = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour roles as ``#RRGGBB``; ``*_soft`` are backgrounds for text of the same name."""

    dark: bool
    background: str
    surface: str
    raised: str
    line: str
    edge: str
    """Outline of what can be operated: at least 3:1 (WCAG 1.4.11)."""
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    on_danger: str
    key: str
    """Background of key badges, chips and initials."""


LIGHT = Theme(
    dark=False,
    background="#F4F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#D9DFE6",
    edge="#7E8A97",
    text="#171C22",
    muted="#56616D",
    accent="#0B57A4",
    accent_soft="#E7F0FA",
    on_accent="#FFFFFF",
    ok="#176B36",
    ok_soft="#E5F4EA",
    warning="#8A5A00",
    warning_soft="#FDF3DC",
    danger="#B3261E",
    danger_soft="#FCE9E7",
    on_danger="#FFFFFF",
    key="#EDF0F3",
)
DARK = Theme(
    dark=True,
    background="#12161B",
    surface="#1A2027",
    raised="#212932",
    line="#313B46",
    edge="#75828F",
    text="#E7ECF2",
    muted="#A3AFBC",
    accent="#7DB8F5",
    accent_soft="#1E3146",
    on_accent="#0C1B2A",
    ok="#7FD69B",
    ok_soft="#1C3325",
    warning="#E8BE62",
    warning_soft="#382C12",
    danger="#F5968E",
    danger_soft="#3F2120",
    on_danger="#2B0D0B",
    key="#2A333D",
)
TEXT_PAIRS = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "accent_soft"),
    ("text", "ok_soft"),
    ("text", "warning_soft"),
    ("text", "danger_soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("muted", "accent_soft"),
    ("muted", "ok_soft"),
    ("muted", "key"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("ok", "background"),
    ("ok", "surface"),
    ("ok", "raised"),
    ("ok", "ok_soft"),
    ("ok", "accent_soft"),
    ("warning", "background"),
    ("warning", "surface"),
    ("warning", "raised"),
    ("warning", "warning_soft"),
    ("warning", "accent_soft"),
    ("danger", "background"),
    ("danger", "surface"),
    ("danger", "raised"),
    ("danger", "danger_soft"),
    ("danger", "accent_soft"),
    ("on_danger", "danger"),
)
"""Which role is written on which; all of them are measured."""


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two ``#RRGGBB`` colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def high_contrast(palette: QPalette) -> Theme:
    """The system's high-contrast colours; plain black and white where they are too weak."""

    def colour(part: Part) -> str:
        return palette.color(Group.Active, part).name().upper()

    back, text = colour(Part.Window), colour(Part.WindowText)
    if contrast(back, text) < 7:
        back, text = ("#000000", "#FFFFFF") if _luminance(back) < 0.5 else ("#FFFFFF", "#000000")
    accent, on_accent = colour(Part.Highlight), colour(Part.HighlightedText)
    if contrast(accent, back) < 4.5 or contrast(accent, on_accent) < 4.5:
        accent, on_accent = text, back
    return replace(
        DARK if _luminance(back) < 0.5 else LIGHT,
        accent_soft=back,
        ok_soft=back,
        warning_soft=back,
        danger_soft=back,
        background=back,
        surface=back,
        raised=back,
        key=back,
        line=text,
        edge=text,
        text=text,
        muted=text,
        accent=accent,
        on_accent=on_accent,
        ok=text,
        warning=text,
        danger=text,
        on_danger=back,
    )


class Look(QObject):
    """The theme and scale in force; there is one, :func:`look`.

    Widgets that paint themselves read :attr:`theme` and :meth:`px` at paint time and
    repaint on :attr:`changed`; everything else gets its colours from the style sheet.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self._unit = 13.0
        self._wanted = "system"
        self._percent = 100
        self._system_font: QFont | None = None
        self._system_palette: QPalette | None = None
        self._applied: tuple[Theme, float] | None = None

    @property
    def scale(self) -> float:
        """1.0 where default text is 13 px high, as the design was drawn."""
        return self._unit / 13

    def px(self, drawn: float) -> int:
        """Pixels for a length of the design, in steps of 4 there."""
        return max(1, round(drawn * self.scale)) if drawn else 0

    def room(self, of: QWidget, width: float, height: float) -> QSize:
        """A dialog's size as drawn, but never more than the screen it opens on has."""
        size = QSize(self.px(width), self.px(height))
        screen = of.screen()
        return size.boundedTo(screen.availableSize() * 0.92) if screen is not None else size

    def follow(self, app: QApplication, theme: str = "system", percent: int = 100) -> None:
        """Dress ``app``: ``theme`` is system, light or dark; ``percent`` is of the system's size.

        Called at start and on every change of the settings; the system's own changes of
        colour scheme and contrast are followed from then on.
        """
        first = self._system_font is None
        self._wanted, self._percent = theme, percent
        if first:
            self._system_font, self._system_palette = app.font(), app.palette()
            app.styleHints().colorSchemeChanged.connect(lambda _: self._dress(app))
            app.styleHints().accessibility().contrastPreferenceChanged.connect(
                lambda _: self._dress(app),
            )
            if sys.platform == "win32" and app.style().name().lower() == "windowsvista":
                app.setStyle("Fusion")  # the only Windows style that ignores dark palettes
        self._dress(app)

    def font(self, drawn: float = 13, *, bold: bool = False) -> QFont:
        """The system's font at a size of the design: 18 title, 15 reading, 13, 12 meta."""
        return _font(QApplication.font().family(), self.px(drawn), bold)

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self.theme, role))

    def _dress(self, app: QApplication) -> None:
        hints = app.styleHints()
        dark = self._wanted == "dark" or (
            self._wanted == "system" and hints.colorScheme() is Qt.ColorScheme.Dark
        )
        theme = DARK if dark else LIGHT
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            theme = high_contrast(self._system_palette or app.palette())
        font = QFont(self._system_font or app.font())
        # 13 px is where the design begins; a larger system size is kept.
        unit = max(13, QFontInfo(font).pixelSize()) * self._percent / 100
        if self._applied == (theme, unit):
            return
        self._applied = (theme, unit)
        self.theme, self._unit = theme, unit
        font.setPixelSize(round(unit))
        app.setFont(font)
        app.setPalette(_palette(theme))
        app.setStyleSheet(style_sheet(theme, self.scale))
        icon.cache_clear()
        self.changed.emit()


@lru_cache(maxsize=32)
def _font(family: str, size: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for part, role in (
        (Part.Window, theme.background),
        (Part.WindowText, theme.text),
        (Part.Base, theme.surface),
        (Part.AlternateBase, theme.background),
        (Part.Text, theme.text),
        (Part.PlaceholderText, theme.muted),
        (Part.Button, theme.surface),
        (Part.ButtonText, theme.text),
        (Part.BrightText, theme.danger),
        (Part.ToolTipBase, theme.raised),
        (Part.ToolTipText, theme.text),
        (Part.Highlight, theme.accent),
        (Part.HighlightedText, theme.on_accent),
        (Part.Accent, theme.accent),
        (Part.Link, theme.accent),
        (Part.LinkVisited, theme.accent),
        (Part.Light, theme.surface),
        (Part.Midlight, theme.line),
        (Part.Mid, theme.line),
        (Part.Dark, theme.edge),
        (Part.Shadow, theme.edge),
    ):
        palette.setColor(part, QColor(role))
    for part in (Part.WindowText, Part.Text, Part.ButtonText):
        palette.setColor(Group.Disabled, part, QColor(theme.muted))
    return palette


def style_sheet(theme: Theme, scale: float) -> str:
    """``resources/style/desk.qss`` with ``@role`` and ``12dp`` put into figures."""
    text = resource("style", "desk.qss").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = text.replace("@icons", resource("icons").as_posix())
    text = text.replace(
        "@mark", "mark-on-dark" if theme.on_accent != "#FFFFFF" else "mark-on-light"
    )
    text = re.sub(r"@(\w+)", lambda found: str(getattr(theme, found[1])), text)
    return re.sub(
        r"\b(\d+(?:\.\d+)?)dp\b",
        lambda found: f"{max(1, round(float(found[1]) * scale)) if float(found[1]) else 0}px",
        text,
    )


@lru_cache(maxsize=128)
def icon(name: str, role: str = "text", size: int = 20) -> QIcon:
    """A line icon of ``resources/icons`` in the colour of ``role``, ``size`` as drawn."""
    from PySide6.QtGui import QIcon

    return QIcon(pixmap(name, getattr(_LOOK.theme, role), _LOOK.px(size)))


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """``name`` drawn sharp at ``size`` logical pixels on this screen."""
    from PySide6.QtSvg import QSvgRenderer  # not needed by who shows no icon

    ratio = QApplication.primaryScreen().devicePixelRatio() if QApplication.primaryScreen() else 1
    source = resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


_LOOK = Look()


def look() -> Look:
    """The look in force."""
    return _LOOK


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet asks for, and dress the widget again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
