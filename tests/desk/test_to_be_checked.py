"""Receiving works before the register is here: the piece is marked, belongs to nobody, and is checked later (S-09)."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import inbox, pickups, receiving, register, to_be_checked
from counter_app.desk.receiving import Arrival
from counter_app.errors import RuleViolation
from counter_app.events import InboxChanged
from counter_app.store import side_file, to_check
from tests.counter_acts import one, refusal


@pytest.fixture
def arriving(counter: Any) -> Any:
    """A counter whose register has not come yet."""
    with counter.desk.db.write() as connection:
        side_file.note_state(connection, "arriving")
    return counter


def _receive(counter: Any, clerk: Any, **more: Any) -> Any:
    values = {"name": "Amara Okafor", "mailbox": "PMB 214", "shelf": "A-3", **more}
    return to_be_checked.receive(counter.desk, clerk, Arrival(**values))


def _register_comes(counter: Any) -> None:
    with counter.desk.db.write() as connection:
        side_file.tidy(connection)
        to_check.put_in_inbox(connection, counter.clock.wall_ms())


def test_s09_a_piece_is_taken_in_with_what_stands_on_it_and_belongs_to_nobody(arriving: Any) -> None:
    clerk = arriving.clerk(1)
    got = _receive(arriving, clerk, flags=("damaged",))
    item = got.item
    assert (item.state, item.account_id, item.mailbox) == ("unassigned", "", "214")
    assert (item.name_on_piece, item.name_matched) == ("Amara Okafor", "")
    assert item.flags == ("damaged", "to_be_checked")
    assert '"pmb":""' in str(one(arriving.desk, "SELECT payload FROM print_job")).replace(" ", "")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": " "}, "name.missing"),
        ({"mailbox": "2" * 13}, "item.mailbox_wrong"),
        ({"shelf": "??"}, "item.shelf_wrong"),
    ],
)
def test_what_cannot_be_checked_later_is_refused_now(arriving: Any, more: dict[str, str], code: str) -> None:
    clerk = arriving.clerk(1)
    assert refusal(lambda: _receive(arriving, clerk, **more)).code == code
    assert one(arriving.desk, "SELECT count(*) FROM item") == 0


def test_with_the_register_here_there_is_no_way_around_the_gate(counter: Any) -> None:
    clerk = counter.clerk(4)
    assert refusal(lambda: _receive(counter, clerk)).code == "register.here"
    assert one(counter.desk, "SELECT count(*) FROM journal WHERE kind = 'item.received'") == 0


def test_s09_nobody_gets_a_piece_that_is_not_checked(arriving: Any) -> None:
    clerk = arriving.clerk(4)
    item = _receive(arriving, clerk).item
    account = arriving.account("acc-1", "214", "Amara Okafor")
    found = refusal(lambda: pickups.open_walk_in(arriving.desk, clerk, account, [item.id]))
    assert found.code == "pickup.not_of_mailbox"
    assert receiving.destination(arriving.desk, clerk, account).on_shelf == 0


def test_one_key_puts_it_where_it_belongs_and_closes_the_task(arriving: Any) -> None:
    clerk = arriving.clerk(1)
    item = _receive(arriving, clerk).item
    account = arriving.account("acc-1", "214", "Amara Okafor")
    _register_comes(arriving)
    (entry,) = inbox.entries(arriving.desk)
    assert (entry.code, entry.facts["item"], entry.mail_id) == ("piece.to_check", item.id, item.mail_id)
    found = to_be_checked.look(arriving.desk, clerk, item.id)
    assert (found.ready, found.account.id, found.matched) == (True, account, "Amara Okafor")
    done = to_be_checked.confirm(arriving.desk, clerk, item.id)
    assert (done.state, done.account_id, done.verdict) == ("received", account, "exact")
    assert inbox.entries(arriving.desk) == []
    assert InboxChanged(0) in arriving.told


@pytest.mark.parametrize(
    ("holder", "mailbox", "state", "verdict"),
    [
        ("Amara Okafor-Reyes", "214", "active", "likely"),
        ("Bo Lee", "214", "active", "no"),
        ("Amara Okafor", "214", "inactive", "exact"),
        ("Amara Okafor", "999", "active", ""),
    ],
)
def test_what_does_not_fit_exactly_is_left_to_a_clerk(
    arriving: Any, holder: str, mailbox: str, state: str, verdict: str
) -> None:
    clerk = arriving.clerk(1)
    item = _receive(arriving, clerk).item
    arriving.account("acc-1", mailbox, holder, state=state)
    _register_comes(arriving)
    found = to_be_checked.look(arriving.desk, clerk, item.id)
    assert not found.ready
    assert found.verdict in (verdict, "no")
    assert refusal(lambda: to_be_checked.confirm(arriving.desk, clerk, item.id)).code == "item.check_by_hand"
    assert one(arriving.desk, "SELECT state FROM item") == "unassigned"


def test_r17_of_two_holders_the_one_whose_form_bears_the_name(arriving: Any) -> None:
    clerk = arriving.clerk(1)
    item = _receive(arriving, clerk).item
    arriving.account("former", "214", "Bo Lee", state="released")
    now = arriving.account("now", "214", "Amara Okafor")
    assert to_be_checked.look(arriving.desk, clerk, item.id).account.id == now
    arriving.account("twin", "214", "Amara Okafor")
    assert not to_be_checked.look(arriving.desk, clerk, item.id).ready


def test_a_piece_that_was_taken_back_leaves_no_task(arriving: Any) -> None:
    clerk = arriving.clerk(1)
    item = _receive(arriving, clerk).item
    _register_comes(arriving)
    receiving.take_back(arriving.desk, clerk, item.id)
    assert inbox.entries(arriving.desk) == []
    assert refusal(lambda: to_be_checked.look(arriving.desk, clerk, item.id)).code == "item.not_unassigned"


def test_the_task_comes_for_marked_pieces_only_and_once(arriving: Any) -> None:
    clerk = arriving.clerk(1)
    receiving.receive_unassigned(arriving.desk, clerk, Arrival(name="Nobody"))
    _receive(arriving, clerk)
    _register_comes(arriving)
    _register_comes(arriving)
    assert len(inbox.entries(arriving.desk)) == 1


def test_stopping_and_going_on_outlive_a_start_and_end_with_the_register(arriving: Any) -> None:
    clerk = arriving.clerk(1)
    register.pause(arriving.desk, clerk)
    assert register.state(arriving.desk) == "paused"
    register.go_on(arriving.desk, clerk)
    assert register.state(arriving.desk) == "arriving"
    _register_comes(arriving)
    assert register.state(arriving.desk) == ""
    with pytest.raises(RuleViolation, match=r"register\.here"):
        register.pause(arriving.desk, clerk)
