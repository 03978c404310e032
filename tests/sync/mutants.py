"""The eight ways in which such systems lose or double what a clerk did, each planted in the real code of this one.

A mutant is a patch that lasts as long as its `with`. None of them can be reached from the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from central_service import book as centre_book
from central_service import journal as centre_journal
from central_service import routes as centre_routes
from counter_app.domain import evidence
from counter_app.domain.rows import ENTITIES
from counter_app.errors import Offline
from counter_app.store import incarnation, journal
from counter_app.sync.engine import Engine
from tests.sync.world import World

MUTANTS: dict[str, Callable[[], Any]] = {}


def mutant(work: Callable[[], Iterator[None]]) -> Callable[[], Iterator[None]]:
    MUTANTS[work.__name__] = contextmanager(work)
    return work


@mutant
def op_id_from_a_counter() -> Iterator[None]:
    """op id = device + counter: a disk that is set back gives the same ids to other acts."""
    real = journal.append

    def append(connection: Any, identity: Any, *rest: Any) -> Any:
        count = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar()
        with patch.object(journal, "new_id", lambda *_: f"{identity.device}-{count + 1}"):
            return real(connection, identity, *rest)

    with patch.object(journal, "append", append):
        yield


@mutant
def forgotten_at_the_answer() -> Iterator[None]:
    """What was answered is done with: after a restore of the centre only the rest is sent again."""

    def send_all_again(connection: Any) -> None:
        connection.exec_driver_sql("UPDATE journal SET status = 'waiting' WHERE status = 'deferred'")

    with patch.object(journal, "send_all_again", send_all_again):
        yield


@mutant
def new_op_id_at_each_try() -> Iterator[None]:
    """A push that got no answer is packed anew, with new ids."""
    real = Engine._failed

    def failed(self: Engine, waiting: Any, error: Any) -> None:
        real(self, waiting, error)
        if not isinstance(error, Offline):
            return

        def renew(connection: Any) -> Any:
            new, count = incarnation._anew(
                connection,
                self.identity,
                self.entropy,
                evidence.parse(waiting[0].core)["incarnation"],
                evidence.parse(waiting[0].core)["n"],
            )
            prev = evidence.genesis(new.org, new.store, new.device, new.incarnation, new.public_key)
            sql = "SELECT op_id, core FROM journal WHERE incarnation = ? ORDER BY n"
            for op_id, core in connection.exec_driver_sql(sql, (new.incarnation,)).all():
                fresh = self.entropy(8).hex()
                again = evidence.canonical(evidence.parse(core) | {"op_id": fresh, "prev": prev.hex()})
                prev = evidence.op_hash(again)
                connection.exec_driver_sql(
                    "UPDATE journal SET op_id = ?, core = ?, op_hash = ?, sig = ? WHERE op_id = ?",
                    (fresh, again, prev, new.sign(evidence.signing_bytes(prev)), op_id),
                )
                for table in ("touched", "disclosure"):
                    connection.exec_driver_sql(f"UPDATE {table} SET op_id = ? WHERE op_id = ?", (fresh, op_id))
                for entity in ENTITIES:
                    connection.exec_driver_sql(f"UPDATE {entity} SET data = replace(data, ?, ?)", (op_id, fresh))
            return new, count

        self._renumber(renew, "mutant")

    with patch.object(Engine, "_failed", failed):
        yield


@mutant
def cursor_before_its_rows() -> Iterator[None]:
    """The cursor is saved in a commit of its own, before what it covers."""
    real = Engine._keep

    def keep(self: Engine, page: Any, epoch: str, *, first: bool) -> None:
        with self.db.write(background=True) as connection:
            connection.exec_driver_sql(
                "INSERT INTO cursor (stream, epoch, cursor, high) VALUES (?, ?, ?, ?) ON CONFLICT (stream) "
                "DO UPDATE SET epoch = excluded.epoch, cursor = excluded.cursor, high = excluded.high",
                (page.stream, epoch, page.next, page.high),
            )
        real(self, page, epoch, first=first)

    with patch.object(Engine, "_keep", keep):
        yield


@mutant
def poison_blocks_the_batch() -> Iterator[None]:
    """A batch that raises is answered with 500, each time."""

    def take_in(centre: Any, signer: Any, name: str, pushed: Any) -> Any:
        arrivals = [centre_journal.arrive(one, signer) for one in pushed]
        return centre_journal._take(centre, signer, name, arrivals)

    with patch.object(centre_routes, "take_in", take_in), patch.object(incarnation, "go_on_past", _stay):
        yield


def _stay(_connection: Any, identity: Any, *_: Any) -> Any:
    return identity, 0


@mutant
def last_writer_wins() -> Iterator[None]:
    """The centre keeps the state of rows; what contradicts it is overwritten or dropped, and called done."""
    real = centre_book.Book.write

    def write(self: Any, arrival: Any, result: Any) -> None:
        if result.status == "contested":
            self._known[arrival.op_id] = centre_book.Known(arrival.digest, arrival.core, arrival.sig, result)
        else:
            real(self, arrival, result)

    with patch.object(centre_book.Book, "write", write):
        yield


@mutant
def no_new_epoch_at_a_restore() -> Iterator[None]:
    """The copy is put in place, and the drill is forgotten."""
    with patch.object(World, "fresh_epoch", False):
        yield


@mutant
def answers_forgotten_after_a_while() -> Iterator[None]:
    """The table of known operations is purged: only the newest few are known."""
    real = centre_book.Book.load_answers

    def load_answers(self: Any, arrivals: Any) -> None:
        real(self, arrivals)
        young = self.now_ms - 5
        sql = "SELECT op_id FROM journal WHERE received_at_ms < ?"
        for (op_id,) in self.connection.exec_driver_sql(sql, (young,)).all():
            self._known.pop(op_id, None)

    with patch.object(centre_book.Book, "load_answers", load_answers):
        yield
