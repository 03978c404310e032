"""While the register arrives for the first time: how much is here, how long it takes, and stopping or going on.

The line stands above the room, so that nobody takes an empty list for the truth.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout

from counter_app.events import FirstSyncMoved
from ui.buttons import button
from ui.doing import Doing
from ui.figures import number
from ui.notices import KIND_ICON
from ui.widgets import icon_label, lay, repolish, spoken, text_label

SHOWN = ("arriving", "arranging", "waiting", "paused")


class FirstSyncLine(QFrame):
    """Hidden as long as the register is here. Its button stops, and goes on when it was stopped."""

    def __init__(self, doing: Doing) -> None:
        super().__init__()
        self._doing = doing
        self._moved: FirstSyncMoved | None = None
        self.setProperty("kind", "banner")
        self._icon = icon_label("info", "info", 18)
        self._text = text_label("", "info", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(QCoreApplication.translate("FirstSync", "Rows of the register that are here"))
        self.turn = button(QCoreApplication.translate("FirstSync", "Stop"), "second", clicked=self._turn)
        both = lay(QVBoxLayout(), self._text, self.bar, gap=6)
        line = lay(QHBoxLayout(self), self._icon, both, self.turn, gap=10, margins=(24, 6, 24, 6))
        line.setStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def under_way(self) -> bool:
        """Whether the register is not here yet."""
        return self._moved is not None

    def text(self) -> str:
        """What the line says, "" when the register is here."""
        return text_of(self._moved) if self._moved is not None else ""

    def begin(self) -> None:
        """The station is there: what its store notes of an earlier start; the figures come with the first event."""
        self._doing.ask(self._doing.rooms.register.state, done=self._noted, failed=lambda error: None)

    def _noted(self, state: str) -> None:
        if state and self._moved is None:
            self.heard(FirstSyncMoved(state))

    def heard(self, event: Any) -> bool:
        """Show what the event says; True when it was about the register."""
        if not isinstance(event, FirstSyncMoved):
            return False
        self._moved = event if event.state in SHOWN else None
        if self._moved is None:
            self.hide()
            return True
        stopped = event.state == "paused"
        kind = "warn" if event.state in ("paused", "waiting") else "info"
        text = text_of(event)
        self._text.setText(text)
        self._text.set_role(kind)
        self._icon.show_icon(KIND_ICON[kind], kind)
        if self.property("tone") != kind:
            self.setProperty("tone", kind)
            repolish(self)
        self.bar.setRange(0, event.total)  # 0: nobody knows yet
        self.bar.setValue(event.done)
        self.turn.set_text(
            QCoreApplication.translate("FirstSync", "Go on")
            if stopped
            else QCoreApplication.translate("FirstSync", "Stop"),
            QCoreApplication.translate("FirstSync", "Go on fetching the register")
            if stopped
            else QCoreApplication.translate("FirstSync", "Stop fetching the register"),
        )
        self.turn.setVisible(event.state != "arranging" and self._doing.actor is not None)
        self.setAccessibleName(spoken(text))
        self.show()
        return True

    def clerk_changed(self) -> None:
        """Only somebody who has signed in stops it."""
        if self._moved is not None:
            self.heard(self._moved)

    def _turn(self) -> None:
        moved = self._moved
        if moved is None:
            return
        register = self._doing.rooms.register
        stopped = moved.state == "paused"

        def turned(_none: Any) -> None:
            if stopped and self._doing.station.worker is not None:
                self._doing.station.worker.kick()
            # The exchange says the same when it has heard of it; a slow line would leave the button without an answer.
            self.heard(FirstSyncMoved("waiting" if stopped else "paused", moved.done, moved.total))

        self._doing.do(register.go_on if stopped else register.pause, done=turned)


def text_of(moved: FirstSyncMoved) -> str:
    """How far the register is, in one sentence."""
    rows = {"done": number(moved.done), "total": number(moved.total)}
    if moved.state == "arranging":
        return QCoreApplication.translate("FirstSync", "The register is here; it is being made searchable.")
    if moved.state == "paused":
        text = QCoreApplication.translate("FirstSync", "The register was stopped.")
        if moved.total:
            text = QCoreApplication.translate("FirstSync", "The register was stopped at {done} of {total} rows.")
        return text.format(**rows)
    if not moved.total:
        return QCoreApplication.translate("FirstSync", "The register is still arriving.")
    if moved.state == "waiting":
        text = QCoreApplication.translate(
            "FirstSync", "The register is still arriving: {done} of {total} rows; it goes on when the centre answers."
        )
        return text.format(**rows)
    if moved.left_s is None:
        return QCoreApplication.translate(
            "FirstSync", "The register is still arriving: {done} of {total} rows."
        ).format(**rows)
    if moved.left_s < 90:
        text = QCoreApplication.translate(
            "FirstSync", "The register is still arriving: {done} of {total} rows, about {left} s left."
        )
        return text.format(**rows, left=number(max(1, moved.left_s)))
    text = QCoreApplication.translate(
        "FirstSync", "The register is still arriving: {done} of {total} rows, about {left} min left."
    )
    return text.format(**rows, left=number(round(moved.left_s / 60)))
