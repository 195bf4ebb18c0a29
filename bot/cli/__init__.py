"""`levelbot COMMAND`. Errors are one clear line on standard error; never a traceback."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from slack_sdk.errors import SlackApiError

from bot.cli import ask, diff, doctor, export, import_, manifest, report, run, show, validate
from bot.cli.output import BAD_INPUT, FAILED, InputError, complain
from bot.ladder import LadderError
from bot.logs import set_up_logging
from bot.settings import Settings, SettingsError, read_settings
from bot.slack_errors import slack_code
from bot.state import StateError
from bot.web.server import ListenError

Run = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for a failed check, 2 for bad input."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not when a test has put another in its place
            # A lone surrogate can't be UTF-8; its escape is what JSON writes for it too.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        settings = read_settings()
        set_up_logging(settings.log_level, settings.log_format)
        status: int = options.run(options, settings)
    except (InputError, ListenError, SettingsError, StateError) as error:
        return complain(str(error), BAD_INPUT)
    except LadderError as error:
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
        return BAD_INPUT
    except SlackApiError as error:
        return complain(_slack_refused(error), FAILED)
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough. Python would complain of it once more
        # when it writes out what is left at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return complain(str(error.strerror or error) or type(error).__name__, FAILED)
    return status


def _slack_refused(error: SlackApiError) -> str:
    code = slack_code(error)
    return f"Slack answered {code}; check the tokens in your settings"


class _Parser(argparse.ArgumentParser):
    """Tells a wrong command line in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="levelbot",
        description="Answers leveling questions with the level's card, quoted from the ladder.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run_it: Run, about: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about)
        sub.set_defaults(run=run_it)
        return sub

    run.add_demo_arguments(
        command(
            "demo",
            run.run_demo_command,
            "a local Slack workspace with the bot in it, in the browser",
        )
    )
    command("serve", run.run_serve, "the bot for a real workspace, over HTTP")
    command("socket", run.run_socket, "the bot for a real workspace, over Socket Mode")
    ask.add_arguments(command("ask", ask.run, "answer a question on the terminal"))
    show.add_arguments(command("show", show.run, "show one card"))
    export.add_arguments(
        command("export", export.run, "the whole ladder, for reading or for another tool")
    )
    diff.add_arguments(
        command("diff", diff.run, "what changed between two ladders: folders or git revisions")
    )
    validate.add_arguments(
        command("validate", validate.run, "check a ladder: every error and warning, with its place")
    )
    import_.add_arguments(
        command("import", import_.run, "make level data of a ladder that already exists")
    )
    manifest.add_arguments(
        command("manifest", manifest.run, "the Slack app manifest for this deployment, as JSON")
    )
    command("doctor", doctor.run, "check settings, tokens, scopes, ladder and database")
    report.add_arguments(
        command("report", report.run, "questions not answered and answers that did not help")
    )
    return parser
