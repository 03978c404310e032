"""What stations hand in arrives exactly once, whatever the net and the other operations do."""

from __future__ import annotations

import base64
import json
import os

import pytest
from sqlalchemy import select

from central_service.tables import disclosure, journal
from counter_app.domain import evidence, fold
from tests.central.station import Refused, entity_of, fresh_id, op_id_of


def test_a_piece_that_was_received_arrives_with_its_name(shop):
    station = shop.station()
    op = station.received()
    assert [(r["op_id"], r["status"]) for r in station.push(op)] == [(op_id_of(op), "applied")]
    row = station.rows()["item"][entity_of(op)]
    assert (row["name_on_piece"], row["state"], row["received_by"]) == ("Ann Lee", "unassigned", shop.clerk)


def test_p8_a_lost_answer_sent_again_counts_once_and_answers_the_same_also_after_a_restart(shop):
    station = shop.station()
    ops = [station.received() for _ in range(3)]
    first = station.push(*ops)
    assert station.push(*ops) == first
    shop.centre.stop()
    assert shop.centre.start() == shop.url
    assert station.push(*ops) == first
    assert shop.platform.get("journal", store=shop.store)["by_kind"]["item.received"] == 3


def test_other_bytes_under_a_known_op_id_go_to_quarantine_and_hold_up_nothing(shop):
    station = shop.station()
    op = station.received()
    station.push(op)
    again = station.seal(station.core("item.moved", entity_of(op), {"shelf": "B2"}, op_id=op_id_of(op)))
    after = station.received()
    results = station.push(again, after)
    assert [(r["status"], r["code"]) for r in results] == [("quarantined", "op.id_reused"), ("applied", "")]
    assert station.push(again)[0] == results[0]
    assert station.push(op)[0]["status"] == "applied"
    assert shop.platform.get("journal", store=shop.store)["quarantine"] == 1


def test_p8_an_act_numbered_anew_gets_its_first_answer_and_the_bytes_that_it_is_about(shop):
    station = shop.station()
    begun = station.incarnation
    op = station.received()
    first = station.push(op)[0]
    core = json.loads(base64.b64decode(op["core"]))
    station.begin("another-life")
    anew = station.seal(core | {"incarnation": station.incarnation, "n": 1, "prev": station.prev})
    results = station.push({**anew, "open": op["open"]}, station.received())
    assert results[0] == first | {"held": {"core": op["core"], "sig": op["sig"]}}
    assert results[1]["status"] == "applied", "it took its place in the new chain"
    assert "held" not in first, "said only where it differs"
    station.incarnation, station.n, station.prev = begun, 1, evidence.op_hash(base64.b64decode(op["core"])).hex()
    assert station.push(station.received())[0]["status"] == "applied", "the old chain goes on as well"
    found = shop.platform.get("journal", store=shop.store)
    assert (found["by_kind"]["item.received"], found["quarantine"]) == (3, 0)


@pytest.mark.parametrize("field", ["at_ms", "mono_ms", "offset_ms", "present", "boot", "entity"])
def test_an_act_that_says_anything_else_is_not_the_same_in_another_place(shop, field):
    station = shop.station()
    op = station.received()
    station.push(op)
    core = json.loads(base64.b64decode(op["core"]))
    other = {"present": "pin", "boot": "b2", "entity": fresh_id()}.get(field, 1)
    again = station.seal(core | {"n": 2, "prev": station.prev, field: other}) | {"open": op["open"]}
    assert [(r["status"], r["code"]) for r in station.push(again)] == [("quarantined", "op.id_reused")]


def test_an_operation_behind_a_gap_is_deferred_until_the_gap_is_filled(shop):
    station = shop.station()
    first, second, third = (station.received() for _ in range(3))
    assert [r["status"] for r in station.push(first, third)] == ["applied", "deferred"]
    assert station.push(third)[0]["args"] == {"expected": 2}
    assert [r["status"] for r in station.push(second, third)] == ["applied", "applied"]


def test_a_chain_with_two_ends_is_a_forked_device_and_a_new_incarnation_goes_on(shop):
    station = shop.station()
    kept_n, kept_prev = station.n, station.prev
    station.push(station.received())
    station.n, station.prev = kept_n, kept_prev
    clone = station.received()
    with pytest.raises(Refused) as refused:
        station.push(clone)
    assert (refused.value.status, refused.value.code) == (409, "sync.device_forked")
    station.begin("after-restore")
    assert station.push(station.received())[0]["status"] == "applied"


def test_a_wrong_prev_is_a_forked_device(shop):
    station = shop.station()
    station.push(station.received())
    station.prev = "0" * 64
    with pytest.raises(Refused) as refused:
        station.push(station.received())
    assert refused.value.code == "sync.device_forked"


def test_a_wrong_signature_is_quarantined_and_what_follows_goes_on(shop):
    station = shop.station()
    broken = station.received() | {"sig": "00" * 64}
    after = station.received()
    results = station.push(broken, after)
    assert [(r["status"], r["code"]) for r in results] == [("quarantined", "op.signature_wrong"), ("applied", "")]
    assert entity_of(broken) not in station.rows()["item"]


