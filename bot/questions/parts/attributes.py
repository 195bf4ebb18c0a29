"""Which part of the cards a question asks about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import reduce
from itertools import takewhile
from operator import or_
from typing import NamedTuple

from bot.ladder import Dimension, Ladder, Section
from bot.questions.language.english import GREETINGS
from bot.questions.language.pattern_lines import Lines
from bot.questions.language.patterns import (
    PatternWords,
    Wanted,
    is_everyday,
    own_pattern,
    pattern,
    words_of,
)
from bot.questions.language.stems import stem
from bot.questions.language.talk import FUNCTION_WORDS
from bot.questions.language.words import BREAK, squash, words
from bot.questions.parts.card_concepts import PAY, SOC, SUMMARY, TITLES
from bot.questions.parts.concept import Concept
from bot.questions.parts.concepts import DIMENSIONS
from bot.questions.parts.hints import HINTS, STRONG, WEAK
from bot.questions.parts.other_concepts import OTHER_DIMENSIONS
from bot.questions.parts.section_concepts import SECTIONS
from bot.questions.parts.told_of_me import is_told_aside
from bot.questions.parts.told_parts import is_told
from bot.questions.tagging.sentence import Sentence, Span

_CONCEPTS = (*DIMENSIONS, *OTHER_DIMENSIONS, *SECTIONS)
BY_NAME, CLEAR, _VAGUE, HINTED, HINTED_WEAKLY = 3, 2, 1, 0, -1


_MODAL = pattern(
    """
    (expect|expects) (a|an|the|our|my)? (@|him|her|them|someone|people|anyone) to
    @ (is|are|be)? expected to
    (is|are|be) (a|an|the|our|my)? @ expected to
    """
)
"""Where to expect is only said around what is asked: "do we expect a P1 to guide anybody?"."""


class Asked(NamedTuple):
    """A part of the cards that a question speaks of, and the pieces that say so."""

    attribute: str
    weight: int
    """3 for the ladder's own name, 2 for words that are clear, 1 for vague ones, 0 for hints.

    -1 for one weak hint in a short question.
    """
    covered: Span


@dataclass(frozen=True, slots=True)
class AttributeIndex:
    """What to look for, for each part of one ladder's cards."""

    cues: tuple[tuple[str, int, Wanted], ...]
    """Part id, weight and pattern."""
    lines: Lines
    """The lines of all of these: most questions have none of them."""
    _with_line: Mapping[int, list[int]] = field(repr=False)
    """By the place of a line's bit, where the cues stand that have it."""
    dimensions: frozenset[str]
    hints: Mapping[str, Mapping[str, float]]
    """By stem, what it counts for the parts that it hints at."""
    words: PatternWords
    """Those of the cues."""

    @classmethod
    def of(cls, ladder: Ladder, before: "AttributeIndex | None" = None) -> "AttributeIndex":
        """Build it from the ladder's dimensions and sections, and from what every card has."""
        cues = list(_cues(ladder))
        words = set().union(*(words_of(text) for _, _, text in cues))
        patterns = [own_pattern(text) for _, _, text in cues]
        with_line: defaultdict[int, list[int]] = defaultdict(list)
        for place, wanted in enumerate(patterns):
            for line in wanted.places():
                with_line[line].append(place)
        return cls(
            tuple((*cue[:2], wanted) for cue, wanted in zip(cues, patterns, strict=True)),
            reduce(or_, [wanted.lines for wanted in patterns], 0),
            dict(with_line),
            frozenset(ladder.dimensions),
            _hints(ladder),
            PatternWords.of(words, before.words if before else None),
        )

    def has(self, attribute: str) -> bool:
        """Whether this ladder's cards may have a part with this id."""
        return any(part == attribute for part, _, _ in self.cues)

    def find(self, sentence: Sentence) -> list[Asked]:
        """The parts asked about, the one most clearly named first."""
        possible = sentence.possible & self.lines
        if not possible:
            return []
        found = [
            Asked(attribute, weight, covered)
            for attribute, weight, cue in self._having(possible)
            for covered in sentence.find_all(cue)
        ]
        said = [
            each
            for each in found
            if not (len(found) > 1 and _is_inside(each, found))
            and not is_told(each.attribute, each.covered, sentence)
            and not is_told_aside(each.covered, sentence)
        ]
        if said and (modal := sentence.find_all(_MODAL)):
            places = {place for span in modal for place in span}
            others = [each for each in said if not places.issuperset(each.covered)]
            said = others if any(each.weight > 1 for each in others) else said
        return (
            sorted(said, key=lambda asked: _rank(asked, sentence, self.dimensions))
            if len(said) > 1
            else said
        )

    def _having(self, lines: Lines) -> list[tuple[str, int, Wanted]]:
        """Those of the cues that have one of some lines, in order."""
        places: set[int] = set()
        while lines:
            line = lines.bit_length() - 1
            places.update(self._with_line[line])
            lines ^= 1 << line
        return [self.cues[place] for place in sorted(places)]

    def hinted(self, sentence: Sentence) -> Asked | None:
        """The part that single words of a question hint at; None where none does more than others.

        A word that hints at several parts does not tell them apart.
        """
        counts: defaultdict[str, float] = defaultdict(float)
        for each in sentence.stems & self.hints.keys():
            for attribute, weight in self.hints[each].items():
                counts[attribute] += weight
        best, *others = sorted(counts, key=lambda each: -counts[each]) or [""]
        if not best or (others and counts[others[0]] == counts[best]):
            return None
        weight = HINTED if counts[best] >= STRONG else HINTED_WEAKLY
        if weight == HINTED_WEAKLY and (counts[best] < WEAK or not _asks_in_few_words(sentence)):
            return None
        pieces = enumerate(sentence.pieces)
        places = tuple(place for place, each in pieces if best in self.hints.get(each.stem, ()))
        return None if is_told_aside(places, sentence) else Asked(best, weight, places)


