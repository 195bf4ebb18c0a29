"""Web API: `chat.*` that write messages (Slack docs, one page a method)."""

from __future__ import annotations

from typing import Any

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.messages import Contents, Message, attached, with_ids
from local_slack.payloads import Json
from local_slack.people import Channel

_ATTACHMENTS_MOST = 100
# Fewer than in a new message (docs: "chat.update", error msg_too_long).
UPDATED_TEXT_MOST = 4_000


async def post_message(api: Api, args: Args) -> Json:
    """`chat.postMessage`: a user id as the channel means the direct message with that user."""
    channel = _writable(api, args)
    if channel.read_only:
        raise ApiError("restricted_action_read_only_channel")
    _check_appearance(api, args)
    body = _body(args)
    api.outbox.check_message("chat.postMessage", body)
    thread_ts = _thread(api, args, channel, "chat.postMessage")
    message = api.outbox.write(body, channel.id, thread_ts=thread_ts)
    api.agent.answered(message)
    answer: Json = {
        "ok": True,
        "channel": channel.id,
        "ts": message.ts,
        "message": message.as_json(),
    }
    return answer | _missing_text(body)


async def post_ephemeral(api: Api, args: Args) -> Json:
    """`chat.postEphemeral`: seen by `user` only, who must be in the channel."""
    channel = _writable(api, args)
    user = args.required("user")
    if user not in api.workspace.users:
        raise ApiError("user_not_found")
    if user not in channel.members:
        raise ApiError("user_not_in_channel")
    _check_appearance(api, args)
    body = _body(args)
    api.outbox.check_message("chat.postEphemeral", body)
    thread_ts = _thread(api, args, channel, "chat.postEphemeral")
    message = api.outbox.write(body, channel.id, thread_ts=thread_ts, ephemeral_to=user)
    answer: Json = {"ok": True, "message_ts": message.ts}
    return answer | _missing_text(body)


async def update(api: Api, args: Args) -> Json:
    """`chat.update`: only what the bot wrote, and nothing ephemeral.

    Blocks stay when neither text nor blocks come; text alone takes them away. Attachments
    stay unless new ones come.
    """
    message = _own_message(api, args, "cant_update_message")
    if api.workspace.channels[message.channel].is_archived:
        raise ApiError("is_inactive")
    body = _body(args)
    given = {name for name in ("text", "markdown_text", "blocks", "attachments") if name in args}
    if not given:
        raise ApiError("no_text")
    keeps_blocks = not given & {"text", "markdown_text", "blocks"}
    contents = Contents(
        text=body["text"] if given & {"text", "markdown_text", "blocks"} else message.text,
        blocks=message.blocks if keeps_blocks else with_ids(body["blocks"] or []),
        attachments=attached(body["attachments"] or [])
        if "attachments" in given
        else message.attachments,
    )
    if len(contents.text) > UPDATED_TEXT_MOST:
        words = f"text: {len(contents.text)} characters, Slack allows {UPDATED_TEXT_MOST} here"
        api.outbox.warn("chat.update", words)
        raise ApiError("msg_too_long")
    api.outbox.check_message("chat.update", vars(contents))
    api.workspace.change(message, contents)
    return {
        "ok": True,
        "channel": message.channel,
        "ts": message.ts,
        "text": message.text,
        "message": message.as_json(),
    }


async def delete(api: Api, args: Args) -> Json:
    """`chat.delete`: only what the bot wrote."""
    message = _own_message(api, args, "cant_delete_message")
    api.workspace.remove(message)
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def _writable(api: Api, args: Args) -> Channel:
    named = args.required("channel")
    if named in api.workspace.users:
        if api.workspace.users[named].is_bot:
            raise ApiError("channel_not_found")
        channel = api.workspace.dm(named)
    else:
        channel = api.visible_channel(named, or_name=True)
    if channel.kind == "im" and not api.workspace.config.messages_tab:
        raise ApiError("messages_tab_disabled")
    if channel.is_archived:
        raise ApiError("is_archived")
    if not api.is_member(channel) and not _may_post_anywhere(api, channel):
        raise ApiError("not_in_channel")
    return channel


def _may_post_anywhere(api: Api, channel: Channel) -> bool:
    """Whether `chat:write.public` lets the bot post to a public channel it is not in."""
    return channel.kind == "channel" and "chat:write.public" in (api.caller.scopes or ())


def _check_appearance(api: Api, args: Args) -> None:
    if any(name in args for name in ("username", "icon_emoji", "icon_url")):
        api.require("chat:write.customize")


def _own_message(api: Api, args: Args, refusal: str) -> Message:
    channel = api.visible_channel(args.required("channel"))
    message = api.workspace.find(channel.id, args.required("ts"))
    if message is None or message.ephemeral_to is not None or message.deleted:
        raise ApiError("message_not_found")
    if not message.by_bot:
        raise ApiError(refusal)
    return message


def _body(args: Args) -> Json:
    blocks = args.nested("blocks", "invalid_blocks_format")
    if blocks is not None and not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    text = args.text("text")
    if "markdown_text" in args:
        if text or blocks is not None:
            raise ApiError("markdown_text_conflict")
        text = args.text("markdown_text")
        blocks = [{"type": "markdown", "text": text}]
    return {
        "text": text,
        "blocks": blocks,
        "attachments": _attachments(args),
        "metadata": _metadata(args),
        "reply_broadcast": args.flag("reply_broadcast"),
    }


def _attachments(args: Args) -> list[Json] | None:
    attachments = args.nested("attachments", "invalid_attachments")
    if attachments is None:
        return None
    if not isinstance(attachments, list) or any(not isinstance(a, dict) for a in attachments):
        raise ApiError("invalid_attachments")
    if len(attachments) > _ATTACHMENTS_MOST:
        raise ApiError("too_many_attachments")
    return attachments


def _metadata(args: Args) -> Json | None:
    metadata: Any = args.nested("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if (
        not isinstance(metadata, dict)
        or not isinstance(metadata.get("event_type"), str)
        or not isinstance(metadata.get("event_payload"), dict)
    ):
        raise ApiError("invalid_metadata_format")
    return metadata


def _thread(api: Api, args: Args, channel: Channel, where: str) -> str | None:
    thread_ts = args.text("thread_ts") or None
    parent = api.workspace.find(channel.id, thread_ts) if thread_ts else None
    if parent is not None and parent.thread_ts not in {None, parent.ts}:
        # Slack takes it, and nobody finds the message (docs: chat.postMessage, "Threads").
        api.outbox.warn(where, "thread_ts: names a reply; Slack wants its parent's ts")
    return thread_ts


def _missing_text(body: Json) -> Json:
    if body["text"] or not (body["blocks"] or body["attachments"]):
        return {}
    warning = "missing_text_in_message"
    return {"warning": warning, "response_metadata": {"warnings": [warning]}}
