"""The tree over a store's journal (RFC 6962, section 2.1): what was once signed cannot be taken out or changed unseen.

Leaves and inner nodes are hashed under different first bytes, so that no node can be passed off as a leaf. Whoever
keeps the leaves keeps only the peaks (`Peaks`) to let the tree grow; proofs are made from whole subtrees that a
function gives, so that this module neither stores nor reads anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()

Whole = Callable[[int, int], bytes]
"""(level, index) -> hash of the whole subtree over the leaves [index * 2^level, (index + 1) * 2^level)."""


def leaf_hash(data: bytes) -> bytes:
    """SHA-256 over 0x00 and what the leaf says."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256 over 0x01 and both children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(slots=True)
class Peaks:
    """The whole subtrees that make up a tree of `size` leaves, largest first: all it takes to go on."""

    size: int
    hashes: list[bytes]

    @classmethod
    def read(cls, size: int, text: str) -> Peaks:
        """From the hex of `text`; ValueError when it is not as many hashes as a tree of `size` has."""
        raw = bytes.fromhex(text)
        hashes = [raw[at : at + HASH_BYTES] for at in range(0, len(raw), HASH_BYTES)]
        if size < 0 or len(raw) != HASH_BYTES * size.bit_count():
            raise ValueError("not the peaks of a tree of this size")
        return cls(size, hashes)

    def text(self) -> str:
        return b"".join(self.hashes).hex()

    def append(self, leaf: bytes, whole: Callable[[int, int, bytes], None] | None = None) -> None:
        """Add the hash of a leaf. `whole` is told (level, index, hash) of every subtree that it completes."""
        index, level, found = self.size, 0, leaf
        self.size += 1
        while index & 1:
            found = node_hash(self.hashes.pop(), found)
            index, level = index >> 1, level + 1
            if whole is not None:
                whole(level, index, found)
        self.hashes.append(found)

    def root(self) -> bytes:
        return _joined(self.hashes)


def _joined(hashes: Sequence[bytes]) -> bytes:
    # From the smallest peak up: the right child is the one that is not full.
    if not hashes:
        return EMPTY_ROOT
    found = hashes[-1]
    for left in reversed(hashes[:-1]):
        found = node_hash(left, found)
    return found


def _span(start: int, end: int, whole: Whole) -> bytes:
    """The hash of the subtree over [start, end), which begins where a subtree of its size may begin."""
    hashes, at = [], start
    while at < end:
        level = (end - at).bit_length() - 1
        hashes.append(whole(level, at >> level))
        at += 1 << level
    return _joined(hashes)


def _split(size: int) -> int:
    """The largest power of two below `size` (>= 2): how many leaves are on the left."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion(position: int, size: int, whole: Whole) -> list[bytes]:
    """The path from leaf `position` to the root of the tree of `size` leaves, leaf's sibling first.

    ValueError when there is no such leaf.
    """
    if not 0 <= position < size:
        raise ValueError("no such leaf")
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if position < middle:
            path.append(_span(middle, end, whole))
            end = middle
        else:
            path.append(_span(start, middle, whole))
            start = middle
    return path[::-1]


def consistency(old: int, new: int, whole: Whole) -> list[bytes]:
    """What shows that the tree of `new` leaves begins with the one of `old`; [] when they are one or `old` is 0.

    ValueError when `old` is larger than `new`.
    """
    if not 0 <= old <= new:
        raise ValueError("the older tree is the larger one")
    if old in (0, new):
        return []
    path: list[bytes] = []
    start, end, known = 0, new, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(_span(middle, end, whole))
            end = middle
        else:
            path.append(_span(start, middle, whole))
            start, known = middle, False
    if not known:  # else the part is the whole older tree, whose root the other side has
        path.append(_span(start, end, whole))
    return path[::-1]


def is_included(leaf: bytes, position: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` leads from the hash `leaf` at `position` to `root` of a tree of `size` leaves."""
    if not 0 <= position < size:
        return False
    at, last, found = position, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether `path` shows that the tree (`new`, `new_root`) begins with all leaves of (`old`, `old_root`)."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    steps = list(path)
    if old & (old - 1) == 0:
        steps.insert(0, old_root)
    if not steps:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, step)
        at, last = at >> 1, last >> 1
    return last == 0 and (before, after) == (old_root, new_root)
