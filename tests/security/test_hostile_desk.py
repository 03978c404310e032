"""T4, T14: every hostile string through the gate for text, the search and the use cases of one store."""

from __future__ import annotations

import logging
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from counter_app.desk import answers, customers, pickups, receiving, sign_in
from counter_app.desk.receiving import Arrival
from counter_app.domain import aamva, names, tracking
from counter_app.domain.text import MARKS_MAX, TEXT_MAX, clean, is_mixed_script, scan_text
from counter_app.domain.values import parse_mail_id
from counter_app.errors import CounterError
from counter_app.store import search, state
from tests.counter_acts import everything, one
from tests.security.hostile_strings import LONG, all_strings, few, sample
from ui.sentences import SENTENCES, say


def is_clean(text: str, limit: int = TEXT_MAX) -> bool:
    """One line of visible characters, nothing that orders a screen, a printer or a reader about."""
    return (
        len(text) <= limit
        and clean(text, limit).text == text
        and not any(unicodedata.category(ch) in ("Cc", "Cs", "Zl", "Zp") for ch in text)
        and not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\u00ad")
    )


def test_t14_the_gate_for_text(tally: Any) -> None:
    tally.path("text")
    for kind, text in all_strings():
        once = clean(text)
        assert is_clean(once.text), (kind, text)
        assert clean(once.text) == (once.text, frozenset()) or clean(once.text).text == once.text
        run = 0
        for ch in once.text:
            run = run + 1 if unicodedata.category(ch)[0] == "M" else 0
            assert run <= MARKS_MAX
        scanned = scan_text(text).text
        assert scanned == scan_text(scanned).text
        assert not any(unicodedata.category(ch) in ("Cc", "Cs", "Cf") for ch in scanned if ch != "\x1d")
        scanned.encode()
        is_mixed_script(text)
        tally.add(kind)


def test_t14_what_reads_barcodes_and_names_raises_nothing_but_its_own_error(tally: Any) -> None:
    tally.path("barcode and name readers")
    on_form = [names.AuthorizedName("Amara Okafor", "person"), names.AuthorizedName("Okafor Imports LLC", "business")]
    for kind, text in sample(1_500):
        tracking.identify(text)
        parse_mail_id(text)
        assert names.match(text, on_form).verdict in ("exact", "likely", "no")
        assert names.match("Amara Okafor", [text]).verdict in ("exact", "likely", "no")
        try:
            aamva.parse(text)
        except aamva.AamvaError as error:
            assert error.code in SENTENCES
        tally.add(kind)


# ---------------------------------------------------------------- one store


@pytest.fixture
def shop(counter: Any, caplog: Any) -> Iterator[Any]:
    for n, name in enumerate(("Amara Okafor", "Wei-Lin Chen", "José Núñez", "Smith & Sons", "Zoë O'Hara")):
        counter.account(f"a{n}", f"{201 + n}", name)
    for n, (_, text) in enumerate(few(10)):
        counter.account(f"h{n}", f"{301 + n}", text)
    counter.actor = counter.clerk(4)
    caplog.set_level(logging.WARNING)
    yield counter
    assert [record.message for record in caplog.records] == []


def refused(work: Callable[..., Any], *args: Any, codes: Counter[str] | None = None) -> Any:
    """What `work` gives, None when it refuses; a refusal has a sentence and shows no placeholder."""
    try:
        return work(*args)
    except CounterError as error:
        assert error.code in SENTENCES, error.code
        assert say(error).strip()
        if codes is not None:
            codes[error.code] += 1
        return None


def test_t4_the_search_reads_nothing_as_a_query(shop: Any, tally: Any) -> None:
    tally.path("search box (store)")
    with shop.desk.db.read() as connection:
        for kind, text in all_strings():
            assert len(search.account_ids(connection, text)) <= search.LIMIT
            assert len(search.item_ids(connection, text)) <= search.LIMIT
            tally.add(kind)


def test_t4_questions_of_the_desk(shop: Any, tally: Any) -> None:
    desk, actor = shop.desk, shop.actor
    before = everything(desk)
    tally.path("desk: scanned and asked")
    for kind, text in all_strings():
        found = receiving.recognise(desk, actor, text)
        assert found.kind in ("piece", "mailbox", "tracking", "shelf", "unknown")
        customers.by_mailbox(desk, actor, text)
        tally.add(kind)
    tally.path("desk: yes/no screen and lists")
    for kind, text in sample(500):
        said = answers.answer(desk, actor, text)
        assert said.lines
        for line in said.lines:
            assert line.code in SENTENCES
        customers.find(desk, actor, text)
        customers.search_listing(desk, actor, text, "all")
        tally.add(kind)
    assert everything(desk) == before, "a question changes nothing"


