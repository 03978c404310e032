"""The demo's page on which a tester plays the customer, as plain HTTP; and the operator's command."""

from __future__ import annotations

import io
from typing import Any

import pytest

from counter_app.main import main
from tests.console.conftest import Reader
from tests.console.street import Street


@pytest.fixture
def box(street: Street) -> tuple[str, str, list[str]]:
    """A store with one mailbox and two pieces: (store, account, pieces)."""
    store = street.store("Customer Street")
    account = street.platform.account(store, mailbox="107")
    station = street.station(store)
    station.push(station.received(account), station.received(account))
    return store, account, [one["id"] for one in street.platform.get("items", store=store)]


def here(store: str, account: str) -> str:
    return f"/demo?store={store}&account={account}"


def test_the_pieces_of_a_mailbox_are_shown_and_asked_for(street: Street, visitor: Reader, box: Any) -> None:
    store, account, items = box
    text = visitor.get(here(store, account)).text
    assert text.count("On the shelf") == 2
    answer = visitor.post("/demo/pickup", here(store, account), store=store, account=account, item=items)
    assert answer.headers["Location"].endswith("said=pickup")
    assert visitor.get(here(store, account)).text.count("In a task") == 2
    assert [one["state"] for one in street.platform.get("pickups", store=store)] == ["scheduled"]


def test_s10_a_task_is_asked_for_and_taken_back(street: Street, visitor: Reader, box: Any) -> None:
    store, account, items = box
    asked = {"store": store, "account": account}
    for kind in ("scan", "ship", "shred", "check_deposit", "personal_delivery"):
        answer = visitor.post("/demo/task", here(store, account), **asked, kind=kind, item=items)
        assert answer.headers["Location"].endswith("said=task"), kind
        task = next(one for one in street.platform.get("tasks", store=store) if one["state"] == "requested")
        assert (task["kind"], task["items"]) == (kind, items)
        assert visitor.get(here(store, account)).text.count("Take back") == 1
        back = visitor.post("/demo/task/back", here(store, account), **asked, task=task["id"])
        assert back.headers["Location"].endswith("said=task_back")
    wrong = visitor.post("/demo/task", here(store, account), **asked, kind="eat", item=items)
    assert wrong.status_code == 400
    early = visitor.post("/demo/task/price", here(store, account), **asked, task=task["id"], agreed="1")
    assert early.status_code == 409


def test_a_piece_that_is_taken_meanwhile_is_refused_in_words(visitor: Reader, box: Any, street: Street) -> None:
    store, account, items = box
    seen = visitor.token(here(store, account))
    street.platform.post("pickups", store=store, account=account, items=items)
    answer = visitor.post("/demo/pickup", form_token=seen, store=store, account=account, item=items)
    assert answer.status_code == 409
    assert "Not all of these pieces are free" in answer.text


@pytest.mark.parametrize("fields", [{}, {"item": ["<b>"]}, {"item": ["x"], "store": "nothing"}, {"item": ["x"] * 201}])
def test_a_request_that_makes_no_sense_changes_nothing(
    street: Street, visitor: Reader, box: Any, fields: dict[str, Any]
) -> None:
    store, account, _ = box
    body = {"store": store, "account": account, **fields}
    assert visitor.post("/demo/pickup", here(store, account), **body).status_code in (400, 404, 409)
    assert street.platform.get("pickups", store=store) == []


def test_the_card_takes_only_what_a_card_can_answer(visitor: Reader, box: Any) -> None:
    store, account, _ = box
    page = here(store, account)
    for answer in ("declined", "unknown", "paid"):
        sent = visitor.post("/demo/card", page, store=store, account=account, answer=answer)
        assert sent.headers["Location"].endswith("said=card")
    for answer in ("", "free", "paid,paid"):
        assert visitor.post("/demo/card", page, store=store, account=account, answer=answer).status_code == 400


def test_a_mailbox_is_found_by_number_and_by_name(street: Street, visitor: Reader) -> None:
    store = street.store("Finding Street")
    for mailbox in ("7", "77", "78"):
        street.platform.account(store, mailbox=mailbox)
    assert visitor.get(f"/demo?store={store}&box=7").text.count('class="box"') == 1
    assert visitor.get(f"/demo?store={store}&box=ann").text.count('class="box"') == 3
    assert "No mailbox of that number" in visitor.get(f"/demo?store={store}&box=zz%25").text


# ---------------------------------------------------------------- the command


def test_an_operator_is_added_from_the_terminal_and_removed(
    street: Street, visitor: Reader, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    def type_in(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    where = ["--database", str(street.path)]
    type_in("correct horse battery\n")
    assert main(["central-operator", "add", "Pat@Counter.example", *where]) == 0
    assert "correct horse" not in "".join(capsys.readouterr())
    assert visitor.sign_in("pat@counter.example", "correct horse battery").status_code == 303
    assert main(["central-operator", "remove", "pat@counter.example", *where]) == 0
    assert visitor.get("/console").status_code == 303
    assert main(["central-operator", "remove", "pat@counter.example", *where]) == 1
    type_in("short\n")
    assert main(["central-operator", "add", "pat@counter.example", *where]) == 1
    assert "at least 12" in capsys.readouterr().err


def test_two_passwords_that_differ_change_nothing(tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter(["correct horse battery", "correct horse buttery"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    assert main(["central-operator", "add", "a@b", "--database", str(tmp_path / "new.db")]) == 1
    assert "not the same" in capsys.readouterr().err
    assert not (tmp_path / "new.db").exists()
