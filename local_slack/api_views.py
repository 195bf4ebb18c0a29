"""Web API: `views.*` (Slack docs, one page a method)."""

from __future__ import annotations

from typing import Any

from local_slack.api_args import ApiError, Args, invalid_arguments
from local_slack.api_context import Api
from local_slack.payloads import Json
from local_slack.triggers import TriggerError
from local_slack.views import View


async def open_view(api: Api, args: Args) -> Json:
    """`views.open`: needs a trigger id that a person's act gave out within 3 s."""
    definition = _definition(api, args, "views.open", "modal")
    _check_external_id(api, definition, None)
    user = _spend(api, args)
    return _answer(api.views.open(user, definition))


async def push(api: Api, args: Args) -> Json:
    """`views.push`: on top of the modal that the person has open; three at most."""
    definition = _definition(api, args, "views.push", "modal")
    _check_external_id(api, definition, None)
    user = _spend(api, args)
    try:
        return _answer(api.views.push(user, definition))
    except LookupError:
        raise ApiError("not_found") from None
    except ValueError:
        raise ApiError("push_limit_reached") from None


async def update(api: Api, args: Args) -> Json:
    """`views.update`, by `view_id` or `external_id`; `hash_conflict` for a stale `hash`."""
    definition = _definition(api, args, "views.update", None)
    view = api.views.find(args.text("view_id") or None, args.text("external_id") or None)
    if view is None:
        raise ApiError("not_found")
    _check_hash(view, args)
    _check_external_id(api, definition, view)
    api.views.update(view, definition)
    return _answer(view)


async def publish(api: Api, args: Args) -> Json:
    """`views.publish`: App Home of `user_id`; `not_enabled` when the app has no home tab."""
    if not api.workspace.config.home_tab:
        raise ApiError("not_enabled")
    definition = _definition(api, args, "views.publish", "home")
    user = args.required("user_id")
    if user not in api.workspace.users:
        raise invalid_arguments("invalid `user_id`")
    home = api.views.homes.get(user)
    if home is not None:
        _check_hash(home, args)
    return _answer(api.views.publish(user, definition))


def _definition(api: Api, args: Args, method: str, kind: str | None) -> Json:
    view: Any = args.nested("view")
    if not isinstance(view, dict):
        raise invalid_arguments("missing required field: view")
    if kind is not None and view.get("type") != kind:
        raise invalid_arguments(f"view type must be {kind} [json-pointer:/view/type]")
    return api.outbox.check_view(method, view)


def _spend(api: Api, args: Args) -> str:
    trigger_id = args.text("trigger_id") or args.text("interactivity_pointer")
    if not trigger_id:
        raise invalid_arguments("missing required field: trigger_id")
    try:
        return api.triggers.use(trigger_id)
    except TriggerError as refusal:
        raise ApiError(str(refusal)) from None


def _check_external_id(api: Api, definition: Json, own: View | None) -> None:
    """Raise unless the view's external id is its own among all that are open."""
    external_id = definition.get("external_id")
    if external_id and api.views.find(None, external_id) not in {None, own}:
        raise ApiError("duplicate_external_ID")


def _check_hash(view: View, args: Args) -> None:
    if args.text("hash") and args.text("hash") != view.hash:
        raise ApiError("hash_conflict")


def _answer(view: View) -> Json:
    return {"ok": True, "view": view.as_json()}
