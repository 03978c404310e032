"""Pages of rows: in order, complete, resumable, and never of another stream."""

from __future__ import annotations

import base64
import threading

import pytest

from tests.central.station import Refused, entity_of, op_id_of


def test_p3_pages_of_any_size_give_the_same_rows(shop):
    station = shop.station()
    account = shop.platform.account(shop.store)
    pieces = [station.received(account) for _ in range(7)]
    pickup, ops = station.pickup_until_charge(account, [entity_of(one) for one in pieces])
    station.push(*pieces, *ops)
    whole = station.rows()
    assert len(whole["item"]) == 7
    assert pickup in whole["pickup"]
    for size in (1, 2, 3, 5, 8):
        assert station.rows(size) == whole


def test_p7_a_second_pull_moves_nothing(shop):
    station = shop.station()
    station.push(station.received())
    page = station.pull()
    again = station.pull(page["next"])
    assert not any(again["tables"].values())
    assert not again["more"]
    assert again["next"] == page["next"]


def test_all_rows_of_one_operation_are_on_one_page(shop):
    station = shop.station()
    account = shop.platform.account(shop.store)
    pieces = [station.received(account) for _ in range(6)]
    station.push(*pieces)
    cursor = station.pull()["next"]
    _, ops = station.pickup_until_charge(account, [entity_of(one) for one in pieces])
    station.push(ops[0])
    page = station.pull(cursor, max_rows=2)
    assert len(page["tables"]["item"]) == 6
    assert len(page["tables"]["pickup"]) == 1


def test_numbers_that_a_push_did_not_use_are_given_back(shop):
    station = shop.station()
    first, second, third = (station.received() for _ in range(3))
    station.push(first)
    station.push(first)
    station.push(first, third)
    station.push(second, third)
    lines = shop.platform.get("journal", store=shop.store)["ops"]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1))


def test_a_changed_row_comes_again_with_its_new_seq(shop):
    station = shop.station()
    piece = station.received()
    station.push(piece)
    first = station.pull()
    moved = station.make("item.moved", entity_of(piece), shelf="C3")
    seq = station.push(moved)[0]["seq"]
    ((row_id, row_seq, row),) = station.pull(first["next"])["tables"]["item"]
    assert (row_id, row_seq, row["shelf"]) == (entity_of(piece), seq, "C3")


def test_a_cursor_of_another_stream_epoch_or_hand_is_refused(shop):
    station = shop.station()
    shop.platform.store(shop.store + "b")
    other = shop.station(shop.store + "b")
    cursor = station.pull()["next"]
    body, _, seal = cursor.partition(".")
    forged = base64.urlsafe_b64encode(base64.urlsafe_b64decode(body).replace(b'"seq":', b'"seq":1')).decode()
    for bad in (other.pull()["next"], f"{forged}.{seal}", "x", ".", "e30=." + seal, cursor + "0"):
        with pytest.raises(Refused) as refused:
            station.pull(bad)
        assert (refused.value.status, refused.value.code) == (409, "sync.cursor_scope")


def test_the_stream_of_another_store_is_refused(shop):
    station = shop.station()
    with pytest.raises(Refused) as refused:
        station.call("POST", "/v1/sync/pull", station.token, streams=[{"id": "store:other", "cursor": ""}])
    assert refused.value.status == 403


def test_p11_four_stations_push_at_once_and_a_poller_misses_nothing(shop):
    stations = [shop.station() for _ in range(4)]
    poller = shop.station()
    batches = [[[station.received() for _ in range(5)] for _ in range(8)] for station in stations]
    before = shop.platform.get("journal", store=shop.store)["ops"][-1]["seq"]
    start = poller.pull()["next"]
    done = threading.Event()
    seen: list[tuple[int, str]] = []

    def push(station, work) -> None:
        for batch in work:
            station.push(*batch)

    def poll() -> None:
        cursor = start
        while True:
            last_round = done.is_set()
            page = poller.pull(cursor, max_rows=7)
            cursor = page["next"]
            seen.extend((seq, row_id) for row_id, seq, _ in page["tables"].get("item", ()))
            if last_round and not page["more"]:
                return

    threads = [threading.Thread(target=push, args=pair) for pair in zip(stations, batches, strict=True)]
    watcher = threading.Thread(target=poll)
    for thread in (watcher, *threads):
        thread.start()
    for thread in threads:
        thread.join(30)
    done.set()
    watcher.join(30)
    wanted = {entity_of(op) for work in batches for batch in work for op in batch}
    assert {row_id for _, row_id in seen} == wanted
    assert [seq for seq, _ in seen] == sorted(seq for seq, _ in seen)
    lines = shop.platform.get("journal", store=shop.store, after=str(before))["ops"]
    assert [line["seq"] for line in lines] == list(range(before + 1, before + 1 + 160))
    assert {line["op_id"] for line in lines} == {op_id_of(op) for work in batches for batch in work for op in batch}
