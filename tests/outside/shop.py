"""The store that is driven from outside: a real centre, devices behind real addresses, a station's home."""

from __future__ import annotations

import io
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from central_service.server import EmbeddedCentre
from counter_app.clocks import os_entropy
from counter_app.config import Config, config_text
from counter_app.demo.people import Customer
from counter_app.demo.platform import CLERKS, PASSWORD, STORE, Platform
from counter_app.devices.simulators import SimulatedToledoScale
from counter_app.paths import Home
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol
from printers.simulators import SimulatedReceiptPrinter, SimulatedZplPrinter

EMAIL, PIN = CLERKS[0][2], "481516"
CUSTOMERS = tuple(
    Customer(mailbox=str(101 + n), holder=name, names=((name, "person"),))
    for n, name in enumerate(("Ruth Bennett", "Omar Hassan", "Grace Foster"))
)

__all__ = ["CUSTOMERS", "EMAIL", "PASSWORD", "PIN", "Shop", "decoded"]


class Shop:
    """A centre with three mailboxes, a scale on a pseudo terminal, and three printers on TCP ports."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.more_devices: dict[str, str] = {}
        with ExitStack() as stack:
            self.centre = EmbeddedCentre(folder / "central.db", demo=True)
            stack.callback(self.centre.stop)
            url = self.centre.start()
            self.platform = Platform(url, self.centre.platform_token)
            stack.callback(self.platform.close)
            self.platform.found(CUSTOMERS)
            self.scale = SimulatedToledoScale(unit="lb", over="pty")
            stack.callback(self.scale.close)
            self.labels = SimulatedZplPrinter()
            stack.callback(self.labels.close)
            self.carrier_labels = SimulatedZplPrinter()
            stack.callback(self.carrier_labels.close)
            self.receipts = SimulatedReceiptPrinter()
            stack.callback(self.receipts.close)
            self._stack = stack.pop_all()

    def new_home(self, name: str) -> Home:
        """The home of a newly enrolled station, with the address of everything that is plugged in."""
        home = Home(self.folder / name)
        home.make()
        central = Central(self.centre.base_url)
        try:
            source = KeySource("keyfile", key_file=home.key_file)
            enrol(home.store, home.keys, source, central, self.platform.enrolment_code(), name, os_entropy)
        finally:
            central.close()
        config = Config(
            name=name,
            central=self.centre.base_url,
            key_mode="keyfile",
            devices={"scale": self.scale.address} | self.more_devices,
            printers={
                "label": f"tcp://127.0.0.1:{self.labels.port}?language=zpl&media=4x2@203",
                "shipping": f"tcp://127.0.0.1:{self.carrier_labels.port}?language=zpl&media=4x6@203",
                "receipt": f"tcp://127.0.0.1:{self.receipts.port}?language=escpos",
            },
        )
        home.config.write_text(config_text(config), encoding="utf-8")
        return home

    def piece(self, tracking: str) -> dict[str, Any]:
        """The piece of this tracking number as the centre has it; {} while it has none."""
        rows = self.platform.get("items", store=STORE)
        return next((row for row in rows if row.get("tracking") == tracking), {})

    def close(self) -> None:
        self._stack.close()


def decoded(label: bytes) -> set[str]:
    """What a scanner reads from a printed label."""
    import numpy
    from PIL import Image

    from counter_app.devices import barcodes
    from printers import preview

    with Image.open(io.BytesIO(preview.png(label))) as picture:
        return {one.text for one in barcodes.read(numpy.asarray(picture.convert("L")))}
