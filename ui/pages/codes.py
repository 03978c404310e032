"""What a scan or a typed text can be, before the desk is asked."""

from __future__ import annotations

from counter_app.domain import mrz
from counter_app.domain.values import parse_mail_id
from counter_app.ports import RawScan


def is_card(scan: RawScan) -> bool:
    """Whether a scan is the barcode of a driver licence: it must never be shown as text."""
    head = scan.text[:200].upper()
    return "ANSI " in head or head.startswith("@") or (scan.symbology == "pdf417" and "DAQ" in scan.text.upper())


def is_document(text: str) -> bool:
    """Whether a text begins the lines of a passport or an ID card: it must never be shown as text either."""
    return mrz.begins(text)


def is_piece_code(text: str) -> bool:
    """Whether a text can be the number of a piece rather than a name or a mailbox."""
    compact = "".join(ch for ch in text if ch.isalnum())
    return parse_mail_id(text) is not None or (len(compact) >= 8 and sum(ch.isdigit() for ch in compact) >= 4)
