"""Devices: how each one is, what to do when it is gone, and a test of each with the real thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from counter_app.errors import CounterError
from counter_app.events import DeviceChanged, PrintJobChanged
from counter_app.ports import DeviceState, DeviceStatus, RawScan, Reading
from ui.acts import printer_name
from ui.buttons import Button, button
from ui.chips import Chip
from ui.entries import check
from ui.figures import number, weight_text
from ui.frame import PageHead
from ui.pages.language_choice import LanguageChoice
from ui.pages.page import Page
from ui.scroll import Scroll
from ui.sentences import say, sentence
from ui.signing import PhotoView
from ui.status import ICONS, role_name, short, state_name
from ui.widgets import Card, column, icon_label, lay, row, text_label

if TYPE_CHECKING:
    from ui.window import Window

SHOWN_SCAN_CHARS = 60
SIDES = (("scanner", "camera"), ("scale", "printer", "receipt_printer", "shipping_printer"))
CARDS = ("scanner", "scale", "camera", "printer", "receipt_printer", "shipping_printer")
MAY_BE_WITHOUT = ("scanner", "shipping_printer")
"""A keyboard scanner needs no settings, and a store with one label printer is whole."""
PRINTERS = {"printer": "label", "receipt_printer": "receipt", "shipping_printer": "shipping"}
"""Role of a card -> the printer's name in jobs and settings."""


class DeviceCard(Card):
    """One device: state, address, advice, and its test."""

    def __init__(self, role: str, test: Button | None) -> None:
        super().__init__(margins=(18, 16, 18, 16))
        self.role = role
        self.chip = Chip("")
        self.address = text_label("", "muted", elide="middle")
        self.advice = text_label("", wrap=True)
        self.result = text_label("", "strong", wrap=True)
        self.result.setAccessibleName(QCoreApplication.translate("Devices", "Result of the test"))
        head = row(
            icon_label(ICONS[role], "accent", 24),
            column(text_label(role_name(role), "h2"), self.address, gap=0),
            self.chip,
            gap=12,
        )
        head.setStretch(1, 1)
        head.setAlignment(self.chip, Qt.AlignmentFlag.AlignTop)
        self.test = test
        line = row(*([test] if test else []), self.result, gap=14)
        line.setStretch(line.count() - 1, 1)
        self.middle = column(gap=8)
        lay(self.body, head, self.advice, self.middle, None, line, gap=10, margins=(18, 16, 18, 16))

    def show_status(self, status: DeviceStatus | None, address: str) -> None:
        """`status` None: nothing has been heard of it yet."""
        self.address.setText(address)
        self.address.setVisible(bool(address))
        if status is None or not status.state:
            self._say(QCoreApplication.translate("Devices", "not asked yet"), "", "", "clock")
        elif status.state == DeviceState.READY and not status.code:
            self._say(state_name(status.state), "ok", "", "check")
        elif status.state == DeviceState.READY:
            self._say(short(status.code), "warn", sentence(status.code, status.facts), "triangle-alert")
        else:
            kind = "bad" if status.state == DeviceState.FAULT else "warn"
            text = short(status.code) if status.code else state_name(status.state)
            self._say(text, kind, sentence(status.code or f"device.{status.state}", status.facts), "triangle-alert")

    def _say(self, text: str, kind: str, advice: str, icon: str) -> None:
        self.chip.show_state(text, kind, icon, f"{role_name(self.role)}: {text}")
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def show_result(self, text: str, role: str = "strong") -> None:
        self.result.set_role(role)
        self.result.setText(text)


class CounterCard(Card):
    """What the clerks of this counter choose for themselves: its language, and whether it sounds."""

    def __init__(self, window: Window) -> None:
        super().__init__(margins=(18, 16, 18, 16))
        self._window = window
        self.sound = check(QCoreApplication.translate("Devices", "Sounds for taken, refused and unknown"), True)
        self.sound.clicked.connect(lambda: self._turn_sounds(self.sound.isChecked()))
        title = text_label(QCoreApplication.translate("Devices", "This counter"), "h2")
        head = row(icon_label("settings", "accent", 24), title, None, LanguageChoice(window), gap=12)
        lay(self.body, head, self.sound, gap=10, margins=(18, 16, 18, 16))

    def show_choice(self, sounds: str) -> None:
        self.sound.setChecked(sounds != "off")

    def _turn_sounds(self, on: bool) -> None:
        self._window.sounds.muted = not on
        self._window.doing.station.keep_choice("sounds", "on" if on else "off")
        self._window.play("taken")


