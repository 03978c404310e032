"""Tells a keyboard-wedge scanner from a typing hand, key by key. Pure: time comes in with the keys.

A configured prefix decides first, an AIM identifier second (`]C1`, ISO/IEC 15424), timing last: two keys less
than 35 ms apart start a burst. Held keys come out exactly once: as part of one scan, or given back in order.
Inside a burst every key with Ctrl, Alt or Meta and every function key is dropped (T13), and so is its own
Enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counter_app import limits

GS = "\x1d"
START_GAP_MS = 35
"""Hands rarely keep two keys closer than this; scanners send one each 1 to 20 ms."""

UNDECIDED_GAP_MS = 60
SILENCE_MS = 80
MIN_SILENT_CHARS = 6
"""A burst without Enter must be this long to be a scan."""

MIN_ENDED_CHARS = 3
"""A burst with Enter may be short: shelf labels and mailbox numbers are."""

AIM = {
    "A": "code39",
    "C": "code128",
    "C1": "gs1-128",
    "E": "ean",
    "F": "codabar",
    "G": "code93",
    "I": "itf",
    "L": "pdf417",
    "Q": "qr",
    "U": "maxicode",
    "d": "datamatrix",
    "e": "gs1-databar",
    "z": "aztec",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key press. `name` is lower-case (`a`, `f8`, `]`), `text` what it types, `at_ms` when it went down.

    `ref` is the caller's own (the event to give back) and means nothing here.
    """

    text: str
    at_ms: float
    name: str = ""
    command: bool = False
    ctrl: bool = False
    alt: bool = False
    enter: bool = False
    modifier: bool = False
    repeat: bool = False
    ref: object = field(default=None, compare=False)

    @property
    def plain(self) -> bool:
        """A key that types one visible character or a space."""
        return not self.command and not self.enter and len(self.text) == 1 and self.text.isprintable()


@dataclass(frozen=True, slots=True)
class Held:
    """The key was taken; what it was will be told later."""


@dataclass(frozen=True, slots=True)
class Passed:
    """The key is none of a scanner's; let it go on as it came."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """The key was taken for good: a command or an Enter of a scanner."""


@dataclass(frozen=True, slots=True)
class Replay:
    """These keys were typed by a hand after all: give them back, in this order, once."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan. `aim` is the identifier without `]` ("" when none came); `at_ms` is its last key."""

    text: str
    aim: str
    at_ms: float

    @property
    def symbology(self) -> str:
        return AIM.get(self.aim) or AIM.get(self.aim[:1], "")


@dataclass(frozen=True, slots=True)
class Overlong:
    """The scan went over `limits.WEDGE_SCAN_MAX_CHARS` and is dropped until the keys fall silent (T12)."""


Output = Held | Passed | Dropped | Replay | Scan | Overlong


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """What the scanner was told to send. `prefix` is a key's name ("" for none).

    `controls` maps a chord to the character that it stands for: `ctrl+]`, `f8`, `alt+029` for GS.
    """

    prefix: str = ""
    controls: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({"ctrl+]": GS}))


