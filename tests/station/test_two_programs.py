"""Two programs on one home, a folder that cannot be written, a store of a newer program: sentences, and no harm (6.1).

COUNTER_LONG=1 runs a hundred races instead of twenty.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app import desktop, main, unsent
from counter_app.errors import StoreError
from counter_app.one_window import Bell, ring
from counter_app.store import keys, schema
from counter_app.store.db import Database
from tests.counter_acts import piece
from tests.station.homes import ACCOUNT, AtHome, Town, source, town

ROOT = Path(__file__).parents[2]
RACES = 100 if os.environ.get("COUNTER_LONG") else 20
RUNNERS = 3
RACE = """
import os, sys
from pathlib import Path
from counter_app.errors import StoreError
from counter_app.instance import Instance
print("ready", flush=True)
for line in sys.stdin:
    lock = Path(line.strip())
    try:
        held = Instance(lock)
    except StoreError as error:
        print(error.code, flush=True)
    else:
        print("held", flush=True)
    sys.stdin.readline()
    if "held" in dir():
        held.release()
        del held
    print("released", flush=True)
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


def child(code: str, *arguments: str, **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        **more,
    )


def test_6_1_of_programs_that_start_at_once_exactly_one_has_the_home(tmp_path: Path) -> None:
    runners = [child(RACE) for _ in range(RUNNERS)]

    def said(one: subprocess.Popen[str]) -> str:
        assert one.stdout is not None
        return one.stdout.readline().strip()

    def tell(text: str) -> None:
        for one in runners:
            assert one.stdin is not None
            one.stdin.write(text + "\n")
            one.stdin.flush()

    assert [said(one) for one in runners] == ["ready"] * RUNNERS
    for race in range(RACES):
        lock = tmp_path / str(race % 5) / "lock"  # also where another program had it before
        lock.parent.mkdir(exist_ok=True)
        tell(str(lock))
        assert sorted(said(one) for one in runners) == ["held"] + ["store.already_open"] * (RUNNERS - 1)
        tell("go on")
        assert {said(one) for one in runners} == {"released"}
    for one in runners:
        one.communicate(timeout=20)


def test_6_1_the_second_program_brings_the_first_ones_window_to_the_front(tmp_path: Path, qtbot: Any) -> None:
    came: list[bool] = []
    bell = Bell(tmp_path, lambda: came.append(True))
    second = child(
        RING,
        str(tmp_path),
    )
    qtbot.waitUntil(lambda: came == [True], timeout=20_000)
    out, _ = second.communicate(timeout=20)
    assert out.strip() == "True"
    (tmp_path / "something-else").touch()
    (tmp_path / "something-else").unlink()
    bell.close()
    assert not ring(tmp_path, 0.1)
    assert list(tmp_path.iterdir()) == []
    assert came == [True]


def test_6_1_without_a_window_to_raise_it_says_so_and_gives_exit_code_2(shop: Town, tmp_path: Path, qapp: Any) -> None:
    home = shop.home(tmp_path / "home")
    first = AtHome(shop, home)
    text, code = started(home.root, qapp)
    assert "open on this computer already" in text
    assert code == 2
    first.close()


def started(home: Path, app: Any) -> tuple[str, int]:
    """What `counter run` shows when it cannot start, and its exit code."""
    from PySide6.QtCore import QTimer

    from ui.damage import StoppedPage

    said: list[str] = []
    look = QTimer(interval=20)

    def seen() -> None:
        for one in app.allWidgets():
            if isinstance(one, StoppedPage) and one.isVisible() and not said:
                said.append(one.text.text())
                one.chosen.emit("quit")

    look.timeout.connect(seen)
    look.start()
    give_up = QTimer.singleShot(30_000, app.quit)
    code = desktop.run(home, "", "", "One")
    look.stop()
    del give_up
    return (said or [""])[0], code


RING = """
import sys
from pathlib import Path
from counter_app.one_window import ring
print(ring(Path(sys.argv[1]), 20))
"""
READ_ONLY = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
# Everything is loaded while it can be read: the interpreter may be another user's.
import platformdirs
import counter_app.station, counter_app.unlocking, counter_app.rebuild, counter_app.config, ui.damage
from counter_app import desktop, main
app = desktop.application()
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
look = QTimer(interval=20)
def seen():
    from ui.damage import StoppedPage
    for one in app.allWidgets():
        if isinstance(one, StoppedPage) and one.isVisible():
            print(one.text.text(), flush=True)
            look.stop()
            one.chosen.emit("quit")
