"""Taking in what stations push, and the centre's own acts: both go through one fold into one journal.

A FACT is never dropped: it is applied, contested, or kept in quarantine. An operation that cannot be folded in
holds up nothing behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from central_service.arrival import Arrival, Envelope, Signer, arrive
from central_service.book import Book, Chain
from central_service.centre import Centre
from central_service.messages import Result, Status
from central_service.proof_tree import Leaf
from central_service.refusal import Refusal
from central_service.shapes import Json, read
from counter_app.domain import evidence, fold, permissions
from counter_app.domain.employee import Actor
from counter_app.domain.operations import MalformedOperationError, Operation, checked_body, kind_of, touches
from counter_app.domain.rows import Row
from counter_app.domain.values import new_id

CHARGING = ("pickup.charge_asked", "pickup.charge_put_off", "pickup.owed_retried", "task.charge_asked")
CENTRE_DEVICE = "centre"

Taken = tuple[tuple[Result, ...], tuple[str, ...], tuple[Leaf, ...]]
"""What became of a batch: its answers, the charges it asks for, the leaves it added to the tree."""


def take_in(centre: Centre, signer: Signer, incarnation: str, pushed: Sequence[Json]) -> Taken:
    """The result of each operation in the order given, the keys of the charges that they ask for, and the leaves of
    what is new. Committed.

    One transaction for the batch. When it raises, it is rolled back and taken op by op; the one that raises goes to
    quarantine in a transaction of its own. Refusal 409 `sync.device_forked` when the device's chain has two ends.
    """
    arrivals = [arrive(one, signer) for one in pushed]
    try:
        return _take(centre, signer, incarnation, arrivals)
    except (Refusal, OperationalError):
        raise
    except Exception as error:
        centre.log("batch_raised", error=type(error).__name__, ops=len(arrivals))
    results: list[Result] = []
    charges: list[str] = []
    leaves: list[Leaf] = []
    for arrival in arrivals:
        try:
            found, keys, new = _take(centre, signer, incarnation, [arrival])
        except (Refusal, OperationalError):
            raise
        except Exception as error:
            centre.log("op_raised", error=type(error).__name__, op_id=arrival.op_id)
            found, keys, new = _take(centre, signer, incarnation, [arrival], poison=True)
        results += found
        charges += keys
        leaves += new
    return tuple(results), tuple(charges), tuple(leaves)


def _take(
    centre: Centre, signer: Signer, incarnation: str, arrivals: Sequence[Arrival], *, poison: bool = False
) -> Taken:
    def work(connection: Connection) -> Taken:
        book = Book(connection, signer.store, len(arrivals), centre.clock())
        book.load_answers(arrivals)
        if not poison:
            book.load(_rows_of(arrivals))
        results = tuple(_one(book, signer, incarnation, arrival, poison) for arrival in arrivals)
        book.close()
        return results, tuple(book.charges), tuple(book.leaves)

    return centre.db.transact(work, signer.store)


def _rows_of(arrivals: Sequence[Arrival]) -> list[tuple[str, str]]:
    wanted: list[tuple[str, str]] = []
    for arrival in arrivals:
        if arrival.envelope and arrival.proven and not arrival.fault:
            wanted.append(("employee", arrival.envelope.actor))
            wanted += touches(_operation(arrival, level=0))
    return wanted


def _operation(arrival: Arrival, level: int) -> Operation:
    said = arrival.envelope
    if said is None:
        raise ValueError("an operation that cannot be read is not folded in")
    actor = Actor(said.actor, level, said.present, said.grant)
    return Operation(said.op_id, arrival.kind, said.entity, actor, said.at_ms, arrival.body)


def _one(book: Book, signer: Signer, incarnation: str, arrival: Arrival, poison: bool) -> Result:
    answered = book.answered(arrival)
    if answered:
        return answered
    if not arrival.proven or arrival.envelope is None:
        _step_over(book, signer, incarnation, arrival)
        return _put_aside(book, signer, arrival, arrival.fault)
    said = arrival.envelope
    chain = book.chain(said.device, said.incarnation, genesis_of(signer, said.incarnation))
    known = book.known(said.op_id)
    if known:
        _step_over(book, signer, incarnation, arrival)
        if known.is_act_of(arrival):
            return known.told_again()
        return _put_aside(book, signer, arrival, "op.id_reused")
    if said.n > chain.n + 1:
        return Result(said.op_id, "deferred", 0, "op.gap", {"expected": chain.n + 1})
    # A number below the end that the journal does not have was stepped over: its true bytes are welcome now.
    filling = said.n <= chain.n
    if filling and (said.n < 1 or book.holds(said.device, said.incarnation, said.n)):
        raise Refusal(409, "sync.device_forked", n=said.n)
    if not filling and chain.hash and said.prev != chain.hash:
        raise Refusal(409, "sync.device_forked", n=said.n)
    if not filling or said.n == chain.n:
        book.move_chain(said.device, said.incarnation, Chain(said.n, arrival.digest))
    fault = "op.raised" if poison else arrival.fault
    if fault:
        result = Result(said.op_id, "quarantined", book.next_seq(), fault)
        book.put_aside(arrival, signer.device, result)
    else:
        result = _fold_in(book, _operation(arrival, book.level_of(said.actor)))
    book.write(arrival, result)
    return result


def _put_aside(book: Book, signer: Signer, arrival: Arrival, code: str) -> Result:
    result = Result(arrival.op_id, "quarantined", book.next_seq(), code)
    book.put_aside(arrival, signer.device, result)
    return result


def _step_over(book: Book, signer: Signer, incarnation: str, arrival: Arrival) -> None:
    # What goes to quarantine still takes its place in the chain; else everything behind it would wait for ever.
    said = arrival.envelope
    name = said.incarnation if said else incarnation
    chain = book.chain(signer.device, name, genesis_of(signer, name))
    if said is None:
        book.move_chain(signer.device, name, Chain(chain.n + 1, ""))
    elif said.n == chain.n + 1:
        book.move_chain(signer.device, name, Chain(said.n, arrival.digest))


def _fold_in(book: Book, op: Operation) -> Result:
    seq = book.next_seq()
    after: dict[tuple[str, str], Row] = {}
    try:
        for entity, row_id in touches(op):
            row = fold.apply(entity, book.row(entity, row_id), op, row_id)
            if row is not None:
                after[entity, row_id] = row
    except fold.Rejected as refused:
        return Result(op.op_id, "rejected", seq, refused.code)
    except MalformedOperationError as error:
        return Result(op.op_id, "quarantined", seq, error.code)
    for (entity, row_id), row in after.items():
        if row != book.row(entity, row_id):
            book.put(entity, row_id, row, seq)
    status: Status = "contested" if any(fold.is_contested(row, op) for row in after.values()) else "applied"
    if status == "applied" and op.kind in CHARGING:
        book.owe(op)
    return Result(op.op_id, status, seq, "op.contested" if status == "contested" else "")


def genesis_of(signer: Signer, incarnation: str) -> str:
    """What the first operation of an incarnation has as `prev`."""
    key = bytes.fromhex(signer.public_key)
    return evidence.genesis(signer.org, signer.store, signer.device, incarnation, key).hex()


def act(
    centre: Centre,
    book: Book,
    org: str,
    kind: str,
    entity: str,
    body: Mapping[str, Any],
    *,
    keep_contested: bool = False,
) -> Result:
    """An act of the platform as an operation of the device "centre", chained, signed and folded in like any other.

    `book` must have room for one and is closed by the caller. Refusal 409 when the act contradicts the row, unless
    `keep_contested`: an answer about money is kept whatever the row says.
    """
    signer = Signer(org, book.store, CENTRE_DEVICE, centre.keys.public_hex)
    chain = book.chain(CENTRE_DEVICE, centre.epoch, genesis_of(signer, centre.epoch))
    hidden, opened = evidence.conceal(body, kind_of(kind).personal, centre.entropy)
    core: dict[str, Any] = {
        "v": 1,
        "op_id": new_id(book.now_ms, centre.entropy(10)),
        "n": chain.n + 1,
        "prev": chain.hash,
        "kind": kind,
        "entity": entity,
        "actor": permissions.PLATFORM.id,
        "grant": permissions.PLATFORM.grant,
        "present": permissions.PLATFORM.present,
        "at_ms": book.now_ms,
        "mono_ms": 0,
        "boot": "",
        "offset_ms": 0,
        "offset_age_s": 0,
        "org": org,
        "store": book.store,
        "device": CENTRE_DEVICE,
        "incarnation": centre.epoch,
        "body": hidden,
    }
    core_bytes = evidence.canonical(core)
    digest = evidence.op_hash(core_bytes)
    sig = centre.keys.sign(evidence.signing_bytes(digest)).hex()
    try:
        shown = checked_body(kind, evidence.reveal(hidden, opened))
    except MalformedOperationError as error:
        raise Refusal(400, error.code) from error
    op = Operation(core["op_id"], kind, entity, permissions.PLATFORM, book.now_ms, shown)
    result = _fold_in(book, op)
    if result.status not in ("applied", "contested") or (result.status == "contested" and not keep_contested):
        raise Refusal(409, result.code or "op.contested")
    envelope = read(Envelope, core, "core")
    book.move_chain(CENTRE_DEVICE, centre.epoch, Chain(envelope.n, digest.hex()))
    book.write(Arrival(b"", core_bytes, digest.hex(), sig, op.op_id, envelope, True, "", kind, shown, opened), result)
    return result


def fold_again(book: Book, signer: Signer, arrival: Arrival) -> Result:
    """Fold in what lies in quarantine; `book` is closed by the caller, and has room for one.

    A line that the journal has already stays as it was written: the first answer stands. "quarantined" with the
    reason, and nothing written, when it still cannot be taken in.
    """
    book.load_answers([arrival])
    fault = arrival.fault
    said = arrival.envelope
    if said is None or not arrival.proven or fault:
        return Result(arrival.op_id, "quarantined", 0, fault or "op.shape")
    held = book.known(said.op_id)
    if held and held.digest != arrival.digest:
        return Result(said.op_id, "quarantined", 0, "op.id_reused")
    if not held:
        chain = book.chain(said.device, said.incarnation, genesis_of(signer, said.incarnation))
        if not 1 <= said.n <= chain.n or book.holds(said.device, said.incarnation, said.n):
            return Result(said.op_id, "quarantined", 0, "op.no_place")
    result = _fold_in(book, _operation(arrival, book.level_of(said.actor)))
    if result.status == "quarantined":
        return result
    if held:
        book.disclose(arrival)
    else:
        book.write(arrival, result)
    return result
