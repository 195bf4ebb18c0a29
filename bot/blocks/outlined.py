"""An outlined answer as blocks: at a glance in a message, or at length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import Block, ButtonElement, SectionBlock

from bot.blocks import parts
from bot.blocks.laid import Laid
from bot.blocks.mrkdwn import SECTION_TEXT, bold, escaped, pages
from bot.text import Line, Outline, Passage
from bot.text.names import counted

SHORT_ROW = 6
"""Short items shown in a row."""
LONG_ROW = 40
"""Short items shown in a row where the list is the answer itself."""
SHORT_ITEM = 38
"""Characters on the average up to which the items of a long list are shown in a row."""

_COUNTS = 12
"""Lists that are only counted, named in a row."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each list is shown."""

    at_most: int | None
    """Lines of a list; None for as many as the answer itself wants to show at a glance."""
    tables: bool = True
    """Slack takes tables in messages only."""

    def lines(self, passage: Passage) -> int:
        """How many lines of this list are shown; one more is shown rather than counted."""
        wanted = passage.glance if self.at_most is None else self.at_most
        whole = wanted and len(passage.lines) <= wanted + 1
        return len(passage.lines) if whole else wanted


GLANCE = Room(None)
WHOLE = Room(60)
MODAL = Room(60, tables=False)


def outlined(told: Outline, buttons: Sequence[ButtonElement] = (), room: Room = GLANCE) -> Laid:
    """An outline laid out."""
    return Laid(
        head=[*_lead(told), *cautions(told.cautions)],
        body=passages(told.passages, room),
        told=[*map(parts.paragraph, told.not_shown), *parts.notes(told.notes[:1])],
        buttons=buttons,
        receipts=parts.notes(told.receipts),
    )


def cautions(lines: Sequence[str]) -> list[Block]:
    """What a reader must know first: one line for each group of drafts."""
    return [*parts.notes(f":warning: {line}" for line in lines[:_COUNTS])]


def _lead(told: Outline) -> list[Block]:
    about = f"{bold(told.about, 1_000)}\n" if told.about else ""
    room = SECTION_TEXT - len(about)
    first, *rest = pages([escaped(line, room) for line in told.lead.splitlines() if line], room)
    return [SectionBlock(text=parts.mrkdwn(text)) for text in (about + first, *rest)]


def passages(told: Sequence[Passage], room: Room) -> list[Block]:
    """Each list that has something to show, then in one line what is only counted."""
    shown = [block for passage in told for block in _passage(passage, room)]
    rest = [passage for passage in told if not room.lines(passage)]
    names = [f"{each.title}: {counted(len(each.lines), 'line')}" for each in rest[:_COUNTS]]
    return [*shown, *parts.notes([f"Not shown: {'; '.join(names)}" if names else None])]


def _passage(passage: Passage, room: Room) -> Iterator[Block]:
    most = room.lines(passage)
    if not most:
        return
    if are_short(passage.lines) and passage.title:
        most = max(most, SHORT_ROW)
    elif are_short(passage.lines):
        most = LONG_ROW
    hidden = len(passage.lines) - most
    if are_short(passage.lines):
        more = [f"and {hidden} more"] if hidden > 0 else []
        yield parts.in_a_row([*map(str, passage.lines[:most]), *more], passage.title)
        return
    more = [f"_and {hidden} more_"] if hidden > 0 else []
    yield from listing(passage.title, passage.lines[:most], more)


def listing(title: str | None, lines: Sequence[str | Line], more: Sequence[str]) -> Iterator[Block]:
    """A list in as few sections as it takes; in one where it must be cut anyway."""
    bullet = "•  " if len(lines) > 1 or not title else ""
    ready = [bullet + _marked(line) for line in lines]
    head = [bold(title, 200)] if title else []
    for page in pages([*head, *ready, *more]):
        yield SectionBlock(text=parts.mrkdwn(page))


def _marked(line: str | Line) -> str:
    """A line escaped, what it is about in bold."""
    if isinstance(line, str):
        return escaped(line, SECTION_TEXT - 300)
    about = f"{bold(line.about, 500)}: "
    return about + escaped(line.said, SECTION_TEXT - 300 - len(about))


def are_short(lines: Sequence[str | Line]) -> bool:
    """Whether items read well in a row: many, of a few words each, and about one thing."""
    length = sum(len(str(line)) for line in lines)
    alike = all(isinstance(line, str) for line in lines)
    return alike and len(lines) > SHORT_ROW and length / len(lines) <= SHORT_ITEM
