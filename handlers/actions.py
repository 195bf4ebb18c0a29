"""Buttons: a question to ask, or a whole card to show."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Answer, Ask, CardAnswer
from bot.blocks.parts import ASK, WHOLE_CARD
from bot.questions import Context
from handlers.errors import PersonError

TRIGGER_TIMEOUT_S = 2
"""Time for opening a modal, so that the acknowledgement still comes within Slack's 3 s."""


def register(app: AsyncApp, ask: Ask) -> None:
    """Listen to the buttons of our own messages. Work comes before ack(), as with commands."""

    @app.action(re.compile(rf"^{ASK}_\d+$"))
    async def ask_again(ack: AsyncAck, action: dict[str, Any], respond: AsyncRespond) -> None:
        await _replace(respond, ask(str(action.get("value", "")), Context()))
        await ack()

    @app.action(WHOLE_CARD)
    async def whole_card(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
        respond: AsyncRespond,
    ) -> None:
        answer = ask(str(action.get("value", "")), Context())
        if isinstance(answer, CardAnswer):
            # The trigger lives three seconds: a second try would come too late.
            client.retry_handlers.clear()
            client.timeout = TRIGGER_TIMEOUT_S
            await client.views_open(trigger_id=body["trigger_id"], view=blocks.card_modal(answer))
        else:  # the ladder has changed since the button was made
            await _replace(respond, answer)
        await ack()


async def _replace(respond: AsyncRespond, answer: Answer) -> None:
    """Put the answer in the place of the message with the button."""
    response = await respond(**blocks.message(answer), replace_original=True)
    if response.status_code != 200:
        raise PersonError("This message is too old for its buttons to work. Please ask again.")
