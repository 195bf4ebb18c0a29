"""What the ladder's owners learn from questions and feedback; nobody who asked is named."""

from bot.reports.report import Count, Group, Report, Unhelpful, make_report
from bot.reports.words import data, lines

__all__ = ["Count", "Group", "Report", "Unhelpful", "data", "lines", "make_report"]
