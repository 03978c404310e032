"""Pictures for simulated cameras: barcodes and parcels, drawn, then tilted, blurred and made noisy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.devices.pictures import encode_jpeg

if TYPE_CHECKING:
    from counter_app.devices.pictures import Picture

_FORMATS = {
    "code128": "Code128",
    "gs1-128": "Code128",
    "code39": "Code39",
    "itf": "ITF",
    "ean13": "EAN13",
    "qr": "QRCode",
    "datamatrix": "DataMatrix",
    "aztec": "Aztec",
    "pdf417": "PDF417",
    "maxicode": "MaxiCode",
}


@dataclass(frozen=True, slots=True)
class Wear:
    """What a hand-held camera does: degrees of tilt, sigma of blur and of sensor noise, contrast."""

    tilt: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    contrast: float = 1.0
    seed: int = 1


def draw_barcode(text: str | bytes, symbology: str = "code128", module_px: int = 3, columns: int = 0) -> Picture:
    """A clean grey symbol with its quiet zone, `module_px` pixels a module.

    GS1 text is written with parentheses, `(420)12345(92)0019`. `columns` is for pdf417; 0 leaves it open.
    """
    import numpy as np
    import zxingcpp

    options: dict[str, object] = {}
    if symbology == "gs1-128":
        options["gs1"] = True
    if columns:
        options["columns"] = columns
    form = getattr(zxingcpp.BarcodeFormat, _FORMATS[symbology])
    symbol = zxingcpp.create_barcode(text, form, **options)
    image = np.array(symbol.to_image(scale=module_px, add_quiet_zones=True), dtype=np.uint8)
    return np.ascontiguousarray(image)


def photograph(subject: Picture, width: int = 1920, height: int = 1080, wear: Wear | None = None) -> Picture:
    """`subject` in the middle of a light grey frame of `width` x `height` pixels, worn by `wear`."""
    import cv2
    import numpy as np

    wear = wear or Wear()
    background = (205, 205, 205) if subject.ndim == 3 else 205
    frame = np.full((height, width, *subject.shape[2:]), 205, np.uint8)
    turn = cv2.getRotationMatrix2D((subject.shape[1] / 2, subject.shape[0] / 2), wear.tilt, 1.0)
    turn[0, 2] += width / 2 - subject.shape[1] / 2
    turn[1, 2] += height / 2 - subject.shape[0] / 2
    frame = cv2.warpAffine(subject, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=background)
    worn: Any = frame.astype(np.float32)
    if wear.contrast != 1.0:
        worn = 128 + (worn - 128) * wear.contrast
    if wear.blur:
        worn = cv2.GaussianBlur(worn, (0, 0), wear.blur)
    if wear.noise:
        worn = worn + np.random.default_rng(wear.seed).normal(0, wear.noise, worn.shape)
    clipped: Picture = np.clip(worn, 0, 255).astype(np.uint8)
    return clipped


def draw_parcel(tracking: str, lines: tuple[str, ...] = (), symbology: str = "code128") -> Picture:
    """A parcel's side in BGR: a carton with a label that bears `lines` and the barcode of `tracking`."""
    import cv2
    import numpy as np

    bars = draw_barcode(tracking, symbology, 3)
    label_w, label_h = max(640, bars.shape[1] + 60), 90 + 46 * len(lines) + bars.shape[0] + 70
    carton = np.full((label_h + 180, label_w + 260, 3), (110, 150, 185), np.uint8)
    label = carton[90 : 90 + label_h, 130 : 130 + label_w]
    label[:] = 250
    font = cv2.FONT_HERSHEY_SIMPLEX
    for row, line in enumerate(lines):
        cv2.putText(label, line, (30, 60 + 46 * row), font, 1.1, (30, 30, 30), 2, cv2.LINE_AA)
    top = 60 + 46 * len(lines)
    left = (label_w - bars.shape[1]) // 2
    label[top : top + bars.shape[0], left : left + bars.shape[1]] = bars[:, :, None]
    plain = "".join(c if c.isprintable() else " " for c in tracking)
    cv2.putText(label, plain, (left, top + bars.shape[0] + 40), font, 0.9, (30, 30, 30), 2, cv2.LINE_AA)
    return carton


class FolderCamera:
    """Stands in front of a `folder:` camera: what is shown to it becomes the next picture there."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._count = 0

    @property
    def address(self) -> str:
        return f"folder:{self._folder}"

    def show(self, subject: Picture, wear: Wear | None = None) -> Path:
        """Writes `subject` as a photograph; the file appears whole or not at all."""
        return self.show_bytes(encode_jpeg(photograph(subject, wear=wear)))

    def show_parcel(self, tracking: str, lines: tuple[str, ...] = (), wear: Wear | None = None) -> Path:
        """A parcel held to the camera, tilted and noisy as hands and cheap sensors make it."""
        return self.show(draw_parcel(tracking, lines), wear or Wear(tilt=4, blur=0.7, noise=4))

    def show_bytes(self, picture: bytes) -> Path:
        """Writes `picture` as it is, damaged ones too."""
        self._count += 1
        path = self._folder / f"{self._count:06d}.jpg"
        part = path.with_suffix(".part")
        part.write_bytes(picture)
        part.replace(path)
        return path

    def clear(self) -> None:
        """Takes every picture away: the camera sees nothing."""
        for path in self._folder.glob("*.jpg"):
            path.unlink(missing_ok=True)
