"""Web API: `oauth.v2.*`, `auth.revoke` and `apps.uninstall` (Slack docs, one page a method)."""

from __future__ import annotations

from local_slack.api_args import ApiError, Args
from local_slack.api_context import Api
from local_slack.payloads import Json


async def oauth_access(api: Api, args: Args) -> Json:
    """`oauth.v2.access`: a code, or a refresh token, for an access token."""
    api.installs.check_client(args.text("client_id"), args.text("client_secret"))
    grant = args.text("grant_type") or "authorization_code"
    if grant == "refresh_token":
        return api.installs.renew(args.text("refresh_token"))
    if grant != "authorization_code":
        raise ApiError("invalid_grant_type")
    return api.installs.exchange(args.text("code"), args.text("redirect_uri"))


async def oauth_exchange(api: Api, args: Args) -> Json:
    """`oauth.v2.exchange`: a token that expires for one that does not."""
    api.installs.check_client(args.text("client_id"), args.text("client_secret"))
    return api.installs.rotate(api.caller)


async def revoke(api: Api, args: Args) -> Json:
    """`auth.revoke`: ends this token; with `test` it only says that it would."""
    if args.flag("test"):
        return {"ok": True, "revoked": False}
    api.caller.dead = "token_revoked"
    api.on_revoked()
    return {"ok": True, "revoked": True}


async def uninstall(api: Api, args: Args) -> Json:
    """`apps.uninstall`: takes the app out of the token's workspace."""
    api.installs.check_client(args.text("client_id"), args.text("client_secret"))
    api.installs.uninstall(api.caller.team)
    return {"ok": True}
