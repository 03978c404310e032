"""Where a clerk types and chooses: fields, notes, choices, ticks, numbers. Each has its accessible name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from counter_app import limits
from resources.theme import METRICS
from ui.theme import pixmap
from ui.widgets import lay, plain_button_text, repolish, text_label

CAPTION_GAP = 4


class _Line(QLineEdit):
    """One line. Redo's key goes on to the page while nothing can be redone: on Windows it is Ctrl+Y, a page's Yes."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Redo)
            and not self.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)


class Field(QWidget):
    """A caption, one line of text, and beneath it what is wrong with it."""

    changed = Signal(str)
    entered = Signal(str)

    def __init__(self, label: str, placeholder: str, max_chars: int, secret: bool, accessible: str) -> None:
        super().__init__()
        self.edit = _Line()
        self.edit.setMaxLength(max_chars)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(accessible or label)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.returnPressed.connect(lambda: self.entered.emit(self.edit.text()))
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        inside = lay(QVBoxLayout(self), gap=CAPTION_GAP)
        if label:
            inside.addWidget(text_label(label, "caption"))
        inside.addWidget(self.edit)
        inside.addWidget(self._error)
        inside.addStretch(1)  # side by side, captions stay on one line when only one field is wrong
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put `text` in; where it is longer than the field, its beginning shows until somebody types here."""
        self.edit.setText(text)
        if not self.edit.hasFocus():
            self.edit.setCursorPosition(0)

    def clear(self) -> None:
        self.edit.setText("")
        self.show_error("")

    def error(self) -> str:
        return self._error.text()

    def show_error(self, text: str, beneath: bool = True) -> None:
        """Say what is wrong, beneath the line unless it is said nearby already; "" takes it back."""
        self._error.setText(text)
        self._error.setVisible(bool(text) and beneath)
        self.edit.setAccessibleDescription(text)
        if self.edit.property("wrong") != bool(text):
            self.edit.setProperty("wrong", bool(text))
            repolish(self.edit)

    def _on_changed(self, text: str) -> None:
        self.show_error("")
        self.changed.emit(text)


def field(
    label: str,
    placeholder: str = "",
    *,
    max_chars: int = limits.TEXT_MAX_CHARS,
    secret: bool = False,
    accessible: str = "",
) -> Field:
    return Field(label, placeholder, max_chars, secret, accessible)


def beside(widget: QWidget) -> QVBoxLayout:
    """A button or a text in a row of fields: on their line, also while something is said beneath one of them."""
    caption = text_label("X", "caption")
    caption.ensurePolished()
    widget.setMinimumHeight(METRICS.h_ctl)
    made = lay(QVBoxLayout(), gap=0)
    made.addSpacing(caption.sizeHint().height() + CAPTION_GAP)
    made.addWidget(widget)
    made.addStretch(1)
    return made


class NoteEdit(QPlainTextEdit):
    """Some lines of plain text, cut at `max_chars`. Tab leaves it."""

    def __init__(self, accessible: str, placeholder: str = "", max_chars: int = limits.TEXT_MAX_CHARS) -> None:
        super().__init__()
        self._max_chars = max_chars
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(84)
        self.textChanged.connect(self._cut)

    def text(self) -> str:
        return self.toPlainText()

    def _cut(self) -> None:
        if len(self.toPlainText()) > self._max_chars:
            self.setPlainText(self.toPlainText()[: self._max_chars])
            self.moveCursor(self.textCursor().MoveOperation.End)


class _Combo(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(self.width() - 30, self.height() / 2 - 8), pixmap("chevron-down", "muted", 16))
        painter.end()


class Choice(QWidget):
    """A caption and a list of which one entry is chosen. `changed` carries its key."""

    changed = Signal(str)

    def __init__(self, label: str, items: Sequence[tuple[str, str]], accessible: str) -> None:
        super().__init__()
        self.box = _Combo()
        self.box.setAccessibleName(accessible or label)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.set_items(items)
        self.box.currentIndexChanged.connect(lambda _n: self.changed.emit(self.key()))
        inside = lay(QVBoxLayout(self), gap=CAPTION_GAP)
        if label:
            caption = text_label(label, "caption")
            caption.setBuddy(self.box)  # on Linux a combo box is called by its value, and by this what it is for
            inside.addWidget(caption)
        inside.addWidget(self.box)
        inside.addStretch(1)
        self.setFocusProxy(self.box)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Replace the entries (key, text); the chosen key stays chosen when it is still there."""
        chosen = self.key()
        self.box.blockSignals(True)
        self.box.clear()
        for key, text in items:
            self.box.addItem(text, key)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)) if items else -1)
        self.box.blockSignals(False)

    def key(self) -> str:
        return str(self.box.currentData() or "")

    def set_key(self, key: str) -> None:
        self.box.setCurrentIndex(self.box.findData(key))


def combo(label: str, items: Sequence[tuple[str, str]], accessible: str = "") -> Choice:
    return Choice(label, items, accessible)


class Check(QCheckBox):
    """A check box whose tick follows the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        where = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        ink = "on_accent" if self.isEnabled() else "muted"
        painter = QStylePainter(self)
        spot = QPointF(where.center().x() - 7.5, where.center().y() - 7.5)
        painter.drawPixmap(spot, pixmap("check", ink, 16))
        painter.end()


def check(text: str, checked: bool = False, accessible: str = "") -> Check:
    made = Check(plain_button_text(text))
    made.setChecked(checked)
    made.setAccessibleName(accessible or text)
    return made


def number(accessible: str, low: int, high: int, suffix: str = "") -> QSpinBox:
    """A whole number between `low` and `high`, set by typing or the arrow keys."""
    made = QSpinBox()
    made.setRange(low, high)
    made.setSuffix(suffix)
    made.lineEdit().setTextMargins(9, 0, 9, 0)
    made.setAccessibleName(accessible)
    return made
