"""What is offered under an answer, by where it is shown."""

from bot.answers import Answer
from bot.blocks import Offers
from bot.desk import Desk, Place


def under(desk: Desk, place: Place, answer: Answer) -> Offers:
    """Under an answer that is a message: for all in a channel or thread, or direct."""
    return Offers(
        public=place.public,
        owners=desk.owners_channel is not None,
        question_id=answer.question_id,
    )


def to_one(desk: Desk, place: Place, answer: Answer) -> Offers:
    """Under an answer that one person sees among others, until they leave."""
    return Offers(
        post="Post here" if place.is_direct else "Post to channel",
        copy=True,
        owners=desk.owners_channel is not None,
        question_id=answer.question_id,
    )
