"""What a family's own titles show of its grades and words, where its ladder declares none.

Weaker than what a ladder declares, so it takes agreement to learn from, and makes a warning only:
families of a few titles, or with numbers that mean something else, are left alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.ladder.checks.signals import RANKS, Signals, grade_number
from bot.ladder.documents import Location
from bot.ladder.model import Problem
from bot.ladder.read import ReadCard

_ENOUGH = 2
"""Titles of a level with one grade from which the grade is taken for the level's."""


@dataclass(frozen=True, slots=True)
class _Title:
    card: ReadCard
    at: Location
    text: str
    rank: str
    """The word of a rank in front of it, or nothing."""
    rest: str
    grade: str
    """The number behind it, or nothing."""

    @property
    def code(self) -> str:
        return self.card.card.level.code


def odd_titles(cards: list[ReadCard], signals: Signals) -> Iterator[Problem]:
    """Titles of one family's cards on one track that have another card's grade or word."""
    titles = [_title(card, at, text, signals) for card in cards for at, text in card.titles]
    main = {title.code: title for title in titles if title.at == ("title",)}
    grades: defaultdict[str, Counter[str]] = defaultdict(Counter)
    ranks: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        if title.grade:
            grades[title.grade][title.code] += 1
        if title.rank:
            ranks[title.rank][title.code] += 1
    for title in titles:
        owner = _owner_of_grade(title, grades) if title.grade else None
        owner = owner or (_owner_of_rank(title, ranks, main) if title.rank else None)
        if owner:
            message = (
                f"reads like a title of {owner}, as the family's other titles go: {title.text!r}; "
                f"move it there, or declare `grades:` and `words:` of the levels"
            )
            yield title.card.document.problem(title.at, message, warning=True)


def _title(card: ReadCard, at: Location, text: str, signals: Signals) -> _Title:
    words = text.split()
    front = signals.key(words[:1])
    declared_grades, declared_words = signals.declares
    rank = front if front in RANKS and len(words) > 1 and front not in declared_words else ""
    grade = "" if declared_grades else grade_number(words[-1].casefold()) or ""
    return _Title(card, at, text, rank, " ".join(words[bool(rank) :]).casefold(), grade)


def _owner_of_grade(title: _Title, grades: Mapping[str, Counter[str]]) -> str | None:
    """The level whose titles have this one's grade, when its own level's have another."""
    levels = grades[title.grade]
    others = levels.keys() - {title.code}
    own = any(
        grade != title.grade and levels.keys() == {title.code} and levels[title.code] >= _ENOUGH
        for grade, levels in grades.items()
    )
    if not own or levels[title.code] > 1 or len(others) != 1:
        return None
    [owner] = others
    return owner if levels[owner] >= _ENOUGH else None


def _owner_of_rank(
    title: _Title, ranks: Mapping[str, Counter[str]], main: Mapping[str, _Title]
) -> str | None:
    """The level that is titled with this one's word, when its own level is titled otherwise."""
    own = main.get(title.code)
    levels = ranks[title.rank]
    owners = [code for code in levels if code in main and main[code].rank == title.rank]
    if own is None or own.rank == title.rank or len(owners) != 1:
        return None
    [owner] = owners
    # "Senior Clerk" beside "Junior Analyst", or beside "Analyst" below "Senior Analyst".
    tells_apart = own.rank or own.rest == main[owner].rest
    return owner if tells_apart and levels[title.code] <= levels[owner] else None
