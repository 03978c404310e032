"""The tree over the journal, held against the definition of RFC 6962 written down once more, naively."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import merkle

LEAVES = [merkle.leaf_hash(b"%d" % number) for number in range(600)]


def naive_root(leaves: list[bytes]) -> bytes:
    """MTH of section 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def naive_path(m: int, leaves: list[bytes]) -> list[bytes]:
    """PATH of section 2.1.1."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return [*naive_path(m, leaves[:k]), naive_root(leaves[k:])]
    return [*naive_path(m - k, leaves[k:]), naive_root(leaves[:k])]


def naive_proof(m: int, leaves: list[bytes], whole: bool = True) -> list[bytes]:
    """SUBPROOF of section 2.1.2."""
    if m == len(leaves):
        return [] if whole else [naive_root(leaves)]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m <= k:
        return [*naive_proof(m, leaves[:k], whole), naive_root(leaves[k:])]
    return [*naive_proof(m - k, leaves[k:], False), naive_root(leaves[:k])]


def whole(level: int, index: int) -> bytes:
    return naive_root(LEAVES[index << level : (index + 1) << level])


sizes = st.integers(1, 600)


def test_the_roots_of_the_reference_vectors():
    # The eight leaves with which implementations of certificate transparency are compared.
    data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    peaks = merkle.Peaks(0, [])
    assert peaks.root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    peaks.append(merkle.leaf_hash(bytes.fromhex(data[0])))
    assert peaks.root().hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    for text in data[1:]:
        peaks.append(merkle.leaf_hash(bytes.fromhex(text)))
    assert peaks.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@given(sizes)
def test_growing_leaf_by_leaf_gives_the_defined_root(size):
    peaks, told = merkle.Peaks(0, []), {}
    for leaf in LEAVES[:size]:
        peaks.append(leaf, lambda level, index, found: told.__setitem__((level, index), found))
        peaks = merkle.Peaks.read(peaks.size, peaks.text())
    assert peaks.root() == naive_root(LEAVES[:size])
    assert all(found == whole(*place) for place, found in told.items())
    assert len(told) == size - size.bit_count()


@given(st.data(), sizes)
def test_every_leaf_can_be_shown_and_no_other_in_its_place(data, size):
    position = data.draw(st.integers(0, size - 1))
    path, root = merkle.inclusion(position, size, whole), naive_root(LEAVES[:size])
    assert path == naive_path(position, LEAVES[:size])
    assert merkle.is_included(LEAVES[position], position, size, path, root)
    other = data.draw(st.integers(0, size + 3).filter(lambda one: one != position))
    assert not merkle.is_included(LEAVES[other], position, size, path, root)
    assert not merkle.is_included(LEAVES[position], position, size, [*path, root], root)
    assert not merkle.is_included(LEAVES[position], position, size, path, LEAVES[0] * (size > 1))
    if path:
        assert not merkle.is_included(LEAVES[position], other, size, path, root)
        broken = data.draw(st.integers(0, len(path) - 1))
        wrong = [*path[:broken], bytes(32), *path[broken + 1 :]]
        assert not merkle.is_included(LEAVES[position], position, size, wrong, root)
        assert not merkle.is_included(LEAVES[position], position, size, path[:-1], root)


@given(st.data(), sizes)
def test_a_later_tree_shows_that_it_begins_with_the_earlier_one(data, new):
    old = data.draw(st.integers(0, new))
    path = merkle.consistency(old, new, whole)
    before, after = naive_root(LEAVES[:old]), naive_root(LEAVES[:new])
    assert path == (naive_proof(old, LEAVES[:new]) if old else [])
    assert merkle.is_consistent(old, before, new, after, path)
    assert not merkle.is_consistent(old, bytes(32), new, after, path)
    if old:
        assert not merkle.is_consistent(old, before, new, bytes(32), path)
    assert not merkle.is_consistent(old, before, new, after, [*path, after])
    if path:
        assert not merkle.is_consistent(old, before, new, after, path[:-1])
        broken = data.draw(st.integers(0, len(path) - 1))
        wrong = [*path[:broken], bytes(32), *path[broken + 1 :]]
        assert not merkle.is_consistent(old, before, new, after, wrong)


@given(st.data(), st.integers(2, 200))
def test_a_changed_or_missing_leaf_is_never_proven_away(data, new):
    """Whatever proof the forger makes from his own tree."""
    old = data.draw(st.integers(1, new))
    changed = data.draw(st.integers(0, old - 1))
    gone = data.draw(st.booleans())
    forged = LEAVES[:changed] + ([] if gone else [merkle.leaf_hash(b"forged")]) + LEAVES[changed + 1 : new]
    forged += [merkle.leaf_hash(b"more")] * (new - len(forged))

    def whole_of_forged(level: int, index: int) -> bytes:
        return naive_root(forged[index << level : (index + 1) << level])

    path = merkle.consistency(old, new, whole_of_forged)
    if forged[:old] != LEAVES[:old]:
        assert not merkle.is_consistent(old, naive_root(LEAVES[:old]), new, naive_root(forged), path)


@pytest.mark.parametrize(("size", "text"), [(1, ""), (0, "00" * 32), (3, "00" * 32), (-1, ""), (1, "zz")])
def test_peaks_that_do_not_fit_their_size_are_refused(size, text):
    with pytest.raises(ValueError, match=r"peaks|hexadecimal"):
        merkle.Peaks.read(size, text)


def test_what_is_not_there_has_no_proof():
    with pytest.raises(ValueError, match="no such leaf"):
        merkle.inclusion(5, 5, whole)
    with pytest.raises(ValueError, match="larger"):
        merkle.consistency(6, 5, whole)
    assert not merkle.is_included(LEAVES[0], 1, 1, [], LEAVES[0])
    assert not merkle.is_consistent(6, LEAVES[0], 5, LEAVES[0], [])
