"""10,000 strings that mean harm or only look like it: from a seed, by class, and the trade's own list (`naughty.txt`).

for kind, text in all_strings(): ...        every one, always the same, each once
for kind, text in sample(300): ...          so many of them, every class among them
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

SEED = 20_261_123
COUNT = 10_000
LONG = os.environ.get("COUNTER_LONG") == "1"
"""The long form takes every string through every path; the ordinary one samples the slow ones."""

SLOW_COUNT = int(os.environ.get("COUNTER_SLOW_COUNT", COUNT))
"""How many the long form takes through a slow path, for a machine that has not the whole night."""

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([nrtvf0es\\]))")
_SHORT = {"n": "\n", "r": "\r", "t": "\t", "v": "\v", "f": "\f", "0": "\0", "e": "\x1b", "s": " ", "\\": "\\"}

NAMES = (
    "Ann Lee", "Amara Okafor", "Wei-Lin Chen", "José Núñez", "O'Hara", "Bright Dental Group", "R. Müller", "Zoë",
    "דוד כהן", "محمد علي", "王小明", "김민준", "Đặng Thị Hoa", "Сергей", "Νίκος", "हरि शर्मा", "สมชาย",
)  # fmt: skip
_TAGS = (
    "b",
    "i",
    "u",
    "s",
    "h1",
    "p",
    "br",
    "font",
    "table",
    "td",
    "span",
    "qt",
    "a",
    "pre",
    "ul",
    "li",
    "center",
    "x",
)
_CONTROLS = tuple(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
_BIDI = tuple("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_ZERO = tuple("\u200b\u200c\u200d\u2060\u2061\u00ad\ufeff\ufffe\u180e\u034f\u115f\u3164\u2800\uffa0\u17b4\ufe0f")
_SPACES = tuple("\u00a0\u1680\u2000\u2003\u2007\u2009\u202f\u205f\u3000\u2028\u2029\t\v\f\x85")
_MARKS = tuple(map(chr, (*range(0x300, 0x370), 0x5B0, 0x64B, 0x93C, 0xE49, 0x20DD, 0x1AB0, 0xFE20)))
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹", "①②③④⑤⑥⑦⑧⑨⑩", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
_LETTERS = (
    "абвгдеёжз", "αβγδεζηθ", "אבגדהוזח", "ابتثجحخد", "कखगघङचछज", "กขคฆงจฉ", "가나다라마바사", "あいうえおか",
    "王李张刘陈", "აბგდე", "աբգդե", "ကခဂဃ", "កខគឃ", "ⴰⴱⴳ", "𐌀𐌁𐌂", "𓀀𓀁𓀂", "😀👩🏽🚚📦", "𠀀𠀁𠀂",
)  # fmt: skip

Maker = Callable[[Random], str]


def _name(r: Random) -> str:
    return r.choice(NAMES)


def _digits(r: Random, count: int = 6) -> str:
    return "".join(r.choice("0123456789") for _ in range(count))


def _some(r: Random, alphabet: str | tuple[str, ...], low: int = 1, high: int = 8) -> str:
    return "".join(r.choice(alphabet) for _ in range(r.randint(low, high)))


def _inside(r: Random, *parts: str) -> str:
    """The parts strewn into a name, so that what is before and behind them is ordinary."""
    text = _name(r)
    for part in parts:
        at = r.randint(0, len(text))
        text = text[:at] + part + text[at:]
    return text


def _html(r: Random) -> str:
    tag, other = r.choice(_TAGS), r.choice(_TAGS)
    value = r.choice(("", ' style="font-size:99pt"', " color=red", ' href="file:///etc/hostname"', " bgcolor=#ff00ff"))
    return r.choice(
        (
            f"<{tag}{value}>{_name(r)}</{tag}>",
            f"{_name(r)}<{tag}{value}>{_digits(r)}",
            f"<{tag}><{other}{value}>{_name(r)}",
            f"PMB {_digits(r, 3)}\n<{tag}{value}>x</{tag}>",
            f"{_name(r)} <{_name(r)}>",
        )
    )


def _image(r: Random) -> str:
    where = r.choice(
        ("planted.png", "file:planted.png", "//files.example.org/x.png", "qrc:/x", "https://example.org/x")
    )
    quote = r.choice(("", "'", '"'))
    size = r.choice(("", " width=9000", " height=9000", " width=100%"))
    return _inside(r, f"<img src={quote}{where}?{_digits(r, 3)}{quote}{size}>")


def _entity(r: Random) -> str:
    code = r.randint(0, 0x2FFF)
    return _inside(
        r, r.choice((f"&#{code};", f"&#x{code:x};", "&lt;b&gt;", "&amp;", "&nbsp;", "&bogus;")), _digits(r, 2)
    )


def _mnemonic(r: Random) -> str:
    return _inside(r, *(["&"] * r.randint(1, 4)), r.choice(("", "\t", "\tCtrl+W")))


def _zpl(r: Random) -> str:
    verb = r.choice(
        ("^XA", "^XZ", "^FS", "^FD", "~JA", "~HS", "~DGR:A", "^IDR:*.*", "^GB800,800,800", "^PQ99", "_5E", ">:")
    )
    return _inside(r, verb, r.choice(("^", "~", "_", ">", "^FS^XZ", _digits(r, 3))))


def _tspl(r: Random) -> str:
    verb = r.choice(("PRINT 9", "SELFTEST", "CLS", 'KILL "*"', "EOP", "FORMFEED", 'TEXT 0,0,"5",0,9,9,"x"', "!104"))
    return _inside(r, '"' + r.choice(("\r\n", "\n", ";", "\\", "")) + verb + r.choice(("\r\n", "", '"')))


def _escpos(r: Random) -> str:
    verb = r.choice(("\x1b@", "\x1bp\0\x19\xfa", "\x1dV\0", "\x10\x04\x01", "\x10\x14\x01\0\x05", "\x1b=\0", "\x1c&"))
    return _inside(r, verb, r.choice(("", "\n", "\x1d", "\x1b", "\x0c")))


def _epl(r: Random) -> str:
    return _inside(
        r, "\n" + r.choice(("N", "P9", 'A50,50,0,5,1,1,N,"x"', "UQ", "^@", 'GK"*"')) + r.choice(("\n", "\r\n"))
    )


def _formula(r: Random) -> str:
    before = r.choice(("", " ", "\t", "\r", "\n", "\0", "\ufeff", "\u00a0", "\u3000", "\u200b", "\u202e", '"', "  "))
    start = r.choice("=+-@＝＋－＠﹦﹢﹣﹫")
    return f"{before}{start}{r.choice(('SUM(A1:A9)', '1+1', 'cmd|x!A0', 'HYPERLINK(x)', _name(r)))}{_digits(r, 3)}"


def _sql(r: Random) -> str:
    part = r.choice(
        ("' OR 1=1 --", "'; DROP TABLE item;--", '" OR ""="', "%", "_", "\\", "' UNION SELECT 1", ":x", "?", "x'00'")
    )
    return _inside(r, part, r.choice(("'", '"', "%", "--", "/*", "")))


def _fts(r: Random) -> str:
    word = r.choice(("AND", "OR", "NOT", "NEAR", "NEAR(", "-", "^", "*", ":", '"', "(", ")", "+", "{", "}"))
    return f"{r.choice(NAMES)} {word}{r.choice(('', ' '))}{_some(r, 'abclno', 0, 4)}{r.choice(('', '*', chr(34), ')'))}"


def _control(r: Random) -> str:
    return _inside(r, _some(r, _CONTROLS), _some(r, _CONTROLS, 0, 2))


def _terminal(r: Random) -> str:
    return _inside(r, r.choice(("\x1b[", "\x9b")) + r.choice(("2J", "31m", "6n", "1;1H", "?25l")) + _digits(r, 1))


def _log(r: Random) -> str:
    end = r.choice(("\n", "\r\n", "\r", "\x85", "\u2028"))
    return f'{_name(r)}{end}{{"level": "error", "at_ms": {_digits(r)}}}{r.choice(("", end))}'


def _format(r: Random) -> str:
    return _inside(
        r,
        r.choice(
            ("%s", "%n", "%1", "%L2", "%(x)s", "{}", "{0}", "{name}", "{x!r}", "{{", "}", "{0.__class__}", "{x:>9}")
        ),
    )


def _bidi(r: Random) -> str:
    return _inside(r, *(r.choice(_BIDI) for _ in range(r.randint(1, 5))))


def _zero(r: Random) -> str:
    return _inside(r, *(r.choice(_ZERO) for _ in range(r.randint(1, 5))))


def _space(r: Random) -> str:
    return _inside(r, _some(r, _SPACES), _some(r, _SPACES, 0, 3))


def _zalgo(r: Random) -> str:
    return "".join(ch + _some(r, _MARKS, 0, r.choice((2, 6, 30, 200))) for ch in _name(r)[:12])


def _astral(r: Random) -> str:
    return _inside(r, *(chr(r.randint(0x10000, 0x10FFFF)) for _ in range(r.randint(1, 4))))


def _private(r: Random) -> str:
    return _inside(
        r, *(chr(r.choice((r.randint(0xE000, 0xF8FF), r.randint(0xFDD0, 0xFDEF), 0xFFFF))) for _ in range(3))
    )


def _surrogate(r: Random) -> str:
    return _inside(r, *(chr(r.randint(0xD800, 0xDFFF)) for _ in range(r.randint(1, 3))))


def _script(r: Random) -> str:
    return " ".join(_some(r, r.choice(_LETTERS), 2, 7) for _ in range(r.randint(1, 4)))


def _odd_digits(r: Random) -> str:
    return (
        _some(r, r.choice(_DIGITS), 1, 12)
        + r.choice(("", ".", ",", "e9", " lb", "/2"))
        + _some(r, r.choice(_DIGITS), 0, 3)
    )


def _barcode(r: Random) -> str:
    head = r.choice(
        ("", "]C1", "]Q1", "]L2", "]d2", "]", "@\n\x1e\rANSI ", "[)>\x1e01\x1d96", "(01)", "420", "1Z", "PMB ")
    )
    return head + _some(r, "0123456789ABCDEFZ\x1d\x1e\x1c-# ", 3, 40) + r.choice(("", "\r", "\n", "\t", "\x04"))


def _card(r: Random) -> str:
    fields = "".join(
        f"{code}{_name(r)[: r.randint(0, 12)]}\n" for code in ("DAQ", "DCS", "DAC", "DBB", "DBA") if r.random() < 0.8
    )
    return f"@\n\x1e\rANSI 636{_digits(r, 3)}{_digits(r, 4)}01DL0041{_digits(r, 4)}DL{fields}\r"


def _path(r: Random) -> str:
    part = r.choice(("../", "..\\", "C:\\", "\\\\files\\", "/", "~/", "file:///", "CON.", "NUL", "a:", "-o x;"))
    return part * r.randint(1, 3) + _some(r, "abcdefg.", 1, 9)


def _json(r: Random) -> str:
    part = r.choice(
        ('{"a":', "[", "]}", '"\\ud800"', "\\u0000", "<!ENTITY a SYSTEM 'file:x'>", "<x/>", "]]>", "!!python/x", "'''")
    )
    return part * r.choice((1, 1, 2, 40)) + _name(r)


def _random(r: Random) -> str:
    return "".join(
        chr(r.choice((r.randint(1, 127), r.randint(1, 0x2FFF), r.randint(1, 0x10FFFF))))
        for _ in range(r.randint(1, 40))
    )


def _long(r: Random) -> str:
    unit = r.choice(
        ("W", "Ann Lee ", "<b>", "e\u0301", "日本", "\u202e", "\0", "&", "^XZ", '"', "9", "=1+", "\U0001f600", " ")
    )
    return (_digits(r, 4) + unit * 40_000)[: r.randint(10_000, 16_000)]


MAKERS: dict[str, tuple[Maker, int]] = {
    "html": (_html, 10), "image": (_image, 9), "entity": (_entity, 6), "mnemonic": (_mnemonic, 5), "zpl": (_zpl, 10),
    "tspl": (_tspl, 8), "escpos": (_escpos, 8), "epl": (_epl, 4), "formula": (_formula, 10), "sql": (_sql, 8),
    "fts": (_fts, 8), "control": (_control, 9), "terminal": (_terminal, 4), "log": (_log, 5), "format": (_format, 7),
    "bidi": (_bidi, 8), "zero": (_zero, 8), "space": (_space, 6), "marks": (_zalgo, 7), "astral": (_astral, 7),
    "private": (_private, 4), "surrogate": (_surrogate, 6), "script": (_script, 9), "digits": (_odd_digits, 6),
    "barcode": (_barcode, 10), "card": (_card, 5), "path": (_path, 5), "json": (_json, 5), "random": (_random, 10),
    "long": (_long, 1),
}  # fmt: skip
"""Class -> its maker, and how many of 220 strings are of it."""


def naughty() -> Iterator[tuple[str, str]]:
    """(class, string) of the trade's own list."""
    kind = ""
    for line in (Path(__file__).parent / "naughty.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("# "):
            yield f"list:{kind}", _ESCAPE.sub(_unescaped, line)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else _SHORT[found[4]]


@cache
def all_strings() -> tuple[tuple[str, str], ...]:
    """10,000 distinct strings as (class, string): the list first, then what the seed makes, the classes mixed."""
    r = Random(SEED)
    found: dict[str, str] = {}
    for kind, text in naughty():
        found.setdefault(text, kind)
    kinds = [kind for kind, (_, share) in MAKERS.items() for _ in range(share)]
    while len(found) < COUNT:
        r.shuffle(kinds)
        for kind in kinds:
            found.setdefault(MAKERS[kind][0](r), kind)
    return tuple((kind, text) for text, kind in found.items())[:COUNT]


def sample(count: int) -> tuple[tuple[str, str], ...]:
    """At least `count` strings spread over all of them, each class at least twice; in the long form SLOW_COUNT."""
    return few(max(count, SLOW_COUNT) if LONG else count)


def few(count: int) -> tuple[tuple[str, str], ...]:
    """As `sample`, and no more in the long form."""
    everything = all_strings()
    if count >= len(everything):
        return everything
    chosen = set(range(0, len(everything), max(1, len(everything) // count)))
    seen: dict[str, int] = {}
    for at, (kind, _) in enumerate(everything):
        if seen.get(kind, 0) < 2:
            seen[kind] = seen.get(kind, 0) + 1
            chosen.add(at)
    return tuple(everything[at] for at in sorted(chosen))
