"""The label of a parcel and the carrier's list: bought once, printed again, voided in time, handed over (2.6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from counter_app.desk import parcels, ship_label, task_work
from counter_app.domain.task import TaskState
from counter_app.store import state
from printers.labels import label_from_payload
from printers.media import HALF, SHIPPING
from printers.zpl import render
from tests.counter_acts import everything, kinds, one, refusal
from tests.desk.parcel_acts import TRACKING, asked_to_ship, labelled, opened, packed, paid, priced
from tests.desk.test_tasks import task

DAY = 86_400_000


@pytest.fixture
def shop(counter: Any) -> Any:
    return opened(counter)


def jobs(shop: Any, kind: str) -> list[str]:
    with shop.desk.db.read() as connection:
        rows = connection.exec_driver_sql("SELECT payload FROM print_job WHERE kind = ? ORDER BY rowid", (kind,))
        return [row[0] for row in rows]


def test_a_label_is_made_once_the_parcel_is_paid(shop: Any) -> None:
    unpaid = asked_to_ship(shop)
    packed(shop, unpaid)
    priced(shop, unpaid)
    assert refusal(ship_label.make, shop.desk, shop.ann, unpaid, TRACKING["ups"]).code == "task.wrong_step"
    task_id = labelled(shop)
    made = task(shop, task_id)
    assert (made.state, made.tracking, made.ships_on) == ("label_printed", TRACKING["ups"], "2026-11-02")
    assert len(jobs(shop, "shipping_label")) == 1


def test_printing_again_buys_nothing_and_is_no_act(shop: Any) -> None:
    task_id = labelled(shop)
    before, label = everything(shop.desk)["journal"], task(shop, task_id).label_id
    for _ in range(3):
        ship_label.print_again(shop.desk, shop.ann, task_id)
    papers = jobs(shop, "shipping_label")
    assert everything(shop.desk)["journal"] == before
    assert (len(papers), len(set(papers)), task(shop, task_id).label_id) == (4, 1, label)


def test_a_store_with_a_4_x_6_printer_of_its_own_gets_its_labels_there(shop: Any) -> None:
    shop.desk.shipping_printer = "shipping"
    task_id = labelled(shop)
    ship_label.print_again(shop.desk, shop.ann, task_id)
    ship_label.print_slip(shop.desk, shop.ann, task_id)
    with shop.desk.db.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, printer FROM print_job WHERE item_id = ''").all()
    assert sorted(tuple(row) for row in rows) == [
        ("parcel_list", "receipt"),
        ("shipping_label", "shipping"),
        ("shipping_label", "shipping"),
    ]


def test_there_is_nothing_to_print_again_before_the_label_and_for_a_label_that_is_not_ours(shop: Any) -> None:
    task_id = paid(shop)
    assert refusal(ship_label.print_again, shop.desk, shop.ann, task_id).code == "ship.no_label"
    from counter_app.desk import ship

    own = asked_to_ship(shop)
    packed(shop, own)
    ship.price(shop.desk, shop.ann, own, ship.Price("ups", "", "customer"))
    task_work.charge(shop.desk, shop.ann, own)  # nothing due: paid at once
    ship_label.make(shop.desk, shop.ann, own, "1Z12345E0291980794")
    assert refusal(ship_label.print_again, shop.desk, shop.ann, own).code == "ship.label_not_ours"
    assert jobs(shop, "shipping_label") == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "ship.tracking_missing"),
        (" - ", "ship.tracking_missing"),
        ("12", "ship.tracking_wrong"),
        ("A" * 40, "ship.tracking_wrong"),
        ("9400111899223197428497", "ship.tracking_other_carrier"),
        ("1Z999AA10123456785", "ship.tracking_check"),
    ],
)
def test_a_tracking_number_that_cannot_be_right_is_refused(shop: Any, number: str, code: str) -> None:
    task_id = paid(shop)
    assert refusal(ship_label.make, shop.desk, shop.ann, task_id, number).code == code
    assert task(shop, task_id).state == "paid"


def test_one_tracking_number_is_on_one_parcel(shop: Any) -> None:
    first = labelled(shop)
    second = paid(shop)
    error = refusal(ship_label.make, shop.desk, shop.ann, second, TRACKING["ups"])
    assert (error.code, error.facts["task_id"]) == ("ship.tracking_used", first)


@pytest.mark.parametrize("day", ["2026-11-01", "tomorrow", "2026-13-01"])
def test_a_parcel_does_not_ship_yesterday(shop: Any, day: str) -> None:
    task_id = paid(shop)
    assert refusal(ship_label.make, shop.desk, shop.ann, task_id, TRACKING["ups"], day).code == "ship.date_wrong"


@pytest.mark.parametrize(
    ("carrier", "days", "code"),
    [
        ("usps", 28, ""),
        ("usps", 29, "ship.void_too_late"),
        ("ups", 30, ""),
        ("ups", 31, "ship.void_too_late"),
        ("fedex", 0, ""),
        ("fedex", 1, "ship.void_too_late"),
        ("dhl", 0, "ship.void_never"),
    ],
)
def test_a_label_is_taken_back_within_the_carriers_days(shop: Any, carrier: str, days: int, code: str) -> None:
    task_id = labelled(shop, carrier, "JD014600006281230701" if carrier == "dhl" else "")
    label = task(shop, task_id).label_id
    shop.clock.advance(days * DAY)
    if code:
        assert refusal(ship_label.void, shop.desk, shop.ann, task_id, "Wrong box").code == code
        assert task(shop, task_id).state == "label_printed"
        return
    gone = ship_label.void(shop.desk, shop.ann, task_id, "Wrong box")
    assert (gone.view.task.state, gone.view.task.voided, gone.money) == ("voided", (label,), "ship.void_store")
    assert gone.view.task.payment == "paid"  # a void is no refund


def test_after_a_void_the_parcel_is_still_paid_and_gets_another_label_or_is_declined(shop: Any) -> None:
    task_id = labelled(shop)
    assert refusal(ship_label.void, shop.desk, shop.ann, task_id, " ").code == "task.reason_missing"
    ship_label.void(shop.desk, shop.ann, task_id, "Wrong box")
    assert refusal(ship_label.void, shop.desk, shop.ann, task_id, "Again").code == "task.wrong_step"
    ship_label.want_label(shop.desk, shop.ann, task_id)
    ship_label.make(shop.desk, shop.ann, task_id, "1Z12345E0291980794")
    assert len(jobs(shop, "shipping_label")) == 2
    assert kinds(shop.desk).count("task.charge_asked") == 1
    ship_label.void(shop.desk, shop.ann, task_id, "Changed mind")
    view = task_work.decline(shop.desk, shop.ann, task_id, "customer_wish", "Keeps it")
    assert (view.task.state, [item.state for item in view.items]) == ("declined", ["received"])


def test_a_stamp_needs_no_number_and_no_paper(shop: Any) -> None:
    from counter_app.desk import ship
    from tests.desk.test_tasks import charged

    letter = asked_to_ship(shop, mail_type="letter")
    packed(shop, letter, ship.Packed(28, packaging="envelope", contents="none"))
    ship.price(shop.desk, shop.ann, letter, ship.Price("usps", "Letter", "stamp", 78))
    task_work.charge(shop.desk, shop.ann, letter)
    charged(shop, letter, "paid")
    assert ship_label.make(shop.desk, shop.ann, letter).task.state == "label_printed"
    assert jobs(shop, "shipping_label") == []


def test_the_label_has_its_code_and_is_not_drawn_on_smaller_stock(shop: Any) -> None:
    import json

    from counter_app.errors import DeviceError

    labelled(shop)
    label = label_from_payload("shipping_label", json.loads(jobs(shop, "shipping_label")[0]))
    drawn = render(label, SHIPPING)
    assert b"1Z999AA10123456784" in drawn
    assert b"^BCN" in drawn
    with pytest.raises(DeviceError) as caught:
        render(label, HALF)
    assert (caught.value.code, caught.value.facts["loaded"]) == ("printer.wrong_stock", "4 x 2")


def test_a_packing_slip_says_what_is_in_and_no_price(shop: Any) -> None:
    task_id = labelled(shop, pieces=2)
    ship_label.print_slip(shop.desk, shop.ann, task_id)
    paper = jobs(shop, "parcel_list")[0]
    assert "2 in this parcel" in paper
    assert "10.00" not in paper


# ------------------------------------------------------------ the carrier's list


def item_states(shop: Any, task_id: str) -> set[str]:
    with shop.desk.db.read() as connection:
        row = state.task(connection, task_id)
        assert row is not None
        return {state.item(connection, item).state for item in row.items}  # type: ignore[union-attr]


def test_what_is_scanned_is_shipped_and_what_is_not_stays(shop: Any) -> None:
    gone, stays = labelled(shop, pieces=2), labelled(shop, number="1Z12345E0291980794")
    shown = parcels.lists(shop.desk, shop.ann)
    assert [(one.carrier, len(one.waiting), one.scanned) for one in shown] == [("ups", 2, 0)]
    manifest = parcels.begin(shop.desk, shop.ann, "ups")
    assert parcels.begin(shop.desk, shop.ann, "ups").id == manifest.id
    assert refusal(parcels.hand_over, shop.desk, shop.ann, manifest.id).code == "parcels.nothing_scanned"
    parcels.scan(shop.desk, shop.ann, manifest.id, "1Z 999 AA1 01 2345 6784")
    after = parcels.hand_over(shop.desk, shop.ann, manifest.id, "Dana")
    assert (after.state, after.entries) == ("handed_over", (gone,))
    assert (task(shop, gone).state, task(shop, gone).manifest, item_states(shop, gone)) == (
        "handed_to_carrier",
        manifest.id,
        {"shipped"},
    )
    assert (task(shop, stays).state, item_states(shop, stays)) == ("label_printed", {"in_task"})
    assert len(jobs(shop, "parcel_list")) == 1
    assert refusal(parcels.hand_over, shop.desk, shop.ann, manifest.id).code == "parcels.closed"
    assert refusal(parcels.scan, shop.desk, shop.ann, manifest.id, TRACKING["ups"]).code == "parcels.closed"
    assert refusal(ship_label.void, shop.desk, shop.ann, gone, "Late").code == "task.wrong_step"


def test_a_parcel_that_is_not_on_the_list_of_this_carrier_is_refused(shop: Any) -> None:
    labelled(shop)
    post = labelled(shop, "usps")
    bare = paid(shop)
    manifest = parcels.begin(shop.desk, shop.ann, "ups")
    error = refusal(parcels.scan, shop.desk, shop.ann, manifest.id, TRACKING["usps"])
    assert (error.code, error.facts["carrier"]) == ("parcels.other_carrier", "usps")
    with shop.desk.db.read() as connection:
        inside = state.item(connection, task(shop, bare).items[0])
    assert inside is not None
    assert refusal(parcels.scan, shop.desk, shop.ann, manifest.id, inside.mail_id).code == "parcels.no_label"
    assert refusal(parcels.scan, shop.desk, shop.ann, manifest.id, "nothing").code == "parcels.unknown"
    assert refusal(parcels.begin, shop.desk, shop.ann, "fedex").code == "parcels.none_waiting"
    assert task(shop, post).state == "label_printed"


def test_a_parcel_is_scanned_by_a_piece_inside_it_too_once_and_can_be_taken_off(shop: Any) -> None:
    task_id = labelled(shop)
    with shop.desk.db.read() as connection:
        inside = state.item(connection, task(shop, task_id).items[0])
    manifest = parcels.begin(shop.desk, shop.ann, "ups")
    for _ in range(2):
        scanned = parcels.scan(shop.desk, shop.ann, manifest.id, inside.mail_id)  # type: ignore[union-attr]
    assert scanned.entries == (task_id,)
    assert kinds(shop.desk).count("manifest.parcel_scanned") == 1
    assert parcels.take_off(shop.desk, shop.ann, manifest.id, task_id).entries == ()


def test_a_label_that_was_taken_back_after_the_scan_stops_the_hand_over(shop: Any) -> None:
    task_id = labelled(shop)
    manifest = parcels.begin(shop.desk, shop.ann, "ups")
    parcels.scan(shop.desk, shop.ann, manifest.id, TRACKING["ups"])
    ship_label.void(shop.desk, shop.ann, task_id, "Wrong box")
    assert refusal(parcels.hand_over, shop.desk, shop.ann, manifest.id).code == "parcels.label_gone"
    parcels.take_off(shop.desk, shop.ann, manifest.id, task_id)
    assert refusal(parcels.hand_over, shop.desk, shop.ann, manifest.id).code == "parcels.nothing_scanned"


def test_a_piece_that_was_missing_when_the_parcel_was_packed_is_free_again(shop: Any) -> None:
    from tests.desk.parcel_acts import asked_to_ship as ask
    from tests.desk.test_tasks import charged

    task_id = ask(shop, pieces=2)
    lost = task(shop, task_id).items[1]
    task_work.missing(shop.desk, shop.ann, task_id, lost)
    packed(shop, task_id)
    priced(shop, task_id)
    task_work.charge(shop.desk, shop.ann, task_id)
    charged(shop, task_id, "paid")
    ship_label.make(shop.desk, shop.ann, task_id, TRACKING["ups"])
    manifest = parcels.begin(shop.desk, shop.ann, "ups")
    parcels.scan(shop.desk, shop.ann, manifest.id, TRACKING["ups"])
    parcels.hand_over(shop.desk, shop.ann, manifest.id)
    assert one(shop.desk, "SELECT state FROM item WHERE id = ?", lost) == "received"
    assert one(shop.desk, "SELECT task_id FROM item WHERE id = ?", lost) == ""


ACTS = {
    "pack": (lambda s, t: packed(s, t), {"gathered", "weighed", "priced"}),
    "price": (lambda s, t: priced(s, t), {"weighed", "priced"}),
    "ask": (lambda s, t: task_work.ask_customer(s.desk, s.ann, t), {"priced"}),
    "charge": (lambda s, t: task_work.charge(s.desk, s.ann, t), {"priced"}),
    "label": (lambda s, t: ship_label.make(s.desk, s.ann, t, "1Z12345E0291980794"), {"paid"}),
    "again": (lambda s, t: ship_label.print_again(s.desk, s.ann, t), {"label_printed"}),
    "void": (lambda s, t: ship_label.void(s.desk, s.ann, t, "x"), {"label_printed"}),
    "want": (lambda s, t: ship_label.want_label(s.desk, s.ann, t), {"voided"}),
    "decline": (
        lambda s, t: task_work.decline(s.desk, s.ann, t, "not_possible"),
        {"requested", "gathered", "weighed", "priced", "awaiting_customer", "payment_declined", "voided"},
    ),
}


@pytest.mark.parametrize("now", [one.value for one in TaskState])
def test_every_act_of_shipping_in_every_state(shop: Any, now: str) -> None:
    """All pairs through the use cases: an act either belongs to the state, or it changes nothing."""
    from counter_app.domain.rows import to_plain

    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    base = replace(task(shop, task_id), carrier="ups", service="Ground", source="store", retail_cents=1_000)
    seq = 2_000
    for name, (act, may) in ACTS.items():
        row = replace(base, state=now, postage_cents=1_000, label_ms=shop.clock.wall, tracking="T", label_id="l")
        with shop.desk.db.write() as connection:
            connection.exec_driver_sql(
                "UPDATE journal SET status = 'applied', seq = ? WHERE status = 'waiting'", (seq,)
            )
            seq += 1
            assert state.accept_pulled(connection, "task", [(task_id, seq, to_plain(row))]) == []
        before = len(kinds(shop.desk))
        if now in may:
            act(shop, task_id)
            assert task(shop, task_id).contested == (), name
        else:
            assert refusal(lambda act=act: act(shop, task_id)).code, name
            assert len(kinds(shop.desk)) == before, name
        if now in may and name == "decline":
            break  # its piece is free now
