"""Where everything stands on a label: pure, in dots, the same for every label language.

`pages` gives drawing elements that never overlap and never leave the stock. What does not fit is made
smaller, then broken into lines, then cut with "..."; the Mail ID's barcodes are never made too small to
scan.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.values import spoken_mail_id
from printers.labels import (
    DeliveryLabel,
    EndorsementLabel,
    ItemLabel,
    Label,
    MoneySlip,
    PickupReceipt,
    PullSheet,
    ReturnsManifest,
    ShelfLabel,
    ShelfSlip,
    TestLabel,
)
from printers.media import Media
from printers.text import clean, cut, width, wrap

CODE128_QUIET = 10
"""Modules left white on both sides (ISO/IEC 15417)."""
QR_QUIET = 4
"""Modules left white around (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, glyphs `size` dots high, inside the box x, y, w, h."""

    x: int
    y: int
    w: int
    h: int
    size: int
    text: str
    bold: bool = True


@dataclass(frozen=True, slots=True)
class Code128:
    """A Code 128 in subset B: `module` dots per module, `height` dots high, no text under it."""

    x: int
    y: int
    module: int
    height: int
    data: str

    @property
    def w(self) -> int:
        # Start, data, check: 11 modules each; stop: 13.
        return self.module * (11 * (len(self.data) + 2) + 13)

    @property
    def h(self) -> int:
        return self.height


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code of a Mail ID, level Q: version 1 holds 16 letters and digits, so always 21 modules."""

    x: int
    y: int
    module: int
    data: str

    @property
    def w(self) -> int:
        return 21 * self.module

    @property
    def h(self) -> int:
        return self.w


@dataclass(frozen=True, slots=True)
class Rule:
    """A black bar (w x h dots)."""

    x: int
    y: int
    w: int
    h: int


Element = Text | Code128 | Qr | Rule
Page = tuple[Element, ...]


def pages(label: Label, media: Media) -> tuple[Page, ...]:
    """The pages that `label` needs on `media`: one for every label, as many as it takes for a receipt."""
    match label:
        case ItemLabel():
            store = (label.store, label.received_on)
            detail = _joined(label.carrier, "" if label.piece == "1/1" else f"piece {label.piece}")
            big = (("PMB", label.pmb), ("SHELF", label.shelf))
            return (_piece(label.mail_id, big, label.name, store, detail, media),)
        case ShelfSlip():
            store = ("Shelf slip", label.received_on)
            big = (("SHELF", label.shelf), ("PMB", label.pmb))
            return (_piece(label.mail_id, big, label.name, store, "", media),)
        case DeliveryLabel():
            big = (("PIECE", label.piece), ("PMB", label.pmb))
            detail = _joined(label.courier, label.address)
            return (_piece(label.mail_id, big, label.name, (label.store, label.day), detail, media),)
        case TestLabel():
            return (_test(label, media),)
        case ShelfLabel():
            return (_shelf(label, media),)
        case PullSheet():
            return _listed(pull_rows(label), media)
        case PickupReceipt() | MoneySlip():
            return _listed(receipt_rows(label), media)
        case EndorsementLabel():
            return (_endorsement(label, media),)
        case ReturnsManifest():
            return _listed(manifest_rows(label), media)


Pair = tuple[str, str]


def _piece(mail_id: str, big: tuple[Pair, Pair], name: str, top: Pair, detail: str, media: Media) -> Page:
    if media.height > media.width:
        return _tall(mail_id, big, name, top, detail, media)
    return _wide(mail_id, big, name, _joined(top[1], detail), media)


def _tall(mail_id: str, big: tuple[Pair, Pair], name: str, top: Pair, detail: str, media: Media) -> Page:
    # Drawn for 812 x 1218 dots; other stock takes the same shares of its own size.
    def across(dots: int) -> int:
        return dots * media.width // 812

    def down(dots: int) -> int:
        return dots * media.height // 1218

    left, dated, inner = across(30), across(200), media.width - 2 * across(30)
    thick = max(2, across(4))
    parts: list[Element] = [
        *_fit(top[0], left, down(26), across(530), down(44), most=down(36), least=down(24)),
        *_fit(top[1], left + inner - dated, down(26), dated, down(44), most=down(36), least=down(20)),
        Rule(left, down(82), inner, thick),
    ]
    split = inner * 3 // 5
    for (caption, value), x, room in (
        (big[0], left, split - across(20)),
        (big[1], left + split + across(24), inner - split - across(24)),
    ):
        parts += _fit(caption, x, down(100), room, down(38), most=down(30), least=down(20))
        parts += _fit(value or "-", x, down(144), room, down(236), most=down(190), least=down(48), lines=2)
    parts.append(Rule(left + split, down(100), thick, down(280)))
    parts.append(Rule(left, down(392), inner, thick))
    parts += _fit(name or "-", left, down(414), inner, down(190), most=down(92), least=down(36), lines=3)
    parts += _fit(detail, left, down(610), inner, down(50), most=down(40), least=down(24))
    parts.append(Rule(left, down(670), inner, thick))
    module = media.width // (11 * (len(mail_id) + 2) + 13 + 2 * CODE128_QUIET)
    bars = Code128(0, down(698), module, down(236), mail_id)
    parts.append(Code128((media.width - bars.w) // 2, bars.y, module, bars.height, mail_id))
    qr = Qr(left, down(972), max(1, across(9)), mail_id)
    parts.append(qr)
    aside = left + qr.w + QR_QUIET * qr.module + across(10)
    room = left + inner - aside
    parts += _fit("MAIL ID", aside, down(976), room, down(38), most=down(30), least=down(20))
    parts += _fit(spoken_mail_id(mail_id), aside, down(1030), room, down(92), most=down(74), least=down(24))
    return tuple(parts)


def _wide(mail_id: str, big: tuple[Pair, Pair], name: str, foot: str, media: Media) -> Page:
    # Drawn for 456 x 253 dots (57 x 32 mm at 203 dpi); all shares go by the height.
    def scaled(dots: int) -> int:
        return dots * media.height // 253

    edge = scaled(10)
    qr_module = scaled(4)
    white = QR_QUIET * qr_module
    qr = Qr(media.width - white - 21 * qr_module, scaled(14), qr_module, mail_id)
    inner = qr.x - white - edge
    split = inner * 3 // 5
    parts: list[Element] = []
    for (caption, value), x, room in (
        (big[0], edge, split - scaled(8)),
        (big[1], edge + split, inner - split),
    ):
        parts += _fit(caption, x, scaled(8), room, scaled(22), most=scaled(18), least=scaled(12))
        parts += _fit(value or "-", x, scaled(30), room, scaled(74), most=scaled(61), least=scaled(22), lines=2)
    parts += _fit(name or "-", edge, scaled(106), inner, scaled(58), most=scaled(38), least=scaled(20), lines=2)
    parts.append(qr)
    module = media.width // (11 * (len(mail_id) + 2) + 13 + 2 * CODE128_QUIET)
    bars = Code128(0, scaled(168), module, scaled(50), mail_id)
    parts.append(Code128((media.width - bars.w) // 2, bars.y, module, bars.height, mail_id))
    half = (media.width - 2 * edge) // 2
    below, high = scaled(222), scaled(28)
    said = spoken_mail_id(mail_id)
    parts += _fit(said, edge, below, half, high, most=scaled(23), least=scaled(14))
    room = half - scaled(12)
    parts += _fit(foot, edge + half + scaled(12), below, room, high, most=scaled(23), least=scaled(14))
    return tuple(parts)


def _test(label: TestLabel, media: Media) -> Page:
    edge = media.dpi // 20
    thick = max(2, media.dpi // 100)
    high, wide = media.height - 2 * edge, media.width - 2 * edge
    frame: list[Element] = [
        Rule(edge, edge, wide, thick),
        Rule(edge, media.height - edge - thick, wide, thick),
        Rule(edge, edge + thick, thick, high - 2 * thick),
        Rule(media.width - edge - thick, edge + thick, thick, high - 2 * thick),
    ]
    left, room = edge * 2, wide - 2 * edge
    row = (high - 2 * edge) // 6
    lines = ("Test label", label.store, label.printer, label.when)
    for at, text in enumerate(lines):
        most = min(row * 10 // 12, media.dpi // 3)
        frame += _fit(text, left, edge * 2 + at * row, room, row, most=most, least=min(most, media.dpi // 10))
    data = "TEST-LABEL"
    module = (room // (11 * (len(data) + 2) + 13 + 2 * CODE128_QUIET)) or 1
    bars = Code128(0, edge * 2 + 4 * row + row // 4, module, row, data)
    frame.append(Code128((media.width - bars.w) // 2, bars.y, module, row, data))
    return tuple(frame)


def _shelf(label: ShelfLabel, media: Media) -> Page:
    """The code as large as the stock allows, since it is read from afar; its bars below it."""
    edge = media.dpi // 20
    room, high = media.width - 2 * edge, media.height - 2 * edge
    small = min(high // 8, media.dpi // 4)
    parts = _fit(_joined(label.store, label.zone), edge, edge, room, small, most=small * 10 // 12, least=small // 2)
    module = min(media.dpi // 40, media.width // (11 * (len(label.code) + 2) + 13 + 2 * CODE128_QUIET))
    bars = Code128(0, media.height - edge - high // 3, max(1, module), high // 3, label.code)
    top, below = edge + small, bars.y - edge // 2
    parts += _fit(label.code, edge, top, room, below - top, most=(below - top) * 10 // 12, least=media.dpi // 8)
    return (*parts, Code128((media.width - bars.w) // 2, bars.y, bars.module, bars.height, label.code))


def _listed(lines: list[Pair], media: Media) -> tuple[Page, ...]:
    # The makeshift of a store without a receipt printer: plain lines on label stock, page after page.
    size = media.dpi // 8
    step = _step(size)
    edge = media.dpi // 8
    room = media.width - 2 * edge
    amounts = min(room // 3, size * 6)
    rows: list[Pair] = []
    for text, amount in lines:
        wrapped = wrap(clean(text), size, room - (amounts + size if amount else 0)) or [""]
        rows += [(part, "") for part in wrapped[:-1]]
        rows.append((wrapped[-1], amount))
    made: list[Page] = []
    fits = (media.height - 2 * edge) // step
    for first in range(0, len(rows), fits):
        page: list[Element] = []
        for at, (text, amount) in enumerate(rows[first : first + fits]):
            y = edge + at * step
            beside = amounts + size if amount else 0
            page += _fit(text, edge, y, room - beside, step, most=size, least=size)
            page += _fit(amount, edge + room - amounts, y, amounts, step, most=size, least=size // 2)
        made.append(tuple(page))
    return tuple(made)


RETURN_TO_SENDER = "RETURN TO SENDER"


def _endorsement(label: EndorsementLabel, media: Media) -> Page:
    # Stacked in shares of the height, on tall stock and on wide: head, words, barcode, foot.
    edge = media.width // 27
    inner, share = media.width - 2 * edge, media.height // 100
    head, below = 16 * share, 60 * share
    parts: list[Element] = [
        *_fit(RETURN_TO_SENDER, edge, 3 * share, inner, head, most=head * 10 // 13, least=head // 4),
        Rule(edge, 3 * share + head, inner, max(2, media.width // 200)),
    ]
    top = 3 * share + head + max(2, media.width // 200) + 2 * share
    room = below - top
    parts += _fit(label.words, edge, top, inner, room, most=min(room // 2, media.dpi // 2), least=room // 9, lines=6)
    module = media.width // (11 * (len(label.mail_id) + 2) + 13 + 2 * CODE128_QUIET)
    bars = Code128(0, below + share, module, 20 * share, label.mail_id)
    parts.append(Code128((media.width - bars.w) // 2, bars.y, module, bars.height, label.mail_id))
    y, high, half = below + 23 * share, 12 * share, inner // 2 - edge // 2
    most = high * 10 // 14
    parts += _fit(spoken_mail_id(label.mail_id), edge, y, half, high, most=min(most, media.dpi // 3), least=high // 3)
    foot = _joined(label.store, label.marked_on)
    parts += _fit(foot, edge + inner - half, y, half, high, most=min(most, media.dpi // 5), least=high // 5, lines=2)
    return tuple(parts)


def manifest_rows(label: ReturnsManifest) -> list[Pair]:
    """The lines of a list of returns as (text, ""), "" for a blank one."""
    return [
        *((text, "") for text in label.store),
        (label.when, ""),
        ("", ""),
        (f"Returned to sender with {label.carrier}: {len(label.pieces)}", ""),
        ("", ""),
        *((f"{spoken_mail_id(mail_id)}  {text}", "") for mail_id, text in label.pieces),
        ("", ""),
        (f"Clerk: {label.clerk}", ""),
        ("Driver:", ""),
    ]


def pull_rows(label: PullSheet) -> list[Pair]:
    """The lines of a pull sheet: a box to tick, the shelf, the Mail ID, and at the edge what to look for."""
    return [
        (label.store, ""),
        (label.title, ""),
        (label.when, label.clerk),
        ("", ""),
        *((f"[ ] {shelf or '-'}  {spoken_mail_id(mail_id)}", what) for shelf, mail_id, what in label.lines),
        ("", ""),
        ("Pieces", str(len(label.lines))),
    ]


def receipt_rows(label: PickupReceipt | MoneySlip) -> list[Pair]:
    """The lines of a receipt as (text, amount), "" for a blank one; the order is the same on every paper."""
    if isinstance(label, MoneySlip):
        return [
            *((text, "") for text in label.store),
            (label.when, ""),
            ("", ""),
            (label.title, ""),
            (label.about, ""),
            ("", ""),
            *((f"{spoken_mail_id(mail_id)}  {text}", "") for mail_id, text in label.pieces),
            *label.fees,
            ("Total", label.total),
            ("Paid", label.paid),
            ("", ""),
            (f"Clerk: {label.clerk}", ""),
        ]
    return [
        *((text, "") for text in label.store),
        (label.when, ""),
        ("", ""),
        (f"Handed to: {label.collector}", ""),
        ("", ""),
        *((f"{spoken_mail_id(mail_id)}  {text}", "") for mail_id, text in label.pieces),
        ("", ""),
        *label.fees,
        ("Total", label.total),
        ("Paid", label.paid),
        ("", ""),
        (f"Clerk: {label.clerk}", ""),
        (label.evidence, ""),
    ]


def _fit(text: str, x: int, y: int, w: int, h: int, most: int, least: int, lines: int = 1) -> list[Text]:
    """`text` as large as the box allows, between `most` and `least` dots high, on at most `lines` lines."""
    line = clean(text)
    if not line:
        return []
    for size in range(most, least - 1, -1):
        wrapped = wrap(line, size, w)
        # One long word is made smaller rather than broken, as long as that is possible.
        broken = any(width(word, size) > w for word in line.split())
        if len(wrapped) <= lines and len(wrapped) * _step(size) <= h and not broken:
            return _stacked(wrapped, x, y, w, h, size)
    wrapped = wrap(line, least, w)
    fits = max(1, min(lines, h // _step(least)))
    kept = wrapped[:fits]
    if len(wrapped) > fits:
        kept[-1] = cut(kept[-1] + " " + wrapped[fits], least, w)
    return _stacked(kept, x, y, w, h, least)


def _step(size: int) -> int:
    return -(-size * 12 // 10)


def _stacked(lines: list[str], x: int, y: int, w: int, h: int, size: int) -> list[Text]:
    step = _step(size)
    top = y + max(0, (h - step * len(lines)) // 2)
    return [Text(x, top + at * step, w, step, size, text) for at, text in enumerate(lines)]


def _joined(*parts: str) -> str:
    return "   ".join(part for part in parts if part)
