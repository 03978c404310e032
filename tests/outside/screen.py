"""A screen of its own for a program under test: X server, window manager, session bus, and the tree reader."""

from __future__ import annotations

import ctypes
import json
import os
import select
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("accessible_tree.py")
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
WINDOW_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxkbcommon-x11.so.0",
    "libxcb-shape.so.0",
)
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ASK_GI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
START_S = 15.0
ANSWER_S = 15.0


def missing() -> str:
    """What this machine lacks for a driver from outside, in words; "" when nothing is missing."""
    if not sys.platform.startswith("linux"):
        return "no X11 and AT-SPI on this system"
    for program in PROGRAMS:
        if not shutil.which(program):
            return f"{program} is not installed"
    if not any(Path(one).exists() for one in BUS_LAUNCHERS):
        return "at-spi2-core is not installed"
    for library in WINDOW_LIBRARIES:
        try:
            ctypes.CDLL(library)
        except OSError:
            return f"{library} is not installed"
    if not Path(SYSTEM_PYTHON).exists():
        return f"{SYSTEM_PYTHON} is not there"
    if subprocess.run([SYSTEM_PYTHON, "-c", ASK_GI], env=_plain_environment(), capture_output=True).returncode:
        return "gir1.2-atspi-2.0 and python3-gi are not installed"
    return ""


def _plain_environment() -> dict[str, str]:
    """The caller's, less what belongs to the tests' own Python and to a screen that may be there."""
    dropped = ("PYTHON", "QT_", "DBUS_", "AT_SPI", "LC_", "LANGUAGE", "WAYLAND", "XDG_RUNTIME", "VIRTUAL_ENV")
    return {key: value for key, value in os.environ.items() if not key.startswith(dropped)}


class Screen:
    """Everything a program needs to show a window that can be driven and read from outside. `close` ends all."""

    def __init__(self, folder: Path) -> None:
        self.environment = _plain_environment()
        self.environment |= {
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
            "NO_AT_BRIDGE": "0",
            "LANG": "C.UTF-8",
        }
        folder.chmod(0o700)
        self._stack = ExitStack()
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        reading, writing = os.pipe()
        size = ["-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]
        self._run("Xvfb", "-displayfd", str(writing), *size, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            self.environment["DISPLAY"] = ":" + _first_line(told, "the X server")
        address = ["--nopidfile", "--print-address=1"]
        bus = self._run("dbus-daemon", "--session", "--nofork", *address, stdout=subprocess.PIPE)
        self._stack.callback(bus.stdout.close)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus.stdout, "the session bus")
        self._run("openbox", "--sm-disable")
        self._reader = self._run(
            SYSTEM_PYTHON, "-I", str(READER), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._stack.callback(self._reader.stdin.close)
        self._stack.callback(self._reader.stdout.close)

    def _run(self, *line: str, **options: Any) -> Any:
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **options}
        child = subprocess.Popen(line, env=self.environment, stderr=subprocess.DEVNULL, **options)
        self._stack.callback(end, child)
        return child

    def ask(self, **request: Any) -> Any:
        """One answer of the tree reader."""
        self._reader.stdin.write(json.dumps(request) + "\n")
        self._reader.stdin.flush()
        return json.loads(_first_line(self._reader.stdout, "the tree reader", ANSWER_S))

    def xdotool(self, *args: str) -> str:
        """Keys and, for the signing pad only, the pointer."""
        done = subprocess.run(
            ["xdotool", *args], env=self.environment, check=True, capture_output=True, text=True, timeout=20
        )
        return done.stdout.strip()

    def picture(self, file: Path) -> None:
        """The whole screen as a PNG, where ImageMagick is there."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(file)], env=self.environment, timeout=20, check=False)

    def close(self) -> None:
        self._stack.close()


def end(child: subprocess.Popen[Any], grace_s: float = 5.0) -> int:
    """Ask a process to end, then make it; its exit code."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(grace_s)
        except subprocess.TimeoutExpired:
            child.kill()
    return child.wait(grace_s)


def _first_line(stream: Any, who: str, within_s: float = START_S) -> str:
    until = time.monotonic() + within_s
    if not select.select([stream], [], [], max(0.0, until - time.monotonic()))[0]:
        raise TimeoutError(f"{who} said nothing within {within_s:.0f} s")
    line = stream.readline()
    line = line.decode() if isinstance(line, bytes) else line
    if not line:
        raise RuntimeError(f"{who} ended")
    return str(line.strip())
