"""Custom steps of Workflow Builder, and what an agent shows beside messages."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from tests.local_slack.manifests import EVENTS, manifest
from tests.local_slack.support import App

GRAMS = {"grams": 3}


@pytest.fixture
async def slack(app: App) -> AsyncIterator[LocalSlack]:
    async with LocalSlack(app.url, manifest=manifest(), retry_delays_s=()) as workspace:
        yield workspace


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


def completing(slack: LocalSlack, app: App, method: str, **arguments: Any) -> None:
    """Let the app end the step with the token that came with it, before it answers."""

    async def answer(_request: web.Request) -> web.Response:
        event = json.loads(app.bodies[-1])["event"]
        client = AsyncWebClient(event["bot_access_token"], slack.api_url)
        called = arguments | {"function_execution_id": event["function_execution_id"]}
        await client.api_call(method, json=called)
        return web.Response()

    app.answers = [answer]


async def test_a_step_is_run_and_completed(slack: LocalSlack, app: App) -> None:
    completing(slack, app, "functions.completeSuccess", outputs=GRAMS)
    run = await slack.run_step("weigh_step", {"thing": "a feather"})
    await slack.idle()
    assert (run.status, run.outputs, run.error) == ("completed", GRAMS, "")
    event = app.events()[0]["event"]
    assert (event["type"], event["function"]["callback_id"]) == ("function_executed", "weigh_step")
    assert event["inputs"] == {"thing": "a feather"}
    assert event["function"]["output_parameters"][0] == {
        "name": "grams",
        "type": "number",
        "title": "Grams",
        "description": "",
        "is_required": True,
    }


async def test_a_step_fails_with_its_reason(slack: LocalSlack, app: App) -> None:
    completing(slack, app, "functions.completeError", error="Too heavy.")
    run = await slack.run_step("weigh_step", {"thing": "an anvil"})
    await slack.idle()
    assert (run.status, run.error) == ("failed", "Too heavy.")


async def test_a_step_is_completed_once_and_its_token_ends(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    completing(slack, app, "functions.completeSuccess", outputs=GRAMS)
    run = await slack.run_step("weigh_step", {"thing": "a feather"})
    await slack.idle()
    with pytest.raises(SlackApiError, match="execution_not_in_running_state"):
        await client.functions_completeSuccess(function_execution_id=run.id, outputs=GRAMS)
    with pytest.raises(SlackApiError, match="token_expired"):
        await AsyncWebClient(run.token.value, slack.api_url).auth_test()


@pytest.mark.parametrize(
    ("outputs", "problem"),
    [
        ({}, "grams: is missing"),
        ({"grams": "three"}, "should be of type number"),
        ({"grams": True}, "should be of type number"),
        ({"grams": 3, "ounces": 1}, "ounces: no such parameter"),
    ],
    ids=["missing", "text", "boolean", "unknown"],
)
async def test_outputs_must_fit_the_manifest(
    slack: LocalSlack, client: AsyncWebClient, outputs: Any, problem: str
) -> None:
    run = slack.session.steps.run("weigh_step", {"thing": "a feather"}, slack.users["ana"])
    with pytest.raises(SlackApiError, match="parameter_validation_failed"):
        await client.functions_completeSuccess(function_execution_id=run.id, outputs=outputs)
    assert problem in slack.warnings[0]
    assert not run.done
    await slack.idle()


@pytest.mark.parametrize(
    ("step", "inputs", "error"),
    [
        ("paint_step", {}, LookupError),
        ("weigh_step", {}, ValueError),
        ("weigh_step", {"thing": "x", "times": "two"}, ValueError),
    ],
    ids=["unknown step", "missing input", "wrong type"],
)
async def test_a_step_that_cannot_be_run(
    slack: LocalSlack, step: str, inputs: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await slack.run_step(step, inputs)


async def test_a_step_that_nobody_listens_to_fails(app: App) -> None:
    deaf = manifest(events=set(EVENTS) - {"function_executed"})
    async with LocalSlack(app.url, manifest=deaf) as slack:
        run = await slack.run_step("weigh_step", {"thing": "a feather"})
    assert (run.status, app.bodies) == ("failed", [])
    assert "function_executed" in run.error


async def test_prompts_of_the_manifest_give_way_to_the_apps(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    assert [each["title"] for each in slack.agent().prompts] == ["Weigh a feather"]
    prompts = [{"title": "Weigh an anvil", "message": "an anvil"}]
    await client.assistant_threads_setSuggestedPrompts(
        channel_id=slack.dm().id, prompts=prompts, title="Try"
    )
    assert (slack.agent().prompts, slack.agent().prompts_title) == (prompts, "Try")


@pytest.mark.parametrize(
    "prompts", [[], [{"title": "x", "message": "y"}] * 5, [{"title": "x"}]], ids=len
)
async def test_prompts_have_limits(
    slack: LocalSlack, client: AsyncWebClient, prompts: list[dict[str, str]]
) -> None:
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=slack.dm().id, prompts=prompts
        )


async def test_prompts_in_a_thread_are_silently_lost(
    slack: LocalSlack, client: AsyncWebClient
) -> None:
    asked = await slack.post("hello", channel=slack.dm())
    prompts = [{"title": "x", "message": "y"}]
    await client.assistant_threads_setSuggestedPrompts(
        channel_id=slack.dm().id, thread_ts=asked.ts, prompts=prompts
    )
    assert slack.agent().prompts != prompts
    assert "thread_ts" in slack.warnings[0]
    await slack.idle()


async def test_an_app_that_is_no_agent_has_no_prompts(app: App) -> None:
    plain = manifest()
    del plain["features"]["agent_view"]
    async with LocalSlack(app.url, manifest=plain) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        with pytest.raises(SlackApiError, match="not_agent_app"):
            await client.assistant_threads_setSuggestedPrompts(
                channel_id=slack.dm().id, prompts=[{"title": "x", "message": "y"}]
            )


async def test_a_status_ends_with_the_answer(slack: LocalSlack, client: AsyncWebClient) -> None:
    asked = await slack.post("a feather", channel=slack.dm())
    dm = slack.dm().id
    await client.assistant_threads_setStatus(
        channel_id=dm, thread_ts=asked.ts, status="is weighing…"
    )
    await client.assistant_threads_setTitle(channel_id=dm, thread_ts=asked.ts, title="A feather")
    assert slack.agent().statuses[asked.ts]["status"] == "is weighing…"
    assert slack.agent().titles == {asked.ts: "A feather"}
    await client.chat_postMessage(channel=slack.dm().id, thread_ts=asked.ts, text="3 g")
    assert slack.agent().statuses == {}
    await slack.idle()
