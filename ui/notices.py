"""What the program says without stopping anybody: banner, toast with Undo, question, progress, empty page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources.theme import METRICS
from ui.buttons import Button, button
from ui.theme import look
from ui.widgets import (
    KIND_ICON,
    ElidedLabel,
    IconLabel,
    Label,
    column,
    icon_label,
    lay,
    repolish,
    row,
    spoken,
    text_label,
)

TOAST_MS = 6_000


class Banner(QFrame):
    """A line across the page: the demo's, a warning's. `pressed` is its button."""

    pressed = Signal()

    def __init__(self, text: str, kind: str = "info", action: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self._icon = icon_label("info", kind, 18)
        self._text = text_label(text, kind, wrap=True)
        line = lay(QHBoxLayout(self), self._icon, self._text, gap=10, margins=(14, 4, 8, 4))
        line.setStretch(1, 1)
        if action:
            line.addWidget(button(action, "link", clicked=self.pressed.emit))
        self.setMinimumHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_text(text, kind)

    def show_text(self, text: str, kind: str) -> None:
        """`kind`: ok, warn, bad, info."""
        self._text.setText(text)
        self._text.set_role(kind)
        self._icon.show_icon(KIND_ICON[kind], kind)
        self.setAccessibleName(spoken(text))
        self.setProperty("tone", kind)
        repolish(self)


class _Toast(QFrame):
    """The dark bar itself. It can be pressed, but no key and no click moves the focus to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "toast")
        self.setFixedHeight(METRICS.h_toast)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.icon: IconLabel = icon_label("check", "toast_act", 18)
        self.label = ElidedLabel("", "toast")
        self.undo: Button = button(
            QCoreApplication.translate("Toast", "Undo"),
            "toast",
            accessible=QCoreApplication.translate("Toast", "Undo"),
        )
        self.undo.show_hint("Ctrl+Z")  # the host owns the key, because it works only while the toast shows
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lay(QHBoxLayout(self), self.icon, self.label, self.undo, gap=10, margins=(14, 4, 6, 4))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ToastHost(QObject):
    """Shows one toast in the slot beside the page's title, so that it lies over no row and no button.

    A new toast takes the place of the old one at once: only the last act can be taken back. It goes
    after 6 s.
    """

    undone = Signal()

    def __init__(self, window: QWidget, duration_ms: int = TOAST_MS) -> None:
        super().__init__(window)
        self._undo: Callable[[], object] | None = None
        self.toast = _Toast()
        self.toast.setParent(window)
        self.toast.hide()
        self.toast.undo.clicked.connect(self.undo)
        self._key = QShortcut(QKeySequence("Ctrl+Z"), window)
        self._key.setEnabled(False)
        self._key.activated.connect(self.undo)
        self._timer = QTimer(self, singleShot=True, interval=duration_ms)
        self._timer.timeout.connect(self.dismiss)

    def move_to(self, slot: QWidget) -> None:
        """Show toasts in this slot from now on (`PageHead.slot`); one that is showing moves along."""
        layout = slot.layout()
        if layout is not None and self.toast.parent() is not slot:
            showing = not self.toast.isHidden()
            layout.addWidget(self.toast)
            self.toast.setVisible(showing)

    def show_toast(self, text: str, undo: Callable[[], object] | None = None, kind: str = "ok") -> None:
        """Say `text`; with `undo` the toast and Ctrl+Z take the act back while it shows."""
        self._undo = undo
        self.toast.icon.show_icon("check" if kind == "ok" else KIND_ICON[kind], "toast_act")
        self.toast.label.setText(text)
        self.toast.setAccessibleName(spoken(text))
        self.toast.undo.setVisible(undo is not None)
        self.toast.setContentsMargins(0, 0, 0 if undo is not None else 10, 0)
        self._key.setEnabled(undo is not None)
        self.toast.show()
        self._timer.start()

    def text(self) -> str:
        """What shows now; "" when nothing does."""
        return "" if self.toast.isHidden() else self.toast.label.whole_text()

    def undo(self) -> None:
        """Take the last act back, once."""
        act, self._undo = self._undo, None
        self.dismiss()
        if act is not None:
            act()
            self.undone.emit()

    def dismiss(self) -> None:
        self._timer.stop()
        self._undo = None
        self._key.setEnabled(False)
        self.toast.hide()


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer an AskBar: its key, what the button says, its kind and its shortcut."""

    key: str
    text: str
    kind: str = "second"
    shortcut: str = ""


class AskBar(QFrame):
    """A question in the page, not over it. Up to three answers; Escape gives the key ""."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "ask")
        self._then: Callable[[str], object] | None = None
        self._before: QWidget | None = None
        self._icon = icon_label("circle-alert", "accent", 22)
        self._question = text_label("", "strong", wrap=True)
        self._buttons = row(gap=8)
        line = lay(QHBoxLayout(self), self._icon, self._question, self._buttons, gap=12, margins=(16, 10, 12, 10))
        line.setStretch(1, 1)
        self._escape = QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WindowShortcut)
        self._escape.activated.connect(lambda: self._answer(""))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def ask(self, question: str, answers: Sequence[Answer], then: Callable[[str], object], focus: bool = True) -> None:
        """Show the question; `then` gets the key of the answer, once. The first answer takes the focus."""
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._then = then
        self._question.setText(question)
        self.setAccessibleName(spoken(question))
        made = []
        for answer in answers[:3]:
            one = button(answer.text, answer.kind, shortcut=answer.shortcut)
            one.clicked.connect(lambda _checked=False, key=answer.key: self._answer(key))
            self._buttons.addWidget(one)
            made.append(one)
        self.show()
        self._before = self.window().focusWidget() if focus else None
        if focus and made:
            made[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, key: str) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        back, self._before = self._before, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.answered.emit(key)
        then(key)


