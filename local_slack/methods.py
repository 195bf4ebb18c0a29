"""The Web API's methods: what runs, which scope it needs, and how often it may be called.

A method that is not here answers as Slack does for an unknown one. Tiers and scopes are those
of each method's page in Slack's documentation.
"""

from __future__ import annotations

from dataclasses import dataclass

from local_slack import (
    api_agent,
    api_apps,
    api_chat,
    api_conversations,
    api_functions,
    api_links,
    api_teams,
    api_users,
    api_views,
)
from local_slack.api_context import Method
from local_slack.scopes import HISTORY, OPEN, READ


@dataclass(frozen=True)
class Spec:
    """One method. Any one of `scopes` opens it; `tier` is Slack's rate limit tier, 0 for special.

    `caller` is the kind of token that it takes: bot (and a custom step's), app, or nobody's.
    """

    run: Method
    scopes: tuple[str, ...] = ()
    tier: int = 3
    caller: str = "bot"


_WRITE = ("chat:write",)
_AGENT = ("assistant:write",)

METHODS: dict[str, Spec] = {
    "api.test": Spec(api_users.api_test, tier=4, caller="nobody"),
    "apps.connections.open": Spec(api_users.open_connection, caller="app"),
    "apps.uninstall": Spec(api_apps.uninstall, tier=1),
    "assistant.threads.setStatus": Spec(api_agent.set_status, _WRITE, 0),
    "assistant.threads.setSuggestedPrompts": Spec(api_agent.set_suggested_prompts, _AGENT, 4),
    "assistant.threads.setTitle": Spec(api_agent.set_title, _AGENT, 4),
    "auth.revoke": Spec(api_apps.revoke),
    "auth.test": Spec(api_users.auth_test, tier=0),
    "bots.info": Spec(api_users.bot_info, ("users:read",)),
    "chat.delete": Spec(api_chat.delete, _WRITE),
    "chat.getPermalink": Spec(api_links.permalink, tier=0),
    "chat.postEphemeral": Spec(api_chat.post_ephemeral, _WRITE, 4),
    "chat.postMessage": Spec(api_chat.post_message, _WRITE, 0),
    "chat.unfurl": Spec(api_links.unfurl, ("links:write",)),
    "chat.update": Spec(api_chat.update, _WRITE),
    "conversations.history": Spec(api_conversations.history, HISTORY),
    "conversations.info": Spec(api_conversations.info, READ),
    "conversations.join": Spec(api_conversations.join, ("channels:join",)),
    "conversations.leave": Spec(
        api_conversations.leave, ("channels:manage", "groups:write", "channels:join")
    ),
    "conversations.list": Spec(api_conversations.list_all, READ, 2),
    "conversations.members": Spec(api_conversations.members, READ, 4),
    "conversations.open": Spec(api_conversations.open_dm, OPEN),
    "conversations.replies": Spec(api_conversations.replies, HISTORY),
    "functions.completeError": Spec(api_functions.complete_error),
    "functions.completeSuccess": Spec(api_functions.complete_success),
    "oauth.v2.access": Spec(api_apps.oauth_access, tier=0, caller="nobody"),
    "oauth.v2.exchange": Spec(api_apps.oauth_exchange),
    "team.info": Spec(api_teams.team_info, ("team:read",)),
    "usergroups.list": Spec(api_teams.user_groups, ("usergroups:read",), 2),
    "usergroups.users.list": Spec(api_teams.user_group_users, ("usergroups:read",), 2),
    "users.conversations": Spec(api_users.user_conversations, READ),
    "users.info": Spec(api_users.user_info, ("users:read",), 4),
    "users.list": Spec(api_users.user_list, ("users:read",), 2),
    "users.lookupByEmail": Spec(api_users.user_by_email, ("users:read.email",)),
    "views.open": Spec(api_views.open_view, tier=4),
    "views.publish": Spec(api_views.publish, tier=4),
    "views.push": Spec(api_views.push, tier=4),
    "views.update": Spec(api_views.update, tier=4),
}
