"""A station's `config.toml`: what it is called, where its centre is, what is plugged in."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counter_app.errors import CounterError
from counter_app.limits import CONFIG_MAX_BYTES
from counter_app.on_disk import flush_folder

DEVICE_ROLES = ("scale", "scanner", "camera", "pages")
PRINTER_ROLES = ("label", "receipt", "shipping")
"""`shipping` is a second label printer, with the 4 x 6 in stock that carriers ask for; without it `label` is used."""
STATION_KEYS = ("name", "central", "ca_file", "key_mode", "wedge_prefix", "backup_folder", "language", "sounds")
CHOICES = {"language": ("system", "en", "fr"), "sounds": ("on", "off")}
"""What the window may change by itself, and the values that each takes."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a station is told by its owner. Addresses are those of `docs/devices.md`."""

    name: str = "Counter 1"
    central: str = ""
    ca_file: str = ""
    key_mode: str = "keyring"
    devices: Mapping[str, str] = field(default_factory=dict)
    printers: Mapping[str, str] = field(default_factory=dict)
    wedge_prefix: str = ""
    backup_folder: str = ""
    """A second place for backups: a folder on another disk."""
    language: str = "system"
    sounds: str = "on"


def read_config(path: Path) -> Config:
    """The configuration in `path`, defaults where it says nothing; CounterError("config.*") with the place."""
    if not path.exists():
        return Config()
    raw = path.read_bytes()
    if len(raw) > CONFIG_MAX_BYTES:
        raise CounterError("config.too_large", file=path.name)
    try:
        plain = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CounterError("config.not_toml", file=path.name, where=str(error)[:120]) from error
    station = _table(plain, "station", STATION_KEYS)
    for key, values in CHOICES.items():
        if station.get(key, values[0]) not in values:
            raise CounterError("config.wrong_value", key=f"station.{key}", values=", ".join(values))
    unknown = set(plain) - {"station", "devices", "printers"}
    if unknown:
        raise CounterError("config.unknown_key", key=sorted(unknown)[0])
    return Config(
        **station,
        devices=_table(plain, "devices", DEVICE_ROLES),
        printers=_table(plain, "printers", PRINTER_ROLES),
    )


def config_text(config: Config) -> str:
    """`config` as the TOML that `read_config` reads."""
    lines = ["[station]"]
    for key in STATION_KEYS:
        value = getattr(config, key)
        if value and value != CHOICES.get(key, ("",))[0]:
            lines.append(f"{key} = {_quoted(getattr(config, key))}")
    for title, table in (("devices", config.devices), ("printers", config.printers)):
        lines += ["", f"[{title}]", *(f"{key} = {_quoted(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def with_choice(text: str, key: str, value: str) -> str:
    """The TOML `text` with one choice of the station put in; every other line, and every remark, stays as it is."""
    if value not in CHOICES.get(key, ()):
        raise CounterError("config.wrong_value", key=f"station.{key}", values=", ".join(CHOICES.get(key, ())))
    return with_station(text, {key: value})


def with_station(text: str, values: Mapping[str, str]) -> str:
    """The TOML `text` with these keys of the station put in; every other line, and every remark, stays as it is."""
    changed = text
    for key, value in values.items():
        changed = _with_line(changed.splitlines(), key, f"{key} = {_quoted(value)}")
    try:
        before, after = tomllib.loads(text), tomllib.loads(changed)
    except tomllib.TOMLDecodeError as error:
        raise CounterError("config.not_toml", file="config.toml", where=str(error)[:120]) from error
    before["station"] = {**before.get("station", {}), **values}
    if after != before:
        raise CounterError("config.not_toml", file="config.toml", where=f"station.{', '.join(values)}")
    return changed


def write_config(path: Path, text: str) -> None:
    """Put `text` in the place of the configuration `path` in one step that is on the disk when this returns.

    OSError leaves the old one as it was.
    """
    side = path.with_suffix(".new")
    with side.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    side.replace(path)
    flush_folder(path.parent)


def _with_line(lines: list[str], key: str, line: str) -> str:
    start = next((n for n, one in enumerate(lines) if re.fullmatch(r"\s*\[\s*station\s*\]\s*(#.*)?", one)), None)
    if start is None:
        return "\n".join(["[station]", line, "", *lines]) + "\n"
    for n in range(start + 1, len(lines)):
        if lines[n].lstrip().startswith("["):
            break
        if re.match(rf"\s*{key}\s*=", lines[n]):
            lines[n] = line
            return "\n".join(lines) + "\n"
    lines.insert(start + 1, line)
    return "\n".join(lines) + "\n"


def _table(plain: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> dict[str, Any]:
    table = plain.get(name, {})
    if not isinstance(table, dict):
        raise CounterError("config.wrong_type", key=name)
    for key, value in table.items():
        if key not in allowed:
            raise CounterError("config.unknown_key", key=f"{name}.{key}")
        if not isinstance(value, str):
            raise CounterError("config.wrong_type", key=f"{name}.{key}")
    return table


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(ch if ch.isprintable() else f"\\U{ord(ch):08X}" for ch in escaped) + '"'
