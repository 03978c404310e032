"""Devices lost at every byte, slept through, swapped, and printers in every trouble: no value of a failure."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from types import SimpleNamespace
from typing import Any

import pytest

from counter_app.devices import hid_pos, hid_scale
from counter_app.devices.addresses import HidAddress, parse
from counter_app.devices.hid_pos import HidPosScanner
from counter_app.devices.hid_scale import HidScale
from counter_app.devices.opening import open_device
from counter_app.devices.simulated_hid import SimulatedHidBus, SimulatedHidScale, pos_reports
from counter_app.devices.simulators import SimulatedNciScale, SimulatedSerialScanner, SimulatedToledoScale
from counter_app.devices.supervisor import Supervisor
from counter_app.errors import DeviceError
from counter_app.events import Refused, ScanArrived, WeightArrived
from printers.spooler import JobState
from tests.conftest import FakeClock
from tests.devices.test_supervisor import Heard, RealClock
from tests.printers.test_spooler import Front

LINES = ["socket", pytest.param("pty", marks=pytest.mark.skipif(sys.platform == "win32", reason="no ptys"))]
LONG = os.environ.get("COUNTER_LONG") == "1"
NUMBER = b"1Z999AA10123456784"
LICENCE = b"@\n\x1e\rANSI " + b"DCSSAMPLE\n" * 20
QUICK = (0.01, 0.02)


def code_of(act: Any, *args: Any) -> str:
    with pytest.raises(DeviceError) as caught:
        act(*args)
    return caught.value.code


# ------------------------------------------------------------ lost at every byte


@pytest.mark.parametrize("over", LINES)
@pytest.mark.parametrize(("suffix", "begins", "ends"), [("cr", b"", b"\r"), ("stx", b"\x02", b"\x03")])
def test_a_scanner_lost_at_any_byte_gives_no_scan(over: str, suffix: str, begins: bytes, ends: bytes) -> None:
    whole = begins + NUMBER + ends
    with SimulatedSerialScanner(suffix, over=over) as simulated:
        for cut in range(len(whole)):
            scanner = open_device("scanner", simulated.address)
            simulated.send(whole[:cut])
            simulated.unplug()
            assert code_of(scanner.read, 2) in ("device.gone", "scan.unfinished"), cut
            scanner.close()
            simulated.plug_in()


@pytest.mark.skipif(sys.platform == "win32", reason="no ptys")
def test_a_replugged_terminal_is_not_waited_on_for_the_bytes_of_the_one_before() -> None:
    """It may get the other's number: the simulator reads what is no longer there, and must not stand still."""
    with SimulatedSerialScanner(over="pty") as simulated:
        simulated.unplug()
        simulated.plug_in()
        assert simulated._wire.feed(simulated._wire.descriptors()[0]) == b""


class RaisingBus:
    """hidapi with one device that gives so many reports and then raises, as a pulled cable does."""

    def __init__(self, reports: list[bytes], usage_page: int) -> None:
        self.reports, self._page = deque(reports), usage_page

    def enumerate(self, *_ids: int) -> list[dict[str, Any]]:
        known = {"vendor_id": 0x0C2E, "product_id": 1, "serial_number": "", "usage_page": self._page, "usage": 0x20}
        return [known | {"path": b"one"}]

    def device(self) -> Any:
        def read(size: int, timeout_ms: int = 0) -> list[int]:
            if not self.reports:
                raise OSError("read error")
            return list(self.reports.popleft()[:size])

        return SimpleNamespace(open_path=lambda path: None, set_nonblocking=lambda on: 0, read=read, close=lambda: None)


@pytest.mark.parametrize("layout", ["honeywell", "newland"])
def test_a_hid_scanner_lost_at_any_report_gives_no_scan(layout: str) -> None:
    reports = pos_reports(LICENCE, "]L2", layout)
    assert len(reports) > 3
    for given in range(len(reports)):
        bus = RaisingBus(reports[:given], hid_pos.USAGE_PAGE_SCANNERS)
        scanner = HidPosScanner(parse("scanner", "hid:0c2e:0001"), bus, now_ms=lambda: 3)
        with pytest.raises(DeviceError, match=r"device.gone"):
            for _ in range(given + 1):
                assert scanner.read(0.01) is None


