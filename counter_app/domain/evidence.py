"""The exact bytes that are hashed, chained and signed, so that the custody journal proves itself.

Nobody re-encodes them: the journal keeps `core` as it was built, and the wire carries it as base64. Personal fields
enter the bytes only as salted commitments, so that erasing a person does not break the chain.
Signing keys are the caller's business; this module is pure.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

DEPTH_MAX = 20
INTEGER_MAX = 2**53
_LONG_NUMBER = re.compile(rb"[0-9]{16}")
_written = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


class EvidenceError(ValueError):
    """The bytes are not what this module writes. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def canonical(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces; strings NFC, integers only: no floats, no null, no booleans."""
    return _utf8(_written(_plain(value, 0)))


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair: no character, and no UTF-8 for it
        raise EvidenceError("evidence.text") from error


def _plain(value: Any, depth: int) -> Any:
    if depth > DEPTH_MAX:
        raise EvidenceError("evidence.too_deep")
    if isinstance(value, bool):
        raise EvidenceError("evidence.type")
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, int):
        if abs(value) > INTEGER_MAX:
            raise EvidenceError("evidence.integer")
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(one, depth + 1) for one in value]
    if isinstance(value, Mapping):
        named = {_key(key): _plain(one, depth + 1) for key, one in value.items()}
        if len(named) != len(value):
            raise EvidenceError("evidence.duplicate_key")
        return named
    raise EvidenceError("evidence.type")


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise EvidenceError("evidence.type")
    return key if key.isascii() else unicodedata.normalize("NFC", key)


def parse(core: bytes) -> dict[str, Any]:
    """What `core` says. EvidenceError on duplicate keys, floats, null, depth, or bytes that `canonical` would
    not have written: one meaning has one form."""
    try:
        value = json.loads(
            core.decode("utf-8"),
            object_pairs_hook=_no_duplicates,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except EvidenceError:
        raise
    except (ValueError, RecursionError) as error:  # also an integer of thousands of digits
        raise EvidenceError("evidence.not_json") from error
    if not isinstance(value, dict) or not (_written_plainly(core, value) or canonical(value) == core):
        raise EvidenceError("evidence.not_canonical")
    return value


def _written_plainly(core: bytes, value: dict[str, Any]) -> bool:
    """Whether `canonical` would say just this, without a walk through it: ASCII, no word of JSON's own in it, no number
    near the limit, few brackets. False for any doubt."""
    return (
        core.isascii()
        and not (b"true" in core or b"false" in core or b"null" in core or _LONG_NUMBER.search(core))
        and core.count(b"{") + core.count(b"[") <= DEPTH_MAX
        and _written(value) == core.decode("ascii")
    )


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise EvidenceError("evidence.duplicate_key")
    return found


def _refuse(text: str) -> Any:
    raise EvidenceError("evidence.type")


PLACE = ("incarnation", "n", "prev")
"""What of a core says only where the act stands in its station's chain."""


def same_act(one: bytes, other: bytes) -> bool:
    """Whether two cores are one act in two places of its station's chain: numbered anew after a fork, and offered
    again by a store that was set back to before that. EvidenceError for bytes that are no core."""
    said, again = ({key: value for key, value in parse(core).items() if key not in PLACE} for core in (one, other))
    return said == again


def commitment(salt: bytes, value: str) -> str:
    """SHA-256 over a fixed tag, 16 random bytes and the value, as hex: says that something was there, not what."""
    if len(salt) != 16:
        raise EvidenceError("evidence.salt")
    return hashlib.sha256(b"counter-c1" + salt + _utf8(unicodedata.normalize("NFC", value))).hexdigest()


def conceal(
    body: Mapping[str, Any], personal: frozenset[str], entropy: Callable[[int], bytes]
) -> tuple[dict[str, Any], dict[str, tuple[bytes, str]]]:
    """`body` with personal fields replaced by commitments, and what opens them: field -> (salt, value).

    Every personal field gets its own random salt, so that two equal names do not look equal. What is empty is left out:
    there is nothing to commit to, and `checked_body` puts it back.
    """
    hidden: dict[str, Any] = {}
    opened: dict[str, tuple[bytes, str]] = {}
    for key, value in body.items():
        if key in personal:
            text = unicodedata.normalize("NFC", str(value))
            if not text:
                continue
            salt = entropy(16)
            hidden[key] = {"c": commitment(salt, text)}
            opened[key] = (salt, text)
        else:
            hidden[key] = list(value) if isinstance(value, tuple) else value
    return hidden, opened


def reveal(body: Mapping[str, Any], opened: Mapping[str, tuple[bytes, str]]) -> dict[str, Any]:
    """`body` with its commitments opened. EvidenceError when a value does not fit its commitment.

    A commitment whose disclosure was erased is left out.
    """
    shown: dict[str, Any] = {}
    for key, value in body.items():
        if not isinstance(value, dict):
            shown[key] = value
        elif key in opened:
            salt, text = opened[key]
            if value.get("c") != commitment(salt, text):
                raise EvidenceError("evidence.disclosure_wrong")
            shown[key] = text
    return shown


def op_hash(core: bytes) -> bytes:
    """SHA-256 that names an operation's exact bytes; domain-separated from tree nodes by the leading zero."""
    return hashlib.sha256(b"\x00counter-op-1\n" + core).digest()


def genesis(org: str, store: str, device: str, incarnation: str, public_key: bytes) -> bytes:
    """What the first operation of an incarnation has as `prev`."""
    parts = "\n".join((org, store, device, incarnation)).encode()
    return hashlib.sha256(b"counter-genesis-1\n" + parts + b"\n" + public_key).digest()


def signing_bytes(digest: bytes) -> bytes:
    """The bytes that the device key signs for an operation with this hash."""
    return b"counter-sig-1\n" + digest
