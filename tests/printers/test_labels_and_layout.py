"""Labels as typed facts, and their layout: nothing overlaps, nothing leaves the stock, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.values import new_mail_id
from counter_app.errors import DeviceError
from printers import layout
from printers.labels import (
    DeliveryLabel,
    EndorsementLabel,
    ItemLabel,
    PickupReceipt,
    PullSheet,
    ReturnsManifest,
    ShelfLabel,
    ShelfSlip,
    TestLabel,
    kind_of,
    label_from_payload,
    payload_of,
)
from printers.media import HALF, SHIPPING, SMALL, Media, media_named
from printers.text import clean, clusters, cut, visual, width, wrap

MAIL_ID = "M4H099MXSHF"
texts = st.one_of(
    st.text(max_size=200),
    st.text(alphabet='^~\\_>,"!|{}[]\n\r\x1b\x1d\x00 Aé', max_size=200),
    st.text(alphabet="אבגדمرحبا 日本語😀👩‍👩‍👧ẹ́W", max_size=200),
)
mail_ids = st.binary(min_size=6, max_size=6).map(new_mail_id)
stocks = st.sampled_from([SHIPPING, SMALL, HALF, *(media_named(f"{size}@300") for size in ("4x6", "2.25x1.25", "4x2"))])
item_labels = st.builds(
    ItemLabel, texts, mail_ids, texts, texts, st.just("2026-11-23"), texts, texts, texts.map(lambda t: t[:20])
)


def receipt(**changes):
    made = {
        "store": ("Mail Center", "12 Maple Street"),
        "when": "2026-11-23 10:14",
        "collector": "María López",
        "pieces": ((MAIL_ID, "Box, UPS"),),
        "fees": (("Storage, 3 days", "$4.50"),),
        "total": "$4.50",
        "paid": "cash $5.00",
        "clerk": "Anna",
        "evidence": "n 41208 - 3fa0b1c2d4",
    }
    return PickupReceipt(**{**made, **changes})


labels = st.one_of(
    item_labels,
    st.builds(ShelfSlip, texts, texts, mail_ids, texts, st.just("2026-11-23")),
    st.builds(ShelfLabel, st.from_regex(r"[A-Z0-9-]{1,12}", fullmatch=True), texts, texts),
    st.builds(
        PullSheet, texts, texts, texts, st.lists(st.tuples(texts, mail_ids, texts), max_size=9).map(tuple), texts
    ),
    st.builds(DeliveryLabel, texts, texts, texts, texts, texts, mail_ids, texts, st.just("2026-11-23")),
    st.builds(TestLabel, texts, texts, texts),
    st.builds(EndorsementLabel, mail_ids, texts, texts, st.just("2026-11-23")),
    st.builds(
        lambda text, pieces: ReturnsManifest((text,), text, text, tuple(pieces), text),
        texts,
        st.lists(st.tuples(mail_ids, texts), max_size=6),
    ),
    st.builds(
        lambda text, pieces: receipt(collector=text, fees=((text, "$1.00"),), pieces=tuple(pieces)),
        texts,
        st.lists(st.tuples(mail_ids, texts), max_size=6),
    ),
)


@given(labels)
@settings(max_examples=60, deadline=None)
def test_a_label_comes_back_from_its_payload(label):
    assert label_from_payload(kind_of(label), payload_of(label)) == label


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("mail_id", "M4H099MXSHG"),
        ("mail_id", "m4h099mxshf"),
        ("mail_id", "^XA"),
        ("mail_id", None),
        ("received_on", "23.11.2026"),
        ("received_on", "2026-11-23^FS"),
        ("name", 5),
        ("name", "x" * 201),
        ("note", "unknown field"),
    ],
)
def test_a_payload_with_a_wrong_field_is_refused(field, value):
    good = payload_of(ItemLabel("1", MAIL_ID, "A", "B", "2026-11-23", "S"))
    with pytest.raises(DeviceError) as caught:
        label_from_payload("item_label", {**good, field: value})
    assert (caught.value.code, caught.value.facts["field"]) == ("printer.bad_label", field)


def test_a_payload_without_a_field_or_of_an_unknown_kind_is_refused():
    with pytest.raises(DeviceError, match=r"printer\.bad_label"):
        label_from_payload("test_label", {"store": "S"})
    with pytest.raises(DeviceError, match=r"printer\.bad_kind"):
        label_from_payload("postcard", {})
    with pytest.raises(DeviceError, match=r"printer\.bad_label"):
        receipt(pieces=(("not a Mail ID", "Box"),))


def quiet_box(element):
    """What an element needs: itself, and the white that a scanner needs around it."""
    match element:
        case layout.Code128():
            quiet = layout.CODE128_QUIET * element.module
            return element.x - quiet, element.y, element.x + element.w + quiet, element.y + element.h
        case layout.Qr():
            quiet = layout.QR_QUIET * element.module
            return (
                element.x,
                element.y,
                element.x + element.w + quiet,
                element.y + element.h,
            )
        case _:
            return element.x, element.y, element.x + element.w, element.y + element.h


@given(labels, stocks)
@settings(max_examples=150, deadline=None)
def test_nothing_overlaps_and_nothing_leaves_the_stock(label, stock):
    for page in layout.pages(label, stock):
        boxes = [quiet_box(element) for element in page]
        for left, top, right, bottom in boxes:
            assert 0 <= left < right <= stock.width
            assert 0 <= top < bottom <= stock.height
        for at, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
                assert apart, (page[at], other)


@given(labels, stocks)
@settings(max_examples=60, deadline=None)
def test_a_line_is_never_estimated_wider_than_its_box(label, stock):
    for page in layout.pages(label, stock):
        for element in page:
            if isinstance(element, layout.Text):
                assert element.h * 10 >= element.size * 12, "room for descenders"
                if len(clusters(element.text)) > 4:
                    assert width(element.text, element.size) <= element.w


@given(item_labels, stocks)
@settings(max_examples=40, deadline=None)
def test_every_piece_label_has_its_mail_id_twice_and_spoken(label, stock):
    (page,) = layout.pages(label, stock)
    assert [e.data for e in page if isinstance(e, layout.Code128 | layout.Qr)] == [label.mail_id] * 2
    assert f"{label.mail_id[:5]}-{label.mail_id[5:]}" in [e.text for e in page if isinstance(e, layout.Text)]
    bars = next(e for e in page if isinstance(e, layout.Code128))
    assert bars.module * 25.4 / stock.dpi >= 0.25, "a Code 128 below 0.25 mm per module is hard to scan"


def test_the_mailbox_number_is_the_largest_thing_in_writing():
    (page,) = layout.pages(ItemLabel("1234", MAIL_ID, "Maria Lopez", "B-12", "2026-11-23", "Store"), SHIPPING)
    by_size = sorted((e for e in page if isinstance(e, layout.Text)), key=lambda e: -e.size)
    assert [e.text for e in by_size[:2]] == ["1234", "B-12"]


def test_a_long_receipt_goes_over_several_labels_and_loses_no_line():
    label = receipt(pieces=((MAIL_ID, "Box"),) * 40)
    pages = layout.pages(label, HALF)
    assert len(pages) > 1
    said = [e.text for page in pages for e in page if isinstance(e, layout.Text)]
    assert sum("M4H09-9MXSHF" in text for text in said) == 40
    assert "n 41208 - 3fa0b1c2d4" in said


@given(texts)
@settings(max_examples=100, deadline=None)
def test_cleaned_text_is_one_printable_line_and_not_empty(text):
    line = clean(text)
    assert all(ch == " " or not ch.isspace() for ch in line)
    assert not any(ord(ch) < 32 or 0x7F <= ord(ch) < 0xA0 for ch in line)
    assert bool(line) == bool(text.strip())
    assert clean(line) == line


@given(texts, st.integers(12, 90), st.integers(120, 900))
@settings(max_examples=100, deadline=None)
def test_wrapping_keeps_every_letter(text, size, room):
    line = clean(text)
    assert "".join(wrap(line, size, room)).replace(" ", "") == line.replace(" ", "")
    assert line.startswith(cut(line, size, room).removesuffix("...").rstrip())


def test_right_to_left_text_is_turned_and_numbers_are_not():
    assert "".join(visual("שלום")) == "םולש"
    assert "".join(visual("Dan שלום 12")) == "Dan םולש 12"
    assert "".join(visual("שלום Dan")) == "Dan םולש"
    assert "".join(visual("(שלום)")) == "(םולש)"
    assert "".join(visual("Maria Lopez (B)")) == "Maria Lopez (B)"


def test_stock_is_named_in_inches_and_nonsense_is_refused():
    assert media_named("4x6") == Media(812, 1218, 203) == SHIPPING
    assert media_named("2.25x1.25@300") == Media(675, 375, 300)
    for name in ("", "4", "0x0", "4x6@600", "1x1", "4x6;"):
        with pytest.raises(DeviceError, match=r"printer\.bad_media"):
            media_named(name)
