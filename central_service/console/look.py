"""Style sheet, script and type of the pages. The colours are those of the desk (`resources/theme.py`), both themes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources as package_files

from resources import theme

WEIGHTS = (400, 500, 600, 700)
_NAME = re.compile(r"[A-Za-z0-9-]{1,40}\.(css|js|svg|ttf)")
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
}


@dataclass(frozen=True)
class File:
    """One file of ours as it is sent."""

    body: bytes
    media_type: str


@cache
def files() -> dict[str, File]:
    """Everything that the pages load, by name."""
    own = package_files.files("central_service.console").joinpath("static")
    fonts = package_files.files("resources").joinpath("fonts")
    found = {
        "console.css": (_colours() + own.joinpath("console.css").read_text(encoding="utf-8")).encode(),
        "refresh.js": own.joinpath("refresh.js").read_bytes(),
        "icon.svg": own.joinpath("icon.svg").read_bytes(),
        **{f"Inter-{weight}.ttf": fonts.joinpath(f"Inter-{weight}.ttf").read_bytes() for weight in WEIGHTS},
    }
    return {name: File(body, _TYPES[name.rpartition(".")[2]]) for name, body in found.items()}


@cache
def mark() -> str:
    """Stands in the address of every file, so that a browser keeps it and still sees the next version at once."""
    digest = hashlib.sha256()
    for name, file in sorted(files().items()):
        digest.update(name.encode() + b"\0" + file.body)
    return digest.hexdigest()[:16]


def address(name: str) -> str:
    """Where the pages load `name` from."""
    return f"/console/static/{mark()}/{name}"


def file(name: str) -> File | None:
    """The file `name`; None for everything that is not one of ours."""
    return files().get(name) if _NAME.fullmatch(name) else None


def _colours() -> str:
    def tokens(colours: theme.Colors) -> str:
        named = {key: value for key, value in asdict(colours).items() if key != "name"}
        return "".join(f"--{key.replace('_', '-')}:{value};" for key, value in named.items())

    faces = "".join(
        f'@font-face{{font-family:"Inter";font-weight:{weight};font-display:swap;src:url("Inter-{weight}.ttf")}}\n'
        for weight in WEIGHTS
    )
    light = f":root{{color-scheme:light dark;{tokens(theme.LIGHT)}}}\n"
    return f"{faces}{light}@media (prefers-color-scheme:dark){{:root{{{tokens(theme.DARK)}}}}}\n"
