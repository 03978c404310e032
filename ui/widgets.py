"""The makers of labels, tips, cards and layouts: where a name from outside becomes pixels (T1).

Labels are PlainText always and tips are escaped. With `buttons`, `chips` and `entries`, which double `&`, limit what is
entered and let no control go without an accessible name, these are what the rest of `ui` builds from: no other file
makes a QLabel.
"""

from __future__ import annotations

import html
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
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
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme import color, look, pixmap

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


# ---------------------------------------------------------------- cards


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


class ShownStack(QStackedWidget):
    """As high as what shows needs; what was never shown is not styled yet and would ask for more than it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint() if self.count() else super().minimumSizeHint()


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
