"""A level's card as blocks: what one reads first, or everything that it says."""

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    ContextBlock,
    DividerBlock,
    SectionBlock,
)

from bot import text
from bot.answers import CardAnswer
from bot.answers.quote import soc_line, statements
from bot.blocks import parts
from bot.blocks.laid import Laid
from bot.blocks.mrkdwn import SECTION_TEXT, bold, escaped
from bot.blocks.outlined import SHORT_ROW, are_short
from bot.blocks.questions import card_buttons
from bot.ladder import Section

SHORT_LIST = 3
"""Lines of a long list that a card shows at a glance."""
LONG_LIST = 4
"""A list that is no longer than this is shown whole: a cut would save nothing."""


def at_a_glance(answer: CardAnswer) -> Laid:
    """The card with its lists shortened, in the order of their worth."""
    card = answer.card
    where = f"{bold(card.level.name, 300)}  ·  {escaped(answer.family.name, 150)}"
    summary = escaped(card.summary or "", SECTION_TEXT - 500)
    unwritten = () if card.written else (parts.paragraph(text.NOT_WRITTEN),)
    return Laid(
        head=[
            parts.header(f"{card.level.code} · {card.title}"),
            *parts.cautions(answer),
            SectionBlock(text=parts.mrkdwn(f"{where}\n{summary}".strip())),
            *unwritten,
        ],
        body=[
            *parts.dimensions_in_short(answer),
            *_sections(answer),
            *_titles(answer),
            *_pay(answer),
        ],
        told=[*map(parts.paragraph, text.not_shown_lines(answer.not_shown))],
        buttons=_buttons(answer),
        receipts=parts.notes(
            [text.also_in_line(answer), _beside(answer), text.receipt_line(answer.receipt)]
        ),
    )


def _beside(answer: CardAnswer) -> str | None:
    """The codes of the levels below and above."""
    below = f"Below: {answer.below.level.code}" if answer.below else ""
    above = f"Above: {answer.above.level.code}" if answer.above else ""
    return "  ·  ".join(filter(None, [below, above])) or None


def _sections(answer: CardAnswer) -> Iterable[Block]:
    for section in answer.sections.values():
        if lines := statements(answer.card.sections.get(section.id, ())):
            yield _section(section, lines)


def _section(section: Section, lines: list[str]) -> Block:
    """A section at a glance: short items in a row, sentences as a short list."""
    if are_short(lines):
        return parts.in_a_row(parts.first(lines, SHORT_ROW), section.name)
    whole = len(lines) <= LONG_LIST
    shown = lines if whole else lines[:SHORT_LIST]
    more = "" if whole else f"\n_and {len(lines) - SHORT_LIST} more_"
    room = (SECTION_TEXT - 300) // len(shown)
    rows = "\n".join(f"•  {escaped(line, room)}" for line in shown)
    return SectionBlock(text=parts.mrkdwn(f"{bold(section.name, 200)}\n{rows}{more}"))


def _titles(answer: CardAnswer) -> Iterable[Block]:
    if answer.card.titles:
        yield parts.in_a_row(parts.first(list(answer.card.titles), SHORT_ROW), "Common titles")


def _pay(answer: CardAnswer) -> Sequence[Block]:
    pay = text.card_pay(answer)
    return [parts.paragraph(pay, "What it pays")] if pay else []


def _buttons(answer: CardAnswer) -> list[ButtonElement]:
    """What comes next, and the same level elsewhere, which the cautions have named."""
    elsewhere = [(family.name, card.ref) for card, family in answer.also]
    return [*card_buttons(answer), *parts.ask_buttons(elsewhere)]


def show_all(answer: CardAnswer) -> ButtonElement:
    """The button that opens the whole card; what there is of it is read out."""
    card = answer.card
    counts = [
        f"{len(lines)} {section.id.replace('_', ' ')}"
        for section in answer.sections.values()
        if (lines := statements(card.sections.get(section.id, ())))
    ]
    describe = f"Show all of the card {card.level.code}: {', '.join(counts)}"
    return parts.button("Show all", parts.WHOLE_CARD, card.ref, describe=describe)


def whole(answer: CardAnswer, most: int) -> list[Block]:
    """Everything that the card says. What does not fit into `most` blocks is counted and named."""
    card = answer.card
    built: list[Block] = [parts.header(card.title)]
    name = bold(f"{card.level.code} — {card.level.name}", 500)
    summary = escaped(card.summary or ("" if card.written else text.NOT_WRITTEN), 2_400)
    built += parts.cautions(answer)
    built.append(SectionBlock(text=parts.mrkdwn(f"{name}\n{summary}".rstrip())))
    built += parts.dimensions(answer)
    for section in answer.sections.values():
        if lines := statements(card.sections.get(section.id, ())):
            built += [DividerBlock(), *parts.bullets(lines, section.name)]
    if card.titles:
        built += [DividerBlock(), *parts.bullets(card.titles, "Common titles")]
    if pay := _pay(answer):
        built += [DividerBlock(), *pay]
    if kept := text.not_shown_lines(answer.not_shown):
        built += [DividerBlock(), *map(parts.paragraph, kept)]
    room = most - 2
    if len(built) > room:
        rest = f"This card is longer than Slack can show: {len(built) - room} parts are left out."
        built = [*built[:room], parts.paragraph(rest)]
    return [*built, *_receipt(answer)]


def _receipt(answer: CardAnswer) -> list[ContextBlock]:
    soc = f"O*NET / SOC {soc_line(answer.soc)}" if answer.soc else None
    also = text.also_in_line(answer)
    return parts.notes([also, parts.neighbors(answer), soc, text.receipt_line(answer.receipt)])
