"""The Windows spooler, datatype RAW (OpenPrinter, StartDocPrinter, WritePrinter of winspool.drv).

Written from the Win32 documentation; it runs on Windows only and has not met a printer in our tests.
"""

from __future__ import annotations

import sys

from counter_app.errors import DeviceError
from counter_app.ports import DeviceState, DeviceStatus

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _XPS = 0x2
    """Of dwPrinterDriverAttributes: such drivers print nothing of RAW and want XPS_PASS (KB 2779300)."""

    class _DocInfo(ctypes.Structure):
        _fields_ = (
            ("name", wintypes.LPWSTR),
            ("output", wintypes.LPWSTR),
            ("datatype", wintypes.LPWSTR),
        )

    class _DriverInfo8(ctypes.Structure):
        _fields_ = (
            ("version", wintypes.DWORD),
            ("names", wintypes.LPWSTR * 10),
            ("date", wintypes.FILETIME),
            ("driver_version", ctypes.c_ulonglong),
            ("vendor", wintypes.LPWSTR * 8),
            ("attributes", wintypes.DWORD),
        )

    class WindowsTransport:
        """A printer of the Windows spooler by its name. The spooler takes over: done means handed to it."""

        def __init__(self, printer: str) -> None:
            self._printer = printer
            self._spool = ctypes.WinDLL("winspool.drv", use_last_error=True)

        def send(self, data: bytes, timeout_s: float) -> None:
            """Hands `data` to the spooler. Raises DeviceError `printer.gone`, `printer.not_confirmed`."""
            handle = self._opened()
            try:
                document = _DocInfo("Counter", None, "XPS_PASS" if self._is_xps(handle) else "RAW")
                if not self._spool.StartDocPrinterW(handle, 1, ctypes.byref(document)):
                    raise DeviceError("printer.gone", bytes_sent=0)
                sent = 0
                written = wintypes.DWORD()
                try:
                    while sent < len(data):
                        part = data[sent : sent + 65_536]
                        good = self._spool.WritePrinter(handle, part, len(part), ctypes.byref(written))
                        if not good or not written.value:
                            raise DeviceError("printer.gone", bytes_sent=sent)
                        sent += written.value
                finally:
                    ended = self._spool.EndDocPrinter(handle)
                if not ended:
                    raise DeviceError("printer.not_confirmed", bytes_sent=sent)
            finally:
                self._spool.ClosePrinter(handle)

        def status(self, timeout_s: float) -> DeviceStatus:
            try:
                self._spool.ClosePrinter(self._opened())
            except DeviceError as error:
                return DeviceStatus("printer", self._printer, DeviceState.GONE, error.code)
            return DeviceStatus("printer", self._printer, DeviceState.READY)

        def close(self) -> None:
            """Nothing is kept open."""

        def _opened(self) -> wintypes.HANDLE:
            handle = wintypes.HANDLE()
            name = wintypes.LPWSTR(self._printer)
            if not self._spool.OpenPrinterW(name, ctypes.byref(handle), None):
                raise DeviceError("printer.gone", bytes_sent=0)
            return handle

        def _is_xps(self, handle: wintypes.HANDLE) -> bool:
            needed = wintypes.DWORD()
            asked = self._spool.GetPrinterDriverW
            asked(handle, None, 8, None, 0, ctypes.byref(needed))
            if needed.value < ctypes.sizeof(_DriverInfo8):
                return False
            room = ctypes.create_string_buffer(needed.value)
            if not asked(handle, None, 8, room, needed.value, ctypes.byref(needed)):
                return False
            return bool(_DriverInfo8.from_buffer(room).attributes & _XPS)

else:

    class WindowsTransport:
        """What stands in its place on other systems: a printer that is never there."""

        def __init__(self, printer: str) -> None:
            self._printer = printer

        def send(self, data: bytes, timeout_s: float) -> None:
            raise DeviceError("printer.not_on_this_system", bytes_sent=0)

        def status(self, timeout_s: float) -> DeviceStatus:
            return DeviceStatus("printer", self._printer, DeviceState.GONE, "printer.not_on_this_system")

        def close(self) -> None:
            """Nothing is kept open."""
