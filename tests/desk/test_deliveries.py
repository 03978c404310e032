"""Personal deliveries through the use cases on a real store: six steps, and every bad case (S-17, S-18, 2.9)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import deliveries, pickups, searches, task_work, today
from counter_app.domain.delivery import DeliveryTask, gaps, sealed_code
from counter_app.domain.employee import Actor
from counter_app.errors import StoreError
from counter_app.events import PrintJobChanged, TaskChanged
from counter_app.store import state
from printers.labels import label_from_payload
from tests.conftest import MONDAY_MS
from tests.counter_acts import everything, kinds, one, piece, refusal
from tests.delivering import CODE, JPEG, SEALED, STEPS, asked, from_the_centre, task, work

HOUR, MINUTE = 3_600_000, 60_000
MEG, CAT = Actor("meg", 4), Actor("cat", 3)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    counter.ann = counter.clerk(level=2, clerk_id="ann")
    counter.items = [piece(counter, counter.ann), piece(counter, counter.ann)]
    counter.id = asked(counter, counter.items)
    return counter


def jobs(shop: Any, kind: str = "delivery_label") -> list[dict[str, Any]]:
    import json

    with shop.desk.db.read() as connection:
        rows = connection.exec_driver_sql("SELECT payload FROM print_job WHERE kind = ? ORDER BY position", (kind,))
        return [json.loads(row[0]) for row in rows]


def handed_over(shop: Any) -> Any:
    work(shop, shop.ann, shop.id)
    return deliveries.hand_over(shop.desk, shop.ann, shop.id, ticked=True)


def states(shop: Any) -> list[str]:
    with shop.desk.db.read() as connection:
        return [state.item(connection, item.id).state for item in shop.items]  # type: ignore[union-attr]


def test_s18_the_six_steps_in_their_order_and_then_out(shop: Any) -> None:
    view = handed_over(shop)
    assert (view.task.state, view.task.remarks, view.task.contested) == ("handed_to_driver", (), ())
    assert (view.task.handed_by, view.task.driver, view.task.bags) == ("ann", "Dee", 1)
    assert {item.state for item in view.items} == {"handed_to_driver"}
    assert [kind for kind in kinds(shop.desk) if kind.startswith("task.")] == [
        "task.taken",
        "task.piece_ticked",
        "task.piece_ticked",
        "task.bags_sealed",
        "task.labels_owed",
        "task.driver_arrived",
        "task.driver_photographed",
        "task.code_tried",
        "task.handed_to_driver",
    ]
    assert TaskChanged(shop.id, "personal_delivery", "handed_to_driver") in shop.told


GATES = {
    "gather": "delivery.not_gathered",
    "seal": "delivery.not_sealed",
    "driver": "delivery.no_driver",
    "photo": "delivery.no_photo",
    "code": "delivery.code_not_matched",
}


@pytest.mark.parametrize("missing", STEPS)
def test_s18_nothing_goes_round_an_open_gate(shop: Any, missing: str) -> None:
    done = STEPS[: STEPS.index(missing)]
    if done:
        work(shop, shop.ann, shop.id, until=done[-1])
    task_work.take(shop.desk, shop.ann, shop.id)
    before = everything(shop.desk)
    error = refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True)
    assert (error.code, error.facts["gaps"][0]) == (GATES[missing], GATES[missing])
    assert everything(shop.desk) == before
    steps: dict[str, Any] = {
        "driver": lambda: deliveries.driver_here(shop.desk, shop.ann, shop.id),
        "photo": lambda: deliveries.photograph(shop.desk, shop.ann, shop.id, JPEG),
        "code": lambda: deliveries.try_code(shop.desk, shop.ann, shop.id, CODE),
    }
    for later in STEPS[STEPS.index(missing) + 1 :]:
        if later in steps:
            assert refusal(steps[later]).code == "task.wrong_step"  # no step is done before the one in front of it
    assert everything(shop.desk)["journal"] == before["journal"]


def test_s18_without_the_tick_nothing_leaves(shop: Any) -> None:
    work(shop, shop.ann, shop.id)
    error = refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, False)
    assert (error.code, error.facts["gaps"]) == ("delivery.not_ticked", ("delivery.not_ticked",))
    assert states(shop) == ["in_task", "in_task"]


def test_s18_one_label_for_each_piece_says_which_of_how_many(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="seal", bags=2)
    labels = jobs(shop)
    assert [(one["piece"], one["mail_id"]) for one in labels] == [
        ("1 of 2", shop.items[0].mail_id),
        ("2 of 2", shop.items[1].mail_id),
    ]
    assert (labels[0]["courier"], labels[0]["name"], labels[0]["address"]) == (
        "Uber",
        "Ann Lee",
        "5 Elm Street, Albany",
    )
    assert label_from_payload("delivery_label", labels[0])
    view = deliveries.seal(shop.desk, shop.ann, shop.id, 3)  # counted again
    assert (view.task.bags, len(jobs(shop))) == (3, 2)
    assert any(isinstance(event, PrintJobChanged) for event in shop.told)


def test_s18_a_lost_label_comes_again_without_an_act(shop: Any) -> None:
    assert (
        refusal(deliveries.print_label, shop.desk, shop.ann, shop.id, shop.items[0].id).code == "delivery.no_label_yet"
    )
    work(shop, shop.ann, shop.id, until="seal")
    before = everything(shop.desk)["journal"]
    deliveries.print_label(shop.desk, shop.ann, shop.id, shop.items[1].id)
    assert [label["piece"] for label in jobs(shop)] == ["1 of 2", "2 of 2", "2 of 2"]
    assert everything(shop.desk)["journal"] == before


def test_s18_when_a_piece_drops_out_the_labels_are_owed_again(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    view = deliveries.drop_piece(shop.desk, shop.ann, shop.id, shop.items[0].id)
    assert [label["piece"] for label in jobs(shop)] == ["1 of 2", "2 of 2", "1 of 1"]
    assert (view.task.state, view.task.labelled) == ("photo_taken", (shop.items[1].id,))
    deliveries.try_code(shop.desk, shop.ann, shop.id, CODE)
    deliveries.hand_over(shop.desk, shop.ann, shop.id, True)
    assert states(shop) == ["received", "handed_to_driver"]
    assert refusal(deliveries.drop_piece, shop.desk, shop.ann, shop.id, shop.items[1].id).code == "task.not_open"


def test_s18_the_last_piece_dropped_out_leaves_nothing_to_hand_over(shop: Any) -> None:
    work(shop, shop.ann, shop.id)
    for item in shop.items:
        deliveries.drop_piece(shop.desk, shop.ann, shop.id, item.id)
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "delivery.no_pieces"
    assert deliveries.put_back(shop.desk, shop.ann, shop.id, "other").task.state == "declined"


@pytest.mark.parametrize("bags", [-1, 100, 10**9])
def test_s17_a_count_of_bags_that_cannot_be_right_is_refused(shop: Any, bags: int) -> None:
    work(shop, shop.ann, shop.id, until="gather")
    error = refusal(deliveries.seal, shop.desk, shop.ann, shop.id, bags)
    assert (error.code, error.facts["limit"]) == ("delivery.bags_wrong", 99)
    assert jobs(shop) == []


# ------------------------------------------------------------ the driver's photo


def test_s18_the_photo_is_kept_encrypted_as_a_drivers_and_goes_the_way_of_all_photos(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    name = task(shop, shop.id).photo
    assert shop.desk.blobs.open_plain(name) == JPEG
    assert b"a driver" not in (shop.desk.blobs.folder / name).read_bytes()
    assert one(shop.desk, "SELECT kind FROM photo WHERE sha256 = ?", name) == "driver"
    act = one(shop.desk, "SELECT j.kind FROM photo_act a JOIN journal j ON j.op_id = a.op_id WHERE a.sha256 = ?", name)
    assert act == "task.driver_photographed"
    deliveries.photograph(shop.desk, shop.ann, shop.id, JPEG + b", sharper")
    assert task(shop, shop.id).photo != name


@pytest.mark.parametrize("photo", [b"", b"GIF89a", b"not a picture"])
def test_s18_no_picture_is_no_photo(shop: Any, photo: bytes) -> None:
    work(shop, shop.ann, shop.id, until="driver")
    assert refusal(deliveries.photograph, shop.desk, shop.ann, shop.id, photo).code == "delivery.photo_empty"


def test_s18_a_disk_without_room_for_photos_stops_the_hand_over_and_says_so(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="driver")
    shop.desk.photos_kept = False
    with pytest.raises(StoreError, match="photo_not_saved"):
        deliveries.photograph(shop.desk, shop.ann, shop.id, JPEG)
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "delivery.no_photo"


def test_s18_a_driver_who_refuses_the_photo_gets_nothing_and_the_next_one_begins_anew(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="driver")
    view = deliveries.driver_gone(shop.desk, shop.ann, shop.id, "refused_photo")
    assert (view.task.state, view.task.gone, view.task.driver) == ("labelled", "refused_photo", "")
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "delivery.no_driver"
    deliveries.driver_here(shop.desk, shop.ann, shop.id, "Sam", "roadie")
    deliveries.photograph(shop.desk, shop.ann, shop.id, JPEG)
    deliveries.try_code(shop.desk, shop.ann, shop.id, CODE)
    assert deliveries.hand_over(shop.desk, shop.ann, shop.id, True).task.driver == "Sam"


def test_s18_another_driver_needs_his_own_photo_and_code(shop: Any) -> None:
    work(shop, shop.ann, shop.id)
    deliveries.driver_gone(shop.desk, shop.ann, shop.id, "left")
    deliveries.driver_here(shop.desk, shop.ann, shop.id, "Sam")
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "delivery.no_photo"
    deliveries.photograph(shop.desk, shop.ann, shop.id, JPEG)
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "delivery.code_not_matched"
    assert refusal(deliveries.driver_gone, shop.desk, shop.ann, shop.id, "bored").code == "delivery.why_missing"
    assert len(jobs(shop)) == 2  # the labels are on the pieces


def test_s18_an_unknown_courier_is_refused_and_the_stores_own_is_known(make_counter: Any) -> None:
    counter = make_counter("two", {"couriers": {"bike": "Albany Bikes"}})
    counter.account("a1", "101", "Ann Lee")
    ann = counter.clerk(level=2, clerk_id="ann")
    task_id = asked(counter, [piece(counter, ann)])
    work(counter, ann, task_id, until="seal")
    assert refusal(deliveries.driver_here, counter.desk, ann, task_id, "Dee", "taxi").code == "delivery.courier_unknown"
    assert deliveries.driver_here(counter.desk, ann, task_id, "Dee", "bike").task.courier == "bike"


def test_s18_looking_at_the_photo_later_needs_a_manager_and_a_reason_and_is_written_down(shop: Any) -> None:
    assert refusal(deliveries.look_at_driver, shop.desk, MEG, shop.id, "police").code == "delivery.no_photo"
    work(shop, shop.ann, shop.id, until="photo")
    assert refusal(deliveries.look_at_driver, shop.desk, shop.ann, shop.id, "curious").code == "rights.level_too_low"
    assert refusal(deliveries.look_at_driver, shop.desk, MEG, shop.id, " ").code == "delivery.reason_missing"
    assert "task.driver_photo_viewed" not in kinds(shop.desk)
    assert deliveries.look_at_driver(shop.desk, MEG, shop.id, "Police asks") == task(shop, shop.id).photo
    assert task(shop, shop.id).history[-1][1::2] == ("task.driver_photo_viewed", "meg")


# ------------------------------------------------------------ the code


@pytest.mark.parametrize("typed", [CODE, "7k4m21", " 7 K 4 M 2 1 "])
def test_s18_spaces_and_case_do_not_matter(shop: Any, typed: str) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    assert deliveries.try_code(shop.desk, shop.ann, shop.id, typed).task.state == "code_matched"


def test_s18_three_wrong_codes_and_only_support_goes_on(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    for n in (1, 2, 3):
        assert deliveries.try_code(shop.desk, shop.ann, shop.id, f"wrong{n}").task.tries == n
    for typed in (CODE, "wrong"):
        assert refusal(deliveries.try_code, shop.desk, shop.ann, shop.id, typed).code == "delivery.code_locked"
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "delivery.code_locked"
    # Another driver does not help, nor does another clerk, nor one below a manager.
    deliveries.driver_gone(shop.desk, shop.ann, shop.id, "wrong_code")
    deliveries.driver_here(shop.desk, shop.ann, shop.id)
    deliveries.photograph(shop.desk, shop.ann, shop.id, JPEG)
    assert refusal(deliveries.try_code, shop.desk, shop.ann, shop.id, CODE).code == "delivery.code_locked"
    assert refusal(deliveries.release_code, shop.desk, CAT, shop.id, "support").code == "rights.level_too_low"
    assert refusal(deliveries.release_code, shop.desk, MEG, shop.id, " ").code == "delivery.reason_missing"
    assert deliveries.release_code(shop.desk, MEG, shop.id, "Support: the driver misread it").task.tries == 0
    assert refusal(deliveries.release_code, shop.desk, MEG, shop.id, "again").code == "delivery.not_locked"
    assert deliveries.try_code(shop.desk, shop.ann, shop.id, CODE).task.state == "code_matched"


def test_s18_a_new_code_of_the_platform_gives_three_more_tries(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    for n in range(3):
        deliveries.try_code(shop.desk, shop.ann, shop.id, f"wrong{n}")
    from_the_centre(shop, shop.id, "task.code_sent", **sealed_code("999", "bb"))
    assert deliveries.try_code(shop.desk, shop.ann, shop.id, CODE).task.tries == 1
    assert deliveries.try_code(shop.desk, shop.ann, shop.id, "9 9 9").task.state == "code_matched"


def test_s18_nothing_typed_and_no_code_sent_cost_no_try(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    for nothing in ("", "  ", "-"):
        assert refusal(deliveries.try_code, shop.desk, shop.ann, shop.id, nothing).code == "delivery.code_missing"
    assert task(shop, shop.id).tries == 0
    other = asked(shop, [piece(shop, shop.ann)], code_salt="", code_check="")
    work(shop, shop.ann, other, until="photo")
    assert refusal(deliveries.try_code, shop.desk, shop.ann, other, CODE).code == "delivery.code_not_sent"


def test_s18_neither_rows_nor_journal_show_a_code(shop: Any) -> None:
    handed_over(shop)
    deliveries.take_back(shop.desk, shop.ann, shop.items[0].mail_id)
    kept = repr(everything(shop.desk)) + one(shop.desk, "SELECT data FROM task WHERE id = ?", shop.id)
    assert "7K4M" not in kept.upper()
    assert "7K4M 21" not in kept


# ------------------------------------------------------------ no driver, back on the shelf


def test_s17_no_show_puts_the_pieces_back_on_the_shelf(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="seal")
    view = deliveries.put_back(shop.desk, shop.ann, shop.id)
    assert (view.task.state, view.task.reason, view.task.gone) == ("declined", "no_show", "no_show")
    assert states(shop) == ["received", "received"]
    assert task_work.open_at_counter(shop.desk, shop.ann, "shred", "a1", [shop.items[0].id]).task.items
    assert refusal(deliveries.put_back, shop.desk, shop.ann, shop.id).code == "task.not_open"


def test_s17_today_says_so_thirty_minutes_before_closing(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="seal")

    def step() -> Any:
        return next(one for one in today.next_steps(shop.desk) if one.kind == "delivery")

    assert not step().facts["no_show"]
    assert step().due_ms == MONDAY_MS + 8 * HOUR  # closes at 18:00
    shop.clock.advance(7 * HOUR + 30 * MINUTE)
    assert step().facts["no_show"]
    assert deliveries.listing(shop.desk, shop.ann, "prepare")[0].no_show


def test_s17_put_back_needs_a_reason_of_the_list_and_something_gathered(shop: Any) -> None:
    assert refusal(deliveries.put_back, shop.desk, shop.ann, shop.id).code == "task.wrong_step"
    work(shop, shop.ann, shop.id, until="gather")
    assert refusal(deliveries.put_back, shop.desk, shop.ann, shop.id, "because").code == "delivery.why_missing"


@pytest.mark.parametrize(("minute", "late"), [(15 * 60 + 59, False), (17 * 60, False), (17 * 60 + 1, True)])
def test_s17_t8_a_late_request_is_flagged_when_it_arrives(shop: Any, minute: int, late: bool) -> None:
    other = asked(shop, [piece(shop, shop.ann)], at_ms=MONDAY_MS - 10 * HOUR + minute * MINUTE)
    line = next(one for one in deliveries.listing(shop.desk, shop.ann, "prepare") if one.task.id == other)
    assert line.late_request is late
    step = next(one for one in today.next_steps(shop.desk) if one.kind == "delivery" and one.id == other)
    assert step.facts["late_request"] is late


def test_s17_a_scheduled_delivery_stands_under_its_day(shop: Any) -> None:
    start = MONDAY_MS + 48 * HOUR
    later = asked(shop, [piece(shop, shop.ann)], window_from_ms=start, window_to_ms=start + 2 * HOUR)
    assert [one.task.id for one in deliveries.listing(shop.desk, shop.ann, "prepare")] == [shop.id]
    line = deliveries.listing(shop.desk, shop.ann, "scheduled")[0]
    assert (line.task.id, line.day, line.due_ms, line.late_request) == (later, "2026-11-04", start + 2 * HOUR, False)
    assert deliveries.counts(shop.desk, shop.ann) == {"prepare": 1, "scheduled": 1, "in_progress": 0, "returned": 0}
    assert deliveries.place(shop.desk, shop.ann, later) == ("scheduled", 0)
    assert deliveries.place(shop.desk, shop.ann, "nobody") == ("", -1)
    shop.clock.advance(48 * HOUR)
    assert deliveries.place(shop.desk, shop.ann, later)[0] == "prepare"


@pytest.mark.parametrize("until", ["gather", "seal", "code"])
def test_s17_pieces_cannot_be_pulled_into_another_task(shop: Any, until: str) -> None:
    work(shop, shop.ann, shop.id, until=until)
    error = refusal(task_work.open_at_counter, shop.desk, shop.ann, "shred", "a1", [shop.items[0].id])
    assert (error.code, error.facts["kind"]) == ("item.in_other_task", "personal_delivery")
    error = refusal(pickups.open_walk_in, shop.desk, shop.ann, "a1", [shop.items[0].id])
    assert error.code == "item.in_other_task"


def test_s17_a_foreign_piece_stops_the_gathering(shop: Any) -> None:
    foreign = piece(shop, shop.ann, account="b1", name="Bob Stone")
    assert refusal(task_work.tick, shop.desk, shop.ann, shop.id, foreign.mail_id).code == "pickup.foreign_piece"


# ------------------------------------------------------------ on its way, delivered, back


def test_s18_it_is_in_progress_until_the_platform_says_delivered(shop: Any) -> None:
    handed_over(shop)
    assert [one.task.id for one in deliveries.listing(shop.desk, shop.ann, "in_progress")] == [shop.id]
    items = [item.id for item in shop.items]
    from_the_centre(shop, shop.id, "task.delivered", items=items, delivered_ms=MONDAY_MS + HOUR)
    assert (task(shop, shop.id).state, task(shop, shop.id).delivered_ms) == ("delivered", MONDAY_MS + HOUR)
    assert states(shop) == ["delivered", "delivered"]
    assert deliveries.counts(shop.desk, shop.ann)["in_progress"] == 0


def test_s18_delivered_by_hand_needs_customer_service_and_a_reason(shop: Any) -> None:
    assert refusal(deliveries.note_delivered, shop.desk, CAT, shop.id, "called").code == "task.wrong_step"
    handed_over(shop)
    assert refusal(deliveries.note_delivered, shop.desk, shop.ann, shop.id, "called").code == "rights.level_too_low"
    assert refusal(deliveries.note_delivered, shop.desk, CAT, shop.id, "").code == "delivery.reason_missing"
    view = deliveries.note_delivered(shop.desk, CAT, shop.id, "The customer called")
    assert (view.task.state, view.task.reason, states(shop)) == ("delivered", "The customer called", ["delivered"] * 2)


def test_s18_a_return_comes_back_to_the_shelf_piece_by_piece(shop: Any) -> None:
    stranger = piece(shop, shop.ann)
    assert refusal(deliveries.take_back, shop.desk, shop.ann, shop.items[0].mail_id).code == "delivery.not_out"
    assert deliveries.of_piece(shop.desk, shop.ann, shop.items[0].mail_id) == (shop.id, False)
    handed_over(shop)
    take_back = deliveries.take_back
    assert refusal(take_back, shop.desk, shop.ann, "M00000").code == "item.unknown"
    assert refusal(take_back, shop.desk, shop.ann, stranger.mail_id).code == "delivery.not_out"
    assert refusal(deliveries.not_returned, shop.desk, shop.ann, shop.id).code == "delivery.nothing_returned"
    assert deliveries.of_piece(shop.desk, shop.ann, shop.items[0].mail_id) == (shop.id, True)
    assert deliveries.of_piece(shop.desk, shop.ann, stranger.mail_id) == ("", False)
    view = take_back(shop.desk, shop.ann, shop.items[0].mail_id)
    assert (view.task.state, states(shop)) == ("handed_to_driver", ["received", "handed_to_driver"])
    assert refusal(take_back, shop.desk, shop.ann, shop.items[0].mail_id).code == "delivery.not_out"
    view = take_back(shop.desk, shop.ann, shop.items[1].mail_id)
    assert (view.task.state, view.task.outcome, states(shop)) == ("returned", "returned", ["received", "received"])
    assert [one.task.id for one in deliveries.listing(shop.desk, shop.ann, "returned")] == [shop.id]
    assert task_work.open_at_counter(shop.desk, shop.ann, "shred", "a1", [shop.items[0].id]).task.items


def test_s18_what_a_driver_did_not_bring_back_is_searched_for(shop: Any) -> None:
    handed_over(shop)
    deliveries.take_back(shop.desk, shop.ann, shop.items[0].mail_id)
    wrong = refusal(deliveries.not_returned, shop.desk, shop.ann, shop.id, [shop.items[0].id])
    assert wrong.code == "delivery.not_out"
    view = deliveries.not_returned(shop.desk, shop.ann, shop.id)
    assert (view.task.state, view.task.not_returned) == ("returned", (shop.items[1].id,))
    assert [one.item.id for one in searches.listing(shop.desk, shop.ann)] == [shop.items[1].id]
    assert searches.seen(shop.desk, shop.ann, shop.items[1].mail_id)
    assert searches.listing(shop.desk, shop.ann) == ()


def test_s18_a_hand_over_is_not_done_twice_nor_undone(shop: Any) -> None:
    handed_over(shop)
    for work_ in (deliveries.put_back, deliveries.driver_here):
        assert refusal(work_, shop.desk, shop.ann, shop.id).code == "task.not_open"
    assert refusal(deliveries.hand_over, shop.desk, shop.ann, shop.id, True).code == "task.not_open"
    assert refusal(deliveries.release_code, shop.desk, MEG, shop.id, "x").code == "delivery.not_locked"


def test_s18_another_clerks_delivery_is_taken_over_with_a_reason(shop: Any) -> None:
    work(shop, shop.ann, shop.id, until="photo")
    ben = Actor("ben", 2)
    assert refusal(deliveries.try_code, shop.desk, ben, shop.id, CODE).code == "task.locked"
    task_work.take(shop.desk, ben, shop.id, "Ann is at lunch")
    assert deliveries.try_code(shop.desk, ben, shop.id, CODE).task.state == "code_matched"


def test_a_task_of_another_kind_is_no_delivery(shop: Any) -> None:
    other = task_work.open_at_counter(shop.desk, shop.ann, "shred", "a1", [piece(shop, shop.ann).id]).task.id
    for use_case, more in (
        (deliveries.seal, (1,)),
        (deliveries.try_code, (CODE,)),
        (deliveries.hand_over, (True,)),
        (deliveries.photograph, (JPEG,)),
        (deliveries.release_code, ("x",)),
    ):
        assert refusal(use_case, shop.desk, MEG, other, *more).code == "delivery.other_kind"


def test_s17_a_delivery_written_down_at_the_counter_waits_for_its_code(shop: Any) -> None:
    item = piece(shop, shop.ann)
    # A clerk cannot make up a code that he then knows.
    terms = {"courier": "roadie", "address": "1 Main Street", "tries": 7, "matched_ms": 1, **SEALED}
    view = task_work.open_at_counter(shop.desk, shop.ann, "personal_delivery", "a1", [item.id], terms=terms)
    assert isinstance(view.task, DeliveryTask)
    assert (view.task.courier, view.task.tries, view.task.matched_ms) == ("roadie", 0, 0)
    assert view.task.code_check == ""
    assert "delivery.code_not_matched" in gaps(view.task)


@pytest.mark.parametrize("chosen", ["", "all; --"])
def test_an_unknown_list_is_a_mistake_of_the_program(shop: Any, chosen: str) -> None:
    with pytest.raises(ValueError, match="no such list"):
        deliveries.listing(shop.desk, shop.ann, chosen)
