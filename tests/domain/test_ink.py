"""How much ink is a signature: a dot is none, whatever the depth and the filters of the picture (2.4)."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import ink
from tests.counter_acts import DOT, PNG, drawn


def coloured(width: int, height: int, channels: int, kind: int) -> bytes:
    """An 8-bit picture with a stroke from corner to corner, each row with one of PNG's filters."""
    colour = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    above, rows = bytes(width * channels), b""
    for y in range(height):
        # A stroke of three pixels across; behind the colours stands how opaque it is.
        row = b"".join(
            (bytes(4) if abs(x * height // width - y) < 2 else b"\xff" * 4)[: channels - (channels in (2, 4))]
            + (b"\xff" if channels in (2, 4) else b"")
            for x in range(width)
        )
        rows += bytes([kind]) + filtered(kind, row, above, channels)
        above = row

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


def filtered(kind: int, row: bytes, above: bytes, step: int) -> bytes:
    """The other way round than the reader does it."""
    out = []
    for n, value in enumerate(row):
        left = row[n - step] if n >= step else 0
        corner = above[n - step] if n >= step else 0
        up = above[n]
        guess = left + up - corner
        near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
        out.append((value - (0, left, up, (left + up) // 2, near)[kind]) % 256)
    return bytes(out)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("kind", range(5))
def test_a_stroke_from_corner_to_corner_is_a_signature_in_every_kind_of_png(channels: int, kind: int) -> None:
    seen = ink.measure(coloured(80, 40, channels, kind))
    assert (seen.width, seen.height, seen.box_width, seen.box_height) == (80, 40, 80, 40)
    assert seen.dark == ink.measure(coloured(80, 40, 1, 0)).dark
    assert seen.is_signature


def test_s12_a_dot_two_dots_and_a_speck_are_no_signature() -> None:
    assert ink.measure(PNG).is_signature
    one_dot = ink.measure(DOT)
    assert one_dot.dark > 0
    assert not one_dot.is_signature
    far_apart = drawn(400, 100, lambda x, y: min((x - 40) ** 2, (x - 360) ** 2) + (y - 50) ** 2 < 9)
    assert not ink.measure(far_apart).is_signature
    assert not ink.measure(drawn(400, 100, lambda x, y: False)).is_signature


@given(st.integers(1, 70), st.integers(1, 12), st.integers(0, 30), st.integers(0, 10))
def test_the_box_and_the_count_are_those_of_what_was_drawn(width: int, height: int, left: int, top: int) -> None:
    picture = drawn(100, 30, lambda x, y: left <= x < left + width and top <= y < top + height)
    seen = ink.measure(picture)
    inside = min(100, left + width) - left, min(30, top + height) - top
    assert (seen.box_width, seen.box_height, seen.dark) == (*inside, inside[0] * inside[1])


@pytest.mark.parametrize(
    "picture",
    [b"", b"\x89PNG", b"\xff\xd8\xff\xe0", PNG[:40], PNG[:-30], PNG[:33] + b"\0" * 40, PNG.replace(b"IDAT", b"tEXt")],
)
def test_a_picture_that_is_broken_is_said_to_be_none(picture: bytes) -> None:
    with pytest.raises(ink.InkError):
        ink.measure(picture)


def test_a_picture_that_would_take_all_of_the_memory_is_not_opened() -> None:
    huge = PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:]
    with pytest.raises(ink.InkError):
        ink.measure(huge)
    bomb = struct.pack(">I", 1_000) + b"IDAT" + zlib.compress(bytes(50_000_000))[:1_000]
    with pytest.raises(ink.InkError):
        ink.measure(PNG[:33] + bomb + b"\0\0\0\0")
