"""HTML within the cells and values of tables and data: its tags go, its texts and lists stay."""

import re

from bot.ladder.importers.source import decode_entities

_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|p|div|br|ul|ol|li|h[1-6]|small|sup|sub|font|section)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>\s*", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</?(?:p|div|ul|ol|h[1-6])(?:\s[^<>]*)?>|</li>", re.IGNORECASE)


def without_markup(text: str) -> str:
    """`text` without the tags that only shape it, and with its entities decoded.

    List items become bullets, paragraphs lines. Whatever is no such tag stays: "a < b", a link.
    """
    if "<" in text and _TAG.search(text):
        text = _BREAK.sub("\n", _ITEM.sub("\n• ", text))
        text = _TAG.sub("", text)
        text = re.sub(r"\s*\n\s*", "\n", text).strip()
    return decode_entities(text)
