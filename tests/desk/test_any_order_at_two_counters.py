"""Whatever three clerks at two counters do, in any order and with the line cut at random: money adds up, no piece is in
two tasks, and no gate was passed round (S-10, S-12, S-15, 2.3 to 2.10)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from counter_app.desk import pickups, task_work
from tests.any_days import ask
from tests.desk.planted_at_counters import PLANTED
from tests.desk.two_counters import TASK_KINDS, Shop, Store, make_store
from tests.desk.two_counters_truth import everything_adds_up

COUNTER = st.sampled_from(["A", "B"])
LEVEL = st.sampled_from([4, 2, 4, 2, 4, 2, 1])
WHICH = st.integers(0, 11)
ACCOUNT = st.integers(0, 1)
SOME = st.sampled_from([1, 2, 3, 3, 5, 12, 15])
"""Which of a customer's pieces, as bits."""
KIND = st.sampled_from(["pickup", *TASK_KINDS])
RUNS = 25
RUNS_OF_A_SEED = 200
RUNS_TO_CATCH = 400
"""At most; most bugs are seen in the first few."""
LONG_SEEDS = int(os.environ.get("COUNTER_DAYS_SEEDS", "5"))
FAULT = st.sampled_from(["lost_request", "lost_answer", "twice", "cut", "html", "503", "late"])
OTHERWISE = st.sampled_from(["decline", "take", "let go"])


