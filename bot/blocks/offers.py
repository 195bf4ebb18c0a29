"""What a message has beside the answer itself, depending on where it stands."""

from dataclasses import dataclass

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ContextActionsBlock,
    FeedbackButtonObject,
    FeedbackButtonsElement,
    PlainTextObject,
)

from bot.answers import Answer, ChoiceAnswer, HelpAnswer, PastedAnswer, UnknownAnswer
from bot.blocks import parts
from bot.blocks.posting import COPY, POST, carried

OWNERS = "to_owners"
"""action_id of the button that asks the ladder's owners; its value is the question."""
FEEDBACK = "feedback"
"""action_id of the buttons that judge an answer."""
HELPFUL, NOT_HELPFUL = "helpful", "not_helpful"


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered under an answer, and what is said around it."""

    post: str | None = None
    """What the button says that posts the answer where more people see it; None for no button."""
    public: bool = False
    """Others see this message; then only a pasted card has something left to post: the ladder's."""
    copy: bool = False
    """A copy as a direct message."""
    owners: bool = False
    """To put a question that has no answer to the ladder's owners."""
    question_id: str | None = None
    """The recorded question, which people can say of whether its answer helped."""
    note: str | None = None
    """Said before the answer: why it comes here."""
    poster: str | None = None
    """Slack's id of who had it posted."""


NO_OFFERS = Offers()


def offered_blocks(answer: Answer, offers: Offers) -> list[Block]:
    """At most two blocks to go below an answer."""
    elements = _elements(answer, offers)
    built: list[Block] = [ActionsBlock(elements=elements)] if elements else []
    if offers.question_id and not isinstance(answer, HelpAnswer):
        built.append(_feedback(offers.question_id))
    return built


def _elements(answer: Answer, offers: Offers) -> list[ButtonElement]:
    if isinstance(answer, UnknownAnswer):
        # Nobody's level or pay is for others to be asked about.
        question = carried(answer) if offers.owners and not answer.about_person else None
        return [_owners(question)] if question else []
    question = None if isinstance(answer, HelpAnswer | ChoiceAnswer) else carried(answer)
    if question is None:
        return []
    label = offers.post
    if isinstance(answer, PastedAnswer) and (offers.post or offers.public):
        approved = answer.cited.receipt.status == "approved"
        label = "Post the approved card" if approved else "Post the ladder's card"
    built = [parts.button(label, POST, question)] if label else []
    return [*built, *([parts.button("Send me a copy", COPY, question)] if offers.copy else [])]


def _owners(question: str) -> ButtonElement:
    return parts.button("Ask the ladder's owners", OWNERS, question)


def _feedback(question_id: str) -> ContextActionsBlock:
    """Words beside the thumbs: a sign alone tells a screen reader little."""
    return ContextActionsBlock(
        elements=[
            FeedbackButtonsElement(
                action_id=FEEDBACK,
                positive_button=_judging("👍 Helpful", HELPFUL, question_id),
                negative_button=_judging("👎 Not helpful", NOT_HELPFUL, question_id),
            )
        ]
    )


def _judging(label: str, verdict: str, question_id: str) -> FeedbackButtonObject:
    return FeedbackButtonObject(
        text=PlainTextObject(text=label, emoji=True), value=f"{verdict}:{question_id}"
    )
