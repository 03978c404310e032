"""Every kind of operation, and an operation as the fold sees it.

A FACT is something that has already happened in the shop: it is never dropped, at worst contested.
An INTENT is a wish that may be rejected; its trace on this station is then undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from counter_app.domain.employee import Actor
from counter_app.domain.kinds import BodyValue, Kind, MalformedOperationError, Nature, checked_field
from counter_app.domain.kinds_custody import CUSTODY
from counter_app.domain.kinds_delivery import DELIVERY
from counter_app.domain.kinds_intake import INTAKE
from counter_app.domain.kinds_money import MONEY
from counter_app.domain.kinds_pickup import PICKUP
from counter_app.domain.kinds_register import REGISTER
from counter_app.domain.kinds_shelves import SHELVES
from counter_app.domain.kinds_task import TASK

__all__ = [
    "KINDS",
    "BodyValue",
    "Kind",
    "MalformedOperationError",
    "Nature",
    "Operation",
    "checked_body",
    "kind_of",
    "touches",
]

KINDS: dict[str, Kind] = {
    one.name: one
    for one in (
        *CUSTODY,
        *MONEY,
        *REGISTER,
        *TASK,
        *SHELVES,
        *PICKUP,
        *DELIVERY,
        *INTAKE,
    )
}


@dataclass(frozen=True, slots=True)
class Operation:
    """One act as the fold sees it. `at_ms` is the device's wall time, evidence and not order.

    A personal field whose disclosure was erased is missing in `body` and reads as "".
    """

    op_id: str
    kind: str
    entity_id: str
    actor: Actor
    at_ms: int
    body: Mapping[str, BodyValue] = field(default_factory=dict)

    def text(self, key: str) -> str:
        value = self.body.get(key, "")
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int:
        value = self.body.get(key, 0)
        return value if isinstance(value, int) else 0

    def names(self, key: str) -> tuple[str, ...]:
        value = self.body.get(key, ())
        return value if isinstance(value, tuple) else ()

    def ids(self, key: str) -> tuple[str, ...]:
        """The rows that a field names: a list of ids, or one id as text."""
        return self.names(key) or ((self.text(key),) if self.text(key) else ())


def kind_of(name: str) -> Kind:
    """The kind called `name`; MalformedOperationError when this program does not know it."""
    kind = KINDS.get(name)
    if kind is None:
        raise MalformedOperationError("op.kind_unknown", name[:60])
    return kind


def checked_body(kind_name: str, body: Mapping[str, Any]) -> dict[str, BodyValue]:
    """`body` with every field of the kind present, typed and within limits; unknown fields are refused."""
    kind = kind_of(kind_name)
    unknown = set(body) - set(kind.fields)
    if unknown:
        raise MalformedOperationError("op.field_unknown", ",".join(sorted(unknown))[:100])
    return {key: checked_field(kind, key, body.get(key)) for key in kind.fields}


def touches(op: Operation) -> tuple[tuple[str, str], ...]:
    """The rows (entity type, id) that the fold of `op` may change, its own first; sessions and stations have no row."""
    kind = kind_of(op.kind)
    if kind.entity in ("session", "station"):
        return ()
    rows = [(kind.entity, op.entity_id)]
    for entity, key in kind.also_touches:
        rows += [(entity, one) for one in op.ids(key)]
    return tuple(dict.fromkeys(rows))
