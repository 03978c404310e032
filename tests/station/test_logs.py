"""The log: lines of JSON with known fields, and never a name, a token or a PIN in it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app import logs
from counter_app.desk import pickups, receiving, sign_in
from counter_app.desk_thread import DeskThread
from counter_app.errors import RuleViolation
from tests.counter_acts import PNG, piece, ready_to_leave

CANARIES = ["Zebulon", "Quackenbush", "marmalade", "correct horse", "135724", "clerk-1@example.org", "5185550142"]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "counter.jsonl"
    handler = logs.log_to(path)
    yield path
    logs.stop_log(handler)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def test_a_line_has_its_fields_and_no_other(log: Path) -> None:
    logging.getLogger("counter_app.x").warning(
        "device not usable", extra={"role": "scale", "code": "device.gone", "name_on_piece": "Ann Lee", "port": 5}
    )
    (line,) = _lines(log)
    assert line["what"] == "device not usable"
    assert (line["level"], line["role"], line["code"], line["port"]) == ("warning", "scale", "device.gone", "5")
    assert set(line) == {"at_ms", "level", "where", "what", "role", "code", "port"}


def test_arguments_of_a_message_are_not_written(log: Path) -> None:
    logging.getLogger("counter_app.x").warning("%s came for %s", "Zebulon", "marmalade")
    (line,) = _lines(log)
    assert line["what"] == "%s came for %s"


def test_of_a_fault_only_its_kind_and_places_are_written(log: Path) -> None:
    try:
        raise ValueError("Zebulon Quackenbush, PIN 135724")
    except ValueError:
        logging.getLogger("counter_app.x").exception("use case failed")
    (line,) = _lines(log)
    assert line["fault"] == "ValueError"
    assert line["trace"][-1].startswith("test_logs.py:")
    assert "Zebulon" not in log.read_text()


def test_t5_one_event_is_one_line_whatever_is_in_it(log: Path) -> None:
    hostile = 'x"}\n{"level": "forged"}\r\x1b[2J\u2028\u202e' + "y" * 5_000
    logging.getLogger("counter_app.x").warning(hostile, extra={"code": hostile, "row": hostile})
    (line,) = _lines(log)
    assert line["level"] == "warning"
    assert len(line["what"]) <= 200
    assert len(line["code"]) <= 120
    assert log.read_text(encoding="ascii").count("\n") == 1
    assert "\x1b" not in log.read_text()


def test_t5_a_day_at_the_counter_leaves_no_name_and_no_secret_in_the_log(log: Path, counter: Any) -> None:
    holder = "Zebulon Quackenbush"
    counter.account("a1", "101", holder, note="Likes marmalade", phone="5185550142")
    clerk = counter.clerk()
    sign_in.set_pin(counter.desk, clerk, "135724")
    names = []
    thread = DeskThread()
    thread.start()

    def bug() -> None:
        raise ValueError(f"{holder} {counter.desk.pepper!r}")

    def refused() -> None:
        raise RuleViolation("name.not_on_form", name=holder)

    for work in (bug, refused, lambda: sign_in.sign_in(counter.desk, "clerk-1@example.org", "correct horsf")):
        thread.submit(work, names.append, names.append)
    assert thread.close()
    assert len(names) == 3
    item = piece(counter, clerk, name=holder, photo=b"\xff\xd8\xffmarmalade")
    with pytest.raises(RuleViolation):
        receiving.receive(counter.desk, clerk, receiving.Arrival("a1", "Somebody Else"))
    pickup_id = pickups.open_walk_in(counter.desk, clerk, "a1", [item.id]).pickup.id
    pickups.sign(counter.desk, clerk, pickup_id, PNG)
    sign_in.sign_out(counter.desk, clerk)
    text = log.read_text()
    assert "use case failed" in text
    for canary in CANARIES:
        assert canary not in text


def test_a_log_that_was_stopped_leaves_the_loggers_as_they_were(tmp_path: Path) -> None:
    before = [(logging.getLogger(name).propagate, logging.getLogger(name).level) for name in logs.LOGGERS]
    path = tmp_path / "counter.jsonl"
    logs.stop_log(logs.log_to(path))
    after = [(logging.getLogger(name).propagate, logging.getLogger(name).level) for name in logs.LOGGERS]
    assert after == before
    logging.getLogger("counter_app.x").warning("after the end")
    assert _lines(path) == []


def test_the_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "counter.jsonl"
    handler = logs.log_to(path)
    assert isinstance(handler, logging.handlers.RotatingFileHandler)
    handler.maxBytes = 2_000
    for number in range(200):
        logging.getLogger("counter_app.x").warning("again", extra={"count": number})
    logs.stop_log(handler)
    assert handler.backupCount == 4
    files = list(tmp_path.glob("counter.jsonl*"))
    assert len(files) == 5
    assert all(file.stat().st_size < 2_400 for file in files)


def test_ready_to_leave_is_not_logged_either(log: Path, counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    pickups.hand_over(counter.desk, clerk, ready_to_leave(counter, clerk, [piece(counter, clerk)]))
    assert _lines(log) == []
