"""The centre's own key: signs grants and its own operations; subkeys of it seal cursors, challenges and codes.

The key is not in the database, so that a copy of the database alone signs nothing. It comes from the environment or
from a file that only the owner may read.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_ENVIRONMENT = "COUNTER_CENTRE_KEY"


class KeyMissingError(RuntimeError):
    """The database belongs to a key that is not here. Never make a new one over it: grants and chains hang on it."""


@dataclass(frozen=True, repr=False)
class Keys:
    """The centre's Ed25519 key. Every purpose has its own subkey."""

    secret: bytes

    @property
    def public_hex(self) -> str:
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, data: bytes) -> bytes:
        return self._private.sign(data)

    def seal(self, purpose: str, data: bytes) -> str:
        """HMAC-SHA-256 of `data` under the subkey of `purpose`, as hex."""
        subkey = hmac.digest(self.secret, b"counter-sub-1\n" + purpose.encode(), "sha256")
        return hmac.new(subkey, data, hashlib.sha256).hexdigest()

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)


def signed_by(public_hex: str, signature: bytes, data: bytes) -> bool:
    """Whether `signature` over `data` is by the Ed25519 key `public_hex`."""
    try:
        _public(public_hex).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=4_096)
def _public(public_hex: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))


def token_hash(token: str) -> str:
    """What is kept of a bearer token; the token has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(b"counter-bearer-1\n" + token.encode()).hexdigest()


def load_keys(beside: Path | None, entropy: Callable[[int], bytes], *, may_make: bool) -> Keys:
    """The key from COUNTER_CENTRE_KEY (64 hex digits), else from the file `beside`, made there once with mode 0600.

    KeyMissingError when there is neither and `may_make` is false.
    """
    given = os.environ.get(KEY_ENVIRONMENT, "")
    if given:
        return Keys(bytes.fromhex(given))
    if beside is None:
        raise KeyMissingError(f"set {KEY_ENVIRONMENT}")
    if not beside.exists():
        if not may_make:
            raise KeyMissingError(f"{beside.name} is missing")
        write_secret_file(beside, entropy(32).hex())
    return Keys(bytes.fromhex(beside.read_text(encoding="ascii").strip()))


def write_secret_file(path: Path, text: str) -> None:
    """Make `path`, which must not be there yet, readable by its owner only."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
