"""Real adapters against simulators, over a socket and over a pseudo terminal: one contract for both."""

import subprocess
import sys
import time

import pytest

from counter_app.devices.addresses import CameraAddress, HidAddress, SerialAddress, parse
from counter_app.devices.hid_pos import HidPosScanner
from counter_app.devices.hid_scale import HidScale
from counter_app.devices.opening import open_device
from counter_app.devices.serial_scale import stable_weight
from counter_app.devices.simulated_hid import SimulatedHidBus, SimulatedHidScale, SimulatedHidScanner
from counter_app.devices.simulators import SimulatedNciScale, SimulatedSerialScanner, SimulatedToledoScale
from counter_app.errors import BadReading, DeviceError

LINES = ["socket", pytest.param("pty", marks=pytest.mark.skipif(sys.platform == "win32", reason="no ptys"))]
SCALES = [SimulatedToledoScale, SimulatedNciScale]


@pytest.fixture(params=LINES)
def line(request):
    return request.param


@pytest.fixture(params=SCALES, ids=["toledo8217", "nci"])
def simulated(request, line):
    with request.param(unit="lb", over=line) as scale:
        yield scale


@pytest.fixture
def scale(simulated):
    opened = open_device("scale", simulated.address)
    yield opened
    opened.close()


def code_of(act, *args):
    with pytest.raises(DeviceError) as caught:
        act(*args)
    return caught.value.code


def test_a_scale_gives_what_lies_on_it(simulated, scale):
    for grams in (0, 567, 1250, 29484, 0):
        simulated.put(grams)
        reading = scale.read(1)
        assert abs(reading.grams - grams) <= 1  # 0.001 lb is 0.45 g
        assert reading.stable


def test_a_scale_that_refuses_says_why_and_then_weighs_again(simulated, scale):
    for act, code in (
        (simulated.move, "scale.in_motion"),
        (simulated.overload, "scale.over_limit"),
        (simulated.under_zero, "scale.under_zero"),
        (simulated.needs_zero, "scale.needs_zero"),
    ):
        act()
        with pytest.raises(BadReading) as caught:
            scale.read(1)
        assert caught.value.code == code
    simulated.put(1000)
    assert scale.read(1).grams == 1000


def test_a_silent_scale_is_no_reading(simulated, scale):
    simulated.be_silent()
    assert code_of(scale.read, 0.05) == "scale.silent"


def test_a_late_reply_is_not_taken_for_the_next_one(simulated, scale):
    simulated.mangle_next(lambda reply: reply + reply)
    with pytest.raises(BadReading):
        scale.read(0.2)
    simulated.put(2000)
    assert scale.read(1).grams == 2000


def test_an_unplugged_scale_is_gone(simulated, scale):
    scale.read(1)
    simulated.unplug()
    assert code_of(scale.read, 1) in ("device.gone", "scale.silent")
    assert code_of(open_device, "scale", simulated.address) == "device.not_found"
    simulated.plug_in()
    simulated.put(500)
    again = open_device("scale", simulated.address)
    assert again.read(1).grams == 500
    again.close()


@pytest.mark.parametrize("kind", SCALES)
def test_a_cable_pulled_at_any_byte_of_a_reply_gives_no_weight(kind):
    with kind() as simulated:
        simulated.put(1250)
        opened = open_device("scale", simulated.address)
        whole = len(opened.read(1).raw)
        opened.close()
        for after in range(whole):
            opened = open_device("scale", simulated.address)
            simulated.cut_next(after)
            assert code_of(opened.read, 1) == "device.gone"
            opened.close()
            simulated.plug_in()


@pytest.mark.parametrize("kind", SCALES)
def test_a_changed_byte_never_gives_a_settled_other_weight(kind):
    with kind() as simulated:
        simulated.put(1250)
        opened = open_device("scale", simulated.address)
        simulated.mangle_next(lambda reply: reply.replace(b"2", b"9"))
        assert stable_weight(opened, 3, 2, every_s=0).grams in (1250, 1249)
        opened.close()


def test_a_settled_weight_is_three_fresh_equal_readings(simulated, scale):
    simulated.put(1000)
    before = simulated.asked
    assert stable_weight(scale, 3, 2, every_s=0).grams == 1000
    assert simulated.asked - before == 3


def test_a_scale_that_keeps_moving_never_settles(simulated, scale):
    simulated.move()
    assert code_of(stable_weight, scale, 3, 0.1, 0.01) == "scale.in_motion"


def test_a_scale_asked_in_the_last_moment_is_not_taken_for_lost(simulated, scale):
    simulated.move()
    for within_s in (0.0005, 0.001, 0.002):
        assert code_of(stable_weight, scale, 3, within_s, 0) in ("scale.in_motion", "scale.not_settled")


