"""Pieces that messages and modals share. They take plain text and escape it themselves."""

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import (
    ButtonElement,
    ContextBlock,
    HeaderBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from bot import text
from bot.answers import CardAnswer
from bot.blocks.mrkdwn import (
    BUTTON_TEXT,
    BUTTON_VALUE,
    FIELD_TEXT,
    HEADER_TEXT,
    SECTION_TEXT,
    bold,
    cut,
    escaped,
    pages,
)

CONTEXT_ELEMENTS = 10
"""Slack docs, "Reference: context block"."""
FIELDS_A_SECTION = 10
"""Slack docs, "Reference: section block"."""

BETWEEN = "\u00a0· "
"""Between items in a row; the first space does not break, so that no line begins with a dot."""

ASK = "ask"
"""action_id of the buttons that ask a question; their value is the question."""
WHOLE_CARD = "whole_card"
"""action_id of the button that shows all of a card; its value is `family-id/CODE`."""
SHOW_ALL = "show_all"
"""action_id of the button that shows all of another answer; `bot.blocks.rest` packs its value."""


def header(plain: str) -> HeaderBlock:
    """A header."""
    return HeaderBlock(text=PlainTextObject(text=cut(plain, HEADER_TEXT), emoji=False))


def mrkdwn(ready: str) -> MarkdownTextObject:
    """A text that is escaped already, links and mentions in it left as they are written."""
    return MarkdownTextObject(text=ready, verbatim=True)


def paragraph(plain: str, title: str | None = None) -> SectionBlock:
    """A text under a bold title."""
    head = f"{bold(title, 200)}\n" if title else ""
    return SectionBlock(text=mrkdwn(head + escaped(plain, SECTION_TEXT - len(head))))


def bullets(lines: Iterable[str], title: str) -> list[SectionBlock]:
    """A list under a bold title, in as many sections as it takes."""
    ready = [f"•  {escaped(line, SECTION_TEXT - 300)}" for line in lines]
    return [SectionBlock(text=mrkdwn(page)) for page in pages([bold(title, 200), *ready])]


def first(items: list[str], most: int) -> list[str]:
    """At most `most` items and how many more there are; one more is shown rather than counted."""
    if len(items) <= most + 1:
        return items
    return [*items[:most], f"and {len(items) - most} more"]


def in_a_row(items: Iterable[str], title: str | None) -> SectionBlock:
    """Short items one after the other under a bold title."""
    return paragraph(BETWEEN.join(items), title)


def dimensions(answer: CardAnswer) -> list[SectionBlock]:
    """What the level means: the sentence, then a field for each dimension that is told."""
    meaning = answer.card.meaning
    blocks = [paragraph(meaning.summary, "What this level means")] if meaning.summary else []
    return [*blocks, *_in_fields(_told_dimensions(answer), between="\n")]


def dimensions_in_short(answer: CardAnswer) -> list[SectionBlock]:
    """The same in the least room, each name before its text: a phone stacks the fields."""
    return _in_fields(_told_dimensions(answer), between="  ")


def _told_dimensions(answer: CardAnswer) -> list[tuple[str, str]]:
    meaning = answer.card.meaning
    return [
        (dimension.name, told)
        for dimension in answer.dimensions.values()
        if (told := meaning.dimensions.get(dimension.id))
    ]


def _in_fields(told: Sequence[tuple[str, str]], between: str) -> list[SectionBlock]:
    fields = [
        mrkdwn(f"{bold(name, 100)}{between}{escaped(said, FIELD_TEXT - 110)}")
        for name, said in told
    ]
    starts = range(0, len(fields), FIELDS_A_SECTION)
    return [SectionBlock(fields=fields[start : start + FIELDS_A_SECTION]) for start in starts]


def notes(lines: Iterable[str | None]) -> list[ContextBlock]:
    """Small print: one context block with a line for each that is said; none when nothing is."""
    elements = [mrkdwn(escaped(line, SECTION_TEXT)) for line in lines if line]
    return [ContextBlock(elements=elements[:CONTEXT_ELEMENTS])] if elements else []


def small_print(ready: str) -> ContextBlock:
    """One line of small print that is escaped already."""
    return ContextBlock(elements=[mrkdwn(ready)])


def cautions(answer: CardAnswer) -> list[ContextBlock]:
    """What a reader must know before the card: that it is a draft, that the family is assumed."""
    draft = text.draft_line(answer.receipt)
    assumed = f"No family named: this is {answer.family.name}" if answer.also else None
    return notes([f":warning: {draft}" if draft else None, assumed])


def neighbors(answer: CardAnswer) -> str | None:
    """The levels below and above, in one line."""
    below = f"Below: {text.neighbor(answer.below)}" if answer.below else ""
    above = f"Above: {text.neighbor(answer.above)}" if answer.above else ""
    return "  ·  ".join(filter(None, [below, above])) or None


def button(
    label: str, action_id: str, value: str, *, primary: bool = False, describe: str | None = None
) -> ButtonElement:
    """A button; `describe` is read out instead of its label."""
    return ButtonElement(
        text=PlainTextObject(text=cut(label, BUTTON_TEXT), emoji=False),
        action_id=action_id,
        value=value[:BUTTON_VALUE],
        style="primary" if primary else None,
        accessibility_label=cut(describe, BUTTON_TEXT) if describe else None,
    )


def ask_button(name: str, label: str, question: str, *, describe: str) -> ButtonElement:
    """A button that asks, and that is called the same on every card."""
    return button(label, f"{ASK}_{name}", question, describe=describe)


def ask_buttons(questions: Sequence[tuple[str, str]]) -> list[ButtonElement]:
    """Buttons that ask: (label, question). Each has an action_id of its own, as Slack demands."""
    return [
        button(label, f"{ASK}_{number}", question)
        for number, (label, question) in enumerate(questions, start=1)
    ]
