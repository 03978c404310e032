"""What does not fit on a screen: cut texts, controls over each other or outside, and anything that scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)

from ui.chips import Chip, ChipButton
from ui.rail import RailButton
from ui.scroll import Scrolled
from ui.widgets import ElidedLabel

NEVER_CUT = ("h1", "h2", "caption", "strong", "brand")
"""Roles of labels that may give way for a name from outside, but never for a text of the program."""


def misfits(root: QWidget, from_outside: tuple[str, ...] = ()) -> list[str]:
    """Every widget below `root` that does not fit, in words; texts that hold one of `from_outside` may be elided."""
    found = [line for widget in root.findChildren(QWidget) if widget.isVisible() for line in _of(widget, from_outside)]
    return sorted(set(found))


def _of(widget: QWidget, from_outside: tuple[str, ...]) -> Iterator[str]:
    name = f"{type(widget).__name__} “{_text(widget)}”"
    if isinstance(widget, (QPushButton, QCheckBox, Chip, ChipButton)) and _text(widget):
        if widget.width() < widget.sizeHint().width():
            yield f"{name} is {widget.width()} wide and needs {widget.sizeHint().width()}"
    elif isinstance(widget, RailButton):
        if not widget.icons_only and widget.shown_text() != widget.item.text:
            yield f"{name} on the rail shows {widget.shown_text()}"
    elif isinstance(widget, ElidedLabel):
        cut = QLabel.text(widget) != widget.whole_text()
        if (
            cut
            and widget.property("role") in NEVER_CUT
            and not any(part in widget.whole_text() for part in from_outside)
        ):
            yield f"{name} ({widget.property('role')}) shows {QLabel.text(widget)}"
    elif isinstance(widget, QLabel) and widget.text():
        room = widget.contentsRect()
        if widget.wordWrap():
            wanted = widget.heightForWidth(widget.width())
            if widget.height() < wanted:
                yield f"{name} is {widget.height()} high and needs {wanted}"
        elif room.width() < widget.fontMetrics().horizontalAdvance(widget.text()) - 1:
            yield f"{name} is {room.width()} wide and needs {widget.fontMetrics().horizontalAdvance(widget.text())}"
    elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        option = QStyleOptionFrame()
        widget.initStyleOption(option)
        inside = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget)
        margins = widget.textMargins()
        room = inside.width() - margins.left() - margins.right() - 4
        wanted = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if room < wanted:
            yield f"{name} has {room} for “{widget.placeholderText()}”, which needs {wanted}"
    elif isinstance(widget, QComboBox):
        wanted = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if widget.width() - 40 < wanted:
            yield f"{name} has {widget.width() - 40} for “{widget.currentText()}”, which needs {wanted}"
    if isinstance(widget, QTableView):
        header = widget.horizontalHeader()
        for n in range(header.count()):
            if (
                header.isVisible()
                and not header.isSectionHidden(n)
                and header.sectionSize(n) < header.sectionSizeHint(n)
            ):
                title = widget.model().headerData(n, Qt.Orientation.Horizontal)
                yield f"{name}: the title “{title}” is cut"
    if isinstance(widget, (Scrolled, QAbstractItemView)) and _sideways(widget):
        yield f"{name} scrolls sideways by {_sideways(widget)}"
    yield from _outside(widget, name)
    yield from _over_each_other(widget)


def _sideways(area: Scrolled | QAbstractScrollArea) -> int:
    if isinstance(area, Scrolled):
        return max(0, area.inside.minimumSizeHint().width() - area.hole.width())
    if isinstance(area, QTableView):
        return max(0, area.horizontalHeader().length() - area.viewport().width())
    return area.horizontalScrollBar().maximum()


def _outside(widget: QWidget, name: str) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not widget.width():
        return
    scrolled = isinstance(parent.parentWidget(), (Scrolled, QAbstractScrollArea))
    if not parent.rect().contains(widget.geometry()) and not scrolled:
        yield f"{name} {widget.geometry().getRect()} stands out of {type(parent).__name__} {parent.rect().getRect()}"


def _over_each_other(parent: QWidget) -> Iterator[str]:
    if parent.layout() is None or isinstance(parent, QAbstractScrollArea):
        return
    children = [
        one
        for one in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if one.isVisible() and not one.isWindow() and not one.geometry().isEmpty()
    ]
    for n, one in enumerate(children):
        for other in children[n + 1 :]:
            both: QRect = one.geometry() & other.geometry()
            if both.width() > 1 and both.height() > 1:
                yield f"{type(one).__name__} “{_text(one)}” lies over {type(other).__name__} “{_text(other)}”"


def _text(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return widget.whole_text()
    if isinstance(widget, ChipButton):
        return widget.shown_text()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else widget.accessibleName()
