"""The look at run time: tokens become palette, style sheet, fonts and icons; a switch needs no restart."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from resources.theme import DARK, LIGHT, METRICS, Colors

FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans"]
ROLES = (
    (QPalette.ColorRole.Window, "bg"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.ToolTipBase, "toast"),
    (QPalette.ColorRole.ToolTipText, "toast_text"),
    (QPalette.ColorRole.Link, "accent"),
)


class Look(QObject):
    """The theme in force. Whoever paints by hand reads `colors` while painting and connects `themed`."""

    themed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colors: Colors = LIGHT
        self._fonts_loaded = False

    @property
    def mode(self) -> str:
        return self.colors.name

    def apply(self, app: QApplication, mode: str) -> None:
        """Put `mode` ("light", "dark", "system") in force for the whole program and announce `themed`."""
        if not self._fonts_loaded:
            self._fonts_loaded = True
            for weight in (400, 500, 600, 700):
                # Static files: a style sheet's font-weight does not move the axis of a variable font.
                QFontDatabase.addApplicationFont(str(resources.path(f"fonts/Inter-{weight}.ttf")))
        if mode == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            mode = "dark" if dark else "light"
        self.colors = DARK if mode == "dark" else LIGHT
        app.setStyle("Fusion")
        app.setPalette(_palette(self.colors))
        app.setFont(font())
        app.setStyleSheet(_sheet().substitute({**asdict(self.colors), **asdict(METRICS)}))
        self.themed.emit()


look = Look()


def apply_theme(app: QApplication, mode: str) -> None:
    """Shorthand for `look.apply`."""
    look.apply(app, mode)


def color(role: str) -> QColor:
    """A token of the theme in force, or a `#rrggbb` as it stands."""
    return QColor(role if role.startswith("#") else getattr(look.colors, role))


def font(size: int = METRICS.t_body, weight: int = 400, tabular: bool = False) -> QFont:
    """The program's font in pixels; `tabular` makes digits line up down a column."""
    made = QFont(FAMILIES)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def pixmap(name: str, role: str = "text", size: int = 20) -> QPixmap:
    """A Lucide icon in a token's colour, sharp on the sharpest screen that is plugged in."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _pixmap(name, color(role).name(), size, max(2.0, ratio))


def icon(name: str, role: str = "text", size: int = 20) -> QIcon:
    return QIcon(pixmap(name, role, size))


@lru_cache(maxsize=512)
def _pixmap(name: str, hexcolor: str, size: int, ratio: float) -> QPixmap:
    drawn = _svg(name).replace("currentColor", hexcolor)
    edge = round(size * ratio)
    made = QPixmap(QSize(edge, edge))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _sheet() -> Template:
    return Template(resources.path("theme.qss").read_text(encoding="utf-8"))


def _palette(colors: Colors) -> QPalette:
    made = QPalette()
    for role, token in ROLES:
        made.setColor(role, QColor(getattr(colors, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.muted))
    return made
