"""What the centre signs of a journal: receipts, checkpoints that hang together, and the stations that sign them too."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, select, update

from central_service import proof_tree
from central_service.database import Database
from central_service.keys import signed_by
from central_service.proof_tables import tree
from central_service.tables import journal
from counter_app.domain import merkle
from counter_app.domain.receipts import Checkpoint, Receipt, leaf_of
from tests.central.station import Refused, fresh_id, op_id_of

NONE = {"size": 0, "root": "", "position": -1}


def push(station, *ops):
    """The whole answer of a push."""
    body = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation, "ops": list(ops)}
    return station.call("POST", "/v1/sync/push", station.token, **body)


def pull(station, asked=None, cursor=""):
    streams = [{"id": f"store:{station.store}", "cursor": cursor}]
    tree_asked = [asked] if asked else []
    said = station.call("POST", "/v1/sync/pull", station.token, streams=streams, tree=tree_asked)
    return {"checkpoint": []} | said  # left out when there is none


def checkpoint(station, **asked):
    return station.call("POST", "/v1/sync/checkpoint", station.token, **asked)["checkpoint"]


def is_signed(station, said):
    at = Checkpoint(station.epoch, station.store, said["size"], said["root"], said["at_ms"])
    return signed_by(station.registered["centre_key"], bytes.fromhex(said["sig"]), at.signed_bytes())


def path(words):
    return [bytes.fromhex(one) for one in words]


def as_receipt(station, said):
    return Receipt(
        station.epoch,
        station.store,
        *(said[name] for name in ("op_id", "hash", "seq", "position", "received_ms", "status")),
    )


def test_each_operation_gets_a_signed_receipt_and_the_same_one_when_it_is_repeated(shop):
    station = shop.station()
    ops = [station.received() for _ in range(3)]
    said = push(station, *ops)
    assert [one["op_id"] for one in said["receipts"]] == [op_id_of(one) for one in ops]
    assert [one["seq"] for one in said["receipts"]] == [one["seq"] for one in said["results"]]
    positions = [one["position"] for one in said["receipts"]]
    assert positions == list(range(positions[0], positions[0] + 3))
    for one in said["receipts"]:
        data = as_receipt(station, one).signed_bytes()
        assert signed_by(station.registered["centre_key"], bytes.fromhex(one["sig"]), data)
        assert not signed_by(station.registered["centre_key"], bytes.fromhex(one["sig"]), data + b" ")
    again = push(station, ops[1], station.received())
    assert again["receipts"][0] == said["receipts"][1]
    assert again["receipts"][1]["position"] == positions[2] + 1


def test_what_only_lies_in_quarantine_has_no_receipt(shop):
    station = shop.station()
    good = station.received()
    push(station, good)
    n, prev = station.n, station.prev
    forged = {**station.received(), "sig": "00" * 64}
    reused = station.seal(station.core("item.received", "x", {}, op_id=op_id_of(good), n=n + 2, prev="0" * 64))
    said = push(station, forged, reused)
    assert [one["status"] for one in said["results"]] == ["quarantined", "quarantined"]
    assert said["receipts"] == []
    assert prev


def test_a_later_checkpoint_shows_that_it_begins_with_the_earlier_one_and_holds_the_receipts(shop):
    station = shop.station()
    first = checkpoint(station)
    receipts, known = [], first
    for count in (1, 2, 5):
        receipts += push(station, *(station.received() for _ in range(count)))["receipts"]
        one = receipts[len(receipts) // 2]
        now = checkpoint(station, size=known["size"], root=known["root"], position=one["position"])
        assert now["size"] == first["size"] + len(receipts)
        assert is_signed(station, now)
        roots = bytes.fromhex(known["root"]), bytes.fromhex(now["root"])
        assert merkle.is_consistent(known["size"], roots[0], now["size"], roots[1], path(now["consistency"]))
        leaf = as_receipt(station, one).leaf()
        assert merkle.is_included(leaf, one["position"], now["size"], path(now["inclusion"]), roots[1])
        known = now


def test_a_pull_brings_the_checkpoint_only_when_it_is_news(shop):
    station = shop.station()
    push(station, station.received())
    assert pull(station)["checkpoint"] == []
    (said,) = pull(station, NONE)["checkpoint"]
    assert is_signed(station, said)
    mine = {"size": said["size"], "root": said["root"], "position": -1}
    assert pull(station, mine)["checkpoint"] == []
    assert pull(station, {**mine, "root": "0" * 64})["checkpoint"] != []
    push(station, station.received())
    (later,) = pull(station, mine)["checkpoint"]
    assert later["size"] == said["size"] + 1
    # A station that has seen more than this centre has: an answer without a proof, never a fault.
    (shorter,) = pull(station, {"size": 10**9, "root": "0" * 64, "position": 10**9})["checkpoint"]
    assert (shorter["consistency"], shorter["inclusion"]) == ([], [])


def test_the_platforms_acts_are_in_the_tree_too(shop):
    station = shop.station()
    before = checkpoint(station)["size"]
    shop.platform.account(shop.store, active=False)
    assert checkpoint(station)["size"] == before + 1


def test_stations_cosign_and_every_station_of_the_store_sees_it(shop):
    one, two = shop.station(), shop.station()
    push(one, one.received())
    said = checkpoint(one)
    seen = Checkpoint(one.epoch, one.store, said["size"], said["root"], said["at_ms"])
    body = {"epoch": one.epoch} | {name: said[name] for name in ("size", "root", "at_ms", "sig")}
    cosig = one.key.sign(seen.cosigned_bytes()).hex()
    one.call("POST", "/v1/sync/cosign", one.token, **body, cosig=cosig)
    (witness,) = two.call("POST", "/v1/sync/checkpoint", two.token)["witnesses"]
    assert (witness["device"], witness["size"], witness["sig"]) == (one.device, said["size"], cosig)
    assert signed_by(witness["public_key"], bytes.fromhex(cosig), seen.cosigned_bytes())
    with pytest.raises(Refused, match=r"proof\.other_history"):
        one.call("POST", "/v1/sync/cosign", one.token, **body | {"root": "0" * 64}, cosig=cosig)
    with pytest.raises(Refused, match=r"proof\.cosignature_wrong"):
        two.call("POST", "/v1/sync/cosign", two.token, **body, cosig=cosig)


def test_a_station_of_another_store_cannot_cosign_here(shop):
    one = shop.station()
    push(one, one.received())
    said = checkpoint(one)
    other = fresh_id()
    shop.platform.store(other)
    stranger = shop.station(other)
    seen = Checkpoint(one.epoch, one.store, said["size"], said["root"], said["at_ms"])
    body = {"epoch": one.epoch} | {name: said[name] for name in ("size", "root", "at_ms", "sig")}
    with pytest.raises(Refused, match=r"proof\.other_history"):
        cosig = stranger.key.sign(seen.cosigned_bytes()).hex()
        stranger.call("POST", "/v1/sync/cosign", stranger.token, **body, cosig=cosig)


@pytest.fixture
def database(tmp_path):
    db = Database(f"sqlite:///{tmp_path / 'c.db'}")
    yield db
    db.close()


def lines(first, count):
    return [
        {
            **dict.fromkeys(("store_id", "device", "incarnation", "kind", "sig", "code", "args"), "x"),
            "op_id": f"op{number}",
            "seq": 3 * number + 7,
            "n": number,
            "core": b"",
            "core_hash": f"{number:064x}",
            "status": "applied",
            "received_at_ms": 1_000 + number,
        }
        for number in range(first, first + count)
    ]


@pytest.mark.parametrize("built_late", [False, True])
def test_proofs_from_tiles_are_the_proofs_of_the_definition(database, monkeypatch, built_late):
    """Tiles of 4 instead of 256, so that a few hundred leaves have four levels of them."""
    monkeypatch.setattr(proof_tree, "TILE", 2)
    monkeypatch.setattr(proof_tree, "READ_AT_ONCE", 7)
    total = 0
    for count in (1, 2, 3, 9, 50, 200, 35):
        more = lines(total, count)
        total += count

        def work(connection, more=more):
            if not built_late or more[-1]["n"] == 299:
                proof_tree.grow(connection, "x", more)
            connection.execute(insert(journal), more)

        database.transact(work)
    leaves = [leaf_of(one["core_hash"], one["seq"], one["received_at_ms"], one["status"]) for one in lines(0, total)]
    truth = merkle.Peaks(0, [])
    kept = {(0, number): leaf for number, leaf in enumerate(leaves)}
    for leaf in leaves:
        truth.append(leaf, lambda level, number, found: kept.__setitem__((level, number), found))
    with database.read() as connection:
        found, whole = proof_tree.peaks(connection, "x"), proof_tree.nodes(connection, "x")
        assert (found.size, found.root()) == (total, truth.root())
        for size in (1, 2, 3, 4, 63, 64, 65, 255, 256, 257, 299, 300):
            for position in {0, size // 3, size // 2, size - 1}:
                wanted = merkle.inclusion(position, size, lambda level, number: kept[level, number])
                assert merkle.inclusion(position, size, whole) == wanted
            wanted = merkle.consistency(size, total, lambda level, number: kept[level, number])
            assert merkle.consistency(size, total, whole) == wanted
        seqs = [one["seq"] for one in lines(0, total)]
        assert proof_tree.positions(connection, "x", seqs) == {seq: number for number, seq in enumerate(seqs)}
        assert proof_tree.positions(connection, "x", [seqs[5], seqs[290]])[seqs[290]] == 290


def test_a_line_taken_out_of_the_centres_journal_shows_in_the_next_proof(shop, running):
    """The planted act: somebody with the database in his hands takes a line out and makes the tree anew."""
    station = shop.station()
    said = push(station, *(station.received() for _ in range(4)))
    known = checkpoint(station)
    db = Database(running._url)
    victim = said["receipts"][1]["op_id"]

    def take_out(connection):
        connection.execute(delete(journal).where(journal.c.store_id == station.store, journal.c.op_id == victim))
        connection.execute(delete(tree).where(tree.c.store_id == station.store))

    db.transact(take_out, station.store)
    db.close()
    push(station, *(station.received() for _ in range(3)))
    now = checkpoint(station, size=known["size"], root=known["root"])
    roots = bytes.fromhex(known["root"]), bytes.fromhex(now["root"])
    assert now["size"] > known["size"]
    assert not merkle.is_consistent(known["size"], roots[0], now["size"], roots[1], path(now["consistency"]))


def test_a_line_changed_in_the_centres_journal_no_longer_fits_its_checkpoint(shop, running):
    station = shop.station()
    said = push(station, *(station.received() for _ in range(4)))
    now = checkpoint(station)
    db = Database(running._url)
    where = (journal.c.store_id == station.store, journal.c.op_id == said["receipts"][2]["op_id"])
    db.transact(
        lambda connection: connection.execute(update(journal).where(*where).values(core_hash="ab" * 32)), station.store
    )
    with db.read(station.store) as connection:
        assert connection.execute(select(journal.c.core_hash).where(*where)).scalar() == "ab" * 32
    db.close()
    position = said["receipts"][2]["position"]
    again = checkpoint(station, size=now["size"], root=now["root"], position=position)
    leaf = as_receipt(station, said["receipts"][2]).leaf()
    for other in said["receipts"]:
        shown = checkpoint(station, size=now["size"], root=now["root"], position=other["position"])
        if other["position"] ^ 1 == position:  # its sibling: the path leads through the changed line
            root = bytes.fromhex(now["root"])
            mine = as_receipt(station, other).leaf()
            assert not merkle.is_included(mine, other["position"], now["size"], path(shown["inclusion"]), root)
    assert again["root"] == now["root"]
    assert leaf
