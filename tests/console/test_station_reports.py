"""A real station tells a real centre how it is, and hears what an operator wants its store to look at."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from counter_app.desk import inbox
from counter_app.domain.employee import Actor
from counter_app.errors import Offline, SyncError
from counter_app.events import InboxChanged
from counter_app.store.journal import Identity
from counter_app.sync.central import Central
from counter_app.sync.report import EVERY_MS, VERSION, Reporter
from tests.console.conftest import Reader
from tests.console.street import Street

ROOT = Path(__file__).resolve().parents[2]


class Listening:
    """A centre that keeps what it is told, and answers with the notices it was given; `fault` is raised once."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.notices: list[Any] = []
        self.fault: Exception | None = None

    def report(self, body: dict[str, Any]) -> dict[str, Any]:
        self.heard.append(body)
        fault, self.fault = self.fault, None
        if fault:
            raise fault
        return {"server_time_ms": 1, "notices": self.notices}


@pytest.fixture
def told(counter: Any) -> tuple[Reporter, Listening]:
    listening = Listening()
    reporter = Reporter(counter.desk.db, listening, counter.clock, counter.told.append)  # type: ignore[arg-type]
    return reporter, listening


def test_the_version_is_the_programs() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_it_reports_at_once_then_every_five_minutes_and_when_something_went_wrong(told: Any, counter: Any) -> None:
    reporter, listening = told
    reporter.after_round("")
    reporter.after_round("")
    assert len(listening.heard) == 1
    reporter.after_round("sync.too_slow")
    assert [one["last_code"] for one in listening.heard] == ["", "sync.too_slow"]
    counter.clock.advance(EVERY_MS - 1)
    reporter.after_round("")
    assert len(listening.heard) == 2
    counter.clock.advance(1)
    reporter.after_round("")
    assert len(listening.heard) == 3
    assert listening.heard[2] == {"version": VERSION, "waiting": 0, "parked": 0, "photos": 0, "last_code": ""}


@pytest.mark.parametrize("fault", [Offline(), SyncError("request.not_found", status=404)], ids=["offline", "old"])
def test_a_centre_that_does_not_take_it_is_no_trouble(told: Any, counter: Any, fault: Exception) -> None:
    reporter, listening = told
    listening.fault = fault
    reporter.after_round("")
    counter.clock.advance(EVERY_MS)
    reporter.after_round("")
    assert len(listening.heard) == 2


def test_a_notice_comes_into_the_inbox_once_and_stays_away_when_it_was_dealt_with(told: Any, counter: Any) -> None:
    reporter, listening = told
    notice = {"id": "act-1", "op_id": "op-9", "kind": "pickup.handed_over", "at_ms": 5}
    listening.notices = [
        notice,
        {"id": "", "op_id": "x", "kind": "y"},
        "nonsense",
        {"id": 7},
        {**notice, "kind": "k" * 65},
    ]
    reporter.after_round("")
    (entry,) = inbox.entries(counter.desk)
    assert (entry.op_id, entry.kind, entry.code) == ("op-9", "pickup.handed_over", "inbox.told")
    assert counter.told[-1] == InboxChanged(1)
    inbox.resolve(counter.desk, Actor("clerk-1", 4), "op-9")
    counter.clock.advance(EVERY_MS)
    before = len(counter.told)
    reporter.after_round("")
    assert inbox.entries(counter.desk) == []
    assert len(counter.told) == before
    listening.notices.append({**notice, "id": "act-2"})  # an operator asks once more
    counter.clock.advance(EVERY_MS)
    reporter.after_round("")
    assert [one.op_id for one in inbox.entries(counter.desk)] == ["op-9"]


@pytest.mark.parametrize(
    "said", [{}, {"notices": None}, {"notices": {}}, {"notices": "x"}, {"notices": 5}], ids=json.dumps
)
def test_an_answer_without_notices_is_fine(told: Any, counter: Any, said: dict[str, Any]) -> None:
    reporter, listening = told
    listening.report = lambda body: said
    reporter.after_round("")
    assert inbox.entries(counter.desk) == []


# ---------------------------------------------------------------- with the centre


@pytest.fixture
def joined(street: Street, counter: Any) -> Iterator[tuple[str, Central]]:
    """The counter's own station in a store of the street."""
    store = street.store("Joined Street")
    desk = counter.desk
    key = desk.identity.sign.__self__
    public = key.public_key().public_bytes_raw()
    central = Central(street.url)
    said = central.register(street.platform.post("enrolments", store=store)["code"], public, "Front desk")
    desk.identity = Identity(
        said["org"], said["store"], said["device_id"], said["incarnation"], public, key.sign, "boot-1"
    )
    central.speak_for(said["device_id"], key.sign)
    yield store, central
    central.close()


def test_the_console_shows_what_the_station_said_and_the_station_hears_the_operator(
    street: Street, operator: Reader, joined: tuple[str, Central], counter: Any
) -> None:
    store, central = joined
    reporter = Reporter(counter.desk.db, central, counter.clock, counter.told.append)
    reporter.after_round("sync.offline")
    page = operator.get(f"/console/stores/{store}").text
    assert "Front desk" in page
    assert f">{VERSION}<" in page
    assert "sync.offline" in page
    op_id, _ = street.contested(store)
    case = f"/console/contested/{store}/{op_id}"
    operator.post(f"{case}/tell", case)
    counter.clock.advance(EVERY_MS)
    reporter.after_round("")
    (entry,) = inbox.entries(counter.desk)
    assert (entry.op_id, entry.kind, entry.code) == (op_id, "item.assigned", "inbox.told")


@pytest.mark.parametrize(
    "wrong", [{"waiting": -1}, {"version": ""}, {"version": "x" * 41}, {"last_code": "<b>"}, {"more": 1}], ids=str
)
def test_a_report_of_another_shape_is_refused(street: Street, wrong: dict[str, Any]) -> None:
    station = street.station(street.store("Shapes Street"))
    body = {"version": "1", "waiting": 0, "parked": 0, "photos": 0, **wrong}
    headers = {"Authorization": f"Bearer {station.token}"}
    assert requests.post(street.url + "/v1/diag", json=body, headers=headers, timeout=20).status_code == 400
