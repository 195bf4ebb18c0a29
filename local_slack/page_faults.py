"""Switching faults from the page."""

from __future__ import annotations

from local_slack.faults import Faults
from local_slack.payloads import Json

DELAY_MOST_S = 60.0
TIMES_MOST = 1_000
RETRY_AFTER_MOST_S = 300


async def switch_fault(faults: Faults, body: Json) -> None:
    """Switch one fault on, or everything off, as the page's form says; ValueError when unknown.

    `kind` is `rate_limit`, `fail` (with `error`), `server_error`, `delay` (with `seconds`),
    `drop_socket`, `refresh_socket` or `clear`; `method` is a Web API method, `response_url` or
    `*`; `times` how many calls it hits.
    """
    kind, method = body["kind"], str(body.get("method") or "*")
    times = _between(body.get("times", 1), 1, TIMES_MOST)
    match kind:
        case "rate_limit":
            wait_s = _between(body.get("retry_after_s", 1), 0, RETRY_AFTER_MOST_S)
            faults.rate_limit(method, times=int(times), retry_after_s=int(wait_s))
        case "fail":
            faults.fail(method, str(body.get("error") or "fatal_error"), times=int(times))
        case "server_error":
            faults.server_error(method, times=int(times))
        case "delay":
            faults.delay(method, seconds=_between(body.get("seconds", 1), 0, DELAY_MOST_S))
        case "drop_socket":
            await faults.drop_socket()
        case "refresh_socket":
            await faults.refresh_socket()
        case "clear":
            faults.clear()
        case _:
            raise ValueError(f"there is no fault {kind!r}")


def _between(value: object, least: float, most: float) -> float:
    number = float(str(value))
    if not least <= number <= most:
        raise ValueError(f"{value} is not between {least:g} and {most:g}")
    return number
