"""The end of a day at the counter: the station closes, and what takes longer than a blink is said."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.widgets import text_label

SAID_AFTER_S = 0.3


def close_down(app: QApplication, station: Any) -> None:
    """Close the station; what takes longer than a blink is said: the last backup of the day is being saved."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            station.close()
        except BaseException as error:
            failed.append(error)

    work = threading.Thread(target=run, name="closing")
    work.start()
    work.join(SAID_AFTER_S)
    if work.is_alive():
        note = text_label(QCoreApplication.translate("Window", "Saving a backup…"))
        note.setContentsMargins(48, 32, 48, 32)
        note.setWindowTitle("Counter")
        note.show()
        while work.is_alive():
            app.processEvents()
            work.join(0.05)
        note.close()
    if failed:
        raise failed[0]
