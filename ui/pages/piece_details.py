"""What more is said of a piece: who sent it, how large it is, and what its carrier still wants for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from counter_app.domain.sizes import SizeWrong, parse_size
from counter_app.domain.values import AmountError, Dimensions, parse_money
from ui.entries import field


class DetailWrong(ValueError):
    """A field holds what it cannot; it says so itself. `code` has the sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class PieceDetails(QObject):
    """The three fields, which lie where the form puts them. Sizes are typed in inches unless they say `cm`."""

    def __init__(self) -> None:
        super().__init__()
        self.sender = field(
            QCoreApplication.translate("Receive", "Sender"),
            QCoreApplication.translate("Receive", "↓ shows the last ones"),
        )
        self.size = field(QCoreApplication.translate("Receive", "Size"), "12 x 9 x 4 in", max_chars=40)
        self.due = field(QCoreApplication.translate("Receive", "Postage due"), "0.00", max_chars=14)
        self.due.setFixedWidth(96)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.sender.edit.setCompleter(completer)
        self.sender.edit.installEventFilter(self)

    def offer_senders(self, names: Sequence[str]) -> None:
        """Who wrote to the mailbox lately."""
        self._known.setStringList(list(names))

    def offered(self) -> list[str]:
        return list(self._known.stringList())

    def values(self) -> dict[str, Any]:
        """Fields of an Arrival; DetailWrong when one of them cannot be read."""
        return {"sender": self.sender.text().strip(), "size": self._size(), "postage_due_cents": self._due()}

    def draft(self) -> dict[str, str]:
        return {"sender": self.sender.text(), "size": self.size.text(), "due": self.due.text()}

    def load(self, draft: dict[str, str]) -> None:
        self.sender.set_text(draft.get("sender", ""))
        self.size.set_text(draft.get("size", ""))
        self.due.set_text(draft.get("due", ""))

    def clear(self) -> None:
        for one in (self.sender, self.size, self.due):
            one.clear()
        self.offer_senders(())

    def is_empty(self) -> bool:
        return not any(one.text().strip() for one in (self.sender, self.size, self.due))

    def set_enabled(self, enabled: bool) -> None:
        for one in (self.sender, self.size, self.due):
            one.setEnabled(enabled)

    def _size(self) -> Dimensions | None:
        if not self.size.text().strip():
            return None
        try:
            return parse_size(self.size.text())
        except SizeWrong as wrong:
            self.size.edit.setFocus()
            raise DetailWrong(wrong.code) from wrong

    def _due(self) -> int:
        if not self.due.text().strip():
            return 0
        try:
            return parse_money(self.due.text())
        except AmountError as wrong:
            self.due.edit.setFocus()
            raise DetailWrong(wrong.code) from wrong

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.sender.edit and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:  # type: ignore[attr-defined]
            completer = self.sender.edit.completer()
            completer.setCompletionPrefix(self.sender.edit.text())
            completer.complete()
            return True
        return False
