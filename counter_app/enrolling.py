"""A home becomes a station: keys, store and configuration, with one last step that a power cut cannot halve."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.config import Config, config_text, read_config, with_station, write_config
from counter_app.instance import Instance
from counter_app.paths import Home
from counter_app.store.keys import KeySource
from counter_app.sync.central import Central
from counter_app.sync.enrol import enrol


def enrol_home(
    home: Home,
    source: KeySource,
    central: Central,
    address: str,
    code: str,
    name: str,
    entropy: Callable[[int], bytes],
) -> None:
    """Enrol `home`, whose folders are there, at `central`, and write down the `address` that it will speak to.

    A `config.toml` that is there stays as it is but for that address and the mode of the keys. StoreError
    ("store.already_open") while another program has the home; CounterError("config.*") before the code is spent; those
    of `enrol`.
    """

    def settle() -> None:
        if not home.config.exists():
            write_config(home.config, config_text(Config(name=name, central=address, key_mode=source.mode)))
            return
        before = home.config.read_text(encoding="utf-8")
        after = with_station(before, {"central": address, "key_mode": source.mode})
        if after != before:
            write_config(home.config, after)

    held = Instance(home.lock)
    try:
        read_config(home.config)
        enrol(home.store, home.keys, source, central, code, name, entropy, settle)
    finally:
        held.release()
