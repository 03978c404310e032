"""Whatever two counters do in front of the shelves, in any order: a piece lies in one place, or is missing, or is gone;
and the map counts the pieces that there are (2.3, 2.11)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.desk import searches, shelves, stocktakes
from counter_app.domain import fold
from counter_app.domain.employee import Actor
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.rows import from_plain, to_plain
from counter_app.errors import RuleViolation
from counter_app.store import state
from tests.counter_acts import piece

MANAGER, OTHER = Actor("meg", 4), Actor("bo", 4)
SHELVES = ("A-1", "B-3")
PIECES = 3


class Game:
    """One counter with a real store; what the other counter did arrives as the centre's rows."""

    def __init__(self, counter: Any) -> None:
        self.counter, self.desk = counter, counter.desk
        self.items = [piece(counter, MANAGER, shelf="A-1") for _ in range(PIECES)]
        self.seq = 1

    def own(self, act: str, which: int, shelf: str) -> None:
        item = self.items[which]
        work: dict[str, Any] = {
            "put": lambda: shelves.put(self.desk, MANAGER, item.id, shelf, anyway=True),
            "miss": lambda: searches.report(self.desk, MANAGER, item.id),
            "find": lambda: searches.found(self.desk, MANAGER, item.id, shelf),
            "see": lambda: searches.seen(self.desk, MANAGER, item.mail_id),
            "lose": lambda: searches.declare_lost(self.desk, MANAGER, item.id, "x"),
            "begin": lambda: stocktakes.begin(self.desk, MANAGER, shelf),
            "scan": lambda: stocktakes.scan(self.desk, MANAGER, shelf, item.mail_id),
            "move": lambda: stocktakes.move_all_here(self.desk, MANAGER, shelf),
            "end": lambda: stocktakes.end(self.desk, MANAGER, shelf),
        }
        try:
            work[act]()
        except RuleViolation as error:
            assert error.code.split(".")[0] in ("stocktake", "search", "item"), error.code

    def other(self, kind: str, which: int, shelf: str) -> None:
        """An act of the other counter on the row as the centre has it."""
        row_id = self.items[which].id
        self.seq += 1
        body = {"item.moved": {"shelf": shelf}, "item.found": {"shelf": shelf}, "item.lost": {"reason": "x"}}
        now = self.counter.clock.wall_ms()
        act = Operation(f"far-{self.seq}", kind, row_id, OTHER, now, checked_body(kind, body.get(kind, {})))
        with self.desk.db.write() as connection:
            found = connection.exec_driver_sql(
                "SELECT data FROM base_row WHERE entity = 'item' AND id = ?", (row_id,)
            ).scalar() or json.dumps(to_plain(state.item(connection, row_id)))
            after = fold.apply("item", from_plain("item", json.loads(found)), act)
            assert state.accept_pulled(connection, "item", [(row_id, self.seq, to_plain(after))]) == []

    def check(self) -> None:
        shown = shelves.store_map(self.desk, MANAGER)
        searched = {one.item.id for one in searches.listing(self.desk, MANAGER) if not one.lost}
        with self.desk.db.read() as connection:
            rows = [state.item(connection, one.id) for one in self.items]
        lying = {one.id: place.code for place in shown.places for one in shelves.lying(self.desk, MANAGER, place.code)}
        loose = {one.id for one in shelves.lying(self.desk, MANAGER, "")}
        for row in rows:
            assert row is not None
            where = [row.id in lying, row.id in loose, row.id in searched, not row.on_the_shelf]
            assert where.count(True) == 1, (row.state, row.shelf, row.searching_ms)
        assert shown.pieces == sum(row.on_the_shelf for row in rows if row)
        assert (shown.searched_for, shown.without_place) == (len(searched), len(loose))
        assert {place.code: place.pieces for place in shown.places if place.pieces} == {
            code: list(lying.values()).count(code) for code in set(lying.values())
        }


OWN = st.tuples(
    st.just("own"),
    st.sampled_from(["put", "miss", "find", "see", "lose", "begin", "scan", "move", "end"]),
    st.integers(0, PIECES - 1),
    st.sampled_from(SHELVES),
)
FAR = st.tuples(
    st.just("other"),
    st.sampled_from(["item.moved", "item.missed", "item.found", "item.lost"]),
    st.integers(0, PIECES - 1),
    st.sampled_from(SHELVES),
)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk()
    return counter


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(OWN, FAR), min_size=3, max_size=14))
def test_in_any_order_every_piece_lies_in_one_place_or_is_missing_or_gone(shop: Any, acts: Any) -> None:
    with shop.desk.db.write() as connection:
        for table in ("item", "stocktake", "base_row", "touched"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    game = Game(shop)
    for side, act, which, shelf in acts:
        (game.own if side == "own" else game.other)(act, which, shelf)
        game.check()