def test_bytes_that_cannot_be_read_are_kept_and_their_place_can_be_filled_later(shop):
    station = shop.station()
    first, second = station.received(), station.received()
    garbled = first | {"core": base64.b64encode(base64.b64decode(first["core"])[:-1] + b" }").decode()}
    results = station.push(garbled, second)
    assert [(r["status"], r["code"]) for r in results] == [("quarantined", "evidence.not_canonical"), ("applied", "")]
    assert station.push(first)[0]["status"] == "applied"
    assert station.push(station.received())[0]["status"] == "applied"


@pytest.mark.parametrize("core", ["####", "", "e30=", base64.b64encode(b'{"a":"\\ud800"}').decode(), "MTIz"])
def test_nonsense_instead_of_a_core_is_quarantined_never_a_fault(shop, core):
    station = shop.station()
    results = station.push({"core": core, "sig": "00", "open": {}}, station.received())
    assert [r["status"] for r in results] == ["quarantined", "applied"]


@pytest.mark.parametrize(
    "entry", [None, 5, [], {}, {"core": "e30="}, {"core": "e30=", "sig": "00", "open": {"name": 1}}]
)
def test_an_entry_without_a_shape_is_put_aside_alone(shop, entry):
    station = shop.station()
    results = station.push(entry, station.received())
    assert [(r["status"], r["code"]) for r in results] == [("quarantined", "op.shape"), ("applied", "")]
    assert station.push(entry)[0] == results[0]


def test_a_personal_text_that_cannot_be_kept_holds_up_nothing(shop):
    station = shop.station()
    hidden, opened = evidence.conceal({"reason": "tab\x00nul"}, frozenset({"reason"}), os.urandom)
    op = station.seal(station.core("item.reassigned", fresh_id(), hidden), opened)
    results = station.push(op, station.received())
    assert (results[0]["op_id"], results[0]["status"]) == (op_id_of(op), "quarantined")
    assert results[1]["status"] == "applied"


def test_an_operation_of_another_store_or_device_is_not_taken(shop):
    station = shop.station()
    for field, value in (("store", "s2"), ("org", "org2"), ("device", "other")):
        op = station.seal(station.core("item.moved", fresh_id(), {"shelf": "A"}, **{field: value}))
        assert station.push(op)[0]["code"] == "core.not_yours"


def test_a_disclosure_that_does_not_open_its_commitment_is_quarantined(shop):
    station = shop.station()
    op = station.received()
    op["open"]["name"][1] = "Somebody Else"
    after = station.received()
    assert [r["code"] for r in station.push(op, after)] == ["evidence.disclosure_wrong", ""]


def test_a_personal_field_in_clear_is_quarantined(shop):
    station = shop.station()
    op = station.seal(station.core("item.taken_back", fresh_id(), {"reason": "x"}))
    note = station.seal(station.core("account.note_set", fresh_id(), {"note": "in clear"}))
    assert [r["code"] for r in station.push(op, note)] == ["op.contested", "op.personal_in_clear"]


def test_a_station_cannot_play_the_platform(shop):
    station = shop.station()
    account = shop.platform.account(shop.store)
    item = station.received(account)
    pickup, ops = station.pickup_until_charge(account, [entity_of(item)])
    forged = station.make("pickup.charged", pickup, result="declined", attempt=1)
    station.clerk = "platform"
    service = station.seal(station.core("employee.set", "me", {"level": 6, "active": 1}, present="service"))
    results = station.push(item, *ops, forged, service)
    assert [r["code"] for r in results[-2:]] == ["rights.platform_only"] * 2
    assert station.rows()["pickup"][pickup]["state"] == "paid"
    assert "me" not in station.rows()["employee"]


def test_p5_an_operation_that_makes_the_fold_raise_blocks_no_other(shop, monkeypatch):
    station = shop.station()
    ops = [station.received() for _ in range(5)]
    poison = op_id_of(ops[2])
    honest = fold.apply

    def apply(entity, row, op, row_id=""):
        if op.op_id == poison:
            raise ZeroDivisionError
        return honest(entity, row, op, row_id)

    monkeypatch.setattr(fold, "apply", apply)
    results = station.push(*ops)
    assert [r["status"] for r in results] == ["applied", "applied", "quarantined", "applied", "applied"]
    assert results[2]["code"] == "op.raised"
    assert station.push(*ops) == results
    assert [r["seq"] for r in results] == list(range(results[0]["seq"], results[0]["seq"] + 5))


