"""The journal ends earlier than it had: what to do when the disk has silently lost the newest commits (7.2).

First everything is looked for in what is left of the write-ahead log, whose later pages are good behind a flipped bit.
When all of it comes back, nothing was lost. Otherwise the loss is an act of the journal and an entry of the Inbox, the
station goes on under a new incarnation (the centre may have the lost numbers already), and everything is pulled again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from counter_app.events import ActsLost
from counter_app.paths import Home
from counter_app.rebuild import keep_aside, station_actor
from counter_app.store import journal, put_back
from counter_app.store.db import Database
from counter_app.store.incarnation import new_incarnation
from counter_app.store.journal import Identity, Moment
from counter_app.store.keys import Keys
from counter_app.store.salvage import Line, behind, salvage
from counter_app.store.soundness import Tail


def gather(home: Home, keys: Keys, tail: Tail, now_ms: int) -> list[Line]:
    """The lost acts that are still in the log, as far as they follow without a hole.

    To be called before the store is opened for writing, which ends the log's life; a copy of the log is kept aside.
    """
    log = home.store.with_name(home.store.name + "-wal")
    if not log.exists() or not log.stat().st_size:
        return []
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    folder = home.root / f"lost-{stamp}"
    folder.mkdir(mode=0o700, exist_ok=True)
    for path in (log, home.high_water):
        if path.exists():
            keep_aside(path, folder / path.name, linked=False)
    found = salvage([home.store], keys.store_key, keys.public_key, log_only=True)
    return list(behind(found, tail.kept.position if tail.kept else 0))


def settle(
    db: Database,
    identity: Identity,
    tail: Tail,
    lines: list[Line],
    moment: Moment,
    entropy: Callable[[int], bytes],
    local: Callable[[int], datetime],
) -> tuple[Identity, ActsLost]:
    """Write back what was gathered and note what was not; the identity to go on with, and what to tell."""
    with db.write() as connection:
        for line in lines:
            put_back.put_back(connection, line)
        if lines and lines[-1].op_hash == tail.reached.op_hash:
            return identity, ActsLost(0, 0, 0, len(lines), len(lines))
        kept = journal.end(connection)
        count = max(1, tail.reached.position - (kept.position if kept else 0))
        n, _ = journal.head(connection, identity)
        new = new_incarnation(connection, identity, entropy)
        told = ActsLost(count, kept.at_ms if kept else 0, tail.reached.at_ms, len(lines), count + len(lines))
        # The numbers of another chain than the present one are not known.
        same = tail.reached.n > n
        of = identity if same else replace(identity, incarnation="")
        _note(connection, of, new, f"{n + 1 if same else 1}-{tail.reached.n}", told, moment, entropy, local)
    return new, told


def behind_the_centre(
    db: Database,
    identity: Identity,
    known: int,
    moment: Moment,
    entropy: Callable[[int], bytes],
    local: Callable[[int], datetime],
) -> ActsLost | None:
    """What to note when the centre has heard the number `known` of this chain and the journal ends before it.

    No new incarnation is taken here: the next act claims a number that is taken, and the exchange goes on beside.
    """
    with db.read() as connection:
        if known <= journal.head(connection, identity)[0]:
            return None
    with db.write(background=True) as connection:
        n, _ = journal.head(connection, identity)
        cores = connection.exec_driver_sql("SELECT core FROM journal WHERE kind = 'station.tail_lost'").all()
        told = journal.told_missing(row[0] for row in cores).get(identity.incarnation, [])
        if known <= n or any(last >= known for _, last in told):
            return None
        kept = journal.end(connection)
        lost = ActsLost(known - n, kept.at_ms if kept else 0, 0, 0, known - n)
        _note(connection, identity, identity, f"{n + 1}-{known}", lost, moment, entropy, local)
    return lost


def _note(
    connection: Connection,
    of: Identity,
    by: Identity,
    missing: str,
    lost: ActsLost,
    moment: Moment,
    entropy: Callable[[int], bytes],
    local: Callable[[int], datetime],
) -> None:
    body = {
        "incarnation": of.incarnation,
        "missing": [missing],
        "since_ms": lost.since_ms,
        "until_ms": lost.until_ms,
    }
    actor = station_actor(by.device)
    done = journal.append(connection, by, entropy, moment, actor, "station.tail_lost", by.device, body)
    code = "store.tail_lost" if lost.until_ms else "store.behind_the_centre"
    journal.put_in_inbox(connection, done.op.op_id, code, json.dumps(lost.facts(local)), moment.wall_ms)
    # Everything is pulled again: acts that the centre has come back as rows.
    connection.exec_driver_sql("DELETE FROM cursor")
