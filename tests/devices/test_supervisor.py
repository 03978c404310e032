"""Devices come and go; the counter is told once, and never keeps a weight of a scale that is not there."""

import threading
import time

import pytest

from counter_app.devices.simulated_hid import SimulatedHidBus, SimulatedHidScale, SimulatedHidScanner
from counter_app.devices.simulated_pictures import FolderCamera, Wear
from counter_app.devices.simulators import SimulatedNciScale, SimulatedSerialScanner, SimulatedToledoScale
from counter_app.devices.supervisor import Supervisor
from counter_app.errors import BadReading, DeviceError
from counter_app.events import DeviceChanged, Refused, ScanArrived, WeightArrived
from counter_app.ports import DeviceState

QUICK = (0.01, 0.02)


class RealClock:
    def wall_ms(self):
        return time.time_ns() // 1_000_000

    def mono_ms(self):
        return time.monotonic_ns() // 1_000_000


class Heard:
    """Everything that was announced, in order; waits for facts with a deadline."""

    def __init__(self):
        self.events = []
        self._changed = threading.Condition()

    def __call__(self, event):
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait(self, fits, count=1, within_s=5.0):
        def found():
            return [e for e in self.events if fits(e)]

        with self._changed:
            assert self._changed.wait_for(lambda: len(found()) >= count, within_s), self.events
            return found()

    def state(self, name, state, count=1):
        return self.wait(
            lambda e: isinstance(e, DeviceChanged) and (e.status.name, e.status.state) == (name, state), count
        )

    def weight(self, grams, count=1):
        return self.wait(
            lambda e: (
                isinstance(e, WeightArrived) and e.reading and e.reading.stable and abs(e.reading.grams - grams) <= 2
            ),
            count,
        )

    def no_weight(self, code):
        return self.wait(lambda e: e == WeightArrived(None, code))

    def is_scanned(self, text, within_s):
        with self._changed:
            return self._changed.wait_for(
                lambda: any(isinstance(e, ScanArrived) and e.scan.text == text for e in self.events), within_s
            )

    def scan(self, text, count=1):
        return self.wait(lambda e: isinstance(e, ScanArrived) and e.scan.text == text, count)


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def bus():
    return SimulatedHidBus()


@pytest.fixture
def devices(heard, bus):
    before = set(threading.enumerate())
    supervisor = Supervisor(heard, RealClock(), backoff_s=QUICK, weigh_every_s=0.005, hid=bus)
    yield supervisor
    assert supervisor.close(5) == ()
    left = [t for t in set(threading.enumerate()) - before if t.name.startswith("device")]
    assert left == []


def test_a_weight_is_announced_when_it_changes_and_only_then(devices, heard):
    with SimulatedToledoScale() as scale:
        devices.add("scale", "Scale", scale.address)
        heard.weight(0)
        scale.put(1250)
        heard.weight(1250)
        assert scale.wait_asked(3)
        scale.overload()
        heard.no_weight("scale.over_limit")
        assert scale.wait_asked(3)
        scale.put(1250)
        heard.weight(1250, count=2)
        shown = [e for e in heard.events if isinstance(e, WeightArrived)]
        assert [e.code for e in shown] == ["", "", "scale.over_limit", ""]
        # Overloaded or not, the scale itself was there all the time.
        assert [e.status.state for e in heard.events if isinstance(e, DeviceChanged)] == [DeviceState.READY]


@pytest.mark.parametrize("over", ["socket", "pty"])
def test_a_scale_that_is_unplugged_is_said_once_and_comes_back_by_itself(devices, heard, over):
    with SimulatedNciScale(over=over) as scale:
        scale.put(500)
        devices.add("scale", "Scale", scale.address)
        heard.weight(500)
        for turn in (1, 2):
            scale.unplug()
            heard.state("Scale", DeviceState.GONE, turn)
            last = [e for e in heard.events if isinstance(e, WeightArrived)][-1]
            assert last.reading is None or turn == 2
            scale.plug_in()
            heard.state("Scale", DeviceState.READY, turn + 1)
            heard.weight(500, turn + 1)
        states = [e.status.state for e in heard.events if isinstance(e, DeviceChanged)]
        assert states == ["ready", "gone", "ready", "gone", "ready"]


def test_a_device_that_was_never_there_is_said_once_and_taken_when_it_comes(devices, heard):
    with SimulatedSerialScanner() as scanner:
        scanner.unplug()
        devices.add("scanner", "Scanner", scanner.address)
        (gone,) = heard.state("Scanner", DeviceState.GONE)
        assert gone.status.code == "device.not_found"
        scanner.plug_in()
        scanner.scan("AB")
        heard.scan("AB")
        assert [e.status.state for e in heard.events if isinstance(e, DeviceChanged)] == ["gone", "ready"]


