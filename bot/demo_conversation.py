"""What has been said in the demo's workspace when it opens: people ask, the bot really answers.

The questions are the ones that `help` offers, so they fit whichever ladder is loaded.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers import HelpAnswer
from bot.questions import Context
from bot.reload import LadderSource
from local_slack import LocalSlack

ANSWER_WITHIN_S = 5.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """Something that a person says; `kind` is the intent of a question to the bot, if it is one.

    `channel` is a channel's name, or `dm` for the person's own conversation with the bot.
    """

    channel: str
    user: str
    words: str = ""
    kind: str | None = None


_LINES = (
    Line("general", "ana", "Growth talks start on Monday. Not sure what a level is? Ask levelbot."),
    Line("general", "ben", "Good, I have questions."),
    Line("calibration", "ana", kind="skill"),
    Line("dm", "ana", kind="growth"),
    Line("eng-leveling", "ana", "Calibration is next week. A refresher on where we draw the line:"),
    Line("eng-leveling", "ana", kind="compare"),
    Line("eng-leveling", "ben", "Writing my self-review. What does our ladder say about my title?"),
    Line("eng-leveling", "ben", kind="card"),
)
PRIVATE = "attribute"
"""What the first person asks with the slash command, at the end."""


async def hold(slack: LocalSlack, source: LadderSource) -> None:
    """Let the people of the workspace talk with the bot; ends early where it does not answer."""
    questions = dict(_questions(source))
    for line in _LINES:
        if line.kind is None:
            await slack.post(line.words, user=line.user, channel=line.channel)
        elif line.kind in questions and not await _asked(slack, line, questions[line.kind]):
            _log.warning("the demo's conversation ends early: no answer came")
            return
    if PRIVATE in questions:
        command = slack.session.workspace.config.commands[0].command
        await slack.command(command, questions[PRIVATE], user="ana", channel="eng-leveling")


async def _asked(slack: LocalSlack, line: Line, question: str) -> bool:
    """Ask, and tell whether the answer came."""
    channel = slack.dm(line.user) if line.channel == "dm" else slack.channels[line.channel]
    words = question if line.channel == "dm" else f"<@BOT> {question}"
    said = await slack.post(words, user=line.user, channel=channel)
    try:
        await slack.next_message(said, timeout_s=ANSWER_WITHIN_S)
    except TimeoutError:
        return False
    return True


def _questions(source: LadderSource) -> Iterator[tuple[str, str]]:
    """An intent and a question of it that this ladder answers; of several, the last one counts.

    The examples name a title after a code, and a title tells more of what the bot understands.
    """
    answer = source.ask("help", Context())
    if not isinstance(answer, HelpAnswer):
        return
    shown = answer.examples[0][0]
    parts = [f"{each.name} of {shown}" for each in source.ladder.dimensions.values()]
    for question in (*(asked for asked, _what in answer.examples), *parts[:1]):
        intent = source.ask(question, Context()).intent
        yield intent, f"What's {question}?" if intent == "card" else question
