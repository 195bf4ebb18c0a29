"""Preferences and conversations: whose counts, apart by workspace, forgotten when asked or late."""

import pytest
from slack_sdk.oauth.installation_store import Bot

from bot.state import Answered, Own, State, Whose
from bot.state.conversations import KEEP_S
from tests.state.conftest import Clock

ABOUT = {"levels": ["ai-ml-engineer/P2"], "intent": "attribute", "attribute": "autonomy"}


def answered(question_ts: str = "1.1", **changed: object) -> Answered:
    values = {
        "channel": "C1",
        "question_ts": question_ts,
        "thread_ts": "1.0",
        "user": "U1",
        "answer_ts": "1.2",
        "context": ABOUT,
        **changed,
    }
    return Answered(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("set_for", "counts"),
    [
        ((), None),
        ((Whose.WORKSPACE,), "of workspace"),
        ((Whose.WORKSPACE, Whose.CHANNEL), "of channel"),
        ((Whose.WORKSPACE, Whose.CHANNEL, Whose.PERSON), "of person"),
        ((Whose.PERSON,), "of person"),
    ],
)
async def test_the_nearest_default_family_counts(
    state: State, set_for: tuple[Whose, ...], counts: str | None
) -> None:
    ids = {Whose.PERSON: "U1", Whose.CHANNEL: "C1", Whose.WORKSPACE: "T1"}
    for whose in set_for:
        await state.preferences.set_family("T1", whose, ids[whose], f"of {whose}")
    assert await state.preferences.family_for("T1", "U1", "C1") == counts
    assert set(await state.preferences.families("T1", "U1", "C1")) == set(set_for)


async def test_preferences_are_changed_and_taken_away(state: State) -> None:
    preferences = state.preferences
    await preferences.set_family("T1", Whose.PERSON, "U1", "a")
    await preferences.set_level("T1", "U1", "a/P2")
    assert await preferences.own("T1", "U1") == Own("a", "a/P2")
    await preferences.set_family("T1", Whose.PERSON, "U1", "b")
    await preferences.set_level("T1", "U1", None)
    assert await preferences.own("T1", "U1") == Own("b", None)
    await preferences.set_family("T1", Whose.PERSON, "U1", None)
    assert await preferences.family_for("T1", "U1", None) is None


async def test_what_is_of_others_and_elsewhere_stays_apart(state: State) -> None:
    await state.preferences.set_family("T1", Whose.PERSON, "U1", "a")
    await state.preferences.set_family("T1", Whose.CHANNEL, "C1", "b")
    for home, user, channel in (("T2", "U1", "C1"), ("E1", "U1", "C1"), ("T1", "C1", "U1")):
        assert await state.preferences.family_for(home, user, channel) is None
    assert await state.preferences.family_for("", None, None) is None
    assert await state.preferences.own("T1", "U2") == Own()


async def test_the_last_answer_in_a_thread_is_of_the_person_and_the_thread(
    state: State, clock: Clock
) -> None:
    first, second = answered("1.1"), answered("1.3", answer_ts=None, context={"levels": []})
    for each in (first, second):
        await state.conversations.remember("T1", each)
        clock.now_s += 1
    assert await state.conversations.last("T1", "C1", "1.0", "U1") == second
    for elsewhere in (
        ("T2", "C1", "1.0", "U1"),
        ("T1", "C2", "1.0", "U1"),
        ("T1", "C1", "9.0", "U1"),
        ("T1", "C1", "1.0", "U2"),
    ):
        assert await state.conversations.last(*elsewhere) is None
    assert await state.conversations.last("T1", "C1", "1.0", "U1", within_s=0.5) is None


async def test_the_answer_to_a_question_that_is_edited(state: State) -> None:
    await state.conversations.remember("T1", answered())
    assert await state.conversations.to_question("T1", "C1", "1.1") == answered()
    assert await state.conversations.to_question("T1", "C1", "1.2") is None
    assert await state.conversations.to_question("T2", "C1", "1.1") is None
    again = answered(context={"levels": ["ai-ml-engineer/P3"]})
    await state.conversations.remember("T1", again)
    assert await state.conversations.to_question("T1", "C1", "1.1") == again


