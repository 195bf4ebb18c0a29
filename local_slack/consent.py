"""`/oauth/v2/authorize`: the page where a person lets the app into a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from aiohttp import web

from local_slack.api_args import ApiError
from local_slack.installs import Installs, Request
from local_slack.people import ENTERPRISE, TEAMS

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}"
    "@media(prefers-color-scheme:dark){body{background:#1b1d21;color:#e8e8e8}}"
    "button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}select{font:inherit}"
)


class Consent:
    """Serves the page, and sends the person back to the app with a code or a refusal."""

    def __init__(self, installs: Installs) -> None:
        self._installs = installs

    async def ask(self, http: web.Request) -> web.Response:
        """Show what the app asks for; a plain error page when Slack would show one."""
        request = requested(http.query)
        try:
            self._installs.check(request)
        except ApiError as refusal:
            return _refused(refusal)
        return self._form(request)

    async def answer(self, http: web.Request) -> web.Response:
        """Take the person's answer."""
        form = {name: str(value) for name, value in (await http.post()).items()}
        request = requested(form)
        try:
            if form.get("answer") != "allow":
                back = self._installs.decline(request)
            else:
                team = form.get("team", "")
                org_wide = team == ENTERPRISE["id"]
                chosen = next(iter(TEAMS)) if org_wide else team
                user = self._installs.workspace.people[0].id
                back = self._installs.agree(request, chosen, user, org_wide=org_wide)
        except (ApiError, KeyError) as refusal:
            return _refused(refusal)
        raise web.HTTPFound(back)

    def _form(self, request: Request) -> web.Response:
        name = escape(self._installs.workspace.config.name)
        options = [f'<option value="{team.id}">{escape(team.name)}' for team in TEAMS.values()]
        whole = escape(f"{ENTERPRISE['name']}, the whole organization")
        options.append(f'<option value="{ENTERPRISE["id"]}">{whole}')
        hidden = {
            "client_id": request.client_id,
            "scope": ",".join(request.scopes),
            "redirect_uri": request.redirect_uri,
            "state": request.state,
        }
        fields = [
            f'<input type="hidden" name="{key}" value="{escape(value)}">'
            for key, value in hidden.items()
        ]
        scopes = "".join(f"<li><code>{escape(scope)}</code>" for scope in request.scopes)
        body = (
            f"<h1>{name} asks to be installed</h1><p>It may then:</p><ul>{scopes}</ul>"
            f'<form method="post">{"".join(fields)}'
            f'<p><label>Where <select name="team">{"".join(options)}</select></label></p>'
            '<p><button name="answer" value="allow">Allow</button>'
            '<button name="answer" value="cancel">Cancel</button></p></form>'
        )
        return _page(body, 200, goes_to=request.redirect_uri)


def requested(values: Mapping[str, str]) -> Request:
    """Read what an app asks for from the query or form of the authorize address."""
    scopes = [each.strip() for each in values.get("scope", "").split(",")]
    return Request(
        values.get("client_id", ""),
        tuple(each for each in scopes if each),
        values.get("redirect_uri", ""),
        values.get("state", ""),
    )


def _refused(refusal: Exception) -> web.Response:
    return _page(f"<h1>Something went wrong</h1><p><code>{escape(str(refusal))}</code></p>", 400)


def _page(body: str, status: int, goes_to: str = "") -> web.Response:
    """Return a page; `goes_to` is where its form may lead after the answer."""
    where = urlsplit(goes_to)
    target = f" {where.scheme}://{where.netloc}" if goes_to else ""
    policy = f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'{target}"
    return web.Response(
        status=status,
        text=f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Install</title>'
        f"<style>{_STYLE}</style><body><main>{body}</main></body></html>",
        content_type="text/html",
        headers={
            "Content-Security-Policy": f"{policy}; base-uri 'none'; frame-ancestors 'none'",
            "Cache-Control": "no-store",
        },
    )
