"""Rows that come as the centre writes them take a short way into the store; it ends where the long way ends."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.large_store import accounts, items
from counter_app.domain.employee import Employee
from counter_app.domain.mailbox import Account, Collector, FormName
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import to_plain
from counter_app.store import state

GOOD: list[tuple[str, dict[str, Any]]] = [
    ("item", to_plain(next(items(Random(1), 1, 1)))),
    ("account", to_plain(next(accounts(Random(1), 1)))),
    (
        "account",
        to_plain(
            Account("a", "1", "active", "Ann", names=(FormName("Ann"),), collectors=(Collector("Bo"), Collector("Cy")))
        ),
    ),
    ("employee", to_plain(Employee("e", "Kim", "kim@example.org", 3, True))),
    ("pickup", to_plain(Pickup("p", "a", "12", "scheduled"))),
]
STRANGE: list[Any] = [
    *(
        "",
        " x",
        "x ",
        "a  b",
        "é",
        "e\u0301",
        "\u202etxt",
        "a\nb",
        'q"q',
        "back\\slash",
        "x" * 201,
        "\ud800",
        "nothing",
    ),
    *(0, -1, 2**63, True, False, None, 1.5, [], {}, ["x"], [1], [["a", "b", 1, "c"]], [["a", "b", "1", "c"]]),
    *([{"text": "x"}], [{"text": 1}], [{"name": "Bo", "valid_to": "", "odd": "x"}], [None], "item", "active"),
]


def _both(entity: str, row_id: str, content: dict[str, Any]) -> None:
    short = state.understand(entity, [(row_id, 7, content)])
    try:
        slow = state._by_the_row(entity, row_id, 7, content)
    except (ValueError, TypeError):
        assert short == ([], [row_id])
        return
    ((_, values, plain),), bad = short
    assert bad == []
    assert values[:-1] == slow[1][:-1]
    assert json.loads(values[-1]) == json.loads(slow[1][-1])
    assert [type(one) for one in values] == [type(one) for one in slow[1]]
    assert dict(plain) == slow[2]


@pytest.mark.parametrize(("entity", "content"), GOOD)
def test_the_centre_s_own_rows_take_the_short_way(entity: str, content: dict[str, Any]) -> None:
    assert state._READY[entity](content["id"], 7, state._as_bytes(content)) is not None
    _both(entity, content["id"], content)


@given(st.sampled_from(GOOD), st.data())
def test_p9_both_ways_give_the_same_row_or_none(good: tuple[str, dict[str, Any]], data: st.DataObject) -> None:
    entity, content = good[0], copy.deepcopy(good[1])
    row_id = content["id"]
    for _ in range(data.draw(st.integers(1, 3))):
        key = data.draw(st.sampled_from([*content, "odd"]))
        if data.draw(st.booleans()) and key in content:
            del content[key]
        else:
            content[key] = copy.deepcopy(data.draw(st.sampled_from(STRANGE)))
        if not content:
            break
    _both(entity, row_id, content)


@given(st.sampled_from(GOOD), st.text(max_size=230))
def test_t14_any_text_is_cleaned_by_either_way(good: tuple[str, dict[str, Any]], text: str) -> None:
    entity, content = good[0], copy.deepcopy(good[1])
    for key, value in content.items():
        if isinstance(value, str) and key not in ("id", "state"):
            content[key] = text
            break
    _both(entity, content["id"], content)
