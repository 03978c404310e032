"""Messages as frozen dataclasses: read strictly, written plainly, described as JSON Schema from one declaration.

Supported hints: str, int, bool, Literal of str, Json (anything), tuple[X, ...], tuple[A, B], dict[str, X] and other
dataclasses; limits stand beside them in Annotated. A field with a default may be left out, an unknown one may not
be there.
"""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from counter_app.limits import INTEGER_MAX, TEXT_MAX_CHARS

T = TypeVar("T")
Json = Any
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class ShapeError(ValueError):
    """A value does not have the shape that was agreed; `field` is the dotted way to it."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(f"{code} at {field}")
        self.code = code
        self.field = field[:100]


@dataclass(frozen=True, slots=True)
class Text:
    """Length of a text in characters, and a pattern that it must match as a whole ("" for none)."""

    most: int = TEXT_MAX_CHARS
    least: int = 0
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """Range of an integer, both ends included."""

    least: int = 0
    most: int = INTEGER_MAX


@dataclass(frozen=True, slots=True)
class Many:
    """How many entries a list or an object may have."""

    most: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Described:
    """Beside Json: the shape that the entry should have, for openapi; it is read one by one where it is used."""

    shape: type


def read(shape: type[T], value: Any, where: str = "body") -> T:
    """`value` as an instance of `shape`. ShapeError names the first field that does not fit."""
    return typing.cast(T, _read(shape, value, where))


def _read(hint: Any, value: Any, where: str) -> Any:
    limits: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        limits = tuple(rest)
    origin = get_origin(hint)
    if hint is Any:
        if not any(isinstance(one, Described) for one in limits):
            _check_free(value, where)
        return value
    if is_dataclass(hint):
        return _read_object(hint, value, where)
    if origin is Literal:
        if value not in get_args(hint) or not isinstance(value, str):
            raise ShapeError("request.field_wrong", where)
        return value
    if origin is tuple:
        return _read_list(get_args(hint), value, where, limits)
    if origin is dict:
        return _read_map(get_args(hint)[1], value, where, limits)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise ShapeError("request.field_wrong", where)
    text = unicodedata.normalize("NFC", value) if isinstance(value, str) else value
    _check_limits(text, where, limits)
    return text


def _read_object(shape: Any, value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise ShapeError("request.field_wrong", where)
    hints = _hints(shape)
    unknown = set(value) - set(hints)
    if unknown:
        raise ShapeError("request.field_unknown", f"{where}.{min(unknown)}")
    found = {}
    for field in fields(shape):
        if field.name in value:
            found[field.name] = _read(hints[field.name], value[field.name], f"{where}.{field.name}")
        elif _needed(field):
            raise ShapeError("request.field_missing", f"{where}.{field.name}")
    return shape(**found)


def _read_list(entries: tuple[Any, ...], value: Any, where: str, limits: tuple[Any, ...]) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise ShapeError("request.field_wrong", where)
    if entries[-1] is Ellipsis:
        _check_count(value, where, limits)
        return tuple(_read(entries[0], one, f"{where}.{index}") for index, one in enumerate(value))
    if len(value) != len(entries):
        raise ShapeError("request.field_wrong", where)
    return tuple(_read(hint, one, where) for hint, one in zip(entries, value, strict=True))


def _read_map(hint: Any, value: Any, where: str, limits: tuple[Any, ...]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ShapeError("request.field_wrong", where)
    _check_count(value, where, limits)
    for key in value:
        _check_limits(key, where, (Text(),))
    return {key: _read(hint, one, f"{where}.{key}") for key, one in value.items()}


def _check_count(value: Any, where: str, limits: tuple[Any, ...]) -> None:
    for limit in limits:
        if isinstance(limit, Many) and not limit.least <= len(value) <= limit.most:
            raise ShapeError("request.too_many" if len(value) > limit.most else "request.too_few", where)


def _check_limits(value: Any, where: str, limits: tuple[Any, ...]) -> None:
    if isinstance(value, str):
        limit = next((one for one in limits if isinstance(one, Text)), Text())
        if not limit.least <= len(value) <= limit.most or _CONTROL.search(value):
            raise ShapeError("request.field_wrong", where)
        if limit.pattern and not re.fullmatch(limit.pattern, value):
            raise ShapeError("request.field_wrong", where)
    elif isinstance(value, int) and not isinstance(value, bool):
        room = next((one for one in limits if isinstance(one, Whole)), Whole())
        if not room.least <= value <= room.most:
            raise ShapeError("request.field_wrong", where)


def _check_free(value: Any, where: str) -> None:
    # Anything goes in shape, but texts must be storable and numbers must survive every JSON parser.
    if isinstance(value, str):
        _check_limits(value, where, (Text(most=64_000),))
    elif isinstance(value, int):
        _check_limits(value, where, (Whole(least=-INTEGER_MAX),))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            _check_limits(key, where, (Text(),))
            _check_free(one, where)
    elif isinstance(value, (list, tuple)):
        for one in value:
            _check_free(one, where)


def _needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return typing.get_type_hints(shape, include_extras=True)


def plain(value: Any) -> Any:
    """`value` as JSON values: dataclasses become objects, tuples become lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return value


def schema(hint: Any, named: dict[str, Any]) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of `hint`; dataclasses are collected in `named` and referred to."""
    limits: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        limits = tuple(rest)
    origin = get_origin(hint)
    if hint is Any:
        described = next((one for one in limits if isinstance(one, Described)), None)
        return schema(described.shape, named) if described else {}
    if is_dataclass(hint):
        return _schema_object(hint, named)
    if origin is Literal:
        return {"type": "string", "enum": list(get_args(hint))}
    if origin is tuple:
        return _schema_list(get_args(hint), named, limits)
    if origin is dict:
        most = next((one.most for one in limits if isinstance(one, Many)), None)
        values: dict[str, Any] = {"type": "object", "additionalProperties": schema(get_args(hint)[1], named)}
        return values if most is None else {**values, "maxProperties": most}
    if hint is str:
        text = next((one for one in limits if isinstance(one, Text)), Text())
        found: dict[str, Any] = {"type": "string", "minLength": text.least, "maxLength": text.most}
        return {**found, "pattern": f"^(?:{text.pattern})$"} if text.pattern else found
    if hint is int:
        whole = next((one for one in limits if isinstance(one, Whole)), Whole())
        return {"type": "integer", "minimum": whole.least, "maximum": whole.most}
    return {"type": "boolean"}


def _schema_object(shape: Any, named: dict[str, Any]) -> dict[str, Any]:
    name = shape.__name__
    if name not in named:
        named[name] = {}
        hints = _hints(shape)
        named[name] = {
            "type": "object",
            "description": (shape.__doc__ or "").strip(),
            "additionalProperties": False,
            "required": [field.name for field in fields(shape) if _needed(field)],
            "properties": {field.name: schema(hints[field.name], named) for field in fields(shape)},
        }
    return {"$ref": f"#/components/schemas/{name}"}


def _schema_list(entries: tuple[Any, ...], named: dict[str, Any], limits: tuple[Any, ...]) -> dict[str, Any]:
    if entries[-1] is not Ellipsis:
        count = len(entries)
        each = [schema(one, named) for one in entries]
        return {"type": "array", "prefixItems": each, "minItems": count, "maxItems": count}
    found: dict[str, Any] = {"type": "array", "items": schema(entries[0], named)}
    for limit in limits:
        if isinstance(limit, Many):
            found |= {"minItems": limit.least, "maxItems": limit.most}
    return found
