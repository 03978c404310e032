"""Transactions on a server database: for one store, run again when the database asks, clear when it is away."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import create_engine, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from central_service import database as room
from central_service import postgres as on_postgres
from central_service.database import WRITE_TRIES, Database
from central_service.refusal import Refusal
from central_service.server import EmbeddedCentre
from central_service.tables import login_try, stream_head
from tests.central.conftest import Shop, past_the_wall
from tests.central.real_postgres import HOW, RealPostgres, binaries, serving
from tests.central.station import PLATFORM_TOKEN, Refused

OWN_SQL = True


@pytest.fixture
def db(postgres: RealPostgres) -> Iterator[Database]:
    url = postgres.ready()
    db = Database(url)
    db.transact(lambda connection: connection.execute(insert(stream_head).values(store_id="s1", seq=0)), "s1")
    yield db
    db.close()
    postgres.drop(url)


def seq_of(db: Database) -> int:
    with db.read("s1") as connection:
        return connection.execute(select(stream_head.c.seq)).scalar_one()


def together(*works) -> list[BaseException]:
    faults: list[BaseException] = []

    def run(work) -> None:
        try:
            work()
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return faults


def test_writers_of_one_store_wait_for_each_other_and_lose_nothing(db):
    def count(connection):
        connection.execute(update(stream_head).values(seq=stream_head.c.seq + 1))

    assert together(*[lambda: [db.transact(count, "s1") for _ in range(25)]] * 4) == []
    assert seq_of(db) == 100


def test_a_reader_sees_one_state_however_long_it_reads(db):
    with db.read("s1") as connection:
        before = connection.execute(select(stream_head.c.seq)).scalar_one()
        db.transact(lambda other: other.execute(update(stream_head).values(seq=7)), "s1")
        assert connection.execute(select(stream_head.c.seq)).scalar_one() == before == 0
    assert seq_of(db) == 7


def test_two_that_make_the_same_new_row_both_go_on(db):
    first, tried = threading.Barrier(2), []

    def work(connection):
        there = connection.execute(select(login_try.c.tries)).first()
        if there is None:
            tried.append("new")
            if len(tried) <= 2:
                first.wait(10)
            connection.execute(insert(login_try).values(store_id="s1", account="a", tries=1, last_ms=1))
        else:
            connection.execute(update(login_try).values(tries=login_try.c.tries + 1))

    assert together(*[lambda: db.transact(work, "s1")] * 2) == []
    with db.read("s1") as connection:
        assert connection.execute(select(login_try.c.tries)).scalar_one() == 2


def test_a_row_that_is_really_there_twice_is_no_endless_loop_and_no_busy_database(db):
    tries = []

    def work(connection):
        tries.append(1)
        connection.execute(insert(stream_head).values(store_id="s1", seq=1))

    with pytest.raises(DBAPIError, match="23505"):
        db.transact(work, "s1")
    assert len(tries) == WRITE_TRIES


@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_what_the_database_asks_to_run_again_runs_again_five_times_at_most(db, state):
    tries = []

    def work(connection):
        tries.append(1)
        if len(tries) < WRITE_TRIES:
            connection.exec_driver_sql(f"DO $$ BEGIN RAISE SQLSTATE '{state}'; END $$")
        connection.execute(update(stream_head).values(seq=stream_head.c.seq + 1))

    db.transact(work, "s1")
    assert (len(tries), seq_of(db)) == (WRITE_TRIES, 1)

    def never(connection):
        connection.exec_driver_sql(f"DO $$ BEGIN RAISE SQLSTATE '{state}'; END $$")

    with pytest.raises(Refusal, match=r"server\.busy"):
        db.transact(never, "s1")


def test_a_statement_that_takes_too_long_is_ended_and_said(db, monkeypatch):
    begin = on_postgres.begin
    monkeypatch.setattr(room.postgres, "begin", lambda scope, writes: begin(scope, writes=writes, seconds=1))
    with pytest.raises(Refusal, match=r"server\.busy"), db.read("s1") as connection:
        connection.execute(text("SELECT pg_sleep(20)"))
    monkeypatch.undo()
    assert seq_of(db) == 0


def test_connections_that_the_server_dropped_are_replaced_unseen(db, postgres):
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(db.read("s1"))
    cut_off(postgres, db)
    assert seq_of(db) == 0
    cut_off(postgres, db)
    db.transact(lambda connection: connection.execute(update(stream_head).values(seq=5)), "s1")
    assert seq_of(db) == 5


def test_a_connection_that_is_lost_in_the_middle_is_told_and_not_run_again(db, postgres):
    runs = []

    def work(connection):
        runs.append(1)
        connection.execute(update(stream_head).values(seq=9))
        cut_off(postgres, db)
        connection.execute(update(stream_head).values(seq=10))

    with pytest.raises(Refusal, match=r"server\.busy"):
        db.transact(work, "s1")
    assert (runs, seq_of(db)) == ([1], 0)


def cut_off(postgres: RealPostgres, db: Database) -> None:
    name = db._engine.url.database
    engine = create_engine(past_the_wall(postgres.url("postgres")))
    with engine.begin() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"), {"name": name}
        )
    engine.dispose()


def test_while_the_database_is_gone_every_route_says_so_and_nothing_is_lost(tmp_path):
    found = binaries()
    if not found:
        pytest.skip(HOW)
    with serving(found[0]) as own, pytest.MonkeyPatch.context() as environment, ExitStack() as stack:
        environment.setenv("COUNTER_CENTRE_KEY", "5e" * 32)
        centre = EmbeddedCentre(own.database(), platform_token=PLATFORM_TOKEN)
        centre.start()
        stack.callback(centre.stop)
        shop = Shop(centre, stack)
        station = shop.station()
        first = station.push(station.received())
        waiting = station.received()
        own.stop()
        for _ in range(3):
            with pytest.raises(Refused) as refused:
                station.push(waiting)
            assert (refused.value.status, refused.value.code) == (503, "server.busy")
        own.start()
        assert station.push(waiting)[0]["status"] == first[0]["status"] == "applied"
        assert len(station.rows()["item"]) == 2


# ---------------------------------------------------------------- how it is reached


def test_another_machine_is_reached_by_verified_tls_and_this_one_in_the_clear():
    for url, plain in (
        ("postgresql://u@db.example.org/counter", False),
        ("postgresql://u@db.example.org/counter?sslmode=verify-full", False),
        ("postgresql://u@db.example.org/counter?sslmode=disable", True),
        ("postgresql://u@127.0.0.1/counter", True),
        ("postgresql://u@127.0.0.1/counter?sslmode=verify-full", False),
        ("postgresql+pg8000://u@/counter?unix_sock=/run/x/.s.PGSQL.5432", True),
    ):
        made, more = on_postgres.reached(url)
        assert made.drivername == "postgresql+pg8000"
        assert "sslmode" not in made.query
        if plain:
            assert more["ssl_context"] is False, url
        else:
            assert (more["ssl_context"].verify_mode, more["ssl_context"].check_hostname) == (ssl.CERT_REQUIRED, True)


@pytest.mark.parametrize("mode", ["require", "prefer", "allow", "verify-ca"])
def test_encryption_that_checks_nobody_is_refused(mode):
    with pytest.raises(ValueError, match="verify-full or disable"):
        on_postgres.reached(f"postgresql://u@db.example.org/counter?sslmode={mode}")


def test_the_password_comes_from_the_environment_and_another_driver_is_taken_as_it_is(monkeypatch):
    monkeypatch.setenv(on_postgres.PASSWORD_ENVIRONMENT, "hush")
    assert on_postgres.reached("postgresql://u@127.0.0.1/c")[0].password == "hush"
    assert on_postgres.reached("postgresql://u:own@127.0.0.1/c")[0].password == "own"
    made, more = on_postgres.reached("postgresql+psycopg://u@127.0.0.1/c")
    assert (made.drivername, more) == ("postgresql+psycopg", {})
    assert on_postgres.reached("sqlite:///x.db")[1] == {}
