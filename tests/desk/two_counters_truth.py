"""What must be true of the store with two counters once everything is known everywhere, from the books alone: the rows
of the centre, its journal, the money that its gateway moved, and which pieces are not in the house any more."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from counter_app import verify
from counter_app.desk import money
from counter_app.domain.mail_item import ItemState
from counter_app.domain.operations import kind_of
from counter_app.domain.permissions import LEAST_LEVEL
from counter_app.domain.pickup import OPEN, Pickup, PickupState
from counter_app.domain.task import ENDED, TaskKind, TaskState
from tests.desk.two_counters import SETTINGS, Shop
from tests.sync.set_up import STORE

OUT = frozenset({ItemState.PICKED_UP, ItemState.SHREDDED, ItemState.DISCARDED, ItemState.SHIPPED})
PAGES = 12
"""So many the clerks of these days count in each piece that is to be shredded."""
RETAIL_CENTS = 1_000
LEAVING = {
    "pickup.handed_over": "scanned",
    "task.put_on_pile": "ticked",
    "task.discarded": "ticked",
    "consolidate.bundled": "ticked",
    "ship.label_made": "ticked",
}
"""The acts behind the gates, and what every piece of theirs must have been before."""


@dataclass(frozen=True)
class Line:
    """One line of the centre's journal."""

    op_id: str
    kind: str
    entity: str
    actor: str
    status: str
    body: dict[str, Any]


def journal_of(shop: Shop) -> list[Line]:
    sql = "SELECT op_id, kind, status, core FROM journal WHERE store_id = ? ORDER BY seq"
    lines = []
    for op_id, kind, status, core in shop.query(sql, STORE):
        said = json.loads(core)
        lines.append(Line(op_id, kind, said["entity"], said["actor"], status, said["body"]))
    return lines


def everything_adds_up(shop: Shop) -> None:
    """All of it is known everywhere now; AssertionError names what is not as it should be."""
    for entity in ("item", "task", "pickup"):
        there = shop.there(entity)
        for counter in shop.counters.values():
            assert counter.rows(entity) == there, "picture: a counter shows another one"
    for counter in shop.counters.values():
        station = counter.station
        found = verify.verify(station.db, station.identity.public_key, shop.now_ms).found
        assert not [what for code, what in found if code != verify.WARNINGS], f"journal: does not prove itself: {found}"
    money_adds_up(shop)
    every_piece_is_in_one_place(shop)
    no_gate_was_passed_round(shop)


# ---------------------------------------------------------------- money


def money_adds_up(shop: Shop) -> None:
    """What the gateway moved is what the rows say was paid, each thing once, at the price of its pieces (2.5, S-15)."""
    rows = {one.id: one for one in [*shop.there("task"), *shop.there("pickup")]}
    paid: dict[str, int] = {}
    for order in shop.moved():
        row = rows[order.key.rpartition(":")[0]]
        assert row.id not in paid, "money: the same thing was paid for twice"
        assert row.account_id == order.account, "money: somebody else's card"
        paid[row.id] = order.amount_cents
        assert order.amount_cents in prices(shop, row), f"money: {order.amount_cents} for {row}"
    assert not [one for one in rows.values() if one.payment in ("asked", "unknown")], "money: nobody asked the card"
    said = {row_id: row.amount_cents for row_id, row in rows.items() if row.payment == "paid"}
    assert said == paid, "money: what is shown as paid is not what moved"
    for counter in shop.counters.values():
        end = money.day_end(counter.desk, shop.actor(4))
        assert end.paid_cents == sum(paid.values()), "money: the day's end does not add up"
        assert sum(end.by_line.values()) + end.unlisted_cents == end.paid_cents, "money: nor do its lines"


def prices(shop: Shop, row: Any) -> set[int]:
    """What this may have cost by the price list, worked out here once more."""
    types = [one.mail_type for one in shop.there("item") if one.id in row.items and one.id not in row.missing]
    if isinstance(row, Pickup):
        fees = SETTINGS["pickup_prices"]
        packages = fees["per_package_cents"] * types.count("package")
        # The charge for letters is one a visit: with a second pickup in the same hour it has been paid.
        return {packages, packages + fees["per_visit_cents"]} if "letter" in types else {packages}
    if row.kind == "shred":
        return {len(types) * (225 + (PAGES - 10) * 25)}
    return {RETAIL_CENTS} if row.kind == "ship" else {195 * types.count("package")}


