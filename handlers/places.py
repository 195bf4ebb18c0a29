"""Where a request of Slack's comes from, as a `Place`."""

from collections.abc import Mapping
from typing import Any

from bot.desk import Place, Surface
from handlers.events import is_direct


def of_command(command: Mapping[str, Any]) -> Place:
    """The place of a slash command: its answer is ephemeral."""
    return Place(
        surface=Surface.SLASH_COMMAND,
        public=False,
        user=command.get("user_id"),
        team=command.get("team_id"),
        enterprise=command.get("enterprise_id"),
        user_team=command.get("team_id"),
        channel=command.get("channel_id"),
        channel_name=command.get("channel_name"),
    )


def of_event(surface: Surface, event: Mapping[str, Any], body: Mapping[str, Any]) -> Place:
    """The place of a message event: public, but in a direct message with the bot."""
    # In a channel that organizations share, `team_id` may be the other one's; what Slack
    # authorizes the event for is the bot's own installation (docs, "Events API", "authorizations").
    installed: Mapping[str, Any] = next(iter(body.get("authorizations") or ()), {})
    return Place(
        surface=surface,
        public=not is_direct(event),
        user=event.get("user"),
        team=installed.get("team_id") or body.get("team_id"),
        enterprise=installed.get("enterprise_id") or body.get("enterprise_id"),
        user_team=event.get("user_team") or event.get("team"),
        channel=event.get("channel"),
        thread_ts=event.get("thread_ts"),
        edits=event.get("ts") if event.get("edited") else None,
    )


def container(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where the element stands that somebody used: the payload's `container`, or the same of
    the message, which older payloads have alone. Empty outside of messages and views.
    """
    message, channel = body.get("message") or {}, body.get("channel") or {}
    if found := body.get("container"):
        standing: Mapping[str, Any] = found
        return standing
    if not (message.get("ts") and channel.get("id")):
        return {}
    return {
        "message_ts": message["ts"],
        "thread_ts": message.get("thread_ts"),
        "channel_id": channel["id"],
        "is_ephemeral": bool(message.get("is_ephemeral")),
    }


def of_interaction(
    surface: Surface, body: Mapping[str, Any], *, public: bool = False, channel: str | None = None
) -> Place:
    """The place of a shortcut, a block action, a view submission, or of options asked for.

    `channel` is where the answer goes, when that is not where it was asked.
    """
    user, team = body.get("user") or {}, body.get("team") or {}
    place, message = container(body), body.get("message") or {}
    asked_in = body.get("channel") or {}
    return Place(
        surface=surface,
        public=public,
        user=user.get("id"),
        team=team.get("id") or user.get("team_id"),
        enterprise=(body.get("enterprise") or {}).get("id"),
        user_team=user.get("team_id") or team.get("id"),
        channel=channel or asked_in.get("id") or place.get("channel_id"),
        channel_name=None if channel else asked_in.get("name"),
        thread_ts=place.get("thread_ts") or message.get("thread_ts"),
    )
