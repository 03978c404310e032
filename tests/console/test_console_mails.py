"""E-mails in doubt: an operator decides once, with name and time, and sees no more of the customer than needed."""

from __future__ import annotations

import re
import sqlite3

import pytest

from central_service import mail, smtp_line
from central_service.console import mails, words
from tests.central.station import fresh_id
from tests.console.conftest import Reader
from tests.console.street import OPERATOR, Street


class Letter:
    """One e-mail of a store, put where the queue would leave it."""

    def __init__(self, street: Street, state: str = "doubtful", name: str = "Post Street") -> None:
        self.street = street
        self.store = street.store(f"{name} {fresh_id()[-6:]}")
        self.account = street.platform.account(self.store)
        self.name = f"arrived:{fresh_id()}:{self.account}"[:96]
        self.mark = mail.mark_of(self.store, self.name)
        self.page = f"/console/mails/{self.store}/{self.mark}"
        code = {"doubtful": "mail.no_answer", "given_up": "mail.server_away"}.get(state, "")
        with sqlite3.connect(street.path) as db:
            db.execute(
                "INSERT INTO mail (store_id, id, account, facts, state, claim, tries, next_try_ms, code, queued_ms) "
                "VALUES (?, ?, ?, '{}', ?, 'c', 3, -1, ?, 1790000000000)",
                (self.store, self.name, self.account, state, code),
            )
        db.close()

    def row(self) -> tuple[object, ...]:
        with sqlite3.connect(self.street.path) as db:
            found = db.execute(
                "SELECT state, claim, tries, code FROM mail WHERE store_id = ? AND id = ?", (self.store, self.name)
            ).fetchone()
            (due,) = db.execute("SELECT next_try_ms >= 0 FROM mail WHERE id = ?", (self.name,)).fetchone()
        db.close()
        return (*found, bool(due))

    def acts(self) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.street.path) as db:
            query = "SELECT operator, what, about FROM operator_act WHERE store_id = ?"
            found = db.execute(query, (self.store,)).fetchall()
        db.close()
        return found


def test_what_is_in_doubt_is_listed_with_a_masked_address_only(street: Street, operator: Reader) -> None:
    one = Letter(street)
    for path in ("/console/mails", one.page):
        text = operator.get(path).text
        assert "a•••@e•••.org" in text, path
        assert "a@example.org" not in text
        assert one.name not in text
    assert one.page in operator.get("/console").text, "it stands under what needs you"
    assert one.page not in operator.get("/console/mails?show=given_up").text


def test_send_again_queues_it_once_and_is_written_down(street: Street, operator: Reader) -> None:
    one = Letter(street)
    said = operator.post(f"{one.page}/again", one.page)
    assert (said.status_code, said.headers["Location"]) == (303, f"{one.page}?said=mail_again")
    assert one.row() == ("queued", "", 0, "", True)
    assert one.acts() == [(OPERATOR, "mail_again", one.mark)]
    text = operator.get(said.headers["Location"]).text
    assert "It is queued" in text
    assert "Sent an e-mail again" in text
    assert f"{one.page}/again" not in text


def test_it_arrived_settles_it_without_sending(street: Street, operator: Reader) -> None:
    one = Letter(street)
    assert operator.post(f"{one.page}/arrived", one.page).status_code == 303
    assert one.row() == ("sent", "", 3, "", False)
    assert one.acts() == [(OPERATOR, "mail_arrived", one.mark)]
    assert operator.get(one.page).status_code == 200, "what was decided can be looked at"


@pytest.mark.parametrize("first", ["again", "arrived"])
@pytest.mark.parametrize("second", ["again", "arrived"])
def test_the_second_operator_is_told_and_changes_nothing(
    street: Street, operator: Reader, first: str, second: str
) -> None:
    one = Letter(street)
    assert operator.post(f"{one.page}/{first}", one.page).status_code == 303
    before = (one.row(), one.acts())
    said = operator.post(f"{one.page}/{second}", "/console/acts")
    assert said.status_code == 409
    assert "mail.not_open" in said.text
    assert (one.row(), one.acts()) == before


def test_what_was_given_up_can_only_be_sent_again(street: Street, operator: Reader) -> None:
    one = Letter(street, "given_up")
    text = operator.get(one.page).text
    assert one.page in operator.get("/console/mails?show=given_up").text
    assert f"{one.page}/arrived" not in text
    assert operator.post(f"{one.page}/arrived", one.page).status_code == 409
    assert one.acts() == []
    assert operator.post(f"{one.page}/again", one.page).status_code == 303
    assert one.row()[0] == "queued"


def test_the_change_and_its_note_are_one(street: Street, operator: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Letter(street)

    def fails(*_: object) -> None:
        raise RuntimeError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(mails, "note", fails)
        for way in ("again", "arrived"):
            assert operator.post(f"{one.page}/{way}", one.page).status_code == 500
    assert one.row()[0] == "doubtful"
    assert one.acts() == []


def test_another_stores_mail_or_none_is_404(street: Street, operator: Reader) -> None:
    one, other = Letter(street), Letter(street)
    for path in (f"/console/mails/{other.store}/{one.mark}", f"/console/mails/{one.store}/{'0' * 32}"):
        assert operator.get(path).status_code == 404
        assert operator.post(f"{path}/again", "/console").status_code == 404
    assert one.row()[0] == "doubtful"


def test_each_act_leads_to_the_page_of_what_it_is_about(street: Street, operator: Reader) -> None:
    one = Letter(street)
    operator.post(f"{one.page}/arrived", one.page)
    assert f'href="{one.page}"' in operator.get("/console/acts").text
    assert f'href="{one.page}"' in operator.get(f"/console/stores/{one.store}").text


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("ann@mail.example.org", "a•••@m•••.org"),
        ("a@b", "a•••@b•••"),
        ("@x.org", "•••@x•••.org"),
        ("no address", "•••"),
        ("", ""),
    ],
)
def test_a_masked_address(address: str, shown: str) -> None:
    assert mails.masked(address) == shown


def test_every_code_of_an_e_mail_has_its_words() -> None:
    found: set[str] = set()
    for module in (mail, smtp_line):
        assert module.__file__
        with open(module.__file__, encoding="utf-8") as text:
            found |= set(re.findall(r'"(mail\.[a-z_]+)"', text.read()))
    assert found - {"mail.not_open"} == words.MAIL_CODES.keys()
