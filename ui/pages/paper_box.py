"""A written authorisation for once: who may collect, for which mailbox and until when, and the photo of the paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.pickup import Written
from counter_app.domain.values import spoken_mail_id
from ui.buttons import button
from ui.entries import field
from ui.pages.photo_box import opened
from ui.signing import PhotoView
from ui.widgets import lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit


class PaperBox(QWidget):
    """`keep(written)` gets what was entered; `take` asks the camera. A piece scanned meanwhile is named on it."""

    toggled = Signal(bool)

    def __init__(self, keep: Callable[[Written], object], take: Callable[[], object]) -> None:
        super().__init__()
        self._keep = keep
        self._photo = b""
        self._named: dict[str, str] = {}
        self.name = field(QCoreApplication.translate("Pickups", "Who may collect, as on the paper"), max_chars=120)
        self.mailbox = field(QCoreApplication.translate("Pickups", "Mailbox on the paper"), max_chars=12)
        self.until = field(QCoreApplication.translate("Pickups", "Good until"), "2026-11-30", max_chars=10)
        self.pieces = text_label("", "muted", wrap=True)
        self.view = PhotoView(QCoreApplication.translate("Pickups", "Photo of the signed paper"))
        self.view.setFixedSize(150, 112)
        self.take = button(
            QCoreApplication.translate("Pickups", "Photo of the paper"), "second", "camera", "F10", clicked=take
        )
        self.ok = button(
            QCoreApplication.translate("Pickups", "Keep the paper"), "primary", "check", "Ctrl+K", clicked=self.accept
        )
        self.cancel = button(QCoreApplication.translate("Pickups", "Cancel"), clicked=self.close_box)
        self.problem = text_label("", "error", wrap=True)
        for one in (self.name, self.mailbox, self.until):
            one.entered.connect(lambda _text: self.accept())
        self.mailbox.setMaximumWidth(150)
        self.until.setMaximumWidth(150)
        facts = QWidget()
        inside = lay(
            QVBoxLayout(facts),
            self.name,
            row(self.mailbox, self.until, None, gap=8),
            self.pieces,
            None,
            gap=6,
        )
        inside.setContentsMargins(0, 0, 0, 0)
        line = lay(QHBoxLayout(), facts, self.view, gap=12)
        line.setStretch(0, 1)
        lay(
            QVBoxLayout(self),
            line,
            self.problem,
            row(self.take, self.ok, self.cancel, None, gap=8),
            gap=6,
        )
        self.close_box()

    def open_box(self, visit: Visit) -> None:
        """For this pickup: nothing of an earlier paper stays."""
        self._photo, self._named = b"", {}
        for one in (self.name, self.mailbox, self.until):
            one.clear()
        self.show_problem("")
        self.view.show_nothing(QCoreApplication.translate("Pickups", "No photo yet"))
        self._say_pieces()
        self.show()
        self.toggled.emit(True)
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_box(self) -> None:
        self._photo = b""
        self.hide()
        self.toggled.emit(False)

    def show_photo(self, data: bytes) -> bool:
        """The picture of the paper; False when it is none."""
        image = opened(data)
        if image.isNull():
            self.view.show_nothing(QCoreApplication.translate("Receive", "This is no photo"))
            return False
        self._photo = data
        self.view.show_image(image)
        return True

    def show_trouble(self, why: str) -> None:
        if not self._photo:
            self.view.show_nothing(why)

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def name_piece(self, item_id: str, mail_id: str) -> None:
        """The paper names this piece; once more takes it off."""
        if self._named.pop(item_id, None) is None:
            self._named[item_id] = mail_id
        self._say_pieces()

    def accept(self) -> None:
        """Keep what is entered; the desk says what is wrong with it."""
        self._keep(
            Written(self.name.text(), self.mailbox.text(), self.until.text().strip(), self._photo, tuple(self._named))
        )

    def _say_pieces(self) -> None:
        if not self._named:
            text = QCoreApplication.translate(
                "Pickups", "For all pieces of this pickup. If the paper names single ones, scan those now."
            )
        else:
            text = QCoreApplication.translate("Pickups", "Only for: {pieces}").format(
                pieces=", ".join(spoken_mail_id(one) for one in self._named.values())
            )
        self.pieces.setText(text)
