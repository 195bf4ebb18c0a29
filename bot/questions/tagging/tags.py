"""What each word of a question is: a code, part of a title, an everyday word, or unknown."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from bot.questions.language.chatter import is_chatter
from bot.questions.language.english import (
    ASKING,
    DEGREES,
    FILLERS,
    LEVEL_WORDS,
    PROFESSIONS,
    ROLE_WORDS,
    SEPARATORS,
    TITLE_CONNECTORS,
)
from bot.questions.language.spelling import Spelling
from bot.questions.language.words import BREAK
from bot.questions.lazily import remember
from bot.questions.tagging.letter_grades import are_two_grades, ends_code, grade_at
from bot.questions.tagging.tokens import written_out
from bot.questions.vocabulary.lexicon import PREFIX_MIN, Lexicon, Signature, grade_of
from bot.questions.vocabulary.likeness import Misspelled, misspelled_titles, nearest_phrases
from bot.questions.vocabulary.title_index import MEANT

_PART_PHRASES = SEPARATORS | {BREAK}
MOST_WORDS = 150
"""Words of a question that are read: likeness takes time, and a request must be answered in 3 s."""

_SHORT_WORD = 7
_SHORTEST_PLURAL = 3
_LONGEST_ALIKE = 4
"""Words in the longest window that is compared for likeness."""


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
    SKILL = auto()
    """A word of a skill that is asked for in the words of a card."""
    OTHER = auto()

    # Members are compared by identity; Enum's own hash is a function in Python, and slow.
    __hash__ = object.__hash__


for _kind in Kind:
    # Python 3.11 finds a member through a descriptor, in four times the time; later ones don't.
    type.__setattr__(Kind, _kind.name, _kind)


class Tag(NamedTuple):
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
    doubtful: bool = False
    """Too many letters differ to be sure that this is meant."""
    quoted: bool = False
    """It stands between quotation marks, and so names a level whatever is said around it."""


_KIND_OF = attrgetter("kind")


def has_kind(kind: Kind, tags: Iterable[Tag]) -> bool:
    """Whether one of some tags is of a kind."""
    return kind in map(_KIND_OF, tags)


def places_of(kind: Kind, tags: Iterable[Tag]) -> list[int]:
    """Where the tags of a kind stand among some."""
    return [place for place, tag in enumerate(tags) if tag.kind is kind]


def tag(question_words: list[str], lexicon: Lexicon) -> list[Tag]:
    """Tag every word of a question, in order.

    Misspelled whole titles are found first, since the words in them that are spelled right would
    else be read apart from them.
    """
    tokens = written_out(question_words[:MOST_WORDS], lexicon)
    tags: list[Tag] = []
    start = 0
    for title in misspelled_titles(tokens, lexicon):
        tags += _tagged(tokens[start : title.start], lexicon)
        tags.append(_title(title, tuple(tokens[title.start : title.stop]), lexicon))
        start = title.stop
    return tags + _tagged(tokens[start:], lexicon)


def _title(found: Misspelled, said: tuple[str, ...], lexicon: Lexicon) -> Tag:
    """Titles that are equally alike, as one: all of their cards may be meant."""
    refs = frozenset().union(*(lexicon.titles[key] for key in found.keys))
    return Tag(
        Kind.TITLE,
        found.keys[0],
        refs=refs,
        families=_families_of(refs),
        signature=lexicon.title_signatures[found.keys[0]],
        edits=found.edits,
        said=said,
        doubtful=found.doubtful,
    )


def _tagged(tokens: list[str], lexicon: Lexicon) -> list[Tag]:
    """The ladder's phrases, longest first, and then the words between them.

    Only those are compared for likeness: else "what machine learning" would be misspelled.
    """
    tags: list[Tag] = []
    after_phrase = 0
    for start in lexicon.beginning_at(tokens):
        if start < after_phrase or (phrase := _known(tokens, start, lexicon)) is None:
            continue
        if after_phrase < start:
            tags += _between(tokens, after_phrase, start, lexicon)
        tags.append(phrase)
        after_phrase = start + len(phrase.said)
    if after_phrase < len(tokens):
        tags += _between(tokens, after_phrase, len(tokens), lexicon)
    return tags


def _between(tokens: list[str], start: int, stop: int, lexicon: Lexicon) -> list[Tag]:
    """Tags for words that no phrase of the ladder begins with."""
    tags: list[Tag] = []
    while start < stop:
        word = tokens[start]
        found = _ALWAYS.get(word)
        if found is None and (start + 1 == len(tokens) or tokens[start + 1] in _NO_NAMES):
            found = _ALONE.get(word)
        found = found or _everyday(tokens, start) or _alike(tokens, start, stop, lexicon)
        tags.append(found)
        start += len(found.said)
    return tags


def _known(tokens: list[str], start: int, lexicon: Lexicon) -> Tag | None:
    """The longest phrase of the ladder that begins here."""
    compared = start > 0 and tokens[start - 1] in DEGREES
    for size, key in reversed(_ways_on(tokens, start, lexicon)):
        window, last = tokens[start : start + size], start + size - 1
        if (
            grade_of(window[-1]) is not None
            and grade_at(tokens, last) is None
            and not ends_code(tokens, start, last, lexicon)
        ) or (size > 1 and are_two_grades(window)):
            continue
        found = _phrase(key, tuple(window), lexicon)
        if found and size > 1 and _takes_in_what_asks(window, found, lexicon):
            continue
        # "Manager, Machine Learning" is a title, but "team, lead" is not "team lead", nor is
        # "which is more senior, software IV or V" about a senior.
        if found and ((found.kind is Kind.TITLE and not compared) or BREAK not in window):
            return found
    return None


def _ways_on(tokens: list[str], start: int, lexicon: Lexicon) -> list[tuple[int, str]]:
    """How many tokens may be a phrase, with their letters, as far as any phrase begins so.

    The first of them is one that a phrase may begin with.
    Signs between the words are no letters, and no phrase ends with one.
    """
    found: list[tuple[int, str]] = []
    letters = ""
    for place in range(start, len(tokens)):
        if tokens[place] == BREAK:
            continue
        before, letters = letters, letters + tokens[place]
        if len(found) == lexicon.longest or (before and not lexicon.begins(letters)):
            if before and tokens[place][-1] == "s" and (one := _one_of(tokens[place])):
                found.append((place + 1 - start, before + one))
            break
        found.append((place + 1 - start, letters))
    return found


def _one_of(word: str) -> str:
    """The last word of a title that stands in the plural: "desk heads"; "" for another word."""
    plural = word.endswith("s") and len(word) > _SHORTEST_PLURAL and word != "leads"
    return word[:-1] if plural else ""


def _takes_in_what_asks(window: list[str], found: Tag, lexicon: Lexicon) -> bool:
    """Whether words are a phrase only when one that asks is written as part of it.

    "an atomic engineer" is not "anatomic engineer", and "is a" is not the title's word "ISA".
    """
    phrase = lexicon.index.phrases.get(found.text, (found.text,))
    return (window[0] in ASKING and window[0] != phrase[0]) or (
        window[-1] in ASKING and window[-1] != phrase[-1]
    )


def _phrase(key: str, said: tuple[str, ...], lexicon: Lexicon, edits: int = 0) -> Tag | None:
    """What a key stands for, for the words that it was `said` in."""
    if key in lexicon.codes:
        grade = lexicon.code_grades.get(key, frozenset())
        return Tag(Kind.CODE, key, code=lexicon.codes[key], signature=grade, said=said)
    if key in lexicon.titles:
        refs = lexicon.titles[key]
        return Tag(
            Kind.TITLE,
            key,
            refs=refs,
            families=_families_of(refs),
            signature=lexicon.title_signatures[key],
            edits=edits,
            said=said,
        )
    if key in lexicon.families:
        return Tag(Kind.FAMILY, key, families=lexicon.families[key], edits=edits, said=said)
    if key in lexicon.terms:
        return Tag(Kind.TERM, key, signature=lexicon.terms[key], edits=edits, said=said)
    return None


@lru_cache(maxsize=20_000)
def _families_of(refs: frozenset[str]) -> frozenset[str]:
    return frozenset([ref.partition("/")[0] for ref in refs])


_BEFORE_NUMBER = frozenset("number nr num".split())


def _everyday(tokens: list[str], start: int) -> Tag | None:
    """A word that means the same whatever the ladder."""
    word = tokens[start]
    grade = None if grade_of(word) is None else grade_at(tokens, start)
    if grade is not None:
        return Tag(Kind.GRADE, word, signature=frozenset({f"#{grade}"}), said=(word,))
    kind = _EVERYDAY_KINDS.get(word)
    if word in _BEFORE_NUMBER and tokens[start + 1 : start + 2] != ["one"]:
        kind = Kind.LEVEL_WORD if grade_at(tokens, start + 1) is not None else None
    if kind is None and word in FILLERS and not _begins_alike(tokens, start):
        kind = Kind.FILLER
    return _word(kind, word) if kind else None


@lru_cache(maxsize=20_000)
def _word(kind: Kind, word: str) -> Tag:
    """A word of a kind of its own; the same words are in many questions."""
    return Tag(kind, word, said=(word,))


_EVERYDAY_KINDS: Mapping[str, Kind] = {
    word: kind
    for kind, known in (
        (Kind.SEPARATOR, SEPARATORS),
        (Kind.CONNECTOR, TITLE_CONNECTORS),
        (Kind.LEVEL_WORD, LEVEL_WORDS),
        (Kind.ROLE, PROFESSIONS),
        (Kind.BREAK, {BREAK}),
    )
    for word in known
}
"""Everyday words that may stand in a title or beside one; a later line goes before."""
_ALWAYS = {
    word: _word(kind, word)
    for word, kind in _EVERYDAY_KINDS.items()
    if grade_of(word) is None and word not in _BEFORE_NUMBER
}
"""Those of them that are the same whatever stands beside them, as tags."""
_ALONE = {
    word: _word(Kind.FILLER, word)
    for word in FILLERS - _EVERYDAY_KINDS.keys() - _BEFORE_NUMBER
    if grade_of(word) is None
}
"""Everyday words that are no more than that, where no unknown word follows."""
_NO_NAMES = FILLERS | ROLE_WORDS


def _begins_alike(tokens: list[str], start: int) -> bool:
    """Whether the next word is unknown, so that both together may be a misspelled phrase."""
    after = tokens[start + 1] if start + 1 < len(tokens) else ""
    if not after or after in _NO_NAMES:
        return False
    return grade_of(after) is None or grade_at(tokens, start + 1) is None


def _alike(tokens: list[str], start: int, stop: int, lexicon: Lexicon) -> Tag:
    """The phrase most like the words that begin here; they are unknown when nothing is alike."""
    best: tuple[float, Tag] | None = None
    for size in range(1, min(_LONGEST_ALIKE, stop - start) + 1):
        window = tuple(tokens[start : start + size])
        if MEANT.issuperset(window):
            continue
        last = window[-1]
        if last in _PART_PHRASES:
            break
        if grade_of(last) is not None and grade_at(tokens, start + size - 1) is not None:
            break
        found = _nearest(window, lexicon) if size > 1 else _nearest_alone(last, lexicon)
        if found and (best is None or found[0] < best[0]):
            best = found
    if best:
        return best[1]
    word = tokens[start]
    everyday = word in FILLERS or is_chatter(word) or word in lexicon.own_name
    return _word(Kind.FILLER if everyday else Kind.OTHER, word)


def _nearest_alone(word: str, lexicon: Lexicon) -> tuple[float, Tag] | None:
    """As `_nearest`, of one word; remembered over all questions."""
    known: dict[str, tuple[float, Tag] | tuple[()]] = lexicon.like_alone
    found = known.get(word)
    if found is None:
        found = remember(known, word, _nearest((word,), lexicon) or ())
    return found or None


def _nearest(window: tuple[str, ...], lexicon: Lexicon) -> tuple[float, Tag] | None:
    """The phrase nearest to a window, with the share of its letters that differ."""
    nearest = nearest_phrases(window, lexicon)
    if nearest:
        keys, edits = nearest
        key = max(keys, key=len)
        found = _phrase(key, window, lexicon, edits)
        if found:
            return edits / len(key), found
    if len(window) == 1:
        return _role(window[0])
    return _shortened(window, lexicon)


def _role(word: str) -> tuple[float, Tag] | None:
    """The noun of titles that an unknown word is a misspelling of: engneer."""
    near = {} if word in MEANT else _ROLES.alike(word)
    if not near:
        return None
    role = min(near, key=lambda role: near[role])
    return near[role] / len(role), Tag(Kind.ROLE, role, edits=near[role], said=(word,))


_ROLES = Spelling.of([word for word in sorted(ROLE_WORDS) if len(word) >= _SHORT_WORD])


def _shortened(window: tuple[str, ...], lexicon: Lexicon) -> tuple[float, Tag] | None:
    """A family of several words of which some are cut short: decision sci."""
    likely = lexicon.shortened.get(window[0][:PREFIX_MIN], ())
    if not likely or len(window) < 2 or min(map(len, window)) < PREFIX_MIN:
        return None
    for key in likely:
        name = lexicon.index.phrases[key]
        if len(name) == len(window) and all(
            whole.startswith(short) for whole, short in zip(name, window, strict=True)
        ):
            families = lexicon.families[key]
            return 0.2, Tag(Kind.FAMILY, key, families=families, edits=1, said=window)
    return None
