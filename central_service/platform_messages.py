"""The messages of the platform's routes, v1: what it may ask for and what it is answered.

Times are UTC milliseconds, money is cents.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import field

from central_service.messages import Day, Email, Id, Level, Line, Name, OptionalId, Status
from central_service.shapes import Count, Json, Key, Shape, many, text


class NewStore(Shape, frozen=True):
    """A store of an organisation; `settings` go to each station at its registration."""

    org: Id
    store: Id
    name: Name
    settings: Annotated[dict[Key, Json], many(50)] = field(default_factory=dict)


class InStore(Shape, frozen=True):
    """Which store; the platform serves all of them."""

    store: Id


class RowGone(Shape, frozen=True):
    """A row leaves a store: it was erased, or goes on in another store."""

    store: Id
    entity: Literal[
        "item", "pickup", "account", "employee", "task", "intake", "shelf", "manifest", "stocktake", "supply"
    ]
    id: Id


class Heads(Shape, frozen=True):
    """How far the stream of each store has come, in this epoch; taken before a backup begins, told when it is done."""

    epoch: Annotated[str, text(64, 1)]
    heads: Annotated[dict[Key, Count], many(20_000)]


class EnrolmentCode(Shape, frozen=True):
    """Eight characters, once, for ten minutes."""

    code: str


class SetEmployee(Shape, frozen=True):
    """An employee, new or changed; an empty password leaves the one he has."""

    store: Id
    name: Name
    email: Email
    level: Level
    id: OptionalId = ""
    password: Annotated[str, text(200)] = ""
    active: bool = True


class Made(Shape, frozen=True):
    """The id of what was made or changed."""

    id: str


class NameOnForm(Shape, frozen=True):
    """A name of a Form 1583 (S-09)."""

    text: Name
    kind: Annotated[str, text(20, 1)] = "person"
    valid_from: Day = ""
    valid_to: Day = ""


class CollectorOnForm(Shape, frozen=True):
    """A person of block 5 of a Form 1583."""

    name: Name
    valid_to: Day = ""


Names = Annotated[tuple[NameOnForm, ...], many(20)]
Collectors = Annotated[tuple[CollectorOnForm, ...], many(20)]
YesNo = Literal["", "yes", "no"]
"""Whether a Form 1583 lets the store take restricted delivery; "" says nothing of it (R-20)."""


class NewAccount(Shape, frozen=True):
    """A mailbox account: signed up, or taken over from elsewhere in `state`, in which it is `since` that day."""

    store: Id
    mailbox: Annotated[str, text(40, 1)]
    holder: Name
    names: Names = ()
    collectors: Collectors = ()
    email: Line = ""
    phone: Annotated[str, text(40)] = ""
    plan: Annotated[str, text(60)] = ""
    id: OptionalId = ""
    state: Annotated[str, text(40)] = ""
    since: Day = ""
    id_expires_on: Day = ""
    restricted_delivery: YesNo = ""


class SetAccountState(Shape, frozen=True):
    """A move of an account; "" leaves a thing as it is."""

    store: Id
    state: Annotated[str, text(40)] = ""
    since: Day = ""
    payment: Annotated[str, text(40)] = ""
    id_expires_on: Day = ""


class SetAccountNames(Shape, frozen=True):
    """All names and collectors of an account, in place of the ones before."""

    store: Id
    names: Names
    collectors: Collectors = ()
    restricted_delivery: YesNo = ""


class NewPickup(Shape, frozen=True):
    """A customer asks for pieces."""

    store: Id
    account: Id
    items: Annotated[tuple[Id, ...], many(200, 1)]
    appointment_ms: Count = 0


class NewTask(Shape, frozen=True):
    """A customer asks for something to be done with pieces; `terms` is what its kind needs to know."""

    store: Id
    account: Id
    kind: Literal["scan", "ship", "consolidate", "shred", "discard", "check_deposit", "personal_delivery"]
    items: Annotated[tuple[Id, ...], many(200, 1)]
    wanted_ms: Count = 0
    instructions: Annotated[str, text(500)] = ""
    terms: Annotated[dict[Key, Json], many(30)] = field(default_factory=dict)


class TaskTakenBack(Shape, frozen=True):
    """A customer does not want a task any more."""

    store: Id
    reason: Annotated[str, text(200)] = ""


class DeliveryDone(Shape, frozen=True):
    """The driver has given the pieces to the customer; when, UTC milliseconds, if the courier says so."""

    store: Id
    delivered_ms: Count = 0


class DriverCode(Shape, frozen=True):
    """The code that the driver of a delivery will say, and who drives now; kept only as the hash of a slow hash."""

    store: Id
    code: Annotated[str, text(40, 1)]
    courier: Annotated[str, text(40)] = ""


class PriceAnswer(Shape, frozen=True):
    """What a customer says to a price that he was asked about."""

    store: Id
    agreed: bool


class ItemsOf(Shape, frozen=True):
    """Pieces of a store, or of one account of it."""

    store: Id
    account: OptionalId = ""


class JournalOf(Shape, frozen=True):
    """The journal of a store after `after`, at most 10,000 operations at once."""

    store: Id
    after: Annotated[str, text(16, 0, r"\d*")] = ""


class JournalLine(Shape, frozen=True):
    """One operation in the journal."""

    op_id: str
    kind: str
    status: Status
    device: str
    n: int
    seq: int
    code: str


class JournalPage(Shape, frozen=True):
    """How many operations the store has, by kind, and the lines; `quarantine` counts raw bytes that were put aside."""

    count: int
    by_kind: dict[Key, int]
    ops: tuple[JournalLine, ...]
    quarantine: int


class ChargeLine(Shape, frozen=True):
    """One charge; `asked` is how often the gateway was really asked to move money."""

    key: str
    pickup: str
    account: str
    amount_cents: int
    result: Literal["", "paid", "declined", "unknown"]
    asked: int


class CardAnswers(Shape, frozen=True):
    """What the card simulator answers next for an account (demo only)."""

    account: Id
    answers: Annotated[tuple[Literal["paid", "declined", "unknown"], ...], many(20)]
