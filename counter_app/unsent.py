"""What the centre does not have, as a file: for a store that this program must not open, and for acts set aside.

One JSON object a line, in the order in which things happened: the exact bytes and the signature as they are pushed,
what opens their commitments, and the state of the line. Whoever holds the file can hand it to the centre as it is;
it names customers, so it is readable by this user only.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from counter_app.paths import Home
from counter_app.store import journal, keys, room
from counter_app.store.db import Database
from counter_app.store.keys import KeySource
from counter_app.sync import wire


@dataclass(frozen=True, slots=True)
class Saved:
    """The file, and how many acts are in it. With none there is no file."""

    path: Path
    count: int


def export(home: Home, source: KeySource, now_ms: int) -> Saved:
    """Save every act that the centre has not answered, also those set aside, beside the store; the store is only read.

    Works on the store of a newer program too, whose journal has at least the columns of this one. StoreError as from
    opening keys and store; store.full, store.folder_not_writable.
    """
    opened = keys.open_keys(home.keys, source)
    db = Database(home.store, opened.store_key, read_only=True)
    try:
        with db.read() as connection:
            found = journal.unanswered(connection)
    finally:
        db.close()
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    path = home.root / f"unsent-{stamp}.jsonl"
    if not found:
        return Saved(path, 0)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            for op, status in found:
                line = {**wire.pushed(op), "op_id": op.op_id, "kind": op.kind, "status": status}
                file.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise room.refused(error, home.root) from error
    return Saved(path, len(found))
