"""Text for Slack: escaped, and cut between words to what Slack takes."""

from collections.abc import Iterable, Iterator

# Slack docs, "Reference: section block", "header block", "button element".
SECTION_TEXT = 3_000
FIELD_TEXT = 2_000
HEADER_TEXT = 150
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000

_ELLIPSIS = "…"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    """`text` with the three signs that Slack reads as markup written as entities."""
    for sign, entity in _ENTITIES.items():
        text = text.replace(sign, entity)
    return text


def cut(text: str, most: int) -> str:
    """Plain `text` in at most `most` characters, cut between words, with an ellipsis."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    space = head.rfind(" ")
    return (head[:space] if space > most // 2 else head).rstrip() + _ELLIPSIS


def escaped(text: str, most: int) -> str:
    """`text` escaped and then in at most `most` characters; no entity is cut in two."""
    whole = escape(text)
    if len(whole) <= most:
        return whole
    room = most - 1
    for place, sign in enumerate(text):
        room -= len(_ENTITIES.get(sign, sign))
        if room < 0:
            return escape(cut(text, place + 1))
    return whole


def bold(text: str, most: int) -> str:
    """`text` as `escaped`, in bold where its own signs do not end that: "O*NET / SOC" would."""
    ready = escaped(text, most)
    return ready if "*" in ready or "\n" in ready else f"*{ready}*"


def pages(lines: Iterable[str], most: int = SECTION_TEXT) -> Iterator[str]:
    """Escaped lines joined into texts of at most `most` characters, broken between lines."""
    page = ""
    for line in lines:
        grown = f"{page}\n{line}" if page else line
        if len(grown) > most and page:
            yield page
            page = line
        else:
            page = grown
    if page:
        yield page
