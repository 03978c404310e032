"""The keys of a home: made once, wrapped by what only this computer or its owner has (security 3.1, 3.2).

`keys.json` holds the store key and the device key, encrypted by a key-encryption key that comes from the keyring of
the operating system, from a passphrase, or from a key file. There is no plain mode.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from counter_app.errors import StoreError
from counter_app.on_disk import flush_folder

_LOOK_ALIKE = str.maketrans("018", "OLB")
"""Base32 has no 0, 1 and 8: whoever reads one off paper means the letter."""
MODES = ("keyring", "passphrase", "keyfile")
PASSPHRASE_TRIES = 5
UNFINISHED = ".enrolling"
"""Behind the name of each file of a home that is not a station yet."""


class Keyring(Protocol):
    """The two calls of the `keyring` library that are used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Keys:
    """The opened keys. Nothing of it is ever printed."""

    home_id: str
    mode: str
    store_key: bytes
    device_key: Ed25519PrivateKey

    def subkey(self, purpose: str) -> bytes:
        """32 bytes for one purpose (blob, pin), so that no key serves two ends."""
        return HKDF(hashes.SHA256(), 32, salt=None, info=f"counter-{purpose}-1".encode()).derive(self.store_key)

    @property
    def public_key(self) -> bytes:
        """The 32 raw bytes of the device's Ed25519 public key."""
        return self.device_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def __repr__(self) -> str:
        return f"Keys(home_id={self.home_id!r}, mode={self.mode!r})"


@dataclass(frozen=True, slots=True)
class KeySource:
    """How the key-encryption key is had: its mode, and whichever of the others that mode needs."""

    mode: str
    keyring: Keyring | None = None
    passphrase: str = field(default="", repr=False)
    key_file: Path | None = None


def os_keyring() -> Keyring:
    """The keyring of the operating system; StoreError("store.no_keyring") where there is none."""
    import keyring
    from keyring.backends import fail

    if isinstance(keyring.get_keyring(), fail.Keyring):
        raise StoreError("store.no_keyring")
    return keyring


def create(path: Path, source: KeySource, home_id: str, entropy: Callable[[int], bytes] = os.urandom) -> Keys:
    """Make the keys of a new home and write them wrapped. Never overwrites: an old file may open an old store."""
    if path.exists():
        raise StoreError("store.keys_exist")
    made = Keys(home_id, source.mode, entropy(32), Ed25519PrivateKey.from_private_bytes(entropy(32)))
    _write(path, _wrapped(made, source, entropy))
    return made


def wrap_again(path: Path, opened: Keys, source: KeySource, entropy: Callable[[int], bytes] = os.urandom) -> Keys:
    """Wrap the keys of a home for another computer: its keyring, a passphrase, a new key file. The sheet stays good."""
    sheet = json.loads(path.read_bytes()).get("recovery")
    wrapped = _wrapped(opened, source, entropy)
    _write(path, wrapped | ({"recovery": sheet} if sheet else {}))
    return replace(opened, mode=source.mode)


def _wrapped(opened: Keys, source: KeySource, entropy: Callable[[int], bytes]) -> dict[str, object]:
    salt = entropy(16)
    kek = _new_kek(source, opened.home_id, salt, entropy)
    return {
        "version": 1,
        "home_id": opened.home_id,
        "mode": source.mode,
        "salt": salt.hex(),
        "tries": 0,
        **_both(kek, opened, "", entropy),
    }


def _both(kek: bytes, opened: Keys, purpose: str, entropy: Callable[[int], bytes]) -> dict[str, object]:
    seed = opened.device_key.private_bytes_raw()
    return {
        "store_key": _wrap(kek, opened.store_key, opened.home_id, f"{purpose}store", entropy),
        "device_key": _wrap(kek, seed, opened.home_id, f"{purpose}device", entropy),
    }


def add_recovery(path: Path, opened: Keys, entropy: Callable[[int], bytes] = os.urandom) -> str:
    """A new recovery sheet for a home: the text that its owner keeps on paper. An older sheet opens nothing any more.

    52 characters for 32 random bytes and 4 to find a slip of the pen, in groups of four. It is kept nowhere.
    """
    secret = entropy(32)
    wrapped = json.loads(path.read_bytes())
    _write(path, wrapped | {"recovery": _both(secret, opened, "recovery-", entropy)})
    text = _sheet_text(secret)
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def open_recovery(path: Path, sheet: str) -> Keys:
    """Unwrap the keys of a home by its recovery sheet, on whatever computer.

    StoreError: store.sheet_misread (a slip of the pen), store.sheet_wrong (of another home, or an older one),
    store.sheet_none (no sheet was ever made for it), store.keys_damaged.
    """
    text = "".join(sheet.split()).replace("-", "").upper().translate(_LOOK_ALIKE)
    try:
        secret = base64.b32decode(text[:52] + "====")
    except ValueError as error:
        raise StoreError("store.sheet_misread") from error
    if _sheet_text(secret) != text:
        raise StoreError("store.sheet_misread")
    try:
        wrapped = json.loads(path.read_bytes())
        home_id, mode, ours = wrapped["home_id"], wrapped["mode"], wrapped.get("recovery")
        if ours is None:
            raise StoreError("store.sheet_none")
        store_key = _unwrap(secret, ours["store_key"], home_id, "recovery-store")
        seed = _unwrap(secret, ours["device_key"], home_id, "recovery-device")
    except InvalidTag as error:
        raise StoreError("store.sheet_wrong") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("store.keys_damaged") from error
    return Keys(home_id, mode, store_key, Ed25519PrivateKey.from_private_bytes(seed))


