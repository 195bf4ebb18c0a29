"""What each word of a question is: a code, part of a title, an everyday word, or unknown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from rapidfuzz.distance import OSA

from bot.questions.common_words import COMMON_WORDS
from bot.questions.english import (
    AFTER_GRADE_I,
    AMBIGUOUS_SHORT_FORMS,
    COUNTED,
    ENDING_VERBS,
    FILLERS,
    LEVEL_WORDS,
    MISSPELLED,
    PROFESSIONS,
    ROLE_WORDS,
    ROMAN_NUMERALS,
    SEPARATORS,
    SHORT_FORMS,
    TITLE_CONNECTORS,
)
from bot.questions.lexicon import Lexicon, Signature, grade_of
from bot.questions.words import BREAK, split_digits

_BEFORE_TITLE = frozenset({BREAK, "a", "an", "the", "level"})
_PART_PHRASES = SEPARATORS | {BREAK}
MOST_WORDS = 150
"""Words of a question that are read: likeness takes time, and a request must be answered in 3 s."""

_MEANT = COMMON_WORDS | FILLERS
"""Words that are meant as they are written."""
_SHORT_WORD = 7
_LONGEST_ALIKE = 4
"""Words in the longest window that is compared for likeness."""
_PREFIX_MIN = 3
"""Letters that a shortened word needs: sci for science."""


class Kind(Enum):
    """What a stretch of words is."""

    CODE = auto()
    TITLE = auto()
    FAMILY = auto()
    TERM = auto()
    GRADE = auto()
    ROLE = auto()
    LEVEL_WORD = auto()
    CONNECTOR = auto()
    SEPARATOR = auto()
    BREAK = auto()
    FILLER = auto()
    CUE = auto()
    """Says what is asked of a level: its pay, the way to it."""
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch of words and what it stands for."""

    kind: Kind
    text: str
    code: str = ""
    refs: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    signature: Signature = frozenset()
    edits: int = 0
    """How many letters differ from the ladder's spelling."""
    said: tuple[str, ...] = ()
    """Its words, with short forms written out."""


def tag(question_words: list[str], lexicon: Lexicon) -> list[Tag]:
    """Tag every word of a question, in order.

    The ladder's phrases are found first, longest first, and only the words between them are
    compared for likeness: else "what machine learning" would be a misspelled phrase.
    """
    tokens = _tokens(question_words[:MOST_WORDS], lexicon)
    tags: list[Tag] = []
    gap: list[str] = []
    start = 0
    while start < len(tokens):
        found = _known(tokens, start, lexicon)
        if found is None:
            gap.append(tokens[start])
            start += 1
            continue
        size, phrase = found
        tags.extend(_between(gap, tokens[start:], lexicon))
        tags.append(replace(phrase, said=tuple(tokens[start : start + size])))
        gap = []
        start += size
    tags.extend(_between(gap, [], lexicon))
    return tags


def _between(gap: list[str], after: list[str], lexicon: Lexicon) -> Iterator[Tag]:
    """Tags for words that no phrase of the ladder begins with; `after` is what follows them."""
    tokens = gap + after
    start = 0
    while start < len(gap):
        size, found = _everyday(tokens, start) or _alike(tokens, start, len(gap), lexicon)
        yield replace(found, said=tuple(tokens[start : start + size]))
        start += size


def _tokens(question_words: list[str], lexicon: Lexicon) -> list[str]:
    """Words with short forms written out and grades parted from letters (ml2)."""
    parted: list[str] = []
    for word in question_words:
        halves = None if word in lexicon.codes or word.startswith("v") else split_digits(word)
        parted.extend(halves or (word,))
    tokens: list[str] = []
    for index, word in enumerate(parted):
        long = SHORT_FORMS.get(word)
        if long is None or word in lexicon.codes:
            tokens.append(word)
        elif word not in AMBIGUOUS_SHORT_FORMS or _in_title(parted, index, lexicon):
            tokens.extend(long.split())
        else:
            tokens.append(word)
    return [_as_title(tokens, index) for index in range(len(tokens))]


