"""`levelbot manifest`: the Slack app manifest for this deployment."""

import argparse
import json

from bot.cli.output import InputError, complain, write
from bot.manifest import manifest
from bot.settings import Settings

PLACEHOLDER_URL = "https://levelbot.example.com"


def add_arguments(app: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    app.add_argument("--url", metavar="URL", help="where Slack reaches the bot: https://host")
    app.add_argument("--socket", action="store_true", help="for Socket Mode, without a URL")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the manifest as JSON."""
    if options.socket and options.url:
        raise InputError("choose one: --url for HTTP, or --socket for Socket Mode")
    url = options.url or settings.public_url
    if url and not url.startswith("https://") and not options.socket:
        raise InputError(f"{url} is no https:// address; Slack posts to https only")
    if not url and not options.socket:
        complain(f"no --url given, so {PLACEHOLDER_URL} stands in for yours", 0)
        url = PLACEHOLDER_URL
    write(json.dumps(manifest(None if options.socket else url), indent=2))
    return 0
