"""The step in which an envelope becomes pages: where they come from, what is done with them, what was found (2.8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task_scan import count_of, is_blank, to_send
from ui.buttons import button
from ui.entries import beside, combo, field
from ui.flow import Flow
from ui.notices import ProgressLine
from ui.pages.page_strip import PageStrip, dropped_files
from ui.widgets import lay, row, text_label


@dataclass(frozen=True, slots=True)
class Wants:
    """What the body asks its panel for."""

    photo: Callable[[], object]
    folder: Callable[[], object]
    files: Callable[[list[Path], int], object]
    """Dropped files, and in front of which page; -1 for the end."""
    save: Callable[[], object]
    stop: Callable[[], object]
    note: Callable[[str, str], object]
    undo: Callable[[object], object]


class ScanBody(QWidget):
    """Pages with their tools. Files may be dropped anywhere on it."""

    def __init__(self, wants: Wants) -> None:
        super().__init__()
        self._wants = wants
        self.setAcceptDrops(True)
        self.strip = PageStrip(QCoreApplication.translate("Paper", "Pages of the scan"))
        self.strip.changed.connect(self._show_sum)
        self.strip.files.connect(wants.files)
        self.hint = text_label("", "muted", wrap=True)
        self.sum = text_label("", "strong", elide="right")
        self.folder = button(
            QCoreApplication.translate("Paper", "Take from the folder"),
            "second",
            "inbox",
            "Ctrl+F",
            clicked=wants.folder,
        )
        self.photo = button(
            QCoreApplication.translate("Paper", "Photo"), "second", "camera", "F10", clicked=wants.photo
        )
        self.left = button(
            QCoreApplication.translate("Paper", "Turn left"),
            shortcut="Ctrl+Shift+T",
            clicked=lambda: self.strip.turn(-90),
        )
        self.right = button(
            QCoreApplication.translate("Paper", "Turn right"), shortcut="Ctrl+T", clicked=lambda: self.strip.turn(90)
        )
        self.out = button(QCoreApplication.translate("Paper", "Take out"), "second", "x", clicked=self._take_out)
        self.out.show_hint("Del")
        QShortcut(QKeySequence("Del"), self.strip, activated=self._take_out, context=Qt.ShortcutContext.WidgetShortcut)
        self.keep = button(QCoreApplication.translate("Paper", "Keep blank side"), clicked=self.strip.keep)
        self.keep.show_hint("Space")
        self.save = button(QCoreApplication.translate("Paper", "Save the draft"), shortcut="Ctrl+S", clicked=wants.save)
        self.moving = ProgressLine(QCoreApplication.translate("Paper", "Working on the pages"), wants.stop)
        self.moving.hide()
        self.found = combo(
            QCoreApplication.translate("Paper", "What was found"),
            (
                ("several_items", QCoreApplication.translate("Paper", "More than one thing in the envelope")),
                ("other_person", QCoreApplication.translate("Paper", "Meant for another person")),
                ("unreadable", QCoreApplication.translate("Paper", "A page cannot be read")),
            ),
        )
        self.words = field(QCoreApplication.translate("Paper", "In your own words"), max_chars=200)
        self.words.entered.connect(lambda _text: self._note())
        self.note = button(QCoreApplication.translate("Paper", "Note it"), clicked=self._note)
        self.noted = text_label("", "info", wrap=True)
        self.noted.hide()
        tools = row(self.folder, self.photo, self.save, self.hint, gap=8)
        tools.setStretch(3, 1)
        whole = lay(
            QVBoxLayout(self),
            tools,
            self.moving,
            self.strip,
            row(self.sum, None, gap=8),
            Flow((self.left, self.right, self.keep, self.out)),
            row(self.found, self.words, beside(self.note), gap=8),
            self.noted,
            gap=8,
            margins=(20, 0, 0, 8),
        )
        whole.setStretch(2, 1)
        self.say_hint("")

    def say_hint(self, text: str) -> None:
        """A line above the pages: how they get here, or what waits in the folder."""
        self.hint.setText(
            text
            or QCoreApplication.translate("Paper", "Scan into the watched folder, drop files here, or take a photo.")
        )

    def show_moving(self, done: int, total: int) -> None:
        """How far slow work is; 0 of 0 when there is none."""
        self.moving.setVisible(total > 0)
        self.moving.show_step(done, total, f"{done} / {total}" if total else "")

    def allow(self, editable: bool) -> None:
        for one in (self.folder, self.photo, self.left, self.right, self.keep, self.out, self.save, self.note):
            one.setEnabled(editable)
        self.strip.takes_files = editable

    def show_blank(self, blank_below: int) -> None:
        self._blank_below = blank_below
        self._show_sum()

    def _show_sum(self) -> None:
        pages, below = self.strip.pages(), getattr(self, "_blank_below", 0)
        sent = count_of(to_send(pages, below))
        text = QCoreApplication.translate("Paper", "%n page(s) for the customer", "", sent)
        blank = sum(is_blank(page, below) and not page.kept for page in pages)
        if blank:
            text += " · " + QCoreApplication.translate("Paper", "%n blank side(s) left out, not charged", "", blank)
        self.sum.setText(text if pages else "")

    def _take_out(self) -> None:
        before = self.strip.take_out()
        if before != self.strip.pages():
            self._wants.undo(before)

    def _note(self) -> None:
        self._wants.note(self.found.key(), self.words.text())

    # ------------------------------------------------------------ files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.folder.isEnabled() and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._wants.files(files, -1)
