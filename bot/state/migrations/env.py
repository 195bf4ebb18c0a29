"""Runs the migrations in the transaction that `bot.state.migrating` has begun."""

from alembic import context

from bot.state.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can undo changes of tables too; Alembic does not know it of it.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
