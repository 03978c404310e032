"""What a scale's bytes mean: every status, every unit, every cut, and nothing made up."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.devices.hid_scale import parse_report
from counter_app.devices.serial_scale import parse_nci, parse_toledo8217
from counter_app.errors import BadReading


def code_of(parse, *args):
    with pytest.raises(BadReading) as caught:
        parse(*args)
    return caught.value.code


@pytest.mark.parametrize(
    ("report", "grams", "unit"),
    [
        ("03 04 0B FF 6F 04", 3218, "oz"),  # 113.5 oz, node-hid issue 286, Stamps.com 70 lb
        ("03 04 0C FE 11 03", 3561, "lb"),  # 7.85 lb, the same issue, Fairbanks
        ("03 04 02 00 14 00", 20, "g"),  # DYMO M10
        ("03 04 0B FF 34 19", 18291, "oz"),  # 645.2 oz, DYMO M25
        ("04 0B FF 6F 04", 3218, "oz"),  # the backend took the id away
        ("03 04 0B FF 6F 04 00 00", 3218, "oz"),  # padded
        ("03 04 03 FD E2 04", 1250, "kg"),
        ("03 04 02 01 7D 00", 1250, "g"),  # a positive exponent
        ("03 02 0B FF 00 00", 0, "oz"),  # stable at zero
        ("03 04 02 FF 05 00", 1, "g"),  # half a gram goes up
    ],
)
def test_published_hid_reports_give_their_weight(report, grams, unit):
    reading = parse_report(bytes.fromhex(report))
    assert (reading.grams, reading.stable, reading.unit) == (grams, True, unit)
    assert reading.raw == bytes.fromhex(report)


def test_a_hid_scale_in_motion_is_not_stable():
    reading = parse_report(bytes.fromhex("03 03 02 00 14 00"))
    assert (reading.grams, reading.stable) == (20, False)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0, "scale.status_unknown"),
        (1, "scale.fault"),
        (5, "scale.under_zero"),
        (6, "scale.over_limit"),
        (7, "scale.needs_calibration"),
        (8, "scale.needs_zero"),
        (9, "scale.status_unknown"),
        (255, "scale.status_unknown"),
    ],
)
def test_a_hid_status_that_is_no_weight_says_which(status, code):
    assert code_of(parse_report, bytes([3, status, 2, 0, 20, 0])) == code


@pytest.mark.parametrize("unit", [0, 5, 9, 13, 255])
def test_a_hid_unit_that_is_unknown_or_has_two_meanings_is_refused(unit):
    assert code_of(parse_report, bytes([3, 4, unit, 0, 20, 0])) == "scale.unit_unknown"


@pytest.mark.parametrize("length", [0, 4, 5, 6, 8, 64])
def test_a_buffer_of_zeros_is_never_zero_grams(length):
    assert code_of(parse_report, bytes(length)).startswith("scale.")


def test_a_hid_report_cut_anywhere_is_refused():
    whole = bytes.fromhex("03 04 02 00 14 00")
    for length in range(len(whole)):
        assert code_of(parse_report, whole[:length]).startswith("scale.")


_FACTORS = {
    1: "0.001", 2: "1", 3: "1000", 4: "0.2", 6: "0.06479891", 7: "1.55517384", 8: "1000000",
    10: "31.1034768", 11: "28.349523125", 12: "453.59237",
}  # fmt: skip


@given(st.binary(max_size=12) | st.binary(max_size=5).map(lambda tail: b"\x03\x04\x0b" + tail))
def test_no_bytes_give_a_weight_but_those_that_say_one(report):
    body = report if len(report) == 5 else report[1:6] if report[:1] == b"\x03" else b""
    valid = len(body) == 5 and body[0] in ((2, 4) if len(report) == 5 else (2, 3, 4)) and body[1] in _FACTORS
    try:
        reading = parse_report(report)
    except BadReading:
        if valid and body[0] != 2:
            exponent = int.from_bytes(body[2:3], "big", signed=True)
            amount = Decimal(body[3] + 256 * body[4]) * Decimal(10) ** exponent
            assert amount * Decimal(_FACTORS[body[1]]) > 10_000_000
        else:
            assert not valid
        return
    assert valid
    assert reading.stable == (body[0] != 3)
    if body[0] == 2:
        assert reading.grams == 0
        return
    exponent = int.from_bytes(body[2:3], "big", signed=True)
    exact = Decimal(body[3] + 256 * body[4]) * Decimal(10) ** exponent * Decimal(_FACTORS[body[1]])
    assert reading.grams == exact.quantize(Decimal(1), ROUND_HALF_UP)


# Toledo 8217


@pytest.mark.parametrize(
    ("reply", "unit", "grams"),
    [
        (b"\x0201.250\r", "kg", 1250),
        (b"\x0201.250\r", "lb", 567),
        (b"\x02012.50\r", "lb", 5670),
        (b"\x0212.50\r", "lb", 5670),
        (b"\x0201.250N\r", "kg", 1250),
        (b"\x0200.000\r", "kg", 0),
    ],
)
def test_a_toledo_reply_is_read_in_the_unit_the_scale_is_set_to(reply, unit, grams):
    reading = parse_toledo8217(reply, unit)
    assert (reading.grams, reading.stable, reading.raw) == (grams, True, reply)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0x41, "scale.in_motion"),
        (0x42, "scale.over_limit"),
        (0x43, "scale.over_limit"),
        (0x44, "scale.under_zero"),
        (0x48, "scale.needs_zero"),
        (0x50, "scale.no_weight"),
        (0x60, "scale.no_weight"),
        (0x40, "scale.no_weight"),
        (0xC1, "scale.in_motion"),
    ],
)
def test_every_toledo_status_bit_is_a_reason_and_never_a_weight(status, code):
    assert code_of(parse_toledo8217, b"\x02?" + bytes([status]) + b"\r", "lb") == code


@given(st.integers(0, 255))
def test_no_toledo_status_is_ever_a_weight(status):
    assert code_of(parse_toledo8217, b"\x02?" + bytes([status]) + b"\r", "kg").startswith("scale.")


def test_a_toledo_unit_is_never_guessed():
    assert code_of(parse_toledo8217, b"\x0201.250\r", "") == "scale.unit_unknown"


@pytest.mark.parametrize("parse_reply", [(parse_toledo8217, b"\x0201.250\r"), (parse_nci, b"\n001.25KG\r\n00\r\x03")])
def test_a_reply_cut_anywhere_is_refused(parse_reply):
    parse, reply = parse_reply
    parse(reply, "kg")
    for cut in range(len(reply)):
        assert code_of(parse, reply[:cut], "kg") in ("scale.short_reply", "scale.garbled")
        if cut:
            # The tail of an NCI reply is a whole status reply: a reason, and no weight either.
            code_of(parse, reply[cut:], "kg")


def test_a_toledo_kg_reply_without_one_of_its_bytes_is_refused():
    reply = b"\x0201.250\r"
    for gone in range(len(reply)):
        assert code_of(parse_toledo8217, reply[:gone] + reply[gone + 1 :], "kg").startswith("scale.")


@given(st.binary(max_size=20) | st.from_regex(rb"\x02[0-9.N?]{0,9}\r?", fullmatch=True))
def test_no_bytes_give_a_toledo_weight_but_a_whole_reply(reply):
    try:
        reading = parse_toledo8217(reply, "kg")
    except BadReading:
        return
    digits = reply.strip(b"\x02\r").rstrip(b"N").decode()
    assert (len(digits) in (6, 7), digits[-4]) == (True, ".")
    assert reading.grams == Decimal(digits) * 1000


# NCI


@pytest.mark.parametrize(
    ("reply", "grams", "stable", "unit"),
    [
        (b"\n001.25LB\r\n00\r\x03", 567, True, "lb"),
        (b"\n  1.25lb\r\n00\r\x03", 567, True, "lb"),
        (b"\n001.250kg\r\n00\r\x03", 1250, True, "kg"),
        (b"\n00020.0OZ\r\n00\r\x03", 567, True, "oz"),
        (b"\n01250g \r\n00\r\x03", 1250, True, "g"),
        (b"\n000.00LB\r\n20\r\x03", 0, True, "lb"),
        (b"\n 1LB  4.0OZ\r\n00\r\x03", 567, True, "lb"),
        (b"\n001.25LB\r\n10\r\x03", 567, False, "lb"),
        (b"\n001.25LB\r\n0p0\r\x03", 567, True, "lb"),
    ],
)
def test_an_nci_reply_is_read_with_its_own_unit(reply, grams, stable, unit):
    reading = parse_nci(reply)
    assert (reading.grams, reading.stable, reading.unit) == (grams, stable, unit)


@pytest.mark.parametrize("weight", [b"", b"001.25LB\r\n"])
@pytest.mark.parametrize(
    ("status", "code"),
    [
        (b"40", "scale.fault"),
        (b"80", "scale.fault"),
        (b"01", "scale.under_zero"),
        (b"02", "scale.over_limit"),
        (b"04", "scale.fault"),
        (b"08", "scale.needs_calibration"),
        (b"0p8", "scale.needs_zero"),
        (b"12", "scale.over_limit"),
        (b"p0", "scale.garbled"),
        (b"0", "scale.garbled"),
        (b"0p", "scale.garbled"),
        (b"\x100", "scale.garbled"),
    ],
)
def test_every_nci_status_bit_is_a_reason_with_a_weight_beside_it_or_without(weight, status, code):
    head = b"\n" + weight + b"\n" if weight else b"\n"
    reply = head.replace(b"\n\n", b"\n") + status + b"\r\x03"
    assert code_of(parse_nci, reply) == code


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (b"\n?\r\x03", "scale.request_refused"),
        (b"\n10\r\x03", "scale.in_motion"),
        (b"\n00\r\x03", "scale.no_weight"),
        (b"\n^^^^^^LB\r\n00\r\x03", "scale.over_limit"),
        (b"\n______LB\r\n00\r\x03", "scale.under_zero"),
        (b"\n------LB\r\n00\r\x03", "scale.needs_zero"),
        (b"\n001.25\r\n00\r\x03", "scale.unit_unknown"),
        (b"\n001.25XX\r\n00\r\x03", "scale.garbled"),
        (b"\n001.25LB\r\n00\r\x03x", "scale.short_reply"),
        (b"\n0\xb01.25LB\r\n00\r\x03", "scale.garbled"),
    ],
)
def test_an_nci_reply_without_a_weight_says_why(reply, code):
    assert code_of(parse_nci, reply) == code


def test_an_nci_scale_whose_unit_button_was_pressed_is_not_believed():
    assert code_of(parse_nci, b"\n001.25KG\r\n00\r\x03", "lb") == "scale.unit_differs"


@given(st.binary(max_size=30))
def test_any_bytes_give_an_nci_reading_or_a_reason(reply):
    try:
        reading = parse_nci(reply)
    except BadReading:
        return
    assert reading.raw == reply
    assert (reply[:1], reply[-2:]) == (b"\n", b"\r\x03")
