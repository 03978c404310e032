"""Scales on a serial line: Mettler Toledo 8217 and NCI (SASI, ECR), as pure parsers and one adapter.

Each parser takes a whole reply, from its first to its last byte; a part of one, a byte too many or a byte
with its eighth bit set (a parity error that came through) is a BadReading, so that a lost byte can never
turn 12.50 into 2.50. Units: a reading is whole grams; the 8217 reply has no unit, it comes from the address.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from counter_app.devices.addresses import SerialAddress
from counter_app.devices.hid_scale import to_grams
from counter_app.devices.lines import drain, open_line
from counter_app.domain.values import GRAMS_PER_LB, GRAMS_PER_OZ
from counter_app.errors import BadReading, DeviceError
from counter_app.ports import Reading, Scale

REPLY_S = 1.0
REPLY_MAX = 64
GRAMS_PER = {"lb": GRAMS_PER_LB, "kg": Decimal(1000), "oz": GRAMS_PER_OZ, "g": Decimal(1)}

# The decimals belong to the unit (xx.xxx kg; xx.xx, xxx.xx or xx.xxx lb): another shape lost a byte.
_TOLEDO_WEIGHT = {
    "kg": re.compile(rb"\x02([0-9]{2,3}\.[0-9]{3})N?\r"),
    "lb": re.compile(rb"\x02([0-9]{2,3}\.[0-9]{2,3})N?\r"),
}
_TOLEDO_STATUS = re.compile(rb"\x02\?([\x00-\xff])\r", re.DOTALL)


def parse_toledo8217(reply: bytes, unit: str) -> Reading:
    """The weight in one whole 8217 reply: `STX digits [N] CR`. `unit` ("lb", "kg") is how the scale is set.

    A status reply (`STX ? status CR`) holds no weight and always raises, motion too. BadReading:
    scale.in_motion, scale.over_limit, scale.under_zero, scale.needs_zero, scale.no_weight,
    scale.short_reply, scale.garbled, scale.unit_unknown.
    """
    if unit not in _TOLEDO_WEIGHT:
        raise BadReading("scale.unit_unknown", unit=unit)
    if status := _TOLEDO_STATUS.fullmatch(reply):
        raise BadReading(_toledo_status(status[1][0]))
    _check_whole(reply, first=b"\x02", last=b"\r")
    weight = _TOLEDO_WEIGHT[unit].fullmatch(reply)
    if weight is None:
        raise BadReading("scale.garbled")
    return Reading(to_grams(Decimal(weight[1].decode()), GRAMS_PER[unit]), True, reply, unit)


def _toledo_status(status: int) -> str:
    # Bit 6 is always 1 and bit 7 is parity. Over and under go first: they last, motion passes.
    for bit, code in (
        (1, "scale.over_limit"),
        (2, "scale.under_zero"),
        (0, "scale.in_motion"),
        (3, "scale.needs_zero"),
    ):
        if status & 1 << bit:
            return code
    return "scale.no_weight"


_NCI = re.compile(rb"\n(?:([^\r\n]*)\r\n)?([^\r\n]{1,6})\r\x03")
_NCI_WEIGHT = re.compile(rb" *([0-9]{1,6}(?:\.[0-9]{1,4})?) ?(LB|KG|OZ|G) ?", re.IGNORECASE)
_NCI_LB_OZ = re.compile(rb" *([0-9]{1,4}) ?LB +([0-9]{1,2}(?:\.[0-9]{1,2})?) ?OZ ?", re.IGNORECASE)
_NCI_FIELD = ((b"^", "scale.over_limit"), (b"_", "scale.under_zero"), (b"-", "scale.needs_zero"))


def parse_nci(reply: bytes, unit: str = "") -> Reading:
    """The weight in one whole NCI reply: `LF xxx.xxUU CR LF status CR ETX`, UU = LB, KG, OZ, G in any case.

    Also the form `LF xLB xx.xOZ CR LF status CR ETX`. A reply that holds only a status raises. A weight shown
    with the motion bit set (6702 and its like do that) is not stable. `unit` is what the scale should be set
    to, "" for any; another one in the reply is refused. BadReading: scale.in_motion, scale.over_limit,
    scale.under_zero, scale.needs_zero, scale.needs_calibration, scale.fault, scale.no_weight,
    scale.unit_unknown, scale.unit_differs, scale.request_refused, scale.short_reply, scale.garbled.
    """
    if reply == b"\n?\r\x03":
        raise BadReading("scale.request_refused")
    _check_whole(reply, first=b"\n", last=b"\r\x03")
    parts = _NCI.fullmatch(reply)
    if parts is None:
        raise BadReading("scale.garbled")
    field, status = parts[1], _nci_status(parts[2])
    moving = "scale.in_motion" in status
    for code in status:
        if code != "scale.in_motion":
            raise BadReading(code)
    if field is None:
        raise BadReading("scale.in_motion" if moving else "scale.no_weight")
    for mark, code in _NCI_FIELD:
        if mark in field:
            raise BadReading(code)
    if pounds := _NCI_LB_OZ.fullmatch(field):
        amount = Decimal(pounds[1].decode()) * 16 + Decimal(pounds[2].decode())
        shown, grams = "lb", to_grams(amount, GRAMS_PER_OZ)
    elif weight := _NCI_WEIGHT.fullmatch(field):
        shown = weight[2].decode().lower()
        grams = to_grams(Decimal(weight[1].decode()), GRAMS_PER[shown])
    elif re.fullmatch(rb" *[0-9.]+ *", field):
        raise BadReading("scale.unit_unknown")
    else:
        raise BadReading("scale.garbled")
    if unit and (shown in ("kg", "g")) != (unit in ("kg", "g")):
        # Somebody pressed the unit button, or the wrong scale is on this cable.
        raise BadReading("scale.unit_differs", unit=shown)
    return Reading(grams, not moving, reply, shown)


_NCI_BITS = (
    ((0, "scale.in_motion"), (2, "scale.fault"), (3, "scale.fault")),
    ((0, "scale.under_zero"), (1, "scale.over_limit"), (2, "scale.fault"), (3, "scale.needs_calibration")),
    ((3, "scale.needs_zero"),),
    (),
)


def _nci_status(status: bytes) -> list[str]:
    """The codes of 2 to 4 status bytes. Bits 4 and 5 are always 1; bit 6 says that another byte follows."""
    codes = []
    for place, byte in enumerate(status):
        more = place + 1 < len(status)
        # The first is always followed by the second, and never says so.
        says_more = bool(byte & 0x40) if place else True
        if byte & 0xB0 != 0x30 or (place == 0 and byte & 0x40) or says_more != more or place > 3:
            raise BadReading("scale.garbled")
        codes += [code for bit, code in _NCI_BITS[place] if byte & 1 << bit]
    return codes


def _check_whole(reply: bytes, first: bytes, last: bytes) -> None:
    if any(byte > 0x7F for byte in reply):
        raise BadReading("scale.garbled")
    if not (reply.startswith(first) and reply.endswith(last) and len(reply) > len(first + last)):
        raise BadReading("scale.short_reply", length=len(reply))


@dataclass(frozen=True, slots=True)
class Protocol:
    """What is sent, which byte ends the reply, how it is read, and the usual framing of the line."""

    request: bytes
    end: bytes
    parse: Callable[[bytes, str], Reading]
    framing: str


PROTOCOLS = {
    "toledo8217": Protocol(b"W", b"\r", parse_toledo8217, "7E1"),
    "nci": Protocol(b"W\r", b"\x03", parse_nci, "7E1"),
}


class SerialScale:
    """A serial scale that was opened; each `read` asks it once."""

    def __init__(self, address: SerialAddress) -> None:
        """Opens the line. DeviceError as `lines.open_line`, and device.settings without a protocol."""
        if address.protocol not in PROTOCOLS:
            raise DeviceError("device.settings", option="protocol")
        self._protocol = PROTOCOLS[address.protocol]
        self._unit = address.unit
        self._line = open_line(address, self._protocol.framing)

    def read(self, timeout_s: float = REPLY_S) -> Reading:
        """What the scale answers now; never a reply to an earlier request.

        DeviceError scale.silent when nothing came within `timeout_s` (1 s at most), device.gone; BadReading
        as the parser of the protocol, scale.short_reply when a reply had no end.
        """
        drain(self._line)
        deadline = time.monotonic() + min(timeout_s, REPLY_S)
        self._line.give(self._protocol.request)
        reply = b""
        while not reply.endswith(self._protocol.end):
            left = deadline - time.monotonic()
            part = self._line.take(left, REPLY_MAX) if left > 0 else b""
            if not part and not reply:
                raise DeviceError("scale.silent")
            if not part or len(reply) + len(part) > REPLY_MAX:
                raise BadReading("scale.short_reply" if not part else "scale.garbled", length=len(reply))
            reply += part
        return self._protocol.parse(reply, self._unit)

    def close(self) -> None:
        self._line.close()


def stable_weight(scale: Scale, needed: int = 3, within_s: float = 3.0, every_s: float = 0.1) -> Reading:
    """The weight that `needed` readings in a row agree on, all of them taken after this call.

    Readings are `every_s` apart: a scale that is asked faster answers the same measurement again.

    A scale that speaks only on change counts as agreeing while it is silent (scale.no_report). Raises
    BadReading: the last reason when the scale refuses to the end, scale.not_settled when it keeps moving;
    DeviceError at once when the scale is lost. May overrun `within_s` by one reply (1 s).
    """
    deadline = time.monotonic() + within_s
    last: Reading | None = None
    agreed, reason = 0, "scale.not_settled"
    while time.monotonic() < deadline:
        try:
            # Not cut short by the deadline: a scale asked with no time to answer would be taken for lost.
            reading = scale.read(REPLY_S if last is None else REPLY_S / 2)
        except BadReading as bad:
            if bad.code == "scale.no_report" and last is not None:
                agreed += 1
            else:
                last, agreed, reason = None, 0, bad.code
        else:
            reason = "scale.not_settled"
            same = last is not None and reading.grams == last.grams
            last = reading if reading.stable else None
            agreed = (agreed + 1 if same else 1) if reading.stable else 0
        if last is not None and agreed >= needed:
            return last
        time.sleep(min(every_s, max(0.0, deadline - time.monotonic())))
    raise BadReading(reason)
