"""Five jobs of the task desk at the real program, by keyboard, scanner and accessible names only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app.demo.people import Customer
from counter_app.demo.platform import CLERKS, STORE, account_id
from counter_app.devices.pictures import encode_jpeg
from counter_app.devices.simulated_pictures import FolderCamera
from counter_app.domain.values import new_mail_id
from tests.central.station import Station, fresh_id
from tests.outside.conftest import SHOWN, Outside
from tests.outside.screen import Screen
from tests.outside.shop import CUSTOMERS, Shop, decoded
from tests.outside.test_day_from_outside import sign_in

WHO = CUSTOMERS[0]
CODE, TRACKING = "7K4M21", "1Z999AA10123456784"
WAITING = ("To prepare  1", "Scheduled  1")
"""The second when this day's closing is over."""


def sheet(lines: int) -> bytes:
    """A side of paper with so many lines of print, as a document scanner saves it."""
    import numpy

    side = numpy.full((1100, 850, 3), 250, numpy.uint8)
    for n in range(lines):
        side[120 + 40 * n : 128 + 40 * n, 90:740] = 30
    return encode_jpeg(side)


class Jobs(Outside):
    """A station at which a clerk has signed in; another counter of the store has received the mail of the morning."""

    def __init__(self, shown: Screen, shop: Shop, folder: Path, language: str) -> None:
        self.camera, self.pages = FolderCamera(folder / "camera"), folder / "pages"
        self.pages.mkdir()
        shop.more_devices = {"camera": self.camera.address, "pages": f"watch:{self.pages}"}
        super().__init__(shown, shop, language, f"jobs-{language}")
        self.other = Station(shop.centre.base_url, shop.platform, STORE)
        self.other.clerk = CLERKS[0][0]

    def piece(self, who: Customer = WHO, mail_type: str = "letter") -> tuple[str, str]:
        """A piece that lies on a shelf: its id and its Mail ID."""
        item, mail_id = fresh_id(), new_mail_id(os.urandom(6))
        body = {"account": account_id(who), "mailbox": who.mailbox, "name": who.holder, "matched": who.holder}
        body |= {"mail_id": mail_id, "verdict": "exact", "mail_type": mail_type, "shelf": "B2"}
        answer = self.other.push(self.other.make("item.received", item, **body))
        assert [one["status"] for one in answer] == ["applied"]
        return item, mail_id

    def asks(self, kind: str, *items: str, who: Customer = WHO, **terms: Any) -> str:
        """The customer asks for this to be done; the task's id."""
        asked = {"store": STORE, "account": account_id(who), "kind": kind, "items": list(items), "terms": terms}
        return str(self.shop.platform.post("tasks", **asked)["id"])

    def state(self, task: str) -> str:
        """Of a task, as the centre has it."""
        rows = self.shop.platform.get("tasks", store=STORE)
        return next((str(row["state"]) for row in rows if row["id"] == task), "")

    def becomes(self, task: str, state: str) -> None:
        self.hand.wait(lambda _nodes: self.state(task) == state, f"the task to be {state} at the centre")


@pytest.fixture(scope="module")
def station(own_screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Jobs]:
    folder = tmp_path_factory.mktemp("jobs")
    shop = Shop(folder)
    try:
        made = Jobs(own_screen, shop, folder, "en")
        try:
            sign_in(made)
            yield made
        finally:
            made.close()
    finally:
        shop.close()


@pytest.fixture
def at(station: Jobs, request: pytest.FixtureRequest) -> Jobs:
    request.node.stash[SHOWN] = [station]
    return station


def taken_up(at: Jobs, kind: str, *mail_ids: str) -> None:
    """In the Tasks room the scan of a piece opens its task, and each piece is ticked by a scan."""
    at.hand.key("F3")
    listed(at, kind)
    at.hand.scan(mail_ids[0])
    at.hand.hears(f"{kind} for {WHO.holder}")
    for mail_id in mail_ids:
        at.hand.scan(mail_id)
    at.hand.hears(f"{len(mail_ids)} of {len(mail_ids)} gathered")


def listed(at: Jobs, kind: str) -> None:
    said = f"“{kind}” in the list"
    at.hand.wait(lambda nodes: any(one.role == "table cell" and kind in one.name for one in nodes), said)


def test_s10_a_shred_is_counted_charged_put_on_the_pile_and_saved_from_it(at: Jobs) -> None:
    hand = at.hand
    item, mail_id = at.piece()
    task = at.asks("shred", item)
    taken_up(at, "Shred", mail_id)
    hand.type("Pages of the chosen piece", "11")
    hand.key("Return")
    hand.hears("Count the pages, done")
    hand.key("ctrl+g")
    hand.hears("Fee, done")
    hand.control("Put on the shred pile", "push button")
    hand.key("ctrl+Return")
    at.becomes(task, "in_shred_pile")
    hand.key("ctrl+d")
    hand.control("Tasks on the shred pile", "table")
    hand.scan(mail_id)
    hand.tab_to("Back to shelf")
    hand.type("Back to shelf", "C3")
    hand.tab_to("Why")
    hand.type("Why", "The customer has called")
    hand.key("Return")
    at.becomes(task, "rescued")
    hand.key("Escape")
    hand.hears("Nothing to do here")


