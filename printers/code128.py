"""Code 128 in subset B, for drawing labels ourselves (ISO/IEC 15417, table 1)."""

from __future__ import annotations

from counter_app.errors import DeviceError

_WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231"
    "113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211"
    "212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131"
    "113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111"
    "314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211"
    "241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"
    "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214"
    "211232"
)
"""Widths of bar, space, bar, space, bar, space for the values 0 to 105, six digits each."""
_START_B = 104
_STOP = "2331112"


def modules(data: str) -> list[bool]:
    """The symbol for `data` (printable ASCII) from left to right, True is a bar; without quiet zones.

    Raises DeviceError `printer.bad_barcode`.
    """
    if not data or not all(" " <= ch <= "~" for ch in data):
        raise DeviceError("printer.bad_barcode", why="not printable ASCII")
    values = [_START_B, *(ord(ch) - 32 for ch in data)]
    values.append((_START_B + sum(at * value for at, value in enumerate(values) if at)) % 103)
    drawn: list[bool] = []
    for widths in (*(_WIDTHS[6 * value : 6 * value + 6] for value in values), _STOP):
        for at, wide in enumerate(widths):
            drawn += [at % 2 == 0] * int(wide)
    return drawn
