"""Every way to a printer: what it says when all is well, when it is not, and how much may have left."""

import os
import socket
import stat
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.errors import BadReading, DeviceError
from counter_app.ports import DeviceState
from printers import escpos, status, zpl
from printers.addresses import parse_address
from printers.labels import TestLabel
from printers.media import SMALL, media_named
from printers.simulators import SimulatedReceiptPrinter, SimulatedZplPrinter
from printers.tcp import TcpTransport
from printers.transports import open_transport

LABEL = TestLabel("Store", "Front", "2026-11-23 10:14")
DATA = zpl.render(LABEL)


@pytest.fixture
def zebra():
    printer = SimulatedZplPrinter()
    yield printer
    printer.close()


@pytest.fixture
def receipts():
    printer = SimulatedReceiptPrinter()
    yield printer
    printer.close()


def to(printer, options="language=zpl"):
    return TcpTransport(parse_address(f"tcp://127.0.0.1:{printer.port}?{options}"), poll_s=0.01)


def refused(transport, data=DATA, timeout_s=0.4):
    with pytest.raises(DeviceError) as caught:
        transport.send(data, timeout_s)
    return caught.value.code, caught.value.facts.get("bytes_sent")


def test_a_label_arrives_byte_for_byte_and_is_confirmed(zebra):
    transport = to(zebra)
    assert transport.status(2).state == DeviceState.READY
    transport.send(DATA, 2)
    assert zebra.labels == [DATA.strip()], "confirmed means on paper already"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("paper_out", "printer.no_paper"),
        ("head_open", "printer.head_open"),
        ("pause", "printer.paused"),
    ],
)
def test_a_printer_that_cannot_is_told_before_a_byte_leaves(zebra, fault, code):
    getattr(zebra, fault)()
    assert refused(to(zebra)) == (code, 0)
    seen = to(zebra).status(1)
    assert (seen.state, seen.code) == (DeviceState.FAULT, code)
    zebra.mend()
    to(zebra).send(DATA, 2)
    assert len(zebra.labels) == 1


def test_paper_that_ends_in_the_middle_is_not_success_and_not_nothing(zebra):
    zebra.paper_out(after=1)
    code, sent = refused(to(zebra), DATA * 2)
    assert (code, sent) == ("printer.no_paper", len(DATA) * 2)
    assert len(zebra.labels) == 1
    zebra.mend()
    assert zebra.wait_for_labels(2), "the printer keeps what it took"


def test_no_answer_is_not_confirmed_before_and_after(zebra, monkeypatch):
    monkeypatch.setattr("printers.tcp._ANSWER_S", 0.1)
    zebra.mute()
    assert refused(to(zebra)) == ("printer.not_confirmed", 0)
    assert zebra.labels == []
    silent = SimulatedZplPrinter(silent_when_stopped=True)
    try:
        silent.paper_out(after=1)
        assert refused(to(silent), DATA * 2) == ("printer.not_confirmed", len(DATA) * 2)
    finally:
        silent.close()


def test_a_printer_that_never_answers_is_taken_at_its_word_only_when_told_so(zebra):
    zebra.mute()
    to(zebra, "confirm=no").send(DATA, 2)
    assert zebra.wait_for_labels(1)


def test_no_printer_there_is_gone_and_nothing_has_left(zebra):
    zebra.power_off()
    assert refused(to(zebra)) == ("printer.gone", 0)
    assert to(zebra).status(1).state == DeviceState.GONE
    zebra.power_on()
    to(zebra).send(DATA, 2)
    assert len(zebra.labels) == 1


def test_a_deadline_that_passes_while_sending_is_not_a_yes(zebra, monkeypatch):
    now = [0.0]
    monkeypatch.setattr("printers.tcp.time.monotonic", lambda: now[0])
    transport = to(zebra)
    assert transport.status(1).code == ""
    zebra.mute()
    monkeypatch.setattr(transport, "_ready", lambda deadline: transport._connected(deadline))
    now[0] = 100.0
    assert refused(transport, timeout_s=-1) == ("printer.not_confirmed", len(DATA))


@pytest.mark.parametrize("options", ["confirm=yes", "confirm=no"])
def test_a_line_that_breaks_off_says_that_bytes_may_have_left(zebra, options):
    zebra.cut_after(20)
    code, sent = refused(to(zebra, options), DATA * 2000, timeout_s=2)
    assert code in ("printer.gone", "printer.not_confirmed")
    assert sent > 0


