"""The ladder as one long table, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from bot.ladder import Card, Dimension, Entry, Family, Group, Ladder, Meaning, Section
from bot.ladder.cells import COLUMNS, guarded
from bot.ladder.load import YEARS

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the system's old encoding."""

Row = tuple[str, str, str, str, str, str]


def csv_files(ladder: Ladder) -> dict[str, str]:
    """`ladder.csv`: RFC 4180, a row for each statement, and for each example below its statement.

    Rows without a family tell what a level means; rows without a level tell of a family; rows
    without both are the ladder's own ("Ladder", and each "Dimension", "Section" and "Track" with
    its id as group), or the guide's, with the question as group and other ways to ask as examples.
    A section is named as the ladder names it, or "Title", "Summary", "Common titles", "Pay" (with
    the figure's name as its group), "Status", "Source", "Owner", "Version".
    """
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(ladder):
        writer.writerow([guarded(cell) for cell in row])
    return {"ladder.csv": out.getvalue()}


def _rows(ladder: Ladder) -> Iterator[Row]:
    yield from _ladder(ladder)
    for level in ladder.levels.values():
        yield "", level.code, "Name", "", level.name, ""
        yield "", level.code, "Level", "track", level.track_id, ""
        for key, texts in (
            ("grade", level.grades),
            ("word", level.words),
            ("title", level.titles),
        ):
            yield from (("", level.code, "Level", key, text, "") for text in texts)
        yield from _meaning(ladder, "", level.code, level.meaning)
    for family in ladder.families.values():
        yield from _family(family)
        for card in family.cards.values():
            yield from _card(ladder, family, card)
    for entry in ladder.guide:
        yield "", "", "Guide", entry.question, entry.answer, ""
        yield "", "", "Guide status", entry.question, entry.status, ""
        if entry.owner and entry.owner != ladder.owner:
            yield "", "", "Guide owner", entry.question, entry.owner, ""
        yield from (("", "", "Guide", entry.question, "", also) for also in entry.also_asked)


def _ladder(ladder: Ladder) -> Iterator[Row]:
    for key in ("name", "owner", "version", "default_family"):
        if told := getattr(ladder, key):
            yield "", "", "Ladder", key, told, ""
    parts: list[tuple[str, Dimension | Section]] = [
        *(("Dimension", each) for each in ladder.dimensions.values()),
        *(("Section", each) for each in ladder.sections.values()),
    ]
    for kind, part in parts:
        yield "", "", kind, part.id, part.name, ""
        yield from (("", "", kind, part.id, part.name, also) for also in part.also)
    for track in ladder.tracks.values():
        yield "", "", "Track", track.id, track.name, ""
        if track.who:
            yield "", "", "Track", track.id, track.name, track.who


def _family(family: Family) -> Iterator[Row]:
    owner, version = (tuple(filter(None, [told])) for told in (family.owner, family.version))
    for section, texts in (
        ("Id", (family.id,)),
        ("Other names", family.aliases),
        ("Stems of titles", family.stems),
        ("Owner", owner),
        ("Version", version),
    ):
        yield from ((family.name, "", section, "", text, "") for text in texts)
    if family.soc:
        facts = {"code": family.soc.code, "title": family.soc.title}
        facts["inferred"] = "yes" if family.soc.inferred else None
        yield from ((family.name, "", "SOC", key, text, "") for key, text in facts.items() if text)


def _meaning(ladder: Ladder, family: str, code: str, meaning: Meaning) -> Iterator[Row]:
    if meaning.summary:
        yield family, code, "What this level means", "", meaning.summary, ""
    for dimension in ladder.dimensions.values():
        if told := meaning.dimensions.get(dimension.id):
            yield family, code, dimension.name, "", told, ""
            if dimension.id == YEARS and meaning.years:
                years = {"min": meaning.years.min_years, "max": meaning.years.max_years}
                for key, value in years.items():
                    if value is not None:
                        yield family, code, dimension.name, f"{key}_years", str(value), ""


def _card(ladder: Ladder, family: Family, card: Card) -> Iterator[Row]:
    code = card.level.code
    yield family.name, code, "Title", "", card.title, ""
    if card.summary:
        yield family.name, code, "Summary", "", card.summary, ""
    yield from _meaning(ladder, family.name, code, card.meaning)
    for section in ladder.sections.values():
        for group, statement, example in _lines(card.sections.get(section.id, ())):
            yield family.name, code, section.name, group, statement, example
    for title in card.titles:
        yield family.name, code, "Common titles", "", title, ""
    for key in card.pay.__slots__ if card.pay else ():
        if (value := getattr(card.pay, key)) is not None:
            yield family.name, code, "Pay", key, str(value), ""
    yield family.name, code, "Status", "", card.status, ""
    for name, told in (("Source", card.source), ("Owner", card.owner), ("Version", card.version)):
        if told:
            yield family.name, code, name, "", told, ""


def _lines(entries: tuple[Entry, ...]) -> Iterator[tuple[str, str, str]]:
    for entry in entries:
        group = entry.name if isinstance(entry, Group) else ""
        for statement in entry.items if isinstance(entry, Group) else (entry,):
            yield group, statement.text, ""
            yield from ((group, statement.text, example) for example in statement.examples)
