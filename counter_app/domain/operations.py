"""Every kind of operation: what its body holds, which rows it touches, whether it is a FACT or an INTENT.

A FACT is something that has already happened in the shop: it is never dropped, at worst contested.
An INTENT is a wish that may be rejected; its trace on this station is then undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import FLAGS, MAIL_TYPES
from counter_app.domain.pickup import ID_TYPES, MODES

BodyValue = str | int | tuple[str, ...]


class Nature(Enum):
    FACT = "fact"
    INTENT = "intent"


class MalformedOperationError(ValueError):
    """The operation cannot be understood. The centre keeps its raw bytes in quarantine."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code


@dataclass(frozen=True, slots=True)
class Kind:
    """What an operation of one kind is made of. Field types: str, int, list (of str), json (frozen text)."""

    name: str
    nature: Nature
    entity: str
    action: str
    fields: Mapping[str, str]
    personal: frozenset[str] = frozenset()
    also_touches: tuple[tuple[str, str], ...] = ()
    """Pairs (entity type, body field that lists ids) of the other rows that the fold changes."""


def _kind(
    name: str,
    nature: Nature,
    action: str,
    fields: str,
    personal: str = "",
    also: tuple[tuple[str, str], ...] = (),
) -> Kind:
    pairs = (part.partition(":") for part in fields.split())
    return Kind(
        name=name,
        nature=nature,
        entity=name.partition(".")[0],
        action=action,
        fields={key: typ or "str" for key, _, typ in pairs},
        personal=frozenset(personal.split()),
        also_touches=also,
    )


_ITEMS = (("item", "items"),)
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        _kind(
            "item.received",
            Nature.FACT,
            "item.insert",
            "mail_id account mailbox name verdict matched mail_type carrier tracking weight_g:int shelf"
            " photo flags:list received_on duplicate_reason",
            personal="name matched",
        ),
        _kind(
            "item.assigned",
            Nature.FACT,
            "item.assign",
            "account mailbox name verdict matched",
            "name matched",
        ),
        _kind(
            "item.reassigned",
            Nature.FACT,
            "item.reassign",
            "account mailbox name verdict matched reason",
            personal="name matched reason",
        ),
        _kind("item.moved", Nature.FACT, "item.move", "shelf"),
        _kind("item.weighed", Nature.FACT, "item.weigh", "weight_g:int raw"),
        _kind("item.taken_back", Nature.FACT, "item.take_back", "reason"),
        _kind("item.settled", Nature.FACT, "custody.settle", "acts:list reason", personal="reason"),
        _kind("pickup.opened", Nature.FACT, "pickup.process", "account mailbox mode items:list", also=_ITEMS),
        _kind("pickup.pieces_added", Nature.FACT, "pickup.process", "items:list", also=_ITEMS),
        _kind("pickup.started", Nature.FACT, "pickup.process", ""),
        _kind(
            "pickup.id_checked",
            Nature.FACT,
            "pickup.process",
            "collector id_type listed:int",
            personal="collector",
        ),
        _kind("pickup.piece_scanned", Nature.FACT, "pickup.process", "item"),
        _kind("pickup.piece_missing", Nature.FACT, "pickup.process", "item"),
        _kind("pickup.charge_asked", Nature.FACT, "pickup.process", "amount_cents:int attempt:int"),
        _kind("pickup.charge_put_off", Nature.FACT, "pickup.process", "amount_cents:int attempt:int"),
        _kind("pickup.nothing_due", Nature.FACT, "pickup.process", ""),
        _kind("pickup.charged", Nature.FACT, "platform.charge", "result attempt:int"),
        _kind("pickup.tried_again", Nature.FACT, "pickup.process", ""),
        _kind("pickup.signed", Nature.FACT, "pickup.process", "signature"),
        _kind("pickup.put_back", Nature.FACT, "pickup.process", "reason"),
        _kind(
            "pickup.handed_over",
            Nature.FACT,
            "pickup.process",
            "items:list missing:list",
            also=(*_ITEMS, ("item", "missing")),
        ),
        _kind("pickup.settled", Nature.FACT, "custody.settle", "acts:list reason", personal="reason"),
        _kind("pickup.declined", Nature.INTENT, "pickup.decline", "reason items:list", also=_ITEMS),
        _kind(
            "pickup.requested",
            Nature.FACT,
            "platform.pickup",
            "account mailbox items:list appointment_ms:int",
            also=_ITEMS,
        ),
        _kind("account.note_set", Nature.INTENT, "customer.note", "note", personal="note"),
        _kind(
            "account.registered",
            Nature.FACT,
            "platform.account",
            "mailbox holder email phone plan names:json collectors:json",
            personal="holder email phone names collectors",
        ),
        _kind(
            "account.state_set",
            Nature.FACT,
            "platform.account",
            "state since payment id_expires_on",
        ),
        _kind(
            "account.names_set",
            Nature.FACT,
            "platform.account",
            "names:json collectors:json",
            personal="names collectors",
        ),
        _kind("employee.set", Nature.FACT, "platform.employee", "name email level:int active:int", "name email"),
        _kind("session.signed_in", Nature.FACT, "session.own", "clerk present"),
        _kind("session.signed_out", Nature.FACT, "session.own", "clerk"),
        _kind("session.locked_out", Nature.FACT, "session.own", "clerk tries:int"),
        _kind("station.tail_lost", Nature.FACT, "session.own", "incarnation missing:list since_ms:int until_ms:int"),
        _kind(
            "station.rebuilt",
            Nature.FACT,
            "session.own",
            "incarnation missing:list since_ms:int until_ms:int rescued:int",
        ),
    )
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "mail_type": MAIL_TYPES,
    "id_type": ID_TYPES,
    "mode": MODES,
    "verdict": ("exact", "likely", "no", ""),
    "result": ("paid", "declined", "unknown"),
}
_LIST_MAX = 500
_TEXT_MAX = 4_000
_ENTRY_MAX = 200
_DATES = frozenset({"received_on", "since", "id_expires_on"})


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
    return {key: _checked(key, typ, body.get(key)) for key, typ in kind.fields.items()}


