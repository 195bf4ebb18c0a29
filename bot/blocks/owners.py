"""A question for the ladder's owners, and what the one who asked it is told."""

from slack_sdk.models.blocks import SectionBlock

from bot.blocks import parts
from bot.blocks.message import Message
from bot.blocks.mrkdwn import SECTION_TEXT, escaped
from bot.questions.language.words import plain


def asked_owners(question: str, user: str, link: str | None) -> Message:
    """What the owners read: the question, who asks it, and where."""
    asked = escaped(plain(question).strip(), SECTION_TEXT - 500)
    quoted = "\n".join(f"> {line}" for line in asked.splitlines() or [""])
    where = f" <{link}|Open the conversation>" if link else ""
    block = SectionBlock(
        text=parts.mrkdwn(f"<@{user}> asks something that the ladder does not answer:\n{quoted}")
    )
    context = parts.small_print(f"Please answer <@{user}> directly.{where}")
    words = f"Somebody asks something that the ladder does not answer: {asked}"
    return Message(text=words, blocks=[block.to_dict(), context.to_dict()])


def told_owners(channel: str) -> Message:
    """What the person is told who asked them."""
    words = f"I've asked the ladder's owners in <#{channel}>. They will answer you directly."
    return Message(text=words, blocks=[SectionBlock(text=parts.mrkdwn(words)).to_dict()])
