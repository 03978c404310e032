"""The keys of a home: three ways to have them, a few tries, nothing overwritten, nothing told."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from argon2.low_level import Type
from keyring.errors import KeyringLocked, PasswordSetError

from counter_app.errors import StoreError
from counter_app.store import keys
from counter_app.store.keys import Keys, KeySource


class MemoryKeyring:
    """A keyring that behaves: it can be locked, denied, emptied, or slow to answer."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.denied = False
        self.slow = threading.Event()
        self.slow.set()

    def get_password(self, service: str, username: str) -> str | None:
        assert self.slow.wait(10)
        if self.locked:
            raise KeyringLocked("the owner did not unlock it")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.denied:
            raise PasswordSetError("denied")
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    # The real work (64 MiB) is asked for once, in its own test.
    real = keys.hash_secret_raw

    def light(secret: bytes, salt: bytes, **how: Any) -> bytes:
        return real(secret, salt, **{**how, "time_cost": 1, "memory_cost": 8, "parallelism": 1})

    monkeypatch.setattr(keys, "hash_secret_raw", light)


def _source(mode: str, folder: Path, ring: MemoryKeyring) -> KeySource:
    return {
        "keyring": KeySource("keyring", keyring=ring),
        "passphrase": KeySource("passphrase", passphrase="three green parrots"),
        "keyfile": KeySource("keyfile", key_file=folder / "the.key"),
    }[mode]


def _same(one: Keys, other: Keys) -> bool:
    return (one.store_key, one.public_key, one.home_id) == (other.store_key, other.public_key, other.home_id)


def _code(work: Any, *arguments: Any) -> str:
    with pytest.raises(StoreError) as raised:
        work(*arguments)
    return raised.value.code


@pytest.mark.parametrize("mode", keys.MODES)
def test_what_was_made_is_opened_again(mode: str, tmp_path: Path) -> None:
    source = _source(mode, tmp_path, MemoryKeyring())
    made = keys.create(tmp_path / "keys.json", source, "home-1")
    opened = keys.open_keys(tmp_path / "keys.json", source)
    assert _same(made, opened)
    assert opened.mode == mode
    assert opened.device_key.sign(b"x") == made.device_key.sign(b"x")


