"""Walking a real window: every place where somebody can type, found and not listed; and what holds of all it shows."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.buttons import Button
from ui.chips import ChipButton
from ui.sentences import sentence

SPOKEN_MAX = 400
"""Characters that a screen reader is given for one thing."""

Entry = QLineEdit | QPlainTextEdit | QTextEdit
PLACES = ("sign_in", "top")


def rooms(window: Any) -> dict[str, QWidget]:
    """Every page of the window by its name, the sign-in and the top bar among them."""
    window.make_rooms()
    return {"sign_in": window.sign_in_page, "top": window.top, **window.pages}


def entries(root: QWidget) -> list[Entry]:
    """Every editor below `root`: lines, notes, the lines inside of numbers and editable choices."""
    found: list[Entry] = [
        one
        for one in root.findChildren(QWidget)
        if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit) and not one.isReadOnly()
    ]
    choices = [one for one in root.findChildren(QComboBox) if one.isEditable()]
    assert all(one.lineEdit() in found for one in choices)
    return found


def type_into(entry: Entry, text: str) -> None:
    """As a paste does it: the old text goes, the new one comes, the entry cuts what is too much."""
    if isinstance(entry, QLineEdit):
        entry.selectAll()
        entry.insert(text)
    else:
        entry.selectAll()
        entry.insertPlainText(text)


def text_of(entry: Entry) -> str:
    return entry.text() if isinstance(entry, QLineEdit) else entry.toPlainText()


def enter(entry: Entry) -> None:
    """Enter, also where the entry is hidden or switched off: what it sets off must stand it."""
    if isinstance(entry, QLineEdit):
        entry.editingFinished.emit()
        entry.returnPressed.emit()


def settle(bench: Any, rounds: int = 3) -> None:
    """Until the desk thread has answered, and what asks again after the answer too; without a pause between."""
    for _ in range(rounds):
        loop, seen = QEventLoop(), []

        def answered(value: object, loop: QEventLoop = loop, seen: list[object] = seen) -> None:
            seen.append(value)
            loop.quit()

        bench.doing._submit(lambda: True, answered, answered)
        QTimer.singleShot(10_000, loop, loop.quit)
        loop.exec()
        assert seen == [True], "the desk thread answers"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def faults(root: QWidget) -> Iterator[str]:
    """What must not be: rich labels, raw tips, mnemonics, endless names for a screen reader."""
    for widget in (root, *root.findChildren(QWidget)):
        kind = type(widget).__name__
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            yield f"{kind} may show rich text"
        tip = widget.toolTip()
        if tip and not (tip.startswith("<qt>") and html.escape(html.unescape(tip[4:-5])) == tip[4:-5]):
            yield f"{kind} has a raw tip"
        if len(tip) > 8 * SPOKEN_MAX:
            yield f"{kind} has an endless tip ({len(tip)})"
        for said in (widget.accessibleName(), widget.accessibleDescription(), widget.statusTip(), widget.whatsThis()):
            if len(said) > SPOKEN_MAX:
                yield f"{kind} speaks {len(said)} characters"
        if isinstance(widget, QAbstractButton) and not isinstance(widget, ChipButton):
            yield from _mnemonics(widget, kind)
        if isinstance(widget, QMenu):
            yield from (f"menu: {one.text()!r}" for one in widget.actions() if "&" in one.text().replace("&&", ""))


def _mnemonics(widget: QAbstractButton, kind: str) -> Iterator[str]:
    if "&" in widget.text().replace("&&", ""):
        yield f"{kind} has a mnemonic: {widget.text()[:40]!r}"
    if isinstance(widget, Button) and widget.text() != widget.label().replace("&", "&&"):
        yield f"{kind} does not show its text"


def everything_shown(window: QMainWindow) -> list[str]:
    """All faults of the window and of what floats over it."""
    roots = {window, *(one for one in QApplication.topLevelWidgets() if one.isVisible())}
    return sorted({fault for root in roots for fault in faults(root)})


def fault_said(window: Any) -> bool:
    """Whether a bug of ours was told to the clerk."""
    return bool(sentence("program.fault") == window.toasts.text())
