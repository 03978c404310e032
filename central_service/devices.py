"""Stations: enrolment by a code, proof of the key by a signed challenge, short tokens."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from central_service.arrival import Signer
from central_service.centre import Centre
from central_service.database import EVERY_STORE
from central_service.keys import signed_by, token_hash
from central_service.messages import AskToken, Challenge, RegisterDevice, Registered, Token
from central_service.platform_messages import EnrolmentCode
from central_service.proof_tables import tree
from central_service.refusal import Refusal
from central_service.tables import device, enrolment, incarnation, store, stream_head, stream_mark, token
from counter_app.domain import merkle
from counter_app.domain.values import new_id

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, 1, I, L, O, U: the code is read off one screen and typed into another."""
CODE_LIFE_MS = 600_000
CODE_TRIES = 5
CHALLENGE_LIFE_MS = 120_000
TOKEN_LIFE_S = 900
_NONCE = 16


def make_enrolment(centre: Centre, store_id: str) -> EnrolmentCode:
    """A code for one station of `store_id`; Refusal 404 when there is no such store."""
    letters = "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in centre.entropy(8))
    label, secret = letters[:4], letters[4:]

    def work(connection: Connection) -> EnrolmentCode:
        if connection.execute(select(store.c.store_id).where(store.c.store_id == store_id)).first() is None:
            raise Refusal(404, "store.unknown")
        # The label must find one code: an older one with the same four letters ends here.
        connection.execute(delete(enrolment).where(enrolment.c.label == label))
        connection.execute(
            insert(enrolment).values(
                store_id=store_id,
                label=label,
                secret=centre.keys.seal("enrolment", letters.encode()),
                expires_ms=centre.clock() + CODE_LIFE_MS,
            )
        )
        return EnrolmentCode(label + secret)

    return centre.db.transact(work, EVERY_STORE)


def register(centre: Centre, asked: RegisterDevice) -> Registered:
    """A new station of the store that the code is bound to. Refusal 403 `device.code_wrong` says nothing more.

    The first four letters find the code, the try is counted and committed, and only then the rest is compared. One
    code makes one station: asked again with the same key while the code lives, as after a power cut or an answer that
    was lost on its way, it names that station again; every other key is refused.
    """
    code = "".join(ch for ch in asked.code.upper() if ch not in " -")
    now_ms = centre.clock()
    # The code names the store: until it is found there is none to be bound to.
    found = centre.db.transact(lambda connection: _count_try(connection, code[:4], now_ms), EVERY_STORE)
    sealed = _seal_of_spent(centre, code, asked) if found.used else centre.keys.seal("enrolment", code.encode())
    if not hmac.compare_digest(sealed, found.secret):
        raise Refusal(403, "device.code_wrong")
    if found.used:
        return centre.db.transact(lambda connection: _again(centre, connection, found.store_id, asked), found.store_id)
    return centre.db.transact(
        lambda connection: _enrol(centre, connection, found.store_id, code, asked), found.store_id
    )


def _seal_of_spent(centre: Centre, code: str, asked: RegisterDevice) -> str:
    """What is kept of a spent code: it opens only together with the key that spent it."""
    return centre.keys.seal("enrolled", f"{code}\n{asked.public_key}".encode())


def _count_try(connection: Connection, label: str, now_ms: int) -> Any:
    found = connection.execute(
        update(enrolment)
        .where(
            enrolment.c.label == label,
            enrolment.c.tries < CODE_TRIES,
            enrolment.c.expires_ms > now_ms,
        )
        .values(tries=enrolment.c.tries + 1)
        .returning(enrolment.c.store_id, enrolment.c.secret, enrolment.c.used)
    ).first()
    if found is None:
        raise Refusal(403, "device.code_wrong")
    return found


def _enrol(centre: Centre, connection: Connection, store_id: str, code: str, asked: RegisterDevice) -> Registered:
    spent = connection.execute(
        update(enrolment)
        .where(enrolment.c.store_id == store_id, enrolment.c.label == code[:4], enrolment.c.used == 0)
        .values(used=1, secret=_seal_of_spent(centre, code, asked))
        .returning(enrolment.c.label)
    ).first()
    if spent is None:
        raise Refusal(403, "device.code_wrong")
    device_id = new_id(centre.clock(), centre.entropy(10))
    connection.execute(
        insert(device).values(store_id=store_id, id=device_id, name=asked.name, public_key=asked.public_key)
    )
    return _registered(centre, connection, store_id, device_id)


def _again(centre: Centre, connection: Connection, store_id: str, asked: RegisterDevice) -> Registered:
    mine = (device.c.store_id == store_id, device.c.public_key == asked.public_key, device.c.revoked == 0)
    # The newest: the same key may have spent a code before this one.
    known = connection.execute(select(device.c.id).where(*mine).order_by(device.c.id.desc()).limit(1)).first()
    if known is None:
        raise Refusal(403, "device.code_wrong")
    return _registered(centre, connection, store_id, known.id)


