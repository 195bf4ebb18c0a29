"""`levelbot COMMAND`. Errors are one clear line on standard error; never a traceback."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from slack_sdk.errors import SlackApiError

from bot import blocks, text
from bot.answers import Answer, Ask, ask_about, card_answer
from bot.app import read_ladder, serve, serve_socket
from bot.ladder import Card, Ladder, LadderError
from bot.ladder.export import card_data
from bot.logs import set_up_logging
from bot.manifest import manifest
from bot.questions import Context
from bot.settings import Settings, SettingsError, read_settings

BAD_INPUT = 2
FAILED = 1

PLACEHOLDER_URL = "https://levelbot.example.com"


class InputError(Exception):
    """The person's input can't be used; the message says what is wrong and how to mend it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 1 for a failed check, 2 for bad input."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not when a test has put another in its place
            stream.reconfigure(encoding="utf-8")
    try:
        settings = read_settings()
        set_up_logging(settings.log_level, settings.log_format)
        status: int = options.run(options, settings)
    except (InputError, SettingsError) as error:
        return _complain(str(error), BAD_INPUT)
    except LadderError as error:
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
        return BAD_INPUT
    except SlackApiError as error:
        return _complain(_slack_refused(error), FAILED)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:
        return _complain(f"{error.strerror or error}", FAILED)
    return status


def _complain(message: str, status: int) -> int:
    sys.stderr.write(f"levelbot: {message}\n")
    return status


def _slack_refused(error: SlackApiError) -> str:
    code = error.response.get("error", "an error")
    return f"Slack answered {code}; check the tokens in your settings"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="levelbot",
        description="Answers leveling questions with the level's card, quoted from the ladder.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(
        name: str, run: Callable[[argparse.Namespace, Settings], int], about: str
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about)
        sub.set_defaults(run=run)
        return sub

    demo = command("demo", _demo, "a local Slack workspace with the bot in it, in the browser")
    demo.add_argument("--port", type=_port, default=8300, help="where it listens (default: 8300)")
    command("serve", _serve, "the bot for a real workspace, over HTTP")
    command("socket", _socket, "the bot for a real workspace, over Socket Mode")

    ask = command("ask", _ask, "answer a question on the terminal")
    ask.add_argument("question", nargs="?", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="the answer as one line of JSON")
    ask.add_argument("--family", metavar="ID", help="the family where the question names none")
    ask.add_argument(
        "--batch",
        metavar="FILE",
        help='questions as JSON Lines of {"id", "question", "family"?}; - for standard input',
    )

    show = command("show", _show, "show one card")
    show.add_argument("level", metavar="LEVEL", help="a level's code, such as P2")
    show.add_argument("--family", metavar="ID", help="the family (default: the ladder's)")
    formats = ("text", "json", "markdown", "blocks")
    show.add_argument("--format", choices=formats, default="text", help="(default: text)")

    app = command("manifest", _manifest, "the Slack app manifest for this deployment, as JSON")
    app.add_argument("--url", metavar="URL", help="where Slack reaches the bot: https://host")
    app.add_argument("--socket", action="store_true", help="for Socket Mode, without a URL")
    return parser


def _port(value: str) -> int:
    number = int(value) if value.isascii() and value.isdigit() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port; use a number from 0 to 65535")
    return number


def _run(task: Coroutine[Any, Any, None]) -> int:
    try:
        asyncio.run(task)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"can't listen there: {reason}; choose another port") from error
    return 0


def _demo(options: argparse.Namespace, settings: Settings) -> int:
    # Only here: a bot that serves a real workspace never loads the local one.
    from bot.demo import run_demo  # noqa: PLC0415

    return _run(run_demo(settings, options.port))


def _serve(_: argparse.Namespace, settings: Settings) -> int:
    return _run(serve(settings))


def _socket(_: argparse.Namespace, settings: Settings) -> int:
    asyncio.run(serve_socket(settings))
    return 0


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    if (options.question is None) == (options.batch is None):
        raise InputError('give a question, as in: levelbot ask "what is P2?", or --batch FILE')
    ladder = read_ladder(settings)
    ask = ask_about(ladder)
    if options.batch is not None:
        return _ask_batch(options.batch, ask, ladder, options.family)
    answer = ask(options.question, Context(_family(options.family, ladder)))
    _print(
        json.dumps(answer_data(answer, None), ensure_ascii=False)
        if options.json
        else text.full(answer)
    )
    return 0


