"""Lines that Markdown joins into one paragraph although their author set them apart."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from bot.ladder.importers.examples import is_example, is_label

_FOOTNOTE = re.compile(r"\[\^[\w-]{1,20}\]:\s")
_LABEL = re.compile(r"[^\W\d_a-z][^.!?;:]{0,48}:")
_LONGEST_LABEL = 6
_ENDS = (".", "!", "?", ":", ";")


def begins_anew(children: Sequence[Token], place: int) -> bool:
    """Whether the line after a line's end at `place` is a text of its own.

    So are a bold label ("**Skills**", "**Impact**: a team") and what stands below one, a footnote,
    an example, and a last line that ends in a colon. Every other line goes on with the sentence
    before it.
    """
    if children[place].type != "softbreak":
        return False
    line = _line(children[place + 1 :])
    text = _text(line).strip()
    before = _text(_line(children[:place][::-1])[::-1]).strip()
    if _FOOTNOTE.match(text):
        return True
    if is_example(text) and (text[:1].isupper() or before.endswith(_ENDS) or _is_set(line)):
        return True
    if _is_bold_label(_line(children[:place][::-1])[::-1], alone=True):
        return True
    last = place + 1 + len(line) == len(children)
    return _is_bold_label(line) or bool(last and _LABEL.fullmatch(text) and _is_short(text))


def _line(tokens: Sequence[Token]) -> list[Token]:
    line = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            break
        line.append(token)
    return line


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.content for token in tokens)


def _is_set(line: Sequence[Token]) -> bool:
    """Whether the line begins in italics or bold that only says that an example follows."""
    marked = [t for t in line if t.type != "text" or t.content]
    return bool(marked) and marked[0].type in {"em_open", "strong_open"} and is_label(_first(line))


def _first(line: Sequence[Token]) -> str:
    """What the first bold or italic run of the line says."""
    inside: list[Token] = []
    for token in line:
        if token.type in {"em_close", "strong_close"}:
            break
        inside.append(token)
    return _text(inside)


def _is_bold_label(line: Sequence[Token], *, alone: bool = False) -> bool:
    """Whether a line begins with a bold label; `alone` for one that says nothing more."""
    marked = [t for t in line if t.type != "text" or t.content.strip()]
    if not marked or marked[0].type != "strong_open":
        return False
    label = _first(line).strip()
    rest = _text(line).strip()[len(label) :].strip()
    if not label[:1].isupper() or not _is_short(label):
        return False
    if alone:
        return rest in {"", ":"}
    return not rest or label.endswith(":") or rest.startswith((":", "– ", "— ", "- "))


def _is_short(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL
