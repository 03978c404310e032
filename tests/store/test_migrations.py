"""Migrations: from nothing and from an older, filled store to the tables that the program works with."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from counter_app.store import near, schema, search, tables
from counter_app.store.db import Database

VERSIONS = sorted((schema.MIGRATIONS / "versions").glob("*.py"))


@pytest.fixture
def open_store(tmp_path: Path) -> Any:
    opened = []

    def make(name: str) -> Database:
        opened.append(Database(tmp_path / f"{name}.db", b"\x07" * 32))
        return opened[-1]

    yield make
    for db in opened:
        db.close()


def _shape(db: Database) -> dict[str, Any]:
    """Columns with type, null, default and key, and the indexes with their columns, of every table."""
    found: dict[str, Any] = {}
    with db.read() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'account_search%' "
            "AND name NOT LIKE 'account_vocab%' AND name <> 'alembic_version'"
        ).all()
        for (name,) in names:
            columns = connection.exec_driver_sql("SELECT * FROM pragma_table_info(?)", (name,)).all()
            indexes = connection.exec_driver_sql(
                'SELECT name, "unique" FROM pragma_index_list(?) ORDER BY name', (name,)
            ).all()
            found[name] = (
                # Not by position: a column that came later stands at the end.
                sorted((one[1], one[2], one[3], one[4], one[5]) for one in columns),
                sorted(
                    (
                        one[0] if not one[0].startswith("sqlite_autoindex") else "",
                        one[1],
                        [
                            row[0]
                            for row in connection.exec_driver_sql(
                                "SELECT name FROM pragma_index_info(?) ORDER BY seqno", (one[0],)
                            )
                        ],
                    )
                    for one in indexes
                ),
            )
    return found


def test_the_migrations_make_exactly_the_tables_of_the_program(open_store: Any) -> None:
    migrated, made = open_store("migrated"), open_store("made")
    schema.upgrade(migrated)
    with made.write() as connection:
        tables.metadata.create_all(connection)
    assert _shape(migrated) == _shape(made)


def test_a_filled_store_of_every_older_version_comes_to_the_head_with_all_it_holds(open_store: Any) -> None:
    for version in schema.KNOWN[:-1]:
        db = open_store(f"from-{version}")
        schema.upgrade(db, to=version)
        with db.write() as connection:
            connection.exec_driver_sql("INSERT INTO item (id, tracking) VALUES ('i1', '1Z999AA10123456784')")
            connection.exec_driver_sql("INSERT INTO item (id, tracking) VALUES ('i2', '')")
            if version >= "0002":  # before that there was no such column
                connection.exec_driver_sql("UPDATE item SET tracking_reversed = '48765432101AA999Z1' WHERE id = 'i1'")
            connection.exec_driver_sql("INSERT INTO account (number, id, holder) VALUES (1, 'a1', 'Amara Okafor')")
            connection.exec_driver_sql(
                "INSERT INTO account_search (rowid, words) VALUES (1, 'amara okafor llc 518 am.okafor412@mail.example')"
            )
            if version >= "0003":  # from then on the words stand there once each
                words = near.heads(search._parts("amara okafor llc 518 okafor412 mail example"))
                connection.exec_driver_sql(
                    "INSERT INTO search_word (word) VALUES (?)", [(word,) for word in sorted(words)]
                )
            connection.exec_driver_sql(
                "INSERT INTO journal (op_id, incarnation, n, kind, entity, at_ms, core, op_hash, sig, status) "
                "VALUES ('op', 'in', 1, 'item.moved', 'i1', 1, X'00FF', X'01', X'02', 'waiting')"
            )
        schema.upgrade(db)
        with db.read() as connection:
            assert schema.current(connection) == schema.HEAD
            assert search.item_ids(connection, "456784") == ["i1"]
            assert search.account_ids(connection, "okfaor") == ["a1"]
            vocabulary = connection.exec_driver_sql("SELECT word FROM search_word ORDER BY word").scalars().all()
            assert vocabulary == sorted(near.heads(search._parts("amara okafor llc 518 okafor412 mail example")))
            row = connection.exec_driver_sql("SELECT core, status FROM journal").one()
        assert tuple(row) == (b"\x00\xff", "waiting")
        fresh = open_store(f"fresh-{version}")
        schema.upgrade(fresh)
        assert _shape(db) == _shape(fresh)


def test_a_migration_that_fails_leaves_the_old_store(open_store: Any) -> None:
    db = open_store("half")
    schema.upgrade(db, to="0001")
    before = _shape(db)
    with db.write() as connection:
        connection.exec_driver_sql("CREATE INDEX ix_item_tracking_reversed ON item (tracking)")
    with pytest.raises(Exception, match="already exists"):
        schema.upgrade(db)
    with db.write() as connection:
        connection.exec_driver_sql("DROP INDEX ix_item_tracking_reversed")
        assert schema.current(connection) == "0001"
    assert _shape(db) == before
    schema.upgrade(db)


def test_upgrading_twice_does_nothing_the_second_time(open_store: Any) -> None:
    db = open_store("twice")
    schema.upgrade(db)
    shape = _shape(db)
    schema.upgrade(db)
    assert _shape(db) == shape


def test_the_known_versions_are_the_files_and_the_last_is_the_head() -> None:
    found = {}
    for path in VERSIONS:
        names = {
            node.targets[0].id: node.value.value  # type: ignore[attr-defined]
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        }
        found[names["revision"]] = names["down_revision"]
    assert tuple(found) == schema.KNOWN
    assert list(found.values()) == [None, *schema.KNOWN[:-1]]
    assert schema.KNOWN[-1] == schema.HEAD


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_migration_imports_nothing_that_changes_underneath_it(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            assert [one.name.partition(".")[0] for one in node.names] == ["sqlalchemy"]
        elif isinstance(node, ast.ImportFrom):
            assert (node.level, str(node.module).partition(".")[0]) in ((0, "alembic"), (0, "sqlalchemy"))
