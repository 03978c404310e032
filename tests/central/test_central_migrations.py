"""The revisions of the centre's database give exactly the tables that the program works with, on both databases."""

from __future__ import annotations

import importlib
import pkgutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, inspect, text

import central_service
from central_service import postgres as on_postgres
from central_service import schema
from central_service.database import Database
from central_service.tables import metadata
from tests.central.conftest import DATABASES, empty_database
from tests.central.real_postgres import RealPostgres

for _module in pkgutil.walk_packages(central_service.__path__, "central_service."):
    if ".migrations." not in _module.name:
        importlib.import_module(_module.name)  # a table belongs to the program wherever it is written down

OWN_SQL = True


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table, of each kind."""
    with empty_database(request.param, tmp_path, request, bare=True) as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Any:
    made, more = on_postgres.reached(database_url)
    engine = create_engine(made, connect_args=more)
    yield engine
    engine.dispose()


def shape(connection: Connection) -> dict[str, Any]:
    found = inspect(connection)
    return {
        name: (
            sorted((c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(name)),
            found.get_pk_constraint(name)["constrained_columns"],
            found.get_pk_constraint(name)["name"],
            sorted((u["name"], tuple(u["column_names"])) for u in found.get_unique_constraints(name)),
            sorted((i["name"], tuple(i["column_names"]), bool(i["unique"])) for i in found.get_indexes(name)),
            sorted((c["name"], c["sqltext"]) for c in found.get_check_constraints(name)),
            sorted((f["constrained_columns"], f["referred_table"]) for f in found.get_foreign_keys(name)),
        )
        for name in found.get_table_names()
        if name != "alembic_version"
    }


def test_the_revisions_make_the_tables_of_the_program(database_url: str, engine: Engine) -> None:
    Database(database_url).close()
    with engine.connect() as connection:
        migrated = shape(connection)
        missing = render_python_code(produce_migrations(MigrationContext.configure(connection), metadata).upgrade_ops)
    assert "op." not in missing, f"a revision is missing that says:\n{missing}"
    with engine.begin() as connection:
        for table in [*migrated, "alembic_version"]:
            connection.execute(text(f"DROP TABLE {table}"))
        metadata.create_all(connection)
        assert migrated == shape(connection)


def test_a_database_from_before_the_revisions_is_adopted_with_what_is_in_it(database_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        _up_to(connection, "0001")
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(text("INSERT INTO stream_head (store_id, seq) VALUES ('s1', 41)"))
    db = Database(database_url)
    with db.read("s1") as connection:
        assert connection.execute(text("SELECT seq FROM stream_head")).scalar_one() == 41
        assert schema.current(connection) == schema.known()[-1]
    db.close()
    Database(database_url).close()


def test_a_database_with_other_tables_is_not_taken_for_ours(database_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE journal (id INTEGER)"))
    with pytest.raises(schema.ForeignDatabaseError):
        Database(database_url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["journal"]


def test_a_database_of_a_newer_program_is_left_alone(database_url: str, engine: Engine) -> None:
    Database(database_url).close()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.TooNewError, match="newer program"):
        Database(database_url)


def test_who_opens_a_new_database_while_another_makes_its_tables_finds_it_ready(postgres: RealPostgres) -> None:
    url = postgres.database()
    made, more = on_postgres.reached(url)
    engine = create_engine(made, connect_args=more)
    found: list[str] = []

    def open_it() -> None:
        db = Database(url)
        with db.read() as connection:
            found.append(schema.current(connection))
        db.close()

    second = threading.Thread(target=open_it)
    with engine.connect() as first, engine.connect() as looking:
        _up_to(first, schema.known()[-1])
        second.start()
        end = time.monotonic() + 20
        while not looking.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted")).scalar_one():
            assert time.monotonic() < end, "nobody waits for the tables"
            time.sleep(0.01)
        first.commit()
        second.join(30)
    engine.dispose()
    assert found == [schema.known()[-1]]
    postgres.drop(url)


def test_each_revision_follows_the_one_before_it_and_imports_no_tables() -> None:
    files = sorted((schema.MIGRATIONS / "versions").glob("*.py"))
    before = "None"
    for file in files:
        said = Path(file).read_text(encoding="utf-8")
        revision = file.name[:4]
        assert f'revision = "{revision}"' in said
        assert f"down_revision = {before}" in said
        assert "central_service.tables" not in said
        before = f'"{revision}"'
    assert len(files) == len(schema.known()) >= 2


def _up_to(connection: Connection, revision: str) -> None:
    schema._run(connection, "", revision)
