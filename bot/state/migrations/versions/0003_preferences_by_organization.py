"""Whose organization a preference is in, so that it goes when the organization removes the app."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add it; what was set before does not tell."""
    op.add_column("preferences", sa.Column("enterprise_id", sa.Text()))
    op.create_index("preferences_by_organization", "preferences", ["enterprise_id"])