def test_t4_t14_what_is_written_is_clean(shop: Any, tally: Any) -> None:
    desk, actor = shop.desk, shop.actor
    codes: Counter[str] = Counter()
    strings = all_strings()
    tally.path("desk: receive (four texts an act)")
    step = 1 if LONG else 4
    for at in range(0, len(strings), step):
        four = [strings[(at + n) % len(strings)] for n in range(4)]
        name, carrier, number, reason = (text for _, text in four)
        arrival = Arrival(name=name, carrier=carrier, tracking=number, duplicate_reason=reason, label=False)
        got = refused(receiving.receive_unassigned, desk, actor, arrival, codes=codes)
        if got is not None:
            assert is_clean(got.item.name_on_piece)
            assert got.item.name_on_piece == clean(name).text
            assert is_clean(got.item.carrier)
            assert got.item.tracking.isalnum() or not got.item.tracking
            assert len(got.item.tracking) <= 64
        for kind, _ in four[:step]:
            tally.add(kind)
    assert set(codes) <= {"item.duplicate"}
    tally.path("desk: shelf, note, reasons, collector")
    item = receiving.receive(desk, actor, Arrival("a0", "Amara Okafor")).item
    visit = pickups.open_walk_in(desk, actor, "a0", [item.id]).pickup
    for kind, text in sample(150):
        refused(receiving.move, desk, actor, item.id, text, codes=codes)
        refused(customers.set_note, desk, actor, "a1", text, codes=codes)
        refused(pickups.check_id, desk, actor, visit.id, text, "passport", codes=codes)
        refused(pickups.scan_piece, desk, actor, visit.id, text, codes=codes)
        refused(receiving.receive, desk, actor, Arrival("a1", text, label=False), codes=codes)
        refused(receiving.reassign, desk, actor, item.id, "a2", "Wei-Lin Chen", text, codes=codes)
        with desk.db.read() as connection:
            note = state.account(connection, "a1").note
        assert is_clean(note, 500)
        tally.add(kind)
    assert {"item.shelf_wrong", "name.not_on_form", "name.missing", "pickup.collector_not_authorised"} <= set(codes)
    assert "program.fault" not in codes
    assert one(desk, "SELECT count(*) FROM account") == 5 + len(few(10)), "nothing dropped a table or a row"


def test_t14_sign_in_takes_any_text_as_a_wrong_one(shop: Any, tally: Any) -> None:
    desk, actor = shop.desk, shop.actor
    tally.path("desk: e-mail, password, PIN")
    codes: Counter[str] = Counter()
    for kind, text in all_strings():
        refused(sign_in.sign_in, desk, text, text, codes=codes)
        refused(sign_in.set_pin, desk, actor, text, codes=codes)
        tally.add(kind)
    assert set(codes) == {"sign_in.unknown_here", "sign_in.pin_too_simple"}
    assert refused(sign_in.sign_in, desk, "clerk-1@example.org", "\ud800", codes=codes) is None
    assert refused(sign_in.sign_in, desk, "clerk-1@example.org", "correct horse") is not None


def test_t14_any_password_that_can_be_typed_lets_its_clerk_in(shop: Any) -> None:
    for n, (_, text) in enumerate(few(40)[:120]):
        said = {"id": f"c{n}", "name": text, "email": f"c{n}@example.org", "level": 1}
        sign_in.learn(shop.desk, said, "", "", shop.clock.wall + 10**9, text[:200])
        assert sign_in.sign_in(shop.desk, said["email"], text[:200]).id == f"c{n}"
        assert is_clean(next(one for one in sign_in.clerks(shop.desk) if one.id == f"c{n}").name)


# ---------------------------------------------------------------- rows of the centre


def rows_of(texts: list[str], n: int) -> dict[str, tuple[str, dict[str, Any]]]:
    t = (texts * 10)[:10]
    account = {
        "id": f"p{n}", "mailbox": t[0], "state": "active", "holder": t[1], "email": t[2], "phone": t[3], "note": t[4],
        "plan": t[5], "names": [{"text": t[6], "kind": "person"}, {"text": t[7], "kind": "business"}],
        "collectors": [{"name": t[8]}],
    }  # fmt: skip
    item = {
        "id": f"i{n}", "mail_id": f"M{n:010d}", "state": "received", "account_id": f"p{n}", "mailbox": t[0],
        "name_on_piece": t[1], "name_matched": t[2], "carrier": t[3], "shelf": t[4], "tracking": t[5],
        "remarks": [t[6]], "received_ms": 1,
    }  # fmt: skip
    pickup = {
        "id": f"k{n}",
        "account_id": f"p{n}",
        "mailbox": t[0],
        "state": "ready",
        "collector": t[1],
        "reason": t[2],
    }
    employee = {"id": f"e{n}", "name": t[0], "email": t[1], "level": 1}
    return {
        "account": (f"p{n}", account), "item": (f"i{n}", item), "pickup": (f"k{n}", pickup),
        "employee": (f"e{n}", employee),
    }  # fmt: skip


def test_t14_t21_rows_of_the_centre_are_kept_clean_and_none_is_lost(shop: Any, tally: Any) -> None:
    tally.path("rows pulled from the centre")
    strings = all_strings()
    step = 1 if LONG else 10
    with shop.desk.db.write() as connection:
        for n, at in enumerate(range(0, len(strings), step)):
            ten = [strings[(at + more) % len(strings)] for more in range(10)]
            for entity, (row_id, row) in rows_of([text for _, text in ten], n).items():
                assert state.accept_pulled(connection, entity, [(row_id, 1, row)]) == []
                kept = state.get(connection, entity, row_id)
                assert kept is not None
                for text in texts_of(kept):
                    assert is_clean(text, 500), (entity, text)
            for kind, _ in ten[:step]:
                tally.add(kind)
    actor = shop.actor
    for offset in range(0, 1_000, 200):
        for line in customers.listing(shop.desk, actor, "all", offset, 200):
            assert is_clean(line.holder)


def texts_of(row: Any) -> Iterator[str]:
    from dataclasses import asdict

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                yield from walk(inner)

    yield from walk(asdict(row))
