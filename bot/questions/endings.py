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


def endings(text: str) -> list[str]:
    """The last sentence of a text, or clause that begins as a question, then the last two."""
    ends = [found.end() for found in _ENDS.finditer(text)]
    return [text[end:] for end in ends[: -_MOST - 1 : -1] if text[end:].strip()]