def test_half_a_label_left_by_a_break_does_not_mix_with_the_next(zebra):
    zebra.cut_after(60)
    refused(to(zebra))
    to(zebra).send(DATA, 2)
    assert zebra.labels == [DATA.strip()]


def test_a_printer_that_talks_nonsense_is_not_confirmed():
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def nonsense():
            client, _ = listener.accept()
            with client:
                client.recv(100)
                client.sendall(b"\x02hello\x03\r\n" * 3)

        thread = threading.Thread(target=nonsense)
        thread.start()
        transport = TcpTransport(parse_address(f"tcp://127.0.0.1:{listener.getsockname()[1]}"))
        assert transport.status(2).code == "printer.not_confirmed"
        thread.join(5)


def test_a_receipt_is_confirmed_by_an_answer_behind_the_receipt(receipts):
    data = escpos.render(LABEL)
    to(receipts, "language=escpos").send(data, 2)
    assert receipts.receipts == [data]
    assert receipts.problem == ""


@pytest.mark.parametrize(("fault", "code"), [("paper_out", "printer.no_paper"), ("cover_open", "printer.head_open")])
def test_a_receipt_printer_that_cannot_says_why(receipts, fault, code):
    getattr(receipts, fault)()
    assert refused(to(receipts, "language=escpos")) == (code, 0)
    receipts.mute()
    assert refused(to(receipts, "language=escpos"))[0] == "printer.not_confirmed"


def test_status_bytes_are_read_as_the_manuals_say():
    lines = (b"030,0,0,1218,000,0,0,0,000,0,0,0", b"000,0,0,0,0,2,4,0,00000000,1,000", b"1234,0")
    healthy = b"".join(b"\x02" + line + b"\x03\r\n" for line in lines)
    assert status.host_status(healthy[:40]) is None
    assert status.host_status(healthy).code == ""
    assert status.host_status(healthy).idle
    waiting = status.host_status(healthy.replace(b"1218,000", b"1218,002"))
    assert not waiting.idle
    assert status.host_status(healthy.replace(b"030,0,0", b"030,1,1")).code == "printer.no_paper"
    assert status.host_status(healthy.replace(b"000,0,0,0,0,2", b"000,0,1,0,0,2")).code == "printer.head_open"
    assert [status.tspl_status(byte) for byte in (0x00, 0x01, 0x04, 0x10, 0x20)] == [
        "",
        "printer.head_open",
        "printer.no_paper",
        "printer.paused",
        "printer.busy",
    ]
    assert status.escpos_status(b"\x10\x04\x04", 0x12) == ""
    with pytest.raises(BadReading):
        status.escpos_status(b"\x10\x04\x04", 0x00)


@given(st.binary(max_size=200))
def test_any_bytes_as_status_are_a_reading_or_no_reading(answer):
    try:
        found = status.host_status(b"\x02" + answer + b"\x03\r\n" * 3)
    except BadReading:
        return
    assert found is None or found.code.startswith("printer.") or found.code == ""


def test_a_tspl_printer_is_asked_by_its_own_question():
    said = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def printer():
            client, _ = listener.accept()
            with client:
                while part := client.recv(65_536):
                    said.append(part)
                    if part.endswith(b"\x1b!?"):
                        client.sendall(b"\x00")

        thread = threading.Thread(target=printer)
        thread.start()
        address = parse_address(f"tcp://127.0.0.1:{listener.getsockname()[1]}?language=tspl&media=2.25x1.25")
        TcpTransport(address).send(address.render(LABEL), 2)
        thread.join(5)
    assert address.render(LABEL) in b"".join(said)


def test_a_file_per_job_named_by_the_job(tmp_path):
    transport = open_transport(f"file:{tmp_path}", "0190-ab")
    transport.send(DATA, 1)
    transport.send(b"again", 1)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "0190-ab.zpl": DATA,
        "0190-ab-2.zpl": b"again",
    }
    for name in ("../x", "", "a/b", "a" * 65, "José"):
        with pytest.raises(DeviceError, match=r"printer\.bad_job"):
            open_transport(f"file:{tmp_path}", name)


def test_a_folder_that_is_gone_takes_nothing(tmp_path):
    transport = open_transport(f"file:{tmp_path}/gone", "1")
    assert transport.status(1).state == DeviceState.GONE
    assert refused(transport) == ("printer.gone", 0)


