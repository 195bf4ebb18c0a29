"""No surface says to anybody what they may not see, and each says it to whoever may.

A listener that the bot gets one day belongs to one of the `SURFACES` here.
"""

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp

from bot.app import build_app
from bot.blocks.feedback import MISSING
from bot.blocks.find import CONVERSATION, LEVEL
from bot.blocks.home import BROWSE, DEFAULT, FIND, FORGET, OWN_LEVEL
from bot.blocks.offers import FEEDBACK, OWNERS
from bot.blocks.parts import ASK, SHOW_ALL, WHOLE_CARD
from bot.blocks.posting import COPY, POST
from bot.reload import LadderSource
from bot.settings import Settings
from bot.state import State
from local_slack import Delivery, LocalSlack, Message
from local_slack.elements import elements
from tests.access.restricted import QUESTIONS, leaked
from tests.support import Log, buttons, click, settled

HOME = {"ana": "general", "hanna": "general", "ben": "general", "gus": "vendors"}
"""A channel that each person shares with the bot; soren's is another organization's too."""
HOME["soren"] = "acme-shared"

SOME = [
    "P2",
    "pay of P1, P2 and P3",
    "which skills does a P2 need?",
    "P2 vs P3",
    "what comes after P3?",
    "does a P2 need vexilbot?",
    "I have 6 years of experience, what level am I?",
    "what levels are there?",
    "skunkworks II",
    "engineer/P4",
    "default skunkworks",
    "default",
    QUESTIONS[-2],
]
"""One question of each kind; the pure parts are asked all of them."""

Drive = Callable[[LocalSlack, str, str], Awaitable[None]]
"""Asks a question as a person, and does with the answer whatever the surface offers."""


async def _every_button(slack: LocalSlack, shown: Message | None, user: str) -> None:
    """Press everything that is offered under an answer, and that is left after each press."""
    if shown is None:
        return
    # What takes the answer's place goes last.
    for action_id in sorted(buttons(shown.blocks), key=lambda id_: id_.startswith(ASK)):
        if action_id not in buttons(shown.blocks):
            continue
        await click(slack, shown, action_id, user=user)
        if action_id == POST and slack.views.get(slack.users[user].id):
            view = slack.view(user)
            if view.definition.get("callback_id") == POST and "submit" in view.definition:
                await slack.submit(view, user=user)
                await settled(slack)


async def _slash(slack: LocalSlack, question: str, user: str) -> None:
    delivery = await slack.command("/level", question, user=user, channel=HOME[user])
    await settled(slack)
    await _every_button(slack, delivery.message, user)


async def _mention(slack: LocalSlack, question: str, user: str) -> None:
    asked = await slack.post(f"@levelbot {question}", user=user, channel=HOME[user])
    await settled(slack)
    for shown in slack.replies(HOME[user], asked.ts):
        await _every_button(slack, shown, user)
    for aside in slack.ephemerals(user)[-1:]:
        await _every_button(slack, aside, user)


async def _thread(slack: LocalSlack, question: str, user: str) -> None:
    first = await slack.post("@levelbot P1", user=user, channel=HOME[user])
    await settled(slack)
    for text in (question, f"@levelbot {question}"):
        await slack.post(text, user=user, channel=HOME[user], thread_ts=first.ts)
        await settled(slack)


async def _direct(slack: LocalSlack, question: str, user: str) -> None:
    asked = await slack.post(question, user=user, channel=slack.dm(user))
    await settled(slack)
    for shown in [each for each in slack.messages(slack.dm(user)) if each.ts > asked.ts]:
        await _every_button(slack, shown, user)


async def _message_shortcut(slack: LocalSlack, question: str, user: str) -> None:
    message = await slack.post(question, user=user, channel=HOME[user])
    await slack.shortcut("look_up_level", message, user=user)
    await settled(slack)
    for action_id in buttons(slack.view(user).blocks):
        await click(slack, slack.view(user), action_id, user=user)
        break  # the view is another one now


async def _find(slack: LocalSlack, question: str, user: str) -> None:
    await slack.shortcut("find_level", user=user)
    await settled(slack)
    found = await slack.suggest(slack.view(user), LEVEL, question[:100], user=user)
    assert isinstance(found.json, dict)
    for option in (found.json["options"][:1] + found.json["options"][-1:])[:2]:
        await click(slack, slack.view(user), LEVEL, user=user, value=option)
        view = slack.view(user)
        if any(block.get("block_id") == CONVERSATION for block in view.blocks):
            channel = slack.channels[HOME[user]].id
            await slack.submit(view, {LEVEL: option, CONVERSATION: channel}, user=user)
            await settled(slack)
            if slack.view(user).callback_id == POST:
                await slack.submit(slack.view(user), user=user)
                await settled(slack)
            return


async def _step(slack: LocalSlack, question: str, user: str) -> None:
    await slack.run_step("look_up_level_step", {"question": question}, user=user)
    await settled(slack)


