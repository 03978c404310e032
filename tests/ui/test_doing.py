"""What takes longer than a blink is shown; what happens aside can be stopped, what is written is waited for."""

from __future__ import annotations

import threading
from typing import Any

from counter_app.errors import CounterError


def test_what_is_quick_shows_no_sign(bench: Any, qtbot: Any) -> None:
    bench.settle()
    told: list[bool] = []
    bench.doing.slow.connect(lambda slow, _stoppable: told.append(slow))
    bench.settle()
    qtbot.waitUntil(lambda: not bench.doing.at_work, timeout=5_000)
    assert told == []


def test_what_takes_long_is_shown_until_it_is_answered(bench: Any, qtbot: Any) -> None:
    bench.sign_in()
    gate = threading.Event()
    answers: list[str] = []
    bench.doing.ask(lambda _desk: gate.wait(10) and "done", done=answers.append)
    qtbot.waitUntil(lambda: "busy" in bench.window.status._chips, timeout=5_000)
    assert "Stop" not in bench.window.status.chip("busy").shown_text()
    bench.doing.stop()
    assert answers == []
    assert bench.doing.at_work
    gate.set()
    qtbot.waitUntil(lambda: answers == ["done"], timeout=5_000)
    qtbot.waitUntil(lambda: "busy" not in bench.window.status._chips, timeout=5_000)


def test_what_happens_aside_can_be_stopped_and_its_late_answer_is_dropped(bench: Any, qtbot: Any) -> None:
    bench.sign_in()
    gate, ended = threading.Event(), threading.Event()
    answers: list[object] = []

    def work() -> str:
        gate.wait(10)
        ended.set()
        return "late"

    bench.doing.aside(work, done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: "busy" in bench.window.status._chips, timeout=5_000)
    bench.window.status.chip("busy").click()
    assert [one.code for one in answers if isinstance(one, CounterError)] == ["act.stopped"]
    gate.set()
    assert ended.wait(10)
    bench.settle()
    assert len(answers) == 1
