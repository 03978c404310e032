"""`./counter backup | restore | drill` as somebody types them: what is printed, which exit code, what is left."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app import restoring
from counter_app.main import main
from counter_app.paths import Home
from counter_app.store import backup, keys
from tests.counter_acts import piece
from tests.station.homes import ACCOUNT, AtHome, Town, source, town


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


@pytest.fixture
def home(shop: Town, tmp_path: Path) -> Home:
    made = shop.home(tmp_path / "home")
    station = AtHome(shop, made)
    station.exchange()
    piece(station, station.clerk, ACCOUNT)
    station.close()
    return made


def test_a_home_is_saved_restored_and_drilled_by_hand(home: Home, tmp_path: Path, capsys: Any) -> None:
    assert main(["backup", str(home.root)]) == 0
    said = capsys.readouterr()
    (made,) = backup.listed(home.backups)
    assert said.out == f"Saved: {made.folder}\n"
    assert "reading the copy through" in said.err

    assert main(["drill", str(home.root)]) == 0
    said = capsys.readouterr()
    assert "Restored and proven in 0.0 minutes" in said.out
    assert "WARNINGS ONLY" in said.out or "VERIFIED" in said.out
    assert "known to nobody else: 0" in said.out
    assert said.out.endswith("The drill went well (exit 0)\n")
    assert home.last_drill.exists()

    key = tmp_path / "kept.key"
    shutil.move(home.key_file, key)
    shutil.move(made.folder, tmp_path / made.folder.name)
    shutil.rmtree(home.root)
    arguments = ["restore", str(tmp_path / made.folder.name), "--into", str(home.root), "--key-file", str(key)]
    assert main(arguments) == 0
    assert f"Restored: {home.root}" in capsys.readouterr().out
    assert main(["verify", str(home.root), "--key-file", str(key)]) in (0, 5)


def test_a_backup_goes_where_it_is_told_and_to_the_second_place_of_the_settings(home: Home, tmp_path: Path) -> None:
    assert main(["backup", str(home.root), "--into", str(tmp_path / "stick")]) == 0
    assert len(backup.listed(tmp_path / "stick")) == 1
    assert backup.listed(home.backups) == []
    text = home.config.read_text().replace(
        "[devices]", f'backup_folder = "{(tmp_path / "second").as_posix()}"\n[devices]'
    )
    home.config.write_text(text)
    assert main(["backup", str(home.root)]) == 1  # it is not plugged in: said, and saved here
    assert len(backup.listed(home.backups)) == 1
    (tmp_path / "second").mkdir()
    assert main(["backup", str(home.root)]) == 0
    (own,) = (tmp_path / "second").iterdir()
    assert len(backup.listed(own)) == 1
    assert restoring.find(tmp_path / "second").folder.parent == own


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["backup", "nobody"], "backup.not_found"),
        (["drill", "nobody"], "backup.not_found"),
        (["restore", "nobody", "--into", "new"], "backup.not_found"),
    ],
)
def test_what_is_not_there_is_a_sentence_and_exit_1(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    told = capsys.readouterr().err.splitlines()[-1]
    assert said in told
    assert "There is no backup" in told
    assert list(tmp_path.iterdir()) == []


def test_a_drill_of_a_home_without_a_backup_fails(home: Home, capsys: Any) -> None:
    assert main(["drill", str(home.root)]) == 1
    assert "THE DRILL FAILED" in capsys.readouterr().out


def test_a_home_that_is_full_is_not_restored_into(home: Home, capsys: Any) -> None:
    main(["backup", str(home.root)])
    assert main(["restore", str(home.root), "--into", str(home.root)]) == 1
    assert "backup.folder_not_empty" in capsys.readouterr().err


def test_a_dead_computer_is_replaced_by_another_one_with_a_backup_and_the_sheet(
    home: Home, shop: Town, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["backup", str(home.root), "--into", str(tmp_path / "early")])
    assert main(["recovery", str(home.root)]) == 0
    (sheet,) = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    main(["backup", str(home.root), "--into", str(tmp_path / "stick")])
    shutil.rmtree(home.root)
    new, key = tmp_path / "new", tmp_path / "new.key"
    arguments = ["restore", str(tmp_path / "stick"), "--into", str(new), "--recovery", "--key-file", str(key)]
    for wrong, code in ((sheet[:-1] + ("A" if sheet[-1] != "A" else "B"), "misread"), ("A", "misread")):
        monkeypatch.setenv("COUNTER_RECOVERY", wrong)
        assert main(arguments) == 1
        assert f"store.sheet_{code}" in capsys.readouterr().err
        assert not new.exists()
        assert not key.exists()
    monkeypatch.setenv("COUNTER_RECOVERY", sheet.lower().replace("-", " "))
    arguments[1] = str(tmp_path / "early")
    assert main(arguments) == 1
    assert "store.sheet_none" in capsys.readouterr().err
    arguments[1] = str(tmp_path / "stick")
    with monkeypatch.context() as patched:
        patched.setattr(restoring.backup, "flush", lambda folder: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            main(arguments)
    assert (new.exists(), key.exists()) == (False, False)
    assert main(arguments) == 0
    made = Home(new)
    shutil.copy(key, made.key_file)
    station = AtHome(shop, made)
    piece(station, station.clerk, ACCOUNT)
    station.exchange()
    assert set(station.own()) <= set(shop.there())
    station.close()


@pytest.mark.skipif(os.name == "nt", reason="SIGINT")
def test_ctrl_c_leaves_nothing_half_done(home: Home) -> None:
    # The command itself, which stands still in the middle: behind the copy, before the photos.
    program = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job is deaf to it
        "from counter_app import backup_commands, main\n"
        "say = backup_commands._say\n"
        "def stand(step):\n"
        "    say(step)\n"
        "    while step == 'photos':\n"
        "        time.sleep(0.01)\n"
        "backup_commands._say = stand\n"
        "sys.exit(main.main(sys.argv[1:]))\n"
    )
    line = [sys.executable, "-c", program, "backup", str(home.root)]
    running = subprocess.Popen(line, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stderr is not None
        while (line_said := running.stderr.readline()) and "photos" not in line_said:
            pass
        assert list(home.backups.glob(".half*/store.db")), line_said
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    finally:
        running.kill()
        running.wait(10)
    assert running.returncode == 130, err
    assert "Nothing was left behind" in err
    assert out == ""
    assert [one.name for one in home.backups.iterdir()] == ["lock"]
    assert (
        restoring.drill(home, lambda new: keys.open_keys(new.keys, source(home)), os.urandom, 0).code
        == "backup.not_found"
    )
