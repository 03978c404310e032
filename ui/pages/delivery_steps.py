"""The steps of a delivery that only deliveries have: bags, labels, the driver's photo, his code, the tick (S-18)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.delivery import BAGS_MAX, TRIES, DeliveryTask, label_numbers
from counter_app.domain.values import spoken_mail_id
from ui import words
from ui.buttons import button
from ui.entries import beside, check, combo, field, number
from ui.pages.delivery_words import why_gone
from ui.pages.photo_box import opened
from ui.pages.pickup_card import ReasonBox
from ui.sentences import sentence
from ui.signing import PhotoView
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay, row, text_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.desk.task_work import TaskView

INSIDE = (34, 0, 0, 8)
CODE_MAX = 40


class BagsBody(QWidget):
    """How many poly bags it took. `sealed(count)` prints the labels too."""

    def __init__(self, sealed: Callable[[int], object]) -> None:
        super().__init__()
        self._sealed = sealed
        self._task_id = ""
        self.hint = text_label(
            QCoreApplication.translate(
                "Deliveries", "Put letters and small pieces into poly bags and seal them; a box goes as it is."
            ),
            "muted",
            wrap=True,
        )
        self.count = number(QCoreApplication.translate("Deliveries", "Poly bags used"), 0, BAGS_MAX)
        self.count.setFixedWidth(96)
        self.go = button(
            QCoreApplication.translate("Deliveries", "Seal and print labels"),
            "primary",
            "printer",
            "F9",
            clicked=self.act,
        )
        caption = text_label(QCoreApplication.translate("Deliveries", "Poly bags used"), "body")
        lay(QVBoxLayout(self), self.hint, row(caption, self.count, self.go, None, gap=12), gap=10, margins=INSIDE)

    def show_view(self, view: TaskView, task: DeliveryTask) -> None:
        """A bag for the letters of one delivery is what it usually takes; a count that was given stays."""
        if task.id != self._task_id:
            small = any(item.mail_type != "package" for item in view.items if item.id in task.at_hand)
            self.count.setValue(task.bags if task.sealed_ms else int(small))
            self._task_id = task.id
        again = QCoreApplication.translate("Deliveries", "Count anew")
        first = QCoreApplication.translate("Deliveries", "Seal and print labels")
        self.go.set_text(again if task.sealed_ms else first)
        self.go.setEnabled(task.state != "requested")

    def forget(self) -> None:
        self._task_id = ""

    def act(self) -> None:
        self._sealed(self.count.value())


class LabelsBody(QWidget):
    """One label for each piece, "1 of 2"; a lost one comes again, and a piece that cannot go drops out."""

    def __init__(self, again: Callable[[str], object], drop: Callable[[str], object]) -> None:
        super().__init__()
        self._again, self._drop = again, drop
        columns = (
            Column("label", QCoreApplication.translate("Deliveries", "Label"), 92, "strong"),
            Column("piece", QCoreApplication.translate("Deliveries", "Piece"), 0, "two_line"),
            Column("status", QCoreApplication.translate("Deliveries", "Status"), 168, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Deliveries", "Labels of this delivery")
        )
        self.again = button(
            QCoreApplication.translate("Deliveries", "Print again"), "second", "printer", "Ctrl+G", clicked=self._print
        )
        self.drop = button(
            QCoreApplication.translate("Deliveries", "This piece cannot go"), "second", "", "Ctrl+D", clicked=self._out
        )
        buttons = row(self.again, self.drop, None, gap=8)
        lay(QVBoxLayout(self), self.table, buttons, gap=8, margins=(20, 0, 0, 6)).setStretch(0, 1)

    def show_view(self, view: TaskView, task: DeliveryTask) -> None:
        numbers = dict(label_numbers(task))
        printed = (QCoreApplication.translate("Deliveries", "In the print queue"), "ok")
        open_ = (QCoreApplication.translate("Deliveries", "Not printed"), "warn")
        rows = []
        for item in (one for one in view.items if one.id in task.at_hand):
            status, kind = printed if item.id in task.labelled else open_
            parts = (words.carrier(item.carrier), words.mail_type(item.mail_type))
            rows.append(
                {
                    "id": item.id,
                    "label": _numbered(numbers.get(item.id, "")),
                    "piece": " · ".join(part for part in parts if part),
                    "piece_note": spoken_mail_id(item.mail_id),
                    "status": status,
                    "status_kind": kind,
                }
            )
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(0)
        self.again.setEnabled(bool(task.labelled))
        self.drop.setEnabled(bool(task.sealed_ms) and bool(rows))

    def _print(self) -> None:
        if chosen := self.table.current_row():
            self._again(str(chosen["id"]))

    def _out(self) -> None:
        if chosen := self.table.current_row():
            self._drop(str(chosen["id"]))


def _numbered(label: str) -> str:
    n, _, count = label.partition(" of ")
    return QCoreApplication.translate("Deliveries", "{n} of {count}").format(n=n, count=count) if count else label


class PhotoBody(QWidget):
    """Who drives, and the photo of the driver; it shows here while he stands here, and never again without a reason."""

    def __init__(self, take: Callable[[], object], refused: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__()
        self.courier = combo(QCoreApplication.translate("Deliveries", "Courier"), ())
        self.driver = field(
            QCoreApplication.translate("Deliveries", "Name of the driver"),
            QCoreApplication.translate("Deliveries", "as the app shows it"),
            max_chars=80,
        )
        self.view = PhotoView(QCoreApplication.translate("Deliveries", "Photo of the driver"))
        self.view.setFixedSize(190, 143)
        self.take = button(
            QCoreApplication.translate("Deliveries", "Take the photo"), "primary", "camera", "F10", clicked=take
        )
        self.refuse = button(
            QCoreApplication.translate("Deliveries", "Driver refuses"), "second", "ban", "Ctrl+R", clicked=refused
        )
        self.put_back = button(
            QCoreApplication.translate("Deliveries", "Put back on the shelf"), "second", "", "Ctrl+B", clicked=back
        )
        self.why = text_label("", "warn", wrap=True)
        self.why.hide()
        left = lay(
            QVBoxLayout(),
            self.why,
            row(self.courier, self.driver, None, gap=12),
            row(self.take, self.refuse, gap=8),
            row(self.put_back, None, gap=8),
            None,
            gap=10,
        )
        whole = lay(QHBoxLayout(self), left, self.view, gap=16, margins=INSIDE)
        whole.setStretch(0, 1)
        self.forget()

    def show_task(self, task: DeliveryTask, couriers: Mapping[str, str]) -> None:
        if self.courier.box.count() != len(couriers):
            self.courier.set_items(list(couriers.items()))
        if task.courier in couriers and not self.courier.box.hasFocus():
            self.courier.set_key(task.courier)
        ready = bool(task.labelled)
        for one in (self.take, self.refuse):
            one.setEnabled(ready)
        self.put_back.setEnabled(task.state != "requested")
        self.why.setText(why_gone(task.gone) if not task.driver_ms else "")
        self.why.setVisible(bool(self.why.text()))
        if not task.photo:
            self.view.show_nothing(QCoreApplication.translate("Deliveries", "No photo yet"))
        elif not self._shown:
            self.view.show_nothing(QCoreApplication.translate("Deliveries", "Taken and put away"))

    def show_photo(self, data: bytes) -> bool:
        """Show what the camera gave; False when it is no picture."""
        image = opened(data)
        self._shown = not image.isNull()
        if self._shown:
            self.view.show_image(image)
        return self._shown

    def forget(self) -> None:
        self._shown = False
        self.driver.clear()
        self.view.show_nothing(QCoreApplication.translate("Deliveries", "No photo yet"))


class CodeBody(QWidget):
    """What the driver says, typed and compared; after three wrong ones a manager's word with its reason."""

    def __init__(self, compare: Callable[[str], object], release: Callable[[str], object]) -> None:
        super().__init__()
        self._compare = compare
        self.code = field(QCoreApplication.translate("Deliveries", "Code that the driver says"), max_chars=CODE_MAX)
        self.code.setFixedWidth(260)
        self.code.entered.connect(lambda _text: self.act())
        self.go = button(
            QCoreApplication.translate("Deliveries", "Compare"), "primary", "shield-check", "F9", clicked=self.act
        )
        self.state = text_label("", "muted", wrap=True)
        self.unlock = button(
            QCoreApplication.translate("Deliveries", "Support has cleared it"),
            "second",
            "lock",
            "Ctrl+U",
            clicked=lambda: self.reason.open_box(),
        )
        self.reason = ReasonBox(
            QCoreApplication.translate("Deliveries", "What did support say? It is kept with the delivery."),
            QCoreApplication.translate("Deliveries", "Allow three more tries"),
            release,
        )
        line = row(self.code, beside(self.go), None, gap=10)
        lay(QVBoxLayout(self), self.state, line, row(self.unlock, None), self.reason, gap=8, margins=INSIDE)

    def show_task(self, task: DeliveryTask) -> None:
        locked = task.locked_out and not task.matched_ms
        ready = task.state == "photo_taken" and not locked
        self.code.setEnabled(ready)
        self.go.setEnabled(ready)
        self.unlock.setVisible(locked)
        if not locked:
            self.reason.close_box()
        if locked:
            text, role = sentence("delivery.code_locked"), "bad"
        elif not task.code_check:
            text, role = sentence("delivery.code_not_sent"), "warn"
        else:
            text, role = QCoreApplication.translate("Deliveries", "Spaces and capitals do not matter."), "muted"
        self.state.setText(text)
        self.state.set_role(role)
        if task.tries and not locked and ready:
            self.code.show_error(sentence("delivery.code_wrong", {"left": TRIES - task.tries}))

    def forget(self) -> None:
        self.code.clear()
        self.code.show_error("")
        self.reason.close_box()

    def act(self) -> None:
        text = self.code.text()
        self.code.clear()
        self._compare(text)


class TickBody(QWidget):
    """The tick: I hand the pieces to the driver."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self.tick = check(QCoreApplication.translate("Deliveries", "I hand the pieces to the driver"))
        key = QShortcut(QKeySequence("Ctrl+T"), self)
        key.activated.connect(self._by_key)
        self.tick.toggled.connect(lambda _on: changed())
        self.hint = text_label(
            QCoreApplication.translate("Deliveries", "Ctrl+T ticks it, Ctrl+Enter hands over."), "muted"
        )
        lay(QVBoxLayout(self), row(self.tick, None), self.hint, gap=6, margins=INSIDE)

    def _by_key(self) -> None:
        if self.tick.isEnabled():
            self.tick.toggle()

    def show_ready(self, ready: bool) -> None:
        """It can be ticked only when the other five are done."""
        self.tick.setEnabled(ready)
        if not ready:
            self.tick.setChecked(False)
