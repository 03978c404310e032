"""Rows and acts for the tests of the fold: a world is every row by entity and id."""

import json
from collections.abc import Iterable
from typing import Any

from counter_app.domain import fold, permissions
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.operations import KINDS, Operation, checked_body, touches
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import Row, from_plain, to_plain

World = dict[tuple[str, str], Row]
CLERK = Actor("clerk", 6)
DEFAULTS: dict[str, dict[str, Any]] = {
    "item.received": {"mail_type": "package", "mail_id": "M1"},
    "pickup.opened": {"mode": "walk_in"},
    "pickup.id_checked": {"id_type": "passport", "collector": "Ada", "listed": 1},
    "pickup.charged": {"result": "paid", "attempt": 1},
    "task.charged": {"result": "paid", "attempt": 1},
    "task.requested": {"task_kind": "shred"},
    "task.opened": {"task_kind": "shred"},
    "shelf.set": {"shelf_kind": "bin"},
    "item.looked_for": {"step": "boxes"},
    "task.driver_gone": {"why": "left"},
    "task.delivery_put_back": {"why": "no_show"},
    "item.return_marked": {"return_reason": "unknown"},
    "item.notice_given": {"outcome": "hold"},
    "task.scan_noted": {"note_kind": "unreadable"},
    "item.incident": {"incident": "opened_by_mistake"},
    "task.deposit_packed": {"deposit_packaging": "letter"},
    "task.deposit_priced": {"deposit_service": "usps_priority"},
}
_numbers = iter(range(10**9))
BEGIN = {"pickup.opened", "pickup.requested", "pickup.planned", "pickup.courtesy_marked"}
"""With these a pickup comes into the world."""


def op(kind: str, entity_id: str, actor: Actor | None = None, op_id: str = "", **body: Any) -> Operation:
    actor = actor or (PLATFORM if KINDS[kind].action in permissions.PLATFORM_ONLY else CLERK)
    checked = checked_body(kind, {**DEFAULTS.get(kind, {}), **body})
    return Operation(op_id or f"op{next(_numbers)}", kind, entity_id, actor, 1_000, checked)


def fold_in(world: World, act: Operation) -> World:
    """The world after `act`, as station and centre do it: every touched row, or none when one step refuses."""
    after = dict(world)
    for entity, row_id in touches(act):
        row = fold.apply(entity, world.get((entity, row_id)), act, row_id)
        if row is not None:
            after[entity, row_id] = row
    return after


def world_of(acts: Iterable[Operation], world: World | None = None) -> World:
    after = dict(world or {})
    for act in acts:
        after = fold_in(after, act)
    return after


def through_json(world: World) -> World:
    return {
        (entity, row_id): from_plain(entity, json.loads(json.dumps(to_plain(row))))
        for (entity, row_id), row in world.items()
    }


def item(world: World, row_id: str) -> MailItem:
    row = world["item", row_id]
    assert isinstance(row, MailItem)
    return row


def visit(world: World, row_id: str = "p1") -> Pickup:
    row = world["pickup", row_id]
    assert isinstance(row, Pickup)
    return row


def received(*items: str, account: str = "a1") -> list[Operation]:
    return [op("item.received", one, account=account, mailbox="12", mail_id=f"M-{one}") for one in items]


def ready_to_pay(*items: str, pickup_id: str = "p1") -> list[Operation]:
    """Received, opened, ID checked, every piece scanned."""
    return [
        *received(*items),
        op("pickup.opened", pickup_id, account="a1", mailbox="12", items=items),
        op("pickup.id_checked", pickup_id),
        *[op("pickup.piece_scanned", pickup_id, item=one) for one in items],
    ]


def paid(*items: str) -> list[Operation]:
    asked = op("pickup.charge_asked", "p1", amount_cents=450, attempt=1)
    return [*ready_to_pay(*items), asked, op("pickup.charged", "p1"), op("pickup.signed", "p1", signature="sha")]


NAMES = json.dumps([{"text": "Ada Byron"}, {"text": "Byron Ltd", "kind": "business", "valid_to": "2026-12-31"}])


def registered() -> Account:
    row = fold.apply("account", None, op("account.registered", "a1", mailbox="12", holder="Ada Byron", names=NAMES))
    assert isinstance(row, Account)
    return row
