"""The list of parcels that a carrier takes at the end of the day: scanned one by one as the driver takes them (2.6).

A parcel that was not scanned stays; one without a label for this carrier is refused. With the hand-over its pieces
are shipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from counter_app.desk.context import Act, Desk, demand
from counter_app.desk.held import hold
from counter_app.desk.pieces import find_piece, tracking_key
from counter_app.domain import tracking
from counter_app.domain.employee import Actor
from counter_app.domain.manifest import Manifest, ManifestState
from counter_app.domain.task import TaskState
from counter_app.domain.task_ship import ShipTask
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import ManifestChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

PARCELS_MAX = 200
"""On one list; the next one begins behind it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One parcel with a label. `holder` is the customer's name."""

    task_id: str
    carrier: str
    service: str
    tracking: str
    mailbox: str
    holder: str
    to: str
    pieces: int
    on_list: bool


@dataclass(frozen=True, slots=True)
class CarrierList:
    """What waits for one carrier; `manifest` is the list that is open, if there is one."""

    carrier: str
    waiting: tuple[Waiting, ...]
    manifest: Manifest | None

    @property
    def scanned(self) -> int:
        return sum(1 for one in self.waiting if one.on_list)


def lists(desk: Desk, actor: Actor) -> tuple[CarrierList, ...]:
    """Every carrier with parcels that wait or with an open list, by name."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return _lists(connection)


def begin(desk: Desk, actor: Actor, carrier: str) -> Manifest:
    """Begin the list of a carrier, or go on with the one that is open. RuleViolation: parcels.none_waiting."""
    with desk.act(actor, "task.process") as act:
        found = next((one for one in _lists(act.connection) if one.carrier == carrier), None)
        if found is not None and found.manifest is not None:
            return found.manifest
        if found is None:
            raise RuleViolation("parcels.none_waiting", carrier=carrier[:40])
        manifest_id = desk.new_id()
        act.write("manifest.parcels_begun", manifest_id, carrier=carrier)
        return _told(act, manifest_id)


def scan(desk: Desk, actor: Actor, manifest_id: str, scanned: str) -> Manifest:
    """A parcel goes to the driver: by the tracking number on its label or a Mail ID inside it.

    RuleViolation: parcels.closed, parcels.unknown, parcels.other_carrier (`carrier`), parcels.no_label,
    parcels.full. Scanned twice is scanned once.
    """
    with desk.act(actor, "task.process") as act:
        manifest = _open(act.connection, manifest_id)
        task = _parcel(act.connection, scanned)
        if task is None:
            raise RuleViolation("parcels.unknown", scanned=clean(scanned).text[:40])
        if TaskState(task.state) is not TaskState.LABEL_PRINTED:
            raise RuleViolation("parcels.no_label", mailbox=task.mailbox, state=task.state)
        if task.carrier != manifest.carrier:
            raise RuleViolation("parcels.other_carrier", carrier=task.carrier)
        if task.id in manifest.entries:
            return manifest
        if len(manifest.entries) >= PARCELS_MAX:
            raise RuleViolation("parcels.full", limit=PARCELS_MAX)
        act.write("manifest.parcel_scanned", manifest_id, task=task.id)
        return _told(act, manifest_id)


def take_off(desk: Desk, actor: Actor, manifest_id: str, task_id: str) -> Manifest:
    """The driver left a parcel that was scanned: it stays here."""
    with desk.act(actor, "task.process") as act:
        manifest = _open(act.connection, manifest_id)
        if task_id in manifest.entries:
            act.write("manifest.parcel_taken_off", manifest_id, task=task_id)
        return _told(act, manifest_id)


def hand_over(desk: Desk, actor: Actor, manifest_id: str, driver: str = "") -> Manifest:
    """The driver took what was scanned: those pieces are shipped, and the list is printed.

    RuleViolation: parcels.closed, parcels.nothing_scanned, parcels.label_gone (a label was taken back meanwhile).
    """
    with desk.act(actor, "task.process") as act:
        manifest = _open(act.connection, manifest_id)
        if not manifest.entries:
            raise RuleViolation("parcels.nothing_scanned")
        tasks = [_ship_task(act.connection, one) for one in manifest.entries]
        for task in tasks:
            if TaskState(task.state) is not TaskState.LABEL_PRINTED:
                raise RuleViolation("parcels.label_gone", mailbox=task.mailbox)
            hold(act, task, task.at_hand)
        act.write(
            "manifest.parcels_handed_over",
            manifest_id,
            tasks=manifest.entries,
            items=tuple(item for task in tasks for item in task.at_hand),
            missing=tuple(item for task in tasks for item in task.missing),
            driver=clean(driver).text,
        )
        after = _told(act, manifest_id)
        act.owe("parcel_list", _paper(act, after, tasks), printer="receipt")
        return after


def _told(act: Act, manifest_id: str) -> Manifest:
    manifest = _manifest(act.connection, manifest_id)
    act.tell(ManifestChanged(manifest.id, manifest.carrier, manifest.state))
    return manifest


def _manifest(connection: Connection, manifest_id: str) -> Manifest:
    found = state.get(connection, "manifest", manifest_id)
    if not isinstance(found, Manifest) or found.kind != "parcels":
        raise RuleViolation("parcels.closed")
    return found


def _open(connection: Connection, manifest_id: str) -> Manifest:
    found = _manifest(connection, manifest_id)
    if found.state != ManifestState.OPEN.value:
        raise RuleViolation("parcels.closed")
    return found


def _ship_task(connection: Connection, task_id: str) -> ShipTask:
    found = state.task(connection, task_id)
    if not isinstance(found, ShipTask):
        raise RuleViolation("parcels.unknown", scanned="")
    return found


def _labelled(connection: Connection) -> list[ShipTask]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM task WHERE state = 'label_printed' AND kind = 'ship' ORDER BY requested_ms, id"
    ).all()
    return [_ship_task(connection, row[0]) for row in rows]


def _parcel(connection: Connection, scanned: str) -> ShipTask | None:
    keys = {tracking_key(scanned), *(tracking_key(one.number) for one in tracking.identify(scanned))} - {""}
    for task in _labelled(connection):
        if task.tracking and task.tracking in keys:
            return task
    item = find_piece(connection, scanned)
    found = state.task(connection, item.task_id) if item and item.task_id else None
    return found if isinstance(found, ShipTask) else None


def _lists(connection: Connection) -> tuple[CarrierList, ...]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM manifest WHERE state = 'open' AND kind = 'parcels' ORDER BY opened_ms DESC"
    ).all()
    opened = {one.carrier: one for row in rows if (one := _manifest(connection, row[0]))}
    by_carrier: dict[str, list[Waiting]] = {carrier: [] for carrier in opened}
    for task in _labelled(connection):
        manifest = opened.get(task.carrier)
        account = state.account(connection, task.account_id)
        by_carrier.setdefault(task.carrier, []).append(
            Waiting(
                task.id,
                task.carrier,
                task.service,
                task.tracking,
                task.mailbox,
                account.holder if account else "",
                ", ".join(part for part in (task.to.city, task.to.state, task.to.country) if part),
                len(task.at_hand),
                manifest is not None and task.id in manifest.entries,
            )
        )
    return tuple(CarrierList(one, tuple(by_carrier[one]), opened.get(one)) for one in sorted(by_carrier))


def _paper(act: Act, manifest: Manifest, tasks: list[ShipTask]) -> dict[str, Any]:
    settings = act.desk.settings
    return {
        "store": [settings.name, *settings.address_lines],
        "title": f"Parcels for {manifest.carrier.upper()}",
        "when": act.desk.local(manifest.handed_ms).strftime("%Y-%m-%d %H:%M %Z"),
        "rows": [
            [task.tracking or "stamp", f"{task.to.state or task.to.country} {task.to.postcode}"] for task in tasks
        ],
        "foot": [f"{len(tasks)} parcels handed over", "", "Driver: ______________________"],
    }
