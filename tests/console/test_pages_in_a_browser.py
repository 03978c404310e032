"""The pages in a real browser, headless: sign-in, both sorts of cases, the customer; it complains of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from central_service.payments import CardSimulator
from tests.console import browser as chromium
from tests.console.browser import Browser
from tests.console.street import OPERATOR, PASSWORD, Street

pytestmark = pytest.mark.skipif(bool(chromium.missing()), reason=chromium.missing())


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    made = Browser(tmp_path_factory.mktemp("profile"))
    yield made
    made.close()


@pytest.fixture
def browser(window: Browser, street: Street) -> Iterator[Browser]:
    """A browser that nobody is signed in with. At the end it must have had nothing to complain about."""
    window.devtools("Network.clearBrowserCookies")
    window.complaints()
    yield window
    assert window.complaints() == []


def sign_in(browser: Browser, street: Street, password: str = PASSWORD) -> None:
    browser.open(street.url + "/console")
    browser.type("#email", OPERATOR)
    browser.type("#password", password)
    browser.press("Sign in")


def quiet(browser: Browser, *, status: int) -> None:
    """A refused page is said in the browser's log too; that one line, and no other."""
    said = browser.complaints()
    assert len(said) == 1, said
    assert f"status of {status}" in said[0]


def test_an_operator_signs_in_sees_all_rooms_and_signs_out(browser: Browser, street: Street) -> None:
    store = street.store("Window Street")
    street.station(store)
    sign_in(browser, street)
    browser.sees("Operations a minute")
    for room, text in (
        ("Stores", "Window Street"),
        ("Stations", "Desk 1"),
        ("Contested", "Two acts that cannot both be"),
        ("Quarantine", "every byte is kept"),
        ("Operators' acts", "Signed in"),
    ):
        browser.press(room)
        browser.sees(text)
    assert browser.run("return document.fonts.check('14px Inter')")
    assert browser.run("return getComputedStyle(document.querySelector('.rail')).backgroundColor") == "rgb(20, 35, 58)"
    browser.press("Sign out")
    browser.sees("The operator's console")
    browser.open(street.url + "/console/stores")
    browser.sees("The operator's console")
    assert "Window Street" not in browser.text


def test_a_wrong_password_is_said_and_opens_nothing(browser: Browser, street: Street) -> None:
    sign_in(browser, street, "wrong wrong wrong")
    browser.sees("do not belong together")
    assert browser.run("return document.querySelector('#email').value") == OPERATOR
    assert browser.run("return document.querySelector('#password').value") == ""
    quiet(browser, status=403)
    browser.open(street.url + "/console")
    browser.sees("The operator's console")


def test_a_form_with_a_spoiled_token_is_refused_in_words(browser: Browser, street: Street) -> None:
    sign_in(browser, street)
    browser.sees("Operations a minute")
    browser.run("document.querySelector('[name=form_token]').value = 'spoiled'")
    browser.press("Sign out")
    browser.sees("That form is out of date")
    quiet(browser, status=403)
    browser.press("Back to the start")
    browser.sees("Operations a minute")


def test_a_script_that_got_into_a_page_would_not_run(browser: Browser, street: Street) -> None:
    sign_in(browser, street)
    browser.sees("Operations a minute")
    browser.run(
        "const one = document.createElement('script'); one.textContent = 'document.title = \"taken over\"';"
        "document.body.append(one)"
    )
    assert "taken over" not in browser.run("return document.title")
    assert any("Content Security Policy" in one for one in browser.complaints())


def test_a_contested_act_is_opened_and_the_store_told(browser: Browser, street: Street) -> None:
    store = street.store("Clash Street")
    street.contested(store)
    sign_in(browser, street)
    browser.press("Contested")
    browser.sees("Clash Street")
    browser.type("#q", "clash")
    browser.press("Search")
    browser.press("Piece given to a mailbox")
    browser.sees("Mailbox: 13")
    browser.press("Tell the store")
    browser.sees("The store is told")
    browser.press("All contested")
    browser.sees("Nothing is contested")
    browser.press("Told to the store")
    browser.sees("Clash Street")