class WedgeMachine:
    """Feed it keys in order, and `tick` when `due_ms` has come; it says what becomes of each."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self.settings = settings or WedgeSettings()
        self._keys: list[Key] = []
        self._chars = 0
        self._prefixed = False
        self._draining = False
        self._last_ms = 0.0
        self._scan_ended_ms: float | None = None

    @property
    def holding(self) -> bool:
        return bool(self._keys) or self._draining

    def due_ms(self) -> float | None:
        """When `tick` must be called if no key comes before; None while nothing is held."""
        return self._last_ms + self._patience() if self.holding else None

    def feed(self, key: Key) -> list[Output]:
        """What becomes of earlier keys and of this one; the last entry is about this key."""
        told = self.tick(key.at_ms)
        if self._draining:
            self._last_ms = max(self._last_ms, key.at_ms)
            return [*told, Dropped()]
        if key.modifier:
            # A bare Alt would open a menu in the midst of a scan; a bare Shift belongs to the next letter.
            return [*told, Dropped() if key.command and self._is_burst() else Passed()]
        if not self._keys:
            return [*told, *self._first(key)]
        if key.at_ms - self._last_ms >= START_GAP_MS and not self._goes_on(key):
            return [*told, self._give_back(), *self._first(key)]
        return [*told, *self._next(key)]

    def tick(self, now_ms: float) -> list[Output]:
        """What silence up to `now_ms` decides."""
        if not self.holding or now_ms - self._last_ms < self._patience():
            return []
        if self._draining:
            self._forget()
            self._scan_ended_ms = self._last_ms
            return []
        least = 1 if self._aim_seen() else MIN_ENDED_CHARS if self._prefixed else MIN_SILENT_CHARS
        if self._chars >= least:
            scan = self._scan()
            self._scan_ended_ms = scan.at_ms + SILENCE_MS  # its Enter may still be on the way
            return [scan]
        return [self._give_back()]

    # ------------------------------------------------------------ one key

    def _first(self, key: Key) -> list[Output]:
        if key.enter and self._follows_scan(key):
            self._scan_ended_ms = key.at_ms  # CR LF, or an Enter that came late: still the scanner's
            return [Dropped()]
        if key.command and self._follows_scan(key):
            return [Dropped()]
        if key.repeat or key.enter or not (key.plain or key.command):
            return [Passed()]
        self._scan_ended_ms = None
        self._prefixed = bool(self.settings.prefix) and self._chord(key) == self.settings.prefix
        self._keys = [key]
        self._chars = 0 if self._prefixed or not self._char_of(key) else 1
        self._last_ms = key.at_ms
        return [Held()]

    def _next(self, key: Key) -> list[Output]:
        if self._is_held_down(key) or not (key.plain or key.command or key.enter):
            if self._chars >= MIN_SILENT_CHARS:
                return [Dropped()]
            return [self._give_back(), *self._first(key)]
        if key.enter and not self._is_licence():
            if self._chars >= (1 if self._prefixed or self._aim_seen() else MIN_ENDED_CHARS):
                self._last_ms = key.at_ms
                scan = self._scan()
                return [scan, Dropped()]
            return [self._give_back(), Passed()]
        self._keys.append(key)
        self._last_ms = key.at_ms
        self._chars += 1 if self._char_of(key) else 0
        if self._chars > limits.WEDGE_SCAN_MAX_CHARS:
            self._forget()
            self._draining = True
            return [Overlong(), Dropped()]
        return [Held()]

    # ------------------------------------------------------------ what is known of the burst

    def _patience(self) -> float:
        """How long the keys may be silent before something is decided."""
        if self._draining or self._prefixed or self._chars >= MIN_SILENT_CHARS or self._aim_seen():
            return SILENCE_MS
        return START_GAP_MS if len(self._keys) == 1 else UNDECIDED_GAP_MS

    def _goes_on(self, key: Key) -> bool:
        """A stutter within a burst is allowed while its keys come fast on the whole; a hand never does."""
        if self._prefixed or self._aim_seen():
            return True
        count = len(self._keys)
        return count >= 2 and (key.at_ms - self._keys[0].at_ms) / count < START_GAP_MS

    def _is_held_down(self, key: Key) -> bool:
        """Whether a hand holds this key. In a burst a double character is not that, whatever the system says: X11 hands
        no mark of a repeat over, so Qt takes every second of two equal keys for one when both were waiting for it.
        """
        return key.repeat and (key.text, key.name) != (self._keys[-1].text, self._keys[-1].name)

    def _is_burst(self) -> bool:
        return len(self._keys) >= 2 or self._prefixed

    def _is_licence(self) -> bool:
        """AAMVA data (DL/ID card standard, annex D): begins with `@`, its line feeds are typed as Enter."""
        first = next((self._char_of(key) for key in self._body() if self._char_of(key)), "")
        return (first == "@" and not self._aim_seen()) or self._aim_text()[:4] == "]L2@"

    def _follows_scan(self, key: Key) -> bool:
        return self._scan_ended_ms is not None and key.at_ms - self._scan_ended_ms < SILENCE_MS

    def _body(self) -> list[Key]:
        return self._keys[1:] if self._prefixed else self._keys

    def _aim_text(self) -> str:
        return "".join(key.text for key in self._body()[:4] if key.plain)

    def _aim_seen(self) -> bool:
        head = self._aim_text()
        return len(head) >= 3 and head[0] == "]" and head[1].isalpha() and head[2].isalnum()

    def _chord(self, key: Key) -> str:
        return ("ctrl+" if key.ctrl else "") + ("alt+" if key.alt else "") + (key.name or key.text)

    def _char_of(self, key: Key) -> str:
        """The character of a scan that this key stands for; "" for a command that stands for none."""
        if key.plain:
            return key.text
        if key.enter:
            return "\n"
        return self.settings.controls.get(self._chord(key), "")

    # ------------------------------------------------------------ endings

    def _scan(self) -> Scan:
        text = self._text()
        aim = ""
        if self._aim_seen():
            aim, text = text[1:3], text[3:]
        scan = Scan(text.rstrip("\n") if self._is_licence() else text, aim, self._last_ms)
        self._forget()
        self._scan_ended_ms = self._last_ms
        return scan

    def _text(self) -> str:
        out: list[str] = []
        digits = ""
        for key in self._body():
            if key.alt and key.command and key.name.isdigit():
                digits += key.name  # Alt+029 on the number pad is one character
                if (made := self.settings.controls.get(f"alt+{digits}")) is not None:
                    out.append(made)
                    digits = ""
                continue
            digits = ""
            out.append(self._char_of(key))
        return "".join(out)

    def _give_back(self) -> Replay:
        """Commands inside a burst are dropped even when the rest turns out to be typing (T13)."""
        keys = tuple(self._keys)
        if self._is_burst():
            keys = tuple(key for key in keys if not key.command)
        self._forget()
        return Replay(keys)

    def _forget(self) -> None:
        self._keys = []
        self._chars = 0
        self._prefixed = False
        self._draining = False
