"""Messages as frozen msgspec structs: read strictly, written plainly, described as JSON Schema from one declaration.

Supported hints: str, int, bool, Literal of str, Json (anything), tuple[X, ...], tuple[A, B], dict[str, X] and other
shapes; limits stand beside them in Annotated. A field with a default may be left out, an unknown one may not be there.
"""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

import msgspec

from counter_app.limits import INTEGER_MAX, TEXT_MAX_CHARS

T = TypeVar("T")
Json = Any
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff"
_FREE_TEXT = re.compile(f"[{_CONTROL}]")
_FREE_MAX = 64_000
_SAID = re.compile(r"Object (missing required|contains unknown) field `(.*)`", re.DOTALL)
_COUNTED = re.compile(r"Expected `(?:array|object)` of length ([<>])= ")
_PLACE = re.compile(r" - at (?:`key` in )?`\$([^`]*)`\Z")


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every message is."""


class ShapeError(ValueError):
    """A value does not have the shape that was agreed; `field` is the dotted way to it."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(f"{code} at {field}")
        self.code = code
        self.field = field[:100]


@dataclass(frozen=True, slots=True)
class Described:
    """Beside Json: the shape that the entry should have, for openapi; it is read one by one where it is used."""

    shape: type


def text(most: int = TEXT_MAX_CHARS, least: int = 0, pattern: str = "") -> msgspec.Meta:
    """Length of a text in characters, and a pattern that it must match as a whole ("" for any storable text)."""
    whole = f"^(?=[^{_CONTROL}]*\\Z)(?:{pattern})\\Z" if pattern else f"^[^{_CONTROL}]*\\Z"
    return msgspec.Meta(min_length=least, max_length=most, pattern=whole, extra={"pattern": pattern})


def whole(least: int = 0, most: int = INTEGER_MAX) -> msgspec.Meta:
    """Range of an integer, both ends included."""
    return msgspec.Meta(ge=least, le=most)


def many(most: int, least: int = 0) -> msgspec.Meta:
    """How many entries a list or an object may have."""
    return msgspec.Meta(min_length=least, max_length=most)


Count = Annotated[int, whole()]
Key = Annotated[str, text()]


def read(shape: type[T], value: Any, where: str = "body", *, normal: bool = False) -> T:
    """`value` as an instance of `shape`, its texts in NFC. ShapeError names the first field that does not fit.

    `normal` says that they are in NFC already.
    """
    free: dict[str, bool] = _free(shape)  # type: ignore[arg-type]
    try:
        found = msgspec.convert(value if normal else _normal(value, free), shape)
    except msgspec.ValidationError as error:
        raise _named(str(error), where) from None
    except UnicodeError:  # half of a surrogate pair is in a name, and no field is called so
        raise ShapeError("request.field_unknown", where) from None
    for name, described in free.items():
        if not described:
            _check_free(getattr(found, name), f"{where}.{name}")
    return found


def _named(said: str, where: str) -> ShapeError:
    place = _PLACE.search(said)
    at = where + (place[1].replace("[...]", "").replace("[", ".").replace("]", "") if place else "")
    field, count = _SAID.match(said), _COUNTED.match(said)
    if field:
        code = "request.field_missing" if field[1].startswith("missing") else "request.field_unknown"
        return ShapeError(code, f"{at}.{field[2]}")
    if count:
        return ShapeError("request.too_many" if count[1] == "<" else "request.too_few", at)
    return ShapeError("request.field_wrong", at)


def _normal(value: Any, left: Mapping[str, bool]) -> Any:
    """`value` with its texts in NFC, but for the fields that are `left` as they came."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {key: one if key in left else _normal(one, _NONE) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_normal(one, _NONE) for one in value]
    return value


_NONE: Mapping[str, bool] = {}


@cache
def _free(shape: Any) -> dict[str, bool]:
    """The fields of `shape` that hold Json, and whether their entries are described and read elsewhere."""
    found: dict[str, bool] = {}
    for name, hint in _hints(shape).items() if isinstance(shape, type) and issubclass(shape, Shape) else ():
        inside, _ = _apart(hint)
        entries = [_apart(one) for one in (inside, *get_args(inside))]
        if any(one is Any for one, _ in entries):
            found[name] = any(isinstance(limit, Described) for _, beside in entries for limit in beside)
    return found


def _check_free(value: Any, where: str) -> None:
    # Anything goes in shape, but texts must be storable and numbers must survive every JSON parser.
    if isinstance(value, str):
        if len(value) > _FREE_MAX or _FREE_TEXT.search(value):
            raise ShapeError("request.field_wrong", where)
    elif isinstance(value, int):
        if not -INTEGER_MAX <= value <= INTEGER_MAX:
            raise ShapeError("request.field_wrong", where)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if len(key) > TEXT_MAX_CHARS or _FREE_TEXT.search(key):
                raise ShapeError("request.field_wrong", where)
            _check_free(one, where)
    elif isinstance(value, (list, tuple)):
        for one in value:
            _check_free(one, where)


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return typing.get_type_hints(shape, include_extras=True)


def _apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(hint) is Annotated:
        inside, *limits = get_args(hint)
        return inside, tuple(limits)
    return hint, ()


def schema(hint: Any, named: dict[str, Any]) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of `hint`; shapes are collected in `named` and referred to."""
    hint, beside = _apart(hint)
    limits = next((one for one in beside if isinstance(one, msgspec.Meta)), msgspec.Meta())
    origin = get_origin(hint)
    if hint is Any:
        described = next((one for one in beside if isinstance(one, Described)), None)
        return schema(described.shape, named) if described else {}
    if isinstance(hint, type) and issubclass(hint, Shape):
        return _schema_object(hint, named)
    if origin is typing.Literal:
        return {"type": "string", "enum": list(get_args(hint))}
    if origin is tuple:
        return _schema_list(get_args(hint), named, limits)
    if origin is dict:
        values: dict[str, Any] = {"type": "object", "additionalProperties": schema(get_args(hint)[1], named)}
        return values if limits.max_length is None else {**values, "maxProperties": limits.max_length}
    if hint is str:
        most = TEXT_MAX_CHARS if limits.max_length is None else limits.max_length
        found: dict[str, Any] = {"type": "string", "minLength": limits.min_length or 0, "maxLength": most}
        pattern = (limits.extra or {}).get("pattern")
        return {**found, "pattern": f"^(?:{pattern})$"} if pattern else found
    if hint is int:
        return {"type": "integer", "minimum": limits.ge or 0, "maximum": limits.le or INTEGER_MAX}
    return {"type": "boolean"}


def _schema_object(shape: type[Shape], named: dict[str, Any]) -> dict[str, Any]:
    name = shape.__name__
    if name not in named:
        named[name] = {}
        hints, members = _hints(shape), msgspec.structs.fields(shape)
        named[name] = {
            "type": "object",
            "description": (shape.__doc__ or "").strip(),
            "additionalProperties": False,
            "required": [field.name for field in members if field.required],
            "properties": {field.name: schema(hints[field.name], named) for field in members},
        }
    return {"$ref": f"#/components/schemas/{name}"}


def _schema_list(entries: tuple[Any, ...], named: dict[str, Any], limits: msgspec.Meta) -> dict[str, Any]:
    if entries[-1] is not Ellipsis:
        count = len(entries)
        each = [schema(one, named) for one in entries]
        return {"type": "array", "prefixItems": each, "minItems": count, "maxItems": count}
    found: dict[str, Any] = {"type": "array", "items": schema(entries[0], named)}
    if limits.max_length is not None:
        found |= {"minItems": limits.min_length or 0, "maxItems": limits.max_length}
    return found
