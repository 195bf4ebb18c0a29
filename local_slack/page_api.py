"""The page and the private API that it uses. JSON in, JSON out, changes as a stream of events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from importlib.resources import files

from aiohttp import web

from local_slack.interactivity import fill
from local_slack.messages import Message
from local_slack.page_faults import switch_fault
from local_slack.page_state import page_state
from local_slack.payloads import Json
from local_slack.records import Delivery
from local_slack.session import Session
from local_slack.views import View
from local_slack.workspace import page_message

_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}

Act = Callable[[Json], Awaitable[Json]]


class PageApi:
    """Serves `/`, `/assets/…` and `/local/…`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._streams: set[asyncio.Queue[str | None]] = set()

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page."""
        acts: dict[str, Act] = {
            "say": self._say,
            "act": self._act,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "suggest": self._suggest,
            "dismiss": self._dismiss,
            "open-home": self._open_home,
            "read": self._read,
            "fault": self._fault,
            "forget": self._forget,
            "redeliver": self._redeliver,
            "edit": self._edit,
            "delete": self._delete,
            "run-step": self._run_step,
        }
        return [
            web.get("/", self._index),
            web.get("/assets/{name}", self._asset),
            web.get("/local/state", self._state),
            web.get("/local/stream", self._stream),
            *(web.post(f"/local/{name}", _json_handler(act)) for name, act in acts.items()),
        ]

    async def stop(self, _app: web.Application) -> None:
        """End every stream, so that the server can stop."""
        for queue in self._streams:
            queue.put_nowait(None)

    # What the page loads

    async def _index(self, _request: web.Request) -> web.Response:
        return _file("index.html")

    async def _asset(self, request: web.Request) -> web.Response:
        return _file(request.match_info["name"])

    async def _state(self, _request: web.Request) -> web.Response:
        state = page_state(self._session)
        return web.json_response(state, headers={"Cache-Control": "no-store"})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Send each change as a server-sent event; the page reloads its state on connect."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[str | None] = asyncio.Queue()

        def hear(kind: str, data: Json) -> None:
            queue.put_nowait(f"event: {kind}\ndata: {json.dumps(data)}\n\n")

        self._streams.add(queue)
        try:
            with self._session.workspace.listening(hear):
                await response.write(b"event: ready\ndata: {}\n\n")
                while (chunk := await queue.get()) is not None:
                    await response.write(chunk.encode())
        except ConnectionError:
            pass
        finally:
            self._streams.discard(queue)
        return response

    # What a person does

    async def _say(self, body: Json) -> Json:
        user, channel = self._session.user(body["user"]), self._session.channel(body["channel"])
        said = await self._session.say(user, channel, body["text"], body.get("thread_ts"))
        if isinstance(said, Delivery):
            return _outcome(said)
        return {"ok": True, "message": page_message(self._session.workspace, said)}

    async def _act(self, body: Json) -> Json:
        user, target = self._session.user(body["user"]), self._target(body)
        if isinstance(target, View):
            # What was typed so far goes along, as Slack's clients send it.
            fill(target, _values(target, body))
        delivery = await self._session.interactivity.act(
            target, body["action_id"], user, body.get("value"), body.get("block_id")
        )
        return _outcome(delivery)

    async def _submit(self, body: Json) -> Json:
        user = self._session.user(body["user"])
        view = self._view(body["view_id"])
        return _outcome(await self._session.interactivity.submit(view, _values(view, body), user))

    async def _close(self, body: Json) -> Json:
        user = self._session.user(body["user"])
        view = self._view(body["view_id"])
        clear = bool(body.get("clear"))
        await self._session.interactivity.close(view, user, clear=clear)
        return {"ok": True}

    async def _shortcut(self, body: Json) -> Json:
        user = self._session.user(body["user"])
        message = self._message(body) if body.get("message_ts") else None
        return _outcome(
            await self._session.interactivity.shortcut(body["callback_id"], user, message)
        )

    async def _suggest(self, body: Json) -> Json:
        user = self._session.user(body["user"])
        delivery = await self._session.interactivity.suggest(
            self._target(body), body["action_id"], body.get("value", ""), user
        )
        return _outcome(delivery) | {"answer": delivery.json}

    async def _dismiss(self, body: Json) -> Json:
        message = self._message(body)
        if message.ephemeral_to is None:
            raise LookupError("only ephemeral messages can be dismissed")
        self._session.workspace.remove(message)
        return {"ok": True}

    async def _open_home(self, body: Json) -> Json:
        self._session.open_home(self._session.user(body["user"]), body.get("tab", "messages"))
        return {"ok": True}

    async def _read(self, body: Json) -> Json:
        message = self._message(body)
        self._session.workspace.read(
            self._session.user(body["user"]), self._session.channel(body["channel"]), message.ts
        )
        return {"ok": True}

    async def _edit(self, body: Json) -> Json:
        self._session.edit(self._own(body), str(body["text"]))
        return {"ok": True}

    async def _delete(self, body: Json) -> Json:
        self._session.delete(self._own(body))
        return {"ok": True}

    async def _run_step(self, body: Json) -> Json:
        """Start a custom step; what comes of it is told over the stream as `step`."""
        user = self._session.user(body["user"])
        run = self._session.steps.run(body["callback_id"], body.get("inputs") or {}, user)
        return {"ok": True, "run": run.as_json()}

    async def _fault(self, body: Json) -> Json:
        await switch_fault(self._session.faults, body)
        return {"ok": True}

    async def _redeliver(self, body: Json) -> Json:
        """Deliver an event again, as Slack does when the answer to it got lost."""
        for delivery in self._session.deliveries:
            if delivery.kind == "event" and delivery.ts == body["ts"]:
                return _outcome(await self._session.events.again(delivery, "http_timeout"))
        raise LookupError("this event is no longer in the record")

    async def _forget(self, _body: Json) -> Json:
        """Empty the record, so that what comes next stands alone."""
        self._session.deliveries.clear()
        self._session.calls.clear()
        self._session.outbox.warnings.clear()
        self._session.workspace.announce("forgotten", {})
        return {"ok": True}

    def _own(self, body: Json) -> Message:
        message = self._message(body)
        if message.user != self._session.user(body["user"]).id or message.subtype is not None:
            raise LookupError("only one's own message can be changed")
        return message

    def _target(self, body: Json) -> Message | View:
        return self._view(body["view_id"]) if body.get("view_id") else self._message(body)

    def _view(self, view_id: str) -> View:
        view = self._session.views.find(view_id)
        if view is None:
            raise LookupError("this view is no longer open")
        return view

    def _message(self, body: Json) -> Message:
        message = self._session.workspace.find(body["channel"], body["message_ts"])
        if message is None:
            raise LookupError("this message is gone")
        return message


def _json_handler(act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        # A form could be sent by another site without a preflight; JSON could not.
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="JSON only")
        try:
            body = await request.json()
            return web.json_response(await act(body))
        except (LookupError, ValueError, TypeError) as mistake:
            return web.json_response({"ok": False, "error": str(mistake)}, status=400)

    return handle


def _values(view: View, body: Json) -> Json:
    """Return what was filled in, by block id, without the fields that an update took away."""
    there = {block["block_id"] for block in view.blocks}
    return {name: value for name, value in body.get("values", {}).items() if name in there}


def _outcome(delivery: Delivery) -> Json:
    return {
        "ok": delivery.error is None,
        "error": delivery.error,
        "errors": delivery.errors,
        "status": delivery.status,
    }


def _file(name: str) -> web.Response:
    page = files("local_slack") / "page"
    kind = _TYPES.get(name.rpartition(".")[2])
    names = {each.name for each in page.iterdir()} if page.is_dir() else set()
    if kind is None or name not in names:
        raise web.HTTPNotFound(text="no such file; has the page been built?")
    return web.Response(
        body=(page / name).read_bytes(),
        content_type=kind,
        charset="utf-8",
        headers={"Cache-Control": "no-cache"},
    )
