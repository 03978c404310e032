"""What a day took in: every payment, the sums by kind, what stands open; printed at closing time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.buttons import button
from ui.figures import long_date, when_text
from ui.notices import EmptyState, FactGrid
from ui.pages import pickup_words
from ui.pages import task_words as words
from ui.pages.pickup_card import CARD_WIDTH, LEAST_KNOWN
from ui.scroll import Scroll
from ui.sentences import say
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.money import DayEnd
    from counter_app.errors import CounterError
    from ui.pages.money import MoneyPage

KINDS = (
    "pickup",
    "scan",
    "ship",
    "consolidate",
    "shred",
    "discard",
    "check_deposit",
    "personal_delivery",
    "fee",
)


class Sums(QWidget):
    """Lines with an amount at the right edge."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.lines: list[tuple[str, str]] = []
        self._shown: list[QWidget] = []

    def show_sums(self, sums: Sequence[tuple[str, int]]) -> None:
        """Text and cents of each line; a dash while there are none."""
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = []
        self.lines = [(text, words.cents(cents)) for text, cents in sums] or [("–", "")]
        for n, (text, amount) in enumerate(self.lines):
            left, right = text_label(text, "body", elide="right"), text_label(amount, "value")
            self._grid.addWidget(left, n, 0)
            self._grid.addWidget(right, n, 1, Qt.AlignmentFlag.AlignRight)
            self._shown += [left, right]


class DayEndView(QWidget):
    """The payments of one day on the left, its sums on the right."""

    def __init__(self, page: MoneyPage) -> None:
        super().__init__()
        self.page = page
        self._day = ""
        columns = (
            Column("customer", QCoreApplication.translate("Money", "Customer"), 0, "two_line"),
            Column("what", QCoreApplication.translate("Money", "For"), 190),
            Column("when", QCoreApplication.translate("Money", "Paid"), 110, "when"),
            Column("amount", QCoreApplication.translate("Money", "Amount"), 110, "weight"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Money", "Payments of the day"))
        sheet = Card(margins=(1, 4, 1, 6))
        sheet.body.addWidget(self.table)
        self.empty = EmptyState(
            "receipt",
            QCoreApplication.translate("Money", "Nothing was paid on this day"),
            QCoreApplication.translate("Money", "Each payment that the centre has confirmed appears here."),
        )
        self.title = text_label("", "h2", elide="right")
        self.total = text_label("", "big")
        self.kinds = Sums()
        self.open = FactGrid(
            (
                ("checking", QCoreApplication.translate("Money", "Being checked")),
                ("declined", QCoreApplication.translate("Money", "Declined")),
                ("put_off", QCoreApplication.translate("Money", "Charged later")),
            )
        )
        self.print = button(
            QCoreApplication.translate("Money", "Print day end"),
            "primary",
            "printer",
            "Ctrl+Return",
            clicked=self._print,
        )
        self.before = button(
            QCoreApplication.translate("Money", "Earlier"), "second", "", "Alt+Left", clicked=lambda: self._turn(-1)
        )
        self.after = button(
            QCoreApplication.translate("Money", "Later"), "second", "", "Alt+Right", clicked=lambda: self._turn(1)
        )
        known = QWidget()
        known.setObjectName("plain")
        lay(
            QVBoxLayout(known),
            text_label(QCoreApplication.translate("Money", "Paid, by kind"), "caption"),
            self.kinds,
            rule(),
            text_label(QCoreApplication.translate("Money", "Open now"), "caption"),
            self.open,
            None,
            gap=8,
        )
        side = Card()
        side.setFixedWidth(CARD_WIDTH)
        lay(
            side.body,
            self.title,
            self.total,
            rule(),
            Scroll(known, LEAST_KNOWN),
            self.print,
            row(self.before, self.after, gap=8),
            gap=10,
            margins=(18, 16, 18, 18),
        )
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self._list = QStackedWidget()
        self._list.addWidget(sheet)
        self._list.addWidget(nothing)
        body = lay(QHBoxLayout(self), self._list, side, gap=16)
        page.fold(body)
        body.setStretch(0, 1)

    def reload(self) -> None:
        """Read the day anew; today when none was chosen."""
        self.page.doing.do(self.page.doing.rooms.money.day_end, self._day, done=self._show, failed=self._failed)

    def _failed(self, error: CounterError) -> None:
        self.empty.title.setText(QCoreApplication.translate("Money", "Not for this clerk"))
        self.empty.hint.setText(say(error))
        self._list.setCurrentIndex(1)
        self.print.setEnabled(False)
        self.page.head.set_subtitle("")

    def _show(self, day: DayEnd) -> None:
        desk = self.page.doing.station.desk
        self._day = day.day
        self.print.setEnabled(True)
        self.after.setEnabled(day.day < desk.today())
        self.title.setText(long_date(date.fromisoformat(day.day)))
        self.total.setText(words.cents(day.paid_cents))
        self.page.head.set_subtitle(
            QCoreApplication.translate("Money", "%n payment(s)", "", len(day.paid))
            + " · "
            + words.cents(day.paid_cents)
        )
        self.kinds.show_sums(
            [(f"{day.by_kind[key][0]} × {words.kind(key)}", day.by_kind[key][1]) for key in KINDS if key in day.by_kind]
        )
        for key in ("checking", "declined", "put_off"):
            count, cents = getattr(day, key)
            self.open.set_value(key, f"{count} · {words.cents(cents)}" if count else "")
        now = desk.local(desk.now_ms())
        rows: list[dict[str, Any]] = [
            {
                "id": one.id,
                "customer": one.holder or pickup_words.pmb(one.mailbox),
                "customer_note": pickup_words.pmb(one.mailbox),
                "what": words.kind(one.kind),
                "when": when_text(desk.local(one.at_ms), now),
                "amount": words.cents(one.cents),
            }
            for one in reversed(day.paid)
        ]
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(0)
        self._list.setCurrentIndex(0 if rows else 1)

    def _turn(self, days: int) -> None:
        today = self.page.doing.station.desk.today()
        chosen = date.fromisoformat(self._day or today) + timedelta(days=days)
        self._day = min(chosen.isoformat(), today)
        self.reload()

    def _print(self) -> None:
        self.page.doing.do(self.page.doing.rooms.money.print_day_end, self._day, done=self._printed)

    def _printed(self, day: DayEnd) -> None:
        self.page.window_.play("taken")
        text = QCoreApplication.translate("Money", "The day end of {day} is in the print queue")
        self.page.window_.toasts.show_toast(text.format(day=long_date(date.fromisoformat(day.day))))