def _as_title(tokens: list[str], index: int) -> str:
    """The word, or the title's word that it is often written for: "principle engineer"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else "of"
    word = tokens[index]
    return word if after in TITLE_CONNECTORS else MISSPELLED.get(word, word)


def _in_title(parted: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether an everyday word such as "be" stands where a title's word would."""
    before = parted[index - 1] if index else BREAK
    after = parted[index + 1] if index + 1 < len(parted) else BREAK
    begins = before in _BEFORE_TITLE or SHORT_FORMS.get(before, before) in lexicon.terms
    longer = SHORT_FORMS.get(after, after)
    graded = _grade_at(parted, index + 1) is not None
    titled = graded or longer in PROFESSIONS or longer == "manager"
    return begins and (titled or (after == BREAK and before not in _BEFORE_TITLE))


def _known(tokens: list[str], start: int, lexicon: Lexicon) -> tuple[int, Tag] | None:
    """The longest phrase of the ladder that begins here, with the number of its words."""
    for size in range(min(lexicon.longest, len(tokens) - start), 0, -1):
        window = tokens[start : start + size]
        if grade_of(window[-1]) is not None and _grade_at(tokens, start + size - 1) is None:
            continue
        if BREAK in (window[0], window[-1]):
            continue
        found = _phrase("".join(word for word in window if word != BREAK), lexicon)
        # "Manager, Machine Learning" is a title, but "team, lead" is not "team lead".
        if found and (found.kind is Kind.TITLE or BREAK not in window):
            return size, found
    return None


def _phrase(key: str, lexicon: Lexicon, edits: int = 0) -> Tag | None:
    if key in lexicon.codes:
        return Tag(Kind.CODE, key, code=lexicon.codes[key])
    if key in lexicon.titles:
        refs = lexicon.titles[key]
        families = frozenset(ref.partition("/")[0] for ref in refs)
        signature = lexicon.title_signatures[key]
        return Tag(Kind.TITLE, key, refs=refs, families=families, signature=signature, edits=edits)
    if key in lexicon.families:
        return Tag(Kind.FAMILY, key, families=lexicon.families[key], edits=edits)
    if key in lexicon.terms:
        return Tag(Kind.TERM, key, signature=lexicon.terms[key], edits=edits)
    return None


def _everyday(tokens: list[str], start: int) -> tuple[int, Tag] | None:
    word = tokens[start]
    grade = _grade_at(tokens, start)
    if grade is not None:
        return 1, Tag(Kind.GRADE, word, signature=frozenset({f"#{grade}"}))
    if word == BREAK:
        return 1, Tag(Kind.BREAK, word)
    for kind, known in (
        (Kind.ROLE, PROFESSIONS),
        (Kind.LEVEL_WORD, LEVEL_WORDS),
        (Kind.CONNECTOR, TITLE_CONNECTORS),
        (Kind.SEPARATOR, SEPARATORS),
    ):
        if word in known:
            return 1, Tag(kind, word)
    if word in FILLERS and not _begins_alike(tokens, start):
        return 1, Tag(Kind.FILLER, word)
    return None


def _begins_alike(tokens: list[str], start: int) -> bool:
    """Whether the next word is unknown, so that both together may be a misspelled phrase."""
    after = tokens[start + 1] if start + 1 < len(tokens) else ""
    return bool(after) and not (
        after in FILLERS or after in ROLE_WORDS or _grade_at(tokens, start + 1) is not None
    )


def _grade_at(tokens: list[str], index: int) -> int | None:
    """The grade that a word is; None for the pronoun I, a v for versus, or a number that counts."""
    if index >= len(tokens):
        return None
    word = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else BREAK
    if word == "i":
        is_last = index + 2 >= len(tokens)
        ends = after == BREAK or (after in ENDING_VERBS and is_last)
        return 1 if ends or after in AFTER_GRADE_I else None
    if word == "v" and not (after == BREAK or after in FILLERS or after in PROFESSIONS):
        return None
    if after in COUNTED and word not in ROMAN_NUMERALS:
        return None
    return grade_of(word)


