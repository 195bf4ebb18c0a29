"""What the workspace knows of the app it talks to: name, commands, shortcuts, events.

Read from the app's manifest (Slack docs, "App manifest reference"), so that the local
workspace delivers what the real one would deliver and nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DEFAULT_EVENTS = frozenset({"app_mention", "message.im"})


@dataclass(frozen=True)
class SlashCommand:
    """One slash command of the app, as its manifest declares it."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True)
class Shortcut:
    """One shortcut: `type` is `message` (a message's menu) or `global`."""

    name: str
    type: str
    callback_id: str
    description: str = ""


@dataclass(frozen=True)
class Prompt:
    """A suggested prompt of the Messages tab: what is shown, and what is sent when it is chosen."""

    title: str
    message: str


@dataclass(frozen=True)
class AppConfig:
    """The app as installed in the workspace."""

    name: str = "levelbot"
    description: str = ""
    home_tab: bool = True
    messages_tab: bool = True
    prompts: tuple[Prompt, ...] = ()
    commands: tuple[SlashCommand, ...] = (
        SlashCommand("/level", "Look up a level", "P2, or a question"),
    )
    shortcuts: tuple[Shortcut, ...] = (
        Shortcut("Look up level", "message", "look_up_level"),
        Shortcut("Find a level", "global", "find_level"),
    )
    events: frozenset[str] = DEFAULT_EVENTS
    suggestions: tuple[str, ...] = ("/level P2", "@levelbot what's Machine Learning II?")


def from_manifest(manifest: Mapping[str, Any]) -> AppConfig:
    """Read a Slack app manifest (a mapping in the manifest's JSON shape).

    Missing parts mean what they mean in Slack: no commands, no shortcuts, no events.
    """
    features = manifest.get("features", {})
    home = features.get("app_home", {})
    agent = features.get("agent_view") or features.get("assistant_view") or {}
    display = manifest.get("display_information", {})
    bot_user = features.get("bot_user", {})
    settings = manifest.get("settings", {})
    default_name = display.get("name", "app")
    commands = tuple(
        SlashCommand(
            each["command"],
            each.get("description", ""),
            each.get("usage_hint", ""),
            bool(each.get("should_escape", False)),
        )
        for each in features.get("slash_commands", [])
    )
    name = bot_user.get("display_name", default_name)
    return AppConfig(
        name=name,
        description=display.get("long_description") or display.get("description", ""),
        home_tab=bool(home.get("home_tab_enabled", False)),
        messages_tab=bool(home.get("messages_tab_enabled", False)),
        prompts=tuple(
            Prompt(each["title"], each["message"]) for each in agent.get("suggested_prompts", [])
        ),
        commands=commands,
        shortcuts=tuple(
            Shortcut(each["name"], each["type"], each["callback_id"], each.get("description", ""))
            for each in features.get("shortcuts", [])
        ),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
        suggestions=_suggestions(name, commands),
    )


def _suggestions(name: str, commands: tuple[SlashCommand, ...]) -> tuple[str, ...]:
    if name == "levelbot":
        return AppConfig.suggestions
    return (*(each.command for each in commands[:1]), f"@{name} hello")
