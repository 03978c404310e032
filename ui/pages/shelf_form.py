"""A shelf is set up, changed or closed: code, zone, kind, turn on the walk, capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from ui.buttons import button
from ui.entries import combo, field
from ui.pages import shelf_words
from ui.sentences import say
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from ui.pages.shelf_map import MapPart


class ShelfForm(Card):
    """Beside the map, in the place of the shelf; Ctrl+Enter saves, Escape leaves."""

    def __init__(self, part: MapPart) -> None:
        super().__init__()
        self._part = part
        self._title = text_label("", "h2")
        self.code = field(QCoreApplication.translate("Shelves", "Code on its label"), "B-3", max_chars=12)
        self.zone = field(QCoreApplication.translate("Shelves", "Zone"), max_chars=40)
        self.zone.edit.setPlaceholderText(QCoreApplication.translate("Shelves", "Front, Back, Cellar"))
        self.kind = combo(QCoreApplication.translate("Shelves", "Kind"), shelf_words.kinds())
        self.turn = field(QCoreApplication.translate("Shelves", "Turn on the walk"), "0", max_chars=4)
        self.capacity = field(QCoreApplication.translate("Shelves", "Fits (pieces, 0 for any)"), "0", max_chars=4)
        for one in (self.code, self.zone, self.turn, self.capacity):
            one.entered.connect(lambda _text: self.save())
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.save_button = button(
            QCoreApplication.translate("Shelves", "Save"), "primary", "check", "Ctrl+Return", clicked=self.save
        )
        self.close_button = button(
            QCoreApplication.translate("Shelves", "Close it"), "second", "ban", clicked=self.close_shelf
        )
        cancel = button(QCoreApplication.translate("Shelves", "Cancel"), "second", clicked=lambda: part.form_done())
        lay(
            self.body,
            self._title,
            row(self.code, self.kind, gap=10),
            self.zone,
            row(self.turn, self.capacity, gap=10),
            self._error,
            None,
            self.close_button,
            row(cancel, self.save_button, gap=8),
            gap=12,
            margins=(18, 16, 18, 16),
        )
        self._closed = False

    def begin(self, code: str, shelf: Any, new: bool) -> None:
        """Fill the form: for a new shelf with what is likely (the zone of the one before), else with what it is."""
        self._title.setText(
            QCoreApplication.translate("Shelves", "New shelf")
            if new
            else QCoreApplication.translate("Shelves", "Change {shelf}").format(shelf=code)
        )
        self.code.set_text(code)
        self.code.edit.setReadOnly(not new and shelf is not None)
        self.zone.set_text(shelf.zone if shelf else "")
        self.kind.set_key(shelf.kind if shelf else "shelf")
        self.turn.set_text(str(shelf.turn) if shelf and not new else "")
        self.capacity.set_text(str(shelf.capacity) if shelf and shelf.capacity else "")
        self._closed = shelf is not None and not shelf.in_use
        self.close_button.setVisible(not new and shelf is not None)
        self.close_button.set_text(
            QCoreApplication.translate("Shelves", "Use it again")
            if self._closed
            else QCoreApplication.translate("Shelves", "Close it")
        )
        self._show_error("")

    def scanned(self, text: str) -> None:
        """The label of the shelf that is being set up was scanned."""
        if not self.code.edit.isReadOnly():
            self.code.set_text(text.strip()[:12])

    def save(self) -> None:
        doing = self._part.page.doing
        doing.do(
            doing.rooms.shelves.set_up,
            self.code.text(),
            self.zone.text(),
            self.kind.key(),
            _number(self.turn.text()),
            _number(self.capacity.text()),
            done=self._saved,
            failed=self._refused,
        )

    def close_shelf(self) -> None:
        rooms = self._part.page.doing.rooms.shelves
        act = rooms.reopen if self._closed else rooms.close
        self._part.page.doing.do(act, self.code.text(), done=self._saved, failed=self._refused)

    def _saved(self, shelf: Any) -> None:
        self._part.page.window_.play("taken")
        self._part.form_done(shelf.code)

    def _refused(self, error: CounterError) -> None:
        self._part.page.window_.play("refused")
        said = say(error)
        at_code, at_zone = error.code == "item.shelf_wrong", error.code == "shelf.zone_missing"
        self.code.show_error(said if at_code else "")
        self.zone.show_error(said if at_zone else "")
        self._show_error("" if at_code or at_zone else said)

    def _show_error(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))


def _number(text: str) -> int:
    """What was typed as a whole number; -1, which is refused with its sentence, for anything else."""
    said = text.strip() or "0"
    return int(said) if said.isascii() and said.isdigit() else -1
