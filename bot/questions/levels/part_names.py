"""What a ladder's parts are called, where a title has the same words: "the teaching of a reader".

On a ladder with a dimension "Teaching" and a "Teaching Assistant", "teaching" is a title's word
as well. Before "of", "for" and the like, or behind a level, it is the dimension that is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ladder import Dimension, Ladder, Section
from bot.questions.language.english import TITLE_CONNECTORS
from bot.questions.language.talk import FUNCTION_WORDS
from bot.questions.language.words import words
from bot.questions.tagging.tags import Kind, Tag

_MAY_BE_TITLE = frozenset({Kind.TERM, Kind.FAMILY, Kind.TITLE})
_LEVELS = frozenset({Kind.CODE, Kind.TITLE})
_ENDS_LEVEL = frozenset({Kind.CODE, Kind.TITLE, Kind.GRADE})
_OF_TITLE = frozenset({Kind.TERM, Kind.FAMILY, Kind.TITLE, Kind.ROLE, Kind.GRADE, Kind.CODE})
_BEFORE = (TITLE_CONNECTORS - {"of"}) | {"its", "their", "her", "his", "about", "what", "much"}


@dataclass(frozen=True, slots=True)
class PartNames:
    """The names and other names of a ladder's dimensions and sections."""

    names: Sequence[tuple[str, ...]]
    """The longest first."""
    words: frozenset[str]
    nouns: frozenset[str]
    """The words that they begin with, but for those that say nothing alone: "what good is"."""

    @classmethod
    def of(cls, ladder: Ladder) -> "PartNames":
        """Those of a ladder."""
        declared: list[Dimension | Section] = [
            *ladder.dimensions.values(),
            *ladder.sections.values(),
        ]
        said = {tuple(words(name)) for each in declared for name in (each.name, *each.also)} - {()}
        longest_first = sorted(said, key=lambda name: (-len(name), name))
        nouns = frozenset(name[0] for name in said) - FUNCTION_WORDS
        return cls(longest_first, frozenset(word for name in said for word in name), nouns)


def with_part_names(tags: list[Tag], parts: PartNames) -> list[Tag]:
    """The tags, with the words of a part's name as such where they could be a title's too."""
    doubtful = [tag.said for tag in tags if tag.kind in _MAY_BE_TITLE]
    if all(map(parts.words.isdisjoint, doubtful)):
        return tags
    read = list(tags)
    for first in range(len(tags)):
        last = _end_of_name(tags, first, parts.names)
        if last and _is_part(tags, first, last):
            read[first:last] = map(_as_word, tags[first:last])
    return read


def _as_word(tag: Tag) -> Tag:
    return Tag(Kind.OTHER, " ".join(tag.said), said=tag.said) if tag.kind in _MAY_BE_TITLE else tag


def _end_of_name(tags: Sequence[Tag], first: int, names: Sequence[tuple[str, ...]]) -> int:
    """Behind the last tag of the longest name that begins at a tag; 0 where none does."""
    for name in names:
        said: tuple[str, ...] = ()
        last = first
        while last < len(tags) and len(said) < len(name):
            said += tags[last].said
            last += 1
        if said == name:
            return last
    return 0


def _is_part(tags: Sequence[Tag], first: int, last: int) -> bool:
    """Whether a level is named beside it, and it is no word of that level's title."""
    others = [*tags[:first], *tags[last:]]
    if not any(tag.kind in _LEVELS or tag.kind is Kind.TERM for tag in others):
        return False
    before = tags[first - 1] if first else None
    after = tags[last] if last < len(tags) else None
    if after is not None and after.kind in _OF_TITLE:
        return False
    if before is None or before.kind is Kind.BREAK or before.text in _BEFORE:
        return True
    return before.kind in _ENDS_LEVEL or before.kind not in _OF_TITLE | {Kind.CONNECTOR}
