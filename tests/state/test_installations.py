"""Where the bot is installed: found for every kind of request, encrypted, cleaned up."""

import base64
import secrets

import pytest
import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Bot, Installation

from bot.state import Asked, State, StateError, Whose
from bot.state.installations import Installations
from bot.state.tables import metadata
from tests.state.conftest import KEY, Clock, Open

OTHER = base64.b64encode(bytes(range(32))).decode()


def installation(
    team: str | None = "T1", enterprise: str | None = None, **changed: object
) -> Installation:
    values = {
        "app_id": "A1",
        "enterprise_id": enterprise,
        "team_id": team,
        "bot_token": f"xoxb-{enterprise}-{team}",
        "bot_id": "B1",
        "bot_user_id": "UBOT",
        "bot_scopes": ["chat:write", "commands"],
        "bot_refresh_token": "xoxe-1-refresh",
        "bot_token_expires_at": 1_900_000_000,
        "user_id": "U1",
        "is_enterprise_install": team is None,
        "installed_at": 1_700_000_000.5,
        **changed,
    }
    return Installation(**values)  # type: ignore[arg-type]


@pytest.fixture
def store(state: State) -> Installations:
    assert state.installations
    return state.installations


async def token(store: Installations, enterprise: str | None, team: str | None) -> str | None:
    bot = await store.async_find_bot(enterprise_id=enterprise, team_id=team)
    return bot.bot_token if bot else None


async def test_an_installation_comes_back_as_it_was(store: Installations) -> None:
    await store.async_save(installation())
    found = await store.async_find_installation(enterprise_id=None, team_id="T1")
    assert found is not None
    assert found.to_dict() == installation().to_dict()
    bot = await store.async_find_bot(enterprise_id=None, team_id="T1")
    assert bot is not None
    assert bot.to_dict() == installation().to_bot().to_dict()
    assert await store.async_find_installation(enterprise_id=None, team_id="T1", user_id="U1")
    assert not await store.async_find_installation(enterprise_id=None, team_id="T1", user_id="U2")


@pytest.mark.parametrize(
    ("enterprise", "team", "found"),
    [
        (None, "T1", "xoxb-None-T1"),
        ("E1", "T2", "xoxb-E1-T2"),
        (None, "T2", "xoxb-E1-T2"),
        ("E1", "T3", "xoxb-E1-None"),
        ("E1", None, "xoxb-E1-None"),
        ("E2", "T4", "xoxb-E2-T4"),
        ("E2", "T5", None),
        ("E2", None, None),
        (None, "T3", None),
        (None, None, None),
        ("E2", "T1", None),
    ],
)
async def test_the_bot_of_a_request(
    store: Installations, enterprise: str | None, team: str | None, found: str | None
) -> None:
    """The workspace's own installation, else the organization's, and never another's."""
    for where in (("T1", None), ("T2", "E1"), (None, "E1"), ("T4", "E2")):
        await store.async_save(installation(*where))
    assert await token(store, enterprise, team) == found


async def test_the_newest_counts(store: Installations) -> None:
    await store.async_save(installation())
    await store.async_save(installation(user_id="U2", bot_token="xoxb-new", installed_at=1.8e9))
    assert await token(store, None, "T1") == "xoxb-new"
    latest = await store.async_find_installation(enterprise_id=None, team_id="T1")
    assert latest is not None
    assert latest.user_id == "U2"


async def test_a_rotated_token_replaces_the_old(store: Installations) -> None:
    await store.async_save(installation())
    bot = await store.async_find_bot(enterprise_id=None, team_id="T1")
    assert isinstance(bot, Bot)
    bot.bot_token, bot.bot_refresh_token = "xoxb-rotated", "xoxe-2"
    await store.async_save_bot(bot)
    again = await store.async_find_bot(enterprise_id=None, team_id="T1")
    assert again is not None
    assert (again.bot_token, again.bot_refresh_token) == ("xoxb-rotated", "xoxe-2")