def test_a_silent_scale_is_gone_and_does_not_flicker(devices, heard):
    with SimulatedToledoScale() as scale:
        scale.put(100)
        devices.add("scale", "Scale", scale.address)
        heard.weight(100)
        scale.be_silent()
        heard.no_weight("scale.silent")
        assert [e.status.code for e in heard.state("Scale", DeviceState.GONE)] == ["scale.silent"]
        scale.put(200)
        heard.weight(200)
        assert len(heard.state("Scale", DeviceState.READY)) == 2


def test_the_same_scan_at_once_again_is_one_scan(heard):
    now = [1000]

    class Clock:
        def wall_ms(self):
            return now[0]

        def mono_ms(self):
            return now[0]

    with Supervisor(heard, Clock(), backoff_s=QUICK) as devices, SimulatedSerialScanner() as scanner:
        devices.add("scanner", "Scanner", scanner.address)
        for at, text in ((1000, "A"), (1200, "A"), (1250, "B"), (1500, "A"), (1801, "A"), (1802, "B")):
            now[0] = at
            scanner.scan(text)
            scanner.scan(f"mark {at}")
            heard.scan(f"mark {at}")
        texts = [e.scan.text for e in heard.events if isinstance(e, ScanArrived)]
    assert [t for t in texts if len(t) == 1] == ["A", "B", "A", "B"]
    assert {e.scan.source for e in heard.events if isinstance(e, ScanArrived)} == {"Scanner"}


def test_a_scanner_that_stutters_gives_one_scan(devices, heard):
    with SimulatedSerialScanner() as scanner:
        devices.add("scanner", "Scanner", scanner.address)
        scanner.scan(b"1Z1\r1Z1\r1Z1\r1Z2")
        heard.scan("1Z2")
        assert len(heard.scan("1Z1")) == 1


def test_two_scanners_may_read_the_same_label(devices, heard):
    with SimulatedSerialScanner() as one, SimulatedSerialScanner() as two:
        devices.add("scanner", "One", one.address)
        devices.add("scanner", "Two", two.address)
        one.scan("A")
        two.scan("A")
        assert {e.scan.source for e in heard.scan("A", 2)} == {"One", "Two"}


def test_t12_a_code_that_is_too_long_is_refused_once_and_the_device_stays(devices, heard):
    with SimulatedSerialScanner() as scanner:
        devices.add("scanner", "Scanner", scanner.address)
        heard.state("Scanner", DeviceState.READY)
        scanner.send(b"9" * 60_000)
        heard.wait(lambda e: e == Refused("scan.too_long", {"device": "Scanner"}))
        # Whatever was typed into the flood is lost; after a silence the scanner works again.
        for _ in range(20):
            scanner.scan("AB")
            if heard.is_scanned("AB", 0.2):
                break
        heard.scan("AB")
        refused = [e for e in heard.events if isinstance(e, Refused)]
        assert len(refused) == 1
        assert len([e for e in heard.events if isinstance(e, DeviceChanged)]) == 1


def test_all_users_of_hidapi_share_one_thread(devices, heard, bus):
    scale, scanner = SimulatedHidScale(bus, every_s=0.01), SimulatedHidScanner(bus)
    devices.add("scale", "Scale", scale.address)
    devices.add("scanner", "Scanner", scanner.address)
    heard.state("Scale", DeviceState.READY)
    heard.state("Scanner", DeviceState.READY)
    scale.put(500)
    heard.weight(500)
    scanner.scan("420\x1d9", "]C1")
    (event,) = heard.scan("420\x1d9")
    assert (event.scan.symbology, event.scan.source) == ("gs1-128", "Scanner")
    devices.close()
    assert len(bus.callers) == 1


def test_a_hid_scale_that_sleeps_is_asleep_and_not_missing(devices, heard, bus):
    scale = SimulatedHidScale(bus, every_s=0.01)
    devices.add("scale", "Scale", scale.address)
    heard.state("Scale", DeviceState.READY)
    scale.unplug()
    heard.state("Scale", DeviceState.ASLEEP)
    heard.no_weight("device.asleep")
    assert bus.wait_looked(3)
    scale.plug_in()
    heard.state("Scale", DeviceState.READY, 2)
    scale.put(700)
    heard.weight(700)
    states = [e.status.state for e in heard.events if isinstance(e, DeviceChanged)]
    assert states == ["ready", "asleep", "ready"]


