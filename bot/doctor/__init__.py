"""Checks of a deployment: settings, tokens, scopes, ladder and database, and how to mend each."""

from bot.doctor.checks import check_all
from bot.doctor.finding import Finding, Verdict, lines

__all__ = ["Finding", "Verdict", "check_all", "lines"]