async def test_conversations_end_after_a_week(state: State, clock: Clock) -> None:
    await state.conversations.remember("T1", answered())
    clock.now_s += KEEP_S + 1
    assert await state.conversations.last("T1", "C1", "1.0", "U1") is None
    assert await state.conversations.to_question("T1", "C1", "1.1") is None
    assert (await state.kept("T1", "U1")).conversations == 1
    await state.purge()
    assert not await state.kept("T1", "U1")


async def test_forget_me_shows_and_deletes_what_is_kept(state: State) -> None:
    for user in ("U1", "U2"):
        await state.preferences.set_family("T1", Whose.PERSON, user, "a")
        await state.preferences.set_level("T1", user, "a/P2")
        await state.conversations.remember("T1", answered(f"{user}.1", user=user))
    await state.preferences.set_family("T1", Whose.CHANNEL, "C1", "b")
    kept = await state.kept("T1", "U1")
    assert kept
    assert (kept.own, kept.conversations) == (Own("a", "a/P2"), 1)
    await state.forget("T1", "U1")
    assert not await state.kept("T1", "U1")
    assert await state.kept("T1", "U2") == kept
    assert await state.preferences.family_for("T1", "U1", "C1") == "b"


@pytest.mark.parametrize("text", ["\x00", "\ud800", "'; DROP TABLE facts; --", "é" * 5_000, ""])
async def test_whatever_slack_sends_can_be_kept(state: State, text: str) -> None:
    await state.preferences.set_family("T1", Whose.PERSON, f"U{text}", text)
    await state.conversations.remember("T1", answered(text, context={"skill": text}))
    assert await state.conversations.to_question("T1", "C1", text)


async def test_a_workspace_that_has_the_app_for_itself_keeps_its_preferences(state: State) -> None:
    assert state.installations
    for team in ("T1", None):
        await state.installations.async_save_bot(
            Bot(
                bot_token="xoxb-1",
                bot_id="B1",
                bot_user_id="U0",
                enterprise_id="E1",
                team_id=team,
                is_enterprise_install=team is None,
                installed_at=1.0,
            )
        )
    for home in ("T1", "T2"):
        await state.preferences.set_family(home, Whose.PERSON, "U1", "a", "E1")
    await state.forget_workspace("E1", None)
    assert await state.kept("T1", "U1")
    assert not await state.kept("T2", "U1")


async def _installed(state: State, enterprise: str, team: str | None) -> None:
    assert state.installations
    await state.installations.async_save_bot(
        Bot(
            bot_token="xoxb-1",
            bot_id="B1",
            bot_user_id="U0",
            enterprise_id=enterprise,
            team_id=team,
            is_enterprise_install=team is None,
            installed_at=1.0,
        )
    )


async def test_what_was_set_before_organizations_were_kept_is_told_its_own(state: State) -> None:
    """By the next question there: then it goes with the organization."""
    await _installed(state, "E1", None)
    await _installed(state, "E2", None)
    for home in ("T1", "T2"):
        await state.preferences.set_family(home, Whose.PERSON, "U1", "a")
    assert await state.preferences.family_for("T1", "U1", "C1", "E1") == "a"
    await state.forget_workspace("E1", None)
    assert not await state.kept("T1", "U1")
    assert await state.kept("T2", "U1"), "it may be of the other organization"


@pytest.mark.parametrize("home", ["T1", "T2"])
async def test_what_no_installation_is_left_for_goes_with_the_last(state: State, home: str) -> None:
    await _installed(state, "E1", None)
    await _installed(state, "E9", "T2")
    await state.preferences.set_family(home, Whose.PERSON, "U1", "a")
    await state.forget_workspace("E1", None)
    assert bool(await state.kept(home, "U1")) == (home == "T2"), "T2 has the app for itself"
