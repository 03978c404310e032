"""A parcel on the scale: weight, sides, packaging, and whether anything inside may not be shipped (2.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.sizes import SizeWrong, parse_size
from counter_app.domain.task_ship import ShipTask
from counter_app.domain.weights import WeightWrong, parse_weight
from ui.buttons import button
from ui.entries import beside, check, combo, field
from ui.pages import ship_words
from ui.sentences import sentence
from ui.widgets import lay, row


class Scales(QWidget):
    """Weight with its scale, and three sides. `weigh` asks the scale."""

    def __init__(self, weigh: Callable[[], object], save: Callable[[], object]) -> None:
        super().__init__()
        self.weight = field(QCoreApplication.translate("Ship", "Weight"), "2 lb 3 oz", max_chars=20)
        self.weigh = button(QCoreApplication.translate("Ship", "Weigh"), "second", "scale", "F9", clicked=weigh)
        self.size = field(QCoreApplication.translate("Ship", "Length x width x height"), "12 x 9 x 4", max_chars=40)
        for one, width in ((self.weight, 200), (self.size, 220)):
            one.setFixedWidth(width)
            one.entered.connect(lambda _text: save())
        lay(QVBoxLayout(self), row(self.weight, beside(self.weigh), self.size, None, gap=8))

    def show_grams(self, grams: int) -> None:
        if not self.weight.edit.hasFocus():
            self.weight.set_text(f"{grams} g" if grams else "")

    def show_sides(self, *sides: int) -> None:
        if not self.size.edit.hasFocus():
            self.size.set_text(" x ".join(str(side) for side in sides) + " mm" if all(sides) else "")

    def read(self, flat: bool = False) -> dict[str, int] | None:
        """What was typed, as the desk takes it; None when it is no weight or size, which is said at the field."""
        try:
            grams = parse_weight(self.weight.text())
        except WeightWrong as error:
            self.weight.show_error(sentence(error.code))
            self.weight.setFocus()
            return None
        if flat and not self.size.text().strip():
            return {"weight_g": grams, "length_mm": 0, "width_mm": 0, "height_mm": 0}
        try:
            size = parse_size(self.size.text())
        except SizeWrong:
            self.size.show_error(sentence("ship.size_wrong"))
            self.size.setFocus()
            return None
        return {
            "weight_g": grams,
            "length_mm": size.length_mm,
            "width_mm": size.width_mm,
            "height_mm": size.height_mm,
        }

    def forget(self) -> None:
        self.weight.clear()
        self.size.clear()


class PackingBody(QWidget):
    """How it was packed. `weigh` and `save` are its buttons."""

    def __init__(self, weigh: Callable[[], object], save: Callable[[], object]) -> None:
        super().__init__()
        self.scales = Scales(weigh, save)
        self._shown: tuple[Any, ...] | None = None
        self.packaging = combo(QCoreApplication.translate("Ship", "Packaging"), ship_words.packagings())
        self.contents = combo(
            QCoreApplication.translate("Ship", "Is anything forbidden inside?"), ship_words.contents()
        )
        self.invoice = check(QCoreApplication.translate("Ship", "The invoice is out"))
        self.save = button(QCoreApplication.translate("Ship", "Packed and weighed"), "primary", clicked=save)
        lay(
            QVBoxLayout(self),
            self.scales,
            row(self.packaging, self.contents, beside(self.save), gap=8),
            self.invoice,
            gap=8,
            margins=(34, 0, 0, 8),
        )

    def show_task(self, task: ShipTask, editable: bool) -> None:
        shown = (task.id, task.weight_g, task.length_mm, task.packaging, task.contents, task.invoice_removed)
        if task.packaging and shown != self._shown:
            self._shown = shown
            self.scales.show_grams(task.weight_g)
            self.scales.show_sides(task.length_mm, task.width_mm, task.height_mm)
            self.packaging.set_key(task.packaging)
            self.contents.set_key(task.contents)
            self.invoice.setChecked(task.invoice_removed)
        self.invoice.setVisible(task.remove_invoice)
        self.save.setEnabled(editable)

    def read(self) -> dict[str, Any] | None:
        packaging = self.packaging.key()
        typed = self.scales.read(packaging in ("envelope", "carrier_envelope"))
        if typed is None:
            return None
        return {
            **typed,
            "packaging": packaging,
            "contents": self.contents.key(),
            "invoice_removed": self.invoice.isChecked(),
        }

    def forget(self) -> None:
        self._shown = None
        self.scales.forget()
        self.packaging.set_key("box")
        self.contents.set_key("")
        self.invoice.setChecked(False)
