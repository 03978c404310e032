"""The window first, everything else behind it: how the program starts on a clerk's desk."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from counter_app import ways_on
from counter_app.closing import close_down
from counter_app.collecting import Collecting
from counter_app.errors import CounterError
from ui import screen_size
from ui.doing import Doing
from ui.language import SYSTEM, language
from ui.sentences import say, sentence
from ui.theme import apply_theme
from ui.window import Window

log = logging.getLogger(__name__)
SWITCH_S = 0.001
"""How long another thread may compute while the window's thread waits for its turn."""


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


def application(wanted: str = SYSTEM, fit: bool = False) -> QApplication:
    """The Qt application with the theme of the system, in the language `wanted`; `fit`: no larger than its screen."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        app = found
    else:
        app = screen_size.fitting_application() if fit else QApplication(sys.argv[:1])
    app.setApplicationName("Counter")
    app.setApplicationDisplayName("Counter")
    apply_theme(app, "system")
    language.speak(app, wanted)
    return app


def at_rest() -> None:
    """Everything is loaded and stays: leave it out of the collector's full rounds from now on.

    Such a round stops every thread at once; with all classes of the program in it it lasts a tenth of a second and
    more, and rows that come in from the centre set it off. And a thread that computes gives way to the window after
    one millisecond instead of five: a painted table asks for its turn some hundred times.
    """
    gc.freeze()
    sys.setswitchinterval(SWITCH_S)


Work = Callable[[Doing, Starting], Any]
CANNOT_START = 2


def show(
    app: QApplication,
    work: Work,
    banner: Callable[[], str] = str,
    rebuild: Work | None = None,
    export: Callable[[], str] | None = None,
    home: Path | None = None,
) -> int:
    """Show the window, then do `work(doing, starting)` behind it, which gives a started station; until it is closed.

    `rebuild` does the same in a fresh store, `export` saves what was not sent and says where: the ways on of a store
    that cannot be used. Exit code 2 when there was no station at the end. With `home` a second program on it
    brings this window to the front.
    """
    doing, starting, collecting = Doing(), Starting(), Collecting()
    collecting.begin()  # before any other thread is there
    window = Window(doing, banner=banner)
    stations: list[Any] = []
    bells: list[Any] = []

    def failed(error: CounterError) -> None:
        if error.facts.get("raised"):
            app.exit(0)  # The other window is in front now; this one would only be in the way.
            return
        window.cannot_start(error)

    def opened(station: Any) -> None:
        stations.append(station)
        if home is not None and not bells:
            from counter_app.one_window import Bell  # the window is there by now

            bells.append(Bell(home / "scratch", window.come_forward))
        doing.start(station)
        window.ready()
        at_rest()
        furnish = getattr(station, "furnish", None)
        if furnish is not None:
            furnish(window)
            window.rebuilt.connect(lambda: furnish(window))

    def way_on(key: str) -> None:
        page = window.stopped
        if page is None:
            return
        if key == "export" and export is not None:

            def told(text: str) -> None:
                page.work(False)
                page.tell(text)

            page.work(True)
            doing.aside(export, done=told, failed=lambda error: told(say(error)))
        elif key == "rebuild" and rebuild is not None:
            page.work(True)
            doing.leave()
            old = list(stations)
            stations.clear()

            def again() -> Any:
                for station in old:
                    station.close()
                return rebuild(doing, starting)

            starting.begin(again)

    window.way_on.connect(way_on)
    starting.opened.connect(opened, Qt.ConnectionType.QueuedConnection)
    starting.failed.connect(failed, Qt.ConnectionType.QueuedConnection)
    starting.told.connect(window.tell_starting, Qt.ConnectionType.QueuedConnection)
    window.sign_in_page.set_hint(screen_size.note())
    window.rebuilt.connect(lambda: window.sign_in_page.set_hint(screen_size.note()))
    screen_size.show(window)
    app.processEvents()
    starting.begin(lambda: work(doing, starting))
    code = app.exec()
    starting.thread_.join(10)
    for station in stations:
        close_down(app, station)
    for bell in bells:
        bell.close()
    collecting.end()
    return code or (0 if stations or window.stopped is None else CANNOT_START)


def run(home_folder: Path, central: str, code: str, name: str, *, key_file: Path | None = None) -> int:
    """`./counter run`: the station in `home_folder`; with `code`, a new one is enrolled at `central` first."""

    def work(doing: Doing, starting: Starting) -> Any:
        if code:
            _enrol(home_folder, central, code, name, key_file)
        return open_station(doing, starting)

    def open_station(doing: Doing, starting: Starting) -> Any:
        from counter_app import rebuild
        from counter_app.config import read_config
        from counter_app.errors import StoreError
        from counter_app.paths import Home
        from counter_app.station import Station
        from counter_app.unlocking import key_source

        home = Home(home_folder)
        home.demand_writable()  # said before anything else
        source = key_source(home, key_file)

        def tell(stage: str) -> None:
            starting.told.emit(sentence(stage))

        try:
            station = Station(home, read_config(home.config), source, doing.hear, tell=tell)
        except StoreError as error:
            if error.code == "store.already_open":
                from counter_app.one_window import ring

                error.facts["raised"] = ring(home.scratch)
            elif error.code in ("store.damaged", "store.missing"):
                error.facts["minutes"] = rebuild.minutes(home)
            raise
        station.start()
        return station

    def rebuild_first(doing: Doing, starting: Starting) -> Any:
        starting.told.emit(sentence("store.setting_aside"))
        ways_on.begin_rebuild(home_folder, key_file)
        return open_station(doing, starting)

    return show(
        application(_language_of(home_folder), fit=True),
        work,
        rebuild=rebuild_first,
        export=lambda: ways_on.export_unsent(home_folder, key_file),
        home=home_folder,
    )


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
    from counter_app.enrolling import enrol_home
    from counter_app.paths import Home
    from counter_app.store.keys import KeySource, os_keyring
    from counter_app.sync.central import Central

    home = Home(home_folder)
    home.make()
    source = KeySource("keyfile", key_file=key_file) if key_file else KeySource("keyring", keyring=os_keyring())
    central = Central(address)
    try:
        enrol_home(home, source, central, address, code, name, os_entropy)
    finally:
        central.close()
