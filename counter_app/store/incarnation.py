"""A new life of the same station: what a restored, rebuilt or copied store does before its first new act.

`n` and `prev` count within one incarnation. A store that was set back does not know how far the centre has heard the
old one, so that its next act would claim a number that is taken (`sync.device_forked`). Under a new incarnation it
counts from 1 again, beside the old chain. What waits keeps its bytes, its op_id and its place: the centre answers an
operation that it has with its first answer, so that nothing arrives twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from counter_app.domain import evidence
from counter_app.errors import StoreError
from counter_app.store import superseded
from counter_app.store.db import note_end
from counter_app.store.journal import Identity, end, mark_anew

_UNSENT = "status IN ('waiting', 'deferred')"
"""What was set aside keeps its number: in a new chain it would be a hole that holds up everything behind it."""


def new_incarnation(connection: Connection, identity: Identity, entropy: Callable[[int], bytes]) -> Identity:
    """Go on under a new incarnation, in the caller's transaction; the identity to write with from now on.

    Nothing of the journal is touched. The centre needs no notice: it begins a chain where it sees a new name.
    """
    fresh = entropy(8).hex()
    known = connection.exec_driver_sql("SELECT 1 FROM journal WHERE incarnation = ? LIMIT 1", (fresh,)).first()
    if known is not None or fresh == identity.incarnation:
        raise StoreError("store.incarnation_used")  # a source of randomness that repeats itself
    connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'incarnation'", (fresh,))
    return replace(identity, incarnation=fresh)


def go_on_beside(
    connection: Connection, identity: Identity, entropy: Callable[[int], bytes], from_n: int
) -> tuple[Identity, int]:
    """What to do when the centre says `sync.device_forked` at `from_n`: that number went another way already.

    The operations of that incarnation from `from_n` on that still wait can never arrive as they are. Each keeps its
    op_id, its time, its body and its disclosures, and gets its number, link and signature in the new incarnation; the
    superseded bytes stay beside it, for a paper that names their hash.
    Returns the new identity and how many operations were numbered anew.
    """
    # The centre names the number only. The oldest that waits under it was the first of its batch to be refused, and
    # may be of an incarnation before this one: a copy that was restored from its own backup.
    forked = connection.exec_driver_sql(
        f"SELECT incarnation FROM journal WHERE n = ? AND {_UNSENT} ORDER BY position LIMIT 1",  # noqa: S608
        (from_n,),
    ).scalar()
    return _anew(connection, identity, entropy, str(forked or ""), from_n)


def go_on_past(
    connection: Connection, identity: Identity, entropy: Callable[[int], bytes], op_id: str
) -> tuple[Identity, int]:
    """What to do when an operation is set aside: nothing of its chain could arrive before it, and nothing may wait.

    What waits behind it in its incarnation is numbered anew, as in `go_on_beside`, and so is every later act. The one
    that was set aside keeps its place, which stays free for the day on which it is tried again.
    """
    place = connection.exec_driver_sql("SELECT incarnation, n FROM journal WHERE op_id = ?", (op_id,)).one()
    return _anew(connection, identity, entropy, place[0], place[1] + 1)


def _anew(
    connection: Connection, identity: Identity, entropy: Callable[[int], bytes], name: str, from_n: int
) -> tuple[Identity, int]:
    rows = connection.exec_driver_sql(
        f"SELECT op_id, core, sig, incarnation FROM journal WHERE incarnation = ? AND n >= ? AND {_UNSENT} "  # noqa: S608
        "ORDER BY n",
        (name, from_n),
    ).all()
    new = new_incarnation(connection, identity, entropy)
    prev = evidence.genesis(new.org, new.store, new.device, new.incarnation, new.public_key)
    for n, (op_id, core, sig, old) in enumerate(rows, 1):
        said = evidence.parse(core) | {"n": n, "prev": prev.hex(), "incarnation": new.incarnation}
        again = evidence.canonical(said)
        prev = evidence.op_hash(again)
        superseded.keep(connection, op_id, old, core, sig)
        connection.exec_driver_sql(
            "UPDATE journal SET incarnation = ?, n = ?, core = ?, op_hash = ?, sig = ? WHERE op_id = ?",
            (new.incarnation, n, again, prev, new.sign(evidence.signing_bytes(prev)), op_id),
        )
    mark_anew(connection, [row[0] for row in rows])
    last = end(connection)
    if last is not None:
        note_end(connection, last)  # its hash is another one now
    return new, len(rows)
