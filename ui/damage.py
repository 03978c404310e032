"""When the store cannot be used: the screen that says so and offers a way on, and the line that tells of a rescue."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.errors import CounterError
from counter_app.events import ActsLost, RebuildMoved
from ui.buttons import Button, button
from ui.notices import Banner
from ui.sentences import say, sentence
from ui.widgets import icon_label, lay, row, text_label

REBUILD = ("store.damaged", "store.missing")
EXPORT = ("store.too_new",)


class StoppedPage(QWidget):
    """What happened, why, and what can be done about it; nothing else works. Enter presses the first button."""

    chosen = Signal(str)
    """rebuild, export or quit."""

    def __init__(self, error: CounterError, *, running: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        title = (
            QCoreApplication.translate("Damage", "Counter has stopped")
            if running
            else QCoreApplication.translate("Damage", "Counter cannot start")
        )
        self.title = text_label(title, "h1")
        self.text = text_label(say(error), "muted", wrap=True)
        self.text.setMinimumWidth(520)
        self.text.setMaximumWidth(640)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons: dict[str, Button] = {}
        if error.code in REBUILD:
            about = QCoreApplication.translate("Damage", "Rebuild (about %n minute(s))", "", minutes_of(error))
            self._add("rebuild", about, "primary")
        elif error.code in EXPORT and not running:
            self._add("export", QCoreApplication.translate("Damage", "Save unsent acts to a file"), "second")
        self._add("quit", QCoreApplication.translate("Damage", "Close Counter"), "second")
        inside = lay(QVBoxLayout(self), None, gap=12, margins=(24, 24, 24, 24))
        inside.addWidget(icon_label("triangle-alert", "bad", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.title)
        inside.addLayout(row(None, self.text, None))
        inside.addSpacing(8)
        inside.addLayout(row(None, *self.buttons.values(), None, gap=12))
        inside.addStretch(1)
        self.setAccessibleName(f"{title}. {say(error)}")

    def _add(self, key: str, text: str, kind: str) -> None:
        made = button(text, kind, clicked=lambda: self.chosen.emit(key))
        made.setAutoDefault(True)  # Enter presses the one that has the focus
        self.buttons[key] = made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """What came of a button: where the file is, or why it did not work."""
        self.text.setText(text)
        self.setAccessibleName(f"{self.title.text()}. {text}")

    def work(self, on: bool) -> None:
        """While something runs no button can be pressed twice."""
        for one in self.buttons.values():
            one.setEnabled(not on)


def minutes_of(error: CounterError) -> int:
    found = error.facts.get("minutes", 1)
    return found if isinstance(found, int) and found > 0 else 1


class RescueLine(Banner):
    """How far the rescue from a damaged store is, in the room and until somebody has read how it ended."""

    def __init__(self) -> None:
        super().__init__("", "info", QCoreApplication.translate("Damage", "Understood"))
        self.pressed.connect(self.hide)
        self.hide()

    def heard(self, event: Any, desk: Any) -> str:
        """Show what the event says; the sentence, "" when it is about something else."""
        if isinstance(event, RebuildMoved):
            text = sentence(
                {"acts": "store.rescuing_acts", "rows": "store.rescuing_rows"}.get(event.step, "store.rescuing"),
                {"done": event.done, "total": event.total},
            )
            self.show_text(text, "info")
        elif isinstance(event, ActsLost):
            text = sentence(_outcome(event), event.facts(desk.local))
            self.show_text(text, "bad" if event.count else "ok")
        else:
            return ""
        self.show()
        return text


def _outcome(event: ActsLost) -> str:
    if event.rebuilt:
        return "store.acts_lost" if event.count else "store.all_rescued"
    if not event.count:
        return "store.tail_found"
    return "store.tail_lost" if event.until_ms else "store.behind_the_centre"
