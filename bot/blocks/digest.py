"""The weekly digest for the ladder's owners, as a message."""

from bot.blocks import parts
from bot.blocks.message import Message
from bot.blocks.mrkdwn import escaped
from bot.reports import Report, Unhelpful
from bot.reports.words import about, shown, summary

MOST = 10
"""Lines of each kind; `levelbot report` has all of them."""


def digest(report: Report) -> Message:
    """What was not answered, what did not help and what is asked most, in one message."""
    told = summary(report)
    blocks = [parts.header("Leveling questions of the week"), parts.paragraph(told)]
    for title, lines in (
        ("Not answered", [f"{g.count} × {shown(g.question)}" for g in report.unanswered]),
        ("Marked as not helpful", [_unhelpful(each) for each in report.unhelpful]),
        ("Asked most", [f"{c.count} × {about(c)}" for c in report.most_asked]),
        ("Where", [f"{n} × {name.replace('_', ' ')}" for name, n in report.by_surface.items()]),
    ):
        if lines:
            more = len(lines) - MOST
            rest = [f"and {more} more; see levelbot report"] if more > 0 else []
            blocks += parts.bullets([*lines[:MOST], *rest], title)
    ready = [block.to_dict() for block in blocks]
    return Message(text=escaped(f"Leveling questions of the week: {told}", 500), blocks=ready)


def _unhelpful(group: Unhelpful) -> str:
    said = f" “{shown(group.comments[0], 100)}”" if group.comments else ""
    return (
        f"{group.count} × {shown(group.question) or 'a looked-up message'} ({about(group)}){said}"
    )