class Days(RuleBasedStateMachine):
    store: Store

    @initialize(luck=st.integers(0, 2**16))
    def opens(self, luck: int) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=self.store.folder.parent)
        self.shop = Shop(Path(self.folder.name), self.store, luck)
        self.shop.to_quiet()

    def teardown(self) -> None:
        if not hasattr(self, "shop"):
            return
        try:
            self.shop.to_quiet()
            everything_adds_up(self.shop)
        finally:
            self.shop.close()
            self.folder.cleanup()

    # ------------------------------------------------------------ customers and the line

    def pieces(self, rows: list[Any], account: int, bits: int) -> list[str]:
        mine = [one.id for one in rows if one.account_id == self.store.accounts[account]]
        return [one for n, one in enumerate(mine) if bits >> n & 1]

    @rule(kind=KIND, account=ACCOUNT, bits=SOME)
    def a_customer_asks(self, kind: str, account: int, bits: int) -> None:
        self.shop.customer_asks(kind, account, self.pieces(self.shop.there("item"), account, bits))

    @rule(which=WHICH)
    def a_customer_takes_back(self, which: int) -> None:
        tasks = [one for one in self.shop.there("task") if one.state != "cancelled"]
        if tasks and which < 3:
            self.shop.customer_takes_back(tasks[which % len(tasks)].id)

    @rule(which=WHICH, agreed=st.booleans())
    def a_customer_answers(self, which: int, agreed: bool) -> None:
        asked = [one for one in self.shop.there("task") if one.state == "awaiting_customer"]
        if asked:
            self.shop.customer_answers(asked[which % len(asked)].id, agreed)

    @rule(account=ACCOUNT, answers=st.lists(st.sampled_from(["paid", "declined", "unknown"]), max_size=3))
    def the_card_will_answer(self, account: int, answers: list[str]) -> None:
        self.shop.cards.answer_next(self.store.accounts[account], answers)

    @rule()
    def the_centre_asks_again(self) -> None:
        self.shop.centre_asks_again()

    @rule(name=COUNTER)
    def a_counter_hears_everything(self, name: str) -> None:
        self.shop.said.append(f"{name} hears")
        self.shop.counters[name].exchange()

    @rule(name=COUNTER, faults=st.lists(FAULT, min_size=1, max_size=3))
    def a_counter_tries_to_hear(self, name: str, faults: list[str]) -> None:
        self.shop.said.append(f"{name} hears through {faults}")
        self.shop.counters[name].exchange(*faults)

    # ------------------------------------------------------------ clerks

    def known(self, name: str) -> list[Any]:
        counter = self.shop.counters[name]
        rows = [*counter.rows("task"), *counter.rows("pickup")]
        return [one for one in rows if one.state not in ("handed_over", "declined", "cancelled", "shredded")]

    @rule(name=COUNTER, level=LEVEL, which=WHICH, steps=st.integers(1, 14), tells=st.booleans())
    def a_clerk_goes_on(
        self, name: str, level: int, which: int, steps: int, tells: bool, hurried: bool = False
    ) -> None:
        """Some steps of one task; whoever tells the centre at once after each, and knew all, contradicts nobody.

        A `hurried` clerk tries the last step of all before each other one.
        """
        rows = self.known(name)
        if not rows:
            return
        row, counter = rows[which % len(rows)], self.shop.counters[name]
        for _ in range(steps):
            knew = counter.heard == self.shop.number() and not self.shop.under_way
            before = len(counter.station.acts())
            now = counter.one("pickup" if hasattr(row, "collector") else "task", row.id)
            if hurried and now is not None and not self.shop.hurries(name, level, "last", now):
                return
            code = "idle" if now is None else self.shop.goes_on(name, level, now)
            if code in ("task.locked", "pickup.locked"):
                code = self.takes(name, level, now)
            if code:
                return
            if tells:
                self.tell(name, before, knew)

    @rule(name=COUNTER, which=WHICH)
    def a_manager_finishes_it(self, name: str, which: int) -> None:
        self.a_clerk_goes_on(name, 4, which, 14, True)

    @rule(name=COUNTER, which=WHICH)
    def a_hurried_clerk_finishes_it(self, name: str, which: int) -> None:
        self.a_clerk_goes_on(name, 2, which, 14, True, True)

    @rule(name=COUNTER, which=WHICH)
    def a_clerk_finishes_it_offline(self, name: str, which: int) -> None:
        self.shop.counters[name].desk.online = False
        self.a_clerk_goes_on(name, 2, which, 14, False)

    def takes(self, name: str, level: int, row: Any) -> str:
        desk, clerk = self.shop.counters[name].desk, self.shop.actor(level)
        of = pickups if hasattr(row, "collector") else task_work
        return self.shop.act(
            name, level, f"take {row.id[-4:]}", lambda: of.take(desk, clerk, row.id, "her shift ended")
        )

    def tell(self, name: str, before: int, knew: bool) -> None:
        counter = self.shop.counters[name]
        if counter.exchange() == "" and knew:
            told = counter.station.acts()[before:]
            assert {status for _, status, _ in told} <= {"applied"}, f"gate: a contradiction passed: {told}"

    @rule(name=COUNTER, account=ACCOUNT, bits=SOME, online=st.booleans())
    def a_customer_collects(self, name: str, account: int, bits: int, online: bool) -> None:
        """A whole visit, over the line or without it."""
        counter, who = self.shop.counters[name], self.store.accounts[account]
        counter.desk.online = online and counter.exchange() == ""
        self.a_customer_comes(name, 2, account, "pickup", bits, online)
        for which, row in enumerate(self.known(name)):
            if row.account_id == who and hasattr(row, "collector"):
                self.a_clerk_goes_on(name, 2, which, 14, online)

    @rule(account=ACCOUNT, bits=SOME, kinds=st.tuples(KIND, KIND))
    def the_same_is_promised_at_both(self, account: int, bits: int, kinds: tuple[str, str]) -> None:
        """Before the one counter can have heard of it from the other."""
        for name, kind in zip(self.shop.counters, kinds, strict=True):
            self.a_customer_comes(name, 2, account, kind, bits, False)

    @rule(name=COUNTER, level=LEVEL, account=ACCOUNT, kind=KIND, bits=SOME, tells=st.booleans())
    def a_customer_comes(self, name: str, level: int, account: int, kind: str, bits: int, tells: bool) -> None:
        counter, clerk = self.shop.counters[name], self.shop.actor(level)
        items, who = self.pieces(counter.rows("item"), account, bits), self.store.accounts[account]
        knew = counter.heard == self.shop.number() and not self.shop.under_way
        before = len(counter.station.acts())
        if kind == "pickup":
            code = self.shop.act(
                name, level, f"walk-in {items}", lambda: pickups.open_walk_in(counter.desk, clerk, who, items)
            )
        else:
            code = self.shop.act(
                name,
                level,
                f"open {kind} {items}",
                lambda: task_work.open_at_counter(counter.desk, clerk, kind, who, items, "asked at the counter"),
            )
        if tells and not code:
            self.tell(name, before, knew)

    @rule(
        name=COUNTER, level=LEVEL, which=WHICH, how=st.sampled_from(["decline", "take", "let go"]), tells=st.booleans()
    )
    def a_clerk_does_otherwise(self, name: str, level: int, which: int, how: str, tells: bool) -> None:
        rows = self.known(name)
        if not rows:
            return
        row, counter, clerk = rows[which % len(rows)], self.shop.counters[name], self.shop.actor(level)
        of = pickups if hasattr(row, "collector") else task_work
        reason = "customer_wish"
        work: dict[str, Any] = {
            "decline": lambda: of.decline(counter.desk, clerk, row.id, reason),
            "take": lambda: of.take(counter.desk, clerk, row.id, "she asked me to"),
            "let go": lambda: of.let_go(counter.desk, clerk, row.id),
        }
        knew = counter.heard == self.shop.number() and not self.shop.under_way
        before = len(counter.station.acts())
        if not self.shop.act(name, level, f"{how} {row.id[-4:]}", work[how]) and tells:
            self.tell(name, before, knew)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def run(store: Store, runs: int, of_seed: int | None = None) -> None:
    class Here(Days):
        pass

    Here.store = store
    ask(Here, runs, 40, of_seed)


def test_in_any_order_money_adds_up_no_piece_is_in_two_tasks_and_no_gate_is_passed_round(store: Store) -> None:
    run(store, RUNS)


@pytest.mark.long
def test_in_any_order_on_many_more_days(store: Store) -> None:
    """Other questions for each seed."""
    for number in range(LONG_SEEDS):
        run(store, RUNS_OF_A_SEED, number)
        print(f"seed {number} done", flush=True)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_bug_is_seen(store: Store, name: str) -> None:
    with PLANTED[name]() as kind, pytest.raises(AssertionError, match=rf"^({kind}): "):
        run(store, RUNS_TO_CATCH)
