"""Custom steps of Workflow Builder: running one, and what the app says came of it.

Slack docs, "function_executed event" and "functions.completeSuccess".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from local_slack.app_config import Function, Parameter
from local_slack.payloads import Json, new_id
from local_slack.people import APP_ID, BOT_USER_ID, User
from local_slack.tokens import Token, Tokens, new_value
from local_slack.workspace import Workspace

RUNNING, COMPLETED, FAILED = "running", "completed", "failed"


@dataclass(eq=False)
class StepRun:
    """One run of a custom step. `status` is running, completed or failed.

    `outputs` are what the app gave back, `error` is its reason when it failed.
    """

    id: str
    function: Function
    inputs: Json
    token: Token
    status: str = RUNNING
    outputs: Json = field(default_factory=dict)
    error: str = ""

    @property
    def done(self) -> bool:
        """Whether the app has completed the step, one way or the other."""
        return self.status != RUNNING

    def as_json(self) -> Json:
        """Return the run for the page."""
        return {
            "id": self.id,
            "callback_id": self.function.callback_id,
            "title": self.function.title,
            "inputs": self.inputs,
            "status": self.status,
            "outputs": self.outputs,
            "error": self.error,
        }


class Steps:
    """Every run of a custom step, by its execution id."""

    def __init__(self, workspace: Workspace, tokens: Tokens, tell: Callable[[Json], bool]) -> None:
        self._workspace = workspace
        self._tokens = tokens
        self._tell = tell
        self.runs: dict[str, StepRun] = {}

    def run(self, callback_id: str, inputs: Mapping[str, Any], user: User) -> StepRun:
        """Start a step for a person's workflow; ValueError when an input is wrong.

        An app that does not listen to `function_executed` leaves the run failed, as it can
        never be completed.
        """
        function = self._workspace.config.function(callback_id)
        given = dict(inputs)
        problems = parameter_problems(given, function.inputs)
        if problems:
            raise ValueError("; ".join(problems))
        token = self._tokens.add(Token(new_value("xwfp"), "workflow", self._tokens.first.scopes))
        run = StepRun(new_id("Fx"), function, given, token)
        self.runs[run.id] = run
        if not self._tell(self._event(run, user)):
            run.error = "the app does not listen to function_executed"
            self._finish(run, FAILED)
        self._workspace.announce("step", run.as_json())
        return run

    def complete(self, run: StepRun, outputs: Json) -> None:
        """Keep what the step gave back."""
        run.outputs = outputs
        self._finish(run, COMPLETED)

    def fail(self, run: StepRun, error: str) -> None:
        """Keep why the step failed."""
        run.error = error
        self._finish(run, FAILED)

    def _finish(self, run: StepRun, status: str) -> None:
        run.status = status
        # Slack expires a step's token once the step is completed.
        run.token.dead = "token_expired"
        self._workspace.announce("step", run.as_json())

    def _event(self, run: StepRun, user: User) -> Json:
        function = run.function
        return {
            "type": "function_executed",
            "function": {
                "id": f"Fn{function.callback_id.upper()[:9]}",
                "callback_id": function.callback_id,
                "title": function.title,
                "description": function.description,
                "type": "app",
                "input_parameters": [each.as_json() for each in function.inputs],
                "output_parameters": [each.as_json() for each in function.outputs],
                "app_id": APP_ID,
                "date_created": 1_700_000_000,
                "date_updated": 1_700_000_000,
                "date_deleted": 0,
                "form_enabled": False,
            },
            "inputs": run.inputs | self._context(run, user),
            "function_execution_id": run.id,
            "workflow_execution_id": new_id("Wx"),
            "workflow": {"id": new_id("Wf"), "workflow_id": new_id("Wf"), "app_id": APP_ID},
            "bot_access_token": run.token.value,
            "event_ts": self._workspace.timestamps.next(),
        }

    def _context(self, run: StepRun, user: User) -> Json:
        """Fill inputs of type user context, which Slack fills itself."""
        wanted = [each for each in run.function.inputs if each.type == "slack#/types/user_context"]
        return {
            each.name: {"id": user.id, "secret": new_id("S"), "bot": BOT_USER_ID}
            for each in wanted
            if each.name not in run.inputs
        }


_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def parameter_problems(values: Mapping[str, Any], declared: tuple[Parameter, ...]) -> list[str]:
    """Return what is wrong with a step's inputs or outputs; empty when they fit."""
    found = [
        f"{each.name}: is missing"
        for each in declared
        if each.is_required
        and each.type != "slack#/types/user_context"
        and values.get(each.name) in (None, "")
    ]
    types = {each.name: each.type for each in declared}
    for name, value in values.items():
        if name not in types:
            found.append(f"{name}: no such parameter")
        elif value is not None and not _fits(value, types[name]):
            found.append(f"{name}: should be of type {types[name]}, not {type(value).__name__}")
    return found


def _fits(value: Any, kind: str) -> bool:
    # Slack's own types (`slack#/types/user_id` and so on) are text, or rich objects.
    if kind not in _PYTHON_TYPES:
        return isinstance(value, str | dict | list | int)
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _PYTHON_TYPES[kind])
