"""How tall blocks stand on a phone, so that what is sent first fits one screen.

Slack tells no app how wide a client is. These are the measures of the local workspace's page at a
phone's width; its letters are wide, and Slack's own are narrower. tests/page/test_one_screen.py
holds them against a browser.
"""

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ContextActionsBlock,
    ContextBlock,
    HeaderBlock,
    SectionBlock,
    TableBlock,
)

WIDTH_PX = 309
"""What a message's text has of the 390 pixels of a common phone."""
ROW_PX = 316
"""What a row of buttons has."""
TABLE_PX = 362
"""A table goes below the picture beside the message."""

_TEXT_PX, _SMALL_PX, _CELL_PX, _HEAD_PX, _BUTTON_PX = 15, 13, 12, 18, 14
_LINE_PX = {_TEXT_PX: 22.0, _SMALL_PX: 18.0, _CELL_PX: 16.8, _HEAD_PX: 24.0}
_BOLD = 1.12
"""How much wider bold letters are."""
_GAP_PX = 8
_MARGIN_PX = 11.5
"""Above and below a section."""
_FIELD_GAP_PX = 5.5
_BUTTON_HEIGHT_PX, _BUTTON_EDGES_PX = 38, 26
BUTTONS_PX = _BUTTON_HEIGHT_PX + _GAP_PX * 1.5
"""A row of buttons."""
_CELL_EDGES_PX, _CELL_SIDES_PX = 13, 14

_EMOJI = re.compile(r":[a-z_]+:")
_NARROW = frozenset("fijlrtI .,;:'’!|()[]-/*_•")
_WIDE = frozenset("mwMW@%—…≠→")


def height(blocks: Iterable[Block]) -> float:
    """Pixels that the blocks stand tall, one below the other."""
    return sum(map(_height, blocks))


@singledispatch
def _height(block: Block) -> float:  # noqa: ARG001
    """A block that says nothing here, such as a divider."""
    return _GAP_PX


@_height.register
def _(block: HeaderBlock) -> float:
    assert block.text is not None  # noqa: S101 - a header has one
    return lines(block.text.text, _HEAD_PX, bold=True) * _LINE_PX[_HEAD_PX] + 4


@_height.register
def _(block: SectionBlock) -> float:
    texts = [] if block.text is None else [block.text.text]
    texts += [field.text for field in block.fields or ()]
    below = _BUTTON_HEIGHT_PX + _GAP_PX if block.accessory else 0
    stacked = sum(lines(said, _TEXT_PX) * _LINE_PX[_TEXT_PX] + _FIELD_GAP_PX for said in texts)
    return stacked - _FIELD_GAP_PX + _MARGIN_PX + below


@_height.register
def _(block: ContextBlock) -> float:
    texts = [getattr(element, "text", "") for element in block.elements]
    return sum(lines(said, _SMALL_PX) for said in texts) * _LINE_PX[_SMALL_PX] + _GAP_PX


@_height.register
def _(block: ActionsBlock) -> float:
    labels = [getattr(getattr(each, "text", None), "text", "") for each in block.elements]
    rows, left = 1, float(ROW_PX)
    for label in labels:
        needed = min(_width(label, _BUTTON_PX, bold=True) + _BUTTON_EDGES_PX, ROW_PX)
        if needed > left:
            rows, left = rows + 1, float(ROW_PX)
        left -= needed + _GAP_PX
    return rows * (_BUTTON_HEIGHT_PX + _GAP_PX) + _GAP_PX / 2


@_height.register
def _(block: ContextActionsBlock) -> float:  # noqa: ARG001 - the same whatever stands there
    return _BUTTON_HEIGHT_PX + 2


@_height.register
def _(block: TableBlock) -> float:
    return sum(_row_heights(block), start=20)


def _row_heights(table: TableBlock) -> list[float]:
    """Pixels of each row of a table."""
    texts = [[_cell(cell) for cell in row] for row in table.to_dict()["rows"]]
    names = [max(words(row[0]), key=len, default="") for row in texts]
    first = max((_width(word, _CELL_PX, bold=True) for word in names), default=0.0)
    others = max(len(texts[0]) - 1, 1)
    room = (TABLE_PX - first - _CELL_SIDES_PX) / others - _CELL_SIDES_PX
    # A column is as wide as its longest word; the table then scrolls sideways.
    columns = [
        max([room, *(_width(word, _CELL_PX) for row in texts for word in words(row[place]))])
        for place in range(1, len(texts[0]))
    ]
    widths = [max(first, 1.0), *columns]
    return [
        max(lines(said, _CELL_PX, width=width) for said, width in zip(row, widths, strict=True))
        * _LINE_PX[_CELL_PX]
        + _CELL_EDGES_PX
        for row in texts
    ]


def _cell(cell: dict[str, Any]) -> str:
    """The text of a raw cell, or of a rich one."""
    parts = [part for section in cell.get("elements", ()) for part in section.get("elements", ())]
    return "".join(str(part.get("text", "")) for part in (cell, *parts))


def words(said: str) -> list[str]:
    """What a line is broken between: at spaces, but not at those that do not break."""
    return [word for word in said.replace("\n", " ").split(" ") if word]


def lines(said: str, size_px: int, *, bold: bool = False, width: float = WIDTH_PX) -> int:
    """Lines that a text takes, broken between words."""
    shown = _EMOJI.sub("⚠", html.unescape(said))
    return sum(_broken(line, size_px, bold, width) for line in shown.split("\n"))


def _broken(line: str, size_px: int, bold: bool, width: float) -> int:
    space = _width(" ", size_px)
    is_bold, count, left = bold, 1, width
    for word in line.split(" "):
        is_bold = is_bold or word.startswith("*")
        needed = _width(word, size_px, bold=is_bold)
        is_bold = is_bold and (bold or not word.rstrip(":.,").endswith("*"))
        if needed > left and left < width:
            count, left = count + 1, width
        while needed > width:  # a word longer than a line is broken anywhere
            count, needed = count + 1, needed - width
        left -= needed + space
    return count


def _width(said: str, size_px: int, *, bold: bool = False) -> float:
    return sum(map(_em, said)) * size_px * (_BOLD if bold else 1.0)


def _em(letter: str) -> float:
    """A letter's width by its height."""
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.92
    if letter.isupper():
        return 0.69
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.61
