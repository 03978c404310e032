"""The story of a piece in the window: reached by a key, its photo noted, saved as a PDF (security 5, 10)."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from counter_app.desk import shelves
from tests.counter_acts import kinds, piece
from ui.story_pdf import Sheet, pdf_of
from ui.widgets import unnamed_controls

CTRL = Qt.KeyboardModifier.ControlModifier


def photo() -> bytes:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def told(bench: Any) -> Any:
    bench.sign_in(4)
    bench.counter.account("a1", "101", "Ann Lee")
    bench.piece = piece(bench.counter, bench.doing.actor, shelf="A-1", photo=photo())
    shelves.put(bench.counter.desk, bench.doing.actor, bench.piece.id, "B-3", anyway=True)
    bench.window.answer(bench.piece.mail_id)
    bench.settle()
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_H, CTRL)
    bench.settle()
    bench.page = bench.window.pages["story"]
    return bench


def test_the_story_opens_with_a_key_from_the_yes_no_screen_and_escape_goes_back(told: Any) -> None:
    page = told.page
    assert told.window.page is page
    rows = [page.table.rows.row_at(n) for n in range(page.table.rows.rowCount())]
    assert [(one["what"], one["who"], one["who_note"], one["state"]) for one in rows] == [
        ("Piece received", "Jordan Miles", "A-1", "Kept here"),
        ("Piece put on another shelf", "Jordan Miles", "B-3", "Kept here"),
    ]
    assert page.facts.value("station") == "Counter 2"
    assert re.fullmatch(r"n \d+ · [0-9a-f]{10}", page.facts.value("anchor"))
    assert unnamed_controls(page) == []
    QTest.keyClick(told.window, Qt.Key.Key_Escape)
    assert told.window.page is told.window.answer_page


def test_a_look_at_the_photo_is_noted_and_the_photo_goes_when_the_screen_is_left(told: Any, qtbot: Any) -> None:
    QTest.keyClick(told.window.scan_box, Qt.Key.Key_O, CTRL)
    told.settle()
    assert kinds(told.counter.desk)[-1] == "item.photo_viewed"
    qtbot.waitUntil(lambda: told.page.view.accessibleDescription() is not None and not told.doing.at_work, timeout=3000)
    shown = told.page.table.rows.rowCount()
    told.settle()
    assert told.page.table.rows.rowCount() >= shown
    told.window.go("today")
    told.settle()
    assert told.page.table.rows.row_at(2)["what"] == "Photo of the piece looked at"


def test_the_pdf_is_saved_where_the_clerk_chooses_and_whole_or_not_at_all(told: Any, tmp_path: Path) -> None:
    QTest.keyClick(told.window.scan_box, Qt.Key.Key_S, CTRL)
    dialog = told.page.export.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(f"story-{told.piece.mail_id}.pdf")
    dialog.reject()
    story = told.page.story
    for size, box in (("A4", b"595 842"), ("Letter", b"612 792")):
        path = tmp_path / f"{size}.pdf"
        told.page.export.write(story, path, size)
        data = path.read_bytes()
        assert data.startswith(b"%PDF-")
        assert data.rstrip().endswith(b"%%EOF")
        assert box in re.sub(rb"\.\d+", b"", data), size
    before = (tmp_path / "A4.pdf").read_bytes()
    told.page.export.write(story, tmp_path / "nowhere" / "x.pdf", "A4")
    assert told.window.heard_sounds[-1] == "refused"
    assert (tmp_path / "A4.pdf").read_bytes() == before


def text_of(data: bytes) -> list[str]:
    """The text of a PDF by its own bytes: glyph numbers through the ToUnicode table of the font in force, by page."""
    objects = {int(m[1]): m[2] for m in re.finditer(rb"(\d+) 0 obj(.*?)endobj", data, re.S)}

    def stream(body: bytes) -> bytes:
        found = re.search(rb"stream\r?\n(.*?)\r?\nendstream", body, re.S)
        raw = found[1] if found else b""
        return zlib.decompress(raw) if b"FlateDecode" in body else raw

    tables: dict[bytes, dict[int, str]] = {}
    for body in objects.values():
        for name, font in re.findall(rb"(/F\d+) (\d+) 0 R", body):
            use = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(font)])
            if use is None:
                continue
            table: dict[int, str] = {}
            said = stream(objects[int(use[1])])
            for low, high, text in re.findall(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)> <([0-9a-fA-F]+)>", said):
                for nth in range(int(low, 16), int(high, 16) + 1):
                    table[nth] = chr(int(text, 16) + nth - int(low, 16))
            for low, _, texts in re.findall(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)> \[([^\]]*)\]", said):
                for nth, text in enumerate(re.findall(rb"<([0-9a-fA-F]+)>", texts)):
                    table[int(low, 16) + nth] = bytes.fromhex(text.decode()).decode("utf-16-be")
            tables[name] = table
    pages = []
    for body in objects.values():
        content = re.search(rb"/Type /Page\b.*?/Contents (\d+) 0 R", body, re.S)
        if content is None:
            continue
        table, text = {}, ""
        for name, shown in re.findall(rb"(/F\d+) [\d.]+ Tf|(<[0-9a-fA-F]+>)", stream(objects[int(content[1])])):
            if name:
                table = tables.get(name, {})
            else:
                digits = shown.strip(b"<>").decode()
                text += "".join(table.get(int(digits[at : at + 4], 16), "?") for at in range(0, len(digits), 4))
        pages.append(text)
    return pages


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_page_has_its_number_and_hostile_texts_are_plain_text(qapp: Any, size: str) -> None:
    hostile = "<b>bold</b> %PDF ) endobj \\ & Zoë"
    rows = [(f"row {nth}", hostile) for nth in range(90)]
    sheet = Sheet("Northgate <Mail>", "Story", (("For", hostile),), (("When", 0.3), ("What", 0.7)), rows, "foot")
    data = pdf_of(sheet, size)
    pages = text_of(data)
    assert len(pages) > 1
    for nth, text in enumerate(pages, 1):
        squeezed = "".join(text.split())
        assert f"{nth}/{len(pages)}" in squeezed
        assert "<b>bold</b>%PDF)endobj\\&Zoë" in squeezed
    assert "Northgate<Mail>" in "".join(pages[0].split())
    whole = "".join("".join(pages).split())
    assert all(f"row{nth}" in whole for nth in range(90)), "no row is lost between two pages"
