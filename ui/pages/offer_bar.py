"""The offers of the yes/no screen: what may be done, each with its key, and beneath them why the others may not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.buttons import Button, button
from ui.widgets import icon_label, lay, paint_focus_ring, spoken, text_label

MOST_OFFERS = 5
NARROW = 3
"""So many in a row where all do not fit."""
ICONS = {
    "receive": "package-plus",
    "hand_over": "hand-helping",
    "open_task": "hand-helping",
    "assign": "mail",
    "move": "map-pin",
    "reassign": "arrow-right-left",
    "print_again": "printer",
    "shelf_slip": "tag",
    "note": "pen-line",
}


def offer_name(action: str) -> str:
    return {
        "receive": QCoreApplication.translate("Answer", "Receive a piece"),
        "hand_over": QCoreApplication.translate("Answer", "Hand over"),
        "open_task": QCoreApplication.translate("Answer", "Open the pickup"),
        "assign": QCoreApplication.translate("Answer", "Assign"),
        "move": QCoreApplication.translate("Answer", "Move"),
        "reassign": QCoreApplication.translate("Answer", "Reassign"),
        "print_again": QCoreApplication.translate("Answer", "Print label"),
        "shelf_slip": QCoreApplication.translate("Answer", "Shelf slip"),
        "note": QCoreApplication.translate("Answer", "Note"),
    }.get(action, action)


class OfferBar(QWidget):
    """What may be done, each with its key; what may not says why, once for all that share a reason.

    A button that is off cannot have the focus, so its reason has it: Tab comes past every offer.
    `pressed` gets the action.
    """

    def __init__(self, pressed: Callable[[str], object]) -> None:
        super().__init__()
        self._pressed = pressed
        self._actions: list[str] = []
        self._main = ""
        self.buttons: dict[str, Button] = {}
        self.reasons: dict[str, str] = {}
        self._line = QGridLayout()
        self._line.setSpacing(8)
        self._line.setColumnStretch(MOST_OFFERS, 1)
        self._across = MOST_OFFERS
        self._whys = lay(QVBoxLayout(), gap=3)
        self._parts: list[Button] = []
        self._told: list[_Reason] = []
        lay(QVBoxLayout(self), self._line, self._whys, gap=8)
        self._keys: list[QShortcut] = []
        for n in range(MOST_OFFERS):
            key = QShortcut(QKeySequence(f"Ctrl+{n + 1}"), self)
            key.activated.connect(lambda n=n: self._press(n))
            self._keys.append(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def first(self) -> str:
        """The next step, "" when there is none: what Enter does."""
        return self._main

    def show_offers(self, offers: Sequence[tuple[str, bool, str]], main: str = "") -> None:
        """`offers` are (action, allowed, why not in words); `main` is the next step, if it is allowed."""
        offers = offers[:MOST_OFFERS]
        self._actions = [action for action, _, _ in offers]
        self.buttons, self.reasons = {}, {}
        self._main = next((action for action, allowed, _ in offers if allowed and action == main), "")
        if not offers:
            return  # the bar is hidden as a whole; its parts stay as they are for the next answer
        while len(self._parts) < len(offers):
            self._add_part()
        refused: dict[str, list[str]] = {}
        for n, one in enumerate(self._parts):
            if n < len(offers):
                action, allowed, why = offers[n]
                one.show_as(offer_name(action), "primary" if action == self._main else "second", ICONS.get(action, ""))
                one.show_hint("Return" if action == self._main else f"Ctrl+{n + 1}")
                one.setEnabled(allowed)
                one.setAccessibleDescription(spoken(why))
                self.buttons[action], self.reasons[action] = one, why
                if why:
                    refused.setdefault(why, []).append(offer_name(action))
            one.setVisible(n < len(offers))
        self._tell(refused)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # Side by side is a wish: where there is no room they stand in rows.
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """As many in a row as fit beside each other."""
        shown = [one for one in self._parts if not one.isHidden()]
        needed = sum(one.sizeHint().width() for one in shown) + self._line.spacing() * max(0, len(shown) - 1)
        across = MOST_OFFERS if needed <= self.width() else NARROW
        if across != self._across:
            self._across = across
            for n, one in enumerate(self._parts):
                self._line.addWidget(one, n // across, n % across)

    def _add_part(self) -> None:
        n = len(self._parts)
        one = button("", clicked=lambda: self._chosen(n))
        self._parts.append(one)
        self._line.addWidget(one, n // self._across, n % self._across)

    def _tell(self, refused: dict[str, list[str]]) -> None:
        while len(self._told) < len(refused):
            self._told.append(_Reason())
            self._whys.addWidget(self._told[-1])
        told = list(refused.items())
        for n, one in enumerate(self._told):
            if n < len(told):
                one.say(told[n][1], told[n][0])
            one.setVisible(n < len(told))

    def _press(self, n: int) -> None:
        if n < len(self._actions):
            self._parts[n].click()  # a button that is off does nothing

    def _chosen(self, n: int) -> None:
        if n < len(self._actions):
            self._pressed(self._actions[n])


class _Reason(QWidget):
    """Why some offers are off. It takes the focus in their place."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label = text_label("", "muted", wrap=True)
        line = lay(QHBoxLayout(self), icon_label("ban", "muted", 16), self._label, gap=8, margins=(4, 2, 4, 2))
        line.setStretch(1, 1)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)

    def say(self, names: Sequence[str], why: str) -> None:
        text = QCoreApplication.translate("Answer", "{offers}: {why}").format(offers=", ".join(names), why=why)
        self._label.setText(text)
        self.setAccessibleName(spoken(QCoreApplication.translate("Answer", "Not possible: {text}").format(text=text)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus_ring(QPainter(self), self.rect(), 6, "focus", inset=True)
