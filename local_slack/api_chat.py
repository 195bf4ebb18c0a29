"""Web API: `chat.*` (Slack docs, one page a method)."""

from __future__ import annotations

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.messages import Message, with_ids
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, Channel


async def post_message(api: Api, args: Args) -> Json:
    """`chat.postMessage`: a user id as the channel means the direct message with that user."""
    channel = _writable(api, args)
    body = _body(args)
    api.outbox.check_message("chat.postMessage", body)
    thread_ts = _thread(args)
    message = api.outbox.write(body, channel.id, thread_ts=thread_ts)
    api.on_bot_message(message)
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
    body = _body(args)
    api.outbox.check_message("chat.postEphemeral", body)
    message = api.outbox.write(body, channel.id, thread_ts=_thread(args), ephemeral_to=user)
    answer: Json = {"ok": True, "message_ts": message.ts}
    return answer | _missing_text(body)


async def update(api: Api, args: Args) -> Json:
    """`chat.update`: only what the bot wrote, and nothing ephemeral."""
    message = _own_message(api, args, "cant_update_message")
    body = _body(args)
    if "text" not in args and "blocks" not in args and "attachments" not in args:
        raise ApiError("no_text")
    api.outbox.check_message("chat.update", body)
    api.workspace.change(
        message,
        text=str(body.get("text") or ""),
        blocks=with_ids(body["blocks"]) if body.get("blocks") is not None else [],
    )
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
        return api.workspace.dm(named)
    channel = api.visible_channel(named)
    if channel.is_archived:
        raise ApiError("is_archived")
    if BOT_USER_ID not in channel.members:
        raise ApiError("not_in_channel")
    return channel


def _own_message(api: Api, args: Args, refusal: str) -> Message:
    channel = api.visible_channel(args.required("channel"))
    message = api.workspace.find(channel.id, args.required("ts"))
    if message is None or message.ephemeral_to is not None:
        raise ApiError("message_not_found")
    if not message.by_bot:
        raise ApiError(refusal)
    return message


def _body(args: Args) -> Json:
    blocks = args.nested("blocks", "invalid_blocks_format")
    if blocks is not None and not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    attachments = args.nested("attachments", "invalid_attachments")
    return {
        "text": args.text("text"),
        "blocks": blocks,
        "attachments": attachments,
        "metadata": args.nested("metadata", "invalid_metadata_format"),
        "reply_broadcast": args.flag("reply_broadcast"),
    }


def _thread(args: Args) -> str | None:
    return args.text("thread_ts") or None


def _missing_text(body: Json) -> Json:
    if body["text"] or not (body["blocks"] or body["attachments"]):
        return {}
    warning = "missing_text_in_message"
    return {"warning": warning, "response_metadata": {"warnings": [warning]}}
