"""Right of the yes/no screen for a mailbox: every name with its form, and what lies on the shelf."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.figures import day_of
from ui.pages.answer_parts import Readable
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, column, icon_label, lay, spoken, text_label

if TYPE_CHECKING:
    from counter_app.desk.answer_parts import Allowed

ONE_COLUMN = 4
"""So many names stand below each other; more stand in two columns."""
ROW_HEIGHT = 38


class MailboxFacts(Card):
    """Who may get mail there, and what lies on the shelf; Enter on a piece asks about it."""

    def __init__(self, opened: Callable[[str], object]) -> None:
        super().__init__(margins=(6, 14, 6, 6))
        self.names = NamesOnForm()
        self._shelf = text_label("", "caption")
        columns = [
            Column("piece", QCoreApplication.translate("Answer", "Piece"), 150, "two_line"),
            Column("who", QCoreApplication.translate("Answer", "For"), 0, "two_line"),
            Column("shelf", QCoreApplication.translate("Answer", "Shelf"), 70, "strong"),
            Column("state", QCoreApplication.translate("Answer", "State"), 124, "pill", gives_way=True),
        ]
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Answer", "Pieces on the shelf"))
        self.table.activated_row.connect(lambda found: opened(found["mail_id"]))
        # The names come first: the table takes what they leave, and scrolls.
        self.table.setMinimumHeight(92)
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        caption = text_label(QCoreApplication.translate("Answer", "Names on the Form 1583"), "caption")
        self.body.addLayout(column(caption, margins=(12, 0, 12, 0)))
        self.body.addWidget(self.names)
        self.body.addLayout(column(self._shelf, margins=(12, 0, 12, 0)))
        self.body.addWidget(self.table, 100)
        self.body.addStretch(1)
        self.body.setSpacing(6)

    def show_mailbox(self, names: Sequence[Allowed], pieces: Sequence[dict[str, Any]]) -> None:
        self.names.show_names(names)
        self._shelf.setText(
            QCoreApplication.translate("Answer", "On the shelf")
            if pieces
            else QCoreApplication.translate("Answer", "Nothing is on the shelf")
        )
        self.table.rows.set_source(Rows(pieces))
        self.table.setVisible(bool(pieces))


class NamesOnForm(Readable):
    """Each name with its role, since when and until when it counts, and the ID of the applicant."""

    def __init__(self) -> None:
        inside = QWidget()
        inside.setObjectName("plain")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(12, 0, 6, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        super().__init__(inside, QCoreApplication.translate("Answer", "Names on the Form 1583"))
        self._none = text_label(QCoreApplication.translate("Answer", "Nobody"), "bad")
        self._grid.addWidget(self._none, 0, 0)
        self._cells: list[_Name] = []
        self._columns = self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        rows = -(-max(1, self._shown) // max(1, self._columns))
        return QSize(super().sizeHint().width(), rows * ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        # What scrolls asks for more, and a layout gives a widget no less than that: one name would stand in a gap.
        return QSize(super().minimumSizeHint().width(), ROW_HEIGHT)

    def show_names(self, names: Sequence[Allowed]) -> None:
        self._shown = len(names)
        self._none.setVisible(not names)
        while len(self._cells) < len(names):
            self._cells.append(_Name())
            self._columns = 0
        columns = 1 if len(names) <= ONE_COLUMN else 2
        if columns != self._columns:
            self._lay_out(columns)
        for n, cell in enumerate(self._cells):
            if n < len(names):
                cell.say(names[n], columns == 2)
            cell.setVisible(n < len(names))
        self.updateGeometry()
        said = "; ".join(cell.accessibleName() for cell in self._cells[: len(names)]) or self._none.text()
        caption = QCoreApplication.translate("Answer", "Names on the Form 1583")
        self.setAccessibleName(spoken(f"{caption}: {said}"))

    def texts(self) -> list[str]:
        """Name and form of each name that shows."""
        return [cell.accessibleName() for cell in self._cells if not cell.isHidden()]

    def _lay_out(self, columns: int) -> None:
        self._columns = columns
        for n, cell in enumerate(self._cells):
            self._grid.addWidget(cell, 1 + n // columns, n % columns, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)


class _Name(QWidget):
    """One name; it stays and says another one, because a new one has to be styled first."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = icon_label("circle-check", "ok", 16)
        self._name = text_label("", "body", elide="right")
        self._form = text_label("", "form", elide="right")
        line = lay(QHBoxLayout(self), self._icon, column(self._name, self._form, gap=0), gap=6)
        line.setStretch(1, 1)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)

    def say(self, name: Allowed, brief: bool) -> None:
        counts = name.standing == "now"
        sign = ("ban", "bad") if not counts else ("hand-helping", "info") if name.role == "collector" else _OK
        if counts and name.id_expired:
            sign = ("triangle-alert", "warn")
        parts = form_of(name)
        parts[0] = parts[0][:1].upper() + parts[0][1:]
        form = " · ".join(parts)
        self._icon.show_icon(*sign)
        self._name.set_role("strong" if counts else "muted")
        self._name.setText(name.text)
        self._form.set_role("form_warn" if counts and name.id_expired else "form")
        self._form.setText(" · ".join(parts[:2]) if brief else form)
        self.setAccessibleName(spoken(f"{name.text}: {form}"))


_OK = ("circle-check", "ok")


def form_of(name: Allowed) -> list[str]:
    """Role, ID and dates of a name on the form, what counts most first; two columns have room for the first two."""
    role = {
        "applicant": QCoreApplication.translate("Answer", "Applicant"),
        "business": QCoreApplication.translate("Answer", "Firm"),
        "collector": QCoreApplication.translate("Answer", "Only collects"),
    }.get(name.role, "")
    parts = [role] if role else []
    if name.standing == "not_yet":
        parts = [QCoreApplication.translate("Answer", "Not before {day}").format(day=day_of(name.since))]
    elif name.standing == "no_longer":
        parts = [QCoreApplication.translate("Answer", "No longer, since {day}").format(day=day_of(name.until))]
    elif name.id_expired:
        parts.append(QCoreApplication.translate("Answer", "ID expired {day}").format(day=day_of(name.id_until)))
    elif name.id_until:
        parts.append(QCoreApplication.translate("Answer", "ID until {day}").format(day=day_of(name.id_until)))
    if name.standing == "now" and name.until:
        parts.append(QCoreApplication.translate("Answer", "until {day}").format(day=day_of(name.until)))
    if name.standing == "now" and name.since:
        parts.append(QCoreApplication.translate("Answer", "since {day}").format(day=day_of(name.since)))
    return parts or [QCoreApplication.translate("Answer", "On the form")]
