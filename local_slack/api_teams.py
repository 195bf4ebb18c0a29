"""Web API: the workspace and its user groups (Slack docs, one page a method)."""

from __future__ import annotations

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.payloads import Json


async def team_info(api: Api, _args: Args) -> Json:
    """`team.info`: the workspace that the token belongs to."""
    team = api.caller.team
    shown: Json = {
        "id": team.id,
        "name": team.name,
        "domain": team.domain,
        "url": team.url,
        "email_domain": "",
        "icon": {"image_default": True},
    }
    if team.enterprise is not None:
        shown |= {f"enterprise_{name}": value for name, value in team.enterprise.items()}
    return {"ok": True, "team": shown}


async def user_groups(api: Api, args: Args) -> Json:
    """`usergroups.list`; `include_users` adds who is in each."""
    groups = [group.as_json() for group in api.workspace.user_groups.values()]
    if args.flag("include_users"):
        groups = [
            shown | {"users": list(api.workspace.user_groups[shown["id"]].members)}
            for shown in groups
        ]
    if not args.flag("include_count"):
        for shown in groups:
            del shown["user_count"]
    return {"ok": True, "usergroups": groups}


async def user_group_users(api: Api, args: Args) -> Json:
    """`usergroups.users.list`: the ids of one group's people."""
    group = api.workspace.user_groups.get(args.required("usergroup"))
    if group is None:
        raise ApiError("no_such_subteam")
    return {"ok": True, "users": list(group.members)}
