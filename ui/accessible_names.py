"""What a screen reader says of each control: `python -m ui.accessible_names > docs/accessible-names.md`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui import rooms
from ui.doing import Doing
from ui.window import Window

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
PARTS_OF = (QAbstractSpinBox, QComboBox, QAbstractItemView)
"""What is inside of these speaks through them."""

HEAD = """# Accessible names

What a screen reader says of each control, room by room, in English, with the window as it opens. A name that carries
numbers (a tile, a room with things waiting) goes on with them: "Received today: 12". Written by
`python -m ui.accessible_names > docs/accessible-names.md`; a test holds the two together.

Every control can be reached with Tab or has a key of its own; `tests/outside` works a whole day so, through AT-SPI, by
these names alone. The one exception is the signing pad, "Signature of the collector", which takes pen, finger or mouse.
On Linux a choice is called by its value there, and by the caption in front of it what it is for ("labelled by").

| room | control | accessible name |
|---|---|---|
"""


def controls(root: QWidget) -> list[QWidget]:
    """Everything below `root` that takes the focus or can be pressed, parts of other controls left out."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if (isinstance(widget, CONTROLS) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
        and not widget.objectName().startswith("qt_")
        and not _is_part(widget, root)
    ]


def _is_part(widget: QWidget, root: QWidget) -> bool:
    over = widget.parentWidget()
    while over is not None and over is not root:
        if isinstance(over, PARTS_OF):
            return True
        over = over.parentWidget()
    return False


def names(window: Window) -> Iterator[tuple[str, str, str]]:
    """(room, kind of control, accessible name) of the whole window, each once; a missing name is ""."""
    window.make_rooms()
    seen: set[tuple[str, str, str]] = set()
    places: list[tuple[str, QWidget]] = [
        (QCoreApplication.translate("AccessibleNames", "Sign in"), window.sign_in_page),
        (QCoreApplication.translate("AccessibleNames", "Rail"), window.rail),
        (QCoreApplication.translate("AccessibleNames", "Top"), window.top),
        (QCoreApplication.translate("AccessibleNames", "Message"), window.toasts.toast),
        *(
            (rooms.title(key) if key not in ("answer", "story") else key.capitalize(), page)
            for key, page in window.pages.items()
        ),
    ]
    for room, root in places:
        for widget in controls(root):
            one = (room, _kind(widget), widget.accessibleName())
            if one not in seen:
                seen.add(one)
                yield one


def _kind(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.autoExclusive():
        return "radio button"
    kinds = (
        (QAbstractButton, "button"),
        (QAbstractItemView, "list"),
        (QComboBox, "choice"),
        (QAbstractSpinBox, "number"),
        (QLineEdit, "entry"),
        (QPlainTextEdit, "note"),
    )
    return next((name for kind, name in kinds if isinstance(widget, kind)), "text")


def table(window: Window) -> str:
    """`docs/accessible-names.md` for this window."""
    return HEAD + "".join(f"| {room} | {kind} | {name.replace('|', '/')} |\n" for room, kind, name in names(window))


def main() -> int:
    """Write the table to standard output."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    sys.stdout.write(table(Window(Doing(), wedge=False)))
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
