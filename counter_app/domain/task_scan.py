"""Open and scan: the pages of an envelope, its blank sides, and what was found in it (2.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import ChargeLine, Task

if TYPE_CHECKING:
    from counter_app.domain.task_fees import TaskPrices

PAGES_MOST = 500
"""Sides of one scan; a thicker one is two tasks."""
TURNS = (0, 90, 180, 270)
NOTES = ("several_items", "other_person", "unreadable")
"""What a clerk may note about what was in an envelope; the customer reads it with the scan."""
INCIDENTS = ("opened_by_mistake", "other_person", "damaged")
"""What went wrong with a piece; the customer is written to."""


@dataclass(frozen=True, slots=True)
class ScanPage:
    """One side, or a finished PDF of `sides` pages. `ink` in hundredths of a percent of the sheet, `turn` in degrees.

    `kept` is 1 for a blank side that is sent all the same.
    """

    sha256: str
    turn: int = 0
    ink: int = 10_000
    kept: int = 0
    sides: int = 1
    """More than one, or `pdf`: the file is a PDF as it came."""
    pdf: int = 0

    def written(self) -> str:
        """The page as one entry of an operation."""
        return f"{self.sha256}:{self.turn}:{self.ink}:{self.kept}:{self.sides}:{self.pdf}"


def page_from(text: str) -> ScanPage:
    """The page that `written` wrote; ValueError for anything else."""
    sha256, *numbers = text.split(":")
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef") or len(numbers) != 5:
        raise ValueError("no such page")
    if not all(one.isascii() and one.isdigit() and len(one) < 7 for one in numbers):
        raise ValueError("no such page")
    turn, ink, kept, sides, pdf = map(int, numbers)
    if turn not in TURNS or kept > 1 or pdf > 1 or not 1 <= sides <= PAGES_MOST or (sides > 1 and not pdf):
        raise ValueError("no such page")
    return ScanPage(sha256, turn, ink, kept, sides, pdf)


@dataclass(frozen=True, slots=True)
class ScanNote:
    """What a clerk found in an envelope: one of NOTES, about which piece, in his own words."""

    kind: str
    item: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ScanTask(Task):
    """A scan as it grows. `blank_below` is the ink under which a side counts as blank when it was last saved."""

    pages: tuple[ScanPage, ...] = ()
    """The draft; empty again when the PDF is made."""
    blank_below: int = 0
    counted: int = 0
    """How many pages were charged: those that would be sent when it was last saved before the charge."""
    blanks: int = 0
    """Blank sides that were left out of the PDF."""
    pdf: str = ""
    pdf_pages: int = 0
    resealed: int = 0
    notes: tuple[ScanNote, ...] = ()

    @property
    def sending(self) -> tuple[ScanPage, ...]:
        return to_send(self.pages, self.blank_below)


def is_blank(page: ScanPage, blank_below: int) -> bool:
    """Whether a side holds no more than dust: less than `blank_below` hundredths of a percent of ink."""
    return not page.pdf and page.ink < blank_below


def to_send(pages: Iterable[ScanPage], blank_below: int) -> tuple[ScanPage, ...]:
    """The pages that the customer gets and pays: all but the blank sides that nobody kept."""
    return tuple(page for page in pages if page.kept or not is_blank(page, blank_below))


def count_of(pages: Iterable[ScanPage]) -> int:
    """How many sides that is; a PDF has as many as stand in it."""
    return sum(page.sides for page in pages)


def turned(page: ScanPage, by: int) -> ScanPage:
    """The page turned by a multiple of 90 degrees, clockwise."""
    return replace(page, turn=(page.turn + by) % 360)


def scan_lines(task: ScanTask, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """`scan_page` for each page beyond `scan_pages_free`; blank sides cost nothing. No line while a page is free."""
    billed = max(0, count_of(task.sending) - prices.scan_pages_free)
    if not billed or not prices.scan_page:
        return ()
    return (ChargeLine("scan.pages", "", billed, prices.scan_page),)


def plain_note(op: Any) -> ScanNote:
    """The note that an operation carries."""
    return ScanNote(op.text("note_kind"), op.text("item"), op.text("text"))
