"""What single words of a ladder's titles say: a level, a family, or who does the job."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.ladder.model import Ladder
from bot.questions.language.english import (
    LEVEL_WORDS,
    NUMBER_WORDS,
    ROLE_WORDS,
    ROMAN_NUMERALS,
    SENIORITY,
    SHORT_FORMS,
    TITLE_CONNECTORS,
)
from bot.questions.language.words import words

_SHORTEST_NAME = 3
_OF_EVERY_FAMILY = frozenset(
    "bank company firm house hospital clinic university college school studio agency office "
    "plant factory works shop store team group department business".split()
)
"""Words for where all the families work: "which grades does the university have"."""
_PLAIN = ROLE_WORDS | TITLE_CONNECTORS | LEVEL_WORDS


Signature = frozenset[str]
"""The words of a title's terms, and its grade as "#2"."""


_GRADES: Mapping[str, int] = {
    **{f"{number:02}": number for number in range(100)},
    **{str(number): number for number in range(100)},
    **NUMBER_WORDS,
    **ROMAN_NUMERALS,
}
grade_of: Callable[[str], int | None] = _GRADES.get
"""2 for ii, 2 and two; None for a word that is no grade."""


def expand(title_words: list[str]) -> list[str]:
    """`title_words` with short forms written out: sr ml gives senior machine learning."""
    if SHORT_FORMS.keys().isdisjoint(title_words):
        return title_words  # as most are
    return [long for word in title_words for long in SHORT_FORMS.get(word, word).split()]


def rank_words(ladder: Ladder, terms: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words of titles that say a level without a family beside them.

    Those of the levels themselves, those that every ladder has, and those of the `terms` of more
    than one family. Of "Small Business Account Executive", "business" alone says no level.
    """
    shared = Counter(word for some in terms for word in set(some))
    several = {word for word, count in shared.items() if count > 1}
    return frozenset(several | SENIORITY | set(_words_of_levels(ladder)))


def _words_of_levels(ladder: Ladder) -> Iterator[str]:
    for level in ladder.levels.values():
        made = (title.replace("{stem}", "").replace("{family}", "") for title in level.titles)
        for said in (level.name, *level.words, *level.grades, *made):
            for word in words(said):
                yield from SHORT_FORMS.get(word, word).split()


def job_nouns(ladder: Ladder) -> dict[str, frozenset[str]]:
    """The last words of the names of families, to their ids: technician, executive, nurse."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for family in ladder.families.values():
        for name in (family.name, *family.aliases):
            said = words(name)
            if len(said) > 1:
                found[said[-1]].add(family.id)
    return {noun: frozenset(ids) for noun, ids in found.items()}


def words_of_one(
    names: Mapping[str, Iterable[str]], terms: Iterable[str]
) -> dict[str, frozenset[str]]:
    """The words in the names of a single family, by its id, that no title's noun or term is."""
    known = frozenset(terms) | _PLAIN | _OF_EVERY_FAMILY
    found: defaultdict[str, set[str]] = defaultdict(set)
    for family_id, said in names.items():
        for word in said:
            found[word].add(family_id)
    return {
        word: frozenset(ids)
        for word, ids in found.items()
        if len(ids) == 1 and len(word) >= _SHORTEST_NAME and word not in known
    }
