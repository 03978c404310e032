"""The sign-in screen: who works at this counter now. Offline first; the centre is asked only when it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from counter_app.errors import CounterError
from ui.buttons import button
from ui.entries import field
from ui.pages.clerk_list import ClerkList
from ui.pages.language_choice import LanguageChoice
from ui.sentences import say, sentence
from ui.theme import look
from ui.widgets import column, frame, icon_label, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.sign_in import Clerk
    from ui.window import Window

PIN_DIGITS = 6
ONLINE_CODES = frozenset({"sign_in.unknown_here", "sign_in.grant_expired", "sign_in.locked"})
"""What a sign-in at the centre can mend."""


class SignInPage(QWidget):
    """Shown while nobody is signed in, and when the counter is locked."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("page")
        self.window_ = window
        self._chosen: Clerk | None = None
        self._last_id = ""
        self._by_pin = False
        self._busy = False
        self._build()
        window.doing.clerk_changed.connect(self._clerk_changed)
        look.themed.connect(self.clerks.viewport().update)
        self._show_form()

    # ------------------------------------------------------------ how it looks

    def _build(self) -> None:
        self._store = text_label("", "welcome", wrap=True)
        self._counter = text_label("", "store")
        side = frame("rail")
        side.setFixedWidth(348)
        promise = QCoreApplication.translate(
            "SignIn",
            "Works without the internet. Everything is kept on this computer, encrypted, and sent when it can be.",
        )
        foot = row(icon_label("shield-check", "rail_hint", 18), text_label(promise, "store", wrap=True), gap=12)
        foot.setStretch(1, 1)
        lay(
            QVBoxLayout(side),
            row(icon_label("mail", "rail_on", 28), text_label("Counter", "brand"), None, gap=12),
            None,
            self._store,
            self._counter,
            None,
            foot,
            gap=6,
            margins=(36, 32, 36, 32),
        )
        self._title = text_label("", "h1")
        self._subtitle = text_label("", "muted", wrap=True)
        self.clerks = ClerkList()
        self.clerks.chosen.connect(lambda _now, _before: self._choose(self.clerks.clerk()))
        self.clerks.went_on.connect(self._go_on)
        self.email = field(QCoreApplication.translate("SignIn", "E-mail"), max_chars=254)
        self.password = field(QCoreApplication.translate("SignIn", "Password"), max_chars=256, secret=True)
        self.pin = field(
            QCoreApplication.translate("SignIn", "PIN"),
            QCoreApplication.translate("SignIn", "6 digits"),
            max_chars=PIN_DIGITS,
            secret=True,
        )
        self.caps = text_label(QCoreApplication.translate("SignIn", "Caps Lock is on"), "warn")
        self.caps.hide()
        self.go_in = button(QCoreApplication.translate("SignIn", "Sign in"), "primary", clicked=self.submit)
        self.go_in.show_hint("Return")
        self.other_way = button(
            QCoreApplication.translate("SignIn", "Use the password instead"), "link", clicked=self._turn_way
        )
        self.online = button(
            QCoreApplication.translate("SignIn", "Changed your password? Ask the centre"),
            "link",
            clicked=self._ask_centre,
        )
        self.hint = text_label("", "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        form = QWidget()
        form.setFixedWidth(420)
        lay(
            QVBoxLayout(form),
            column(self._title, self._subtitle, gap=4),
            self.clerks,
            column(self.email, self.password, self.pin, self.caps, gap=8),
            self.go_in,
            row(self.other_way, None, self.online, gap=0),
            gap=16,
        )
        self.languages = LanguageChoice(self.window_)
        above = row(None, self.languages)
        right = column(above, None, row(None, form, None), None, self.hint, gap=0, margins=(24, 24, 24, 24))
        lay(QHBoxLayout(self), side, right, gap=0).setStretch(1, 1)
        self.online.hide()
        self.email.entered.connect(lambda _text: self.password.setFocus())
        self.password.entered.connect(lambda _text: self.submit())
        self.pin.entered.connect(lambda _text: self.submit())
        self.pin.changed.connect(self._pin_typed)
        for one in (self.email, self.password, self.pin):
            one.edit.installEventFilter(self)

    def tell(self, text: str) -> None:
        """How far the start is, while the store is being opened; "" when there is nothing to say."""
        self._subtitle.setText(text)

    def set_hint(self, text: str) -> None:
        """A quiet line at the bottom, for the demo; "" for none."""
        self.hint.setText(text)

    # ------------------------------------------------------------ who signs in

    def shown(self) -> None:
        """Ask the store who has signed in here before."""
        self._clear()
        doing = self.window_.doing
        if not doing.ready:
            return
        station = doing.station
        self._store.setText(station.desk.settings.name)
        self._counter.setText(station.config.name)
        doing.ask(doing.rooms.sign_in.clerks, done=self._show_clerks)

    def refresh(self) -> None:
        """Clerks have become known while the page shows; whoever is typing is not disturbed."""
        if not (self._busy or self.email.text() or self.password.text() or self.pin.text()):
            self.shown()

    def _show_clerks(self, clerks: list[Clerk]) -> None:
        self.clerks.show_clerks(clerks, self._last_id)
        self._choose(self.clerks.clerk())

    def _clerk_changed(self, clerk: Clerk | None) -> None:
        if clerk is not None:
            self._last_id = clerk.id
            self._clear()

    def _choose(self, clerk: Clerk | None) -> None:
        if self._busy:
            return
        self._chosen = clerk
        self._by_pin = clerk is not None and clerk.has_pin and clerk.may_switch
        self._clear()
        self._show_form()
        self.focus_entry()

    def focus_entry(self) -> None:
        """The field that is to be filled next; the list keeps the focus while the arrow keys walk through it."""
        if self.clerks.hasFocus():
            return
        wanted = self.pin if self._by_pin else self.password if self._chosen else self.email
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, key: QKeyEvent | None) -> None:
        self.focus_entry()
        edit = self.window().focusWidget()
        if key is not None and edit is not None and edit is not self.clerks:
            edit.keyPressEvent(key)

    def _clear(self) -> None:
        for one in (self.password, self.pin):
            one.clear()
        self.caps.hide()
        self.online.hide()

    def _show_form(self) -> None:
        clerk, ready = self._chosen, self.window_.doing.ready
        known = self.clerks.count() > 1
        self.clerks.setVisible(known)
        if not ready:
            title = QCoreApplication.translate("SignIn", "Opening the store …")
            note = sentence("station.not_ready")
        elif clerk is not None:
            title = QCoreApplication.translate("SignIn", "Who works here?")
            note = QCoreApplication.translate("SignIn", "Choose with the arrow keys, then type.")
        elif known:
            title = QCoreApplication.translate("SignIn", "Who works here?")
            note = QCoreApplication.translate("SignIn", "The first time at this counter needs the internet, once.")
        else:
            title = QCoreApplication.translate("SignIn", "Sign in")
            note = QCoreApplication.translate("SignIn", "The first time at this counter needs the internet, once.")
        self._title.setText(title)
        self._subtitle.setText(note)
        self.email.setVisible(clerk is None)
        self.password.setVisible(not self._by_pin)
        self.pin.setVisible(self._by_pin)
        may_turn = clerk is not None and clerk.has_pin and clerk.may_switch
        self.other_way.setVisible(may_turn)
        self.other_way.set_text(
            QCoreApplication.translate("SignIn", "Use the password instead")
            if self._by_pin
            else QCoreApplication.translate("SignIn", "Use the PIN instead")
        )
        self.go_in.setEnabled(ready and not self._busy)
        self.go_in.set_text(
            QCoreApplication.translate("SignIn", "Signing in …")
            if self._busy
            else QCoreApplication.translate("SignIn", "Sign in")
        )
        for one in (self.email, self.password, self.pin):
            one.edit.setEnabled(ready and not self._busy)

    def _turn_way(self) -> None:
        if self._chosen is None or self._busy or self.other_way.isHidden():
            return
        self._by_pin = not self._by_pin
        self._clear()
        self._show_form()
        (self.pin if self._by_pin else self.password).setFocus()

    # ------------------------------------------------------------ signing in

    def _pin_typed(self, text: str) -> None:
        if len(text) == PIN_DIGITS:
            self.submit()

    def submit(self) -> None:
        """Sign in with what was typed; one try at a time."""
        if self._busy or not self.window_.doing.ready:
            return
        rooms, doing = self.window_.doing.rooms, self.window_.doing
        if self._by_pin and self._chosen is not None:
            if not self.pin.text():
                return
            self._begin()
            doing.ask(
                rooms.sign_in.switch, self._chosen.id, self.pin.text(), done=self._signed_in, failed=self._pin_refused
            )
            return
        email, password = self._said()
        if not email:
            self.email.show_error(QCoreApplication.translate("SignIn", "Type your e-mail."))
            self.email.setFocus()
            return
        if not password:
            self.password.show_error(QCoreApplication.translate("SignIn", "Type your password."))
            self.password.setFocus()
            return
        self._begin()
        doing.ask(rooms.sign_in.sign_in, email, password, done=self._signed_in, failed=self._refused_here)

    def _said(self) -> tuple[str, str]:
        email = self._chosen.email if self._chosen else self.email.text().strip()
        return email, self.password.text()

    def _begin(self) -> None:
        self._busy = True
        self._show_form()

    def _refused_here(self, error: CounterError) -> None:
        if error.code in ONLINE_CODES and self.window_.doing.station.central is not None:
            self._log_in()
            return
        self._refused(error)
        central = self.window_.doing.station.central
        self.online.setVisible(error.code == "sign_in.wrong" and central is not None)

    def _ask_centre(self) -> None:
        if not self._busy and all(self._said()):
            self._begin()
            self._log_in()

    def _log_in(self) -> None:
        """At the centre, on a thread of its own: it takes up to its deadline, and the window stays alive."""
        doing = self.window_.doing
        central, rooms = doing.station.central, doing.rooms
        email, password = self._said()

        def answered(said: dict[str, Any]) -> None:
            doing.ask(rooms.sign_in.sign_in_online, said, password, done=self._signed_in, failed=self._refused)

        doing.aside(lambda: central.log_in(email, password), done=answered, failed=self._refused)

    def _signed_in(self, clerk: Clerk) -> None:
        self._busy = False
        self._clear()
        self.email.clear()
        self._show_form()
        self.window_.doing.sign_in(clerk)

    def _pin_refused(self, error: CounterError) -> None:
        if error.code in ("sign_in.needed", "sign_in.pin_off"):
            self._by_pin = False
            self._refused(CounterError("sign_in.pin_off"))
            return
        self._refused(error)

    def _refused(self, error: CounterError) -> None:
        self._busy = False
        self._show_form()
        entry = self.pin if self._by_pin else self.password
        entry.clear()
        entry.show_error(say(error))
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.window_.play("refused")

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.clerks.isVisible():
                self.clerks.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            # Qt does not tell the state of Caps Lock; a letter that comes in the wrong case does.
            text, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_CapsLock:
                self.caps.setVisible(not self.caps.isVisible())
            elif watched is not self.email.edit and len(text) == 1 and text.upper() != text.lower():
                self.caps.setVisible(text.isupper() != shift)
        return super().eventFilter(watched, event)
