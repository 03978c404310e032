"""Six levels by every use case: who may not is refused before anything is written, and nobody acts without a name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from counter_app.desk import (
    answers,
    consolidating,
    customers,
    export,
    inbox,
    looking_up,
    parcels,
    pickups,
    rates,
    receiving,
    register,
    ship,
    ship_label,
    sign_in,
    task_work,
    tasks,
    to_be_checked,
    today,
)
from counter_app.desk.receiving import Arrival
from counter_app.domain.aamva import IdCard
from counter_app.domain.address_shape import Address
from counter_app.domain.employee import Actor, Level
from counter_app.errors import RuleViolation
from tests.counter_acts import PNG, everything, piece, refusal

ROOMS: tuple[ModuleType, ...] = (
    answers,
    consolidating,
    customers,
    export,
    inbox,
    looking_up,
    parcels,
    pickups,
    rates,
    receiving,
    register,
    ship,
    ship_label,
    sign_in,
    task_work,
    tasks,
    to_be_checked,
    today,
)
PHOTO = b"\xff\xd8\xff photo"
LEAST = {
    # Written from the table of the trade (2.22), not from the program's.
    "receiving.receive": 1,
    "receiving.receive_unassigned": 1,
    "receiving.assign": 1,
    "to_be_checked.receive": 1,
    "to_be_checked.look": 1,
    "to_be_checked.confirm": 1,
    "register.pause": 1,
    "register.go_on": 1,
    "receiving.move": 1,
    "receiving.take_back": 1,
    "receiving.print_again": 1,
    "receiving.print_shelf_slip": 1,
    "receiving.reassign": 4,
    "pickups.open_walk_in": 2,
    "pickups.start": 2,
    "pickups.add_pieces": 2,
    "pickups.check_id": 2,
    "pickups.check_card": 2,
    "pickups.scan_piece": 2,
    "pickups.piece_missing": 2,
    "pickups.charge": 2,
    "pickups.charge_later": 2,
    "pickups.try_again": 2,
    "pickups.sign": 2,
    "pickups.hand_over": 2,
    "pickups.put_back": 2,
    "pickups.decline": 2,
    "customers.find": 1,
    "looking_up.look_up": 1,
    "customers.by_mailbox": 1,
    "customers.card": 1,
    "customers.set_note": 3,
    "answers.answer": 1,
    "answers.about_account": 1,
    "inbox.resolve": 2,
    "inbox.answer_doubtful": 1,
    "inbox.retry_job": 1,
    "answers.about_mailbox": 1,
    "answers.about_piece": 1,
    "customers.count": 1,
    "customers.listing": 1,
    "customers.place": 1,
    "customers.search_listing": 1,
    "inbox.test_label": 1,
    "pickups.begin": 2,
    "receiving.destination": 1,
    "receiving.latest": 1,
    "receiving.piece": 1,
    "receiving.recognise": 1,
    "receiving.unassigned": 1,
    "tasks.todo": 1,
    "tasks.counts": 1,
    "tasks.opened": 1,
    "tasks.of_piece": 1,
    "task_work.view": 1,
    "task_work.open_at_counter": 2,
    "task_work.take": 2,
    "task_work.let_go": 2,
    "task_work.tick": 2,
    "task_work.missing": 2,
    "task_work.set_extra": 2,
    "task_work.remove_extra": 2,
    "task_work.charge": 2,
    "task_work.ask_customer": 2,
    "task_work.try_again": 2,
    "task_work.decline": 2,
    "ship.address": 2,
    "ship.pack": 2,
    "ship.set_options": 2,
    "ship.offers": 1,
    "ship.price": 2,
    "ship_label.make": 2,
    "ship_label.print_again": 1,
    "ship_label.print_slip": 1,
    "ship_label.void": 2,
    "ship_label.want_label": 2,
    "parcels.lists": 1,
    "parcels.begin": 2,
    "parcels.scan": 2,
    "parcels.take_off": 2,
    "parcels.hand_over": 2,
    "consolidating.lying": 1,
    "consolidating.bind": 2,
    "consolidating.undo": 4,
    "rates.import_table": 5,
    "rates.tables": 1,
    "sign_in.set_pin": 1,
    "sign_in.sign_out": 1,
    "export.count": 4,
    "export.save": 4,
}
WITHOUT_ACTOR = {
    # They ask nobody: screens before a clerk is known, or things that only look.
    "customers.seen_by",
    "looking_up.why_found",
    "inbox.entries",
    "inbox.print_queue",
    "pickups.find_waiting",
    "pickups.pickable",
    "pickups.visit",
    "receiving.check_name",
    "register.state",
    "sign_in.actor_of",
    "sign_in.clerks",
    "sign_in.learn",
    "sign_in.sign_in",
    "today.due_ms",
    # Within an act or a read of the modules of the single kinds.
    "tasks.due_of",
    "ship.parcel",
    "rates.of_today",
    "tasks.counted",
    "tasks.first",
    "task_work.working",
    "task_work.done",
    "task_work.view_of",
    "task_work.task_of",
    "task_work.open_task",
    "task_work.account_of",
    "task_work.refuse_if_elsewhere",
    "sign_in.sign_in_online",
    "sign_in.switch",
    "today.day",
    "today.next_steps",
}


def _use_cases() -> dict[str, Callable[..., Any]]:
    found = {}
    for room in ROOMS:
        for name, work in inspect.getmembers(room, inspect.isfunction):
            if work.__module__ == room.__name__ and not name.startswith("_"):
                found[f"{room.__name__.rpartition('.')[2]}.{name}"] = work
    return found


LEAST = {name: least for name, least in LEAST.items() if name in _use_cases()}


def test_no_use_case_is_missing_in_the_matrix() -> None:
    found = _use_cases()
    asked = {name for name, work in found.items() if "actor" in inspect.signature(work).parameters}
    assert asked - WITHOUT_ACTOR <= set(LEAST)
    assert set(found) - asked <= WITHOUT_ACTOR


def test_every_use_case_takes_the_desk_and_then_who_does_it() -> None:
    for name in LEAST:
        parameters = inspect.signature(_use_cases()[name]).parameters
        assert list(parameters)[:2] == ["desk", "actor"], name
        assert parameters["actor"].default is inspect.Parameter.empty, name


def _arguments(shop: Any) -> dict[str, tuple[Any, ...]]:
    """Arguments with which a clerk of the right level gets through to the rule of the use case."""
    item, kept = shop.item, shop.kept
    card = IdCard(
        **{
            name: {"family_name": "LEE", "given_names": "ANN", "expires_on": date(2030, 1, 1)}.get(name, "")
            for name, one in inspect.signature(IdCard).parameters.items()
            if name in ("family_name", "given_names", "expires_on") or one.default is inspect.Parameter.empty
        }
    )
    return {
        "receiving.receive": (Arrival("a1", "Ann Lee", photo=PHOTO),),
        "receiving.receive_unassigned": (Arrival(name="Ann Lee", photo=PHOTO),),
        "receiving.assign": (item.id, "a1", "Ann Lee"),
        "to_be_checked.receive": (Arrival(name="Ann Lee", photo=PHOTO),),
        "to_be_checked.look": (item.id,),
        "to_be_checked.confirm": (item.id,),
        "register.pause": (),
        "register.go_on": (),
        "receiving.move": (item.id, "B-2"),
        "receiving.take_back": (item.id,),
        "receiving.print_again": (item.id,),
        "receiving.print_shelf_slip": (item.id,),
        "receiving.reassign": (item.id, "b1", "Bob Stone", "misread"),
        "pickups.open_walk_in": ("a1", [item.id]),
        "pickups.start": (kept,),
        "pickups.add_pieces": (kept, [item.id]),
        "pickups.check_id": (kept, "Ann Lee", "passport"),
        "pickups.check_card": (kept, card),
        "pickups.scan_piece": (kept, item.mail_id),
        "pickups.piece_missing": (kept, shop.waiting.id),
        "pickups.charge": (kept,),
        "pickups.charge_later": (kept,),
        "pickups.try_again": (kept,),
        "pickups.sign": (kept, PNG),
        "pickups.hand_over": (kept,),
        "pickups.put_back": (kept,),
        "pickups.decline": (kept, "no"),
        "customers.find": ("ann",),
        "looking_up.look_up": ("ann",),
        "customers.by_mailbox": ("101",),
        "customers.card": ("a1",),
        "customers.set_note": ("a1", "Rings twice"),
        "answers.answer": ("101",),
        "answers.about_account": ("101", shop.ann),
        "inbox.resolve": ("nobody",),
        "inbox.answer_doubtful": ("nobody", True),
        "inbox.retry_job": ("nobody",),
        "answers.about_mailbox": ("a1",),
        "answers.about_piece": (shop.item.id,),
        "customers.count": ("all",),
        "customers.listing": ("all", 0, 10),
        "customers.place": ("all", "a1"),
        "customers.search_listing": ("ann", "all"),
        "inbox.test_label": ("label",),
        "pickups.begin": ("a1",),
        "receiving.destination": ("a1",),
        "receiving.latest": (),
        "receiving.piece": (item.id,),
        "receiving.recognise": ("101",),
        "receiving.unassigned": (),
        "tasks.todo": ("next",),
        "tasks.counts": (),
        "tasks.opened": ("next", shop.task),
        "tasks.of_piece": (item.mail_id,),
        "task_work.view": (shop.task,),
        "task_work.open_at_counter": ("shred", "a1", [item.id]),
        "task_work.take": (shop.task,),
        "task_work.let_go": (shop.task,),
        "task_work.tick": (shop.task, shop.shredded.mail_id),
        "task_work.missing": (shop.task, shop.shredded.id),
        "task_work.set_extra": (shop.task, "labour", "Labour", 100),
        "task_work.remove_extra": (shop.task, "labour"),
        "task_work.charge": (shop.task,),
        "task_work.ask_customer": (shop.task,),
        "task_work.try_again": (shop.task,),
        "task_work.decline": (shop.task, "not_possible"),
        "ship.address": (shop.task, Address()),
        "ship.pack": (shop.task, ship.Packed(900)),
        "ship.set_options": (shop.task, ship.Options()),
        "ship.offers": (shop.task,),
        "ship.price": (shop.task, ship.Price("ups", "Ground")),
        "ship_label.make": (shop.task, "1Z999AA10123456784"),
        "ship_label.print_again": (shop.task,),
        "ship_label.print_slip": (shop.task,),
        "ship_label.void": (shop.task, "wrong"),
        "ship_label.want_label": (shop.task,),
        "parcels.lists": (),
        "parcels.begin": ("ups",),
        "parcels.scan": ("m1", "1Z999AA10123456784"),
        "parcels.take_off": ("m1", shop.task),
        "parcels.hand_over": ("m1",),
        "consolidating.lying": (),
        "consolidating.bind": (shop.task, consolidating.Bundle(900)),
        "consolidating.undo": (shop.task, "wrong"),
        "rates.import_table": (b"carrier",),
        "rates.tables": (),
        "sign_in.set_pin": ("135724",),
        "sign_in.sign_out": (),
        "export.count": ("customers",),
        "export.save": ("on_shelf", shop.folder / "shelf.csv"),
    }


@pytest.fixture
def shop(counter: Any, tmp_path: Path) -> Any:
    counter.folder = tmp_path
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    clerk = counter.clerk()
    counter.item, counter.waiting = piece(counter, clerk), piece(counter, clerk)
    counter.kept = pickups.open_walk_in(counter.desk, clerk, "a1", [counter.waiting.id]).pickup.id
    counter.shredded = piece(counter, clerk)
    counter.task = task_work.open_at_counter(counter.desk, clerk, "shred", "a1", [counter.shredded.id]).task.id
    task_work.let_go(counter.desk, clerk, counter.task)
    counter.ann = customers.by_mailbox(counter.desk, clerk, "101")[0]
    return counter


@pytest.mark.parametrize("name", LEAST)
def test_t4_who_may_not_is_refused_before_anything_is_written(shop: Any, name: str) -> None:
    arguments = _arguments(shop)[name]
    before, told = everything(shop.desk), list(shop.told)
    files = sorted(shop.desk.blobs.folder.iterdir())
    for level in range(LEAST[name]):
        # Level 0 is somebody without any; the others are true clerks of a lower level.
        actor = Actor("clerk-low", level)
        if name == "sign_in.set_pin":
            continue  # Needs a sign-in and no level: a clerk without one has no actor on this station.
        error = refusal(_use_cases()[name], shop.desk, actor, *arguments)
        assert (error.code, error.facts["least_level"]) == ("rights.level_too_low", LEAST[name])
        assert everything(shop.desk) == before
        assert shop.told == told
        assert sorted(shop.desk.blobs.folder.iterdir()) == files


def _assert_not_for_his_level(name: str, work: Callable[..., Any], *arguments: Any) -> None:
    try:
        work(*arguments)
    except RuleViolation as error:
        if error.code.startswith("rights."):
            raise AssertionError(f"{name} was refused to {arguments[1]}") from error
        raise


@pytest.mark.parametrize("level", list(Level), ids=lambda one: one.name.lower())
def test_t4_who_may_is_not_refused_for_his_level(shop: Any, level: Level) -> None:
    for name, arguments in _arguments(shop).items():
        if LEAST.get(name, 9) > level:
            continue
        with suppress(RuleViolation):
            _assert_not_for_his_level(name, _use_cases()[name], shop.desk, Actor("clerk-1", level), *arguments)


@pytest.mark.parametrize("name", LEAST)
def test_t4_nobody_acts_without_a_name(shop: Any, name: str) -> None:
    before = everything(shop.desk)
    work = _use_cases()[name]
    with pytest.raises(TypeError):
        work(shop.desk)
    with pytest.raises((TypeError, AttributeError)):
        work(shop.desk, None, *_arguments(shop)[name])
    assert everything(shop.desk) == before


def test_the_platforms_own_acts_are_nobodys(shop: Any) -> None:
    from counter_app.domain import permissions

    before = everything(shop.desk)
    for action in (*permissions.PLATFORM_ONLY, "made.up", ""):

        def act(action: str = action) -> None:
            with shop.desk.act(Actor("clerk-1", 6), action) as one:
                one.write("account.state_set", "a1", state="active")

        assert refusal(act).code in ("rights.platform_only", "rights.unknown_action")
    assert everything(shop.desk) == before


def test_an_act_of_the_platform_is_not_smuggled_in_under_another_right(shop: Any) -> None:
    before = everything(shop.desk)

    def act() -> None:
        with shop.desk.act(Actor("clerk-1", 6), "item.insert") as one:
            one.write("account.state_set", "a1", state="inactive")

    assert refusal(act).code == "rights.platform_only"
    assert everything(shop.desk) == before
