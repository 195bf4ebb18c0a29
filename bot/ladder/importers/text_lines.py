"""The lines of a pasted text: their words, their bullets and how deep those stand."""

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.ladder.importers.examples import is_example, is_label
from bot.ladder.importers.levels import level_name
from bot.ladder.importers.source import decode_entities
from bot.ladder.importers.text_marks import (
    bullet_of,
    emoji_of,
    is_bullet_emoji,
    is_emoji,
    is_quoted,
    look_of,
    outline_number,
    unquoted,
)
from bot.ladder.importers.vocabulary import is_part_name

_RULE = re.compile(r"[-=_*~—–\s]{3,}|```\w*|-- ?|\|?[\s|+:=-]*(?:--|==)[\s|+:=-]*")
_HIDDEN = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad\u200e\u200f"))
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "their",
        "our",
    ]
)
_SUB_MARKS = frozenset("◦○▫o§–◘")
_MAIN_MARKS = frozenset("•●▪-*■◆∙·")
_NUMBERS = frozenset({"1.", "1)", "(1)"})
_LONGEST_HEADING = 8
_ACRONYM = 4
_WRAP_AT = 55
_WRAP_BULLET_AT = 30


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it stands, its entities decoded, without the signs that quote it."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether it says nothing: an empty line, or one drawn to part what is above from below."""
        stripped = self.text.strip()
        return not stripped or _RULE.fullmatch(stripped) is not None


@dataclass(slots=True)
class TextLine:
    """A line that is no part of a table."""

    number: int
    text: str
    indent: int
    mark: str
    """The bullet in front; empty for none."""
    style: str
    """How it is set off: "bold", "hash", "colon", "caps", "number" or ""."""
    after_blank: bool
    struck: bool = False
    emoji: str = ""
    """What stands in front of the text and is no bullet."""
    last: int = 0
    """The last line, where the text was wrapped over several."""
    depth: int = 0
    """As `Leaf.depth`."""

    @property
    def bullet(self) -> bool:
        """Whether a bullet stands in front."""
        return bool(self.mark)

    @property
    def whole(self) -> str:
        """The text with the emoji in front of it."""
        return f"{self.emoji} {self.text}" if self.emoji else self.text


def raw_lines(text: str) -> list[RawLine]:
    """Every line of the text, from the first."""
    lines = [
        decode_entities(raw).replace("\u00a0", " ").translate(_HIDDEN) for raw in text.split("\n")
    ]
    quoted = [is_quoted(line) for line in lines]
    found = []
    for place, line in enumerate(lines):
        # "> 5 years" alone is a figure; between other quoted lines it is quoted too.
        beside = any(quoted[max(place - 1, 0) : place + 2])
        is_quote = quoted[place] or (beside and line.lstrip().startswith(">"))
        found.append(RawLine(place + 1, unquoted(line) if is_quote else line))
    return found


def text_lines(raw: Sequence[RawLine]) -> list[TextLine]:
    """The lines that say something, wrapped ones joined, each bullet with its depth."""
    lines: list[TextLine] = []
    after_blank, pending = True, ""
    for each in raw:
        if each.blank:
            after_blank = True
            continue
        expanded = each.text.expandtabs(4)
        indent = len(expanded) - len(expanded.lstrip())
        mark, content = bullet_of(each.text.strip())
        if not content:  # a bullet alone: its text comes on the next line
            pending = mark
            continue
        if pending and not mark:
            mark = pending
        pending = ""
        emoji, content = emoji_of(content)
        look = look_of(content, bullet=bool(mark))
        lines.append(
            TextLine(
                each.number, look.text, indent, mark, look.style, after_blank, look.struck, emoji
            )
        )
        after_blank = False
    _emoji_bullets(lines)
    for line, following in pairwise(lines):
        shouted = line.text.isupper() and line.text.isalpha() and len(line.text) > _ACRONYM
        if shouted and not (line.style or line.mark) and line.after_blank and following.mark:
            line.style = "caps"
    _outline_numbers(lines)
    _numbered_headings(lines)
    lines = _unwrapped(lines)
    _nest(lines)
    return lines


def _emoji_bullets(lines: Sequence[TextLine]) -> None:
    """An emoji in front is a bullet where it is known for that or the lines beside it have it."""
    alike: list[TextLine] = []
    for place, line in enumerate(lines):
        if is_emoji(line.mark) and _stands_over_list(lines, place):
            line.emoji, line.mark = line.mark, ""
            continue
        if not line.emoji or line.mark or line.style == "bold":
            continue
        beside = [*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2]]
        same = any(each.emoji == line.emoji and each.style == line.style for each in beside)
        if is_bullet_emoji(line.emoji) or same:
            alike.append(line)
    for line in alike:
        line.mark, line.emoji = line.emoji, ""


