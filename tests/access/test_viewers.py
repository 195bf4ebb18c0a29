"""Who may see what, as Slack tells who somebody is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.web.async_client import AsyncWebClient

from bot.access import viewers as viewers_module
from bot.access.directory import FAILED_S, KEPT_S, SlackDirectory
from bot.access.lookups import Lookups, Times
from bot.access.people import Asker, Home, person_of
from bot.access.viewers import Viewers
from bot.ladder import PUBLIC, Circle
from bot.manifest import manifest
from local_slack import LocalSlack
from local_slack.people import TEAM_ID
from local_slack.seed import ANA, BEN, GUEST, HANNA, STRANGER
from tests.access.restricted import MANAGERS, OWNERS
from tests.support import Log

ADMINS = Circle(admins=True)
GROUP = Circle(user_groups=frozenset([MANAGERS]))
OTHER_GROUP = Circle(user_groups=frozenset(["S0ELSEWHERE", OWNERS]))
NAMED = Circle(users=frozenset([BEN, GUEST, STRANGER]))
EVERY = frozenset([ADMINS, GROUP, OTHER_GROUP, NAMED])

METHODS = ["auth.test", "users.info", "usergroups.users.list"]

WORKSPACE = Home(team="T1", enterprise=None)
ORGANIZATION = Home(team="T1", enterprise="E1")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def workspace(log: Log) -> AsyncIterator[LocalSlack]:
    async with LocalSlack(manifest=manifest(None, restricts=True)) as slack:
        yield slack


@pytest.fixture
def viewers(workspace: LocalSlack, clock: Clock) -> Viewers:
    async def client_for(team: str, enterprise: str | None) -> AsyncWebClient:
        token = workspace.bot_token
        return AsyncWebClient(token=token, base_url=workspace.api_url, retry_handlers=[])

    return Viewers(SlackDirectory(client_for, clock), admins=[BEN, GUEST])


def asks(user: str) -> Asker:
    return Asker(user, TEAM_ID)


@pytest.mark.parametrize(
    ("user", "circles"),
    [
        (ANA, {GROUP}),
        (BEN, {ADMINS, NAMED}),
        (HANNA, {ADMINS, GROUP, OTHER_GROUP}),
        (GUEST, set()),
        (STRANGER, set()),
        ("U0NOBODY", set()),
    ],
    ids=["member", "named and in ADMINS", "admin and owner", "guest", "stranger", "unknown"],
)
async def test_who_belongs_to_which_circle(
    viewers: Viewers, user: str, circles: set[Circle]
) -> None:
    assert await viewers.granted(asks(user), EVERY) == circles


async def test_slack_is_asked_only_where_there_are_rules(
    viewers: Viewers, workspace: LocalSlack
) -> None:
    assert await viewers.granted(asks(ANA), frozenset()) == PUBLIC
    assert await viewers.granted(None, EVERY) == PUBLIC
    assert workspace.calls == []


async def test_what_slack_said_is_kept_for_minutes_and_asked_once(
    viewers: Viewers, workspace: LocalSlack, clock: Clock
) -> None:
    def methods() -> list[str]:
        return sorted(call.method for call in workspace.calls)

    once = ["auth.test", "usergroups.users.list", "usergroups.users.list"]
    once += ["usergroups.users.list", "users.info"]
    answers = await asyncio.gather(*(viewers.granted(asks(ANA), EVERY) for _ in range(20)))
    assert answers == [frozenset({GROUP})] * 20
    assert methods() == once
    clock.now = KEPT_S - 1
    await viewers.granted(asks(ANA), EVERY)
    assert methods() == once
    clock.now = KEPT_S
    workspace.session.workspace.user_groups.clear()
    assert await viewers.granted(asks(ANA), EVERY) == PUBLIC, "who has left a group sees no more"


@pytest.mark.parametrize(
    "refusal",
    [*product(METHODS, ["internal_error", "ratelimited", "missing_scope"])],
    ids=": ".join,
)
async def test_nothing_is_granted_that_slack_does_not_tell(
    viewers: Viewers, workspace: LocalSlack, clock: Clock, log: Log, refusal: tuple[str, str]
) -> None:
    method, code = refusal
    workspace.faults.fail(method, code, times=10)
    assert await viewers.granted(asks(ANA), frozenset([GROUP])) == PUBLIC
    assert code in log.text
    asked = len(workspace.calls)
    assert await viewers.granted(asks(ANA), frozenset([GROUP])) == PUBLIC
    assert len(workspace.calls) == asked, "Slack is not pressed while it fails"
    workspace.faults.clear()
    clock.now = FAILED_S
    assert await viewers.granted(asks(ANA), frozenset([GROUP])) == {GROUP}


async def test_a_group_that_fails_takes_nothing_from_the_others(
    viewers: Viewers, workspace: LocalSlack
) -> None:
    workspace.faults.fail("usergroups.users.list", "internal_error", times=10)
    assert await viewers.granted(asks(HANNA), EVERY) == {ADMINS}


async def test_nobody_waits_long_for_a_slow_slack(
    viewers: Viewers, workspace: LocalSlack, monkeypatch: pytest.MonkeyPatch, log: Log
) -> None:
    monkeypatch.setattr(viewers_module, "WITHIN_S", 0.05)
    workspace.faults.delay("users.info", seconds=0.3)
    assert await viewers.granted(asks(ANA), frozenset([GROUP])) == PUBLIC
    assert "TimeoutError" in log.text
    monkeypatch.setattr(viewers_module, "WITHIN_S", 2)
    assert await viewers.granted(asks(ANA), frozenset([GROUP])) == {GROUP}
    asked = [call.method for call in workspace.calls].count("users.info")
    assert asked == 1, "the slow answer is waited for, not asked for again"


async def test_no_slack_at_all_grants_nothing(clock: Clock, log: Log) -> None:
    async def client_for(team: str, enterprise: str | None) -> AsyncWebClient:
        return AsyncWebClient(token="xoxb-x", base_url="http://127.0.0.1:9/", retry_handlers=[])

    viewers = Viewers(SlackDirectory(client_for, clock))
    assert await viewers.granted(asks(ANA), EVERY) == PUBLIC
    assert "could not ask Slack who somebody is" in log.text


MEMBER = {"id": "U1", "team_id": "T1"}
ELSEWHERE = {"id": "U1", "team_id": "T2"}
IN_ORG = {"enterprise_user": {"enterprise_id": "E1"}}


@pytest.mark.parametrize(
    ("user", "home", "insider", "admin"),
    [
        (MEMBER, WORKSPACE, True, False),
        (MEMBER | {"is_admin": True}, WORKSPACE, True, True),
        (MEMBER | {"is_owner": True}, WORKSPACE, True, True),
        (MEMBER | {"is_restricted": True, "is_admin": True}, WORKSPACE, False, False),
        (MEMBER | {"is_ultra_restricted": True}, WORKSPACE, False, False),
        (MEMBER | {"is_stranger": True}, WORKSPACE, False, False),
        (MEMBER | {"deleted": True}, WORKSPACE, False, False),
        (MEMBER | {"is_bot": True}, WORKSPACE, False, False),
        (ELSEWHERE, WORKSPACE, False, False),
        (ELSEWHERE | {"is_admin": True}, WORKSPACE, False, False),
        (ELSEWHERE | IN_ORG, WORKSPACE, False, False),
        (ELSEWHERE | IN_ORG, ORGANIZATION, True, False),
        (
            ELSEWHERE | {"enterprise_user": {"enterprise_id": "E1", "is_owner": True}},
            ORGANIZATION,
            True,
            True,
        ),
        (ELSEWHERE | {"enterprise_user": {"enterprise_id": "E2"}}, ORGANIZATION, False, False),
        (ELSEWHERE | {"enterprise_user": None}, ORGANIZATION, False, False),
        ({}, WORKSPACE, False, False),
        ({}, Home(None, None), False, False),
        ({"team_id": None, "enterprise_user": {}}, Home(None, None), False, False),
    ],
)  # fmt: skip
def test_who_is_an_insider(user: Mapping[str, Any], home: Home, insider: bool, admin: bool) -> None:
    person = person_of(user, home)
    assert (person.insider, person.admin) == (insider, admin)


@given(
    st.dictionaries(
        st.sampled_from(["team_id", "is_restricted", "is_stranger", "enterprise_user", "is_admin"]),
        st.none() | st.booleans() | st.sampled_from(["T1", "T2", ""]) | st.just({}),
    )
)
def test_who_is_not_plainly_of_this_team_is_an_outsider(user: dict[str, Any]) -> None:
    person = person_of(user, WORKSPACE)
    guest = user.get("is_restricted") or user.get("is_stranger")
    assert person.insider == (user.get("team_id") == "T1" and not guest)
    assert person.insider or not person.admin


async def test_the_oldest_lookup_goes_first(clock: Clock) -> None:
    asked: list[int] = []

    async def fetch(key: int) -> int:
        asked.append(key)
        return key

    lookups = Lookups(fetch, Times(kept_s=60, failed_s=1, clock=clock), most=2)
    for key in (1, 2, 3, 3, 2, 1):
        assert await lookups.get(key) == key
    assert asked == [1, 2, 3, 1]


Fetch = Callable[[str], Awaitable[str]]


async def test_one_who_stops_waiting_takes_nothing_from_the_others(clock: Clock) -> None:
    go = asyncio.Event()

    async def fetch(key: str) -> str:
        await go.wait()
        return key

    lookups = Lookups(fetch, Times(kept_s=60, failed_s=1, clock=clock), most=2)
    first, second = (asyncio.create_task(lookups.get("a")) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    go.set()
    assert await second == "a"