def _asks_in_few_words(sentence: Sentence) -> bool:
    """Whether it begins as a question for more than the card, and says little else."""
    first = next((each.word for each in sentence.pieces if each.word not in _BEFORE_QUESTION), "")
    return first in _ASKS_MORE and len(sentence.telling(range(len(sentence.pieces)))) <= _FEW


def _is_condition(sentence: Sentence, place: int) -> bool:
    """Whether something is asked before, if this is so: "who notices if they do a bad job"."""
    if _CONDITIONS.isdisjoint(sentence.words):
        return False
    clause = takewhile(lambda at: sentence.pieces[at].word != BREAK, range(place - 1, -1, -1))
    return any(at and sentence.pieces[at].word in _CONDITIONS for at in clause)


_CONDITIONS = frozenset(["if", "when", "once"])
_ASKS_QUALITY = frozenset(["how", "or"])
_OBJECT_OF = frozenset(["on", "over", "regarding", "of"])
_BEFORE_QUESTION = GREETINGS | {BREAK, "and", "so", "but"}
_ASKS_MORE = frozenset(
    "how who whom whose does do can could will would should must may is are which when".split()
)
_FEW = 3
"""Words, beside those that say nothing alone."""


_MORE_TOLD = 4
"""How much more a word counts that says something than one such as "do"."""


def _rank(asked: Asked, sentence: Sentence, dimensions: Set[str]) -> tuple[int, int, int]:
    """The most clearly named first, then the first; of vague words the last is the verb.

    Of two that are as clear, the one whose words say more: "spell out exactly what to do". What
    is asked "how" goes before what it is asked of, "how complicated is a task", and the name of a
    dimension before that of a section, which is a thing that people speak of anyway. What is asked
    with "or" is as what is asked "how": "are the tasks well defined or vague".
    """
    first = asked.covered[0]
    # "what does she do about hazards"
    said = len(asked.covered) + _MORE_TOLD * len(sentence.telling(asked.covered))
    weight = asked.weight
    if weight > _VAGUE:
        before = sentence.pieces[first - 1].word if first else ""
        quality = {sentence.pieces[place].word for place in asked.covered}
        weight += not quality.union([before]).isdisjoint(_ASKS_QUALITY)
        weight += asked.weight == BY_NAME and asked.attribute in dimensions
        weight -= before in _OBJECT_OF or _is_condition(sentence, first)
    return -weight, -said, first if asked.weight > _VAGUE else -first


def _is_inside(asked: Asked, found: Iterable[Asked]) -> bool:
    """Whether its words are only a part of clear words for something else: "give … per year"."""
    words = set(asked.covered)
    return any(
        words < set(other.covered)
        for other in found
        if other.weight > 1 and other.attribute != asked.attribute
    )


