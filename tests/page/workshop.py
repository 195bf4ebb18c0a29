"""A small Bolt app with every surface that Slack has, in a local workspace of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond, AsyncSay
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail
from slack_sdk.web.async_client import AsyncWebClient

from local_slack import LocalSlack

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "workbot", "description": "An app to try the page with."},
    "features": {
        "bot_user": {"display_name": "workbot"},
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "agent_view": {
            "agent_description": "Echoes",
            "suggested_prompts": [{"title": "Say hello", "message": "hello there"}],
        },
        "shortcuts": [
            {"name": "Quote it", "type": "message", "callback_id": "quote", "description": "…"},
            {
                "name": "Order tea",
                "type": "global",
                "callback_id": "order",
                "description": "A form",
            },
        ],
        "slash_commands": [
            {"command": "/parts", "description": "Every element"},
            {"command": "/mute", "description": "Blocks without a text"},
        ],
    },
    "functions": {
        "measure": {
            "title": "Measure",
            "description": "Tells how long a text is",
            "input_parameters": {
                "text": {"type": "string", "title": "Text", "is_required": True},
                "person": {"type": "slack#/types/user_id", "title": "For whom"},
            },
            "output_parameters": {"length": {"type": "integer", "title": "Length"}},
        }
    },
    "oauth_config": {
        "scopes": {"bot": ["app_mentions:read", "chat:write", "commands", "im:history"]}
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": ["app_home_opened", "app_mention", "message.im", "function_executed"]
        },
        "interactivity": {"is_enabled": True},
    },
}
TEAS = ("Assam", "Darjeeling", "Earl Grey", "Genmaicha")


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str, text: str, **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def options(*names: str) -> list[Json]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


PARTS: list[Json] = [
    section("*Parts*"),
    {
        "type": "actions",
        "block_id": "acts",
        "elements": [
            button("slow", "Take your time"),
            button(
                "drop",
                "Drop it",
                style="danger",
                confirm={
                    "title": plain("Drop it?"),
                    "text": plain("It cannot be picked up again."),
                    "confirm": plain("Drop"),
                    "deny": plain("Keep"),
                    "style": "danger",
                },
            ),
            {"type": "overflow", "action_id": "more", "options": options("Archive", "Export")},
            {
                "type": "static_select",
                "action_id": "size",
                "placeholder": plain("A size"),
                "options": options("Small", "Large"),
            },
        ],
    },
    {
        "type": "context_actions",
        "block_id": "rating",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "rate",
                "positive_button": {"text": plain("Good answer"), "value": "good"},
                "negative_button": {"text": plain("Bad answer"), "value": "bad"},
            }
        ],
    },
]


def form() -> Json:
    tea = {
        "type": "external_select",
        "action_id": "tea",
        "min_query_length": 1,
        "placeholder": plain("Which tea?"),
    }
    note = {"type": "plain_text_input", "action_id": "note"}
    return {
        "type": "modal",
        "callback_id": "order",
        "title": plain("Order tea"),
        "submit": plain("Order"),
        "blocks": [
            {"type": "input", "block_id": "note", "label": plain("Note"), "element": note},
            {"type": "input", "block_id": "tea", "label": plain("Tea"), "element": tea},
            {"type": "actions", "block_id": "acts", "elements": [button("menu", "See the menu")]},
        ],
    }


def sheet(title: str, text: str) -> Json:
    return {"type": "modal", "title": plain(title), "blocks": [section(text)]}


def home(text: str) -> Json:
    blocks = [section(text, accessory=button("again", "Again")), {"type": "divider"}]
    return {"type": "home", "blocks": blocks}


@dataclass
class Workshop:
    """The workspace; `heard` lists what people did, `released` lets the slow button answer."""

    slack: LocalSlack
    heard: list[Any] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)


@asynccontextmanager
async def open_workshop() -> AsyncIterator[Workshop]:
    """Run the app and its workspace for as long as the `with` block lasts."""
    async with LocalSlack(manifest=MANIFEST) as slack:
        workshop = Workshop(slack)
        app = AsyncApp(
            signing_secret=slack.signing_secret,
            client=AsyncWebClient(token=slack.bot_token, base_url=slack.api_url),
        )
        _messages(app, workshop)
        _views(app, workshop)
        served = app.web_app("/slack/events")
        runner = web.AppRunner(served, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        slack.app_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        try:
            yield workshop
            await slack.idle()
        finally:
            await runner.cleanup()


def _messages(app: AsyncApp, workshop: Workshop) -> None:
    @app.command("/parts")
    async def parts(ack: AsyncAck, say: AsyncSay) -> None:
        await ack()
        await say(text="Parts", blocks=PARTS)

    @app.command("/mute")
    async def mute(ack: AsyncAck) -> None:
        await ack(blocks=[section("Psst")])

    @app.function("measure")
    async def measure(inputs: Json, complete: AsyncComplete, fail: AsyncFail) -> None:
        if inputs["text"] == "endless":
            await fail("Too long to measure.")
        else:
            await complete({"length": len(inputs["text"])})

    @app.event("message")
    async def echo(event: Json, say: AsyncSay) -> None:
        await say(f"You said: {event['text']}")

    @app.event("app_mention")
    async def mentioned(event: Json, say: AsyncSay) -> None:
        await say("At your service", thread_ts=event["ts"])

    @app.action("slow")
    async def slow(ack: AsyncAck) -> None:
        await workshop.released.wait()
        await ack()

    @app.action("drop")
    @app.action("more")
    @app.action("size")
    @app.action("rate")
    async def acted(ack: AsyncAck, action: Json) -> None:
        workshop.heard.append(
            (
                action["action_id"],
                action.get("value") or action.get("selected_option", {}).get("value"),
            )
        )
        await ack()

    @app.message_shortcut("quote")
    async def quote(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        await ack()
        await respond(f"Quoted: {body['message']['text']}")


def _views(app: AsyncApp, workshop: Workshop) -> None:
    @app.global_shortcut("order")
    async def order(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.options("tea")
    async def teas(ack: AsyncAck, payload: Json) -> None:
        typed = payload["value"].lower()
        await ack(options=options(*(each for each in TEAS if typed in each.lower())))

    @app.action("menu")
    async def menu(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=sheet("Menu", ", ".join(TEAS)))

    @app.view("order")
    async def ordered(ack: AsyncAck, view: Json) -> None:
        values = view["state"]["values"]
        note, tea = values["note"]["note"]["value"], values["tea"]["tea"]["selected_option"]
        if note == "rude":
            await ack(response_action="errors", errors={"note": "Please be kind."})
        else:
            words = f"{tea['text']['text']} is on its way. {note}"
            await ack(response_action="update", view=sheet("Thanks", words))

    @app.event("app_home_opened")
    async def opened(event: Json, client: AsyncWebClient) -> None:
        workshop.heard.append(("opened", event["tab"]))
        if event["tab"] == "home":
            await client.views_publish(user_id=event["user"], view=home("Welcome *home*"))

    @app.action("again")
    async def again(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_publish(user_id=body["user"]["id"], view=home("Home *again*"))
