"""Symbology identifiers: what `]C1` before a scan says (ISO/IEC 15424)."""

from __future__ import annotations

SYMBOLOGIES = {
    "A": "code39",
    "C": "code128",
    "E": "ean13",
    "F": "codabar",
    "G": "code93",
    "I": "itf",
    "L": "pdf417",
    "Q": "qr",
    "U": "maxicode",
    "d": "datamatrix",
    "e": "databar",
    "z": "aztec",
}

WITH_MODIFIER = {
    "]C1": "gs1-128",
    "]E4": "ean8",
    "]Q3": "gs1-qr",
    "]Q4": "gs1-qr",
    "]d2": "gs1-datamatrix",
    "]d3": "gs1-datamatrix",
}
"""Identifiers whose modifier changes what the data means: GS1 has application identifiers in it."""


def name(identifier: str) -> str:
    """The lower-case symbology of a three-character identifier (`]C1` -> gs1-128); "" for one not known."""
    if len(identifier) != 3 or identifier[0] != "]" or not (identifier[2].isascii() and identifier[2].isalnum()):
        return ""
    return WITH_MODIFIER.get(identifier, SYMBOLOGIES.get(identifier[1], ""))


def split(data: bytes) -> tuple[bytes, str]:
    """The data without its identifier, and the symbology; unchanged and "" when there is none."""
    symbology = name(data[:3].decode("latin-1"))
    return (data[3:], symbology) if symbology else (data, "")
