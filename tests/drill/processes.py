"""A program that has everything loaded and only forks: the centre and the stations of a drill, each a process.

On standard input one JSON object a line: `{"begin": NAME, "do": WHAT, ...}` forks a child that does WHAT of `works`,
`{"kill": NAME}` is SIGKILL, `{"evening": NAME}` is SIGUSR1, `{"end": NAME}` is SIGTERM; the last two and a kill are
answered by one line with the status once it is known (`evening` at once). Nothing else ever runs here.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from typing import Any

END_S = 30.0


def say(**report: Any) -> None:
    os.write(1, json.dumps(report).encode() + b"\n")


def main() -> None:
    from tests.drill import works

    pids: dict[str, int] = {}
    say(ready=os.getpid())
    for line in sys.stdin:
        order = json.loads(line)
        if "begin" in order:
            pids[order["begin"]] = _child(works, order)
            say(pid=pids[order["begin"]])
        elif "evening" in order:
            os.kill(pids[order["evening"]], signal.SIGUSR1)
            say(told=1)
        else:
            (what, name), *_ = order.items()
            pid = pids.pop(name)
            found, status = os.waitpid(pid, os.WNOHANG)
            if not found:
                os.kill(pid, signal.SIGKILL if what == "kill" else signal.SIGTERM)
                status = _status(pid)
            # Ended before it was told to: its own fault, whatever it was.
            say(ended=os.waitstatus_to_exitcode(status), by_itself=bool(found))
    for pid in pids.values():
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _status(pid: int) -> int:
    """How a child ended; one that does not end in time is killed."""
    until = time.monotonic() + END_S
    while True:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return status
        if time.monotonic() > until:
            os.kill(pid, signal.SIGKILL)
            return os.waitpid(pid, 0)[1]
        time.sleep(0.005)  # between two looks


def _child(works: Any, order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.close(0)
        log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(log, 1)
        os.dup2(log, 2)
        code = getattr(works, order["do"])(order) or 0
    except BaseException:
        traceback.print_exc(file=sys.stderr)
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
