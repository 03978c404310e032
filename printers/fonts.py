"""The letters that we draw ourselves, for text that a printer's own font cannot be trusted with."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_SYSTEM_FONTS = (
    "DejaVuSans-Bold.ttf",
    "arialbd.ttf",
    "Arial Unicode.ttf",
    "msyhbd.ttc",
    "malgunbd.ttf",
    "NotoSansCJK-Bold.ttc",
    "PingFang.ttc",
    "seguisym.ttf",
    "NotoSansSymbols2-Regular.ttf",
)
"""Asked in this order for letters that Inter lacks; Pillow finds them in the system's own folders."""

_NO_LETTER = "\U0010fffe"


@lru_cache(maxsize=64)
def faces(size: int, bold: bool) -> tuple[FreeTypeFont, ...]:
    """The fonts at `size` dots, the preferred one first; at least one."""
    from PIL import ImageFont

    found: list[FreeTypeFont] = []
    for weight in ("700", "600") if bold else ("500", "400"):
        own = Path(resources.__file__).parent / "fonts" / f"Inter-{weight}.ttf"
        if own.is_file():
            found.append(ImageFont.truetype(str(own), size, layout_engine=ImageFont.Layout.BASIC))
            break
    else:
        standard = ImageFont.load_default(size)
        if isinstance(standard, ImageFont.FreeTypeFont):
            found.append(standard)
    for name in _SYSTEM_FONTS:
        try:
            found.append(ImageFont.truetype(name, size, layout_engine=ImageFont.Layout.BASIC))
        except OSError:
            continue
    return tuple(found)


@lru_cache(maxsize=4096)
def face_for(letter: str, size: int, bold: bool) -> FreeTypeFont | None:
    """The first font that has `letter` (one character), or None when no font has it."""
    return next((face for face in faces(size, bold) if _has(face, letter)), None)


def face_for_all(letters: frozenset[str], size: int, bold: bool) -> FreeTypeFont | None:
    """The first font that has all of `letters`, so that one name stands in one hand; None when there is
    none.
    """
    return next((face for face in faces(size, bold) if all(_has(face, letter) for letter in letters)), None)


def _has(face: FreeTypeFont, letter: str) -> bool:
    missing, drawn = face.getmask(_NO_LETTER), face.getmask(letter)
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)