class DevicesPage(Page):
    """A card for each device of this computer. A state that changes is shown by itself."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, PageHead(QCoreApplication.translate("Devices", "Devices"), ""))
        self._heard: dict[str, DeviceStatus] = {}
        self._test_jobs: dict[str, str] = {}
        self._last_paper: PrintJobChanged | None = None
        self.photo = PhotoView(QCoreApplication.translate("Devices", "Picture of the camera"))
        self.photo.setFixedHeight(176)
        self.photo.hide()
        self.weigh = button(
            QCoreApplication.translate("Devices", "Weigh now"), "second", "scale", "Ctrl+1", clicked=self.weigh_now
        )
        self.shoot = button(
            QCoreApplication.translate("Devices", "Take a picture"),
            "second",
            "camera",
            "Ctrl+2",
            clicked=self.take_picture,
        )
        self.label = button(
            QCoreApplication.translate("Devices", "Print a test label"),
            "second",
            "printer",
            "Ctrl+3",
            clicked=lambda: self.print_test("printer"),
        )
        self.receipt = button(
            QCoreApplication.translate("Devices", "Print a test receipt"),
            "second",
            "receipt",
            "Ctrl+4",
            clicked=lambda: self.print_test("receipt_printer"),
        )
        self.parcel = button(
            QCoreApplication.translate("Devices", "Print a test 4 x 6"),
            "second",
            "package",
            "Ctrl+5",
            clicked=lambda: self.print_test("shipping_printer"),
        )
        tests = {
            "scale": self.weigh,
            "camera": self.shoot,
            "printer": self.label,
            "receipt_printer": self.receipt,
            "shipping_printer": self.parcel,
        }
        self.cards = {role: DeviceCard(role, tests.get(role)) for role in CARDS}
        self.cards["camera"].middle.addWidget(self.photo)
        self.own = CounterCard(window)
        lines = [[self.cards[role] for role in side] for side in SIDES]
        sides = [column(*lines[0], self.own, None, gap=16), column(*lines[1], None, gap=16)]
        both = row(*sides, gap=16, margins=(0, 0, 6, 0))
        for n in (0, 1):
            both.setStretch(n, 1)
        self._none = text_label("", "muted", wrap=True)
        sheet = QWidget()
        sheet.setObjectName("plain")
        sheet.setLayout(column(both, self._none, None, gap=16))
        self.body.addWidget(Scroll(sheet), 1)
        # A state may be older than what was heard: read it once more while the page shows.
        self._look = QTimer(self, interval=2_000)
        self._look.timeout.connect(self._read)

    # ------------------------------------------------------------ reading

    def shown(self) -> None:
        self._listen()
        self._read()
        self._look.start()

    def left(self) -> None:
        self._look.stop()
        for card in self.cards.values():
            card.show_result("")
        self.photo.hide()
        self._test_jobs.clear()

    def heard(self, event: object) -> None:
        if isinstance(event, DeviceChanged):
            self._heard[event.status.role] = event.status
            if self.isVisible():
                self._read()
        elif isinstance(event, PrintJobChanged) and event.kind == "test_label":
            self._last_paper = event  # the printer may be quicker than the answer of the desk
            self._paper(event)

    def _read(self) -> None:
        if not self.doing.ready:
            return
        station = self.doing.station
        config = station.config
        self.own.show_choice(config.sounds)
        states = {**self._heard, **{one.role: one for one in station.device_statuses()}}
        addresses = {**config.devices, **{role: config.printers.get(name, "") for role, name in PRINTERS.items()}}
        shown = []
        for role, card in self.cards.items():
            there = bool(addresses.get(role)) or role in states
            card.setVisible(there or role == "scanner")
            if there:
                card.show_status(states.get(role), _open_address(addresses.get(role, "")))
                shown.append(role)
            if card.test is not None:
                card.test.setEnabled(there)
        if "scanner" not in shown:
            text = QCoreApplication.translate("Devices", "keyboard")
            said = QCoreApplication.translate("Devices", "A scanner that types like a keyboard works without settings.")
            self.cards["scanner"]._say(text, "", said, "keyboard")
            self.cards["scanner"].address.hide()
        missing = [role_name(role) for role in CARDS if role not in shown and role not in MAY_BE_WITHOUT]
        text = QCoreApplication.translate("Devices", "Not set up on this computer: {names}.").format(
            names=", ".join(missing)
        )
        self._none.setText(text if missing else "")
        self._none.setVisible(bool(missing))
        well = sum(1 for role in shown if role in states and states[role].state == DeviceState.READY)
        self.head.set_subtitle(
            QCoreApplication.translate(
                "Devices", "{ready} of {all} ready · a device that is plugged in again comes back by itself"
            ).format(ready=well, all=len(shown))
        )

    # ------------------------------------------------------------ tests

    def _listen(self) -> None:
        self.cards["scanner"].show_result(QCoreApplication.translate("Devices", "Scan anything now."), "muted")

    def scanned(self, scan: RawScan) -> bool:
        """Every scan is a test here; what was typed into the box is still a search."""
        if scan.source == "typed":
            return False
        kind = scan.symbology or QCoreApplication.translate("Devices", "kind not told")
        self.cards["scanner"].show_result(f"{_shown_scan(scan)}  ·  {kind}")
        self.window_.play("taken")
        return True

    def weigh_now(self) -> None:
        card = self.cards["scale"]
        name = self._name_of("scale")
        card.show_result(QCoreApplication.translate("Devices", "Weighing …"), "muted")
        self.weigh.setEnabled(False)
        self.doing.aside(lambda: self.doing.station.devices.weigh(name), done=self._weighed, failed=self._no_weight)

    def _weighed(self, reading: Reading) -> None:
        self.weigh.setEnabled(True)
        grams = QCoreApplication.translate("Devices", "{grams} g").format(grams=number(reading.grams))
        self.cards["scale"].show_result(f"{weight_text(reading.grams)}  ·  {grams}")
        self.window_.play("taken")

    def _no_weight(self, error: CounterError) -> None:
        self.weigh.setEnabled(True)
        self._failed("scale", error)

    def take_picture(self) -> None:
        card = self.cards["camera"]
        name = self._name_of("camera")
        card.show_result(QCoreApplication.translate("Devices", "Looking …"), "muted")
        self.shoot.setEnabled(False)
        self.doing.aside(lambda: self.doing.station.devices.photo(name), done=self._pictured, failed=self._no_picture)

    def _pictured(self, picture: bytes) -> None:
        self.shoot.setEnabled(True)
        image = QImage.fromData(picture)
        if image.isNull():
            self._no_picture(CounterError("picture.not_a_picture"))
            return
        self.photo.show_image(image)
        self.photo.show()
        self.cards["camera"].show_result(f"{image.width()} × {image.height()}")
        self.window_.play("taken")

    def _no_picture(self, error: CounterError) -> None:
        self.shoot.setEnabled(True)
        self.photo.hide()
        self._failed("camera", error)

    def print_test(self, role: str) -> None:
        """Owe a test label to the printer of this card; its way to paper is told here."""
        self.cards[role].show_result(QCoreApplication.translate("Devices", "On its way …"), "muted")
        self.doing.do(
            self.doing.rooms.inbox.test_label,
            PRINTERS[role],
            done=lambda job_id: self._owed(job_id, role),
            failed=lambda error: self._failed(role, error),
        )

    def _owed(self, job_id: str, role: str) -> None:
        self._test_jobs[job_id] = role
        if self._last_paper is not None:
            self._paper(self._last_paper)

    def _paper(self, event: PrintJobChanged) -> None:
        role = self._test_jobs.get(event.job_id)
        if role is None:
            return
        name = printer_name(PRINTERS[role])
        if event.state == "done":
            self.cards[role].show_result(QCoreApplication.translate("Devices", "Printed. Is it straight and whole?"))
        elif event.state == "printing":
            self.cards[role].show_result(QCoreApplication.translate("Devices", "Printing …"), "muted")
        elif event.state == "doubtful":
            text = QCoreApplication.translate("Devices", "{printer}: did it come out? Answer in the print queue.")
            self.cards[role].show_result(text.format(printer=name), "warn")
        elif event.code:
            self.cards[role].show_result(sentence(event.code), "error")

    def _failed(self, role: str, error: CounterError) -> None:
        self.cards[role].show_result(say(error), "error")
        self.window_.play("refused")

    def _name_of(self, role: str) -> str:
        statuses: tuple[Any, ...] = self.doing.station.device_statuses()
        return next((one.name for one in statuses if one.role == role), role)


def _open_address(address: str) -> str:
    """An address as it may be shown: a user and a password in it are not."""
    return re.sub(r"//[^/@?\s]*@", "//…@", address)


def _shown_scan(scan: RawScan) -> str:
    """A scan as it may be shown: a licence holds a person, so only its length is; other signs become visible."""
    if scan.text.startswith("@") and any(word in scan.text[:40] for word in ("ANSI ", "AAMVA")):
        return QCoreApplication.translate("Devices", "A driver licence, {n} characters").format(n=len(scan.text))
    text = "".join(ch if ch.isprintable() else chr(0x2400 + ord(ch)) if ord(ch) < 32 else "␦" for ch in scan.text)
    return text if len(text) <= SHOWN_SCAN_CHARS else text[: SHOWN_SCAN_CHARS - 1] + "…"
