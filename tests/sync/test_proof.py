"""A station holds the centre to what it signed: what was taken out, changed or told differently is seen."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import delete, select

from central_service.database import Database
from central_service.proof_tables import cosignature, tree, tree_tile
from central_service.server import EmbeddedCentre
from central_service.tables import journal as central_journal
from counter_app import verify
from counter_app.desk import inbox
from counter_app.domain import evidence
from counter_app.domain.receipts import Checkpoint, Receipt
from counter_app.errors import SyncError
from counter_app.events import InboxChanged
from counter_app.store import journal, receipts
from counter_app.sync import proof
from tests.counter_acts import piece
from tests.sync.real_shop import Line, Shop, Station


@dataclass
class Signing(Line):
    """A line that hands cosignatures on, and lets a test change what the centre says."""

    cosigned: list[dict[str, Any]] = field(default_factory=list)
    changed: Any = None

    def pull(self, body: dict[str, Any]) -> dict[str, Any]:
        said = super().pull(body)
        return self.changed("pull", said) if self.changed else said

    def push(self, body: dict[str, Any]) -> dict[str, Any]:
        said = super().push(body)
        return self.changed("push", said) if self.changed else said

    def cosign(self, body: dict[str, Any]) -> dict[str, Any]:
        self.cosigned.append(dict(body))
        return self.central.cosign(body)


@pytest.fixture
def station(shop: Shop) -> Station:
    """A station that knows its centre's key, as an enrolled one does."""
    made = shop.station()
    made.line = Signing(made.line.central)
    made.engine.central = made.line  # type: ignore[assignment]
    know(made, shop)
    return made


def know(made: Station, shop: Shop) -> None:
    made.engine.round()  # the account comes, and no proof yet
    made.account = shop.account  # type: ignore[attr-defined]
    key = made.line.hello()["centre_key"]
    with made.desk.db.write() as connection:
        sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        for name, value in (("centre_key", key), ("store", shop.store)):
            connection.exec_driver_sql(sql, (name, value))


def kept(station: Station) -> tuple[list[Receipt], list[receipts.Kept]]:
    with station.desk.db.read() as connection:
        store = receipts.known(connection)[0]
        return [one for one, _ in receipts.every(connection, store)], receipts.checkpoints(connection, store)


def codes(station: Station) -> list[str]:
    return [one.code for one in inbox.entries(station.desk)]


def work(station: Station, count: int = 1) -> None:
    for _ in range(count):
        piece(station.counter, station.clerk, station.account)  # type: ignore[attr-defined]


def test_receipts_and_the_checkpoint_are_kept_and_the_checkpoint_is_cosigned(shop, station, running):
    work(station, 3)
    station.engine.round()
    found, points = kept(station)
    acts = station.statuses()["applied"]
    assert len(found) == acts >= 3
    (last,) = points
    assert last.checkpoint.size > max(one.position for one in found)
    assert last.state == "cosigned"
    assert codes(station) == []
    db = Database(running._url)
    with db.read() as connection:
        mine = cosignature.c.device == station.engine.identity.device
        assert connection.execute(select(cosignature.c.size).where(mine)).scalar() == last.checkpoint.size
    db.close()
    # The next one within ten minutes is checked and kept, and signed later.
    work(station)
    station.engine.round()
    assert len(station.line.cosigned) == 1
    assert [one.state for one in kept(station)[1]] == ["cosigned", "kept"]
    station.counter.clock.advance(proof.COSIGN_EVERY_MS)
    station.engine.round()
    assert [one.state for one in kept(station)[1]] == ["cosigned"]
    assert len(station.line.cosigned) == 2


def test_every_receipt_is_shown_in_the_tree_sooner_or_later(station):
    for _ in range(3):
        work(station)
        station.engine.round()
    with station.desk.db.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM receipt WHERE shown = 0").scalar() == 0


def tamper(running, store: str, act) -> None:
    db = Database(running._url)
    try:
        db.transact(act)
    finally:
        db.close()


def test_an_act_that_the_centre_took_out_of_its_journal_is_seen_at_the_next_checkpoint(shop, station, running, caplog):
    work(station, 4)
    station.engine.round()
    victim = kept(station)[0][1].op_id

    def take_out(connection):
        connection.execute(
            delete(central_journal).where(central_journal.c.store_id == shop.store, central_journal.c.op_id == victim)
        )
        for one in (tree, tree_tile):
            connection.execute(delete(one).where(one.c.store_id == shop.store))

    tamper(running, shop.store, take_out)
    work(station, 2)
    with caplog.at_level(logging.WARNING):
        station.engine.round()
    assert codes(station) == ["proof.history_changed"]
    assert any(isinstance(event, InboxChanged) for event in station.counter.told)
    assert [line.code for line in caplog.records if hasattr(line, "code")] == ["proof.history_changed"]
    # The signed contradiction is kept beside what it contradicts; work goes on; it is told once.
    assert sorted(one.state for one in kept(station)[1]) == ["cosigned", "refused"]
    inbox.resolve(station.desk, station.clerk, inbox.entries(station.desk)[0].op_id)
    work(station)
    station.engine.round()
    assert station.waiting() == 0
    assert codes(station) == []


