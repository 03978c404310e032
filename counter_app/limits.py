"""How much of anything from outside the program takes in, in one place (security.md, decision 1)."""

from __future__ import annotations

TEXT_MAX_CHARS = 200
"""A name, a note, a reason, a label field."""

WEDGE_SCAN_MAX_CHARS = 4_096
SERIAL_SCAN_MAX_BYTES = 8_192
SCAN_MAX_SECONDS = 2.0
"""A scan that goes on longer than this is dropped until the line is silent."""

IMAGE_MAX_BYTES = 25 * 1024 * 1024
IMAGE_MAX_PIXELS = 40_000_000
IMAGE_FORMATS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""Magic bytes of the only picture formats that are decoded: JPEG and PNG."""

PDF_FORMAT = b"%PDF-"
"""A scan on its way to the customer; it is passed on and never opened by this program."""

ANSWER_MAX_BYTES = 16 * 1024 * 1024
"""Decoded bytes of one answer of the central service."""

ANSWER_MAX_RATIO = 200
"""Decoded to received bytes; above it an answer is a bomb."""

JSON_MAX_DEPTH = 20
INTEGER_MAX = 2**53
CONFIG_MAX_BYTES = 64 * 1024

PUSH_MAX_OPS = 200
PUSH_MAX_BYTES = 1_000_000
PULL_MAX_ROWS = 1_000
REQUEST_MAX_BYTES = 2 * 1024 * 1024

BLOB_MAX_BYTES = IMAGE_MAX_BYTES
BLOB_CHUNK_MAX_BYTES = 1_000_000
"""One part of a photo on its way to the centre (3.11)."""
