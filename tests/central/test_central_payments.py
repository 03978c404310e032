"""S-15: money moves once for each attempt, and what nobody knows is never shown as paid."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central_service import cashier, platform
from central_service.app import wall_ms
from central_service.arrival import Signer
from central_service.centre import Centre, open_centre
from central_service.journal import take_in
from central_service.payments import CardSimulator, ChargeOrder, NoGateway
from central_service.platform_messages import NewAccount, NewStore
from counter_app.domain.payment import ChargeResult
from tests.central.station import PLATFORM_TOKEN, Station, entity_of


def walk_in(shop, station, account, kind="pickup.charge_asked"):
    piece = station.received(account)
    pickup, ops = station.pickup_until_charge(account, [entity_of(piece)], kind)
    return pickup, [piece, *ops]


def charges(shop):
    return [(one["result"], one["asked"]) for one in shop.platform.get("charges", store=shop.store)]


def test_a_charge_is_answered_by_the_next_pull(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    pickup, ops = walk_in(shop, station, account)
    station.push(*ops)
    row = station.rows()["pickup"][pickup]
    assert (row["state"], row["payment"]) == ("paid", "paid")
    assert shop.platform.get("charges", store=shop.store) == [
        {"key": f"{pickup}:1", "pickup": pickup, "account": account, "amount_cents": 300, "result": "paid", "asked": 1}
    ]
    journal = shop.platform.get("journal", store=shop.store)
    assert [one["device"] for one in journal["ops"] if one["kind"] == "pickup.charged"] == ["centre"]


def test_a_declined_card_is_tried_again_under_a_new_key(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    shop.platform.post("card", account=account, answers=["declined", "paid"])
    pickup, ops = walk_in(shop, station, account)
    station.push(*ops)
    assert station.rows()["pickup"][pickup]["state"] == "payment_declined"
    again = station.make("pickup.tried_again", pickup)
    station.push(again, station.make("pickup.charge_asked", pickup, amount_cents=300, attempt=2))
    assert station.rows()["pickup"][pickup]["state"] == "paid"
    assert charges(shop) == [("declined", 1), ("paid", 1)]


def test_the_same_charge_pushed_again_is_not_asked_again(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    _, ops = walk_in(shop, station, account)
    for _ in range(3):
        station.push(*ops)
    assert charges(shop) == [("paid", 1)]


def test_asked_and_then_put_off_charges_once(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    pickup, ops = walk_in(shop, station, account)
    put_off = station.make("pickup.charge_put_off", pickup, amount_cents=300, attempt=1)
    handed = station.make("pickup.handed_over", pickup, items=[entity_of(ops[0])])
    assert {r["status"] for r in station.push(*ops, put_off, handed)} == {"applied"}
    row = station.rows()["pickup"][pickup]
    assert (row["state"], row["payment"]) == ("handed_over", "paid")
    assert charges(shop) == [("paid", 1)]


def test_put_off_in_a_later_push_charges_once_too(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    shop.platform.post("card", account=account, answers=["unknown"] * 9)
    pickup, ops = walk_in(shop, station, account)
    station.push(*ops)
    put_off = station.make("pickup.charge_put_off", pickup, amount_cents=300, attempt=1)
    assert station.push(put_off)[0]["status"] == "applied"
    assert [(one["key"], one["result"]) for one in shop.platform.get("charges", store=shop.store)] == [
        (f"{pickup}:1", "unknown")
    ]


def test_an_unknown_answer_is_asked_again_under_the_same_key_and_moves_money_once(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    shop.platform.post("card", account=account, answers=["unknown", "unknown", "paid"])
    pickup, ops = walk_in(shop, station, account)
    station.push(*ops)
    assert station.rows()["pickup"][pickup]["state"] == "charging"
    end = time.monotonic() + 15
    while charges(shop) != [("paid", 3)] and time.monotonic() < end:
        station.pull()  # each look takes a round trip; the retry thread waits one second, then two
    assert charges(shop) == [("paid", 3)]
    assert [one.key for one in shop.centre.gateway.moved].count(f"{pickup}:1") == 1
    assert station.rows()["pickup"][pickup]["state"] == "paid"


# ---------------------------------------------------------------- with a clock and a gateway of our own


class Till:
    """A centre without HTTP, with a clock that stands still until it is told, and one charge in the books."""

    def __init__(self, url: str, gateway: CardSimulator) -> None:
        self.now = wall_ms()
        self.gateway = gateway
        self.centre: Centre = open_centre(
            url, platform_token=PLATFORM_TOKEN, demo=True, clock=lambda: self.now, entropy=os.urandom, gateway=gateway
        )
        platform.make_store(self.centre, NewStore("org1", "s1", "Store"))
        self.account = platform.make_account(self.centre, NewAccount("s1", "12", "Ann Lee")).id
        station = object.__new__(Station)
        station.key = Ed25519PrivateKey.generate()
        station.public = station.key.public_key().public_bytes_raw()
        station.org, station.store, station.device, station.clerk = "org1", "s1", "d1", "c1"
        station.begin("i1")
        piece = station.received(self.account)
        self.pickup, ops = station.pickup_until_charge(self.account, [entity_of(piece)])
        signer = Signer("org1", "s1", "d1", station.public.hex())
        _, self.keys, _ = take_in(self.centre, signer, "i1", (piece, *ops))

    def charge(self):
        (one,) = platform.charges(self.centre, "s1")
        return one.result, one.asked

    def settle(self) -> None:
        cashier.settle(self.centre, "s1", self.keys[0])


@pytest.fixture
def till(database_url) -> Iterator[Till]:
    made = Till(database_url, CardSimulator())
    yield made
    made.centre.db.close()


def test_a_settled_charge_is_never_asked_for_again(till):
    till.settle()
    till.now += 10**9
    till.settle()
    assert till.charge() == ("paid", 1)


def test_an_unknown_charge_waits_longer_each_time_and_is_given_up(till):
    till.gateway.answer_next(till.account, ["unknown"] * 100)
    till.settle()
    till.settle()
    assert till.charge() == ("unknown", 1), "asked again before its time"
    for _ in range(50):
        till.now += cashier.LONGEST_WAIT_MS
        till.settle()
    assert till.charge() == ("unknown", cashier.ASKS_MAX)
    assert till.gateway.moved == []


def test_a_gateway_that_raises_has_told_nothing(till, monkeypatch):
    def burst(order: ChargeOrder, timeout_s: float) -> ChargeResult:
        raise ConnectionResetError

    monkeypatch.setattr(till.gateway, "charge", burst)
    till.settle()
    assert till.charge() == ("unknown", 1)


def test_two_threads_that_settle_one_charge_ask_once(till):
    together = threading.Barrier(4)

    def settle() -> None:
        together.wait(5)
        till.settle()

    threads = [threading.Thread(target=settle) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert till.charge() == ("paid", 1)
    assert len(till.gateway.moved) == 1


def test_a_crash_between_asking_and_noting_asks_again_under_the_same_key(till, monkeypatch):
    def crash(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(cashier, "_note", crash)
        with pytest.raises(KeyboardInterrupt):
            till.settle()
    till.settle()
    assert till.charge() == ("", 1), "the lease holds it"
    till.now += cashier.LEASE_MS
    till.settle()
    assert till.charge() == ("paid", 2)
    assert len(till.gateway.moved) == 1


def test_without_a_gateway_nothing_is_ever_paid():
    assert NoGateway().charge(ChargeOrder("k:1", "a", 100), 1.0) is ChargeResult.UNKNOWN