@pytest.mark.skipif(sys.platform == "win32", reason="a file is no port there in another way")
def test_a_path_that_is_no_line_is_a_wrong_setting(tmp_path):
    (tmp_path / "port").write_bytes(b"\x0201.250\r")
    assert code_of(open_device, "scale", f"serial:{tmp_path}/port?protocol=nci") == "device.settings"


def test_a_line_that_never_stops_talking_is_refused():
    with SimulatedSerialScanner() as flood:
        opened = open_device("scale", flood.address.split("?")[0] + "?protocol=toledo8217&unit=lb")
        flood.send(b"9" * 200_000)
        assert code_of(opened.read, 1) in ("device.never_silent", "scale.silent")
        opened.close()


# Scanners


@pytest.mark.parametrize("suffix", ["cr", "crlf", "none", "stx"])
def test_a_scanner_gives_its_scans_with_gs_and_symbology(line, suffix):
    with SimulatedSerialScanner(suffix, over=line) as simulated:
        scanner = open_device("scanner", simulated.address, now_ms=lambda: 7)
        simulated.scan("42012345\x1d92001234", aim="]C1")
        scan = scanner.read(2)
        assert (scan.text, scan.symbology, scan.at_ms) == ("42012345\x1d92001234", "gs1-128", 7)
        assert scan.data == b"42012345\x1d92001234"
        assert scanner.read(0) is None
        scanner.close()


def test_a_scanner_pulled_out_within_a_scan_gives_nothing(line):
    text = b"1Z999AA10123456784"
    with SimulatedSerialScanner(over=line) as simulated:
        for cut in (0, 1, 9, len(text)):
            scanner = open_device("scanner", simulated.address)
            simulated.send(text[:cut])
            simulated.unplug()
            assert code_of(scanner.read, 1) in ("device.gone", "scan.unfinished")
            scanner.close()
            simulated.plug_in()


def test_t12_a_flood_is_one_error_and_the_next_scan_is_read():
    with SimulatedSerialScanner() as simulated:
        scanner = open_device("scanner", simulated.address)
        simulated.send(b"9" * 60_000)
        assert code_of(scanner.read, 2) == "scan.too_long"
        assert scanner.read(0.3) is None
        simulated.scan("AB")
        assert scanner.read(2).text == "AB"
        scanner.close()


# HID


def test_a_hid_scale_drops_its_first_report_and_shows_the_newest():
    bus = SimulatedHidBus()
    simulated = SimulatedHidScale(bus, every_s=0.01)
    simulated.put(500)
    scale = HidScale(parse("scale", simulated.address), bus)
    for _ in range(3):
        assert abs(scale.read(1).grams - 500) <= 2  # a tenth of an ounce is 2.8 g
    simulated.put(1250)
    reading = scale.read(1)
    assert (abs(reading.grams - 1250) <= 2, reading.stable) == (True, True)
    simulated.press_unit("g")
    assert (scale.read(1).grams, scale.read(1).unit) == (1250, "g")
    scale.close()


def test_a_hid_scale_that_speaks_on_change_settles_while_it_is_silent():
    bus = SimulatedHidBus()
    simulated = SimulatedHidScale(bus, every_s=0)
    simulated.press_unit("g")
    scale = HidScale(HidAddress(), bus)
    simulated.put(300)
    assert stable_weight(scale, 3, 2, every_s=0).grams == 300
    scale.close()


def test_a_hid_scale_that_leaves_the_bus_is_asleep():
    bus = SimulatedHidBus()
    simulated = SimulatedHidScale(bus, every_s=0.01)
    scale = HidScale(HidAddress(), bus)
    simulated.unplug()
    assert code_of(scale.read, 1) == "device.asleep"
    scale.close()
    assert code_of(HidScale, HidAddress(), bus) == "device.not_found"


def test_two_equal_scales_are_never_mixed_up():
    bus = SimulatedHidBus()
    first, second = (SimulatedHidScale(bus, serial=s, every_s=0.01) for s in "AB")
    first.press_unit("g")
    second.press_unit("g")
    with pytest.raises(DeviceError) as caught:
        HidScale(HidAddress(0x0922, 0x8004), bus)
    assert (caught.value.code, caught.value.facts["serials"]) == ("device.ambiguous", ["A", "B"])
    first.put(100)
    second.put(200)
    for _ in range(2):
        opened = HidScale(parse("scale", second.address), bus)
        assert opened.read(1).grams == 200
        opened.close()
        # The cables are swapped: other paths, the same serial numbers.
        first.unplug(), second.unplug()
        first.path, second.path = second.path, first.path
        first.info["path"], second.info["path"] = first.path, second.path
        second.plug_in(), first.plug_in()