def _checked(key: str, typ: str, value: Any) -> BodyValue:
    if typ == "int":
        number = 0 if value is None else value
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= 2**53:
            raise MalformedOperationError("op.field_wrong", key)
        return number
    if typ == "list":
        entries = () if value is None else tuple(value) if isinstance(value, (list, tuple)) else None
        if entries is None or len(entries) > _LIST_MAX:
            raise MalformedOperationError("op.field_wrong", key)
        if not all(isinstance(one, str) and 0 < len(one) <= _ENTRY_MAX for one in entries):
            raise MalformedOperationError("op.field_wrong", key)
        if key == "flags" and not set(entries) <= set(FLAGS):
            raise MalformedOperationError("op.field_wrong", key)
        return entries
    text = "" if value is None else value
    if not isinstance(text, str) or len(text) > _TEXT_MAX:
        raise MalformedOperationError("op.field_wrong", key)
    if key in _DATES and text and not _is_date(text):
        raise MalformedOperationError("op.field_wrong", key)
    if key in _CHOICES and text not in _CHOICES[key]:
        raise MalformedOperationError("op.field_wrong", key)
    return text


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def touches(op: Operation) -> tuple[tuple[str, str], ...]:
    """The rows (entity type, id) that the fold of `op` may change, its own first; sessions and stations have no row."""
    kind = kind_of(op.kind)
    if kind.entity in ("session", "station"):
        return ()
    rows = [(kind.entity, op.entity_id)]
    for entity, key in kind.also_touches:
        rows += [(entity, one) for one in op.names(key)]
    return tuple(dict.fromkeys(rows))
