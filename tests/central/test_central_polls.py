"""A poll is answered from one lookup that it shares with others, and still never from before it was asked."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, update
from sqlalchemy.engine import Engine

from central_service import callers
from central_service.keys import token_hash
from central_service.tables import device, token


def at_head(station):
    cursor, more = "", True
    while more:
        page = station.pull(cursor)
        cursor, more = page["next"], page["more"]
    return cursor


def test_p11_a_poll_at_the_head_says_nothing_new_until_there_is(shop):
    station = shop.station()
    cursor = at_head(station)
    quiet = station.pull(cursor)
    assert (quiet["tables"], quiet["more"], quiet["next"]) == ({}, False, cursor)
    station.push(station.received())
    told = station.pull(cursor)
    assert len(told["tables"]["item"]) == 1
    assert told["high"] == quiet["high"] + 1


@pytest.mark.parametrize("how", ["revoked", "ended"])
def test_t17_a_station_that_was_answered_at_once_is_refused_at_once(shop, how):
    station = shop.station()
    cursor = at_head(station)
    station.pull(cursor)
    with shop.beneath() as connection:
        if how == "revoked":
            connection.execute(update(device).where(device.c.id == station.device).values(revoked=1))
        else:
            connection.execute(update(token).where(token.c.hash == token_hash(station.token)).values(expires_ms=1))
    body = {"streams": [{"id": f"store:{shop.store}", "cursor": cursor}]}
    said = station.session.post(
        shop.url + "/v1/sync/pull", json=body, headers={"Authorization": f"Bearer {station.token}"}, timeout=10
    )
    assert (said.status_code, said.json()["code"]) == (401, "auth.needed")


class Gate:
    """Stands in for the database: counts the lookups, and answers when it is told to."""

    is_server = True

    def __init__(self):
        self.asked, self.fails = [], False


def test_tokens_that_wait_are_looked_up_together_and_a_fault_reaches_all_of_them(monkeypatch):
    gate = Gate()

    def standings(centre, names):
        centre.db.asked.append(list(names))
        if centre.db.fails:
            raise RuntimeError("away")
        return {name: f"standing of {name}" for name in names if name != token_hash("nobody")}

    monkeypatch.setattr(callers, "standings", standings)
    centre = type("Centre", (), {"db": gate})()

    async def run(threads):
        who = callers.Callers(centre, threads).who
        names = [f"t{number}" for number in range(50)]
        found = await asyncio.gather(*map(who, [*names, "t0", "nobody"]))
        assert found == [
            *(f"standing of {token_hash(name)}" for name in names),
            f"standing of {token_hash('t0')}",
            None,
        ]
        assert [len(one) for one in gate.asked] == [51]
        gate.fails = True
        told = await asyncio.gather(*map(who, names), return_exceptions=True)
        assert {str(one) for one in told} == {"away"}
        gate.fails = False
        assert await who("t1") == f"standing of {token_hash('t1')}", "a fault is not remembered"
        assert len(gate.asked) == 3

    with ThreadPoolExecutor(1) as threads:
        asyncio.run(run(threads))


def test_a_poll_at_the_head_is_one_statement(shop):
    station = shop.station()
    cursor = at_head(station)
    seen = []

    def note(_connection, _cursor, statement, *_more):
        if "FROM token" in statement or "stream_head" in statement or "state_row" in statement:
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        station.pull(cursor)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert len(seen) == 1
