"""What can go wrong, as the rest of the program sees it.

Every error carries a stable code (`printer.no_paper`) and facts; `ui` owns the sentence that a clerk reads.
Anything that is not a CounterError is a bug and is caught only at the top of a thread.
"""

from __future__ import annotations

from typing import Any


class CounterError(Exception):
    """A known way to fail. `code` is stable text, `facts` are plain values for the sentence on screen."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        # Facts may hold names; they never reach a log by way of repr.
        return f"{type(self).__name__}({self.code!r})"


class RuleViolation(CounterError):
    """The trade says no. Expected at the counter; never logged as an error."""


class DeviceError(CounterError):
    """A device is gone, busy, wrongly set up or gave nonsense. Never a zero, never None in its place."""


class BadReading(DeviceError):
    """A device answered, and the answer must not be used."""

    def __init__(self, code: str = "device.bad_reading", **facts: Any) -> None:
        super().__init__(code, **facts)


class SyncError(CounterError):
    """The exchange with the central service did not come about."""


class Offline(SyncError):
    """No answer, or an answer that is not the central service's. A normal state of work."""

    def __init__(self, code: str = "sync.offline", **facts: Any) -> None:
        super().__init__(code, **facts)


class ServerBusy(SyncError):
    """The centre asks to come again later (429, 5xx)."""


class SignInNeeded(SyncError):
    """The centre does not know this device or its token any more (401, 403)."""


class VersionMismatch(SyncError):
    """This program and the centre have no common version."""


class StoreError(CounterError):
    """The local store is full, read-only, damaged, locked by a wrong key, or made by a newer program."""