def _sheet_text(secret: bytes) -> str:
    check = hashlib.sha256(b"counter-sheet-1" + secret).digest()[:5]
    return base64.b32encode(secret).decode().rstrip("=") + base64.b32encode(check).decode()[:4]


def home_id(path: Path) -> str:
    """Which home these keys are of; "unknown" when that cannot be read, for it only names a folder."""
    try:
        found = str(json.loads(path.read_bytes())["home_id"])
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"
    return found if found.isascii() and found.isalnum() and len(found) <= 64 else "unknown"


def open_keys(path: Path, source: KeySource) -> Keys:
    """Unwrap the keys of a home.

    StoreError: store.key_missing (no keyring entry, keyring locked, no key file), store.passphrase_wrong,
    store.locked_out (after 5 wrong passphrases), store.keys_damaged, store.key_file_open_to_others.
    Never makes a new key over an old one.
    """
    try:
        wrapped = json.loads(path.read_bytes())
        home_id, mode, salt = wrapped["home_id"], wrapped["mode"], bytes.fromhex(wrapped["salt"])
        tries = int(wrapped["tries"])
    except FileNotFoundError as error:
        raise StoreError("store.key_missing") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("store.keys_damaged") from error
    if mode != source.mode:
        raise StoreError("store.key_mode_differs", mode=mode)
    if mode == "passphrase":
        # The try is on disk before the passphrase is compared, so that pulling the plug gives no free try.
        if tries >= PASSPHRASE_TRIES:
            raise StoreError("store.locked_out")
        wrapped["tries"] = tries + 1
        _write(path, wrapped)
    kek = _kek(source, home_id, salt)
    try:
        store_key = _unwrap(kek, wrapped["store_key"], home_id, "store")
        seed = _unwrap(kek, wrapped["device_key"], home_id, "device")
    except InvalidTag as error:
        raise StoreError("store.passphrase_wrong" if mode == "passphrase" else "store.key_wrong") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError("store.keys_damaged") from error
    if mode == "passphrase":
        wrapped["tries"] = 0
        _write(path, wrapped)
    return Keys(home_id, mode, store_key, Ed25519PrivateKey.from_private_bytes(seed))


def _new_kek(source: KeySource, home_id: str, salt: bytes, entropy: Callable[[int], bytes]) -> bytes:
    if source.mode == "keyring":
        if source.keyring is None:
            raise StoreError("store.no_keyring")
        kek = entropy(32)
        with _asked(source.keyring):
            source.keyring.set_password(f"counter/{home_id}", "store", kek.hex())
    elif source.mode == "keyfile" and source.key_file is not None:
        try:
            descriptor = os.open(source.key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise StoreError("store.keys_exist") from error
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(entropy(32).hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        # It may lie elsewhere than the home, as on a stick: without it a power cut leaves a store that nobody opens.
        flush_folder(source.key_file.parent)
    return _kek(source, home_id, salt)


def _kek(source: KeySource, home_id: str, salt: bytes) -> bytes:
    if source.mode == "keyring":
        if source.keyring is None:
            raise StoreError("store.key_missing")
        with _asked(source.keyring):
            text = source.keyring.get_password(f"counter/{home_id}", "store")
        return _from_hex(text)
    if source.mode == "keyfile":
        return _from_hex(_read_key_file(source.key_file))
    if source.mode == "passphrase":
        if not source.passphrase:
            raise StoreError("store.passphrase_needed")
        secret = source.passphrase.encode()
        return hash_secret_raw(
            secret, salt, time_cost=3, memory_cost=64 * 1024, parallelism=4, hash_len=32, type=Type.ID
        )
    raise StoreError("store.key_mode_unknown", mode=source.mode)


@contextmanager
def _asked(keyring: Keyring) -> Iterator[None]:
    """A keyring that is locked, or whose owner said no, is a missing key; what it said stays out of the log."""
    from keyring.errors import KeyringError

    try:
        yield
    except KeyringError as error:
        raise StoreError("store.key_missing", keyring=type(keyring).__name__) from error


def _read_key_file(path: Path | None) -> str | None:
    if path is None or not path.exists():
        return None
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise StoreError("store.key_file_open_to_others", file=path.name)
    return path.read_text(encoding="ascii").strip()


def _from_hex(text: str | None) -> bytes:
    if not text:
        raise StoreError("store.key_missing")
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise StoreError("store.keys_damaged") from error


def _wrap(kek: bytes, secret: bytes, home_id: str, name: str, entropy: Callable[[int], bytes]) -> str:
    nonce = entropy(12)
    return (nonce + AESGCM(kek).encrypt(nonce, secret, f"{home_id}/{name}/1".encode())).hex()


def _unwrap(kek: bytes, text: str, home_id: str, name: str) -> bytes:
    data = bytes.fromhex(text)
    return AESGCM(kek).decrypt(data[:12], data[12:], f"{home_id}/{name}/1".encode())


def _write(path: Path, wrapped: dict[str, object]) -> None:
    side = path.with_suffix(".new")
    descriptor = os.open(side, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(wrapped, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    side.replace(path)
    # Without it a power cut may bring the old file back, and with it a free try.
    flush_folder(path.parent)
