"""`levelbot doctor`: what is set up, what is not, and how to mend it."""

import argparse
import asyncio

from bot.cli.output import FAILED, write
from bot.doctor import Verdict, check_all, lines
from bot.settings import Settings


def run(_: argparse.Namespace, settings: Settings) -> int:
    """Print a line for each check; 0 when none failed, else 1."""
    findings = asyncio.run(check_all(settings))
    write("\n".join(lines(findings)))
    return FAILED if any(each.verdict is Verdict.FAILED for each in findings) else 0
