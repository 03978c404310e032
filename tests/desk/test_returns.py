"""Mail received, pieces kept apart and returns to senders: the gates of S-09, R-14 to R-18 and R-20."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.desk import answers, customers, pickups, receiving, returns
from counter_app.desk.receiving import Arrival
from counter_app.domain.mailbox import AccountState
from counter_app.domain.sizes import parse_size
from tests.counter_acts import everything, kinds, one, piece, refusal

PHOTO = b"\xff\xd8\xff a photo"


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    counter.account("new", "119", "Rosa Delgado", state="pending_approval")
    counter.account("hold", "108", "Bright Dental", state="on_hold")
    counter.account("gone", "120", "Olu Adeyemi", state="inactive", state_since="2026-09-01")
    counter.account("old", "121", "Max Former", state="released", state_since="2026-01-05")
    counter.clerk_1 = counter.clerk()
    return counter


def refused(shop: Any, work: Any, *arguments: Any, **named: Any) -> Any:
    """The refusal; nothing of it may be in the store, and nobody was told."""
    before, told = everything(shop.desk), list(shop.told)
    error = refusal(work, shop.desk, shop.clerk_1, *arguments, **named)
    assert everything(shop.desk) == before
    assert shop.told == told
    return error


def jobs(shop: Any) -> list[str]:
    with shop.desk.db.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT kind FROM print_job ORDER BY position")]


def taken_in(shop: Any, reason: str = "unknown", **arrival: Any) -> Any:
    said = Arrival(**{"name": "Zoe Quill", "photo": PHOTO, **arrival})
    return returns.take_in(shop.desk, shop.clerk_1, said, reason)


# ------------------------------------------------------------ mail received


def test_s09_mail_for_an_unapproved_mailbox_tells_the_customer_and_goes_back(shop: Any) -> None:
    arrival = Arrival("new", "Rosa Delgado", photo=PHOTO)
    got = returns.mail_received(shop.desk, shop.clerk_1, arrival)
    item = got.item
    assert kinds(shop.desk)[-3:] == ["item.received", "item.notice_given", "item.return_marked"]
    assert (item.state, item.account_id, item.mailbox) == ("unassigned", "", "")  # never inserted
    assert (item.notice, item.notice_for, item.notice_mailbox) == ("return", "new", "119")
    assert (item.apart, item.return_reason) == ("return", "not_approved")
    assert shop.desk.local(item.return_due_ms).isoformat()[:16] == "2026-11-03T18:00"
    assert jobs(shop) == ["endorsement_label"]


def test_s09_mail_for_a_mailbox_on_hold_is_kept_until_there_is_an_instruction(shop: Any) -> None:
    got = returns.mail_received(shop.desk, shop.clerk_1, Arrival("hold", "Bright Dental", shelf="H-1"))
    item = got.item
    assert kinds(shop.desk)[-2:] == ["item.received", "item.notice_given"]
    assert (item.state, item.apart, item.return_reason, item.shelf) == ("unassigned", "hold", "", "H-1")
    assert jobs(shop) == ["item_label"]
    # Active again: the piece is theirs.
    shop.account("hold", "108", "Bright Dental")
    assert receiving.assign(shop.desk, shop.clerk_1, item.id, "hold", "Bright Dental").apart == ""


def test_s09_a_piece_that_waits_unassigned_can_be_told_of_once(shop: Any) -> None:
    item = receiving.receive_unassigned(shop.desk, shop.clerk_1, Arrival(name="Bright Dental")).item
    got = returns.mail_received(shop.desk, shop.clerk_1, Arrival("hold"), item.id)
    assert (got.item.id, got.item.apart) == (item.id, "hold")
    assert refused(shop, returns.mail_received, Arrival("hold"), item.id).code == "item.not_unassigned"


@pytest.mark.parametrize("state", [one.value for one in AccountState])
def test_s09_mail_received_is_only_for_mailboxes_that_need_it(counter: Any, state: str) -> None:
    counter.account("a1", "101", "Ann Lee", state=state)
    clerk, arrival = counter.clerk(1), Arrival("a1", "Ann Lee", photo=PHOTO)
    if state in ("signed_up", "docs_submitted", "pre_review", "pending_approval", "on_hold"):
        assert returns.mail_received(counter.desk, clerk, arrival).item.notice_for == "a1"
    else:
        assert refusal(returns.mail_received, counter.desk, clerk, arrival).code == "notice.not_needed"


@pytest.mark.parametrize(("name", "code"), [("", "name.missing"), ("Zoe Quill", "name.not_on_form")])
def test_s09_nobody_is_told_of_somebody_elses_mail(shop: Any, name: str, code: str) -> None:
    assert refused(shop, returns.mail_received, Arrival("hold", name, photo=PHOTO)).code == code


def test_r18_what_goes_back_leaves_a_picture(shop: Any) -> None:
    assert refused(shop, returns.mail_received, Arrival("new", "Rosa Delgado")).code == "return.photo_missing"
    assert refused(shop, returns.take_in, Arrival(name="Zoe Quill"), "unknown").code == "return.photo_missing"
    shop.desk.photos_kept = False  # no room on the disk is no reason to keep what must go
    assert taken_in(shop).item.apart == "return"


# ------------------------------------------------------------ back to the sender


def test_r18_a_piece_in_hand_goes_back_with_reason_label_and_due_time(shop: Any) -> None:
    got = taken_in(shop, "name_not_on_form", account_id="a1")
    assert (got.item.state, got.item.apart, got.item.return_reason) == ("unassigned", "return", "name_not_on_form")
    assert one(shop.desk, "SELECT json_extract(payload, '$.words') FROM print_job WHERE id = ?", got.job_id) == (
        "Undeliverable, Commercial Mail Receiving Agency, No Authorization to Receive Mail for this Addressee"
    )
    assert jobs(shop) == ["endorsement_label"]  # and no label of the shelf


@pytest.mark.parametrize("reason", ["inactive_6_months", "not_approved", "refused", "customer_request", "unknown"])
def test_r14_mail_of_a_holder_who_left_less_than_six_months_ago_is_not_sent_back(shop: Any, reason: str) -> None:
    said = Arrival("gone", "Olu Adeyemi", photo=PHOTO)
    found = returns.choices(shop.desk, shop.clerk_1, account_id="gone", name="Olu Adeyemi")
    assert (found.reasons, found.inside_six_months) == (("misdelivered",), True)
    error = refused(shop, returns.take_in, said, reason)
    assert (error.code, error.facts) == ("return.inside_six_months", {"mailbox": "120"})


def test_r14_after_six_months_it_goes_back(shop: Any) -> None:
    got = taken_in(shop, "inactive_6_months", account_id="old", name="Max Former")
    assert got.item.return_reason == "inactive_6_months"


@pytest.mark.parametrize("reason", ["not_approved", "inactive_6_months", "unknown", "rejected"])
def test_r15_mail_of_a_customer_is_not_refused_for_such_reasons(shop: Any, reason: str) -> None:
    error = refused(shop, returns.take_in, Arrival("a1", "Ann Lee", photo=PHOTO), reason)
    assert error.code == "return.reason_not_allowed"


def test_r18_a_received_piece_is_marked_and_the_mark_is_taken_back(shop: Any) -> None:
    item = piece(shop, shop.clerk_1, photo=PHOTO)
    got = returns.mark(shop.desk, shop.clerk_1, item.id, "customer_request", note="by phone")
    assert (got.item.state, got.item.apart, got.item.return_note) == ("received", "return", "by phone")
    assert [one.item.id for one in returns.listing(shop.desk, shop.clerk_1)] == [item.id]
    assert refused(shop, returns.mark, item.id, "refused").code == "return.marked_already"
    assert pickups.pickable(shop.desk, "a1") == ()
    assert refused(shop, pickups.open_walk_in, "a1", [item.id]).code == "item.marked_for_return"
    assert jobs(shop) == ["item_label", "endorsement_label"]
    kept = returns.unmark(shop.desk, shop.clerk_1, item.id)
    assert (kept.apart, kept.return_reason, kept.state) == ("", "", "received")
    assert jobs(shop) == ["item_label"]  # what was not printed yet is not owed any more
    assert returns.listing(shop.desk, shop.clerk_1) == ()
    assert refused(shop, returns.unmark, item.id).code == "return.not_marked"


def test_r18_a_new_picture_of_a_mark_travels_like_any_other(shop: Any) -> None:
    item = piece(shop, shop.clerk_1)
    assert refused(shop, returns.mark, item.id, "refused").code == "return.photo_missing"
    got = returns.mark(shop.desk, shop.clerk_1, item.id, "refused", PHOTO)
    assert shop.desk.blobs.open_plain(got.item.return_photo) == PHOTO
    assert one(shop.desk, "SELECT count(*) FROM photo_act WHERE sha256 = ?", got.item.return_photo) == 1


def test_r18_a_piece_in_a_task_is_not_sent_back(shop: Any) -> None:
    item = piece(shop, shop.clerk_1, photo=PHOTO)
    pickups.open_walk_in(shop.desk, shop.clerk_1, "a1", [item.id])
    assert refused(shop, returns.mark, item.id, "refused").code == "item.in_other_task"


def test_r18_a_marked_piece_is_given_to_no_mailbox(shop: Any) -> None:
    item = taken_in(shop).item
    assert refused(shop, receiving.assign, item.id, "a1", "Ann Lee").code == "item.marked_for_return"


def test_r18_the_label_again_marks_nothing_again(shop: Any) -> None:
    item = taken_in(shop).item
    before = kinds(shop.desk)
    returns.print_endorsement(shop.desk, shop.clerk_1, item.id)
    assert kinds(shop.desk) == before
    assert jobs(shop) == ["endorsement_label"] * 2


# ------------------------------------------------------------ the list


def test_r18_pieces_are_scanned_onto_the_list_and_leave_with_it(shop: Any) -> None:
    first, second = taken_in(shop).item, taken_in(shop, name="Yan Li").item
    listed = returns.begin(shop.desk, shop.clerk_1, "USPS")
    assert returns.begin(shop.desk, shop.clerk_1, "usps").id == listed.id  # one list a carrier
    for code in (first.mail_id, first.mail_id.lower(), first.mail_id):
        returns.scan_onto(shop.desk, shop.clerk_1, listed.id, code)
    returns.scan_onto(shop.desk, shop.clerk_1, listed.id, second.mail_id)
    assert returns.manifest(shop.desk, shop.clerk_1).entries == (first.id, second.id)
    assert [one.listed for one in returns.listing(shop.desk, shop.clerk_1)] == [True, True]
    done = returns.hand_over(shop.desk, shop.clerk_1, listed.id)
    assert (done.state, done.entries, done.remarks) == ("handed_over", (first.id, second.id), ())
    for item in (first, second):
        gone = receiving.piece(shop.desk, shop.clerk_1, item.id)
        assert (gone.state, gone.apart, gone.manifest) == ("returned_to_sender", "", listed.id)
    assert returns.listing(shop.desk, shop.clerk_1) == ()
    assert jobs(shop)[-1] == "returns_manifest"
    assert refused(shop, returns.hand_over, listed.id).code == "manifest.not_open"
    assert refused(shop, returns.unmark, first.id).code == "return.not_marked"


def test_r18_only_marked_pieces_get_onto_the_list(shop: Any) -> None:
    listed, item = returns.begin(shop.desk, shop.clerk_1, "usps"), piece(shop, shop.clerk_1)
    assert refused(shop, returns.scan_onto, listed.id, item.mail_id).code == "return.not_marked"
    assert refused(shop, returns.scan_onto, listed.id, "M00000000000").code == "item.unknown"
    assert refused(shop, returns.hand_over, listed.id).code == "manifest.empty"
    assert refused(shop, returns.begin, " ").code == "intake.carrier_missing"


def test_r18_a_mark_that_is_taken_back_leaves_the_list_too(shop: Any) -> None:
    item = taken_in(shop).item
    listed = returns.begin(shop.desk, shop.clerk_1, "usps")
    returns.scan_onto(shop.desk, shop.clerk_1, listed.id, item.mail_id)
    returns.unmark(shop.desk, shop.clerk_1, item.id)
    assert returns.manifest(shop.desk, shop.clerk_1).entries == ()


def test_r18_what_is_not_with_the_carrier_in_time_is_late(shop: Any) -> None:
    taken_in(shop)
    assert [one.late for one in returns.listing(shop.desk, shop.clerk_1)] == [False]
    shop.clock.advance(33 * 3_600_000)  # Tuesday, after closing
    assert [one.late for one in returns.listing(shop.desk, shop.clerk_1)] == [True]


# ------------------------------------------------------------ registered, restricted, and what is said of a piece


@pytest.mark.parametrize("work", [receiving.receive, receiving.receive_unassigned])
def test_r20_registered_mail_is_not_taken_in(shop: Any, work: Any) -> None:
    assert refused(shop, work, Arrival("a1", "Ann Lee", flags=("registered",))).code == "item.registered"


def test_r20_restricted_delivery_needs_the_form(shop: Any) -> None:
    said = Arrival("a1", "Ann Lee", flags=("restricted",))
    error = refused(shop, receiving.receive, said)
    assert (error.code, error.facts) == ("item.restricted_not_on_form", {"mailbox": "101"})
    shop.account("a1", "101", "Ann Lee", restricted_delivery="yes")
    assert receiving.receive(shop.desk, shop.clerk_1, said).item.flags == ("restricted",)


def test_s04_what_is_said_of_a_piece_is_kept_with_it(make_counter: Any) -> None:
    shop = make_counter(settings={"custom_types": [{"name": "Yellow envelope", "like": "large_envelope"},
                                                   {"name": "Odd", "like": "nothing"}]})  # fmt: skip
    shop.account("a1", "101", "Ann Lee")
    clerk = shop.clerk()
    item = piece(shop, clerk, sender=" First\u202e Bank ", size=parse_size("12 x 9 x 4"), postage_due_cents=135,
                 custom_type="Yellow envelope")  # fmt: skip
    assert (item.sender, item.length_mm, item.width_mm, item.height_mm) == ("First Bank", 305, 229, 102)
    assert (item.postage_due_cents, item.flags) == (135, ("postage_due",))
    assert (item.custom_type, item.mail_type) == ("Yellow envelope", "large_envelope")
    assert [one.name for one in shop.desk.settings.custom_types] == ["Yellow envelope"]
    for wrong, code in (
        ({"custom_type": "Odd"}, "item.type_unknown"),
        ({"postage_due_cents": -1}, "item.postage_wrong"),
        ({"postage_due_cents": 100_001}, "item.postage_wrong"),
    ):
        assert refusal(piece, shop, clerk, **wrong).code == code


def test_s04_the_last_senders_of_a_mailbox_are_offered(shop: Any) -> None:
    for sender in ("First Bank", "City of Albany", "", "First Bank"):
        piece(shop, shop.clerk_1, sender=sender)
    piece(shop, shop.clerk_1, "b1", "Bob Stone", sender="Somebody else")
    assert receiving.senders(shop.desk, shop.clerk_1, "a1") == ("First Bank", "City of Albany")


def test_a_piece_is_put_on_a_shelf_by_its_scan(shop: Any) -> None:
    item = piece(shop, shop.clerk_1, shelf="A-1")
    put, before = receiving.put(shop.desk, shop.clerk_1, item.mail_id, "b-2")
    assert (put.shelf, before) == ("B-2", "A-1")
    assert refused(shop, receiving.put, "M00000000000", "B-2").code == "item.unknown"
    assert refused(shop, receiving.put, item.mail_id, "no shelf!").code == "item.shelf_wrong"


# ------------------------------------------------------------ the wrong mailbox


def test_s09_both_mailboxes_keep_a_trace_and_the_photo_is_withdrawn_from_the_wrong_one(shop: Any) -> None:
    item = piece(shop, shop.clerk_1, photo=PHOTO)
    receiving.reassign(shop.desk, shop.clerk_1, item.id, "b1", "Bob Stone", "misread")
    wrong, right = (customers.card(shop.desk, shop.clerk_1, one) for one in ("a1", "b1"))
    assert [(one.mail_id, one.mailbox, one.moved_why) for one in wrong.by_mistake] == [(item.mail_id, "102", "misread")]
    assert (wrong.on_shelf, wrong.earlier, right.by_mistake) == ((), (), ())
    assert [(one.id, one.photo, one.was_of) for one in right.on_shelf] == [(item.id, item.photo, ("a1",))]
    said = answers.about_piece(shop.desk, shop.clerk_1, item.id)
    assert ("piece.moved_here", {"why": "misread"}) in [(line.code, line.facts) for line in said.lines]


def test_s09_a_piece_that_was_moved_twice_is_in_three_histories(shop: Any) -> None:
    shop.account("c1", "103", "Cy Young")
    item = piece(shop, shop.clerk_1)
    receiving.reassign(shop.desk, shop.clerk_1, item.id, "b1", "Bob Stone", "misread")
    receiving.reassign(shop.desk, shop.clerk_1, item.id, "c1", "Cy Young", "misread again")
    for account in ("a1", "b1"):
        assert [one.id for one in customers.card(shop.desk, shop.clerk_1, account).by_mistake] == [item.id]
