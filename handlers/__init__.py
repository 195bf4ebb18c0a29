"""What Slack sends, one module a kind. Each reads the payload, asks, renders and replies."""

from slack_bolt.async_app import AsyncApp

from bot.answers import Ask
from bot.state import Deliveries
from handlers import actions, commands, errors, mentions, messages, requests, shortcuts


def register(app: AsyncApp, ask: Ask, deliveries: Deliveries) -> None:
    """Everything that the bot listens to."""
    requests.register(app)
    errors.register(app)
    commands.register(app, ask)
    mentions.register(app, ask, deliveries)
    messages.register(app, ask, deliveries)
    actions.register(app, ask)
    shortcuts.register(app, ask)
