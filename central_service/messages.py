"""Every message of the protocol, v1: what a request may say and what an answer says. docs/protocol.md has examples.

Times are UTC milliseconds, money is cents, keys and hashes are lower-case hex.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import field

from central_service.proof_messages import ProvenCheckpoint, SignedReceipt, TreeAsked
from central_service.shapes import Count, Described, Json, Key, Shape, many, text, whole
from counter_app.limits import PULL_MAX_ROWS, PUSH_MAX_BYTES, PUSH_MAX_OPS

Id = Annotated[str, text(64, 1, r"[A-Za-z0-9][A-Za-z0-9._:-]*")]
OptionalId = Annotated[str, text(64, 0, r"([A-Za-z0-9][A-Za-z0-9._:-]*)?")]
Day = Annotated[str, text(10, 0, r"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?")]
Hex = Annotated[str, text(256, 2, r"([0-9a-f]{2})+")]
PublicKey = Annotated[str, text(64, 64, r"[0-9a-f]{64}")]
Hash = Annotated[str, text(64, 64, r"[0-9a-f]{64}")]
Name = Annotated[str, text(200, 1)]
Line = Annotated[str, text(200)]
Email = Annotated[str, text(200, 3, r"[^@\s]+@[^@\s]+")]
Secret = Annotated[str, text(200, 1)]
Level = Annotated[int, whole(1, 6)]
Signed = Annotated[int, whole(-(2**53))]
Answer = Annotated[str, text(100_000)]
Status = Literal["applied", "contested", "rejected", "quarantined", "deferred"]


class Nothing(Shape, frozen=True):
    """An empty object."""


class Fault(Shape, frozen=True):
    """Every answer that is not 200: a stable dotted code and the facts for a sentence."""

    code: str
    args: dict[Key, Json]


class Alive(Shape, frozen=True):
    """The process answers; `ready` also says that the database does."""

    ok: bool


# ---------------------------------------------------------------- stations


class Limits(Shape, frozen=True):
    """How much one request may hold."""

    max_ops: int
    max_bytes: int
    max_rows: int


class Hello(Shape, frozen=True):
    """What a station asks first: the time, which history this is, what is spoken here."""

    server_time_ms: int
    epoch: str
    api: tuple[str, ...]
    schema: int
    limits: Limits
    centre_key: PublicKey


class RegisterDevice(Shape, frozen=True):
    """An enrolment code read off a screen by a person, and the public half of the station's new key."""

    code: Annotated[str, text(20, 1)]
    public_key: PublicKey
    name: Name


class Registered(Shape, frozen=True):
    """Who the station now is, and how its store works."""

    device_id: str
    incarnation: str
    org: str
    store: str
    store_name: str
    centre_key: PublicKey
    epoch: str
    settings: dict[Key, Json]


class AskChallenge(Shape, frozen=True):
    """A station wants to prove its key."""

    device_id: Id


class Challenge(Shape, frozen=True):
    """Bytes to sign, good for two minutes and for one token."""

    challenge: Hex


class AskToken(Shape, frozen=True):
    """The challenge and its signature by the device key over "counter-token-1", newline, challenge."""

    device_id: Id
    challenge: Hex
    signature: Hex


class Token(Shape, frozen=True):
    """A bearer token, kept in memory only."""

    token: str
    expires_in_s: int
    heads: dict[Key, int] = field(default_factory=dict)
    """incarnation -> the highest running number that arrived of it, so that a station sees what its disk has lost."""


class LogIn(Shape, frozen=True):
    """A clerk signs in online."""

    email: Annotated[str, text(200, 1)]
    password: Secret


class Clerk(Shape, frozen=True):
    """The clerk as the centre knows him."""

    id: str
    name: str
    email: str
    level: int


class LoggedIn(Shape, frozen=True):
    """The clerk and his grant: base64 of canonical JSON, signed by the centre; good offline for 14 days."""

    clerk: Clerk
    grant: Answer
    grant_sig: Hex


class PushedOp(Shape, frozen=True):
    """One operation as the station wrote it; `open` holds salt and value of each personal field."""

    core: Annotated[str, text(PUSH_MAX_BYTES, 1)]
    sig: Annotated[str, text(256)]
    open: Annotated[
        dict[Key, tuple[Annotated[str, text(64)], Annotated[str, text(64_000)]]],
        many(20),
    ] = field(default_factory=dict)


class Push(Shape, frozen=True):
    """Operations in the order of the device, at most 200. One that has no good shape is put aside alone."""

    epoch: Annotated[str, text(64)]
    device_id: Id
    incarnation: Id
    ops: Annotated[tuple[Annotated[Json, Described(PushedOp)], ...], many(PUSH_MAX_OPS)]


class Held(Shape, frozen=True):
    """The bytes that the journal has of an act which came again from another place of its station's chain."""

    core: str
    sig: Hex


