"""`python -m local_slack`: a workspace for any Slack app on this machine."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

from local_slack.app_config import from_manifest
from local_slack.records import Delivery
from local_slack.server import LocalSlack

_GONE = (
    "That bot token is refused: {state} remembers that it was revoked. Install the app anew with\n"
    "OAuth, or delete that file.\n"
)


def main(arguments: list[str] | None = None) -> int:
    """Run the workspace until Ctrl-C; exit status 2 for bad input, said in one line."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    try:
        manifest = _manifest(options.manifest)
        asyncio.run(_run(options, manifest))
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        sys.stderr.write(f"local_slack: {where}{problem.strerror or problem}\n")
        return 2
    except ValueError as problem:
        sys.stderr.write(f"local_slack: {problem}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m local_slack",
        description="A Slack workspace on this machine, for developing and showing a Slack app.",
    )
    parser.add_argument("--app-url", help="the app's request URL; left out for Socket Mode")
    parser.add_argument("--port", type=int, default=8300, help="of the page and the Web API; 8300")
    parser.add_argument("--manifest", type=Path, help="the app's manifest, as JSON")
    parser.add_argument("--state", type=Path, help="a file that keeps the workspace between runs")
    parser.add_argument(
        "--rate-limits", action="store_true", help="hold the app to Slack's rate limits"
    )
    secrets = {
        "--signing-secret": ("SLACK_SIGNING_SECRET", "local-signing-secret"),
        "--bot-token": ("SLACK_BOT_TOKEN", "xoxb-local-bot-token"),
        "--app-token": ("SLACK_APP_TOKEN", "xapp-local-app-token"),
        "--client-id": ("SLACK_CLIENT_ID", "1234567890.1234567890"),
        "--client-secret": ("SLACK_CLIENT_SECRET", "local-client-secret"),
    }
    for flag, (name, default) in secrets.items():
        parser.add_argument(flag, default=os.environ.get(name, default), help=f"or {name}")
    return parser


def _manifest(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        from_manifest(manifest)
    except ValueError as problem:
        raise ValueError(f"{path}: not a JSON manifest: {problem}") from problem
    return dict(manifest)


def _verified(delivery: Delivery, url: str) -> str:
    if delivery.error is None:
        return f"The app answers at {url}\n"
    return (
        f"The app does not answer at {url} yet: {delivery.error} {delivery.body[:200]}\n"
        "Start it, or mend the address; nothing is delivered until then.\n"
    )


async def _run(options: argparse.Namespace, manifest: dict[str, Any] | None) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with LocalSlack(
        options.app_url,
        port=options.port,
        signing_secret=options.signing_secret,
        bot_token=options.bot_token,
        app_token=options.app_token,
        client_id=options.client_id,
        client_secret=options.client_secret,
        manifest=manifest,
        rate_limits=options.rate_limits,
        state=options.state,
    ) as slack:
        sys.stdout.write(
            f"Slack workspace at {slack.url}\n"
            "The app needs:\n"
            f"  SLACK_API_URL={slack.api_url}\n"
            f"  SLACK_BOT_TOKEN={slack.bot_token}\n"
            f"  SLACK_SIGNING_SECRET={slack.signing_secret}\n"
            f"  SLACK_APP_TOKEN={slack.app_token}\n"
            "Bolt does not read the first by itself: App(client=WebClient(token, base_url=...)).\n"
            f"To install it with OAuth: {slack.url}oauth/v2/authorize, with\n"
            f"  SLACK_CLIENT_ID={slack.client_id}\n"
            f"  SLACK_CLIENT_SECRET={slack.client_secret}\n"
        )
        if slack.session.tokens.first.dead:
            sys.stdout.write(_GONE.format(state=options.state))
        if options.app_url:
            sys.stdout.write(_verified(await slack.verify_url(), options.app_url))
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    sys.exit(main())