def test_s04_an_envelope_is_opened_scanned_from_the_folder_and_sent(at: Jobs) -> None:
    hand = at.hand
    item, mail_id = at.piece()
    task = at.asks("scan", item)
    taken_up(at, "Open and scan", mail_id)
    hand.key("ctrl+o")
    at.becomes(task, "opened")
    for n, lines in enumerate((12, 0, 8)):
        whole = at.pages / f"{n}.jpg"
        whole.with_suffix(".part").write_bytes(sheet(lines))
        whole.with_suffix(".part").rename(whole)
    hand.hears("Scan the pages, done, 2 pages")  # the blank side is neither charged nor sent
    hand.key("ctrl+g")
    hand.hears("Fee, done")
    hand.tab_to("Everything is back in its envelope, and each is closed")
    hand.key("space")
    hand.control("Send to the customer", "push button")
    hand.key("ctrl+Return")
    at.becomes(task, "completed")


def test_s17_s18_a_delivery_is_gathered_sealed_photographed_and_handed_to_the_driver(at: Jobs) -> None:
    hand = at.hand
    (box, first), (letter, second) = at.piece(mail_type="package"), at.piece()
    task = at.asks("personal_delivery", box, letter, courier="uber", address="5 Elm Street, Albany", code=CODE)
    labels = len(at.shop.labels.labels)
    hand.key("F5")
    hand.wait(lambda nodes: any(one.name in WAITING for one in nodes), "the delivery to be listed, today or tomorrow")
    hand.scan(first)
    give = hand.control("Hand to the driver", "push button", enabled=False)
    assert not give.enabled, "nothing goes before everything is done (S-18)"
    hand.scan(first)
    hand.scan(second)
    hand.hears("2 of 2")
    hand.key("F9")
    assert at.shop.labels.wait_for_labels(labels + 2)
    at.camera.show_parcel("DRIVER", ("Dee Walker", "Uber"))
    hand.key("F10")
    at.becomes(task, "photo_taken")
    hand.type("Code that the driver says", CODE)
    hand.key("Return")
    at.becomes(task, "code_matched")
    hand.key("ctrl+t")
    hand.control("Hand to the driver", "push button")
    hand.key("ctrl+Return")
    at.becomes(task, "handed_to_driver")


def test_s11_a_parcel_is_packed_priced_charged_and_given_its_label(at: Jobs) -> None:
    hand = at.hand
    item, mail_id = at.piece(mail_type="package")
    home = {"name": "Cara Wells", "line1": "7 Pine Street", "city": "Portland", "state": "OR", "postcode": "97201"}
    task = at.asks("ship", item, to=home, carrier="ups")
    taken_up(at, "Ship", mail_id)
    at.shop.scale.put(907)
    hand.hears("Scale 2 lb")
    hand.key("F9")
    hand.wait(lambda nodes: any(one.name == "Weight" and one.text for one in nodes), "the weight of the scale")
    hand.tab_to("Length x width x height")
    hand.type("Length x width x height", "12 x 9 x 4")
    hand.tab_to("Is anything forbidden inside?")
    hand.key("Down")
    hand.tab_to("Packed and weighed")
    hand.key("space")
    hand.hears("Pack and weigh, done")
    at.shop.scale.put(0)
    hand.tab_to("Service")
    hand.type("Service", "Ground")
    hand.tab_to("Retail price")
    hand.type("Retail price", "10.50")
    hand.key("Return")
    hand.hears("Carrier and price, done")
    hand.key("ctrl+g")
    hand.hears("Fee, done")
    hand.scan(TRACKING)
    at.becomes(task, "label_printed")
    assert at.shop.carrier_labels.wait_for_labels(1)
    assert TRACKING in decoded(at.shop.carrier_labels.labels[-1])
    hand.hears("Nothing to do here")
    hand.key("ctrl+shift+l")
    hand.wait(lambda nodes: any(TRACKING[-6:] in one.name.replace(" ", "") for one in nodes), "the parcel in the list")
    hand.scan(TRACKING)
    hand.hears("1 of 1")
    hand.key("ctrl+Return")
    at.becomes(task, "handed_to_carrier")
    hand.key("Escape")


def test_s15_a_declined_card_waits_in_its_list_until_it_is_charged_again(at: Jobs) -> None:
    hand = at.hand
    item, mail_id = at.piece()
    task = at.asks("shred", item)
    at.shop.platform.card_answers(account_id(WHO), "declined")
    taken_up(at, "Shred", mail_id)
    hand.type("Pages of the chosen piece", "3")
    hand.key("Return")
    hand.hears("Count the pages, done")
    hand.key("ctrl+g")
    at.becomes(task, "payment_declined")
    hand.control("Try the card again", "push button")
    hand.key("Escape")
    hand.tab_to("Do next  0")
    hand.key("Right", "Right")  # as in any group of which one is chosen
    hand.control("Payment declined  1", "radio button")
    listed(at, "Shred")
    hand.scan(mail_id)
    hand.control("Try the card again", "push button")
    hand.key("ctrl+r")
    at.becomes(task, "paid")
    hand.hears("Fee, done")
    hand.control("Put on the shred pile", "push button")
    hand.key("ctrl+Return")
    at.becomes(task, "in_shred_pile")
