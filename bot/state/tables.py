"""The tables. Times are seconds since 1970, so that both databases count alike.

`home` is the workspace's id, or the organization's where Slack names no workspace: rows of one
never mix with rows of another. Change a table here and in a new migration.
"""

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

metadata = sa.MetaData()

# PostgreSQL stores no NUL, and a lone surrogate (which JSON can bring) is no UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class CleanText(sa.types.TypeDecorator[str]):
    """Text that every database takes: what can't be stored is replaced."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """On the way in."""
        return None if value is None else _UNSTORABLE.sub("\ufffd", str(value))


deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("key", CleanText, primary_key=True),
    sa.Column("holder", CleanText, nullable=False),
    sa.Column("until", sa.Double, nullable=False),
    sa.Column("done", sa.Boolean, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("body", sa.JSON(none_as_null=True)),
)
sa.Index("deliveries_by_end", deliveries.c.until)

preferences = sa.Table(
    "preferences",
    metadata,
    sa.Column("home", CleanText, primary_key=True),
    sa.Column("kind", CleanText, primary_key=True),
    sa.Column("id", CleanText, primary_key=True),
    sa.Column("family", CleanText),
    sa.Column("level", CleanText),
    sa.Column("changed", sa.Double, nullable=False),
    sa.Column("enterprise_id", CleanText),
)
sa.Index("preferences_by_organization", preferences.c.enterprise_id)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("home", CleanText, primary_key=True),
    sa.Column("channel", CleanText, primary_key=True),
    sa.Column("question_ts", CleanText, primary_key=True),
    sa.Column("thread_ts", CleanText, nullable=False),
    sa.Column("user_id", CleanText, nullable=False),
    sa.Column("answer_ts", CleanText),
    sa.Column("context", sa.JSON, nullable=False),
    sa.Column("at", sa.Double, nullable=False),
)
sa.Index(
    "conversations_by_thread",
    conversations.c.home,
    conversations.c.channel,
    conversations.c.thread_ts,
    conversations.c.user_id,
)
sa.Index("conversations_by_person", conversations.c.home, conversations.c.user_id)
sa.Index("conversations_by_time", conversations.c.at)

questions = sa.Table(
    "questions",
    metadata,
    sa.Column("id", CleanText, primary_key=True),
    sa.Column("home", CleanText, nullable=False),
    sa.Column("surface", CleanText, nullable=False),
    sa.Column("text", CleanText, nullable=False),
    sa.Column("intent", CleanText, nullable=False),
    sa.Column("levels", sa.JSON, nullable=False),
    sa.Column("confidence", sa.Double, nullable=False),
    sa.Column("at", sa.Double, nullable=False),
)
sa.Index("questions_by_time", questions.c.at)
sa.Index("questions_by_home", questions.c.home, questions.c.at)

feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("question_id", CleanText, primary_key=True),
    sa.Column("voter", CleanText, primary_key=True),
    sa.Column("home", CleanText, nullable=False),
    sa.Column("helpful", sa.Boolean, nullable=False),
    sa.Column("comment", CleanText),
    sa.Column("at", sa.Double, nullable=False),
)
sa.Index("feedback_by_time", feedback.c.at)

bots = sa.Table(
    "bots",
    metadata,
    sa.Column("enterprise_id", CleanText, primary_key=True),
    sa.Column("team_id", CleanText, primary_key=True),
    sa.Column("sealed", CleanText, nullable=False),
    sa.Column("installed_at", sa.Double, nullable=False),
)
sa.Index("bots_by_team", bots.c.team_id)

installations = sa.Table(
    "installations",
    metadata,
    sa.Column("enterprise_id", CleanText, primary_key=True),
    sa.Column("team_id", CleanText, primary_key=True),
    sa.Column("user_id", CleanText, primary_key=True),
    sa.Column("sealed", CleanText, nullable=False),
    sa.Column("installed_at", sa.Double, nullable=False),
)

oauth_states = sa.Table(
    "oauth_states",
    metadata,
    sa.Column("state", CleanText, primary_key=True),
    sa.Column("until", sa.Double, nullable=False),
)

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("name", CleanText, primary_key=True),
    sa.Column("value", CleanText, nullable=False),
)
