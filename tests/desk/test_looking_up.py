"""Why something was found: by which name or number, for whom it may be shown, sure or guessed."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import looking_up
from counter_app.domain.employee import Actor
from tests.counter_acts import piece

NAMES = [{"text": "Amara Okafor"}, {"text": "Okafor Imports LLC", "kind": "business"}, {"text": "Widow Twankey"}]
NAMES += [{"text": "Gone Girl", "valid_to": "2020-01-01"}]


@pytest.fixture
def shop(counter: Any) -> Any:
    more = {"names": NAMES, "collectors": [{"name": "Courier Carl"}], "phone": "+1 (518) 555-0142"}
    counter.account("a1", "214", "Amara Okafor", email="amara@mail.example", **more)
    counter.account("a2", "214", "Bruno Keller", state="released", state_since="2026-06-01")
    counter.clerk_1 = counter.clerk()
    return counter


@pytest.mark.parametrize(
    ("typed", "why", "text"),
    [
        ("214", "mailbox", "214"),
        ("amara ok", "holder", "Amara Okafor"),
        ("okafor imp", "firm", "Okafor Imports LLC"),
        ("twankey widow", "name", "Widow Twankey"),
        ("gone girl", "former_name", "Gone Girl"),
        ("carl", "collector", "Courier Carl"),
        ("amara@mail.example", "email", "amara@mail.example"),
        ("5550142", "phone", "+1 (518) 555-0142"),
        ("(518) 555-0142", "phone", "+1 (518) 555-0142"),
        ("twnakey", "name", "Widow Twankey"),
        ("courier crl", "collector", "Courier Carl"),
    ],
)
def test_an_account_says_by_what_it_was_found(shop: Any, typed: str, why: str, text: str) -> None:
    found = looking_up.look_up(shop.desk, Actor("clerk-1", 6), typed)[0]
    assert (found.account.id, found.why, found.text) == ("a1", why, text)


@pytest.mark.parametrize("level", range(1, 7))
def test_2_22_the_contact_by_which_it_was_found_is_for_customer_service(shop: Any, level: int) -> None:
    actor = Actor("clerk-1", level)
    for typed in ("5550142", "amara@mail.example"):
        found = looking_up.look_up(shop.desk, actor, typed)[0]
        assert bool(found.text) is (level >= 3)
        assert (found.account.phone, found.account.email) != ("", "") or level < 3


def test_r17_the_former_holder_is_marked_and_stands_behind(shop: Any) -> None:
    found = looking_up.look_up(shop.desk, shop.clerk_1, "214")
    assert [(one.account.id, one.former) for one in found] == [("a1", False), ("a2", True)]


def test_a_piece_as_typed_stands_before_accounts_that_are_only_guessed(shop: Any) -> None:
    item = piece(shop, shop.clerk_1, name="Amara Okafor", tracking="1Z999AA10123456784")
    rows = looking_up.look_up(shop.desk, shop.clerk_1, "456784")
    assert [(one.item.id, one.why, one.text, one.guess) for one in rows if one.item] == [
        (item.id, "tracking", item.tracking, False)
    ]
    by_id = looking_up.look_up(shop.desk, shop.clerk_1, item.mail_id)
    assert [(one.item.id, one.why) for one in by_id if one.item] == [(item.id, "mail_id")]
    wrong = looking_up.look_up(shop.desk, shop.clerk_1, "1Z999AA10123456748")
    assert [(one.item.id, one.guess) for one in wrong if one.item] == [(item.id, True)]


def test_a_guess_is_marked_as_one(shop: Any) -> None:
    assert [one.guess for one in looking_up.look_up(shop.desk, shop.clerk_1, "okfaor")] == [True]
    assert looking_up.look_up(shop.desk, shop.clerk_1, "zzzzzz") == []
