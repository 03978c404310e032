"""Scale and camera for the piece in hand; what they give late belongs to the piece it was asked for, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain import tracking
from counter_app.errors import CounterError
from counter_app.ports import RawScan, Reading
from ui.sentences import sentence
from ui.status import short

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage


class PieceDevices:
    """Asks the devices aside, so that nothing waits, and puts their answers into the form of the page."""

    def __init__(self, page: ReceivePage) -> None:
        self._page = page

    def weigh(self) -> None:
        """Take what the scale shows now."""
        piece = self._page.piece
        devices = self._page.doing.station.devices
        self._page.doing.aside(
            lambda: devices.weigh("scale"),
            done=lambda reading: self.weighed(piece, reading),
            failed=lambda error: self._page.form.weight.show_live(None, error.code),
        )

    def weighed(self, piece: int, reading: Reading) -> None:
        if piece != self._page.piece:
            return  # that weight was the last piece's
        self._page.window_.play("taken" if self._page.form.weight.weighed(reading) else "refused")

    def take_photo(self) -> None:
        """Take a photo of the piece in hand."""
        piece = self._page.piece
        devices = self._page.doing.station.devices
        self._page.doing.aside(
            lambda: devices.photo("camera"),
            done=lambda data: self.photographed(piece, data),
            failed=lambda error: self._no_photo(piece, error),
        )

    def photographed(self, piece: int, data: bytes) -> None:
        if piece != self._page.piece:
            return
        if self._page.form.photo.show_photo(data) and not self._page.form.tracking.text().strip():
            self.read_photo(quietly=True)

    def _no_photo(self, piece: int, error: CounterError) -> None:
        if piece == self._page.piece:
            self._page.window_.play("refused")
            text = QCoreApplication.translate("Receive", "Camera: {trouble}").format(trouble=short(error.code))
            self._page.form.photo.show_trouble(text)

    def read_photo(self, quietly: bool = False) -> None:
        """Look for barcodes in the photo; the first one that is a tracking number fills the form."""
        station, data, piece = self._page.doing.station, self._page.form.photo.data, self._page.piece
        if not data or not hasattr(station, "read_barcodes"):
            return
        self._page.doing.aside(
            lambda: station.read_barcodes(data),
            done=lambda scans: self._photo_read(piece, scans, quietly),
            failed=None if not quietly else lambda _error: None,
        )

    def _photo_read(self, piece: int, scans: Sequence[RawScan], quietly: bool) -> None:
        if piece != self._page.piece:
            return
        for scan in scans:
            reading = next((one for one in tracking.identify(scan.text) if one.check != "failed"), None)
            if reading is not None and reading.confidence >= 0.4:
                self._page.scanned(scan)
                return
        if not quietly:
            self._page.window_.play("unknown")
            self._page.form.show_trouble(sentence("receive.no_barcode"), "warn")
