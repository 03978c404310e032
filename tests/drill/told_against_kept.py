"""What each station confirmed against what the centre holds, by plain SQL on the files: no code of the product.

`Centre` reads the tables of the central database (sqlite3, or pg8000 past the wall), `Shelf` those of a station's
store (sqlcipher3 with its key). `compare` gives what is wrong by kind, {} when all is well.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pg8000.dbapi
import sqlcipher3.dbapi2 as sqlcipher

ENTITIES = ("item", "pickup", "account", "employee")
SHOWN = 5


class Centre:
    """The central database at a URL as the service is told it."""

    def __init__(self, url: str) -> None:
        self._url = url

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        parts = urlsplit(self._url)
        if parts.scheme == "sqlite":
            opened: Any = sqlite3.connect(f"file:{parts.path[1:]}?mode=ro", uri=True)
        else:
            opened = pg8000.dbapi.connect(
                "postgres", host=parts.hostname or "", port=parts.port or 5432, database=parts.path[1:], timeout=30
            )
        with closing(opened) as connection:
            cursor = connection.cursor()
            cursor.execute(sql)
            return [tuple(row) for row in cursor.fetchall()]

    def head(self) -> int:
        return int(self.ask("SELECT seq FROM stream_head")[0][0])


class Shelf:
    """A station's store, and the plain file of what was confirmed there."""

    def __init__(self, name: str, store: Path, key: bytes, confirmed: Path) -> None:
        self.name, self._store, self._key, self._confirmed = name, store, key, confirmed

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlcipher.connect(f"file:{self._store}?mode=ro", uri=True, timeout=10)) as connection:
            connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            return [tuple(row) for row in connection.execute(sql).fetchall()]

    def confirmed(self) -> list[dict[str, str]]:
        """Whole lines only: the last one may have been cut by a kill, then it was not confirmed."""
        if not self._confirmed.exists():
            return []
        lines = self._confirmed.read_bytes().split(b"\n")[:-1]
        return [said for said in map(json.loads, lines) if "op_id" in said]

    def ready(self) -> int:
        """How often it was opened for work."""
        return self._confirmed.read_bytes().count(b'{"ready": 1}\n') if self._confirmed.exists() else 0

    def waits(self) -> int:
        """Acts without an answer for good."""
        sql = "SELECT count(*) FROM journal WHERE status NOT IN ('applied', 'contested', 'rejected', 'quarantined')"
        return int(self.ask(sql)[0][0])

    def reached(self) -> int:
        """Up to where the rows of the centre are here: what the cursor says inside, for `high` is how far there are."""
        found = self.ask("SELECT cursor FROM cursor WHERE cursor <> ''")
        return int(json.loads(base64.urlsafe_b64decode(found[0][0].partition(".")[0]))["seq"]) if found else 0


def quiet(centre: Centre, shelves: list[Shelf]) -> bool:
    """Whether nobody has anything to send or to fetch any more."""
    return all(one.waits() == 0 for one in shelves) and {one.reached() for one in shelves} == {centre.head()}


def compare(centre: Centre, shelves: list[Shelf]) -> dict[str, list[Any]]:
    """Exactly once each, nothing else, and one picture on all stations."""
    wrong: dict[str, list[Any]] = {}
    kept = centre.ask("SELECT op_id, kind, device, n, incarnation, status FROM journal WHERE device <> 'centre'")
    times = Counter(row[0] for row in kept)
    kinds = {row[0]: row[1] for row in kept}
    told = {said["op_id"]: said["kind"] for shelf in shelves for said in shelf.confirmed()}
    wrong["confirmed and not at the centre"] = [one for one in told if not times[one]]
    wrong["confirmed and something else at the centre"] = [
        one for one, kind in told.items() if kinds.get(one, kind) != kind
    ]
    wrong["at the centre more than once"] = [one for one, count in times.items() if count > 1]
    done = {row[0] for shelf in shelves for row in shelf.ask("SELECT op_id FROM journal")}
    wrong["on a station's disk and not at the centre"] = [one for one in done if not times[one]]
    wrong["at the centre and done by nobody"] = [one for one in times if one not in done]
    wrong["in quarantine"] = centre.ask("SELECT op_id, code FROM quarantine")
    seqs = Counter(row[0] for row in centre.ask("SELECT seq FROM journal"))
    wrong["numbers given twice"] = [seq for seq, count in seqs.items() if count > 1]
    rows = centre.ask('SELECT entity, id, seq, "row" FROM state_row')
    wrong["acts that a row went through twice"] = [
        (entity, row_id)
        for entity, row_id, _, text in rows
        if (acts := [one[0] for one in json.loads(text).get("history") or []]) and len(acts) != len(set(acts))
    ]
    truth = {(entity, row_id): (seq, json.loads(text)) for entity, row_id, seq, text in rows}
    pictures = [
        {
            (entity, row_id): (seq, data)
            for entity in ENTITIES
            for row_id, seq, data in shelf.ask(f"SELECT id, seq, data FROM {entity}")
        }
        for shelf in shelves
    ]
    for shelf, picture in zip(shelves, pictures, strict=True):
        other = {key for key in picture.keys() | pictures[0].keys() if picture.get(key) != pictures[0].get(key)}
        wrong[f"{shelf.name} shows something else than {shelves[0].name}"] = sorted(other)
        shown = {key: (seq, json.loads(data)) for key, (seq, data) in picture.items()}
        other = {key for key in shown.keys() | truth.keys() if shown.get(key) != truth.get(key)}
        wrong[f"{shelf.name} shows something else than the centre"] = sorted(other)
    return {kind: [len(found), *found[:SHOWN]] for kind, found in wrong.items() if found}
