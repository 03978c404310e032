"""The map of the shelves, and putting pieces by scan: a shelf, then its pieces; or one piece, then its shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from ui import words
from ui.buttons import button
from ui.notices import Answer, Banner, EmptyState, ask
from ui.pages import shelf_words
from ui.pages.shelf_form import ShelfForm
from ui.pages.shelf_tiles import ShelfTiles
from ui.scroll import Scroll
from ui.sentences import sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.shelves import Put, Scanned
    from ui.pages.shelves import ShelvesPage


class MapPart(QWidget):
    """The zones on the left, what lies on the chosen shelf on the right; the shelf that is open stands above."""

    def __init__(self, page: ShelvesPage) -> None:
        super().__init__()
        self.page = page
        self.open_shelf = ""
        """Where the next pieces that are scanned are put."""
        self.held: Any = None
        """The piece that was scanned first and waits for its shelf."""
        self.code = ""
        self._places: dict[str, Any] = {}
        self.band = Banner("", "info")
        self.band.hide()
        self.tiles = ShelfTiles()
        self.tiles.chosen.connect(self.choose)
        sheet = Card(margins=(1, 1, 1, 1))
        sheet.body.addWidget(Scroll(self.tiles), 1)
        self.form = ShelfForm(self)
        self.side = self._make_side()
        beside = QStackedWidget()
        beside.addWidget(self.side)
        beside.addWidget(self.form)
        beside.setFixedWidth(408)
        self._beside = beside
        whole = QWidget()
        line = lay(QHBoxLayout(whole), sheet, beside, gap=16)
        line.setStretch(0, 1)
        page.fold(line)
        self.empty = EmptyState(
            "map-pin",
            QCoreApplication.translate("Shelves", "No shelf yet"),
            QCoreApplication.translate(
                "Shelves", "Set up the first shelf with Ctrl+N, or scan a shelf's label and pieces to put there."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self._stack.addWidget(nothing)
        column = lay(QVBoxLayout(self), self.band, self._stack, gap=12)
        column.setStretch(1, 1)

    def _make_side(self) -> Card:
        card = Card()
        self.title = text_label("", "h2")
        self.note = text_label("", "muted", wrap=True)
        columns = (
            Column("piece", QCoreApplication.translate("Shelves", "Piece"), 0, "two_line"),
            Column("who", QCoreApplication.translate("Shelves", "For"), 150, "two_line"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Shelves", "Pieces on the chosen shelf")
        )
        self.table.activated_row.connect(lambda one: self.page.window_.open_piece(str(one.get("mail_id", ""))))
        self.new = button(
            QCoreApplication.translate("Shelves", "New shelf"), "second", "plus", "Ctrl+N", clicked=self.form_new
        )
        self.edit = button(
            QCoreApplication.translate("Shelves", "Change"), "second", "pen-line", "Ctrl+E", clicked=self.form_edit
        )
        self.label = button(
            QCoreApplication.translate("Shelves", "Label"), "second", "printer", "Ctrl+P", clicked=self.print_label
        )
        self.count = button(
            QCoreApplication.translate("Shelves", "Count this shelf"),
            "primary",
            "list-checks",
            "Ctrl+K",
            clicked=self.count_it,
        )
        lay(
            card.body,
            self.title,
            self.note,
            self.table,
            row(self.new, self.edit, gap=8),
            row(self.label, self.count, gap=8),
            gap=10,
            margins=(18, 16, 18, 16),
        )
        card.body.setStretch(2, 1)
        return card

    # ------------------------------------------------------------ reading

    def open(self, shelf: str = "", item_id: str = "") -> None:
        if shelf:
            self.choose(shelf)

    def knows(self, event: object) -> bool:
        """Whether what was announced shows here already."""
        return False

    def reload(self) -> None:
        doing = self.page.doing
        doing.do(doing.rooms.shelves.store_map, done=self._show)

    def _show(self, shown: Any) -> None:
        self._places = {one.code: one for one in shown.places}
        self.tiles.show_places(shown.places)
        editing = self._beside.currentWidget() is self.form
        self._stack.setCurrentIndex(0 if shown.places or editing else 1)
        if self.code not in self._places:
            self.code = next(iter(self._places), "")
        self.choose(self.code)

    def choose(self, code: str) -> None:
        """Show what lies on a shelf."""
        self.code = code
        self.tiles.choose(code)
        place = self._places.get(code)
        self.title.setText(shelf_words.shelf_of(code))
        self.note.setText(_described(place) if place else "")
        self.label.setEnabled(place is not None and place.shelf is not None)
        self.count.setEnabled(bool(code))
        if code:
            doing = self.page.doing
            doing.do(doing.rooms.shelves.lying, code, done=lambda found: self._lies(code, found))
        else:
            self.table.rows.set_source(Rows())

    def _lies(self, code: str, found: Any) -> None:
        if code == self.code:
            desk = self.page.doing.station.desk
            self.table.rows.set_source(Rows([shelf_words.piece_row(one, desk) for one in found]))

    # ------------------------------------------------------------ putting by scan

    def scanned(self, text: str) -> bool:
        if self._beside.currentWidget() is self.form:
            self.form.scanned(text)
            return True
        doing = self.page.doing
        doing.do(doing.rooms.shelves.recognise, text, done=self._take, failed=self._refused)
        return True

    def _take(self, scan: Scanned) -> None:
        if scan.kind == "piece" and scan.item is not None:
            if self.open_shelf:
                self._put(scan.item.id, self.open_shelf)
                return
            self.held = scan.item
            where = shelf_words.shelf_of(scan.item.last_shelf if scan.item.searched_for else scan.item.shelf)
            self._say(
                QCoreApplication.translate(
                    "Shelves", "{piece} lies on {shelf}. Scan the shelf to put it there."
                ).format(piece=words.mail_id(scan.item.mail_id), shelf=where)
            )
            if scan.item.shelf in self._places:
                self.choose(scan.item.shelf)
        elif scan.kind == "shelf" and scan.place is not None:
            if scan.place.shelf is None and not scan.place.pieces:
                self._ask_to_make(scan.place.code)
            else:
                self._take_shelf(scan.place.code)
        else:
            self._refused(CounterError("shelf.not_known", asked=scan.text[:40]))

    def _take_shelf(self, code: str, anyway: bool = False) -> None:
        held, self.held = self.held, None
        if held is not None:
            self._put(held.id, code, anyway)
            self._say("")
            return
        self.open_shelf = code
        self.page.window_.play("taken")
        self._say(
            QCoreApplication.translate(
                "Shelves", "Pieces that you scan are put on {shelf} until you scan another shelf. Esc ends."
            ).format(shelf=code)
        )
        self.choose(code)

    def _ask_to_make(self, code: str) -> None:
        clerk = self.page.doing.clerk
        self.page.window_.play("unknown")
        make = (Answer("make", QCoreApplication.translate("Shelves", "Set it up"), "primary"),)
        ask(
            self.page,
            QCoreApplication.translate("Shelves", "There is no shelf {shelf} yet. Set it up?").format(shelf=code),
            (
                *(make if clerk is not None and clerk.level >= 4 else ()),
                Answer("use", QCoreApplication.translate("Shelves", "Use it as it is")),
                Answer("", QCoreApplication.translate("Shelves", "Cancel")),
            ),
            lambda key: self._made_up(key, code),
        )

    def _made_up(self, key: str, code: str) -> None:
        if key == "make":
            self.form_new(code)
        elif key == "use":
            self._take_shelf(code, anyway=True)

    def _put(self, item_id: str, code: str, anyway: bool = False) -> None:
        doing = self.page.doing
        anyway = anyway or code == self.open_shelf  # asked once, when the shelf was opened
        doing.do(
            lambda desk, actor: doing.rooms.shelves.put(desk, actor, item_id, code, anyway=anyway),
            done=self._was_put,
            failed=self._refused,
        )

    def _was_put(self, put: Put) -> None:
        window, doing = self.page.window_, self.page.doing
        name = words.mail_id(put.item.mail_id)
        window.play("taken")
        if put.full and put.place.shelf is not None:
            facts = {
                "mail_id": name,
                "shelf": put.place.code,
                "pieces": put.place.pieces,
                "capacity": put.place.shelf.capacity,
            }
            window.toasts.show_toast(sentence("shelf.full", facts), kind="warn")
        else:
            text = QCoreApplication.translate("Shelves", "{piece} lies on {shelf}").format(
                piece=name, shelf=put.place.code
            )
            rooms, before, item_id = doing.rooms, put.before, put.item.id
            undo = (
                (lambda: doing.do(rooms.receiving.move, item_id, before)) if before and not put.was_searched else None
            )
            window.toasts.show_toast(text, undo=undo)
        self.code = put.place.code
        self.reload()

    def _refused(self, error: CounterError) -> None:
        self.page.window_.say(error)

    def _say(self, text: str) -> None:
        self.band.show_text(text, "info")
        self.band.setVisible(bool(text))

    def escape(self) -> bool:
        if self._beside.currentWidget() is self.form:
            self.form_done()
            return True
        if self.open_shelf or self.held is not None:
            self.left()
            return True
        return False

    def left(self) -> None:
        """Nothing is put by the next scan any more."""
        self.open_shelf, self.held = "", None
        self._say("")

    # ------------------------------------------------------------ the shelf itself

    def form_new(self, code: str = "") -> None:
        place = self._places.get(self.code)
        self.form.begin(code, place.shelf if place else None, new=True)
        self._show_form()

    def form_edit(self) -> None:
        place = self._places.get(self.code)
        if place is not None:
            self.form.begin(self.code, place.shelf, new=False)
            self._show_form()

    def _show_form(self) -> None:
        self._stack.setCurrentIndex(0)
        self._beside.setCurrentWidget(self.form)
        first = self.form.zone if self.form.code.text() else self.form.code
        first.edit.setFocus()

    def form_done(self, code: str = "") -> None:
        """Back from the form; `code` is the shelf that was set up."""
        self._beside.setCurrentWidget(self.side)
        if code:
            self.code = code
            if self.held is not None:
                self._take_shelf(code)
        self.reload()
        self.page.window_.focus_scan_box()

    def print_label(self) -> None:
        doing = self.page.doing
        doing.do(doing.rooms.shelves.print_label, self.code, done=self._printed, failed=self._refused)

    def _printed(self, _job: str) -> None:
        self.page.window_.play("taken")
        self.page.window_.toasts.show_toast(
            QCoreApplication.translate("Shelves", "The label of {shelf} is printing").format(shelf=self.code)
        )

    def count_it(self) -> None:
        self.page.open("count", shelf=self.code)


def _described(place: Any) -> str:
    parts = [shelf_words.pieces(place.pieces)]
    if place.shelf is not None:
        parts = [place.shelf.zone, shelf_words.kind(place.shelf.kind), *parts]
        if place.shelf.capacity:
            parts.append(
                QCoreApplication.translate("Shelves", "room for {capacity}").format(capacity=place.shelf.capacity)
            )
        if place.shelf.turn:
            parts.append(QCoreApplication.translate("Shelves", "turn {turn}").format(turn=place.shelf.turn))
    else:
        parts.append(QCoreApplication.translate("Shelves", "not set up"))
    return " · ".join(parts)