def key_of(running: EmbeddedCentre) -> Ed25519PrivateKey:
    secret = Path(running._url.removeprefix("sqlite:///") + ".key").read_text(encoding="ascii").strip()
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("change", [{"hash": "ab" * 32}, {"seq": 9_999}, {"status": "rejected"}], ids=str)
def test_a_receipt_for_another_act_is_told_and_not_kept(station, running, change, signed):
    def other_hash(way, said):
        for one in said.get("receipts", ()):
            one.update(change)
            names = ("op_id", "hash", "seq", "position", "received_ms", "status")
            receipt = Receipt(said["epoch"], station.engine.identity.store, *(one[name] for name in names))
            if signed:
                one["sig"] = key_of(running).sign(receipt.signed_bytes()).hex()
        return said

    station.line.changed = other_hash
    work(station)
    station.engine.round()
    assert codes(station) == ["proof.receipt_wrong"]
    assert kept(station)[0] == []
    assert station.waiting() == 0


@pytest.mark.parametrize(
    "change",
    [
        {"root": "cd" * 32},
        {"sig": "00" * 64},
        {"size": -1},
        {"consistency": "x"},
        {"inclusion": ["zz"]},
        {"size": 10**9},
        {"at_ms": 5},
    ],
    ids=str,
)
def test_a_checkpoint_that_the_centre_did_not_sign_like_that_is_told(station, change):
    work(station, 2)
    station.engine.round()
    before = kept(station)[1]

    def forged(way, said):
        for one in said.get("checkpoint", ()):
            one.update(change)
        return said

    station.line.changed = forged
    work(station)
    station.engine.round()
    assert codes(station) == ["proof.history_changed"]
    assert kept(station)[1] == before


def test_a_signed_checkpoint_of_a_shorter_history_is_told(station, running):
    """The centre was set back and keeps its epoch: it still has its key, so the signature is good."""
    work(station, 3)
    station.engine.round()
    key = key_of(running)
    last = kept(station)[1][-1].checkpoint
    shorter = Checkpoint(last.epoch, last.store, 2, "cd" * 32, last.at_ms + 5)

    def set_back(way, said):
        sig = key.sign(shorter.signed_bytes()).hex()
        one = {"size": 2, "root": shorter.root, "at_ms": shorter.at_ms, "sig": sig, "consistency": [], "inclusion": []}
        return {**said, "checkpoint": [one]} if way == "pull" else said

    station.line.changed = set_back
    station.engine.round()
    (entry,) = inbox.entries(station.desk)
    assert (entry.code, entry.facts["why"]) == ("proof.history_changed", "consistency")
    assert [one.state for one in kept(station)[1]] == ["refused", "cosigned"]


def test_two_stations_of_one_store_agree(shop, station):
    other = shop.station("two")
    other.line = Signing(other.line.central)
    other.engine.central = other.line
    know(other, shop)
    for one in (station, other, station, other):
        work(one, 2)
        one.engine.round()
    assert codes(station) == codes(other) == []
    station.engine.round()
    mine, theirs = kept(station)[1][-1].checkpoint, kept(other)[1][-1].checkpoint
    assert (mine.size, mine.root) == (theirs.size, theirs.root)


def test_a_centre_that_refuses_the_cosignature_stops_nothing(station):
    def refuse(body):
        raise SyncError("proof.other_history", status=409)

    station.line.cosign = refuse
    work(station)
    station.engine.round()
    assert station.waiting() == 0
    assert [one.state for one in kept(station)[1]] == ["kept"]


def test_a_centre_without_receipts_is_an_older_one_and_no_alarm(station):
    station.line.changed = lambda way, said: {
        key: value for key, value in said.items() if key not in ("receipts", "checkpoint")
    }
    work(station)
    station.engine.round()
    assert codes(station) == []
    assert kept(station) == ([], [])


# ---------------------------------------------------------------- ./counter verify


def verdict(station: Station, centre_key: str = "") -> verify.Verdict:
    desk = station.desk
    with desk.db.write() as connection:  # as an enrolled station's
        for key, value in (("org", "org1"), ("device_id", desk.identity.device)):
            sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
            connection.exec_driver_sql(sql, (key, value))
    return verify.verify(desk.db, desk.identity.public_key, desk.now_ms(), centre_key=centre_key)


def change(station: Station, sql: str, *values: Any) -> None:
    with station.desk.db.write() as connection:
        connection.exec_driver_sql(sql, values)


