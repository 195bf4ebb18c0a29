"""Whether an answer helped: kept with the question, and asked further when it did not."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks.feedback import MISSING, missing_in, missing_modal
from bot.blocks.offers import FEEDBACK, NOT_HELPFUL
from bot.desk import Surface
from bot.state import State
from handlers import background
from handlers.errors import report
from handlers.modals import open_modal
from handlers.places import of_interaction

_log = logging.getLogger(__name__)


def register(app: AsyncApp, state: State) -> None:
    """Listen to the feedback buttons, and to the modal that asks what was missing."""

    @app.action(FEEDBACK)
    async def judged(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
        respond: AsyncRespond,
    ) -> None:
        verdict, _, question_id = str(action.get("value", "")).partition(":")
        await ack()

        async def keep() -> None:
            if verdict == NOT_HELPFUL:  # first, while the trigger lives
                await open_modal(client, body, missing_modal(question_id))
            await _keep(state, body, question_id, helpful=verdict != NOT_HELPFUL)
            if verdict != NOT_HELPFUL:
                await _thank(respond)

        background.start(keep(), lambda error: report(error, body, client, respond))

    @app.view(MISSING)
    async def said(
        ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient
    ) -> None:
        question_id, comment = str(view.get("private_metadata") or ""), missing_in(view)
        await ack()
        background.start(
            _keep(state, body, question_id, helpful=False, comment=comment),
            lambda error: report(error, body, client),
        )


async def _keep(
    state: State,
    body: dict[str, Any],
    question_id: str,
    *,
    helpful: bool,
    comment: str | None = None,
) -> None:
    place = of_interaction(Surface.BUTTON, body)
    if question_id and place.user:
        await state.questions.judge(
            place.home, question_id, place.user, helpful=helpful, comment=comment
        )


async def _thank(respond: AsyncRespond) -> None:
    told = await respond(
        text="Thank you, that is noted.", response_type="ephemeral", replace_original=False
    )
    if told.status_code != 200:
        _log.info("could not thank for feedback: %s", told.status_code)
