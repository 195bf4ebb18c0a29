"""Whether typed words are a misspelled phrase of the ladder, and not words of their own."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.questions.language.english import ASKING, FILLERS, GREETINGS, ROLE_WORDS, TITLE_CONNECTORS
from bot.questions.language.spelling import edits_between
from bot.questions.language.talk import TOOLS
from bot.questions.language.words import BREAK, QUANTITY
from bot.questions.lazily import remember
from bot.questions.vocabulary.lexicon import Lexicon, grade_of
from bot.questions.vocabulary.title_index import MEANT

_REMEMBERED = 5_000
"""Phrases whose grades are remembered: the same ones are compared with many a question."""
_SHORT_WORD = 7
_SHORTEST_JOINED = 4
"""Letters that every word needs where words are joined or parted: "ui" is no misspelled "ai"."""
_TWICE = re.compile(r"([a-z])\1+")
_GRADE_AT_END = re.compile(r"(?:[ivx]+|\d+)$")
MOST_DOUBTED = 2
"""Letters in which a title may differ for a question to be read as perhaps meaning it."""
MOST_OFFERED = 6
MOST_OFFERED_EDITS = 3
_NOT_AT_ENDS = (frozenset({BREAK}), ASKING | GREETINGS | {BREAK}, MEANT - TITLE_CONNECTORS)
_PARTING = (FILLERS - TITLE_CONNECTORS - {"and", "or"}) | {BREAK}
"""Words between titles, in a sentence that is more than one title."""

_NEVER_STRANGE = MEANT | ROLE_WORDS | TOOLS | {BREAK, QUANTITY}

Window = tuple[str, ...]
"""Neighboring words, without the signs between them."""
Span = tuple[int, int]
"""The first word, and the one behind the last."""


def edits_of(window: Window, phrase: Window, lexicon: Lexicon) -> int | None:
    """Letters that differ between what was typed and a phrase; None when they are too many.

    Word is compared with word, so that "UI engineer" is not "AI engineer" for its length's sake;
    words that were written together or apart ("machinelerning") are compared as a whole. Grades
    are never forgiven, and neither are words that are meant as they are written.
    """
    if _grades(window) != _grades(phrase) or _end(window) != _end(phrase):
        return None
    typed, words = _where_they_differ(window, phrase)
    readings = []
    if len(typed) == len(words):
        alone = len(phrase) == 1
        apart = [_distance(*pair, alone, lexicon) for pair in zip(typed, words, strict=True)]
        readings.append(None if None in apart else sum(edits for edits in apart if edits))
    if len(typed) > 1 or len(words) > 1:
        readings.append(_joined_edits(typed, words, lexicon))
    return min((edits for edits in readings if edits is not None), default=None)


@lru_cache(maxsize=_REMEMBERED)
def _grades(words: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(grade for word in words if (grade := grade_of(word)) is not None)


@lru_cache(maxsize=_REMEMBERED)
def _end(words: tuple[str, ...]) -> str:
    """The letters at the end that may be a grade, of words written as one: "frontendv i"."""
    found = _GRADE_AT_END.search("".join(words))
    return found[0] if found else ""


def _where_they_differ(
    typed: Sequence[str], words: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Both without the words that they begin and end with in common."""
    shorter = min(len(typed), len(words))
    start = 0
    while start < shorter and typed[start] == words[start]:
        start += 1
    end = 0
    while end < shorter - start and typed[-1 - end] == words[-1 - end]:
        end += 1
    return typed[start : len(typed) - end], words[start : len(words) - end]


def _joined_edits(typed: Sequence[str], words: Sequence[str], lexicon: Lexicon) -> int | None:
    """Letters that differ when the words are written as one."""
    one, other = "".join(typed), "".join(words)
    if one == other:
        return 0
    if any(len(word) < _SHORTEST_JOINED for word in words):
        return None
    if any(is_meant(word, lexicon) and word not in words for word in typed):
        return None
    return edits_between(one, other)


