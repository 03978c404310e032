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
    custody,
    customers,
    cutoff,
    deliveries,
    depositing,
    drops,
    export,
    fetching,
    inbox,
    looking_up,
    money,
    parcels,
    pickups,
    rates,
    receiving,
    register,
    returns,
    scanning,
    searches,
    shelves,
    ship,
    ship_label,
    shredding,
    sign_in,
    stocktakes,
    supplies,
    task_work,
    tasks,
    to_be_checked,
    today,
)
from counter_app.desk.depositing import CheckEntry
from counter_app.desk.receiving import Arrival
from counter_app.domain.aamva import IdCard
from counter_app.domain.address_shape import Address
from counter_app.domain.employee import Actor, Level
from counter_app.domain.mrz import TravelDocument
from counter_app.domain.pickup import Written
from counter_app.domain.task_scan import ScanPage
from counter_app.errors import RuleViolation
from tests.counter_acts import PNG, everything, piece, refusal

ROOMS: tuple[ModuleType, ...] = (
    answers,
    custody,
    consolidating,
    customers,
    deliveries,
    cutoff,
    drops,
    depositing,
    export,
    fetching,
    inbox,
    looking_up,
    money,
    parcels,
    pickups,
    rates,
    receiving,
    register,
    searches,
    shelves,
    returns,
    scanning,
    shredding,
    ship,
    ship_label,
    sign_in,
    supplies,
    task_work,
    tasks,
    stocktakes,
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
    "receiving.put": 1,
    "receiving.senders": 1,
    "drops.open_drop": 1,
    "drops.open_drops": 1,
    "drops.square": 1,
    "cutoff.explain": 1,
    "returns.choices": 1,
    "returns.listing": 1,
    "returns.find": 1,
    "returns.mail_received": 1,
    "returns.take_in": 1,
    "returns.mark": 1,
    "returns.unmark": 1,
    "returns.print_endorsement": 1,
    "returns.manifest": 1,
    "returns.begin": 1,
    "returns.scan_onto": 1,
    "returns.take_off": 1,
    "returns.hand_over": 1,
    "receiving.take_back": 1,
    "receiving.print_again": 1,
    "receiving.print_shelf_slip": 1,
    "receiving.reassign": 4,
    "pickups.open_walk_in": 2,
    "pickups.start": 2,
    "pickups.add_pieces": 2,
    "pickups.leave_pieces": 2,
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
    "pickups.authorise": 2,
    "pickups.check_document": 2,
    "pickups.refuse_to_sign": 2,
    "pickups.take": 2,
    "pickups.let_go": 2,
    "pickups.plan": 2,
    "pickups.appoint": 2,
    "pickups.fetch_piece": 2,
    "pickups.charge_owed": 2,
    "pickups.give_up_owed": 3,
    "pickups.mark_picked_up": 3,
    "pickups.decline_other": 2,
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
    "money.day_end": 4,
    "money.print_day_end": 4,
    "money.storage_preview": 1,
    "money.charge_storage": 2,
    "money.note_storage": 3,
    "money.charge_postage_due": 2,
    "money.print_receipt": 2,
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
    "deliveries.seal": 2,
    "deliveries.drop_piece": 2,
    "deliveries.print_label": 2,
    "deliveries.driver_here": 2,
    "deliveries.driver_gone": 2,
    "deliveries.photograph": 2,
    "deliveries.try_code": 2,
    "deliveries.release_code": 4,
    "deliveries.hand_over": 2,
    "deliveries.put_back": 2,
    "deliveries.take_back": 2,
    "deliveries.of_piece": 1,
    "deliveries.not_returned": 2,
    "deliveries.note_delivered": 3,
    "deliveries.look_at_driver": 4,
    "supplies.poly_bags": 1,
    "supplies.count_bags": 2,
    "supplies.restock_bags": 2,
    "supplies.set_bag_level": 4,
    "scanning.open_envelope": 2,
    "scanning.save": 2,
    "scanning.note": 2,
    "scanning.complete": 2,
    "scanning.report_incident": 2,
    "shredding.count_pages": 2,
    "shredding.put_on_pile": 2,
    "shredding.pile": 1,
    "shredding.on_pile": 1,
    "shredding.look": 1,
    "shredding.rescue": 4,
    "shredding.shred": 2,
    "shredding.discard": 2,
    "depositing.set_bank": 2,
    "depositing.set_check": 2,
    "depositing.remove_check": 2,
    "depositing.no_check": 2,
    "depositing.prepare": 2,
    "depositing.print_slip": 2,
    "depositing.pack": 2,
    "depositing.price": 2,
    "depositing.label": 2,
    "depositing.waiting": 1,
    "depositing.hand_over": 2,
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
    "shelves.store_map": 1,
    "shelves.place": 1,
    "shelves.lying": 1,
    "shelves.recognise": 1,
    "shelves.put": 1,
    "shelves.set_up": 4,
    "shelves.close": 4,
    "shelves.reopen": 4,
    "shelves.print_label": 1,
    "shelves.print_fetch_list": 1,
    "stocktakes.open_counts": 1,
    "stocktakes.count_of": 1,
    "stocktakes.begin": 1,
    "stocktakes.scan": 1,
    "stocktakes.move_here": 1,
    "stocktakes.move_all_here": 1,
    "stocktakes.end": 1,
    "stocktakes.drop": 1,
    "searches.listing": 1,
    "searches.search_of": 1,
    "searches.report": 1,
    "searches.look": 1,
    "searches.found": 1,
    "searches.seen": 1,
    "searches.declare_lost": 4,
    "custody.story": 1,
    "custody.view_photo": 1,
    "fetching.to_fetch": 1,
    "fetching.again": 1,
    "fetching.piece_of": 1,
    "fetching.tick": 2,
    "fetching.missing": 2,
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
    "pickups.counts",
    "pickups.declinable_from",
    "pickups.listing",
    "pickups.other_task",
    "pickups.owed",
    "pickups.place",
    "receiving.check_name",
    "shelves.fetch_list",
    "register.state",
    "sign_in.actor_of",
    "sign_in.clerks",
    "sign_in.learn",
    "sign_in.sign_in",
    "today.due_ms",
    # Within an act or a read of the modules of the single kinds.
    "deliveries.label_of",
    "supplies.stock_of",
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
    "shredding.pile_code",
    "depositing.stale",
    "depositing.slip_of",
    "sign_in.sign_in_online",
    "sign_in.switch",
    "today.day",
    "today.next_steps",
    "cutoff.look",
}