class Result(Shape, frozen=True):
    """What became of one operation. `seq` is 0 when it was not kept (deferred).

    `held` is said only when the journal has this act with other bytes: the receipt is about those.
    """

    op_id: str
    status: Status
    seq: int = 0
    code: str = ""
    args: dict[Key, Json] = field(default_factory=dict)
    held: Held | msgspec.UnsetType = msgspec.UNSET


class Pushed(Shape, frozen=True):
    """One result for each operation, in the order in which they were sent."""

    epoch: str
    server_time_ms: int
    results: tuple[Result, ...]
    durable: dict[Key, int] = field(default_factory=dict)
    """stream -> up to which seq a backup or replica has it, in this epoch."""
    receipts: tuple[SignedReceipt, ...] = ()


class StreamAt(Shape, frozen=True):
    """A stream and where the station stands in it; "" is the beginning."""

    id: Annotated[str, text(100, 1)]
    cursor: Annotated[str, text(500)] = ""


class Pull(Shape, frozen=True):
    """The next page of each stream. `max_rows` is passed only to finish the rows of one operation.

    `schema` is the newest shape of rows that the station understands, `unread` how many rows it keeps without
    understanding them.
    """

    streams: Annotated[tuple[StreamAt, ...], many(8, 1)]
    max_rows: Annotated[int, whole(1, PULL_MAX_ROWS)] = PULL_MAX_ROWS
    schema: Annotated[int, whole(1, 1_000)] = 1
    unread: Count = 0
    tree: Annotated[tuple[TreeAsked, ...], many(1)] = ()


class StreamPage(Shape, frozen=True, omit_defaults=True):
    """Rows by table as [id, seq, row]; `next` is the cursor to come back with, left out when it is the same; `high` the
    head of the stream.

    `gone` are rows that left the store, as [table, id, seq]: forget them before the rows of this page are kept.
    `total` says how many rows there are in all, on the first page of a walk from the beginning; 0 on every other.
    """

    id: str
    high: int
    more: bool = False
    next: Annotated[str, text(500)] = ""
    tables: dict[Key, tuple[tuple[str, int, Json], ...]] = field(default_factory=dict)
    gone: tuple[tuple[str, str, int], ...] = ()
    total: int = 0


class Hints(Shape, frozen=True):
    """When to ask again: after `poll_s` seconds, and up to `spread_s` later, by chance."""

    poll_s: int
    spread_s: int


class Pulled(Shape, frozen=True, omit_defaults=True):
    """A page of each stream that was asked for."""

    epoch: str
    server_time_ms: int
    streams: tuple[StreamPage, ...]
    durable: dict[Key, int] = field(default_factory=dict)
    hints: Hints = Hints(15, 0)
    checkpoint: tuple[ProvenCheckpoint, ...] = ()


class AskDigest(Shape, frozen=True):
    """Which stream."""

    stream: Annotated[str, text(100, 1)]


class Digest(Shape, frozen=True):
    """What the rows of a stream come to at `high`: count and 64-bit sum (hex) in all, and of each of 256 buckets."""

    epoch: str
    high: int
    count: int
    sum: str
    buckets: tuple[tuple[int, str], ...]


class AskWait(Shape, frozen=True):
    """A stream, and where the station stands in it, as in a pull."""

    stream: Annotated[str, text(100, 1)]
    cursor: Annotated[str, text(500)] = ""


class Waited(Shape, frozen=True):
    """Whether there is something behind the cursor; what it is, a pull tells."""

    epoch: str
    moved: bool


class AskBucket(Shape, frozen=True):
    """One bucket of a stream, 0 to 255."""

    stream: Annotated[str, text(100, 1)]
    bucket: Annotated[str, text(3, 1, r"\d{1,2}|1\d\d|2[0-4]\d|25[0-5]")]


class Bucket(Shape, frozen=True):
    """Every row of a bucket at `high`, by table as [id, seq, row]; a row of it that is not named is gone."""

    epoch: str
    high: int
    bucket: int
    tables: dict[Key, tuple[tuple[str, int, Json], ...]]


class Report(Shape, frozen=True):
    """What a station says of itself now and then: its program, what waits, what is parked, the last trouble it had."""

    version: Annotated[str, text(40, 1)]
    waiting: Count
    parked: Count
    photos: Count
    last_code: Annotated[str, text(80, 0, r"[a-z0-9_.]*")] = ""


class Notice(Shape, frozen=True):
    """An operator asks the store to look at one of its operations; a station shows it in its Inbox once."""

    id: str
    op_id: str
    kind: str
    at_ms: int


class Reported(Shape, frozen=True):
    """The notices of the last fourteen days."""

    server_time_ms: int
    notices: tuple[Notice, ...]
