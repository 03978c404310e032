"""Every message of the protocol, v1: what a request may say and what an answer says. docs/protocol.md has examples.

Times are UTC milliseconds, money is cents, keys and hashes are lower-case hex.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from central_service.proof_messages import ProvenCheckpoint, SignedReceipt, TreeAsked
from central_service.shapes import Described, Json, Many, Text, Whole
from counter_app.limits import PULL_MAX_ROWS, PUSH_MAX_BYTES, PUSH_MAX_OPS

Id = Annotated[str, Text(64, 1, r"[A-Za-z0-9][A-Za-z0-9._:-]*")]
OptionalId = Annotated[str, Text(64, 0, r"([A-Za-z0-9][A-Za-z0-9._:-]*)?")]
Day = Annotated[str, Text(10, 0, r"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?")]
Hex = Annotated[str, Text(256, 2, r"([0-9a-f]{2})+")]
PublicKey = Annotated[str, Text(64, 64, r"[0-9a-f]{64}")]
Hash = Annotated[str, Text(64, 64, r"[0-9a-f]{64}")]
Name = Annotated[str, Text(200, 1)]
Line = Annotated[str, Text(200)]
Email = Annotated[str, Text(200, 3, r"[^@\s]+@[^@\s]+")]
Secret = Annotated[str, Text(200, 1)]
Level = Annotated[int, Whole(1, 6)]
Signed = Annotated[int, Whole(-(2**53))]
Answer = Annotated[str, Text(100_000)]
Status = Literal["applied", "contested", "rejected", "quarantined", "deferred"]


@dataclass(frozen=True)
class Nothing:
    """An empty object."""


@dataclass(frozen=True)
class Fault:
    """Every answer that is not 200: a stable dotted code and the facts for a sentence."""

    code: str
    args: dict[str, Json]


@dataclass(frozen=True)
class Alive:
    """The process answers; `ready` also says that the database does."""

    ok: bool


# ---------------------------------------------------------------- stations


@dataclass(frozen=True)
class Limits:
    """How much one request may hold."""

    max_ops: int
    max_bytes: int
    max_rows: int


@dataclass(frozen=True)
class Hello:
    """What a station asks first: the time, which history this is, what is spoken here."""

    server_time_ms: int
    epoch: str
    api: tuple[str, ...]
    schema: int
    limits: Limits
    centre_key: PublicKey


@dataclass(frozen=True)
class RegisterDevice:
    """An enrolment code read off a screen by a person, and the public half of the station's new key."""

    code: Annotated[str, Text(20, 1)]
    public_key: PublicKey
    name: Name


@dataclass(frozen=True)
class Registered:
    """Who the station now is, and how its store works."""

    device_id: str
    incarnation: str
    org: str
    store: str
    store_name: str
    centre_key: PublicKey
    epoch: str
    settings: dict[str, Json]


@dataclass(frozen=True)
class AskChallenge:
    """A station wants to prove its key."""

    device_id: Id


@dataclass(frozen=True)
class Challenge:
    """Bytes to sign, good for two minutes and for one token."""

    challenge: Hex


@dataclass(frozen=True)
class AskToken:
    """The challenge and its signature by the device key over "counter-token-1", newline, challenge."""

    device_id: Id
    challenge: Hex
    signature: Hex


@dataclass(frozen=True)
class Token:
    """A bearer token, kept in memory only."""

    token: str
    expires_in_s: int
    heads: dict[str, int] = field(default_factory=dict)
    """incarnation -> the highest running number that arrived of it, so that a station sees what its disk has lost."""


@dataclass(frozen=True)
class LogIn:
    """A clerk signs in online."""

    email: Annotated[str, Text(200, 1)]
    password: Secret


@dataclass(frozen=True)
class Clerk:
    """The clerk as the centre knows him."""

    id: str
    name: str
    email: str
    level: int


@dataclass(frozen=True)
class LoggedIn:
    """The clerk and his grant: base64 of canonical JSON, signed by the centre; good offline for 14 days."""

    clerk: Clerk
    grant: Answer
    grant_sig: Hex


@dataclass(frozen=True)
class PushedOp:
    """One operation as the station wrote it; `open` holds salt and value of each personal field."""

    core: Annotated[str, Text(PUSH_MAX_BYTES, 1)]
    sig: Annotated[str, Text(256)]
    open: Annotated[
        dict[str, tuple[Annotated[str, Text(64)], Annotated[str, Text(64_000)]]],
        Many(20),
    ] = field(default_factory=dict)


