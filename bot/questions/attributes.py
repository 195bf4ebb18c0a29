"""Which part of the cards a question asks about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.ladder import Dimension, Ladder, Section
from bot.questions.card_concepts import PAY, SOC, SUMMARY, TITLES
from bot.questions.concepts import CONCEPTS, Concept
from bot.questions.patterns import Wanted, pattern
from bot.questions.sentence import Sentence, Span
from bot.questions.words import squash, words

_BY_NAME, _CLEAR, _VAGUE = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of the cards that a question speaks of, and the pieces that say so."""

    attribute: str
    weight: int
    """3 for the ladder's own name, 2 for words that are clear, 1 for vague ones."""
    covered: Span


@dataclass(frozen=True, slots=True)
class AttributeIndex:
    """What to look for, for each part of one ladder's cards."""

    cues: tuple[tuple[str, int, Wanted], ...]
    """Part id, weight and pattern."""
    by_stem: Mapping[str, Sequence[int]]
    """The cues of which one needs a stem."""

    @classmethod
    def of(cls, ladder: Ladder) -> "AttributeIndex":
        """Build it from the ladder's dimensions and sections, and from what every card has."""
        cues = tuple(_cues(ladder))
        by_stem: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, _, cue) in enumerate(cues):
            for stem in cue.needs:
                by_stem[stem].append(number)
        return cls(cues, dict(by_stem))

    def find(self, sentence: Sentence) -> list[Asked]:
        """The parts asked about, the one most clearly named first."""
        likely = {number for stem in sentence.stems for number in self.by_stem.get(stem, ())}
        found = [
            Asked(attribute, weight, covered)
            for attribute, weight, cue in (self.cues[number] for number in sorted(likely))
            for covered in sentence.find_all(cue)
        ]
        return sorted(
            found, key=lambda asked: (-asked.weight, -len(asked.covered), asked.covered[0])
        )


def _cues(ladder: Ladder) -> Iterator[tuple[str, int, Wanted]]:
    declared: list[Dimension | Section] = [*ladder.dimensions.values(), *ladder.sections.values()]
    for each in declared:
        names = [each.name, each.id.replace("_", " "), *each.also]
        phrases = {" ".join(words(name)) for name in names} - {""}
        phrases |= {phrase.removesuffix("ship") for phrase in phrases if phrase.endswith("ership")}
        yield each.id, _BY_NAME, pattern("\n".join(sorted(phrases)))
        squashed = {squash(name) for name in names}
        for concept in CONCEPTS:
            if squashed & concept.names:
                yield from _of_concept(each.id, concept)
    for attribute, concept in (
        ("titles", TITLES),
        ("pay", PAY),
        ("soc", SOC),
        ("summary", SUMMARY),
    ):
        yield from _of_concept(attribute, concept)


def _of_concept(attribute: str, concept: Concept) -> Iterator[tuple[str, int, Wanted]]:
    yield attribute, _CLEAR, pattern(concept.clear)
    if concept.vague:
        yield attribute, _VAGUE, pattern(concept.vague)
