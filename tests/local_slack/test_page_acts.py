"""What the page can do beside talking: edit, delete, run a step; and whom it shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from tests.local_slack.conftest import Post
from tests.local_slack.manifests import manifest
from tests.local_slack.support import App


@pytest.fixture
async def slack(app: App) -> AsyncIterator[LocalSlack]:
    async with LocalSlack(app.url, manifest=manifest(), retry_delays_s=()) as workspace:
        yield workspace


async def state(slack: LocalSlack) -> Any:
    async with ClientSession() as session, session.get(f"{slack.url}local/state") as response:
        return await response.json()


async def test_ones_own_message_is_edited_and_deleted(slack: LocalSlack, post: Post) -> None:
    message = await slack.post("a fether")
    body = {"user": "ana", "channel": message.channel, "message_ts": message.ts}
    assert (await post(f"{slack.url}local/edit", json=body | {"text": "a <feather>"}))[0] == 200
    assert message.text == "a &lt;feather&gt;"
    assert (await post(f"{slack.url}local/delete", json=body | {"user": "ben"}))[0] == 400
    assert (await post(f"{slack.url}local/delete", json=body))[0] == 200
    assert message.deleted
    await slack.idle()


async def test_a_step_is_run_from_the_page(slack: LocalSlack, post: Post) -> None:
    body = {"user": "ana", "callback_id": "weigh_step", "inputs": {"thing": "a feather"}}
    status, answer = await post(f"{slack.url}local/run-step", json=body)
    assert (status, answer["run"]["status"]) == (200, "running")
    client = AsyncWebClient(slack.bot_token, slack.api_url)
    await client.functions_completeError(
        function_execution_id=answer["run"]["id"], error="Too light."
    )
    shown = await state(slack)
    assert [(run["status"], run["error"]) for run in shown["step_runs"]] == [
        ("failed", "Too light.")
    ]
    assert shown["app"]["steps"][0]["inputs"][0]["name"] == "thing"
    wrong = body | {"inputs": {}}
    assert (await post(f"{slack.url}local/run-step", json=wrong))[1]["error"] == "thing: is missing"
    await slack.idle()


async def test_the_page_knows_whom_it_shows(slack: LocalSlack) -> None:
    shown = await state(slack)
    people = {user["name"]: user for user in shown["users"]}
    assert people["hanna"]["is_admin"]
    assert people["gus"]["is_guest"]
    assert people["soren"]["is_stranger"]
    channels = {channel["name"]: channel for channel in shown["channels"]}
    assert channels["acme-shared"]["is_ext_shared"]
    assert channels["old-launch"]["is_archived"]
    assert channels["announcements"]["is_read_only"]
    assert shown["agent"][slack.dm().id]["prompts"][0]["title"] == "Weigh a feather"


async def test_a_stranger_mentions_the_bot_and_has_no_command(slack: LocalSlack, app: App) -> None:
    await slack.post("@scales a feather", channel="acme-shared", user="soren")
    await slack.idle()
    assert all(body["is_ext_shared_channel"] for body in app.events())
    stranger = slack.users["soren"]
    assert app.events()[0]["event"]["user_team"] == stranger.team_id
    refused = await slack.command("/weigh", "x", channel="acme-shared", user="soren")
    assert refused.error == "unknown_command"