def test_a_hid_scale_lost_at_any_read_gives_no_weight() -> None:
    moving, still = bytes([3, 3, 2, 0, 0x2C, 1]), bytes([3, 4, 2, 0, 0x2C, 1])
    for reports in ([], [moving], [moving, moving], [still, moving]):
        scale = HidScale(HidAddress(0x0C2E, 1), RaisingBus(reports, hid_scale.USAGE_PAGE_SCALES))
        with pytest.raises(DeviceError) as caught:
            for _ in range(len(reports) + 2):
                assert not scale.read(0.01).stable
        assert caught.value.code in ("device.gone", "device.asleep")


# ------------------------------------------------------------ while a piece is weighed


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def devices(heard: Heard) -> Any:
    with Supervisor(heard, RealClock(), backoff_s=QUICK, weigh_every_s=0.005) as made:
        yield made


@pytest.mark.parametrize("over", LINES)
@pytest.mark.parametrize("kind", [SimulatedToledoScale, SimulatedNciScale])
def test_a_scale_unplugged_at_any_byte_while_weighing_gives_no_weight_and_comes_back(
    devices: Supervisor, heard: Heard, kind: Any, over: str
) -> None:
    with kind(unit="lb", over=over) as simulated:
        simulated.put(1250)
        length = len(simulated._reply())
        devices.add("scale", "scale", simulated.address)
        heard.weight(1250)
        for cut in range(length):
            seen = len(heard.events)
            simulated.cut_next(cut)
            try:
                # A settled weight of before the cut is a weight; anything else must be an error.
                assert abs(devices.weigh("scale", 1).grams - 1250) <= 2
            except DeviceError:
                pass
            heard.wait(lambda e: isinstance(e, WeightArrived) and e.reading is None, 1 + cut)
            simulated.plug_in()
            heard.weight(1250, cut + 2)
            shown = [e.reading for e in heard.events[seen:] if isinstance(e, WeightArrived) and e.reading]
            assert all(abs(one.grams - 1250) <= 2 for one in shown), cut


@pytest.mark.parametrize("trouble", ["move", "overload", "under_zero", "needs_zero", "be_silent", "unplug"])
def test_a_scale_in_trouble_never_gives_a_weight(devices: Supervisor, heard: Heard, trouble: str) -> None:
    with SimulatedToledoScale() as simulated:
        simulated.put(800)
        devices.add("scale", "scale", simulated.address)
        heard.weight(800)
        getattr(simulated, trouble)()
        heard.wait(lambda e: isinstance(e, WeightArrived) and (e.reading is None or not e.reading.stable))
        seen = len(heard.events)
        with pytest.raises(DeviceError):
            devices.weigh("scale", 0.2)
        assert not [e for e in heard.events[seen:] if isinstance(e, WeightArrived) and e.reading and e.reading.stable]


def test_a_device_that_stays_away_is_looked_for_less_and_less_often(heard: Heard) -> None:
    bus = SimulatedHidBus()
    with Supervisor(heard, RealClock(), backoff_s=(0.02, 0.1, 0.3), hid=bus) as devices:
        begun = time.monotonic()
        devices.add("scale", "scale", "hid:0922:8004")
        assert bus.wait_looked(5)
        # 0.02 + 0.1 + 0.3 + 0.3 between five looks
        assert time.monotonic() - begun >= 0.7
        late = SimulatedHidScale(bus, every_s=0.01)
        late.put(500)
        heard.weight(500)


def test_a_camera_whose_folder_is_gone_gives_no_photo_and_says_so(devices: Supervisor, tmp_path: Any) -> None:
    folder = tmp_path / "camera"
    folder.mkdir()
    devices.add("camera", "camera", f"folder:{folder}")
    folder.rmdir()
    assert code_of(devices.photo, "camera") in ("device.not_found", "device.gone")