def _cues(ladder: Ladder) -> Iterator[tuple[str, int, str]]:
    """Part id, weight and the patterns as they are written."""
    concepts = _concepts_of(ladder)
    for each in _declared(ladder):
        names = [each.name, each.id.replace("_", " "), *each.also]
        phrases = {" ".join(words(name)) for name in names} - {""}
        phrases |= {phrase.removesuffix("ship") for phrase in phrases if phrase.endswith("ership")}
        yield each.id, BY_NAME, "\n".join(_longest_first(phrases))
        if verbs := {phrase.removesuffix("er") for phrase in phrases if phrase in _doers(names)}:
            yield each.id, _VAGUE, "\n".join(sorted(verbs))
        for concept in concepts[each.id]:
            yield from _of_concept(each.id, concept)
    for attribute, concept in (
        ("titles", TITLES),
        ("pay", PAY),
        ("soc", SOC),
        ("summary", SUMMARY),
    ):
        yield from _of_concept(attribute, concept)


def _longest_first(phrases: Iterable[str]) -> list[str]:
    """So that "the slice of the game" is found whole where "slice" is a name as well."""
    return sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase))


def _concepts_of(ladder: Ladder) -> Mapping[str, list[Concept]]:
    """By the id of each part of a ladder, the concepts that have one of its names.

    For those that have none, a part of which they have the noun: "sign-off authority" is an
    authority, "size of the book" a size.
    """
    names = {
        each.id: (each.name, each.id.replace("_", " "), *each.also) for each in _declared(ladder)
    }
    found = {
        part: [each for each in _CONCEPTS if not each.names.isdisjoint(map(squash, said))]
        for part, said in names.items()
    }
    taken = [concept for some in found.values() for concept in some]
    for part, said in names.items():
        nouns = {_noun(words(name)) for name in said}
        free = [each for each in _CONCEPTS if each not in taken and nouns & each.names]
        found[part] = found[part] or free
    return found


def _declared(ladder: Ladder) -> list[Dimension | Section]:
    return [*ladder.dimensions.values(), *ladder.sections.values()]


def _noun(name: Sequence[str]) -> str:
    """The word of a name that says what kind of thing it is: the last, or that before "of"."""
    of = next((at for at, word in enumerate(name) if word in _OF and at), len(name))
    return name[of - 1] if name else ""


_OF = frozenset(["of", "in", "for", "to", "since"])


def _hints(ladder: Ladder) -> dict[str, dict[str, float]]:
    """What the stems of words count for the parts that they hint at.

    Beside the words that hint at what most ladders have, those of the parts' own names, and those
    of what the levels mean, which count less the more dimensions have them.
    """
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    concepts = _concepts_of(ladder)
    for stem_, parts in _told(ladder).items():
        found[stem_] = dict.fromkeys(parts, WEAK / len(parts))
    for each in _declared(ladder):
        said = (each.name, each.id.replace("_", " "), *each.also)
        also = set().union(*(concept.names for concept in concepts[each.id]))
        _hint(found, each.id, also.union(map(squash, said)))
        for word in (word for name in (each.name, *each.also) for word in words(name)):
            if word not in FUNCTION_WORDS:
                found[stem(word)][each.id] = WEAK if is_everyday(word) else STRONG
    for attribute in ("titles", "pay", "soc", "summary"):
        _hint(found, attribute, {attribute})
    return dict(found)


def _hint(found: Mapping[str, dict[str, float]], attribute: str, names: Iterable[str]) -> None:
    for name in names:
        for each, weight in HINTS[name].weights().items() if name in HINTS else ():
            found[each][attribute] = weight


def _told(ladder: Ladder) -> Mapping[str, set[str]]:
    """The stems of what the levels mean, with the dimensions that have them."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    # Most cards have their level's own words, which need not be taken apart for each of them.
    cards = ladder.cards()
    phrases = dict.fromkeys(told for card in cards for told in card.meaning.dimensions.items())
    for dimension, phrase in phrases:
        for word in words(phrase):
            if not is_everyday(word) and word.isalpha():
                told[stem(word)].add(dimension)
    return told


def _doers(names: Iterable[str]) -> set[str]:
    """ "owner" for Ownership, "leader" for Leadership."""
    return {name.removesuffix("ship") for name in map(squash, names) if name.endswith("ership")}


def _of_concept(attribute: str, concept: Concept) -> Iterator[tuple[str, int, str]]:
    yield attribute, CLEAR, concept.clear
    if concept.vague:
        yield attribute, _VAGUE, concept.vague
