"""What a person is told of their default family, and of what is kept of them."""

from collections.abc import Mapping

from bot.blocks import parts
from bot.blocks.message import Message
from bot.blocks.mrkdwn import escape
from bot.ladder import Family
from bot.state import Kept, Whose
from bot.text.names import counted

_OF = {
    Whose.PERSON: "Your own default family",
    Whose.CHANNEL: "This channel's default family",
    Whose.WORKSPACE: "The workspace's default family",
}


def _said(words: str, *small: str) -> Message:
    blocks = [parts.paragraph(words), *parts.notes(small)]
    return Message(text=escape(words), blocks=[block.to_dict() for block in blocks])


def default_set(whose: Whose, family: Family) -> Message:
    """A default family was set."""
    others = "Everyone in this channel gets" if whose is Whose.CHANNEL else "You get"
    return _said(
        f"{_OF[whose]} is {family.name} now.",
        f"{others} its levels where a question names no family."
        + (" A person's own goes before it." if whose is Whose.CHANNEL else ""),
    )


def default_cleared(whose: Whose) -> Message:
    """A default family was taken away."""
    return _said(f"{_OF[whose]} is no longer set.")


def defaults_told(set_: Mapping[Whose, Family], of_ladder: Family | None) -> Message:
    """Which default families there are; the first counts."""
    lines = [f"{_OF[whose]}: {set_[whose].name}" for whose in Whose if whose in set_]
    if of_ladder:
        lines.append(f"The ladder's own: {of_ladder.name}")
    words = "\n".join(lines) or "No default family is set."
    return _said(
        words,
        "Where a question names no family, the first of these counts. "
        "Set yours with /level default and a family's name, this channel's with /level default "
        "here and a name; /level default none takes yours away.",
    )


def no_such_family(name: str, families: list[str]) -> Message:
    """The name is no family's."""
    shown = ", ".join(families[:10])
    more = f" and {len(families) - 10} more" if len(families) > 10 else ""
    return _said(
        f"I know no one job family “{name[:100]}”. There are: {shown}{more}.",
        "Nothing has changed.",
    )


def may_not_set() -> Message:
    """People of other organizations don't decide for a channel."""
    return _said("Only members of this workspace may set a channel's default family.")


def forgotten(kept: Kept) -> Message:
    """What was kept of a person is deleted."""
    found = [
        *(["your default family"] if kept.own.family else []),
        *(["your own level"] if kept.own.level else []),
        *(
            [f"{counted(kept.conversations, 'answer')} of the last week"]
            if kept.conversations
            else []
        ),
    ]
    if not found:
        return _said("Nothing was kept of you, so there was nothing to delete.")
    return _said(
        f"Deleted: {', '.join(found)}.",
        "Questions are kept without who asked them, so none of them can be told to be yours.",
    )