def _ask_batch(file: str, ask: Ask, ladder: Ladder, family: str | None) -> int:
    """Answer line by line as the lines come; a bad line is told and the rest still answered."""
    status = 0
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            asked = _batch_question(line)
            context = Context(_family(asked.get("family") or family, ladder))
        except InputError as error:
            status = _complain(f"{file}:{number}: {error}", BAD_INPUT)
            continue
        answer = ask(asked["question"], context)
        _print(json.dumps(answer_data(answer, asked.get("id")), ensure_ascii=False))
    return status


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from _decoded(sys.stdin.buffer, file)
        return
    try:
        with Path(file).open("rb") as stream:
            yield from _decoded(stream, file)
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}; check the name") from error


def _decoded(stream: IO[bytes], file: str) -> Iterator[str]:
    for number, line in enumerate(stream, start=1):
        try:
            yield line.decode("utf-8-sig")
        except UnicodeDecodeError:
            message = f"{file}:{number}: is not UTF-8; save the file with the encoding UTF-8"
            raise InputError(message) from None


def _batch_question(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON ({error}); write one object on each line") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        raise InputError('has no "question" text; write {"id": "q1", "question": "what is P2?"}')
    if not isinstance(asked.get("family"), str | None):
        raise InputError('has a "family" that is not text; use a family id or leave it out')
    return asked


def _family(family_id: str | None, ladder: Ladder) -> str | None:
    if family_id is None or family_id in ladder.families:
        return family_id
    known = ", ".join(list(ladder.families)[:20])
    raise InputError(f"there is no family {family_id!r}; the families are {known}")


def answer_data(answer: Answer, asked_id: object) -> dict[str, Any]:
    """The JSON answer of the contract."""
    return {
        "id": asked_id,
        "question": answer.question,
        "intent": str(answer.intent),
        "levels": list(answer.levels),
        "attribute": None,
        "skill": None,
        "listed": None,
        "confidence": answer.confidence,
        "text": text.full(answer),
        "suggestions": list(answer.suggestions),
    }


def _show(options: argparse.Namespace, settings: Settings) -> int:
    ladder = read_ladder(settings)
    answer = card_answer(_card(options.level, options.family, ladder), ladder)
    if options.format == "json":
        data = {"family": answer.family.id, **card_data(answer.card, list(ladder.sections))}
        _print(json.dumps(data, ensure_ascii=False, indent=2))
    elif options.format == "blocks":
        _print(json.dumps(blocks.message(answer)["blocks"], ensure_ascii=False, indent=2))
    elif options.format == "markdown":
        _print(text.markdown(answer))
    else:
        _print(text.full(answer))
    return 0


def _card(level: str, family_id: str | None, ladder: Ladder) -> Card:
    """The card for a code, written in any case and with or without a hyphen."""
    if card := ladder.card(level):
        return card
    chosen = _family(family_id, ladder) or ladder.default_family
    if chosen is None:
        raise InputError(f"say which family: --family {' | '.join(list(ladder.families)[:20])}")
    family = ladder.families[chosen]
    wanted = "".join(filter(str.isalnum, level)).casefold()
    for code, card in family.cards.items():
        if "".join(filter(str.isalnum, code)).casefold() == wanted:
            return card
    known = ", ".join(family.cards)
    raise InputError(f"{family.name} has no level {level!r}; it has {known}")


def _manifest(options: argparse.Namespace, settings: Settings) -> int:
    if options.socket and options.url:
        raise InputError("choose one: --url for HTTP, or --socket for Socket Mode")
    url = options.url or settings.public_url
    if url and not url.startswith("https://") and not options.socket:
        raise InputError(f"{url} is no https:// address; Slack posts to https only")
    if not url and not options.socket:
        _complain(f"no --url given, so {PLACEHOLDER_URL} stands in for yours", 0)
        url = PLACEHOLDER_URL
    _print(json.dumps(manifest(None if options.socket else url), indent=2))
    return 0


def _print(output: str) -> None:
    sys.stdout.write(f"{output}\n")
    sys.stdout.flush()
