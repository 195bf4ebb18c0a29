"""Titles that say another level than their card's, and titles that nobody can read."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.ladder.checks.sound import same_words
from bot.ladder.model import Problem, Track
from bot.ladder.read import ReadCard, ReadFamily

_PARTS = re.compile(r"[,()|;:–—]|\s-\s")
_GRADES = re.compile(r"[/-]")
_ABBREVIATION = re.compile(r"(?<![\w&])[A-Z]{2,5}(?![\w&])")
_ROMAN = re.compile(r"[IVX]+")
_LOWER_CASE = re.compile(r"[a-z]")
_WORD = re.compile(r"\w+")

_LONGEST_WORD = 3
"""A level's "word" may be up to so many words: Entry-Level, Mid Career."""

_FRONT = 12
"""Words of a title that may stand in front of its name; more is no title."""

ShortForms = Mapping[str, str]
"""Lower-case short forms to what they stand for: "sr" to "senior"."""


class TitleRules:
    """What the words of a title say about its level, by the ladder's own grades and words."""

    def __init__(self, tracks: Mapping[str, Track], short_forms: ShortForms) -> None:
        self._tracks = tracks
        self._short_forms = short_forms
        self._grades: dict[str, dict[str, set[str]]] = {}
        self._words: dict[str, dict[str, set[str]]] = {}
        for track in tracks.values():
            grades: defaultdict[str, set[str]] = defaultdict(set)
            words: defaultdict[str, set[str]] = defaultdict(set)
            for level in track.levels:
                for grade in level.grades:
                    grades[grade.casefold()].add(level.code)
                for word in level.words:
                    words[self._key(word.split())].add(level.code)
            self._grades[track.id], self._words[track.id] = grades, words

    def contradictions(self, family: ReadFamily) -> Iterator[Problem]:
        """Titles of a family whose grade or words are those of other levels than their card's."""
        made = self._made(family)
        for card in family.cards:
            if not card.level_known:
                continue
            code, track_id = card.card.level.code, card.card.level.track_id
            for at, title in card.titles:
                told = made.get(same_words(title))
                if told is None:
                    told = self._behind(title, track_id) or {code}
                    if code in told:
                        told = self._in_front(title, track_id) or {code}
                if code not in told:
                    levels = " or ".join(sorted(told))
                    message = (
                        f"is a title of {levels} by the ladder's own grades and words: {title!r}; "
                        f"move it there, or give it {code}'s grade"
                    )
                    yield card.document.problem(at, message)

    def _made(self, family: ReadFamily) -> Mapping[str, set[str]]:
        """Titles that the ladder's rules make for the family, and the levels that have each."""
        made: defaultdict[str, set[str]] = defaultdict(set)
        if family.data is None:
            return made
        levels = [level for track in self._tracks.values() for level in track.levels]
        for stem in family.data.stems or (family.data.name,):
            for level in levels:
                titles = [f"{stem} {grade}" for grade in level.grades]
                titles += [f"{word} {stem}" for word in level.words]
                titles += [
                    title.replace("{stem}", stem).replace("{family}", family.data.name)
                    for title in level.titles
                ]
                for title in titles:
                    made[same_words(title)].add(level.code)
        return made

    def _behind(self, title: str, track_id: str) -> set[str]:
        """Level codes of the grade behind a title: Engineer II, Engineer II (Backend)."""
        grades = self._grades[track_id]
        parts = [part.split() for part in _PARTS.split(title.casefold())] if grades else []
        parts = [words for words in parts if words]
        told: set[str] = set()
        for index, words in enumerate(parts):
            # A word alone is a grade at the end of a title, as in "Engineer (II)", and only there.
            if len(words) == 1 and not 0 < index == len(parts) - 1:
                continue
            named = [grades.get(grade, set()) for grade in _GRADES.split(words[-1])]
            if all(named):
                told = told.union(*named)
        return told

    def _in_front(self, title: str, track_id: str) -> set[str]:
        """Level codes of the words in front of a title: Senior, Sr., Entry-Level, Entry Level."""
        words = self._words[track_id]
        told: set[str] = set()
        left = title.split(maxsplit=_FRONT)[:_FRONT] if words else []
        while left:
            sizes = range(1, min(_LONGEST_WORD, len(left)) + 1)
            found = [size for size in sizes if self._key(left[:size]) in words]
            if not found:
                break
            told |= words[self._key(left[: found[-1]])]
            left = left[found[-1] :]
        return told

    def _key(self, words: Sequence[str]) -> str:
        plain = (word.casefold().strip(".,") for word in words)
        return same_words("".join(self._short_forms.get(word, word) for word in plain))


def unknown_abbreviations(
    family: ReadFamily, tracks: Mapping[str, Track], short_forms: ShortForms
) -> Iterator[Problem]:
    """Short words in capitals that nothing in the family's titles or names explains, once each."""
    unexplained: dict[str, Problem] = {}
    for card, at, title in _titles(family):
        if title.count(" ") and not _LOWER_CASE.search(title):
            continue  # a title all in capitals has no abbreviations that could be told apart
        for short in _ABBREVIATION.findall(title):
            known = short.casefold() in short_forms or _ROMAN.fullmatch(short)
            if not known and short not in unexplained:
                message = (
                    f"has the abbreviation {short}, which nothing explains; list a title with its "
                    f"long form too, or give the family that name among its `aliases:`"
                )
                unexplained[short] = card.document.problem(at, message, warning=True)
    if unexplained:
        explained = _explained(family, tracks)
        yield from (problem for short, problem in unexplained.items() if short not in explained)


def _titles(family: ReadFamily) -> Iterator[tuple[ReadCard, tuple[str | int, ...], str]]:
    for card in family.cards:
        for at, title in card.titles:
            yield card, at, title


def _explained(family: ReadFamily, tracks: Mapping[str, Track]) -> Collection[str]:
    """Words of the family's own names and the ladder's levels, and initials of words in a row."""
    names = [family.id.replace("-", " ")]
    if family.data:
        names += [family.data.name, *family.data.aliases, *family.data.stems]
    explained = {word.upper() for name in names for word in _WORD.findall(name)}
    for track in tracks.values():
        for level in track.levels:
            for text in (level.code, level.name, *level.grades, *level.words, *level.titles):
                explained.update(word.upper() for word in _WORD.findall(text))
    titles = (title for _, _, title in _titles(family))
    return explained | set(_initials([*names, *titles]))


def _initials(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        words = _WORD.findall(text)
        first = "".join(word[0] for word in words).upper()
        for start in range(len(first)):
            yield from (
                first[start:end] for end in range(start + 2, min(start + 5, len(first)) + 1)
            )
