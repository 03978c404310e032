"""The book of one store during one transaction: the next seq, the rows, the chains of its devices, what is written.

Opening it takes the store's head row first. That row is held to the commit, so seqs become visible in order, a
poller that reads the head first misses nothing, and two writers of one store never deadlock.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from central_service import proof_tree
from central_service.arrival import Arrival
from central_service.messages import Held, Result
from central_service.refusal import Refusal
from central_service.tables import charge, disclosure, incarnation, journal, quarantine, state_row, stream_head
from counter_app.domain import evidence, payment
from counter_app.domain.employee import Employee
from counter_app.domain.mail_item import MailItem
from counter_app.domain.operations import Operation, kind_of
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import Row, from_plain
from counter_app.domain.task import Task

IN_LIST_MAX = 500


@dataclass(frozen=True)
class Known:
    """An operation that the journal has: its bytes, and what was answered to it first."""

    digest: str
    core: bytes
    sig: str
    result: Result

    def is_act_of(self, arrival: Arrival) -> bool:
        """Whether `arrival` is the same act, although from another place of its station's chain."""
        return evidence.same_act(self.core, arrival.core)

    def told_again(self) -> Result:
        """The first answer, with the bytes that it is about, for a station that does not know them any more."""
        return msgspec.structs.replace(self.result, held=Held(base64.b64encode(self.core).decode(), self.sig))


@dataclass(frozen=True)
class Chain:
    """How far a device's chain has come: running number and hash of its newest operation ("" not readable)."""

    n: int
    hash: str


