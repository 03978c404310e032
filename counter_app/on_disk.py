"""What a file system forgets in a power cut unless it is told not to."""

from __future__ import annotations

import os
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """The names in `folder` onto the disk: without it a cut may bring back the file that was replaced.

    Windows does that by itself and knows no such call.
    """
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
