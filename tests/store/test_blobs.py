"""Photos on the disk: encrypted, once, whole or not at all, and never outside of their folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counter_app.errors import StoreError
from counter_app.store import blobs as blobs_module
from counter_app.store.blobs import Blobs, note
from tests.counter_acts import everything, piece

PHOTO = b"\xff\xd8\xff" + b"a face and an address " * 50


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    folder = tmp_path / "blobs"
    folder.mkdir()
    return Blobs(folder, b"\x08" * 32)


def _files(blobs: Blobs) -> list[Path]:
    return sorted(blobs.folder.iterdir())


def _code(work: Callable[[], Any]) -> str:
    with pytest.raises(StoreError) as raised:
        work()
    return raised.value.code


def test_a_photo_comes_back_as_it_was_and_is_named_by_what_is_in_it(blobs: Blobs) -> None:
    name = blobs.keep(PHOTO, "piece")
    assert name == hashlib.sha256(PHOTO).hexdigest()
    assert blobs.open_plain(name) == PHOTO
    (path,) = _files(blobs)
    assert path.name == name
    assert b"face" not in path.read_bytes()
    assert PHOTO[:3] not in path.read_bytes()[:20]


def test_the_same_bytes_are_kept_once(blobs: Blobs) -> None:
    first = blobs.keep(PHOTO, "piece")
    sealed = _files(blobs)[0].read_bytes()
    assert blobs.keep(PHOTO, "piece") == first
    assert [path.read_bytes() for path in _files(blobs)] == [sealed]


def test_an_empty_photo_is_a_photo(blobs: Blobs) -> None:
    assert blobs.open_plain(blobs.keep(b"", "piece")) == b""


def test_every_flipped_byte_is_found(blobs: Blobs) -> None:
    name = blobs.keep(b"small", "id")
    (path,) = _files(blobs)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert _code(lambda: blobs.open_plain(name)) == "photo.damaged"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert _code(lambda: blobs.open_plain(name)) == "photo.damaged"
    path.write_bytes(whole)
    assert blobs.open_plain(name) == b"small"


def test_a_photo_put_in_the_place_of_another_is_found(blobs: Blobs) -> None:
    one, two = blobs.keep(b"one", "id"), blobs.keep(b"two", "id")
    (blobs.folder / one).write_bytes((blobs.folder / two).read_bytes())
    assert _code(lambda: blobs.open_plain(one)) == "photo.damaged"


def test_another_key_opens_nothing(blobs: Blobs) -> None:
    name = blobs.keep(PHOTO, "piece")
    assert _code(lambda: Blobs(blobs.folder, b"\x01" * 32).open_plain(name)) == "photo.damaged"


@pytest.mark.parametrize(
    "name",
    [
        *("", "..", "../store.db", "/etc/passwd", "a" * 63, "a" * 65, "A" * 64, "g" * 64, "١" * 64),
        *("..\\" + "a" * 61, "a" * 63 + "\n", "../" + "a" * 61, "a" * 63 + "/", "a" * 63 + "\x00", "C:" + "a" * 62),
    ],
)
def test_t7_a_name_that_is_no_hash_opens_no_file(blobs: Blobs, name: str) -> None:
    (blobs.folder.parent / "store.db").write_bytes(b"secret")
    assert _code(lambda: blobs.open_plain(name)) == "photo.gone"


def test_a_photo_that_is_not_there_is_gone(blobs: Blobs) -> None:
    assert _code(lambda: blobs.open_plain("0" * 64)) == "photo.gone"


def test_an_unknown_kind_is_a_bug(blobs: Blobs) -> None:
    with pytest.raises(ValueError, match="kind"):
        blobs.keep(PHOTO, "selfie")


def test_the_file_is_on_the_disk_before_it_has_its_name_and_before_its_row(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("sync folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "sync file")
        real_fsync(descriptor)

    def replace(self: Path, target: Any) -> Path:
        steps.append("name")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    blobs.keep(PHOTO, "piece")
    assert [step.replace("sync folder", "sync file") for step in steps] == ["sync file", "name", "sync file"]
    if Path("/proc/self/fd").exists():
        assert steps == ["sync file", "name", "sync folder"]


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_photo_that_cannot_be_saved_leaves_neither_a_file_nor_a_row(
    counter: Any, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    before = everything(counter.desk)

    def broken(*_: Any, **__: Any) -> Any:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        owner: Any = {"open": Path, "fsync": blobs_module.os, "replace": Path}[step]
        patch.setattr(owner, step, broken)
        with pytest.raises(StoreError, match=r"^store\.photo_not_saved$"):
            piece(counter, clerk, photo=PHOTO)
    assert everything(counter.desk) == before
    assert _files(counter.desk.blobs) == []
    kept = piece(counter, clerk, photo=PHOTO)
    assert counter.desk.blobs.open_plain(kept.photo) == PHOTO


def test_a_row_of_a_photo_is_written_once(counter: Any) -> None:
    for _ in range(2):
        with counter.desk.db.write() as connection:
            note(connection, "0" * 64, "piece", 7, 5)
    assert [tuple(row) for row in everything(counter.desk)["photo"]] == [("0" * 64, "piece", 7, "captured", 5)]


def test_every_row_of_a_photo_has_its_file(counter: Any) -> None:
    counter.account("a1", "101", "Ann Lee")
    clerk = counter.clerk()
    for number in range(3):
        piece(counter, clerk, photo=PHOTO + bytes([number]))
    for row in everything(counter.desk)["photo"]:
        assert hashlib.sha256(counter.desk.blobs.open_plain(row[0])).hexdigest() == row[0]
