"""A comparison as blocks: a table in a message, sections where Slack has no tables."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import (
    Block,
    RawTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextSectionElement,
    SectionBlock,
    TableBlock,
)

from bot import text
from bot.answers import CompareAnswer, ComparedPart
from bot.answers.quote import PAY, SOC, SUMMARY, TITLES
from bot.blocks import parts
from bot.blocks.laid import Laid
from bot.blocks.mrkdwn import FIELD_TEXT, SECTION_TEXT, bold, cut, escaped
from bot.blocks.outlined import GLANCE, Room, cautions, outlined
from bot.blocks.questions import buttons
from bot.text.compare import SILENT, in_common, is_single, lead, only_on, told_rows
from bot.text.names import counted
from bot.text.unseen import beside

TABLE_ROWS = 100
"""Slack docs, "Table block": rows, its head among them."""
TABLE_CHARACTERS = 9_500
"""Slack docs, "Table block": 10,000 in all cells together; the rest is for heads and names."""
CELL_CHARACTERS = 600

DIFFERENT = "≠"
SAME = "="
LEGEND = f"{DIFFERENT} the cards differ  ·  {SAME} they say the same"

_TWO_SIDES = 2
_SHOWN = 2
"""Lines of its own that each card shows of a section at a glance."""

_FIELD_LINE = 500
"""Characters of one line in a field."""
_FOR_COUNT = 40
"""Characters for "and 12 more" at a field's end."""

_ASIDE = (SUMMARY, TITLES, PAY, SOC)


def compared(answer: CompareAnswer, room: Room = GLANCE) -> Laid:
    """The levels side by side: first what has one line a card, then the lists."""
    sides = answer.sides
    if len(sides) == 1:
        return outlined(text.outline(answer), buttons(answer), room)
    names = text.labels(sides)
    rows, aside = _parted(answer, room)
    single = [row for row in rows if is_single(row)]
    lists = [row for row in rows if not is_single(row)]
    return Laid(
        head=[parts.paragraph(lead(answer)), *cautions(text.draft_lines(sides))],
        body=[
            *(_single_lines(single, names, room) if single else ()),
            *(block for row in lists for block in _list(row, names, room)),
            *parts.notes([f"Not shown: {', '.join(map(_signed, aside))}" if aside else None]),
        ],
        told=[*map(parts.paragraph, beside(answer))],
        buttons=buttons(answer),
        receipts=parts.notes(text.receipt_lines(sides)),
    )


def _parted(answer: CompareAnswer, room: Room) -> tuple[list[ComparedPart], list[ComparedPart]]:
    """The rows to show, and those that a message only names: they say least of a level."""
    rows = told_rows(answer)
    if room is not GLANCE or answer.attribute:
        return rows, []
    shown = [row for row in rows if row.part.id not in _ASIDE]
    aside = [row for row in rows if row.part.id in _ASIDE]
    return (shown, aside) if shown else (aside, [])


def _single_lines(
    rows: Sequence[ComparedPart], names: Sequence[str], room: Room
) -> Iterator[Block]:
    yield from parts.notes([LEGEND])
    if room.tables and len(rows) > 1:
        yield _table(rows, names)
    else:
        yield from (block for row in rows for block in _as_section(row, names))


def _table(rows: Sequence[ComparedPart], names: Sequence[str]) -> TableBlock:
    shown = rows[: TABLE_ROWS - 1]
    most = min(CELL_CHARACTERS, TABLE_CHARACTERS // (len(shown) * (len(names) + 1)))
    head: list[RawTextObject | RichTextBlock] = [_plain(name, most) for name in (" ", *names)]
    body: list[list[RawTextObject | RichTextBlock]] = [
        [_marked(row, most), *(_plain(cell[0] if cell else SILENT, most) for cell in row.cells)]
        for row in shown
    ]
    # Without wrapping, Slack cuts a long cell off.
    columns = [{"is_wrapped": True} for _ in head]
    return TableBlock(rows=[head, *body], column_settings=columns)


def _plain(words: str, most: int) -> RawTextObject:
    return RawTextObject(text=cut(words, most) or " ")


def _marked(row: ComparedPart, most: int) -> RichTextBlock:
    """The name of a row; bold and with a sign where the cards differ, so that it is read out."""
    words = f"{_sign(row)}\u00a0{cut(row.part.name, max(most - 2, 1))}"
    style = None if row.same else RichTextElementParts.TextStyle(bold=True)
    name = RichTextElementParts.Text(text=words, style=style)
    return RichTextBlock(elements=[RichTextSectionElement(elements=[name])])


def _signed(row: ComparedPart) -> str:
    return f"{row.part.name} ({'the same' if row.same else 'different'})"


def _sign(row: ComparedPart) -> str:
    return SAME if row.same else DIFFERENT


def _as_section(row: ComparedPart, names: Sequence[str]) -> Iterator[Block]:
    """A row of the table where there is no table."""
    title = bold(f"{_sign(row)} {row.part.name}", 200)
    if row.same:
        said = escaped(row.cells[0][0], SECTION_TEXT - 300)
        yield SectionBlock(text=parts.mrkdwn(f"{title}\n{said}"))
        return
    cells = [cell[0] if cell else SILENT for cell in row.cells]
    fields = [
        f"{bold(name, 150)}\n{escaped(cell, FIELD_TEXT - 200)}"
        for name, cell in zip(names, cells, strict=True)
    ]
    yield SectionBlock(text=parts.mrkdwn(title), fields=[parts.mrkdwn(each) for each in fields])


def _list(row: ComparedPart, names: Sequence[str], room: Room) -> Iterator[Block]:
    """A section: what not every card has, side by side, and how much all have."""
    common = in_common(row)
    title = bold(f"{_sign(row)} {row.part.name}", 200)
    all_have = (
        f"{'Both' if len(names) == _TWO_SIDES else 'All'} have {counted(len(common), 'line')}"
    )
    if row.same:
        yield SectionBlock(text=parts.mrkdwn(f"{title}\n{all_have}."))
        return
    also = f"\n{all_have} in common." if common else ""
    most = _SHOWN if room.at_most is None else room.at_most
    only = "Only " if len(names) == _TWO_SIDES else ""  # of more, two may share a line
    fields = [
        _field(f"{only}{name}", only_on(row, side), most, silent=not row.cells[side])
        for side, name in enumerate(names)
    ]
    yield SectionBlock(
        text=parts.mrkdwn(title + also), fields=[parts.mrkdwn(each) for each in fields]
    )


def _field(name: str, lines: Sequence[str], most: int, *, silent: bool) -> str:
    """One card's own lines of a section, as many as fit."""
    head = bold(name, 150)
    if not lines:
        return f"{head}\n{SILENT if silent else 'nothing of its own'}"
    shown = lines if len(lines) <= most + 1 else lines[:most]
    kept, room = [head], FIELD_TEXT - len(head) - _FOR_COUNT
    for line in shown:
        row = f"•  {escaped(line, _FIELD_LINE)}"
        room -= len(row) + 1
        if room < 0:
            break
        kept.append(row)
    hidden = len(lines) + 1 - len(kept)
    return "\n".join([*kept, *([f"_and {hidden} more_"] if hidden else [])])