def made_anew(station: Station) -> None:
    """The last act told differently, by somebody who holds the device key: new bytes, hash, signature and mark."""
    identity = station.desk.identity
    with station.desk.db.write() as connection:
        row = connection.exec_driver_sql("SELECT op_id, core FROM journal ORDER BY position DESC LIMIT 1").one()
        core = evidence.canonical(evidence.parse(row[1]) | {"mono_ms": 77})
        digest = evidence.op_hash(core)
        sql = "UPDATE journal SET core = ?, op_hash = ?, sig = ? WHERE op_id = ?"
        connection.exec_driver_sql(sql, (core, digest, identity.sign(evidence.signing_bytes(digest)), row[0]))
        journal.mark_anew(connection, [row[0]])


def tail_gone(station: Station) -> None:
    """The last act with everything that it left, but for what the centre signed."""
    with station.desk.db.write() as connection:
        op_id = connection.exec_driver_sql("SELECT op_id FROM journal ORDER BY position DESC LIMIT 1").scalar_one()
        rows = connection.exec_driver_sql("SELECT entity, id FROM touched WHERE op_id = ?", (op_id,)).all()
        for table in ("journal", "touched", "disclosure"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE op_id = ?", (op_id,))
        for entity, row_id in rows:
            connection.exec_driver_sql("DELETE FROM base_row WHERE entity = ? AND id = ?", (entity, row_id))
            connection.exec_driver_sql(f"DELETE FROM {entity} WHERE id = ?", (row_id,))


def answer_forged(station: Station) -> None:
    with station.desk.db.write() as connection:
        op_id = connection.exec_driver_sql("SELECT op_id FROM journal ORDER BY position DESC LIMIT 1").scalar_one()
        connection.exec_driver_sql("UPDATE journal SET seq = seq + 1000 WHERE op_id = ?", (op_id,))
        journal.mark_anew(connection, [op_id])


def queued_again(station: Station) -> None:
    with station.desk.db.write() as connection:
        op_id = connection.exec_driver_sql("SELECT op_id FROM journal ORDER BY position DESC LIMIT 1").scalar_one()
        connection.exec_driver_sql("UPDATE journal SET status = 'waiting', seq = NULL WHERE op_id = ?", (op_id,))
        journal.mark_anew(connection, [op_id])


def receipt_edited(station: Station) -> None:
    change(station, "UPDATE receipt SET received_ms = received_ms - 86400000")


def checkpoint_edited(station: Station) -> None:
    change(station, "UPDATE checkpoint SET size = size + 1")


def key_swapped(station: Station) -> None:
    change(station, "UPDATE meta SET value = ? WHERE key = 'centre_key'", "ab" * 32)


def key_removed(station: Station) -> None:
    change(station, "DELETE FROM meta WHERE key = 'centre_key'")


FORGERIES = {
    made_anew: "is not the one for which",
    tail_gone: "is not in the journal",
    answer_forged: "is not what the centre signed",
    queued_again: "is not what the centre signed",
    receipt_edited: "is not signed by the centre",
    checkpoint_edited: "is not signed by the centre",
    key_swapped: "is not signed by the centre",
    key_removed: "key is not in the store",
}


def test_an_honest_store_says_how_far_it_is_anchored(station):
    key = station.line.hello()["centre_key"]
    assert verdict(station).exit_code == verify.GOOD
    work(station, 3)
    station.engine.round()
    work(station, 2)
    for given in ("", key):
        found = verdict(station, given)
        assert found.found == []
        assert found.lines()[1].startswith("anchored by 3 receipts of the centre and by a checkpoint of ")
        assert found.lines()[1].endswith("; 2 operations are not anchored yet")
    # After the centre was restored everything waits again, and the receipts of its earlier history are no reproach.
    with station.desk.db.write() as connection:
        journal.send_all_again(connection)
        connection.exec_driver_sql("UPDATE meta SET value = 'another' WHERE key = 'epoch'")
    assert verdict(station).exit_code == verify.GOOD


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda one: one.__name__)
def test_what_the_centre_signed_and_is_missing_or_different_is_tampering(station, forgery):
    work(station, 3)
    station.engine.round()
    forgery(station)
    found = verdict(station)
    assert found.exit_code == verify.TAMPERED
    assert any(FORGERIES[forgery] in what for _, what in found.found), found.found


def test_without_receipts_a_journal_made_anew_by_the_holder_of_the_key_is_not_seen(station):
    """The counter-test: it is the receipts that find it, and 5.4 says so."""
    work(station, 3)
    station.engine.round()
    made_anew(station)
    change(station, "DELETE FROM receipt")
    assert verdict(station).found == []


def test_the_key_from_outside_weighs_more_than_the_stores_own(station):
    work(station)
    station.engine.round()
    found = verdict(station, "ab" * 32)
    assert found.exit_code == verify.TAMPERED
    assert any("names another key" in what for _, what in found.found)


def test_a_centre_that_changed_its_history_is_said_by_verify_too(station, running):
    test_a_signed_checkpoint_of_a_shorter_history_is_told(station, running)
    found = verdict(station)
    assert found.exit_code == verify.TAMPERED
    assert [what for _, what in found.found if "changed its history" in what]
