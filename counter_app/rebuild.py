"""A damaged store is never repaired in place: it is set aside whole, and the counter goes on in a fresh one (7.3).

`begin` takes a second or two: the files go to `HOME/damaged-<time>/`, an empty store of the same station takes their
place under a new incarnation, and the sign-in can be shown. `rescue` then runs beside the clerks: what proves itself
of the damaged store and of the newest backup is written into the fresh one. Acts that the centre has not answered wait
again with their own op_id, so that each arrives once; everything else comes by the next pull. It may be stopped at any
time, also by a power cut: the next start goes on with it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from counter_app.domain.employee import Actor
from counter_app.domain.rows import ENTITIES
from counter_app.errors import StoreError
from counter_app.events import ActsLost, RebuildMoved
from counter_app.on_disk import flush_folder
from counter_app.paths import Home
from counter_app.store import high_water, journal, put_back, room, schema, station_card
from counter_app.store.db import Database
from counter_app.store.journal import Identity, Moment
from counter_app.store.keys import Keys
from counter_app.store.salvage import Salvage, salvage

LINES_PER_COMMIT = 25
ROWS_PER_COMMIT = 100
"""So few that a clerk waits some 15 ms at most behind one of these commits."""
BYTES_PER_MINUTE = 120_000_000
"""24 MB with 4,000 acts and 20,000 pieces took 6 s of one core; a desk computer at work gives about half of one."""
SET_ASIDE = ("store.db", "store.db-wal", "high-water", "keys.json", "station.card")
RESULT = "result.json"
Stopping = Callable[[], bool]


def station_actor(device: str) -> Actor:
    """Who writes what the station itself found out: no clerk, and nobody was present."""
    return Actor(device, 0, "none", "")


def minutes(home: Home) -> int:
    """About how long a rebuild takes, at least 1."""
    sizes = [path.stat().st_size for path in (home.store, _log(home.store)) if path.exists()]
    return max(1, round(sum(sizes) / BYTES_PER_MINUTE))


def unfinished(home: Home) -> list[Path]:
    """Folders of damaged stores of which not everything was taken yet, the newest first."""
    found = [one for one in home.root.glob("damaged-*") if one.is_dir() and not (one / RESULT).exists()]
    return sorted(found, reverse=True)


def begin(home: Home, keys: Keys, now_ms: int, entropy: Callable[[int], bytes]) -> Path:
    """Set the damaged store aside and put an empty one of the same station in its place; the folder it went to.

    StoreError: store.identity_lost (nobody knows which station this was: nothing was changed), store.full,
    store.folder_not_writable. A crash between any two steps leaves the damaged store where it was, or set aside.
    """
    meta = station_card.read(home.card, keys.subkey("card"))
    if not set(station_card.NEEDED) <= set(meta):
        meta = {**salvage([home.store, *_backup(home)], keys.store_key, keys.public_key).meta, **meta}
    if not set(station_card.NEEDED) <= set(meta):
        raise StoreError("store.identity_lost")
    fresh = home.scratch / "fresh.db"
    try:
        for suffix in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
        _make(fresh, keys, {**meta, "incarnation": entropy(8).hex()})
        aside = _set_aside(home, now_ms)
        # The log goes first: beside another store it would be read as that one's.
        for path in (_log(home.store), home.store.with_name("store.db-shm"), home.high_water):
            path.unlink(missing_ok=True)
        fresh.replace(home.store)
        flush_folder(home.root)
    except OSError as error:
        raise room.refused(error, home.root) from error
    return aside


def _make(path: Path, keys: Keys, meta: dict[str, str]) -> None:
    db = Database(path, keys.store_key)
    try:
        schema.upgrade(db)
        with db.write() as connection:
            connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?)", list(meta.items()))
    finally:
        db.close()  # takes the log into the file


def _set_aside(home: Home, now_ms: int) -> Path:
    """Every file of the store under a second name: a link where the disk has them, else a copy. Read back by size."""
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    folder, more = home.root / f"damaged-{stamp}", 1
    while folder.exists():
        folder, more = home.root / f"damaged-{stamp}-{more}", more + 1
    folder.mkdir(mode=0o700)
    for name in SET_ASIDE:
        if (home.root / name).exists():
            keep_aside(home.root / name, folder / name, linked=name.startswith("store.db"))
    flush_folder(folder)
    flush_folder(home.root)
    return folder


def keep_aside(source: Path, target: Path, *, linked: bool) -> None:
    """A second name for a file that is about to be replaced, or a copy of one that will be written on."""
    if linked:
        try:
            os.link(source, target)
            return
        except OSError:
            pass  # a disk without links
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _log(store: Path) -> Path:
    return store.with_name(store.name + "-wal")


def _backup(home: Home) -> list[Path]:
    """The newest backup's store; the name of its folder says when it was taken."""
    return sorted(home.backups.glob("counter-*/store.db"))[-1:]


@dataclass(frozen=True, slots=True)
class Result:
    """What a rescue came to. `missing`: incarnation -> "first-last" of the numbers that no source had."""

    rescued: int
    total: int
    missing: dict[str, list[str]]
    since_ms: int
    until_ms: int
    people: int
    damaged_pages: int

    @property
    def lost(self) -> int:
        return self.total - self.rescued


class _Stopped(Exception):
    """The program closes; the next start goes on."""


