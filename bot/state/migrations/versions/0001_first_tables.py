"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make them."""
    text = sa.Text()
    op.create_table(
        "deliveries",
        sa.Column("key", text, primary_key=True),
        sa.Column("holder", text, nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
    )
    op.create_index("deliveries_by_end", "deliveries", ["until"])
    op.create_table(
        "preferences",
        sa.Column("home", text, primary_key=True),
        sa.Column("kind", text, primary_key=True),
        sa.Column("id", text, primary_key=True),
        sa.Column("family", text),
        sa.Column("level", text),
        sa.Column("changed", sa.Double(), nullable=False),
    )
    _conversations()
    _questions()
    _installations()
    op.create_table(
        "facts",
        sa.Column("name", text, primary_key=True),
        sa.Column("value", text, nullable=False),
    )


def _conversations() -> None:
    text = sa.Text()
    op.create_table(
        "conversations",
        sa.Column("home", text, primary_key=True),
        sa.Column("channel", text, primary_key=True),
        sa.Column("question_ts", text, primary_key=True),
        sa.Column("thread_ts", text, nullable=False),
        sa.Column("user_id", text, nullable=False),
        sa.Column("answer_ts", text),
        sa.Column("context", sa.JSON(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
    )
    op.create_index(
        "conversations_by_thread", "conversations", ["home", "channel", "thread_ts", "user_id"]
    )
    op.create_index("conversations_by_person", "conversations", ["home", "user_id"])
    op.create_index("conversations_by_time", "conversations", ["at"])


def _questions() -> None:
    text = sa.Text()
    op.create_table(
        "questions",
        sa.Column("id", text, primary_key=True),
        sa.Column("home", text, nullable=False),
        sa.Column("surface", text, nullable=False),
        sa.Column("text", text, nullable=False),
        sa.Column("intent", text, nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
    )
    op.create_index("questions_by_time", "questions", ["at"])
    op.create_index("questions_by_home", "questions", ["home", "at"])
    op.create_table(
        "feedback",
        sa.Column("question_id", text, primary_key=True),
        sa.Column("voter", text, primary_key=True),
        sa.Column("home", text, nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("comment", text),
        sa.Column("at", sa.Double(), nullable=False),
    )
    op.create_index("feedback_by_time", "feedback", ["at"])


def _installations() -> None:
    text = sa.Text()
    op.create_table(
        "bots",
        sa.Column("enterprise_id", text, primary_key=True),
        sa.Column("team_id", text, primary_key=True),
        sa.Column("sealed", text, nullable=False),
        sa.Column("installed_at", sa.Double(), nullable=False),
    )
    op.create_index("bots_by_team", "bots", ["team_id"])
    op.create_table(
        "installations",
        sa.Column("enterprise_id", text, primary_key=True),
        sa.Column("team_id", text, primary_key=True),
        sa.Column("user_id", text, primary_key=True),
        sa.Column("sealed", text, nullable=False),
        sa.Column("installed_at", sa.Double(), nullable=False),
    )
    op.create_table(
        "oauth_states",
        sa.Column("state", text, primary_key=True),
        sa.Column("until", sa.Double(), nullable=False),
    )
