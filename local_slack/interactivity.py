"""Interactivity (Slack docs, "Handling user interaction", "Interaction payloads")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from local_slack.dispatch import Dispatcher
from local_slack.elements import action_of, elements, find_element, state_of
from local_slack.limit_elements import check_option_groups, check_options
from local_slack.limit_report import Report
from local_slack.messages import Message
from local_slack.payloads import Json
from local_slack.people import APP_ID, VERIFICATION_TOKEN, Channel, User
from local_slack.records import Delivery
from local_slack.sending import Outbox
from local_slack.triggers import ResponseHooks, Triggers
from local_slack.view_submission import ViewSubmission
from local_slack.views import STATE_KEYS, View, Views
from local_slack.workspace import Workspace

FAILED = "The app did not answer in time or answered with an error. Please try again."


@dataclass
class Interactivity:
    """What people do with messages and views, sent to the app as interaction payloads."""

    workspace: Workspace
    views: Views
    outbox: Outbox
    dispatcher: Dispatcher
    triggers: Triggers
    hooks: ResponseHooks
    # Set by the session, which knows its own address only once it listens.
    response_url: Callable[[str], str] = str

    def __post_init__(self) -> None:
        self._submission = ViewSubmission(self.workspace, self.views, self.outbox)

    async def act(
        self,
        target: Message | View,
        action_id: str,
        user: User,
        value: Any = None,
        block_id: str | None = None,
    ) -> Delivery:
        """Send `block_actions` for one element; LookupError when it is not there.

        A button with a URL sends it too, as in Slack; the page opens the link besides.
        """
        block, element = find_element(_blocks(target), action_id, block_id)
        if element["type"] in STATE_KEYS:
            state = state_of(element, value)
            target.values.setdefault(block["block_id"], {})[action_id] = state
        action = action_of(block, element, value, self.workspace.timestamps.next())
        payload = self._base("block_actions", user) | {
            "actions": [action],
            "state": {"values": target.values},
            "trigger_id": self.triggers.new(user.id),
        }
        payload |= self._where(target, user, with_response_url=True)
        if isinstance(target, Message):
            payload |= in_attachment(target, block)
        delivery = await self.dispatcher.send(Delivery("block_actions", payload))
        if delivery.error and isinstance(target, Message):
            thread_ts = target.thread_ts
            delivery.message = self.workspace.tell(user.id, target.channel, FAILED, thread_ts)
        return delivery

    async def submit(self, view: View, values: Mapping[str, Any], user: User) -> Delivery:
        """Send `view_submission` with what the person filled in, and do what the answer says.

        `values` maps an action id (or a block id) to a plain value. A required input left
        empty is refused at once, as Slack's own client does: `error` is `incomplete`.
        """
        fill(view, values)
        missing = incomplete(view)
        if missing:
            delivery = Delivery("view_submission", {}, transport="none", error="incomplete")
            delivery.errors = missing
            self.views.show_errors(view, missing)
            return delivery
        payload = self._base("view_submission", user) | {
            "trigger_id": self.triggers.new(user.id),
            "view": view.as_json(),
            "response_urls": self._response_urls(view, user),
        }
        delivery = await self.dispatcher.send(Delivery("view_submission", payload))
        self._submission.apply(view, delivery)
        return delivery

    def _response_urls(self, view: View, user: User) -> list[Json]:
        """One for each conversation chosen in a select that has `response_url_enabled`."""
        urls: list[Json] = []
        for block in view.blocks:
            element = block.get("element") or {}
            if not element.get("response_url_enabled"):
                continue
            state = view.values.get(block["block_id"], {}).get(element["action_id"], {})
            if channel := state.get("selected_conversation") or state.get("selected_channel"):
                key, _ = self.hooks.new(user.id, channel)
                urls.append(
                    {
                        "block_id": block["block_id"],
                        "action_id": element["action_id"],
                        "channel_id": channel,
                        "response_url": self.response_url(key),
                    }
                )
        return urls

    async def close(self, view: View, user: User, *, clear: bool = False) -> list[Delivery]:
        """Close a modal (or the whole stack) as the person does with X, Esc or Cancel.

        `view_closed` goes out for each view that asked for it with `notify_on_close`.
        """
        clear = clear or bool(view.definition.get("clear_on_close"))
        if clear:
            closed = self.views.clear(user.id)
        else:
            closed = [view]
            self.views.close(view)
        sent = []
        for each in closed:
            if each.definition.get("notify_on_close"):
                payload = self._base("view_closed", user)
                payload |= {"view": each.as_json(), "is_cleared": clear}
                sent.append(await self.dispatcher.send(Delivery("view_closed", payload)))
        return sent

    async def shortcut(
        self, callback_id: str, user: User, message: Message | None = None
    ) -> Delivery:
        """Send a message shortcut (with a message) or a global one (without).

        LookupError when the app has none of this name, or not for people of other organizations.
        """
        kind = "shortcut" if message is None else "message_action"
        self._check_shortcut(callback_id, "global" if message is None else "message", user)
        payload = self._base(kind, user) | {
            "action_ts": self.workspace.timestamps.next(),
            "callback_id": callback_id,
            "trigger_id": self.triggers.new(user.id),
        }
        if message is not None:
            key, _ = self.hooks.new(user.id, message.channel, None)
            payload |= {
                "channel": self._channel(message),
                "message_ts": message.ts,
                "message": self.workspace.shown(message),
                "response_url": self.response_url(key),
            }
        delivery = await self.dispatcher.send(Delivery(kind, payload))
        if delivery.error and message is not None:
            delivery.message = self.workspace.tell(
                user.id, message.channel, FAILED, message.thread_ts
            )
        return delivery

    async def suggest(
        self, target: Message | View, action_id: str, typed: str, user: User
    ) -> Delivery:
        """Ask the app for an external select's options (`block_suggestion`)."""
        block, _element = find_element(_blocks(target), action_id)
        payload = self._base("block_suggestion", user) | {
            "action_id": action_id,
            "block_id": block["block_id"],
            "value": typed,
        }
        payload |= self._where(target, user, with_response_url=False)
        delivery = await self.dispatcher.send(Delivery("block_suggestion", payload))
        self._check_options(delivery)
        return delivery

    def _check_options(self, delivery: Delivery) -> None:
        answer = delivery.json if delivery.ok else None
        if not isinstance(answer, dict):
            return
        report = Report()
        if answer.get("options"):
            check_options(answer["options"], "options", report)
        if answer.get("option_groups"):
            check_option_groups(answer["option_groups"], "option_groups", report)
        for problem in report.found:
            self.outbox.warn("block_suggestion response", problem)
        if report.found:
            delivery.error = "invalid_options"

    def _check_shortcut(self, callback_id: str, kind: str, user: User) -> None:
        config = self.workspace.config
        there = [each.callback_id for each in config.shortcuts if each.type == kind]
        if config.manifest and callback_id not in there:
            raise LookupError(f"the app has no {kind} shortcut {callback_id!r}; there are {there}")
        if user.is_stranger or not self.workspace.installed:
            raise LookupError(f"{user.name} has no shortcuts of this app")

    def _base(self, kind: str, user: User) -> Json:
        team = self.workspace.team
        return {
            "type": kind,
            "user": {
                "id": user.id,
                "username": user.name,
                "name": user.name,
                "team_id": user.team_id if user.is_stranger else team.id,
            },
            "api_app_id": APP_ID,
            "token": VERIFICATION_TOKEN,
            "team": {"id": team.id, "domain": team.domain},
            "enterprise": team.enterprise,
            "is_enterprise_install": team.enterprise is not None,
        }

    def _where(self, target: Message | View, user: User, *, with_response_url: bool) -> Json:
        if isinstance(target, View):
            container: Json = {"type": "view", "view_id": target.id}
            return {"container": container, "view": target.as_json()}
        container = {
            "type": "message",
            "message_ts": target.ts,
            "channel_id": target.channel,
            "is_ephemeral": target.ephemeral_to is not None,
        }
        if target.thread_ts:
            container["thread_ts"] = target.thread_ts
        where: Json = {"container": container, "channel": self._channel(target)}
        if target.ephemeral_to is None:
            # Slack leaves the message out for ephemeral ones, which it does not store.
            where["message"] = self.workspace.shown(target)
        if with_response_url:
            key, _ = self.hooks.new(user.id, target.channel, target)
            where["response_url"] = self.response_url(key)
        return where

    def _channel(self, message: Message) -> Json:
        channel: Channel = self.workspace.channels[message.channel]
        return {"id": channel.id, "name": channel.payload_name}


