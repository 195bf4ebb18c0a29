"""What a message of anybody's says, also where it says that in blocks or attachments only."""

from collections.abc import Iterator, Mapping
from typing import Any

_ONE_LINE = frozenset({"rich_text_section", "rich_text_preformatted", "rich_text_quote"})
"""Their elements stand in one line (Slack docs, "Rich text block")."""
_SPOKEN = ("text", "title", "fields", "elements", "rows", "blocks")
"""Parts of a block that hold words; buttons and pictures beside them say nothing of a level."""
_IN_ATTACHMENT = ("pretext", "title", "text")


def message_text(message: Mapping[str, Any]) -> str:
    """The message's `text`; of one that has none, as apps write them, the words in it. Total."""
    text = message.get("text")
    if isinstance(text, str) and text.strip():
        return text
    lines = [*_words(message.get("blocks")), *_attached(message.get("attachments"))]
    return "\n".join(filter(None, map(str.strip, lines)))


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for each in part:
            yield from _words(each)
    elif isinstance(part, dict) and part.get("type") in _ONE_LINE:
        yield "".join(_words(part.get("elements")))
    elif isinstance(part, dict) and part.get("type") != "actions":
        for name in _SPOKEN:
            yield from _words(part.get(name))


def _attached(attachments: object) -> Iterator[str]:
    """An attachment's own words, else what stands for them (Slack docs, "Legacy: attachments")."""
    for each in attachments if isinstance(attachments, list) else ():
        if not isinstance(each, dict):
            continue
        said = [each[name] for name in _IN_ATTACHMENT if isinstance(each.get(name), str)]
        fields = each.get("fields")
        for field in fields if isinstance(fields, list) else ():
            if isinstance(field, dict):
                said.append(" ".join(str(field.get(name) or "") for name in ("title", "value")))
        said += _words(each.get("blocks"))
        yield from said or _words(each.get("fallback"))