# ------------------------------------------------------------ which one is it?


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    import serial.tools.list_ports

    plugged: list[Any] = []
    monkeypatch.setattr(serial.tools.list_ports, "comports", lambda: list(plugged))
    return plugged


def port(path: str, serial_number: str = "", location: str = "1-1") -> Any:
    return SimpleNamespace(vid=0x0403, pid=0x6001, serial_number=serial_number, location=location, device=path)


@pytest.mark.skipif(sys.platform == "win32", reason="no ptys")
def test_a_device_is_found_again_under_another_path_and_two_equal_ones_are_asked_about(ports: list[Any]) -> None:
    from counter_app.devices import lines

    with SimulatedSerialScanner(over="pty") as first, SimulatedSerialScanner(over="pty") as second:
        paths = [one.address.removeprefix("serial:").partition("?")[0] for one in (first, second)]
        by_number, by_kind = (parse("scanner", f"serial:usb:0403:6001{one}") for one in (":A", ""))
        for order in (paths, paths[::-1]):
            ports[:] = [port(order[0], "A"), port(order[1], "B")]
            line = lines.open_line(by_number)
            (first if order == paths else second).send(b"x")
            assert line.take(2) == b"x"
            line.close()
            assert code_of(lines.open_line, by_kind) == "device.ambiguous"
        ports[:] = [port(paths[0]), port(paths[1])]
        assert code_of(lines.open_line, by_kind) == "device.ambiguous"
        assert code_of(lines.open_line, by_number) == "device.not_found"


# ------------------------------------------------------------ slept through


@pytest.mark.parametrize("clock_that_moved", ["mono", "wall"])
def test_what_was_scanned_in_sleep_is_announced_and_not_applied(heard: Heard, clock_that_moved: str) -> None:
    """Sleep stops the monotonic clock on some systems; a stopped program sees both go on."""
    clock = FakeClock()
    with (
        SimulatedSerialScanner() as simulated,
        Supervisor(heard, clock, backoff_s=QUICK) as devices,
    ):
        devices.add("scanner", "scanner", simulated.address)
        simulated.scan("BEFORE")
        heard.scan("BEFORE")
        setattr(clock, clock_that_moved, getattr(clock, clock_that_moved) + 300_000)
        simulated.scan(NUMBER)
        heard.wait(lambda e: isinstance(e, Refused) and e.code == "scan.stale")

        def again() -> bool:
            simulated.scan("AFTER")
            return heard.is_scanned("AFTER", 0.2)

        until = time.monotonic() + 5
        while not again():  # what was sent to the line that is being closed is lost, as with a real one
            assert time.monotonic() < until
        assert not [e for e in heard.events if isinstance(e, ScanArrived) and e.scan.data == NUMBER]


