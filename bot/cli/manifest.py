"""`levelbot manifest`: the Slack app manifest for this deployment."""

import argparse
import json

from bot.app import read_ladder
from bot.cli.output import InputError, complain, write
from bot.ladder import LadderError
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
    made = manifest(None if options.socket else url, restricts=_restricts(settings))
    write(json.dumps(made, indent=2))
    return 0


def _restricts(settings: Settings) -> bool:
    """Whether the ladder keeps something for some; a broken one is told of by `validate`."""
    try:
        return bool(read_ladder(settings, restricted=True).rules)
    except LadderError:
        complain("the ladder can't be read, so the scopes are those for one without rules", 0)
        return False
