"""Installing the app with OAuth, renewing its tokens, and taking it out again."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from local_slack.people import SECOND_TEAM, TEAM
from tests.local_slack.manifests import SCOPES, manifest
from tests.local_slack.support import App, Clock

# The official client uses what aiohttp 3.14 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

BACK = "http://127.0.0.1:3000/slack/oauth_redirect"


@pytest.fixture(params=[False, True], ids=["lasting", "rotating"])
def rotates(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
async def slack(app: App, clock: Clock, rotates: bool) -> AsyncIterator[LocalSlack]:
    declared = manifest(settings={"token_rotation_enabled": rotates})
    declared["oauth_config"]["redirect_urls"] = [BACK]
    async with LocalSlack(app.url, manifest=declared, clock=clock, retry_delays_s=()) as started:
        yield started


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    return AsyncWebClient(base_url=slack.api_url)


def address(slack: LocalSlack, **changes: str) -> str:
    """Where the app sends a person who wants to install it."""
    asked = {
        "client_id": slack.client_id,
        "scope": "chat:write,commands",
        "redirect_uri": BACK,
        "state": "a&b",
    }
    return f"{slack.url}oauth/v2/authorize?{urlencode(asked | changes)}"


def query(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


async def exchanged(slack: LocalSlack, client: AsyncWebClient, url: str) -> Any:
    """The tokens for the code that the person came back with."""
    return await client.oauth_v2_access(
        client_id=slack.client_id,
        client_secret=slack.client_secret,
        code=query(url)["code"],
        redirect_uri=BACK,
    )


async def test_the_app_is_installed(slack: LocalSlack, client: AsyncWebClient) -> None:
    back = slack.install(address(slack))
    assert back.startswith(f"{BACK}?")
    assert query(back)["state"] == "a&b"
    tokens = await exchanged(slack, client, back)
    assert tokens["team"] == {"id": TEAM.id, "name": TEAM.name}
    assert (tokens["token_type"], tokens["scope"]) == ("bot", "chat:write,commands")
    assert (tokens["enterprise"], tokens["is_enterprise_install"]) == (None, False)
    client.token = tokens["access_token"]
    assert (await client.auth_test())["user_id"] == tokens["bot_user_id"] == slack.bot_user_id
    with pytest.raises(SlackApiError, match="missing_scope") as refused:
        await client.users_list()
    assert refused.value.response["needed"] == "users:read"
    assert refused.value.response["provided"] == "chat:write,commands"
    with pytest.raises(SlackApiError, match="invalid_code"):
        await exchanged(slack, client, back)


async def test_no_token_shows_on_the_page(slack: LocalSlack, client: AsyncWebClient) -> None:
    await exchanged(slack, client, slack.install(address(slack)))
    async with ClientSession() as session, session.get(f"{slack.url}local/state") as response:
        shown = await response.text()
    assert '"oauth.v2.access"' in shown
    assert "xoxb" not in shown
    assert "xoxe" not in shown
    assert slack.client_secret not in shown


async def test_tokens_are_renewed_before_they_expire(
    slack: LocalSlack, client: AsyncWebClient, clock: Clock, rotates: bool
) -> None:
    first = await exchanged(slack, client, slack.install(address(slack)))
    clock.now += 12 * 3600
    client.token = first["access_token"]
    if not rotates:
        assert (await client.auth_test())["ok"]
        assert "refresh_token" not in first.data
        return
    assert first["expires_in"] == 12 * 3600
    with pytest.raises(SlackApiError, match="token_expired"):
        await client.auth_test()
    renew = {
        "client_id": slack.client_id,
        "client_secret": slack.client_secret,
        "grant_type": "refresh_token",
        "refresh_token": first["refresh_token"],
    }
    second = await client.oauth_v2_access(**renew)
    client.token = second["access_token"]
    assert (await client.auth_test())["ok"]
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await client.oauth_v2_access(**renew)


async def test_a_whole_organization_installs_it(
    slack: LocalSlack, client: AsyncWebClient, app: App
) -> None:
    back = slack.install(address(slack), org_wide=True)
    tokens = await exchanged(slack, client, back)
    assert (tokens["team"], tokens["is_enterprise_install"]) == (None, True)
    client.token = tokens["access_token"]
    me = await client.auth_test()
    assert me["enterprise_id"] == tokens["enterprise"]["id"]
    await slack.command("/weigh", "a feather")
    await slack.shortcut("find")
    await slack.post("@scales a feather")
    await slack.idle()
    command, interaction = app.forms()[:2]
    assert command["is_enterprise_install"] == "true"
    assert command["enterprise_id"] == tokens["enterprise"]["id"]
    assert json.loads(interaction["payload"])["enterprise"] == tokens["enterprise"]
    authorization = json.loads(app.bodies[2])["authorizations"][0]
    assert authorization["is_enterprise_install"]
    assert authorization["enterprise_id"] == tokens["enterprise"]["id"]


async def test_a_second_workspace_has_a_token_of_its_own(
    slack: LocalSlack, client: AsyncWebClient, app: App
) -> None:
    one = await exchanged(slack, client, slack.install(address(slack)))
    two = await exchanged(slack, client, slack.install(address(slack), SECOND_TEAM))
    assert one["team"]["id"] != two["team"]["id"]
    for team, tokens in ((TEAM, one), (SECOND_TEAM, two)):
        slack.visit(team)
        await slack.command("/weigh", "a feather")
        assert app.forms()[-1]["team_id"] == team.id
        client.token = tokens["access_token"]
        assert (await client.auth_test())["team_id"] == tokens["team"]["id"] == team.id
    slack.uninstall()
    assert (await slack.command("/weigh", "a feather")).error == "unknown_command"
    slack.visit(TEAM)
    assert (await slack.command("/weigh", "a feather")).ok
    with pytest.raises(SlackApiError, match="account_inactive"):
        await client.auth_test()
    await slack.idle()


@pytest.mark.parametrize(
    ("error", "changes"),
    [
        ("invalid_client_id", {"client_id": "1.2"}),
        ("no_scopes", {"scope": ""}),
        ("invalid_scope", {"scope": "chat:write,admin"}),
        ("bad_redirect_uri", {"redirect_uri": "https://evil.example/"}),
        ("bad_redirect_uri", {"redirect_uri": "javascript:alert(1)"}),
    ],
)
async def test_what_slack_would_not_even_ask(
    slack: LocalSlack, error: str, changes: dict[str, str]
) -> None:
    async with ClientSession() as session, session.get(address(slack, **changes)) as response:
        assert response.status == 400
        assert f"<code>{error}</code>" in await response.text()


@pytest.mark.parametrize(
    ("error", "changes"),
    [
        ("invalid_client_id", {"client_id": "1.2"}),
        ("bad_client_secret", {"client_secret": "guess"}),
        ("invalid_code", {"code": "1.2"}),
        ("invalid_grant_type", {"grant_type": "password"}),
        ("bad_redirect_uri", {"redirect_uri": "https://other.example/"}),
    ],
)
async def test_codes_are_exchanged_by_the_app_alone(
    slack: LocalSlack, client: AsyncWebClient, error: str, changes: dict[str, str]
) -> None:
    good = {
        "client_id": slack.client_id,
        "client_secret": slack.client_secret,
        "code": query(slack.install(address(slack)))["code"],
    }
    with pytest.raises(SlackApiError, match=error):
        await client.oauth_v2_access(**(good | changes))


async def test_a_code_is_good_for_ten_minutes(
    slack: LocalSlack, client: AsyncWebClient, clock: Clock
) -> None:
    back = slack.install(address(slack))
    clock.now += 601
    with pytest.raises(SlackApiError, match="invalid_code"):
        await exchanged(slack, client, back)


@pytest.mark.parametrize("answer", ["allow", "cancel"])
async def test_the_page_asks_and_sends_back(slack: LocalSlack, answer: str) -> None:
    async with ClientSession() as session:
        async with session.get(address(slack)) as response:
            page = await response.text()
            policy = response.headers["Content-Security-Policy"]
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
        form = {name: value.replace("&amp;", "&") for name, value in hidden.items()}
        sent = form | {"answer": answer, "team": TEAM.id}
        url = f"{slack.url}oauth/v2/authorize"
        async with session.post(url, data=sent, allow_redirects=False) as response:
            back = query(response.headers["Location"])
    assert "<code>chat:write</code>" in page
    assert "form-action 'self' http://127.0.0.1:3000" in policy
    assert back["state"] == "a&b"
    assert ("code" in back) == (answer == "allow")
    assert back.get("error") == (None if answer == "allow" else "access_denied")


async def test_an_uninstalled_app_is_told_and_locked_out(slack: LocalSlack, app: App) -> None:
    slack.uninstall()
    await slack.idle()
    told = [body["event"] for body in app.events()]
    assert sorted(event["type"] for event in told) == ["app_uninstalled", "tokens_revoked"]
    app.bodies.clear()
    client = AsyncWebClient(slack.bot_token, slack.api_url)
    with pytest.raises(SlackApiError, match="account_inactive"):
        await client.auth_test()
    await slack.post("@scales a feather")
    await slack.idle()
    assert (await slack.command("/weigh", "a feather")).error == "unknown_command"
    assert app.bodies == []


async def test_a_token_is_revoked(slack: LocalSlack, app: App) -> None:
    client = AsyncWebClient(slack.bot_token, slack.api_url)
    assert (await client.auth_revoke(test=True))["revoked"] is False
    assert (await client.auth_revoke(test=False))["revoked"] is True
    with pytest.raises(SlackApiError, match="token_revoked"):
        await client.auth_test()
    await slack.idle()
    (told,) = app.events()
    assert told["event"]["type"] == "tokens_revoked"
    assert told["event"]["tokens"]["bot"] == [slack.bot_user_id]


async def test_the_app_uninstalls_itself(slack: LocalSlack, app: App) -> None:
    client = AsyncWebClient(slack.bot_token, slack.api_url)
    own = {"client_id": slack.client_id, "client_secret": slack.client_secret}
    await client.apps_uninstall(**own)
    await slack.idle()
    assert len(app.bodies) == 2


async def test_a_lasting_token_is_exchanged_for_one_that_expires(
    slack: LocalSlack, client: AsyncWebClient, rotates: bool
) -> None:
    own = {"client_id": slack.client_id, "client_secret": slack.client_secret}
    exchange = client.oauth_v2_exchange(token=slack.bot_token, **own)
    if not rotates:
        with pytest.raises(SlackApiError, match="token_rotation_not_enabled"):
            await exchange
        return
    assert (await exchange)["scope"] == ",".join(sorted(SCOPES))
