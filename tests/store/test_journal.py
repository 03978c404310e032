"""The journal: chained and signed, no name in its bytes, in order, and every answer of the centre beside its act."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from counter_app.desk import customers, inbox, receiving
from counter_app.store import journal, state
from counter_app.store.journal import Answer
from tests.counter_acts import kinds, one, piece


@pytest.fixture
def busy(counter: Any) -> Any:
    """A counter with an account and some acts behind it."""
    counter.account("a1", "101", "Ann Lee")
    counter.clerk_1 = counter.clerk()
    counter.first = piece(counter, counter.clerk_1)
    receiving.move(counter.desk, counter.clerk_1, counter.first.id, "B-2")
    customers.set_note(counter.desk, counter.clerk_1, "a1", "Rings twice")
    return counter


def _rows(counter: Any) -> list[Any]:
    with counter.desk.db.read() as connection:
        return connection.exec_driver_sql(
            "SELECT op_id, n, core, op_hash, sig, status, seq, code FROM journal ORDER BY position"
        ).all()


def _answer(counter: Any, *answers: Answer) -> None:
    with counter.desk.db.write() as connection:
        journal.record(connection, answers, 5)


def _op(counter: Any, kind: str) -> str:
    return str(one(counter.desk, "SELECT op_id FROM journal WHERE kind = ? ORDER BY position DESC", kind))


def test_the_chain_holds_when_somebody_else_checks_it(busy: Any) -> None:
    # Written from the rule (5.1), with nothing of the program but the public key.
    identity = busy.desk.identity
    place = "\n".join((identity.org, identity.store, identity.device, identity.incarnation)).encode()
    prev = hashlib.sha256(b"counter-genesis-1\n" + place + b"\n" + identity.public_key).hexdigest()
    public = Ed25519PublicKey.from_public_bytes(identity.public_key)
    rows = _rows(busy)
    assert len(rows) == 4
    for number, (op_id, n, core, op_hash, sig, *_) in enumerate(rows, 1):
        said = json.loads(core)
        assert (said["n"], n, said["prev"], said["op_id"]) == (number, number, prev, op_id)
        assert json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() == core
        digest = hashlib.sha256(b"\x00counter-op-1\n" + core).digest()
        assert op_hash == digest
        public.verify(sig, b"counter-sig-1\n" + digest)
        prev = digest.hex()


def test_prev_comes_from_the_journal_and_not_from_a_memory(busy: Any) -> None:
    def broken() -> None:
        with busy.desk.act(busy.clerk_1, "item.move") as act:
            act.write("item.moved", busy.first.id, shelf="X")
            raise LookupError("the act broke after it was written")

    with pytest.raises(LookupError):
        broken()
    receiving.move(busy.desk, busy.clerk_1, busy.first.id, "C-3")
    with busy.desk.act(busy.clerk_1, "item.move") as act:
        act.write("item.moved", busy.first.id, shelf="D-4")
        act.write("item.moved", busy.first.id, shelf="E-5")
    test_chain = [json.loads(row[2]) for row in _rows(busy)]
    assert [said["n"] for said in test_chain] == [1, 2, 3, 4, 5, 6, 7]
    hashes = [row[3].hex() for row in _rows(busy)]
    assert [said["prev"] for said in test_chain[1:]] == hashes[:-1]


def test_a_new_incarnation_begins_a_chain_of_its_own(busy: Any) -> None:
    from dataclasses import replace

    busy.desk.identity = replace(busy.desk.identity, incarnation="second")
    receiving.move(busy.desk, busy.clerk_1, busy.first.id, "C-3")
    said = json.loads(_rows(busy)[-1][2])
    assert (said["n"], said["incarnation"]) == (1, "second")
    assert said["prev"] not in {row[3].hex() for row in _rows(busy)}


def test_no_personal_word_is_in_the_bytes_that_stay_for_ever(busy: Any) -> None:
    for row in _rows(busy):
        for word in (b"Ann", b"Lee", b"twice", b"Jordan", b"example.org"):
            assert word not in row[2]
    with busy.desk.db.read() as connection:
        shown = connection.exec_driver_sql("SELECT field, salt, value FROM disclosure").all()
    assert {(field, value) for field, _, value in shown} == {
        ("name", "Ann Lee"),
        ("matched", "Ann Lee"),
        ("note", "Rings twice"),
    }
    assert len({salt for _, salt, _ in shown}) == 3
    for field, salt, value in shown:
        digest = hashlib.sha256(b"counter-c1" + salt + value.encode()).hexdigest()
        assert any(json.loads(row[2])["body"].get(field) == {"c": digest} for row in _rows(busy))


def test_an_erased_name_breaks_neither_the_chain_nor_the_row(busy: Any) -> None:
    with busy.desk.db.write() as connection:
        connection.exec_driver_sql("DELETE FROM disclosure")
        state.lay_over(connection, "item", busy.first.id)
        found = state.item(connection, busy.first.id)
    assert (found.name_on_piece, found.shelf, found.mail_id) == ("", "B-2", busy.first.mail_id)
    test_the_chain_holds_when_somebody_else_checks_it(busy)


def test_what_waits_waits_in_the_order_in_which_it_happened(busy: Any) -> None:
    with busy.desk.db.read() as connection:
        waiting = journal.waiting(connection, 3)
        assert journal.waiting_count(connection) == 4
    assert [one.kind for one in waiting] == ["session.signed_in", "item.received", "item.moved"]
    assert [one.op_id for one in waiting] == [row[0] for row in _rows(busy)[:3]]
    assert waiting[1].opened.keys() == {"name", "matched"}
    _answer(busy, Answer(waiting[1].op_id, "applied", 7))
    with busy.desk.db.read() as connection:
        assert [one.kind for one in journal.waiting(connection, 9)] == [
            "session.signed_in",
            "item.moved",
            "account.note_set",
        ]


def test_an_answer_changes_its_own_line_and_no_row(busy: Any) -> None:
    before = one(busy.desk, "SELECT data FROM item")
    op_id = _op(busy, "item.moved")
    _answer(busy, Answer(op_id, "applied", 12))
    assert [(row[5], row[6]) for row in _rows(busy) if row[0] == op_id] == [("applied", 12)]
    assert one(busy.desk, "SELECT data FROM item") == before
    assert inbox.entries(busy.desk) == []


@pytest.mark.parametrize("status", ["contested", "rejected", "quarantined"])
def test_what_was_not_simply_applied_is_shown_to_a_clerk(busy: Any, status: str) -> None:
    op_id = _op(busy, "account.note_set")
    _answer(busy, Answer(op_id, status, 3, "op.why", '{"who": "Kim"}'))
    (entry,) = inbox.entries(busy.desk)
    assert (entry.op_id, entry.kind, entry.code, entry.facts) == (op_id, "account.note_set", "op.why", {"who": "Kim"})
    inbox.resolve(busy.desk, busy.clerk_1, op_id)
    assert inbox.entries(busy.desk) == []


def test_a_rejected_wish_is_undone_on_the_row(busy: Any) -> None:
    with busy.desk.db.read() as connection:
        assert state.account(connection, "a1").note == "Rings twice"
    _answer(busy, Answer(_op(busy, "account.note_set"), "rejected", 3, "rights.level_too_low"))
    with busy.desk.db.read() as connection:
        account = state.account(connection, "a1")
    assert (account.note, account.holder, account.history) == ("", "Ann Lee", ())


def test_a_contested_fact_stays_on_the_row(busy: Any) -> None:
    _answer(busy, Answer(_op(busy, "item.moved"), "contested", 3, "op.contested"))
    with busy.desk.db.read() as connection:
        assert state.item(connection, busy.first.id).shelf == "B-2"


def test_the_first_answer_stands_and_a_repeated_one_asks_nobody_again(busy: Any) -> None:
    op_id = _op(busy, "item.moved")
    _answer(busy, Answer(op_id, "contested", 3, "op.contested"))
    inbox.resolve(busy.desk, busy.clerk_1, op_id)
    for status, seq in (("contested", 3), ("applied", 9), ("rejected", 11)):
        _answer(busy, Answer(op_id, status, seq, "op.other"))
    assert [(row[5], row[6], row[7]) for row in _rows(busy) if row[0] == op_id] == [("contested", 3, "op.contested")]
    assert inbox.entries(busy.desk) == []
    with busy.desk.db.read() as connection:
        assert state.item(connection, busy.first.id).shelf == "B-2"


def test_nothing_is_ever_deleted_from_the_journal(busy: Any) -> None:
    before = [tuple(row[:5]) for row in _rows(busy)]
    for number, row in enumerate(before):
        _answer(busy, Answer(row[0], ("applied", "contested", "rejected", "quarantined")[number], number + 1))
    assert [tuple(row[:5]) for row in _rows(busy)] == before
    assert kinds(busy.desk) == ["session.signed_in", "item.received", "item.moved", "account.note_set"]


def test_a_deferred_act_keeps_waiting_and_stays_on_screen(busy: Any) -> None:
    # The centre says seq 0 for an act that it did not take yet: no row of the centre covers it.
    op_id = _op(busy, "item.moved")
    _answer(busy, Answer(op_id, "deferred", 0, "op.gap"))
    with busy.desk.db.read() as connection:
        assert op_id in [one.op_id for one in journal.waiting(connection, 9)]
        row = state.item(connection, busy.first.id)
    from dataclasses import replace

    from counter_app.domain.rows import to_plain

    pulled = replace(row, shelf="", history=row.history[:1])
    with busy.desk.db.write() as connection:
        state.accept_pulled(connection, "item", [(row.id, 8, to_plain(pulled))])
        assert state.item(connection, row.id).shelf == "B-2"


def test_a_parked_act_waits_for_a_clerk_and_goes_back_into_the_queue(busy: Any) -> None:
    op_id = _op(busy, "item.moved")
    with busy.desk.db.write() as connection:
        journal.count_try(connection, [op_id])
        journal.park(connection, op_id, "sync.refused", 9)
    with busy.desk.db.read() as connection:
        assert op_id not in [one.op_id for one in journal.waiting(connection, 9)]
        assert state.item(connection, busy.first.id).shelf == "B-2"
    assert [entry.code for entry in inbox.entries(busy.desk)] == ["op.parked"]
    inbox.resolve(busy.desk, busy.clerk_1, op_id)
    with busy.desk.db.read() as connection:
        (again,) = [one for one in journal.waiting(connection, 9) if one.op_id == op_id]
    assert again.tries == 0
    assert inbox.entries(busy.desk) == []


def test_what_is_parked_twice_is_shown_twice(busy: Any) -> None:
    op_id = _op(busy, "item.moved")
    for _ in range(2):
        with busy.desk.db.write() as connection:
            journal.park(connection, op_id, "sync.refused", 9)
        inbox.resolve(busy.desk, busy.clerk_1, op_id)
    with busy.desk.db.write() as connection:
        journal.park(connection, op_id, "sync.refused", 9)
    assert len(inbox.entries(busy.desk)) == 1


def test_an_answer_that_came_after_parking_counts(busy: Any) -> None:
    op_id = _op(busy, "item.moved")
    with busy.desk.db.write() as connection:
        journal.park(connection, op_id, "sync.refused", 9)
    _answer(busy, Answer(op_id, "applied", 4))
    with busy.desk.db.write() as connection:
        journal.try_again(connection, op_id)
    assert one(busy.desk, "SELECT status FROM journal WHERE op_id = ?", op_id) == "applied"


def test_paper_carries_the_number_and_the_hash_of_its_act(busy: Any) -> None:
    with busy.desk.act(busy.clerk_1, "item.move") as act:
        done = act.write("item.moved", busy.first.id, shelf="Z")
    said = json.loads(_rows(busy)[-1][2])
    assert done.anchor == f"n {said['n']} · {done.op_hash.hex()[:10]}"
