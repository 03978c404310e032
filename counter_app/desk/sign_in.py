"""Signing in at the counter: online once, offline from a verifier, quickly by PIN between clerks of the day.

Lock-outs count tries and never time, and the try is on the disk before the secret is compared (security 4.1, 4.2).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from counter_app.desk.context import Desk
from counter_app.domain.employee import Actor
from counter_app.domain.text import clean
from counter_app.errors import Offline, RuleViolation
from counter_app.events import SignedIn, SignedOut

EMAIL_MAX = 254
PASSWORD_TRIES = 10
PIN_TRIES = 5
PIN_VALID_MS = 12 * 3600 * 1000
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True, slots=True)
class Clerk:
    """A clerk who can sign in on this station."""

    id: str
    name: str
    email: str
    level: int
    has_pin: bool = False
    may_switch: bool = False


def learn(desk: Desk, clerk: Mapping[str, Any], grant: str, grant_sig: str, not_after_ms: int, password: str) -> None:
    """Keep what an online sign-in at the centre gave, so that this clerk can sign in here without the internet."""
    with desk.db.write() as connection:
        connection.exec_driver_sql(
            'INSERT INTO verifier (clerk_id, email, name, level, password_hash, "grant", grant_sig, not_after_ms, '
            "tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (clerk_id) DO UPDATE SET email = excluded.email, "
            "name = excluded.name, level = excluded.level, password_hash = excluded.password_hash, "
            '"grant" = excluded."grant", grant_sig = excluded.grant_sig, not_after_ms = excluded.not_after_ms, '
            "tries = 0",
            (
                clerk["id"],
                _key(clerk["email"]),
                clean(clerk["name"]).text,
                int(clerk["level"]),
                _hashed(desk, password),
                grant,
                grant_sig,
                not_after_ms,
            ),
        )


def sign_in_online(desk: Desk, said: Mapping[str, Any], password: str) -> Clerk:
    """Keep what the centre answered to an online sign-in (`clerk`, `grant`, `grant_sig`) and sign that clerk in.

    Offline("sync.not_the_centre") when the answer is no such thing; then nothing was kept. Else as `sign_in`.
    """
    try:
        clerk, grant, grant_sig = said["clerk"], said["grant"], said["grant_sig"]
        not_after_ms = json.loads(base64.b64decode(grant, validate=True))["not_after"]
        known = {key: clerk[key] for key in ("id", "name", "email")}
        level = clerk["level"]
        texts = (*known.values(), grant, grant_sig)
        if not all(isinstance(text, str) and text for text in texts):
            raise Offline("sync.not_the_centre")
        for text in texts:
            text.encode()  # half of a surrogate pair has no bytes: a ValueError
        if not all(type(value) is int and value >= 0 for value in (level, not_after_ms)):
            raise Offline("sync.not_the_centre")
    except (KeyError, TypeError, ValueError, RecursionError, binascii.Error) as error:
        raise Offline("sync.not_the_centre") from error
    learn(desk, {**known, "level": level}, grant, grant_sig, not_after_ms, password)
    return sign_in(desk, known["email"], password)


def sign_in(desk: Desk, email: str, password: str) -> Clerk:
    """Sign in from the verifier on this station.

    RuleViolation: sign_in.unknown_here (never signed in here online), sign_in.wrong (with `left` tries),
    sign_in.locked (10 wrong ones: sign in online or ask a manager), sign_in.grant_expired, sign_in.not_employed.
    """
    key = _key(email)
    with desk.db.write() as connection:
        row = connection.exec_driver_sql(
            'SELECT clerk_id, name, level, password_hash, "grant", not_after_ms, tries FROM verifier WHERE email = ?',
            (key,),
        ).first()
        if row is None:
            raise RuleViolation("sign_in.unknown_here")
        clerk_id, name, level, password_hash, grant, not_after_ms, tries = row
        if tries >= PASSWORD_TRIES:
            raise RuleViolation("sign_in.locked")
        connection.exec_driver_sql("UPDATE verifier SET tries = tries + 1 WHERE clerk_id = ?", (clerk_id,))
    if not _verified(desk, password_hash, password):
        left = PASSWORD_TRIES - tries - 1
        if left == 0:
            actor = Actor(clerk_id, level, "none", "")
            with desk.act(actor, "session.own") as act:
                act.write("session.locked_out", clerk_id, clerk=clerk_id, tries=tries + 1)
        raise RuleViolation("sign_in.wrong", left=left)
    if not_after_ms < desk.watch.now_ms():  # the wall clock alone ends no grant, and lengthens none (4.3)
        raise RuleViolation("sign_in.grant_expired")
    level = _level_now(desk, clerk_id, level)
    actor = Actor(clerk_id, level, "password", _grant_id(grant))
    with desk.act(actor, "session.own") as act:
        act.connection.exec_driver_sql("UPDATE verifier SET tries = 0, pin_tries = 0 WHERE clerk_id = ?", (clerk_id,))
        act.write("session.signed_in", clerk_id, clerk=clerk_id, present="password")
        act.tell(SignedIn(clerk_id, name, level))
    desk.on_station[clerk_id] = (actor, desk.clock.mono_ms())
    return Clerk(clerk_id, name, key, level)


def actor_of(desk: Desk, clerk_id: str) -> Actor:
    """The actor who signed in on this station since it started; RuleViolation("sign_in.needed") otherwise."""
    found = desk.on_station.get(clerk_id)
    if found is None:
        raise RuleViolation("sign_in.needed")
    return found[0]


def set_pin(desk: Desk, actor: Actor, pin: str) -> None:
    """Give the clerk a 6-digit PIN for quick switching; the clerk signed in with the password before."""
    if len(pin) != 6 or not pin.isascii() or not pin.isdigit() or len(set(pin)) < 3:
        raise RuleViolation("sign_in.pin_too_simple")
    actor_of(desk, actor.id)
    with desk.db.write() as connection:
        connection.exec_driver_sql(
            "UPDATE verifier SET pin_hash = ?, pin_tries = 0 WHERE clerk_id = ?", (_hashed(desk, pin), actor.id)
        )


def switch(desk: Desk, clerk_id: str, pin: str) -> Clerk:
    """Switch to a clerk by PIN: only one who signed in with a password here in the last 12 hours.

    RuleViolation: sign_in.needed, sign_in.pin_off (5 wrong ones, or none set), sign_in.wrong (with `left`).
    """
    actor, since = desk.on_station.get(clerk_id, (None, 0))
    if actor is None or desk.clock.mono_ms() - since > PIN_VALID_MS:
        raise RuleViolation("sign_in.needed")
    with desk.db.write() as connection:
        name, email, level, pin_hash, tries = connection.exec_driver_sql(
            "SELECT name, email, level, pin_hash, pin_tries FROM verifier WHERE clerk_id = ?", (clerk_id,)
        ).one()
        if not pin_hash or tries >= PIN_TRIES:
            raise RuleViolation("sign_in.pin_off")
        connection.exec_driver_sql("UPDATE verifier SET pin_tries = pin_tries + 1 WHERE clerk_id = ?", (clerk_id,))
    if not _verified(desk, pin_hash, pin):
        raise RuleViolation("sign_in.wrong", left=PIN_TRIES - tries - 1)
    level = _level_now(desk, clerk_id, level)
    by_pin = replace(actor, level=level, present="pin")
    with desk.act(by_pin, "session.own") as act:
        act.connection.exec_driver_sql("UPDATE verifier SET pin_tries = 0 WHERE clerk_id = ?", (clerk_id,))
        act.write("session.signed_in", clerk_id, clerk=clerk_id, present="pin")
        act.tell(SignedIn(clerk_id, name, level))
    desk.on_station[clerk_id] = (by_pin, since)
    return Clerk(clerk_id, name, email, level, has_pin=True, may_switch=True)


def sign_out(desk: Desk, actor: Actor) -> None:
    """The clerk leaves. The outbox stays as it is: it never belonged to the sign-in."""
    with desk.act(actor, "session.own") as act:
        act.write("session.signed_out", actor.id, clerk=actor.id)
        act.tell(SignedOut())
    desk.on_station.pop(actor.id, None)


def clerks(desk: Desk) -> list[Clerk]:
    """Who has signed in on this station before, for the sign-in screen; no secrets."""
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT clerk_id, name, email, level, pin_hash <> '' AND pin_tries < ? FROM verifier ORDER BY name",
            (PIN_TRIES,),
        ).all()
    return [Clerk(row[0], row[1], row[2], row[3], bool(row[4]), row[0] in desk.on_station) for row in rows]


def _level_now(desk: Desk, clerk_id: str, level: int) -> int:
    """The level that the centre last told; RuleViolation("sign_in.not_employed") for a clerk who has left.

    A row that never came (a new clerk, a new station) leaves the level of the sign-in at the centre.
    """
    with desk.db.read() as connection:
        row = connection.exec_driver_sql("SELECT level, active FROM employee WHERE id = ?", (clerk_id,)).first()
    if row is None:
        return level
    if not row[1]:
        raise RuleViolation("sign_in.not_employed")
    return int(row[0])


def _key(email: str) -> str:
    """An e-mail as it is kept and looked for; what was pasted with it and cannot be seen is no part of it."""
    return clean(email.lower(), EMAIL_MAX).text


def _peppered(desk: Desk, secret: str) -> bytes:
    # The key is in the keyring, not in the store: the file alone cannot be guessed at.
    return hmac.new(desk.pepper, secret.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()


def _hashed(desk: Desk, secret: str) -> str:
    return _HASHER.hash(_peppered(desk, secret))


def _verified(desk: Desk, stored: str, secret: str) -> bool:
    try:
        return _HASHER.verify(stored, _peppered(desk, secret))
    except (VerificationError, InvalidHashError):
        return False


def _grant_id(grant: str) -> str:
    return hashlib.sha256(grant.encode()).hexdigest()[:16] if grant else ""
