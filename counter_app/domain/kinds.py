"""What a kind of operation is made of, and how a body is held against it.

The kinds themselves stand by subject in `kinds_custody`, `kinds_register` and their neighbours; `operations` has all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

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
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a text field of this kind may say, beside what `CHOICES` says of fields of that name in every kind."""


def kind(
    name: str,
    nature: Nature,
    action: str,
    fields: str,
    personal: str = "",
    also: tuple[tuple[str, str], ...] = (),
    choices: Mapping[str, tuple[str, ...]] | None = None,
    entity: str = "",
) -> Kind:
    """A kind in one line: fields as `name:type`, str where no type stands; the row is named by the kind's first word
    unless `entity` says another."""
    pairs = (part.partition(":") for part in fields.split())
    return Kind(
        name=name,
        nature=nature,
        entity=entity or name.partition(".")[0],
        action=action,
        fields={key: typ or "str" for key, _, typ in pairs},
        personal=frozenset(personal.split()),
        also_touches=also,
        choices=choices or {},
    )


ITEMS = (("item", "items"),)
"""For kinds that change the pieces which their field `items` lists."""
CHOICES: dict[str, tuple[str, ...]] = {
    "mail_type": MAIL_TYPES,
    "id_type": ID_TYPES,
    "mode": MODES,
    "verdict": ("exact", "likely", "no", ""),
    "result": ("paid", "declined", "unknown"),
}
_LIST_MAX = 500
_TEXT_MAX = 4_000
_ENTRY_MAX = 200
_DATES = frozenset({"received_on", "since", "id_expires_on", "until"})


def checked_field(one: Kind, key: str, value: Any) -> BodyValue:
    """`value` as the field `key` of this kind holds it; MalformedOperationError("op.field_wrong")."""
    typ = one.fields[key]
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
    allowed = one.choices.get(key, CHOICES.get(key))
    if allowed is not None and text not in allowed:
        raise MalformedOperationError("op.field_wrong", key)
    return text


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
