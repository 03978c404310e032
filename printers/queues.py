"""Printers behind the operating system: a CUPS queue, the Windows spooler, a folder.

As everywhere, a DeviceError of `send` tells in `bytes_sent` how much may have left; it is missing when
nobody knows.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from counter_app.errors import DeviceError
from counter_app.ports import DeviceState, DeviceStatus

_JOB_ID = re.compile(r"[A-Za-z0-9-]{1,64}", re.ASCII)


class FileTransport:
    """One file per job in a folder, named by the job and nothing else; done when it is on disk."""

    def __init__(self, folder: Path, job_id: str, ending: str) -> None:
        if _JOB_ID.fullmatch(job_id) is None:
            raise DeviceError("printer.bad_job")
        self._folder = folder
        self._job_id = job_id
        self._ending = ending

    def send(self, data: bytes, timeout_s: float) -> None:
        """Writes the file; the second copy of a job is `ID-2`. Raises DeviceError `printer.gone`."""
        part = self._folder / f".{self._job_id}.part"
        try:
            with part.open("wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            copy = 1
            while (kept := self._folder / f"{self._job_id}{f'-{copy}' if copy > 1 else ''}.{self._ending}").exists():
                copy += 1
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise DeviceError("printer.gone", bytes_sent=0) from error
        try:
            part.replace(kept)
            if sys.platform != "win32":
                folder = os.open(self._folder, os.O_RDONLY)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)
        except OSError as error:
            raise DeviceError("printer.gone", bytes_sent=len(data)) from error

    def status(self, timeout_s: float) -> DeviceStatus:
        there = self._folder.is_dir() and os.access(self._folder, os.W_OK)
        state, code = (DeviceState.READY, "") if there else (DeviceState.GONE, "printer.gone")
        return DeviceStatus("printer", self._folder.name, state, code)

    def close(self) -> None:
        """Nothing is kept open."""


class CupsTransport:
    """A raw queue of CUPS, by its own `lp` and `lpstat`; nothing passes through a shell."""

    def __init__(self, queue: str, confirm: bool, poll_s: float = 0.5) -> None:
        self._queue = queue
        self._confirm = confirm
        self._poll_s = poll_s

    def send(self, data: bytes, timeout_s: float) -> None:
        """Hands `data` to the queue and, with confirm, waits until the queue is done with it.

        Raises DeviceError `printer.gone`, `printer.paused`, `printer.not_confirmed`.
        """
        deadline = time.monotonic() + timeout_s
        status = self.status(timeout_s)
        if status.code:
            raise DeviceError(status.code, bytes_sent=0)
        try:
            done = _run(["lp", "-d", self._queue, "-o", "raw", "-t", "counter", "--"], _left(deadline), data)
        except FileNotFoundError:
            raise DeviceError("printer.gone", bytes_sent=0) from None
        except subprocess.TimeoutExpired:
            # It may have been taken or not: nobody knows, so nothing is said about bytes.
            raise DeviceError("printer.not_confirmed") from None
        if done.returncode != 0:
            raise DeviceError("printer.gone", bytes_sent=0)
        if self._confirm:
            self._wait(done.stdout, deadline, len(data))

    def status(self, timeout_s: float) -> DeviceStatus:
        state, code = DeviceState.READY, ""
        try:
            if self._queue not in queues(timeout_s):
                state, code = DeviceState.GONE, "printer.gone"
            elif "disabled" in _run(["lpstat", "-p", self._queue], timeout_s).stdout.partition("\n")[0]:
                state, code = DeviceState.FAULT, "printer.paused"
        except subprocess.TimeoutExpired:
            state, code = DeviceState.FAULT, "printer.not_confirmed"
        except OSError:
            state, code = DeviceState.GONE, "printer.gone"
        return DeviceStatus("printer", self._queue, state, code)

    def close(self) -> None:
        """Nothing is kept open."""

    def _wait(self, said: str, deadline: float, sent: int) -> None:
        # lp says "request id is QUEUE-17 (0 file(s))", in the language C that it was asked in.
        found = re.search(rf"\b({re.escape(self._queue)}-\d+)\b", said)
        while found and time.monotonic() < deadline:
            try:
                waiting = _run(["lpstat", "-W", "not-completed", "-o", self._queue], _left(deadline)).stdout
            except (subprocess.TimeoutExpired, OSError):
                break
            if found[1] not in waiting.split():
                return
            time.sleep(min(self._poll_s, _left(deadline)))
        raise DeviceError("printer.not_confirmed", bytes_sent=sent)


def queues(timeout_s: float = 5.0) -> list[str]:
    """The queues that this computer knows (CUPS), for the settings. Raises OSError without CUPS."""
    return _run(["lpstat", "-e"], timeout_s).stdout.split()


def _run(arguments: list[str], timeout_s: float, data: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(  # noqa: S603 - a list, no shell; the queue's name is checked against a strict pattern
        arguments, input=data, capture_output=True, timeout=timeout_s, env={**os.environ, "LC_ALL": "C"}
    )
    return subprocess.CompletedProcess(arguments, done.returncode, done.stdout.decode("utf-8", "replace"))


def _left(deadline: float) -> float:
    return max(0.001, deadline - time.monotonic())
