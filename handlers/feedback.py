"""Whether an answer helped: kept with the question, and asked further when it did not."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks.feedback import MISSING, missing_in, missing_modal
from bot.blocks.offers import FEEDBACK, NOT_HELPFUL
from bot.desk import Surface
from bot.state import State
from handlers import background
from handlers.errors import report
from handlers.keeping import in_time
from handlers.modals import open_modal
from handlers.places import of_interaction
from handlers.responding import responded, to_one


def register(app: AsyncApp, state: State) -> None:
    """Listen to the feedback buttons, and to the modal that asks what was missing."""

    @app.action(FEEDBACK)
    async def judged(
        ack: AsyncAck, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        verdict, _, question_id = str(action.get("value", "")).partition(":")
        helpful = verdict != NOT_HELPFUL
        # Before ack(): what is acknowledged is kept, also when the process dies right after.
        await _keep(state, body, question_id, helpful=helpful)
        modal = missing_modal(question_id)
        work = _thank(body, client) if helpful else open_modal(client, body, modal)
        await ack()
        background.start(work, lambda error: report(error, body, client))

    @app.view(MISSING)
    async def said(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        question_id, comment = str(view.get("private_metadata") or ""), missing_in(view)
        await _keep(state, body, question_id, helpful=False, comment=comment)
        await ack()


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
        await in_time(
            state.questions.judge(
                place.home, question_id, place.user, helpful=helpful, comment=comment
            )
        )


async def _thank(body: dict[str, Any], client: AsyncWebClient) -> None:
    await responded(client, body.get("response_url"), to_one("Thank you, that is noted."))
