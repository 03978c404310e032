"""Who may collect: on the Form 1583, an individual of block 5, or with a written authorisation for once (S-12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from counter_app.desk.context import Desk, demand
from counter_app.desk.pickup_visit import Visit, begun, step_done, the_account, the_pickup
from counter_app.domain import names
from counter_app.domain.aamva import IdCard
from counter_app.domain.employee import Actor
from counter_app.domain.mrz import TravelDocument
from counter_app.domain.pickup import ID_TYPES, OPEN, Pickup, PickupState, Written
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.limits import IMAGE_FORMATS
from counter_app.store import blobs

if TYPE_CHECKING:
    from sqlalchemy import Connection


def authorise(desk: Desk, actor: Actor, pickup_id: str, written: Written) -> Visit:
    """Keep a written authorisation for this one pickup; the hand-over uses it up.

    RuleViolation: pickup.paper_name_missing, pickup.paper_other_mailbox, pickup.paper_until_missing,
    pickup.paper_expired, pickup.paper_photo_missing, pickup.paper_used (its picture belongs to another pickup),
    pickup.piece_not_in_pickup.
    """
    demand(actor, "pickup.process")
    name, mailbox = clean(written.name).text, clean(written.mailbox).text.upper()
    if not name:
        raise RuleViolation("pickup.paper_name_missing")
    until, until_ms = _end_of(desk, written.until)
    if until < desk.today():
        raise RuleViolation("pickup.paper_expired", until=until)
    if not any(written.photo.startswith(one) for one in IMAGE_FORMATS):
        raise RuleViolation("pickup.paper_photo_missing")
    photo = desk.blobs.keep(written.photo, "id")
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        if PickupState(pickup.state) not in OPEN:
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        if mailbox not in (pickup.mailbox.upper(), pickup.mailbox.upper().lstrip("0")):
            raise RuleViolation("pickup.paper_other_mailbox", written=mailbox or "–", mailbox=pickup.mailbox)
        if not set(written.item_ids) <= set(pickup.items):
            raise RuleViolation("pickup.piece_not_in_pickup")
        _demand_new_paper(act.connection, pickup, photo)
        done = act.write(
            "pickup.authorised",
            pickup_id,
            paper=desk.new_id(),
            name=name,
            mailbox=pickup.mailbox,
            until=until,
            until_ms=until_ms,
            items=tuple(dict.fromkeys(written.item_ids)),
            photo=photo,
        )
        blobs.note(act.connection, photo, "id", len(written.photo), desk.now_ms(), done.op.op_id)
        return step_done(act, pickup_id)


def check_id(desk: Desk, actor: Actor, pickup_id: str, collector: str, id_type: str) -> Visit:
    """Record that the collector's ID was looked at; he must be on the form, an authorised individual, or named on a
    written authorisation of this pickup (S-12).

    RuleViolation: pickup.id_type_missing, pickup.collector_missing, pickup.paper_expired, and
    pickup.collector_not_authorised (with the names that may collect).
    """
    return _check(desk, actor, pickup_id, (clean(collector).text,), id_type)


def check_card(desk: Desk, actor: Actor, pickup_id: str, card: IdCard) -> Visit:
    """The same from a scanned driver licence or ID card; an expired card is refused. Only the name is kept."""
    _demand_valid(desk, card.expires_on)
    name = f"{card.given_names} {card.family_name}"
    return check_id(desk, actor, pickup_id, name, "driver_licence")


def check_document(desk: Desk, actor: Actor, pickup_id: str, document: TravelDocument) -> Visit:
    """The same from the lines of a passport or ID card. Of a name that filled its field the end may be cut off: then
    what stands before it counts. Only name and kind are kept."""
    _demand_valid(desk, document.expires_on)
    given = document.given_names.split()
    shown = [" ".join((*given, document.family_name))]
    if document.truncated and len(given) > 1:
        shown.append(" ".join((*given[:-1], document.family_name)))
    kind = "passport" if document.kind == "passport" else "other_government_id"
    return _check(desk, actor, pickup_id, tuple(shown), kind)


def _check(desk: Desk, actor: Actor, pickup_id: str, readings: tuple[str, ...], id_type: str) -> Visit:
    with desk.act(actor, "pickup.process") as act:
        pickup = begun(act.connection, actor, pickup_id)
        if id_type not in ID_TYPES:
            raise RuleViolation("pickup.id_type_missing")
        if not readings[0]:
            raise RuleViolation("pickup.collector_missing")
        allowed = the_account(act.connection, pickup.account_id).may_collect(desk.today())
        on_form = _exact(readings, allowed)
        if on_form:
            act.write("pickup.id_checked", pickup_id, collector=on_form, id_type=id_type, listed=1, paper="")
            return step_done(act, pickup_id)
        now = desk.now_ms()
        good = {one.name: one for one in pickup.papers if one.good_at(now)}
        on_paper = _exact(readings, tuple(good))
        if on_paper:
            paper = good[on_paper]
            act.write("pickup.id_checked", pickup_id, collector=on_paper, id_type=id_type, listed=0, paper=paper.id)
            return step_done(act, pickup_id)
        old = [one for one in pickup.papers if _exact(readings, (one.name,))]
        if old:
            raise RuleViolation("pickup.paper_expired", until=old[-1].until)
        likely = names.match(readings[0], list(allowed)).name or ""
        raise RuleViolation("pickup.collector_not_authorised", name=readings[0], likely=likely, allowed=allowed)


def _exact(readings: Sequence[str], allowed: Sequence[str]) -> str:
    for shown in readings:
        found = names.match(shown, list(allowed))
        if found.verdict == "exact" and found.name:
            return found.name
    return ""


def _demand_valid(desk: Desk, expires_on: date | None) -> None:
    if expires_on is not None and expires_on.isoformat() < desk.today():
        raise RuleViolation("pickup.id_expired", expired_on=expires_on.isoformat())


def _end_of(desk: Desk, until: str) -> tuple[str, int]:
    """The last day of a paper and its last millisecond at the store, UTC."""
    try:
        day = date.fromisoformat(clean(until).text)
    except ValueError as error:
        raise RuleViolation("pickup.paper_until_missing") from error
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(desk.settings.zone))
    return day.isoformat(), int(midnight.timestamp() * 1000) - 1


def _demand_new_paper(connection: Connection, pickup: Pickup, photo: str) -> None:
    # The same picture on another pickup is the same paper, which was good for one.
    row = connection.exec_driver_sql(
        "SELECT pickup.id FROM pickup, json_each(pickup.data, '$.papers') paper WHERE pickup.account_id = ? "
        "AND pickup.id <> ? AND json_extract(paper.value, '$.photo') = ? LIMIT 1",
        (pickup.account_id, pickup.id, photo),
    ).first()
    if row is not None:
        raise RuleViolation("pickup.paper_used")
