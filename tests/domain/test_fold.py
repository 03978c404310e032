"""The fold: pure, idempotent, equal everywhere; nothing that happened in the shop is lost (P8 to P10)."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from counter_app.domain import fold, pickup, rows
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.fold import Rejected
from counter_app.domain.intake import Intake
from counter_app.domain.mail_item import FLAGS, MAIL_TYPES, SEARCH_STEPS, ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState
from counter_app.domain.manifest import Manifest
from counter_app.domain.operations import KINDS, MalformedOperationError, Nature, Operation, touches
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.pickup import ID_TYPES, Pickup, PickupState
from counter_app.domain.returns import REASONS
from counter_app.domain.rows import Row, to_plain
from counter_app.domain.shelf import SHELF_KINDS
from counter_app.domain.supply import Supply
from counter_app.domain.task import TaskKind, TaskState
from counter_app.domain.tasks import TASKS
from tests.domain.worlds import NAMES, World, fold_in, op, received, registered, through_json

# ------------------------------------------------------------ what no input may break

WORDS = st.sampled_from(["", "a1", "a2", "i1", "i2", "p1", "2026-03-02", "active", "Zoë", "\U0001f4e6"])
CHOICE: dict[str, st.SearchStrategy[Any]] = {
    "mail_type": st.sampled_from(MAIL_TYPES),
    "id_type": st.sampled_from(ID_TYPES),
    "mode": st.sampled_from(["scheduled", "walk_in"]),
    "verdict": st.sampled_from(["exact", "likely", "no", ""]),
    "result": st.sampled_from(["paid", "declined", "unknown"]),
    "task_kind": st.sampled_from([one.value for one in TaskKind]),
    "shelf_kind": st.sampled_from(SHELF_KINDS),
    "step": st.sampled_from(SEARCH_STEPS),
    "terms": st.sampled_from(["", "{}", "[]", "{"]),
    "lines": st.sampled_from(["", "[]", "{}", '[{"key": "pages", "unit_cents": 225}]', '[{"key": 5}]']),
    "flags": st.lists(st.sampled_from(FLAGS), max_size=2),
    "return_reason": st.sampled_from(REASONS),
    "outcome": st.sampled_from(["return", "hold"]),
    "restricted_delivery": st.sampled_from(["", "yes", "no"]),
    "pages:list": st.lists(st.sampled_from([f"{'a' * 64}:90:50:1:1:0", "b"]), max_size=2),
    "since": st.sampled_from(["", "2026-03-02"]),
    "id_expires_on": st.sampled_from(["", "2026-03-02"]),
    "received_on": st.sampled_from(["", "2026-03-02"]),
    "until": st.sampled_from(["", "2026-03-02"]),
    "state": st.sampled_from([state.value for state in AccountState]) | WORDS,
}
BY_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(0, 3) | st.integers(0, 2**53),
    "list": st.lists(st.sampled_from(["i1", "i2", "i3"]), max_size=3),
    "json": st.sampled_from(["", "[]", NAMES, '[{"name":"Carl"}]']) | st.text(max_size=10),
    "str": WORDS,
}
ACTORS = st.builds(Actor, st.sampled_from(["anna", "ben"]), st.integers(0, 6)) | st.just(PLATFORM)


def body_of(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    fields = KINDS[kind].fields
    chosen = {key: CHOICE.get(f"{key}:{typ}", CHOICE.get(key, BY_TYPE[typ])) for key, typ in fields.items()}
    chosen |= {key: st.sampled_from(values) for key, values in KINDS[kind].choices.items()}
    return st.fixed_dictionaries(chosen)


@st.composite
def any_operation(draw: st.DrawFn, kinds: Iterable[str] = tuple(KINDS)) -> Operation:
    kind = draw(st.sampled_from(list(kinds)))
    entity_id = draw(
        st.sampled_from({"pickup": ["p1", "p2"], "item": ["i1", "i2", "i3"]}.get(kind.partition(".")[0], ["x"]))
    )
    return op(kind, entity_id, draw(ACTORS), **draw(body_of(kind)))


LISTS = st.lists(st.sampled_from(["i1", "i2"]), max_size=2, unique=True).map(tuple)
any_row = st.one_of(
    st.none(),
    st.builds(Intake, id=st.just("x"), state=st.sampled_from(["open", "squared"]), pieces=st.integers(0, 3)),
    st.builds(Manifest, id=st.just("x"), state=st.sampled_from(["open", "handed_over"]), entries=LISTS),
    st.builds(
        MailItem,
        id=st.just("i1"),
        mail_id=st.sampled_from(["", "M1"]),
        state=st.sampled_from([one.value for one in ItemState]),
        account_id=st.sampled_from(["", "a1"]),
        task_id=st.sampled_from(["", "p1", "p2"]),
        state_before_task=st.sampled_from(["", "received", "scanned", "unassigned"]),
        apart=st.sampled_from(["", "hold", "return"]),
        notice=st.sampled_from(["", "hold", "return"]),
    ),
    st.builds(
        Pickup,
        id=st.just("p1"),
        account_id=st.just("a1"),
        mailbox=st.just("12"),
        state=st.sampled_from([one.value for one in PickupState]),
        items=LISTS,
        scanned=LISTS,
        missing=LISTS,
        attempt=st.integers(0, 3),
        payment=st.sampled_from(["", "asked", "paid", "declined", "unknown", "nothing_due"]),
    ),
    st.builds(
        Account,
        id=st.just("a1"),
        mailbox=st.just("12"),
        state=st.sampled_from([one.value for one in AccountState]),
        holder=st.just("Ada"),
    ),
    st.builds(Employee, id=st.just("e1"), name=st.just("Eve"), email=st.just(""), level=st.integers(0, 6)),
    st.builds(
        lambda kind, **fields: TASKS[kind](kind=kind, **fields),
        id=st.just("t1"),
        kind=st.sampled_from([one.value for one in TaskKind]),
        account_id=st.just("a1"),
        mailbox=st.just("12"),
        state=st.sampled_from([one.value for one in TaskState]),
        items=LISTS,
        ticked=LISTS,
        missing=LISTS,
        locked_by=st.sampled_from(["", "c1", "c2"]),
        attempt=st.integers(0, 3),
    ),
    st.builds(Supply, id=st.just("poly_bag"), on_hand=st.integers(0, 9)),
)


@settings(max_examples=400, deadline=None)
@given(any_operation(), any_row, st.sampled_from([*rows.ENTITIES, "session"]))
def test_any_operation_on_any_row_gives_a_row_or_one_of_two_refusals(
    act: Operation, row: Row | None, entity: str
) -> None:
    before = None if row is None else to_plain(row)
    try:
        after = fold.apply(entity, row, act, row_id="i1")
    except MalformedOperationError:
        return
    except Rejected:
        refused = KINDS[act.kind].nature
        assert refused is Nature.INTENT
        return
    assert (None if row is None else to_plain(row)) == before
    assert after is not None
    assert after.history[-1][0] == act.op_id
    assert fold.apply(entity, after, act, row_id="i1") is after
    if KINDS[act.kind].nature is Nature.INTENT:
        assert not fold.is_contested(after, act)


def test_sessions_have_no_row_and_strangers_no_step() -> None:
    assert touches(op("session.signed_in", "c1")) == ()
    with pytest.raises(MalformedOperationError, match="no_step"):
        fold.apply("item", None, op("session.signed_in", "c1"))
    for entity, row in [("item", registered()), ("pickup", MailItem("i", "M", "received"))]:
        with pytest.raises(MalformedOperationError, match="wrong_row"):
            fold.apply(entity, row, op({"item": "item.moved", "pickup": "pickup.signed"}[entity], "x"))


# ------------------------------------------------------------ any sequence of acts

GUIDE: dict[str, list[str]] = {
    "scheduled": ["pickup.started", "pickup.declined"],
    "ready": ["pickup.started", "pickup.declined"],
    "in_progress": ["pickup.id_checked", "pickup.signed", "pickup.charge_asked", "pickup.charge_put_off"],
    "charging": ["pickup.charged"],
    "payment_declined": ["pickup.tried_again", "pickup.declined"],
    "paid": ["pickup.handed_over", "pickup.signature_refused"],
    "pay_later": ["pickup.handed_over", "pickup.charged"],
    "handed_over": ["pickup.charged", "pickup.handed_over", "pickup.owed_retried", "pickup.owed_given_up"],
    "declined": ["pickup.pieces_added"],
}


class Shop(RuleBasedStateMachine):
    """Two pickups, three pieces, every act in any order from anybody, and the usual course of work now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.world: World = {}
        self.acts: list[Operation] = []

    def take(self, act: Operation) -> None:
        before = {key: to_plain(row) for key, row in self.world.items()}
        rejected = False
        try:
            after = fold_in(self.world, act)
        except MalformedOperationError:
            after = self.world
        except Rejected:
            after, rejected = self.world, True
        else:
            assert fold_in(after, act) == after, "the same act twice is not the same as once"
            for key in touches(act):
                assert sum(entry[0] == act.op_id for entry in after[key].history) == 1
                assert after[key].id == key[1]
                for old in getattr(self.world.get(key), "history", ()):
                    assert old in after[key].history
                if fold.is_contested(after[key], act) and key in self.world:
                    assert getattr(after[key], "state", "") == getattr(self.world[key], "state", "")
        assert {key: to_plain(row) for key, row in self.world.items()} == before, "the fold changed its input"
        assert not rejected or KINDS[act.kind].nature is Nature.INTENT, "a FACT was dropped"
        self.world = after
        self.acts.append(act)

    @rule(act=any_operation([name for name in KINDS if name.startswith(("item.", "pickup."))]))
    def anybody_does_anything(self, act: Operation) -> None:
        self.take(act)

    @rule(one=st.sampled_from(["i1", "i2", "i3"]))
    def receive(self, one: str) -> None:
        self.take(received(one)[0])

    @rule(one=st.sampled_from(["p1", "p2"]), data=st.data(), scheduled=st.booleans())
    def next_step(self, one: str, data: st.DataObject, scheduled: bool) -> None:
        row = self.world.get(("pickup", one))
        if not isinstance(row, Pickup):
            kind = "pickup.requested" if scheduled else "pickup.opened"
            self.take(op(kind, one, items=data.draw(LISTS)))
            return
        kind = data.draw(st.sampled_from(GUIDE[row.state]))
        body: dict[str, Any] = data.draw(body_of(kind))
        if "items" in body:
            body["items"] = row.items
        if "attempt" in body and kind == "pickup.charged":
            body["attempt"] = row.attempt
        self.take(op(kind, one, **body))

    @rule(data=st.data())
    def something_arrives_again(self, data: st.DataObject) -> None:
        if self.acts:
            act = data.draw(st.sampled_from(self.acts))
            before = self.world
            known = all(any(e[0] == act.op_id for e in before[k].history) for k in touches(act) if k in before)
            if known and all(key in before for key in touches(act)):
                self.take(act)
                self.acts.pop()
                assert self.world == before

    @invariant()
    def a_piece_is_in_at_most_one_open_task(self) -> None:
        for row in self.world.values():
            if isinstance(row, MailItem):
                assert (row.state == "in_task") <= bool(row.task_id)
                tasks = [
                    one.id
                    for one in self.world.values()
                    if isinstance(one, Pickup)
                    and PickupState(one.state) in pickup.OPEN
                    and row.id in one.items
                    and row.task_id == one.id
                ]
                assert len(tasks) <= 1

    @invariant()
    def nothing_is_picked_up_without_a_pickup_in_which_it_lies(self) -> None:
        for row in self.world.values():
            if isinstance(row, MailItem) and row.state == "picked_up":
                lies_in = self.world["pickup", row.task_id]
                assert isinstance(lies_in, Pickup)
                assert row.id in lies_in.items or lies_in.contested

    @invariant()
    def unknown_never_shows_as_paid(self) -> None:
        for row in self.world.values():
            if isinstance(row, Pickup):
                assert not (row.state == "paid" and row.payment not in {"paid", "nothing_due"})

    @invariant()
    def station_and_centre_agree_and_json_changes_nothing(self) -> None:
        assert through_json(self.world) == self.world

    def teardown(self) -> None:
        centre: World = {}
        for act in self.acts:
            try:
                centre = fold_in(through_json(centre), act)
            except (Rejected, MalformedOperationError):
                continue
        assert centre == self.world, "P9: the same acts in the same order gave two worlds"


TestShop = Shop.TestCase
TestShop.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
