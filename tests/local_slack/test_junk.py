"""Whatever an app sends to the Web API, it is answered as Slack answers mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from local_slack import LocalSlack
from local_slack.methods import METHODS
from tests.local_slack.conftest import Post
from tests.local_slack.manifests import manifest

ARGUMENTS = [
    "attachments",
    "blocks",
    "bot",
    "channel",
    "channel_id",
    "client_id",
    "client_secret",
    "code",
    "cursor",
    "email",
    "error",
    "external_id",
    "function_execution_id",
    "grant_type",
    "hash",
    "inclusive",
    "latest",
    "limit",
    "loading_messages",
    "markdown_text",
    "message_ts",
    "metadata",
    "oldest",
    "outputs",
    "prompts",
    "redirect_uri",
    "refresh_token",
    "source",
    "status",
    "text",
    "thread_ts",
    "title",
    "trigger_id",
    "ts",
    "types",
    "unfurl_id",
    "unfurls",
    "user",
    "user_id",
    "usergroup",
    "users",
    "view",
    "view_id",
]
JUNK = [-1, True, "", "[", "1.2", [1], [{}], {"type": "modal"}, None]
KNOWN = {"channel": "general", "channel_id": "general", "user": "U07QKBANARZ"}


@pytest.mark.parametrize("method", METHODS)
async def test_junk_is_refused_politely(method: str, post: Post) -> None:
    async with LocalSlack(manifest=manifest()) as slack:
        token = slack.app_token if METHODS[method].caller == "app" else slack.bot_token
        headers = {"Authorization": f"Bearer {token}"}
        for junk in JUNK:
            for known in ({}, KNOWN):
                body: dict[str, Any] = dict.fromkeys(ARGUMENTS, junk) | known
                url = f"{slack.api_url}{method}"
                status, answer = await post(url, json=body, headers=headers)
                assert (status, isinstance(answer, dict)) == (200, True), junk
                assert answer["ok"] or answer["error"] != "internal_error", junk


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"data": b"[]", "headers": {"Content-Type": "application/json"}}, "json_not_object"),
        ({"data": b"\xff", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"headers": {"Authorization": "Basic !"}}, "invalid_auth"),
        ({"headers": {"Authorization": "Bearer"}}, "not_authed"),
    ],
    ids=["broken", "a list", "no text", "broken credentials", "no token"],
)
async def test_bodies_that_are_none(
    slack: LocalSlack, post: Post, arguments: dict[str, Any], error: str
) -> None:
    assert (await post(f"{slack.api_url}auth.test", **arguments))[1]["error"] == error
