"""What Slack sends, one module a kind. Each reads the payload, asks, renders and replies."""

from slack_bolt.async_app import AsyncApp

from bot.desk import Desk
from bot.homes import Homes
from bot.state import State
from handlers import (
    actions,
    commands,
    errors,
    feedback,
    find,
    home,
    installs,
    mentions,
    messages,
    owners,
    requests,
    share,
    shortcuts,
    steps,
)
from handlers.answering import Answering


def register(app: AsyncApp, desk: Desk, homes: Homes, state: State) -> None:
    """Everything that the bot listens to."""
    requests.register(app)
    errors.register(app)
    commands.register(app, desk, state)
    answering = Answering(desk, state.deliveries)
    mentions.register(app, answering)
    messages.register(app, answering)
    actions.register(app, desk, state.deliveries)
    shortcuts.register(app, desk)
    share.register(app, desk, state.deliveries)
    feedback.register(app, state)
    owners.register(app, desk, state.deliveries)
    find.register(app, desk)
    home.register(app, desk, homes, state)
    steps.register(app, desk, state.deliveries)
    installs.register(app, state)
