"""The custom step "Look up a level" of Workflow Builder: from a question to the level's card."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import text
from bot.answers import Answer, CardAnswer, ChoiceAnswer, UnknownAnswer
from bot.desk import Desk, Place, Surface
from bot.state import Claim, Deliveries
from handlers.errors import logged_words
from handlers.events import once

LOOK_UP_LEVEL_STEP = "look_up_level_step"

MOST_CHARACTERS = 3_000
"""Of the card's text, so that it fits into one message of a workflow (Slack docs, "section")."""

_APP = "https://slack.com/app_redirect?"
"""Opens an app in Slack (Slack docs, "Deep linking into Slack")."""


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to the step's runs."""

    @app.function(LOOK_UP_LEVEL_STEP)
    async def look_up_level(
        event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        async def look_up(claim: Claim) -> None:
            method, result = await _result(desk, event.get("inputs") or {}, body)
            await deliveries.hold(claim)
            run = event.get("function_execution_id")
            # Not slack_sdk's own methods: they put a whole card into the address.
            await client.api_call(method, json={"function_execution_id": run, **result})

        await once(deliveries, body, look_up)


async def _result(
    desk: Desk, inputs: Mapping[str, Any], body: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """The method that ends the run, and what it is told: the outputs, or why there are none."""
    try:
        answer = await desk.ask(str(inputs.get("question") or ""), _place(body))
    except Exception as error:
        return "functions.completeError", {"error": logged_words(error)}
    if isinstance(answer, CardAnswer):
        return "functions.completeSuccess", {"outputs": _outputs(answer, body)}
    return "functions.completeError", {"error": _why(answer)}


def _place(body: Mapping[str, Any]) -> Place:
    """What comes of a workflow may be posted anywhere: so it is public."""
    return Place(
        surface=Surface.WORKFLOW_STEP,
        public=True,
        team=body.get("team_id"),
        enterprise=body.get("enterprise_id"),
    )


def _outputs(answer: CardAnswer, body: Mapping[str, Any]) -> dict[str, str]:
    card = answer.card
    link = {"app": str(body.get("api_app_id", "")), "team": str(body.get("team_id", ""))}
    return {
        "level": card.level.code,
        "family": answer.family.name,
        "summary": text.in_a_sentence(answer),
        "card": _cut(text.full(answer)),
        "link": _APP + urlencode(link),
    }


def _cut(whole: str) -> str:
    """`whole`, or as many of its lines as there is room for, and that it is cut."""
    if len(whole) <= MOST_CHARACTERS:
        return whole
    note = "\n… (the card goes on; ask levelbot for the whole card)"
    return whole[: MOST_CHARACTERS - len(note)].rpartition("\n")[0] + note


def _why(answer: Answer) -> str:
    """Why there is no card to give, in words for whoever runs the workflow."""
    if isinstance(answer, ChoiceAnswer):
        names = [text.level_name(card, family) for card, family in answer.choices[:_MOST_NAMED]]
        return f"Several levels fit: {'; '.join(names)}. Name the family and the level."
    if isinstance(answer, UnknownAnswer):
        return text.unknown_line(answer)
    return (
        "This step looks up one level, and the question asks for something else. "
        "Give a level's code or a title, such as P2 or Machine Learning II."
    )


_MOST_NAMED = 5