def test_p10_one_piece_handed_out_by_two_stations_keeps_both_and_is_contested(shop):
    one, two = shop.station(), shop.station()
    account = shop.platform.account(shop.store)
    piece = one.received(account)
    one.push(piece)
    handed = []
    for station in (one, two):
        pickup, ops = station.pickup_until_charge(account, [entity_of(piece)], "pickup.charge_put_off")
        ops.append(station.make("pickup.handed_over", pickup, items=[entity_of(piece)]))
        handed.append((op_id_of(ops[-1]), station.push(*ops)[-1]))
    assert [answer["status"] for _, answer in handed] == ["applied", "contested"]
    row = one.rows()["item"][entity_of(piece)]
    assert row["state"] == "picked_up"
    assert handed[1][0] in row["contested"]
    assert {op_id for op_id, _ in handed} <= {entry[0] for entry in row["history"]}
    assert shop.platform.get("journal", store=shop.store)["by_kind"]["pickup.handed_over"] == 2


def test_rights_are_asked_again_with_the_level_that_the_centre_knows(shop):
    clerk = shop.platform.clerk(shop.store, level=3, email="kim@example.org")
    account = shop.platform.account(shop.store)
    station = shop.station(clerk=clerk)
    assert station.push(station.make("account.note_set", account, note="ring twice"))[0]["status"] == "applied"
    shop.platform.clerk(shop.store, level=1, id=clerk, email="kim@example.org", password="")
    assert station.push(station.make("account.note_set", account, note="mine"))[0]["status"] == "rejected"
    assert station.rows()["account"][account]["note"] == "ring twice"


def test_an_intent_without_the_right_is_rejected_and_a_fact_is_kept_with_a_remark(shop):
    shop.platform.clerk(shop.store, level=1, id="kim", email="kim@example.org")
    account = shop.platform.account(shop.store)
    station = shop.station(clerk="kim")
    piece = station.received(account)
    pickup = fresh_id()
    opened = station.make(
        "pickup.opened", pickup, account=account, mailbox="12", mode="walk_in", items=[entity_of(piece)]
    )
    note = station.make("account.note_set", account, note="mine")
    assert [(r["status"], r["code"]) for r in station.push(piece, opened, note)] == [
        ("applied", ""),
        ("applied", ""),
        ("rejected", "rights.level_too_low"),
    ]
    remarks = station.rows()["pickup"][pickup]["remarks"]
    assert [remark.split(":")[0] for remark in remarks] == ["rights.level_too_low"]


def test_a_clerk_who_was_deactivated_has_no_rights_left(shop):
    shop.platform.clerk(shop.store, level=6, id="kim", email="kim@example.org")
    shop.platform.clerk(shop.store, level=6, id="kim", email="kim@example.org", active=False)
    account = shop.platform.account(shop.store)
    station = shop.station(clerk="kim")
    assert station.push(station.make("account.note_set", account, note="x"))[0]["status"] == "rejected"


def test_an_act_on_a_piece_that_nobody_saw_keeps_a_contested_stub_under_the_pieces_id(shop):
    station = shop.station()
    piece, pickup = fresh_id(), fresh_id()
    op = station.make("pickup.opened", pickup, account="", mailbox="12", mode="walk_in", items=[piece])
    assert station.push(op)[0]["status"] == "contested"
    assert station.rows()["item"][piece]["id"] == piece


def test_sessions_are_journaled_and_change_no_row(shop):
    station = shop.station()
    before = station.pull()["next"]
    assert (
        station.push(station.make("session.signed_in", "", clerk=shop.clerk, present="pin"))[0]["status"] == "applied"
    )
    page = station.pull(before)
    assert not any(page["tables"].values())
    assert not page["more"]


def test_the_journal_keeps_the_exact_bytes(shop):
    station = shop.station()
    op = station.received()
    station.push(op)
    with shop.beneath() as connection:
        row = connection.execute(select(journal).where(journal.c.op_id == op_id_of(op))).one()
        opened = {
            r.field: (r.salt, r.value)
            for r in connection.execute(select(disclosure).where(disclosure.c.op_id == op_id_of(op)))
        }
    assert row.core == base64.b64decode(op["core"])
    said = evidence.parse(row.core)
    assert evidence.reveal(said["body"], opened)["name"] == "Ann Lee"
    assert b"Ann Lee" not in row.core
    station.key.public_key().verify(bytes.fromhex(row.sig), evidence.signing_bytes(bytes.fromhex(row.core_hash)))


def test_another_epoch_is_refused_with_the_one_that_holds(shop):
    station = shop.station()
    with pytest.raises(Refused) as refused:
        station.push(epoch="0" * 32)
    assert (refused.value.status, refused.value.code) == (409, "sync.epoch_changed")
    assert refused.value.args_out == {"epoch": station.epoch}


def test_too_many_or_too_large_is_413(shop):
    station = shop.station()
    op = station.received()
    with pytest.raises(Refused) as refused:
        station.push(*[op] * 201)
    assert refused.value.status == 413
    big = {"core": base64.b64encode(os.urandom(400_000)).decode(), "sig": "00", "open": {}}
    with pytest.raises(Refused) as refused:
        station.push(big, big)
    assert (refused.value.status, refused.value.code) == (413, "sync.batch_too_large")
