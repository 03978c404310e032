"""The strings themselves: as many as said, each once, the same in every run, every class among a sample."""

from __future__ import annotations

from tests.security import hostile_strings
from tests.security.hostile_strings import COUNT, MAKERS, all_strings, naughty, sample


def test_ten_thousand_strings_each_once_and_the_same_in_every_run() -> None:
    first = all_strings()
    assert len(first) == len({text for _, text in first}) == COUNT
    all_strings.cache_clear()
    assert all_strings() == first


def test_the_trades_own_list_is_in_them_and_reads_its_escapes() -> None:
    own = list(naughty())
    assert len({text for _, text in own}) >= 500
    texts = {text for _, text in own}
    assert {"Ann\u202eeeL", "\0", "=1+1", "\ud800", "    ", '\\"Ann\\"'} <= texts
    assert texts <= {text for _, text in all_strings()}


def test_every_class_is_in_the_smallest_sample() -> None:
    kinds = {kind for kind, _ in sample(10)}
    assert set(MAKERS) <= kinds
    assert kinds == {kind for kind, _ in all_strings()}
    assert sum(len(text) >= 10_000 for _, text in all_strings()) >= 40
    assert hostile_strings.LONG or len(sample(300)) < 500
