"""The maker of every label, button and entry: the one place where a name from outside becomes pixels (T1).

Labels are PlainText always, buttons double `&`, tips are escaped, entries are limited, and no control leaves
here without an accessible name. Other files of `ui` call these makers and build no QLabel of their own.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcutEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from resources.theme import METRICS
from ui.theme import color, font, icon, look, pixmap

KIND_ICON = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-alert",
    "info": "info",
    "": "info",
}


LINE_MAX = 1_000
SPOKEN_MAX = 300
"""Characters of a text that a screen reader is given, and of a tip: nobody listens to more, and a settings file or a
device may hold thousands."""


# ---------------------------------------------------------------- text


def spoken(text: str) -> str:
    """`text` as it is given to a screen reader: its beginning when it is endless."""
    return text if len(text) <= SPOKEN_MAX else text[: SPOKEN_MAX - 1] + "…"


class Label(QLabel):
    """A QLabel that can only show plain text."""

    def __init__(self, text: str, role: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        # One line takes one line's height; room that is left over belongs to the layout's stretch.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_role(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)


class ElidedLabel(Label):
    """One line that gives way: elided in the middle (numbers keep their last digits) or on the right.

    The whole text stays the accessible name and becomes the tip while it is cut.
    """

    def __init__(self, text: str, role: str = "body", middle: bool = False) -> None:
        self._whole = text
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        super().__init__(text, role)
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def whole_text(self) -> str:
        return self._whole

    def setText(self, text: str) -> None:
        # One line of a window never shows more; measuring and laying out ten thousand letters only takes time.
        self._whole = text[:LINE_MAX]
        self.setAccessibleName(spoken(text))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(24, self.contentsRect().width()))
        if shown != self.text():
            super().setText(shown)
            self.updateGeometry()
        tip(self, self._whole if shown != self._whole else "")


def text_label(
    text: str,
    role: str = "body",
    *,
    wrap: bool = False,
    selectable: bool = False,
    elide: str = "",
    accessible: str = "",
) -> Label:
    """Plain text in a role: body h1 h2 strong value big muted caption error ok warn bad info.

    `elide` is "", "right" or "middle". A selectable label can be reached with the keyboard.
    """
    made = ElidedLabel(text, role, elide == "middle") if elide else Label(text, role)
    if wrap and not elide:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setCursor(Qt.CursorShape.IBeamCursor)
    if accessible or selectable:
        made.setAccessibleName(spoken(accessible or text))
    return made


class IconLabel(QLabel):
    """An icon in a token's colour that follows the theme. It says nothing to a screen reader unless named."""

    def __init__(self, name: str, role: str = "muted", size: int = 20, accessible: str = "") -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(size, size)
        self.setAccessibleName(accessible)
        self._draw()
        look.themed.connect(self._draw)

    def show_icon(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap(self._name, self._role, self._size))


def icon_label(name: str, role: str = "muted", size: int = 20, accessible: str = "") -> IconLabel:
    return IconLabel(name, role, size, accessible)


def key_text(shortcut: str) -> str:
    """How a shortcut is written for people: `Ctrl+Return` is `Ctrl+Enter` on the key itself."""
    shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    names = {"Return": QCoreApplication.translate("Keys", "Enter"), "Escape": QCoreApplication.translate("Keys", "Esc")}
    for key, name in names.items():
        # Qt has words of its own for these keys, which are not those on the keyboard ("Retour").
        shown = shown.replace(QCoreApplication.translate("QShortcut", key), name).replace(key, name)
    return shown


class KeyCap(Label):
    """A key as it lies on the keyboard: `F4`, `Ctrl+Enter`."""

    def __init__(self, shortcut: str) -> None:
        super().__init__(key_text(shortcut), "keycap")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def tip(widget: QWidget, text: str) -> None:
    """The only way to a tool tip: Qt guesses rich text there, so the text is escaped inside `<qt>`."""
    widget.setToolTip(f"<qt>{html.escape(spoken(text))}</qt>" if text else "")


def plain_button_text(text: str) -> str:
    """`&` would be eaten as a mnemonic."""
    return text.replace("&", "&&")


# ---------------------------------------------------------------- buttons


@lru_cache(maxsize=16)
def _metrics(size: int, weight: int) -> QFontMetrics:
    # Asked at each layout of each button; no theme changes the font.
    return QFontMetrics(font(size, weight))


