"""A clerk's day at the real program, by keyboard, scanner and accessible names only, in each language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from counter_app.demo.people import number
from counter_app.demo.platform import STORE
from counter_app.domain.values import spoken_mail_id
from tests.outside.shop import CUSTOMERS, EMAIL, PASSWORD, PIN, decoded
from tests.outside.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
SEEDS = {"en": 1, "fr": 2}


def sign_in(at: Any) -> None:
    tr, hand = at.tr, at.hand
    hand.wait(lambda nodes: any(one.focused and one.name == tr("E-mail") for one in nodes), "the sign-in screen", 20)
    hand.type(tr("E-mail"), EMAIL)
    hand.key("Return")
    hand.type(tr("Password"), PASSWORD, secret=True)
    hand.key("Return")
    hand.has_focus(tr("Scan or search"))
    hand.hears(tr("Connection: online"))


def receive(at: Any, tracking: str, customer: Any) -> str:
    """Scan, whose, name, weight, Ctrl+Enter; the new piece's Mail ID."""
    tr, hand = at.tr, at.hand
    hand.key("F2")
    hand.control(tr("Tracking number"), "text")
    hand.scan(tracking)
    hand.has_focus(tr("For whom"))
    assert hand.control(tr("Tracking number"), "text").text == tracking
    hand.type(tr("For whom"), customer.mailbox)
    hand.key("Return")
    hand.hears(customer.holder)
    hand.type(tr("Name on the piece"), customer.holder)
    hand.hears(tr("On the form: {name}").format(name=customer.holder))
    hand.key("Return")
    hand.type(tr("Shelf", "Receive"), "B2")
    at.shop.scale.put(1_360)
    hand.wait(lambda nodes: any(one.name == tr("Pounds") and one.text == "3" for one in nodes), "the scale's weight")
    hand.key("ctrl+Return")
    hand.has_focus(tr("Scan or search"))
    hand.wait(lambda _nodes: at.shop.piece(tracking), "the piece at the centre")
    piece = at.shop.piece(tracking)
    assert (piece["state"], piece["mailbox"], piece["shelf"]) == ("received", customer.mailbox, "B2")
    assert abs(piece["weight_g"] - 1_360) <= 2
    hand.hears(spoken_mail_id(piece["mail_id"]))
    at.shop.scale.put(0)
    return str(piece["mail_id"])


def hand_over(at: Any, customer: Any, mail_id: str) -> None:
    tr, hand = at.tr, at.hand
    hand.key("F4")
    hand.control(tr("Customers with pieces waiting"), "table")
    hand.scan(mail_id)
    hand.hears(f"{tr('Customer', 'Pickups')}: {customer.holder}")
    hand.key("ctrl+Return")
    hand.hears(tr("Hand over to {name}").format(name=customer.holder))
    give = hand.control(tr("Hand over", "Pickups"), enabled=False)
    assert not give.enabled, "nothing goes out before everything is done (S-12)"
    hand.key("alt+1", "ctrl+1")
    hand.control(f"1. {tr('Photo ID')}, {tr('done')}")
    hand.scan(mail_id)
    hand.control(f"2. {tr('Pieces', 'Pickups')}, {tr('done')}")
    hand.key("F9")
    hand.control(f"3. {tr('Fee', 'Pickups')}, {tr('done')}")
    hand.sign(tr("Signature of the collector"))
    hand.key("ctrl+g")
    hand.control(f"4. {tr('Signature')}, {tr('done')}")
    hand.control(tr("Hand over", "Pickups"))
    hand.key("ctrl+Return")
    hand.hears(tr("Nobody is waiting here"))

    def gone(_nodes: Any) -> bool:
        rows = at.shop.platform.get("items", store=STORE)
        return any(row["mail_id"] == mail_id and row["state"] == "picked_up" for row in rows)

    hand.wait(gone, "the piece to be picked up at the centre")


def lock_and_unlock(at: Any) -> None:
    tr, hand = at.tr, at.hand
    hand.key("F1")
    hand.tab_to(tr("New PIN, 6 digits"))
    hand.type(tr("New PIN, 6 digits"), PIN, secret=True)
    hand.key("Return")
    hand.hears(tr("PIN set. Lock the counter, and six digits bring you back."))
    hand.tab_to(tr("Lock the counter"))
    hand.key("space")
    hand.has_focus(tr("PIN"))
    assert not hand.says_now(CUSTOMERS[0].holder), "a locked counter tells nobody's name"
    hand.type(tr("PIN"), PIN, goes_on=True)
    hand.has_focus(tr("Scan or search"))


def doubtful_labels(at: Any, numbers: Random) -> None:
    """The printer's plug is pulled inside a label: only the clerk knows whether it came out."""
    tr, hand, printer = at.tr, at.hand, at.shop.labels
    for came_out in (False, True):
        printed = len(printer.labels)
        printer.cut_after(400)
        mail_id = receive(at, number(numbers, "ups"), CUSTOMERS[1])
        hand.control(f"{tr('Print queue', 'Rooms')}, {tr('{count} waiting').format(count=1)}")
        hand.tab_to(tr("Print queue", "Rooms"), back=True)
        hand.key("space")
        hand.hears(f"{tr('State', 'PrintQueue')}: {tr('Did it come out?', 'PrintQueue')}")
        hand.hears(spoken_mail_id(mail_id))
        assert len(printer.labels) == printed, "nothing is printed on a guess"
        hand.control(tr("Yes, it came out" if came_out else "No, print again"))
        hand.key("ctrl+Return" if came_out else "ctrl+p")
        hand.hears(tr("No paper waits"))
        if not came_out:
            assert printer.wait_for_labels(printed + 1)
            assert mail_id in decoded(printer.labels[-1])
        assert len(printer.labels) == printed + (not came_out)


def close_and_prove(at: Any) -> None:
    """Alt+F4 ends it cleanly, and the custody journal of the home is whole."""
    at.hand.key("alt+F4")
    assert at.program.wait(20) == 0
    line = [sys.executable, "-m", "counter_app.main", "verify", str(at.home.root)]
    said = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert said.returncode == 0, said.stdout
    kinds = [one["kind"] for one in at.shop.platform.journal()]
    assert kinds.count("item.received") == 3
    assert kinds.count("pickup.handed_over") == 1


@pytest.mark.parametrize("outside", LANGUAGES, indirect=True)
def test_a_day_by_keyboard_scanner_and_names(outside: Any) -> None:
    at, numbers = outside, Random(SEEDS[outside.language])
    sign_in(at)
    first = receive(at, number(numbers, "ups"), CUSTOMERS[0])
    assert at.shop.labels.wait_for_labels(1)
    assert first in decoded(at.shop.labels.labels[-1])
    at.hand.survives_stale_questions()
    hand_over(at, CUSTOMERS[0], first)
    at.hand.survives_stale_questions()
    lock_and_unlock(at)
    doubtful_labels(at, numbers)
    close_and_prove(at)
