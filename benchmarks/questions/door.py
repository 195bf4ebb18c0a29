"""The front door that every question of the benchmarks goes through."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.questions.rows import Question
from bot.answers import ask_about
from bot.answers.answer import Answer
from bot.cli.ask import answer_data
from bot.ladder import Ladder, load_ladder
from bot.ladder.garbage import kept_for_long
from bot.questions import Context, Intent

Asked = Callable[[Question], Answer]


def front_door(ladder: Ladder) -> Asked:
    """Asks `ladder` as the command line does; the index is built here."""
    with kept_for_long():
        ask = ask_about(ladder)
    return lambda row: ask(row.question, context_of(row))


def contract_answer(answer: Answer) -> dict[str, Any]:
    """The JSON answer of the contract, without an id."""
    return answer_data(answer, None)


def context_of(row: Question) -> Context:
    """Who asks, and what the thread has answered."""
    if row.context is None:
        return Context(row.family)
    before = row.context
    intent = Intent(before.intent) if before.intent else None
    return Context(row.family, before.levels, intent, before.attribute, before.skill)


def ladder_in(root: Path, *, guide_approved: bool = False) -> Ladder:
    """The ladder of a folder; with `guide_approved` as if its owner had approved every answer."""
    ladder = load_ladder(root)
    if not guide_approved:
        return ladder
    approved = tuple(replace(entry, status="approved") for entry in ladder.guide)
    return replace(ladder, guide=approved)
