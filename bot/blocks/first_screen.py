"""As much of an answer as one phone screen shows, with *Show all* as the last thing on it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    HeaderBlock,
    SectionBlock,
    TableBlock,
)
from slack_sdk.models.blocks.basic_components import TextObject

from bot.blocks import parts
from bot.blocks.laid import Laid
from bot.blocks.mrkdwn import SECTION_TEXT
from bot.blocks.phone import BUTTONS_PX, height

SCREEN_PX = 715
"""What a common phone, 390 by 844 pixels, has between its bars; a little is kept in hand."""
AROUND_PX = 56
"""Who says it, that only one person sees it, and the edges."""
LEAST_PX = 120
"""What an answer has for itself, however much must stand around it."""
LEAST_LINES = 2
"""A list that is cut shows its title and one line at least."""

_MORE = re.compile(r"_?and ([\d,]+) more_?")
_ENTITY_BEGUN = re.compile(r"&\w{0,3}$")
_BULLET = "•  "


@dataclass(frozen=True, slots=True)
class Screenful:
    """What is shown of an answer first, and whether that is all of it."""

    shown: list[Block]
    is_all: bool


def one_screen(laid: Laid, above: Iterable[Block]) -> Screenful:
    """The content of an answer that one phone screen has room for, with `above` before it and the
    first row of buttons, in which *Show all* is, below it.

    What comes first is cut rather than left out; what comes after it is shown in its order, and
    nothing behind what is left out.
    """
    room = max(SCREEN_PX - AROUND_PX - BUTTONS_PX - height([*above, *laid.told]), LEAST_PX)
    head = _cut_head(laid.head, room)
    room -= height(head)
    body = _that_fit(laid.body, room)
    is_all = head == list(laid.head) and body == list(laid.body)
    return Screenful([*head, *body, *laid.told], is_all)


def _cut_head(head: Sequence[Block], room: float) -> list[Block]:
    """The longest text of a head that is too tall for the screen by itself is cut."""
    over = height(head) - room
    if over <= 0:
        return list(head)
    texts = [each for each in head if isinstance(each, SectionBlock)]
    if not texts:
        return list(head)
    longest = max(texts, key=lambda each: height([each]))
    least = height([parts.paragraph("A\nB\nC")])
    short = _cut_words(longest, max(height([longest]) - over, least))
    return [short if each is longest else each for each in head]


def _that_fit(body: Iterable[Block], room: float) -> list[Block]:
    kept: list[Block] = []
    for block in body:
        needed = height([block])
        if needed > room:
            if shorter := _shorter(block, room):
                kept.append(shorter)
            break
        kept.append(block)
        room -= needed
    # What only leads over to the next block says nothing by itself.
    while kept and isinstance(kept[-1], ContextBlock | HeaderBlock):
        kept.pop()
    return kept


def _shorter(block: Block, room: float) -> Block | None:
    """The beginning of a block that is too tall; None where nothing of it is worth showing."""
    if isinstance(block, TableBlock):
        return _fewer_rows(block, room)
    if not isinstance(block, SectionBlock):
        return None
    if block.fields and block.text is None:
        return _fewer_fields(block.fields, room)
    if block.fields or block.text is None:  # under a title they belong together: side by side
        return None
    lines = block.text.text.split("\n")
    if parts.BETWEEN in lines[-1]:
        return _fewer_items(lines, room)
    return _fewer_lines(lines, room) if len(lines) > 1 else None


def _fewer_rows(table: TableBlock, room: float) -> TableBlock | None:
    # Tried one by one: with other rows the columns have other widths.
    for kept in range(len(table.rows) - 1, LEAST_LINES - 1, -1):
        shorter = TableBlock(rows=table.rows[:kept], column_settings=table.column_settings)
        if height([shorter]) <= room:
            return shorter
    return None


def _fewer_fields(fields: Sequence[TextObject], room: float) -> SectionBlock | None:
    for kept in range(len(fields) - 1, 0, -1):
        shorter = SectionBlock(fields=list(fields[:kept]))
        if height([shorter]) <= room:
            return shorter
    return None


def _fewer_lines(lines: Sequence[str], room: float) -> SectionBlock | None:
    """A list with fewer lines, and how many more there are."""
    said, hidden = _counted(lines)
    for kept in range(len(said) - 1, LEAST_LINES - 1, -1):
        left = f"_and {hidden + len(said) - kept} more_"
        if shorter := _fitting("\n".join([*said[:kept], left]), room):
            return shorter
    return None


def _fewer_items(lines: Sequence[str], room: float) -> SectionBlock | None:
    """A row of short items with fewer of them, under its title."""
    *title, row = lines
    items, hidden = _counted(row.split(parts.BETWEEN))
    for kept in range(len(items) - 1, LEAST_LINES - 1, -1):
        left = f"and {hidden + len(items) - kept} more"
        shown = parts.BETWEEN.join([*items[:kept], left])
        if shorter := _fitting("\n".join([*title, shown]), room):
            return shorter
    return None


def _fitting(said: str, room: float) -> SectionBlock | None:
    """The text as a block; None where it is too tall, or longer than Slack takes."""
    if len(said) > SECTION_TEXT:
        return None
    built = SectionBlock(text=parts.mrkdwn(said))
    return built if height([built]) <= room else None


def _counted(said: Sequence[str]) -> tuple[list[str], int]:
    """The lines or items of a list, and how many more it tells to have."""
    more = _MORE.fullmatch(said[-1])
    return (list(said[:-1]), int(more[1].replace(",", ""))) if more else (list(said), 0)


def _cut_words(section: SectionBlock, room: float) -> SectionBlock:
    """The beginning of a text: whole lines first, then words, no markup cut in two."""
    if section.text is None:
        return section
    words = re.split(r"(?<=[ \n])", section.text.text)
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if height([_ended(words[:middle])]) <= room:
            low = middle
        else:
            high = middle - 1
    return _ended(words[:low])


def _ended(words: Sequence[str]) -> SectionBlock:
    said = "".join(words).rstrip()
    # A bold name that was cut is none any more.
    if said.rpartition("\n")[2].removeprefix(_BULLET).count("*") == 1:
        said = said.replace("*", "", 1) if said.count("*") == 1 else said
    # One endless word: no entity is cut in two.
    short = said if len(said) < SECTION_TEXT else _ENTITY_BEGUN.sub("", said[: SECTION_TEXT - 1])
    return SectionBlock(text=parts.mrkdwn(f"{short}…"))
