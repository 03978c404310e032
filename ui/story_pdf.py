"""The story of a piece as a PDF: A4 or Letter, the store's name, page numbers, every text drawn as plain text.

Written through Qt's own PDF writer with the program's fonts, so that it looks the same on every computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
DPI = 300
MARGIN_MM = 16
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the document, as texts: `facts` are (caption, value), `rows` as wide as `columns`.

    `columns` are (title, share of the width); `foot` stands at the foot of each page, before its number.
    """

    store: str
    title: str
    facts: Sequence[tuple[str, str]]
    columns: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]
    foot: str
    page_of: str = "{page} / {pages}"


def pdf_of(sheet: Sheet, size: str = "A4") -> bytes:
    """The document's bytes. `size` is A4 or Letter; any text is drawn as it is, none of it is markup (T2)."""
    pages = len(_Painting(sheet, size, None).pages())
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("Counter")
    _lay_out(writer, size)
    painter = QPainter(writer)
    try:
        painting = _Painting(sheet, size, painter)
        for nth, rows in enumerate(painting.pages(), 1):
            if nth > 1:
                writer.newPage()
            painting.page(rows, nth, pages)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


def _lay_out(writer: QPdfWriter, size: str) -> None:
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageLayout(QPageSize(SIZES[size]), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    writer.setPageLayout(page)


class _Painting:
    """The document laid out; without a painter it only measures."""

    def __init__(self, sheet: Sheet, size: str, painter: QPainter | None) -> None:
        self._sheet = sheet
        self._painter = painter
        self._probe = QPdfWriter(QBuffer())
        _lay_out(self._probe, size)
        area = self._probe.pageLayout().paintRectPixels(DPI)
        self._width, self._height = float(area.width()), float(area.height())
        self._fonts = {
            "store": self._font(10, 600),
            "title": self._font(16, 700),
            "caption": self._font(8, 600),
            "body": self._font(9, 400),
        }

    def _font(self, points: int, weight: int) -> QFont:
        made = QFont("Inter")
        made.setPointSizeF(points)
        made.setWeight(QFont.Weight(weight))
        # The font has other hyphens and colons beside capitals, which no reader of the document finds in its text.
        made.setFeature(QFont.Tag("calt"), 0)
        return made

    def _high(self, text: str, font: str, width: float) -> float:
        metrics = QFontMetricsF(self._fonts[font], self._probe)
        return metrics.boundingRect(QRectF(0, 0, width, 100_000), int(_WRAP), text or " ").height()

    def _text(self, box: QRectF, text: str, font: str, flags: Qt.AlignmentFlag | int = _WRAP) -> None:
        if self._painter is not None:
            self._painter.setFont(self._fonts[font])
            self._painter.drawText(box, int(flags), text)

    @property
    def _gap(self) -> float:
        return DPI * 0.06

    def _head_high(self) -> float:
        facts = sum(
            max(self._high(caption, "caption", self._width * 0.3), self._high(value, "body", self._width * 0.7))
            for caption, value in self._sheet.facts
        )
        return self._high(self._sheet.store, "store", self._width) + self._title_high() + facts + 4 * self._gap

    def _title_high(self) -> float:
        return self._high(self._sheet.title, "title", self._width) + 2 * self._gap

    def _row_high(self, row: Sequence[str], font: str = "body") -> float:
        wide = self._widths()
        texts = zip(row, wide, strict=True)
        return max(self._high(text, font, width - self._gap) for text, width in texts) + 2 * self._gap

    def _widths(self) -> list[float]:
        return [share * self._width for _, share in self._sheet.columns]

    def pages(self) -> list[list[Sequence[str]]]:
        """The rows of each page; there is always a first one."""
        head = self._row_high([title for title, _ in self._sheet.columns], "caption")
        foot = self._high("0", "caption", self._width) + 2 * self._gap
        room = self._height - foot - head
        made: list[list[Sequence[str]]] = [[]]
        used = self._head_high()
        for row in self._sheet.rows:
            high = self._row_high(row)
            if used + high > room and made[-1]:
                made.append([])
                used = 0.0
            made[-1].append(row)
            used += high
        return made

    def page(self, rows: Sequence[Sequence[str]], nth: int, pages: int) -> None:
        """Draw one page."""
        y = self._head() if nth == 1 else 0.0
        y = self._row([title for title, _ in self._sheet.columns], y, "caption")
        for one in rows:
            y = self._row(one, y, "body")
        foot = self._high("0", "caption", self._width)
        box = QRectF(0, self._height - foot, self._width, foot)
        self._text(box, self._sheet.foot, "caption", Qt.AlignmentFlag.AlignLeft)
        number = self._sheet.page_of.format(page=nth, pages=pages)
        self._text(box, number, "caption", Qt.AlignmentFlag.AlignRight)

    def _head(self) -> float:
        y = self._high(self._sheet.store, "store", self._width)
        self._text(QRectF(0, 0, self._width, y), self._sheet.store, "store")
        high = self._title_high()
        self._text(QRectF(0, y + self._gap, self._width, high), self._sheet.title, "title")
        y += high + self._gap
        for caption, value in self._sheet.facts:
            left, right = self._width * 0.3, self._width * 0.7
            high = max(self._high(caption, "caption", left), self._high(value, "body", right))
            self._text(QRectF(0, y, left - self._gap, high), caption, "caption")
            self._text(QRectF(left, y, right, high), value, "body")
            y += high
        return y + 3 * self._gap

    def _row(self, row: Sequence[str], y: float, font: str) -> float:
        high, x = self._row_high(row, font), 0.0
        for text, width in zip(row, self._widths(), strict=True):
            self._text(QRectF(x, y + self._gap, width - self._gap, high), text, font)
            x += width
        if self._painter is not None:
            self._painter.setPen(QPen(Qt.GlobalColor.gray, 2))
            self._painter.drawLine(0, round(y + high), round(self._width), round(y + high))
            self._painter.setPen(QPen(Qt.GlobalColor.black))
        return y + high
