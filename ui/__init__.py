"""The window; the only place that knows PySide6."""

import sys

if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    # PySide6 6.12 counts on constants that are immortal, as they are from Python 3.12 on (PEP 683). On 3.11 each call
    # of Qt that returns nothing takes a reference of None away, and the interpreter aborts when none is left. Here they
    # get more references than a program can ever use up.
    import ctypes

    for _constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_constant)).value += 1 << 40
