"""The ladder as Markdown: an index, and a page for each family."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from bot import text
from bot.answers.quote import soc_line
from bot.exports.receipts import (
    GUIDE,
    guide_receipt,
    ladder_receipt,
    paragraphs,
    pay,
    receipt,
    unseen,
)
from bot.ladder import Card, Entry, Family, Group, Ladder, Level

# Signs that CommonMark, or GitHub's tables and strike-through, may read as markup.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
# At the start of a line these would make a list, a heading's underline or a number.
_AT_START = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")


def markdown_files(ladder: Ladder) -> dict[str, str]:
    """`index.md`, and `families/ID.md` for each family. CommonMark with GitHub's tables."""
    pages = {
        f"families/{family.id}.md": _page(_family(family, ladder))
        for family in ladder.families.values()
    }
    return {"index.md": _page(_index(ladder)), **pages}


def escaped(plain: str) -> str:
    """`plain` on one line, shown by every Markdown reader as it is written."""
    line = _MARKUP.sub(r"\\\1", " ".join(plain.split()))
    return _AT_START.sub(_harmless, line)


def _harmless(start: re.Match[str]) -> str:
    # A number stays; it is the sign after it that is escaped.
    return f"{start[1]}\\" if start[1].isdigit() else f"\\{start[1]}"


def _page(lines: Iterable[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _index(ladder: Ladder) -> Iterator[str]:
    yield f"# {escaped(ladder.name)}"
    yield f"\n{escaped(ladder_receipt(ladder))}"
    yield from (f"\n{escaped(line)}" for line in unseen(ladder))
    yield "\n## Families\n"
    for family in ladder.families.values():
        codes = escaped(", ".join(family.cards))
        yield f"- [{escaped(family.name)}](families/{quote(family.id)}.md): {codes}"
    for track in ladder.tracks.values():
        yield f"\n## {escaped(track.name)}"
        if track.who:
            yield f"\nFor {escaped(track.who)}."
        yield ""
        yield from _meanings(track.levels, ladder)
    if ladder.guide:
        yield f"\n## {GUIDE}"
    for entry in ladder.guide:
        yield f"\n### {escaped(entry.question)}"
        for paragraph in paragraphs(entry.answer):
            yield f"\n{escaped(paragraph)}"
        yield f"\n{escaped(guide_receipt(entry))}"


def _meanings(levels: Iterable[Level], ladder: Ladder) -> Iterator[str]:
    """What levels mean, as a table with a row for each level."""
    rows = [
        [_level(level), escaped(level.meaning.summary or "")]
        + [escaped(level.meaning.dimensions.get(id_, "")) for id_ in ladder.dimensions]
        for level in levels
    ]
    names = [escaped(dimension.name) for dimension in ladder.dimensions.values()]
    return _table(["Level", "What it means", *names], rows)


def _level(level: Level) -> str:
    return f"**{escaped(level.code)}** {escaped(level.name)}"


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    """A table without the columns that no row has anything in."""
    used = [at for at in range(len(head)) if at == 0 or any(row[at] for row in rows)]
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cells[at] for at in used)} |"


def _family(family: Family, ladder: Ladder) -> Iterator[str]:
    yield f"# {escaped(family.name)}"
    yield f"\n[{escaped(ladder.name)}](../index.md), version {escaped(ladder.version)}\n"
    if family.aliases:
        yield f"- Also called: {escaped(', '.join(family.aliases))}"
    if family.soc:
        yield f"- O\\*NET / SOC: {escaped(soc_line(family.soc))}"
    for track in ladder.tracks.values():
        cards = [card for card in family.cards.values() if card.level.track_id == track.id]
        if cards:
            yield f"\n## {escaped(track.name)}: levels compared\n"
            yield from _compared(cards, ladder)
    for card in family.cards.values():
        yield from _card(card, ladder)


def _compared(cards: list[Card], ladder: Ladder) -> Iterator[str]:
    """Dimensions by level: a column for each card."""
    heads = ["Dimension"] + [_level(card.level) for card in cards]
    rows = [
        [escaped(dimension.name)]
        + [escaped(card.meaning.dimensions.get(dimension.id, "")) for card in cards]
        for dimension in ladder.dimensions.values()
        if any(dimension.id in card.meaning.dimensions for card in cards)
    ]
    titles = ["Title"] + [escaped(card.title) for card in cards]
    for cells in (heads, ["---"] * len(heads), titles, *rows):
        yield f"| {' | '.join(cells)} |"


def _card(card: Card, ladder: Ladder) -> Iterator[str]:
    yield f"\n## {escaped(card.level.code)} — {escaped(card.level.name)}"
    yield f"\n**{escaped(card.title)}**"
    for paragraph in (card.summary, card.meaning.summary):
        if paragraph:
            yield f"\n{escaped(paragraph)}"
    if not card.written:
        yield f"\n{escaped(text.NOT_WRITTEN)}"
    for section in ladder.sections.values():
        if entries := card.sections.get(section.id):
            yield f"\n### {escaped(section.name)}\n"
            yield from _entries(entries)
    if card.titles:
        yield "\n### Common titles\n"
        yield from (f"- {escaped(title)}" for title in card.titles)
    if told := pay(card, ladder):
        yield "\n### What it pays"
        yield f"\n{escaped(told)}"
    yield f"\n{escaped(receipt(card, ladder))}"


def _entries(entries: Iterable[Entry], indent: str = "") -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Group):
            yield f"{indent}- **{escaped(entry.name)}**"
            yield from _entries(entry.items, f"{indent}  ")
        else:
            yield f"{indent}- {escaped(entry.text)}"
            yield from (f"{indent}  - {escaped(example)}" for example in entry.examples)
