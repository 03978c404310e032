"""The form of the piece in hand. It holds what was scanned, typed and weighed, and knows no rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui import words
from ui.buttons import Button, button
from ui.chips import Chip
from ui.entries import check, combo, field
from ui.notices import Banner
from ui.pages.photo_box import PhotoBox
from ui.pages.piece_details import PieceDetails
from ui.pages.weight_entry import WeightEntry, WeightWrong
from ui.scroll import Scroll, bring_into_view
from ui.search_list import SearchList
from ui.widgets import Card, icon_label, lay, repolish, row, text_label

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage

_OURS = (Qt.Key.Key_Y, Qt.Key.Key_U, Qt.Key.Key_R)
"""Keys with Ctrl that a line of text would keep for itself (redo, delete line) and that mean more here."""


HELD_HEIGHT = 40


class Verdict(QWidget):
    """Whether the name stands on the form, in colour, icon and words, with the key that says `it is`."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = ""
        self._icon = icon_label("info", "muted", 18)
        self._text = text_label("", "muted", wrap=True)
        self.confirm = button(
            QCoreApplication.translate("Receive", "Yes"), "second", shortcut="Ctrl+Y", clicked=self.confirmed.emit
        )
        line = lay(QHBoxLayout(self), self._icon, self._text, self.confirm, gap=8)
        line.setStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say("", "")

    def give_way(self, trouble: bool) -> None:
        """While nothing is said here, the room is kept, so that nothing jumps; trouble beneath needs it more."""
        self.setMinimumHeight(0 if trouble and not self.text() else HELD_HEIGHT)
        self.setVisible(bool(self.text()) or not trouble)

    def say(self, kind: str, text: str, confirm: str = "") -> None:
        """`kind`: ok, warn, bad, or "" for a hint; `confirm` is the name that the key confirms."""
        self.kind = kind
        icons = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert"}
        self._icon.show_icon(icons.get(kind, "info"), kind or "muted")
        self._icon.setVisible(bool(text))
        self._text.set_role(kind or "muted")
        self._text.setText(text)
        self.confirm.setVisible(bool(confirm))
        if confirm:
            self.confirm.set_text(
                QCoreApplication.translate("Receive", "Yes"),
                QCoreApplication.translate("Receive", "Yes, it is {name}").format(name=confirm),
            )
        self.setAccessibleName(text)
        self.setMinimumHeight(HELD_HEIGHT)
        if self.parentWidget() is not None:  # without one it would be a window of its own
            self.show()

    def text(self) -> str:
        return self._text.text()


