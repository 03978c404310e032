"""A database that was restored from a backup is not served until it has a history of its own (sync 3.9, P16)."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests

from central_service import history
from central_service.database import Database
from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN, Platform, Refused, Station

ROOT = Path(__file__).resolve().parents[2]


class Place:
    """A centre on a file, with one store and a station, started and stopped as the test says."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "central.db"
        self.centre = EmbeddedCentre(self.path, platform_token=PLATFORM_TOKEN)
        self.platform = Platform(self.centre.start())
        self.platform.store("s1")
        self.station = Station(self.centre.base_url, self.platform, "s1")
        self.station.clerk = self.platform.clerk("s1")

    def copy(self) -> None:
        """A copy as somebody makes one with the service stopped."""
        self.centre.stop()
        shutil.copyfile(self.path, self.path.with_name("copy.db"))
        self.centre.start()

    def restore(self) -> None:
        self.centre.stop()
        for ending in ("-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        shutil.copyfile(self.path.with_name("copy.db"), self.path)

    def note(self) -> dict[str, object]:
        return json.loads(Path(f"{self.path}.seen").read_text())

    def url(self) -> str:
        return f"sqlite:///{self.path}"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.centre.stop()
    made.platform.close()
    made.station.close()


def counter(*arguments: object) -> subprocess.CompletedProcess[str]:
    given = [sys.executable, "-m", "counter_app.main", *map(str, arguments)]
    return subprocess.run(given, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_p16_a_restored_database_is_refused_until_it_gets_a_new_epoch(place: Place) -> None:
    station = place.station
    station.push(station.received())
    place.copy()
    late = station.received()
    station.push(late)
    place.restore()
    with pytest.raises(history.RestoredError, match="central-restored"):
        place.centre.start()
    said = counter("central", "--database", place.url(), "--port", "0")
    assert said.returncode == 2
    assert "restored from a backup" in said.stderr

    said = counter("central-restored", "--database", place.url())
    assert said.returncode == 0, said.stderr
    place.centre.start()
    with pytest.raises(Refused) as caught:
        station.push(late)
    assert caught.value.code == "sync.epoch_changed"
    station.epoch = requests.get(place.centre.base_url + "/v1/hello", timeout=10).json()["epoch"]
    assert station.epoch in said.stdout
    assert station.push(late)[0]["status"] == "applied", "what the backup had lost comes again"


def test_p16_without_the_note_the_first_cursor_that_is_ahead_gives_it_away(place: Place) -> None:
    """The note was restored too, or lay on a disk that is gone: what this centre has signed itself stays true."""
    station = place.station
    place.copy()
    station.push(station.received(), station.received())
    ahead = station.pull()["next"]
    place.restore()
    Path(f"{place.path}.seen").unlink()
    place.centre.start()
    with pytest.raises(Refused) as caught:
        station.pull(ahead)
    assert (caught.value.status, caught.value.code) == (503, "server.restored")
    with pytest.raises(Refused, match=r"server\.restored"):
        station.push(station.received())
    base = place.centre.base_url
    ready = requests.get(base + "/readyz", timeout=10)
    assert (ready.status_code, ready.json()["args"]) == (503, {"why": "restored"})
    assert requests.get(base + "/v1/hello", timeout=10).headers["Retry-After"] == "60"
    assert requests.get(base + "/healthz", timeout=10).json() == {"ok": True}


def test_a_database_that_changes_its_history_under_a_running_service_is_served_no_more(place: Place) -> None:
    db = Database(place.url())
    try:
        centre = _Seen(db, place.note()["epoch"])
        past = history.History(Path(f"{place.path}.seen"))
        history.look_again(centre, past)
        assert centre.found == []
        history.begin_again(db, os.urandom)
        history.look_again(centre, past)
        assert centre.found == ["epoch"]
    finally:
        db.close()


class _Seen:
    """As much of a centre as a look needs; what it found is kept."""

    def __init__(self, db: Database, epoch: object) -> None:
        self.db, self.epoch, self.found = db, epoch, list[str]()
        self.restored = self

    def is_set(self) -> bool:
        return bool(self.found)

    def set(self) -> None:
        pass

    def log(self, what: str, by: str) -> None:
        self.found.append(by)


def test_an_honest_database_starts_again_and_again_and_its_note_grows(place: Place) -> None:
    seen = []
    for _ in range(3):
        place.station.push(place.station.received())
        place.centre.stop()
        seen.append(place.note()["seq"])
        place.centre.start()
    assert seen == sorted(set(seen))


@pytest.mark.parametrize("content", [b"", b"garbled", b'{"epoch": 1}', b'{"epoch": "x", "seq": 99999}'])
def test_a_note_that_is_garbled_or_of_another_history_stops_nothing(place: Place, content: bytes) -> None:
    place.centre.stop()
    Path(f"{place.path}.seen").write_bytes(content)
    place.centre.start()


def test_the_note_of_a_database_server_lies_in_the_state_folder(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv(history.STATE_ENVIRONMENT, str(tmp_path))
    one = history.note_of("postgresql://counter:secret@db1:5432/counter")
    assert one is not None
    assert one.parent == tmp_path
    assert "secret" not in one.name
    assert one != history.note_of("postgresql://counter:secret@db2:5432/counter")
    assert history.note_of("sqlite://") is None


# ---------------------------------------------------------------- the copy


def test_a_copy_is_made_while_the_service_runs_and_the_stations_are_told(place: Place, tmp_path: Path) -> None:
    station = place.station
    op = station.received()
    (pushed,) = station.push(op)
    copy = tmp_path / "night.db"
    said = counter("central-backup", copy, "--database", place.url())
    assert said.returncode == 0, said.stderr
    with closing(sqlite3.connect(copy)) as made:
        assert made.execute("SELECT count(*) FROM journal WHERE op_id = ?", (pushed["op_id"],)).fetchone() == (1,)
    body = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation, "ops": [op]}
    answer = station.call("POST", "/v1/sync/push", station.token, **body)
    assert answer["durable"]["store:s1"] >= pushed["seq"]
    again = counter("central-backup", copy, "--database", place.url())
    assert (again.returncode, "is there already" in again.stderr) == (1, True)


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://counter@127.0.0.1:1/x"])
def test_what_cannot_be_copied_is_said_in_a_sentence(url: str, tmp_path: Path) -> None:
    said = counter("central-backup", tmp_path / "copy.db", "--database", url)
    assert said.returncode == 1
    assert said.stderr.startswith("counter: ")
    assert "Traceback" not in said.stderr
    assert list(tmp_path.iterdir()) == []
