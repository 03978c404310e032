"""T2: whatever a text holds, the printer sees the same commands; barcodes decode to what was put in."""

import io
import re

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from counter_app.domain.values import new_mail_id
from counter_app.errors import DeviceError
from printers import escpos, fonts, preview, raster, tspl, zpl
from printers.labels import (
    DeliveryLabel,
    EndorsementLabel,
    ItemLabel,
    PickupReceipt,
    ReturnsManifest,
    ShelfSlip,
    TestLabel,
)
from printers.layout import Text
from printers.media import HALF, SHIPPING, SMALL
from printers.readers import escpos_commands, tspl_commands, unhex, zpl_commands, zpl_labels

MAIL_ID = "M4H099MXSHF"
hostile = st.one_of(
    st.text(max_size=200),
    st.text(alphabet='^~\\_>,"!|{}[]\n\r\x1b\x1d\x00\x10\x04 Aé', min_size=1, max_size=200),
    st.text(alphabet="אבגد 日本語😀👩‍👩‍👧ẹ́W", max_size=60),
    st.sampled_from(
        [
            "^XZ^XA^FDgone^FS",
            "~JA",
            "^FS^FO0,0^GB800,800,800",
            '"\r\nPRINT 9\r\n',
            "\x1bp\x00\x19\xfa",
            "_5EXA",
        ]
    ),
)
short = st.text(alphabet="".join(map(chr, range(33, 127))), min_size=1, max_size=3)
mail_ids = st.binary(min_size=6, max_size=6).map(new_mail_id)


def item(text, mail_id=MAIL_ID):
    return ItemLabel(text, mail_id, text, text, "2026-11-23", text, text, text)


def shape(commands, text_commands):
    """The commands with every text, however it is drawn and on however many lines, as one "text"."""
    found = []
    for name in commands:
        made = "text" if name in text_commands else name
        if not (made == "text" and found and found[-1] == "text"):
            found.append(made)
    return found


def zpl_shape(data):
    joined = " ".join(command.name for command in zpl_commands(data))
    joined = joined.replace("FO A0 FH FD FS", "text").replace("FO GF FS", "text")
    return shape(joined.split(), {"text"})


@given(hostile, st.sampled_from([SHIPPING, SMALL, HALF]))
@settings(max_examples=120, deadline=None)
def test_t2_zpl_has_the_same_commands_for_any_text_as_for_a(text, stock):
    text = text if text.strip() else "A"
    data = zpl.render(item(text), stock)
    assert zpl_shape(data) == zpl_shape(zpl.render(item("A"), stock))
    assert len(zpl_labels(data)) == data.count(b"^XA") == data.count(b"^XZ") == 1
    assert b"~" not in data
    assert data.isascii()


@given(short)
@settings(max_examples=60, deadline=None)
def test_t2_zpl_of_printable_marks_is_command_for_command_the_same(text):
    names = [[command.name for command in zpl_commands(zpl.render(item(t)))] for t in (text, "A")]
    assert names[0] == names[1]
    written = [unhex(c.text) for c in zpl_commands(zpl.render(item(text))) if c.name == "FD"]
    assert text in written, "and the text is the text"


@given(hostile)
@settings(max_examples=80, deadline=None)
def test_t2_tspl_has_the_same_commands_for_any_text_as_for_a(text):
    text = text if text.strip() else "A"
    shapes = [
        shape([command.name for command in tspl_commands(tspl.render(item(t)))], {"TEXT", "BITMAP"})
        for t in (text, "A")
    ]
    assert shapes[0] == shapes[1]
    assert shapes[0].count("PRINT") == 1


def escpos_shape(data):
    styles = {"ESC !", "ESC E", "ESC a", "ESC t", "text", "LF", "GS v"}
    return shape([command.name for command in escpos_commands(data)], styles)


@given(hostile, st.sampled_from([32, 42, 48]))
@settings(max_examples=80, deadline=None)
def test_t2_escpos_has_the_same_commands_for_any_text_as_for_a(text, columns):
    text = text if text.strip() else "A"

    def receipt(t):
        return PickupReceipt((t, t), t, t, ((MAIL_ID, t),), ((t, t),), t, t, t, t)

    for made in (receipt, item):
        data = escpos.render(made(text), columns)
        assert escpos_shape(data) == escpos_shape(escpos.render(made("A"), columns))
        assert [c.name for c in escpos_commands(data)].count("GS V") == 1
        for command in escpos_commands(data):
            assert command.name != "text" or len(command.data) <= columns


