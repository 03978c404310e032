"""A scan during a fetch list of 200 pieces until its tick is painted: the act is on the disk by then."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from benchmarks.bench import Figure, desk_in, p99
from benchmarks.large_store import fill
from benchmarks.scan_to_answer import scanner
from benchmarks.window import at_work, settle, wait_for
from counter_app.desk.context import Desk
from counter_app.domain.mail_item import MailItem
from counter_app.domain.rows import to_plain
from counter_app.domain.shelf import Shelf, shelf_id
from counter_app.domain.task import Task
from counter_app.store import state
from ui.pages.fetch_list import FetchList
from ui.window import Window

FETCHED = 200
PIECES, CUSTOMERS = 20_000, 2_000
GOAL_MS = 16.0


def measure(folder: Path, fetched: int = FETCHED, pieces: int = PIECES, customers: int = CUSTOMERS) -> list[Figure]:
    """p99 over every piece of the list, scanned in walking order; two clerks' worth of shelves in four zones."""
    with desk_in(folder) as desk:
        fill(desk, customers, pieces)
        items = _task(desk, fetched)
        with at_work(desk) as window:
            part = _fetching(window)
            with scanner(window) as scan:
                seconds = [_until_ticked(part.list, scan, items[row_id]) for row_id in _walk(part.list)]
    found = p99("fetch_tick_p99", seconds, GOAL_MS, "none: milliseconds on this machine, beyond the device")
    return [replace(found, note=f"{found.note}; {pieces} pieces in the store; one act on the disk for each scan")]


def _task(desk: Desk, count: int) -> dict[str, str]:
    """A task with `count` pieces that lie on the shelves: id -> Mail ID."""
    with desk.db.write() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM item WHERE state = 'received' LIMIT ?", (count,)).all()
        found = [one for row in rows if isinstance(one := state.item(connection, row[0]), MailItem)]
        task = Task("task-1", "ship", "a1", "1001", "requested", tuple(one.id for one in found), requested_ms=1)
        state.accept_pulled(connection, "task", [(task.id, 1, to_plain(task))])
        held = [replace(one, state="in_task", task_id=task.id, state_before_task="received") for one in found]
        state.accept_pulled(connection, "item", [(one.id, 10**6, to_plain(one)) for one in held])
        codes = sorted({one.shelf for one in found})
        shelves = [
            Shelf(shelf_id(code), "in_use", code=code, zone=f"Zone {code[0]}", turn=nth + 1)
            for nth, code in enumerate(codes)
        ]
        state.accept_pulled(connection, "shelf", [(one.id, 1, to_plain(one)) for one in shelves])
    return {one.id: one.mail_id for one in found}


def _fetching(window: Window) -> Any:
    """The fetch list of that task, on the screen."""
    window.go("shelves")
    page = window.pages["shelves"]
    page.turn_to("fetch")  # type: ignore[attr-defined]
    settle(window.doing)
    part = page.part  # type: ignore[attr-defined]
    part.begin(part._found["task-1"])
    settle(window.doing)
    return part


def _walk(listed: FetchList) -> list[str]:
    return [str(listed.rows.row_at(nth)["id"]) for nth in range(listed.count)]


class _Painted(QObject):
    """Calls `told` once, when the list was painted with one tick more."""

    def __init__(self, listed: FetchList, told: Callable[[], None]) -> None:
        super().__init__()
        self._list, self._before, self._told = listed, listed.ticked_count, told
        listed.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._list.ticked_count > self._before:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._told)
        return False


def _until_ticked(listed: FetchList, scan: Callable[[str], None], mail_id: str) -> float:
    began: list[float] = []
    ended: list[float] = []
    watch: list[_Painted] = []

    def begin(told: Callable[[], None]) -> None:
        def painted() -> None:
            ended.append(time.perf_counter())
            told()

        watch.append(_Painted(listed, painted))
        began.append(time.perf_counter())
        scan(mail_id)

    wait_for(begin)
    return ended[0] - began[0]
