"""A personal delivery at work: six steps, ticked by what the store says, and only then out of the door (S-18).

The panel decides nothing: each key asks the desk, which holds the gates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.domain import delivery
from counter_app.domain.delivery import DeliveryTask, gaps
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui.notices import Answer
from ui.pages.codes import is_piece_code
from ui.pages.delivery_steps import BagsBody, CodeBody, LabelsBody, PhotoBody, TickBody
from ui.pages.delivery_words import why_gone
from ui.pages.task_panel import Part, TaskPanel
from ui.sentences import say, sentence
from ui.status import short

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView

GATE_STEPS = {
    "delivery.no_pieces": "gather",
    "delivery.not_gathered": "gather",
    "delivery.not_sealed": "seal",
    "delivery.labels_owed": "labels",
    "delivery.no_driver": "photo",
    "delivery.no_photo": "photo",
    "delivery.code_not_matched": "code",
    "delivery.code_locked": "code",
}
"""The step in which each gap is closed."""


class DeliveryPanel(TaskPanel):
    """The panel of a delivery, in the Deliveries room and in the Tasks room."""

    def parts(self) -> list[Part]:
        self.bags = BagsBody(self._seal)
        self.labels = LabelsBody(self._print_again, self._drop)
        self.photo = PhotoBody(self.take_photo, self._driver_refuses, self.put_back)
        self.code = CodeBody(self._compare, self._release)
        self.tick = TickBody(self._ticked_over)
        return [
            self.gather_part(),
            Part("seal", QCoreApplication.translate("Deliveries", "Poly bags"), self.bags),
            Part("labels", QCoreApplication.translate("Deliveries", "Labels"), self.labels, True),
            Part("photo", QCoreApplication.translate("Deliveries", "Photo of the driver"), self.photo),
            Part("code", QCoreApplication.translate("Deliveries", "Code of the driver"), self.code),
            Part("tick", QCoreApplication.translate("Deliveries", "Hand over"), self.tick),
        ]

    @property
    def deliveries(self) -> Any:
        return self.page.doing.rooms.deliveries

    @property
    def task(self) -> DeliveryTask | None:
        task = self.view.task if self.view else None
        return task if isinstance(task, DeliveryTask) else None

    # ------------------------------------------------------------ showing

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        task = view.task
        assert isinstance(task, DeliveryTask)  # noqa: S101 - the panel is asked for by the kind
        open_ = {GATE_STEPS[gap] for gap in gaps(task)}

        def state(key: str, done: str, open_text: str = "", bad: bool = False) -> tuple[str, str]:
            return ("done", done) if key not in open_ else ("bad" if bad else "", open_text)

        bags = QCoreApplication.translate("Deliveries", "%n bag(s)", "", task.bags)
        labels = QCoreApplication.translate("Deliveries", "%n label(s)", "", len(task.labelled))
        couriers = self.page.doing.station.desk.settings.couriers
        driver = " · ".join(part for part in (couriers.get(task.courier, task.courier), task.driver) if part)
        tries = QCoreApplication.translate("Deliveries", "%n wrong so far", "", task.tries) if task.tries else ""
        locked = QCoreApplication.translate("Deliveries", "Locked: call support")
        ticked = not open_ and self.tick.tick.isChecked()
        return {
            "gather": self.gather_standing(view),
            "seal": state("seal", bags),
            "labels": state("labels", labels),
            "photo": state("photo", driver, why_gone(task.gone) or driver),
            "code": state(
                "code",
                QCoreApplication.translate("Deliveries", "It matches"),
                locked if task.locked_out else tries,
                task.locked_out,
            ),
            "tick": ("done", QCoreApplication.translate("Deliveries", "Ready")) if ticked else ("", ""),
        }

    def todo(self, view: TaskView) -> list[str]:
        open_ = {key for key, (state, _) in self.standing(view).items() if state != "done"}
        said = {
            "gather": QCoreApplication.translate("Deliveries", "Scan every piece"),
            "seal": QCoreApplication.translate("Deliveries", "Seal, and count the bags"),
            "labels": QCoreApplication.translate("Deliveries", "One label on each piece"),
            "photo": QCoreApplication.translate("Deliveries", "Photograph the driver"),
            "code": QCoreApplication.translate("Deliveries", "Compare the code"),
            "tick": QCoreApplication.translate("Deliveries", "Tick the hand-over"),
        }
        return [said[key] for key in self.steps if key in open_]

    def action(self, view: TaskView) -> str:
        return QCoreApplication.translate("Deliveries", "Hand to the driver")

    def show_more(self, view: TaskView) -> None:
        task = self.task
        if task is None:
            return
        desk = self.page.doing.station.desk
        self.bags.show_view(view, task)
        self.labels.show_view(view, task)
        self.photo.show_task(task, desk.settings.couriers)
        self.code.show_task(task)
        self.tick.show_ready(not gaps(task))
        lines = [task.address] if task.address else []
        if delivery.late_request(task, desk.settings.hours):
            lines.append(QCoreApplication.translate("Deliveries", "Late request: less than an hour before closing."))
        if delivery.no_show(task, desk.now_ms(), desk.settings.hours):
            lines.append(
                QCoreApplication.translate("Deliveries", "The store closes soon and no driver has them: put them back.")
            )
        self.side.say_more("\n".join(lines))

    def forget(self) -> None:
        for body in (self.bags, self.photo, self.code):
            body.forget()
        self.tick.show_ready(False)

    def unsaved(self) -> bool:
        return super().unsaved() or bool(self.code.code.text()) or not self.code.reason.isHidden()

    def escape(self) -> bool:
        if not self.code.reason.isHidden():
            self.code.reason.close_box()
            return True
        return super().escape()

    # ------------------------------------------------------------ acting

    def scanned(self, scan: RawScan) -> bool:
        """A piece while it is gathered; what is typed when the code's turn has come is the code."""
        if self.task is not None and self.task.state == "photo_taken" and not is_piece_code(scan.text):
            self._compare(scan.text)
            return True
        return super().scanned(scan)

    def _seal(self, count: int) -> None:
        if self.code.go.isEnabled() and self.code.isVisible():
            return
        self.act(self.deliveries.seal, count)

    def _print_again(self, item_id: str) -> None:
        self.act(self.deliveries.print_label, item_id, done=self._printed)

    def _printed(self, _job: str) -> None:
        self.window_.toasts.show_toast(QCoreApplication.translate("Deliveries", "The label is printed again"))
        self.window_.focus_scan_box()

    def _drop(self, item_id: str) -> None:
        self.act(self.deliveries.drop_piece, item_id)

    def take_photo(self) -> None:
        """Photograph the driver who stands here; with the picture he counts as having come."""
        task, devices = self.task, self.page.doing.station.devices
        if task is None or self.busy:
            return
        self.page.doing.aside(
            lambda: devices.photo("camera"),
            done=lambda data: self._photographed(task.id, data),
            failed=lambda error: self._no_photo(task.id, error),
        )

    def _photographed(self, task_id: str, data: bytes) -> None:
        if task_id != self.task_id:
            return  # that was the driver of another delivery
        if not self.photo.show_photo(data):
            self.refused(CounterError("delivery.photo_empty"))
            return
        courier, driver, deliveries = self.photo.courier.key(), self.photo.driver.text(), self.deliveries
        came = self.task is not None and self.task.state == "labelled"

        def both(desk: Any, actor: Any, task_id: str) -> Any:
            if came:
                deliveries.driver_here(desk, actor, task_id, driver, courier)
            return deliveries.photograph(desk, actor, task_id, data)

        self.act(both, done=self._kept)

    def _kept(self, view: TaskView) -> None:
        self.window_.play("taken")
        self.show_view(view)
        self.code.code.edit.setFocus()

    def _no_photo(self, task_id: str, error: CounterError) -> None:
        if task_id == self.task_id:
            self.window_.play("refused")
            text = QCoreApplication.translate("Deliveries", "Camera: {trouble}. {rule}")
            self.tell(text.format(trouble=short(error.code), rule=sentence("delivery.no_photo")), "bad")

    def _driver_refuses(self) -> None:
        refuses = QCoreApplication.translate("Deliveries", "Refuses the photo")
        self.question.ask(
            QCoreApplication.translate("Deliveries", "Why does the driver not take the pieces? They stay here."),
            (
                Answer("refused_photo", refuses, "primary", "Ctrl+1"),
                Answer("wrong_code", QCoreApplication.translate("Deliveries", "Has no code"), "second", "Ctrl+2"),
                Answer("left", QCoreApplication.translate("Deliveries", "Left"), "second", "Ctrl+3"),
            ),
            self._gone,
        )

    def _gone(self, why: str) -> None:
        if not why or self.task is None:
            return
        courier, driver, deliveries = self.photo.courier.key(), self.photo.driver.text(), self.deliveries
        here = self.task.state != "labelled"

        def both(desk: Any, actor: Any, task_id: str) -> Any:
            if not here:
                deliveries.driver_here(desk, actor, task_id, driver, courier)
            return deliveries.driver_gone(desk, actor, task_id, why)

        self.act(both, done=self._next_driver)

    def _next_driver(self, view: TaskView) -> None:
        self.photo.forget()
        self.code.forget()
        self.went_on(view)

    def put_back(self) -> None:
        """Back on the shelf: with one key when the store closes soon, else with a reason first."""
        task, desk = self.task, self.page.doing.station.desk
        if task is None:
            return
        if delivery.no_show(task, desk.now_ms(), desk.settings.hours):
            self.act(self.deliveries.put_back)
            return
        self.question.ask(
            QCoreApplication.translate("Deliveries", "Put the pieces back on the shelf? The customer is told."),
            (
                Answer("no_show", QCoreApplication.translate("Deliveries", "No driver came"), "primary", "Ctrl+1"),
                Answer("other", QCoreApplication.translate("Deliveries", "Another reason"), "second", "Ctrl+2"),
                Answer("", QCoreApplication.translate("Deliveries", "Keep them ready"), "second"),
            ),
            lambda why: self.act(self.deliveries.put_back, why) if why else self.window_.focus_scan_box(),
        )

    def _compare(self, text: str) -> None:
        before = self.task.tries if self.task else 0
        self.act(self.deliveries.try_code, text, done=lambda view: self._compared(view, before), failed=self._no_code)

    def _compared(self, view: TaskView, before: int) -> None:
        wrong = getattr(view.task, "tries", 0) > before
        self.window_.play("refused" if wrong else "taken")
        self.code.forget()
        self.show_view(view)
        if wrong:
            self.code.code.edit.setFocus()
        else:
            self.window_.focus_scan_box()

    def _no_code(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.code.code.show_error(say(error))

    def _release(self, reason: str) -> None:
        self.act(
            self.deliveries.release_code,
            reason,
            failed=lambda error: self.code.reason.reason.show_error(say(error)),
        )

    def _ticked_over(self) -> None:
        if self.view is not None and self.view.task.open:
            self.side.show_todo(self.todo(self.view), self.action(self.view))
            self._show_steps(self.view)

    def finish(self) -> None:
        """Ask the desk to hand the pieces over; it refuses while anything is open, whoever asks."""
        if self.stop.text():
            self.window_.play("refused")
            return
        self.act(self.deliveries.hand_over, self.tick.tick.isChecked())
