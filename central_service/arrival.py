"""One pushed operation as it arrived: its exact bytes, what they say, and whether they prove who wrote them.

Nothing here touches the database, so that signatures are checked before the writer's turn begins.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from central_service.keys import signed_by
from central_service.messages import Id, PushedOp, Signed
from central_service.shapes import Many, ShapeError, Text, plain, read
from counter_app.domain import evidence, permissions
from counter_app.domain.operations import BodyValue, MalformedOperationError, checked_body, kind_of


@dataclass(frozen=True)
class Envelope:
    """The core of an operation: who, when, where, in which place of the device's chain."""

    v: int
    op_id: Id
    n: int
    prev: Annotated[str, Text(64, 64, "[0-9a-f]{64}")]
    kind: Annotated[str, Text(60, 1)]
    entity: Annotated[str, Text(64)]
    actor: Annotated[str, Text(64)]
    grant: Annotated[str, Text(4_000)]
    present: Literal["password", "pin", "service"]
    at_ms: Signed
    mono_ms: Signed
    boot: Annotated[str, Text(100)]
    offset_ms: Signed
    offset_age_s: Signed
    org: Id
    store: Id
    device: Id
    incarnation: Id
    body: Annotated[dict[str, Any], Many(40)]


@dataclass(frozen=True)
class Signer:
    """The station that pushes, as the token tells and as the device table has it."""

    org: str
    store: str
    device: str
    public_key: str


@dataclass(frozen=True)
class Arrival:
    """`proven`: signed by this device for this store. `fault`: why it cannot be folded in, "" when it can."""

    raw: bytes
    core: bytes
    digest: str
    sig: str
    op_id: str
    envelope: Envelope | None = None
    proven: bool = False
    fault: str = ""
    body: Mapping[str, BodyValue] = field(default_factory=dict)
    opened: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """Names the raw bytes in quarantine."""
        return hashlib.sha256(self.raw).hexdigest()


def arrive(pushed: PushedOp, signer: Signer) -> Arrival:
    """What can be said about `pushed` without looking anything up. Never raises: what is wrong is in `fault`."""
    raw = json.dumps(plain(pushed), sort_keys=True).encode()
    try:
        core = base64.b64decode(pushed.core, validate=True)
    except (binascii.Error, ValueError):
        return Arrival(raw, b"", "", pushed.sig, "", fault="core.not_base64")
    digest = evidence.op_hash(core)
    found = Arrival(raw, core, digest.hex(), pushed.sig, "")
    try:
        said = evidence.parse(core)
    except evidence.EvidenceError as error:
        return _faulty(found, error.code)
    except ValueError:  # lone surrogates, numbers of thousands of digits
        return _faulty(found, "evidence.not_json")
    try:
        envelope = read(Envelope, said, "core")
    except ShapeError as error:
        loose = said.get("op_id")
        return _faulty(found, "core.shape", op_id=_short(loose), detail=error.field)
    found = Arrival(raw, core, digest.hex(), pushed.sig, envelope.op_id, envelope)
    if (envelope.org, envelope.store, envelope.device) != (signer.org, signer.store, signer.device):
        return _faulty(found, "core.not_yours", op_id=envelope.op_id)
    if not signed_by(signer.public_key, _hex(pushed.sig), evidence.signing_bytes(digest)):
        return _faulty(found, "op.signature_wrong", op_id=envelope.op_id, envelope=envelope)
    return _understood(found, envelope, pushed)


def _understood(found: Arrival, envelope: Envelope, pushed: PushedOp) -> Arrival:
    body: Mapping[str, BodyValue] = {}
    opened: dict[str, tuple[bytes, str]] = {}
    fault = ""
    try:
        kind = kind_of(envelope.kind)
        # A clerk's act is kept even without the right; an act of the platform comes from no station at all.
        if kind.action in permissions.PLATFORM_ONLY or envelope.present == "service":
            raise MalformedOperationError("rights.platform_only")
        if envelope.v != 1:
            raise MalformedOperationError("op.version_unknown")
        for key in kind.personal & set(envelope.body):
            if not isinstance(envelope.body[key], dict):
                raise MalformedOperationError("op.personal_in_clear")
        opened = {
            key: (_hex(salt), text)
            for key, (salt, text) in pushed.open.items()
            if isinstance(envelope.body.get(key), dict)
        }
        body = checked_body(envelope.kind, evidence.reveal(envelope.body, opened))
    except (MalformedOperationError, evidence.EvidenceError) as error:
        fault, opened = error.code, {}
    return Arrival(found.raw, found.core, found.digest, found.sig, envelope.op_id, envelope, True, fault, body, opened)


def _faulty(
    found: Arrival, code: str, *, op_id: str = "", envelope: Envelope | None = None, detail: str = ""
) -> Arrival:
    return Arrival(found.raw, found.core, found.digest, found.sig, op_id, envelope, False, code)


def _short(value: object) -> str:
    return value if isinstance(value, str) and 0 < len(value) <= 64 and value.isascii() and value.isprintable() else ""


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
