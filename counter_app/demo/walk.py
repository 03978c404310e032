"""A hand at the keyboard: works the real window by accessible names, waits for facts, keeps a list of checks.

What the hand looks for is given as it stands in the source, and is looked for in the language that the window speaks.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.language import language
from ui.sentences import SENTENCES
from ui.theme import apply_theme, look
from ui.window import Window

WAIT_S = 10.0
PACKED = 80
"""How quickly a picture is packed: a larger file costs less time than a small one."""
SIZES = (QSize(1366, 768), QSize(1920, 1080))
"""The pictures of the day are taken at each of these."""
LAYOUT_TURNS = 10
"""A line that breaks is heard of by one more layout around it in each turn; sooner it is no state of the window."""
CONTEXTS = (
    "AccessibleNames",
    "Acts",
    "Answer",
    "Customers",
    "Deliveries",
    "Devices",
    "Inbox",
    "Keys",
    "Money",
    "Paper",
    "Pickups",
    "PrintQueue",
    "Progress",
    "Rail",
    "Receive",
    "Returns",
    "Rooms",
    "ScanBox",
    "Shelves",
    "Ship",
    "Story",
    "Search",
    "Sentences",
    "SignIn",
    "SignaturePad",
    "Status",
    "Tasks",
    "Toast",
    "Today",
    "TopBar",
    "Window",
    "Words",
)


def spoken(text: str, **facts: str) -> list[re.Pattern[str]]:
    """How the window may say `text`, with `facts` in their places (`n` is that of %n) and anything in the others."""
    said = {QCoreApplication.translate(context, text) for context in CONTEXTS}
    said = (said - {text}) or {text} if language.spoken != "en" else {text}
    patterns = []
    for one in sorted(said):
        parts = re.split(r"\{(\w+)\}", one.replace("%n", "{n}"))
        whole = "".join(
            (_whole(part, facts[part]) if part in facts else ".*?") if n % 2 else re.escape(part)
            for n, part in enumerate(parts)
        )
        patterns.append(re.compile(whole, re.DOTALL))
    return patterns


def _whole(name: str, fact: str) -> str:
    # 10 is no 0.
    return rf"(?<!\d){re.escape(fact)}" if name == "n" else re.escape(fact)


class NotSoError(AssertionError):
    """Something that the day expects did not come about."""


@dataclass(slots=True)
class Report:
    """Named checks with their figures; the day goes on after a failed one, and ends with exit 1."""

    started: float = field(default_factory=time.monotonic)
    quiet: bool = False
    checks: list[dict[str, Any]] = field(default_factory=list)

    def check(self, name: str, ok: bool, figure: object = "") -> None:
        """Note whether `name` holds, with the figure that was seen."""
        self.checks.append({"name": name, "ok": bool(ok), "figure": str(figure)})
        if not self.quiet:
            print(f"{'ok  ' if ok else 'FAIL'} {name}{f' ({figure})' if str(figure) else ''}", flush=True)

    @property
    def failed(self) -> int:
        return sum(not one["ok"] for one in self.checks)

    @property
    def ok(self) -> bool:
        return bool(self.checks) and not self.failed

    def write(self, path: Path, version: str) -> None:
        seconds = round(time.monotonic() - self.started, 1)
        content = {"version": version, "seconds": seconds, "checks": self.checks}
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


class Hand:
    """Works one window. Every wait has a deadline; what is not found is an error that says what was looked for."""

    def __init__(self, window: Window, pictures: Path) -> None:
        self.window = window
        self._pictures = pictures
        self.pictured_s = 0.0
        pictures.mkdir(parents=True, exist_ok=True)

    def wait(self, fact: Callable[[], Any], what: str, seconds: float = WAIT_S) -> Any:
        """Let the window live until `fact()` is true; its value. NotSoError after `seconds`."""
        end = time.monotonic() + seconds
        while True:
            QApplication.processEvents()
            value = fact()
            if value:
                return value
            if time.monotonic() > end:
                raise NotSoError(f"waited {seconds:.0f} s in vain for: {what}")
            QTest.qWait(5)

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
        """The visible control whose accessible name is `name`, or begins with it."""
        near, wanted = None, spoken(name)
        for widget in self.window.findChildren(kind):
            if widget.isVisible() and widget.accessibleName():
                if any(one.fullmatch(widget.accessibleName()) for one in wanted):
                    return widget
                if near is None and any(one.match(widget.accessibleName()) for one in wanted):
                    near = widget
        return near

    def control(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """As `find`, waiting for it."""
        found: QWidget = self.wait(lambda: self.find(name, kind), f"a control called “{name}”")
        return found

    def press(self, name: str) -> None:
        """Press a button as a click does; it must be enabled."""
        widget = self.control(name, QAbstractButton)
        self.wait(widget.isEnabled, f"“{name}” to be enabled")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))
        QApplication.processEvents()

    def key(self, keys: str) -> None:
        """Press a key, or keys together such as Ctrl+Return, wherever the keyboard is."""
        pressed = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(self.window.focusWidget() or self.window, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def strike(self, name: str) -> None:
        """Press a button by keyboard: by the key that stands on it, or by Space once Tab has come to it."""
        widget = self.control(name, QAbstractButton)
        self.wait(lambda: widget.isEnabled() and not self.window.doing.at_work, f"“{name}” to be enabled")
        keys = widget.shortcut().toString()  # type: ignore[attr-defined]
        if not keys:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(keys or "Space")

    def choose(self, name: str, key: str) -> None:
        """Choose an entry of a list of choices by the arrow keys."""
        box: Any = self.control(name, QComboBox)
        wanted = box.findData(key)
        if wanted < 0:
            raise NotSoError(f"“{name}” has no entry {key}")
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != wanted:
            QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)
        QApplication.processEvents()

    def go(self, room: str) -> None:
        """Go to a room by its button on the rail."""
        self.window.rail.current_changed.emit(room)
        QApplication.processEvents()

    def enter(self, text: str) -> None:
        """Type into the scan box and press Enter."""
        self.type_into(self.window.scan_box.accessibleName(), text, enter=True)

    @property
    def toast(self) -> str:
        return str(self.window.toasts.text())

    def toast_says(self, text: str) -> bool:
        """Whether the toast that shows now says `text`."""
        return any(one.search(self.toast) for one in spoken(text))

    def type_into(self, name: str, text: str, enter: bool = False) -> None:
        """Put `text` into a field as if it had been typed."""
        widget = self.control(name)
        if isinstance(widget, QLineEdit):
            widget.setFocus()
            widget.setText(text)
            widget.textEdited.emit(text)
            if enter:
                QTest.keyClick(widget, Qt.Key.Key_Return)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        else:
            raise NotSoError(f"“{name}” is no field")
        QApplication.processEvents()

    def text_shown(self, part: str, **facts: str) -> bool:
        """Whether some visible label or control shows `part`."""
        wanted = spoken(part, **facts)
        for widget in self.window.findChildren(QWidget):
            if not widget.isVisible():
                continue
            text = getattr(widget, "text", None)
            said = text() if callable(text) else ""
            whole = getattr(widget, "whole_text", None)
            said = whole() if callable(whole) else said
            if any(one.search(str(said)) or one.search(widget.accessibleName()) for one in wanted):
                return True
        return False

    def sees(self, part: str, seconds: float = WAIT_S, **facts: str) -> bool:
        """Wait until `part` shows somewhere; False when it does not."""
        try:
            self.wait(lambda: self.text_shown(part, **facts), f"“{part}” on screen", seconds)
        except NotSoError:
            return False
        return True

    def reads(self, code: str, seconds: float = WAIT_S) -> bool:
        """Wait until the sentence of a stable code shows somewhere."""
        return self.sees(str(SENTENCES[code]), seconds)

    def picture(self, name: str) -> None:
        """Keep the window as it looks now, in both themes and at each size.

        The day goes on in the theme of the last picture: to put one in force is what costs the time.
        """
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise NotSoError("there is no application")
        QTest.qWait(20)  # what was announced a moment ago is asked for first
        self.wait(lambda: not self.window.doing.at_work, "the window to know everything")
        begun = time.monotonic()
        for mode in (look.mode, "light" if look.mode == "dark" else "dark"):
            if mode != look.mode:
                apply_theme(app, mode)
            for size in reversed(SIZES):
                self.window.resize(size)
                for _ in range(LAYOUT_TURNS):
                    QApplication.processEvents()
                file = f"{name}-{language.spoken}-{size.width()}-{mode}.png"
                self.window.grab().save(str(self._pictures / file), "PNG", PACKED)
        self.pictured_s += time.monotonic() - begun
