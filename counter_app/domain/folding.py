"""What the folds of all rows share: how an act that contradicts a row is kept, and when a wish is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from counter_app.domain import permissions
from counter_app.domain.operations import Nature, Operation, kind_of
from counter_app.domain.rows import Row

R = TypeVar("R", bound=Row)
Step = Callable[[Row | None, Operation], Row]
"""One kind of operation on one kind of row."""


class Rejected(Exception):
    """An INTENT that may not be carried out. `code` is stable; a FACT never raises this."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def contest(row: R, op: Operation) -> R:
    """A FACT that contradicts the row is noted beside it; an INTENT is refused."""
    reject_unknown(op, "op.move_not_allowed")
    return replace(row, contested=(*row.contested, op.op_id))


def settle(row: R, op: Operation) -> R:
    """Somebody with the right found out what happened: the acts named are no open contradiction any more.

    Both stay in the history. Without the right nothing is settled; the fold notes who said so.
    """
    if not permissions.allows(op.actor, "custody.settle"):
        return row
    return replace(row, contested=tuple(one for one in row.contested if one not in op.names("acts")))


def remark(row: R, text: str) -> R:
    """Note something beside the row that somebody should look at."""
    return replace(row, remarks=(*row.remarks, text))


def reject_unknown(op: Operation, code: str) -> None:
    """Refuse an INTENT with `code`; a FACT goes on."""
    if kind_of(op.kind).nature is Nature.INTENT:
        raise Rejected(code)
