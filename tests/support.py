"""What tests share: what a person would see, what Slack would take, and a door to knock on."""

import asyncio
import itertools
import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import urlencode

import aiohttp
from multidict import CIMultiDict
from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks.first_screen import AROUND_PX
from bot.blocks.phone import BUTTONS_PX, height
from local_slack import Delivery, LocalSlack, Message, View, limits

Json = dict[str, Any]

PATIENCE_S = 60.0
"""What has not come by then never will; a busy machine may take long, and only failing waits."""

REFERENCE = re.compile(r"Reference: ([0-9a-f]{8})(?![0-9a-z])")
"""The reference that a person is given when something fails."""


def assert_sendable(message: Mapping[str, Any]) -> None:
    """Fail with every limit of Slack's that a finished message is over."""
    assert limits.problems(message) == []


def assert_openable(view: Mapping[str, Any]) -> None:
    """Fail with every limit of Slack's that a finished modal is over."""
    assert limits.view_problems(view) == []


def texts(part: object) -> Iterator[str]:
    """Every text in blocks, as it goes over the wire, in reading order."""
    if isinstance(part, list):
        for item in part:
            yield from texts(item)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from texts(value)


def read(blocks: object) -> str:
    """Blocks as a person reads them: the markup's entities undone, one text a line."""
    return unescape("\n".join(texts(blocks)))


def unescape(text: str) -> str:
    """Slack's three entities as the signs that they stand for."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def buttons(blocks: Iterable[Json]) -> dict[str, Json]:
    """The buttons of a message by action id, in reading order."""
    return {
        element["action_id"]: element
        for block in blocks
        for element in (*block.get("elements", ()), block.get("accessory") or {})
        if element.get("type") == "button"
    }


def reference_in(text: str) -> str:
    """The reference that the person is to quote; fails when there is none."""
    found = REFERENCE.search(text)
    assert found, f"no reference in {text!r}"
    return found[1]


class Log:
    """What the bot writes to its log, formatted as it ships."""

    def __init__(self, stream: StringIO) -> None:
        self._stream = stream

    @property
    def text(self) -> str:
        """All of it, tracebacks too."""
        return self._stream.getvalue()

    def lines(self, level: str, holding: str = "") -> list[str]:
        """The lines of one level, such as ERROR; tracebacks left out."""
        return [line for line in self.text.splitlines() if f" {level} " in line and holding in line]


@dataclass(frozen=True)
class Reply:
    """What came back through the door."""

    status: int
    body: str
    headers: Mapping[str, str]


class Door:
    """Posts raw requests to the bot's request URL."""

    def __init__(self, slack: LocalSlack, http: aiohttp.ClientSession) -> None:
        assert slack.app_url
        self.url = slack.app_url
        self.origin = self.url.removesuffix("/slack/events")
        self._slack = slack
        self._http = http

    def signature(self, body: bytes, timestamp: int | None = None) -> dict[str, str]:
        """The two headers that sign `body`, now unless told otherwise."""
        return self._slack.sign(body, int(time.time()) if timestamp is None else timestamp)

    async def post(
        self,
        body: bytes = b"",
        headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        content_type: str = "application/x-www-form-urlencoded",
    ) -> Reply:
        """Post as it is, unsigned unless `headers` sign it."""
        sent = CIMultiDict(headers)
        sent.setdefault("Content-Type", content_type)
        async with self._http.post(self.url, data=body, headers=sent) as response:
            text = await response.text(errors="replace")
            return Reply(response.status, text, response.headers)

    async def signed(
        self,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        content_type: str = "application/x-www-form-urlencoded",
    ) -> Reply:
        """Post with the right signature of now."""
        return await self.post(body, {**self.signature(body), **(headers or {})}, content_type)

    async def json(self, value: object, headers: Mapping[str, str] | None = None) -> Reply:
        """Post an event as Slack does."""
        return await self.signed(json.dumps(value).encode(), headers, "application/json")

    async def form(self, fields: Mapping[str, str]) -> Reply:
        """Post a form as Slack does for a command."""
        return await self.signed(urlencode(fields).encode())

    async def get(self, path: str) -> Reply:
        """Fetch a path of the bot's."""
        async with self._http.get(self.origin + path) as response:
            return Reply(response.status, await response.text(), response.headers)


BESIDE_THE_REQUEST = ("run_ack_function_asynchronously", "_guarded", "start.<locals>.started")
"""The tasks of Bolt's listeners, and of what ours start after `ack()`."""


async def click(
    slack: LocalSlack, target: Message | View, action_id: str, **arguments: Any
) -> Delivery:
    """Press a button, and return when the bot is done with it."""
    delivery = await slack.click(target, action_id, **arguments)
    await settled(slack)
    return delivery


async def settled(slack: LocalSlack) -> None:
    """Return when every event is delivered and the bot is done with it, answered or not.

    Bolt acknowledges an event first and runs its listener in a task of its own, which nothing
    hands out: so the tasks are found by their names.
    """
    await slack.idle()
    while listeners := {
        task
        for task in asyncio.all_tasks()
        if getattr(task.get_coro(), "__qualname__", "").endswith(BESIDE_THE_REQUEST)
    }:
        await asyncio.wait(listeners)
    await slack.idle()


WITHOUT_A_MESSAGE = {"chat.getPermalink", "chat.delete"}
"""Methods that name a message and bring none."""


def sent_problems(slack: LocalSlack) -> list[str]:
    """Everything that Slack would not take in what the bot sent, call by call."""
    found = list(slack.warnings)
    for call in slack.calls:
        if call.method.startswith("chat.") and call.method not in WITHOUT_A_MESSAGE:
            found += limits.problems(_nested(call.args))
        elif call.method.startswith("views."):
            found += limits.view_problems(_nested(call.args)["view"])
        if not call.ok:
            found.append(f"{call.method}: {call.status} {call.response}")
    for delivery in slack.deliveries:
        if delivery.error:
            found.append(f"{delivery.kind}: {delivery.error} {delivery.body}")
        if delivery.kind == "command" and isinstance(delivery.json, dict):
            found += limits.problems(delivery.json)
    return found


def _nested(args: Mapping[str, Any]) -> Json:
    """Arguments with what was sent as JSON text parsed, as Slack does."""
    return {
        name: json.loads(value)
        if name in {"blocks", "view", "attachments"} and isinstance(value, str)
        else value
        for name, value in args.items()
    }


def down_to_buttons(blocks: Iterable[Block]) -> float:
    """Pixels of a message from its top to below the first row of its buttons, if it has any."""
    above = list(itertools.takewhile(lambda block: not isinstance(block, ActionsBlock), blocks))
    return AROUND_PX + height(above) + BUTTONS_PX
