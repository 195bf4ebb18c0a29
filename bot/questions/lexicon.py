"""What the words of one ladder mean: its codes, families, titles, and words that choose a level.

A title is read in three parts that are understood apart: the family ("Machine Learning"), the
terms ("Senior", "Team Lead") and the grade ("II"). Terms and grade together are a title's
signature, and a signature chooses the level. Nothing here knows of P or M: every signature is
learned from the ladder's own levels and titles.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from bot.ladder.model import Card, Family, Ladder, Level
from bot.questions.code_spellings import code_words, in_other_numbers
from bot.questions.english import (
    DOER,
    FILLERS,
    LEVEL_WORDS,
    NUMBER_WORDS,
    ROLE_WORDS,
    ROMAN_NUMERALS,
    SHORT_FORMS,
    TITLE_CONNECTORS,
)
from bot.questions.shared import Shared
from bot.questions.title_index import TitleIndex
from bot.questions.title_words import job_nouns, rank_words, words_of_one
from bot.questions.words import squash, words

_Key = TypeVar("_Key")

Signature = frozenset[str]
"""The words of a title's terms, and its grade as "#2"."""

_BEGINNING = 4
PREFIX_MIN = 3
"""Letters that a shortened word needs: sci for science."""

_NO_LEVELS: Mapping[str, frozenset[str]] = {}

_ALTERNATIVES = re.compile(r"[/()]")

# Made once: a large ladder asks for them a hundred thousand times.
_NOT_IN_TERMS = ROLE_WORDS | TITLE_CONNECTORS
_SAYS_NOTHING_ALONE = FILLERS - {"manager"}


def grade_of(word: str) -> int | None:
    """2 for ii, 2 and two; None for a word that is no grade."""
    return _GRADES.get(word)


_GRADES: Mapping[str, int] = {
    **{f"{number:02}": number for number in range(100)},
    **{str(number): number for number in range(100)},
    **NUMBER_WORDS,
    **ROMAN_NUMERALS,
}


def expand(title_words: list[str]) -> list[str]:
    """`title_words` with short forms written out: sr ml gives senior machine learning."""
    if SHORT_FORMS.keys().isdisjoint(title_words):
        return title_words  # as most are
    return [long for word in title_words for long in SHORT_FORMS.get(word, word).split()]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """An index over one ladder. Keys are squashed: case folded, nothing between the words."""

    ladder: Ladder
    codes: Mapping[str, str]
    """"p2" to P2, and "grade2" to Grade-II."""
    code_grades: Mapping[str, Signature]
    """The grade in a code that is written with other numerals, for a family that has it not."""
    code_letters: frozenset[str]
    """What codes begin with before their number: "p" of P2."""
    code_words: frozenset[str]
    """The words that codes begin with, also in the plural: "band" of Band-5."""
    by_code: Mapping[str, tuple[str, ...]]
    """Code to the refs of all its cards, family by family."""
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
    index: TitleIndex = field(repr=False)
    """Every key of `families`, `titles` and `terms` by its words."""
    shortened: Mapping[str, tuple[str, ...]]
    """The first letters of a family's name to the keys of `families` that begin so."""
    longest: int
    """Words in the longest phrase."""
    keys: Sequence[str] = field(repr=False)
    """Those of `codes`, `families`, `titles` and `terms` in order."""
    beginnings: frozenset[str] = field(repr=False)
    """Up to four letters with which one of them begins."""
    own_name: frozenset[str]
    """The words of the ladder's name, which often is its company's: "an L4 at Tidewick"."""
    ranks: frozenset[str]
    """Words that say a level without a family beside them: "senior", but not "business"."""
    nouns: Mapping[str, frozenset[str]]
    """The last words of families' names, to those families: who does the job, at any level."""
    name_words: Mapping[str, frozenset[str]] = field(repr=False)
    """The words that the names of only one family have, to that family."""
    parts: Mapping[str, "_FamilyPart"] = field(repr=False)
    """What each family adds, by its id."""

    @classmethod
    def of(cls, ladder: Ladder, before: "Lexicon | None" = None) -> "Lexicon":
        """Build the index; linear in the number of titles.

        The parts of families whose names, titles and levels are those of `before` are taken over.
        """
        known = before.parts if before else {}
        parts = {}
        shared = Shared()
        for family in ladder.families.values():
            part = known.get(family.id)
            same = part is not None and part.made_of == _made_of(family)
            parts[family.id] = part if part and same else _PartBuilder(family, shared).build()
        return _merged(ladder, parts, before.index if before else None)

    def begins(self, letters: str) -> bool:
        """Whether a key begins with these letters."""
        if letters[:_BEGINNING] not in self.beginnings:
            return False  # nearly every word of a question, without a search
        place = bisect_left(self.keys, letters)
        return place < len(self.keys) and self.keys[place].startswith(letters)

    def families_with(self, word: str) -> frozenset[str]:
        """The family of which alone some name has a word that chooses no level; else none."""
        return self.name_words.get(word, frozenset())

    def levels_for(self, signature: Signature, family_id: str) -> frozenset[str]:
        """The family's level codes for a signature; empty when it means nothing there.

        A signature that no title has still counts when each of its parts means the same level
        ("Senior Machine Learning IV").
        """
        whole = self.signatures.get(signature, _NO_LEVELS).get(family_id)
        if whole:
            return whole
        apart = [self.signatures.get(frozenset({part}), _NO_LEVELS) for part in signature]
        first = apart[0].get(family_id) if len(apart) > 1 else None
        if first and all(levels.get(family_id) == first for levels in apart):
            return first
        rest = self._without_nouns(signature, family_id)
        return self.levels_for(rest, family_id) if rest != signature else frozenset()

    def _without_nouns(self, signature: Signature, family_id: str) -> Signature:
        """What is left of "trainee technician" where technicians are a whole family."""
        rest = frozenset(
            part for part in signature if family_id not in self.nouns.get(part, frozenset())
        )
        return rest or signature

    def families_for(self, signature: Signature) -> Set[str]:
        """The ids of the families in which `levels_for` may find a level for a signature."""
        whole = self.signatures.get(signature, _NO_LEVELS).keys()
        if len(signature) < 2:
            return whole
        parts = (self.signatures.get(frozenset({part}), _NO_LEVELS) for part in signature)
        named = (self.nouns[part] for part in signature if part in self.nouns)
        return whole | set.intersection(*map(set, parts)).union(*named)


