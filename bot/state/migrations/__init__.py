"""Alembic's migrations of the state; `bot.state.migrating` runs them."""
