"""T2: whatever a label's text holds, the printer reads the same commands as for "A", and one label comes out.

`tests/printers/test_print_languages.py` holds the same by property for one text; here every hostile string goes through
every label kind and language, several on one label.
"""

from __future__ import annotations

import functools
import io
from typing import Any

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from counter_app.domain.values import new_mail_id, parse_mail_id
from counter_app.errors import DeviceError
from counter_app.limits import TEXT_MAX_CHARS
from printers import escpos, preview, raster, tspl, zpl
from printers.labels import (
    DeliveryLabel,
    DepositSlip,
    EndorsementLabel,
    ItemLabel,
    Label,
    ParcelList,
    PickupReceipt,
    ReturnsManifest,
    ShelfSlip,
    ShippingLabel,
    TestLabel,
    kind_of,
    label_from_payload,
    payload_of,
)
from printers.layout import Text
from printers.media import HALF, SMALL, Media
from printers.readers import Command, escpos_commands, tspl_commands, zpl_commands, zpl_labels
from tests.security.hostile_strings import LONG, all_strings, sample

MAIL_ID = "M4H099MXSHF"
CARRIERS = Media.inches("4", "6")
KINDS = (
    "item_label",
    "shelf_slip",
    "delivery_label",
    "pickup_receipt",
    "money_slip",
    "test_label",
    "endorsement_label",
    "returns_manifest",
    "deposit_slip",
    "shipping_label",
    "parcel_list",
)
LISTS = ("pickup_receipt", "money_slip", "returns_manifest", "deposit_slip", "parcel_list")
"""Paper of as many pages as it takes."""
WAYS = [(language, kind) for language in ("zpl", "tspl", "escpos") for kind in KINDS]
WAYS.remove(("escpos", "shipping_label"))  # no receipt printer has its stock, and says so
PER_LABEL = 6
any_text = st.text(st.characters(), max_size=60)


def label(kind: str, texts: list[str], mail_id: str = MAIL_ID) -> Label:
    """A label whose every text is one of these."""
    a, b, c, d, e, f = ((one[:TEXT_MAX_CHARS] if one.strip() else "A") for one in (texts * PER_LABEL)[:PER_LABEL])
    if kind == "item_label":
        return ItemLabel(a, mail_id, b, c, "2026-11-23", d, e, f)
    if kind == "shelf_slip":
        return ShelfSlip(a, b, mail_id, c, "2026-11-23")
    if kind == "delivery_label":
        return DeliveryLabel(a, b, c, d, e, mail_id, f, "2026-11-23")
    if kind == "endorsement_label":
        return EndorsementLabel(mail_id, a, b, "2026-11-23")
    if kind == "returns_manifest":
        return ReturnsManifest((a, b), c, d, ((mail_id, e),), f)
    if kind == "test_label":
        return TestLabel(a, b, c)
    if kind == "deposit_slip":
        return DepositSlip((a, b), "2026-11-23", c, d, e, f, a, ((b, "$1.00"),), "$1.00", c)
    if kind == "shipping_label":
        return ShippingLabel((a, b), (c, d), e, f, "1Z999AA10123456784", a, mail_id, "2026-11-23", b)
    if kind == "parcel_list":
        return ParcelList((a, b), c, d, ((e, f), (a, "")), (b,))
    return PickupReceipt((a, b), "2026-11-23", c, ((mail_id, d),), ((e, "$1.00"),), "$1.00", "cash", f, "n 1")


def folded(names: list[str], text: set[str]) -> list[str]:
    """Command names with every run of texts, however drawn and on however many lines, as one "text"."""
    found: list[str] = []
    for name in names:
        made = "text" if name in text else name
        if not (made == "text" and found and found[-1] == "text"):
            found.append(made)
    return found


def zpl_shape(commands: list[Command]) -> list[str]:
    joined = " ".join(command.name for command in commands)
    return folded(joined.replace("FO A0 FH FD FS", "text").replace("FO GF FS", "text").split(), {"text"})


def tspl_shape(commands: list[Command]) -> list[str]:
    return folded([command.name for command in commands], {"TEXT", "BITMAP"})


def escpos_shape(commands: list[Command]) -> list[str]:
    return folded([one.name for one in commands], {"ESC !", "ESC E", "ESC a", "ESC t", "text", "LF", "GS v"})


def stock(made: Label) -> Media:
    """What is in the printer for this label."""
    return CARRIERS if kind_of(made) == "shipping_label" else HALF if kind_of(made) in LISTS else SMALL


def check_zpl(made: Label) -> list[str]:
    data = zpl.render(made, stock(made))
    pages = len(zpl_labels(data))
    assert pages == data.count(b"^XA") == data.count(b"^XZ") == data.count(b"^PQ1")
    assert data.isascii()
    assert b"~" not in data
    if kind_of(made) not in LISTS:  # a long receipt goes over several labels, all of the same commands
        assert pages == 1
        return zpl_shape(zpl_commands(data))
    return [name for name in zpl_shape(zpl_commands(zpl_labels(data)[0])) if name != "text"]


