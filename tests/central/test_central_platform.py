"""What the platform may do, what it is refused, and that its acts stand in the journal like anybody's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from central_service.keys import signed_by
from central_service.tables import device, journal
from counter_app.domain import evidence
from counter_app.domain.service_level import ZONE, hours_from
from tests.central.station import Refused, entity_of


def refusal_of(call, *args, **more) -> tuple[int, str]:
    with pytest.raises(Refused) as refused:
        call(*args, **more)
    return refused.value.status, refused.value.code


def next_week() -> int:
    """A time at which the store of these tests is open, in UTC milliseconds; far enough from now."""
    hours = hours_from(ZONE, {})
    day = hours.local(datetime.now(UTC)).date() + timedelta(days=7)
    return int(hours.opening_at(hours.next_business_day(day)).timestamp() * 1000)


def test_a_store_is_made_once(shop):
    assert refusal_of(shop.platform.store, shop.store) == (409, "store.exists")


def test_everything_of_an_unknown_store_is_404(shop):
    for path in ("items", "pickups", "journal", "charges"):
        assert refusal_of(shop.platform.get, path, store="nowhere") == (404, "store.unknown")
    assert refusal_of(shop.platform.post, "enrolments", store="nowhere") == (404, "store.unknown")
    assert refusal_of(shop.platform.account, "nowhere") == (404, "store.unknown")


def test_the_acts_of_the_platform_are_chained_and_signed_by_the_centre(shop):
    shop.platform.account(shop.store)
    with shop.beneath() as connection:
        rows = connection.execute(select(journal).where(journal.c.store_id == shop.store).order_by(journal.c.n)).all()
        key = connection.execute(
            select(device.c.public_key).where(device.c.store_id == shop.store, device.c.id == "centre")
        ).scalar_one()
    said = [evidence.parse(row.core) for row in rows]
    assert [one["n"] for one in said] == list(range(1, 7))
    prev = evidence.genesis("org1", shop.store, "centre", said[0]["incarnation"], bytes.fromhex(key)).hex()
    for row, one in zip(rows, said, strict=True):
        assert one["prev"] == prev
        assert (one["actor"], one["present"], one["device"]) == ("platform", "service", "centre")
        assert signed_by(key, bytes.fromhex(row.sig), evidence.signing_bytes(evidence.op_hash(row.core)))
        prev = row.core_hash


def test_s02_an_account_moves_only_as_the_table_of_moves_says(shop):
    account = shop.platform.account(shop.store, active=False)
    assert refusal_of(shop.platform.state, shop.store, account, "active") == (409, "account.move_not_allowed")
    assert refusal_of(shop.platform.state, shop.store, account, "nonsense") == (409, "op.field_wrong")
    assert refusal_of(shop.platform.state, shop.store, "nobody", "active") == (404, "account.unknown")
    shop.platform.state(shop.store, account, "docs_submitted")
    assert shop.station().rows()["account"][account]["state"] == "docs_submitted"


def test_s09_names_of_an_account_are_replaced(shop):
    account = shop.platform.account(shop.store)
    shop.platform.post(
        f"accounts/{account}/names",
        "/v1/platform/accounts/{id}/names",
        store=shop.store,
        names=[{"text": "Bo Lee", "kind": "person", "valid_from": "2026-01-01", "valid_to": ""}],
        collectors=[{"name": "Cy Lee"}],
    )
    row = shop.station().rows()["account"][account]
    assert [name["text"] for name in row["names"]] == ["Bo Lee"]
    assert [one["name"] for one in row["collectors"]] == ["Cy Lee"]


def test_more_names_than_an_operation_holds_are_refused_and_change_nothing(shop):
    account = shop.platform.account(shop.store)
    path, route = f"accounts/{account}/names", "/v1/platform/accounts/{id}/names"
    names = [{"text": f"{index:02}" + "n" * 198} for index in range(20)]
    assert refusal_of(shop.platform.post, path, route, store=shop.store, names=names) == (400, "op.field_wrong")
    assert [name["text"] for name in shop.station().rows()["account"][account]["names"]] == ["Ann Lee"]


def test_an_employees_email_is_his_alone(shop):
    shop.platform.clerk(shop.store, email="kim@example.org")
    assert refusal_of(shop.platform.clerk, shop.store, email="KIM@example.org") == (409, "employee.email_taken")
    assert refusal_of(shop.platform.clerk, shop.store, password="") == (400, "employee.password_needed")
    assert refusal_of(shop.platform.clerk, shop.store, level=7) == (400, "request.field_wrong")


def test_a_pickup_takes_only_pieces_that_are_free_and_of_that_account(shop):
    station = shop.station()
    account, stranger = shop.platform.account(shop.store), shop.platform.account(shop.store, mailbox="13")
    mine, theirs = station.received(account), station.received(stranger)
    station.push(mine, theirs)
    ask = {"store": shop.store, "account": account, "appointment_ms": next_week()}
    for items in ([entity_of(theirs)], [entity_of(mine), "unknown"]):
        assert refusal_of(shop.platform.post, "pickups", items=items, **ask) == (409, "pickup.items_not_free")
    pickup = shop.platform.post("pickups", items=[entity_of(mine)], **ask)["id"]
    again = refusal_of(shop.platform.post, "pickups", items=[entity_of(mine)], **ask)
    assert again == (409, "pickup.items_not_free")
    (row,) = shop.platform.get("pickups", store=shop.store)
    assert (row["id"], row["state"], row["appointment_ms"]) == (pickup, "scheduled", ask["appointment_ms"])
    (piece,) = shop.platform.get("items", store=shop.store, account=account)
    assert (piece["state"], piece["task_id"]) == ("in_task", pickup)
    assert len(shop.platform.get("items", store=shop.store)) == 2


def test_s09_a_mailbox_on_hold_gets_no_tasks(shop):
    station, account = shop.station(), shop.platform.account(shop.store)
    piece = station.received(account)
    station.push(piece)
    shop.platform.state(shop.store, account, "on_hold")
    body = {"store": shop.store, "account": account, "items": [entity_of(piece)]}
    assert refusal_of(shop.platform.post, "pickups", **body) == (409, "mailbox.on_hold")


def test_the_journal_counts_by_kind_and_goes_on_after_a_seq(shop):
    station = shop.station()
    results = station.push(station.received(), station.received())
    page = shop.platform.get("journal", store=shop.store)
    assert page["by_kind"] == {"employee.set": 1, "item.received": 2}
    assert page["count"] == 3
    rest = shop.platform.get("journal", store=shop.store, after=str(results[0]["seq"]))
    assert [line["op_id"] for line in rest["ops"]] == [results[1]["op_id"]]


def test_a_query_that_was_not_agreed_is_400(shop):
    assert refusal_of(shop.platform.get, "items", store=shop.store, more="1") == (400, "request.field_unknown")
    assert refusal_of(shop.platform.get, "items") == (400, "request.field_missing")
    assert refusal_of(shop.platform.get, "items", store=[shop.store, "b"]) == (400, "request.field_twice")
