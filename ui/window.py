"""The window: rail, scan box, the current room, status bar; it routes scans and events, and decides nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from counter_app import events
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from resources import path
from ui import rooms
from ui.doing import Doing
from ui.frame import Rail, ScanBox, StatusBar, TopBar
from ui.keys import WedgeFilter
from ui.notices import Banner, EmptyState, ToastHost
from ui.pages.answer import AnswerPage
from ui.pages.page import Page
from ui.pages.sign_in import SignInPage
from ui.search_list import SearchList
from ui.sentences import say as said
from ui.status import StatusLine
from ui.theme import apply_theme, look
from ui.widgets import lay

SOUNDS = ("taken", "refused", "unknown")
LEVELS = (
    "",
    "Mail inserter",
    "Task processor",
    "Customer service",
    "Manager",
    "Admin",
    "Owner",
)


class Window(QMainWindow):
    """The counter's one window. `doing` gets its station when the store is open; until then it says so."""

    def __init__(self, doing: Doing, *, banner: str = "", wedge: bool = True) -> None:
        super().__init__()
        self.doing = doing
        self.setWindowTitle("Counter")
        self.resize(1366, 768)
        self.setMinimumSize(1180, 640)
        self.toasts = ToastHost(self)
        placeholder = QCoreApplication.translate("Window", "Scan a piece, or type a name, mailbox or tracking number")
        self.scan_box = ScanBox(placeholder, QCoreApplication.translate("Window", "Scan or search"))
        self.top = TopBar(self.scan_box)
        self.rail = Rail("", "", rooms.rail_items(rooms.UPPER), rooms.rail_items(rooms.LOWER))
        self.status = StatusBar()
        self.stack = QStackedWidget()
        self.pages: dict[str, Page] = {}
        for key, (page, _, _) in {**rooms.UPPER, **rooms.LOWER}.items():
            self._add(key, page(self))
        self.answer_page = AnswerPage(self)
        self._add("answer", self.answer_page)
        self._room = QWidget()
        body = lay(QVBoxLayout(), self.top, *self._banner(banner), self.stack, self.status, gap=0)
        body.setStretch(body.indexOf(self.stack), 1)
        lay(QHBoxLayout(self._room), self.rail, body, gap=0)
        self.sign_in_page = SignInPage(self)
        self._outer = QStackedWidget()
        self._outer.addWidget(self.sign_in_page)
        self._outer.addWidget(self._room)
        self.setCentralWidget(self._outer)
        self.status_line = StatusLine(self)
        self._before_answer = self._current = next(iter(rooms.UPPER), "answer")
        self.search_list = SearchList(self.scan_box, self.doing, lambda account: self.open_account(account.id))
        self._sounds: dict[str, Any] = {}
        self.heard_sounds: list[str] = []
        self._connect()
        if wedge:
            self.wedge = WedgeFilter(application(), self.scan_box)
            self.wedge.scanned.connect(self.take_scan)
            self.wedge.overlong.connect(lambda: self.say(CounterError("scan.too_long")))

    def _banner(self, text: str) -> list[QWidget]:
        if not text:
            return []
        banner = Banner(text, "info")
        return [banner]

    def _connect(self) -> None:
        self.rail.current_changed.connect(self.go)
        self.scan_box.entered.connect(self._entered)
        self.scan_box.typed.connect(self.search_list.search)
        self.top.theme_pressed.connect(self.turn_theme)
        self.top.lock_pressed.connect(self.lock)
        self.status.pressed.connect(self._chip_pressed)
        self.doing.heard.connect(self._heard)
        self.doing.refused.connect(self.say)
        self.doing.clerk_changed.connect(self._clerk_changed)
        self._idle = QTimer(self, interval=300_000, singleShot=True)
        self._idle.timeout.connect(self.lock)

    def _add(self, key: str, page: Page) -> None:
        page.key = key
        self.pages[key] = page
        self.stack.addWidget(page)

    # ------------------------------------------------------------ going about

    @property
    def page(self) -> Page:
        return self.pages[self._current]

    def go(self, key: str, **what: Any) -> None:
        """Show a room; with `what`, the room is asked to open that (`page.open(**what)`)."""
        before, after = self.page, self.pages[key]
        if key != "answer":
            self._before_answer = key
            self.rail.set_current(key)
        if before is not after:
            before.left()
        self._current = key
        self.stack.setCurrentWidget(after)
        self.toasts.move_to(after.head.slot)
        self.setWindowTitle(f"{rooms.title(key)} · Counter" if key != "answer" else "Counter")
        after.shown()
        if what:
            after.open(**what)  # type: ignore[attr-defined]
        self.focus_scan_box()

    def answer(self, text: str) -> None:
        """Show the yes/no screen for what was typed or scanned."""
        self.go("answer")
        self.answer_page.ask(text)

    def open_account(self, account_id: str) -> None:
        """Show the yes/no screen for an account that the clerk has picked."""
        self.scan_box.reset()
        self.go("answer", account_id=account_id)

    def back(self) -> None:
        """From the yes/no screen to the room before."""
        self.go(self._before_answer)

    def focus_scan_box(self) -> None:
        self.scan_box.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ scans and events

    def take_scan(self, scan: RawScan) -> None:
        """A scan of any device: the current room first, then the yes/no screen."""
        self._idle.start()
        if self.doing.clerk is None:
            self.play("refused")
            return
        self.scan_box.reset()
        if not self.page.scanned(scan):
            self.answer(scan.text)

    def _entered(self, text: str) -> None:
        if text.strip():
            self.take_scan(RawScan(text.encode(), text, source="typed"))

    def _heard(self, event: object) -> None:
        if not self.doing.ready:
            return  # Still opening: `ready` asks for everything that was announced until then.
        if isinstance(event, events.ScanArrived):
            self.take_scan(event.scan)
        elif isinstance(event, events.Refused) and self.doing.clerk is not None:
            self.say(CounterError(event.code, **event.facts))
        self.status_line.heard(event)
        for page in self.pages.values():
            page.heard(event)

    def _chip_pressed(self, key: str) -> None:
        self.go({"queue": "inbox", "connection": "inbox", "print": "print"}.get(key, "devices"))

    # ------------------------------------------------------------ saying and sounding

    def say(self, error: CounterError) -> None:
        """Say what went wrong, where every clerk looks, with the sound of a refusal."""
        self.play("refused")
        self.toasts.show_toast(said(error), kind="bad")

    def play(self, sound: str) -> None:
        """One of three short sounds; silent where the computer has none."""
        self.heard_sounds.append(sound)
        del self.heard_sounds[:-50]
        if self._sounds.get(sound) is None:
            self._sounds[sound] = _sound(sound)
        if self._sounds[sound]:
            self._sounds[sound].play()

    def turn_theme(self) -> None:
        apply_theme(application(), "light" if look.mode == "dark" else "dark")

    # ------------------------------------------------------------ who works here

    def lock(self) -> None:
        """Hide everything until somebody signs in; the outbox, the pickup under way and the scans stay."""
        if self.doing.clerk is not None:
            self.toasts.dismiss()  # the next clerk must not undo what this one did
            self.doing.sign_in(None)

    def _clerk_changed(self, clerk: Any) -> None:
        if clerk is None:
            self._outer.setCurrentWidget(self.sign_in_page)
            self.sign_in_page.shown()
            return
        self.top.show_clerk(clerk.name, QCoreApplication.translate("Levels", LEVELS[clerk.level]))
        self._outer.setCurrentWidget(self._room)
        self._idle.setInterval(self.doing.station.desk.settings.idle_lock_s * 1000)
        self._idle.start()
        self.go(self._before_answer)

    def tell_starting(self, text: str) -> None:
        """How far the start is, on the sign-in screen."""
        self.sign_in_page.tell(text)

    def cannot_start(self, error: CounterError) -> None:
        """The station could not be opened: say what happened, why, and what to do next; nothing else works."""
        title = QCoreApplication.translate("Window", "Counter cannot start")
        page = EmptyState("triangle-alert", title, said(error), QCoreApplication.translate("Window", "Close Counter"))
        page.pressed.connect(self.close)
        self._outer.addWidget(page)
        self._outer.setCurrentWidget(page)

    def add_handle(self, handle: QWidget) -> None:
        """Put the handle of a drawer into the status bar (the demo's simulated devices)."""
        layout = self.status.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(2, handle)

    def ready(self) -> None:
        """The station is open: show its store and who can sign in."""
        station = self.doing.station
        self.rail.set_store(station.desk.settings.name, station.config.name)
        self.status_line.begin()
        self.sign_in_page.shown()

    # ------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._idle.start()
        if event.key() == Qt.Key.Key_Escape:
            self.scan_box.reset()
            if not self.page.escape() and self.page is self.answer_page:
                self.back()
            self.focus_scan_box()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if hasattr(self, "wedge"):
            self.wedge.remove()
        super().closeEvent(event)


def application() -> QApplication:
    """The running application; a window without one is a mistake of the caller."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no QApplication")
    return app


def _sound(name: str) -> Any:
    # QtMultimedia is not shipped: the platform's own player where Python has it, else silence.
    file = path(f"sounds/{name}.wav")
    try:
        import winsound
    except ImportError:
        return False

    class Sound:
        def play(self) -> None:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)  # type: ignore[attr-defined]

    return Sound()
