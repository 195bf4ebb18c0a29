"""Buttons that carry an answer further: into a channel or thread, or to the person's messages."""

import time
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Answer
from bot.blocks.posting import COPY, POST, Target, what_is_posted
from bot.desk import Desk, Place, Surface
from bot.state import Claim, Deliveries
from bot.state.deliveries import Work
from handlers import background, offers, presses, submissions
from handlers.confirming import ask_first
from handlers.errors import PersonError, report
from handlers.marks import Spot, post_once
from handlers.places import container, of_interaction
from handlers.replies import NOT_FOR_ALL, Reply, post_to, tell_aside
from handlers.responding import responded, to_one

_TAKEN_OVER_S = 300.0
"""What a process died on is taken over well within this time."""


def register(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    """Listen to the buttons, and to the modal that asks before posting."""
    _hear_posts(app, desk, deliveries)
    _hear_copies(app, desk, deliveries)


def _hear_posts(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
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

        async def ask() -> None:
            await ask_first(client, body, target, what)

        background.start(
            presses.once(deliveries, body, ask), lambda error: report(error, body, client)
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
        post = post_answer(desk, deliveries, client, answer, target, place=place)
        work = submissions.once(deliveries, body, post)
        background.start(work, lambda error: report(error, body, client))
        await ack(response_action="clear")


def _hear_copies(app: AsyncApp, desk: Desk, deliveries: Deliveries) -> None:
    @app.action(COPY)
    async def copy(
        ack: AsyncAck, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient
    ) -> None:
        place = of_interaction(Surface.BUTTON, body)
        answer = await desk.ask(str(action.get("value", "")), place)
        message = blocks.message(answer, offers.under(desk, place, answer))
        await ack()

        async def send() -> None:
            await _send(client, body, place.user or "", message)

        background.start(
            presses.once(deliveries, body, send, presses.COPY_S),
            lambda error: report(error, body, client),
        )


def post_answer(  # noqa: PLR0913 - an answer, for whom, and where it goes
    desk: Desk,
    deliveries: Deliveries,
    client: AsyncWebClient,
    answer: Answer,
    target: Target,
    *,
    place: Place,
) -> Work:
    """Returns what posts the answer for the person at `place` after `ack()`."""
    user = place.user or ""
    reply = Reply(answer, replace(offers.under(desk, place, answer), poster=user))

    async def post(claim: Claim) -> None:
        since = f"{time.time() - _TAKEN_OVER_S:.6f}"
        spot = Spot(client, target.channel, target.thread_ts, claim.key, since)
        ts = await spot.answer() if claim.in_doubt else None
        if ts is None:
            ts = await post_once(
                deliveries,
                claim,
                spot,
                lambda mark: post_to(client, reply, target, user, mark),
            )
        if ts and not target.channel.startswith("D"):  # what is asked below goes on with it
            thread = replace(place, thread_ts=target.thread_ts or ts)
            await desk.answered(thread, answer, ts, None)
        aside = await desk.aside(target.question, place, answer)
        await tell_aside(client, aside, place, target.thread_ts)

    return post


def _target(body: dict[str, Any], question: str) -> Target:
    """Where the answer with this button is to be posted."""
    in_modal = Target.of_view(body.get("view") or {})
    if in_modal:
        return replace(in_modal, question=question)
    standing = container(body)
    channel = str(standing.get("channel_id") or (body.get("channel") or {}).get("id") or "")
    thread_ts = standing.get("thread_ts")
    if not standing.get("is_ephemeral") and not channel.startswith("D"):
        thread_ts = thread_ts or standing.get("message_ts")
    return Target(channel, thread_ts, body.get("response_url"), question)


async def _send(
    client: AsyncWebClient, body: dict[str, Any], user: str, message: blocks.Message
) -> None:
    await client.chat_postMessage(channel=user, unfurl_links=False, unfurl_media=False, **message)
    told = to_one("I've sent you a copy as a direct message.")
    await responded(client, body.get("response_url"), told)
