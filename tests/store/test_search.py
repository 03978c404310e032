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


def _hits(counter: Any, typed: str) -> list[tuple[str, bool]]:
    with counter.desk.db.read() as connection:
        return [tuple(hit) for hit in search.account_hits(connection, typed)]


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
    assert _hits(people, "twankey") == [("obrien", False), ("leo", True)]


def test_words_that_were_taken_away_are_not_found_any_more(people: Any) -> None:
    row = to_plain(Account("lee", "202", "active", "Ann Married", phone="2125559999"))
    with people.desk.db.write() as connection:
        state.accept_pulled(connection, "account", [("lee", 2, row)])
    for gone in ("lee", "518555", "0142", "ann.lee"):
        assert "lee" not in _found(people, gone)
    assert _found(people, "married") == ["lee"]
    assert _found(people, "202") == ["lee"]


ERRORS = {
    "munoz": "qunoz unoz umnoz xmunoz muoz mumoz muonz munnoz muno munox munzo munozz jose_mnuoz jose_uno jose_xmunoz "
    "jsoe_munoz jxose_munoz jsoe_mnuoz munoz_josse",
    "obrien": "twnk wank twakn tqank obrien_smoth obrein_sm brien_smith obrein_smiht widw_twank",
    "acme": "wdigets_llc acem_widgets corl_courier",
}


@pytest.mark.parametrize(("typed", "meant"), [(one, who) for who, texts in ERRORS.items() for one in texts.split()])
def test_an_error_anywhere_in_one_or_two_words_is_forgiven(people: Any, typed: str, meant: str) -> None:
    assert _found(people, typed.replace("_", " ")) == [meant]


def test_the_mailbox_of_that_number_comes_first_then_whole_words_then_beginnings(people: Any) -> None:
    people.account("pete", "55", "Lee 101")
    people.account("leemann", "56", "Bo Leemann")
    people.account("late", "57", "Cara Lee")
    assert _found(people, "101")[0] == "lee"
    assert _found(people, "pmb 101") == ["lee"]
    assert _found(people, "lee") == ["lee", "pete", "late", "leemann"]


def test_words_of_a_changed_name_leave_the_vocabulary_unless_somebody_else_has_them(people: Any) -> None:
    people.account("x1", "801", "Zebulon Quackenbush")
    people.account("x2", "802", "Zebulon Other")
    with people.desk.db.write() as connection:
        row = to_plain(Account("x1", "801", "active", "Ann Married"))
        state.accept_pulled(connection, "account", [("x1", 99, row)])
    with people.desk.db.read() as connection:
        known = {word for (word,) in connection.exec_driver_sql("SELECT word FROM search_word").all()}
    assert "quackenbush" not in known
    assert {"zebulon", "married"} <= known


def test_one_wrong_digit_of_a_phone_number_is_forgiven_and_none_of_a_mailbox(people: Any) -> None:
    assert _found(people, "5185550143") == ["lee"]
    assert _found(people, "5550124") == ["lee"]
    assert _found(people, "102") == []


def test_the_letters_of_an_e_mail_address_are_forgiven_an_error_and_its_digits_stay(people: Any) -> None:
    people.account("kim", "803", "Kim Okafor", email="okafor412@mail.example")
    assert _found(people, "okafro412") == ["kim"]
    assert _found(people, "okafro413") == []


def test_other_alphabets_are_forgiven_an_error_too(people: Any) -> None:
    people.account("ivan", "804", "\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432")
    assert _found(people, "\u041f\u0435\u0442\u0440\u0430\u0432") == ["ivan"]


def test_a_whole_number_of_a_piece_is_forgiven_one_error(people: Any) -> None:
    clerk = people.clerk()
    found = piece(people, clerk, "lee", tracking="1Z999AA10123456784")
    with people.desk.db.read() as connection:
        for typed in ("1Z999AA10123456748", "1Z99AA10123456784", "1Z999AA1O123456784", "1Z999AA101234567845"):
            assert search.item_ids(connection, typed) == []
            assert search.near_item_ids(connection, typed) == [found.id]
        assert search.near_item_ids(connection, "1Z999AA1") == []


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
        for query in (search._word(term), search._begin(term), search._any_of([search._word(term)])):
            assert list(search._rows(connection, query, 5)) in ([], ["lee"])


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
