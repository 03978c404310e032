"""Fonts, icons, theme tokens, translations and sounds that ship with the program."""

from __future__ import annotations

import sys
from pathlib import Path


def path(name: str) -> Path:
    """Where a shipped file lies (`icons/check.svg`), from source and in the frozen program alike."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent
    return root / name
