"""Rows as plain values: what is written to JSON is read back, and what is none is refused."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from counter_app.domain import rows
from counter_app.domain.rows import Row, from_plain, to_plain
from tests.domain.test_fold import any_row
from tests.domain.worlds import registered

# ------------------------------------------------------------ rows as plain values


@given(any_row.filter(lambda row: row is not None))
def test_rows_survive_json(row: Row) -> None:
    entity = next(name for name, cls in rows.ENTITIES.items() if isinstance(row, cls))
    full = replace(row, contested=("o1",), remarks=("r:o1",), history=(("o1", "item.moved", 5, "c1"),))
    assert from_plain(entity, json.loads(json.dumps(to_plain(full)))) == full


def test_a_newer_centre_may_send_more() -> None:
    row = registered()
    plain = to_plain(row)
    plain["colour"] = "green"
    plain["names"][0]["pronounced"] = "AY-da"
    assert from_plain("account", plain) == row


@pytest.mark.parametrize(
    "change",
    [
        {"state": 5},
        {"state": None},
        {"names": "Ada"},
        {"names": [5]},
        {"names": [["Ada"]]},
        {"names": [{"kind": "person"}]},
        {"names": [{"text": 5}]},
        {"collectors": [{"name": None}]},
        {"contested": [5]},
        {"history": [["o1", "k", 5]]},
        {"history": [["o1", "k", None, "c"]]},
        {"history": [5]},
        {"remarks": {"a": 1}},
    ],
)
def test_a_misshapen_row_is_a_value_error(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"account|type|unpack"):
        from_plain("account", {**to_plain(registered()), **change})


def test_an_unknown_or_incomplete_row_is_a_value_error() -> None:
    for entity, plain in [
        ("spaceship", {}),
        ("item", {}),
        ("employee", {"id": "e", "name": "E", "email": "", "level": True}),
    ]:
        with pytest.raises(ValueError, match=r"entity|incomplete|level"):
            from_plain(entity, plain)
