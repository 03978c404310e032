"""What a scanner's bytes mean: suffixes, identifiers, licences, limits, HID-POS reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.devices import aim
from counter_app.devices.hid_pos import PosAssembler
from counter_app.devices.scanners import Framer, as_scan
from counter_app.devices.simulated_hid import pos_reports
from counter_app.errors import BadReading, DeviceError

LICENCE = b"@\n\x1e\rANSI 636000100002DL00410278DLDAQT64235789\nDCSSAMPLE\nDACMICHAEL\r"


def feed_all(framer, data, size=7):
    return [scan for i in range(0, len(data), size) for scan in framer.feed(data[i : i + size], 0)]


@pytest.mark.parametrize(
    ("suffix", "stream", "scans"),
    [
        ("cr", b"AB\rCD\r", [b"AB", b"CD"]),
        ("cr", b"AB\r\nCD\r\n", [b"AB", b"CD"]),
        ("crlf", b"AB\r\nC\rD\r\n", [b"AB", b"C\rD"]),
        ("stx", b"\x02AB\x03\x02CD\x03", [b"AB", b"CD"]),
        ("stx", b"noise\x02AB\r\x03", [b"AB"]),
        ("cr", b"420\x1d92\r", [b"420\x1d92"]),
        ("cr", b"\r\r\n", []),
    ],
)
def test_a_scan_ends_at_its_suffix(suffix, stream, scans):
    assert feed_all(Framer(suffix), stream) == scans


@given(st.integers(1, 12))
def test_scans_do_not_depend_on_how_the_bytes_are_cut(size):
    assert feed_all(Framer("crlf"), b"one\r\ntwo\r\n\r\nthree\r\n", size) == [b"one", b"two", b"three"]


def test_without_a_suffix_the_silence_ends_a_scan():
    framer = Framer("none")
    assert framer.feed(b"AB", 0) == []
    assert framer.silence() == [b"AB"]


def test_without_its_agreed_suffix_half_a_number_is_not_handed_on():
    framer = Framer("cr")
    framer.feed(b"1Z999AA1012", 0)
    with pytest.raises(DeviceError) as caught:
        framer.silence()
    assert caught.value.code == "scan.unfinished"
    assert framer.feed(b"AB\r", 0) == [b"AB"]


@pytest.mark.parametrize("identifier", [b"", b"]L2"])
@pytest.mark.parametrize("suffix", ["cr", "crlf", "none"])
def test_a_licence_keeps_its_line_ends_whatever_the_suffix(suffix, identifier):
    end = {"cr": b"\r", "crlf": b"\r\n", "none": b""}[suffix]
    framer = Framer(suffix)
    assert feed_all(framer, identifier + LICENCE + end, 1) == []
    (scan,) = framer.silence()
    kept = LICENCE if end else LICENCE.removesuffix(b"\r")
    assert scan == identifier + kept
    assert as_scan(scan, 0).data == kept


def test_t12_a_megabyte_is_one_error_and_the_next_scan_works():
    framer = Framer("cr")
    codes = []
    for _ in range(256):
        try:
            assert framer.feed(b"9" * 4096, 0) == []
        except DeviceError as error:
            codes.append(error.code)
    assert codes == ["scan.too_long"]
    assert framer.feed(b"tail\r", 0) == []
    assert framer.silence() == []
    assert framer.feed(b"AB\r", 0) == [b"AB"]


def test_t12_a_scan_without_an_end_is_dropped_after_two_seconds():
    framer = Framer("cr")
    assert framer.feed(b"a", 0) == []
    assert framer.feed(b"a", 2000) == []
    with pytest.raises(DeviceError):
        framer.feed(b"a", 2001)
    assert framer.feed(b"a\r", 2002) == []


@pytest.mark.parametrize(
    ("identifier", "symbology"),
    [("]C0", "code128"), ("]C1", "gs1-128"), ("]A0", "code39"), ("]E0", "ean13"), ("]Q1", "qr"),
     ("]Q3", "gs1-qr"), ("]d1", "datamatrix"), ("]d2", "gs1-datamatrix"), ("]L2", "pdf417"),
     ("]U1", "maxicode"), ("]z0", "aztec"), ("]I0", "itf"), ("]#0", ""), ("C0]", ""), ("]C\x1d", "")],
)  # fmt: skip
def test_an_identifier_names_the_symbology(identifier, symbology):
    assert aim.name(identifier) == symbology
    scan = as_scan(identifier.encode() + b"420\x1d9", 5)
    assert scan.symbology == symbology
    assert scan.data.endswith(b"420\x1d9")
    assert scan.text == scan.data.decode()
    assert (scan.data == b"420\x1d9") == bool(symbology)


def test_bytes_that_are_no_utf8_are_kept():
    assert as_scan(b"caf\xe9", 0).text == "café"


# HID-POS


@pytest.mark.parametrize("layout", ["honeywell", "newland"])
@given(data=st.binary(min_size=1, max_size=700).filter(lambda d: not d.startswith(b"]")))
def test_a_pos_message_comes_out_as_it_went_in(layout, data):
    assembler = PosAssembler(0x0C2E if layout == "honeywell" else 0x1EAB)
    scans = [assembler.feed(report, 0) for report in pos_reports(data, "]Q1", layout)]
    assert [s is not None for s in scans] == [False] * (len(scans) - 1) + [True]
    assert scans[-1].data == data
    assert scans[-1].symbology == ("qr" if layout == "honeywell" else "")


def test_the_worked_example_of_sixty_bytes_is_two_reports():
    # Access-IS LSR118 manual: 56 bytes (02 38 5D 51 30 ... 00 01), then 4.
    first, second = pos_reports(b"s" * 60, "]Q0", "honeywell")
    assert first[:5] == bytes.fromhex("02 38 5D 51 30")
    assert (first[63], second[1], second[63]) == (1, 4, 0)


def test_a_pos_message_with_a_pause_in_it_is_not_glued_together():
    assembler = PosAssembler()
    first, _ = pos_reports(b"A" * 60, "]Q1", "honeywell")
    (other,) = pos_reports(b"B", "]Q1", "honeywell")
    assert assembler.feed(first, 0) is None
    assert assembler.feed(other, 251).data == b"B"


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [(0, 9, "scan.report_unknown"), (1, 0, "scan.bad_length"), (1, 57, "scan.bad_length")],
)
def test_a_bad_pos_report_drops_its_message(place, value, code):
    assembler = PosAssembler()
    first, second = pos_reports(b"A" * 60, "]Q1", "honeywell")
    assembler.feed(first, 0)
    bad = second[:place] + bytes([value]) + second[place + 1 :]
    with pytest.raises(BadReading) as caught:
        assembler.feed(bad, 0)
    assert caught.value.code == code
    assert assembler.feed(pos_reports(b"B", "]Q1", "honeywell")[0], 0).data == b"B"


def test_t12_a_pos_message_without_an_end_is_dropped():
    assembler = PosAssembler()
    report = pos_reports(b"A" * 60, "]Q1", "honeywell")[0]
    for _ in range(8192 // 56):
        assert assembler.feed(report, 0) is None
    with pytest.raises(DeviceError) as caught:
        assembler.feed(report, 0)
    assert caught.value.code == "scan.too_long"


def test_a_pos_report_cut_anywhere_is_refused():
    report = pos_reports(b"A", "]Q1", "honeywell")[0]
    for length in range(64):
        with pytest.raises(BadReading):
            PosAssembler().feed(report[:length], 0)
