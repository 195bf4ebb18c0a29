"""What one family adds to a lexicon: its names, and what its titles say without them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bot.ladder.model import Card, Family, Level
from bot.questions.language.english import DOER, FILLERS, LEVEL_WORDS, ROLE_WORDS, TITLE_CONNECTORS
from bot.questions.language.words import words
from bot.questions.vocabulary.shared import Shared
from bot.questions.vocabulary.title_words import Signature, expand, grade_of

_Key = TypeVar("_Key")

_ALTERNATIVES = re.compile(r"[/()]")

# Made once: a large ladder asks for them a hundred thousand times.
_NOT_IN_TERMS = ROLE_WORDS | TITLE_CONNECTORS
_SAYS_NOTHING_ALONE = FILLERS - {"manager"}


@dataclass(frozen=True, slots=True)
class FamilyPart:
    """What one family adds to a lexicon. See there for the fields that it shares."""

    made_of: tuple[object, ...]
    """See `made_of`."""
    names: tuple[str, ...]
    """The keys of `families` that lead to it."""
    titles: Mapping[str, frozenset[str]]
    title_signatures: Mapping[str, Signature]
    terms: Mapping[str, Signature]
    words: Mapping[str, Signature]
    """Words of the terms that say something alone; a term of the same letters goes before."""
    signatures: Mapping[Signature, frozenset[str]]
    """Signature to level codes."""
    phrases: Mapping[str, tuple[str, ...]]
    longest: int


def made_of(family: Family) -> tuple[object, ...]:
    """Everything that a family's part depends on."""
    cards = tuple(
        (card.title, card.titles, level.code, level.name, level.grades, level.words, level.titles)
        for card in family.cards.values()
        for level in (card.level,)
    )
    return (family.id, family.name, family.aliases, family.stems, cards)


def part_of(family: Family, shared: Shared) -> FamilyPart:
    """What `family` adds; values that other families have too are `shared` with them."""
    return _PartBuilder(family, shared).build()


class _PartBuilder:
    def __init__(self, family: Family, shared: Shared) -> None:
        self.family = family
        self.shared = shared
        self.titles: defaultdict[str, set[str]] = defaultdict(set)
        self.title_signatures: dict[str, Signature] = {}
        self.terms: dict[str, Signature] = {}
        self.words: dict[str, Signature] = {}
        self.signatures: defaultdict[Signature, set[str]] = defaultdict(set)
        self.phrases: dict[str, tuple[str, ...]] = {}
        self.longest = 1

    def build(self) -> FamilyPart:
        phrases = list(_family_phrases(self.family))
        names = tuple(map(self._phrase, phrases))
        by_length = sorted(phrases, key=len, reverse=True)
        for card in self.family.cards.values():
            self._card(card, by_length)
        return FamilyPart(
            made_of=made_of(self.family),
            names=names,
            titles=self._frozen(self.titles),
            title_signatures=self.title_signatures,
            terms=self.terms,
            words=self.words,
            signatures=self._frozen(self.signatures),
            phrases=self.phrases,
            longest=self.longest,
        )

    def _card(self, card: Card, phrases: list[list[str]]) -> None:
        code, ref = card.level.code, self.shared.one(card.ref)
        listed = {card.title, *card.titles}
        made = _made_titles(self.family, card.level)
        for title in dict.fromkeys((card.title, *card.titles, *made)):
            title_words = [self.shared.one(word) for word in expand(words(title))]
            signature = self._learn(title_words, phrases, code)
            if title in listed:
                key = self._phrase(title_words)
                self.titles[key].add(ref)
                self.title_signatures[key] = signature
        for name in _name_words(card.level.name):
            self._learn(name, [], code)

    def _learn(self, title_words: Sequence[str], phrases: list[list[str]], code: str) -> Signature:
        """Learn the signature of a title: what is left of it without its family and its noun."""
        signature: set[str] = set()
        for part in _without(title_words, phrases):
            run = [word for word in part if word not in _NOT_IN_TERMS]
            if run and (grade := grade_of(run[-1])):
                signature.add(f"#{grade}")
                run.pop()
            signature |= self._term(run)
        whole = self.shared.one(frozenset(signature))
        if whole:
            self.signatures[whole].add(code)
        return whole

    def _term(self, run: list[str]) -> Signature:
        """Learn a run of words as a term, and each of its words that says something alone."""
        said = frozenset(run) - LEVEL_WORDS
        if not said:
            return frozenset()
        said = self.terms[self._phrase(run)] = self.shared.one(said)
        for word in run:
            if word in said and word not in _SAYS_NOTHING_ALONE and word not in self.words:
                self.words[word] = self.shared.one(frozenset({word}))
                self._phrase([word])
        return said

    def _phrase(self, phrase: Sequence[str]) -> str:
        """Learn a phrase; gives its key."""
        key = "".join(phrase)
        if key not in self.phrases:
            self.phrases[self.shared.one(key)] = self.shared.one(tuple(phrase))
        self.longest = max(self.longest, len(phrase))
        return self.shared.one(key)

    def _frozen(self, sets: Mapping[_Key, set[str]]) -> dict[_Key, frozenset[str]]:
        return {key: self.shared.one(frozenset(values)) for key, values in sets.items()}


def _family_phrases(family: Family) -> Iterator[list[str]]:
    """The ways to name a family, with and without the noun at the end."""
    for name in (family.name, family.id, *family.aliases, *family.stems):
        said = words(name)
        phrase = expand(said)
        if phrase != said and len(said) > 2 and said[-1] in ROLE_WORDS:
            yield ["".join(said[:-1])]  # "aiml" for AI/ML, written as one word
        yield phrase
        if len(phrase) > 2 and phrase[-1] in ROLE_WORDS:
            yield phrase[:-1]
        if phrase and (person := DOER.get(phrase[-1])):
            yield [*phrase[:-1], person]


def _made_titles(family: Family, level: Level) -> Iterator[str]:
    """The titles that the ladder's rules make for a family at a level."""
    for stem in family.stems or (family.name,):
        yield from (f"{stem} {grade}" for grade in level.grades)
        yield from (f"{word} {stem}" for word in level.words)
        yield from (
            title.replace("{stem}", stem).replace("{family}", family.name) for title in level.titles
        )


def _without(title_words: Sequence[str], phrases: list[list[str]]) -> list[Sequence[str]]:
    """The parts of a title on both sides of the first family phrase in it (longest first)."""
    for phrase in phrases:
        size = len(phrase)
        for start in range(len(title_words) - size + 1):
            if list(title_words[start : start + size]) == phrase:
                return [title_words[:start], title_words[start + size :]]
    return [title_words]


@lru_cache(maxsize=1_000)
def _name_words(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a level's name, for each of its alternatives and for all of them together.

    Every family has the same.
    """
    parts = _ALTERNATIVES.split(name)
    whole = [" ".join(parts)] if len(parts) > 1 else []
    return tuple(tuple(expand(words(part))) for part in (*parts, *whole))
