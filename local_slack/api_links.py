"""Web API: `chat.getPermalink` and `chat.unfurl` (Slack docs, one page a method)."""

from __future__ import annotations

from typing import Any

from local_slack import limits
from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.conversation_events import shared_links
from local_slack.messages import Message, with_ids
from local_slack.payloads import Json
from local_slack.people import APP_ID, BOT_ID, Team


async def permalink(api: Api, args: Args) -> Json:
    """`chat.getPermalink`: the address of a message, with its thread's when it is a reply."""
    channel = api.visible_channel(args.required("channel"))
    message = api.workspace.find(channel.id, args.required("message_ts"))
    if message is None or message.ephemeral_to is not None:
        raise ApiError("message_not_found")
    return {"ok": True, "channel": channel.id, "permalink": permalink_of(message, api.caller.team)}


def permalink_of(message: Message, team: Team) -> str:
    """Return a message's address in Slack's web client."""
    path = f"archives/{message.channel}/p{message.ts.replace('.', '')}"
    address = f"{team.url}{path}"
    if message.thread_ts in {None, message.ts}:
        return address
    return f"{address}?thread_ts={message.thread_ts}&cid={message.channel}"


async def unfurl(api: Api, args: Args) -> Json:
    """`chat.unfurl`: previews for links of the app's own domains in a message.

    The message is named by `channel` and `ts`, or by `unfurl_id` and `source`.
    """
    message = _message(api, args)
    unfurls = args.nested("unfurls", "invalid_unfurls_format")
    if unfurls is None and not args.flag("user_auth_required"):
        raise ApiError("missing_unfurls")
    if not isinstance(unfurls or {}, dict):
        raise ApiError("invalid_unfurls_format")
    domains = api.workspace.config.unfurl_domains
    links = {link["url"] for link in shared_links(message.text, domains)}
    previews = [_preview(api, url, each, links) for url, each in (unfurls or {}).items()]
    replaced = {preview["from_url"] for preview in previews}
    kept = [each for each in message.attachments if each.get("from_url") not in replaced]
    numbered = [each | {"id": number} for number, each in enumerate([*kept, *previews], 1)]
    api.workspace.unfurl(message, numbered)
    return {"ok": True}


def _message(api: Api, args: Args) -> Message:
    if args.text("unfurl_id"):
        if args.text("source") not in {"composer", "conversations_history"}:
            raise ApiError("invalid_source" if args.text("source") else "missing_source")
        channel, _, rest = args.text("unfurl_id").partition(".")
        ts, problem = rest.rpartition(".")[0], "invalid_unfurl_id"
    elif not args.text("channel"):
        raise ApiError("missing_channel")
    elif not args.text("ts"):
        raise ApiError("missing_ts")
    else:
        channel, ts, problem = args.text("channel"), args.text("ts"), "cannot_find_message"
        if channel not in api.workspace.channels:
            raise ApiError("cannot_find_channel")
    message = api.workspace.find(channel, ts)
    if message is None or message.ephemeral_to is not None or message.deleted:
        raise ApiError(problem)
    return message


def _preview(api: Api, url: str, unfurled: Any, links: set[str]) -> Json:
    if url not in links:
        raise ApiError("cannot_unfurl_url")
    if not isinstance(unfurled, dict):
        raise ApiError("cannot_parse_attachment")
    refused = limits.block_refusals(unfurled["blocks"]) if "blocks" in unfurled else []
    for problem in refused:
        api.outbox.warn("chat.unfurl", f"unfurls[{url}].{problem}")
    if refused:
        raise ApiError("cannot_parse_attachment", errors=refused)
    preview = {**unfurled}
    if "blocks" in preview:
        preview["blocks"] = with_ids(preview["blocks"])
    return preview | {
        "from_url": url,
        "original_url": url,
        "app_unfurl_url": url,
        "is_app_unfurl": True,
        "app_id": APP_ID,
        "bot_id": BOT_ID,
    }
