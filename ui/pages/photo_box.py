"""The photo of the piece in hand: taken with the camera, shown, read for barcodes, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app import limits
from ui.buttons import button, icon_button
from ui.signing import PhotoView
from ui.widgets import lay, row


class PhotoBox(QWidget):
    """`data` is the JPEG or PNG as the camera gave it, b"" for none."""

    def __init__(self, take: Callable[[], object], read: Callable[[], object]) -> None:
        super().__init__()
        self.data = b""
        self.view = PhotoView(QCoreApplication.translate("Receive", "Photo of the piece"))
        self.view.setMinimumWidth(136)
        self.take = button(QCoreApplication.translate("Receive", "Photo"), "second", "camera", "F10", clicked=take)
        self.read = icon_button(
            "scan-barcode", QCoreApplication.translate("Receive", "Read the barcode from the photo"), read
        )
        buttons = row(self.take, self.read, gap=4)
        buttons.setStretch(0, 1)
        lay(QVBoxLayout(self), self.view, buttons, None, gap=6)
        self.clear()

    def clear(self) -> None:
        self.data = b""
        self.read.setEnabled(False)
        self.view.show_nothing(QCoreApplication.translate("Receive", "No photo"))

    def show_photo(self, data: bytes) -> bool:
        """Show and keep a photo; False (and the reason in its place) when it is none that may be opened."""
        image = opened(data)
        if image.isNull():
            self.clear()
            self.view.show_nothing(QCoreApplication.translate("Receive", "This is no photo"))
            return False
        self.data = data
        self.read.setEnabled(True)
        self.view.show_image(image)
        return True

    def show_trouble(self, why: str) -> None:
        """No photo, in words; one that was there stays."""
        if not self.data:
            self.view.show_nothing(why)


def opened(data: bytes) -> QImage:
    """The picture in `data`, a null one when it is too large or neither JPEG nor PNG."""
    if not data.startswith(limits.IMAGE_FORMATS) or len(data) > limits.IMAGE_MAX_BYTES:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > limits.IMAGE_MAX_PIXELS:
        return QImage()
    return reader.read()
