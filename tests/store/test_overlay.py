"""What the clerk sees: the centre's row with this station's own acts laid over it, whatever arrives when (P6, P9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain import evidence, fold
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account, FormName
from counter_app.domain.operations import Operation, checked_body, kind_of, touches
from counter_app.domain.rows import Row, to_plain
from counter_app.errors import RuleViolation
from counter_app.store import journal, state
from counter_app.store.journal import Answer, Waiting


@dataclass
class Centre:
    """A centre in thirty lines: the same fold, one number after the other, the first answer kept for ever."""

    level: int
    seq: int = 100
    rows: dict[tuple[str, str], tuple[int, Row]] = field(default_factory=dict)
    sent: list[tuple[str, str, int, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)

    def keep(self, entity: str, row: Row) -> None:
        self.seq += 1
        self.rows[entity, row.id] = (self.seq, row)
        self.sent.append((entity, row.id, self.seq, to_plain(row)))

    def act(self, op: Operation) -> Answer:
        known = self.answers.get(op.op_id)
        if known:
            return known
        after = {}
        self.seq += 1
        seq, status = self.seq, "applied"
        try:
            for entity, row_id in touches(op):
                now = self.rows.get((entity, row_id), (0, None))[1]
                after[entity, row_id] = (now, fold.apply(entity, now, op, row_id))
        except fold.Rejected as refused:
            self.answers[op.op_id] = Answer(op.op_id, "rejected", seq, refused.code)
            return self.answers[op.op_id]
        for (entity, row_id), (now, row) in after.items():
            assert row is not None
            if row != now:
                self.rows[entity, row_id] = (seq, row)
                self.sent.append((entity, row_id, seq, to_plain(row)))
            if fold.is_contested(row, op):
                status = "contested"
        self.answers[op.op_id] = Answer(op.op_id, status, seq)
        return self.answers[op.op_id]

    def push(self, waiting: Waiting) -> Answer:
        said = evidence.parse(waiting.core)
        body = checked_body(said["kind"], evidence.reveal(said["body"], waiting.opened))
        actor = Actor(said["actor"], self.level, said["present"], said["grant"])
        return self.act(Operation(said["op_id"], said["kind"], said["entity"], actor, said["at_ms"], body))


@dataclass
class Play:
    """One station and its centre, with a network that loses and repeats between them."""

    counter: Any
    clerk: Any
    centre: Centre
    account: str
    pieces: list[str]
    pickup: str
    cursor: int = 0
    foreign: int = 0

    def own(self, kind: str, entity_id: str, **body: Any) -> None:
        try:
            with self.counter.desk.act(self.clerk, kind_of(kind).action) as act:
                done = act.write(kind, entity_id, **body)
        except RuleViolation:
            return  # A wish that the rows here do not allow.
        for row in done.rows:
            assert any(entry[0] == done.op.op_id for entry in row.history)

    def other(self, kind: str, entity_id: str, **body: Any) -> None:
        self.foreign += 1
        actor = Actor("clerk-9", 6)
        op = Operation(f"{self.account}-foreign-{self.foreign}", kind, entity_id, actor, 5, checked_body(kind, body))
        self.centre.act(op)

    def push(self, count: int, lost: bool, deferred: bool = False) -> None:
        with self.counter.desk.db.read() as connection:
            waiting = journal.waiting(connection, count)
        if deferred:
            answers = [Answer(one.op_id, "deferred", 0, "op.gap") for one in waiting]
        else:
            answers = [self.centre.push(one) for one in waiting]
        if not lost:
            with self.counter.desk.db.write() as connection:
                journal.record(connection, answers, 7)

    def pull(self, since: int) -> None:
        with self.counter.desk.db.write() as connection:
            for entity, row_id, seq, plain in [one for one in self.centre.sent if one[2] > since]:
                assert state.accept_pulled(connection, entity, [(row_id, seq, plain)]) == []

    def read_your_writes(self) -> None:
        """Every own FACT is on its rows, until the centre has said no."""
        with self.counter.desk.db.read() as connection:
            done = connection.exec_driver_sql(
                "SELECT t.entity, t.id, t.op_id, j.kind FROM touched t JOIN journal j ON j.op_id = t.op_id "
                "WHERE j.status <> 'rejected'"
            ).all()
            for entity, row_id, op_id, kind in done:
                if row_id not in (self.account, self.pickup, *self.pieces) or kind == "pickup.declined":
                    continue
                row = state.get(connection, entity, row_id)
                assert row is not None
                assert any(entry[0] == op_id for entry in row.history), (kind, row)

    def quiesce(self) -> None:
        self.push(10_000, lost=False)
        self.pull(0)
        with self.counter.desk.db.read() as connection:
            assert journal.waiting_count(connection) == 0
            for (entity, row_id), (seq, row) in self.centre.rows.items():
                assert state.get(connection, entity, row_id) == row
                found = connection.exec_driver_sql(
                    f"SELECT seq FROM {entity} WHERE id = ?",
                    (row_id,),
                )
                assert found.scalar_one() == seq


SHELVES = st.sampled_from(["A-1", "B-2", "C-3"])
PIECE = st.integers(0, 2)
STEP = st.one_of(
    st.tuples(st.just("move"), PIECE, SHELVES),
    st.tuples(st.just("weigh"), PIECE, st.integers(1, 9)),
    st.tuples(st.just("note"), SHELVES),
    st.tuples(st.just("open"), st.sets(PIECE, min_size=1)),
    st.tuples(st.just("decline")),
    st.tuples(st.just("other_move"), PIECE, SHELVES),
    st.tuples(st.just("other_open"), PIECE),
    st.tuples(st.just("other_note"), SHELVES),
    st.tuples(st.just("push"), st.integers(1, 4), st.booleans()),
    st.tuples(st.just("defer"), st.integers(1, 3)),
    st.tuples(st.just("pull")),
    st.tuples(st.just("old_pull"), st.integers(0, 30)),
)


@pytest.fixture
def play(counter: Any) -> Any:
    clerk = counter.clerk()
    numbers = iter(range(10_000))

    def begin() -> Play:
        tag = f"{next(numbers)}"
        centre = Centre(clerk.level)
        account = Account(f"a{tag}", f"{tag}", "active", "Ann Lee", (FormName("Ann Lee"),))
        centre.keep("account", account)
        pieces = [f"p{tag}-{place}" for place in range(3)]
        for name in pieces[:2]:
            centre.keep("item", MailItem(name, f"M{name}", "received", account.id, tag))
        game = Play(counter, clerk, centre, account.id, pieces, f"k{tag}")
        game.pull(0)
        game.own("item.received", pieces[2], mail_id=f"M{pieces[2]}", account=account.id, mailbox=tag)
        return game

    return begin


def _step(game: Play, step: tuple[Any, ...]) -> None:
    match step:
        case ("move", place, shelf):
            game.own("item.moved", game.pieces[place], shelf=shelf)
        case ("weigh", place, grams):
            game.own("item.weighed", game.pieces[place], weight_g=grams)
        case ("note", text):
            game.own("account.note_set", game.account, note=text)
        case ("open", places):
            items = [game.pieces[place] for place in sorted(places)]
            game.own("pickup.opened", game.pickup, account=game.account, mode="walk_in", items=items)
        case ("decline",):
            game.own("pickup.declined", game.pickup, reason="gone", items=game.pieces)
        case ("other_move", place, shelf):
            game.other("item.moved", game.pieces[place], shelf=shelf)
        case ("other_open", place):
            game.other(
                "pickup.opened",
                f"{game.pickup}-other",
                account=game.account,
                mode="walk_in",
                items=[game.pieces[place]],
            )
        case ("other_note", text):
            game.other("account.note_set", game.account, note=text)
        case ("push", count, lost):
            game.push(count, lost)
        case ("defer", count):
            game.push(count, lost=False, deferred=True)
        case ("pull",):
            game.pull(game.cursor)
            game.cursor = game.centre.seq
        case ("old_pull", back):
            game.pull(game.centre.seq - back)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEP, max_size=25))
def test_p6_p9_own_acts_are_always_seen_and_in_the_end_both_sides_say_the_same(play: Any, steps: Any) -> None:
    game = play()
    for step in steps:
        _step(game, step)
        game.read_your_writes()
    game.quiesce()
    game.quiesce()


def _shelf(counter: Any, row_id: str) -> str:
    with counter.desk.db.read() as connection:
        row = state.item(connection, row_id)
    assert row is not None
    return row.shelf


def test_a_pulled_row_that_covers_an_act_whose_answer_was_lost_applies_it_once(play: Any) -> None:
    game = play()
    game.own("item.moved", game.pieces[0], shelf="B-2")
    game.push(9, lost=True)
    game.pull(0)
    with game.counter.desk.db.read() as connection:
        row = state.item(connection, game.pieces[0])
    assert row is not None
    assert [entry[1] for entry in row.history] == ["item.moved"]
    game.quiesce()


def test_a_later_act_of_another_station_wins_once_it_is_pulled_and_not_before(play: Any) -> None:
    game = play()
    game.own("item.moved", game.pieces[0], shelf="B-2")
    game.push(9, lost=False)
    game.other("item.moved", game.pieces[0], shelf="C-3")
    assert _shelf(game.counter, game.pieces[0]) == "B-2"
    game.pull(0)
    assert _shelf(game.counter, game.pieces[0]) == "C-3"


def test_an_act_that_the_pulled_row_does_not_know_yet_is_laid_over_it(play: Any) -> None:
    game = play()
    game.other("item.moved", game.pieces[0], shelf="C-3")
    game.own("item.moved", game.pieces[0], shelf="B-2")
    game.pull(0)
    assert _shelf(game.counter, game.pieces[0]) == "B-2"
    game.quiesce()
    assert _shelf(game.counter, game.pieces[0]) == "B-2"


@pytest.mark.parametrize("touched", [False, True])
def test_rows_that_are_repeated_or_older_change_nothing(play: Any, touched: bool) -> None:
    from tests.counter_acts import everything

    game = play()
    if touched:
        game.own("item.moved", game.pieces[0], shelf="B-2")
        game.push(9, lost=False)
    game.other("item.moved", game.pieces[0], shelf="C-3")
    game.pull(0)
    before = everything(game.counter.desk)
    game.pull(0)
    assert everything(game.counter.desk) == before
    with game.counter.desk.db.write() as connection:
        for entity, row_id, seq, plain in sorted(game.centre.sent, key=lambda one: -one[2]):
            state.accept_pulled(connection, entity, [(row_id, seq, plain)])
    assert everything(game.counter.desk) == before


def test_an_older_row_of_an_account_does_not_bring_its_old_words_back(counter: Any) -> None:
    from counter_app.store import search

    row = to_plain(Account("a1", "101", "active", "Ann Married"))
    old = to_plain(Account("a1", "101", "active", "Ann Maiden"))
    with counter.desk.db.write() as connection:
        state.accept_pulled(connection, "account", [("a1", 5, row)])
        state.accept_pulled(connection, "account", [("a1", 3, old)])
        assert search.account_ids(connection, "married") == ["a1"]
        assert search.account_ids(connection, "maiden") == []


def test_an_account_that_goes_takes_its_words_along(counter: Any) -> None:
    from counter_app.store import search

    with counter.desk.db.write() as connection:
        for account_id, name in (("a1", "Ann Okafor"), ("a2", "Bo Okaforsson")):
            state.accept_pulled(
                connection, "account", [(account_id, 5, to_plain(Account(account_id, "101", "active", name)))]
            )
        state.lay_over(connection, "account", "a1")  # nothing is under it: neither the centre's row nor an own act
        assert state.account(connection, "a1") is None
        assert connection.exec_driver_sql("SELECT count(*) FROM account_search").scalar() == 1
        assert search.account_ids(connection, "okafor") == ["a2"]
        words = {row[0] for row in connection.exec_driver_sql("SELECT word FROM search_word")}
        assert "ann" not in words
        assert {"okaforsson"} <= words
        # Its number may be given to the next account, which must not be found by another's name.
        state.accept_pulled(connection, "account", [("a3", 6, to_plain(Account("a3", "103", "active", "Cy Ng")))])
        assert search.account_ids(connection, "ann") == []


@pytest.mark.parametrize("touched", [False, True])
@pytest.mark.parametrize(
    "broken",
    [
        {"state": "levitating"},
        {"received_ms": 10**30},
        {"weight_g": True},
        {"weight_g": "12"},
        {"history": [["only one"]]},
        {"id": "another"},
    ],
    ids=str,
)
def test_t21_one_row_that_makes_no_sense_is_left_out_and_the_others_are_kept(
    play: Any, broken: dict[str, Any], touched: bool
) -> None:
    game = play()
    if touched:
        game.own("item.moved", game.pieces[0], shelf="B-2")
    whole = to_plain(MailItem("fine", "MFINE", "received", shelf="F-6"))
    bad = to_plain(MailItem(game.pieces[0], "MBAD", "received", shelf="Q-9")) | broken
    with game.counter.desk.db.write() as connection:
        left_out = state.accept_pulled(connection, "item", [(game.pieces[0], 900, bad), ("fine", 901, whole)])
    assert left_out == [game.pieces[0]]
    assert _shelf(game.counter, "fine") == "F-6"
    assert _shelf(game.counter, game.pieces[0]) == ("B-2" if touched else "")