look.timeout.connect(seen)
look.start()
QTimer.singleShot(30000, app.quit)
sys.exit(main.main(["run", "--home", *sys.argv[1:]]))
"""


@pytest.mark.skipif(os.name == "nt", reason="folders of another user are POSIX here")
@pytest.mark.parametrize("mode", [0o755, 0o700], ids=["read_only", "not_even_that"])
def test_6_1_a_folder_that_cannot_be_written_is_a_sentence_and_exit_code_2(tmp_path: Path, mode: int) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    home = closed / "home"
    if os.getuid() == 0:
        home.mkdir()  # there, but another user's
        for folder in (home, tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
        closed.chmod(mode)
    else:
        closed.chmod(0o500)
    new = [] if os.getuid() == 0 else ["--enrol", "ABCD2345", "--central", "http://127.0.0.1:9"]
    running = child(READ_ONLY, str(home), *new)
    out, err = running.communicate(timeout=60)
    closed.chmod(0o700)
    assert "Counter cannot write to its folder" in out, err
    assert running.returncode == 2


def newer(shop: Town, folder: Path) -> tuple[Any, list[str]]:
    """A home whose store a newer program made, with three acts that were not sent, one of them set aside."""
    home = shop.home(folder / "home")
    station = AtHome(shop, home)
    station.exchange()
    before = len(station.own())
    for _ in range(3):
        piece(station, station.clerk, ACCOUNT)
    waiting = station.own()[before:]
    with station.station.db.write() as connection:
        from counter_app.store import journal

        journal.park(connection, waiting[1], "sync.fault", 1)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.exec_driver_sql("ALTER TABLE journal ADD COLUMN newer TEXT")
    station.close()
    return home, waiting


def digest(home: Any) -> str:
    return hashlib.sha256(home.store.read_bytes()).hexdigest()


def test_6_1_a_newer_store_is_not_touched_and_its_unsent_acts_can_be_saved(
    shop: Town, tmp_path: Path, qapp: Any
) -> None:
    home, waiting = newer(shop, tmp_path)
    before = digest(home)
    text, code = started(home.root, qapp)
    assert "newer Counter" in text
    assert code == 2
    assert digest(home) == before
    saved = unsent.export(home, source(home), 1_793_631_600_000)
    assert digest(home) == before
    lines = [json.loads(line) for line in saved.path.read_text(encoding="utf-8").splitlines()]
    assert [line["op_id"] for line in lines] == waiting
    assert [line["status"] for line in lines] == ["waiting", "parked", "waiting"]
    assert os.name == "nt" or saved.path.stat().st_mode & 0o077 == 0
    # The lines are what the centre takes as they are.
    station_key = keys.open_keys(home.keys, source(home))
    db = Database(home.store, station_key.store_key)
    with db.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (schema.HEAD,))
    db.close()
    again = AtHome(shop, home)
    assert again.station.worker is not None
    epoch, identity = again.station.meta["epoch"], again.desk.identity
    pushed = [{key: line[key] for key in ("core", "sig", "open")} for line in lines]
    body = {"epoch": epoch, "device_id": identity.device, "incarnation": identity.incarnation, "ops": pushed}
    assert again.station.central is not None
    said = again.station.central.push(body)
    assert [one["status"] for one in said["results"]] == ["applied"] * 3
    again.close()


def test_an_export_of_a_home_with_nothing_unsent_makes_no_file(
    shop: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = shop.home(tmp_path / "home")
    assert main.main(["export", str(home.root)]) == 0
    assert "every act" in capsys.readouterr().out
    assert list(home.root.glob("unsent-*")) == []
    station = AtHome(shop, home)
    station.close()
    assert main.main(["export", str(home.root)]) == 0
    assert "1 acts" in capsys.readouterr().out
    home.store.unlink()
    with pytest.raises(StoreError):
        unsent.export(home, source(home), 0)
