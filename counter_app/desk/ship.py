"""Shipping up to the price: address, weight, options, rate and markup (S-11, 2.6).

Every gate before the charge is here. Labels and what comes after them stand in `ship_label`, the list that a carrier
takes in `parcels`. Asking the customer and charging are those of every task (`task_work`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from counter_app.desk import rates
from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.task_work import TaskView, done, task_of, working
from counter_app.domain.address_shape import Address, unreachable_by, wrong_with
from counter_app.domain.employee import Actor
from counter_app.domain.rate_table import Parcel, Rate
from counter_app.domain.task import Task, TaskState
from counter_app.domain.task_ship import (
    CONTENTS,
    PACKAGINGS,
    REASON_PERMILLE,
    SOURCES,
    CustomsLine,
    ShipTask,
    beyond,
    markup_of,
    postage_of,
)
from counter_app.domain.text import clean
from counter_app.domain.values import MOST_CENTS
from counter_app.domain.weights import WEIGHT_MAX_G
from counter_app.errors import RuleViolation
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

S = TaskState
SIDE_MAX_MM = 3_000
FLAT = frozenset({"envelope", "carrier_envelope"})
"""Packagings that are weighed and not measured."""
STAMPED = frozenset({"letter", "postcard"})
_BEFORE_PRICE = (S.REQUESTED, S.GATHERED, S.WEIGHED, S.PRICED)
_VAGUE = frozenset({"gift", "gifts", "stuff", "goods", "items", "things", "present", "sample", "parts", "cadeau"})
_HS = re.compile(r"\d{4}(?:\.?\d{2}){1,3}", re.ASCII)
_STATE_ZIP = re.compile(r"\b[A-Z]{2},?\s+(\d{5})(?:-\d{4})?\b", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Packed:
    """A parcel as it was packed. Grams and millimetres; `contents` is the answer about what may not be shipped."""

    weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    packaging: str = "box"
    contents: str = ""
    invoice_removed: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What the customer wants beside the carriage. Cents."""

    declared_cents: int = 0
    insured_cents: int = 0
    signature: bool = False
    remove_invoice: bool = False
    customs: tuple[CustomsLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """What a clerk asks for a parcel. Factor in thousandths; `retail_cents` as typed, or `from_table` looks it up."""

    carrier: str
    service: str
    source: str = "platform"
    retail_cents: int = 0
    permille: int = 1_000
    reason: str = ""
    from_table: bool = False


def address(desk: Desk, actor: Actor, task_id: str, to: Address) -> TaskView:
    """Correct where the parcel goes; what was priced has to be priced again.

    RuleViolation with the shape's reason and its `field`: ship.address_missing, ship.address_nowhere, ship.zip_wrong,
    ship.state_wrong, ship.zip_not_in_state, ship.country_wrong, ship.no_house_number.
    """
    said = Address(**{one.name: clean(getattr(to, one.name)).text for one in fields(Address)})
    said = replace(said, state=said.state.upper(), country=said.country.upper())
    with desk.act(actor, "task.process") as act:
        working(act, task_id, *_BEFORE_PRICE)
        _demand_address(said)
        act.write("ship.addressed", task_id, **asdict(said))
        return done(act, task_id)


def pack(desk: Desk, actor: Actor, task_id: str, packed: Packed) -> TaskView:
    """Note weight, size, packaging and what is inside, once every piece is gathered.

    RuleViolation: task.wrong_step, ship.weight_wrong, ship.size_wrong, ship.packaging_missing, ship.contents_missing,
    ship.restricted (`what`: the task is declined or the thing taken out), ship.invoice_still_in.
    """
    with desk.act(actor, "task.process") as act:
        task = parcel(working(act, task_id, S.GATHERED, S.WEIGHED, S.PRICED))
        if not 0 < packed.weight_g <= WEIGHT_MAX_G:
            raise RuleViolation("ship.weight_wrong")
        if packed.packaging not in PACKAGINGS:
            raise RuleViolation("ship.packaging_missing")
        sides = (packed.length_mm, packed.width_mm, packed.height_mm)
        measured = all(0 < side <= SIDE_MAX_MM for side in sides)
        if not measured and not (packed.packaging in FLAT and not any(sides)):
            raise RuleViolation("ship.size_wrong")
        if packed.contents not in CONTENTS:
            raise RuleViolation("ship.contents_missing")
        if packed.contents != "none":
            raise RuleViolation("ship.restricted", what=packed.contents)
        if task.remove_invoice and not packed.invoice_removed:
            raise RuleViolation("ship.invoice_still_in")
        body = asdict(packed) | {"invoice_removed": int(packed.invoice_removed)}
        act.write("ship.weighed", task_id, **body)
        return done(act, task_id)


def set_options(desk: Desk, actor: Actor, task_id: str, options: Options) -> TaskView:
    """Set value, insurance, signature, invoice and customs lines.

    RuleViolation: ship.amount_wrong, ship.insured_too_high (`most_cents`), ship.insured_above_value,
    ship.customs_vague, ship.customs_quantity, ship.customs_value, ship.customs_hs, ship.customs_origin (with `line`).
    """
    with desk.act(actor, "task.process") as act:
        working(act, task_id, *_BEFORE_PRICE)
        most = desk.settings.task_prices.insurance_max
        if not 0 <= options.declared_cents <= MOST_CENTS or options.insured_cents < 0:
            raise RuleViolation("ship.amount_wrong")
        if options.insured_cents > most:
            raise RuleViolation("ship.insured_too_high", most_cents=most)
        if options.insured_cents > options.declared_cents:
            raise RuleViolation("ship.insured_above_value", declared_cents=options.declared_cents)
        customs = _customs(options.customs)
        act.write(
            "ship.options_set",
            task_id,
            declared_cents=options.declared_cents,
            insured_cents=options.insured_cents,
            signature=int(options.signature),
            remove_invoice=int(options.remove_invoice),
            customs=json.dumps([asdict(one) for one in customs]),
        )
        return done(act, task_id)


def offers(desk: Desk, actor: Actor, task_id: str) -> tuple[Rate, ...]:
    """What the imported tables ask for this parcel, the cheapest first; none when nothing fits.

    RuleViolation: rates.none when no table holds today; the parcel stays weighed, and a price can be typed.
    """
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        task = parcel(task_of(connection, task_id))
        return _offers(desk, connection, task)


def price(desk: Desk, actor: Actor, task_id: str, asked: Price) -> TaskView:
    """Set carrier, service, label source and postage: retail times the factor. Insurance and labour come on top.

    RuleViolation: those of the address, ship.contents_missing, ship.customs_missing, ship.over_limit (`which`),
    ship.carrier_not_offered, ship.po_box, ship.military, ship.stamp_letter_only, ship.service_missing,
    ship.retail_missing, ship.amount_wrong, rates.none, ship.no_rate, ship.markup_reason_missing, ship.markup_blocked
    (`most_cents`).
    """
    with desk.act(actor, "task.price") as act:
        task = parcel(working(act, task_id, S.WEIGHED, S.PRICED))
        service, reason = clean(asked.service).text, clean(asked.reason).text
        _demand_ready(desk, act, task, asked)
        retail, postage, source = _postage(desk, act, task, replace(asked, service=service))
        markup = markup_of(retail, postage)
        if markup == "blocked":
            raise RuleViolation("ship.markup_blocked", most_cents=postage_of(retail, REASON_PERMILLE))
        if markup == "reason" and not reason:
            raise RuleViolation("ship.markup_reason_missing")
        act.write(
            "ship.priced",
            task_id,
            carrier=asked.carrier,
            service=service,
            source=asked.source,
            rate_source=source,
            retail_cents=retail,
            markup_permille=asked.permille,
            postage_cents=postage,
            reason=reason if markup == "reason" else "",
        )
        return done(act, task_id)


def parcel(task: Task) -> ShipTask:
    """RuleViolation("ship.not_a_parcel") for a task of another kind."""
    if not isinstance(task, ShipTask):
        raise RuleViolation("ship.not_a_parcel")
    return task


def _demand_address(to: Address) -> None:
    code, _, where = wrong_with(to).partition(":")
    if code:
        raise RuleViolation(code, field=where)


def _demand_ready(desk: Desk, act: Act, task: ShipTask, asked: Price) -> None:
    _demand_address(task.to)
    if asked.carrier not in desk.settings.carriers:
        raise RuleViolation("ship.carrier_not_offered", carrier=asked.carrier[:40])
    unreachable = unreachable_by(asked.carrier, task.to)
    if unreachable:
        raise RuleViolation(unreachable, carrier=asked.carrier)
    if task.contents != "none":
        raise RuleViolation("ship.contents_missing")
    if task.remove_invoice and not task.invoice_removed:
        raise RuleViolation("ship.invoice_still_in")
    if task.to.abroad and not task.customs:
        raise RuleViolation("ship.customs_missing", country=task.to.country)
    which = beyond(asked.carrier, task.weight_g, task.length_mm, task.width_mm, task.height_mm)
    if which:
        raise RuleViolation("ship.over_limit", which=which, carrier=asked.carrier)
    if asked.source not in SOURCES:
        raise RuleViolation("ship.source_missing")
    if asked.source == "stamp":
        items = [state.item(act.connection, one) for one in task.at_hand]
        if len(items) != 1 or items[0] is None or items[0].mail_type not in STAMPED or asked.carrier != "usps":
            raise RuleViolation("ship.stamp_letter_only")


def _postage(desk: Desk, act: Act, task: ShipTask, asked: Price) -> tuple[int, int, str]:
    """Retail, postage and where the retail price is from."""
    if asked.source == "customer":
        return 0, 0, "customer"
    if not asked.service:
        raise RuleViolation("ship.service_missing")
    if asked.from_table:
        found = _offers(desk, act.connection, task)
    else:
        found = rates.TypedRates(asked.carrier, asked.service, asked.retail_cents).rates(_parcel_of(desk, task))
    rate = next((one for one in found if (one.carrier, one.service) == (asked.carrier, asked.service)), None)
    if rate is None:
        raise RuleViolation("ship.no_rate", carrier=asked.carrier, service=asked.service)
    if rate.retail_cents <= 0:
        raise RuleViolation("ship.retail_missing")
    postage = postage_of(rate.retail_cents, asked.permille) if asked.permille > 0 else 0
    if not 0 < postage <= MOST_CENTS:
        raise RuleViolation("ship.amount_wrong")
    return rate.retail_cents, postage, rate.source


def _offers(desk: Desk, connection: Connection, task: ShipTask) -> tuple[Rate, ...]:
    found = rates.of_today(desk, connection).rates(_parcel_of(desk, task))
    return tuple(
        rate
        for rate in found
        if not unreachable_by(rate.carrier, task.to)
        and not beyond(rate.carrier, task.weight_g, task.length_mm, task.width_mm, task.height_mm)
    )


def _parcel_of(desk: Desk, task: ShipTask) -> Parcel:
    # Behind the state, wherever in the address that line stands: a telephone number may follow it.
    zips = [found[1] for line in desk.settings.address_lines if (found := _STATE_ZIP.search(line))]
    return Parcel(
        weight_g=task.weight_g,
        length_mm=task.length_mm,
        width_mm=task.width_mm,
        height_mm=task.height_mm,
        origin=zips[-1] if zips else "",
        postcode=task.to.postcode,
        country=task.to.country,
    )


def _customs(lines: Sequence[CustomsLine]) -> tuple[CustomsLine, ...]:
    found = []
    for number, line in enumerate(lines, 1):
        said = clean(line.description).text
        if len(said) < 3 or said.lower() in _VAGUE:
            raise RuleViolation("ship.customs_vague", line=number)
        if not 0 < line.quantity <= 10_000:
            raise RuleViolation("ship.customs_quantity", line=number)
        if not 0 < line.value_cents <= MOST_CENTS:
            raise RuleViolation("ship.customs_value", line=number)
        hs, origin = line.hs_code.strip(), line.origin.strip().upper()
        if hs and not _HS.fullmatch(hs):
            raise RuleViolation("ship.customs_hs", line=number)
        if not _COUNTRY.fullmatch(origin):
            raise RuleViolation("ship.customs_origin", line=number)
        found.append(CustomsLine(said, line.quantity, line.value_cents, hs, origin))
    return tuple(found)