class Button(QPushButton):
    """A button that paints its own face: icon, text and the shortcut that does the same."""

    def __init__(self, text: str, kind: str, icon_name: str, shortcut: str, accessible: str) -> None:
        super().__init__()
        self.kind = kind
        self._icon_name = icon_name
        self._hint = key_text(shortcut) if shortcut else ""
        self._label = ""
        self.set_text(text, accessible)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        if kind == "filter":
            self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.themed.connect(self.update)

    def set_text(self, text: str, accessible: str = "") -> None:
        keep = self.shortcut()
        self._label = text
        self.setText(plain_button_text(text))  # clears the shortcut
        self.setShortcut(keep)
        self.setAccessibleName(spoken(accessible or text))
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()  # Qt would show the press for 100 ms first; a clerk does not wait for that
            return True
        return super().event(event)

    def label(self) -> str:
        return self._label

    def show_as(self, text: str, kind: str, icon_name: str) -> None:
        """Become another button in the same place: cheaper than a new one, which Qt would have to style first."""
        if (text, kind, icon_name) != (self._label, self.kind, self._icon_name):
            self.kind, self._icon_name = kind, icon_name
            self.set_text(text)
            self.update()

    def show_hint(self, shortcut: str) -> None:
        """Show a key that somebody else listens to."""
        self._hint = key_text(shortcut)
        self.updateGeometry()

    def _inner_width(self) -> int:
        big, small = _metrics(METRICS.t_body, 600), _metrics(METRICS.t_cap, 500)
        width = big.horizontalAdvance(self._label)
        width += 26 if self._icon_name else 0
        width += small.horizontalAdvance(self._hint) + 10 if self._hint else 0
        return width

    def sizeHint(self) -> QSize:
        side = {"filter": 14, "link": 8}.get(self.kind, 18)
        height = METRICS.h_filter if self.kind == "filter" else METRICS.h_ctl
        return QSize(self._inner_width() + 2 * side, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colors(self) -> tuple[str, str, str]:
        """(ground, edge, ink) as tokens; an empty token is not painted."""
        hover = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return ("", "", "muted") if self.kind == "link" else ("sunken", "line", "muted")
        if self.kind == "primary":
            return ("accent_hi" if hover else "accent", "", "on_accent")
        if self.kind == "danger":
            return ("danger_hi" if hover else "danger", "", "on_danger")
        if self.kind == "link":
            return ("accent_soft" if hover else "", "", "accent_soft_text" if hover else "accent")
        if self.kind == "filter":
            if self.isChecked():
                return ("accent_soft", "accent_soft_text", "accent_soft_text")
            return ("sunken" if hover else "surface", "ctl", "muted")
        if self.kind == "toast":
            return ("", "", "toast_act")
        return ("sunken" if hover else "surface", "ctl", "text")

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, edge, ink = self._colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2 if self.kind == "filter" else METRICS.r_m
        painter.setPen(QPen(color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), radius, self._ring(ink), inset=self.kind in ("primary", "danger"))
        self._paint_face(painter, ink)
        painter.end()

    def _ring(self, ink: str) -> str:
        return ink if self.kind in ("primary", "danger", "toast") else "focus"

    def _paint_face(self, painter: QPainter, ink: str) -> None:
        x = (self.width() - self._inner_width()) / 2
        middle = self.height() / 2
        if self._icon_name:
            painter.drawPixmap(QPointF(x, middle - 9), pixmap(self._icon_name, ink, 18))
            x += 26
        painter.setPen(color(ink))
        painter.setFont(font(METRICS.t_body, 600))
        width = painter.fontMetrics().horizontalAdvance(self._label)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self._label)
        if self._hint:
            painter.setFont(font(METRICS.t_cap, 500))
            rest = QRectF(x + width + 10, 0.5, self.width(), self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._hint)


def button(
    text: str,
    kind: str = "second",
    icon_name: str = "",
    shortcut: str = "",
    accessible: str = "",
    clicked: Callable[[], object] | None = None,
) -> Button:
    """A button: primary, second, danger, link or filter (checkable). Its shortcut is shown on it."""
    made = Button(text, kind, icon_name, shortcut, accessible)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


class IconButton(QToolButton):
    """A square button that is only an icon; its name is its tip."""

    def __init__(self, icon_name: str, accessible: str, role: str = "muted", size: int = 22) -> None:
        super().__init__()
        self._icon_name, self._role, self._size = icon_name, role, size
        self.setIconSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(accessible)
        tip(self, accessible)
        self._draw()
        look.themed.connect(self._draw)

    def show_icon(self, icon_name: str, accessible: str = "") -> None:
        self._icon_name = icon_name
        if accessible:
            self.setAccessibleName(accessible)
            tip(self, accessible)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._icon_name, self._role, self._size))


def icon_button(
    icon_name: str, accessible: str, clicked: Callable[[], object] | None = None, role: str = "muted"
) -> IconButton:
    made = IconButton(icon_name, accessible, role)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


