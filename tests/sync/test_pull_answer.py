"""The quick reading of a pull's answer gives what the strict one gives, or refuses what that one refuses (T15, T21)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account, Collector, FormName
from counter_app.domain.rows import to_plain
from counter_app.errors import Offline
from counter_app.store.ready_rows import ReadyRow
from counter_app.sync import wire
from counter_app.sync.pull_answer import PulledAnswer, parse_pulled

ITEM = to_plain(MailItem("i1", "M1", "received", "a1", "12", "Ann Lee", "Ann Lee", "exact", received_ms=9))
ACCOUNT = to_plain(
    Account("a1", "12", "active", "Zoë Müller", names=(FormName("Zoë Müller"),), collectors=(Collector("Bo"),))
)


def body(tables: Any, **more: Any) -> bytes:
    stream = {"id": "store:s1", "tables": tables, "next": "c", "high": 9, **more}
    said = {"epoch": "e", "server_time_ms": 1, "streams": [stream], "hints": {"poll_s": 15, "spread_s": 3}}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(parse: Any, data: bytes) -> Any:
    """The answer with plain rows, or the code that it is refused with."""
    try:
        said = parse(data)
        pages = wire.pages(said)
    except Offline as error:
        return error.code
    rest = {**said, "streams": [{**one, "tables": None} for one in said["streams"]]}
    rows = [
        {entity: [(row_id, seq, dict(row)) for row_id, seq, row in found] for entity, found in page.rows.items()}
        for page in pages
    ]
    return rest, rows, [(one.next, one.more, one.high, one.gone) for one in pages]


def test_rows_as_they_should_be_stay_bytes() -> None:
    data = body({"item": [["i1", 4, ITEM]], "account": [["a1", 5, ACCOUNT]], "pickup": []})
    (page,) = wire.pages(parse_pulled(data))
    assert [type(row[2]) for rows in page.rows.values() for row in rows] == [ReadyRow, ReadyRow]
    assert dict(page.rows["account"][0][2]) == ACCOUNT
    assert read(parse_pulled, data) == read(wire.parse_json, data)


@pytest.mark.parametrize(
    "data",
    [
        body({"item": [["i1", 4, ITEM]]}).replace(b'"state":"received"', b'"state":"received","state":"returned"'),
        body({"item": [["i1", 4, ITEM]]}).replace(b'"pickup":""', b'"pickup":"","pickup":""'),
        body({"item": [["i1", 4, ITEM]], "pickup": []}).replace(b'"pickup":[]', b'"item":[]'),
        body({"item": [["i1", 4, ITEM]]}).replace(b'"high":9', b'"high":9,"high":8'),
        body({"item": [["i1", 4, ITEM]]}).replace(b'"tables":', b'"tables":{},"tables":'),
        body({"item": [["i1", 4, {**ITEM, "received_ms": 2**70}]]}),
        body({"item": [["i1", 2**70, ITEM]]}),
        body({"item": [["i1", -1, ITEM]]}),
        body({"item": [["i1", 4, {**ITEM, "newer": json.loads("[" * 60 + "]" * 60)}]]}),
        body({"item": [["i1", 4, {**ITEM, "newer": "\ud800"}]]}),
        body({"item": [["i1", 4]]}),
        body({"item": {"i1": ITEM}}),
        body([]),
        body({"Item; DROP": []}),
        b"<html>",
        b"",
        b"[]",
        b'{"streams":[]}',
        b'{"code":"server.busy","args":{}}',
        body({}).replace(b"15", b"NaN"),
    ],
    ids=range(20),
)
def test_t15_what_the_strict_reading_refuses_is_refused(data: bytes) -> None:
    assert read(parse_pulled, data) == read(wire.parse_json, data)


ODD = st.one_of(
    st.text(max_size=6),
    st.integers(-(2**60), 2**60),
    st.none(),
    st.booleans(),
    st.sampled_from(["\ud800", 'a"b', "a\\b", '":', "x  y", "{}", "tables"]),
    st.lists(st.text(max_size=3), max_size=2),
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_t21_the_quick_reading_is_the_strict_one(data: st.DataObject) -> None:
    rows = {"item": ITEM, "account": ACCOUNT, "gadget": {"id": "g", "a": 1}}
    tables: dict[str, list[Any]] = {}
    for entity in data.draw(st.lists(st.sampled_from([*rows]), max_size=3, unique=True)):
        tables[entity] = []
        for _ in range(data.draw(st.integers(0, 2))):
            row = dict(rows[entity])
            for name in data.draw(st.lists(st.sampled_from([*row, "newer"]), max_size=2)):
                row[name] = data.draw(ODD)
            tables[entity].append([data.draw(st.sampled_from(["i1", "a1", ""])), data.draw(st.integers(0, 9)), row])
    more = {"gone": [["item", "i9", 3]]} if data.draw(st.booleans()) else {}
    said = body(tables, **more)
    if data.draw(st.booleans()):
        said = json.dumps(json.loads(said)).encode()  # blanks and escapes, as another writer of JSON makes them
    assert read(parse_pulled, said) == read(wire.parse_json, said)


@pytest.mark.parametrize(
    ("data", "onward"),
    [
        (body({"item": [["i1", 4, ITEM]]}, more=True), "c"),
        (body({"item": [["i1", 4, ITEM]]}, more=True, next='\u00e9"\n'), '\u00e9"\n'),
        (body({}, more=False), ""),
        (body({}), ""),
        (body({}, more=1), ""),
        (body({}, more=True, next=7), ""),
        (body({}, more=True).replace(b'"next":"c",', b""), ""),
        (b'{"streams":[{"next":"a","more":true},{"next":"b","more":true}]}', ""),
        (b'{"streams":[]}', ""),
        (b"<html>", ""),
        (b"[" * 5_000, ""),
        (b'{"streams":[{"next":"\xff","more":true}]}', ""),
    ],
)
def test_where_a_page_goes_on_is_known_before_it_is_read(data: bytes, onward: str) -> None:
    assert PulledAnswer(data).onward() == onward


def test_an_answer_is_read_when_something_of_it_is_asked_for() -> None:
    said = PulledAnswer(body({"item": [["i1", 4, ITEM]]}))
    assert dict(said).keys() == parse_pulled(said.data).keys()
    assert said["epoch"] == "e"
    assert len(said) == 4
    assert said["streams"] is said["streams"]
    with pytest.raises(Offline, match=r"sync\.not_the_centre"):
        PulledAnswer(b"<html>").get("epoch")