def _use_cases() -> dict[str, Callable[..., Any]]:
    found = {}
    for room in ROOMS:
        for name, work in inspect.getmembers(room, inspect.isfunction):
            # The Pickups room is a table of contents: its use cases stand in the files beside it, by subject.
            listed = name in getattr(room, "__all__", ())
            if (work.__module__ == room.__name__ or listed) and not name.startswith("_"):
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
        "receiving.put": (item.mail_id, "B-2"),
        "receiving.senders": ("a1",),
        "drops.open_drop": ("usps", 40),
        "drops.open_drops": (),
        "drops.square": ("nobody",),
        "cutoff.explain": ("late truck",),
        "returns.choices": (item.id,),
        "returns.listing": (),
        "returns.find": (item.mail_id,),
        "returns.mail_received": (Arrival("a1", "Ann Lee", photo=PHOTO),),
        "returns.take_in": (Arrival(name="Zoe Quill", photo=PHOTO), "unknown"),
        "returns.mark": (item.id, "refused", PHOTO),
        "returns.unmark": (item.id,),
        "returns.print_endorsement": (item.id,),
        "returns.manifest": (),
        "returns.begin": ("usps",),
        "returns.scan_onto": ("nobody", item.mail_id),
        "returns.take_off": ("nobody", item.id),
        "returns.hand_over": ("nobody",),
        "receiving.take_back": (item.id,),
        "receiving.print_again": (item.id,),
        "receiving.print_shelf_slip": (item.id,),
        "receiving.reassign": (item.id, "b1", "Bob Stone", "misread"),
        "pickups.open_walk_in": ("a1", [item.id]),
        "pickups.start": (kept,),
        "pickups.add_pieces": (kept, [item.id]),
        "pickups.leave_pieces": (kept, [shop.waiting.id]),
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
        "pickups.authorise": (kept, Written("Boris Stranger", "101", "2026-11-05", PNG)),
        "pickups.check_document": (kept, TravelDocument("passport", "UTO", "LEE", "ANN", None, False)),
        "pickups.refuse_to_sign": (kept,),
        "pickups.take": (kept, "shift change"),
        "pickups.let_go": (kept,),
        "pickups.plan": ("a1", [item.id]),
        "pickups.appoint": (kept, 0),
        "pickups.fetch_piece": (kept, item.mail_id),
        "pickups.charge_owed": (kept,),
        "pickups.give_up_owed": (kept, "no"),
        "pickups.mark_picked_up": ("a1", [item.id], "has it"),
        "pickups.decline_other": (kept, "no"),
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
        "money.day_end": (),
        "money.print_day_end": (),
        "money.storage_preview": (),
        "money.charge_storage": ("a1",),
        "money.note_storage": (item.id,),
        "money.charge_postage_due": (item.id, 120),
        "money.print_receipt": (shop.task,),
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
        "deliveries.seal": (shop.delivery, 1),
        "deliveries.drop_piece": (shop.delivery, shop.driven.id),
        "deliveries.print_label": (shop.delivery, shop.driven.id),
        "deliveries.driver_here": (shop.delivery,),
        "deliveries.driver_gone": (shop.delivery, "left"),
        "deliveries.photograph": (shop.delivery, PHOTO),
        "deliveries.try_code": (shop.delivery, "4821"),
        "deliveries.release_code": (shop.delivery, "support"),
        "deliveries.hand_over": (shop.delivery, True),
        "deliveries.put_back": (shop.delivery,),
        "deliveries.take_back": (shop.driven.mail_id,),
        "deliveries.of_piece": (shop.driven.mail_id,),
        "deliveries.not_returned": (shop.delivery,),
        "deliveries.note_delivered": (shop.delivery, "called"),
        "deliveries.look_at_driver": (shop.delivery, "police"),
        "supplies.poly_bags": (),
        "supplies.count_bags": (40,),
        "supplies.restock_bags": (40,),
        "supplies.set_bag_level": (10,),
        "scanning.open_envelope": (shop.task,),
        "scanning.save": (shop.task, [ScanPage("a" * 64)]),
        "scanning.note": (shop.task, "unreadable"),
        "scanning.complete": (shop.task, "a" * 64, 5, True),
        "scanning.report_incident": (item.mail_id, "damaged", "Torn", PHOTO),
        "shredding.count_pages": (shop.task, shop.shredded.id, 3),
        "shredding.put_on_pile": (shop.task,),
        "shredding.pile": (),
        "shredding.on_pile": (shop.shredded.mail_id,),
        "shredding.look": (shop.task,),
        "shredding.rescue": (shop.task, "A-1", "Customer asked"),
        "shredding.shred": ([shop.task], 1),
        "shredding.discard": (shop.task,),
        "depositing.set_bank": (shop.task, "Chase", "1 Main St, Austin, TX 78701", "1234"),
        "depositing.set_check": (shop.task, CheckEntry(item.id, "Chase", "1", 100, "2026-01-05", "Ann Lee")),
        "depositing.remove_check": (shop.task, 1),
        "depositing.no_check": (shop.task, item.id),
        "depositing.prepare": (shop.task,),
        "depositing.print_slip": (shop.task,),
        "depositing.pack": (shop.task, "letter", 40),
        "depositing.price": (shop.task, "usps_priority", 900),
        "depositing.label": (shop.task, "9405503699300483071923"),
        "depositing.waiting": (),
        "depositing.hand_over": ("9405503699300483071923",),
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
        "shelves.store_map": (),
        "shelves.place": ("B-2",),
        "shelves.lying": ("B-2",),
        "shelves.recognise": ("B-2",),
        "shelves.put": (item.id, "B-2"),
        "shelves.set_up": ("B-2", "Back"),
        "shelves.close": ("B-2",),
        "shelves.reopen": ("B-2",),
        "shelves.print_label": ("B-2",),
        "shelves.print_fetch_list": ("Ship 12", [item.id]),
        "stocktakes.open_counts": (),
        "stocktakes.count_of": ("B-2",),
        "stocktakes.begin": ("B-2",),
        "stocktakes.scan": ("B-2", item.mail_id),
        "stocktakes.move_here": ("B-2", item.id),
        "stocktakes.move_all_here": ("B-2",),
        "stocktakes.end": ("B-2",),
        "stocktakes.drop": ("B-2",),
        "searches.listing": (),
        "searches.search_of": (item.id,),
        "searches.report": (item.id,),
        "searches.look": (item.id, "boxes"),
        "searches.found": (item.id,),
        "searches.seen": (item.mail_id,),
        "searches.declare_lost": (item.id, "a flood"),
        "custody.story": (item.id,),
        "custody.view_photo": (item.id,),
        "fetching.to_fetch": (),
        "fetching.again": ("pickup", kept),
        "fetching.piece_of": (item.mail_id,),
        "fetching.tick": ("task-1", item.mail_id),
        "fetching.missing": ("ship", "task-1", item.id),
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
    counter.driven = piece(counter, clerk)
    made = task_work.open_at_counter(counter.desk, clerk, "personal_delivery", "a1", [counter.driven.id])
    counter.delivery = made.task.id
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
