"""One pushed operation as it arrived: its exact bytes, what they say, and whether they prove who wrote them.

Nothing here touches the database, so that signatures are checked before the writer's turn begins.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from central_service.keys import signed_by
from central_service.messages import Id, PushedOp, Signed
from central_service.shapes import Count, Json, Key, Shape, ShapeError, many, read, text
from central_service.upcast import upcast
from counter_app.domain import evidence, permissions
from counter_app.domain.operations import BodyValue, MalformedOperationError, checked_body, kind_of

Opened = Mapping[str, tuple[bytes, str]]
_raw = json.JSONEncoder(sort_keys=True).encode


class Envelope(Shape, frozen=True):
    """The core of an operation: who, when, where, in which place of the device's chain."""

    v: Count
    op_id: Id
    n: Count
    prev: Annotated[str, text(64, 64, "[0-9a-f]{64}")]
    kind: Annotated[str, text(60, 1)]
    entity: Annotated[str, text(64)]
    actor: Annotated[str, text(64)]
    grant: Annotated[str, text(4_000)]
    present: Literal["password", "pin", "none", "service"]
    at_ms: Signed
    mono_ms: Signed
    boot: Annotated[str, text(100)]
    offset_ms: Signed
    offset_age_s: Signed
    org: Id
    store: Id
    device: Id
    incarnation: Id
    body: Annotated[dict[Key, Any], many(40)]


@dataclass(frozen=True)
class Signer:
    """The station that pushes, as the token tells and as the device table has it."""

    org: str
    store: str
    device: str
    public_key: str


@dataclass(frozen=True)
class Arrival:
    """`proven`: signed by this device for this store. `fault`: why it cannot be folded in, "" when it can.

    `kind` and `body` are today's, whatever the version of the core.
    """

    raw: bytes
    core: bytes
    digest: str
    sig: str
    op_id: str
    envelope: Envelope | None = None
    proven: bool = False
    fault: str = ""
    kind: str = ""
    body: Mapping[str, BodyValue] = field(default_factory=dict)
    opened: Opened = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """Names the raw bytes in quarantine."""
        return hashlib.sha256(self.raw).hexdigest()


def core_size(value: Json) -> int:
    """Characters of the core in one entry of a push, whatever the entry is."""
    core = value.get("core") if isinstance(value, dict) else None
    return len(core) if isinstance(core, str) else 0


def arrive(value: Json, signer: Signer) -> Arrival:
    """What can be said about one entry of a push without looking anything up.

    Never raises: what is wrong is in `fault`, so that one bad entry is put aside and not the whole push refused.
    """
    raw = _raw(value).encode()
    try:
        pushed = read(PushedOp, value)
        core = base64.b64decode(pushed.core, validate=True)
    except ShapeError:
        return Arrival(raw, b"", "", "", _loose_op_id(value), fault="op.shape")
    except (binascii.Error, ValueError):
        return Arrival(raw, b"", "", "", "", fault="core.not_base64")
    digest = evidence.op_hash(core)
    name, sig = digest.hex(), pushed.sig
    try:
        # What is canonical is in NFC.
        envelope = read(Envelope, evidence.parse(core), "core", normal=True)
    except evidence.EvidenceError as error:
        return Arrival(raw, core, name, sig, _loose_op_id(value), fault=error.code)
    except ShapeError:
        return Arrival(raw, core, name, sig, _loose_op_id(value), fault="core.shape")
    except ValueError:  # lone surrogates, numbers of thousands of digits
        return Arrival(raw, core, name, sig, _loose_op_id(value), fault="evidence.not_json")
    if (envelope.org, envelope.store, envelope.device) != (signer.org, signer.store, signer.device):
        return Arrival(raw, core, name, sig, _loose_op_id(value), fault="core.not_yours")
    if not signed_by(signer.public_key, _hex(sig), evidence.signing_bytes(digest)):
        return Arrival(raw, core, name, sig, envelope.op_id, envelope, fault="op.signature_wrong")
    kind, body, opened, fault = _understood(envelope, pushed)
    return Arrival(raw, core, name, sig, envelope.op_id, envelope, True, fault, kind, body, opened)


def _understood(envelope: Envelope, pushed: PushedOp) -> tuple[str, Mapping[str, BodyValue], Opened, str]:
    """Kind and body of today, what opens its commitments, and why it cannot be folded in ("" when it can)."""
    try:
        if envelope.v < 1:
            raise MalformedOperationError("op.version_unknown")
        name, written = upcast(envelope.v, envelope.kind, envelope.body)
        kind = kind_of(name)
        # A clerk's act is kept even without the right; an act of the platform comes from no station at all.
        if kind.action in permissions.PLATFORM_ONLY or envelope.present == "service":
            raise MalformedOperationError("rights.platform_only")
        for key in kind.personal & set(written):
            if not isinstance(written[key], dict):
                raise MalformedOperationError("op.personal_in_clear")
        opened = {
            key: (_hex(salt), text) for key, (salt, text) in pushed.open.items() if isinstance(written.get(key), dict)
        }
        return name, checked_body(name, evidence.reveal(written, opened)), opened, ""
    except (MalformedOperationError, evidence.EvidenceError) as error:
        return "", {}, {}, error.code


def _loose_op_id(value: Json) -> str:
    # Only for the answer, so that the station knows which one is meant: nothing is decided by it.
    try:
        said = json.loads(base64.b64decode(value["core"]))["op_id"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return ""
    return said if isinstance(said, str) and re.fullmatch(r"[A-Za-z0-9._:-]{1,64}", said) else ""


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
