"""What clerks in a box do: (kind, entity, body) of each act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counter_app.domain.values import new_id, new_mail_id

if TYPE_CHECKING:
    from tests.sync.world import World


def new_item(world: World) -> str:
    return new_id(world.now_ms, world.entropy(10))


def received(world: World, item: str, shelf: str) -> tuple[str, str, dict[str, Any]]:
    body = {
        "mail_id": new_mail_id(world.entropy(6)),
        "account": world.account,
        "mailbox": "12",
        "name": "Ann Lee",
        "matched": "Ann Lee",
        "verdict": "exact",
        "mail_type": "package",
        "shelf": shelf,
    }
    return "item.received", item, body


def handed_over(world: World, item: str) -> list[tuple[str, str, dict[str, Any]]]:
    """A whole visit: asked at the counter, nothing due, out of the door."""
    pickup = new_item(world)
    return [
        ("pickup.opened", pickup, {"account": world.account, "mailbox": "12", "mode": "walk_in", "items": [item]}),
        ("pickup.nothing_due", pickup, {}),
        ("pickup.handed_over", pickup, {"items": [item]}),
    ]
