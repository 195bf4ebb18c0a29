"""An exception anywhere: friendly words with a reference, and one line in the log with the same."""

import gc
import json
import logging
import re
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from handlers.errors import PersonError, explain
from local_slack import LocalSlack, Message
from tests.support import Door, Log, assert_sendable, click, reference_in, settled

SECRET_WORDS = "the-secret-of-ana"
ANYWHERE = {
    "understanding": "bot.answers.ask.understand",
    "answering": "bot.answers.ask.card_answer",
    "rendering": "bot.blocks.message",
    "the text": "bot.text.brief",
}
ERRORS = (ValueError, KeyError, RecursionError, AssertionError, OSError, TimeoutError)
NOT_FOR_PEOPLE = re.compile(r"Traceback|Error\b|Exception|\.py\b|File \"|the-secret")


def break_it(
    monkeypatch: pytest.MonkeyPatch, where: str, error: type[Exception] = ValueError
) -> None:
    """Let one part of the bot raise, with what the person wrote in its message."""

    def broken(*_: Any, **__: Any) -> NoReturn:
        raise error(f"found {SECRET_WORDS}")

    monkeypatch.setattr(where, broken)


def assert_owned_up_to(told: str, log: Log) -> None:
    """The person has words and a reference; the log has one line at ERROR, with the same."""
    assert "Sorry" in told
    assert not NOT_FOR_PEOPLE.search(told), told
    reference = reference_in(told)
    gc.collect()  # a task's lost exception is logged when the task goes
    failed = log.lines("ERROR")
    assert len(failed) == 1, failed
    assert f"[{reference}]" in failed[0]
    assert SECRET_WORDS not in failed[0]


async def command(slack: LocalSlack) -> Message:
    delivery = await slack.command("/level", "P2")
    assert (delivery.status, delivery.error) == (200, None)
    assert delivery.json["response_type"] == "ephemeral"
    assert delivery.message is not None
    return delivery.message


async def mention(slack: LocalSlack) -> Message:
    question = await slack.post("@levelbot P2")
    told = await slack.next_message(after=question)
    assert told.thread_ts == question.ts
    return told


async def mention_in_a_thread(slack: LocalSlack) -> Message:
    parent = await slack.post("how do we level?")
    question = await slack.post("@levelbot P2", thread_ts=parent.ts)
    told = await slack.next_message(after=question)
    assert told.thread_ts == parent.ts
    return told


async def direct_message(slack: LocalSlack) -> Message:
    question = await slack.post("P2", channel=slack.dm("ana"))
    told = await slack.next_message(after=question)
    assert (told.channel, told.thread_ts) == (question.channel, None)
    return told


DOORS = (command, mention, mention_in_a_thread, direct_message)


@pytest.mark.parametrize("where", ANYWHERE.values(), ids=ANYWHERE)
@pytest.mark.parametrize("door", DOORS)
async def test_an_exception_anywhere_is_owned_up_to(
    slack: LocalSlack,
    log: Log,
    monkeypatch: pytest.MonkeyPatch,
    door: Callable[[LocalSlack], Awaitable[Message]],
    where: str,
) -> None:
    break_it(monkeypatch, where)
    told = await door(slack)
    await settled(slack)
    assert_owned_up_to(told.text, log)
    assert {d.status for d in slack.deliveries} == {200}