def test_what_lies_in_quarantine_is_tried_again_and_set_aside(browser: Browser, street: Street) -> None:
    store = street.store("Blessed Street")
    street.quarantined(store)
    sign_in(browser, street)
    browser.press("Quarantine")
    browser.press("This program does not know such operations: the station is newer. Update the service first.")
    browser.sees("op.kind_unknown")
    browser.press("Take it in again")
    browser.sees("It still cannot be taken in")
    browser.press("Set aside for good")  # the browser itself asks for the reason
    assert browser.run("return document.activeElement.id") == "reason"
    browser.type("#reason", "A trial of ours")
    browser.press("Set aside for good")
    browser.sees("It is set aside for good")
    browser.sees("A trial of ours")


@pytest.fixture
def hurried(browser: Browser) -> Iterator[Browser]:
    """A browser in which no timer takes longer than a tenth of a second."""
    quick = "const later = window.setTimeout; window.setTimeout = (act, ms) => later(act, Math.min(ms, 100));"
    made = browser.devtools("Page.addScriptToEvaluateOnNewDocument", source=quick)
    yield browser
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", identifier=made["identifier"])
    browser.open("about:blank")


def test_a_page_renews_its_figures_but_never_under_somebodys_hands(hurried: Browser, street: Street) -> None:
    sign_in(hurried, street)
    hurried.press("Stores")
    hurried.sees("Every store")
    hurried.run("document.activeElement.blur()")
    street.store("Newborn Street")
    hurried.sees("Newborn Street")
    hurried.type("#q", "half a wo")
    street.store("Latecomer Street")
    hurried.run("document.kept = document.querySelector('#q')")
    # Three times as long as it takes to renew.
    wait = "new Promise(done => { let n = 3; const on = () => n-- ? setTimeout(on, 100) : done(); on(); })"
    hurried.devtools("Runtime.evaluate", expression=wait, awaitPromise=True)
    assert hurried.run("return document.kept === document.querySelector('#q') && document.kept.value") == "half a wo"


def test_a_tester_plays_the_customer(browser: Browser, street: Street) -> None:
    store = street.store("Aaa Street")
    account = street.platform.account(store, mailbox="107")
    station = street.station(store)
    station.push(station.received(account), station.received(account))
    browser.open(f"{street.url}/demo?store={store}")
    browser.sees("PMB 107")
    browser.click("tbody tr:first-child input[type=checkbox]")
    browser.press("Ask for a pickup")
    browser.sees("The pickup is asked for")
    browser.sees("Scheduled")
    asked = street.platform.get("pickups", store=store)
    assert [(one["account_id"], one["state"], len(one["items"])) for one in asked] == [(account, "scheduled", 1)]
    assert list(station.rows()["pickup"]) == [asked[0]["id"]]  # and the counter gets it
    browser.click("input[value=declined]")
    browser.press("Set the card")
    browser.sees("The card answers as you said")
    item = next(one["id"] for one in street.platform.get("items", store=store) if not one["task_id"])
    pickup, acts = station.pickup_until_charge(account, [item])
    station.push(*acts)
    browser.open(f"{street.url}/demo?store={store}&account={account}")
    browser.sees("Card declined")
    gateway = street.centre.gateway
    assert isinstance(gateway, CardSimulator)
    assert not [one for one in gateway.moved if one.account == account]
    browser.click("input[value=paid]")
    browser.press("Set the card")
    browser.sees("The card answers as you said")
    again: list[dict[str, Any]] = [
        station.make("pickup.tried_again", pickup),
        station.make("pickup.charge_asked", pickup, amount_cents=300, attempt=2),
    ]
    station.push(*again)
    assert [one.amount_cents for one in gateway.moved if one.account == account] == [300]
    browser.open(f"{street.url}/demo?store={store}&account={account}")
    browser.sees("Paid")
