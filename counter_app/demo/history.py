"""Two months of a store's past, written by a station in the back office: signed, chained and pushed like any other."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.demo.people import Customer, number
from counter_app.demo.platform import CLERKS, ORG, STORE, account_id
from counter_app.domain import evidence
from counter_app.domain.operations import checked_body, kind_of
from counter_app.domain.shelf import shelf_id
from counter_app.domain.values import new_id, new_mail_id
from counter_app.sync.central import Central

DAY_MS = 86_400_000
ZONES = {"A": "Front", "B": "Parcels", "C": "Letters", "D": "Back room"}
"""The shelves of the store: twelve in each zone, in the order of the walk."""
SHELVES = 12
CARRIERS = ("ups", "usps", "usps", "fedex", "amazon", "amazon", "dhl")
BATCH = 200


@dataclass(slots=True)
class BackOffice:
    """A station without a window that writes operations of the past."""

    central: Central
    device: str
    incarnation: str
    epoch: str
    key: Ed25519PrivateKey
    n: int = 0
    prev: bytes = b""
    waiting: list[dict[str, Any]] = field(default_factory=list)

    def write(self, at_ms: int, actor: str, kind: str, entity: str, **body: Any) -> None:
        """Sign one act and queue it; pushed in batches."""
        hidden, opened = evidence.conceal(checked_body(kind, body), kind_of(kind).personal, os.urandom)
        self.n += 1
        core = evidence.canonical(
            {
                "v": 1,
                "op_id": new_id(at_ms, os.urandom(10)),
                "n": self.n,
                "prev": self.prev.hex(),
                "kind": kind,
                "entity": entity,
                "actor": actor,
                "grant": "",
                "present": "password",
                "at_ms": at_ms,
                "mono_ms": at_ms,
                "boot": "history",
                "offset_ms": 0,
                "offset_age_s": 0,
                "org": ORG,
                "store": STORE,
                "device": self.device,
                "incarnation": self.incarnation,
                "body": hidden,
            }
        )
        self.prev = evidence.op_hash(core)
        self.waiting.append(
            {
                "core": base64.b64encode(core).decode(),
                "sig": self.key.sign(evidence.signing_bytes(self.prev)).hex(),
                "open": {name: [salt.hex(), value] for name, (salt, value) in opened.items()},
            }
        )
        if len(self.waiting) >= BATCH:
            self.send()

    def send(self) -> None:
        """Push what is queued; ValueError when the centre did not simply apply all of it."""
        ops, self.waiting = self.waiting, []
        if not ops:
            return
        body = {"epoch": self.epoch, "device_id": self.device, "incarnation": self.incarnation, "ops": ops}
        wrong = [one for one in self.central.push(body)["results"] if one["status"] != "applied"]
        if wrong:
            raise ValueError(f"history not applied: {wrong[0]}")


def back_office(base_url: str, code: str) -> BackOffice:
    """Enrol the station that writes the past."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    central = Central(base_url)
    said = central.register(code, public, "Back office")
    central.speak_for(said["device_id"], key.sign)
    prev = evidence.genesis(said["org"], said["store"], said["device_id"], said["incarnation"], public)
    return BackOffice(central, said["device_id"], said["incarnation"], said["epoch"], key, prev=prev)


def write_history(
    office: BackOffice,
    random: Random,
    customers: Sequence[Customer],
    now_ms: int,
    pieces: int = 3_000,
    step: Callable[[int, int], None] = lambda done, of: None,
) -> None:
    """`pieces` pieces of the last 45 days; most were collected, some 230 still lie on their shelves."""
    _shelves(office, now_ms - 60 * DAY_MS)
    takers = [one for one in customers if one.state == "active"]
    arrivals = sorted(now_ms - int(random.triangular(0.05, 45, 6) * DAY_MS) for _ in range(pieces))
    shelf: dict[str, list[tuple[int, str, str]]] = {}
    for done, (at_ms, customer) in enumerate(_days(random, takers, arrivals), 1):
        item, mail_type = _receive(office, random, at_ms, customer)
        waiting = shelf.setdefault(customer.mailbox, [])
        waiting.append((at_ms, item, mail_type))
        if now_ms - at_ms > 3 * DAY_MS and len(waiting) >= random.choice((2, 3, 5)):
            _collected(office, random, at_ms + 3_600_000, customer, waiting)
            waiting.clear()
        step(done, pieces)
    for customer in takers:
        left = shelf.get(customer.mailbox, [])
        old = [one for one in left if now_ms - one[0] > 9 * DAY_MS]
        if old:
            _collected(office, random, now_ms - 2 * DAY_MS, customer, old)
    office.send()


def _shelves(office: BackOffice, at_ms: int) -> None:
    codes = [(letter, f"{letter}-{number:02d}") for letter in ZONES for number in range(1, SHELVES + 1)]
    for turn, (letter, code) in enumerate(codes, 1):
        body = {"code": code, "zone": ZONES[letter], "shelf_kind": "shelf", "turn": turn, "capacity": 12}
        office.write(at_ms, CLERKS[0][0], "shelf.set", shelf_id(code), **body)


def _days(random: Random, takers: Sequence[Customer], arrivals: Sequence[int]) -> Iterator[tuple[int, Customer]]:
    for at_ms in arrivals:
        # A few customers get most of the mail, as everywhere.
        yield at_ms, takers[min(int(random.expovariate(1 / 90)), len(takers) - 1)]


def _receive(office: BackOffice, random: Random, at_ms: int, customer: Customer) -> tuple[str, str]:
    item = new_id(at_ms, os.urandom(10))
    mail_type = random.choices(("package", "letter", "large_envelope"), (6, 3, 1))[0]
    carrier = random.choice(CARRIERS)
    name, _ = random.choice(customer.names)
    office.write(
        at_ms,
        random.choice(CLERKS)[0],
        "item.received",
        item,
        mail_id=new_mail_id(os.urandom(6)),
        account=account_id(customer),
        mailbox=customer.mailbox,
        name=name,
        matched=name,
        verdict="exact",
        mail_type=mail_type,
        carrier=carrier if mail_type == "package" else "usps",
        tracking=number(random, carrier) if mail_type == "package" else "",
        weight_g=random.randrange(120, 9_000) if mail_type == "package" else random.randrange(15, 90),
        shelf=f"{random.choice(tuple(ZONES))}-{random.randrange(1, SHELVES + 1):02d}",
        received_on=_iso(at_ms),
    )
    return item, mail_type


def _collected(
    office: BackOffice, random: Random, at_ms: int, customer: Customer, pieces: Sequence[tuple[int, str, str]]
) -> None:
    pickup, clerk = new_id(at_ms, os.urandom(10)), CLERKS[random.randrange(2)][0]
    items = [item for _, item, _ in pieces]
    collector = next((name for name, kind in customer.names if kind == "person"), customer.names[0][0])
    acts: list[tuple[str, dict[str, Any]]] = [
        ("opened", {"account": account_id(customer), "mailbox": customer.mailbox, "mode": "walk_in", "items": items}),
        ("id_checked", {"collector": collector, "id_type": "driver_licence", "listed": 1}),
        *(("piece_scanned", {"item": item}) for item in items),
        ("nothing_due", {}),
        ("signed", {"signature": "0" * 64}),
        ("handed_over", {"items": items}),
    ]
    for second, (kind, body) in enumerate(acts):
        office.write(at_ms + second * 7_000, clerk, f"pickup.{kind}", pickup, **body)


def _iso(at_ms: int) -> str:
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo("America/New_York")).date().isoformat()
