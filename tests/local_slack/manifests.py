"""The manifest of a made-up app that uses everything; tests take parts of it away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "links:read",
    "links:write",
    "mpim:history",
    "mpim:read",
    "mpim:write",
    "team:read",
    "usergroups:read",
    "users:read",
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "function_executed",
    "link_shared",
    "member_joined_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "tokens_revoked",
)
STEP = {
    "title": "Weigh",
    "description": "Weighs a thing",
    "input_parameters": {
        "thing": {"type": "string", "title": "Thing", "is_required": True, "name": "thing"},
        "times": {"type": "integer", "title": "Times", "is_required": False, "name": "times"},
    },
    "output_parameters": {
        "grams": {"type": "number", "title": "Grams", "is_required": True, "name": "grams"},
    },
}


def manifest(
    scopes: Iterable[str] = SCOPES,
    events: Iterable[str] = EVENTS,
    settings: dict[str, Any] | None = None,
    **features: Any,
) -> dict[str, Any]:
    """A manifest of Slack's version 2; `features` and `settings` are added or replaced."""
    return {
        "_metadata": {"major_version": 2},
        "display_information": {"name": "scales"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "bot_user": {"display_name": "scales"},
            "agent_view": {
                "agent_description": "Weighs things",
                "suggested_prompts": [{"title": "Weigh a feather", "message": "a feather"}],
            },
            "unfurl_domains": ["scales.example.com"],
            "slash_commands": [{"command": "/weigh", "description": "Weigh it"}],
            "shortcuts": [
                {"name": "Weigh", "type": "message", "callback_id": "weigh_message"},
                {"name": "Find", "type": "global", "callback_id": "find"},
            ],
            **features,
        },
        "oauth_config": {"scopes": {"bot": list(scopes)}},
        "functions": {"weigh_step": STEP},
        "settings": {
            "event_subscriptions": {"bot_events": list(events)},
            "org_deploy_enabled": True,
            "function_runtime": "remote",
            **(settings or {}),
        },
    }
