"""Brings a store to the schema of this program; alembic is loaded only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from counter_app.errors import StoreError
from counter_app.store.db import Database

HEAD = "0014"
KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0013", "0014")
MIGRATIONS = Path(__file__).parent / "migrations"


def current(connection: Connection) -> str:
    """The revision of the store, "" for an empty one."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if connection.exec_driver_sql(sql).first() is None:
        return ""
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(row[0]) if row else ""


def upgrade(db: Database, to: str = HEAD) -> None:
    """Upgrade the store in one transaction. StoreError("store.too_new") when a newer program made it."""
    with db.read() as connection:
        found = current(connection)
    if found == to:
        return
    if found and found not in KNOWN:
        raise StoreError("store.too_new", found=found, known=HEAD)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with db.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
