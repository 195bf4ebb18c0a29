"""What the words of a title say about its level, by one ladder's own grades and words.

A signal is a grade behind a title's name ("Engineer II") or a word in front of it ("Senior
Engineer"). Which level a signal belongs to is told by the ladder: by the `grades`, `words` and
`titles` of its levels, and by their names. Nothing here knows of P or M, or of any other ladder.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from bot.ladder.checks.sound import same_words
from bot.ladder.model import Level, Track

ShortForms = Mapping[str, str]
"""Lower-case short forms to what they stand for: "sr" to "senior"."""

_PARTS = re.compile(r"[,()|;:–—]|\s-\s")
_GRADES = re.compile(r"[/-]")
_TEMPLATE = re.compile(r"\{(?:stem|family)\}")
_ALTERNATIVES = re.compile(r"[/,()]")

_LONGEST_WORD = 3
"""A level's "word" may be up to so many words: Entry-Level, Mid Career."""

_FRONT = 12
"""Words of a title that may stand in front of its name; more is no title."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMBERS = {roman: str(number) for number, roman in enumerate(_ROMAN, start=1)}


RANKS = frozenset(
    {"intern", "trainee", "apprentice", "entrylevel", "junior", "midlevel"}
    | {"senior", "expert", "principal", "distinguished"}
)
"""Words that tell a rank in nearly every English title. Which level has one, only a ladder says.

Not "staff", "lead" or "developing", with which other things begin too: Staff Nurse, Lead Miner.
"""

_SHARED = 3
"""Level names with one noun from which the words in front of it tell the levels apart."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A part of a title that tells a level, and the levels that it tells."""

    text: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class FamilyName:
    """A name of a family, or a stem."""

    words: list[str]
    """Case folded."""
    is_title: bool
    """Whether it is a title by itself, such as Data Scientist, and not Data Science."""


class Signals:
    """The signals of one track."""

    def __init__(self, track: Track, short_forms: ShortForms) -> None:
        self._short_forms = short_forms
        self._grades: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for level in track.levels:
            self._declare(level)
        named: defaultdict[str, set[str]] = defaultdict(set)
        for level, words, shared in _name_words(track.levels):
            # A name says it where the level does not: its own words are its author's choice.
            if not level.words and (shared or self.key(words) in RANKS):
                named[self.key(words)].add(level.code)
        self._words.update({key: codes for key, codes in named.items() if key not in self._words})

    def _declare(self, level: Level) -> None:
        for grade in level.grades:
            self._grade(grade.casefold(), level.code)
        for word in level.words:
            self._words[self.key(word.split())].add(level.code)
        for template in level.titles:
            before, *_, after = _TEMPLATE.split(f" {template} ")
            if 0 < len(before.split()) <= _LONGEST_WORD:
                self._words[self.key(before.split())].add(level.code)
            if grade_number(last := (after.split() or [""])[-1].casefold()):
                self._grade(last, level.code)

    def _grade(self, grade: str, code: str) -> None:
        self._grades[grade].add(code)
        if number := grade_number(grade):
            self._grades[f"#{number}"].add(code)

    @property
    def declares(self) -> tuple[bool, Set[str]]:
        """Whether any grade is known, and the keys of all words that are."""
        return bool(self._grades), self._words.keys()

    def of(self, title: str, names: Sequence[FamilyName]) -> Iterator[Signal]:
        """The signals of a title; `names` are those of its family, longest first."""
        words = title.split(maxsplit=_FRONT)[:_FRONT]
        yield from self._behind(title)
        yield from self._in_front(words, alone=len(words) == 1)
        for part in list(_parts(title))[1:]:
            found = list(self._in_front(part, alone=True))
            if sum(len(signal.text.split()) for signal in found) == len(part):
                yield from found  # Engineer (Senior), and not Engineer (Senior Care)
        folded = [word.casefold().strip(".,") for word in words]
        for name in names:
            size = len(name.words)
            if folded[:size] == name.words and size < len(folded):
                yield from self._after_name(words[size:], alone=name.is_title)
                return

    def _after_name(self, words: list[str], *, alone: bool) -> Iterator[Signal]:
        """Machine Learning Senior Engineer, Software Engineer II Backend, Data Scientist Senior."""
        codes = self._level_of(words[0].casefold().strip(".,"))
        if codes and len(words) > 1:
            yield Signal(words[0], codes)
        found = list(self._in_front(words, alone=alone))
        if len(words) - sum(len(signal.text.split()) for signal in found) <= 1:
            yield from found  # more words are what it is about: Forces Assistant Supply Clerk

    def _behind(self, title: str) -> Iterator[Signal]:
        """The grade behind a title: Engineer II, Engineer II (Backend), Engineer I/II."""
        parts = list(_parts(title)) if self._grades else []
        told: set[str] = set()
        texts: list[str] = []
        for index, words in enumerate(parts):
            # A word alone is a grade at the end of a title, as in "Engineer (II)", and only there.
            if len(words) == 1 and not 0 < index == len(parts) - 1:
                continue
            named = [self._level_of(grade) for grade in _GRADES.split(words[-1].casefold())]
            if all(named):
                told = told.union(*named)
                texts.append(words[-1])
        if told:
            yield Signal(" ".join(texts), frozenset(told))

    def _in_front(self, words: Sequence[str], *, alone: bool = False) -> Iterator[Signal]:
        """The words in front of a title: Senior, Sr., Entry-Level, Entry Level.

        Its last word names the job: a High School Principal is one. With `alone` there may be none.
        """
        left = list(words) if self._words else []
        while left:
            sizes = range(min(_LONGEST_WORD, len(left) - (not alone)), 0, -1)
            size = next((size for size in sizes if self.key(left[:size]) in self._words), 0)
            if not size:
                return
            yield Signal(" ".join(left[:size]), frozenset(self._words[self.key(left[:size])]))
            left = left[size:]

    def _level_of(self, grade: str) -> frozenset[str]:
        """The levels of a grade as it is written, else of its number: 3 is III."""
        number = grade_number(grade)
        for key in (grade, f"#{number}"):
            if key in self._grades:
                return frozenset(self._grades[key])
        return frozenset()

    def key(self, words: Sequence[str]) -> str:
        """The same for words that differ in case, punctuation or short forms only."""
        plain = (word.casefold().strip(".,") for word in words)
        return same_words("".join(self._short_forms.get(word, word) for word in plain))


def grade_number(grade: str) -> str | None:
    """The number that a lower-case grade is: "2" for ii and for 2; None when it is none."""
    if grade in _NUMBERS:
        return _NUMBERS[grade]
    return grade.lstrip("0") if re.fullmatch(r"\d{1,2}", grade, re.ASCII) else None


def _parts(title: str) -> Iterator[list[str]]:
    return filter(None, (part.split() for part in _PARTS.split(title)))


def _name_words(levels: Iterable[Level]) -> Iterator[tuple[Level, list[str], bool]]:
    """What stands in front of the noun of a level's name (Senior, Mid-Level), or the whole of it.

    With it: whether so many levels share the noun that it must be what tells them apart.
    """
    names = [
        (level, words)
        for level in levels
        for part in _ALTERNATIVES.split(level.name)
        if (words := part.casefold().split())
    ]
    nouns = Counter(words[-1] for _, words in names)
    for level, words in names:
        shared = nouns[words[-1]] >= _SHARED
        front = words[:-1] if nouns[words[-1]] > 1 else words
        if 0 < len(front) <= _LONGEST_WORD:
            yield level, front, shared
