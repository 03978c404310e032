"""Run by alembic for `schema.upgrade`; the open connection comes in by the configuration's attributes."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transactional_ddl=True)
context.run_migrations()
