"""The carriers' rate tables of this station, and the way to import one, with everything that is wrong in it (2.6)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from counter_app.errors import CounterError, RuleViolation
from counter_app.events import RatesChanged
from ui.acts import carrier_name
from ui.buttons import button
from ui.figures import day_of
from ui.notices import EmptyState
from ui.pages.watched_list import WatchedList
from ui.sentences import sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from ui.pages.page import Page

SHOWN_MAX = 200


class RateTables(WatchedList):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        columns = (
            Column("carrier", QCoreApplication.translate("Ship", "Carrier"), 0, "strong"),
            Column("version", QCoreApplication.translate("Ship", "Version"), 160, "mono"),
            Column("dates", QCoreApplication.translate("Ship", "Valid"), 260, gives_way=True),
            Column("services", QCoreApplication.translate("Ship", "Services"), 90),
            Column("state", QCoreApplication.translate("Ship", "State"), 150, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Ship", "Rate tables"))
        self.empty = EmptyState(
            "file-text", QCoreApplication.translate("Ship", "No rate table yet"), sentence("rates.how")
        )
        problems = (
            Column("line", QCoreApplication.translate("Ship", "Line"), 70),
            Column("why", QCoreApplication.translate("Ship", "What is wrong"), 0, "strong"),
            Column("said", QCoreApplication.translate("Ship", "It says"), 240, "mono", gives_way=True),
        )
        self.problems = RowTable(
            RowsModel(problems, Rows()), QCoreApplication.translate("Ship", "What is wrong in the file")
        )
        self.problems_title = text_label("", "strong", wrap=True)
        sheet = Card(margins=(0, 0, 0, 0))
        sheet.body.addWidget(self.table)
        sheet.body.addWidget(self.empty)
        self.report = Card(margins=(16, 12, 16, 12))
        self.report.body.addWidget(self.problems_title)
        self.report.body.addWidget(self.problems)
        self.report.hide()
        self.go = button(
            QCoreApplication.translate("Ship", "Import a table …"), "primary", "plus", "Ctrl+O", clicked=self.choose
        )
        self.dialog: QFileDialog | None = None
        whole = lay(QVBoxLayout(self), self.note, sheet, self.report, row(None, self.back, self.go, gap=8), gap=12)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)

    def refresh(self) -> None:
        if self.page.doing.clerk is not None:
            self.page.doing.do(self.rooms.rates.tables, done=self._show)

    def heard(self, event: object) -> None:
        if isinstance(event, RatesChanged):
            self.refresh()

    def leave(self) -> None:
        self.report.hide()
        super().leave()

    def _show(self, found: tuple[Any, ...]) -> None:
        self.page.head.set_title(QCoreApplication.translate("Ship", "Rate tables"))
        self.page.head.set_subtitle(sentence("rates.kept_here"))
        rows = [
            {
                "id": f"{one.carrier}:{one.version}",
                "carrier": carrier_name(one.carrier),
                "version": one.version,
                "dates": f"{day_of(one.valid_from)} – {day_of(one.valid_until)}",
                "services": str(one.services),
                "state": QCoreApplication.translate("Ship", "In force")
                if one.holds
                else QCoreApplication.translate("Ship", "Not today"),
                "state_kind": "ok" if one.holds else "",
            }
            for one in found
        ]
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(0)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def choose(self) -> None:
        """Ask for the file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = QCoreApplication.translate("Ship", "Import a rate table")
        dialog = QFileDialog(self.window(), title, folder or ".")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(QCoreApplication.translate("Ship", "Rate table (*.csv *.txt)"))
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.fileSelected.connect(lambda text: self.take(Path(text)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Import this file, off the main thread; it is read whole or not at all."""
        rates = self.rooms.rates

        def work(desk: Any, actor: Any) -> Any:
            try:
                with path.open("rb") as file:
                    data = file.read(rates.BYTES_MAX + 1)
            except OSError as error:
                raise RuleViolation("rates.not_read") from error
            return rates.import_table(desk, actor, data)

        self.page.doing.do(work, done=self._imported, failed=self._not_imported)

    def _imported(self, what: Any) -> None:
        self.report.setVisible(bool(what.problems))
        if not what.problems:
            facts = {"carrier": carrier_name(what.carrier), "version": what.version, "rows": what.rows}
            self.window_.play("taken")
            self.tell(sentence("rates.replaced" if what.replaced else "rates.imported", facts), "ok")
            self.refresh()
            return
        self.window_.play("refused")
        self.tell(sentence("rates.nothing_imported"))
        self.problems_title.setText(QCoreApplication.translate("Ship", "%n line(s) are wrong", "", len(what.problems)))
        rows = [
            {
                "id": str(n),
                "line": str(one.line) if one.line else "–",
                "why": sentence(one.code, {"said": one.said}),
                "said": one.said,
            }
            for n, one in enumerate(what.problems[:SHOWN_MAX])
        ]
        self.problems.rows.set_source(Rows(rows))
        self.problems.select_row(0)

    def _not_imported(self, error: CounterError) -> None:
        self.report.hide()
        self.refused(error)
