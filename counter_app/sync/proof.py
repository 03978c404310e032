"""Holding the centre to what it signed: receipts against the journal, each checkpoint against the one before.

A centre that leaves an operation out, changes it or answers two stations differently cannot sign itself out of it. What
does not fit stops nothing: work goes on, acts are sent, and a person is told (`proof.history_changed`,
`proof.receipt_wrong`). A new epoch is a new history; that one was restored is the centre's own word (3.9).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from counter_app.domain import merkle
from counter_app.domain.receipts import Checkpoint, Receipt
from counter_app.errors import SyncError
from counter_app.limits import INTEGER_MAX
from counter_app.store import receipts, superseded
from counter_app.store.db import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection

COSIGN_EVERY_MS = 600_000
PATH_MAX = 128
ROOT_SHOWN = 16
"""Digits of the root that say which checkpoint is here; the next one must be consistent with all of it."""
log = logging.getLogger(__name__)
_HASH = re.compile("[0-9a-f]{64}")
_SIG = re.compile("[0-9a-f]{128}")


class Cosigner(Protocol):
    """What is asked of the line to the centre."""

    def cosign(self, body: Mapping[str, Any]) -> dict[str, Any]: ...


def keep_receipts(connection: Connection, said: Mapping[str, Any], now_ms: int) -> bool:
    """Keep the receipts of a push answer, in the transaction that records it; True when one does not fit.

    A store that does not know its centre's key keeps none: there is nothing to hold them against.
    """
    store, key, epoch = receipts.known(connection)
    given = said.get("receipts")
    if not key or not isinstance(given, list):
        return False
    wrong = False
    for one in given:
        receipt, sig = _receipt(one, store, epoch)
        if receipt is not None and _fits(connection, receipt) and receipts.by_centre(key, sig, receipt.signed_bytes()):
            receipts.keep(connection, receipt, sig)
        else:
            op_id = receipt.op_id if receipt is not None else ""
            wrong = _alarm(connection, epoch, "proof.receipt_wrong", {"op_id": op_id}, now_ms) or wrong
    return wrong


def _receipt(said: Any, store: str, epoch: str) -> tuple[Receipt | None, bytes]:
    if not isinstance(said, dict):
        return None, b""
    texts = [said.get(name) for name in ("op_id", "hash", "status", "sig")]
    numbers = [said.get(name) for name in ("seq", "position", "received_ms")]
    if not all(isinstance(one, str) for one in texts) or not all(map(_whole, numbers)):
        return None, b""
    op_id, digest, status, sig = (str(one) for one in texts)
    if not (_HASH.fullmatch(digest) and _SIG.fullmatch(sig) and status.isascii()):
        return None, b""
    seq, position, received_ms = (int(one or 0) for one in numbers)
    return Receipt(epoch, store, op_id, digest, seq, position, received_ms, status), bytes.fromhex(sig)


def _fits(connection: Connection, receipt: Receipt) -> bool:
    return receipts.answer_of(connection, receipt.op_id) == (receipt.seq, receipt.status) and superseded.names(
        connection, receipt.op_id, bytes.fromhex(receipt.hash)
    )


# ---------------------------------------------------------------- checkpoints


def asked(connection: Connection) -> list[dict[str, Any]]:
    """What a pull says of the tree: which checkpoint is here, and which leaf is to be shown."""
    store, key, epoch = receipts.known(connection)
    if not key:
        return []
    last = receipts.newest(connection, store, epoch)
    leaf = receipts.to_be_shown(connection, store, epoch)
    # As few bytes as will do: this goes out with every poll.
    question: dict[str, Any] = {}
    if last is not None:
        question = {"size": last.checkpoint.size, "root": last.checkpoint.root[:ROOT_SHOWN]}
    return [question | {"position": leaf.position}] if leaf is not None else [question]


def take_checkpoint(
    connection: Connection, said: Mapping[str, Any], question: list[dict[str, Any]], now_ms: int
) -> bool:
    """Check the checkpoint of a pull answer against the one before, and keep it; True when a person must be told."""
    store, key, epoch = receipts.known(connection)
    given = said.get("checkpoint")
    if not question or not isinstance(given, list) or not given or said.get("epoch") != epoch:
        return False
    read = _checkpoint(given[0], store, epoch)
    if read is None:
        return _alarm(connection, epoch, "proof.history_changed", {"why": "unreadable"}, now_ms)
    one, sig, consistency, inclusion = read
    if not receipts.by_centre(key, sig, one.signed_bytes()):
        return _alarm(connection, epoch, "proof.history_changed", {"why": "signature", "size": one.size}, now_ms)
    last = receipts.newest(connection, store, epoch)
    before = (last.checkpoint.size, bytes.fromhex(last.checkpoint.root)) if last else (0, merkle.EMPTY_ROOT)
    root = bytes.fromhex(one.root)
    why = ""
    if last is not None and before[0] != question[0].get("size", 0):
        return False  # another answer came in between; the next question is about that one
    if not merkle.is_consistent(*before, one.size, root, consistency):
        why = "consistency"
    leaf = receipts.to_be_shown(connection, store, epoch)
    if not why and leaf is not None and leaf.position == question[0].get("position", -1):
        if not merkle.is_included(leaf.leaf(), leaf.position, one.size, inclusion, root):
            why = "leaf"
        else:
            receipts.note_shown(connection, leaf.op_id)
    if why:
        receipts.refuse(connection, one, sig)
        facts = {"why": why, "size": one.size, "known": before[0]}
        return _alarm(connection, epoch, "proof.history_changed", facts, now_ms)
    receipts.move_on(connection, one, sig)
    return False


def _checkpoint(said: Any, store: str, epoch: str) -> tuple[Checkpoint, bytes, list[bytes], list[bytes]] | None:
    if not isinstance(said, dict):
        return None
    size, at_ms, root, sig = (said.get(name) for name in ("size", "at_ms", "root", "sig"))
    if not (_whole(size) and _whole(at_ms) and _matches(_HASH, root) and _matches(_SIG, sig)):
        return None
    paths = []
    for name in ("consistency", "inclusion"):
        path = said.get(name)
        if not isinstance(path, list) or len(path) > PATH_MAX or not all(_matches(_HASH, step) for step in path):
            return None
        paths.append([bytes.fromhex(step) for step in path])
    return Checkpoint(epoch, store, int(size or 0), str(root), int(at_ms or 0)), bytes.fromhex(str(sig)), *paths  # type: ignore[return-value]


def cosign(db: Database, central: Cosigner, sign: Callable[[bytes], bytes], now_ms: int, last_ms: int) -> int:
    """Sign the newest checkpoint too and hand that in, at most every ten minutes; when it was done last (UTC ms)."""
    if now_ms - last_ms < COSIGN_EVERY_MS:
        return last_ms
    with db.read() as connection:
        store, _, epoch = receipts.known(connection)
        last = receipts.newest(connection, store, epoch)
    if last is None or last.state == "cosigned" or not last.checkpoint.size:
        return last_ms
    one = last.checkpoint
    body = {"epoch": one.epoch, "size": one.size, "root": one.root, "at_ms": one.at_ms}
    try:
        central.cosign({**body, "sig": last.sig.hex(), "cosig": sign(one.cosigned_bytes()).hex()})
    except SyncError as error:
        # It is the centre that needs the signature; the next checkpoint is signed instead.
        log.info("cosignature not taken", extra={"code": error.code})
        return now_ms
    with db.write(background=True) as connection:
        receipts.note_cosigned(connection, one)
    return now_ms


def _alarm(connection: Connection, epoch: str, code: str, facts: dict[str, Any], now_ms: int) -> bool:
    first = receipts.tell(connection, epoch, code, facts, now_ms)
    if first:
        log.warning("the centre's proof does not fit", extra={"code": code, **facts})
    return first


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= INTEGER_MAX


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
