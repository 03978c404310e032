"""The wedge state machine: typing is never lost, a burst is one scan, a command in a burst is dropped."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from counter_app import limits
from counter_app.devices.wedge import (
    Dropped,
    Held,
    Key,
    Output,
    Overlong,
    Passed,
    Replay,
    Scan,
    WedgeMachine,
    WedgeSettings,
)

ENTER = "\r"
GAPS = st.integers(min_value=0, max_value=34)
LETTERS = st.text(alphabet=string.ascii_letters + string.digits + "-./ ", min_size=6, max_size=40)


def key(text: str, at_ms: float, **more: object) -> Key:
    known = {"enter": text == ENTER, "name": text.lower(), **more}
    return Key(text=text, at_ms=at_ms, **known)  # type: ignore[arg-type]


def burst(text: str, start: float, gaps: list[int]) -> list[Key]:
    at, keys = start, []
    for n, char in enumerate(text):
        at += gaps[n % len(gaps)] if n else 0
        keys.append(key(char, at))
    return keys


def run(machine: WedgeMachine, keys: list[Key], until: float | None = None) -> list[tuple[Key | None, Output]]:
    """Feed keys as an event loop would: timers fire when due. Pairs each last output with its key."""
    told: list[tuple[Key | None, Output]] = []
    for one in keys:
        due = machine.due_ms()
        if due is not None and due <= one.at_ms:
            told.extend((None, output) for output in machine.tick(due))
        outputs = machine.feed(one)
        told.extend((None, output) for output in outputs[:-1])
        told.append((one, outputs[-1]))
    end = until if until is not None else (keys[-1].at_ms if keys else 0) + 1_000
    told.extend((None, output) for output in machine.tick(end))
    return told


def typed(told: list[tuple[Key | None, Output]]) -> list[Key]:
    """The keys that reach the program, in the order in which they do."""
    out: list[Key] = []
    for one, output in told:
        if isinstance(output, Replay):
            out.extend(output.keys)
        elif isinstance(output, Passed) and one is not None:
            out.append(one)
    return out


def scans(told: list[tuple[Key | None, Output]]) -> list[str]:
    return [output.text for _key, output in told if isinstance(output, Scan)]


@given(st.lists(st.tuples(st.sampled_from(string.ascii_letters + " \r"), st.integers(36, 400)), max_size=60))
def test_nothing_a_hand_types_is_lost_or_reordered(presses: list[tuple[str, int]]) -> None:
    at, keys = 0.0, []
    for char, gap in presses:
        at += gap
        keys.append(key(char, at))
    told = run(WedgeMachine(), keys)
    assert typed(told) == keys
    assert scans(told) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(string.ascii_letters),
            st.lists(st.integers(0, 34), max_size=3),
            st.integers(61, 300),
        ),
        max_size=20,
    )
)
def test_rolled_keys_of_a_fast_hand_come_back_in_order(rolls: list[tuple[str, list[int], int]]) -> None:
    at, keys = 0.0, []
    for char, quick, pause in rolls:
        at += pause
        keys.append(key(char, at))
        for gap in quick:
            at += gap
            keys.append(key(char.swapcase(), at))
    told = run(WedgeMachine(), keys)
    assert typed(told) == keys
    assert scans(told) == []


@given(LETTERS, st.lists(GAPS, min_size=1, max_size=8), st.booleans())
def test_every_burst_of_six_or_more_is_one_scan(text: str, gaps: list[int], enter: bool) -> None:
    keys = burst(text, 100, gaps)
    if enter:
        keys.append(key(ENTER, keys[-1].at_ms + gaps[0]))
    told = run(WedgeMachine(), keys)
    assert scans(told) == [text]
    assert typed(told) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["abc 1234", "x", "hello", "1Z999AA10123456784", "9" * 30]), st.integers(1, 120)),
        max_size=12,
    )
)
def test_each_key_comes_out_exactly_once_whatever_the_rhythm(runs: list[tuple[str, int]]) -> None:
    at, keys = 0.0, []
    for text, gap in runs:
        for char in text:
            at += gap
            keys.append(key(char, at))
    told = run(WedgeMachine(), keys)
    out = "".join(
        "".join(one.text for one in output.keys) if isinstance(output, Replay) else output.text
        for _key, output in told
        if isinstance(output, Replay | Scan)
    )
    assert out == "".join(one.text for one in keys)


def test_t13_commands_inside_a_burst_are_dropped() -> None:
    keys = [
        key("", 0, name="f5", command=True),
        *burst("1Z999AA1", 10, [10]),
        key("", 90, name="f4", command=True, alt=True),
        key("\x17", 95, name="w", command=True, ctrl=True),
        *burst("01234", 100, [10]),
        key(ENTER, 150),
    ]
    told = run(WedgeMachine(), keys)
    assert scans(told) == ["1Z999AA101234"]
    assert typed(told) == []


def test_t13_commands_are_dropped_even_when_the_burst_is_too_short_to_be_a_scan() -> None:
    told = run(WedgeMachine(), [key("a", 0), key("\x17", 10, name="w", command=True, ctrl=True), key("b", 20)])
    assert [one.text for one in typed(told)] == ["a", "b"]


def test_a_command_alone_comes_back() -> None:
    alone = key("", 0, name="f4", command=True)
    assert typed(run(WedgeMachine(), [alone])) == [alone]


def test_the_enter_of_a_scan_is_swallowed_with_its_line_feed_and_when_it_comes_late() -> None:
    machine = WedgeMachine()
    told = run(machine, [*burst("A-12-07", 0, [8]), key(ENTER, 60), key(ENTER, 68)])
    assert [type(output) for one, output in told if one is not None and one.enter] == [Dropped, Dropped]
    told = run(WedgeMachine(), [*burst("A-12-07", 0, [8]), key(ENTER, 48 + 90)])
    assert typed(told) == []


def test_a_short_shelf_label_with_enter_is_a_scan_and_without_it_is_typing() -> None:
    assert scans(run(WedgeMachine(), [*burst("A12", 0, [9]), key(ENTER, 27)])) == ["A12"]
    assert scans(run(WedgeMachine(), burst("A12", 0, [9]))) == []


def test_an_aim_identifier_decides_and_names_the_symbology() -> None:
    told = run(WedgeMachine(), [*burst("]C1420941", 0, [30]), key(ENTER, 280)])
    found = [output for _key, output in told if isinstance(output, Scan)]
    assert [(scan.text, scan.aim, scan.symbology) for scan in found] == [("420941", "C1", "gs1-128")]


def test_a_configured_prefix_decides_before_timing() -> None:
    machine = WedgeMachine(WedgeSettings(prefix="f9"))
    keys = [key("", 0, name="f9", command=True), *burst("PMB", 60, [60]), key(ENTER, 240)]
    assert scans(run(machine, keys)) == ["PMB"]


def test_group_separators_are_rebuilt_from_the_configured_chords() -> None:
    settings = WedgeSettings(controls={"ctrl+]": "\x1d", "f8": "\x1d", "alt+029": "\x1d"})
    keys = [
        *burst("420941", 0, [5]),
        key("\x1d", 30, name="]", command=True, ctrl=True),
        *burst("92", 35, [5]),
        key("", 45, name="f8", command=True),
        key("0", 50, name="0", command=True, alt=True),
        key("2", 55, name="2", command=True, alt=True),
        key("9", 60, name="9", command=True, alt=True),
        key("7", 65),
        key(ENTER, 70),
    ]
    assert scans(run(WedgeMachine(settings), keys)) == ["420941\x1d92\x1d\x1d7"]


def test_the_line_feeds_of_a_licence_do_not_end_it() -> None:
    keys = burst("@\r\rANSI 636026\rDAQD1234\rDCSLEE\r", 0, [10])
    assert scans(run(WedgeMachine(), keys)) == ["@\n\nANSI 636026\nDAQD1234\nDCSLEE"]


def test_t12_an_endless_code_is_dropped_until_silence_and_told_once() -> None:
    keys = burst("7" * (limits.WEDGE_SCAN_MAX_CHARS + 500), 0, [5])
    machine = WedgeMachine()
    told = run(machine, keys)
    assert sum(isinstance(output, Overlong) for _key, output in told) == 1
    assert scans(told) == []
    assert typed(told) == []
    assert scans(run(machine, burst("1Z999AA1", keys[-1].at_ms + 200, [10]))) == ["1Z999AA1"]


def test_a_held_down_key_is_no_burst() -> None:
    keys = [key("x", 0), *(key("x", 400 + 30 * n, repeat=True) for n in range(20))]
    assert typed(run(WedgeMachine(), keys)) == keys


@given(LETTERS, st.lists(GAPS, min_size=1, max_size=8))
def test_a_double_character_of_a_scan_is_kept_though_the_system_calls_it_a_repeat(text: str, gaps: list[int]) -> None:
    """A busy window finds release and press of two equal keys waiting, and Qt on X11 marks the second as held down."""
    keys = [
        Key(one.text, one.at_ms, one.name, repeat=n > 0 and text[n - 1] == one.text)
        for n, one in enumerate(burst(text, 0, gaps))
    ]
    assert scans(run(WedgeMachine(), keys)) == [text]


def test_a_key_that_a_hand_holds_down_beside_a_scanner_is_not_of_the_scan() -> None:
    keys = burst("1Z999AA1", 0, [10])
    keys.insert(7, key("q", 65, repeat=True))
    assert scans(run(WedgeMachine(), keys)) == ["1Z999AA1"]


def test_the_first_key_waits_no_longer_than_35_ms() -> None:
    machine = WedgeMachine()
    assert isinstance(machine.feed(key("a", 0))[-1], Held)
    assert machine.due_ms() == 35
    assert [type(output) for output in machine.tick(35)] == [Replay]
    assert machine.due_ms() is None


def test_capitals_keep_their_shift_inside_a_scan() -> None:
    keys = []
    for n, char in enumerate("TBA306128845"):
        if char.isupper():
            keys.append(key("", 10 * n, name="shift", modifier=True))
        keys.append(key(char, 10 * n + 2))
    assert scans(run(WedgeMachine(), keys)) == ["TBA306128845"]