def is_meant(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is meant as it is written: everyday words, and those that choose a level."""
    return word in MEANT or word in lexicon.terms


def _distance(typed: str, word: str, alone: bool, lexicon: Lexicon) -> int | None:
    """Letters that differ, or None when they are too many for a slip of the fingers.

    A short word that stands alone may have a letter too many, too few or two swapped, but no
    other letter: export and expert, leaf and lead are words of their own.
    """
    if typed == word:
        return 0
    if is_meant(typed, lexicon):
        return None
    edits = edits_between(typed, word)
    replaced = len(typed) == len(word) and sorted(typed) != sorted(word)
    return None if alone and replaced and len(word) < _SHORT_WORD else edits


@dataclass(frozen=True, slots=True)
class Misspelled:
    """A stretch of words that is a whole title but for some letters."""

    start: int
    stop: int
    """Behind its last word."""
    keys: tuple[str, ...]
    """The titles: several when they are equally alike."""
    edits: int
    doubtful: bool
    """Too much differs for a slip of the fingers, but nothing else is as like it."""


def misspelled_titles(tokens: Sequence[str], lexicon: Lexicon) -> list[Misspelled]:
    """The stretches that are whole titles but for some letters, in order.

    A stretch without an unknown word is none: it is meant as it is written.
    """
    meant = list(map(lexicon.as_meant.get, tokens))
    if all(meant):
        return []
    known = zip(tokens, meant, strict=True)
    strange = [not (_knows(token, lexicon) if said is None else said) for token, said in known]
    if True not in strange:
        return []
    near: dict[Span, Near] = {}
    for judge, spans in _stretches(tokens):
        found = []
        for span in spans:
            if any(strange[span[0] : span[1]]):
                if span not in near:
                    near[span] = _near(tokens, span, lexicon)
                title = near[span] and judge(_window(tokens, span), span, near[span], lexicon)
                if title:
                    found.append(title)
        if found:
            return found
    return []


def _knows(token: str, lexicon: Lexicon) -> bool:
    """Whether the ladder or everyday English has a word; another may be misspelled."""
    known = (
        token in _NEVER_STRANGE
        or token in lexicon.codes
        or token in lexicon.terms  # "entrylevel", for the two words of the ladder
        or token in lexicon.families
        or lexicon.index.knows(token)
        or grade_of(token) is not None
    )
    return remember(lexicon.as_meant, token, known)


def _stretches(tokens: Sequence[str]) -> Iterator[tuple["_Judge", list[Span]]]:
    """Where titles may stand, surest first: with what the words there are judged by.

    A title may hold words that also ask. So all of the words come first, then those between what
    asks, then those between everyday words, and the parts of a longer sentence last.
    """
    everything, asked, told = [_trim(tokens, (0, len(tokens)), each) for each in _NOT_AT_ENDS]
    for judge in (_certain, _doubtful):
        yield judge, [everything]
        yield judge, [asked]
    yield _certain, [told]
    yield _doubtful, [told]
    places = [place for place, token in enumerate(tokens) if token in _PARTING]
    spans = zip([-1, *places], [*places, len(tokens)], strict=True)
    yield (
        _certain,
        [_trim(tokens, (before + 1, after), TITLE_CONNECTORS) for before, after in spans],
    )


def _trim(tokens: Sequence[str], span: Span, without: frozenset[str]) -> Span:
    start, stop = span
    while start < stop and tokens[start] in without:
        start += 1
    while start < stop and tokens[stop - 1] in without:
        stop -= 1
    return start, stop


Near = Sequence[tuple[str, int]]
"""Keys of phrases and the letters in which they differ, words joined."""


def _near(tokens: Sequence[str], span: Span, lexicon: Lexicon) -> Near:
    """The phrases that may be meant; none for words that are surely no title.

    With a word that is meant as it is written, and that no phrase has, they may only be a title
    from which they differ by two letters in all.
    """
    window = _window(tokens, span)
    if len(window) > lexicon.longest + 1:
        return ()
    other = _has_word_of_no_phrase(window, lexicon)
    return (
        ()
        if other and not lexicon.index.may_be_slip("".join(window))
        else lexicon.index.near(window)
    )


def _window(tokens: Sequence[str], span: Span) -> Window:
    return tuple([token for token in tokens[span[0] : span[1]] if token != BREAK])


def _certain(window: Window, span: Span, near: Near, lexicon: Lexicon) -> Misspelled | None:
    """The titles that differ least from a stretch, unless another phrase differs as little.

    They are doubtful where the letters of others are nearer, or as near as those of one word.
    """
    best = _least(window, near, lexicon)
    if best is None or not all(key in lexicon.titles for key in best[0]):
        return None
    keys, edits = best
    other = _doubtful(window, span, near, lexicon)
    if other and not set(other.keys) <= set(keys):
        if other.edits < edits:
            return other
        as_like = _likeliest("".join(window), [*keys, *other.keys])
        if other.edits == edits and len(window) == 1 and set(other.keys) & set(as_like):
            return replace(other, keys=tuple(dict.fromkeys(as_like)))
    return Misspelled(*span, tuple(keys), edits, doubtful=False)


def _doubtful(window: Window, span: Span, near: Near, lexicon: Lexicon) -> Misspelled | None:
    """The titles of the same grade that come nearest to a stretch, by their letters alone."""
    titles = [
        (edits, key)
        for key, edits in near
        if key in lexicon.titles and _may_have_grade_of(window, lexicon.index.phrases[key])
    ]
    if not titles:
        return None
    least, key = titles[0]
    if least > (MOST_DOUBTED if len(key) >= _SHORT_WORD else 1):
        return None
    keys = _likeliest("".join(window), [key for edits, key in titles if edits == least])
    slipped = len(keys) == 1 and _is_slip(window, lexicon.index.phrases[keys[0]], lexicon)
    return Misspelled(*span, tuple(keys), least, doubtful=not slipped)


def _is_slip(window: Window, phrase: Window, lexicon: Lexicon) -> bool:
    """Whether fingers wrote a title twice wrong: its letters are there but for one.

    "backeennd ii" and "mcahin learning 1" are no other words; "drwp learning" may be.
    """
    others = [word for word in window if word not in phrase]
    if len(window) != len(phrase) or any(
        is_meant(word, lexicon) or not word.isalpha() for word in others
    ):
        return False  # "v5" is a version, and no slip for 5
    typed, meant = "".join(window), "".join(phrase)
    said, wanted = Counter(typed), Counter(meant)
    missing, too_many = (wanted - said).total(), (said - wanted).total()
    doubled = _undoubled(typed) == _undoubled(meant)
    return len(meant) >= _SHORT_WORD and missing <= 1 and (too_many <= 1 or doubled)


def _undoubled(letters: str) -> str:
    return _TWICE.sub(r"\1", letters)


def _likeliest(typed: str, keys: list[str]) -> list[str]:
    """Of keys that are equally like what was typed, those that explain most of its letters.

    A letter is left out, or swapped with its neighbor, in few ways, and a wrong one is one of
    many: "rejiner" is sooner a rejoiner than a refiner.
    """
    if len(keys) < 2:
        return keys
    letters = Counter(typed)
    strays = {key: (letters - Counter(key)).total() for key in keys}
    least = min(strays.values())
    return [key for key in keys if strays[key] == least]


def _may_have_grade_of(window: Window, phrase: tuple[str, ...]) -> bool:
    return _grades(window) == _grades(phrase) or (_end(window) == _end(phrase) != "")


_Judge = Callable[[Window, Span, Near, Lexicon], Misspelled | None]


def titles_offered(typed: Sequence[str], lexicon: Lexicon, by_words: bool) -> list[str]:
    """Keys of titles that the words may be meant for, most alike first; at most six.

    When no title is like them letter by letter, those with words like these, `by_words`.
    """
    trimmed = [_trim(typed, (0, len(typed)), without) for without in _NOT_AT_ENDS]
    windows = [typed[start:stop] for start, stop in dict.fromkeys(trimmed) if start < stop]
    for window in windows:
        near = [
            (edits, key)
            for key, edits in lexicon.index.near(window)
            if edits <= MOST_OFFERED_EDITS and key in lexicon.titles
        ]
        if near:
            alike = [key for edits, key in near if edits == near[0][0]]
            return _likeliest("".join(window), alike)[:MOST_OFFERED]
    return [
        key
        for key in (lexicon.index.of_like_words(windows[-1]) if by_words and windows else ())
        if key in lexicon.titles
    ][:MOST_OFFERED]


def nearest_phrases(window: Window, lexicon: Lexicon) -> tuple[list[str], int] | None:
    """The keys of the phrases that differ least from a window, and by how many letters."""
    if _has_word_of_no_phrase(window, lexicon) and "".join(window) not in lexicon.index.phrases:
        return None
    return _least(window, lexicon.index.near(window), lexicon)


def _has_word_of_no_phrase(window: Window, lexicon: Lexicon) -> bool:
    """Whether it has a word that is meant as it is written, and no phrase has such a word."""
    for word in window:
        if (word in MEANT or word in lexicon.terms) and not lexicon.index.knows(word):
            return True
    return False


def _least(window: Window, near: Near, lexicon: Lexicon) -> tuple[list[str], int] | None:
    measured = [
        (edits, key)
        for key, _ in near
        if (edits := edits_of(window, lexicon.index.phrases[key], lexicon)) is not None
    ]
    if not measured:
        return None
    least = min(edits for edits, _ in measured)
    keys = sorted(key for edits, key in measured if edits == least)
    return _likeliest("".join(window), keys), least
