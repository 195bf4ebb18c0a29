"""`levelbot ask`: answers on the terminal."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot import text
from bot.answers import Answer, Ask, ask_about
from bot.app import read_ladder
from bot.cli.choose import add_restricted, family_id_of
from bot.cli.output import BAD_INPUT, InputError, complain, write, write_text
from bot.ladder import Ladder
from bot.ladder.garbage import kept_for_long
from bot.questions import Context
from bot.settings import Settings


def add_arguments(ask: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    ask.add_argument("question", nargs="?", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="the answer as one line of JSON")
    ask.add_argument("--family", metavar="ID", help="the family where the question names none")
    add_restricted(ask)
    ask.add_argument(
        "--batch",
        metavar="FILE",
        help='questions as JSON Lines of {"id", "question", "family"?}; - for standard input',
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Answer one question, or a batch of them."""
    if (options.question is None) == (options.batch is None):
        raise InputError('give a question, as in: levelbot ask "what is P2?", or --batch FILE')
    with kept_for_long():
        ladder = read_ladder(settings, restricted=options.restricted)
        ask = ask_about(ladder)
    if options.batch is not None:
        return _ask_batch(options.batch, ask, ladder, options.family)
    answer = ask(options.question, Context(family_id_of(options.family, ladder)))
    if options.json:
        write(json.dumps(answer_data(answer, None), ensure_ascii=False))
    else:
        write_text(text.full(answer))
    return 0


def _ask_batch(file: str, ask: Ask, ladder: Ladder, family: str | None) -> int:
    """Answer line by line as the lines come; a bad line is told and the rest still answered."""
    status = 0
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            asked = _batch_question(line)
            context = Context(family_id_of(asked.get("family") or family, ladder))
        except InputError as error:
            status = complain(f"{file}:{number}: {error}", BAD_INPUT)
            continue
        answer = ask(asked["question"], context)
        write(json.dumps(answer_data(answer, asked.get("id")), ensure_ascii=False))
    return status


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}; check the name") from error


def _batch_question(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8; save the file with the encoding UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON ({error}); write one object on each line") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        raise InputError('has no "question" text; write {"id": "q1", "question": "what is P2?"}')
    if not isinstance(asked.get("family"), str | None):
        raise InputError('has a "family" that is not text; use a family id or leave it out')
    return asked


def answer_data(answer: Answer, asked_id: object) -> dict[str, Any]:
    """The JSON answer of the contract."""
    return {
        "id": asked_id,
        "question": answer.question,
        "intent": str(answer.intent),
        "levels": list(answer.levels),
        "attribute": answer.attribute,
        "skill": answer.skill,
        "listed": answer.listed,
        "confidence": answer.confidence,
        "text": text.full(answer),
        "suggestions": list(answer.suggestions),
    }