def check_tspl(made: Label) -> list[str]:
    commands = tspl_commands(tspl.render(made, stock(made)))
    prints = [command.text for command in commands if command.name == "PRINT"]
    assert set(prints) == {"1,1"}
    if kind_of(made) not in LISTS:
        assert len(prints) == 1
        return tspl_shape(commands)
    return [name for name in tspl_shape(commands) if name != "text"][: tspl_shape(commands).index("PRINT")][:5]


def check_escpos(made: Label) -> list[str]:
    commands = escpos_commands(escpos.render(made, 32))
    assert [command.name for command in commands].count("GS V") == 1
    assert all(len(command.data) <= 32 for command in commands if command.name == "text")
    return escpos_shape(commands)


LANGUAGES = {"zpl": check_zpl, "tspl": check_tspl, "escpos": check_escpos}


def test_t2_hostile_strings_on_a_label_of_every_kind_and_language(tally: Any) -> None:
    expected = {way: LANGUAGES[way[0]](label(way[1], ["A"])) for way in WAYS}
    strings = sample(1_500)
    for turn in range(len(WAYS) if LONG else 1):
        for language in LANGUAGES:
            tally.path(f"labels, {language}")
            for n, at in enumerate(range(0, len(strings), PER_LABEL)):
                way = WAYS[(n + turn) % len(WAYS)]
                if way[0] != language:
                    continue
                chosen = strings[at : at + PER_LABEL]
                texts = [text for _, text in chosen]
                made = label(way[1], texts)
                assert LANGUAGES[language](made) == expected[way], (way, texts)
                assert label_from_payload(kind_of(made), payload_of(made)) == made
                for kind, _ in chosen:
                    tally.add(kind)


def test_t2_every_hostile_string_in_a_field_of_every_language(tally: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "line", functools.cache(raster.line))  # pure, and the same picture for two languages
    for language in ("zpl", "tspl", "escpos"):
        tally.path(f"label field, {language}")
        for kind, text in all_strings():
            shown = text[:30] if text[:30].strip() else "A"  # a blank line is never asked for
            field = Text(5, 5, 90, 16, 12, shown)
            if language == "zpl":
                names = [one.name for one in zpl_commands(zpl.field(field).encode("ascii"))]
                assert names in (["FO", "A0", "FH", "FD", "FS"], ["FO", "GF", "FS"])
            elif language == "tspl":
                names = [one.name for one in tspl_commands(tspl.field(field) + b"\r\n")]
                assert names in (["TEXT"], ["BITMAP"])
            else:
                data = escpos.field(text).encode("ascii")
                assert not data or [one.name for one in escpos_commands(data)] == ["text"]
            tally.add(kind)


@given(any_text, st.sampled_from(WAYS))
@settings(max_examples=60, deadline=None)
def test_t2_any_text_at_all_on_any_label(text: str, way: tuple[str, str]) -> None:
    check, kind = LANGUAGES[way[0]], way[1]
    assert check(label(kind, [text])) == check(label(kind, ["A"]))


def test_t2_the_barcodes_of_a_label_decode_to_its_mail_id_whatever_stands_beside_them(tally: Any) -> None:
    tally.path("label barcodes decoded")
    for n, (kind, text) in enumerate(sample(20)[:: 5 if LONG else 4]):
        mail_id = new_mail_id(n.to_bytes(6, "big"))
        picture = Image.open(io.BytesIO(preview.png(zpl.render(label("item_label", [text], mail_id), SMALL))))
        found = {(one.format, one.text) for one in zxingcpp.read_barcodes(picture.convert("L"))}
        assert found == {(zxingcpp.BarcodeFormat.Code128, mail_id), (zxingcpp.BarcodeFormat.QRCode, mail_id)}, text
        tally.add(kind)


def test_t2_a_barcode_holds_what_it_was_given_or_is_refused(tally: Any) -> None:
    tally.path("barcode data")
    for kind, text in all_strings():
        for language, orders in ((zpl, "^~>"), (tspl, '"\\!')):
            try:
                data = language.barcode(text)
            except DeviceError as error:
                assert error.code == "printer.bad_barcode"
                continue
            assert not set(data) & set(orders)
            assert text.isascii()
            assert text.isprintable()
        tally.add(kind)


def test_t2_a_mail_id_that_is_none_makes_no_label() -> None:
    for _, text in sample(300):
        if parse_mail_id(text) == text:
            continue  # the trade's own list holds a true one
        with pytest.raises(DeviceError, match=r"printer\.bad_label"):
            label("item_label", ["A"], text)
