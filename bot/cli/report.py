"""`levelbot report`: what could not be answered, and what did not help, for the ladder's owners."""

import argparse
import asyncio
import json
import time

from bot import reports
from bot.cli.output import InputError, write
from bot.reports import Report, make_report
from bot.settings import Settings
from bot.state import State
from bot.state.database import FAILURES, cause

DAYS = 30
MOST_DAYS = 3_650


def add_arguments(report: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    report.add_argument(
        "--days",
        metavar="N",
        type=_days,
        default=DAYS,
        help=f"of the last N days (default: {DAYS})",
    )
    report.add_argument("--json", action="store_true", help="everything, as one JSON object")


def _days(value: str) -> int:
    number = int(value) if value.isascii() and value.isdigit() else 0
    if not 1 <= number <= MOST_DAYS:
        wrong = f"{value!r} is no number of days; use 1 to {MOST_DAYS}"
        raise argparse.ArgumentTypeError(wrong)
    return number


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the report."""
    report = asyncio.run(_report(settings, options.days))
    if options.json:
        write(
            json.dumps({"days": options.days, **reports.data(report)}, ensure_ascii=False, indent=2)
        )
    else:
        write("\n".join(reports.lines(report)))
    return 0


async def _report(settings: Settings, days: int) -> Report:
    state = await State.open(settings.database_url.get_secret_value())
    try:
        return await make_report(state, time.time(), days)
    except FAILURES as error:
        raise InputError(f"the database can't be read: {cause(error)}") from error
    finally:
        await state.close()