@pytest.mark.parametrize("error", ERRORS)
async def test_whatever_the_exception(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    break_it(monkeypatch, "bot.answers.ask.understand", error)
    assert_owned_up_to((await command(slack)).text, log)


@pytest.mark.parametrize(
    ("action_id", "where"),
    [
        ("ask_1", "bot.answers.ask.understand"),
        ("ask_1", "bot.blocks.message"),
        ("whole_card", "bot.answers.ask.understand"),
        ("whole_card", "bot.blocks.card_modal"),
    ],
)
async def test_an_exception_behind_a_button_is_owned_up_to(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch, action_id: str, where: str
) -> None:
    delivery = await slack.command("/level", "P2" if action_id == "whole_card" else "help")
    assert delivery.message is not None
    before = delivery.message.text
    break_it(monkeypatch, where)
    pressed = await click(slack, delivery.message, action_id)
    assert (pressed.status, pressed.error) == (200, None)
    told = slack.ephemerals()[-1]
    assert told.by_bot
    assert_owned_up_to(told.text, log)
    assert delivery.message.text == before, "the message with the button stays"


async def test_the_next_question_is_answered(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        break_it(patch, "bot.answers.ask.understand")
        await command(slack)
    assert "Developing" in (await command(slack)).text


async def test_each_failure_has_a_reference_of_its_own(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(monkeypatch, "bot.answers.ask.understand")
    references = {reference_in((await command(slack)).text) for _ in range(5)}
    assert len(references) == 5


async def test_an_apology_is_sendable(
    slack: LocalSlack, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(monkeypatch, "bot.answers.ask.understand")
    reply = await door.form({"command": "/level", "text": "P2", "team_id": "T1"})
    assert reply.status == 200
    assert reply.headers["Content-Type"].startswith("application/json")
    assert_sendable(json.loads(reply.body))


@pytest.mark.provokes_faults
@pytest.mark.parametrize("fault", ["server_error", "rate_limit"])
async def test_a_window_that_slack_will_not_open_is_owned_up_to(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    async def at_once(_: float) -> None:
        return

    for module in ("async_handler", "builtin_async_handlers"):
        name = f"slack_sdk.http_retry.{module}.asyncio"
        monkeypatch.setattr(name, SimpleNamespace(sleep=at_once))
    delivery = await slack.command("/level", "P2")
    assert delivery.message is not None
    getattr(slack.faults, fault)("views.open", times=1_000)
    pressed = await click(slack, delivery.message, "whole_card")
    assert (pressed.status, pressed.error) == (200, None)
    told = slack.ephemerals()[-1]
    assert told.by_bot
    reference = reference_in(told.text)
    gc.collect()
    failed = [*log.lines("ERROR"), *log.lines("WARNING")]
    assert len(failed) == 1, failed
    assert f"[{reference}]" in failed[0]


@pytest.mark.provokes_faults
async def test_an_apology_that_cannot_be_delivered_ends_there(
    slack: LocalSlack, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(monkeypatch, "bot.answers.ask.understand")
    slack.faults.fail("chat.postMessage", "fatal_error", times=1_000)
    await slack.post("@levelbot P2")
    await settled(slack)
    gc.collect()
    assert len(log.lines("ERROR")) == 1, log.lines("ERROR")
    assert len([call for call in slack.calls if call.method == "chat.postMessage"]) <= 2


# The table


def refused(data: object) -> SlackApiError:
    """An error as slack_sdk raises it when Slack answers with `data`."""
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="https://slack.com/api/x",
        req_args={},
        data=data,  # type: ignore[arg-type] # a 5xx has text where slack_sdk says dict
        headers={},
        status_code=200,
    )
    return api_error(response)


def api_error(response: object) -> SlackApiError:
    return SlackApiError("x", response)  # type: ignore[no-untyped-call] # slack_sdk has no types


def unhandled() -> BoltUnhandledRequestError:
    request = AsyncBoltRequest(mode="socket_mode", body={"type": "block_actions"})
    return BoltUnhandledRequestError(request=request, current_response=BoltResponse(status=404))


@pytest.mark.parametrize(
    ("error", "words", "level", "traceback"),
    [
        pytest.param(PersonError("Ask again."), "Ask again.", logging.INFO, False, id="person"),
        pytest.param(unhandled(), "I don't know that button", logging.WARNING, False, id="button"),
        pytest.param(
            refused({"ok": False, "error": "expired_trigger_id"}),
            "try again",
            logging.WARNING,
            False,
            id="expired trigger",
        ),
        pytest.param(
            refused({"ok": False, "error": "exchanged_trigger_id"}),
            "try again",
            logging.WARNING,
            False,
            id="exchanged trigger",
        ),
        pytest.param(
            refused({"ok": False, "error": "ratelimited"}),
            "limiting how fast",
            logging.WARNING,
            False,
            id="rate limit",
        ),
        pytest.param(
            refused({"ok": False, "error": "invalid_blocks"}),
            "went wrong on my side",
            logging.ERROR,
            True,
            id="another refusal",
        ),
        pytest.param(
            refused({"ok": False}), "went wrong on my side", logging.ERROR, True, id="no code"
        ),
        pytest.param(refused(""), "went wrong on my side", logging.ERROR, True, id="empty 500"),
        pytest.param(
            refused("<html>502</html>"), "went wrong on my side", logging.ERROR, True, id="HTML"
        ),
        pytest.param(
            api_error({"ok": False, "error": "ratelimited"}),
            "limiting how fast",
            logging.WARNING,
            False,
            id="plain dict",
        ),
        pytest.param(
            api_error(SimpleNamespace(status=502)),
            "went wrong on my side",
            logging.ERROR,
            True,
            id="an aiohttp response, as slack_sdk raises for broken JSON",
        ),
        *(
            pytest.param(
                error("x"), "went wrong on my side", logging.ERROR, True, id=error.__name__
            )
            for error in ERRORS
        ),
    ],
)
def test_explain(error: Exception, words: str, level: int, traceback: bool) -> None:
    told = explain(error)
    assert words in told.words
    assert (told.level, told.traceback) == (level, traceback)
    assert not NOT_FOR_PEOPLE.search(told.words)