@dataclass(frozen=True)
class Push:
    """Operations in the order of the device, at most 200. One that has no good shape is put aside alone."""

    epoch: Annotated[str, Text(64)]
    device_id: Id
    incarnation: Id
    ops: Annotated[tuple[Annotated[Json, Described(PushedOp)], ...], Many(PUSH_MAX_OPS)]


@dataclass(frozen=True)
class Result:
    """What became of one operation. `seq` is 0 when it was not kept (deferred)."""

    op_id: str
    status: Status
    seq: int = 0
    code: str = ""
    args: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Pushed:
    """One result for each operation, in the order in which they were sent."""

    epoch: str
    server_time_ms: int
    results: tuple[Result, ...]
    durable: dict[str, int] = field(default_factory=dict)
    """stream -> up to which seq a backup or replica has it, in this epoch."""
    receipts: tuple[SignedReceipt, ...] = ()


@dataclass(frozen=True)
class StreamAt:
    """A stream and where the station stands in it; "" is the beginning."""

    id: Annotated[str, Text(100, 1)]
    cursor: Annotated[str, Text(500)] = ""


@dataclass(frozen=True)
class Pull:
    """The next page of each stream. `max_rows` is passed only to finish the rows of one operation.

    `schema` is the newest shape of rows that the station understands, `unread` how many rows it keeps without
    understanding them.
    """

    streams: Annotated[tuple[StreamAt, ...], Many(8, 1)]
    max_rows: Annotated[int, Whole(1, PULL_MAX_ROWS)] = PULL_MAX_ROWS
    schema: Annotated[int, Whole(1, 1_000)] = 1
    unread: int = 0
    tree: Annotated[tuple[TreeAsked, ...], Many(1)] = ()


@dataclass(frozen=True)
class StreamPage:
    """Rows by table as [id, seq, row]; `next` is the cursor to come back with, `high` the head of the stream.

    `gone` are rows that left the store, as [table, id, seq]: forget them before the rows of this page are kept.
    """

    id: str
    tables: dict[str, tuple[tuple[str, int, Json], ...]]
    next: Annotated[str, Text(500)]
    more: bool
    high: int
    gone: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True)
class Hints:
    """When to ask again: after `poll_s` seconds, and up to `spread_s` later, by chance."""

    poll_s: int
    spread_s: int


@dataclass(frozen=True)
class Pulled:
    """A page of each stream that was asked for."""

    epoch: str
    server_time_ms: int
    streams: tuple[StreamPage, ...]
    durable: dict[str, int] = field(default_factory=dict)
    hints: Hints = Hints(15, 0)
    checkpoint: tuple[ProvenCheckpoint, ...] = ()


@dataclass(frozen=True)
class AskDigest:
    """Which stream."""

    stream: Annotated[str, Text(100, 1)]


@dataclass(frozen=True)
class Digest:
    """What the rows of a stream come to at `high`: count and 64-bit sum (hex) in all, and of each of 256 buckets."""

    epoch: str
    high: int
    count: int
    sum: str
    buckets: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class AskBucket:
    """One bucket of a stream, 0 to 255."""

    stream: Annotated[str, Text(100, 1)]
    bucket: Annotated[str, Text(3, 1, r"\d{1,2}|1\d\d|2[0-4]\d|25[0-5]")]


@dataclass(frozen=True)
class Bucket:
    """Every row of a bucket at `high`, by table as [id, seq, row]; a row of it that is not named is gone."""

    epoch: str
    high: int
    bucket: int
    tables: dict[str, tuple[tuple[str, int, Json], ...]]


@dataclass(frozen=True)
class Report:
    """What a station says of itself now and then: its program, what waits, what is parked, the last trouble it had."""

    version: Annotated[str, Text(40, 1)]
    waiting: Annotated[int, Whole()]
    parked: Annotated[int, Whole()]
    photos: Annotated[int, Whole()]
    last_code: Annotated[str, Text(80, 0, r"[a-z0-9_.]*")] = ""


@dataclass(frozen=True)
class Notice:
    """An operator asks the store to look at one of its operations; a station shows it in its Inbox once."""

    id: str
    op_id: str
    kind: str
    at_ms: int


@dataclass(frozen=True)
class Reported:
    """The notices of the last fourteen days."""

    server_time_ms: int
    notices: tuple[Notice, ...]


# ---------------------------------------------------------------- platform