def test_a_scale_that_needs_service_is_a_fault(devices, heard, bus):
    scale = SimulatedHidScale(bus, every_s=0.01)
    devices.add("scale", "Scale", scale.address)
    heard.state("Scale", DeviceState.READY)
    scale.needs_calibration()
    (event,) = heard.state("Scale", DeviceState.FAULT)
    assert event.status.code == "scale.needs_calibration"
    scale.put(100)
    heard.state("Scale", DeviceState.READY, 2)


def test_a_settled_weight_can_be_asked_for(devices, heard):
    with SimulatedToledoScale() as scale:
        scale.put(1250)
        devices.add("scale", "Scale", scale.address)
        assert devices.weigh("Scale", 3).grams == 1250
        scale.move()
        with pytest.raises(BadReading) as caught:
            devices.weigh("Scale", 0.1)
        assert caught.value.code == "scale.in_motion"
        scale.unplug()
        with pytest.raises(DeviceError) as caught:
            devices.weigh("Scale", 1)
        assert not isinstance(caught.value, BadReading)


def test_a_camera_gives_photos_and_another_reads_codes(devices, heard, tmp_path):
    camera = FolderCamera(tmp_path / "pictures")
    devices.add("camera", "Camera", camera.address)
    heard.state("Camera", DeviceState.READY)
    with pytest.raises(DeviceError) as caught:
        devices.photo("Camera")
    assert caught.value.code == "camera.no_picture"
    camera.show_parcel("1Z999AA10123456784", ("Ann Lee", "PMB 104"), Wear(tilt=4))
    assert devices.photo("Camera").startswith(b"\xff\xd8\xff")
    devices.add("scanner", "Eye", camera.address)
    (event,) = heard.scan("1Z999AA10123456784")
    assert event.scan.symbology == "code128"
    assert devices.photo("Eye").startswith(b"\xff\xd8\xff")


def test_the_devices_page_sees_what_came_last(devices, heard):
    with SimulatedSerialScanner() as scanner:
        devices.add("scanner", "Scanner", scanner.address)
        scanner.scan("A")
        scanner.scan("B")
        heard.scan("B")
        seen = devices.test("Scanner")
        assert (seen.scan.text, seen.count, seen.status.state) == ("B", 2, "ready")
        assert [s.name for s in devices.statuses()] == ["Scanner"]
        devices.remove("Scanner")
        assert devices.statuses() == ()
        with pytest.raises(DeviceError) as caught:
            devices.test("Scanner")
        assert caught.value.code == "device.unknown"
        devices.add("scanner", "Scanner", scanner.address)
        heard.state("Scanner", DeviceState.READY, 2)
        with pytest.raises(DeviceError) as caught:
            devices.add("scanner", "Scanner", scanner.address)
        assert caught.value.code == "device.name_taken"


def test_closing_does_not_wait_for_a_device_that_is_away(heard):
    devices = Supervisor(heard, RealClock(), backoff_s=(60,))
    devices.add("scale", "Scale", "serial:/dev/counter-none?protocol=nci")
    heard.state("Scale", DeviceState.GONE)
    began = time.monotonic()
    assert devices.close(5) == ()
    assert time.monotonic() - began < 1
    with pytest.raises(DeviceError):
        devices.add("scale", "Other", "hid:any")


def test_a_second_hid_device_does_not_wait_for_the_first_to_come_back(heard, bus):
    with Supervisor(heard, RealClock(), backoff_s=(60,), hid=bus) as devices:
        devices.add("scanner", "Scanner", "hid:0c2e:0001")
        heard.state("Scanner", DeviceState.GONE)
        scale = SimulatedHidScale(bus, every_s=0.01)
        devices.add("scale", "Scale", scale.address)
        heard.state("Scale", DeviceState.READY)


def test_a_bug_in_an_adapter_disables_its_device_and_not_the_others(devices, heard, bus, caplog):
    class Broken(SimulatedHidBus):
        def enumerate(self, vendor_id=0, product_id=0):
            raise KeyError("Ann Lee")

    with Supervisor(heard, RealClock(), backoff_s=QUICK, hid=Broken()) as others:
        others.add("scale", "Broken", "hid:any")
        (event,) = heard.state("Broken", DeviceState.FAULT)
        assert event.status.code == "device.bug"
        with SimulatedSerialScanner() as scanner:
            others.add("scanner", "Scanner", scanner.address)
            scanner.scan("A")
            heard.scan("A")
    assert "KeyError" in caplog.text
    assert "Ann Lee" not in caplog.text
