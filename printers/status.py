"""What printers answer when asked how they are: pure readings of their status bytes.

Each gives a code: "" when the printer can print, `printer.no_paper`, `printer.head_open`, `printer.paused`,
`printer.busy` or `printer.fault`. No answer is never "": that is decided by who asked
(`printer.not_confirmed`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.errors import BadReading

ZPL_ASK = b"~HS"
ZPL_FORGET = b"~JX"
"""Drops a label that was received in part and never ended, so that it cannot mix with the next one."""
ESCPOS_ASK = (b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04")
"""Real-time status: printer, cause of being off line, paper."""
ESCPOS_ASK_AFTER = b"\x1dr\x01"
"""Paper status in the order of the data: the answer comes when everything before it was worked off."""
TSPL_ASK = b"\x1b!?"


@dataclass(frozen=True, slots=True)
class HostStatus:
    """`~HS` of a Zebra (ZPL II Programming Guide): what stops it and what it still has to print."""

    paper_out: bool
    paused: bool
    head_open: bool
    ribbon_out: bool
    hot_or_cold: bool
    formats_waiting: int
    labels_left: int

    @property
    def code(self) -> str:
        if self.head_open:
            return "printer.head_open"
        if self.paper_out or self.ribbon_out:
            return "printer.no_paper"
        if self.hot_or_cold:
            return "printer.fault"
        return "printer.paused" if self.paused else ""

    @property
    def idle(self) -> bool:
        """Everything that was sent is on paper."""
        return self.formats_waiting == 0 and self.labels_left == 0


_FRAMES = re.compile(rb"\x02([^\x02\x03]*)\x03(?:\r\n)?\x02([^\x02\x03]*)\x03(?:\r\n)?\x02[^\x02\x03]*\x03")


def host_status(answer: bytes) -> HostStatus | None:
    """The last whole answer in `answer`, None while there is none. Raises BadReading when it makes no
    sense.
    """
    frames = _FRAMES.findall(answer)
    if not frames:
        return None
    first, second = (part.decode("latin-1").split(",") for part in frames[-1])
    if len(first) < 12 or len(second) < 11 or not all(part.strip().isdigit() for part in first[:8] + second[:9]):
        raise BadReading("printer.bad_answer")
    return HostStatus(
        paper_out=first[1] == "1",
        paused=first[2] == "1",
        head_open=second[2] == "1",
        ribbon_out=second[3] == "1",
        hot_or_cold=first[10] == "1" or first[11] == "1",
        formats_waiting=int(first[4]),
        labels_left=int(second[8]),
    )


def escpos_status(ask: bytes, answer: int) -> str:
    """The code in one byte of the answer to `ask` (one of `ESCPOS_ASK`). Raises BadReading without its
    fixed bits.
    """
    if answer & 0x93 != 0x12:
        raise BadReading("printer.bad_answer")
    match ask[2]:
        case 1:
            # Off line alone says nothing that the clerk could mend; the other answers say why.
            return "printer.fault" if answer & 0x08 else ""
        case 2:
            if answer & 0x04:
                return "printer.head_open"
            return "printer.no_paper" if answer & 0x20 else "printer.fault" if answer & 0x40 else ""
        case _:
            return "printer.no_paper" if answer & 0x60 else ""


def escpos_after(answer: int) -> str:
    """The code in the answer to `ESCPOS_ASK_AFTER`."""
    if answer & 0x90:
        raise BadReading("printer.bad_answer")
    return "printer.no_paper" if answer & 0x0C else ""


def tspl_status(answer: int) -> str:
    """The code in the answer to `TSPL_ASK`; `printer.busy` while it is printing (TSPL manual, `<ESC>!?`)."""
    if answer == 0:
        return ""
    if answer & 0x01:
        return "printer.head_open"
    if answer & 0x0C:
        return "printer.no_paper"
    if answer & 0x82:
        return "printer.fault"
    return "printer.paused" if answer & 0x10 else "printer.busy"
