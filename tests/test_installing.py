"""Installing the app through OAuth, answering in each workspace with its token, and cleaning up."""

import re
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.exc import OperationalError

from bot.app import build_web
from bot.manifest import SCOPES, manifest
from bot.reload import LadderSource
from bot.settings import Settings
from bot.state import State, Whose
from bot.state.tables import metadata
from bot.tokens import ROTATE_BEFORE_S
from bot.web.server import start, stop
from local_slack import LocalSlack
from local_slack.people import SECOND_TEAM, TEAM, Team
from tests.support import Log, read, settled

# slack_sdk uses what aiohttp 3.14 deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

PUBLIC = "https://levelbot.example.com"
KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@dataclass
class Page:
    """What a browser gets."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass
class Deployment:
    """The bot for many workspaces, the Slack beside it, and a browser."""

    slack: LocalSlack
    state: State
    origin: str
    http: aiohttp.ClientSession

    async def get(self, path: str, cookie: str = "") -> Page:
        headers = {"Cookie": cookie} if cookie else {}
        async with self.http.get(
            self.origin + path, headers=headers, allow_redirects=False
        ) as response:
            return Page(response.status, await response.text(), dict(response.headers))

    async def begin(self) -> tuple[str, str]:
        """Start an installation; returns where it leads, and the cookie."""
        page = await self.get("/slack/install")
        assert page.status == 302
        (cookie,) = SimpleCookie(page.headers["Set-Cookie"]).values()
        assert cookie["httponly"]
        assert cookie["secure"]
        return page.headers["Location"], f"{cookie.key}={cookie.value}"

    async def install(self, team: Team = TEAM, *, org_wide: bool = False) -> Page:
        """Install the app as a person does."""
        asks, cookie = await self.begin()
        back = self.slack.install(asks, team, org_wide=org_wide)
        assert back.startswith(f"{PUBLIC}/slack/oauth_redirect?")
        return await self.get(back.removeprefix(PUBLIC), cookie)


@pytest.fixture
def rotates() -> bool:
    return False


@pytest.fixture
async def deployment(
    empty_database: Path, tmp_path: Path, shipped_source: LadderSource, log: Log, rotates: bool
) -> AsyncIterator[Deployment]:
    declared = manifest(PUBLIC)
    declared["settings"]["token_rotation_enabled"] = rotates
    shutil.copy(empty_database, tmp_path / "levelbot.db")
    state = await State.open(f"sqlite:///{tmp_path}/levelbot.db", token_key=KEY)
    async with LocalSlack(manifest=declared) as slack, aiohttp.ClientSession() as http:
        settings = Settings(
            slack_signing_secret=SecretStr(slack.signing_secret),
            slack_client_id=SecretStr(slack.client_id),
            slack_client_secret=SecretStr(slack.client_secret),
            token_key=SecretStr(KEY),
            public_url=PUBLIC,
            slack_api_url=slack.api_url,
            _env_file=None,
        )
        runner, port = await start(build_web(settings, shipped_source, state), "127.0.0.1", 0)
        slack.app_url = f"http://127.0.0.1:{port}/slack/events"
        yield Deployment(slack, state, f"http://127.0.0.1:{port}", http)
        await settled(slack)
        await stop(runner)
    await state.close()
    assert not re.search(r"xox[a-z.]*-|code=|\d{10}\.[0-9a-f]{20}", log.text), "no token, no code"
    for secret in (slack.client_secret, slack.signing_secret, KEY):
        assert secret not in log.text


async def token_in(deployment: Deployment, team: str | None, enterprise: str | None) -> str | None:
    assert deployment.state.installations
    bot = await deployment.state.installations.async_find_bot(
        enterprise_id=enterprise, team_id=team
    )
    return bot.bot_token if bot else None


async def test_install_asks_slack_for_what_the_manifest_declares(deployment: Deployment) -> None:
    asks, _ = await deployment.begin()
    url = urlsplit(asks)
    query = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert f"{url.scheme}://{url.netloc}/" == deployment.slack.url
    assert query["client_id"] == deployment.slack.client_id
    assert set(query["scope"].split(",")) == set(SCOPES)
    assert query["redirect_uri"] == f"{PUBLIC}/slack/oauth_redirect"
    assert len(query["state"]) >= 32


async def test_an_installed_app_answers_with_its_own_token(deployment: Deployment) -> None:
    page = await deployment.install()
    assert (page.status, "levelbot is now in" in page.text) == (200, True)
    assert "script" not in page.text
    slack = deployment.slack
    answer = await slack.next_message(after=await slack.post("@levelbot what's a P2?"))
    assert "P2" in read(answer.blocks)
    token = await token_in(deployment, TEAM.id, None)
    assert token not in {None, slack.bot_token}


async def test_a_workspace_without_the_app_is_told_so(deployment: Deployment, log: Log) -> None:
    delivery = await deployment.slack.command("/level", "P2")
    assert delivery.status == 200
    assert log.lines("WARNING", "not installed in the workspace")


async def test_two_workspaces_and_an_organization_have_a_token_each(
    deployment: Deployment,
) -> None:
    for team in (TEAM, SECOND_TEAM):
        assert (await deployment.install(team)).status == 200
    assert (await deployment.install(org_wide=True)).status == 200
    from local_slack.people import ENTERPRISE  # noqa: PLC0415

    tokens = [
        await token_in(deployment, TEAM.id, None),
        await token_in(deployment, SECOND_TEAM.id, None),
        await token_in(deployment, "T0ANOTHER", ENTERPRISE["id"]),
    ]
    assert None not in tokens
    assert len(set(tokens)) == 3


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("error=access_denied", 200, "canceled in Slack"),
        ("error=%3Cscript%3E", 200, "&lt;script&gt;"),
        ("code=1.2&state=forged", 400, "Start again"),
        ("", 400, "Start again"),
        ("state=&code=", 400, "Start again"),
        ("code=%00%ff", 400, "Start again"),
    ],
)
async def test_a_way_back_that_is_not_ours(
    deployment: Deployment, query: str, status: int, told: str
) -> None:
    page = await deployment.get(f"/slack/oauth_redirect?{query}")
    assert (page.status, told in page.text) == (status, True)
    assert "<script" not in page.text


async def test_a_state_counts_once_and_in_the_browser_that_began(deployment: Deployment) -> None:
    asks, cookie = await deployment.begin()
    back = deployment.slack.install(asks).removeprefix(PUBLIC)
    assert (await deployment.get(back)).status == 400, "another browser"
    _, others = await deployment.begin()
    assert (await deployment.get(back, others)).status == 400, "another installation"
    assert (await deployment.get(back, cookie)).status == 200
    assert (await deployment.get(back, cookie)).status == 401, "a second time"


@pytest.mark.provokes_faults
async def test_a_code_that_slack_refuses(deployment: Deployment) -> None:
    asks, cookie = await deployment.begin()
    back = deployment.slack.install(asks).removeprefix(PUBLIC)
    page = await deployment.get(re.sub("code=[^&]*", "code=other", back), cookie)
    assert (page.status, "does not know the code" in page.text) == (401, True)
    assert await token_in(deployment, TEAM.id, None) is None


async def test_uninstalling_deletes_everything_of_the_workspace(deployment: Deployment) -> None:
    await deployment.install()
    state = deployment.state
    await state.preferences.set_family(TEAM.id, Whose.PERSON, "U1", "data-scientist")
    await state.preferences.set_family("T0OTHER", Whose.PERSON, "U1", "data-scientist")
    await deployment.slack.command("/level", "P2")
    await settled(deployment.slack)
    assert await state.questions.since(0, TEAM.id)
    deployment.slack.uninstall()
    await settled(deployment.slack)
    assert await token_in(deployment, TEAM.id, None) is None
    assert not await state.kept(TEAM.id, "U1")
    assert await state.kept("T0OTHER", "U1")
    assert await state.questions.since(0, TEAM.id) == []
    assert await state.database.rows(sa.select(metadata.tables["installations"])) == []


async def test_an_uninstallation_told_late_leaves_a_newer_installation(
    deployment: Deployment,
) -> None:
    await deployment.install()
    body = {"team_id": TEAM.id, "api_app_id": "A1", "type": "event_callback"}
    late = {**body, "event_id": "Ev9", "event_time": int(time.time()) - 60}
    from tests.support import Door  # noqa: PLC0415

    door = Door(deployment.slack, deployment.http)
    await door.json({**late, "event": {"type": "app_uninstalled"}})
    tokens = {"oauth": ["U1"], "bot": ["U2"]}
    await door.json({**late, "event": {"type": "tokens_revoked", "tokens": tokens}})
    assert await token_in(deployment, TEAM.id, None)
    await door.json(
        {**late, "event_time": int(time.time()) + 1, "event": {"type": "app_uninstalled"}}
    )
    assert await token_in(deployment, TEAM.id, None) is None


@pytest.mark.parametrize("rotates", [True])
async def test_a_token_that_ends_soon_is_replaced(deployment: Deployment) -> None:
    await deployment.install()
    installations = deployment.state.installations
    assert installations
    bot = await installations.async_find_bot(enterprise_id=None, team_id=TEAM.id)
    assert bot is not None
    assert bot.bot_refresh_token
    first = bot.bot_token
    bot.bot_token_expires_at = int(time.time()) + ROTATE_BEFORE_S - 60
    await installations.async_save_bot(bot)
    slack = deployment.slack
    for _ in range(2):
        assert (await slack.command("/level", "P2")).ok
        await settled(slack)
    bot = await installations.async_find_bot(enterprise_id=None, team_id=TEAM.id)
    assert bot is not None
    assert bot.bot_token != first
    answer = await slack.next_message(after=await slack.post("@levelbot P3"))
    assert "P3" in read(answer.blocks)
    refreshed = [call for call in slack.calls if call.args.get("grant_type") == "refresh_token"]
    assert len(refreshed) == 1, "once"


@pytest.mark.parametrize("rotates", [True])
@pytest.mark.provokes_faults
async def test_when_a_token_can_not_be_replaced_the_old_one_is_used(
    deployment: Deployment, log: Log
) -> None:
    await deployment.install()
    installations = deployment.state.installations
    assert installations
    bot = await installations.async_find_bot(enterprise_id=None, team_id=TEAM.id)
    assert bot is not None
    bot.bot_token_expires_at = int(time.time()) + 600
    await installations.async_save_bot(bot)
    deployment.slack.faults.fail("oauth.v2.access", "internal_error", times=1)
    assert (await deployment.slack.command("/level", "P2")).ok
    await settled(deployment.slack)
    assert log.lines("ERROR", "could not rotate the token")
    assert (await deployment.slack.command("/level", "P2")).ok, "and tried again"
    await settled(deployment.slack)
    assert await token_in(deployment, TEAM.id, None) != bot.bot_token


@pytest.fixture
def no_database(deployment: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    for each in ("rows", "count"):
        monkeypatch.setattr(deployment.state.database, each, broken)


@pytest.mark.provokes_faults
async def test_without_its_database_the_tokens_used_last_serve(
    deployment: Deployment, request: pytest.FixtureRequest
) -> None:
    await deployment.install()
    slack = deployment.slack
    assert (await slack.command("/level", "P2")).ok
    request.getfixturevalue("no_database")
    assert "P3" in read((await slack.command("/level", "P3")).json["blocks"])
    answer = await slack.next_message(after=await slack.post("@levelbot P3"))
    assert "P3" in read(answer.blocks)


@pytest.mark.provokes_faults
@pytest.mark.usefixtures("no_database")
async def test_without_its_database_and_a_token_the_person_and_slack_are_told(
    deployment: Deployment,
) -> None:
    delivery = await deployment.slack.command("/level", "P2")
    assert "can't reach what I remember" in delivery.json["text"]
    from tests.support import Door  # noqa: PLC0415

    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": "P2"}
    body = {"type": "event_callback", "team_id": TEAM.id, "event_id": "Ev1", "event": event}
    reply = await Door(deployment.slack, deployment.http).json(body)
    assert reply.status == 503, "to be delivered again"


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("path", ["/slack/install", "/slack/oauth_redirect?code=1&state=2"])
async def test_without_its_database_nothing_is_installed(
    deployment: Deployment, log: Log, path: str
) -> None:
    page = await deployment.get(path, "slack-app-oauth-state=2")
    assert (page.status, "Start again" in page.text) == (503, True)
    assert "Traceback" not in log.text


async def test_an_organization_that_removes_the_app_leaves_no_preferences(
    deployment: Deployment,
) -> None:
    from local_slack.people import ENTERPRISE  # noqa: PLC0415
    from tests.support import Door  # noqa: PLC0415

    await deployment.install(org_wide=True)
    state, org = deployment.state, ENTERPRISE["id"]
    delivery = await deployment.slack.command("/level", "default data scientist")
    asker = delivery.request
    await state.preferences.set_level("T0OTHER", "U1", "data-scientist/P2", org)
    await state.preferences.set_level("T0ELSEWHERE", "U1", "data-scientist/P2", "E0ELSEWHERE")
    where = {"enterprise_id": org, "team_id": TEAM.id, "is_enterprise_install": True}
    body = {
        **{"type": "event_callback", "api_app_id": "A1", "event_id": "Ev1", "team_id": TEAM.id},
        **{"enterprise_id": org, "event_time": int(time.time()) + 1, "authorizations": [where]},
        "event": {"type": "app_uninstalled"},
    }
    assert (await Door(deployment.slack, deployment.http).json(body)).status == 200
    assert await token_in(deployment, "T0OTHER", org) is None
    for home, user in ((asker["team_id"], asker["user_id"]), ("T0OTHER", "U1")):
        assert not await state.kept(home, user)
    assert await state.kept("T0ELSEWHERE", "U1")
