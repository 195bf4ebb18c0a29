"""Web API: `assistant.threads.*`, what an agent shows (Slack docs, one page a method)."""

from __future__ import annotations

from typing import Any

from local_slack.api_args import ApiError, Args, invalid_arguments
from local_slack.api_context import Api
from local_slack.payloads import Json
from local_slack.people import Channel

# Slack docs, "assistant.threads.setSuggestedPrompts" and "assistant.threads.setStatus".
PROMPTS_MOST = 4
LOADING_MESSAGES_MOST, LOADING_MESSAGE_CHARACTERS = 10, 50


async def set_suggested_prompts(api: Api, args: Args) -> Json:
    """`assistant.threads.setSuggestedPrompts`: up to four, for the app's direct message.

    An app with an `agent_view` must leave `thread_ts` out: Slack then says that all is well
    and shows nothing.
    """
    if not api.workspace.config.is_agent:
        raise ApiError("not_agent_app")
    channel = _direct_message(api, args)
    prompts = _prompts(args)
    if args.text("thread_ts") and "agent_view" in api.workspace.config.manifest.get("features", {}):
        words = "thread_ts: is not for apps with an agent_view; Slack shows nothing"
        api.outbox.warn("assistant.threads.setSuggestedPrompts", words)
        return {"ok": True}
    api.agent.suggest(channel.id, prompts, args.text("title"))
    return {"ok": True}


async def set_status(api: Api, args: Args) -> Json:
    """`assistant.threads.setStatus`: shown in a thread until the app posts there."""
    channel = api.visible_channel(args.required("channel_id"))
    thread_ts = args.required("thread_ts")
    if "status" not in args:
        raise invalid_arguments("missing required field: status")
    if api.workspace.find(channel.id, thread_ts) is None:
        raise ApiError("invalid_thread_ts")
    loading = args.nested("loading_messages") or []
    if not _are_loading_messages(loading):
        raise invalid_arguments("loading_messages: up to 10 texts of 1 to 50 characters")
    api.agent.set_status(channel.id, thread_ts, args.text("status"), loading)
    return {"ok": True}


async def set_title(api: Api, args: Args) -> Json:
    """`assistant.threads.setTitle`: names a thread of the app's direct message."""
    channel = _direct_message(api, args)
    thread_ts, title = args.required("thread_ts"), args.required("title")
    if api.workspace.find(channel.id, thread_ts) is None:
        raise ApiError("invalid_thread_ts")
    api.agent.set_title(channel.id, thread_ts, title)
    return {"ok": True}


def _direct_message(api: Api, args: Args) -> Channel:
    channel = api.visible_channel(args.required("channel_id"))
    if channel.kind != "im":
        raise ApiError("channel_not_found")
    return channel


def _prompts(args: Args) -> list[Json]:
    prompts: Any = args.nested("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= PROMPTS_MOST:
        raise invalid_arguments(f"prompts: 1 to {PROMPTS_MOST} of them")
    for prompt in prompts:
        if not isinstance(prompt, dict) or not (prompt.get("title") and prompt.get("message")):
            raise invalid_arguments("prompts: each needs a title and a message")
    return prompts


def _are_loading_messages(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= LOADING_MESSAGES_MOST
        and all(isinstance(m, str) and 0 < len(m) <= LOADING_MESSAGE_CHARACTERS for m in value)
    )
