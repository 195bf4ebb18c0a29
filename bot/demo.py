"""`levelbot demo`: the bot and a local Slack workspace in one process, on 127.0.0.1 only."""

import sys
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot import demo_conversation
from bot.app import build_web, ladder_source
from bot.manifest import manifest
from bot.questions import Context
from bot.reload import LadderSource
from bot.settings import Settings
from bot.upkeep import opened_state
from bot.web.server import ListenError, start, stop, until_stopped
from local_slack import LocalSlack

LOOPBACK = "127.0.0.1"


async def run_demo(settings: Settings, port: int) -> None:
    """Run until SIGINT or SIGTERM. Raises LadderError, and ListenError when the port is taken.

    Tokens of a real workspace in the environment are not used: the local one has its own.
    """
    source = ladder_source(settings)
    # With the scope for rules of who may see what, since one may be added while the demo runs.
    slack = LocalSlack(port=port, manifest=manifest(f"http://{LOOPBACK}", restricts=True))
    try:
        await slack.start()
    except OSError as error:
        raise ListenError(
            f"can't listen on port {port}: {error.strerror}; choose another"
        ) from error
    try:
        await _serve_in(slack, source, settings)
    finally:
        await slack.stop()


async def _serve_in(slack: LocalSlack, source: LadderSource, settings: Settings) -> None:
    with TemporaryDirectory(prefix="levelbot-demo-") as folder:
        await _serve_with(slack, source, settings, f"sqlite:///{folder}/levelbot.db")


async def _serve_with(
    slack: LocalSlack, source: LadderSource, settings: Settings, database_url: str
) -> None:
    local = settings.model_copy(
        update={
            "slack_bot_token": SecretStr(slack.bot_token),
            "slack_signing_secret": SecretStr(slack.signing_secret),
            "slack_api_url": slack.api_url,
            "slack_client_id": None,
            "slack_client_secret": None,
            "token_key": None,
            # The local workspace is a new one each time, so nothing of the last time counts.
            "database_url": SecretStr(database_url),
        }
    )
    async with opened_state(local) as state:
        runner, bot_port = await start(build_web(local, source, state), LOOPBACK, 0)
        slack.app_url = f"http://{LOOPBACK}:{bot_port}/slack/events"
        await demo_conversation.hold(slack, source)
        _welcome(slack, source)
        async with source.following():
            await until_stopped()
        await stop(runner)


def _welcome(slack: LocalSlack, source: LadderSource) -> None:
    code, question = _examples(source)
    sys.stdout.write(
        f"\nlevelbot is in a local Slack workspace at  {slack.url}\n\n"
        "Open it in a browser and type, for example:\n"
        f"  /level {code}\n"
        f"  @levelbot {question}\n\n"
        f"Ladder: {source.ladder.name}, version {source.ladder.version}\n"
        "Ctrl-C stops it.\n\n"
    )
    sys.stdout.flush()


def _examples(source: LadderSource) -> tuple[str, str]:
    """Two questions that the ladder answers; `help` suggests them."""
    suggested = source.ask("help", Context()).suggestions
    return suggested[0], suggested[min(1, len(suggested) - 1)]
