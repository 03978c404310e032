"""The pictures of the documents: which picture of the day each one is (`./counter demo --headless DIR --docs DOCS`)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from counter_app.demo.walk import NotSoError

FLAT = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
"""No colour is made of dots of others."""
PACKED = 1
"""As small as PNG gets: these are kept for good."""
LIGHT, DARK = "en-1366-light", "en-1366-dark"
GUIDE = {
    "s04-today": "evening-today",
    "s04-scan": "scan-pages",
    "s09-receive": "receive-filled",
    "s09-not-on-form": "receive-not-on-form",
    "s10-tasks": "tasks",
    "s11-ship-price": "ship-markup",
    "s12-hand-over": "hand-over-ready",
    "s12-stop": "hand-over-stop",
    "s14-before-the-hand-over": "hand-over-scheduled",
    "s15-payment-declined": "hand-over-declined",
    "s15-tasks-declined": "tasks-declined",
    "s16-walk-in": "walk-in-search",
    "s16-for-later": "pickup-for-later",
    "s16-more-pieces": "hand-over-more",
    "s17-deliveries": "deliveries-in-progress",
    "s18-driver-code": "delivery-locked",
    "deposit-checks": "deposit-checks",
    "money-day-end": "money-day-end",
    "parcels-for-the-carrier": "parcels-out",
    "returns": "returns-scanned",
    "shelves-count": "shelf-count",
    "shelves-map": "shelf-map",
    "shred-count": "shred-count",
    "shred-pile": "shred-pile",
}
"""Picture of `docs/guide/pictures` -> picture of the day."""
FRONT = {
    "pickups-light": f"pickups-{LIGHT}",
    "receive-light": f"receive-likely-{LIGHT}",
    "hand-over-stop-dark": f"hand-over-stop-{DARK}",
}
"""The same of `docs/pictures`, with the theme."""


def keep(day: Path, docs: Path) -> int:
    """Put the pictures of the day in `day` into the documents; how many. NotSoError names the first that is missing."""
    wanted = {docs / "guide" / "pictures" / f"{name}.png": f"{of}-{LIGHT}.png" for name, of in GUIDE.items()}
    wanted |= {docs / "pictures" / f"{name}.png": f"{of}.png" for name, of in FRONT.items()}
    for to, of in wanted.items():
        picture = QImage(str(day / of))
        if picture.isNull():
            raise NotSoError(f"the day has no picture {of}")
        if not _of_few_colours(picture).save(str(to), "PNG", PACKED):  # type: ignore[call-overload]
            raise NotSoError(f"{to.name} cannot be written")
    return len(wanted)


def _of_few_colours(picture: QImage) -> QImage:
    """The same with a table of its 256 most frequent colours, as a window has hardly more: a third of the size."""
    import numpy as np

    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    seen, counts = np.unique(np.frombuffer(whole.constBits(), np.uint32), return_counts=True)
    table = [int(one) for one in seen[np.argsort(counts)[::-1][:256]]]
    return whole.convertToFormat(QImage.Format.Format_Indexed8, table, FLAT)
