"""Posting an answer where others see it: the modal that first says who they are."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from slack_sdk.models.blocks import Block, PlainTextObject, SectionBlock
from slack_sdk.models.views import View

from bot.answers import Answer, CardAnswer, PastedAnswer
from bot.blocks import parts
from bot.blocks.mrkdwn import bold, cut, escape
from bot.text.names import counted, in_short, listed, short_name

POST = "post_answer"
"""action_id of the button that posts an answer for others; its value is the question. Also the
callback_id of the modal that asks whether to."""
COPY = "send_copy"
"""action_id of the button that sends a copy as a direct message; its value is the question."""

_NAME = 80
MOST_QUESTION = 1_900
"""Characters, as JSON writes them, of a question that a button or a modal can carry."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer is to be posted; ids are Slack's."""

    channel: str
    thread_ts: str | None = None
    response_url: str | None = None
    """Takes the message where the bot is no member."""
    question: str = ""
    """What is asked again, for everyone to see; empty while a modal only shows the answer."""

    def packed(self) -> str:
        """For a modal's `private_metadata`."""
        return json.dumps({"post": asdict(self)}, ensure_ascii=False)

    @classmethod
    def of_view(cls, view: Mapping[str, Any]) -> Self | None:
        """What `packed` has put into a modal; None for any other modal."""
        try:
            return cls(**json.loads(view.get("private_metadata") or "{}")["post"])
        except (ValueError, TypeError, KeyError):
            return None


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees what is posted, as far as Slack tells; None for what it does not tell."""

    name: str | None = None
    """The channel's, without the sign before it."""
    private: bool = False
    direct: bool = False
    """A direct message, also one of several people."""
    archived: bool = False
    people: int | None = None
    """Members, bots left out where all were looked at."""
    looked_at: int = 0
    """How many of them are known to be guests or not."""
    guests: int = 0
    outsiders: int = 0
    """People of other organizations."""
    shared: bool = False
    """Another organization has the channel too."""


def carried(answer: Answer) -> str | None:
    """The question that brings this answer again; None when it is too long for a button.

    A card is asked for by its reference, whatever the words were, so that no default family set
    since makes another card of it; for a pasted card, that is the ladder's own.
    """
    if isinstance(answer, CardAnswer):
        return answer.card.ref
    if isinstance(answer, PastedAnswer):
        return answer.cited.card.ref
    question = answer.question.strip()
    return question if question and len(json.dumps(question)) <= MOST_QUESTION else None


def what_is_posted(answer: Answer) -> str:
    """The answer in a few words."""
    if isinstance(answer, CardAnswer):
        return f"the card {short_name(answer.card, answer.family)}"
    return f"the answer to “{in_short(answer.question)}”"


def confirmation(
    target: Target, what: str, audience: Audience | None, external_id: str | None = None
) -> View:
    """Asks whether to post `what`; without an audience, while it is being looked for.

    By its `external_id` it can be changed where Slack does not tell the modal's own id.
    """
    where = "in this thread" if target.thread_ts else "here"
    if audience is None:
        blocks: list[Block] = [parts.paragraph("One moment: I'm looking who would see it.")]
    else:
        blocks = [
            SectionBlock(text=parts.mrkdwn(f"Post {_cut(what)} {_where(audience, where)}?")),
            *parts.notes([_who(audience), _outsiders(audience)]),
        ]
    sendable = audience is not None and not audience.archived
    return View(
        type="modal",
        callback_id=POST,
        external_id=external_id,
        title=PlainTextObject(text="Post this answer?"),
        submit=PlainTextObject(text="Post") if sendable else None,
        close=PlainTextObject(text="Cancel"),
        private_metadata=target.packed(),
        blocks=blocks,
    )


def _where(audience: Audience, where: str) -> str:
    if audience.name and not audience.direct:
        sign = "" if audience.private else "#"
        named = bold(sign + audience.name, _NAME)
        return f"in the private channel {named}" if audience.private else f"in {named}"
    return where


def _who(audience: Audience) -> str:
    if audience.archived:
        return "This channel is archived, so nobody can post there."
    if audience.people is None and audience.direct:
        return "Everyone in this direct message will see it."
    if audience.people is None:
        return (
            "Everyone in this conversation will see it. I can't see who they are, so I can't "
            "count them."
        )
    return f"{_people(audience.people)} in this conversation will see it."


def _outsiders(audience: Audience) -> str | None:
    """Guests and strangers among those who see it; says so when there are none."""
    if audience.archived or audience.people is None:
        return _SHARED if audience.shared else None
    found = []
    if audience.guests:
        found.append(counted(audience.guests, "guest"))
    if audience.outsiders:
        found.append(f"{_people(audience.outsiders)} of another organization")
    if found:
        return f":warning: Among them: {listed(found, ' and ')}."
    if audience.shared:
        return _SHARED
    if audience.looked_at < audience.people:
        return f"No guests among the {audience.looked_at} that I looked at."
    return "No guests, and nobody of another organization."


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number:,} people"


def _cut(plain: str) -> str:
    return escape(cut(plain, _NAME))


_SHARED = ":warning: People of another organization are in this channel."
