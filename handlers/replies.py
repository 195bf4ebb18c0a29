"""Posting an answer where it was asked, or to the person alone where the bot may not post."""

import logging
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import blocks
from bot.answers import Answer
from bot.blocks import Message, Offers
from bot.blocks.posting import Target
from bot.desk import Place
from bot.slack_errors import slack_code
from handlers.places import container
from handlers.responding import responded

_log = logging.getLogger(__name__)

MAY_NOT_POST = {
    "not_in_channel": "I'm not a member of that channel. Invite me there with /invite.",
    "channel_not_found": "I can't see that channel. Invite me there with /invite.",
    "is_archived": "That channel is archived, so nobody can post there.",
    "restricted_action": "A workspace admin has restricted who may post in that channel.",
    "restricted_action_read_only_channel": "That channel is read-only.",
    "restricted_action_thread_only_channel": "That channel takes only replies in threads.",
    "restricted_action_non_threadable_channel": "That channel does not take replies in threads.",
    "restricted_action_thread_locked": "That thread is locked.",
    "no_permission": "I don't have permission to post in that channel.",
    "ekm_access_denied": "A workspace admin has suspended posting in that channel.",
    "team_access_not_granted": "This app has not been granted to that workspace.",
}
"""Slack's error code (docs, "chat.postMessage", "Errors") to what the person is told privately."""


NOT_FOR_ALL = "Not everyone may see this, so I can't post it there."
NO_MEMBER = frozenset({"not_in_channel", "channel_not_found"})
ASIDE = "Only you can see this. The answer for everyone leaves out what is kept for some."


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to send, and what stands beside it."""

    answer: Answer
    offers: Offers

    def message(self, note: str | None = None) -> Message:
        """As Slack takes it, with a line before it that says why it comes there."""
        return blocks.message(self.answer, replace(self.offers, note=note))


async def reply_to(
    event: dict[str, Any],
    reply: Reply,
    client: AsyncWebClient,
    thread_ts: str | None,
    metadata: dict[str, Any],
) -> str | None:
    """Post the answer to a message event; where the bot may not post, tell its author privately.

    `metadata` goes with the answer, unseen.

    Returns the `ts` of what was posted; None when only the author has it. Raises SlackApiError for
    every other failure.
    """
    channel, user = event["channel"], event["user"]
    return await post_or_tell(client, reply, channel, user, thread_ts, metadata=metadata)


async def tell_aside(
    client: AsyncWebClient, aside: Answer | None, place: Place, thread_ts: str | None
) -> None:
    """Tell the person who asked what the others may not see, beside the public answer.

    Where an ephemeral message can't be shown it comes as a direct one. Nothing for None. Raises
    SlackApiError.
    """
    if aside is None or not (place.user and place.channel):
        return
    message = Reply(aside, Offers(copy=True)).message(ASIDE)
    arguments: dict[str, Any] = {"thread_ts": thread_ts} if thread_ts else {}
    try:
        await client.chat_postEphemeral(
            channel=place.channel, user=place.user, **message, **arguments
        )
    except SlackApiError as error:
        await _post(client, message, place.user, None)
        _log.info("no ephemeral message there: %s; sent a direct one", slack_code(error))


def thread_of(body: dict[str, Any]) -> str | None:
    """The thread of the message whose button was pressed; None in a direct message."""
    standing = container(body)
    direct = standing["channel_id"].startswith("D")
    thread_ts: str | None = standing.get("thread_ts")
    return thread_ts or (None if direct else standing["message_ts"])


async def post_in_thread(client: AsyncWebClient, reply: Reply, body: dict[str, Any]) -> str | None:
    """Add `reply` to the thread of the message whose button was pressed; returns its `ts`.

    In a direct message it is added below. None where the bot may not post. Raises SlackApiError.
    """
    channel, user = container(body)["channel_id"], body["user"]["id"]
    return await post_or_tell(client, reply, channel, user, thread_of(body))


async def post_or_tell(  # noqa: PLR0913 - a reply, and where it goes
    client: AsyncWebClient,
    reply: Reply,
    channel: str,
    user: str,
    thread_ts: str | None,
    *,
    metadata: dict[str, Any] | None = None,
) -> str | None:
    """Post `reply`; where the bot may not, give it to `user` alone with the reason.

    Returns the `ts` of what was posted for all. Raises SlackApiError for every other failure.
    """
    try:
        return await _post(client, reply.message(), channel, thread_ts, metadata)
    except SlackApiError as error:
        reason = MAY_NOT_POST.get(slack_code(error))
        if reason is None:
            raise
        await _post(client, reply.message(reason), user, None)
        _log.info("may not post: %s; told the person privately", slack_code(error))
        return None


async def post_to(
    client: AsyncWebClient, reply: Reply, target: Target, user: str, metadata: dict[str, Any]
) -> str | None:
    """Post `reply` for `user`, through the response URL where the bot is no member.

    `metadata` goes with what is posted for all, unseen, but not through the response URL.

    Returns its `ts` where Slack tells that. Where neither may post, give it to `user` alone with
    the reason. Raises SlackApiError.
    """
    try:
        return await _post(client, reply.message(), target.channel, target.thread_ts, metadata)
    except SlackApiError as error:
        if slack_code(error) not in MAY_NOT_POST:
            raise
        if slack_code(error) in NO_MEMBER and await _respond(client, reply.message(), target):
            return None
        reason = MAY_NOT_POST[slack_code(error)]
        await _post(client, reply.message(reason), user, None)
        _log.info("may not post: %s; told the person privately", slack_code(error))
        return None


async def _respond(client: AsyncWebClient, message: Message, target: Target) -> bool:
    """Whether Slack took the message at the response URL, if there is one."""
    body: dict[str, Any] = {
        **message,
        "response_type": "in_channel",
        "replace_original": False,
    }
    if target.thread_ts:
        body["thread_ts"] = target.thread_ts
    return await responded(client, target.response_url, body)


async def _post(
    client: AsyncWebClient,
    message: Message,
    channel: str,
    thread_ts: str | None,
    metadata: dict[str, Any] | None = None,
) -> str:
    arguments: dict[str, Any] = {**message, "channel": channel}
    if metadata:
        arguments["metadata"] = metadata
    if thread_ts:
        arguments["thread_ts"] = thread_ts
    posted = await client.chat_postMessage(**arguments, unfurl_links=False, unfurl_media=False)
    return str(posted.get("ts", ""))
