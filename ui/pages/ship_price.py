"""What a parcel costs: rates of the tables, or a price that is typed; the factor on retail with its guard (S-11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task_ship import CARRIERS, ShipTask, markup_of, postage_of
from counter_app.domain.values import AmountError, parse_money
from ui.acts import carrier_name
from ui.buttons import button
from ui.entries import beside, check, combo, field
from ui.pages import ship_words
from ui.pages import task_words as words
from ui.scroll import bring_into_view
from ui.sentences import sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay, row, text_label


class PriceBody(QWidget):
    """A rate that is chosen fills carrier, service and retail; typing any of them makes it a typed price."""

    def __init__(self, save: Callable[[], object]) -> None:
        super().__init__()
        columns = (
            Column("service", QCoreApplication.translate("Ship", "Service"), 0, "strong"),
            Column("zone", QCoreApplication.translate("Ship", "Zone"), 70),
            Column("billed", QCoreApplication.translate("Ship", "Counted as"), 110),
            Column("retail", QCoreApplication.translate("Ship", "Retail"), 100, "strong"),
        )
        self.rates = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Ship", "Rates from the tables"))
        self.rates.setFixedHeight(108)
        self._shown: tuple[Any, ...] | None = None
        self.rates.activated_row.connect(lambda _row: self._use())
        self.no_rates = text_label("", "muted", wrap=True)
        self.carrier = combo(QCoreApplication.translate("Ship", "Carrier"), ship_words.carriers())
        self.service = field(QCoreApplication.translate("Ship", "Service"), "Ground", max_chars=40)
        self.source = combo(QCoreApplication.translate("Ship", "Label"), ship_words.sources())
        self.retail = field(QCoreApplication.translate("Ship", "Retail price"), "0.00", max_chars=20)
        self.factor = field(QCoreApplication.translate("Ship", "Times"), "1", max_chars=6)
        self.reason = field(QCoreApplication.translate("Ship", "Why more than 1.2 times?"), max_chars=200)
        self.table = check(QCoreApplication.translate("Ship", "Price from the table"))
        self.postage = text_label("", "strong")
        self.guard = text_label("", "body", wrap=True)
        self.save = button(QCoreApplication.translate("Ship", "Set the price"), "primary", clicked=save)
        for one, width in ((self.retail, 120), (self.factor, 80)):
            one.setFixedWidth(width)
        for one in (self.service, self.retail, self.factor, self.reason):
            one.entered.connect(lambda _text: save())
        self.retail.edit.textEdited.connect(lambda _text: self.table.setChecked(False))
        for one in (self.retail, self.factor):
            one.changed.connect(lambda _text: self._judge())
        self.source.changed.connect(lambda _key: self._judge())
        lay(
            QVBoxLayout(self),
            self.rates,
            self.no_rates,
            row(self.carrier, self.service, self.source, gap=8),
            row(self.retail, self.factor, beside(self.table), beside(self.postage), None, beside(self.save), gap=12),
            self.guard,
            self.reason,
            gap=8,
            margins=(34, 0, 0, 8),
        )

    def show_task(self, task: ShipTask, offered: tuple[str, ...], usual: int, editable: bool) -> None:
        self.carrier.set_items(ship_words.carriers(offered or CARRIERS))
        shown = (task.id, task.source, task.carrier, task.service, task.retail_cents, task.markup_permille)
        anew, self._shown = shown != self._shown, shown
        if not anew:
            pass  # news of something else: what is being typed and chosen stays
        elif task.source:
            self.carrier.set_key(task.carrier)
            self.service.set_text(task.service)
            self.source.set_key(task.source)
            self.retail.set_text(f"{task.retail_cents // 100}.{task.retail_cents % 100:02d}")
            self.factor.set_text(ship_words.factor(task.markup_permille))
            self.reason.set_text(task.markup_reason)
            self.table.setChecked(task.rate_source.startswith("table:"))
        else:
            if task.carrier in offered:
                self.carrier.set_key(task.carrier)
            self.service.set_text(self.service.text() or task.service)
            self.factor.set_text(self.factor.text() or ship_words.factor(usual))
        self.save.setEnabled(editable)
        self._judge()

    def show_offers(self, offers: tuple[Any, ...], why: str) -> None:
        """The rates of the tables, or why there are none."""
        self.rates.rows.set_source(
            Rows(
                [
                    {
                        "id": f"{one.carrier}:{one.service}",
                        "rate": one,
                        "service": f"{carrier_name(one.carrier)} {one.service}",
                        "zone": one.zone,
                        "billed": one.billed,
                        "retail": words.cents(one.retail_cents),
                    }
                    for one in offers
                ]
            )
        )
        self.rates.setVisible(bool(offers))
        self.table.setVisible(bool(offers) or self.table.isChecked())
        self.rates.select_row(0)
        self.no_rates.setText(why)
        self.no_rates.setVisible(bool(why))

    def read(self) -> dict[str, Any] | None:
        """What was chosen and typed; None when it is no price, which is said at its field."""
        cents = 0
        if self.source.key() != "customer" and not self.table.isChecked():
            try:
                cents = parse_money(self.retail.text())
            except AmountError as error:
                self.retail.show_error(sentence(error.code))
                self.retail.setFocus()
                return None
        permille = ship_words.read_factor(self.factor.text() or "1")
        if not permille:
            self.factor.show_error(sentence("ship.factor_wrong"))
            self.factor.setFocus()
            return None
        return {
            "carrier": self.carrier.key(),
            "service": self.service.text(),
            "source": self.source.key(),
            "retail_cents": cents,
            "permille": permille,
            "reason": self.reason.text(),
            "from_table": self.table.isChecked(),
        }

    def forget(self) -> None:
        self._shown = None
        for one in (self.service, self.retail, self.factor, self.reason):
            one.clear()
        self.table.setChecked(False)
        self.source.set_key("platform")

    def _use(self) -> None:
        chosen = self.rates.current_row()
        if not chosen:
            return
        rate = chosen["rate"]
        self.carrier.set_key(rate.carrier)
        self.service.set_text(rate.service)
        self.retail.set_text(f"{rate.retail_cents // 100}.{rate.retail_cents % 100:02d}")
        self.table.setChecked(True)
        self.factor.setFocus()

    def _judge(self) -> None:
        """Say beside the price what S-11 will say of it; the desk decides."""
        try:
            retail = parse_money(self.retail.text())
        except AmountError:
            retail = 0
        permille = ship_words.read_factor(self.factor.text() or "1")
        postage = postage_of(retail, permille)
        own = self.source.key() == "customer"
        judged = "free" if own or not postage else markup_of(retail, postage)
        amount = words.cents(0 if own else postage)
        self.postage.setText(QCoreApplication.translate("Ship", "Postage {amount}").format(amount=amount))
        self.guard.setText(
            {
                "reason": sentence("ship.markup_reason_missing"),
                "blocked": sentence("ship.markup_blocked"),
            }.get(judged, "")
        )
        role = {"reason": "warn", "blocked": "error"}.get(judged, "body")
        self.guard.set_role(role)
        self.guard.setVisible(judged != "free")
        self.reason.setVisible(judged == "reason")
        if judged != "free" and self.isVisible():
            bring_into_view(self.reason if judged == "reason" else self.guard)
