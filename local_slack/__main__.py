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

from local_slack.server import LocalSlack


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
        sys.stderr.write(f"local_slack: {options.manifest}: not a JSON manifest: {problem}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m local_slack",
        description="A Slack workspace on this machine, for developing and showing a Slack app.",
    )
    parser.add_argument("--app-url", help="the app's request URL; left out for Socket Mode")
    parser.add_argument("--port", type=int, default=8300)
    parser.add_argument("--manifest", type=Path, help="the app's manifest, as JSON")
    secrets = {
        "--signing-secret": ("SLACK_SIGNING_SECRET", "local-signing-secret"),
        "--bot-token": ("SLACK_BOT_TOKEN", "xoxb-local-bot-token"),
        "--app-token": ("SLACK_APP_TOKEN", "xapp-local-app-token"),
    }
    for flag, (name, default) in secrets.items():
        parser.add_argument(flag, default=os.environ.get(name, default), help=f"or {name}")
    return parser


def _manifest(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    manifest = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(manifest, dict):
        raise ValueError("it is not an object")  # noqa: TRY004 - bad input, not a bad call
    return manifest


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
        manifest=manifest,
    ) as slack:
        sys.stdout.write(
            f"Slack workspace at {slack.url}\n"
            "The app needs:\n"
            f"  SLACK_API_URL={slack.api_url}\n"
            f"  SLACK_BOT_TOKEN={slack.bot_token}\n"
            f"  SLACK_SIGNING_SECRET={slack.signing_secret}\n"
            f"  SLACK_APP_TOKEN={slack.app_token}\n"
        )
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    sys.exit(main())
