"""Pages of a scan: what is taken in and what is not, ink, the PDF, the watched folder (2.8)."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from counter_app.devices.pictures import encode_jpeg
from counter_app.devices.scan_pages import ink_of, sides_of, tiff_pages
from counter_app.devices.scan_pdf import pages_of_pdf, write_pdf
from counter_app.devices.watched import WatchedFolder
from counter_app.errors import DeviceError

PDF = b"%PDF-1.5\n"


def sheet(lines: int, paper: int = 245) -> Any:
    image = np.full((1100, 850, 3), paper, np.uint8)
    for n in range(lines):
        cv2.putText(image, "The quick brown fox", (80, 120 + 40 * n), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 20, 20), 3)
    return image


@pytest.mark.parametrize("paper", [255, 245, 200])
def test_an_empty_side_has_no_ink_whatever_its_paper_and_a_letter_has(paper: int) -> None:
    noise = np.random.default_rng(1).integers(-6, 6, (1100, 850, 3))
    empty = np.clip(sheet(0, paper).astype(int) + noise, 0, 255).astype(np.uint8)
    assert ink_of(empty) < 100
    assert ink_of(sheet(4, paper)) > 100


def test_a_picture_becomes_a_page_of_a_pdf_that_says_its_pages() -> None:
    (side,) = sides_of(encode_jpeg(sheet(5)))
    assert (side.sides, side.pdf) == (1, False)
    pdf = write_pdf([(side.data, 0), (side.data, 90)])
    assert pages_of_pdf(pdf) == 2
    assert pdf == write_pdf([(side.data, 0), (side.data, 90)])
    assert pdf.count(b"/Rotate 90") == 1
    table = int(pdf.rsplit(b"startxref\n", 1)[1].split()[0])
    assert pdf[table:].startswith(b"xref\n0 9\n")
    for number, line in enumerate(pdf[table:].splitlines()[3:11], 1):
        place = int(line[:10])
        assert pdf[place:].startswith(b"%d 0 obj" % number)


def test_every_page_of_a_tiff_is_taken() -> None:
    done, data = cv2.imencodemulti(".tiff", [sheet(3), sheet(0)])
    assert done
    raw = data.tobytes()
    assert tiff_pages(raw) == 2
    assert [one.ink > 100 for one in sides_of(raw)] == [True, False]
    with pytest.raises(DeviceError, match=r"act\.stopped"):
        sides_of(raw, stopping=lambda: True)


def packed(text: bytes) -> bytes:
    body = zlib.compress(text)
    return PDF + b"5 0 obj <</Type /ObjStm /Length %d>>\nstream\n%s\nendstream endobj\n%%%%EOF" % (len(body), body)


def test_the_pages_of_a_pdf_are_read_also_where_its_objects_are_packed() -> None:
    assert pages_of_pdf(packed(b"<< /Type /Pages /Count 7 /Kids [] >>")) == 7


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PDF + b"trailer <</Encrypt 3 0 R>>\n%%EOF", "pages.pdf_locked"),
        (PDF + b"<</S /JavaScript /JS (x)>> <</Type /Page>>\n%%EOF", "pages.pdf_active"),
        (packed(b"<</S /Launch>> <</Type /Pages /Count 1>>"), "pages.pdf_active"),
        (PDF + b"nothing here\n%%EOF", "pages.pdf_damaged"),
        (PDF + b"<</Type /Page>>", "pages.pdf_damaged"),
        (PDF + b"x" * (25 * 1024 * 1024), "pages.too_large"),
        (b"hello", "pages.not_readable"),
        (b"GIF89a", "pages.not_readable"),
        (b"", "pages.not_readable"),
        (b"II*\x00\x08\x00\x00\x00", "picture.damaged"),
        (b"II*\x00" + struct.pack("<IHHHIIHHIII", 8, 2, 256, 4, 1, 90_000, 257, 4, 1, 90_000, 0), "picture.too_large"),
        (b"\xff\xd8\xff cut", "picture.damaged"),
    ],
)
def test_what_is_no_page_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(DeviceError) as raised:
        sides_of(data)
    assert raised.value.code == code


def test_a_file_is_told_of_once_it_has_finished_growing(tmp_path: Path) -> None:
    now = [0.0]
    folder = WatchedFolder(str(tmp_path), lambda: now[0])
    growing = tmp_path / "a.jpg"
    growing.write_bytes(b"1")
    (tmp_path / ".hidden.jpg").write_bytes(b"1")
    (tmp_path / "notes.txt").write_bytes(b"1")
    (tmp_path / "empty.pdf").touch()
    assert folder.read(0) == ()
    now[0] = 0.9
    growing.write_bytes(b"12")
    assert folder.read(0) is None
    now[0] = 1.8
    assert folder.read(0) is None
    now[0] = 2.0
    assert folder.read(0) == (growing,)
    assert folder.read(0) is None
    growing.unlink()
    assert folder.read(0) == ()
    tmp_path.joinpath("empty.pdf").unlink()


def test_a_folder_that_is_not_there_is_a_device_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DeviceError, match=r"device\.not_found"):
        WatchedFolder(str(tmp_path / "no"))