@pytest.mark.parametrize(("layout", "symbology"), [("honeywell", "pdf417"), ("newland", "")])
def test_a_hid_scanner_puts_a_licence_together(layout, symbology):
    bus = SimulatedHidBus()
    simulated = SimulatedHidScanner(bus, layout)
    scanner = HidPosScanner(parse("scanner", simulated.address), bus, now_ms=lambda: 3)
    licence = b"@\n\x1e\rANSI " + b"DCSSAMPLE\n" * 40
    simulated.scan(licence, aim="]L2")
    scan = scanner.read(1)
    assert (scan.data, scan.symbology, scan.at_ms) == (licence, symbology, 3)
    assert scanner.read(0.01) is None
    simulated.unplug()
    assert code_of(scanner.read, 1) == "device.gone"
    scanner.close()


# Addresses


@pytest.mark.parametrize(
    ("role", "text", "address"),
    [
        (
            "scale",
            "serial:/dev/ttyUSB0?baud=9600&protocol=toledo8217&unit=lb",
            SerialAddress("/dev/ttyUSB0", protocol="toledo8217", unit="lb"),
        ),
        (
            "scale",
            "serial:usb:0403:6001:A5?protocol=nci&framing=8N1",
            SerialAddress("", 0x0403, 0x6001, "A5", framing="8N1", protocol="nci"),
        ),
        ("scanner", "serial:COM5?suffix=crlf", SerialAddress("COM5", suffix="crlf")),
        ("scanner", "socket://127.0.0.1:4001", SerialAddress("socket://127.0.0.1:4001")),
        ("scale", "hid:0922:8003", HidAddress(0x0922, 0x8003)),
        ("scale", "hid:0922:8003:00A1", HidAddress(0x0922, 0x8003, "00A1")),
        ("scale", "hid:any", HidAddress()),
        ("camera", "folder:/pictures", CameraAddress("folder", "/pictures")),
        ("camera", "camera:0?scan=on", CameraAddress("camera", "0", True)),
        ("scanner", "video:/film.avi", CameraAddress("video", "/film.avi", True)),
    ],
)
def test_an_address_is_read_once_into_a_value(role, text, address):
    assert parse(role, text) == address


@pytest.mark.parametrize(
    ("role", "text", "why"),
    [
        ("scale", "serial:/dev/ttyUSB0?protocol=toledo8217", "unit"),
        ("scale", "serial:/dev/ttyUSB0?protocol=toledo", "protocol"),
        ("scale", "serial:/dev/ttyUSB0", "protocol"),
        ("scale", "serial:/dev/ttyUSB0?protocol=nci&baud=fast", "baud"),
        ("scale", "serial:/dev/ttyUSB0?protocol=nci&baud=9600&baud=1200", "an option twice"),
        ("scale", "serial:/dev/ttyUSB0?protocol=nci&framing=9X1", "framing"),
        ("scale", "serial:/dev/ttyUSB0?protocol=nci&suffix=cr", "option suffix"),
        ("scale", "serial:", "port"),
        ("scale", "serial:spy:///dev/ttyUSB0?protocol=nci", "port"),
        ("scale", "socket://127.0.0.1?protocol=nci", "host and port"),
        ("scale", "socket://127.0.0.1:99999?protocol=nci", "host and port"),
        ("scale", "hid:922:8003", "kind"),
        ("scale", "folder:/pictures", "kind"),
        ("camera", "camera:front", "where"),
        ("camera", "serial:/dev/ttyUSB0", "kind"),
        ("scanner", "", "kind"),
    ],
)
def test_an_address_that_is_not_one_says_what_is_wrong(role, text, why):
    with pytest.raises(DeviceError) as caught:
        parse(role, text)
    assert caught.value.code == "device.address_unknown"
    assert caught.value.facts["why"] == why


def test_a_device_that_is_not_there_is_not_found_at_once():
    began = time.monotonic()
    assert code_of(open_device, "scale", "serial:/dev/counter-none?protocol=nci") == "device.not_found"
    assert code_of(open_device, "scanner", "serial:usb:ffff:fffe") == "device.not_found"
    assert time.monotonic() - began < 2


def test_importing_the_devices_loads_no_device_library():
    code = (
        "import sys, counter_app.devices.supervisor, counter_app.devices.simulators;"
        "import counter_app.devices.simulated_hid, counter_app.devices.simulated_pictures;"
        "print([n for n in ('cv2', 'numpy', 'zxingcpp', 'serial', 'hid', 'pyzbar') if n in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert loaded.stdout.strip() == "[]"