@pytest.mark.parametrize("mode", keys.MODES)
def test_the_file_holds_no_key_in_the_clear_and_is_its_owners_only(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    made = keys.create(path, _source(mode, tmp_path, MemoryKeyring()), "home-1")
    text = path.read_text().lower()
    assert made.store_key.hex() not in text
    assert made.device_key.private_bytes_raw().hex() not in text
    assert "parrots" not in text
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert all(one.stat().st_mode & 0o077 == 0 for one in tmp_path.iterdir())


@pytest.mark.parametrize("mode", keys.MODES)
def test_keys_are_never_overwritten(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    source = _source(mode, tmp_path, MemoryKeyring())
    keys.create(path, source, "home-1")
    before = path.read_bytes()
    assert _code(keys.create, path, source, "home-1") == "store.keys_exist"
    assert path.read_bytes() == before


def test_a_key_file_of_another_home_is_never_overwritten(tmp_path: Path) -> None:
    source = KeySource("keyfile", key_file=tmp_path / "the.key")
    keys.create(tmp_path / "one.json", source, "home-1")
    before = (tmp_path / "the.key").read_bytes()
    assert _code(keys.create, tmp_path / "two.json", source, "home-2") == "store.keys_exist"
    assert (tmp_path / "the.key").read_bytes() == before
    assert not (tmp_path / "two.json").exists()


def test_two_homes_share_nothing(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    one = keys.create(tmp_path / "one.json", KeySource("keyring", keyring=ring), "home-1")
    two = keys.create(tmp_path / "two.json", KeySource("keyring", keyring=ring), "home-2")
    assert len({one.store_key, two.store_key, one.public_key, two.public_key}) == 4
    assert len(set(ring.kept.values())) == 2
    assert one.subkey("blob") != one.subkey("pin") != one.store_key


def test_a_file_of_one_home_does_not_open_under_the_name_of_another(tmp_path: Path) -> None:
    source = KeySource("passphrase", passphrase="three green parrots")
    path = tmp_path / "keys.json"
    keys.create(path, source, "home-1")
    wrapped = json.loads(path.read_text())
    path.write_text(json.dumps(wrapped | {"home_id": "home-2"}))
    assert _code(keys.open_keys, path, source) == "store.passphrase_wrong"


def test_five_wrong_passphrases_lock_it_and_the_right_one_comes_too_late(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    right = KeySource("passphrase", passphrase="three green parrots")
    keys.create(path, right, "home-1")
    wrong = KeySource("passphrase", passphrase="two green parrots")
    assert [_code(keys.open_keys, path, wrong) for _ in range(5)] == ["store.passphrase_wrong"] * 5
    assert _code(keys.open_keys, path, wrong) == "store.locked_out"
    assert _code(keys.open_keys, path, right) == "store.locked_out"


def test_the_right_passphrase_gives_the_tries_back(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    right = KeySource("passphrase", passphrase="three green parrots")
    keys.create(path, right, "home-1")
    for _ in range(3):
        for _ in range(4):
            _code(keys.open_keys, path, KeySource("passphrase", passphrase="no"))
        keys.open_keys(path, right)


def test_a_try_is_on_the_disk_before_it_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keys.json"
    source = KeySource("passphrase", passphrase="three green parrots")
    keys.create(path, source, "home-1")

    class PowerCutError(BaseException):
        pass

    def cut(*_: Any) -> bytes:
        raise PowerCutError

    monkeypatch.setattr(keys, "_kek", cut)
    for tries in range(1, 6):
        with pytest.raises(PowerCutError):
            keys.open_keys(path, source)
        assert json.loads(path.read_text())["tries"] == tries
    assert _code(keys.open_keys, path, source) == "store.locked_out"


def test_an_empty_passphrase_is_asked_for_and_makes_no_keys(tmp_path: Path) -> None:
    assert _code(keys.create, tmp_path / "k.json", KeySource("passphrase"), "h") == "store.passphrase_needed"
    assert not (tmp_path / "k.json").exists()


def test_a_passphrase_costs_64_mib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def remember(secret: bytes, salt: bytes, **how: Any) -> bytes:
        asked.append(how)
        return bytes(32)

    monkeypatch.setattr(keys, "hash_secret_raw", remember)
    keys.create(tmp_path / "k.json", KeySource("passphrase", passphrase="p"), "h")
    assert asked[0]["memory_cost"] == 64 * 1024
    assert asked[0]["time_cost"] == 3
    assert asked[0]["type"] is Type.ID


def test_a_keyring_that_is_locked_or_emptied_is_a_missing_key_and_makes_no_new_one(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    source = KeySource("keyring", keyring=ring)
    path = tmp_path / "keys.json"
    made = keys.create(path, source, "home-1")
    before = path.read_bytes()
    ring.locked = True
    assert _code(keys.open_keys, path, source) == "store.key_missing"
    ring.locked = False
    kept = dict(ring.kept)
    ring.kept.clear()
    assert _code(keys.open_keys, path, source) == "store.key_missing"
    assert _code(keys.open_keys, path, KeySource("keyring")) == "store.key_missing"
    assert (path.read_bytes(), ring.kept) == (before, {})
    ring.kept.update(kept)
    assert _same(keys.open_keys(path, source), made)


def test_a_keyring_that_refuses_to_keep_the_key_makes_no_home(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    ring.denied = True
    assert _code(keys.create, tmp_path / "k.json", KeySource("keyring", keyring=ring), "h") == "store.key_missing"
    assert _code(keys.create, tmp_path / "k.json", KeySource("keyring"), "h") == "store.no_keyring"
    assert not (tmp_path / "k.json").exists()


def test_a_slow_keyring_is_waited_for(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    source = KeySource("keyring", keyring=ring)
    made = keys.create(tmp_path / "k.json", source, "h")
    ring.slow.clear()
    opened: list[Keys] = []
    thread = threading.Thread(target=lambda: opened.append(keys.open_keys(tmp_path / "k.json", source)))
    thread.start()
    assert opened == []
    ring.slow.set()
    thread.join(10)
    assert _same(opened[0], made)


def test_a_key_in_the_keyring_that_is_not_ours_opens_nothing(tmp_path: Path) -> None:
    ring = MemoryKeyring()
    source = KeySource("keyring", keyring=ring)
    keys.create(tmp_path / "k.json", source, "h")
    ring.kept["counter/h", "store"] = "00" * 32
    assert _code(keys.open_keys, tmp_path / "k.json", source) == "store.key_wrong"
    for nonsense in ("zz", "00" * 7):
        ring.kept["counter/h", "store"] = nonsense
        assert _code(keys.open_keys, tmp_path / "k.json", source) == "store.keys_damaged"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    source = KeySource("keyfile", key_file=tmp_path / "the.key")
    keys.create(tmp_path / "k.json", source, "h")
    (tmp_path / "the.key").chmod(0o640)
    assert _code(keys.open_keys, tmp_path / "k.json", source) == "store.key_file_open_to_others"


def test_no_file_no_key_and_another_mode_are_told_apart(tmp_path: Path) -> None:
    source = KeySource("keyfile", key_file=tmp_path / "the.key")
    assert _code(keys.open_keys, tmp_path / "k.json", source) == "store.key_missing"
    keys.create(tmp_path / "k.json", source, "h")
    assert _code(keys.open_keys, tmp_path / "k.json", KeySource("passphrase", passphrase="p")) == (
        "store.key_mode_differs"
    )
    (tmp_path / "the.key").unlink()
    assert _code(keys.open_keys, tmp_path / "k.json", source) == "store.key_missing"
    assert _code(keys.create, tmp_path / "x.json", KeySource("plain"), "h") == "store.key_mode_unknown"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"home_id": "h"}', '{"home_id": "h", "mode": "keyfile", "salt": "zz", "tries": 0}'],
)
def test_a_file_that_makes_no_sense_is_damaged(text: str, tmp_path: Path) -> None:
    (tmp_path / "k.json").write_text(text)
    assert _code(keys.open_keys, tmp_path / "k.json", KeySource("keyfile")) == "store.keys_damaged"


@pytest.mark.parametrize("tries", [None, "five", [], {}])
def test_tries_that_are_no_number_are_damage_and_no_free_tries(tries: Any, tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    source = KeySource("passphrase", passphrase="p")
    keys.create(path, source, "h")
    path.write_text(json.dumps(json.loads(path.read_text()) | {"tries": tries}))
    assert _code(keys.open_keys, path, source) == "store.keys_damaged"


def test_every_bit_of_a_wrapped_key_counts(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    source = KeySource("keyfile", key_file=tmp_path / "the.key")
    keys.create(path, source, "h")
    whole = json.loads(path.read_text())
    for name in ("store_key", "device_key"):
        for place in range(0, len(whole[name]), 9):
            other = "0" if whole[name][place] != "0" else "1"
            path.write_text(json.dumps(whole | {name: whole[name][:place] + other + whole[name][place + 1 :]}))
            assert _code(keys.open_keys, path, source) == "store.key_wrong"


def test_nothing_secret_is_in_any_repr(counter: Any, tmp_path: Path) -> None:
    source = KeySource("passphrase", passphrase="three green parrots")
    made = keys.create(tmp_path / "k.json", source, "home-1")
    shown = f"{made!r} {made} {source!r} {[made]} {counter.desk!r}"
    for secret in (made.store_key.hex(), repr(made.store_key), "parrots", repr(b"\x09" * 32)[2:-1]):
        assert secret not in shown
    assert "home-1" in shown


def test_3_1_a_recovery_sheet_opens_the_keys_without_what_the_computer_has(tmp_path: Path) -> None:
    path, key_file = tmp_path / "keys.json", tmp_path / "k"
    made = keys.create(path, KeySource("keyfile", key_file=key_file), "home-1")
    first = keys.add_recovery(path, made)
    assert len(first) == 56 + 13
    key_file.unlink()
    opened = keys.open_recovery(path, first)
    assert (opened.store_key, opened.public_key) == (made.store_key, made.public_key)
    second = keys.add_recovery(path, made)
    with pytest.raises(StoreError, match=r"store\.sheet_wrong"):
        keys.open_recovery(path, first)
    moved = KeySource("keyfile", key_file=tmp_path / "new")
    assert keys.wrap_again(path, keys.open_recovery(path, second), moved).store_key == made.store_key
    assert keys.open_keys(path, moved).store_key == made.store_key
    assert keys.open_recovery(path, second).store_key == made.store_key
    plain = path.read_text()
    assert made.store_key.hex() not in plain
    assert second.replace("-", "")[:8] not in plain


def test_3_1_a_letter_that_was_misread_is_told_before_anything_is_tried(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    made = keys.create(path, KeySource("keyfile", key_file=tmp_path / "k"), "home-1")
    sheet = keys.add_recovery(path, made)
    for place, letter in enumerate(sheet):
        if letter != "-":
            wrong = sheet[:place] + ("B" if letter == "A" else "A") + sheet[place + 1 :]
            with pytest.raises(StoreError, match=r"store\.sheet_misread"):
                keys.open_recovery(path, wrong)
