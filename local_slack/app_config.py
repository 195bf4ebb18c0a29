"""What the workspace knows of the app it talks to: name, commands, shortcuts, events, scopes.

Read from the app's manifest (Slack docs, "App manifest reference"), so that the local
workspace delivers what the real one would deliver and nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class Parameter:
    """One input or output of a custom step; `type` is Slack's (`string`, `slack#/types/…`)."""

    name: str
    type: str
    title: str = ""
    description: str = ""
    is_required: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the parameter in the shape of the `function_executed` event."""
        return vars(self).copy()


@dataclass(frozen=True)
class Function:
    """One custom step for Workflow Builder."""

    callback_id: str
    title: str = ""
    description: str = ""
    inputs: tuple[Parameter, ...] = ()
    outputs: tuple[Parameter, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the step for the page."""
        return {
            "callback_id": self.callback_id,
            "title": self.title,
            "description": self.description,
            "inputs": [each.as_json() for each in self.inputs],
            "outputs": [each.as_json() for each in self.outputs],
        }


@dataclass(frozen=True)
class AppConfig:
    """The app as installed in the workspace. `scopes` None: it may do everything.

    `is_agent` is whether the manifest has an `agent_view` (or the older `assistant_view`);
    `prompts` are the suggested prompts that stand in it.
    """

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
    scopes: frozenset[str] | None = None
    functions: tuple[Function, ...] = ()
    unfurl_domains: tuple[str, ...] = ()
    is_agent: bool = True
    redirect_urls: tuple[str, ...] = ()
    token_rotation: bool = False
    # Left as the manifest has it, for what a page may want to show of the app.
    manifest: Mapping[str, Any] = field(default_factory=dict)

    def function(self, callback_id: str) -> Function:
        """Return the custom step of this name; LookupError when the app declares none."""
        for each in self.functions:
            if each.callback_id == callback_id:
                return each
        raise LookupError(f"the app declares no custom step {callback_id!r}")


def from_manifest(manifest: Mapping[str, Any]) -> AppConfig:
    """Read a Slack app manifest (a mapping in the manifest's JSON shape).

    Missing parts mean what they mean in Slack: no commands, no shortcuts, no events. Raises
    ValueError for a part that is not of the shape that it should have.
    """
    try:
        return _read(manifest)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"not Slack's manifest format: {problem!r}") from problem


def _read(manifest: Mapping[str, Any]) -> AppConfig:
    features = manifest.get("features", {})
    bot_user = features.get("bot_user", {})
    settings = manifest.get("settings", {})
    oauth = manifest.get("oauth_config", {})
    home = features.get("app_home", {})
    agent = features.get("agent_view", features.get("assistant_view"))
    display = manifest.get("display_information", {})
    name = bot_user.get("display_name", display.get("name", "app"))
    commands = tuple(
        SlashCommand(
            each["command"],
            each.get("description", ""),
            each.get("usage_hint", ""),
            bool(each.get("should_escape", False)),
        )
        for each in features.get("slash_commands", [])
    )
    return AppConfig(
        name=name,
        description=display.get("long_description") or display.get("description", ""),
        home_tab=bool(home.get("home_tab_enabled", False)),
        messages_tab=bool(home.get("messages_tab_enabled", True)),
        prompts=tuple(
            Prompt(each["title"], each["message"])
            for each in (agent or {}).get("suggested_prompts", [])
        ),
        commands=commands,
        shortcuts=tuple(
            Shortcut(each["name"], each["type"], each["callback_id"], each.get("description", ""))
            for each in features.get("shortcuts", [])
        ),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
        suggestions=_suggestions(name, commands),
        scopes=frozenset(oauth.get("scopes", {}).get("bot", [])),
        functions=tuple(_function(*each) for each in manifest.get("functions", {}).items()),
        unfurl_domains=tuple(features.get("unfurl_domains", [])),
        is_agent=agent is not None,
        redirect_urls=tuple(oauth.get("redirect_urls", [])),
        token_rotation=bool(settings.get("token_rotation_enabled", False)),
        manifest=manifest,
    )


def _function(callback_id: str, declared: Mapping[str, Any]) -> Function:
    return Function(
        callback_id,
        declared.get("title", ""),
        declared.get("description", ""),
        _parameters(declared.get("input_parameters", {})),
        _parameters(declared.get("output_parameters", {})),
    )


def _parameters(declared: Mapping[str, Any]) -> tuple[Parameter, ...]:
    """Read parameters: a mapping of names, or (older) `{"properties": …, "required": […]}`."""
    required = declared.get("required", []) if "properties" in declared else []
    return tuple(
        Parameter(
            name,
            each["type"],
            each.get("title", name),
            each.get("description", ""),
            bool(each.get("is_required", name in required)),
        )
        for name, each in declared.get("properties", declared).items()
    )


def _suggestions(name: str, commands: tuple[SlashCommand, ...]) -> tuple[str, ...]:
    if name == "levelbot":
        return AppConfig.suggestions
    return (*(each.command for each in commands[:1]), f"@{name} hello")