def rescue(
    home: Home,
    keys: Keys,
    db: Database,
    identity: Callable[[], Identity],
    moment: Callable[[], Moment],
    entropy: Callable[[int], bytes],
    stopping: Stopping = lambda: False,
    local: Callable[[int], datetime] = lambda at_ms: datetime.fromtimestamp(at_ms / 1000, UTC),
) -> Iterator[RebuildMoved | ActsLost]:
    """Take over what can be had of every damaged store that was set aside; says how far it is, and at last the result.

    In this order: who can sign in, the register, the acts, the rows of pieces and pickups. Ends early, without a
    result, when `stopping` says so. OSError and StoreError as they come; what was written stays.
    """
    folders = unfinished(home)
    if not folders:
        return

    def step(done: int, total: int) -> None:
        if stopping():
            raise _Stopped

    try:
        yield RebuildMoved("reading", 0, 0)
        sources = [folder / "store.db" for folder in folders]
        found = salvage([*sources, *_backup(home)], keys.store_key, keys.public_key, step)
        with db.write(background=True) as connection:
            put_back.put_people(connection, found)
            put_back.put_paper(connection, found)
            put_back.put_superseded(connection, found)
        yield RebuildMoved("people", len(found.verifiers), len(found.verifiers))
        yield from _rows(db, found, ("employee", "account"), step)
        yield from _acts(db, found, step)
        yield from _rows(db, found, tuple(one for one in ENTITIES if one not in ("employee", "account")), step)
    except _Stopped:
        return
    result = _result(found, [high_water.look(folder / "high-water").mark for folder in folders])
    told = _note(db, identity(), moment(), entropy, result, local)
    for folder in folders:
        (folder / RESULT).write_text(json.dumps(asdict(result), indent=1), encoding="utf-8")
    yield told


def _rows(
    db: Database, found: Salvage, entities: tuple[str, ...], step: Callable[[int, int], None]
) -> Iterator[RebuildMoved]:
    for entity in entities:
        ids = sorted({row_id for kind, row_id in (*found.rows, *found.bases) if kind == entity})
        for start in range(0, len(ids), ROWS_PER_COMMIT):
            step(start, len(ids))
            with db.write(background=True) as connection:
                put_back.put_rows(connection, found, entity, ids[start : start + ROWS_PER_COMMIT])
            yield RebuildMoved("rows", min(start + ROWS_PER_COMMIT, len(ids)), len(ids))


def _acts(db: Database, found: Salvage, step: Callable[[int, int], None]) -> Iterator[RebuildMoved]:
    lines = found.in_order()
    for start in range(0, len(lines), LINES_PER_COMMIT):
        step(start, len(lines))
        with db.write(background=True) as connection:
            for line in lines[start : start + LINES_PER_COMMIT]:
                if put_back.put_back(connection, line) and line.unsent and line.undisclosed:
                    # It is sent as it is: the piece is real, and somebody must look what stands on it.
                    journal.put_in_inbox(connection, line.op_id, "store.act_incomplete", "", line.at_ms)
        yield RebuildMoved("acts", min(start + LINES_PER_COMMIT, len(lines)), len(lines))


def _result(found: Salvage, marks: list[high_water.Mark | None]) -> Result:
    missing = {name: list(holes) for name, holes in found.missing().items()}
    reached = max((mark for mark in marks if mark is not None), key=lambda mark: mark.position, default=None)
    last = max(found.lines.values(), key=lambda line: line.position, default=None)
    if reached is not None and (last is None or reached.position > last.position):
        # The end is gone; which chain it was of can only be told when the numbers go on.
        name = last.incarnation if last is not None and reached.n > last.n else ""
        first = last.n + 1 if last is not None and name else 1
        missing.setdefault(name, []).append((first, reached.n))
    # What was noted as lost before is not lost again.
    told = journal.told_missing(line.core for line in found.lines.values())
    missing = {
        name: left
        for name, holes in missing.items()
        if (left := [one for one in holes if not any(a <= one[0] and one[1] <= b for a, b in told.get(name, ()))])
    }
    since, until = _between(found, missing, reached)
    lost = sum(last_n - first + 1 for holes in missing.values() for first, last_n in holes)
    return Result(
        rescued=len(found.lines),
        total=len(found.lines) + lost,
        missing={name: [f"{first}-{last_n}" for first, last_n in holes] for name, holes in missing.items()},
        since_ms=since,
        until_ms=until,
        people=len(found.verifiers),
        damaged_pages=found.damaged,
    )


def _between(
    found: Salvage, missing: dict[str, list[tuple[int, int]]], reached: high_water.Mark | None
) -> tuple[int, int]:
    """The times (UTC ms) around everything that is missing, as the acts beside the holes tell; 0 for unknown."""
    since: list[int] = []
    until: list[int] = []
    for name, holes in missing.items():
        for first, last in holes:
            before, after = found.lines.get((name, first - 1)), found.lines.get((name, last + 1))
            since.append(before.at_ms if before else 0)
            until.append(after.at_ms if after else reached.at_ms if reached else 0)
    return min(since, default=0), max(until, default=0)


def _note(
    db: Database,
    identity: Identity,
    moment: Moment,
    entropy: Callable[[int], bytes],
    result: Result,
    local: Callable[[int], datetime],
) -> ActsLost:
    """What is missing becomes an act of the journal, one for each chain, and an entry of the Inbox."""
    actor = station_actor(identity.device)
    told = ActsLost(result.lost, result.since_ms, result.until_ms, result.rescued, result.total, rebuilt=True)
    with db.write(background=True) as connection:
        for name, holes in (result.missing or {"": []}).items():
            body = {
                "incarnation": name,
                "missing": holes[:500],
                "since_ms": result.since_ms,
                "until_ms": result.until_ms,
                "rescued": result.rescued,
            }
            done = journal.append(
                connection, identity, entropy, moment, actor, "station.rebuilt", identity.device, body
            )
        if result.lost:
            facts = json.dumps(told.facts(local))
            journal.put_in_inbox(connection, done.op.op_id, "store.acts_lost", facts, moment.wall_ms)
    return told
