"""What a set of rows comes to, so that two sides can compare 120,000 rows by 256 short texts.

A row is (entity, id, seq): a row that changed has another seq. Sums do not depend on the order of the rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

BUCKETS = 256
_MODULUS = 2**64


def bucket_of(entity: str, row_id: str) -> int:
    """In which of the 256 buckets a row lies, whatever its seq."""
    return hashlib.sha256(f"{entity}\n{row_id}".encode()).digest()[0]


def buckets_of(rows: Iterable[tuple[str, str, int]]) -> tuple[tuple[int, str], ...]:
    """Count and 64-bit sum (16 hex digits) of each bucket."""
    counts, sums = [0] * BUCKETS, [0] * BUCKETS
    for entity, row_id, seq in rows:
        named = hashlib.sha256(f"{entity}\n{row_id}".encode())
        place = named.digest()[0]
        named.update(f"\n{seq}".encode())
        counts[place] += 1
        sums[place] = (sums[place] + int.from_bytes(named.digest()[:8], "big")) % _MODULUS
    return tuple((count, f"{value:016x}") for count, value in zip(counts, sums, strict=True))


def total(buckets: Iterable[tuple[int, str]]) -> tuple[int, str]:
    """Count and sum over all buckets."""
    count, value = 0, 0
    for of_bucket, text in buckets:
        count += of_bucket
        value = (value + int(text, 16)) % _MODULUS
    return count, f"{value:016x}"
