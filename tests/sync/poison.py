"""A bug of the centre that one act in a hundred meets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from central_service import journal as centre_journal
from counter_app.domain import fold

POISON = "POISON"
"""A shelf at which the fold of the centre falls over."""


class PoisonedFold:
    """The fold as the centre has it, with a bug."""

    Rejected = fold.Rejected
    is_contested = staticmethod(fold.is_contested)

    @staticmethod
    def apply(entity: str, row: Any, op: Any, row_id: str = "") -> Any:
        if op.text("shelf") == POISON:
            raise LookupError("a bug of the centre")
        return fold.apply(entity, row, op, row_id)


@contextmanager
def poisoned() -> Iterator[None]:
    real = centre_journal.fold
    centre_journal.fold = PoisonedFold  # type: ignore[assignment]
    try:
        yield
    finally:
        centre_journal.fold = real
