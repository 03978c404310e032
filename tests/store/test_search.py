"""Finding accounts as a clerk types, and pieces by Mail ID or the last digits of a tracking number."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.mailbox import Account
from counter_app.domain.rows import to_plain
from counter_app.store import search, state
from tests.counter_acts import piece

PEOPLE = {
    "lee": {"mailbox": "101", "holder": "Ann Lee", "phone": "+1 (518) 555-0142", "email": "Ann.Lee+mail@Example.org"},
    "munoz": {"mailbox": "0042", "holder": "José Muñoz Ångström"},
    "acme": {"mailbox": "7", "holder": "Acme Widgets, L.L.C.", "collectors": [{"name": "Courier Carl"}]},
    "obrien": {"mailbox": "1010", "holder": "Maeve O'Brien-Smith", "names": [{"text": "Widow Twankey"}]},
    "chen": {"mailbox": "300", "holder": "陈小龙"},
}


@pytest.fixture
def people(counter: Any) -> Any:
    for account_id, more in PEOPLE.items():
        row = {"id": account_id, "state": "active", "names": [{"text": more["holder"]}]} | more
        with counter.desk.db.write() as connection:
            assert state.accept_pulled(connection, "account", [(account_id, 1, row)]) == []
    return counter


def _found(counter: Any, typed: str) -> list[str]:
    with counter.desk.db.read() as connection:
        return search.account_ids(connection, typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ann Lee", ["lee"]),
        ("lee ann", ["lee"]),
        ("an l", ["lee"]),
        ("le", ["lee"]),
        ("jose munoz", ["munoz"]),
        ("José Muñoz", ["munoz"]),
        ("JOSÉ", ["munoz"]),
        ("angstrom", ["munoz"]),
        ("Ångström", ["munoz"]),
        ("acme", ["acme"]),
        ("acme widgets llc", ["acme"]),
        ("courier", ["acme"]),
        ("o'brien", ["obrien"]),
        ("obrien smith", ["obrien"]),
        ("twankey", ["obrien"]),
        ("0042", ["munoz"]),
        ("42", ["munoz"]),
        ("518555", ["lee"]),
        ("5550142", ["lee"]),
        ("555-0142", ["lee"]),
        ("(518) 555-0142", ["lee"]),
        ("0142", ["lee"]),
        ("ann.lee+mail@example.org", ["lee"]),
        ("ANN.LEE", ["lee"]),
        ("陈小龙", ["chen"]),
        ("陈", ["chen"]),
        ("nobody", []),
        ("lee acme", []),
        ("", []),
        ("   ", []),
    ],
)
def test_an_account_is_found_by_what_a_clerk_types(people: Any, typed: str, expected: list[str]) -> None:
    assert _found(people, typed) == expected


def test_every_word_narrows_and_a_number_begins_others(people: Any) -> None:
    assert set(_found(people, "101")) == {"lee", "obrien"}
    assert _found(people, "101 ann") == ["lee"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("munos", ["munoz"]), ("wdigets", ["acme"]), ("twanky", ["obrien"]), ("xcme", ["acme"]), ("angstrim", ["munoz"])],
)
def test_one_typing_error_is_forgiven(people: Any, typed: str, expected: list[str]) -> None:
    assert _found(people, typed) == expected


@pytest.mark.parametrize("typed", ["mnuos", "wxdigetz", "lxx", "zcna"])
def test_two_errors_or_one_in_a_short_word_are_not(people: Any, typed: str) -> None:
    assert _found(people, typed) == []


def test_an_exact_beginning_comes_before_any_guess(people: Any) -> None:
    people.account("leo", "500", "Twanker Leo")
    assert _found(people, "twanke") == ["obrien", "leo"]
    assert _found(people, "twankey") == ["obrien"]


def test_words_that_were_taken_away_are_not_found_any_more(people: Any) -> None:
    row = to_plain(Account("lee", "202", "active", "Ann Married", phone="2125559999"))
    with people.desk.db.write() as connection:
        state.accept_pulled(connection, "account", [("lee", 2, row)])
    for gone in ("lee", "518555", "0142", "ann.lee"):
        assert "lee" not in _found(people, gone)
    assert _found(people, "married") == ["lee"]
    assert _found(people, "202") == ["lee"]


HOSTILE = ['ann"', "NEAR(", "-ann", "ann OR", "ann AND", "NOT ann", "a* OR b", "{words}:ann", "words:ann", "^ann"]
HOSTILE += ["ann\x00lee", "%", "_", "100%", "';--", "\\", "*", '"', '""', "(", ")", "+", "ann NEAR/2 lee", "\ud800"]
HOSTILE += ["\u202eeel", "a" * 5_000, "a " * 500, "\U0010ffff", "😀", "ß", "İ", "ﬁ"]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_t4_nothing_that_is_typed_is_a_query_language(people: Any, typed: str) -> None:
    found = _found(people, typed)
    assert len(found) <= search.LIMIT
    with people.desk.db.read() as connection:
        assert search.item_ids(connection, typed) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(alphabet=st.characters(codec=None), max_size=40) | st.text('"*()-^:NEAROTD ab%_\\', max_size=20))
def test_t4_any_text_at_all_gives_a_list(people: Any, typed: str) -> None:
    with people.desk.db.read() as connection:
        assert isinstance(search.account_ids(connection, typed), list)
        assert isinstance(search.item_ids(connection, typed), list)


@pytest.mark.parametrize("term", ['a" OR b', "NEAR(", "OR", "*", "words:ann", '"', "NOT"])
def test_t4_a_word_is_quoted_even_if_nobody_cleaned_it_before(people: Any, term: str) -> None:
    with people.desk.db.read() as connection:
        assert search._matching(connection, [[term]], 5) in ([], ["lee"])


def test_a_percent_sign_matches_nothing_but_itself(people: Any) -> None:
    for sign in ("%", "_", "%%%%", "____"):
        assert _found(people, sign) == []


def test_never_more_than_asked_for(counter: Any) -> None:
    for number in range(30):
        counter.account(f"a{number}", f"{number}", f"Same Name{number}")
    assert len(_found(counter, "same")) == search.LIMIT
    with counter.desk.db.read() as connection:
        assert len(search.account_ids(connection, "same", 5)) == 5


def test_a_piece_is_found_by_its_mail_id_and_both_ends_of_its_tracking_number(people: Any) -> None:
    clerk = people.clerk()
    found = piece(people, clerk, "lee", tracking="1Z999AA10123456784")
    other = piece(people, clerk, "lee", tracking="1Z999AA10123456775", duplicate_reason="")
    with people.desk.db.read() as connection:
        assert search.item_ids(connection, found.mail_id) == [found.id]
        assert search.item_ids(connection, found.mail_id[:6].lower()) == [found.id]
        assert search.item_ids(connection, "6784") == [found.id]
        assert search.item_ids(connection, "3456 784") == [found.id]
        assert search.item_ids(connection, "1z999aa1") == sorted([found.id, other.id], key=[other.id, found.id].index)
        assert search.item_ids(connection, "784") == []
        assert search.item_ids(connection, "9999") == []
        assert len(search.item_ids(connection, "1z999aa1", 1)) == 1
