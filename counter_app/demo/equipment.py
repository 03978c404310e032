"""The simulated devices of the demo: they speak the bytes of real ones over loopback sockets and a folder."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from counter_app.devices.simulated_pictures import FolderCamera
from counter_app.devices.simulators import SimulatedSerialScanner, SimulatedToledoScale
from printers.simulators import SimulatedReceiptPrinter, SimulatedZplPrinter


class Equipment:
    """A scale, a scanner, a camera, printers for labels, 4 x 6 labels and receipts; `close` switches all off."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            self.scale = SimulatedToledoScale(unit="lb", over="socket")
            stack.callback(self.scale.close)
            self.scanner = SimulatedSerialScanner(suffix="cr", over="socket")
            stack.callback(self.scanner.close)
            self.label_printer = SimulatedZplPrinter()
            stack.callback(self.label_printer.close)
            self.shipping_printer = SimulatedZplPrinter()
            stack.callback(self.shipping_printer.close)
            self.receipt_printer = SimulatedReceiptPrinter()
            stack.callback(self.receipt_printer.close)
            self.camera = FolderCamera(folder)
            self._stack = stack.pop_all()

    @property
    def devices(self) -> dict[str, str]:
        """The addresses for a station's `config.toml`."""
        return {"scale": self.scale.address, "scanner": self.scanner.address, "camera": self.camera.address}

    @property
    def printers(self) -> dict[str, str]:
        return {
            "label": f"tcp://127.0.0.1:{self.label_printer.port}?language=zpl&media=4x2@203",
            "shipping": f"tcp://127.0.0.1:{self.shipping_printer.port}?language=zpl&media=4x6@203",
            "receipt": f"tcp://127.0.0.1:{self.receipt_printer.port}?language=escpos",
        }

    def close(self) -> None:
        self._stack.close()
