"""The drop-down of accounts under a line of text: it follows the typing, and the focus never leaves the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from resources.theme import METRICS
from ui import words
from ui.frame import SEARCH_DELAY_MS
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import frame, lay, text_label

if TYPE_CHECKING:
    from counter_app.desk.looking_up import Found
    from ui.doing import Doing

ROWS_SHOWN = 7


class SearchList(QObject):
    """Accounts that match what is typed into `edit`, and why. Down and Up choose, Enter picks, Escape closes.

    `picked` gets the Account; with `piece_picked` pieces are listed too, and it gets the MailItem. Nothing is chosen
    beforehand unless exactly one account was found and `first` is set: two holders with one name are never picked
    from by the program, nor is a guess. An answer to text that is no longer in the line
    is dropped.
    """

    def __init__(
        self,
        edit: QLineEdit,
        doing: Doing,
        picked: Callable[[Account], object],
        *,
        first: bool = False,
        piece_picked: Callable[[MailItem], object] | None = None,
    ) -> None:
        super().__init__(edit)
        self._piece_picked = piece_picked
        self._edit, self._doing, self._picked, self._first = edit, doing, picked, first
        self._asked = ""
        self._found: dict[str, Account | MailItem] = {}
        self.table = RowTable(RowsModel(account_columns(), Rows()), QCoreApplication.translate("Search", "Accounts"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        self.table.clicked.connect(lambda index: self._pick(index.row()))
        self._hint = text_label("", "caption", elide="right")
        # The line's until there is a window to lie over: what has no parent outlives the window.
        self._sheet = frame("card", QCoreApplication.translate("Search", "Search results"))
        self._sheet.setParent(edit)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QVBoxLayout()
        lay(foot, self._hint, margins=(14, 4, 14, 6))
        lay(QVBoxLayout(self._sheet), self.table, foot, gap=0, margins=(4, 4, 4, 2))
        self._sheet.hide()
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._wait.timeout.connect(lambda: self.search(edit.text().strip()))
        edit.installEventFilter(self)
        edit.textChanged.connect(self._changed)

    def follow(self) -> None:
        """Search while somebody types into the line; for a line that has no pause of its own."""
        self._edit.textEdited.connect(lambda _text: self._wait.start())

    # ------------------------------------------------------------ asking

    def search(self, typed: str) -> None:
        """Ask the store for accounts; "" closes the list."""
        self._asked = typed
        if not typed or self._doing.actor is None:
            self.close()
            return
        self._doing.do(
            self._doing.rooms.looking_up.look_up,
            typed,
            done=lambda found: self._answered(typed, found),
            failed=lambda _error: self.close(),
        )

    def offer(self, accounts: Sequence[Account]) -> None:
        """Show these accounts, whatever is in the line: somebody else has found them."""
        self._asked = self._edit.text().strip()
        self._show([(one, account_row(one), False) for one in accounts])

    def close(self) -> None:
        """Put the list away, and forget what is still being looked for."""
        self._asked = ""
        self._wait.stop()
        self._sheet.hide()

    def is_open(self) -> bool:
        return not self._sheet.isHidden()

    def _changed(self, text: str) -> None:
        if text.strip() != self._asked and not text.strip():
            self.close()

    def _answered(self, typed: str, found: Sequence[Found]) -> None:
        if typed != self._asked or typed != self._edit.text().strip() or not self._edit.isVisible():
            return
        listed = [one for one in found if one.account is not None or self._piece_picked is not None]
        self._show([(one.account or one.item, found_row(one), one.guess) for one in listed])

    # ------------------------------------------------------------ showing

    def _show(self, found: Sequence[tuple[Account | MailItem | None, dict[str, Any], bool]]) -> None:
        self._found = {one.id: one for one, _, _ in found if one is not None}
        self.table.rows.set_source(Rows([row for _, row, _ in found]))
        sheet = self._sheet_over(self._edit.window())
        if not found:
            hint = QCoreApplication.translate("Search", "Nobody is called that here. Enter looks everywhere.")
        elif all(guess for _, _, guess in found):
            hint = QCoreApplication.translate("Search", "Nobody is called exactly that. Did you mean one of these?")
        else:
            hint = QCoreApplication.translate("Search", "↑ ↓ choose · Enter takes it · Esc closes")
        self._hint.setText(hint)
        self.table.setVisible(bool(found))
        self.table.setFixedHeight(min(len(found), ROWS_SHOWN) * METRICS.h_row + 4)
        self._place(sheet)
        sheet.show()
        sheet.raise_()
        if self._first and len(found) == 1 and not found[0][2]:
            self.table.select_row(0)
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.table.rows.index(-1, -1))

    def _sheet_over(self, window: QWidget) -> QFrame:
        if self._sheet.parent() is not window:
            self._sheet.setParent(window)
        return self._sheet

    def _place(self, sheet: QFrame) -> None:
        window = self._edit.window()
        corner = self._edit.mapTo(window, QPoint(0, self._edit.height() + 4))
        sheet.setFixedWidth(max(self._edit.width(), 340))
        height = sheet.layout().sizeHint().height()
        sheet.setGeometry(min(corner.x(), window.width() - sheet.width() - 8), corner.y(), sheet.width(), height)

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._edit or not self.is_open():
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place(self._sheet)
        return False

    def _key(self, key: int) -> bool:
        row = self.table.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._found:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.table.select_row(max(0, min(len(self._found) - 1, row + step)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if row >= 0 and self._found:
                self._pick(row)
                return True
            self.close()
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def _pick(self, row: int) -> None:
        chosen = self._found.get(str(self.table.rows.row_at(row).get("id", "")))
        self.close()
        if isinstance(chosen, Account):
            self._picked(chosen)
        elif chosen is not None and self._piece_picked is not None:
            self._piece_picked(chosen)


def account_columns() -> list[Column]:
    return [
        Column("who", QCoreApplication.translate("Search", "Customer"), 0, "two_line"),
        Column("state", QCoreApplication.translate("Search", "State"), 170, "pill"),
    ]


def account_row(account: Account) -> dict[str, Any]:
    """An account as a row: holder over mailbox and further names, and its state as a pill."""
    state, kind = words.mailbox_state(account)
    others = [one.text for one in account.names if one.text != account.holder and not one.valid_to]
    note = " · ".join(part for part in (words.pmb(account.mailbox), words.listed(others, 2)) if part)
    return {"id": account.id, "who": account.holder, "who_note": note, "state": state, "state_kind": kind}


def found_row(found: Found) -> dict[str, Any]:
    """What was found as a row: account or piece, by which of its names it was found, and whether it is a guess."""
    if found.account is not None:
        row = account_row(found.account)
        why = _why(found)
        if why:
            row["who_note"] = " · ".join(part for part in (words.pmb(found.account.mailbox), why) if part)
    else:
        item = found.item
        assert item is not None  # noqa: S101 - one of the two is always there
        state, kind = words.piece_state(item)
        note = " · ".join(
            part for part in (words.pmb(item.mailbox), words.mail_id(item.mail_id), item.tracking) if part
        )
        title = QCoreApplication.translate("Search", "Piece for {name}").format(
            name=item.name_matched or item.name_on_piece or "–"
        )
        row = {"id": item.id, "who": title, "who_note": note, "state": state, "state_kind": kind}
    if found.guess:
        row["who_note"] = QCoreApplication.translate("Search", "Did you mean this?") + " · " + row["who_note"]
    return row


def _why(found: Found) -> str:
    """Why an account is in the list, where its name and number do not show it."""
    if found.why in ("mailbox", "holder") or (found.account is not None and found.text == found.account.holder):
        return ""
    said = {
        "firm": QCoreApplication.translate("Search", "Firm on the form: {text}"),
        "name": QCoreApplication.translate("Search", "On the form: {text}"),
        "former_name": QCoreApplication.translate("Search", "No longer on the form: {text}"),
        "collector": QCoreApplication.translate("Search", "May collect: {text}"),
        "email": QCoreApplication.translate("Search", "By e-mail: {text}"),
        "phone": QCoreApplication.translate("Search", "By phone: {text}"),
    }[found.why]
    # Below customer service the number itself is not shown (2.22).
    return said.format(text=found.text) if found.text else said.partition(":")[0]
