"""Web API: `functions.*`, the end of a custom step (Slack docs, one page a method)."""

from __future__ import annotations

from local_slack.api_args import ApiError, Args, invalid_arguments
from local_slack.api_context import Api
from local_slack.payloads import Json
from local_slack.steps import StepRun, parameter_problems


async def complete_success(api: Api, args: Args) -> Json:
    """`functions.completeSuccess`: `outputs` must fit what the manifest declares."""
    run = _running(api, args)
    outputs = args.nested("outputs")
    if not isinstance(outputs, dict):
        raise invalid_arguments("missing required field: outputs")
    problems = parameter_problems(outputs, run.function.outputs)
    for problem in problems:
        api.outbox.warn("functions.completeSuccess", f"outputs.{problem}")
    if problems:
        raise ApiError("parameter_validation_failed", response_metadata={"messages": problems})
    api.steps.complete(run, outputs)
    return {"ok": True}


async def complete_error(api: Api, args: Args) -> Json:
    """`functions.completeError`: `error` is read by the one who ran the workflow."""
    run = _running(api, args)
    api.steps.fail(run, args.required("error"))
    return {"ok": True}


def _running(api: Api, args: Args) -> StepRun:
    run = api.steps.runs.get(args.required("function_execution_id"))
    if run is None:
        raise ApiError("function_execution_not_found")
    if run.done:
        raise ApiError("execution_not_in_running_state")
    if api.caller.kind == "workflow" and api.caller is not run.token:
        raise ApiError("access_denied")
    return run
