"""Where a parcel goes, and what the customer wants beside the carriage: value, insurance, customs (2.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.address_shape import Address
from counter_app.domain.task_ship import CustomsLine
from counter_app.domain.values import AmountError, parse_money
from ui.buttons import Button, button
from ui.entries import Field, beside, check, field
from ui.pages import task_words as words
from ui.sentences import sentence
from ui.widgets import column, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.domain.task_ship import ShipTask


class AddressBody(QWidget):
    """The address line by line; `save` takes it."""

    def __init__(self, save: Callable[[], object]) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {
            "name": field(QCoreApplication.translate("Ship", "Name"), max_chars=60),
            "company": field(QCoreApplication.translate("Ship", "Company"), max_chars=60),
            "line1": field(QCoreApplication.translate("Ship", "Street and number"), max_chars=80),
            "line2": field(QCoreApplication.translate("Ship", "Apartment, floor"), max_chars=80),
            "city": field(QCoreApplication.translate("Ship", "City"), max_chars=60),
            "state": field(QCoreApplication.translate("Ship", "State"), "NY", max_chars=30),
            "postcode": field(QCoreApplication.translate("Ship", "ZIP code"), max_chars=12),
            "country": field(QCoreApplication.translate("Ship", "Country"), "US", max_chars=2),
            "phone": field(QCoreApplication.translate("Ship", "Telephone"), max_chars=30),
        }
        self._shown: tuple[Any, ...] | None = None
        for key, width in (("state", 90), ("postcode", 120), ("country", 90)):
            self.fields[key].setFixedWidth(width)
        for one in self.fields.values():
            one.entered.connect(lambda _text: save())
        self.save = button(QCoreApplication.translate("Ship", "The address is right"), "second", clicked=save)
        f = self.fields
        lay(
            QVBoxLayout(self),
            row(f["name"], f["company"], gap=8),
            row(f["line1"], f["line2"], gap=8),
            row(f["city"], f["state"], f["postcode"], f["country"], gap=8),
            row(f["phone"], None, beside(self.save), gap=8),
            gap=6,
            margins=(34, 0, 0, 8),
        )

    def show_task(self, task: ShipTask, editable: bool) -> None:
        shown = (task.id, task.to)
        for key, one in self.fields.items():
            if shown != self._shown:  # else it is news of something else: what is being typed stays
                one.set_text(getattr(task.to, key))
            one.edit.setReadOnly(not editable)
        self._shown = shown
        self.save.setEnabled(editable)

    def forget(self) -> None:
        self._shown = None
        for one in self.fields.values():
            one.clear()

    def said(self) -> Address:
        return Address(**{one.name: self.fields[one.name].text() for one in fields(Address)})

    def wrong(self, where: str, text: str) -> None:
        place = self.fields.get(where, self.fields["line1"])
        place.show_error(text)
        place.setFocus()


class OptionsBody(QWidget):
    """Value, insurance, signature and invoice; customs lines when it goes abroad. `save` takes all of it."""

    def __init__(self, save: Callable[[], object]) -> None:
        super().__init__()
        self._save = save
        self._shown: tuple[Any, ...] | None = None
        self.declared = field(QCoreApplication.translate("Ship", "Value of the contents"), "0.00", max_chars=20)
        self.insured = field(QCoreApplication.translate("Ship", "Insured for"), "0.00", max_chars=20)
        self.signature = check(QCoreApplication.translate("Ship", "Signature at delivery"))
        self.invoice = check(QCoreApplication.translate("Ship", "Remove the invoice"))
        self.description = field(QCoreApplication.translate("Ship", "What is it?"), max_chars=60)
        self.quantity = field(QCoreApplication.translate("Ship", "How many"), "1", max_chars=5)
        self.value = field(QCoreApplication.translate("Ship", "Worth of one"), "0.00", max_chars=20)
        self.hs = field(QCoreApplication.translate("Ship", "Tariff code"), max_chars=14)
        self.origin = field(QCoreApplication.translate("Ship", "Made in"), "US", max_chars=2)
        for one, width in (
            (self.declared, 230),
            (self.insured, 230),
            (self.quantity, 80),
            (self.value, 110),
            (self.hs, 110),
            (self.origin, 80),
        ):
            one.setFixedWidth(width)
        for one in (self.declared, self.insured):
            one.entered.connect(lambda _text: save())
        for one in (self.description, self.quantity, self.value, self.hs, self.origin):
            one.entered.connect(lambda _text: self._add())
        self.add = button(QCoreApplication.translate("Ship", "Add customs line"), "second", "plus", clicked=self._add)
        self.save = button(QCoreApplication.translate("Ship", "Keep the options"), "second", clicked=save)
        self.lines: tuple[CustomsLine, ...] = ()
        self._rows: list[Button] = []
        self._there = column(gap=4)
        self.customs = QWidget()
        first = row(self.description, self.quantity, self.value, gap=8)
        first.setStretch(0, 1)
        lay(
            QVBoxLayout(self.customs),
            text_label(QCoreApplication.translate("Ship", "Customs: what is inside"), "strong"),
            self._there,
            first,
            row(self.hs, self.origin, beside(self.add), None, gap=8),
            gap=6,
        )
        lay(
            QVBoxLayout(self),
            row(self.declared, self.insured, None, gap=8),
            row(self.signature, self.invoice, None, gap=16),
            self.customs,
            row(self.save, None),
            gap=8,
            margins=(34, 0, 0, 8),
        )

    def show_task(self, task: ShipTask, editable: bool) -> None:
        shown = (task.id, task.declared_cents, task.insured_cents, task.signature, task.remove_invoice)
        if shown != self._shown:
            self._shown = shown
            for one, cents in ((self.declared, task.declared_cents), (self.insured, task.insured_cents)):
                one.set_text(f"{cents // 100}.{cents % 100:02d}" if cents else "")
            self.signature.setChecked(task.signature)
            self.invoice.setChecked(task.remove_invoice)
        self.customs.setVisible(task.to.abroad)
        self.show_lines(task.customs)
        for widget in (self.save, self.add, self.signature, self.invoice):
            widget.setEnabled(editable)

    def show_lines(self, lines: tuple[CustomsLine, ...]) -> None:
        """The customs lines so far; pressing one takes it away."""
        self.lines = lines
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        for line in lines:
            text = (
                f"{line.quantity} x {line.description} · {words.cents(line.value_cents)} · {line.origin} {line.hs_code}"
            )
            named = QCoreApplication.translate("Ship", "Take away: {line}").format(line=text)
            one = button(text.strip(), "second", "x", accessible=named)
            one.clicked.connect(lambda _checked=False, line=line: self._take(line))
            self._there.addLayout(row(one, None))
            self._rows.append(one)

    def _take(self, line: CustomsLine) -> None:
        self.show_lines(tuple(one for one in self.lines if one != line))
        self._save()

    def _add(self) -> None:
        cents = read_money(self.value)
        count = self.quantity.text().strip() or "1"
        if cents is None:
            return
        if not (count.isascii() and count.isdigit()):
            self.quantity.show_error(sentence("ship.customs_quantity", {"line": len(self.lines) + 1}))
            return
        line = CustomsLine(self.description.text(), int(count), cents, self.hs.text(), self.origin.text() or "US")
        self.lines = (*self.lines, line)
        self._save()

    def forget(self) -> None:
        self._shown = None
        self.added()

    def added(self) -> None:
        for one in (self.description, self.quantity, self.value, self.hs, self.origin):
            one.clear()


def read_money(where: Field, empty: int | None = None) -> int | None:
    """Cents as typed, `empty` for nothing typed; None when it is no price, which is said at the field."""
    if not where.text().strip() and empty is not None:
        return empty
    try:
        return parse_money(where.text())
    except AmountError as error:
        where.show_error(sentence(error.code))
        where.setFocus()
        return None