class FilterBar(QWidget):
    """Filter chips of which exactly one is chosen. `changed` carries its key."""

    changed = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._texts = dict(items)
        self._chips: dict[str, Button] = {}
        line = lay(QHBoxLayout(self), gap=8)
        for key, text in items:
            chip = button(text, "filter")
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _checked=False, key=key: self.changed.emit(key))
            self._chips[key] = chip
            line.addWidget(chip)
        line.addStretch(1)
        if items:
            self._chips[items[0][0]].setChecked(True)

    def key(self) -> str:
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def set_key(self, key: str) -> None:
        self._chips[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        self._chips[key].set_text(f"{self._texts[key]}  {count}")


# ---------------------------------------------------------------- entries


# ---------------------------------------------------------------- chips and cards


class Chip(QLabel):
    """A state in a pill: icon, text and colour together, so that colour is never alone."""

    def __init__(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, kind, icon_name, accessible)
        look.themed.connect(self.update)

    def show_state(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        """`kind`: ok, warn, bad, info or ""."""
        self.kind, self._icon_name = kind, icon_name
        self.setText(spoken(text))
        self.setAccessibleName(spoken(accessible or text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.text(), self._icon_name)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self.text(), self.kind, self._icon_name)
        painter.end()


class ChipButton(QAbstractButton):
    """A chip that can be pressed: the status bar's way to the page behind it."""

    def __init__(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        super().__init__()
        self._shown = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, kind, icon_name, accessible)
        look.themed.connect(self.update)

    def shown_text(self) -> str:
        return self._shown

    def show_state(self, text: str, kind: str = "", icon_name: str = "", accessible: str = "") -> None:
        self.kind, self._icon_name, self._shown = kind, icon_name, spoken(text)
        self.setAccessibleName(spoken(accessible or text))
        tip(self, accessible if accessible != text else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._shown, self._icon_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._shown, self.kind, self._icon_name)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self.height() / 2, "focus")
        painter.end()


def chip_size(text: str, icon_name: str = "") -> QSize:
    width = QFontMetrics(font(METRICS.t_cap, 600)).horizontalAdvance(text)
    return QSize(width + (42 if icon_name else 22), METRICS.h_chip)


def paint_chip(painter: QPainter, box: QRectF, text: str, kind: str, icon_name: str = "") -> None:
    """A pill of the height of `box`, as wide as its text (never wider than `box`)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = kind or "muted"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(f"{kind}_soft" if kind else "sunken"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + 11
    if icon_name:
        painter.drawPixmap(QPointF(left - 1, box.center().y() - 7), pixmap(icon_name, ink, 14))
        left += 20
    painter.setPen(color(ink))
    painter.setFont(font(METRICS.t_cap, 600))
    room = box.right() - 9 - left
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room) + 1)
    painter.drawText(QRectF(left, box.top(), room + 4, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)


def paint_focus_ring(painter: QPainter, box: object, radius: float, role: str, inset: bool = False) -> None:
    """Two pixels wide, at the edge, or inset on a filled button where the edge would drown."""
    gap = 4.0 if inset else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(color(role)), 2))
    ring = QRectF(box).adjusted(gap, gap, -gap, -gap)  # type: ignore[call-overload]
    painter.drawRoundedRect(ring, max(2.0, radius - gap), max(2.0, radius - gap))


class Card(QFrame):
    """A raised sheet; put the contents into `body`."""

    def __init__(self, title: str = "", margins: tuple[int, int, int, int] = (18, 16, 18, 18)) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = lay(QVBoxLayout(self), gap=10, margins=margins)
        if title:
            self.body.addWidget(text_label(title, "h2"))


def rule() -> QFrame:
    """A hairline between two parts of a card."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def frame(kind: str, accessible: str = "") -> QFrame:
    """A bare frame that the style sheet knows by its kind."""
    made = QFrame()
    made.setProperty("kind", kind)
    made.setAccessibleName(accessible)
    return made


# ---------------------------------------------------------------- helpers


_L = TypeVar("_L", bound=QBoxLayout)


def lay(
    layout: _L,
    *items: QWidget | QLayout | None,
    gap: int = 8,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> _L:
    """Fill a row or column: widgets, layouts, and None for room that stretches."""
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout


def row(
    *items: QWidget | QLayout | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    return lay(QHBoxLayout(), *items, gap=gap, margins=margins)


def column(
    *items: QWidget | QLayout | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    return lay(QVBoxLayout(), *items, gap=gap, margins=margins)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def unnamed_controls(root: QWidget) -> list[QWidget]:
    """Controls below `root` that a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
    inner = (QAbstractSpinBox, QComboBox)  # their own line edit speaks for them
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.accessibleName()
        and not isinstance(widget.parent(), inner)
        and not widget.objectName().startswith("qt_")
    ]