@dataclass(frozen=True, slots=True)
class _FamilyPart:
    """What one family adds to a lexicon. See there for the fields that it shares."""

    made_of: tuple[object, ...]
    """See `_made_of`."""
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


def _made_of(family: Family) -> tuple[object, ...]:
    """Everything that a family's part depends on."""
    cards = tuple(
        (card.title, card.titles, level.code, level.name, level.grades, level.words, level.titles)
        for card in family.cards.values()
        for level in (card.level,)
    )
    return (family.id, family.name, family.aliases, family.stems, cards)


def _merged(ladder: Ladder, parts: Mapping[str, _FamilyPart], before: TitleIndex | None) -> Lexicon:
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for card in ladder.cards():
        by_code[card.level.code].append(card.ref)
    families: defaultdict[str, set[str]] = defaultdict(set)
    titles: dict[str, frozenset[str]] = {}
    title_signatures: dict[str, Signature] = {}
    terms: dict[str, Signature] = {}
    single: dict[str, Signature] = {}
    signatures: defaultdict[Signature, dict[str, frozenset[str]]] = defaultdict(dict)
    phrases: dict[str, tuple[str, ...]] = {}
    for family_id, part in parts.items():
        for name in part.names:
            families[name].add(family_id)
        for key, refs in part.titles.items():
            titles[key] = titles[key] | refs if key in titles else refs
        title_signatures.update(part.title_signatures)
        terms.update(part.terms)
        single.update(part.words)
        for signature, codes in part.signatures.items():
            signatures[signature][family_id] = codes
        phrases.update(part.phrases)
    terms = {**single, **terms}
    code_of, code_grades = _codes(ladder)
    named = {
        family_id: [word for name in part.names for word in phrases.get(name, ())]
        for family_id, part in parts.items()
    }
    keys = sorted({*code_of, *families, *titles, *terms})
    return Lexicon(
        ladder=ladder,
        codes=code_of,
        code_grades=code_grades,
        code_letters=frozenset(
            code.rstrip("0123456789") for code in code_of.keys() - code_grades.keys()
        )
        - {""},
        code_words=frozenset(code_words(ladder.levels)),
        by_code={code: tuple(refs) for code, refs in by_code.items()},
        families={name: frozenset(ids) for name, ids in families.items()},
        titles=titles,
        title_signatures=title_signatures,
        terms=terms,
        signatures=dict(signatures),
        index=TitleIndex.of(phrases, before),
        shortened=_by_beginning(families),
        longest=max((part.longest for part in parts.values()), default=1),
        keys=keys,
        beginnings=frozenset(key[:size] for key in keys for size in range(1, _BEGINNING + 1)),
        own_name=frozenset(words(ladder.name)),
        ranks=rank_words(ladder, [part.words for part in parts.values()]),
        nouns=job_nouns(ladder),
        name_words=words_of_one(named, terms),
        parts=parts,
    )


def _codes(ladder: Ladder) -> tuple[dict[str, str], dict[str, Signature]]:
    """Each way to write a code, with the code; and the grades of those in other numbers."""
    code_of = {squash(code): code for code in ladder.levels}
    written = {key: (code, grade) for key, code, grade in in_other_numbers(ladder.levels)}
    grades = {
        key: frozenset({f"#{grade}"}) for key, (_, grade) in written.items() if key not in code_of
    }
    return {key: code for key, (code, _) in written.items()} | code_of, grades


def _by_beginning(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    by_beginning: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in names:
        by_beginning[name[:PREFIX_MIN]] += (name,)
    return dict(by_beginning)


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

    def build(self) -> _FamilyPart:
        phrases = list(_family_phrases(self.family))
        names = tuple(map(self._phrase, phrases))
        by_length = sorted(phrases, key=len, reverse=True)
        for card in self.family.cards.values():
            self._card(card, by_length)
        return _FamilyPart(
            made_of=_made_of(self.family),
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
    """The words of a level's name, for each of its alternatives; every family has the same."""
    return tuple(tuple(expand(words(part))) for part in _ALTERNATIVES.split(name))
