"""The window first, everything else behind it: how the program starts on a clerk's desk."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from counter_app.errors import CounterError
from ui.doing import Doing
from ui.language import SYSTEM, language
from ui.theme import apply_theme
from ui.window import Window

log = logging.getLogger(__name__)


class Starting(QObject):
    """Opens the station on a thread of its own and brings the outcome to the main thread."""

    opened = Signal(object)
    failed = Signal(object)
    told = Signal(str)

    def begin(self, work: Callable[[], Any]) -> None:
        """Run `work`; one of the two signals follows."""

        def run() -> None:
            try:
                self.opened.emit(work())
            except CounterError as error:
                self.failed.emit(error)
            except Exception:
                log.exception("the station did not start")
                self.failed.emit(CounterError("program.fault"))

        self.thread_ = threading.Thread(target=run, name="starting", daemon=True)
        self.thread_.start()


def application(wanted: str = SYSTEM) -> QApplication:
    """The Qt application with the theme of the system, in the language `wanted`."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Counter")
    app.setApplicationDisplayName("Counter")
    apply_theme(app, "system")
    language.speak(app, wanted)
    return app


def show(app: QApplication, work: Callable[[Doing, Starting], Any], banner: Callable[[], str] = str) -> int:
    """Show the window, then do `work(doing, starting)` behind it, which gives a started station; until it is closed."""
    doing, starting = Doing(), Starting()
    window = Window(doing, banner=banner)
    stations: list[Any] = []

    def opened(station: Any) -> None:
        stations.append(station)
        doing.start(station)
        window.ready()
        furnish = getattr(station, "furnish", None)
        if furnish is not None:
            furnish(window)
            window.rebuilt.connect(lambda: furnish(window))

    starting.opened.connect(opened, Qt.ConnectionType.QueuedConnection)
    starting.failed.connect(window.cannot_start, Qt.ConnectionType.QueuedConnection)
    starting.told.connect(window.tell_starting, Qt.ConnectionType.QueuedConnection)
    window.show()
    app.processEvents()
    starting.begin(lambda: work(doing, starting))
    code = app.exec()
    starting.thread_.join(10)
    for station in stations:
        station.close()
    return code


def run(home_folder: Path, central: str, code: str, name: str, *, key_file: Path | None = None) -> int:
    """`./counter run`: the station in `home_folder`; with `code`, a new one is enrolled at `central` first."""

    def work(doing: Doing, starting: Starting) -> Any:
        from counter_app.config import read_config
        from counter_app.paths import Home
        from counter_app.station import Station
        from counter_app.unlocking import key_source

        home = Home(home_folder)
        if code:
            _enrol(home_folder, central, code, name, key_file)
        station = Station(home, read_config(home.config), key_source(home, key_file), doing.hear)
        station.start()
        return station

    return show(application(_language_of(home_folder)), work)


def _language_of(home_folder: Path) -> str:
    """What the clerk chose; a configuration that cannot be read is told by the station, in the system's language."""
    from counter_app.config import read_config
    from counter_app.paths import Home

    try:
        return read_config(Home(home_folder).config).language
    except (CounterError, OSError):
        return SYSTEM


def _enrol(home_folder: Path, address: str, code: str, name: str, key_file: Path | None) -> None:
    from counter_app.clocks import os_entropy
    from counter_app.config import Config, config_text
    from counter_app.paths import Home
    from counter_app.store.keys import KeySource, os_keyring
    from counter_app.sync.central import Central
    from counter_app.sync.enrol import enrol

    home = Home(home_folder)
    home.make()
    source = KeySource("keyfile", key_file=key_file) if key_file else KeySource("keyring", keyring=os_keyring())
    central = Central(address)
    try:
        enrol(home.store, home.keys, source, central, code, name, os_entropy)
    finally:
        central.close()
    if not home.config.exists():
        config = Config(name=name, central=address, key_mode=source.mode)
        home.config.write_text(config_text(config), encoding="utf-8")
