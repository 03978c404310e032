"""What the store uses up: poly bags counted, restocked, and when to order (S-17, 2.20)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.domain.employee import Actor
from counter_app.domain.supply import COUNT_MAX, POLY_BAG, Supply, estimate
from counter_app.errors import RuleViolation
from counter_app.events import SupplyChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Stock:
    """How many poly bags there should be. `since_ms` 0: nobody has counted yet, and nothing is claimed."""

    left: int
    used: int
    """Used since it was counted or came in last."""
    level: int
    since_ms: int
    order_now: bool


def poly_bags(desk: Desk, actor: Actor) -> Stock:
    """The estimate for poly bags: what was there last, less what the deliveries since then took."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        return stock_of(connection)


def count_bags(desk: Desk, actor: Actor, on_hand: int) -> Stock:
    """Somebody has counted them; RuleViolation("supply.count_wrong")."""
    with desk.act(actor, "supply.keep") as act:
        _demand_count(on_hand)
        act.write("supply.counted", POLY_BAG, on_hand=on_hand)
        act.tell(SupplyChanged(POLY_BAG))
        return stock_of(act.connection)


def restock_bags(desk: Desk, actor: Actor, count: int) -> Stock:
    """`count` new ones came in; RuleViolation("supply.count_wrong")."""
    with desk.act(actor, "supply.keep") as act:
        _demand_count(count, least=1)
        before = stock_of(act.connection)
        act.write("supply.restocked", POLY_BAG, count=count, on_hand=before.left + count)
        act.tell(SupplyChanged(POLY_BAG))
        return stock_of(act.connection)


def set_bag_level(desk: Desk, actor: Actor, level: int) -> Stock:
    """From how many on the store orders; RuleViolation("supply.count_wrong")."""
    with desk.act(actor, "supply.level") as act:
        _demand_count(level)
        act.write("supply.level_set", POLY_BAG, level=level)
        act.tell(SupplyChanged(POLY_BAG))
        return stock_of(act.connection)


def stock_of(connection: Connection) -> Stock:
    """The estimate within a transaction that is under way."""
    supply = state.supply(connection, POLY_BAG) or Supply(POLY_BAG)
    used = connection.exec_driver_sql(
        "SELECT coalesce(sum(json_extract(data, '$.bags')), 0) FROM task "
        "WHERE kind = 'personal_delivery' AND json_extract(data, '$.sealed_ms') > ?",
        (supply.since_ms,),
    ).scalar_one()
    left = estimate(supply, int(used))
    known = supply.since_ms > 0
    return Stock(left, int(used), supply.level, supply.since_ms, known and left <= supply.level)


def _demand_count(count: int, least: int = 0) -> None:
    if not least <= count <= COUNT_MAX:
        raise RuleViolation("supply.count_wrong", limit=COUNT_MAX)
