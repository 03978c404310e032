"""The window; the only place that knows PySide6."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 gives back one reference too many of None (and of True and False) at most calls that return
    # nothing: before 3.12, where these are immortal, Python aborts with "deallocating None" after some 70,000 calls,
    # an hour at the counter. A start so high that it is never used up makes them immortal here as well.
    for _constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_constant)).value += 1 << 40
