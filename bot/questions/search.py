"""Levels for what a person is typing, letter by letter: half a word is enough.

A question is understood when it is whole; here it may break off anywhere. So first comes what is
understood already, then titles that hold a word beginning with each one typed, then titles that are
spelled like it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz, process

from bot.ladder import Family, Ladder
from bot.questions.index import Index
from bot.questions.language.english import NUMBER_WORDS
from bot.questions.language.words import plain, words
from bot.questions.question import Context
from bot.questions.understand import understand
from bot.questions.vocabulary.lexicon import Lexicon, expand
from bot.questions.vocabulary.likeness import titles_offered

MOST_TYPED = 200
"""Characters that are looked at; no title is longer."""

_SHORT = 2
"""Letters that are the beginning of a code rather than of a title."""
_BEGUN = 2
"""Letters from which the word that is being typed is written out."""
_ENDINGS = 3
"""Words that it may become."""
_LIKE = 75
"""rapidfuzz partial_ratio, 0 to 100, from which a family's name is offered."""


@dataclass(frozen=True, slots=True)
class Found:
    """A level, and the title through which it was found."""

    ref: str
    """`family-id/CODE`."""
    title: str | None
    """As its card writes it; None when it was not found by a title."""


def search(typed: str, index: Index, family: str | None = None, most: int = 20) -> list[Found]:
    """At most `most` levels for `typed`, best first, each once.

    For nothing typed: the levels of `family` (an id; the ladder's default for None), then others.
    """
    found: dict[str, Found] = {}
    for each in _all(typed[:MOST_TYPED], index, family):
        found.setdefault(each.ref, each)
        if len(found) == most:
            break
    return list(found.values())


def families_for(typed: str, ladder: Ladder, most: int = 100) -> list[Family]:
    """At most `most` families whose names are like what is being typed; all for nothing typed."""
    families = list(ladder.families.values())
    if not typed.strip():
        return families[:most]
    names = [" ".join(words(f"{each.name} {' '.join(each.aliases)}")) for each in families]
    found = process.extract(
        " ".join(words(typed)),
        names,
        scorer=fuzz.partial_ratio,
        score_cutoff=_LIKE,
        limit=most,
    )
    return [families[place] for _, _, place in found]


def _all(typed: str, index: Index, family: str | None) -> Iterator[Found]:
    lexicon = index.lexicon
    typed_words = words(plain(typed))
    if not typed_words:
        yield from _browsed(index, family)
        return
    title = expand(typed_words)
    yield from _titled(["".join(title)], lexicon)
    if len(title) == 1 and len(typed) <= _SHORT:
        yield from _by_code(typed_words, lexicon)
    question = understand(typed, index, Context(family=family))
    yield from (Found(ref, None) for ref in (*question.refs, *question.near))
    for begun in (typed_words, title) if title != typed_words else (typed_words,):
        beginning = (key for key in lexicon.index.beginning(begun) if key in lexicon.titles)
        yield from _titled(beginning, lexicon)
    if not question.refs:
        for whole in _finished(typed_words, lexicon):
            refs = understand(whole, index, Context(family=family)).refs
            yield from (Found(ref, None) for ref in refs)
    yield from _by_code(typed_words, lexicon)
    yield from _of_family(typed_words, lexicon)
    yield from _of_family(typed_words[:-1], lexicon)  # "software engineer i": II too
    yield from _titled(titles_offered(title, lexicon, by_words=True), lexicon)


def _finished(typed: list[str], lexicon: Lexicon) -> Iterator[str]:
    """What is typed with its last word written out: "data scientist thre" means a three."""
    *before, last = typed
    if len(last) < _BEGUN or not before:
        return
    known = (*NUMBER_WORDS, *lexicon.terms)
    longer = (word for word in known if word.startswith(last) and word != last)
    yield from (" ".join((*before, word)) for word in islice(longer, _ENDINGS))


def _browsed(index: Index, family: str | None) -> Iterator[Found]:
    ladder = index.ladder
    first = family if family in ladder.families else ladder.default_family
    families = sorted(ladder.families.values(), key=lambda each: each.id != first)
    yield from (Found(card.ref, None) for each in families for card in each.cards.values())


def _titled(keys: "Iterator[str] | list[str]", lexicon: Lexicon) -> Iterator[Found]:
    for key in keys:
        for ref in sorted(lexicon.titles.get(key, ())):
            yield Found(ref, _as_written(key, ref, lexicon))


def _as_written(key: str, ref: str, lexicon: Lexicon) -> str | None:
    card = lexicon.ladder.card(ref)
    titles = (card.title, *card.titles) if card else ()
    return next((title for title in titles if "".join(expand(words(title))) == key), None)


def _by_code(typed: list[str], lexicon: Lexicon) -> Iterator[Found]:
    """The levels whose code begins with what is typed: "p" and "m 1"."""
    beginning = "".join(typed)
    for squashed, code in lexicon.codes.items():
        if squashed.startswith(beginning):
            yield from (Found(ref, None) for ref in lexicon.by_code.get(code, ()))


def _of_family(typed: list[str], lexicon: Lexicon) -> Iterator[Found]:
    """The levels of the families with a name that begins with what is typed."""
    beginning = "".join(expand(typed))
    ids = {
        each for name, ids in lexicon.families.items() if name.startswith(beginning) for each in ids
    }
    for family in lexicon.ladder.families.values():
        if family.id in ids:
            yield from (Found(card.ref, None) for card in family.cards.values())
