"""The second wall between the stores, on PostgreSQL: a row is seen by the transactions of its store, and by those
that were begun for every store by name (`counter.store` is set where a transaction begins, nowhere else).

FORCE binds the tables' owner too. Every migration that makes a table with `store_id` protects it.
"""

from alembic import op

_SCOPE = "current_setting('counter.store', true)"
_SEES = f"(CASE {_SCOPE} WHEN '*' THEN true ELSE store_id = {_SCOPE} END)"
"""As a CASE, of which the planner expects half the rows. Of `=` and OR it expects one in hundreds on top of what the
query says, and then sorts a store's rows for every page instead of walking the index."""


def protect(*tables: str) -> None:
    """Put the wall around `tables`; nothing to do on SQLite."""
    if op.get_context().dialect.name != "postgresql":
        return
    for table in tables:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_store ON {table} USING {_SEES} WITH CHECK {_SEES}")
