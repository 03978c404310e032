"""A process that has everything loaded and only forks: a station starts in it in tenths of a second.

Run as a program. On standard input come orders, one JSON object a line: `{"do": NAME, ...}` forks a child that does
`tests.faults.children.NAME(order, say)`, `{"kill": 1}` ends it by SIGKILL. On standard output come the child's
reports as it makes them, then `{"ended": STATUS}`. Nothing else ever runs here: no thread, no window, no store.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
from typing import Any

OUT = 1


def say(**report: Any) -> None:
    """One report to the test; a pipe takes it whole or not at all, whenever the process is killed."""
    line = json.dumps(report).encode() + b"\n"
    if len(line) > select.PIPE_BUF:
        raise ValueError("a report is too long to be written in one piece")
    os.write(OUT, line)


def main() -> None:
    from tests.faults import children

    pending = b""
    say(ready=os.getpid())
    while True:
        order, pending = _line(pending)
        if order is None:
            return
        if "do" in order:
            pending = _child(children, order, pending)


def _line(pending: bytes) -> tuple[dict[str, Any] | None, bytes]:
    while b"\n" not in pending:
        part = os.read(0, 65_536)
        if not part:
            return None, b""
        pending += part
    line, _, rest = pending.partition(b"\n")
    return json.loads(line), rest


def _child(children: Any, order: dict[str, Any], pending: bytes) -> bytes:
    # The child holds the writing end: its death, however it dies, is the end of this file.
    alive, held = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(alive)
        code = 70
        try:
            code = getattr(children, order["do"])(order, say) or 0
        except BaseException as error:
            say(fault=f"{type(error).__name__}: {error}"[:2000])
            import traceback

            traceback.print_exc(file=sys.stderr)
            sys.stderr.flush()
        finally:
            os._exit(code)
    os.close(held)
    try:
        while True:
            if b'"kill"' in pending:  # it may have come together with the order
                pending = b""
                os.kill(pid, signal.SIGKILL)  # not reaped yet, so this number is still the child's
                os.read(alive, 1)
            ready, _, _ = select.select([alive, 0], [], [])
            if alive in ready:
                _, status = os.waitpid(pid, 0)
                say(ended=os.waitstatus_to_exitcode(status))
                return pending
            part = os.read(0, 65_536)
            pending += part or b'"kill"'  # nobody is there any more who could order it
    finally:
        os.close(alive)


if __name__ == "__main__":
    main()