@given(mail_ids, hostile)
@settings(max_examples=12, deadline=None)
def test_both_barcodes_of_a_label_decode_from_its_own_print_bytes(mail_id, text):
    for stock in (SHIPPING, SMALL):
        picture = Image.open(io.BytesIO(preview.png(zpl.render(item(text, mail_id), stock))))
        assert picture.size == (stock.width, stock.height)
        read = {(found.format, found.text) for found in zxingcpp.read_barcodes(picture.convert("L"))}
        assert read == {(zxingcpp.BarcodeFormat.Code128, mail_id), (zxingcpp.BarcodeFormat.QRCode, mail_id)}


def test_same_label_same_bytes_in_every_language():
    for label in (
        item("José"),
        ShelfSlip("B-1", "12", MAIL_ID, "A", "2026-11-23"),
        DeliveryLabel("Northgate", "12", "A", "5 Elm Street", "Uber", MAIL_ID, "1 of 2", "2026-11-23"),
        TestLabel("S", "P", "now"),
        EndorsementLabel(MAIL_ID, "Refused", "S", "2026-11-23"),
        ReturnsManifest(("S",), "now", "USPS", ((MAIL_ID, "Refused"),), "c"),
    ):
        for language in (zpl, tspl, escpos):
            assert language.render(label) == language.render(label)


def test_golden_small_zpl_label():
    label = ItemLabel("1234", MAIL_ID, "O'Hara ^XA", "B-12", "2026-11-23", "Store", "USPS")
    assert zpl.render(label, SMALL, copies=2).decode("ascii").splitlines() == [
        "^XA",
        "^CI28",
        "^PW456",
        "^LL253",
        "^LH0,0",
        "^FO10,8^A0N,18,18^FH_^FDPMB^FS",
        "^FO10,30^A0N,61,61^FH_^FD1234^FS",
        "^FO208,8^A0N,18,18^FH_^FDSHELF^FS",
        "^FO208,34^A0N,54,54^FH_^FDB-12^FS",
        "^FO10,112^A0N,38,38^FH_^FDO_27Hara _5EXA^FS",
        "^FO356,4^BY2,3,10^BQN,2,4^FH_^FDQA,M4H099MXSHF^FS",
        "^FO72,168^BY2,3,50^BCN,50,N,N,N^FH_^FD>:M4H099MXSHF^FS",
        "^FO10,222^A0N,23,23^FH_^FDM4H09-9MXSHF^FS",
        "^FO240,222^A0N,22,22^FH_^FD2026-11-23 USPS^FS",
        "^PQ2",
        "^XZ",
    ]


def test_golden_small_tspl_label():
    label = ItemLabel("1234", MAIL_ID, "O'Hara", "B-12", "2026-11-23", "Store", "USPS")
    assert tspl.render(label, SMALL).decode("ascii").split("\r\n") == [
        "SIZE 57.1 mm,31.7 mm",
        "GAP 3 mm,0",
        "DIRECTION 1",
        "CLS",
        'TEXT 10,8,"1",0,1,1,"PMB"',
        'TEXT 10,30,"2",0,3,3,"1234"',
        'TEXT 208,8,"1",0,1,1,"SHELF"',
        'TEXT 208,34,"5",0,1,1,"B-12"',
        'TEXT 10,112,"1",0,3,3,"O\'Hara"',
        'QRCODE 356,14,Q,4,A,0,"M4H099MXSHF"',
        'BARCODE 72,168,"128M",50,0,0,2,2,"!104M4H099MXSHF"',
        'TEXT 10,222,"2",0,1,1,"M4H09-9MXSHF"',
        'TEXT 240,222,"2",0,1,1,"2026-11-23 USPS"',
        "PRINT 1,1",
        "",
    ]


def test_golden_escpos_receipt_in_plain_letters():
    label = PickupReceipt(
        ("Mail Center",),
        "2026-11-23 10:14",
        "Maria Lopez",
        ((MAIL_ID, "Box"),),
        (("Storage, 3 days", "$4.50"),),
        "$4.50",
        "cash $5.00",
        "Anna",
        "n 41208 - 3fa0b1c2d4",
    )
    data = escpos.render(label, columns=32)
    assert data.startswith(b"\x1b@")
    assert data.endswith(b"\x1dV\x00")
    assert [c.text for c in escpos_commands(data) if c.name == "text"] == [
        "Mail Center",
        "2026-11-23 10:14",
        "Handed to: Maria Lopez",
        "M4H09-9MXSHF  Box".replace("  ", " "),
        "Storage, 3 days            $4.50",
        "-" * 32,
        "Total                      $4.50",
        "Paid                  cash $5.00",
        "Clerk: Anna",
        "n 41208 - 3fa0b1c2d4",
    ]


