"""Buttons, modals and shortcuts, with the payloads that Slack sends."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack, Message, View
from tests.local_slack.manifests import manifest
from tests.local_slack.support import App, Clock


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


BLOCKS = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "button", "action_id": "more", "text": plain("More"), "value": "P2"},
            {
                "type": "static_select",
                "action_id": "pick",
                "options": [{"text": plain(level), "value": level} for level in ("P1", "P2")],
            },
        ],
    }
]
MODAL: dict[str, Any] = {
    "type": "modal",
    "callback_id": "find",
    "title": plain("Find"),
    "submit": plain("Go"),
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "question",
            "label": plain("Question"),
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


async def card(slack: LocalSlack, app: App) -> Message:
    """An ephemeral message with a button and a select."""
    app.answers_with({"text": "card", "blocks": BLOCKS})
    delivery = await slack.command("/level", "P2")
    app.answers_with(200)
    app.bodies.clear()
    assert delivery.message is not None
    return delivery.message


async def trigger(slack: LocalSlack, app: App) -> str:
    """A fresh trigger id, from a global shortcut."""
    app.bodies.clear()
    await slack.shortcut("find_level")
    return str(app.payloads()[0]["trigger_id"])


async def opened(slack: LocalSlack, app: App, client: AsyncWebClient, view: Any = MODAL) -> View:
    await client.views_open(trigger_id=await trigger(slack, app), view=view)
    app.bodies.clear()
    return slack.view()


async def test_a_button_on_an_ephemeral_message(slack: LocalSlack, app: App) -> None:
    message = await card(slack, app)
    await slack.click(message, "more")
    (payload,) = app.payloads()
    assert payload["type"] == "block_actions"
    assert payload["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": True,
    }
    assert "message" not in payload
    (action,) = payload["actions"]
    assert (action["type"], action["block_id"], action["value"]) == ("button", "row", "P2")
    assert action["action_ts"] > message.ts
    assert payload["response_url"].startswith(slack.url)


async def test_a_select_on_a_message_for_everyone(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    channel = slack.channels["general"].id
    await client.chat_postMessage(channel=channel, text="card", blocks=BLOCKS)
    (message,) = slack.messages("general")
    await slack.click(message, "pick", value="P1", user="ben")
    (payload,) = app.payloads()
    chosen = {"text": plain("P1"), "value": "P1"}
    assert payload["actions"][0]["selected_option"] == chosen
    assert payload["state"]["values"]["row"]["pick"]["selected_option"] == chosen
    assert payload["message"]["ts"] == message.ts
    assert payload["user"]["id"] == slack.users["ben"].id


async def test_an_element_that_is_not_there_is_named(slack: LocalSlack, app: App) -> None:
    message = await card(slack, app)
    with pytest.raises(LookupError, match="there are \\['more', 'pick'\\]"):
        await slack.click(message, "less")


async def test_a_click_that_fails_is_told(slack: LocalSlack, app: App) -> None:
    message = await card(slack, app)
    app.answers_with(500)
    delivery = await slack.click(message, "more")
    assert delivery.error == "dispatch_failed"
    assert delivery.message is not None
    assert delivery.message.ephemeral_to == slack.users["ana"].id


async def test_a_trigger_id_is_used_once_within_three_seconds(
    slack: LocalSlack, app: App, client: AsyncWebClient, clock: Clock
) -> None:
    used = await trigger(slack, app)
    late = await trigger(slack, app)
    await client.views_open(trigger_id=used, view=MODAL)
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await client.views_open(trigger_id=used, view=MODAL)
    clock.now += 3.1
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await client.views_open(trigger_id=late, view=MODAL)


async def test_a_modal_is_submitted_with_its_state(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    view = await opened(slack, app, client)
    empty = await slack.submit(view)
    assert (empty.error, list(empty.errors)) == ("incomplete", ["question"])
    await slack.submit(view, {"text": "what's P2?"})
    (payload,) = app.payloads()
    assert payload["type"] == "view_submission"
    assert payload["view"]["state"]["values"] == {
        "question": {"text": {"type": "plain_text_input", "value": "what's P2?"}}
    }
    assert slack.views[view.user] == []


async def test_errors_stay_beside_their_fields(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    view = await opened(slack, app, client)
    app.answers_with({"response_action": "errors", "errors": {"question": "No such level."}})
    delivery = await slack.submit(view, {"question": "P99"})
    assert delivery.errors == slack.view().errors == {"question": "No such level."}
    app.answers_with({"response_action": "errors", "errors": {"elsewhere": "?"}})
    assert (await slack.submit(view, {"question": "P99"})).error == "invalid_errors"


async def test_a_submission_updates_pushes_and_clears(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    view = await opened(slack, app, client)
    second = MODAL | {"title": plain("Second"), "callback_id": "second"}
    app.answers_with({"response_action": "update", "view": second})
    await slack.submit(view, {"question": "a"})
    assert (slack.view().id, slack.view().title) == (view.id, "Second")
    app.answers_with({"response_action": "push", "view": MODAL})
    await slack.submit(view, {"question": "a"})
    assert [each.title for each in slack.views[view.user]] == ["Second", "Find"]
    assert slack.view().as_json()["previous_view_id"] == view.id
    app.answers_with({"response_action": "clear"})
    await slack.submit(slack.view(), {"question": "a"})
    assert slack.views[view.user] == []


async def test_a_refused_view_leaves_the_modal_open(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    view = await opened(slack, app, client)
    app.answers_with({"response_action": "update", "view": {"type": "modal"}})
    delivery = await slack.submit(view, {"question": "a"})
    assert delivery.error == "invalid_arguments"
    assert slack.view() is view
    assert slack.warnings


async def test_three_modals_and_no_more(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    await opened(slack, app, client)
    for _ in range(2):
        await client.views_push(trigger_id=await trigger(slack, app), view=MODAL)
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await client.views_push(trigger_id=await trigger(slack, app), view=MODAL)


async def test_an_update_with_a_stale_hash_is_refused(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    view = await opened(slack, app, client)
    stale = view.hash
    await client.views_update(view_id=view.id, hash=stale, view=MODAL)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_update(view_id=view.id, hash=stale, view=MODAL)


async def test_closing_is_told_when_the_view_asks_for_it(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    view = await opened(slack, app, client)
    await slack.close_view(view)
    (payload,) = app.payloads()
    assert (payload["type"], payload["is_cleared"]) == ("view_closed", False)
    with pytest.raises(LookupError):
        slack.view()


async def test_a_message_shortcut_carries_the_message(slack: LocalSlack, app: App) -> None:
    message = await slack.post("I am an ML II", channel="general", user="ben")
    await slack.shortcut("look_up_level", message)
    (payload,) = app.payloads()
    assert (payload["type"], payload["callback_id"]) == ("message_action", "look_up_level")
    assert payload["message"]["text"] == "I am an ML II"
    assert payload["message"]["user"] == slack.users["ben"].id


async def test_an_external_select_asks_the_app(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    element = {"type": "external_select", "action_id": "family"}
    block = {"type": "input", "block_id": "f", "label": plain("Family"), "element": element}
    view = await opened(slack, app, client, MODAL | {"blocks": [block]})
    app.answers_with({"options": [{"text": plain("AI"), "value": "ai"}]})
    delivery = await slack.suggest(view, "family", "a")
    (payload,) = app.payloads()
    assert (payload["type"], payload["value"]) == ("block_suggestion", "a")
    assert delivery.json["options"][0]["value"] == "ai"
    app.answers_with({"options": [{"text": plain("x" * 76), "value": "ai"}]})
    assert (await slack.suggest(view, "family", "a")).error == "invalid_options"


async def test_a_button_in_an_attachment(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    attachments: list[dict[str, Any]] = [{"text": "no blocks"}]
    for name in ("first", "second"):
        button = {"type": "button", "action_id": name, "text": plain("x")}
        attachments.append({"blocks": [{"type": "actions", "elements": [button]}]})
    general = slack.channels["general"].id
    await client.chat_postMessage(channel=general, text="t", attachments=attachments)
    (message,) = slack.messages("general")
    for name, number in (("first", 2), ("second", 3)):
        app.bodies.clear()
        await slack.click(message, name)
        (payload,) = app.payloads()
        container = payload["container"]
        assert (container["type"], container["attachment_id"]) == ("message_attachment", number)
        assert (container["message_ts"], container["channel_id"]) == (message.ts, general)
        assert payload["actions"][0]["action_id"] == name
        assert payload["actions"][0]["block_id"]
        assert payload["message"]["attachments"][number - 1]["id"] == number


async def test_a_button_in_a_link_preview(app: App) -> None:
    link = "https://scales.example.com/feather"
    button = {"type": "button", "action_id": "more", "text": plain("More"), "value": "3"}
    preview = {"blocks": [{"type": "actions", "block_id": "row", "elements": [button]}]}
    async with LocalSlack(app.url, manifest=manifest(), retry_delays_s=()) as slack:
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        message = await slack.post(link, channel="general")
        await client.chat_unfurl(channel=message.channel, ts=message.ts, unfurls={link: preview})
        await slack.idle()
        app.bodies.clear()
        await slack.click(message, "more", user="ben")
    (payload,) = app.payloads()
    container = payload["container"]
    assert (container["type"], container["is_app_unfurl"]) == ("message_attachment", True)
    assert container["app_unfurl_url"] == payload["app_unfurl"]["from_url"] == link
    assert payload["actions"][0]["value"] == "3"


@pytest.mark.parametrize(
    ("callback_id", "user", "words"),
    [("find", "soren", "no shortcuts"), ("lose", "ana", r"there are \['find'\]")],
)
async def test_a_shortcut_that_is_not_there(
    app: App, callback_id: str, user: str, words: str
) -> None:
    async with LocalSlack(app.url, manifest=manifest()) as slack:
        with pytest.raises(LookupError, match=words):
            await slack.shortcut(callback_id, user=user)


async def test_an_external_id_is_one_views_own(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    named = MODAL | {"external_id": "mine"}
    view = await opened(slack, app, client, named)
    await client.views_update(external_id="mine", view=named)
    pushed = await trigger(slack, app)
    with pytest.raises(SlackApiError, match="duplicate_external_ID"):
        await client.views_push(trigger_id=pushed, view=named)
    await slack.close_view(view)
    await opened(slack, app, client, named)