def _alike(tokens: list[str], start: int, stop: int, lexicon: Lexicon) -> tuple[int, Tag]:
    """The phrase most like the words that begin here; they are unknown when nothing is alike."""
    best: tuple[float, int, Tag] | None = None
    for size in range(1, min(_LONGEST_ALIKE, stop - start) + 1):
        window = tokens[start : start + size]
        if window[0] in _MEANT and size == 1:
            continue
        if _grade_at(tokens, start + size - 1) is not None or window[-1] in _PART_PHRASES:
            break
        found = _nearest(window, lexicon)
        if found and (best is None or found[0] < best[0]):
            best = (found[0], size, found[1])
    if best:
        return best[1], best[2]
    word = tokens[start]
    return 1, Tag(Kind.FILLER if word in FILLERS else Kind.OTHER, word)


def _nearest(window: list[str], lexicon: Lexicon) -> tuple[float, Tag] | None:
    """The phrase nearest to a window, with the share of its letters that differ."""
    best: tuple[float, str, int] | None = None
    for key, phrase in (*lexicon.phrases.items(), *_ROLES.items()):
        edits = _edits(window, key, phrase)
        if edits is not None and (best is None or edits / len(key) < best[0]):
            best = (edits / len(key), key, edits)
    if best is None:
        return _shortened(window, lexicon)
    found = _phrase(best[1], lexicon, edits=best[2])
    return best[0], found or Tag(Kind.ROLE, best[1], edits=best[2])


_ROLES = {word: (word,) for word in ROLE_WORDS if len(word) >= 7}


def _edits(window: list[str], key: str, phrase: tuple[str, ...]) -> int | None:
    """Letters that differ between what was typed and a phrase; None when they are too many.

    Word is compared with word, so that "UI engineer" is not "AI engineer" for its length's sake;
    words that were written together or apart ("machinelerning") are compared as a whole.
    """
    if len(window) == len(phrase):
        alone = len(phrase) == 1
        apart = [_distance(typed, word, alone) for typed, word in zip(window, phrase, strict=True)]
        return None if None in apart else sum(edits for edits in apart if edits)
    if any(len(word) < 5 for word in phrase) or any(
        word in _MEANT and word not in phrase for word in window
    ):
        return None
    return _distance("".join(window), key, alone=False)


def _distance(typed: str, word: str, alone: bool) -> int | None:
    """Letters that differ, or None when they are too many for a slip of the fingers.

    A short word that stands alone may have a letter too many, too few or two swapped, but no
    other letter: export and expert, leaf and lead are words of their own.
    """
    if typed == word:
        return 0
    if typed in _MEANT:
        return None
    allowed = _allowed_edits(word)
    if abs(len(typed) - len(word)) > allowed:
        return None
    edits = OSA.distance(typed, word, score_cutoff=allowed)
    if edits > allowed:
        return None
    replaced = len(typed) == len(word) and sorted(typed) != sorted(word)
    return None if alone and replaced and len(word) < _SHORT_WORD else edits


def _allowed_edits(word: str) -> int:
    """Letters that may differ: none in a short word, where one letter makes another word."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2 if len(word) < 14 else 3


def _shortened(window: list[str], lexicon: Lexicon) -> tuple[float, Tag] | None:
    """A family of several words of which some are cut short: decision sci."""
    if len(window) < 2 or any(len(word) < _PREFIX_MIN for word in window):
        return None
    for family in lexicon.ladder.families.values():
        for name in (family.name, *family.aliases, *family.stems):
            name_words = name.casefold().split()
            if len(name_words) == len(window) and all(
                whole.startswith(short) for whole, short in zip(name_words, window, strict=True)
            ):
                return 0.2, Tag(
                    Kind.FAMILY, "".join(name_words), families=frozenset({family.id}), edits=1
                )
    return None
