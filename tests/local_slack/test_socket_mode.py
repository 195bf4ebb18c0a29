"""Socket Mode with the official client, unchanged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import WSMsgType
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.builtin import SocketModeClient as BuiltinClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.client import WebClient

from local_slack import LocalSlack

Listener = Callable[[AsyncBaseSocketModeClient, SocketModeRequest], Awaitable[None]]


@pytest.fixture
async def slack(answer_within_s: float) -> AsyncIterator[LocalSlack]:
    async with LocalSlack(retry_delays_s=(0,), timeout_s=answer_within_s) as workspace:
        yield workspace


@pytest.fixture
async def client(slack: LocalSlack) -> AsyncIterator[SocketModeClient]:
    web_client = AsyncWebClient(base_url=slack.api_url)
    made = SocketModeClient(app_token=slack.app_token, web_client=web_client, ping_interval=0.1)
    yield made
    await made.close()  # type: ignore[no-untyped-call]


async def connected(slack: LocalSlack, client: SocketModeClient) -> None:
    """Connect, and return once a command would go over the socket."""
    await client.connect()  # type: ignore[no-untyped-call]
    await slack.wait_until(lambda: slack.connected)


def answering(seen: list[SocketModeRequest], payload: dict[str, str] | None = None) -> Listener:
    async def answer(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        seen.append(request)
        response = SocketModeResponse(envelope_id=request.envelope_id, payload=payload)
        await client.send_socket_mode_response(response)

    return answer


async def test_a_command_is_answered_in_the_acknowledgement(
    slack: LocalSlack, client: SocketModeClient
) -> None:
    seen: list[SocketModeRequest] = []
    client.socket_mode_request_listeners.append(answering(seen, {"text": "card"}))
    await connected(slack, client)
    delivery = await slack.command("/level", "P2")
    assert (delivery.transport, delivery.status) == ("socket", 200)
    assert delivery.message is not None
    assert delivery.message.text == "card"
    assert seen[0].type == "slash_commands"
    assert seen[0].accepts_response_payload
    assert seen[0].payload["text"] == "P2"


async def test_events_and_interactions_have_their_own_envelopes(
    slack: LocalSlack, client: SocketModeClient
) -> None:
    seen: list[SocketModeRequest] = []
    client.socket_mode_request_listeners.append(answering(seen))
    await connected(slack, client)
    await slack.post("@levelbot P2")
    await slack.idle()
    await slack.shortcut("find_level")
    assert [request.type for request in seen] == ["events_api", "interactive"]
    assert seen[0].payload["event"]["type"] == "app_mention"


@pytest.mark.parametrize("answer_within_s", [0.1])
async def test_an_event_without_acknowledgement_comes_again(
    slack: LocalSlack, client: SocketModeClient
) -> None:
    seen: list[SocketModeRequest] = []

    async def silent(_client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        seen.append(request)

    client.socket_mode_request_listeners.append(silent)
    await connected(slack, client)
    await slack.post("@levelbot P2")
    await slack.idle()
    assert [request.retry_attempt for request in seen] == [0, 1]
    assert seen[1].retry_reason == "http_timeout"
    assert (await slack.command("/level", "P2")).error == "operation_timeout"


async def test_a_dropped_socket_is_connected_again(
    slack: LocalSlack, client: SocketModeClient
) -> None:
    seen: list[SocketModeRequest] = []
    client.socket_mode_request_listeners.append(answering(seen, {"text": "back"}))
    await connected(slack, client)
    await slack.faults.drop_socket()
    assert not slack.connected
    await slack.wait_until(lambda: slack.connected)
    assert (await slack.command("/level", "P2")).message is not None


async def test_an_address_works_once(slack: LocalSlack, client: SocketModeClient) -> None:
    url = await client.issue_new_wss_url()
    assert url.startswith("ws://127.0.0.1:")
    session = client.aiohttp_client_session
    async with session.ws_connect(url) as socket:
        hello = await socket.receive_json()
        assert hello["type"] == "hello"
    status = (await session.get(url.replace("ws://", "http://"))).status
    assert status == 403


async def test_a_refreshed_connection_is_replaced(
    slack: LocalSlack, client: SocketModeClient
) -> None:
    seen: list[SocketModeRequest] = []
    client.socket_mode_request_listeners.append(answering(seen, {"text": "back"}))
    await connected(slack, client)
    first = client.wss_uri
    await slack.faults.refresh_socket()
    await slack.wait_until(lambda: slack.connected and client.wss_uri != first)
    delivery = await slack.command("/level", "P2")
    assert delivery.message is not None


async def test_a_farewell_says_why(slack: LocalSlack, client: SocketModeClient) -> None:
    url = await client.issue_new_wss_url()
    async with client.aiohttp_client_session.ws_connect(url) as socket:
        hello = await socket.receive_json()
        assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        assert hello["connection_info"]["app_id"]
        await slack.session.socket.warn()
        assert (await socket.receive_json())["reason"] == "warning"
        await slack.faults.refresh_socket()
        farewell = await socket.receive_json()
        assert (farewell["type"], farewell["reason"]) == ("disconnect", "refresh_requested")
        assert (await socket.receive()).type is WSMsgType.CLOSE


async def test_connections_take_turns(slack: LocalSlack) -> None:
    seen: list[list[SocketModeRequest]] = [[], []]
    clients = []
    for requests in seen:
        web_client = AsyncWebClient(base_url=slack.api_url)
        made = SocketModeClient(app_token=slack.app_token, web_client=web_client)
        made.socket_mode_request_listeners.append(answering(requests))
        await made.connect()  # type: ignore[no-untyped-call]
        clients.append(made)
    try:
        await slack.wait_until(lambda: slack.session.socket.count == len(clients))
        for _ in range(4):
            assert (await slack.command("/level", "P2")).ok
    finally:
        for made in clients:
            await made.close()  # type: ignore[no-untyped-call]
    assert [len(requests) for requests in seen] == [2, 2]


async def test_the_synchronous_client_is_served_as_well() -> None:
    seen: list[SocketModeRequest] = []

    def answer(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        seen.append(request)
        response = SocketModeResponse(request.envelope_id, {"text": "card"})
        client.send_socket_mode_response(response)

    async with LocalSlack() as slack:
        web_client = WebClient(base_url=slack.api_url)
        # What closing waits for is a small multiple of the interval.
        client = BuiltinClient(slack.app_token, web_client=web_client, ping_interval=0.4)
        client.socket_mode_request_listeners.append(answer)
        await asyncio.to_thread(client.connect)
        try:
            await slack.wait_until(lambda: slack.connected)
            delivery = await slack.command("/level", "P2")
            interaction = await slack.shortcut("find_level")
        finally:
            await asyncio.to_thread(client.close)
    assert delivery.message is not None
    assert delivery.message.text == "card"
    assert interaction.ok
    assert [request.type for request in seen] == ["slash_commands", "interactive"]
