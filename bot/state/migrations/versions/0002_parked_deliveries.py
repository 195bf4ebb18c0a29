"""What a delivery brought, while it takes long to answer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add it."""
    op.add_column("deliveries", sa.Column("body", sa.JSON(none_as_null=True)))
