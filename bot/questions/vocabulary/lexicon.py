"""What the words of one ladder mean: its codes, families, titles, and words that choose a level.

A title is read in three parts that are understood apart: the family ("Machine Learning"), the
terms ("Senior", "Team Lead") and the grade ("II"). Terms and grade together are a title's
signature, and a signature chooses the level. Nothing here knows of P or M: every signature is
learned from the ladder's own levels and titles.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from bot.ladder.model import Ladder
from bot.questions.language.words import squash, words
from bot.questions.vocabulary.code_spellings import code_words, in_other_numbers
from bot.questions.vocabulary.family_part import FamilyPart, made_of, part_of
from bot.questions.vocabulary.shared import Shared
from bot.questions.vocabulary.title_index import TitleIndex
from bot.questions.vocabulary.title_words import (
    Signature,
    expand,
    grade_of,
    job_nouns,
    rank_words,
    words_of_one,
)

__all__ = ["PREFIX_MIN", "Lexicon", "Signature", "expand", "grade_of"]

_BEGINNING = 4
PREFIX_MIN = 3
"""Letters that a shortened word needs: sci for science."""

_NO_LEVELS: Mapping[str, frozenset[str]] = {}


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
    code_ends: frozenset[str]
    """With what codes end behind a word, in more than one letter: "5a" of Band-5a."""
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
    wider: Mapping[str, Sequence[Signature]] = field(repr=False)
    """Each part of a signature to those of `signatures` that have more parts beside it."""
    parts: Mapping[str, FamilyPart] = field(repr=False)
    """What each family adds, by its id."""
    left_alone: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    """Typed words to whether they are never written in another way; see `tokens`."""
    as_meant: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    """Typed words to whether the ladder or everyday English has them; see `likeness`."""
    like_alone: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """Typed words to the tag that each may be meant for alone, or (); see `tags`."""

    @classmethod
    def of(cls, ladder: Ladder, before: "Lexicon | None" = None) -> "Lexicon":
        """Build the index; linear in the number of titles.

        The parts of families whose names, titles and levels are those of `before` are taken over;
        so is all of it where an edit changed none of these.
        """
        known = before.parts if before else {}
        parts = {}
        shared = Shared()
        for family in ladder.families.values():
            part = known.get(family.id)
            same = part is not None and part.made_of == made_of(family)
            parts[family.id] = part if part and same else part_of(family, shared)
        if before and _is_named_alike(ladder, parts, before):
            return replace(before, ladder=ladder)
        return _merged(ladder, parts, before.index if before else None)

    def begins(self, letters: str) -> bool:
        """Whether a key begins with these letters."""
        if len(letters) <= _BEGINNING or letters[:_BEGINNING] not in self.beginnings:
            return letters in self.beginnings  # nearly every word of a question: no search
        place = bisect_left(self.keys, letters)
        return place < len(self.keys) and self.keys[place].startswith(letters)

    def beginning_at(self, tokens: Sequence[str]) -> list[int]:
        """The places of the words with which a key may begin."""
        begun = self.beginnings
        return [
            at
            for at, word in enumerate(tokens)
            if word[:_BEGINNING] in begun and (len(word) <= _BEGINNING or self.begins(word))
        ]

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

    def is_part(self, signature: Signature, code: str, families: Collection[str]) -> bool:
        """Whether a title of one of `families`, at the level `code`, says a signature and more."""
        having = (self.wider.get(part, ()) for part in signature)
        likely = min(having, key=len) if signature else self.signatures
        return any(
            signature < whole
            and any(
                family in families and code in codes
                for family, codes in self.signatures[whole].items()
            )
            for whole in likely
        )


def _is_named_alike(ladder: Ladder, parts: Mapping[str, FamilyPart], before: Lexicon) -> bool:
    """Whether nothing differs from which a lexicon is made."""
    old = before.ladder
    return (
        (ladder.name, ladder.levels, list(parts)) == (old.name, old.levels, list(before.parts))
    ) and all(part is before.parts[family] for family, part in parts.items())


def _merged(ladder: Ladder, parts: Mapping[str, FamilyPart], before: TitleIndex | None) -> Lexicon:
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
    keys = _in_order({*code_of, *families, *titles, *terms})
    return Lexicon(
        ladder=ladder,
        codes=code_of,
        code_grades=code_grades,
        code_letters=_letters_of(code_of.keys() - code_grades.keys()),
        code_ends=frozenset(code[at:] for code in code_of for at in range(1, len(code) - 1)),
        code_words=frozenset(code_words(ladder.levels)),
        by_code=_by_code(ladder),
        families={name: frozenset(ids) for name, ids in families.items()},
        titles=titles,
        title_signatures=title_signatures,
        terms=terms,
        signatures=dict(signatures),
        index=TitleIndex.of(phrases, before),
        shortened=_by_beginning(families),
        longest=max((part.longest for part in parts.values()), default=1),
        keys=keys,
        beginnings=_beginnings(keys),
        own_name=frozenset(words(ladder.name)),
        ranks=rank_words(ladder, [part.words for part in parts.values()]),
        nouns=job_nouns(ladder),
        name_words=words_of_one(named, terms),
        wider=_by_part(signatures),
        parts=parts,
    )


def _by_code(ladder: Ladder) -> dict[str, tuple[str, ...]]:
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for card in ladder.cards():
        by_code[card.level.code].append(card.ref)
    return {code: tuple(refs) for code, refs in by_code.items()}


def _beginnings(keys: Iterable[str]) -> frozenset[str]:
    """Up to four letters with which one of some keys begins; few begin unlike others."""
    begun = {key[:_BEGINNING] for key in keys}
    return frozenset(each[:size] for each in begun for size in range(1, _BEGINNING + 1))


def _by_part(signatures: Iterable[Signature]) -> dict[str, list[Signature]]:
    by_part: defaultdict[str, list[Signature]] = defaultdict(list)
    for signature in signatures:
        if len(signature) > 1:
            for part in signature:
                by_part[part].append(signature)
    return dict(by_part)


def _letters_of(codes: Iterable[str]) -> frozenset[str]:
    """What some codes begin with before their number."""
    return frozenset(code.rstrip("0123456789") for code in codes) - {""}


def _codes(ladder: Ladder) -> tuple[dict[str, str], dict[str, Signature]]:
    """Each way to write a code, with the code; and the grades of those in other numbers."""
    code_of = {squash(code): code for code in ladder.levels}
    written = {key: (code, grade) for key, code, grade in in_other_numbers(ladder.levels)}
    grades = {
        key: frozenset({f"#{grade}"}) for key, (_, grade) in written.items() if key not in code_of
    }
    return {key: code for key, (code, _) in written.items()} | code_of, grades


def _in_order(keys: Iterable[str]) -> list[str]:
    """`keys` in order; they are sorted letter by letter, so that other threads run in between.

    To sort those of a large ladder at once would stop the event loop for 40 ms.
    """
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_letter[key[:1]].append(key)
    return [key for letter in sorted(by_letter) for key in sorted(by_letter[letter])]


def _by_beginning(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    by_beginning: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in names:
        by_beginning[name[:PREFIX_MIN]] += (name,)
    return dict(by_beginning)
