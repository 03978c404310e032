"""The short way of a pulled row must never let through, or write otherwise, what the long way would not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.mail_item import MailItem
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import cleaned, from_plain, to_plain
from counter_app.store import state

ROWS = {
    "item": MailItem(
        "i1", "M1", "received", "a1", "12", "Ann Lee", "Ann Lee", "exact", tracking="1Z99", weight_g=5, shelf="B-1",
        flags=("damaged",), received_ms=9, history=(("o1", "item.received", 9, "c"),),
    ),
    "pickup": Pickup("p1", "a1", "12", "ready", items=("i1",), requested_ms=4, history=(("o", "k", 1, "c"),)),
}  # fmt: skip
TEXTS = ["", " a", "a ", "a  b", "\u00e9", "e\u0301", "\u202e", 'a"b', "a\\b", "\ud800", "\x7f", "\n", "x" * 201]
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.sampled_from(TEXTS),
    st.text(max_size=8),
    st.lists(st.one_of(st.text(max_size=4), st.integers(), st.lists(st.text(max_size=3), max_size=4)), max_size=3),
    st.just([["o1", "item.received", 9, "c"]]),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=1),
)


def both_ways(entity: str, row_id: str, seq: int, content: dict[str, Any]) -> tuple[Any, Any]:
    """What each way would write; None for a row that the long way does not understand."""
    try:
        row = cleaned(from_plain(entity, content))
        long = state._values(entity, row, seq, state._extra(entity, content))
        state._demand_storable(entity, row, long)
        long[-1].encode()
    except (ValueError, TypeError):
        return state._READY[entity](row_id, seq, state._as_bytes(content)), None
    return state._READY[entity](row_id, seq, state._as_bytes(content)), long if row.id == row_id else None


@pytest.mark.parametrize("entity", ROWS)
def test_a_row_as_this_program_writes_it_takes_the_short_way_and_comes_out_the_same(entity: str) -> None:
    content = to_plain(ROWS[entity])
    short, long = both_ways(entity, content["id"], 7, content)
    assert short is not None
    assert short == long


@pytest.mark.parametrize("entity", ROWS)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_t21_whatever_the_short_way_takes_the_long_way_would_have_written_alike(
    entity: str, data: st.DataObject
) -> None:
    content = json.loads(json.dumps(to_plain(ROWS[entity])))
    for name in data.draw(st.lists(st.sampled_from([*content, "newer"]), max_size=3, unique=True)):
        if data.draw(st.booleans()):
            content[name] = data.draw(ODD)
        else:
            content.pop(name, None)
    row_id = data.draw(st.sampled_from([ROWS[entity].id, "other"]))
    seq = data.draw(st.sampled_from([1, 2**53, 2**60]))
    never_otherwise(entity, row_id, seq, content)


@pytest.mark.parametrize("entity", ROWS)
@pytest.mark.parametrize("text", TEXTS)
def test_t14_an_unclean_text_in_any_column_never_takes_the_short_way(entity: str, text: str) -> None:
    plain = to_plain(ROWS[entity])
    for name, value in plain.items():
        for odd in (text, [text], [[text, text, 1, text]]):
            if isinstance(value, type(odd)):
                never_otherwise(entity, ROWS[entity].id, 7, plain | {name: odd})


def never_otherwise(entity: str, row_id: str, seq: int, content: dict[str, Any]) -> None:
    short, long = both_ways(entity, row_id, seq, content)
    if short is not None:
        assert long is not None
        assert short[:-1] == long[:-1]
        assert json.loads(short[-1]) == json.loads(long[-1])
