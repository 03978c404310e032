"""The second wall on PostgreSQL: a transaction sees the rows of the store that it was begun for, whatever it asks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

import central_service
from central_service import postgres as on_postgres
from central_service.database import EVERY_STORE, NO_STORE, Database
from central_service.refusal import Refusal
from central_service.tables import metadata, state_row, store, stream_head
from tests.central.conftest import past_the_wall
from tests.central.real_postgres import RealPostgres

WITH_STORE = [table for table in metadata.sorted_tables if "store_id" in table.c]

OWN_SQL = True


@pytest.fixture
def url(postgres: RealPostgres) -> Iterator[str]:
    made = postgres.ready()
    yield made
    postgres.drop(made)


@pytest.fixture
def db(url: str) -> Iterator[Database]:
    db = Database(url)
    for one in ("s1", "s2"):
        rows = [{"store_id": one, "entity": "item", "id": f"i{n}", "seq": n, "row": "{}"} for n in range(5)]

        def fill(connection, one=one, rows=rows):
            connection.execute(insert(stream_head).values(store_id=one, seq=5))
            connection.execute(insert(store).values(store_id=one, org="o", name=one, settings="{}"))
            connection.execute(insert(state_row), rows)

        db.transact(fill, one)
    yield db
    db.close()


def count(db: Database, scope: str) -> int:
    with db.read(scope) as connection:
        return connection.execute(select(func.count()).select_from(state_row)).scalar_one()


def test_a_query_without_the_where_clause_sees_nothing_of_another_store(db):
    assert count(db, "s1") == 5
    assert count(db, EVERY_STORE) == 10
    with db.read("s1") as connection:
        assert set(connection.execute(select(state_row.c.store_id)).scalars()) == {"s1"}
        assert connection.execute(select(store).where(store.c.store_id == "s2")).all() == []


def test_a_transaction_that_names_no_store_sees_none(db):
    assert count(db, NO_STORE) == 0
    with db.read() as connection:
        assert connection.execute(select(stream_head)).all() == []


def test_nothing_of_another_store_is_written_either(db):
    def steal(connection):
        changed = connection.execute(update(state_row).values(row='{"stolen":1}')).rowcount
        gone = connection.execute(delete(state_row).where(state_row.c.store_id == "s2")).rowcount
        return changed, gone

    assert db.transact(steal, "s1") == (5, 0)
    with db.read("s2") as connection:
        assert set(connection.execute(select(state_row.c.row)).scalars()) == {"{}"}
    for change in (
        insert(state_row).values(store_id="s2", entity="item", id="x", seq=9, row="{}"),
        update(state_row).where(state_row.c.id == "i1").values(store_id="s2", id="moved"),
    ):
        with pytest.raises(DBAPIError, match="row-level security"):
            db.transact(lambda connection, change=change: connection.execute(change), "s1")
    assert count(db, EVERY_STORE) == 10


def test_the_store_of_one_transaction_is_not_the_next_ones_on_the_same_connection(db):
    assert [count(db, "s1"), count(db, NO_STORE), count(db, "s2"), count(db, NO_STORE)] == [5, 0, 5, 0]
    with pytest.raises(ZeroDivisionError):
        db.transact(lambda connection: 1 / 0, EVERY_STORE)
    assert count(db, NO_STORE) == 0


@pytest.mark.parametrize("scope", ["'", "s1'; SET counter.store = '*", "*x", "s 1", "ß", "a" * 65])
def test_what_is_no_store_begins_no_transaction(db, scope):
    with pytest.raises(ValueError, match="not a store"):
        count(db, scope)
    with pytest.raises(ValueError, match="not a store"):
        db.transact(lambda connection: None, scope)


def test_a_reader_writes_nothing(db):
    with pytest.raises(Refusal), db.read("s1") as connection:
        connection.execute(delete(state_row))
    assert count(db, "s1") == 5


ABOUT_NO_STORE = {"centre.py": "the row about the database itself", "health.py": "the same row, for /readyz"}


def without_a_scope(source: str) -> list[int]:
    """The lines on which a transaction is begun and nobody says for which store."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("read", "transact")
        and ast.unparse(call.func.value).rpartition(".")[2] in ("db", "_db", "database")
        and len(call.args) + len(call.keywords) < (1 if call.func.attr == "read" else 2)
    ]


def test_every_transaction_says_for_which_store_it_is():
    found = {
        file.name: lines
        for file in Path(central_service.__file__).parent.rglob("*.py")
        if (lines := without_a_scope(file.read_text(encoding="utf-8"))) and file.name not in ABOUT_NO_STORE
    }
    assert found == {}, "name the signer's store, or EVERY_STORE and why"
    assert without_a_scope("centre.db.read()\ncentre.db.transact(work)\nself._centre.db.read()") == [1, 2, 3]
    assert without_a_scope("centre.db.read(EVERY_STORE)\ncentre.db.transact(work, store)\nfile.read()") == []


def test_every_table_of_a_store_stands_behind_the_wall(db):
    with db.read() as connection:
        walls = {
            row.relname: (row.relrowsecurity, row.relforcerowsecurity)
            for row in connection.execute(
                text("SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relkind = 'r'")
            )
        }
        policies = {
            row.tablename: (row.permissive, row.cmd, row.qual, row.with_check)
            for row in connection.execute(text("SELECT * FROM pg_policies"))
        }
    for table in WITH_STORE:
        assert walls[table.name] == (True, True), f"a revision must protect({table.name!r})"
        permissive, command, sees, writes = policies[table.name]
        assert (permissive, command) == ("PERMISSIVE", "ALL")
        assert sees == writes
        assert "counter.store" in sees
    assert policies.keys() == {table.name for table in WITH_STORE}


def test_a_role_that_sees_past_the_wall_is_not_served(url):
    with pytest.raises(on_postgres.UnsafeRoleError, match="CREATE ROLE"):
        Database(past_the_wall(url))


def test_a_service_role_that_owns_nothing_is_enough(postgres, url, db):
    db.transact(
        lambda connection: connection.exec_driver_sql(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO PUBLIC"
        ),
        EVERY_STORE,
    )
    postgres.run("CREATE ROLE clerkly LOGIN")
    try:
        served = Database(url.replace("counter@", "clerkly@"))
        assert (count(served, "s1"), count(served, NO_STORE)) == (5, 0)
        served.close()
    finally:
        db.transact(
            lambda connection: connection.exec_driver_sql("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC"),
            EVERY_STORE,
        )
        postgres.run("DROP ROLE clerkly")


def test_a_page_walks_the_index_behind_the_wall_and_sorts_nothing(db):
    rows = (
        "INSERT INTO state_row (store_id, entity, id, seq, account, row) "
        "SELECT 'p' || (g % 20), 'item', 'i' || g, g, '', '{}' FROM generate_series(1, 40000) g"
    )
    db.transact(lambda connection: connection.execute(text(rows)), EVERY_STORE)
    db.transact(lambda connection: connection.execute(text("ANALYZE state_row")), EVERY_STORE)
    asked = "EXPLAIN SELECT id FROM state_row WHERE store_id = 'p7' AND seq > 9 AND seq <= 39000 ORDER BY seq LIMIT 100"
    with db.read("p7") as connection:
        plan = "\n".join(connection.execute(text(asked)).scalars())
    assert "Index Scan using ix_state_row_store_id_seq" in plan
    assert "Sort" not in plan
