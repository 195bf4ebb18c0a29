"""Words of a title that stand between quotation marks: "what does 'staff' mean at our place"."""

import re

from bot.questions.language.words import squash
from bot.questions.tagging.tags import Kind, Tag

_MARK = re.compile("[\"'“”‘’«»`]")
_QUOTED = re.compile(r"(?<!\w)[\"'“‘«`]([^\"'“”‘’«»`\n]{3,40})[\"'”’»`](?!\w)")


def with_quoted(tags: list[Tag], text: str) -> list[Tag]:
    """The tags, with those marked that stand for a word of rank and are quoted in the text."""
    if not _MARK.search(text):
        return tags
    quoted = {squash(found) for found in _QUOTED.findall(text)}
    return [
        each._replace(quoted=True)
        if each.kind is Kind.TERM and (each.text in quoted or "".join(each.said) in quoted)
        else each
        for each in tags
    ]
