"""Rows for a table that come from the desk thread: only the pages in sight are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ui.table import PAGE_ROWS

Row = Mapping[str, Any]
Fill = Callable[[Sequence[Row]], None]


def page_of(row: int) -> int:
    """The offset of the page that holds a row."""
    return max(0, row) // PAGE_ROWS * PAGE_ROWS


class Windowed:
    """A source of `count` rows. Pages that are there already are shown at once; any other is asked for with
    `ask(offset, limit, fill)`, is empty until it comes, and `arrived()` is called when it has come."""

    def __init__(
        self,
        count: int,
        pages: Mapping[int, Sequence[Row]],
        ask: Callable[[int, int, Fill], None],
        arrived: Callable[[], object],
    ) -> None:
        self._count = count
        self._pages = {offset: list(rows) for offset, rows in pages.items()}
        self._ask = ask
        self._arrived = arrived

    def count(self) -> int:
        return self._count

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        known = self._pages.pop(offset, None)  # the table's model keeps it from here on
        if known is not None:
            return known
        rows: list[Row] = []

        def fill(found: Sequence[Row]) -> None:
            rows[:] = found
            self._arrived()

        self._ask(offset, limit, fill)
        return rows
