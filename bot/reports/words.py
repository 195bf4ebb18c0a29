"""The report for a terminal, and as plain data."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.reports.report import Count, Group, Report, Unhelpful

MOST_LINES = 20
"""Groups shown of each kind; the data has all of them."""
_LONGEST = 200


def data(report: Report) -> dict[str, Any]:
    """For `--json`: everything, times in ISO 8601, UTC."""
    return {
        "since": _iso(report.since),
        "until": _iso(report.until),
        "questions": report.questions,
        "answered": report.answered,
        "unanswered": [
            {
                "question": group.question,
                "count": group.count,
                "wordings": list(group.wordings),
                "surfaces": group.surfaces,
                "last": _iso(group.last),
            }
            for group in report.unanswered
        ],
        "feedback": {"helpful": report.helpful, "not_helpful": report.not_helpful},
        "unhelpful": [
            {
                "question": group.question,
                "count": group.count,
                "intent": group.intent,
                "levels": list(group.levels),
                "comments": list(group.comments),
            }
            for group in report.unhelpful
        ],
        "most_asked": [
            {"intent": each.intent, "levels": list(each.levels), "count": each.count}
            for each in report.most_asked
        ],
        "by_surface": report.by_surface,
        "by_intent": report.by_intent,
    }


def lines(report: Report) -> Iterator[str]:
    """For people, line by line. What people typed is cut, and bare of control characters."""
    yield f"{_day(report.since)} to {_day(report.until)}: {summary(report)}"
    yield from _section("Not answered", [_group(each) for each in report.unanswered])
    yield from _section("Marked as not helpful", [_unhelpful(each) for each in report.unhelpful])
    yield from _section("Asked most", [_count(each) for each in report.most_asked])
    surfaces = [
        f"{count:>5}  {name.replace('_', ' ')}" for name, count in report.by_surface.items()
    ]
    yield from _section("By surface", surfaces)


def summary(report: Report) -> str:
    """One line: how much was asked, answered and judged."""
    if not report.questions:
        return "nothing was asked"
    share = round(100 * report.answered / report.questions)
    feedback = f"{report.helpful} helpful, {report.not_helpful} not helpful"
    asked = "1 question" if report.questions == 1 else f"{report.questions} questions"
    return f"{asked}, {share}% answered; feedback: {feedback}"


def shown(typed: str, most: int = _LONGEST) -> str:
    """What a person typed, on one line, without what would move a terminal's cursor."""
    line = " ".join("".join(c if c.isprintable() else " " for c in typed).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _section(title: str, entries: list[str]) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield title
    yield from entries[:MOST_LINES]
    if (more := len(entries) - MOST_LINES) > 0:
        yield f"       … and {more} more; see --json"


def _group(group: Group) -> str:
    also = f"  (also: {'; '.join(shown(w, 60) for w in group.wordings)})" if group.wordings else ""
    return f"{group.count:>5}  {shown(group.question)}{also}"


def _unhelpful(group: Unhelpful) -> str:
    told = "".join(f"\n       “{shown(comment)}”" for comment in group.comments[:3])
    lost = "(a message that was looked up)" if group.intent else "(a question that was not kept)"
    question = shown(group.question) or lost
    return f"{group.count:>5}  {question}  ({about(group)}){told}"


def _count(count: Count) -> str:
    return f"{count.count:>5}  {about(count)}"


def about(answer: Count | Unhelpful) -> str:
    """What was answered: the kind of answer, and its levels."""
    kind = answer.intent.replace("_", " ")
    levels = ", ".join(answer.levels[:4]) + (" …" if len(answer.levels) > 4 else "")
    return f"{kind} {levels}".rstrip()


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")


def _day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()
