"""The Slack app manifest of a deployment: what the bot uses, and nothing more."""

from typing import Any

# Slack docs, "App manifest reference". A short description has at most 140 characters, a long
# one at least 174.
_DESCRIPTION = "Answers leveling questions with the level's card, quoted from your career ladder."
_LONG_DESCRIPTION = (
    "Ask what a level means, in the middle of a conversation: type /level P2, or mention "
    "@levelbot with a title such as Machine Learning II. levelbot finds the level, typos forgiven, "
    "and shows its card: what it means, what you'd do, which skills it takes and what good looks "
    "like. It compares levels, shows the step to the next one and finds who needs a skill. It only "
    "quotes your career ladder, says so when the ladder is silent, and asks back "
    "when it is unsure."
)

SCOPES = {
    "app_mentions:read": "to be told when someone mentions @levelbot",
    "assistant:write": "to suggest questions in its Messages tab",
    "channels:history": "to go on with a question in a thread of a public channel, and to read the "
    "card that a thread starts with",
    "channels:read": "to say who would see an answer before it is posted to a public channel",
    "chat:write": "to answer a mention in its thread, and a direct message",
    "commands": "for the slash command /level and the two shortcuts",
    "groups:history": "the same in a private channel that it was invited to",
    "groups:read": "to say who would see an answer before it is posted to a private channel",
    "im:history": "to read what is written to it in a direct message",
    "mpim:history": "the same in a group direct message",
    "mpim:read": "to say who would see an answer before it is posted to a group direct message",
    "users:read": "to say how many guests would see an answer before it is posted, and to show "
    "them nothing that the ladder restricts",
}
"""Each bot scope, and why it is needed."""

RESTRICTION_SCOPES = {
    "usergroups:read": "to know who may see what the ladder restricts",
}
"""Scopes that are needed only where the ladder restricts or hides something."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "function_executed",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "tokens_revoked",
)

_STEP = {
    "title": "Look up a level",
    "description": "Finds the level that a question or a title means, and gives its card.",
    "input_parameters": {
        "question": {
            "type": "string",
            "title": "Question or title",
            "description": "A level's code, a title, or a question, such as Machine Learning II",
            "is_required": True,
        },
    },
    "output_parameters": {
        name: {"type": "string", "title": title, "description": what, "is_required": True}
        for name, title, what in (
            ("level", "Level", "The level's code, such as P2"),
            ("family", "Job family", "The name of its job family"),
            ("summary", "Summary", "What the level is, in a sentence or two"),
            ("card", "Card", "The card as text"),
            ("link", "Link", "Opens levelbot in Slack"),
        )
    },
}
"""The custom step for Workflow Builder (Slack docs, "Custom steps for Bolt")."""


def scopes(*, restricts: bool) -> dict[str, str]:
    """Each bot scope and why; `restricts` where the ladder has rules of who may see what."""
    return {**SCOPES, **RESTRICTION_SCOPES} if restricts else SCOPES


_SHORTCUTS = [
    {
        "name": "Look up level",
        "type": "message",
        "callback_id": "look_up_level",
        "description": "Show the level that a message speaks of",
    },
    {
        "name": "Find a level",
        "type": "global",
        "callback_id": "find_level",
        "description": "Ask what a level means",
    },
]


def manifest(url: str | None, *, restricts: bool = False) -> dict[str, Any]:
    """The manifest for a bot at `url` ("https://host"), or for Socket Mode when it is None."""
    request_url = f"{url.rstrip('/')}/slack/events" if url else None
    at = {"request_url": request_url} if request_url else {}
    command = {
        "command": "/level",
        "description": "Show what a level means",
        "usage_hint": "P2 | Machine Learning II | P2 vs P3 | help",
        "should_escape": False,
    }
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "levelbot",
            "description": _DESCRIPTION,
            "long_description": _LONG_DESCRIPTION,
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {"agent_description": _DESCRIPTION},
            "bot_user": {"display_name": "levelbot", "always_online": True},
            "shortcuts": _SHORTCUTS,
            "slash_commands": [{**command, **({"url": request_url} if request_url else {})}],
        },
        "oauth_config": {
            # Where people are sent back to who install the app through OAuth.
            **({"redirect_urls": [f"{url.rstrip('/')}/slack/oauth_redirect"]} if url else {}),
            "scopes": {"bot": list(scopes(restricts=restricts))},
        },
        "functions": {"look_up_level_step": _STEP},
        "settings": {
            "event_subscriptions": {**at, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **at},
            "function_runtime": "remote",  # Slack demands it of an app with custom steps
            "org_deploy_enabled": True,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }
