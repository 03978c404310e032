"""docs/protocol.md shows messages as they really are, and names every code with which the centre refuses."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sync.acts import new_item, received
from tests.sync.set_up import STORE, Setup, set_up
from tests.sync.world import World

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
FREE = ("tables", "durable", "heads", "open", "args", "settings", "body", "names")
"""Objects whose keys are names of the day."""
SHOWN = {
    "/v1/hello": 1,
    "/v1/devices/token": 2,
    "/v1/sync/push": 2,
    "/v1/sync/pull": 2,
    "/v1/sync/wait": 1,
    "/v1/sync/digest": 1,
    "/v1/sync/bucket": 1,
}
"""Route -> how many of its messages the page shows: its answer, or what is asked and the answer."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    return set_up(tmp_path_factory.mktemp("document"))


@pytest.fixture(scope="module")
def spoken(made: Setup, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Any]]]:
    """Route -> what a real station asked and what a real centre answered, on a day on which everything happened."""
    world = World(tmp_path_factory.mktemp("day"), made)
    heard: dict[str, list[Any]] = {}
    real = world.deliver

    def deliver(method: str, path: str, query: str, who: str, body: bytes) -> Any:
        answer = real(method, path, query, who, body)
        assert answer[0] == 200
        heard[path] = [*([json.loads(body)] if body else []), json.loads(answer[2])]
        return answer

    station = world.stations["A"]
    item, leaves = new_item(world), new_item(world)
    for one in (item, leaves):
        station.act(received(world, one, "A1"))
    station.round()
    world.leave("item", leaves)
    station.act(received(world, new_item(world), "A1"))
    world.deliver = deliver  # type: ignore[method-assign]
    station.central._token = ""
    station.central.hello()
    station.compare_now()
    station.central.wait(f"store:{STORE}", "")
    kept = dict(heard)
    station.central.bucket(f"store:{STORE}", 17)
    yield {**heard, **kept}
    world.close()


def shape(value: Any, name: str = "") -> Any:
    """The keys and kinds of a message, not its words."""
    if isinstance(value, dict):
        return "object" if name in FREE else {key: shape(one, key) for key, one in sorted(value.items())}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def examples(route: str) -> list[Any]:
    """The JSON blocks behind the line that names a route, up to the next route."""
    section = re.split(rf"^`(?:GET|POST) {re.escape(route)}\b", TEXT, flags=re.M)[1]
    section = re.split(r"^(?:`(?:GET|POST) /|## )", section, flags=re.M)[0]
    return [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", section, flags=re.M | re.S)]


@pytest.mark.parametrize("route", SHOWN)
def test_an_example_has_the_shape_of_the_real_message(route: str, spoken: dict[str, list[Any]]) -> None:
    shown = examples(route)[: SHOWN[route]]
    assert [shape(one) for one in shown] == [shape(one) for one in spoken[route]]


def refusals() -> dict[str, int]:
    found = {}
    for file in (ROOT / "central_service").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Refusal", "too_many"):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                found |= dict.fromkeys(texts[:1], node.lineno)
    return found


@pytest.mark.parametrize("code", refusals())
def test_every_code_of_the_centre_stands_in_the_page(code: str) -> None:
    assert f"`{code}`" in TEXT
