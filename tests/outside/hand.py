"""A clerk who sees nothing: works a program by its keyboard and by what a screen reader would say of it."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from counter_app.devices.wedge import SILENCE_MS
from tests.outside.screen import Screen

WAIT_S = 30.0
LOOK_EVERY_S = 0.05
HAND_MS, SCANNER_MS = 45, 1
"""Between two keys: no hand is faster than a scanner, and no scanner as slow as a hand."""
KEYS = {" ": "space", "@": "at", ".": "period", "-": "minus"}
PATIENCE_IN_TABS = 60


@dataclass(frozen=True, slots=True)
class Node:
    """A control as the accessibility tree tells of it."""

    at: int
    depth: int
    role: str
    name: str
    text: str
    states: tuple[str, ...]

    @property
    def focused(self) -> bool:
        # A frame whose inner line has the keyboard says "focused" as well, but cannot be focused itself.
        return "focused" in self.states and "focusable" in self.states

    @property
    def enabled(self) -> bool:
        return "enabled" in self.states

    def line(self) -> str:
        said = f"{'  ' * self.depth}{self.role} “{self.name}”"
        return (
            said + (f" = {self.text!r}" if self.text else "") + (f" [{' '.join(self.states)}]" if self.states else "")
        )


def at_keyboard(nodes: list[Node]) -> Node | None:
    """What has the keyboard. A list calls its chosen row focused even while the keyboard is elsewhere."""
    found = [one for one in nodes if one.focused]
    return next((one for one in found if one.role not in ("list item", "table cell")), found[0] if found else None)


class NotHeardError(AssertionError):
    """Something that should be in the tree did not come; the message holds the tree."""


class Hand:
    """Works the window of one process. Every wait is for a fact in the tree and has a deadline."""

    def __init__(self, screen: Screen, program: subprocess.Popen[Any]) -> None:
        self._screen, self._program = screen, program

    # ------------------------------------------------------------ hearing

    def nodes(self) -> list[Node]:
        """All that shows now."""
        answer = self._screen.ask(pid=self._program.pid)
        return [
            Node(n, one["depth"], one["role"], one["name"], one["text"], tuple(one["states"]))
            for n, one in enumerate(answer.get("nodes", ()))
        ]

    def tree(self) -> str:
        return "\n".join(one.line() for one in self.nodes())

    def wait(self, fact: Callable[[list[Node]], Any], what: str, seconds: float = WAIT_S) -> Any:
        """Wait until `fact(nodes)` is true; its value. NotHeardError with the tree after `seconds`."""
        until = time.monotonic() + seconds
        while True:
            nodes = self.nodes()
            value = fact(nodes)
            if value:
                return value
            if self._program.poll() is not None:
                raise NotHeardError(f"the program ended with {self._program.returncode} while waiting for {what}")
            if time.monotonic() > until:
                tree = "\n".join(one.line() for one in nodes)
                raise NotHeardError(f"waited {seconds:.0f} s in vain for {what}. The tree:\n{tree}")
            time.sleep(LOOK_EVERY_S)  # between two looks; what ends the wait is the fact

    def control(self, name: str, *roles: str, enabled: bool = True, seconds: float = WAIT_S) -> Node:
        """The control of this name (or whose name goes on after a comma or colon), of one of `roles`."""
        found: Node = self.wait(
            lambda nodes: next((one for one in nodes if _is(one, name, roles) and one.enabled >= enabled), None),
            f"{'/'.join(roles) or 'a control'} “{name}”",
            seconds,
        )
        return found

    def hears(self, part: str, seconds: float = WAIT_S) -> Node:
        """The first control whose name or text holds `part`."""
        found: Node = self.wait(
            lambda nodes: next((one for one in nodes if part in one.name or part in one.text), None),
            f"“{part}”",
            seconds,
        )
        return found

    def says_now(self, part: str) -> bool:
        return any(part in one.name or part in one.text for one in self.nodes())

    def has_focus(self, name: str, seconds: float = WAIT_S) -> Node:
        """Wait until the keyboard belongs to the control of this name."""

        def there(nodes: list[Node]) -> Node | None:
            at = at_keyboard(nodes)
            return at if at is not None and _is(at, name, ()) else None

        found: Node = self.wait(there, f"the keyboard to be at “{name}”", seconds)
        return found

    def survives_stale_questions(self) -> None:
        """Ask every node for children that it does not have, as a reader does whose picture is a moment old."""
        assert self._screen.ask(pid=self._program.pid, beyond=True)["asked"] > 30
        assert self._program.poll() is None, "asked for a child that has gone, the program ended"

    # ------------------------------------------------------------ typing

    def key(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool names them: `ctrl+Return`, `F2`."""
        self._screen.xdotool("key", "--delay", str(HAND_MS if keys[1:] else 0), *keys)

    def type(self, name: str, text: str, *, secret: bool = False, goes_on: bool = False) -> None:
        """Type into the control of this name, which must have the keyboard already.

        `goes_on`: the last letter alone ends it, as that of a PIN does.
        """
        shown = len(text) if secret else 0

        def there(nodes: list[Node]) -> bool:
            at = at_keyboard(nodes)
            if at is None or not _is(at, name, ()):
                return goes_on and at is not None
            return len(at.text) == shown if secret else at.text == text

        self.has_focus(name)
        line: list[str] = []
        for letter in text:
            # The pointer is asked for its place, so that the server has taken one key before the pause to the next
            # begins: on a busy machine two keys would come at once, as from a scanner.
            line += ["key", KEYS.get(letter, letter), "getmouselocation", "sleep", str(HAND_MS / 1_000)]
        self._screen.xdotool(*line)
        self.wait(there, f"“{name}” to hold what was typed")

    def scan(self, code: str) -> None:
        """A wedge scanner: a burst of keys that ends with Return. No hand is back at the keys before its silence.

        The program is as busy as it can be meanwhile: it stands still, and finds all keys at once.
        """
        self._program.send_signal(signal.SIGSTOP)
        self._screen.xdotool("type", "--delay", str(SCANNER_MS), code + "\n")
        self._program.send_signal(signal.SIGCONT)
        self._screen.xdotool("sleep", str(2 * SILENCE_MS / 1_000))

    def tab_to(self, name: str, back: bool = False) -> Node:
        """Go on from control to control until the one of this name has the keyboard."""
        visited: list[str] = []
        for _ in range(PATIENCE_IN_TABS):
            at = at_keyboard(self.nodes())
            if at is not None and _is(at, name, ()):
                return at
            visited.append(at.name if at else "nothing")
            self.key("shift+Tab" if back else "Tab")
            self.wait(lambda nodes, at=at: at_keyboard(nodes) not in (at, None), f"Tab to leave “{visited[-1]}”")
        raise NotHeardError(f"Tab never came to “{name}”; it went: {' > '.join(visited)}")

    # ------------------------------------------------------------ the one thing that needs a pointer

    def sign(self, name: str) -> None:
        """Draw a signature on the pad of this name, in the box that the tree gives for it."""
        pad = self.control(name, enabled=False)
        x, y, width, height = self._screen.ask(box=pad.at)["box"]
        stroke = [(0.1, 0.5), (0.2, 0.2), (0.3, 0.7), (0.45, 0.3), (0.6, 0.65), (0.8, 0.4)]
        points = [(round(x + width * across), round(y + height * down)) for across, down in stroke]
        line = ["mousemove", *map(str, points[0]), "mousedown", "1"]
        for point in points[1:]:
            line += ["sleep", "0.03", "mousemove", *map(str, point)]  # as slow as a pen: else one move is left
        self._screen.xdotool(*line, "mouseup", "1")


def _is(node: Node, name: str, roles: tuple[str, ...]) -> bool:
    goes_on = node.name.startswith((f"{name},", f"{name}:"))
    return (node.name == name or goes_on) and (not roles or node.role in roles)
