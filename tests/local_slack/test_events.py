"""What the app hears of: edits, deletions, links, App Home, and only what it may hear."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack
from tests.local_slack.manifests import SCOPES, manifest
from tests.local_slack.support import App

LINK = "https://scales.example.com/feather"
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "A feather: 3 g"}}


@pytest.fixture
async def slack(app: App) -> AsyncIterator[LocalSlack]:
    async with LocalSlack(app.url, manifest=manifest(), retry_delays_s=()) as workspace:
        yield workspace


@pytest.fixture
def client(slack: LocalSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


async def heard(slack: LocalSlack, app: App) -> list[dict[str, Any]]:
    """The events since the last time, as the app got them."""
    await slack.idle()
    events = [body["event"] for body in app.events()]
    app.bodies.clear()
    return sorted(events, key=lambda event: str(event["type"]))


async def test_an_edit_is_told_with_what_was_before(slack: LocalSlack, app: App) -> None:
    message = await slack.post("a fether", channel="general")
    await heard(slack, app)
    await slack.edit(message, "a feather")
    (event,) = await heard(slack, app)
    assert (event["type"], event["subtype"]) == ("message", "message_changed")
    assert (event["message"]["text"], event["previous_message"]["text"]) == (
        "a feather",
        "a fether",
    )
    assert event["message"]["ts"] == message.ts
    assert event["message"]["edited"]["user"] == message.user
    assert event["hidden"]
    assert event["ts"] > message.ts


async def test_an_edited_mention_is_a_mention_again(slack: LocalSlack, app: App) -> None:
    message = await slack.post("@scales a fether", channel="general")
    await heard(slack, app)
    await slack.edit(message, "@scales a feather")
    mention, changed = await heard(slack, app)
    assert (mention["type"], mention["ts"]) == ("app_mention", message.ts)
    assert mention["edited"]["ts"] == changed["event_ts"]


async def test_a_deletion_is_told(slack: LocalSlack, app: App) -> None:
    message = await slack.post("never mind", channel="general")
    await heard(slack, app)
    await slack.delete(message)
    (event,) = await heard(slack, app)
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", message.ts)
    assert event["previous_message"]["text"] == "never mind"
    assert slack.messages("general") == []


async def test_a_deleted_parent_leaves_a_tombstone(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    parent = await slack.post("a feather?", channel="general")
    await client.chat_postMessage(channel=parent.channel, thread_ts=parent.ts, text="3 g")
    await heard(slack, app)
    await slack.delete(parent)
    (event,) = await heard(slack, app)
    assert (event["subtype"], event["message"]["subtype"]) == ("message_changed", "tombstone")
    thread = await client.conversations_replies(channel=parent.channel, ts=parent.ts)
    assert [each["text"] for each in thread["messages"]] == ["This message was deleted.", "3 g"]


async def test_what_the_bot_changes_is_told_as_well(
    slack: LocalSlack, app: App, client: AsyncWebClient
) -> None:
    posted = await client.chat_postMessage(channel=slack.channels["general"].id, text="3 g")
    await heard(slack, app)
    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="4 g")
    (event,) = await heard(slack, app)
    assert event["message"]["bot_id"]
    assert (event["previous_message"]["text"], event["message"]["text"]) == ("3 g", "4 g")


@pytest.mark.parametrize("channel", ["general", "random"], ids=["member", "not a member"])
async def test_a_link_is_shared_and_unfurled(
    slack: LocalSlack, app: App, client: AsyncWebClient, channel: str
) -> None:
    message = await slack.post(f"see {LINK} and https://example.org", channel=channel)
    event = (await heard(slack, app))[0]
    assert event["type"] == "link_shared"
    assert event["links"] == [{"domain": "scales.example.com", "url": LINK}]
    assert event["is_bot_user_member"] == (channel == "general")
    unfurls = {LINK: {"blocks": [SECTION]}}
    await client.chat_unfurl(unfurl_id=event["unfurl_id"], source=event["source"], unfurls=unfurls)
    await client.chat_unfurl(channel=message.channel, ts=message.ts, unfurls=unfurls)
    (preview,) = message.attachments
    assert (preview["from_url"], preview["blocks"][0]["text"]) == (LINK, SECTION["text"])
    changed = [each["message"] for each in await heard(slack, app)]
    assert all("edited" not in each for each in changed)


@pytest.mark.parametrize(
    ("error", "arguments"),
    [
        ("missing_channel", {"unfurls": {}}),
        ("missing_ts", {"channel": "C1", "unfurls": {}}),
        ("cannot_find_channel", {"channel": "C1", "ts": "1.1", "unfurls": {}}),
        ("missing_source", {"unfurl_id": "x", "unfurls": {}}),
        ("invalid_unfurl_id", {"unfurl_id": "x", "source": "composer", "unfurls": {}}),
        ("missing_unfurls", {"here": True}),
        ("invalid_unfurls_format", {"here": True, "unfurls": "{"}),
        ("cannot_unfurl_url", {"here": True, "unfurls": {"https://example.org": {}}}),
        ("cannot_parse_attachment", {"here": True, "unfurls": {LINK: {"blocks": [{}]}}}),
    ],
)
async def test_unfurls_that_slack_refuses(
    slack: LocalSlack, client: AsyncWebClient, error: str, arguments: dict[str, Any]
) -> None:
    message = await slack.post(LINK, channel="general")
    if arguments.get("here"):
        arguments = arguments | {"channel": message.channel, "ts": message.ts}
    with pytest.raises(SlackApiError, match=error):
        await client.api_call("chat.unfurl", json=arguments)
    await slack.idle()


async def test_app_home_is_opened_on_either_tab(slack: LocalSlack, app: App) -> None:
    for tab in ("home", "messages"):
        slack.open_home("ben", tab=tab)
        (event,) = await heard(slack, app)
        assert (event["type"], event["tab"]) == ("app_home_opened", tab)
        assert (event["user"], event["channel"]) == (slack.users["ben"].id, slack.dm("ben").id)


async def test_a_group_direct_message_is_heard_with_its_mention(
    slack: LocalSlack, app: App
) -> None:
    await slack.post("@scales a feather", channel=slack.group_dm("ana", "ben"), user="ben")
    mention, message = await heard(slack, app)
    assert mention["type"] == "app_mention"
    assert (message["type"], message["channel_type"]) == ("message", "mpim")


async def test_an_event_whose_scope_is_missing_is_not_sent(app: App) -> None:
    poor = manifest(scopes=set(SCOPES) - {"channels:history", "links:read"})
    async with LocalSlack(app.url, manifest=poor) as slack:
        await slack.post(f"@scales {LINK}", channel="general")
        assert [event["type"] for event in await heard(slack, app)] == ["app_mention"]


@pytest.mark.parametrize(
    ("channel", "user", "words"),
    [
        ("old-launch", "ana", "archived"),
        ("announcements", "ana", "only admins"),
        ("comp-review", "ben", "not in"),
        ("general", "soren", "not in"),
    ],
)
async def test_where_a_person_may_not_post(
    slack: LocalSlack, channel: str, user: str, words: str
) -> None:
    with pytest.raises(LookupError, match=words):
        await slack.post("hello", channel=channel, user=user)
