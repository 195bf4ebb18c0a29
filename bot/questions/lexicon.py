"""What the words of one ladder mean: its codes, families, titles, and words that choose a level.

A title is read in three parts that are understood apart: the family ("Machine Learning"), the
terms ("Senior", "Team Lead") and the grade ("II"). Terms and grade together are a title's
signature, and a signature chooses the level. Nothing here knows of P or M: every signature is
learned from the ladder's own levels and titles.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.ladder.model import Card, Family, Ladder, Level
from bot.questions.english import (
    FILLERS,
    LEVEL_WORDS,
    NUMBER_WORDS,
    ROLE_WORDS,
    ROMAN_NUMERALS,
    SHORT_FORMS,
    TITLE_CONNECTORS,
)
from bot.questions.words import squash, words

Signature = frozenset[str]
"""The words of a title's terms, and its grade as "#2"."""

_ALTERNATIVES = re.compile(r"[/()]")


def grade_of(word: str) -> int | None:
    """2 for ii, 2 and two; None for a word that is no grade."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 2 else None
    return ROMAN_NUMERALS.get(word) or NUMBER_WORDS.get(word)


def expand(title_words: list[str]) -> list[str]:
    """`title_words` with short forms written out: sr ml gives senior machine learning."""
    return [long for word in title_words for long in SHORT_FORMS.get(word, word).split()]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """An index over one ladder. Keys are squashed: case folded, nothing between the words."""

    ladder: Ladder
    codes: Mapping[str, str]
    """"p2" to P2."""
    families: Mapping[str, frozenset[str]]
    """Family names, other names and stems to family ids."""
    titles: Mapping[str, frozenset[str]]
    """Whole titles to card refs."""
    title_signatures: Mapping[str, Signature]
    """Whole titles to what is left of them without their family."""
    terms: Mapping[str, Signature]
    """Words such as "teamlead" to the part of a signature that they are."""
    signatures: Mapping[Signature, Mapping[str, frozenset[str]]]
    """Signature to family id to level codes."""
    phrases: Mapping[str, tuple[str, ...]]
    """Every key of `families` and `terms` to its words."""
    longest: int
    """Words in the longest phrase."""

    @classmethod
    def of(cls, ladder: Ladder) -> "Lexicon":
        """Build the index; linear in the number of titles."""
        return _Builder(ladder).build()

    def levels_for(self, signature: Signature, family_id: str) -> frozenset[str]:
        """The family's level codes for a signature; empty when it means nothing there.

        A signature that no title has still counts when each of its parts means the same level
        ("Senior Machine Learning IV").
        """
        whole = self._codes(signature, family_id)
        if whole or len(signature) < 2:
            return whole
        apart = [self._codes(frozenset({part}), family_id) for part in signature]
        return apart[0] if apart[0] and all(codes == apart[0] for codes in apart) else frozenset()

    def _codes(self, signature: Signature, family_id: str) -> frozenset[str]:
        return self.signatures.get(signature, {}).get(family_id, frozenset())


class _Builder:
    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.families: defaultdict[str, set[str]] = defaultdict(set)
        self.titles: defaultdict[str, set[str]] = defaultdict(set)
        self.title_signatures: dict[str, Signature] = {}
        self.terms: dict[str, Signature] = {}
        self.signatures: defaultdict[Signature, defaultdict[str, set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        self.phrases: dict[str, tuple[str, ...]] = {}
        self.longest = 1

    def build(self) -> Lexicon:
        for family in self.ladder.families.values():
            phrases = list(_family_phrases(family))
            for phrase in phrases:
                self._phrase(phrase)
                self.families["".join(phrase)].add(family.id)
            by_length = sorted(phrases, key=len, reverse=True)
            for card in family.cards.values():
                self._card(family, card, by_length)
        return Lexicon(
            ladder=self.ladder,
            codes={squash(code): code for code in self.ladder.levels},
            families=_frozen(self.families),
            titles=_frozen(self.titles),
            title_signatures=self.title_signatures,
            terms=self.terms,
            signatures={sig: _frozen(codes) for sig, codes in self.signatures.items()},
            phrases={key: self.phrases[key] for key in (*self.families, *self.terms)},
            longest=self.longest,
        )

    def _card(self, family: Family, card: Card, phrases: list[list[str]]) -> None:
        listed = {card.title, *card.titles}
        for title in {*listed, *_made_titles(family, card.level)}:
            title_words = expand(words(title))
            signature = self._learn(title_words, phrases, family.id, card.level.code)
            if title in listed:
                key = "".join(title_words)
                self.titles[key].add(card.ref)
                self.title_signatures[key] = signature
                self._phrase(title_words)
        for name in _ALTERNATIVES.split(card.level.name):
            self._learn(expand(words(name)), [], family.id, card.level.code)

    def _learn(
        self, title_words: list[str], phrases: list[list[str]], family_id: str, code: str
    ) -> Signature:
        """Learn the signature of a title: what is left of it without its family and its noun."""
        signature: set[str] = set()
        for part in _without(title_words, phrases):
            run = [word for word in part if word not in ROLE_WORDS | TITLE_CONNECTORS]
            if run and (grade := grade_of(run[-1])):
                signature.add(f"#{grade}")
                run.pop()
            signature |= self._term(run)
        if signature:
            self.signatures[frozenset(signature)][family_id].add(code)
        return frozenset(signature)

    def _term(self, run: list[str]) -> Signature:
        """Learn a run of words as a term, and each of its words that says something alone."""
        said = frozenset(run) - LEVEL_WORDS
        if not said:
            return frozenset()
        self.terms["".join(run)] = said
        self._phrase(run)
        for word in said - (FILLERS - {"manager"}):
            self.terms.setdefault(word, frozenset({word}))
            self._phrase([word])
        return said

    def _phrase(self, phrase: list[str]) -> None:
        self.phrases.setdefault("".join(phrase), tuple(phrase))
        self.longest = max(self.longest, len(phrase))


def _family_phrases(family: Family) -> Iterator[list[str]]:
    """The ways to name a family, with and without the noun at the end."""
    for name in (family.name, family.id, *family.aliases, *family.stems):
        phrase = expand(words(name))
        yield phrase
        if len(phrase) > 2 and phrase[-1] in ROLE_WORDS:
            yield phrase[:-1]


def _made_titles(family: Family, level: Level) -> Iterator[str]:
    """The titles that the ladder's rules make for a family at a level."""
    for stem in family.stems or (family.name,):
        yield from (f"{stem} {grade}" for grade in level.grades)
        yield from (f"{word} {stem}" for word in level.words)
        yield from (
            title.replace("{stem}", stem).replace("{family}", family.name) for title in level.titles
        )


def _without(title_words: list[str], phrases: list[list[str]]) -> list[list[str]]:
    """The parts of a title on both sides of the first family phrase in it (longest first)."""
    for phrase in phrases:
        size = len(phrase)
        for start in range(len(title_words) - size + 1):
            if title_words[start : start + size] == phrase:
                return [title_words[:start], title_words[start + size :]]
    return [title_words]


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in sets.items()}
