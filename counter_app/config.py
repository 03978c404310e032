"""A station's `config.toml`: what it is called, where its centre is, what is plugged in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counter_app.errors import CounterError
from counter_app.limits import CONFIG_MAX_BYTES

DEVICE_ROLES = ("scale", "scanner", "camera")
PRINTER_ROLES = ("label", "receipt")


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
    station = _table(plain, "station", ("name", "central", "ca_file", "key_mode", "wedge_prefix", "backup_folder"))
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
    for key in ("name", "central", "ca_file", "key_mode", "wedge_prefix", "backup_folder"):
        if getattr(config, key):
            lines.append(f"{key} = {_quoted(getattr(config, key))}")
    for title, table in (("devices", config.devices), ("printers", config.printers)):
        lines += ["", f"[{title}]", *(f"{key} = {_quoted(value)}" for key, value in table.items())]
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