async def _home(slack: LocalSlack, question: str, user: str) -> None:
    for tab in ("messages", "home"):
        slack.open_home(user, tab=tab)
        await settled(slack)
    page = slack.home(user)
    assert page
    there = {element["action_id"] for _, element in elements(page.blocks)}
    for action_id in sorted({BROWSE, DEFAULT, OWN_LEVEL} & there):
        for typed in (question[:20], "skunk", ""):
            found = await slack.suggest(page, action_id, typed, user=user)
        options = found.json["options"] if isinstance(found.json, dict) else []
        for option in options[-1:]:
            await click(slack, page, action_id, user=user, value=option)
    for action_id in sorted({FIND, FORGET} & there):
        await click(slack, page, action_id, user=user)


@dataclass(frozen=True)
class Way:
    """A surface, and the listeners that it comes through."""

    drive: Drive
    listeners: frozenset[tuple[str, str]]
    private: bool = True
    """Whether the person who asks alone sees the first answer."""


_BUTTONS = frozenset(
    {("action", rf"^{ASK}_\w+$"), ("action", WHOLE_CARD), ("action", POST), ("view", POST)}
) | {("action", COPY), ("action", SHOW_ALL)}

SURFACES = {
    "slash": Way(_slash, frozenset({("command", "/level")}) | _BUTTONS),
    "mention": Way(_mention, frozenset({("event", "app_mention")}), private=False),
    "thread": Way(_thread, frozenset({("event", "app_mention")}), private=False),
    "direct": Way(_direct, frozenset({("event", "message")})),
    "message_shortcut": Way(_message_shortcut, frozenset({("message_shortcut", "look_up_level")})),
    "find": Way(
        _find,
        frozenset({("global_shortcut", "find_level"), ("options", LEVEL)})
        | {("action", LEVEL), ("view", "find_level")},
    ),
    "home": Way(
        _home,
        frozenset({("event", "app_home_opened")})
        | {("options", each) for each in (BROWSE, DEFAULT, OWN_LEVEL)}
        | {("action", each) for each in (BROWSE, DEFAULT, OWN_LEVEL, FIND, FORGET)},
    ),
    "step": Way(_step, frozenset({("function", "look_up_level_step")}), private=False),
}

SAYS_NOTHING = frozenset(
    {
        ("event", "app_uninstalled"),
        ("event", "tokens_revoked"),
        ("action", FEEDBACK),
        ("view", MISSING),
        ("action", OWNERS),  # puts the person's own words before the ladder's owners
    }
)
"""Listeners that never say anything of the ladder."""


