"""Everything that the page shows, as it loads it; changes then come over the stream."""

from __future__ import annotations

from typing import Any

from local_slack.built_in_commands import BUILT_IN
from local_slack.faults import RESPONSE_URL
from local_slack.methods import METHODS
from local_slack.payloads import Json
from local_slack.people import BOT_USER_ID, SLACKBOT_ID, TEAM_NAME, User
from local_slack.session import Session
from local_slack.workspace import page_message

_RECORD_SHOWN = 200


def page_state(session: Session) -> Json:
    """Return the whole state, without tokens."""
    workspace, config = session.workspace, session.workspace.config
    records: list[Any] = [*session.deliveries, *session.calls]
    records.sort(key=lambda record: record.at)
    direct = [channel.id for channel in workspace.channels.values() if channel.kind == "im"]
    return {
        "team": TEAM_NAME,
        "bot": BOT_USER_ID,
        "slackbot": SLACKBOT_ID,
        "people": [user.id for user in workspace.people],
        "users": [_user(user) for user in workspace.users.values()],
        "channels": [
            c.as_json() | {"name": c.name, "members": sorted(c.members)}
            for c in workspace.channels.values()
        ],
        "messages": [page_message(workspace, m) for m in workspace.log if not m.deleted],
        "reads": workspace.reads,
        "views": {user.id: session.views.shown(user.id) for user in workspace.people},
        "commands": [vars(command) for command in (*config.commands, *BUILT_IN)],
        "shortcuts": [vars(shortcut) for shortcut in config.shortcuts],
        "suggestions": list(config.suggestions),
        "app": {
            "name": config.name,
            "description": config.description,
            "home_tab": config.home_tab,
            "messages_tab": config.messages_tab,
            "prompts": [vars(prompt) for prompt in config.prompts],
            "steps": [each.as_json() for each in config.functions],
        },
        "agent": session.agent.all_shown(direct),
        "step_runs": [run.as_json() for run in session.steps.runs.values()],
        "faults": session.faults.as_json(),
        "methods": [*sorted(METHODS), RESPONSE_URL],
        "records": [record.as_json() for record in records][-_RECORD_SHOWN:],
        "warnings": session.outbox.warnings[-_RECORD_SHOWN:],
        "connected": session.dispatcher.connected,
        "change": workspace.changes.last,
    }


def _user(user: User) -> Json:
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "title": user.title,
        "is_bot": user.is_bot,
        "is_admin": user.is_admin,
        "is_guest": user.is_restricted or user.is_ultra_restricted,
        "is_stranger": user.is_stranger,
        "tz": user.time_zone.name,
    }
