"""Years and pay: ends in order, figures complete, and years that rise along a track."""

import itertools
from collections.abc import Iterator, Mapping

from bot.ladder.documents import Document, Location
from bot.ladder.files import YEARS, LadderFile, Phrase, YearsFile
from bot.ladder.model import Problem, Track, Years
from bot.ladder.read import ReadCard, ReadFamily


def level_years(document: Document, data: LadderFile) -> Iterator[Problem]:
    """Ranges of years in `ladder.yaml` that end before they start."""
    for track_id, track in data.tracks.items():
        for code, level in track.levels.items():
            at = ("tracks", track_id, "levels", code, "meaning")
            yield from _backward_years(document, at, level.meaning)


def card_years(card: ReadCard) -> Iterator[Problem]:
    """A card's own range of years that ends before it starts."""
    yield from _backward_years(card.document, ("meaning",), card.data.meaning)


def _backward_years(
    document: Document, at: Location, meaning: Mapping[str, Phrase]
) -> Iterator[Problem]:
    for key, years in meaning.items():
        if not isinstance(years, YearsFile) or years.max_years is None:
            continue
        if years.max_years < years.min_years:
            message = f"is less than `min_years: {years.min_years:g}`; put the smaller number first"
            yield document.problem((*at, key, "max_years"), message)


def pay(card: ReadCard) -> Iterator[Problem]:
    """Pay that is upside down, incomplete, or at odds with its own status."""
    data = card.data.pay
    if data is None:
        return
    problem = card.document.problem
    told = [
        (name, value)
        for name, value in (("low", data.low), ("median", data.median), ("high", data.high))
        if value is not None
    ]
    for (lower, least), (name, value) in itertools.pairwise(told):
        if value < least:
            message = f"is less than `{lower}: {least}`; put the figures in order"
            yield problem(("pay", name), message)
    lacking = [f"`{key}:`" for key in ("currency", "period") if getattr(data, key) is None]
    if told and lacking:
        message = f"is a figure without {' and '.join(lacking)}; add what is missing to `pay:`"
        yield problem(("pay", told[0][0]), message, key=True)
    if told and data.status == "unavailable":
        message = "is unavailable beside figures; remove the figures or write available"
        yield problem(("pay", "status"), message)
    if not told and data.status == "available":
        message = "is available without a figure; add `low:`, `median:` or `high:`"
        yield problem(("pay", "status"), message)


def falling_level_years(document: Document, tracks: Mapping[str, Track]) -> Iterator[Problem]:
    """Levels of a track that ask for fewer years than the level below them."""
    for track in tracks.values():
        told = [(level, years) for level in track.levels if (years := level.meaning.years)]
        for (below, less), (level, years) in itertools.pairwise(told):
            if _falls(less, years):
                at = ("tracks", track.id, "levels", level.code, "meaning", YEARS)
                yield document.problem(at, _falling(years, below.code, less))


def falling_card_years(family: ReadFamily, tracks: Mapping[str, Track]) -> Iterator[Problem]:
    """Cards whose own years make the family's years fall along a track."""
    by_code = {card.card.level.code: card for card in family.cards if card.level_known}
    for track in tracks.values():
        cards = [by_code[level.code] for level in track.levels if level.code in by_code]
        told = [(card, years) for card in cards if (years := card.card.meaning.years)]
        for (below, less), (card, years) in itertools.pairwise(told):
            if not _falls(less, years):
                continue
            if YEARS in card.data.meaning:
                message = _falling(years, below.card.level.code, less)
                yield card.document.problem(("meaning", YEARS), message)
            elif YEARS in below.data.meaning:
                message = (
                    f"is more than {card.card.level.code} asks for ({years.text}); "
                    "let years rise from level to level"
                )
                yield below.document.problem(("meaning", YEARS), message)


def _falls(less: Years, years: Years) -> bool:
    if years.min_years < less.min_years:
        return True
    if years.max_years is None or less.max_years is None:
        return False
    return years.max_years < less.max_years


def _falling(years: Years, below: str, less: Years) -> str:
    return (
        f"asks for fewer years ({years.text}) than {below} below it ({less.text}); "
        "let years rise from level to level"
    )