def _stands_over_list(lines: Sequence[TextLine], place: int) -> bool:
    """Whether a line is alone in its kind, right above bullets that are indented further."""
    line, following = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    if following is None or not following.mark or following.indent <= line.indent + 1:
        return False
    return all(other.mark != line.mark for other in (following, *lines[max(place - 1, 0) : place]))


def _outline_numbers(lines: Sequence[TextLine]) -> None:
    """ "1.2 Scope" is numbered where other lines are too; "1.5 Million users" alone is not."""
    numbered = [(line, outline_number(line.text)) for line in lines if not line.bullet]
    told = [(line, number) for line, number in numbered if number]
    if len({number[0] for _, number in told}) < 2:
        return
    for line, (_, text) in told:
        line.text = text
        line.style = line.style or "number"


def _numbered_headings(lines: Sequence[TextLine]) -> None:
    """ "2. Responsibilities" over dashes is a heading, and so are the numbers like it."""
    alone = []
    for place, line in enumerate(lines[:-1]):
        beside = [*lines[max(place - 1, 0) : place], lines[place + 1]]
        if line.mark in _NUMBERS and all(each.mark != line.mark for each in beside):
            alone.append(line)
    if not any(is_part_name(line.text) or level_name(line.text) for line in alone):
        return
    for line in alone:
        if len(line.text.split()) <= _LONGEST_HEADING and line.text[-1:] not in ".!?;,":
            line.mark, line.style = "", line.style or "number"


def _unwrapped(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with those joined that a mail, a terminal or a hanging indent wrapped."""
    joined: list[TextLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and _goes_on(before, line):
            before.text = f"{before.text} {line.text}"
            before.last = line.number
        else:
            joined.append(line)
    return joined


def _goes_on(before: TextLine, line: TextLine) -> bool:
    if line.bullet or line.style or line.after_blank or before.style or line.emoji:
        return False
    if is_example(line.text) or is_label(line.text) or line.struck != before.struck:
        return False
    hangs = before.bullet and line.indent > before.indent + 1
    open_ended = before.text[-1:] == "," or before.text.rsplit(maxsplit=1)[-1] in _SMALL_WORDS
    if hangs and open_ended:
        return True
    long = hangs or len(before.text) > (_WRAP_BULLET_AT if before.bullet else _WRAP_AT)
    return long and line.text[:1].islower() and before.text[-1:] not in ".!?:;"


def _nest(lines: Sequence[TextLine]) -> None:
    """Give each bullet its depth within its own list: by its indent, else by its kind."""
    run: list[TextLine] = []
    for line in lines:
        if line.bullet or (run and _hangs(run[-1], line)):
            run.append(line)
        else:
            _nest_run(run)
            run = []
    _nest_run(run)


def _hangs(before: TextLine, line: TextLine) -> bool:
    """Whether a line without a bullet belongs under the bullet before it: "Example: …"."""
    if line.style not in {"", "colon"} or line.after_blank:
        return False
    if is_example(line.text):
        return True
    indented = line.indent > before.indent + before.bullet
    return indented and not (is_part_name(line.text) or level_name(line.text) or line.emoji)


def _nest_run(run: Sequence[TextLine]) -> None:
    indents: list[int] = []
    marks: defaultdict[int, set[str]] = defaultdict(set)
    under_numbers = _under_numbers(run)
    for place, line in enumerate(run):
        if not line.bullet:
            line.depth = run[place - 1].depth + run[place - 1].bullet
            continue
        while indents and line.indent < indents[-1]:
            indents.pop()
        if not indents or line.indent > indents[-1] + 1:
            indents.append(line.indent)
        line.depth = len(indents)
        if _is_lesser(line.mark, marks[len(indents)]) or place in under_numbers:
            line.depth += 1
        marks[len(indents)].add(line.mark)


def _is_lesser(mark: str, above: set[str]) -> bool:
    """Whether a bullet stands under another of the same indent: "◦" under "•"."""
    greater = _MAIN_MARKS - set("-*") if mark == "–" else _MAIN_MARKS
    return mark in _SUB_MARKS and bool(above & greater)


def _under_numbers(run: Sequence[TextLine]) -> set[int]:
    """Places of bullets between the numbers of one list, at the same indent: "1.", "-", "2."."""
    numbers = [place for place, line in enumerate(run) if line.mark in _NUMBERS]
    if len(numbers) < 2 or numbers[0] != 0:
        return set()
    between = set(range(numbers[0], len(run))) - set(numbers)
    marks = {run[place].mark for place in between}
    flat = len({line.indent for line in run}) == 1
    gaps = sum(after - before > 1 for before, after in itertools.pairwise(numbers))
    return between if flat and gaps and len(marks) == 1 else set()
