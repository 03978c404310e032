"""A stack of letters by scanner: number, name, picture, Enter; for the next of that mailbox picture and Enter (S-04).

What stays the same stays in the form. The gate stays too (S-09): a letter goes in under a name of the form that the
clerk has chosen, by one key, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from counter_app.domain.mailbox import Account
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui import words
from ui.chips import ChipButton
from ui.entries import combo, field
from ui.frame import on_key
from ui.notices import Banner
from ui.pages.batch_pad import Later, Pad
from ui.pages.mailbox_card import verdict_of
from ui.pages.photo_box import opened
from ui.sentences import say, sentence
from ui.signing import PhotoView
from ui.status import short
from ui.widgets import Card, lay, row, spoken, text_label

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage

LETTERS = "ABCDEFGHIJKLMNOPQRST"
"""The keys of names: digits begin the next mailbox number. U keeps the letter as unassigned."""
UNDO_MOST = 50


class BatchCard(Card):
    """The form of the batch. `acts` counts what the clerk did for the letter in hand, and for the ones before."""

    def __init__(self, page: ReceivePage) -> None:
        super().__init__(margins=(16, 12, 16, 14))
        self._page = page
        self.place: Any = None
        self.name = ""
        self.tracking = ""
        self.photo = b""
        self.done: list[Any] = []
        self._choices: list[tuple[str, Callable[[], object]]] = []
        self._letter = 0
        self._taking = self._bare = self._busy = self._asking = False
        self._wanted: str | None = None
        self._later = Later(self._held, self._do_later, lambda: page.window_.play("refused"))
        self.number = field(
            QCoreApplication.translate("Receive", "Mailbox number"),
            QCoreApplication.translate("Receive", "Scan it, or type it and press Enter"),
            max_chars=40,
        )
        self.number.entered.connect(self._entered)
        self.number.edit.installEventFilter(self)
        self.mail_type = combo(QCoreApplication.translate("Receive", "Type"), words.mail_types())
        self.mail_type.set_key("letter")
        self.mail_type.setFixedWidth(160)
        self.shelf = field(QCoreApplication.translate("Receive", "Shelf"), "A-12", max_chars=12)
        self.shelf.setFixedWidth(96)
        self.pad = Pad(self.pressed)
        self.who = text_label("", "h2", elide="right")
        self.chosen = text_label("", "body", elide="right")
        self._chips = lay(QVBoxLayout(), gap=6)
        self.view = PhotoView(QCoreApplication.translate("Receive", "Photo of the letter"))
        self.view.setFixedHeight(150)
        self.hint = text_label("", "muted", wrap=True)
        self.trouble = Banner("", "bad")
        self.count = text_label("", "strong", elide="right")
        self._lay_out()
        self._undo = on_key(self, "Ctrl+Z", self.undo)
        self._undo.setEnabled(False)
        self.clear()

    def _lay_out(self) -> None:
        first = row(self.number, self.mail_type, self.shelf, gap=10)
        first.setStretch(0, 1)
        inside = lay(QVBoxLayout(self.pad), self.who, self.chosen, self._chips, self.view, self.hint, None, gap=8)
        inside.setContentsMargins(2, 2, 2, 2)
        self.pad.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        title = text_label(QCoreApplication.translate("Receive", "A stack of letters"), "h2")
        for one in (row(title, None, self.count, gap=8), first):
            self.body.addLayout(one)
        self.body.addWidget(self.pad, 1)
        self.body.addWidget(self.trouble)

    # ------------------------------------------------------------ coming and going

    def begin(self) -> None:
        """The batch has the keyboard."""
        self._page.window_.toasts.dismiss()  # Ctrl+Z is the batch's from now on
        self._undo.setEnabled(True)
        self.number.edit.setFocus()

    def leave(self) -> None:
        self._undo.setEnabled(False)
        self._later.clear()
        self.clear()
        self.done.clear()
        self._say_count()

    def unsaved(self) -> bool:
        return self._held() or bool(self.photo)

    def clear(self) -> None:
        """No mailbox is chosen."""
        self.place, self.name = None, ""
        self._next_letter()
        self._offer([])
        self.number.clear()
        self.who.setText(QCoreApplication.translate("Receive", "Whose letters are they?"))
        self._say()

    def _next_letter(self) -> None:
        self._letter += 1
        self.photo, self.tracking = b"", ""
        self._taking = self._bare = False
        self._wanted = None
        self.view.show_nothing(QCoreApplication.translate("Receive", "No photo yet"))

    # ------------------------------------------------------------ whose

    def _entered(self, text: str) -> None:
        if text.strip():
            self._recognise(text)

    def scanned(self, scan: RawScan) -> bool:
        """A scan while the batch has the room."""
        if not self._later.keeps(scan):
            self._recognise(scan.text)
        return True

    def _recognise(self, text: str) -> None:
        self._asking = True
        self._page.doing.do(
            self._page.doing.rooms.receiving.recognise,
            text,
            done=lambda found: self._recognised(text, found),
            failed=self._not_known,
        )

    def _not_known(self, error: CounterError) -> None:
        self._asking = False
        self._later.clear()
        self._page.window_.say(error)

    def _recognised(self, text: str, found: Any) -> None:
        self._asking = False
        self._take_in(text, found)
        self._later.go_on()

    def _take_in(self, text: str, found: Any) -> None:
        if found.kind == "mailbox":
            self._holders(found.accounts)
        elif found.kind == "tracking" and self.place is not None:
            self.tracking = found.reading.number
            self._say()
        elif found.kind == "shelf":
            self.shelf.set_text(found.shelf)
        else:
            self._refuse(sentence("receive.nobody", {"asked": text[:40]}))
            self.number.edit.setFocus()
            self.number.edit.selectAll()

    def _holders(self, accounts: Sequence[Account]) -> None:
        if len(accounts) == 1:
            self._ask(accounts[0].id)
            return
        # A holder and a former one: the clerk looks and says who, never the program.
        self.clear()
        self.who.setText(QCoreApplication.translate("Receive", "Which holder stands on the letter?"))
        said = [(f"{one.holder} · {words.mailbox_state(one)[0]}", one.id) for one in accounts]
        self._offer([(text, lambda one=one: self._ask(one)) for text, one in said])  # type: ignore[misc]
        self.pad.setFocus()

    def _ask(self, account_id: str) -> None:
        rooms = self._page.doing.rooms.receiving
        self._asking = True
        self._page.doing.do(rooms.destination, account_id, done=self._placed, failed=self._not_known)

    def _placed(self, place: Any) -> None:
        self._asking = False
        self._show_place(place)
        self._later.go_on()

    def _show_place(self, place: Any) -> None:
        self.clear()
        self._page.card.show_place(place)
        if not place.takes:
            self._refuse(verdict_of(place)[0])
            self.number.edit.setFocus()
            return
        self.place = place
        self.trouble.hide()
        self.who.setText(f"{words.pmb(place.account.mailbox)} · {place.account.holder}")
        self._offer([(name, lambda name=name: self._choose(name)) for name in place.names])  # type: ignore[misc]
        self.pad.setFocus()
        self._say()

    def _choose(self, name: str) -> None:
        self.name = name
        self.trouble.hide()
        self._mark(name)
        self._say()

    # ------------------------------------------------------------ keys

    def pressed(self, key: str) -> bool:
        """A key on the pad; True when it means something here."""
        means_something = key in ("enter", "picture", "back") or (len(key) == 1 and key.isalnum())
        return (means_something and self._later.keeps(key)) or self._do(key)

    def _held(self) -> bool:
        """The letter before is not in yet, or nobody knows yet whose the next ones are."""
        return self._wanted is not None or self._busy or self._asking

    def _do_later(self, one: str | RawScan) -> None:
        if isinstance(one, RawScan):
            self._recognise(one.text)
        elif self.focusWidget() is self.number.edit:
            self._type(one)
        else:
            self._do(one)

    def _type(self, key: str) -> None:
        """A key of a mailbox number that was begun while the letter before went in."""
        if key == "enter":
            self._entered(self.number.text())
        else:
            self.number.set_text(self.number.text()[:-1] if key == "back" else self.number.text() + key)

    def _do(self, key: str) -> bool:
        if key == "enter":
            self.insert()
        elif key == "picture":
            self.take_photo()
        elif key == "back" or key.isdigit():
            self.clear()
            self.number.edit.setFocus()
            if key != "back":
                self.number.set_text(key)
        elif key == "U" and self.place is not None:
            self._insert_as("")
        elif key in LETTERS[: len(self._choices)] and len(key) == 1:
            self._choices[LETTERS.index(key)][1]()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.matches(QKeySequence.StandardKey.Undo):  # type: ignore[attr-defined]
            event.ignore()  # the letter, not the digits
            return True
        return False

    # ------------------------------------------------------------ the picture

    def take_photo(self) -> None:
        """Take the picture of the letter in hand."""
        letter, devices = self._letter, self._page.doing.station.devices
        self._taking = True
        self._page.doing.aside(
            lambda: devices.photo("camera"),
            done=lambda data: self._taken(letter, data),
            failed=lambda error: self._not_taken(letter, error),
        )

    def _taken(self, letter: int, data: bytes) -> None:
        if letter != self._letter:
            return  # it was of the letter before
        self._taking = False
        image = opened(data)
        if image.isNull():
            self._wanted = None
            self._later.clear()
            self._page.window_.play("refused")
            self.view.show_nothing(QCoreApplication.translate("Receive", "This is no photo"))
            return
        self.photo = data
        self.view.show_image(image)
        self._say()
        if self._wanted is not None:
            name, self._wanted = self._wanted, None
            self._insert_as(name)

    def _not_taken(self, letter: int, error: CounterError) -> None:
        if letter == self._letter:
            self._taking, self._wanted = False, None
            self._later.clear()
            self._page.window_.play("refused")
            text = QCoreApplication.translate("Receive", "Camera: {trouble}").format(trouble=short(error.code))
            self.view.show_nothing(text)

    # ------------------------------------------------------------ the act

    def insert(self) -> None:
        """Insert the letter under the chosen name; without one nothing happens (S-09)."""
        if self.place is None or self._busy:
            return
        if not self.name:
            self._refuse(sentence("batch.no_name"))
            return
        self._insert_as(self.name)

    def _insert_as(self, name: str) -> None:
        if self._taking:
            self._wanted = name
            return  # the picture is on its way: it goes in with it
        if not self.photo and not self._bare:
            self._bare = True
            self._refuse(sentence("batch.no_photo"), "warn")
            return
        rooms, place = self._page.doing.rooms.receiving, self.place
        arrival = rooms.Arrival(
            account_id=place.account.id if name else "",
            name=name,
            mail_type=self.mail_type.key(),
            tracking=self.tracking,
            shelf=self.shelf.text().strip(),
            photo=self.photo,
            intake=self._page.drop_card.at_hand,
        )
        self._busy = True
        use_case = rooms.receive if name else rooms.receive_unassigned
        self._page.doing.do(use_case, arrival, done=self._inserted, failed=self._failed)

    def _inserted(self, got: Any) -> None:
        self._busy = False
        self.done = [*self.done, got.item][-UNDO_MOST:]
        self._page.window_.play("taken")
        self.trouble.hide()
        self._next_letter()
        self._say_count()
        self._say()
        self._page.list_again()
        self._later.go_on()

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        self._wanted = None
        self._refuse(say(error))

    def undo(self) -> None:
        """Take the last letter back; once more the one before it."""
        if not self.done or self._busy:
            return
        self._busy = True
        item = self.done[-1]

        def back(_none: Any) -> None:
            self._busy = False
            self.done = [one for one in self.done if one.id != item.id]
            self._say_count()
            gone = QCoreApplication.translate("Receive", "{mail_id} is taken back; throw its label away")
            self._page.window_.toasts.show_toast(gone.format(mail_id=words.mail_id(item.mail_id)))
            self._page.list_again()
            self._later.go_on()

        self._page.doing.do(self._page.doing.rooms.receiving.take_back, item.id, done=back, failed=self._failed)

    # ------------------------------------------------------------ what it says

    def _refuse(self, text: str, kind: str = "bad") -> None:
        self._later.clear()  # it was of letters after this one
        self._page.window_.play("refused")
        self.trouble.show_text(text, kind)
        self.trouble.show()

    def _offer(self, choices: list[tuple[str, Callable[[], object]]]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.layout()) is not None:
                while (inner := old.takeAt(0)) is not None:
                    if (chip := inner.widget()) is not None:
                        chip.hide()
                        chip.deleteLater()
        self._choices = choices[: len(LETTERS)]
        line = QHBoxLayout()
        for n, (text, act) in enumerate(self._choices):
            if n % 2 == 0:
                line = row(gap=8)
                self._chips.addLayout(line)
            chip = ChipButton(f"{LETTERS[n]}   {text}", "info", "user-round", f"{LETTERS[n]}, {text}")
            chip.setMaximumWidth(250)
            chip.clicked.connect(lambda _checked=False, act=act: act())
            line.addWidget(chip)
            if n % 2 == 1 or n == len(self._choices) - 1:
                line.addStretch(1)

    def _mark(self, name: str) -> None:
        for n, (text, _) in enumerate(self._choices):
            chip = self._chip(n)
            if chip is not None:
                kind, icon = ("ok", "circle-check") if text == name else ("info", "user-round")
                chip.show_state(f"{LETTERS[n]}   {text}", kind, icon, f"{LETTERS[n]}, {text}")

    def _chip(self, n: int) -> ChipButton | None:
        line = self._chips.itemAt(n // 2)
        inner = line.layout().itemAt(n % 2) if line is not None and line.layout() is not None else None
        found = inner.widget() if inner is not None else None
        return found if isinstance(found, ChipButton) else None

    def _say(self) -> None:
        if self.place is None:
            self.chosen.setText("")
            hint = QCoreApplication.translate("Receive", "The number first. Ctrl+B goes back to one piece.")
        elif not self.name:
            self.chosen.setText(QCoreApplication.translate("Receive", "Which name stands on it? Press its letter."))
            hint = QCoreApplication.translate(
                "Receive", "U: none of them, keep it as unassigned. Digits: another mailbox."
            )
        else:
            self.chosen.setText(QCoreApplication.translate("Receive", "For {name}").format(name=self.name))
            hint = QCoreApplication.translate(
                "Receive", "Space: picture. Enter: insert. A letter: another name. Digits: another mailbox."
            )
        self.hint.setText(hint)
        self.pad.setAccessibleName(spoken(f"{self.who.text()}. {self.chosen.text()}"))
        self.pad.setAccessibleDescription(hint)

    def _say_count(self) -> None:
        text = QCoreApplication.translate("Receive", "%n letter(s) in this stack", "", len(self.done))
        self.count.setText(text if self.done else "")
