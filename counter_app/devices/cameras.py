"""Where frames come from: a folder of pictures, a film, or a camera by OpenCV; and a scanner that reads them.

A frame is BGR, (height, width, 3). A black frame (closed lid, camera in use elsewhere) is an error: it must
not become a piece's photo.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol

from counter_app.devices import barcodes
from counter_app.devices.addresses import CameraAddress
from counter_app.devices.pictures import decode_picture, encode_jpeg
from counter_app.devices.scanners import monotonic_ms
from counter_app.errors import DeviceError
from counter_app.ports import RawScan

if TYPE_CHECKING:
    from counter_app.devices.pictures import Picture

SIZE = (1920, 1080)
"""A licence has to fill 870 pixels in width: 720p is not enough."""

WARM_UP_FRAMES = 30
_ENDINGS = (".jpg", ".jpeg", ".png")


class FrameSource(Protocol):
    """Frames, one at a time. `frame_s`: seconds between two of them, 0 where `read` itself waits."""

    frame_s: float

    def read(self) -> Picture: ...

    def still(self) -> bytes: ...

    def close(self) -> None: ...


def is_black(frame: Picture) -> bool:
    """Nothing to see: darker than any lit room, and the same all over."""
    return float(frame.mean()) < 8 and float(frame.std()) < 4


class FolderSource:
    """The pictures of a folder in the order of their names, again from the first after the last."""

    frame_s = 0.2

    def __init__(self, folder: str) -> None:
        """DeviceError device.not_found when there is no such folder."""
        self._folder = Path(folder)
        self._last = ""
        self._names()

    def _names(self) -> list[str]:
        try:
            return sorted(e.name for e in os.scandir(self._folder) if e.name.lower().endswith(_ENDINGS))
        except OSError as error:
            raise DeviceError("device.not_found") from error

    def read(self) -> Picture:
        """The next picture. DeviceError camera.no_picture, camera.black, and as `decode_picture`."""
        names = self._names()
        if not names:
            raise DeviceError("camera.no_picture")
        self._last = next((name for name in names if name > self._last), names[0])
        try:
            data = (self._folder / self._last).read_bytes()
        except OSError as error:
            raise DeviceError("camera.no_picture") from error
        frame = decode_picture(data)
        if is_black(frame):
            raise DeviceError("camera.black")
        return frame

    def still(self) -> bytes:
        """The next picture as JPEG, encoded anew: what the file carried besides the picture stays behind."""
        return encode_jpeg(self.read())

    def close(self) -> None:
        self._last = ""


def open_capture(where: str | int) -> Any:
    """OpenCV's VideoCapture, asked for full HD when `where` is a camera's number."""
    # Media Foundation takes up to 20 s to open a camera unless this is set before the import (opencv #17687).
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    try:
        import cv2
    except ImportError as error:
        raise DeviceError("camera.no_driver", library="opencv") from error
    capture = cv2.VideoCapture(where)
    if isinstance(where, int) and capture.isOpened():
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, SIZE[0])
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, SIZE[1])
    return capture


class CaptureSource:
    """A film (starts again at its end) or a camera. One open handle, given back by `close`."""

    def __init__(self, where: str | int, opener: Callable[[str | int], Any] = open_capture) -> None:
        """DeviceError device.not_found when it cannot be opened."""
        self._where, self._opener = where, opener
        self.frame_s = 0.0 if isinstance(where, int) else 1 / 30
        self._capture = self._open()
        self._warm = False

    def _open(self) -> Any:
        capture = self._opener(self._where)
        if not capture.isOpened():
            capture.release()
            raise DeviceError("device.not_found")
        return capture

    def read(self) -> Picture:
        """The next frame. DeviceError device.gone; camera.black when a camera stays dark after warming up."""
        # The first frames of many cameras are black; a film is taken as it is.
        for _ in range(1 if self._warm or isinstance(self._where, str) else WARM_UP_FRAMES):
            frame = self._next()
            if not is_black(frame):
                self._warm = True
                return frame
        raise DeviceError("camera.black")

    def _next(self) -> Picture:
        got, frame = self._capture.read()
        if not got and isinstance(self._where, str):
            self._capture.release()
            self._capture = self._open()
            got, frame = self._capture.read()
        if not got or frame is None or not frame.size:
            raise DeviceError("device.gone")
        checked: Picture = frame
        return checked

    def still(self) -> bytes:
        """The next frame as JPEG."""
        return encode_jpeg(self.read())

    def close(self) -> None:
        self._capture.release()


def open_source(address: CameraAddress) -> FrameSource:
    """The opened source of `address`. DeviceError device.not_found, camera.no_driver."""
    if address.kind == "folder":
        return FolderSource(address.where)
    if address.kind == "video":
        if not Path(address.where).is_file():
            raise DeviceError("device.not_found")
        return CaptureSource(address.where)
    return CaptureSource(int(address.where))


class CameraScanner:
    """Reads barcodes off every `every`-th frame; each fifth look is a thorough one.

    A symbol is given once, and again only after it was out of sight for `forget_ms`.
    """

    def __init__(
        self,
        source: FrameSource,
        every: int = 3,
        now_ms: Callable[[], int] = monotonic_ms,
        forget_ms: int = 1500,
    ) -> None:
        self.source = source
        self._every = 1 if isinstance(source, FolderSource) else every
        self._now_ms = now_ms
        self._forget_ms = forget_ms
        self._seen: dict[bytes, int] = {}
        self._ready: list[RawScan] = []
        self._frames = self._looks = 0
        self._closed = Event()

    def read(self, timeout_s: float) -> RawScan | None:
        """The next symbol that came into sight, None when there was none within `timeout_s`.

        DeviceError as the source; no picture, or a damaged one, is only nothing to see here.
        """
        deadline = time.monotonic() + timeout_s
        while not self._ready:
            try:
                frame = self.source.read()
            except DeviceError as error:
                if error.code != "camera.no_picture" and not error.code.startswith("picture."):
                    raise
            else:
                self._frames += 1
                if self._frames % self._every == 0:
                    self._look(frame)
            left = deadline - time.monotonic()
            if not self._ready:
                if left <= 0:
                    return None
                if self.source.frame_s:
                    self._closed.wait(min(self.source.frame_s, left))
        return self._ready.pop(0)

    def _look(self, frame: Picture) -> None:
        now = self._now_ms()
        scans = barcodes.glance(frame, now)
        if not scans and (self._looks % 5 == 0 or self._every == 1):
            scans = barcodes.read(frame, now)
        self._looks += 1
        for scan in scans:
            last = self._seen.get(scan.data)
            if last is None or now - last > self._forget_ms:
                self._ready.append(scan)
            self._seen[scan.data] = now
        for data in [d for d, at in self._seen.items() if now - at > self._forget_ms]:
            del self._seen[data]

    def close(self) -> None:
        self._closed.set()
        self.source.close()
