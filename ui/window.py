"""The window: rail, scan box, the current room, status bar; it routes scans and events, and decides nothing.

What shows first is made first; the rooms behind the sign-in screen are made once the window has been painted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from counter_app import events
from counter_app.domain.text import scan_text
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui import rooms
from ui.damage import RescueLine, StoppedPage
from ui.doing import Doing
from ui.first_sync_line import FirstSyncLine
from ui.frame import ScanBox, StatusBar, TopBar
from ui.keys import WedgeFilter
from ui.language import language
from ui.notices import Banner, ToastHost
from ui.pages.sign_in import SignInPage
from ui.rail import Rail
from ui.screen_size import LEAST
from ui.scroll import PageScroll, bring_into_view
from ui.search_list import SearchList
from ui.sentences import say as said
from ui.sounds import Sounds
from ui.status import StatusLine
from ui.theme import apply_theme, look
from ui.widgets import lay
from ui.words import mail_id

if TYPE_CHECKING:
    from ui.pages.answer import AnswerPage
    from ui.pages.page import Page

GS = "\x1d"
LEVELS = (
    "",
    QT_TRANSLATE_NOOP("Levels", "Mail inserter"),
    QT_TRANSLATE_NOOP("Levels", "Task processor"),
    QT_TRANSLATE_NOOP("Levels", "Customer service"),
    QT_TRANSLATE_NOOP("Levels", "Manager"),
    QT_TRANSLATE_NOOP("Levels", "Admin"),
    QT_TRANSLATE_NOOP("Levels", "Owner"),
)
FULL_RAIL = 1260
"""A window that is less wide shows the icons of its rooms only."""
IDLE_PATIENCE_MS = 50
"""How long a switch of the language waits each time for answers that are under way."""


class _Rooms(dict[str, "Page"]):
    """Rooms by their keys; one that is not there yet is made when it is asked for."""

    def __init__(self, keys: Collection[str], make: Callable[[str], None]) -> None:
        super().__init__()
        self._keys, self._make = frozenset(keys), make

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __missing__(self, key: str) -> Page:
        self._make(key)
        return self[key]


class Window(QMainWindow):
    """The counter's one window. `doing` gets its station when the store is open; until then it says so."""

    way_on = Signal(str)
    """What was chosen when the store could not be used: rebuild, export."""
    rebuilt = Signal()
    """Every page is a new one, in another language; whoever has put something into the window does it again."""

    def __init__(
        self, doing: Doing, *, banner: Callable[[], str] = str, wedge: bool = True, all_rooms: bool = True
    ) -> None:
        """`all_rooms`: every room is made before it is shown, and hears what is announced from the beginning."""
        super().__init__()
        self._all_rooms = all_rooms
        self.doing = doing
        self.sounds = Sounds()
        self._banner_text = banner
        self._before_answer = self._current = next(iter(rooms.UPPER), "answer")
        self.setWindowTitle("Counter")
        self.resize(1366, 768)
        self.setMinimumSize(*LEAST)
        self._build()
        self.doing.heard.connect(self._heard)
        self.doing.refused.connect(self.say)
        self.doing.slow.connect(self._slow)
        self.doing.clerk_changed.connect(self._clerk_changed)
        application().focusChanged.connect(self._focus_moved)
        self._idle = QTimer(self, interval=300_000, singleShot=True)
        self._idle.timeout.connect(self.lock)
        if wedge:
            self.wedge = WedgeFilter(application(), self.scan_box)
            self.wedge.scanned.connect(self.take_scan)
            self.wedge.overlong.connect(lambda: self.say(CounterError("scan.too_long")))

    def _build(self) -> None:
        """Everything that has words on it, in the language in force."""
        self._outer = QStackedWidget()
        self.toasts = ToastHost(self._outer)
        placeholder = QCoreApplication.translate("Window", "Scan a piece, or type a name, mailbox or tracking number")
        self.scan_box = ScanBox(placeholder, QCoreApplication.translate("Window", "Scan or search"))
        self.top = TopBar(self.scan_box)
        self.rail = Rail("", "", rooms.rail_items(rooms.UPPER), rooms.rail_items(rooms.LOWER))
        self.status = StatusBar()
        self.stack = QStackedWidget()
        self._begin_rooms()
        self.stopped: StoppedPage | None = None
        self.rescue_line = RescueLine()
        self.first_sync = FirstSyncLine(self.doing)
        self._room = QWidget()
        body = lay(
            QVBoxLayout(), self.top, *self._banner(), self.rescue_line, self.first_sync, self.stack, self.status, gap=0
        )
        body.setStretch(body.indexOf(self.stack), 1)
        lay(QHBoxLayout(self._room), self.rail, body, gap=0)
        self.sign_in_page = SignInPage(self)
        self.sign_in_page.installEventFilter(self)
        self._outer.addWidget(self.sign_in_page)
        self._outer.addWidget(self._room)
        self.setCentralWidget(self._outer)
        self.rail.show_icons_only(self.width() < FULL_RAIL)
        self.status_line = StatusLine(self)
        self.search_list = SearchList(
            self.scan_box,
            self.doing,
            lambda account: self.open_account(account.id),
            piece_picked=lambda item: self.open_piece(item.mail_id or item.tracking),
        )
        self._connect()

    def _banner(self) -> list[QWidget]:
        text = self._banner_text()
        return [Banner(text, "info")] if text else []

    def _connect(self) -> None:
        self.rail.current_changed.connect(self.go)
        self.scan_box.entered.connect(self._entered)
        self.scan_box.typed.connect(self.search_list.search)
        self.top.theme_pressed.connect(self.turn_theme)
        self.top.lock_pressed.connect(self.lock)
        self.status.pressed.connect(self._chip_pressed)

    # ------------------------------------------------------------ the rooms

    def _begin_rooms(self) -> None:
        self._scrolls: dict[str, PageScroll] = {}
        self._to_make = {key: make for key, (make, _, _) in {**rooms.UPPER, **rooms.LOWER}.items()}
        self._to_make["answer"] = rooms.answer
        self._to_make["story"] = rooms.story
        self._pages = _Rooms(self._to_make, self._make_room)
        self._making = QTimer(self)
        self._making.timeout.connect(self._make_room)

    @property
    def pages(self) -> dict[str, Page]:
        """The rooms by their keys; those that are not made yet are made now, or when they are asked for."""
        if self._all_rooms:
            self.make_rooms()
        return self._pages

    def make_rooms(self) -> None:
        """Make all that are not made yet: from now on every room hears what is announced."""
        while self._to_make:
            self._make_room()

    @property
    def answer_page(self) -> AnswerPage:
        return self.pages["answer"]  # type: ignore[return-value]

    def _make_room(self, key: str = "") -> None:
        """Make this room, or the next one; one in each turn of the event loop, so that no key waits behind all of
        them."""
        if self._to_make:
            key = key or next(iter(self._to_make))
            page = self._to_make.pop(key)(self)
            page.key = key
            self._pages[key] = page
            self._scrolls[key] = PageScroll(page)
            self.stack.addWidget(self._scrolls[key])
        if not self._to_make:
            self._making.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self.sign_in_page:
            watched.removeEventFilter(self)
            if self._all_rooms:
                self._making.start(0)
        return False

    # ------------------------------------------------------------ going about

    @property
    def page(self) -> Page:
        return self.pages[self._current]

    def go(self, key: str, **what: Any) -> None:
        """Show a room; with `what`, the room is asked to open that (`page.open(**what)`)."""
        before, after = self.page, self.pages[key]
        if key == "story":
            after.came_from(self._current)  # type: ignore[attr-defined]
        elif key != "answer":
            self._before_answer = key
            self.rail.set_current(key)
        if before is not after:
            before.left()
        self._current = key
        self.stack.setCurrentWidget(self._scrolls[key])
        self.toasts.move_to(after.head.slot)
        self.setWindowTitle(f"{rooms.title(key)} · Counter" if key not in ("answer", "story") else "Counter")
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

    def open_piece(self, number: str) -> None:
        """Show the yes/no screen for a piece that the clerk has picked."""
        self.scan_box.reset()
        self.answer(number)

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
            if self.doing.ready:
                self.sign_in_page.tell(said(CounterError("scan.locked")))
            return
        self.scan_box.reset()
        if not scan_text(scan.text).text.strip(GS):
            self.say(CounterError("scan.empty"))
            return
        if not self.page.scanned(scan):
            self.answer(scan.text)
        if scan.source != "typed" and not self.page.finds:
            # Whatever is scanned, wherever: when it was missing, it is in somebody's hand now (2.11).
            self.doing.do(self.doing.rooms.searches.seen, scan.text, done=self._seen, failed=lambda _error: None)

    def _seen(self, item: Any) -> None:
        if item is not None:
            text = QCoreApplication.translate(
                "Window", "{piece} was missing and is found again. Put it on a shelf now."
            )
            self.toasts.show_toast(text.format(piece=mail_id(item.mail_id)))

    def _entered(self, text: str) -> None:
        if text.strip():
            self.take_scan(RawScan(text.encode(), text, source="typed"))

    def _heard(self, event: object) -> None:
        if isinstance(event, events.StoreFailed):
            self.cannot_start(CounterError(event.code))
            return
        if not self.doing.ready:
            return  # Still opening: `ready` asks for everything that was announced until then.
        self._tell_rescue(event)
        self.first_sync.heard(event)
        if isinstance(event, events.ScanArrived):
            self.take_scan(event.scan)
        elif isinstance(event, events.Refused) and self.doing.clerk is not None:
            self.say(CounterError(event.code, **event.facts))
        self.status_line.heard(event)
        for page in self.pages.values():
            page.heard(event)

    def _slow(self, slow: bool, stoppable: bool) -> None:
        self.status_line.show_slow(slow, stoppable)

    def _chip_pressed(self, key: str) -> None:
        if key == "busy":
            self.doing.stop()
            return
        self.go(
            {"queue": "inbox", "connection": "inbox", "print": "print", "clock": "today", "cutoff": "today"}.get(
                key, "devices"
            )
        )

    # ------------------------------------------------------------ saying and sounding

    def say(self, error: CounterError) -> None:
        """Say what went wrong, where every clerk looks, with the sound of a refusal."""
        self.play("refused")
        self.toasts.show_toast(said(error), kind="bad")

    def play(self, sound: str) -> None:
        """One of three short sounds; silent where the computer has none, or where this counter is muted."""
        self.sounds.play(sound)

    @property
    def heard_sounds(self) -> list[str]:
        return self.sounds.heard

    def turn_theme(self) -> None:
        apply_theme(application(), "light" if look.mode == "dark" else "dark")

    # ------------------------------------------------------------ the language

    def speak(self, wanted: str) -> bool:
        """Speak `wanted` from now on and remember it. False, with the reason said, while something is half entered."""
        if any(page.unsaved() for page in self.pages.values()):
            self.say(CounterError("language.unsaved"))
            return False
        if self.doing.at_work:
            # An answer that is under way belongs to a page that would be gone.
            QTimer.singleShot(IDLE_PATIENCE_MS, self, lambda: self.speak(wanted))
            return True
        self.search_list.close()
        email = self.sign_in_page.email.text()
        language.speak(application(), wanted)
        gone = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._build()  # the old pages are deleted by the window as soon as nothing of theirs runs
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        if hasattr(self, "wedge"):
            self.wedge.set_scan_box(self.scan_box)
        self.sign_in_page.email.set_text(email)
        if self.doing.ready:
            self.doing.station.keep_choice("language", wanted)
            self.ready()
            self._clerk_changed(self.doing.clerk)
        self.rebuilt.emit()
        return True

    # ------------------------------------------------------------ who works here

    def lock(self) -> None:
        """Hide everything until somebody signs in; the outbox, the pickup under way and the scans stay."""
        if self.doing.clerk is not None:
            self.toasts.dismiss()  # the next clerk must not undo what this one did
            self.doing.sign_in(None)

    def _clerk_changed(self, clerk: Any) -> None:
        self.first_sync.clerk_changed()
        if clerk is None:
            self._outer.setCurrentWidget(self.sign_in_page)
            self.sign_in_page.shown()
            return
        self.toasts.dismiss()  # what was refused while nobody was signed in is of no use any more
        self.top.show_clerk(clerk.name, QCoreApplication.translate("Levels", LEVELS[clerk.level]))
        self._outer.setCurrentWidget(self._room)
        self._idle.setInterval(self.doing.station.desk.settings.idle_lock_s * 1000)
        self._idle.start()
        self.go(self._before_answer)

    def come_forward(self) -> None:
        """Somebody started Counter a second time: show this window instead."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell_starting(self, text: str) -> None:
        """How far the start is, on the sign-in screen; after a rebuild was begun, where it was pressed."""
        if self.stopped is not None and self._outer.currentWidget() is self.stopped:
            self.stopped.tell(text)
        else:
            self.sign_in_page.tell(text)

    def cannot_start(self, error: CounterError) -> None:
        """The station could not be opened: say what happened, why, and what to do next; nothing else works."""
        self.doing.clerk = self.doing.actor = None  # nobody works on a store that cannot be used
        if self.stopped is not None:
            self._outer.removeWidget(self.stopped)
            self.stopped.deleteLater()
        self.stopped = StoppedPage(error, running=self.doing.ready)
        self.stopped.chosen.connect(self._stopped_choice)
        self._outer.addWidget(self.stopped)
        self._outer.setCurrentWidget(self.stopped)

    def _tell_rescue(self, event: object) -> None:
        text = self.rescue_line.heard(event, self.doing.station.desk)
        if text:
            self.sign_in_page.set_hint(text)
        if isinstance(event, events.RebuildMoved) and event.step == "people" and self.doing.clerk is None:
            self.sign_in_page.refresh()

    def _stopped_choice(self, key: str) -> None:
        if key == "quit":
            self.close()
        else:
            self.way_on.emit(key)

    def add_handle(self, handle: QWidget) -> None:
        """Put the handle of a drawer into the status bar (the demo's simulated devices)."""
        layout = self.status.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(2, handle)

    def ready(self) -> None:
        """The station is open: show its store and who can sign in."""
        if self._all_rooms:
            self.make_rooms()
        station = self.doing.station
        self.sounds.muted = station.config.sounds == "off"
        self.rail.set_store(station.desk.settings.name, station.config.name)
        self.status_line.begin()
        self.first_sync.begin()
        self._tell_rescue(getattr(station, "acts_lost", None))
        self._outer.setCurrentWidget(self.sign_in_page)
        self.sign_in_page.shown()

    # ------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._idle.start()
        if event.key() == Qt.Key.Key_Escape:
            self.scan_box.reset()
            if not self.page.escape() and self._current == "answer":
                self.back()
            self.focus_scan_box()
            return
        super().keyPressEvent(event)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.stack.isAncestorOf(now):
            bring_into_view(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.show_icons_only(self.width() < FULL_RAIL)

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