async def test_every_listener_is_tested_here(
    shipped_source: LadderSource, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: set[tuple[str, str]] = set()
    kinds = "event command message_shortcut global_shortcut shortcut view action options function"
    for kind in kinds.split():
        original = getattr(AsyncApp, kind)

        def listen(
            self: AsyncApp, name: Any, *rest: Any, _kind: str = kind, _original: Any = original
        ) -> Any:
            heard.add((_kind, name.pattern if isinstance(name, re.Pattern) else str(name)))
            return _original(self, name, *rest)

        monkeypatch.setattr(AsyncApp, kind, listen)
    settings = Settings(slack_bot_token=SecretStr("xoxb-x"), _env_file=None)
    build_app(settings, shipped_source, state, signing_secret="x")
    tested = frozenset().union(*(surface.listeners for surface in SURFACES.values()))
    assert heard == tested | SAYS_NOTHING, "tell here how to ask through a new listener"


def _sent(slack: LocalSlack) -> list[str]:
    """Everything that the bot sent, to anybody."""
    calls = [json.dumps(call.args, ensure_ascii=False) for call in slack.calls]
    return [*calls, *(delivery.body for delivery in slack.deliveries)]


def _everyone_sees(slack: LocalSlack) -> list[str]:
    """What the bot said where more people than one see it, or where it goes nobody knows."""
    channels = slack.session.workspace.channels
    said = [
        json.dumps([message.text, message.blocks, message.attachments], ensure_ascii=False)
        for message in slack.session.workspace.log
        if message.by_bot and not message.ephemeral_to and channels[message.channel].kind != "im"
    ]
    steps = [call for call in slack.calls if call.method.startswith("functions.")]
    return [*said, *(json.dumps(call.args, ensure_ascii=False) for call in steps)]


def _clear(slack: LocalSlack) -> None:
    slack.calls.clear()
    slack.deliveries.clear()


@pytest.mark.provokes_faults  # a guest's modal is answered with a refusal now and then
@pytest.mark.parametrize(
    ("surface", "user"),
    [(surface, "ben") for surface in SURFACES]
    + [(surface, user) for surface in ("slash", "mention", "direct") for user in ("gus", "soren")],
)
async def test_nobody_is_told_what_they_may_not_see(
    slack: LocalSlack, log: Log, surface: str, user: str
) -> None:
    for question in SOME:
        await SURFACES[surface].drive(slack, question, user)
        for told in _sent(slack):
            assert leaked(told, question) == []
        _clear(slack)
    assert leaked(log.text) == []


ASKED = {
    "slash": "what does a P2 get paid?",
    "mention": "what does a P2 get paid?",
    "thread": "what does a P2 get paid?",
    "direct": "what does a P2 get paid?",
    "message_shortcut": "what does a P2 get paid?",
    "find": "P2",
    "home": "",
    "step": "P2",
}


@pytest.mark.parametrize("user", ["ana", "hanna"])
@pytest.mark.parametrize("surface", SURFACES)
async def test_who_may_see_it_is_told_and_no_one_else(
    slack: LocalSlack, log: Log, surface: str, user: str
) -> None:
    await SURFACES[surface].drive(slack, ASKED[surface], user)
    everyone = _everyone_sees(slack)
    assert [leaked(told) for told in everyone] == [[] for _ in everyone]
    sent = " ".join(_sent(slack))
    # The page at home names families and levels, and quotes no card.
    alone = "Skunkworks" in sent if surface == "home" else "22,222 QDOUBLOONS" in sent
    assert alone == (surface != "step"), "the step's outputs go where nobody knows"
    assert leaked(log.text) == []


@pytest.mark.provokes_faults  # what can't be posted is refused
@pytest.mark.parametrize("user", ["ana"])
@pytest.mark.parametrize("surface", SURFACES)
async def test_whatever_is_asked_and_pressed_the_others_see_nothing_of_it(
    slack: LocalSlack, log: Log, surface: str, user: str
) -> None:
    for question in SOME:
        await SURFACES[surface].drive(slack, question, user)
        for told in _everyone_sees(slack):
            assert leaked(told, question) == []
        slack.session.workspace.log.clear()
        _clear(slack)
    assert leaked(log.text) == []
    assert "stealth/" not in log.text
    assert "engineer/P4" not in log.text


async def test_a_public_answer_comes_with_the_rest_for_who_may_see_it(slack: LocalSlack) -> None:
    asked = await slack.post("@levelbot P2 pay", user="ana", channel="general")
    await settled(slack)
    (public,) = slack.replies("general", asked.ts)
    (aside,) = slack.ephemerals("ana")
    assert "Pay is not shown here" in json.dumps(public.blocks, ensure_ascii=False)
    assert "222,222" in json.dumps(aside.blocks)
    assert "Only you can see this" in aside.text
    assert aside.thread_ts == asked.ts
    assert slack.ephemerals("ben") == []


async def test_the_rest_goes_on_with_the_same_answer(slack: LocalSlack) -> None:
    asked = await slack.post("@levelbot P1", user="ana", channel="general")
    await settled(slack)
    for _ in range(2):
        await slack.post("@levelbot next?", user="ana", channel="general", thread_ts=asked.ts)
        await settled(slack)
        public, aside = slack.replies("general", asked.ts)[-1], slack.ephemerals("ana")[-1]
        said = [re.findall(r"From P\d[^,:]*", each.text) for each in (public, aside)]
        assert said[0]
        assert said[0] == said[1]


async def test_there_is_no_aside_where_it_would_say_the_same(slack: LocalSlack) -> None:
    await slack.post("@levelbot help", user="ben", channel="general")
    await slack.post("@levelbot scope of P2", user="ana", channel="general")
    await settled(slack)
    assert slack.ephemerals("ana") == slack.ephemerals("ben") == []


@pytest.mark.provokes_faults
async def test_an_aside_that_can_not_be_shown_comes_as_a_direct_message(slack: LocalSlack) -> None:
    slack.faults.fail("chat.postEphemeral", "user_not_in_channel")
    await slack.post("@levelbot P2 pay", user="ana", channel="general")
    await settled(slack)
    assert "222,222" in json.dumps(slack.messages(slack.dm("ana"))[-1].blocks)


@pytest.mark.provokes_faults
async def test_a_hidden_level_is_not_posted_nor_named(slack: LocalSlack) -> None:
    delivery = await slack.command("/level", "skunkworks II", user="ana", channel="general")
    assert delivery.message
    assert "Skunkworks" in json.dumps(delivery.message.blocks)
    await click(slack, delivery.message, POST, user="ana")
    assert slack.messages("general") == []
    assert "Not everyone may see this" in slack.ephemerals("ana")[-1].text


@pytest.mark.provokes_faults
@pytest.mark.parametrize("method", ["users.info", "usergroups.users.list", "auth.test"])
async def test_while_slack_fails_the_field_stays_hidden(slack: LocalSlack, method: str) -> None:
    slack.faults.fail(method, "internal_error", times=10)
    delivery = await _pay(slack)
    if method == "usergroups.users.list":
        assert "Pay is not shown here" in delivery.body
    assert leaked(delivery.body) == []


async def _pay(slack: LocalSlack) -> Delivery:
    return await slack.command("/level", "P2 pay", user="ana", channel="general")


@pytest.mark.on_time
async def test_a_slow_slack_does_not_cost_the_acknowledgement(slack: LocalSlack) -> None:
    slack.faults.delay("users.info", seconds=2.5)
    delivery = await _pay(slack)
    assert delivery.ok
    assert "Pay is not shown here" in delivery.body
    await settled(slack)