def test_escpos_barcodes_hold_the_mail_id():
    commands = escpos_commands(escpos.render(item("A")))
    assert [c.data[2:] for c in commands if c.name == "GS k"] == [b"{B" + MAIL_ID.encode()]
    assert [c.data[6:] for c in commands if c.name == "GS (" and c.data[3:5] == b"1P"] == [MAIL_ID.encode()]


@pytest.mark.parametrize("language", [zpl, tspl])
@pytest.mark.parametrize("data", ["", "x" * 49, "A\n", "é", 'a"b' + ">"])
def test_barcode_data_outside_the_printable_is_refused(language, data):
    with pytest.raises(DeviceError, match=r"printer\.bad_barcode"):
        language.barcode(data)


@pytest.mark.parametrize("copies", [0, -1, 51, 10**9])
@pytest.mark.parametrize("language", [zpl, tspl, escpos])
def test_no_more_than_fifty_copies_leave(language, copies):
    with pytest.raises(DeviceError, match=r"printer\.bad_copies"):
        language.render(item("A"), copies=copies)


def test_letters_outside_ascii_are_drawn_and_a_letter_without_font_is_a_hollow_box():
    drawn = zpl.field(Text(0, 0, 400, 60, 50, "José"))
    assert re.fullmatch(r"\^FO0,0\^GFA,\d+,\d+,\d+,[0-9A-F]+\^FS", drawn)
    unknown = next(ch for ch in map(chr, range(0x13000, 0x13400)) if fonts.face_for(ch, 50, True) is None)
    box = raster.line(unknown, 50, 400, 60)
    picture = Image.frombytes("1", (box.width, box.height), box.rows)
    left, top, right, bottom = picture.getbbox()
    assert right - left > 10 < bottom - top
    assert picture.getpixel(((left + right) // 2, (top + bottom) // 2)) == 0, "hollow"
    assert picture.getpixel((left, (top + bottom) // 2)) == 255, "with a frame"


def test_pictures_have_dark_letters_on_white_paper_in_every_language():
    pictures = [bytes.fromhex(c.text.rsplit(",", 1)[1]) for c in zpl_commands(zpl.render(item("é"))) if c.name == "GF"]
    pictures += [
        bytes(byte ^ 0xFF for byte in c.data) for c in tspl_commands(tspl.render(item("é"))) if c.name == "BITMAP"
    ]
    receipt = [c.data[6:] for c in escpos_commands(escpos.render(item("é"))) if c.name == "GS v"]
    for rows in pictures + receipt:
        dark = sum(byte.bit_count() for byte in rows) / (8 * len(rows))
        assert 0 < dark < 0.5
    assert len(pictures) >= 10
    assert len(receipt) >= 3


@given(hostile, st.integers(14, 120), st.integers(60, 800))
@settings(max_examples=60, deadline=None)
def test_a_drawn_line_stays_in_its_box_and_is_never_empty_when_the_text_is_not(text, size, room):
    height = size * 12 // 10
    drawn = raster.line(text, size, room, height)
    assert drawn.width <= room
    assert drawn.height == height
    assert len(drawn.rows) == drawn.stride * height
    if text.strip():
        assert any(drawn.rows)


def test_preview_and_readers_refuse_bytes_that_are_not_ours():
    good = zpl.render(item("A"))
    for bad in (
        b"",
        b"hello",
        good.replace(b"^CI28", b"^IDR:*.*"),
        b"~JA" + good,
        good.replace(b"A0N", b"A0R"),
    ):
        with pytest.raises(DeviceError, match=r"printer\.unreadable"):
            zpl_commands(bad)
    with pytest.raises(DeviceError, match=r"printer\.unreadable"):
        preview.png(good, page=1)
    with pytest.raises(DeviceError, match=r"printer\.unreadable"):
        escpos_commands(b"\x1bp\x00\x19\xfa")
    with pytest.raises(DeviceError, match=r"printer\.unreadable"):
        tspl_commands(b"SELFTEST\r\n")
