"""Typos of the titles of a large ladder: whose card comes first?

`python -m benchmarks.questions --typos 500 --misses` shows some of another seed, to tune with.
"""

import random
import re
import string
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.questions.door import Asked, contract_answer
from benchmarks.questions.obvious import Scan
from benchmarks.questions.rows import Expectation, Question
from bot.ladder import Ladder

COUNT = 2_000
SEED = 20_261_122
"""Of the figures. Tune with another one."""
SHORTEST = 5
"""Letters that a title has at least: an edit of "RN" leaves nothing to recognize it by."""

_GRADE = re.compile(r"[IVX]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Typo:
    """A title with one or two edits, and the cards that list the title."""

    text: str
    title: str
    refs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Whether the right card came first: as the answer, or as the first suggestion."""

    typo: Typo
    answered: bool
    suggested: bool
    first: str
    """What came first instead, for reading."""

    @property
    def right(self) -> bool:
        return self.answered or self.suggested


def typos(ladder: Ladder, count: int = COUNT, seed: int = SEED) -> list[Typo]:
    """Different titles, each with one or two edits; the same ones for the same seed.

    No edit makes another title of the ladder, and none touches a grade or makes one.
    """
    chance = random.Random(seed)
    refs = _refs(ladder)
    existing = {_key(title) for title in refs}
    titles = [title for title in sorted(refs) if sum(map(str.isalpha, title)) >= SHORTEST]
    chosen = chance.sample(titles, min(count, len(titles)))
    return [Typo(_misspelt(title, existing, chance), title, refs[title]) for title in chosen]


def find(ask: Asked, wanted: Iterable[Typo]) -> Iterator[Found]:
    """Ask for each typo as it stands, without a word around it."""
    for typo in wanted:
        row = Question(id="typo", question=typo.text, expect=Expectation())
        answer = contract_answer(ask(row))
        levels, suggestions = answer["levels"], answer["suggestions"]
        first = next(iter([*levels, *suggestions]), "nothing")
        yield Found(
            typo,
            answered=bool(levels) and levels[0] in typo.refs,
            suggested=not levels and _key(typo.title) in _key(first),
            first=first,
        )


def scanned(scan: Scan, wanted: Iterable[Typo]) -> Iterator[bool]:
    """Whether the scan's nearest title is listed by one of the right cards."""
    return (not typo.refs.isdisjoint(scan.best(typo.text)) for typo in wanted)


def _refs(ladder: Ladder) -> Mapping[str, frozenset[str]]:
    refs: defaultdict[str, set[str]] = defaultdict(set)
    for card in ladder.cards():
        for title in card.titles:
            refs[title].add(card.ref)
    return {title: frozenset(cards) for title, cards in refs.items()}


def _misspelt(title: str, existing: Collection[str], chance: random.Random) -> str:
    while True:
        text = title
        for _ in range(chance.randint(1, 2)):
            text = _edited(text, chance)
        if _key(text) not in existing and _grades(text) == _grades(title):
            return text


def _edited(text: str, chance: random.Random) -> str:
    """`text` with one letter inserted, deleted, replaced, or swapped with its neighbor."""
    words = text.split(" ")
    places = [
        (which, at)
        for which, word in enumerate(words)
        if not _GRADE.fullmatch(word)
        for at, letter in enumerate(word)
        if letter.isalpha()
    ]
    which, at = chance.choice(places)
    word, letter = words[which], chance.choice(string.ascii_lowercase)
    words[which] = chance.choice(
        (
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)


def _grades(text: str) -> list[str]:
    return [word for word in text.split() if _GRADE.fullmatch(word.upper())]


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
