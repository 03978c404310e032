"""Shipping at work: gather, address, options, pack, price, fee, label (S-11, 2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.address_shape import wrong_with
from counter_app.domain.task import TaskState
from counter_app.domain.task_ship import ShipTask
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui.acts import carrier_name
from ui.buttons import button
from ui.entries import beside, field
from ui.figures import weight_text
from ui.pages import task_words as words
from ui.pages.ship_packing import PackingBody
from ui.pages.ship_price import PriceBody
from ui.pages.ship_where import AddressBody, OptionsBody, read_money
from ui.pages.task_panel import Part, TaskPanel
from ui.sentences import say, sentence
from ui.widgets import lay, row, text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.desk.task_work import TaskView

S = TaskState
EARLY = (S.REQUESTED, S.GATHERED, S.WEIGHED, S.PRICED)
PACKING = (S.GATHERED, S.WEIGHED, S.PRICED)
PRICING = (S.WEIGHED, S.PRICED)
UNPRICED = (S.REQUESTED, S.GATHERED, S.WEIGHED)


class LabelBody(QWidget):
    """The number of the label, scanned or typed; none for a stamp. After a void: another label."""

    def __init__(self, save: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        self.number = field(QCoreApplication.translate("Ship", "Tracking number"), max_chars=64)
        self.number.entered.connect(lambda _text: save())
        self.save = button(QCoreApplication.translate("Ship", "Make the label"), "second", "tag", clicked=save)
        self.again = button(QCoreApplication.translate("Ship", "Another label"), "second", "refresh-cw", clicked=again)
        self.note = text_label("", "muted", wrap=True)
        lay(
            QVBoxLayout(self),
            row(self.number, beside(self.save), beside(self.again), gap=8),
            self.note,
            gap=8,
            margins=(34, 0, 0, 8),
        )

    def show_task(self, task: ShipTask) -> None:
        state = S(task.state)
        self.save.setEnabled(state is S.PAID)
        self.again.setVisible(state is S.VOIDED)
        self.number.setVisible(task.source != "stamp" and state is not S.VOIDED)
        self.save.setVisible(state is not S.VOIDED)
        self.note.setText(sentence("ship.after_void") if state is S.VOIDED else sentence("ship.label_how"))


class ShipPanel(TaskPanel):
    """What is scanned is gathered; once it is paid, what is scanned is the label."""

    def parts(self) -> list[Part]:
        self.address = AddressBody(self._address)
        self.options = OptionsBody(self._options)
        self.packing = PackingBody(self._weigh, self._pack)
        self.price = PriceBody(self._price)
        self.label = LabelBody(self.finish, self._another)
        self._offered = ""
        return [
            self.gather_part(),
            Part("address", QCoreApplication.translate("Ship", "Address"), self.address),
            Part("pack", QCoreApplication.translate("Ship", "Pack and weigh"), self.packing),
            Part("options", QCoreApplication.translate("Ship", "Value, insurance, customs"), self.options),
            Part("price", QCoreApplication.translate("Ship", "Carrier and price"), self.price),
            self.fee_part(),
            Part("label", QCoreApplication.translate("Ship", "Label"), self.label),
        ]

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        task, state = _of(view), S(view.task.state)
        weighed = state not in (S.REQUESTED, S.GATHERED)
        priced = state not in UNPRICED
        wrong = wrong_with(task.to)
        customs = task.to.abroad and not task.customs
        service = f"{carrier_name(task.carrier)} {task.service}".strip()
        amount = words.cents(task.postage_cents)
        return {
            **super().standing(view),
            "address": ("" if wrong else "done", "" if wrong else f"{task.to.city} {task.to.state}".strip()),
            "pack": ("done" if weighed else "", weight_text(task.weight_g) if weighed else ""),
            "options": ("" if customs else "done", self._wished(task)),
            "price": ("done" if priced else "", f"{service} · {amount}" if priced else ""),
            "label": ("done" if task.label_id else "", task.tracking),
        }

    def todo(self, view: TaskView) -> list[str]:
        said = {
            "gather": QCoreApplication.translate("Tasks", "Scan every piece"),
            "address": QCoreApplication.translate("Ship", "Correct the address"),
            "pack": QCoreApplication.translate("Ship", "Pack and weigh the parcel"),
            "options": QCoreApplication.translate("Ship", "Fill in the customs lines"),
            "price": QCoreApplication.translate("Ship", "Set carrier and price"),
            "fee": QCoreApplication.translate("Tasks", "Charge the fee"),
        }
        standing = self.standing(view)
        return [text for key, text in said.items() if standing[key][0] != "done"]

    def action(self, view: TaskView) -> str:
        if S(view.task.state) is S.VOIDED:
            return QCoreApplication.translate("Ship", "Another label")
        return QCoreApplication.translate("Ship", "Make the label")

    def show_more(self, view: TaskView) -> None:
        task, state, settings = _of(view), S(view.task.state), self.page.doing.station.desk.settings
        self.address.show_task(task, state in EARLY)
        self.options.show_task(task, state in EARLY)
        self.packing.show_task(task, state in PACKING)
        self.price.show_task(task, settings.carriers, settings.task_prices.ship_permille, state in PRICING)
        self.label.show_task(task)
        if task.quote_cents and not task.agreed_cents:
            quoted = QCoreApplication.translate("Ship", "The customer was quoted {amount}.")
            self.side.say_more(quoted.format(amount=words.cents(task.quote_cents)))
        key = f"{task.id}:{task.weight_g}:{task.length_mm}:{task.width_mm}:{task.height_mm}:{task.to}"
        if state in PRICING and key != self._offered:
            self._offered = key
            self.page.doing.do(
                self.rooms.offers,
                task.id,
                done=lambda found: self.price.show_offers(found, "" if found else sentence("ship.no_rate")),
                failed=lambda error: self.price.show_offers((), say(error)),
            )

    def forget(self) -> None:
        self._offered = ""
        self.packing.forget()
        self.price.forget()
        self.price.show_offers((), "")
        self.options.forget()
        self.address.forget()
        self.label.number.clear()

    @property
    def rooms(self) -> Any:
        return self.page.doing.rooms.ship

    # ------------------------------------------------------------ acting

    def _address(self) -> None:
        self.act(self.rooms.address, self.address.said(), failed=self._address_wrong)

    def _address_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.address.wrong(str(error.facts.get("field") or ""), say(error))

    def _options(self) -> None:
        declared = read_money(self.options.declared, 0)
        insured = read_money(self.options.insured, 0)
        if declared is None or insured is None:
            return
        body = self.options
        asked = self.rooms.Options(declared, insured, body.signature.isChecked(), body.invoice.isChecked(), body.lines)
        self.act(self.rooms.set_options, asked, done=self._options_kept, failed=self._options_wrong)

    def _options_kept(self, view: TaskView) -> None:
        self.options.added()
        self.went_on(view)

    def _options_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        body = self.options
        place = {
            "ship.customs_vague": body.description,
            "ship.customs_quantity": body.quantity,
            "ship.customs_value": body.value,
            "ship.customs_hs": body.hs,
            "ship.customs_origin": body.origin,
            "ship.amount_wrong": body.declared,
        }.get(error.code, body.insured)
        if self.view is not None and error.code.startswith("ship.customs"):
            body.show_lines(_of(self.view).customs)
        place.show_error(say(error))
        place.setFocus()

    def _weigh(self) -> None:
        devices, task_id, weight = self.page.doing.station.devices, self.task_id, self.packing.scales.weight
        self.page.doing.aside(
            lambda: devices.weigh("scale"),
            done=lambda reading: weight.set_text(f"{reading.grams} g") if task_id == self.task_id else None,
            failed=lambda error: weight.show_error(say(error)),
        )

    def _pack(self) -> None:
        typed = self.packing.read()
        if typed is not None:
            self.act(self.rooms.pack, self.rooms.Packed(**typed), failed=self._pack_wrong)

    def _pack_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.tell(say(error), "bad")
        if error.code in ("ship.contents_missing", "ship.restricted"):
            self.packing.contents.setFocus()

    def _price(self) -> None:
        typed = self.price.read()
        if typed is not None:
            self.act(self.rooms.price, self.rooms.Price(**typed), failed=self._price_wrong)

    def _price_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        body = self.price
        place = {
            "ship.service_missing": body.service,
            "ship.retail_missing": body.retail,
            "ship.amount_wrong": body.retail,
            "ship.markup_reason_missing": body.reason,
            "ship.markup_blocked": body.factor,
        }.get(error.code)
        if place is None:
            self.tell(say(error), "bad")
        else:
            # The line beside the price says what S-11 says.
            place.show_error(say(error), beneath=not error.code.startswith("ship.markup"))
            place.setFocus()

    # ------------------------------------------------------------ the label

    def scanned(self, scan: RawScan) -> bool:
        if self.view is not None and S(self.view.task.state) is S.PAID and scan.source != "typed":
            self.label.number.set_text(scan.text)
            self.finish()
            return True
        return super().scanned(scan)

    def finish(self) -> None:
        if self.view is None:
            return
        labels = self.page.doing.rooms.ship_label
        if S(self.view.task.state) is S.VOIDED:
            self._another()
        elif S(self.view.task.state) is S.PAID:
            number = self.label.number.text()
            self.act(labels.make, number, failed=self._label_wrong)

    def _label_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.label.number.show_error(say(error))

    def _another(self) -> None:
        self.act(self.page.doing.rooms.ship_label.want_label)

    def _wished(self, task: ShipTask) -> str:
        said = [
            QCoreApplication.translate("Ship", "insured for {amount}").format(amount=words.cents(task.insured_cents))
            if task.insured_cents
            else "",
            QCoreApplication.translate("Ship", "signature") if task.signature else "",
            QCoreApplication.translate("Ship", "remove invoice") if task.remove_invoice else "",
            QCoreApplication.translate("Ship", "%n customs line(s)", "", len(task.customs)) if task.customs else "",
        ]
        return " · ".join(one for one in said if one)


def _of(view: TaskView) -> ShipTask:
    task = view.task
    return task if isinstance(task, ShipTask) else ShipTask(task.id, task.kind, "", "", task.state)
