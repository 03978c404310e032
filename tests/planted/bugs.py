"""Bugs that the suites must catch, planted in memory in a process of their own: name -> what makes it."""

from __future__ import annotations

from collections.abc import Callable

BUGS: dict[str, Callable[[], None]] = {}


def bug(work: Callable[[], None]) -> Callable[[], None]:
    """Enter a bug under the name of its function."""
    BUGS[work.__name__] = work
    return work


def plant(name: str) -> None:
    """Plant a bug for the rest of this process; "" is none."""
    if name:
        BUGS[name]()
