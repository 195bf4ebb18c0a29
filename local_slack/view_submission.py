"""What the app's answer to `view_submission` does (Slack docs, "Modals")."""

from __future__ import annotations

from typing import Any

from local_slack.api_args import ApiError
from local_slack.records import Delivery
from local_slack.sending import Outbox
from local_slack.views import View, Views
from local_slack.workspace import Workspace

FAILED = "We had trouble reaching the app. Try again?"


class ViewSubmission:
    """Applies `response_action`: errors, update, push, clear; nothing closes the view."""

    def __init__(self, workspace: Workspace, views: Views, outbox: Outbox) -> None:
        self._workspace = workspace
        self._views = views
        self._outbox = outbox

    def apply(self, view: View, delivery: Delivery) -> None:
        """Do what the answer says; a failed one leaves the modal open with words in it."""
        try:
            if delivery.ok:
                self._apply(view, delivery)
        except ApiError as refusal:
            delivery.error = refusal.code
        if delivery.error is not None:
            # The empty block id stands for the modal as a whole.
            self._views.show_errors(view, {"": FAILED})

    def _apply(self, view: View, delivery: Delivery) -> None:
        answer = delivery.json
        action = answer.get("response_action") if isinstance(answer, dict) else None
        if action is None:
            self._views.close(view)
        elif action == "clear":
            self._views.clear(view.user)
        elif action == "errors":
            delivery.errors = self._errors(view, answer.get("errors"))
            self._views.show_errors(view, delivery.errors)
        elif action == "update":
            self._views.update(view, self._checked(answer.get("view")))
        elif action == "push":
            self._push(view, self._checked(answer.get("view")))
        else:
            self._outbox.warn("view_submission response", f"unknown response_action {action!r}")
            raise ApiError("invalid_response_action")

    def _push(self, view: View, definition: dict[str, Any]) -> None:
        try:
            self._views.push(view.user, definition)
        except ValueError:
            raise ApiError("push_limit_reached") from None

    def _checked(self, definition: Any) -> dict[str, Any]:
        return self._outbox.check_view("view_submission response", definition)

    def _errors(self, view: View, errors: Any) -> dict[str, str]:
        if not isinstance(errors, dict) or not errors:
            self._outbox.warn("view_submission response", "errors: should be {block_id: words}")
            raise ApiError("invalid_errors")
        inputs = {b["block_id"] for b in view.blocks if b.get("type") == "input"}
        for block_id in errors:
            if block_id not in inputs:
                where = "view_submission response"
                self._outbox.warn(where, f"errors.{block_id}: no input block has this block_id")
                raise ApiError("invalid_errors")
        return {str(block_id): str(words) for block_id, words in errors.items()}