# ---------------------------------------------------------------- pieces


def is_open(row: Any) -> bool:
    if isinstance(row, Pickup):
        return PickupState(row.state) in OPEN
    return TaskState(row.state) not in ENDED[TaskKind(row.kind)]


def every_piece_is_in_one_place(shop: Shop) -> None:
    """In one task, which is open and names it, or on the shelf; and out of the house only if it went out (S-10)."""
    rows = {one.id: one for one in [*shop.there("task"), *shop.there("pickup")]}
    items = {one.id: one for one in shop.there("item")}
    for item in items.values():
        here = ItemState(item.state)
        if here is ItemState.IN_TASK:
            holder = rows[item.task_id]
            assert is_open(holder), f"piece: it lies in a task that is over: {item} {holder}"
            assert item.id in holder.items, f"piece: its task does not know it: {item} {holder}"
        if here in OUT:
            assert item.id in shop.gone, f"piece: said to be out, and lies here: {item}"
        elif item.id in shop.gone and here is not ItemState.INCLUDED_IN_CONSOLIDATION:
            assert item.contested, f"piece: out of the house, and nobody is asked about it: {item}"
            asked_everywhere(shop, item.contested)
    for row in rows.values():
        for item_id in row.items if is_open(row) else ():
            mine = items[item_id].task_id == row.id
            first = row.history[0][0]
            assert mine or first in items[item_id].contested or item_id in row.missing, f"piece: in two tasks: {row}"


def asked_everywhere(shop: Shop, acts: tuple[str, ...]) -> None:
    """Every counter of the store asks its manager about at least one of these acts (B of the exchange)."""
    for counter in shop.counters.values():
        assert counter.station.contested_tasks() & set(acts), "piece: a counter does not ask about it"


# ---------------------------------------------------------------- gates


def no_gate_was_passed_round(shop: Shop) -> None:
    """What the journal says was done before each act behind a gate; what is contested is not done (S-12, 2.5)."""
    rows = {one.id: one for one in [*shop.there("task"), *shop.there("pickup")]}
    items = {one.id: one for one in shop.there("item")}
    had: defaultdict[str, set[str]] = defaultdict(set)
    levels = {shop.actor(level).id: level for level in (4, 2, 1)}
    for line in journal_of(shop):
        if line.status != "applied":
            continue
        if line.actor in levels:
            assert levels[line.actor] >= LEAST_LEVEL[kind_of(line.kind).action], f"gate: rights: {line}"
        for row_id in line.body.get("tasks") or [line.entity]:
            if line.kind in LEAVING:
                gate(line, rows[row_id], had[row_id])
        for item_id in line.body.get("items") or [] if line.kind in LEAVING else []:
            assert items[item_id].account_id == rows[line.entity].account_id, f"gate: another's piece: {line}"
        had[line.entity] |= {mark(line)}
        if line.kind == "pickup.put_back" or line.kind == "pickup.signature_refused":
            had[line.entity] = {one for one in had[line.entity] if one.startswith("paid")}
    for row in rows.values():
        # A clerk who could not hear that another one had taken over: kept, and said so beside it.
        beside = [one for one in row.remarks if not one.startswith("pickup.locked:")]
        assert not beside, f"gate: {beside}"


def mark(line: Line) -> str:
    """What an act says about its task, for whoever asks later."""
    if line.kind in ("task.piece_ticked", "pickup.piece_scanned"):
        return f"{'ticked' if line.kind.startswith('task') else 'scanned'}:{line.body['item']}"
    if line.kind == "pickup.id_checked" and line.body["listed"]:
        return "id"
    if line.kind.endswith(".charged") and line.body["result"] == "paid":
        return "paid"
    return {
        "task.nothing_due": "paid",
        "pickup.nothing_due": "paid",
        "pickup.charge_put_off": "paid",
        "pickup.signed": "signed",
    }.get(line.kind, "")


def gate(line: Line, row: Any, had: set[str]) -> None:
    assert "paid" in had, f"gate: before it was paid: {line} {row}"
    if line.kind == "pickup.handed_over":
        assert {"id", "signed"} <= had, f"gate: before ID and signature: {line}"
    missing = line.body.get("missing") or row.missing
    for item_id in [one for one in line.body.get("items") or row.items if one not in missing]:
        assert f"{LEAVING[line.kind]}:{item_id}" in had, f"gate: nobody had it in hand: {item_id} {line}"
