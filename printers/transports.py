"""From an address in the settings to the thing that carries bytes."""

from __future__ import annotations

from pathlib import Path

from counter_app.ports import Transport
from printers.addresses import PrinterAddress, parse_address
from printers.queues import CupsTransport, FileTransport
from printers.tcp import TcpTransport
from printers.winspool import WindowsTransport


def open_transport(address: str | PrinterAddress, job_id: str = "test") -> Transport:
    """The transport for one job; nothing is contacted before `status` or `send`. Close it after the job.

    Raises DeviceError `printer.bad_address`; `job_id` names the file of a `file:` printer.
    """
    known = parse_address(address) if isinstance(address, str) else address
    match known.scheme:
        case "tcp":
            return TcpTransport(known)
        case "file":
            return FileTransport(Path(known.target), job_id, known.language)
        case "cups":
            return CupsTransport(known.target, known.confirm)
        case "windows":
            return WindowsTransport(known.target)
