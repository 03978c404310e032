"""Reading past SQLite: every sound page as it is, no damaged one, and only lines that prove themselves."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.desk import customers
from counter_app.store.pages import PAGE, USABLE, read_pages
from counter_app.store.salvage import Salvage, salvage
from tests.conftest import STORE_KEY
from tests.counter_acts import everything, piece


@pytest.fixture
def worked(counter: Any, tmp_path: Path) -> tuple[Any, Path, dict[str, list[Any]]]:
    """A store with acts, long notes that overflow their pages, and all of it in the log; its content."""
    desk, clerk = counter.desk, counter.clerk()
    counter.account("a1", "214", "Ann Lee")
    for _ in range(12):
        piece(counter, clerk)
    customers.set_note(desk, clerk, "a1", "rings twice. " * 300)
    folder = tmp_path / "image"
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{desk.db.path}{suffix}", f"{folder / 'store.db'}{suffix}")
    return counter, folder / "store.db", everything(desk)


def found_in(path: Path, counter: Any) -> Salvage:
    return salvage([path], STORE_KEY, counter.desk.identity.public_key)


@pytest.mark.parametrize("closed", [False, True], ids=["log", "file"])
def test_everything_of_a_sound_store_is_found(worked: Any, closed: bool) -> None:
    counter, path, truth = worked
    if closed:
        counter.desk.db.close()
        path = counter.desk.db.path
    found = found_in(path, counter)
    assert found.damaged == 0
    assert sorted(line.op_id for line in found.lines.values()) == sorted(row[1] for row in truth["journal"])
    opened = {(line.op_id, key): one for line in found.lines.values() for key, one in line.opened.items()}
    assert opened == {(row[0], row[1]): (row[2], row[3]) for row in truth["disclosure"]}
    assert {at[1] for at in found.rows if at[0] == "item"} == {row[0] for row in truth["item"]}
    assert {at[1] for at in found.rows if at[0] == "account"} == {"a1"}
    assert [row[0] for row in found.verifiers] == ["clerk-1"]
    assert len(found.jobs) == len(truth["print_job"])
    assert found.meta["device_id"] == "device-one"
    assert found.missing() == {"incarnation-one": []}


def test_a_damaged_page_is_left_out_and_every_other_is_as_it_was(worked: Any) -> None:
    counter, _, _ = worked
    counter.desk.db.close()
    path, rnd = counter.desk.db.path, random.Random(3)
    with read_pages(path, STORE_KEY) as pages:
        before = [pages.images(number) for number in pages.numbers]
    assert all(len(images) == 1 for images in before)
    raw = path.read_bytes()
    for number in rnd.sample(range(1, len(before) + 1), 20):
        low = 16 if number == 1 else 0  # the salt is another matter
        bit = rnd.randrange(8 * low, 8 * (USABLE + 80))
        changed = bytearray(raw)
        changed[(number - 1) * PAGE + bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        with read_pages(path, STORE_KEY) as pages:
            after = [pages.images(one) for one in pages.numbers]
            assert pages.damaged == 1
        assert after[number - 1] == []
        assert [images for n, images in enumerate(after, 1) if n != number] == [
            images for n, images in enumerate(before, 1) if n != number
        ]


def test_one_wrong_bit_in_the_salt_costs_nothing(worked: Any) -> None:
    counter, path, truth = worked
    counter.desk.db.close()
    path = counter.desk.db.path
    raw = bytearray(path.read_bytes())
    raw[5] ^= 16
    path.write_bytes(raw)
    assert len(found_in(path, counter).lines) == len(truth["journal"])


def test_lines_that_another_device_signed_and_wrong_keys_give_nothing(worked: Any) -> None:
    counter, path, _ = worked
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    assert salvage([path], STORE_KEY, other).lines == {}
    nothing = salvage([path], b"\x01" * 32, counter.desk.identity.public_key)
    assert (nothing.lines, nothing.rows, nothing.meta) == ({}, {}, {})
    assert nothing.damaged > 0


def test_a_commit_that_was_not_finished_is_no_act(worked: Any) -> None:
    """Frames behind the last finished commit belong to an act that nobody was told of."""
    counter, path, _ = worked
    log = path.with_name("store.db-wal")
    data = log.read_bytes()
    heads = [data[at : at + 24] for at in range(32, len(data) - PAGE, PAGE + 24)]
    live = data[16:24]
    finished = [n for n, head in enumerate(heads) if head[8:16] == live and head[4:8] != b"\0\0\0\0"]
    # All of the last commit is there but the word that finishes it.
    whole = found_in(path, counter).lines
    at = 32 + finished[-1] * (PAGE + 24) + 4
    log.write_bytes(data[:at] + bytes(4) + data[at + 4 :])
    cut = found_in(path, counter).lines
    assert set(cut) < set(whole)
    assert max(n for _, n in whole) == max(n for _, n in cut) + 1


def test_noise_is_no_store(tmp_path: Path, counter: Any) -> None:
    rnd = random.Random(1)
    for size in (0, 1, 100, PAGE - 1, PAGE, 5 * PAGE + 17):
        (tmp_path / "noise").write_bytes(rnd.randbytes(size))
        (tmp_path / "noise-wal").write_bytes(rnd.randbytes(size))
        assert found_in(tmp_path / "noise", counter).lines == {}