def _blocks(target: Message | View) -> list[Json]:
    """Return the target's blocks, those of a message's attachments after its own."""
    if isinstance(target, View):
        return target.blocks
    attached = [block for each in target.attachments for block in each.get("blocks") or []]
    return [*target.blocks, *attached]


def in_attachment(message: Message, block: Json) -> Json:
    """Return what a payload says of a block in an attachment; nothing for the message's own.

    Slack docs, "block_actions payload" and "Unfurling links in messages".
    """
    for attachment in message.attachments:
        if any(each is block for each in attachment.get("blocks") or []):
            container: Json = {
                "type": "message_attachment",
                "message_ts": message.ts,
                "attachment_id": attachment.get("id", 1),
                "channel_id": message.channel,
                "is_ephemeral": False,
                "is_app_unfurl": bool(attachment.get("is_app_unfurl")),
            }
            if message.thread_ts:
                container["thread_ts"] = message.thread_ts
            if not container["is_app_unfurl"]:
                return {"container": container}
            container["app_unfurl_url"] = attachment["app_unfurl_url"]
            return {"container": container, "app_unfurl": attachment}
    return {}


def fill(view: View, values: Mapping[str, Any]) -> None:
    """Put what a person typed and chose into the view's state."""
    for named, value in values.items():
        for block, element in elements(view.blocks):
            if named in {element["action_id"], block["block_id"]}:
                state = state_of(element, value)
                view.values.setdefault(block["block_id"], {})[element["action_id"]] = state
                break
        else:
            there = [element["action_id"] for _, element in elements(view.blocks)]
            raise LookupError(f"no input is called {named!r}; there are {there}")


def incomplete(view: View) -> dict[str, str]:
    """Return words for each required input that is empty, by block id."""
    missing = {}
    for block, element in elements(view.blocks):
        if block.get("type") != "input" or block.get("optional"):
            continue
        state = view.values.get(block["block_id"], {}).get(element["action_id"], {})
        key, _ = STATE_KEYS.get(element["type"], ("value", ""))
        if state.get(key) in (None, "", []):
            missing[block["block_id"]] = "Please complete this required field."
    return missing