def _registered(centre: Centre, connection: Connection, store_id: str, device_id: str) -> Registered:
    home = connection.execute(select(store).where(store.c.store_id == store_id)).one()
    return Registered(
        device_id=device_id,
        incarnation=centre.entropy(8).hex(),
        org=home.org,
        store=store_id,
        store_name=home.name,
        centre_key=centre.keys.public_hex,
        epoch=centre.epoch,
        settings=json.loads(home.settings),
    )


def challenge(centre: Centre, device_id: str) -> Challenge:
    """Bytes to sign. They carry their own time and seal, so that nothing is kept and nobody learns which ids exist."""
    head = centre.entropy(_NONCE) + centre.clock().to_bytes(8, "big")
    return Challenge((head + _seal(centre, device_id, head)).hex())


def _seal(centre: Centre, device_id: str, head: bytes) -> bytes:
    return bytes.fromhex(centre.keys.seal("challenge", device_id.encode() + b"\n" + head))


def issue_token(centre: Centre, asked: AskToken) -> Token:
    """A token for 15 minutes; one challenge gives one token. Refusal 401 `device.not_proven`, whatever is wrong."""
    given = bytes.fromhex(asked.challenge)
    head, seal = given[: _NONCE + 8], given[_NONCE + 8 :]
    now_ms = centre.clock()
    fresh = abs(now_ms - int.from_bytes(head[_NONCE:], "big")) <= CHALLENGE_LIFE_MS
    with centre.db.read(EVERY_STORE) as connection:
        known = connection.execute(select(device).where(device.c.id == asked.device_id, device.c.revoked == 0)).first()
    if known is None or not fresh or not hmac.compare_digest(_seal(centre, asked.device_id, head), seal):
        raise Refusal(401, "device.not_proven")
    if not signed_by(known.public_key, bytes.fromhex(asked.signature), b"counter-token-1\n" + given):
        raise Refusal(401, "device.not_proven")
    text = centre.entropy(32).hex()
    nonce = head[:_NONCE].hex()

    def work(connection: Connection) -> Token:
        mine = (token.c.store_id == known.store_id, token.c.device == known.id)
        connection.execute(delete(token).where(*mine, token.c.expires_ms <= now_ms))
        if connection.execute(select(token.c.hash).where(*mine, token.c.challenge == nonce)).first():
            raise Refusal(401, "device.not_proven")
        connection.execute(
            insert(token).values(
                store_id=known.store_id,
                hash=token_hash(text),
                device=known.id,
                challenge=nonce,
                expires_ms=now_ms + TOKEN_LIFE_S * 1_000,
            )
        )
        mine_too = (incarnation.c.store_id == known.store_id, incarnation.c.device == known.id)
        heads = {
            row.id: row.n for row in connection.execute(select(incarnation.c.id, incarnation.c.n).where(*mine_too))
        }
        return Token(text, TOKEN_LIFE_S, heads)

    return centre.db.transact(work, known.store_id)


@dataclass(frozen=True, slots=True)
class Standing:
    """A station whose token is good, and where the stream of its store stands: its head, the lowest cursor that is
    still taken, how far a backup has it in this epoch, and the tree over its journal."""

    signer: Signer
    head: int
    floor: int
    durable: int
    tree: merkle.Peaks

    @property
    def durable_streams(self) -> dict[str, int]:
        """As the station hears it; empty while there is no backup."""
        return {f"store:{self.signer.store}": self.durable} if self.durable else {}


_STANDINGS = (
    select(
        token.c.hash,
        store.c.org,
        device.c.store_id,
        device.c.id,
        device.c.public_key,
        stream_head.c.seq,
        stream_mark.c.floor,
        stream_mark.c.epoch,
        stream_mark.c.durable,
        tree.c.size,
        tree.c.peaks,
    )
    .join_from(token, device, (token.c.store_id == device.c.store_id) & (token.c.device == device.c.id))
    .join(store, store.c.store_id == device.c.store_id)
    .join(stream_head, stream_head.c.store_id == device.c.store_id)
    .outerjoin(stream_mark, stream_mark.c.store_id == device.c.store_id)
    .outerjoin(tree, tree.c.store_id == device.c.store_id)
    .where(
        token.c.hash.in_(bindparam("hashes", expanding=True)),
        token.c.expires_ms > bindparam("now_ms"),
        device.c.revoked == 0,
    )
)


def standings(centre: Centre, hashes: Sequence[str]) -> dict[str, Standing]:
    """hash of a token -> whose it is. A token that is unknown or expired, or of a revoked station, is left out."""
    with centre.db.read(EVERY_STORE) as connection:
        found = connection.execute(_STANDINGS, {"hashes": list(hashes), "now_ms": centre.clock()}).all()
    return {
        row.hash: Standing(
            Signer(row.org, row.store_id, row.id, row.public_key),
            row.seq,
            row.floor or 0,
            row.durable if row.epoch == centre.epoch else 0,
            merkle.Peaks.read(row.size, row.peaks) if row.size else merkle.Peaks(0, []),
        )
        for row in found
    }
