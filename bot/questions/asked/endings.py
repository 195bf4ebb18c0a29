"""What a message ends in asking, whatever story is told before."""

import re

_ENDS = re.compile(
    r"(?<=\w\w)[.!?…]+[\"”’')]*\s+"  # a sentence, and no "e.g. "
    r"|[\U0001f300-\U0001faff\u2600-\u27bf]\s+"  # people end one with an emoji, too
    r"|\n+"
    r"|,\s+(?:(?:and|so|but|please|pls)\s+)?"
    r"(?=(?:what|which|how|who|where|does|do|is|are|can|could|should|would|show|give|tell)\b)",
    re.IGNORECASE,
)
_MOST = 2
_FEW = 5
"""Words that somebody says to an answer before the next question."""
_WHERE = re.compile(r"\s*(?:and |so |but )?(?:at|in|within|inside|as|from)\b", re.IGNORECASE)


def endings(text: str, *, behind_aside: bool = False) -> list[str]:
    """The last sentence of a text, or clause that begins as a question, then the last two.

    With `behind_aside`, only where few words are said before: "Ok, that is a lot. And …".

    A clause that says where or for whom ("At Google, what is …") belongs to its question.
    """
    found, start = [], 0
    for each in _ENDS.finditer(text):
        if each[0][0] != "," or not _WHERE.match(text, start):
            found.append(each.end())
        start = each.end()
    return [
        text[end:]
        for end in found[: -_MOST - 1 : -1]
        if text[end:].strip() and not (behind_aside and text.count(" ", 0, end) > _FEW)
    ]
