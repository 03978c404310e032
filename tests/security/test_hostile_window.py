"""T1, T12, T14 at the window: every entry that a walk finds, every way of a scan, every row that is shown."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QLineEdit

from counter_app.config import Config
from counter_app.devices.hid_pos import PosAssembler
from counter_app.devices.scanners import Framer, as_scan
from counter_app.devices.simulated_hid import pos_reports
from counter_app.devices.wedge import Key, Replay, Scan, WedgeMachine
from counter_app.errors import DeviceError
from counter_app.events import DeviceChanged, PrintJobChanged, ScanArrived, SyncChanged
from counter_app.limits import WEDGE_SCAN_MAX_CHARS
from counter_app.ports import DeviceStatus, RawScan
from counter_app.store import state
from tests.security.hostile_strings import LONG, all_strings, few, sample
from tests.security.window_walk import enter, entries, everything_shown, fault_said, rooms, settle, text_of, type_into
from ui.table import RowTable


@pytest.fixture
def desk_of_hostile_people(bench: Any, caplog: Any) -> Iterator[Any]:
    """A window on a store whose customers, pieces and pickups carry hostile names; no traceback may be logged."""
    caplog.set_level(logging.WARNING)
    fill(bench.counter, [text for _, text in few(20)][:70])
    bench.window.make_rooms()
    bench.sign_in(4)
    yield bench
    bad = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [(record.message, record.exc_info) for record in bad] == []


def fill(counter: Any, texts: list[str]) -> None:
    with counter.desk.db.write() as connection:
        for n, text in enumerate(texts):
            other = texts[n - 1]
            account = {
                "id": f"h{n}", "mailbox": text if n % 3 else str(100 + n), "state": "active", "holder": text,
                "names": [{"text": text}, {"text": other}], "note": other, "email": other, "phone": text, "plan": other,
            }  # fmt: skip
            item = {
                "id": f"i{n}", "mail_id": f"M{n:010d}", "state": "unassigned" if n % 2 else "received",
                "account_id": "" if n % 2 else f"h{n}", "mailbox": text, "name_on_piece": text, "name_matched": other,
                "carrier": text, "shelf": text, "tracking": other, "received_ms": counter.clock.wall,
            }  # fmt: skip
            pickup = {
                "id": f"k{n}", "account_id": f"h{n}", "mailbox": text, "state": "ready", "items": [f"i{n}"],
                "collector": text, "reason": other, "requested_ms": counter.clock.wall,
            }  # fmt: skip
            assert state.accept_pulled(connection, "account", [(f"h{n}", 1, account)]) == []
            assert state.accept_pulled(connection, "item", [(f"i{n}", 1, item)]) == []
            assert state.accept_pulled(connection, "pickup", [(f"k{n}", 1, pickup)]) == []


def test_t1_t14_every_entry_of_the_window_takes_every_string(desk_of_hostile_people: Any, tally: Any) -> None:
    bench = desk_of_hostile_people
    window = bench.window
    seen = 0
    strings = sample(100)
    tally.path("window: every entry")
    for name, root in rooms(window).items():
        if name == "sign_in":
            window.lock()
        elif name != "top":
            if bench.doing.clerk is None:
                bench.sign_in(4)
            window.go(name)
        settle(bench)
        found = entries(root)
        seen += len(found)
        for turn, (kind, text) in enumerate(strings):
            for entry in found:
                type_into(entry, text)
                limit = entry.maxLength() if isinstance(entry, QLineEdit) else 1_000
                assert len(text_of(entry).encode("utf-16-le", "surrogatepass")) // 2 <= limit, (name, entry)
                if not isinstance(entry, QLineEdit) or turn % 2 == 0:
                    enter(entry)
                tally.add(kind)
            if name == "receive":
                (root.keep_unassigned if turn % 3 else root.receive)()
            if turn % 4 == 0:
                settle(bench, 2)
                assert not fault_said(window), (name, text)
        settle(bench)
        assert everything_shown(window) == [], name
        assert (window.width(), window.height()) == (1366, 768), "no text makes the window larger"
    assert seen >= 15, "the walk finds the entries"


def test_t4_t14_the_search_box_as_somebody_types(desk_of_hostile_people: Any, tally: Any) -> None:
    bench = desk_of_hostile_people
    window = bench.window
    tally.path("window: search box and Enter")
    for n, (kind, text) in enumerate(sample(40)[:: 1 if LONG else 2]):
        window.go(("today", "customers", "pickups", "receive")[n % 4])
        window.scan_box.reset()
        window.scan_box.insert(text)
        window.search_list.search(window.scan_box.text().strip())
        settle(bench, 1)
        window.scan_box.returnPressed.emit()
        settle(bench, 1)
        assert not fault_said(window), text
        tally.add(kind)
        if n % 40 == 0:
            assert everything_shown(window) == []
    assert everything_shown(window) == []


def test_t12_t14_every_way_of_a_scan(desk_of_hostile_people: Any, tally: Any) -> None:
    bench = desk_of_hostile_people
    window = bench.window
    chosen = sample(60)

    def scanned(scan: RawScan, n: int) -> None:
        window.go(tuple(window.pages)[n % len(window.pages)])
        bench.doing.hear(ScanArrived(scan))
        settle(bench, 1)
        assert not fault_said(window), scan.text

    tally.path("scan: serial bytes")
    for n, (kind, text) in enumerate(chosen):
        framer = Framer("cr")
        try:
            data = text.encode("utf-8", "surrogatepass").replace(b"\r", b"") + b"\r"
            made = framer.feed(data, n) or framer.silence()
        except DeviceError as error:
            assert error.code in ("scan.too_long", "scan.unfinished")
            made = []
        for one in made:
            scanned(as_scan(one, n, "scanner"), n)
        tally.add(kind)
    tally.path("scan: HID POS reports")
    for n, (kind, text) in enumerate(chosen):
        assembler = PosAssembler()
        data = text.encode("utf-8", "surrogatepass")[:4_000] or b"0"
        for report in pos_reports(data, "]Q1", "honeywell"):
            scan = assembler.feed(report, n)
            if scan is not None and n % 2:
                scanned(scan, n)
        tally.add(kind)
    tally.path("scan: wedge, whole text")
    for n, (kind, text) in enumerate(chosen):
        if n % 2 == 0:
            short = text[:WEDGE_SCAN_MAX_CHARS]
            scanned(RawScan(short.encode("utf-8", "surrogatepass"), short, source="wedge"), n)
        tally.add(kind)
    assert everything_shown(window) == []


def test_every_string_through_the_bytes_of_a_scanner(tally: Any) -> None:
    tally.path("scan: bytes to text")
    for kind, text in all_strings():
        data = text.encode("utf-8", "surrogatepass")
        for suffix in ("cr", "crlf", "stx", "none"):
            framer = Framer(suffix)
            try:
                found = framer.feed(data, 0) + framer.silence()
            except DeviceError as error:
                assert error.code in ("scan.too_long", "scan.unfinished")
                continue
            for one in found:
                scan = as_scan(one, 0)
                assert len(scan.text) <= 8_192
        tally.add(kind)


def test_t13_every_string_through_the_keys_of_a_scanner(tally: Any) -> None:
    tally.path("scan: wedge keys")
    for kind, text in all_strings():
        machine, at_ms, scans = WedgeMachine(), 0.0, []
        keys = [Key(ch, 0.0, ch.lower()) for ch in text[:4_200]]
        chord = Key("", 0.0, "f4", command=True, alt=True)
        for key in (*keys[:3], chord, *keys[3:], Key("\r", 0.0, "return", enter=True)):
            at_ms += 10
            told = machine.feed(replace(key, at_ms=at_ms))
            scans += [one for one in told if isinstance(one, Scan)]
            for one in told:
                # Nothing that came between two quick keys reaches the window as a command (T13).
                assert not isinstance(one, Replay) or chord not in one.keys or len(keys) == 0
        told = machine.tick(at_ms + 1_000)
        scans += [one for one in told if isinstance(one, Scan)]
        assert not machine.holding
        plain = "".join(ch for ch in text[:4_200] if ch.isprintable())
        joined = "".join(one.text for one in scans)
        assert all(len(one.text) <= WEDGE_SCAN_MAX_CHARS for one in scans)
        assert len(joined) <= len(plain)
        if 3 <= len(plain) <= 4_000 and plain == text and "@" not in plain[:2] and plain[0] != "]":
            assert joined == plain, "one scan, whole"
        tally.add(kind)


# ---------------------------------------------------------------- rows, names and states that are shown


def test_t1_hostile_rows_names_and_states_on_every_page(desk_of_hostile_people: Any, tally: Any) -> None:
    bench = desk_of_hostile_people
    window, doing = bench.window, bench.doing
    tally.path("shown: rows, config, devices, paper")
    for n, (kind, text) in enumerate(sample(20)[:: 1 if LONG else 3]):
        bench.station.config = Config(
            name=text, devices={"scale": text, "scanner": f"serial://{text}"}, printers={"label": text}
        )
        statuses = tuple(
            DeviceStatus(
                role,
                text[:300] or "x",
                ("fault", "ready", "gone", text)[n % 4],
                ("device.address_unknown", text)[n % 2],
                {"why": text},
            )
            for role in ("scale", "scanner", "camera", "printer", "receipt_printer", "shipping_printer")
        )
        for status in statuses:
            doing.hear(DeviceChanged(status))
        doing.hear(SyncChanged("refused", 1, None, text))
        doing.hear(PrintJobChanged("x", "test_label", "failed", text))
        window.rail.set_store(text, text)
        window.top.show_clerk(text, text)
        window.sign_in_page.set_hint(text)
        window.sign_in_page.tell(text)
        window.toasts.show_toast(text)
        keys = tuple(window.pages)
        window.go(keys[n % len(keys)])
        settle(bench, 1)
        assert not fault_said(window), text
        if not LONG or n % 10 == 0 or len(text) > 250:
            assert everything_shown(window) == [], text
        assert (window.width(), window.height()) == (1366, 768), text
        tally.add(kind)
        for key in statuses:
            window.status.remove_chip(key.name)
    for key in window.pages:
        window.go(key)
        settle(bench)
        for table in window.pages[key].findChildren(RowTable):
            for row in range(min(60, table.rows.rowCount())):
                table.select_row(row)
                if row % 10 == 0:
                    settle(bench, 2)
        settle(bench)
        window.grab()
        assert everything_shown(window) == [], key
        assert (window.width(), window.height()) == (1366, 768), key


def test_t1_a_planted_picture_is_loaded_by_no_page(bench: Any, tmp_path: Path) -> None:
    planted = tmp_path / "p.png"
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    assert picture.save(str(planted))
    text = f'<img src="{planted}">'
    fill(bench.counter, [text, f"<img src='file:{planted}' width=900>", f"Ann {text}"])
    bench.sign_in(4)
    window = bench.window
    magenta = QColor("#ff00ff").rgb()
    for key in window.pages:
        window.go(key)
        settle(bench)
        for table in window.pages[key].findChildren(RowTable):
            if table.rows.rowCount():
                table.select_row(0)
        window.toasts.show_toast(text)
        if key == "answer":
            window.answer(text)
        settle(bench)
        seen = window.grab().toImage()
        assert not any(
            seen.pixel(x, y) == magenta for x in range(0, seen.width(), 5) for y in range(0, seen.height(), 5)
        ), key


def test_the_walk_sees_what_it_is_there_for(bench: Any) -> None:
    from PySide6.QtWidgets import QPushButton

    page = bench.window.pages["today"]
    rich = QLabel("<b>x</b>", page)
    rich.setToolTip("<b>raw</b>")
    rich.setAccessibleName("x" * 500)
    QPushButton("R&D", page)
    planted = QLineEdit(page)
    found = everything_shown(bench.window)
    assert len(found) == 4, found
    assert planted in entries(page)
