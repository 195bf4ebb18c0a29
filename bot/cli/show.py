"""`levelbot show`: one card."""

import argparse
import json

from bot import blocks, text
from bot.answers import card_answer
from bot.app import read_ladder
from bot.cli.choose import add_restricted, card_of
from bot.cli.output import write, write_text
from bot.ladder.export import card_data
from bot.settings import Settings


def add_arguments(show: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    show.add_argument("level", metavar="LEVEL", help="a level's code, such as P2")
    show.add_argument("--family", metavar="ID", help="the family (default: the ladder's)")
    add_restricted(show)
    formats = ("text", "json", "markdown", "blocks")
    show.add_argument("--format", choices=formats, default="text", help="(default: text)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the card in the format that was asked for."""
    ladder = read_ladder(settings, restricted=options.restricted)
    answer = card_answer(card_of(options.level, options.family, ladder), ladder)
    if options.format == "json":
        card = card_data(answer.card, list(ladder.sections), ladder.dimensions)
        data = {"family": answer.family.id, **card}
        write(json.dumps(data, ensure_ascii=False, indent=2))
    elif options.format == "blocks":
        write(
            json.dumps(blocks.message(answer, whole=True)["blocks"], ensure_ascii=False, indent=2)
        )
    elif options.format == "markdown":
        write(text.markdown(answer))
    else:
        write_text(text.full(answer))
    return 0
