"""What goes on paper: frozen, typed labels and receipts, made from the payload of a print job and back.

A label holds facts, never commands of a printer language. Text may be anything a sender or a customer is
called; the Mail ID and the date are checked here, so that no later step has to ask again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from counter_app.domain.values import parse_mail_id
from counter_app.errors import DeviceError
from counter_app.limits import TEXT_MAX_CHARS

LINES_MAX = 500
"""Pieces or fees on one receipt. A pickup of more is two receipts."""


def _refuse(field: str, why: str) -> DeviceError:
    return DeviceError("printer.bad_label", field=field, why=why)


def _text(field: str, value: object) -> None:
    if not isinstance(value, str):
        raise _refuse(field, "not text")
    if len(value) > TEXT_MAX_CHARS:
        raise _refuse(field, "too long")


def _mail_id(field: str, value: object) -> None:
    # Printed as it is: only the canonical spelling may become a barcode.
    if not isinstance(value, str) or parse_mail_id(value) != value:
        raise _refuse(field, "not a Mail ID")


def _day(field: str, value: object) -> None:
    _text(field, value)
    try:
        date.fromisoformat(str(value))
    except ValueError:
        raise _refuse(field, "not a date") from None


def _rows(field: str, value: object, width: int) -> None:
    if not isinstance(value, tuple) or len(value) > LINES_MAX:
        raise _refuse(field, "not lines")
    for row in value:
        if width == 1:
            _text(field, row)
            continue
        if not isinstance(row, tuple) or len(row) != width:
            raise _refuse(field, "not pairs")
        for cell in row:
            _text(field, cell)


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """Stuck on a piece at intake. `received_on` is an ISO date; `piece` is "2/3" for the second of three.

    An empty `pmb` or `name` is a piece whose owner is not known yet.
    """

    pmb: str
    mail_id: str
    name: str
    shelf: str
    received_on: str
    store: str
    carrier: str = ""
    piece: str = "1/1"

    def __post_init__(self) -> None:
        _mail_id("mail_id", self.mail_id)
        _day("received_on", self.received_on)
        for field in ("pmb", "name", "shelf", "store", "carrier", "piece"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class ShelfSlip:
    """Put where a piece lies when the piece itself cannot carry a label."""

    shelf: str
    pmb: str
    mail_id: str
    name: str
    received_on: str

    def __post_init__(self) -> None:
        _mail_id("mail_id", self.mail_id)
        _day("received_on", self.received_on)
        for field in ("shelf", "pmb", "name"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class DeliveryLabel:
    """On a bag or box that a driver takes: whose, where to, and which of how many ("1 of 2"). `day` is an ISO date."""

    store: str
    pmb: str
    name: str
    address: str
    courier: str
    mail_id: str
    piece: str
    day: str

    def __post_init__(self) -> None:
        _mail_id("mail_id", self.mail_id)
        _day("day", self.day)
        for field in ("store", "pmb", "name", "address", "courier", "piece"):
            _text(field, getattr(self, field))


def _slip(slip: PickupReceipt | MoneySlip) -> None:
    _rows("store", slip.store, 1)
    _rows("pieces", slip.pieces, 2)
    _rows("fees", slip.fees, 2)
    for mail_id, _ in slip.pieces:
        _mail_id("pieces", mail_id)


@dataclass(frozen=True, slots=True)
class PickupReceipt:
    """What the collector takes home.

    `pieces` are (Mail ID, description), `fees` are (text, amount as text). `evidence` ties the paper to the
    journal: position and the first ten characters of the operation's hash ("n 41208 - 3fa0b1c2d4").
    """

    store: tuple[str, ...]
    when: str
    collector: str
    pieces: tuple[tuple[str, str], ...]
    fees: tuple[tuple[str, str], ...]
    total: str
    paid: str
    clerk: str
    evidence: str

    def __post_init__(self) -> None:
        _slip(self)
        for field in ("when", "collector", "total", "paid", "clerk", "evidence"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class MoneySlip:
    """What was paid for a task, or what a day took in. `pieces` are (Mail ID, description), `fees` (text, amount)."""

    store: tuple[str, ...]
    title: str
    when: str
    about: str
    pieces: tuple[tuple[str, str], ...]
    fees: tuple[tuple[str, str], ...]
    total: str
    paid: str
    clerk: str

    def __post_init__(self) -> None:
        _slip(self)
        for field in ("title", "when", "about", "total", "paid", "clerk"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class EndorsementLabel:
    """Stuck on a piece that goes back to its sender: the words for the carrier, and our Mail ID for the manifest."""

    mail_id: str
    words: str
    store: str
    marked_on: str

    def __post_init__(self) -> None:
        _mail_id("mail_id", self.mail_id)
        _day("marked_on", self.marked_on)
        for field in ("words", "store"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class ReturnsManifest:
    """What a carrier took back, piece by piece. `pieces` are (Mail ID, endorsement); the driver signs beneath."""

    store: tuple[str, ...]
    when: str
    carrier: str
    pieces: tuple[tuple[str, str], ...]
    clerk: str

    def __post_init__(self) -> None:
        _rows("store", self.store, 1)
        _rows("pieces", self.pieces, 2)
        for mail_id, _ in self.pieces:
            _mail_id("pieces", mail_id)
        for field in ("when", "carrier", "clerk"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class DepositSlip:
    """Goes to the bank with the checks. `checks` are (number and bank, amount as text); every account number is masked
    by whoever makes the slip.
    """

    store: tuple[str, ...]
    when: str
    holder: str
    pmb: str
    bank: str
    bank_address: str
    bank_account: str
    checks: tuple[tuple[str, str], ...]
    total: str
    clerk: str

    def __post_init__(self) -> None:
        _rows("store", self.store, 1)
        _rows("checks", self.checks, 2)
        for field in ("when", "holder", "pmb", "bank", "bank_address", "bank_account", "total", "clerk"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class ShippingLabel:
    """Stuck on a parcel that leaves, 4 x 6 in. `tracking` becomes a Code 128 as it is; "" prints none.

    `signature` is printed when it is not empty.
    """

    sender: tuple[str, ...]
    to: tuple[str, ...]
    carrier: str
    service: str
    tracking: str
    weight: str
    mail_id: str
    ships_on: str
    signature: str = ""

    def __post_init__(self) -> None:
        _rows("sender", self.sender, 1)
        _rows("to", self.to, 1)
        _day("ships_on", self.ships_on)
        if self.mail_id:
            _mail_id("mail_id", self.mail_id)
        for field in ("carrier", "service", "tracking", "weight", "signature"):
            _text(field, getattr(self, field))
        if not all(ch.isascii() and ch.isalnum() for ch in self.tracking) or len(self.tracking) > 34:
            raise _refuse("tracking", "not a tracking number")


@dataclass(frozen=True, slots=True)
class ParcelList:
    """A list on receipt paper: a packing slip, or the parcels that a carrier took. `rows` are (text, at the right)."""

    store: tuple[str, ...]
    title: str
    when: str
    rows: tuple[tuple[str, str], ...]
    foot: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _rows("store", self.store, 1)
        _rows("rows", self.rows, 2)
        _rows("foot", self.foot, 1)
        for field in ("title", "when"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class TestLabel:
    """Proves that a printer is the right one, loaded and straight. Its barcode is no Mail ID."""

    __test__ = False  # the name is the trade's; it is no test class

    store: str
    printer: str
    when: str

    def __post_init__(self) -> None:
        for field in ("store", "printer", "when"):
            _text(field, getattr(self, field))


@dataclass(frozen=True, slots=True)
class ShelfLabel:
    """Stuck on the shelf itself: its code as letters and as a barcode, and its zone."""

    code: str
    zone: str
    store: str

    def __post_init__(self) -> None:
        for field in ("code", "zone", "store"):
            _text(field, getattr(self, field))
        # Printed as it is: only what a scanner gives back as the same shelf may become a barcode.
        if not 0 < len(self.code) <= 12 or not all(ch.isascii() and (ch.isalnum() or ch == "-") for ch in self.code):
            raise _refuse("code", "not a shelf")


@dataclass(frozen=True, slots=True)
class PullSheet:
    """What is to be fetched, in walking order. `lines` are (shelf, Mail ID, what it is)."""

    store: str
    title: str
    when: str
    lines: tuple[tuple[str, str, str], ...]
    clerk: str

    def __post_init__(self) -> None:
        _rows("lines", self.lines, 3)
        for _, mail_id, _ in self.lines:
            _mail_id("lines", mail_id)
        for field in ("store", "title", "when", "clerk"):
            _text(field, getattr(self, field))


Label = (
    ItemLabel
    | ShelfSlip
    | ShelfLabel
    | PullSheet
    | DeliveryLabel
    | PickupReceipt
    | MoneySlip
    | EndorsementLabel
    | ReturnsManifest
    | DepositSlip
    | ShippingLabel
    | ParcelList
    | TestLabel
)

KINDS: dict[str, type[Label]] = {
    "item_label": ItemLabel,
    "shelf_slip": ShelfSlip,
    "shelf_label": ShelfLabel,
    "pull_sheet": PullSheet,
    "delivery_label": DeliveryLabel,
    "pickup_receipt": PickupReceipt,
    "money_slip": MoneySlip,
    "endorsement_label": EndorsementLabel,
    "returns_manifest": ReturnsManifest,
    "deposit_slip": DepositSlip,
    "shipping_label": ShippingLabel,
    "parcel_list": ParcelList,
    "test_label": TestLabel,
}


def kind_of(label: Label) -> str:
    """The kind under which a job for `label` is kept ("item_label", ...)."""
    return next(kind for kind, made in KINDS.items() if type(label) is made)


def payload_of(label: Label) -> dict[str, Any]:
    """`label` as plain JSON values (lists for tuples), the payload of a print job."""
    return {name: _plain(value) for name, value in asdict(label).items()}


def label_from_payload(kind: str, payload: Mapping[str, Any]) -> Label:
    """The label that `payload` describes.

    Raises DeviceError `printer.bad_kind` or `printer.bad_label` (facts: field, why). A missing, an unknown
    or a wrong field is refused: half a label is worse than none.
    """
    made = KINDS.get(kind)
    if made is None:
        raise DeviceError("printer.bad_kind", kind=kind)
    known = {field.name for field in fields(made)}
    for name in payload:
        if name not in known:
            raise _refuse(str(name), "unknown")
    try:
        return made(**{name: _frozen(value) for name, value in payload.items()})
    except TypeError:
        missing = sorted(known - set(payload))
        raise _refuse(missing[0] if missing else "", "missing") from None


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list | tuple) else value


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
