"""What a disk that fills up still allows: first no backups of old days, then no photos, at last nothing new.

An act of a clerk is worth more than a photo, and what was done must still reach the centre (security 7.6).
"""

from __future__ import annotations

from enum import IntEnum

MB = 1_000_000
LOW_BYTES = 2_000 * MB
NO_PHOTOS_BYTES = 500 * MB
READ_ONLY_BYTES = 100 * MB
RESERVE_BYTES = 64 * MB
"""Kept in a file of its own; given back when nothing else is left, so that the centre's answers can be written."""
BETTER_BYTES = 2 * RESERVE_BYTES
"""How far above a limit counts as better: more than the reserve gives back, so that it does not count as room."""


class Space(IntEnum):
    """Ordered from plenty to nothing."""

    PLENTY = 0
    LOW = 1
    NO_PHOTOS = 2
    READ_ONLY = 3


def judge(was: Space, free_bytes: int) -> Space:
    """How it stands now. Worse at once; better only when it is clearly better, so that nothing flickers."""
    now = _plain(free_bytes)
    return now if now >= was else min(was, _plain(free_bytes - BETTER_BYTES))


def _plain(free_bytes: int) -> Space:
    if free_bytes < READ_ONLY_BYTES:
        return Space.READ_ONLY
    if free_bytes < NO_PHOTOS_BYTES:
        return Space.NO_PHOTOS
    return Space.LOW if free_bytes < LOW_BYTES else Space.PLENTY
