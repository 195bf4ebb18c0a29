"""A Bolt app that has nothing to do with levelbot, at home in the workspace from end to end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from tests.local_slack.manifests import manifest

Json = dict[str, Any]
LINK = "https://scales.example.com/feather"


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


BUTTON = {"type": "button", "action_id": "more", "text": plain("Weigh another")}
CARD = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*3 g*"}},
    {"type": "actions", "elements": [BUTTON]},
]
THING = {
    "type": "input",
    "block_id": "thing",
    "label": plain("Thing"),
    "element": {"type": "external_select", "action_id": "name", "min_query_length": 0},
}
MODAL = {
    "type": "modal",
    "callback_id": "weigh",
    "title": plain("Weigh"),
    "submit": plain("Weigh"),
    "blocks": [THING],
}


def scales(slack: LocalSlack) -> AsyncApp:
    """The app: a command, a button with a modal, options, a step, links, prompts."""
    client = AsyncWebClient(slack.bot_token, slack.api_url)
    app = AsyncApp(token=slack.bot_token, signing_secret=slack.signing_secret, client=client)

    @app.command("/weigh")
    async def weigh(ack: Any, command: Json) -> None:
        await ack(text=f"{command['text']}: 3 g", blocks=CARD)

    @app.action("more")
    async def more(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.options("name")
    async def names(ack: Any, payload: Json) -> None:
        found = [each for each in ("anvil", "feather") if payload["value"] in each]
        await ack(options=[{"text": plain(each), "value": each} for each in found])

    @app.view("weigh")
    async def weighed(ack: Any, view: Json) -> None:
        chosen = view["state"]["values"]["thing"]["name"]["selected_option"]["value"]
        if chosen == "anvil":
            await ack(response_action="errors", errors={"thing": "Too heavy."})
        else:
            await ack()

    @app.function("weigh_step")
    async def step(ack: Any, inputs: Json, complete: Any, fail: Any) -> None:
        await ack()
        if inputs["thing"] == "anvil":
            await fail("Too heavy.")
        else:
            await complete({"grams": 3})

    @app.event("link_shared")
    async def unfurl(event: Json, client: AsyncWebClient) -> None:
        url = event["links"][0]["url"]
        await client.chat_unfurl(
            unfurl_id=event["unfurl_id"], source=event["source"], unfurls={url: {"blocks": CARD}}
        )

    @app.event("app_home_opened")
    async def home(event: Json, client: AsyncWebClient, set_suggested_prompts: Any) -> None:
        if event["tab"] == "messages":
            await set_suggested_prompts(prompts=["a feather"])
        else:
            await client.views_publish(
                user_id=event["user"], view={"type": "home", "blocks": CARD[:1]}
            )

    @app.event("message")
    async def message(event: Json, say: Any) -> None:
        if event.get("channel_type") == "im" and not event.get("subtype"):
            await say(text="3 g", thread_ts=event["ts"])

    return app


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack(manifest=manifest()) as workspace:
        runner = web.AppRunner(scales(workspace).web_app("/slack/events"), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        workspace.app_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        yield workspace
        await workspace.idle()
        await runner.cleanup()
        assert workspace.warnings == []
        assert [call.response for call in workspace.calls if not call.ok] == []


async def test_the_url_is_verified(slack: LocalSlack) -> None:
    assert (await slack.verify_url()).error is None


async def test_from_the_command_to_the_modal(slack: LocalSlack) -> None:
    card = (await slack.command("/weigh", "a feather")).message
    assert card is not None
    assert card.text == "a feather: 3 g"
    assert (await slack.click(card, "more")).ok
    await slack.wait_until(lambda: bool(slack.views[slack.users["ana"].id]))
    view = slack.view()
    options = (await slack.suggest(view, "name", "a")).json["options"]
    assert [option["value"] for option in options] == ["anvil", "feather"]
    refused = await slack.submit(view, {"name": options[0]})
    assert refused.errors == {"thing": "Too heavy."}
    assert (await slack.submit(view, {"name": options[1]})).ok
    assert slack.views[view.user] == []


@pytest.mark.parametrize(
    ("thing", "status", "outputs", "error"),
    [("feather", "completed", {"grams": 3}, ""), ("anvil", "failed", {}, "Too heavy.")],
)
async def test_the_step_is_run(
    slack: LocalSlack, thing: str, status: str, outputs: Json, error: str
) -> None:
    run = await slack.run_step("weigh_step", {"thing": thing})
    assert (run.status, run.outputs, run.error) == (status, outputs, error)


async def test_a_link_gets_its_preview(slack: LocalSlack) -> None:
    message = await slack.post(f"see {LINK}", channel="random")
    await slack.wait_until(lambda: bool(message.attachments))
    assert message.attachments[0]["blocks"][0]["text"]["text"] == "*3 g*"
    assert (await slack.click(message, "more", user="ben")).ok
    await slack.wait_until(lambda: bool(slack.views[slack.users["ben"].id]))


async def test_its_page_has_two_tabs(slack: LocalSlack) -> None:
    slack.open_home("ben")
    slack.open_home("ben", tab="messages")
    ben = slack.dm("ben")
    await slack.wait_until(
        lambda: (
            slack.home("ben") is not None
            and slack.agent(ben).prompts == [{"title": "a feather", "message": "a feather"}]
        )
    )


async def test_it_answers_in_its_messages(slack: LocalSlack) -> None:
    asked = await slack.post("a feather?", channel=slack.dm())
    answer = await slack.next_message(after=asked)
    assert (answer.text, answer.thread_ts) == ("3 g", asked.ts)