@dataclass(frozen=True)
class NewStore:
    """A store of an organisation; `settings` go to each station at its registration."""

    org: Id
    store: Id
    name: Name
    settings: Annotated[dict[str, Json], Many(50)] = field(default_factory=dict)


@dataclass(frozen=True)
class InStore:
    """Which store; the platform serves all of them."""

    store: Id


@dataclass(frozen=True)
class RowGone:
    """A row leaves a store: it was erased, or goes on in another store."""

    store: Id
    entity: Literal["item", "pickup", "account", "employee"]
    id: Id


@dataclass(frozen=True)
class Heads:
    """How far the stream of each store has come, in this epoch; taken before a backup begins, told when it is done."""

    epoch: Annotated[str, Text(64, 1)]
    heads: Annotated[dict[str, int], Many(20_000)]


@dataclass(frozen=True)
class EnrolmentCode:
    """Eight characters, once, for ten minutes."""

    code: str


@dataclass(frozen=True)
class SetEmployee:
    """An employee, new or changed; an empty password leaves the one he has."""

    store: Id
    name: Name
    email: Email
    level: Level
    id: OptionalId = ""
    password: Annotated[str, Text(200)] = ""
    active: bool = True


@dataclass(frozen=True)
class Made:
    """The id of what was made or changed."""

    id: str


@dataclass(frozen=True)
class NameOnForm:
    """A name of a Form 1583 (S-09)."""

    text: Name
    kind: Annotated[str, Text(20, 1)] = "person"
    valid_from: Day = ""
    valid_to: Day = ""


@dataclass(frozen=True)
class CollectorOnForm:
    """A person of block 5 of a Form 1583."""

    name: Name
    valid_to: Day = ""


Names = Annotated[tuple[NameOnForm, ...], Many(20)]
Collectors = Annotated[tuple[CollectorOnForm, ...], Many(20)]


@dataclass(frozen=True)
class NewAccount:
    """A mailbox account: signed up, or taken over from elsewhere in `state`, in which it is `since` that day."""

    store: Id
    mailbox: Annotated[str, Text(40, 1)]
    holder: Name
    names: Names = ()
    collectors: Collectors = ()
    email: Line = ""
    phone: Annotated[str, Text(40)] = ""
    plan: Annotated[str, Text(60)] = ""
    id: OptionalId = ""
    state: Annotated[str, Text(40)] = ""
    since: Day = ""
    id_expires_on: Day = ""


@dataclass(frozen=True)
class SetAccountState:
    """A move of an account; "" leaves a thing as it is."""

    store: Id
    state: Annotated[str, Text(40)] = ""
    since: Day = ""
    payment: Annotated[str, Text(40)] = ""
    id_expires_on: Day = ""


@dataclass(frozen=True)
class SetAccountNames:
    """All names and collectors of an account, in place of the ones before."""

    store: Id
    names: Names
    collectors: Collectors = ()


@dataclass(frozen=True)
class NewPickup:
    """A customer asks for pieces."""

    store: Id
    account: Id
    items: Annotated[tuple[Id, ...], Many(200, 1)]
    appointment_ms: int = 0


@dataclass(frozen=True)
class ItemsOf:
    """Pieces of a store, or of one account of it."""

    store: Id
    account: OptionalId = ""


@dataclass(frozen=True)
class JournalOf:
    """The journal of a store after `after`, at most 10,000 operations at once."""

    store: Id
    after: Annotated[str, Text(16, 0, r"\d*")] = ""


@dataclass(frozen=True)
class JournalLine:
    """One operation in the journal."""

    op_id: str
    kind: str
    status: Status
    device: str
    n: int
    seq: int
    code: str


@dataclass(frozen=True)
class JournalPage:
    """How many operations the store has, by kind, and the lines; `quarantine` counts raw bytes that were put aside."""

    count: int
    by_kind: dict[str, int]
    ops: tuple[JournalLine, ...]
    quarantine: int


@dataclass(frozen=True)
class ChargeLine:
    """One charge; `asked` is how often the gateway was really asked to move money."""

    key: str
    pickup: str
    account: str
    amount_cents: int
    result: Literal["", "paid", "declined", "unknown"]
    asked: int


@dataclass(frozen=True)
class CardAnswers:
    """What the card simulator answers next for an account (demo only)."""

    account: Id
    answers: Annotated[tuple[Literal["paid", "declined", "unknown"], ...], Many(20)]
