"""The card beside the lists of deliveries: where it goes, who drives, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.buttons import Button, button
from ui.chips import Chip
from ui.notices import FactGrid
from ui.pages import delivery_words as words
from ui.pages import pickup_words
from ui.pages.photo_box import opened
from ui.pages.pickup_card import CARD_WIDTH, ReasonBox
from ui.scroll import Scroll
from ui.sentences import sentence
from ui.signing import PhotoView
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.deliveries import Line

LEAST_SHOWN = 150
"""How high the facts stand at least; the warning and the buttons below are always in sight."""
PHOTO_MS = 60_000
"""So long the photo of a driver shows when somebody has said why he looks (security 10)."""


class DeliveryCard(Card):
    """Facts of the delivery that is chosen in the list; the page says what its buttons do."""

    def __init__(
        self,
        work: Callable[[], object],
        put_back: Callable[[], object],
        delivered: Callable[[str], object],
        not_back: Callable[[], object],
        look: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setFixedWidth(CARD_WIDTH)
        self.name = text_label("", "h2", elide="right")
        self.chip = Chip("")
        self.facts = FactGrid(
            (
                ("mailbox", QCoreApplication.translate("Deliveries", "Mailbox")),
                ("pieces", QCoreApplication.translate("Deliveries", "Pieces")),
                ("bags", QCoreApplication.translate("Deliveries", "Poly bags")),
                ("courier", QCoreApplication.translate("Deliveries", "Courier")),
                ("driver", QCoreApplication.translate("Deliveries", "Driver")),
                ("when", QCoreApplication.translate("Deliveries", "When")),
            ),
            columns=3,
            wide=("when",),
        )
        self.address = text_label("", "value", wrap=True)
        self.hint = text_label("", "muted", wrap=True)
        self.photo = PhotoView(QCoreApplication.translate("Deliveries", "Photo of the driver"))
        self.photo.setFixedHeight(150)
        self.photo.hide()
        self._photo_over = QTimer(self, interval=PHOTO_MS, singleShot=True)
        self._photo_over.timeout.connect(self.hide_photo)
        self.work = button(
            QCoreApplication.translate("Deliveries", "Process"), "primary", "", "Ctrl+Return", clicked=work
        )
        self.put_back = button(
            QCoreApplication.translate("Deliveries", "Put back on the shelf"), "second", "", "Ctrl+B", clicked=put_back
        )
        self.delivered = button(
            QCoreApplication.translate("Deliveries", "Delivered"), "second", "check", "Ctrl+Y", clicked=self._ask_how
        )
        self.not_back = button(
            QCoreApplication.translate("Deliveries", "The rest did not come back"), "second", "", "Ctrl+M"
        )
        self.not_back.clicked.connect(lambda _checked=False: not_back())
        self.look = button(
            QCoreApplication.translate("Deliveries", "Driver's photo"), "second", "image", "", clicked=self._ask_why
        )
        self.how = ReasonBox(
            QCoreApplication.translate("Deliveries", "How do you know?"),
            QCoreApplication.translate("Deliveries", "Note as delivered"),
            delivered,
        )
        self.why = ReasonBox(
            QCoreApplication.translate("Deliveries", "Why? It is written down."),
            QCoreApplication.translate("Deliveries", "Show for one minute"),
            look,
        )
        for box in (self.how, self.why):
            box.cancel.clicked.connect(lambda _checked=False: self._show_buttons())
        self._offered: dict[Button, bool] = {}
        known = QWidget()
        known.setObjectName("plain")
        lay(QVBoxLayout(known), self.facts, self.address, self.photo, None, gap=8)
        lay(
            self.body,
            self.name,
            row(self.chip, None),
            rule(),
            Scroll(known, LEAST_SHOWN),
            self.hint,
            self.how,
            self.why,
            self.work,
            self.put_back,
            self.delivered,
            self.not_back,
            self.look,
            gap=8,
            margins=(18, 16, 18, 18),
        )
        self.clear()

    def clear(self) -> None:
        """Nothing is chosen."""
        self.close_boxes()
        self.hide_photo()
        self.hide()

    def close_boxes(self) -> bool:
        """Close what is open; whether anything was."""
        was = [box for box in (self.how, self.why) if not box.isHidden()]
        for box in was:
            box.close_box()
        self._show_buttons()
        return bool(was)

    def show_line(self, line: Line, local: Callable[[int], datetime], now_ms: int, level: int) -> None:
        """A delivery of the list; what somebody of `level` may not do is not offered."""
        task = line.task
        self.name.setText(line.holder or pickup_words.pmb(task.mailbox))
        text, kind = words.state_pill(line)
        self.chip.show_state(text, kind, {"bad": "circle-alert", "ok": "circle-check"}.get(kind, "truck"))
        self.facts.set_value("mailbox", pickup_words.pmb(task.mailbox))
        self.facts.set_value("pieces", str(len(task.at_hand)))
        self.facts.set_value("courier", line.courier)
        self.facts.set_value("bags", str(task.bags) if task.sealed_ms else "")
        when = words.window(task, line.due_ms, local, now_ms)
        past = words.moment(task.ended_ms or task.handed_ms, local, now_ms)
        self.facts.set_value("when", when if task.open else past)
        self.facts.set_value("driver", task.driver)
        self.address.setText(task.address)
        self.address.setVisible(bool(task.address))
        said = _hint(line)
        self.hint.setText(said)
        self.hint.set_role("warn" if line.no_show or line.late_request or task.locked_out else "muted")
        self.hint.setVisible(bool(said))
        out = bool(task.out)
        self._offered = {
            self.work: task.open,
            self.put_back: line.no_show,
            self.delivered: out and level >= 3,
            self.not_back: out and bool(task.returned),
            self.look: bool(task.photo) and level >= 4,
        }
        self._show_buttons()
        self.show()

    def _show_buttons(self) -> None:
        asking = not (self.how.isHidden() and self.why.isHidden())
        for one, offered in self._offered.items():
            one.setVisible(offered and not asking)

    def show_photo(self, data: bytes) -> None:
        """The photo of the driver, for a minute."""
        image = opened(data)
        if image.isNull():
            self.photo.show_nothing(sentence("photo.damaged"))
        else:
            self.photo.show_image(image)
        self.photo.show()
        self._photo_over.start()

    def hide_photo(self) -> None:
        self._photo_over.stop()
        self.photo.show_nothing("")
        self.photo.hide()

    def _ask_how(self) -> None:
        self.close_boxes()
        self.how.open_box()
        self._show_buttons()

    def _ask_why(self) -> None:
        self.close_boxes()
        self.why.open_box()
        self._show_buttons()


def _hint(line: Line) -> str:
    task = line.task
    if line.no_show:
        return QCoreApplication.translate(
            "Deliveries", "The store closes soon and no driver has the pieces. Put them back; the customer is told."
        )
    if task.open and task.locked_out:
        return sentence("delivery.code_locked")
    if line.late_request and task.open:
        return QCoreApplication.translate("Deliveries", "Asked for less than an hour before closing.")
    if task.out:
        return QCoreApplication.translate(
            "Deliveries",
            "In progress until the platform says delivered. If the driver comes back with it, scan each piece.",
        )
    if task.not_returned:
        return QCoreApplication.translate("Deliveries", "What did not come back is searched for.")
    if line.locked_by:
        return sentence("task.worked_on", {"by": line.locked_by})
    return words.why_gone(task.gone) if task.open else ""