def ask(
    page: QWidget, question: str, answers: Sequence[Answer], then: Callable[[str], object], focus: bool = True
) -> AskBar:
    """Ask at the top of `page` (whose layout is a column), without a dialog."""
    bar = page.findChild(AskBar)
    if not isinstance(bar, AskBar):
        bar = AskBar()
        layout = page.layout()
        if not isinstance(layout, QBoxLayout):
            raise TypeError("ask() needs a page with a box layout")
        layout.insertWidget(0, bar)
    bar.ask(question, answers, then, focus)
    return bar


class EmptyState(QWidget):
    """What a list says while it has no rows: an icon, a title, a hint, and the way on."""

    pressed = Signal()

    def __init__(self, icon_name: str, title: str, hint: str, action: str = "") -> None:
        super().__init__()
        self.title = text_label(title, "h2")
        self.hint = text_label(hint, "muted", wrap=True)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setMinimumWidth(300)
        self.hint.setMaximumWidth(460)
        inside = lay(QVBoxLayout(self), None, gap=8, margins=(24, 24, 24, 24))
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(icon_label(icon_name, "muted", 44), 0, middle)
        inside.addSpacing(4)
        inside.addWidget(self.title, 0, middle)
        inside.addLayout(row(None, self.hint, None))  # aligned by itself it would get the height of one line
        if action:
            inside.addSpacing(8)
            inside.addWidget(button(action, "second", clicked=self.pressed.emit), 0, middle)
        inside.addStretch(1)


class ProgressLine(QWidget):
    """Something that takes a while: what, how far, and a way to stop it. It never blocks the page."""

    def __init__(self, title: str, cancel: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._title = text_label(title, "strong")
        self._detail = text_label("", "muted", elide="right")
        self._detail.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        stop = QCoreApplication.translate("Progress", "Stop")
        head = row(column(self._title, self._detail, gap=2), gap=12)
        if cancel is not None:
            named = QCoreApplication.translate("Progress", "Stop: {title}").format(title=title)
            head.addWidget(button(stop, "second", "x", accessible=named, clicked=cancel))
        lay(QVBoxLayout(self), head, self._bar, gap=8)

    def show_step(self, done: int, total: int, detail: str = "") -> None:
        """`total` 0 means that nobody knows how much there is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))


class Bullets(QWidget):
    """What stands open, each on a line of its own; a long one goes on beneath its beginning."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[QWidget, Label, Label]] = []
        self._all = lay(QVBoxLayout(self), gap=2)

    def show_lines(self, lines: Sequence[str], otherwise: str = "") -> None:
        """`otherwise` is said, without a dot before it, when there is no line."""
        said = list(lines) or [otherwise]
        while len(self._lines) < len(said):
            dot, text = text_label("•", "value"), text_label("", "value", wrap=True)
            whole = QWidget()
            inside = lay(QHBoxLayout(whole), dot, text, gap=8)
            inside.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
            inside.setStretch(1, 1)
            self._all.addWidget(whole)
            self._lines.append((whole, dot, text))
        for n, (whole, dot, text) in enumerate(self._lines):
            text.setText(said[n] if n < len(said) else "")
            dot.setVisible(bool(lines))
            whole.setVisible(n < len(said))

    def text(self) -> str:
        """Every line that shows."""
        return "\n".join(text.text() for _, _, text in self._lines if text.text())


class FactGrid(QWidget):
    """Captions with their values, `columns` to a line, a line for each of `wide`; values are set by key."""

    def __init__(self, facts: Sequence[tuple[str, str]], columns: int = 2, wide: Sequence[str] = ()) -> None:
        super().__init__()
        self._values: dict[str, ElidedLabel] = {}
        self._captions = dict(facts)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        at = 0
        for key, caption in facts:
            value = ElidedLabel("–", "value", middle=True)
            self._values[key] = value
            span = columns if key in wide else 1
            at += -at % span  # what takes the whole line begins one
            both = column(text_label(caption, "caption"), value, gap=2)
            grid.addLayout(both, at // columns, at % columns, 1, span)
            at += span
        for n in range(columns):
            grid.setColumnStretch(n, 1)
        look.themed.connect(self.updateGeometry)

    def set_value(self, key: str, text: str) -> None:
        """An empty text shows a dash: a missing value never looks like one."""
        self._values[key].setText(text or "–")
        self._values[key].setAccessibleName(spoken(f"{self._captions[key]}: {text or '–'}"))

    def value(self, key: str) -> str:
        return self._values[key].whole_text()

    def clear(self) -> None:
        for key in self._values:
            self.set_value(key, "")
