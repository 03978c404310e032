"""A list as a file: asked whether the clerk may, then where to, then written aside with a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from counter_app.errors import CounterError
from ui.buttons import Button, button
from ui.notices import Answer, ProgressLine, ask

if TYPE_CHECKING:
    from ui.pages.page import Page

SHOWN_AFTER_MS = 300
"""A list that is written sooner shows no progress."""

DAYS = 30


class ListExport(QObject):
    """One for a page. `finished` carries the number of rows, -1 when it was stopped or refused."""

    finished = Signal(int)
    _told = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._stop: threading.Event | None = None
        self._total = 0
        self.dialog: QFileDialog | None = None
        self.progress: ProgressLine | None = None
        self._wait = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._wait.timeout.connect(self._show_progress)
        self._told.connect(self._step, Qt.ConnectionType.QueuedConnection)
        page.doing.clerk_changed.connect(self._clerk_changed)

    def button(self, clicked: Callable[[], object]) -> Button:
        """The button for the page's head."""
        text = QCoreApplication.translate("Export", "Export …")
        named = QCoreApplication.translate("Export", "Export this list as a file")
        return button(text, "second", "file-text", accessible=named, clicked=clicked)

    def customers(self) -> None:
        """All customers."""
        self._begin("customers", "customers")

    def pieces(self) -> None:
        """Pieces: which ones is asked first."""
        desk = self._page.doing.station.desk
        today = desk.today()
        since = (date.fromisoformat(today) - timedelta(days=DAYS - 1)).isoformat()
        ways = {
            "on_shelf": ("on_shelf", "on-the-shelf"),
            "today": ("received", "received", today, today),
            "month": ("received", "received", since, today),
        }
        ask(
            self._page,
            QCoreApplication.translate("Export", "Which pieces go into the file?"),
            (
                Answer("on_shelf", QCoreApplication.translate("Export", "On the shelf")),
                Answer("today", QCoreApplication.translate("Export", "Received today")),
                Answer("month", QCoreApplication.translate("Export", "Received in the last 30 days")),
            ),
            lambda key: self._begin(*ways[key]) if key else None,
        )

    def stop(self) -> None:
        """The clerk does not want it any more; what was at the file's place stays."""
        if self._stop is not None:
            self._stop.set()

    # ------------------------------------------------------------ one after the other

    def _begin(self, what: str, name: str, first: str = "", last: str = "") -> None:
        if self._stop is not None or self.dialog is not None:
            return  # one list at a time
        doing = self._page.doing
        suggested = f"{name}-{doing.station.desk.today()}.csv"  # ours: no name of a customer names a file (T7)
        doing.do(
            doing.rooms.export.count,
            what,
            first,
            last,
            done=lambda total: self._ask_where(suggested, lambda path: self._write(what, path, first, last, total)),
            failed=self._refused,
        )

    def _ask_where(self, suggested: str, then: Callable[[Path], None]) -> None:
        if self.dialog is not None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = QCoreApplication.translate("Export", "Save the list")
        dialog = QFileDialog(self._page.window(), title, str(Path(folder or ".") / suggested))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(QCoreApplication.translate("Export", "List for a spreadsheet (*.csv)"))
        dialog.setDefaultSuffix("csv")
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.fileSelected.connect(lambda text: then(Path(text)))
        dialog.finished.connect(lambda _result: self._closed())
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _clerk_changed(self, clerk: object) -> None:
        if clerk is None and self.dialog is not None:
            self.dialog.reject()  # locked: nobody saves what he may not see

    def _write(self, what: str, path: Path, first: str, last: str, total: int) -> None:
        doing = self._page.doing
        desk, actor, save = doing.station.desk, doing.actor, doing.rooms.export.save
        if actor is None:
            self._refused(CounterError("sign_in.needed"))
            return
        stop = threading.Event()
        self._stop, self._total = stop, total
        told, stopped = self._told.emit, stop.is_set
        self._wait.start()
        doing.aside(
            lambda: save(desk, actor, what, path, first, last, told, stopped),
            done=lambda count: self._saved(count, path),
            failed=self._refused,
        )

    # ------------------------------------------------------------ what the clerk sees

    def _show_progress(self) -> None:
        title = QCoreApplication.translate("Export", "Writing the list")
        self.progress = ProgressLine(title, self.stop)
        self._page.layout().insertWidget(1, self.progress)

    def _step(self, done: int) -> None:
        if self.progress is not None:
            self.progress.show_step(min(done, self._total), self._total, f"{done:,} / {self._total:,}")

    def _end(self) -> None:
        self._stop = None
        self._wait.stop()
        if self.progress is not None:
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None

    def _saved(self, count: int, path: Path) -> None:
        self._end()
        if count < 0:
            text = QCoreApplication.translate("Export", "Stopped. No file was written.")
        else:
            rows = QCoreApplication.translate("Export", "%n row(s)", "", count)
            text = QCoreApplication.translate("Export", "{rows} saved as {file}").format(rows=rows, file=path.name)
            self._page.window_.play("taken")
        self._page.window_.toasts.show_toast(text)
        self.finished.emit(count)

    def _refused(self, error: CounterError) -> None:
        self._end()
        self._page.window_.say(error)
        self.finished.emit(-1)
