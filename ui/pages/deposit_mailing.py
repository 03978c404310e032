"""How a deposit travels: its envelope, its weight, a service that can be followed, and its label (2.10)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task_deposit import SERVICES, DepositTask, services_to
from ui.buttons import button
from ui.entries import beside, check, combo, field
from ui.widgets import lay, row, text_label


def service_name(key: str) -> str:
    """A service as its carrier writes it."""
    return {
        "usps_priority": "USPS Priority Mail",
        "usps_priority_express": "USPS Priority Mail Express",
        "usps_ground_advantage": "USPS Ground Advantage",
        "ups_ground": "UPS Ground",
        "fedex_ground": "FedEx Ground",
    }.get(key, key)


class MailingBody(QWidget):
    """Packaging, weight, service and postage in one line of work. `weigh` and `save` are its buttons."""

    def __init__(self, weigh: Callable[[], object], save: Callable[[], object]) -> None:
        super().__init__()
        self.packaging = combo(
            QCoreApplication.translate("Paper", "Packaging"),
            (
                ("letter", QCoreApplication.translate("Paper", "Letter")),
                ("large_envelope", QCoreApplication.translate("Paper", "Large envelope")),
            ),
        )
        self.grams = field(QCoreApplication.translate("Paper", "Weight in grams"), max_chars=6)
        self.weigh = button(QCoreApplication.translate("Paper", "Weigh"), "second", "scale", "F9", clicked=weigh)
        self.service = combo(
            QCoreApplication.translate("Paper", "Service"), [(key, service_name(key)) for key in SERVICES]
        )
        self.postage = field(QCoreApplication.translate("Paper", "Postage"), "0.00", max_chars=20)
        self.save = button(QCoreApplication.translate("Paper", "Set the postage"), "primary", clicked=save)
        for one in (self.grams, self.postage):
            one.entered.connect(lambda _text: save())
            one.setFixedWidth(130)
        self.rule = text_label("", "info", wrap=True)
        lay(
            QVBoxLayout(self),
            row(self.packaging, self.grams, beside(self.weigh), None, gap=8),
            row(self.service, self.postage, beside(self.save), None, gap=8),
            self.rule,
            gap=8,
            margins=(34, 0, 0, 8),
        )

    def show_task(self, task: DepositTask, editable: bool) -> None:
        self.service.set_items([(key, service_name(key)) for key in services_to(task.bank_address)])
        self.rule.setText(
            QCoreApplication.translate("Paper", "The bank has a PO box: only USPS Priority Mail goes there.")
            if task.po_box
            else ""
        )
        self.rule.setVisible(task.po_box)
        self.save.setEnabled(editable)
        self.weigh.setEnabled(editable)


class LabelBody(QWidget):
    """The number of the label, scanned or typed."""

    def __init__(self, save: Callable[[], object]) -> None:
        super().__init__()
        self.number = field(QCoreApplication.translate("Paper", "Tracking number"), max_chars=64)
        self.number.entered.connect(lambda _text: save())
        self.own = check(QCoreApplication.translate("Paper", "It is the store's own label"))
        self.save = button(QCoreApplication.translate("Paper", "The label is on it"), "second", "tag", clicked=save)
        lay(
            QVBoxLayout(self),
            row(self.number, beside(self.own), beside(self.save), None, gap=8),
            gap=8,
            margins=(34, 0, 0, 8),
        )
