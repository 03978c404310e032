"""How the keys of an existing home are had: as its `keys.json` says, from keyring, passphrase or key file."""

from __future__ import annotations

import json
import os
from getpass import getpass
from pathlib import Path

from counter_app.errors import StoreError
from counter_app.paths import Home
from counter_app.store.keys import UNFINISHED, KeySource, os_keyring


def key_source(home: Home, key_file: Path | None = None) -> KeySource:
    """The source for `keys.open_keys`. StoreError: store.key_missing, store.not_enrolled, store.keys_damaged,
    store.no_keyring.

    A passphrase is asked for at the terminal, or taken from COUNTER_PASSPHRASE where nobody sits.
    """
    try:
        mode = json.loads(home.keys.read_bytes())["mode"]
    except FileNotFoundError as error:
        if home.keys.with_name(home.keys.name + UNFINISHED).exists():
            raise StoreError("store.not_enrolled") from error
        raise StoreError("store.key_missing") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("store.keys_damaged") from error
    if mode == "keyring":
        return KeySource(mode, keyring=os_keyring())
    if mode == "passphrase":
        return KeySource(mode, passphrase=os.environ.get("COUNTER_PASSPHRASE") or getpass("Passphrase: "))
    return KeySource("keyfile", key_file=key_file or home.key_file)
