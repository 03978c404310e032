"""Stores as older programs left them: the newest schema taken back, one step after the other."""

from __future__ import annotations

from sqlalchemy import Connection

STEPS_BACK = (
    ("0013", ("DROP INDEX ix_task_charged_ms", "DROP INDEX ix_pickup_charged_ms")),
    ("0010", ("DROP TABLE supply", "DROP INDEX ix_task_sealed_ms")),
    ("0009", ("DROP INDEX ix_pickup_owed",)),
    ("0008", ("DROP INDEX ix_item_shelf",)),
    ("0007", ("DROP INDEX ix_item_apart", "DROP INDEX ix_item_was_of")),
    ("0006", tuple(f"DROP TABLE {name}" for name in ("task", "intake", "shelf", "manifest", "stocktake"))),
    (
        "0005",
        (
            "DROP TABLE photo_way",
            "DROP TABLE photo_act",
            "DROP INDEX ix_photo_state_created_ms",
            "UPDATE photo SET state = 'local' WHERE state = 'captured'",
        ),
    ),
    ("0004", ("DROP TABLE receipt", "DROP TABLE checkpoint")),
    ("0003", ("DROP INDEX ix_pickup_handed_ms",)),
    ("0002", ("DROP TABLE search_word",)),
    ("0001", ("DROP INDEX ix_item_tracking_reversed", "ALTER TABLE item DROP COLUMN tracking_reversed")),
)


def take_back(connection: Connection, to: str) -> None:
    """Bring the schema of a store from the newest back to version `to`; what the later ones added is gone."""
    for version, statements in STEPS_BACK:
        for statement in statements:
            connection.exec_driver_sql(statement)
        if version == to:
            break
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (to,))
