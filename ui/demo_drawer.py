"""The demo's drawer: put something on the scale, scan this, pull a cable, lose the internet."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.buttons import Button, button
from ui.entries import check, field
from ui.frame import on_key
from ui.widgets import lay, row, rule, text_label

translate = QCoreApplication.translate
GRAMS_PER_LB = 453.59237
LICENCE = (
    "@\n\x1e\rANSI 636001080102DL00410200ZN02430010DLDCAD\nDCBNONE\nDCDNONE\nDBA08152031\nDCS{family}\nDAC{given}\n"
    "DADNONE\nDBD08152023\nDBB01151980\nDBC9\nDAYBRO\nDAU068 in\nDAG12 MAIN STREET\nDAIALBANY\nDAJNY\n"
    "DAK122070000  \nDAQ123456789\nDCF1234567\nDCGUSA\nDDEN\nDDFN\nDDGN\r"
)


class Playable(Protocol):
    """What the drawer plays with."""

    def put_on_scale(self, grams: int) -> None: ...

    def plug(self, device: str, plugged: bool) -> None: ...

    def paper(self, there: bool) -> None: ...

    def network(self, there: bool) -> None: ...

    def scan(self, text: str) -> None: ...

    def new_parcel(self) -> tuple[str, str, str]: ...

    def card_declines(self, mailbox: str) -> None: ...


class DemoDrawer(QFrame):
    """Every simulated device, in a small window beside the counter's. `handle` and F12 open and close it."""

    def __init__(self, bench: Playable, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Tool)
        self.setWindowTitle(translate("Demo", "Simulated devices"))
        self._bench = bench
        self.handle = button(
            translate("Demo", "Simulated devices"),
            "link",
            "plug-zap",
            "F12",
            accessible=translate("Demo", "Simulated devices"),
        )
        self.handle.clicked.connect(self.toggle)
        self.inside = QWidget()
        self.inside.setFixedWidth(272)
        lay(QVBoxLayout(self), self.inside, gap=8, margins=(8, 10, 8, 10))
        self._parcel = text_label("", "muted", wrap=True)
        self._text = field(
            translate("Demo", "Scan this"),
            accessible=translate("Demo", "Text for the simulated scanner"),
        )
        self._text.entered.connect(lambda text: bench.scan(text))
        self._card = field(
            translate("Demo", "Card of PMB declines next"),
            accessible=translate("Demo", "Mailbox whose card declines"),
        )
        self._card.entered.connect(lambda text: bench.card_declines(text.strip()))
        column = lay(
            QVBoxLayout(self.inside),
            text_label(translate("Demo", "Simulated devices"), "h2"),
            rule(),
            self._button(translate("Demo", "A driver brings a parcel"), self._new_parcel, "package"),
            self._parcel,
            self._text,
            self._button(translate("Demo", "Scan it"), lambda: bench.scan(self._text.text()), "scan-barcode"),
            self._button(translate("Demo", "Scan a driver licence"), self._licence, "id-card"),
            rule(),
            row(
                self._button(
                    translate("Demo", "1.25 lb"),
                    lambda: bench.put_on_scale(round(1.25 * GRAMS_PER_LB)),
                    "scale",
                ),
                self._button(translate("Demo", "Empty"), lambda: bench.put_on_scale(0), "scale"),
                gap=8,
            ),
            self._switch(translate("Demo", "Scale plugged in"), lambda on: bench.plug("scale", on)),
            self._switch(translate("Demo", "Scanner plugged in"), lambda on: bench.plug("scanner", on)),
            self._switch(translate("Demo", "Label printer switched on"), lambda on: bench.plug("printer", on)),
            self._switch(translate("Demo", "Paper in the label printer"), bench.paper),
            rule(),
            self._switch(translate("Demo", "Internet"), bench.network),
            self._card,
            gap=8,
            margins=(4, 4, 4, 4),
        )
        column.addStretch(1)
        on_key(window, "F12", self.toggle)
        on_key(self, "F12", self.toggle)

    def toggle(self) -> None:
        """Open beside the counter's window, or close."""
        if self.isVisible():
            self.hide()
            return
        parent = self.parentWidget()
        if parent is not None:
            self.adjustSize()
            corner = parent.frameGeometry().topRight()
            self.move(corner.x() - self.width() - 24, corner.y() + 96)
        self.show()

    def _button(self, text: str, act: object, icon: str) -> Button:
        made = button(text, "second", icon, accessible=text)
        made.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
        return made

    def _switch(self, text: str, act: object) -> QWidget:
        made = check(text, checked=True, accessible=text)
        made.toggled.connect(act)
        return made

    def _new_parcel(self) -> None:
        number, mailbox, name = self._bench.new_parcel()
        self._text.set_text(number)
        self._parcel.setText(f"{name}\nPMB {mailbox}\n{number}")
        self._bench.scan(number)

    def _licence(self) -> None:
        lines = self._parcel.text().splitlines()
        given, _, family = (lines[0] if lines else "Amara Okafor").rpartition(" ")
        self._bench.scan(LICENCE.format(family=family.upper(), given=given.upper()))
