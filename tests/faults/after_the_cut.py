"""What must hold after a power cut, by product code: whatever was said done is there, and the store proves itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from counter_app import verify
from counter_app.config import read_config
from counter_app.errors import CounterError, StoreError
from counter_app.paths import Home
from counter_app.store import keys, soundness, station_card
from counter_app.store.blobs import Blobs
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from tests.conftest import MONDAY_MS, STORE_KEY
from tests.counter_acts import TABLES
from tests.faults.small_desk import BLOB_KEY, JOB_RANKS, LANGUAGES, PUBLIC, Registers, enrolled_in

KEPT = tuple(name for name in TABLES if name != "account_search")


def wrong(case: str, folder: Path, said: list[dict[str, Any]]) -> list[str]:
    """What does not hold in `folder` after `case` was cut when `said` had been said."""
    if case.startswith("new_home"):
        return _new_home(folder, said)
    if case == "choices":
        return _choices(folder, said)
    if case == "passphrase":
        return _passphrase(folder, said)
    return _desk(folder, said)


_verdicts: dict[bytes, list[str]] = {}


def _desk(folder: Path, said: list[dict[str, Any]]) -> list[str]:
    db = Database(folder / "store.db", STORE_KEY)
    try:
        with db.read() as connection:
            sql = connection.connection.cursor().execute  # past SQLAlchemy, which takes longer than the cut itself
            check = sql("PRAGMA quick_check").fetchone()[0]
            if check != "ok":
                return [f"quick_check: {check}"]
            content = {table: sql(f"SELECT * FROM {table}").fetchall() for table in KEPT}
            lines = sql("SELECT op_id, n, op_hash, status FROM journal").fetchall()
            jobs = dict(sql("SELECT id, state FROM print_job").fetchall())
            photos = {row[0] for row in sql("SELECT sha256 FROM photo")}
            cursor = int((sql("SELECT cursor FROM cursor").fetchone() or [0])[0])
            pulled = sql("SELECT count(*) FROM account WHERE holder = 'Bo'").fetchone()[0]
        # The proof is a function of what is in the store: the same content is proved once.
        digest = hashlib.sha256(repr(content).encode()).digest()
        if digest not in _verdicts:
            verdict = verify.verify(db, PUBLIC, MONDAY_MS)
            _verdicts[digest] = [f"verify: {line}" for line in verdict.lines()] if verdict.exit_code else []
    finally:
        db.close()
    found = list(_verdicts[digest])
    op_ids, hashes = {line[0] for line in lines}, {line[1]: line[2].hex() for line in lines}
    found += [f"a photo with a row does not open: {one}" for one in photos if not _opens(folder / "blobs", one)]
    answered = max((note["answered"] for note in said if "answered" in note), default=0)
    if any(line[1] <= answered and line[3] == "waiting" for line in lines):
        found.append("an answer of the centre was kept and is lost")
    for note in said:
        if "op_id" in note and note["op_id"] not in op_ids:
            found.append(f"announced and lost: {note['op_id']}")
        if note.get("n") and hashes.get(note["n"]) != note["digest"]:
            found.append(f"said done and lost: act {note['n']}")
        if "photo" in note and note["photo"] not in photos:
            found.append("said done and lost: a photo")
        if "job" in note and _rank(jobs.get(note["job"], "gone")) < note["rank"]:
            found.append(f"a job that was {JOB_RANKS[note['rank']]} is {jobs.get(note['job'], 'gone')}")
        if note.get("cursor", 0) > cursor:
            found.append("the cursor went back")
    if pulled < 8 * cursor:
        found.append(f"the cursor {cursor} covers rows that are not here: {pulled}")
    return found


def _opens(folder: Path, name: str) -> bool:
    try:
        return bool(Blobs(folder, BLOB_KEY).open_plain(name))
    except StoreError:
        return False


def _rank(state: str) -> int:
    # In doubt is what the next start makes of `printing`.
    return JOB_RANKS.index("printing" if state == "doubtful" else state) if state != "gone" else -1


def _new_home(folder: Path, said: list[dict[str, Any]]) -> list[str]:
    """An enrolled station opens; where there is none yet, a new enrolment makes one."""
    home = Home(folder / "fresh")
    if any("enrolled" in note for note in said) and not home.keys.exists():
        return ["said done and lost: the station"]
    if not home.keys.exists():
        try:
            enrolled_in(folder, Registers())
        except CounterError as error:
            return [f"neither a station nor one to be: {error.code}"]
    try:
        opened = keys.open_keys(home.keys, KeySource("keyfile", key_file=folder / "stick" / "key"))
        soundness.examine(home.store, opened.store_key, home.high_water)
        device, central = station_card.device_of(home.store, opened.store_key), read_config(home.config).central
    except CounterError as error:
        return [f"a station that does not open: {error.code}"]
    return [] if (device, central) == ("device-1", "https://centre") else [f"not whole: {device!r} {central!r}"]


def _choices(folder: Path, said: list[dict[str, Any]]) -> list[str]:
    if not said:
        return []
    told = said[-1]["choice"]
    try:
        found = read_config(folder / "config.toml")
    except CounterError as error:
        return [f"the configuration cannot be read: {error.code}"]
    kept = found.language in {LANGUAGES[number % 3] for number in (told, told + 1)}
    return [] if kept and found.central else [f"said done and lost: choice {told}"]


def _passphrase(folder: Path, said: list[dict[str, Any]]) -> list[str]:
    path = folder / "keys.json"
    told = [note["tries"] for note in said]
    if not told:
        return []
    try:
        tries = json.loads(path.read_bytes())["tries"]
    except (OSError, ValueError) as error:
        return [f"keys.json was said to be there: {error}"]
    # A try is on the disk before it is told; the right passphrase after the third counts as one, then sets back to 0.
    allowed = {0: {0, 1}, 1: {1, 2}, 2: {2, 3}, 3: {3, 4, 0}}[told[-1]]
    return [] if tries in allowed else [f"{told[-1]} tries were told and {tries} are known"]