async def test_deleting(store: Installations) -> None:
    for where in (("T1", None), ("T2", "E1"), (None, "E1")):
        await store.async_save(installation(*where))
    await store.async_delete_all(enterprise_id="E1", team_id=None)
    assert await token(store, "E1", None) is None
    assert await token(store, "E1", "T2") == "xoxb-E1-T2"
    await store.async_delete_all(enterprise_id=None, team_id="T1")
    assert await token(store, None, "T1") is None
    assert not await store.async_find_installation(enterprise_id=None, team_id="T1")


async def test_forgetting_a_workspace_leaves_the_others(state: State, store: Installations) -> None:
    for team in ("T1", "T2"):
        await store.async_save(installation(team))
        await state.preferences.set_family(team, Whose.PERSON, "U1", "a")
        await state.questions.record(Asked(team, team, "mention", "P9?", "unknown", (), 0.1))
        await state.questions.judge(team, team, "U1", helpful=False)
    await state.forget_workspace(None, "T1")
    assert await token(store, None, "T1") is None
    assert await token(store, None, "T2") is not None
    assert not await state.kept("T1", "U1")
    assert await state.kept("T2", "U1")
    assert [q.home for q in await state.questions.since(0)] == ["T2"]
    assert [j.question.home for j in await state.questions.judged_since(0)] == ["T2"]


# Encryption


async def test_no_token_is_stored_as_it_is(state: State, store: Installations) -> None:
    await store.async_save(installation())
    for table in metadata.sorted_tables:
        kept = repr(await state.database.rows(sa.select(table)))
        assert "xoxb" not in kept
        assert "xoxe" not in kept


async def test_another_key_opens_nothing_and_says_so(open_state: Open) -> None:
    store = (await open_state(token_key=KEY)).installations
    assert store
    await store.async_save(installation())
    with pytest.raises(StateError, match="not the key") as raised:
        await open_state(token_key=OTHER)
    assert OTHER not in str(raised.value)


async def test_a_key_is_replaced_by_another(open_state: Open) -> None:
    """The new one before the old one, then alone."""
    for key in (KEY, f"{OTHER},{KEY}", OTHER):
        store = (await open_state(token_key=key)).installations
        assert store
        if key == KEY:
            await store.async_save(installation())
        assert await token(store, None, "T1") == "xoxb-None-T1"
        assert await store.async_find_installation(enterprise_id=None, team_id="T1")


async def test_without_a_key_nothing_is_stored(open_state: Open) -> None:
    assert (await open_state()).installations is None


@pytest.mark.parametrize(
    "key",
    [
        base64.b64encode(secrets.token_bytes(32)).decode(),
        base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("="),
        secrets.token_hex(32),
        f" {secrets.token_hex(32)} , {KEY} ",
    ],
    ids=["base64", "base64url", "unpadded", "hex", "two"],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_keys_as_hosts_make_them(open_state: Open, key: str) -> None:
    assert (await open_state(token_key=key)).installations


@pytest.mark.parametrize("key", ["secret", "x" * 44, "é" * 32, KEY[:-8], f"{KEY},no", ","])
async def test_keys_that_are_none(key: str) -> None:
    with pytest.raises(StateError, match="TOKEN_KEY") as raised:
        await State.open("sqlite://", token_key=key)
    assert "openssl rand -base64 32" in str(raised.value)


# OAuth states


async def test_a_state_is_good_once_and_in_time(
    state: State, open_state: Open, clock: Clock
) -> None:
    other = await open_state()
    issued = await state.oauth_states.async_issue()
    assert not await other.oauth_states.async_consume("forged")
    assert await other.oauth_states.async_consume(issued)
    assert not await state.oauth_states.async_consume(issued)
    late = await state.oauth_states.async_issue()
    clock.now_s += state.oauth_states.KEEP_S + 1
    assert not await state.oauth_states.async_consume(late)
    await state.purge()
    assert await state.database.rows(sa.select(metadata.tables["oauth_states"])) == []