class Book:
    """One store, one transaction. Nothing is written before `close`; an exception on the way leaves no trace."""

    def __init__(self, connection: Connection, store: str, room: int, now_ms: int) -> None:
        """Take the head row of `store` and `room` numbers of it; Refusal 404 when there is no such store."""
        taken = connection.execute(
            update(stream_head)
            .where(stream_head.c.store_id == store)
            .values(seq=stream_head.c.seq + room)
            .returning(stream_head.c.seq)
        ).scalar_one_or_none()
        if taken is None:
            raise Refusal(404, "store.unknown")
        self.connection = connection
        self.store = store
        self.now_ms = now_ms
        self._room_end = taken
        self._seq: int = taken - room
        self._rows: dict[tuple[str, str], Row | None] = {}
        self._seqs: dict[tuple[str, str], int] = {}
        self._new: set[tuple[str, str]] = set()
        self._chains: dict[tuple[str, str], Chain] = {}
        self._chains_kept: set[tuple[str, str]] = set()
        self._known: dict[str, Known] = {}
        self._put_aside: dict[str, Result] = {}
        self._written: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.charges: list[str] = []
        self.leaves: list[proof_tree.Leaf] = []

    def next_seq(self) -> int:
        self._seq += 1
        return self._seq

    # ------------------------------------------------------------ rows

    def load(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Read the rows (entity, id) in few statements."""
        missing: dict[str, list[str]] = defaultdict(list)
        for key in dict.fromkeys(wanted):
            if key not in self._rows:
                self._rows[key] = None
                self._new.add(key)
                missing[key[0]].append(key[1])
        for entity, ids in missing.items():
            for start in range(0, len(ids), IN_LIST_MAX):
                found = self.connection.execute(
                    select(state_row.c.id, state_row.c.row).where(
                        state_row.c.store_id == self.store,
                        state_row.c.entity == entity,
                        state_row.c.id.in_(ids[start : start + IN_LIST_MAX]),
                    )
                )
                for row_id, text in found:
                    self._rows[entity, row_id] = from_plain(entity, json.loads(text))
                    self._new.discard((entity, row_id))

    def row(self, entity: str, row_id: str) -> Row | None:
        self.load([(entity, row_id)])
        return self._rows[entity, row_id]

    def put(self, entity: str, row_id: str, row: Row, seq: int) -> None:
        # The stub of a piece that was never seen bears the id of the act's own row; a row is named by its key.
        self._rows[entity, row_id] = row if row.id == row_id else replace(row, id=row_id)
        self._seqs[entity, row_id] = seq

    def level_of(self, employee: str) -> int:
        """The level that this centre gives `employee` now; 0 when unknown or not active any more."""
        row = self.row("employee", employee)
        return row.level if isinstance(row, Employee) and row.active else 0

    # ------------------------------------------------------------ chains

    def chain(self, device: str, name: str, genesis: str) -> Chain:
        """Where the chain of an incarnation stands; at `genesis` when nothing has arrived of it."""
        key = (device, name)
        if key not in self._chains:
            found = self.connection.execute(
                select(incarnation.c.n, incarnation.c.hash).where(
                    incarnation.c.store_id == self.store, incarnation.c.device == device, incarnation.c.id == name
                )
            ).one_or_none()
            self._chains[key] = Chain(found.n, found.hash) if found else Chain(0, genesis)
            if found:
                self._chains_kept.add(key)
        return self._chains[key]

    def move_chain(self, device: str, name: str, chain: Chain) -> None:
        self._chains[device, name] = chain

    def holds(self, device: str, name: str, n: int) -> bool:
        """Whether the journal has the operation `n` of an incarnation."""
        if any((one["device"], one["incarnation"], one["n"]) == (device, name, n) for one in self._written["journal"]):
            return True
        found = self.connection.execute(
            select(journal.c.op_id).where(
                journal.c.store_id == self.store,
                journal.c.device == device,
                journal.c.incarnation == name,
                journal.c.n == n,
            )
        )
        return found.first() is not None

    # ------------------------------------------------------------ journal

    def load_answers(self, arrivals: Iterable[Arrival]) -> None:
        """Read what was answered before to these operations, by id and by exact bytes."""
        arrivals = list(arrivals)
        ids = [one.op_id for one in arrivals if one.op_id]
        for row in self.connection.execute(
            select(journal).where(journal.c.store_id == self.store, journal.c.op_id.in_(ids))
        ):
            result = Result(row.op_id, row.status, row.seq, row.code, json.loads(row.args))
            self._known[row.op_id] = Known(row.core_hash, bytes(row.core), row.sig, result)
        marks = [one.mark for one in arrivals]
        for row in self.connection.execute(
            select(quarantine.c.mark, quarantine.c.op_id, quarantine.c.seq, quarantine.c.code).where(
                quarantine.c.store_id == self.store, quarantine.c.mark.in_(marks)
            )
        ):
            self._put_aside[row.mark] = Result(row.op_id, "quarantined", row.seq, row.code)

    def answered(self, arrival: Arrival) -> Result | None:
        """The first answer to exactly these bytes; None when they are new."""
        kept = self._known.get(arrival.op_id)
        if kept and kept.digest == arrival.digest:
            return kept.result
        return self._put_aside.get(arrival.mark)

    def known(self, op_id: str) -> Known | None:
        """What the journal has under this id. After `load_answers`."""
        return self._known.get(op_id)

    def write(self, arrival: Arrival, result: Result) -> None:
        """Put an operation whose sender is proven into the journal, with its disclosures."""
        if arrival.envelope is None:
            raise ValueError("only what can be read goes into the journal")
        said = arrival.envelope
        self._known[said.op_id] = Known(arrival.digest, arrival.core, arrival.sig, result)
        self._written["journal"].append(
            {
                "store_id": self.store,
                "op_id": said.op_id,
                "seq": result.seq,
                "device": said.device,
                "incarnation": said.incarnation,
                "n": said.n,
                "kind": said.kind,
                "core": arrival.core,
                "core_hash": arrival.digest,
                "sig": arrival.sig,
                "status": result.status,
                "code": result.code,
                "args": json.dumps(result.args) if result.args else "{}",
                "received_at_ms": self.now_ms,
            }
        )
        self._written["disclosure"] += [
            {"store_id": self.store, "op_id": said.op_id, "field": key, "salt": salt, "value": text}
            for key, (salt, text) in arrival.opened.items()
        ]

    def disclose(self, arrival: Arrival) -> None:
        """Keep the personal fields of an operation that went into the journal without them."""
        known = set(
            self.connection.execute(
                select(disclosure.c.field).where(
                    disclosure.c.store_id == self.store, disclosure.c.op_id == arrival.op_id
                )
            ).scalars()
        )
        self._written["disclosure"] += [
            {"store_id": self.store, "op_id": arrival.op_id, "field": key, "salt": salt, "value": text}
            for key, (salt, text) in arrival.opened.items()
            if key not in known
        ]

    def put_aside(self, arrival: Arrival, device: str, result: Result) -> None:
        """Keep the raw bytes in quarantine, so that nothing that a station sent is lost."""
        if arrival.mark in self._put_aside:
            return
        self._put_aside[arrival.mark] = result
        self._written["quarantine"].append(
            {
                "store_id": self.store,
                "mark": arrival.mark,
                "op_id": result.op_id,
                "device": device,
                "seq": result.seq,
                "code": result.code,
                "raw": arrival.raw,
                "received_at_ms": self.now_ms,
            }
        )

    # ------------------------------------------------------------ money

    def owe(self, op: Operation) -> None:
        """Note the charge that a folded operation asks for, once for each pickup or task and attempt.

        While another attempt of the same is open or paid, nothing new is owed: nobody pays twice.
        """
        entity = kind_of(op.kind).entity
        row = self.row(entity, op.entity_id)
        if not isinstance(row, (Pickup, Task)):
            return
        earlier = [
            one.result
            for one in self.connection.execute(
                select(charge.c.result).where(charge.c.store_id == self.store, charge.c.pickup == op.entity_id)
            )
        ]
        noted = any(one["pickup"] == op.entity_id for one in self._written["charge"])
        key = payment.charge_key(op.entity_id, op.number("attempt"))
        if noted or any(result != "declined" for result in earlier) or self._charged(key):
            return
        self._written["charge"].append(
            {
                "store_id": self.store,
                "key": key,
                "entity": entity,
                "pickup": op.entity_id,
                "account": row.account_id,
                "attempt": op.number("attempt"),
                "amount_cents": op.number("amount_cents"),
                "next_try_ms": self.now_ms,
            }
        )
        self.charges.append(key)

    def _charged(self, key: str) -> bool:
        found = select(charge.c.key).where(charge.c.store_id == self.store, charge.c.key == key)
        return self.connection.execute(found).first() is not None

    # ------------------------------------------------------------ the end

    def close(self) -> None:
        """Write everything with multi-row statements and give back the numbers that were not used."""
        self.leaves = proof_tree.grow(self.connection, self.store, self._written["journal"])
        for table in (journal, disclosure, quarantine, charge):
            if self._written[table.name]:
                self.connection.execute(insert(table), self._written[table.name])
        self._write_rows()
        for (device, name), chain in self._chains.items():
            self._write_chain(device, name, chain)
        if self._seq != self._room_end:
            self.connection.execute(
                update(stream_head).where(stream_head.c.store_id == self.store).values(seq=self._seq)
            )

    def _write_rows(self) -> None:
        new, changed = [], []
        for (entity, row_id), seq in self._seqs.items():
            row = self._rows[entity, row_id]
            if row is None:
                continue
            text = msgspec.json.encode(row).decode()
            values: Mapping[str, Any] = {"seq": seq, "account": _account_of(row), "row": text}
            if (entity, row_id) in self._new:
                new.append({"store_id": self.store, "entity": entity, "id": row_id, **values})
            else:
                changed.append({"b_entity": entity, "b_id": row_id, **values})
        if new:
            self.connection.execute(insert(state_row), new)
        if changed:
            self.connection.execute(
                update(state_row).where(
                    state_row.c.store_id == self.store,
                    state_row.c.entity == bindparam("b_entity"),
                    state_row.c.id == bindparam("b_id"),
                ),
                changed,
            )

    def _write_chain(self, device: str, name: str, chain: Chain) -> None:
        if (device, name) in self._chains_kept:
            where = (incarnation.c.store_id == self.store, incarnation.c.device == device, incarnation.c.id == name)
            self.connection.execute(update(incarnation).where(*where).values(n=chain.n, hash=chain.hash))
        elif chain.n:
            self.connection.execute(
                insert(incarnation).values(store_id=self.store, device=device, id=name, n=chain.n, hash=chain.hash)
            )


def _account_of(row: Row) -> str:
    return row.account_id if isinstance(row, (MailItem, Pickup, Task)) else ""
