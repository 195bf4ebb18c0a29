"""Every problem of a ladder in one run: what keeps it from loading, and what to look at."""

from collections.abc import Iterator
from pathlib import Path

from bot.ladder.checks import abbreviations, access, figures, lines, names, titles
from bot.ladder.checks.signals import ShortForms
from bot.ladder.checks.sound import claimed_titles, family_errors, ladder_errors
from bot.ladder.checks.spoken import HiddenNames
from bot.ladder.load import in_order
from bot.ladder.model import Problem
from bot.ladder.read import LadderReader, ReadFamily


def find_problems(root: Path, short_forms: ShortForms) -> list[Problem]:
    """Every error and warning of the ladder in the folder `root`, by file, line and column.

    `short_forms` are abbreviations that everybody knows: "sr" to "senior". A ladder without
    errors loads. Never raises for what is in the files.
    """
    reader = LadderReader(root)
    rules = titles.TitleRules(reader.tracks, short_forms)
    known = names.Names()
    hidden = HiddenNames(reader)
    problems: list[Problem] = []
    for family in reader.families():
        problems.extend(family_errors(family))
        problems.extend(rules.contradictions(family))
        problems.extend(abbreviations.unknown_abbreviations(family, reader.tracks, short_forms))
        problems.extend(known.shared(family))
        problems.extend(hidden.in_family(family))
        problems.extend(_family_advice(family, reader))
    guide = reader.guide()
    if guide:
        problems.extend(lines.repeated_questions(guide))
        problems.extend(hidden.in_guide(guide.document))
    folders = [folder.path.name for folder in reader.folder.families]
    problems.extend(ladder_errors(reader, folders))
    problems.extend(known.unused(reader))
    if reader.document and reader.data:
        problems.extend(access.rule_advice(reader.document, reader.data))
        problems.extend(hidden.in_levels(reader.document))
    if reader.document:
        problems.extend(figures.falling_level_years(reader.document, reader.tracks))
    return _without_echoes(in_order([*problems, *reader.problems, *reader.folder.strays]))


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """`problems` without warnings about a place that an error is told of already."""
    errors = {(p.file, p.line, p.column) for p in problems if not p.warning}
    return [p for p in problems if not p.warning or (p.file, p.line, p.column) not in errors]


def _family_advice(family: ReadFamily, reader: LadderReader) -> Iterator[Problem]:
    yield from names.without_cards(family)
    yield from claimed_titles(family, listed=False)
    yield from figures.falling_card_years(family, reader.tracks)
    yield from lines.thin_cards(family, reader.tracks)
    for card in family.cards:
        yield from lines.repeated_lines(card)
        yield from lines.without_titles(card)
        yield from lines.misnamed(card)
