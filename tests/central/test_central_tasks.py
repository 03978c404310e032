"""Tasks at the centre: asked for, taken back, priced and paid, each once, by the same fold as here (S-10, S-15)."""

from __future__ import annotations

import pytest

from tests.central.station import Refused, entity_of


def refusal_of(call, *args, **more) -> tuple[int, str]:
    with pytest.raises(Refused) as refused:
        call(*args, **more)
    return refused.value.status, refused.value.code


class Asked:
    """A customer with one piece on the shelf, and a task about it."""

    def __init__(self, shop, kind: str, **more) -> None:
        self.shop, self.station = shop, shop.station()
        self.account = shop.platform.account(shop.store)
        piece = self.station.received(self.account)
        self.item = entity_of(piece)
        self.station.push(piece)
        self.body = {"store": shop.store, "account": self.account, "kind": kind, "items": [self.item]}
        self.id = shop.platform.post("tasks", **self.body, **more)["id"]

    @property
    def row(self) -> dict:
        return next(row for row in self.shop.platform.get("tasks", store=self.shop.store) if row["id"] == self.id)

    def post(self, what: str, **body):
        path = f"tasks/{self.id}/{what}"
        return self.shop.platform.post(path, f"/v1/platform/tasks/{{id}}/{what}", store=self.shop.store, **body)

    def do(self, kind: str, **body) -> str:
        return self.station.push(self.station.make(kind, self.id, **body))[0]["status"]


def test_s10_a_task_reaches_the_stations_with_what_was_asked(shop) -> None:
    one = Asked(shop, "shred", instructions="Both sides", wanted_ms=5)
    row = one.station.rows()["task"][one.id]
    assert (row["kind"], row["state"], row["items"]) == ("shred", "requested", [one.item])
    assert (row["instructions"], row["wanted_ms"]) == ("Both sides", 5)
    assert one.station.rows()["item"][one.item]["state"] == "in_task"


def test_a_piece_is_in_one_task_only_and_terms_are_held_against_the_kind(shop) -> None:
    one = Asked(shop, "shred")
    assert refusal_of(shop.platform.post, "tasks", **one.body) == (409, "task.items_not_free")
    other = one.station.received(one.account)
    one.station.push(other)
    body = {**one.body, "kind": "ship", "items": [entity_of(other)]}
    assert refusal_of(shop.platform.post, "tasks", **body, terms={"insured_cents": "much"})[0] == 400
    shop.platform.post("tasks", **body, terms={"no_such_term": 1})


def test_a_task_that_is_taken_back_frees_its_pieces_and_not_once_it_is_charged(shop) -> None:
    one = Asked(shop, "discard")
    one.post("taken-back", reason="not any more")
    assert one.row["state"] == "cancelled"
    assert one.station.rows()["item"][one.item]["state"] == "received"
    assert refusal_of(one.post, "taken-back") == (409, "task.too_late")
    unknown = shop.platform.post, "tasks/nothing/taken-back", "/v1/platform/tasks/{id}/taken-back"
    assert refusal_of(*unknown, store=shop.store) == (404, "task.unknown")


def test_s15_the_charge_of_a_task_is_asked_once_and_answered_in_its_row(shop) -> None:
    one = Asked(shop, "discard")
    shop.platform.post("card", account=one.account, answers=["declined"])
    assert one.do("task.piece_ticked", item=one.item) == "applied"
    lines = '[{"key": "discard", "unit_cents": 120}]'
    assert one.do("task.charge_asked", amount_cents=120, attempt=1, lines=lines) == "applied"
    assert (one.row["state"], one.row["payment"]) == ("payment_declined", "declined")
    one.do("task.tried_again")
    one.do("task.charge_asked", amount_cents=120, attempt=2, lines=lines)
    assert (one.row["state"], one.row["attempt"], one.row["charged_ms"] > 0) == ("paid", 2, True)
    charges = shop.platform.get("charges", store=shop.store)
    assert [(line["pickup"], line["result"]) for line in charges] == [(one.id, "declined"), (one.id, "paid")]
    assert refusal_of(one.post, "taken-back") == (409, "task.too_late")


def test_2_6_a_price_is_answered_only_when_it_was_asked(shop) -> None:
    one = Asked(shop, "ship", terms={"agreed_cents": 500})
    assert refusal_of(one.post, "price", agreed=True) == (409, "task.not_asked")
