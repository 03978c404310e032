"""The print queue: what paper is owed, what failed, and what nobody but a clerk can know: whether it came out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QImage

from counter_app.domain.print_job import Job, JobState
from counter_app.errors import CounterError
from counter_app.events import PrintJobChanged
from ui.acts import paper_for, paper_name, printer_name
from ui.buttons import button
from ui.chips import Chip
from ui.figures import when_text
from ui.frame import PageHead
from ui.notices import EmptyState, FactGrid
from ui.pages.page import Page, list_or_empty
from ui.sentences import say, sentence
from ui.signing import PhotoView
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, column, lay, row, text_label

if TYPE_CHECKING:
    from ui.window import Window

KINDS = {
    JobState.OWED: ("info", "clock"),
    JobState.PRINTING: ("info", "printer"),
    JobState.FAILED: ("bad", "circle-alert"),
    JobState.DOUBTFUL: ("warn", "circle-alert"),
    JobState.DONE: ("ok", "check"),
}


class PrintQueuePage(Page):
    """Jobs on the left, the chosen one with its picture on the right. Ctrl+Enter is the answer that ends it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("PrintQueue", "Print queue"), ""))
        self._jobs: dict[str, Job] = {}
        self._wanted = ""
        self._pictured = ""
        self._busy = False
        self._build()
        self._again = QTimer(self, interval=80, singleShot=True)
        self._again.timeout.connect(self._read)

    def _build(self) -> None:
        columns = (
            Column("what", QCoreApplication.translate("PrintQueue", "Paper"), 0, "two_line"),
            Column("printer", QCoreApplication.translate("PrintQueue", "Printer"), 132),
            Column("since", QCoreApplication.translate("PrintQueue", "Since"), 132, "when"),
            Column("state", QCoreApplication.translate("PrintQueue", "State"), 156, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("PrintQueue", "Print queue"))
        self.table.selected_row.connect(self._choose)
        self.table.activated_row.connect(lambda _one: self._enter())
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self.table)
        self._title = text_label("", "h2", elide="right")
        self._whose = text_label("", "muted", wrap=True)
        self._pill = Chip("", "info")
        self.picture = PhotoView(QCoreApplication.translate("PrintQueue", "How the label looks"))
        self._why = text_label("", wrap=True)
        self._facts = FactGrid(
            (
                ("printer", QCoreApplication.translate("PrintQueue", "Printer")),
                ("tries", QCoreApplication.translate("PrintQueue", "Tries")),
            )
        )
        self._error = text_label("", "error", wrap=True)
        self.came_out = button(
            QCoreApplication.translate("PrintQueue", "Yes, it did"),
            "primary",
            "check",
            "Ctrl+Return",
            accessible=QCoreApplication.translate("PrintQueue", "Yes, it came out"),
            clicked=lambda: self.answer(True),
        )
        self.print_again = button(
            QCoreApplication.translate("PrintQueue", "No, print again"),
            "second",
            "printer",
            "Ctrl+P",
            clicked=lambda: self.answer(False),
        )
        self.retry = button(
            QCoreApplication.translate("PrintQueue", "Try again"),
            "primary",
            "refresh-cw",
            "Ctrl+R",
            accessible=QCoreApplication.translate("PrintQueue", "Print this again"),
            clicked=self.try_again,
        )
        side = Card()
        side.setFixedWidth(332)
        lay(
            side.body,
            column(self._title, self._whose, gap=2),
            row(self._pill, None),
            self.picture,
            self._facts,
            self._why,
            self._error,
            self.came_out,
            self.print_again,
            self.retry,
            gap=10,
            margins=(18, 16, 18, 18),
        )
        side.body.setStretch(2, 1)
        self.empty = EmptyState(
            "printer",
            QCoreApplication.translate("PrintQueue", "No paper waits"),
            QCoreApplication.translate(
                "PrintQueue",
                "Labels and receipts are printed by themselves. One that could not be printed stays here until it is.",
            ),
        )
        self._stack = list_or_empty(self, sheet, side, self.empty)
        self.body.addWidget(self._stack, 1)

    # ------------------------------------------------------------ reading

    def shown(self) -> None:
        self._read()

    def heard(self, event: object) -> None:
        if isinstance(event, PrintJobChanged) and self.isVisible():
            self._again.start()

    def open(self, job_id: str) -> None:
        """Choose this job once the queue is there."""
        self._wanted = job_id

    def _read(self) -> None:
        if self.doing.ready:
            self.doing.ask(self.doing.rooms.inbox.print_queue, done=self._show)

    def _show(self, jobs: list[Job]) -> None:
        desk = self.doing.station.desk
        now = desk.local(desk.now_ms())
        at = self.table.currentIndex().row()
        self._jobs = {one.id: one for one in jobs}
        rows = [
            {
                "id": one.id,
                "what": paper_name(one.kind),
                "what_note": paper_for(one.kind, one.payload),
                "printer": printer_name(one.printer),
                "since": when_text(desk.local(one.created_ms), now) if one.created_ms else "",
                "state": _state_name(one.state),
                "state_kind": KINDS[one.state][0],
            }
            for one in jobs
        ]
        self.table.rows.set_source(Rows(rows))
        doubtful = sum(one.state == JobState.DOUBTFUL for one in jobs)
        text = QCoreApplication.translate("PrintQueue", "%n paper(s) owed", "", len(jobs))
        if doubtful:
            asked = QCoreApplication.translate("PrintQueue", "%n to be answered", "", doubtful)
            text = f"{text} · {asked}"
        self.head.set_subtitle(text if jobs else QCoreApplication.translate("PrintQueue", "Everything is printed"))
        self._stack.setCurrentIndex(0 if jobs else 1)
        if jobs:
            wanted, self._wanted = self._wanted or str(self.table.current_row().get("id", "")), ""
            if not (wanted and self.table.select_id(wanted)):
                self.table.select_row(min(max(0, at), len(jobs) - 1))
            self._choose(self.table.current_row())

    def _chosen(self) -> Job | None:
        return self._jobs.get(str(self.table.current_row().get("id", "")))

    def _choose(self, row_: dict[str, Any]) -> None:
        job = self._jobs.get(str(row_.get("id", "")))
        if job is None:
            return
        self._error.setText("")
        self._error.hide()
        self._title.setText(paper_name(job.kind))
        self._whose.setText(paper_for(job.kind, job.payload))
        kind, icon = KINDS[job.state]
        self._pill.show_state(_state_name(job.state), kind, icon)
        self._facts.set_value("printer", printer_name(job.printer))
        self._facts.set_value("tries", str(job.tries))
        self._why.setText(self._reason(job))
        self._why.set_role("strong" if job.state == JobState.DOUBTFUL else "muted")
        for one, state in (
            (self.came_out, JobState.DOUBTFUL),
            (self.print_again, JobState.DOUBTFUL),
            (self.retry, JobState.FAILED),
        ):
            one.setVisible(job.state == state)
        self._draw(job)

    def _reason(self, job: Job) -> str:
        if job.state == JobState.DOUBTFUL:
            asked = QCoreApplication.translate("PrintQueue", "Did it come out?")
            return f"{asked}\n{sentence(job.code)}" if job.code else asked
        if job.code:
            return sentence(job.code)
        if job.state == JobState.OWED and not self._has_printer(job.printer):
            return QCoreApplication.translate("PrintQueue", "No such printer is set up on this computer. It waits.")
        if job.state == JobState.OWED:
            return QCoreApplication.translate("PrintQueue", "It is printed as soon as the printer is ready.")
        return ""

    def _has_printer(self, name: str) -> bool:
        return name in self.doing.station.config.printers

    def _draw(self, job: Job) -> None:
        if job.id == self._pictured:
            return
        self._pictured = job.id
        nothing = QCoreApplication.translate("PrintQueue", "No picture of this paper")
        preview = getattr(self.doing.station, "preview", None)
        if preview is None:
            self.picture.show_nothing(nothing)
            return
        self.picture.show_nothing("")
        self.doing.aside(
            lambda: preview(job),
            done=lambda png: self._drawn(job.id, png, nothing),
            failed=lambda _error: self._drawn(job.id, b"", nothing),
        )

    def _drawn(self, job_id: str, png: bytes, nothing: str) -> None:
        if job_id != self._pictured:
            return
        image = QImage.fromData(png) if png else QImage()
        if image.isNull():
            self.picture.show_nothing(nothing)
        else:
            self.picture.show_image(image)

    # ------------------------------------------------------------ acting

    def _enter(self) -> None:
        job = self._chosen()
        if job is not None and job.state == JobState.FAILED:
            self.try_again()
        elif job is not None and job.state == JobState.DOUBTFUL:
            self.came_out.setFocus()  # Enter alone never answers for the clerk's eyes

    def answer(self, printed: bool) -> None:
        """What the clerk saw of a doubtful label."""
        job = self._chosen()
        if job is not None and job.state == JobState.DOUBTFUL and not self._busy:
            self._busy = True
            text = (
                QCoreApplication.translate("PrintQueue", "Good: it came out.")
                if printed
                else QCoreApplication.translate("PrintQueue", "It is printed again.")
            )
            self.doing.do(
                self.doing.rooms.inbox.answer_doubtful,
                job.id,
                printed,
                done=lambda _none: self._done(text),
                failed=self._refused,
            )

    def try_again(self) -> None:
        job = self._chosen()
        if job is not None and job.state == JobState.FAILED and not self._busy:
            self._busy = True
            text = QCoreApplication.translate("PrintQueue", "It is printed again.")
            self.doing.do(
                self.doing.rooms.inbox.retry_job, job.id, done=lambda _none: self._done(text), failed=self._refused
            )

    def _done(self, text: str) -> None:
        self._busy = False
        self.window_.play("taken")
        self.window_.toasts.show_toast(text)
        self._read()
        if not self.table.hasFocus():
            self.window_.focus_scan_box()

    def _refused(self, error: CounterError) -> None:
        self._busy = False
        self.window_.play("refused")
        self._error.setText(say(error))
        self._error.show()
        if error.code == "print.already_answered":
            self._read()


def _state_name(state: str) -> str:
    return {
        JobState.OWED: QCoreApplication.translate("PrintQueue", "Owed"),
        JobState.PRINTING: QCoreApplication.translate("PrintQueue", "Printing"),
        JobState.FAILED: QCoreApplication.translate("PrintQueue", "Failed"),
        JobState.DOUBTFUL: QCoreApplication.translate("PrintQueue", "Did it come out?"),
        JobState.DONE: QCoreApplication.translate("PrintQueue", "Done"),
    }[state]