CHILD = """
import sys
from counter_app.clocks import SystemClock
from counter_app.devices import supervisor
from counter_app.events import Refused, ScanArrived
supervisor.SLEPT_MS = 1_500
def hear(event):
    if isinstance(event, ScanArrived):
        print("scan", event.scan.text, flush=True)
    elif isinstance(event, Refused):
        print("refused", event.code, event.facts["count"], flush=True)
with supervisor.Supervisor(hear, SystemClock(), backoff_s=(0.05,)) as devices:
    devices.add("scanner", "scanner", sys.argv[1])
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("over", LINES)
def test_a_program_that_was_stopped_and_goes_on_applies_no_old_scan(over: str) -> None:
    with SimulatedSerialScanner(over=over) as simulated:
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, simulated.address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert child.stdout is not None

            def until_scanned(text: str) -> str:
                """Scan until it is heard: a line that is just being opened loses what was sent before."""
                stop = threading.Event()

                def scan() -> None:
                    while not stop.wait(0.5):
                        simulated.scan(text, within_s=10)

                hand = threading.Thread(target=scan)
                hand.start()
                line = child.stdout.readline()
                stop.set()
                hand.join()
                return line

            assert until_scanned("FIRST") == "scan FIRST\n"
            child.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, child.pid, os.WSTOPPED)  # its threads go on until one of them has taken the signal
            simulated.scan("OLD 1")
            simulated.scan("OLD 2")
            threading.Event().wait(2.0)  # the fault itself: nobody is there for two seconds
            child.send_signal(signal.SIGCONT)
            said = child.stdout.readline()
            while said == "scan FIRST\n":
                said = child.stdout.readline()
            assert said.startswith("refused scan.stale"), said
            assert until_scanned("NEXT") == "scan NEXT\n"
        finally:
            child.send_signal(signal.SIGCONT)
            child.communicate(timeout=10)


# ------------------------------------------------------------ printers


def job_length() -> int:
    """How many bytes a label and the questions before it are."""
    front = Front()
    try:
        front.jobs.owe("cut-1")
        assert front.spooler.print_next("front")
        return len(front.printer.labels[0]) + 12
    finally:
        front.close()


def cuts() -> list[int]:
    length = job_length()
    if LONG:
        return list(range(1, length + 1))
    return sorted({*range(1, 16), *range(16, length - 16, 41), *range(length - 16, length + 1)})


def test_a_printer_lost_at_any_byte_keeps_the_job_and_never_prints_on_a_guess() -> None:
    front = Front()
    try:
        for cut in cuts():
            job, before = f"cut-{cut}", len(front.printer.labels)
            front.jobs.owe(job)
            front.printer.cut_after(cut)
            front.spooler.print_next("front")
            front.printer.cut_after(10**9)
            state = front.jobs.states()[job]
            assert state in (JobState.OWED, JobState.DOUBTFUL, JobState.DONE), cut
            if state == JobState.OWED:
                assert len(front.printer.labels) == before, cut
                front.spooler.print_next("front")
            elif state == JobState.DOUBTFUL:
                assert front.spooler.print_next("front") is False, "nothing is printed on a guess"
                front.spooler.answer(job, printed=len(front.printer.labels) > before)
                front.spooler.print_next("front")
            assert front.jobs.states()[job] == JobState.DONE, cut
            assert front.paper()[before:] == [job], cut
    finally:
        front.close()


@pytest.mark.parametrize("trouble", ["power_off", "paper_out", "head_open", "pause", "mute", "mid-job"])
def test_a_printer_in_trouble_confirms_nothing_and_the_queue_keeps_its_order(trouble: str) -> None:
    front = Front()
    printer = front.printer
    try:
        for job in "abc":
            front.jobs.owe(job)
        if trouble == "mid-job":
            printer.cut_after(200)
        else:
            getattr(printer, trouble)()
        front.spooler.start()
        gone = {"power_off": "printer.gone", "mute": "printer.not_confirmed"}
        codes = {"paper_out": "printer.no_paper", "head_open": "printer.head_open", "pause": "printer.paused"}
        if trouble == "mid-job":
            front.jobs.wait("a", JobState.DOUBTFUL)
        else:
            code = (gone | codes)[trouble]
            with front.spoken:
                assert front.spoken.wait_for(
                    lambda: any(getattr(getattr(e, "status", None), "code", "") == code for e in front.said), 5
                )
            assert JobState.DONE not in front.jobs.states().values()
        if trouble == "power_off":
            printer.power_on()
        elif trouble == "mute":
            printer.mute(False)
        elif trouble == "mid-job":
            front.spooler.answer("a", printed=False)
        else:
            printer.mend()
        front.spooler.wake()
        for job in "abc":
            front.jobs.wait(job, JobState.DONE)
        assert sorted(front.paper()) == ["a", "b", "c"], "each exactly once"
        if trouble != "mid-job":
            assert front.paper() == ["a", "b", "c"]
    finally:
        front.close()
