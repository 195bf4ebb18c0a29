"""What is offered under an answer, by where it is shown."""

from bot.blocks import Offers


def to_one(channel: str | None) -> Offers:
    """Under an answer that one person sees in `channel`."""
    direct = (channel or "").startswith("D")
    return Offers(post="Post here" if direct else "Post to channel", copy=True)


def to_all() -> Offers:
    """Under an answer that everyone in a channel or thread sees."""
    return Offers(public=True)
