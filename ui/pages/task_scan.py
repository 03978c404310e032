"""Open and scan at work: gather, open, pages as a draft, pay, close again, send to the customer (2.8, S-04)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task import TaskState
from counter_app.domain.task_scan import ScanTask
from counter_app.errors import CounterError
from counter_app.events import PagesArrived, ScanMoved
from ui.buttons import button
from ui.entries import check
from ui.notices import Answer
from ui.pages.incident_box import IncidentBox
from ui.pages.scan_body import ScanBody, Wants
from ui.pages.task_panel import Part, TaskPanel
from ui.sentences import say
from ui.widgets import lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView

EDITABLE = (TaskState.OPENED, TaskState.SCANNED, TaskState.PAID)


class _OpenBody(QWidget):
    """The envelopes are opened; a wrong one that was opened is said here too."""

    def __init__(self, opened: Any, wrong: Any) -> None:
        super().__init__()
        self.go = button(
            QCoreApplication.translate("Paper", "The envelopes are open"), "primary", "mail", "Ctrl+O", clicked=opened
        )
        self.wrong = button(
            QCoreApplication.translate("Paper", "Opened by mistake"),
            "second",
            "triangle-alert",
            "Ctrl+I",
            clicked=wrong,
        )
        hint = text_label(
            QCoreApplication.translate("Paper", "Hold each piece against the screen before it is opened."),
            "muted",
            wrap=True,
        )
        lay(QVBoxLayout(self), hint, row(self.go, self.wrong, None, gap=8), gap=8, margins=(34, 0, 0, 8))


class _CloseBody(QWidget):
    def __init__(self, ticked: Any) -> None:
        super().__init__()
        self.tick = check(QCoreApplication.translate("Paper", "Everything is back in its envelope, and each is closed"))
        self.tick.toggled.connect(ticked)
        lay(QVBoxLayout(self), self.tick, gap=8, margins=(34, 0, 0, 8))


class ScanPanel(TaskPanel):
    """Pages live here until they are saved; slow work runs beside and is told by `ScanMoved`."""

    def parts(self) -> list[Part]:
        self.opening = _OpenBody(self._envelopes_open, self._open_incident)
        self.body = ScanBody(
            Wants(self._photo, self._folder, self._files, self._save, self._stop, self._note, self._offer_undo)
        )
        self.body.strip.changed.connect(self._changed)
        self.closing = _CloseBody(lambda _on: self._show_gates())
        self.incident = IncidentBox(self._report)
        self._dirty = self._working = False
        self._waiting: tuple[Path, ...] = ()
        self._seen: frozenset[Path] = frozenset()
        return [
            self.gather_part(),
            Part("open", QCoreApplication.translate("Paper", "Open the envelopes"), self.opening),
            Part("pages", QCoreApplication.translate("Paper", "Scan the pages"), self.body, True),
            self.fee_part(),
            Part("close", QCoreApplication.translate("Paper", "Close the envelopes again"), self.closing),
        ]

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(4, self.incident)

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        task, state = _of(view), TaskState(view.task.state)
        begun = state not in (TaskState.REQUESTED, TaskState.GATHERED)
        pages = QCoreApplication.translate("Paper", "%n page(s)", "", task.counted) if task.counted else ""
        if self._dirty:
            pages = QCoreApplication.translate("Paper", "not saved yet")
        saved = bool(task.pages) and not self._dirty
        return {
            **super().standing(view),
            "open": ("done" if begun else "", ""),
            "pages": ("done" if saved and state is not TaskState.OPENED else "", pages),
            "close": ("done" if self.closing.tick.isChecked() else "", ""),
        }

    def todo(self, view: TaskView) -> list[str]:
        standing = self.standing(view)
        said = {
            "gather": QCoreApplication.translate("Tasks", "Scan every piece"),
            "open": QCoreApplication.translate("Paper", "Open the envelopes"),
            "pages": QCoreApplication.translate("Paper", "Scan the pages and save them"),
            "fee": QCoreApplication.translate("Tasks", "Charge the fee"),
            "close": QCoreApplication.translate("Paper", "Close the envelopes again"),
        }
        return [text for key, text in said.items() if standing[key][0] != "done"]

    def action(self, view: TaskView) -> str:
        return QCoreApplication.translate("Paper", "Send to the customer")

    # ------------------------------------------------------------ showing

    def show_more(self, view: TaskView) -> None:
        task, state = _of(view), TaskState(view.task.state)
        below = self.page.doing.station.desk.settings.blank_ink
        editable = state in EDITABLE
        self.opening.go.setEnabled(state is TaskState.GATHERED)
        self.body.allow(editable and not self._working)
        self.body.show_blank(below)
        if not self._dirty:
            self.body.strip.show_pages(task.pages, below, editable)
            self.body.show_blank(below)
            self._load_thumbs()
        notes = " · ".join(_note_text(one.kind, one.text) for one in task.notes)
        self.body.noted.setText(notes)
        self.body.noted.setVisible(bool(notes))
        self.fee.charge.setEnabled(state is TaskState.SCANNED or (state is TaskState.OPENED and self._dirty))
        self._say_folder()

    def forget(self) -> None:
        self._dirty = self._working = False
        self._waiting = self.page.doing.station.scans.waiting
        self._seen = frozenset(self._waiting)
        self.body.strip.forget()
        self.body.show_moving(0, 0)
        self.closing.tick.setChecked(False)
        self.incident.hide()

    def _show_gates(self) -> None:
        if self.view is not None:
            self.side.show_todo(self.todo(self.view), self.action(self.view))
            self._show_steps(self.view)

    def _changed(self) -> None:
        self._dirty = True
        self.fee.charge.setEnabled(bool(self.body.strip.pages()))
        self._show_gates()

    def _load_thumbs(self) -> None:
        missing = self.body.strip.missing_thumbs()
        if missing:
            scans, task_id = self.page.doing.station.scans, self.task_id
            self.page.doing.aside(
                lambda: scans.thumbs(missing),
                done=lambda found: self.body.strip.add_thumbs(found) if task_id == self.task_id else None,
                failed=lambda _error: None,
            )

    def _say_folder(self) -> None:
        count = len(self._waiting)
        self.body.folder.setVisible(count > 0)
        self.body.say_hint(
            QCoreApplication.translate(
                "Paper", "%n file(s) of before lie in the folder: take them only if they are of this piece.", "", count
            )
            if count
            else ""
        )

    # ------------------------------------------------------------ where pages come from

    def heard(self, event: object) -> None:
        if isinstance(event, ScanMoved):
            self.body.show_moving(event.done, event.total if event.done < event.total else 0)
        elif isinstance(event, PagesArrived):
            self._arrived(event.files)
        else:
            super().heard(event)

    def _arrived(self, files: tuple[Path, ...]) -> None:
        new = [path for path in files if path not in self._seen]
        self._seen |= set(files)
        state = TaskState(self.view.task.state) if self.view is not None else None
        if new and state in EDITABLE and not self._working:
            self._waiting = tuple(path for path in files if path not in new)
            self._take(new, remove=True)
        else:
            self._waiting = files
        if self.view is not None:
            self._say_folder()

    def _folder(self) -> None:
        if self._waiting:
            self._take(list(self._waiting), remove=True)

    def _files(self, files: list[Path], place: int = -1) -> None:
        self._take(files, remove=False, place=place)

    def _take(self, files: list[Path], remove: bool, place: int = -1) -> None:
        if self._working or self.view is None:
            return
        scans = self.page.doing.station.scans
        self._begin()
        self.page.doing.aside(
            lambda: scans.take_files(files), done=lambda found: self._took(found, remove, place), failed=self._failed
        )

    def _photo(self) -> None:
        if self._working or self.view is None:
            return
        station = self.page.doing.station
        self._begin()
        self.page.doing.aside(
            lambda: station.scans.take_picture(station.devices.photo("camera")),
            done=lambda found: self._took(found, False),
            failed=self._failed,
        )

    def _begin(self) -> None:
        self._working = True
        self.body.allow(False)

    def _took(self, found: Any, remove: bool, place: int = -1) -> None:
        self._working = False
        self.body.show_moving(0, 0)
        if self.view is None:
            return
        self.body.allow(True)
        if found.troubles:
            name, error = found.troubles[0]
            self.window_.play("refused")
            self.tell(f"{name}: {say(error)}", "bad")
        elif found.pages:
            self.note.hide()
        if not found.pages:
            return
        self.body.strip.add_thumbs({one.page.sha256: one.thumb for one in found.pages})
        self.body.strip.add([one.page for one in found.pages], place)
        if remove:
            # Only what is saved is taken out of the folder: nothing is lost between the two.
            taken = set(found.files)
            self._waiting = tuple(path for path in self._waiting if path not in taken)
            scans = self.page.doing.station.scans
            self._save(lambda: self.page.doing.aside(lambda: scans.remove_files(found.files)))

    def _failed(self, error: CounterError) -> None:
        self._working = False
        self.body.show_moving(0, 0)
        if self.view is not None:
            self.body.allow(True)
            self.tell(say(error), "warn" if error.code == "act.stopped" else "bad")

    def _stop(self) -> None:
        self.page.doing.station.scans.stop()

    # ------------------------------------------------------------ acting

    def _envelopes_open(self) -> None:
        self.act(self.page.doing.rooms.scanning.open_envelope)

    def _save(self, then: Any = None) -> None:
        pages = self.body.strip.pages()

        def saved(view: TaskView) -> None:
            self._dirty = self.body.strip.pages() != pages
            self.went_on(view)
            if callable(then):
                then()

        self.act(self.page.doing.rooms.scanning.save, pages, done=saved)

    def _offer_undo(self, before: Any) -> None:
        self.window_.toasts.show_toast(
            QCoreApplication.translate("Paper", "Pages taken out"), undo=lambda: self.body.strip.put(before)
        )

    def _note(self, kind: str, text: str) -> None:
        def noted(view: TaskView) -> None:
            self.body.words.clear()
            self.went_on(view)

        scanning = self.page.doing.rooms.scanning
        self.act(
            lambda desk, actor, task_id: scanning.note(desk, actor, task_id, kind, "", text),
            done=noted,
            failed=lambda error: self.body.words.show_error(say(error)),
        )

    def charge(self) -> None:
        if self._dirty:
            self._save(super().charge)
        else:
            super().charge()

    def finish(self) -> None:
        """Make the PDF beside, then complete with it."""
        if self.view is None or self._working or TaskState(self.view.task.state) is not TaskState.PAID:
            return
        if self._dirty:
            self._save(self.finish)
            return
        pages = _of(self.view).sending
        if not pages:
            self.tell(say(CounterError("pages.none")), "bad")
            return
        scans = self.page.doing.station.scans
        self._begin()
        self.page.doing.aside(lambda: scans.make_pdf(pages), done=self._made, failed=self._failed)

    def _made(self, made: Any, differs: bool = False) -> None:
        self._working = False
        self.body.show_moving(0, 0)
        resealed, scanning = self.closing.tick.isChecked(), self.page.doing.rooms.scanning
        self.act(
            lambda desk, actor, task_id: scanning.complete(
                desk, actor, task_id, made.sha256, made.size, resealed, differs
            ),
            failed=lambda error: self._not_completed(error, made),
        )

    def _not_completed(self, error: CounterError, made: Any) -> None:
        if error.code != "pages.differ":
            self.refused(error)
            return
        self.window_.play("unknown")
        self.question.ask(
            say(error),
            (
                Answer("send", QCoreApplication.translate("Paper", "Send all the same"), "primary", "Ctrl+Shift+Y"),
                Answer("no", QCoreApplication.translate("Paper", "No"), "second", "Ctrl+N"),
            ),
            lambda key: self._made(made, differs=True) if key == "send" else None,
            focus=False,
        )

    # ------------------------------------------------------------ incidents

    def _open_incident(self) -> None:
        self.incident.open_box()

    def _report(self, scanned: str, kind: str, text: str) -> None:
        scanning, doing, task_id = self.page.doing.rooms.scanning, self.page.doing, self.task_id
        devices = doing.station.devices

        def report(photo: bytes) -> None:
            doing.do(
                lambda desk, actor: scanning.report_incident(desk, actor, scanned, kind, text, photo, task_id),
                done=lambda _item: self._reported(),
                failed=lambda error: self.incident.words.show_error(say(error)),
            )

        if self.incident.picture.isChecked():
            doing.aside(
                lambda: devices.photo("camera"),
                done=report,
                failed=lambda error: self.incident.words.show_error(say(error)),
            )
        else:
            report(b"")

    def _reported(self) -> None:
        self.incident.hide()
        self.tell(
            QCoreApplication.translate("Paper", "Noted in the piece's history; the customer is written to."), "ok"
        )
        self.window_.focus_scan_box()

    # ------------------------------------------------------------ out of it

    def unsaved(self) -> bool:
        return self._dirty or super().unsaved()

    def escape(self) -> bool:
        if not self.incident.isHidden():
            self.incident.hide()
            return True
        if self._dirty and self.view is not None and not self._working:
            # Back to the list: the draft is kept as it is.
            self._save(super().escape)
            return True
        return super().escape()


def _note_text(kind: str, text: str) -> str:
    said = {
        "several_items": QCoreApplication.translate("Paper", "More than one thing in the envelope"),
        "other_person": QCoreApplication.translate("Paper", "Meant for another person"),
        "unreadable": QCoreApplication.translate("Paper", "A page cannot be read"),
    }.get(kind, kind)
    return f"{said}: {text}" if text else said


def _of(view: TaskView) -> ScanTask:
    task = view.task
    return task if isinstance(task, ScanTask) else ScanTask(task.id, task.kind, "", "", task.state)