class ArrivalForm(Card):
    """Everything about one piece. `values()` is what the desk gets, `load()` puts it back."""

    def __init__(self, page: ReceivePage) -> None:
        super().__init__(margins=(0, 0, 0, 14))
        self.account_id = ""
        self.confirmed = ""
        self.title = text_label("", "h2", elide="right")
        self.chip = Chip("")
        self.tracking = field("", QCoreApplication.translate("Receive", "Scan it"), accessible="Tracking number")
        self.tracking.edit.setAccessibleName(QCoreApplication.translate("Receive", "Tracking number"))
        self.carrier = combo(QCoreApplication.translate("Receive", "Carrier"), words.carriers())
        self.whom = field(
            QCoreApplication.translate("Receive", "For whom"),
            QCoreApplication.translate("Receive", "Mailbox number or name"),
        )
        self.whom_list = SearchList(self.whom.edit, page.doing, page.destination.choose, first=True)
        self.whom_list.follow()
        self.name = field(
            QCoreApplication.translate("Receive", "Name on the piece"),
            QCoreApplication.translate("Receive", "As it is written there"),
        )
        self.verdict = Verdict()
        self.mail_type = combo(QCoreApplication.translate("Receive", "Type"), words.mail_types())
        self.mail_type.box.setMinimumContentsLength(7)
        self.shelf = field(QCoreApplication.translate("Receive", "Shelf"), "A-12", max_chars=12)
        self.shelf.setFixedWidth(84)
        self.weight = WeightEntry(page.devices.weigh)
        self.details = PieceDetails()
        # Postage due is said by its amount; whether a piece is still to be checked says the desk, and no clerk.
        self.flags = {key: check(text) for key, text in words.flags() if key not in ("postage_due", "to_be_checked")}
        self.photo = PhotoBox(page.devices.take_photo, page.devices.read_photo)
        self.reason = field(
            "",
            QCoreApplication.translate("Receive", "For example: delivered again after a return"),
            accessible=QCoreApplication.translate("Receive", "Reason"),
        )
        self._why = text_label(QCoreApplication.translate("Receive", "Reason"), "caption")
        self.notice = button(
            QCoreApplication.translate("Receive", "Mail received"),
            "primary",
            "mail",
            "Ctrl+M",
            clicked=page.mail_received,
        )
        self.to_sender = button(
            QCoreApplication.translate("Receive", "Back to its sender"),
            "second",
            "undo-2",
            "Ctrl+T",
            clicked=page.to_sender,
        )
        self.trouble = Banner("", "bad")
        self.receive: Button = button("", "primary", shortcut="Ctrl+Return", clicked=page.receive)
        self.keep = button(
            QCoreApplication.translate("Receive", "Unassigned"),
            "second",
            shortcut="Ctrl+U",
            accessible=QCoreApplication.translate("Receive", "Keep as unassigned"),
            clicked=page.keep_unassigned,
        )
        self.drop = button(
            QCoreApplication.translate("Receive", "Clear"), "second", shortcut="Ctrl+R", clicked=page.drop
        )
        self._lay_out()
        for edit in self.findChildren(QLineEdit):
            edit.installEventFilter(self)
        self.clear()

    # ------------------------------------------------------------ how it lies

    def _lay_out(self) -> None:
        caption = text_label(QCoreApplication.translate("Receive", "Tracking number"), "caption")
        number = lay(QVBoxLayout(), row(caption, None, gap=8), self.tracking, gap=4)
        first = row(number, self.carrier, gap=10)
        first.setStretch(0, 1)
        self.carrier.setFixedWidth(150)
        second = row(self.whom, self.name, gap=10)
        second.setStretch(0, 1)
        second.setStretch(1, 1)
        third = row(self.mail_type, self.shelf, self.weight, gap=10)
        third.setStretch(0, 1)
        more = row(self.details.sender, self.details.size, self.details.due, gap=10)
        more.setStretch(0, 1)
        self.details.size.setFixedWidth(128)
        ticks = QGridLayout()
        ticks.setVerticalSpacing(0)
        ticks.setHorizontalSpacing(10)
        for n, key in enumerate(
            ("accountable", "perishable", "damaged", "restricted", "looks_like_check", "registered")
        ):
            self.flags[key].setProperty("kind", "tight")  # at 768 the form fits without scrolling
            ticks.addWidget(self.flags[key], n // 2, n % 2)
        ticks.setRowStretch(3, 1)
        fourth = row(gap=10)
        fourth.addLayout(ticks)
        fourth.addWidget(self.photo, 1)
        inside = QWidget()
        inside.setObjectName("plain")
        head = row(self.title, self.chip, gap=8)
        head.setStretch(0, 1)
        self.title.setFixedHeight(26)
        column = lay(
            QVBoxLayout(inside), head, first, second, self.verdict, third, more, fourth, gap=6, margins=(16, 10, 16, 4)
        )
        column.setStretch(column.count() - 1, 1)
        scroll = Scroll(inside)
        buttons = row(self.receive, self.keep, self.drop, gap=8)
        buttons.setStretch(0, 1)
        why = row(self._why, self.reason, gap=10)  # in one line: beneath a trouble every line counts at 768
        why.setStretch(1, 1)
        instead = row(self.notice, self.to_sender, gap=8)
        instead.setStretch(0, 1)
        instead.setStretch(1, 1)
        foot = lay(QVBoxLayout(), self.trouble, why, instead, buttons, gap=7, margins=(16, 0, 16, 0))
        lay(self.body, scroll, foot, gap=8, margins=(0, 0, 0, 14))
        self.body.setStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.photo.view.setFixedHeight(max(50, min(260, self.height() - 474)))  # the room that is over is the photo's

    # ------------------------------------------------------------ what it holds

    def values(self) -> dict[str, Any]:
        """The fields of an Arrival. WeightWrong when the weight is none."""
        return {
            "account_id": self.account_id,
            "name": self.name.text().strip(),
            "confirmed": self.confirmed,
            **self._type(),
            **self.details.values(),
            "carrier": self.carrier.key(),
            "tracking": self.tracking.text().strip(),
            "weight_g": self.weight.grams(),
            "shelf": self.shelf.text().strip(),
            "photo": self.photo.data,
            "flags": self._flags(),
            "duplicate_reason": self.reason.text().strip(),
        }

    def _flags(self) -> tuple[str, ...]:
        ticked = tuple(key for key, tick in self.flags.items() if tick.isChecked())
        return (*ticked, "postage_due") if self.details.due.text().strip() else ticked

    def _type(self) -> dict[str, str]:
        """A type of the trade, or the store's own, which stands for one."""
        _, own, name = self.mail_type.key().partition("own:")
        return {"mail_type": "package", "custom_type": name} if own else {"mail_type": self.mail_type.key()}

    def offer_types(self, own: Sequence[Any]) -> None:
        """The types of the trade, and those of this store (`settings.custom_types`)."""
        self.mail_type.set_items([*words.mail_types(), *((f"own:{one.name}", one.name) for one in own)])

    def draft(self) -> dict[str, Any]:
        """Everything as it stands, to be loaded again; what is no weight is left out."""
        try:
            self.weight.grams()
        except WeightWrong:
            self.weight.set_grams(0)
        typed = self.details.draft()
        self.details.clear()  # what cannot be read is kept as it was typed
        values = self.values()
        self.details.load(typed)
        return {**values, "whom": self.whom.text(), "details": typed, "type_key": self.mail_type.key()}

    def load(self, draft: dict[str, Any]) -> None:
        """Put a draft back; the mailbox is asked for anew by the page."""
        self.clear()
        self.account_id, self.confirmed = draft["account_id"], draft["confirmed"]
        self.tracking.set_text(draft["tracking"])
        self.carrier.set_key(draft["carrier"])
        self.whom.set_text(draft.get("whom", ""))
        self.name.set_text(draft["name"])
        self.mail_type.set_key(draft.get("type_key") or draft["mail_type"])
        self.details.load(draft.get("details", {}))
        self.weight.set_grams(draft["weight_g"])
        self.shelf.set_text(draft["shelf"])
        self.reason.set_text(draft["duplicate_reason"])
        for key, tick in self.flags.items():
            tick.setChecked(key in draft["flags"])
        if draft["photo"]:
            self.photo.show_photo(draft["photo"])

    def clear(self) -> None:
        """Ready for the next piece; its type and shelf are likely the same."""
        self.account_id = self.confirmed = ""
        for one in (self.tracking, self.whom, self.name, self.reason):
            one.clear()
        self.carrier.set_key("")
        self.weight.next_piece()
        for tick in self.flags.values():
            tick.setChecked(False)
        self.photo.clear()
        self.details.clear()
        self.verdict.say("", "")
        self.show_carrier(None)
        self.show_trouble("")
        self.show_reason(False)
        self.whom_list.close()

    def is_empty(self) -> bool:
        """Whether nothing of a piece is in the form yet."""
        return not (
            self.account_id
            or self.photo.data
            or not self.weight.is_empty()
            or not self.details.is_empty()
            or any(one.text().strip() for one in (self.tracking, self.whom, self.name))
            or any(tick.isChecked() for tick in self.flags.values())
        )

    # ------------------------------------------------------------ what it says

    def show_carrier(self, reading: Any) -> None:
        """The carrier of a number (a TrackingMatch), None for none."""
        self.chip.setVisible(reading is not None)
        if reading is None:
            return
        self.carrier.set_key(reading.carrier)
        parts = [words.carrier(reading.carrier)]
        if reading.service and reading.service != parts[0]:
            parts.append(reading.service)
        if reading.check == "failed":
            parts.append(QCoreApplication.translate("Receive", "check digit wrong"))
        self.chip.show_state(" · ".join(parts), "warn" if reading.check == "failed" else "info", "truck")

    def show_trouble(self, text: str, kind: str = "bad") -> None:
        self.trouble.setVisible(bool(text))
        self.verdict.give_way(bool(text))
        if text:
            self.trouble.show_text(text, kind)
            bring_into_view(self.trouble)

    def show_instead(self, notice: bool, back: bool) -> None:
        """What may be done with a piece that may not be inserted."""
        self.notice.setVisible(notice)
        self.to_sender.setVisible(back)

    def show_reason(self, needed: bool) -> None:
        self.reason.setVisible(needed)
        self._why.setVisible(needed)

    def only_whom(self, only: bool) -> None:
        """A piece that is here already: only whose it is can be said."""
        for one in (self.tracking, self.carrier, self.mail_type, self.shelf, self.weight, self.photo):
            one.setEnabled(not only)
        for tick in self.flags.values():
            tick.setEnabled(not only)
        self.details.set_enabled(not only)
        self.keep.setVisible(not only)
        repolish(self)

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if (ctrl and event.key() in _OURS) or (
                undo and isinstance(watched, QLineEdit) and not watched.isUndoAvailable()
            ):
                event.ignore()  # the page's key, and the toast's Undo, come before the line's own
                return True
        return False
