"""Personal deliveries at the centre: the code is sealed before it is written, delivered ends them (S-17, S-18)."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from central_service.tables import journal
from counter_app.domain.delivery import proof_of
from tests.central.station import Refused, entity_of

CODE = "7K4M-21"


def refusal_of(call, *args, **more) -> tuple[int, str]:
    with pytest.raises(Refused) as refused:
        call(*args, **more)
    return refused.value.status, refused.value.code


class Delivery:
    """A delivery of one piece, asked for by the customer."""

    def __init__(self, shop, **terms) -> None:
        self.shop, self.station = shop, shop.station()
        account = shop.platform.account(shop.store)
        piece = self.station.received(account)
        self.item = entity_of(piece)
        self.station.push(piece)
        body = {"store": shop.store, "account": account, "kind": "personal_delivery", "items": [self.item]}
        terms = {"courier": "uber", "address": "5 Elm Street", "code": CODE, **terms}
        self.id = shop.platform.post("tasks", **body, terms=terms)["id"]

    @property
    def row(self) -> dict:
        return next(row for row in self.shop.platform.get("tasks", store=self.shop.store) if row["id"] == self.id)

    def piece(self) -> str:
        return self.station.rows()["item"][self.item]["state"]

    def post(self, what: str, **body):
        path = f"tasks/{self.id}/{what}"
        return self.shop.platform.post(path, f"/v1/platform/tasks/{{id}}/{what}", store=self.shop.store, **body)

    def until_the_door(self) -> list[dict]:
        make, one = self.station.make, self.id
        row = self.row
        return self.station.push(
            make("task.piece_ticked", one, item=self.item),
            make("task.bags_sealed", one, bags=1),
            make("task.labels_owed", one, pieces=[self.item]),
            make("task.driver_arrived", one, driver="Dee", courier=""),
            make("task.driver_photographed", one, photo="ab" * 32),
            make("task.code_tried", one, proof=proof_of("7k4m 21", row["code_salt"])),
            make("task.handed_to_driver", one, items=[self.item], missing=[], ticked=1),
        )


def test_s18_the_code_is_in_no_row_and_in_no_operation(shop):
    delivery = Delivery(shop)
    delivery.post("code", code="99 1X", courier="roadie")
    with shop.beneath() as connection:
        kept = connection.execute(select(journal).where(journal.c.store_id == shop.store)).all()
    text = json.dumps(delivery.row) + repr(kept)
    for code in (CODE, "7K4M21", "99 1X", "991x", "991X"):
        assert code not in text
    assert (delivery.row["courier"], len(delivery.row["code_check"]), delivery.row["tries"]) == ("roadie", 64, 0)


def test_s18_the_gates_are_held_at_the_centre_too_and_delivered_ends_it(shop):
    delivery = Delivery(shop)
    assert refusal_of(delivery.post, "delivered") == (409, "delivery.not_out")
    assert [one["status"] for one in delivery.until_the_door()] == ["applied"] * 7
    assert (delivery.row["state"], delivery.row["remarks"], delivery.piece()) == (
        "handed_to_driver",
        [],
        "handed_to_driver",
    )
    assert refusal_of(delivery.post, "code", code="1") == (409, "delivery.too_late")
    assert refusal_of(delivery.post, "taken-back") == (409, "task.too_late")
    delivery.post("delivered", delivered_ms=77)
    assert (delivery.row["state"], delivery.row["delivered_ms"], delivery.piece()) == ("delivered", 77, "delivered")
    assert refusal_of(delivery.post, "delivered") == (409, "delivery.not_out")


def test_s18_a_station_that_skips_the_gates_is_kept_and_remarked(shop):
    delivery = Delivery(shop)
    make = delivery.station.make
    delivery.station.push(
        make("task.piece_ticked", delivery.id, item=delivery.item),
        make("task.bags_sealed", delivery.id, bags=0),
        make("task.labels_owed", delivery.id, pieces=[]),
        make("task.driver_arrived", delivery.id, driver="", courier=""),
        make("task.driver_photographed", delivery.id, photo=""),
        make("task.code_tried", delivery.id, proof=delivery.row["code_check"]),
        make("task.handed_to_driver", delivery.id, items=[delivery.item], missing=[], ticked=0),
    )
    noted = {one.partition(":")[0] for one in delivery.row["remarks"]}
    assert noted >= {"delivery.labels_owed", "delivery.no_photo", "delivery.code_not_matched", "delivery.not_ticked"}
    assert (delivery.row["state"], len(delivery.row["contested"])) == ("photo_taken", 1)


def test_s18_no_station_says_delivered_or_sends_itself_a_code(shop):
    delivery = Delivery(shop)
    make = delivery.station.make
    results = delivery.station.push(
        make("task.delivered", delivery.id, delivered_ms=0, items=[delivery.item]),
        make("task.code_sent", delivery.id, code_salt="aa", code_check="bb", courier=""),
    )
    assert {one["status"] for one in results} == {"quarantined"}
    assert delivery.row["code_check"] != "bb"


@pytest.mark.parametrize("code", ["-", " ", "%$"])
def test_a_code_without_a_letter_or_digit_is_refused(shop, code):
    delivery = Delivery(shop)
    assert refusal_of(delivery.post, "code", code=code) == (400, "request.field_wrong")


def test_s17_poly_bags_are_a_row_of_the_store(shop):
    station = shop.station()
    station.push(
        station.make("supply.counted", "poly_bag", on_hand=40),
        station.make("supply.restocked", "poly_bag", count=50, on_hand=85),
    )
    row = station.rows()["supply"]["poly_bag"]
    assert (row["on_hand"], row["level"]) == (85, 20)