LP = """#!{python}
import os, pathlib, sys
home = pathlib.Path(__file__).parent
tool, arguments = pathlib.Path(sys.argv[0]).name, sys.argv[1:]
with open(home / "calls", "a") as calls:
    calls.write(" ".join([tool, *arguments]) + "\\n")
if tool == "lpstat":
    if arguments == ["-e"]:
        print("Zebra\\nOther")
    elif arguments[0] == "-p":
        off = (home / "disabled").exists()
        print("printer Zebra disabled since" if off else "printer Zebra is idle.  enabled since")
    elif (home / "stuck").exists():
        print("Zebra-17 clerk 1024 Mon")
else:
    if (home / "refuses").exists():
        sys.exit(1)
    (home / "paper").write_bytes(sys.stdin.buffer.read())
    print("request id is Zebra-17 (0 file(s))")
"""


@pytest.fixture
def cups(tmp_path, monkeypatch):
    """A CUPS of two programs that behave like lp and lpstat."""
    for name in ("lp", "lpstat"):
        path = tmp_path / name
        path.write_text(LP.format(python=sys.executable))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not on Windows")
def test_cups_gets_the_bytes_raw_and_is_done_when_the_queue_is(cups):
    open_transport("cups:Zebra").send(DATA, 5)
    assert (cups / "paper").read_bytes() == DATA
    assert "lp -d Zebra -o raw -t counter --" in (cups / "calls").read_text()
    (cups / "stuck").touch()
    assert refused(open_transport("cups:Zebra"), timeout_s=1.5) == ("printer.not_confirmed", len(DATA))
    open_transport("cups:Zebra?confirm=no").send(DATA, 5)


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not on Windows")
def test_cups_without_the_queue_or_with_a_stopped_one_takes_nothing(cups, monkeypatch):
    assert refused(open_transport("cups:Nowhere"), timeout_s=5) == ("printer.gone", 0)
    (cups / "disabled").touch()
    assert refused(open_transport("cups:Zebra"), timeout_s=5) == ("printer.paused", 0)
    (cups / "disabled").unlink()
    (cups / "refuses").touch()
    assert refused(open_transport("cups:Zebra"), timeout_s=5) == ("printer.gone", 0)
    monkeypatch.setenv("PATH", str(cups / "empty"))
    assert open_transport("cups:Zebra").status(1).state == DeviceState.GONE


@pytest.mark.skipif(sys.platform == "win32", reason="says what happens elsewhere")
def test_a_windows_printer_on_another_system_is_not_there():
    transport = open_transport("windows:ZDesigner GK420d")
    assert transport.status(1).code == "printer.not_on_this_system"
    assert refused(transport) == ("printer.not_on_this_system", 0)


def test_addresses_say_what_they_mean():
    plain = parse_address("tcp://192.168.1.40")
    assert (plain.target, plain.port, plain.language, plain.confirm) == ("192.168.1.40", 9100, "zpl", True)
    full = parse_address("tcp://label.local:9101?language=tspl&media=4x2@300&confirm=no")
    assert (full.port, full.language, full.media, full.confirm) == (
        9101,
        "tspl",
        media_named("4x2@300"),
        False,
    )
    assert parse_address("tcp://[fe80::1]:9100").target == "fe80::1"
    assert parse_address("file:C:\\labels?media=2.25x1.25").media == SMALL
    assert parse_address("cups:Zebra_GK420d").target == "Zebra_GK420d"
    assert parse_address("windows:\\\\server\\Front label").target == "\\\\server\\Front label"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "tcp:",
        "tcp://",
        "tcp://host:99999",
        "tcp://host:x",
        "tcp://host/path",
        "tcp://me@host",
        "tcp://host name",
        "tcp://host?language=pcl",
        "tcp://host?confirm=maybe",
        "tcp://host?columns=9",
        "tcp://host?speed=4",
        "tcp://host?confirm=no&confirm=yes",
        "tcp://host?confirm",
        "usb:1",
        "file:",
        "windows: ",
        "cups:",
        "cups:-o",
        "cups:a b",
        "cups:Zebra\n",
        "tcp://ho\x00st",
    ],
)
def test_a_wrong_address_is_refused_with_a_reason(address):
    with pytest.raises(DeviceError) as caught:
        parse_address(address)
    assert caught.value.code == "printer.bad_address"
    assert caught.value.facts["why"]
