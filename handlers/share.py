"""Buttons that carry an answer further: into a channel or thread, or to the person's messages."""

import logging
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.blocks.posting import COPY, POST, Target, confirmation, what_is_posted
from bot.desk import Desk, Surface
from bot.slack_errors import slack_code
from bot.state import Claim, Deliveries
from handlers import background, offers, submissions
from handlers.audience import audience
from handlers.errors import PersonError, report
from handlers.modals import opened
from handlers.places import of_interaction
from handlers.replies import NOT_FOR_ALL, post_to, tell_aside

_log = logging.getLogger(__name__)


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to the buttons, and to the modal that asks before posting."""

    @app.action(POST)
    async def post(
        ack: AsyncAck, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        target = _target(body, str(action.get("value", "")))
        place = of_interaction(Surface.BUTTON, body, public=True, channel=target.channel)
        answer = await desk.for_all(target.question, place)
        if answer is None:
            raise PersonError(NOT_FOR_ALL)
        what = what_is_posted(answer)
        await ack()
        background.start(
            _ask_first(client, body, target, what), lambda error: report(error, body, client)
        )

    @app.view(POST)
    async def confirmed(
        ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient
    ) -> None:
        target = Target.of_view(view)
        if target is None:
            raise PersonError("I no longer know what to post. Please ask again.")
        place = of_interaction(Surface.BUTTON, body, public=True, channel=target.channel)
        answer = await desk.for_all(target.question, place)
        if answer is None:  # the ladder has changed since the modal was opened
            raise PersonError(NOT_FOR_ALL)
        user = body["user"]["id"]
        message = blocks.message(answer, offers.under(desk, place, answer))
        message = blocks.with_poster(message, user)

        async def posted(_: Claim) -> None:
            ts = await post_to(client, message, target, user)
            if ts and target.thread_ts:  # what is asked next in the thread goes on with it
                await desk.answered(replace(place, thread_ts=target.thread_ts), answer, ts, None)
            aside = await desk.aside(target.question, place, answer)
            await tell_aside(client, aside, place, target.thread_ts)

        work = submissions.once(deliveries, body, posted)
        background.start(work, lambda error: report(error, body, client))
        await ack(response_action="clear")

    @app.action(COPY)
    async def copy(
        ack: AsyncAck,
        action: dict[str, Any],
        body: dict[str, Any],
        client: AsyncWebClient,
        respond: AsyncRespond,
    ) -> None:
        place = of_interaction(Surface.BUTTON, body)
        answer = await desk.ask(str(action.get("value", "")), place)
        message = blocks.message(answer, offers.under(desk, place, answer))
        await ack()
        background.start(
            _send(client, respond, place.user or "", message),
            lambda error: report(error, body, client),
        )


def _target(body: dict[str, Any], question: str) -> Target:
    """Where the answer with this button is to be posted."""
    in_modal = Target.of_view(body.get("view") or {})
    if in_modal:
        return replace(in_modal, question=question)
    container = body.get("container") or {}
    channel = str(container.get("channel_id") or (body.get("channel") or {}).get("id") or "")
    thread_ts = container.get("thread_ts")
    if not container.get("is_ephemeral") and not channel.startswith("D"):
        thread_ts = thread_ts or container.get("message_ts")
    return Target(channel, thread_ts, body.get("response_url"), question)


async def _ask_first(
    client: AsyncWebClient, body: dict[str, Any], target: Target, what: str
) -> None:
    """Open the modal while its trigger lives, then say in it who would see the answer."""
    view_id = await opened(client, body, confirmation(target, what, None))
    team = (body.get("team") or {}).get("id")
    seen_by = await audience(client, target.channel, team)
    try:
        await client.views_update(view_id=view_id, view=confirmation(target, what, seen_by))
    except SlackApiError as error:
        if slack_code(error) != "not_found":  # the person has closed it meanwhile
            raise


async def _send(
    client: AsyncWebClient, respond: AsyncRespond, user: str, message: blocks.Message
) -> None:
    await client.chat_postMessage(channel=user, unfurl_links=False, unfurl_media=False, **message)
    told = await respond(
        text="I've sent you a copy as a direct message.",
        response_type="ephemeral",
        replace_original=False,
    )
    if told.status_code != 200:  # the copy itself is there all the same
        _log.info("could not say that a copy was sent: %s", told.status_code)
